extension PercentagesRule {
    /// A percentage beside the count that it is of and the number that it is a share of.
    private struct Quotient {
        let line: Int
        let position: Int
        let percent: PrintedNumber
        let countPosition: Int
        let count: Int
        let base: ClosedRange<Int>
        let baseCell: Finding.Cell?
        /// Whether the base is of this line alone and was printed or said.
        let isOwn: Bool

        var isPossible: Bool {
            let printed = RoundingRule.either.interval(of: percent)
            let share = ExactInterval(
                Fraction(100 * count, over: base.upperBound),
                Fraction(100 * count, over: base.lowerBound)
            )
            return printed.meets(share)
        }
    }

    /// Judges the percentages of every position that has a position of counts beside it.
    static func judgeCounts(_ sheet: Sheet, isWeighted: Bool?, _ outcome: inout RuleOutcome) {
        for position in sheet.across.indices
        where sheet.across[position].role == .statistic
            || (sheet.across[position].role == .group
                && sheet.across[position].statistic == .percent)
        {
            let percents = sheet.lines.indices.filter {
                sheet.statistic($0, position) == .percent && sheet.number($0, position) != nil
            }
            guard !percents.isEmpty else { continue }
            // A total beside groups need not be what they are shares of: their own n may be.
            let readings = [
                percents.compactMap { quotient(sheet, $0, position) },
                percents.compactMap { quotient(sheet, $0, position, ofGroup: true) },
            ].filter { !$0.isEmpty }
            guard
                let quotients = readings.first(where: { quotients in
                    2 * quotients.count { !$0.isPossible } < quotients.count
                }) ?? readings.first
            else { continue }
            guard isWeighted != true else {
                outcome.keepSilent(
                    "weighted percentages beside counts that are not",
                    count: quotients.count
                )
                continue
            }
            let off = quotients.filter { !$0.isPossible }
            // Where most do not fit, they are not percentages of these counts.
            guard 2 * off.count < quotients.count || (off.count == 1 && off[0].isOwn) else {
                outcome.keepSilent(
                    "percentages that are not of the counts beside them",
                    wanted: "what they are percentages of",
                    count: quotients.count
                )
                continue
            }
            outcome.checked += quotients.count
            outcome.findings += off.map {
                finding($0, sheet, isWeighted: isWeighted, of: quotients.count)
            }
        }
    }

    /// `ofGroup` tells whether it is of the n that is said of the line or the position, a group.
    private static func quotient(
        _ sheet: Sheet,
        _ line: Int,
        _ position: Int,
        ofGroup: Bool = false
    ) -> Quotient? {
        let counts = sheet.across.indices.filter { sheet.statistic(line, $0) == .count }
        let percents = sheet.across.indices.filter { sheet.statistic(line, $0) == .percent }
        guard counts.count == percents.count,
            let partner = CellBase.partner(of: position, among: counts, alike: percents),
            let percent = sheet.number(line, position),
            let count = whole(sheet.number(line, partner)), Exact.takes(percent),
            count <= Exact.largestCount
        else { return nil }
        func quotient(_ base: ClosedRange<Int>, _ cell: Finding.Cell?, isOwn: Bool) -> Quotient? {
            guard base.lowerBound > 0, base.upperBound <= Exact.largestCount else { return nil }
            return Quotient(
                line: line,
                position: position,
                percent: percent,
                countPosition: partner,
                count: count,
                base: base,
                baseCell: cell,
                isOwn: isOwn
            )
        }
        if ofGroup {
            let own = [sheet.lines[line], sheet.across[position]].filter {
                $0.role == .group && $0.n?.isAnswered == true
            }
            return own.count == 1 ? own[0].n.flatMap { quotient($0.range, nil, isOwn: false) } : nil
        }
        let below = sheet.lines.indices.filter { sheet.lines[$0].statistic == .base }
        guard !below.contains(line) else { return nil }
        let bases = sheet.across.indices.filter { sheet.statistic(line, $0) == .base }
        if percents.count == 1, bases.count == 1, let base = whole(sheet.number(line, bases[0])) {
            return quotient(base...base, sheet.mark(line, bases[0]), isOwn: true)
        }
        if below.count == 1, let base = whole(sheet.number(below[0], partner)) {
            return quotient(base...base, sheet.mark(below[0], partner), isOwn: false)
        }
        let totals = sheet.lines.indices.filter { total in
            total == line || sheet.lines[total].total?.of.contains(line) == true
        }
        .filter { sheet.lines[$0].total.map { $0.by != .mean && $0.isExhaustive } == true }
        // A subtotal is a part itself: only a total of everything is the whole.
        if totals.count == 1, let base = whole(sheet.number(totals[0], partner)) {
            return quotient(base...base, sheet.mark(totals[0], partner), isOwn: false)
        }
        guard percents.count == 1, totals.isEmpty, let n = sheet.table.n, n.isAnswered else {
            return nil
        }
        return quotient(n.range, nil, isOwn: false)
    }

    private static func whole(_ number: PrintedNumber?) -> Int? {
        guard let number, number.decimals == 0, number.units >= 0, !number.isPercent else {
            return nil
        }
        return number.units
    }

    private static func finding(
        _ quotient: Quotient,
        _ sheet: Sheet,
        isWeighted: Bool?,
        of count: Int
    ) -> Finding {
        var place = sheet.mark(quotient.line, quotient.position)
        let decimals = quotient.percent.decimals
        let shares = [quotient.base.upperBound, quotient.base.lowerBound].map {
            PrintedNumber.rounded(100 * Double(quotient.count) / Double($0), decimals: decimals)
        }
        let base =
            quotient.base.count == 1
            ? "\(quotient.base.lowerBound)"
            : "\(quotient.base.lowerBound) to \(quotient.base.upperBound)"
        let expected =
            shares[0] == shares[1] ? shares[0].text : shares.map(\.text).joined(separator: " to ")
        if shares[0] == shares[1] { place.corrected = expected }
        // Percentages that are made to add up to 100 are up to one unit off.
        let isAdjusted =
            abs(
                100 * Double(quotient.count) / Double(quotient.base.lowerBound)
                    - quotient.percent.value
            ) < quotient.percent.unit
        let others =
            count > 1
            ? " \(count) percentages were tried against their counts, and most fit." : ""
        return Finding(
            id: "percentages:\(sheet.table.id):row \(place.row + 1):column \(place.column + 1)",
            rule: .percentages,
            severity: isAdjusted ? .cosmetic : isWeighted == false ? .contradictory : .improbable,
            headline: "\(sheet.label(quotient.line)): \(quotient.count) of \(base) is "
                + "\(expected) per cent, not \(quotient.percent.text)",
            table: sheet.table.id,
            row: sheet.table.rows[place.row].label,
            column: sheet.table.columns[place.column].label,
            printed: quotient.percent.text,
            expected: expected,
            because:
                "100 · \(quotient.count) / \(base) = \(expected) with \(decimals) decimals. The "
                + "count, the base and the percentage cannot all be right."
                + others + fitting(quotient),
            unless: isAdjusted
                ? "the percentages were adjusted to add up to 100"
                : isWeighted == false
                    ? nil : "the percentages are weighted and the counts are not",
            cells: [
                place,
                sheet.mark(quotient.line, quotient.countPosition),
            ] + (quotient.baseCell.map { [$0] } ?? [])
        )
    }

    /// The counts of the base that would print as the percentage.
    private static func fitting(_ quotient: Quotient) -> String {
        guard quotient.base.count == 1,
            let counts = GranularFigure(quotient.percent, isPercent: true)?
                .sums(n: quotient.base.lowerBound)
        else { return " No count of that base prints as \(quotient.percent.text)." }
        let span =
            counts.count == 1
            ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
        return " \(quotient.percent.text) per cent would be a count of \(span)."
    }
}
