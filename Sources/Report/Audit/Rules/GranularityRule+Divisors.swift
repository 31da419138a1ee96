/// What all deviations of a table say together, and what the scale alone says of one.
extension GranularityRule.Judge {
    /// A deviation that its people can have, and what it can be.
    struct Divided {
        let figure: Figure
        let number: PrintedNumber
        let position: Position
        let spreads: Set<Grimmer.Spread>
    }

    /// So many other deviations must fit one divisor and not the other, before it is the table's.
    private static let fewestOthers = 3

    /// Tells a deviation that fits one divisor, where all others of the table fit the other one.
    ///
    /// To divide by n or by n − 1 is a choice, but one of a whole table.
    mutating func judgeDivisors() {
        let exact = divided.filter { $0.figure.base.exact != nil }
        for (own, other) in [
            (Grimmer.Spread.population, Grimmer.Spread.sample), (.sample, .population),
        ] {
            let odd = exact.filter { $0.spreads == [own] }
            let others = exact.filter { $0.spreads.contains(other) }
            let sure = others.count { $0.spreads == [other] }
            guard let first = odd.first, odd.count == 1, sure >= Self.fewestOthers else { continue }
            outcome.findings.append(divisorFinding(first, own, others: others.count, sure: sure))
        }
    }

    private func divisorFinding(
        _ odd: Divided,
        _ own: Grimmer.Spread,
        others: Int,
        sure: Int
    ) -> Finding {
        let (divisor, usual) = own == .population ? ("n", "n − 1") : ("n − 1", "n")
        let doubts = doubts(odd.figure) + ["it was computed in another way than the others"]
        return Finding(
            id: id(odd.position),
            rule: .granularity,
            severity: .improbable,
            headline:
                "\(label(odd.position)): the standard deviation \(odd.number.text) divides by "
                + "\(divisor), the others of its table by \(usual)",
            table: table.id,
            row: table.rows[odd.position.row].label,
            column: table.columns[odd.position.column].label,
            printed: odd.number.text,
            because:
                "With \(people(odd.figure)) and \(odd.figure.number.text), no answers have the "
                + "standard deviation \(odd.number.text) if it divides by \(usual), though some have if "
                + "it divides by \(divisor). All \(others) others can divide by \(usual), and "
                + "\(sure) of them can divide by nothing else.",
            unless: doubts.joined(separator: ", or "),
            cells: [cell(odd.position), cell(odd.figure.position)]
        )
    }

    /// What the scale says of a deviation that is beyond its bounds with every number of people; nil
    /// where it is within them, or no scale is known.
    func beyondScale(_ figure: Figure, _ deviation: PrintedNumber, _ name: String) -> String? {
        guard !figure.granular.isPercent else { return nil }
        let isError = name == "standard error"
        let bounds = codings.compactMap { scaleBounds(figure, isError: isError, on: $0) }
        // A coding that allows it clears it; the bound that is told is that of the scale as answered.
        guard let answers, let least = bounds.first?.lowerBound, let most = bounds.first?.upperBound
        else { return nil }
        func text(_ bound: Double) -> String {
            PrintedNumber.rounded(bound, decimals: max(2, deviation.decimals)).text
        }
        // Far above the error of a square root: a tie is not told so.
        let tolerance = 1e-9
        if bounds.allSatisfy({ deviation.interval.lowerBound > $0.upperBound + tolerance }) {
            return
                "the answers would have to lie off the scale: from \(answers.lowerBound) to "
                + "\(answers.upperBound) the \(name) is at most \(text(most)), not \(deviation.text)."
        }
        if bounds.allSatisfy({ deviation.interval.upperBound < $0.lowerBound - tolerance }) {
            return
                "the answers would have to lie closer together than whole numbers can: the \(name) "
                + "is at least \(text(least)), not \(deviation.text)."
        }
        return nil
    }

    /// The least and the largest deviation of any of the figure's numbers of people.
    private func scaleBounds(
        _ figure: Figure,
        isError: Bool,
        on range: ClosedRange<Int>
    ) -> ClosedRange<Double>? {
        guard let mean = GranularFigure(figure.number, answers: range) else { return nil }
        var least = Double.infinity
        var most = -Double.infinity
        for n in figure.candidates where n >= 2 {
            guard let variance = SpreadBounds.variance(of: mean, n: n) else { continue }
            let people = Double(n)
            let largest = variance.upperBound.value / (isError ? people : 1)
            // A deviation that divides by n is the smaller one.
            let smallest =
                variance.lowerBound.value * (isError ? 1 / people : (people - 1) / people)
            most = max(most, largest.squareRoot())
            least = min(least, smallest.squareRoot())
        }
        return least <= most ? least...most : nil
    }
}
