import Kernels

/// Figures of which it is not sure that they are plain ones of so many people.
extension GranularityRule.Judge {
    /// The share of figures that must fit, so that one that does not is odd.
    private static let mostFit = 0.9

    /// `groups` without figures that are in doubt, unless nearly all of these fit and not by luck.
    ///
    /// Of a report that does not say that it is unweighted, or how many answered, only its other
    /// figures can tell that they are plain means and percentages of the people who are tried.
    mutating func convincing(
        _ groups: [(source: CellBase.Source, figures: [Figure])]
    ) -> [(source: CellBase.Source, figures: [Figure])] {
        let doubtful = groups.flatMap(\.figures).filter { isInDoubt($0) }
        let failing = doubtful.filter { !$0.fits }
        guard !failing.isEmpty, !areConvincing(doubtful) else { return groups }
        outcome.keepSilent(
            "figures that do not fit their numbers of people, like others of their table",
            wanted: "whether the figures are weighted, and how many people answered",
            count: failing.count
        )
        return groups.map { group in
            (group.source, group.figures.filter { !isInDoubt($0) })
        }
    }

    /// Whether `figure` is one unit off a share of its people, in a line that adds up to just 100.
    func isAdjusted(_ figure: Figure) -> Bool {
        guard figure.granular.isPercent else { return false }
        let number = figure.number
        let isNear = figure.candidates.contains { n in
            [-1, 1].contains { step in
                let other = PrintedNumber(units: number.units + step, decimals: number.decimals)
                return GranularFigure(other, isPercent: true)?.fits(n: n) ?? false
            }
        }
        guard isNear else { return false }
        return [AuditAxis.rows, .columns].contains { axis in
            let line = axis == .rows ? figure.position.row : figure.position.column
            let answers = table.lines(axis.other).indices.filter {
                let own = table.lines(axis.other)[$0]
                return own.total == nil && own.role == .answer
                    && table.statistic(axis, line, $0) == .percent
            }
            let numbers = answers.compactMap { table.number(axis, line, $0) }
            return numbers.count == answers.count && numbers.count > 1
                && numbers.allSatisfy { $0.decimals == number.decimals }
                && Exact.sum(numbers.map(\.units)) == 100 * number.scale
        }
    }

    /// Takes back what was said of deviations where `figures` do not show that they are unweighted.
    mutating func dropDoubtfulSpreads(_ figures: [Figure]) {
        guard !isUnweighted, !areConvincing(figures) else { return }
        let count = outcome.findings.count
        outcome.findings.removeAll { $0.severity == .improbable }
        outcome.keepSilent(
            "deviations that do not fit, of figures that may be weighted",
            wanted: "whether the figures are weighted",
            count: count - outcome.findings.count
        )
    }

    private func isInDoubt(_ figure: Figure) -> Bool {
        !isUnweighted || figure.base.exact == nil || !figure.base.isSaid
    }

    private struct Alike: Hashable {
        let people: ClosedRange<Int>
        let decimals: Int
        let isPercent: Bool
    }

    private func areConvincing(_ figures: [Figure]) -> Bool {
        guard !figures.isEmpty else { return false }
        let passing = figures.count { $0.fits }
        guard Double(passing) >= Self.mostFit * Double(figures.count) else { return false }
        // Figures of one base and precision have one chance, which is counted out once.
        let alike = Dictionary(grouping: figures) {
            Alike(
                people: $0.candidates,
                decimals: $0.number.decimals,
                isPercent: $0.granular.isPercent
            )
        }
        let sum = alike.values.reduce(0) { $0 + Double($1.count) * (1 - $1[0].chanceOfNone) }
        let chance = sum / Double(figures.count)
        return Binomial(trials: Double(figures.count), probability: chance)
            .upperTail(Double(passing) - 1) < GranularityRule.luck
    }
}
