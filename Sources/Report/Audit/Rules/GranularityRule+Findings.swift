import Kernels

extension GranularityRule.Judge {
    typealias Figure = GranularityRule.Figure
    typealias Position = GranularityRule.Position

    /// What would have to be otherwise, over what the figures themselves say.
    func doubts(_ figure: Figure, mayBeCut: Bool = false) -> [String] {
        var doubts: [String] = []
        if !isUnweighted { doubts.append("the figures are weighted") }
        if figure.base.exact == nil {
            doubts.append("another number of people answered than those that were tried")
        } else if !figure.base.isSaid {
            doubts.append("fewer people answered than the n that is printed beside it")
        }
        if !figure.granular.isPercent, answers == nil {
            doubts.append("the answers are no whole numbers")
        }
        if mayBeCut, isCut { doubts.append("digits were cut off instead of rounded") }
        return doubts
    }

    func id(_ position: Position, _ part: String = "") -> String {
        "granularity:\(table.id):row \(position.row + 1):column \(position.column + 1)\(part)"
    }

    func cell(_ position: Position) -> Finding.Cell {
        Finding.Cell(table: table.id, row: position.row, column: position.column)
    }

    func label(_ position: Position) -> String {
        "\(table.rows[position.row].label), \(table.columns[position.column].label)"
    }

    /// "n = 43", "n from 34 to 43".
    func people(_ figure: Figure) -> String {
        let range = figure.candidates
        return range.count == 1
            ? "n = \(range.lowerBound)" : "any n from \(range.lowerBound) to \(range.upperBound)"
    }

    /// Of one figure; `pattern` is that of all figures of its base, where it does not show that n is right.
    func cellFinding(
        _ figure: Figure,
        explainedBy: String?,
        among pattern: GranularPattern? = nil
    ) -> Finding {
        let position = figure.position
        let doubts = doubts(figure, mayBeCut: true)
        let kind = figure.granular.isPercent ? "percentage" : "mean"
        let severity: AuditSeverity =
            explainedBy != nil ? .cosmetic : doubts.isEmpty ? .impossible : .improbable
        return Finding(
            id: id(position),
            rule: .granularity,
            severity: severity,
            headline: "\(label(position)): no \(kind) of \(people(figure)) prints as "
                + figure.number.text,
            table: table.id,
            row: table.rows[position.row].label,
            column: table.columns[position.column].label,
            printed: figure.number.text,
            expected: nearest(figure),
            because: reason(figure) + (pattern.map { orItsBase($0) } ?? ""),
            unless: doubts.isEmpty ? nil : doubts.joined(separator: ", or "),
            cells: [cell(position)],
            explainedBy: explainedBy,
            chance: isUnweighted || figure.base.exact != nil ? nil : figure.chanceOfNone
        )
    }

    /// What the other figures say for the number of people.
    private func orItsBase(_ pattern: GranularPattern) -> String {
        let chance = PrintedNumber.rounded(pattern.chanceOfSoMany, decimals: 3).text
        return
            " This figure is wrong, or n is: \(pattern.passing) of \(pattern.fits.count) figures fit "
            + "their number of people, and if they had nothing to do with it so many would with "
            + "the chance \(chance)."
    }

    private func nearest(_ figure: Figure) -> String? {
        guard figure.candidates.count == 1 else { return nil }
        return figure.granular.nearest(n: figure.candidates.lowerBound)
            .map(\.text).joined(separator: " or ")
    }

    private func reason(_ figure: Figure) -> String {
        let what =
            figure.granular.isPercent ? "A percentage is a whole count" : "A mean is a whole sum"
        let range = figure.candidates
        guard range.count == 1 else {
            return
                "\(what) over the number of people. \(range.count) numbers of people were tried, "
                + "from \(range.lowerBound) to \(range.upperBound), and with none of them can "
                + "\(figure.number.text) be printed."
        }
        let n = range.lowerBound
        let steps = Double(n) / (figure.granular.isPercent ? 100 : 1)
        let sum = figure.number.value * steps
        let wholes = [sum.rounded(.down), sum.rounded(.up)].map {
            AuditText.number($0, decimals: 0)
        }
        let (below, above) = (wholes[0], wholes[1])
        let near = figure.granular.nearest(n: n).map(\.text)
        return "\(what) over the number of people. With \(n) people, \(below) gives \(near[0]) and "
            + "\(above) gives \(near[1]); \(figure.number.text) lies in between, however ties are "
            + "rounded."
    }

    // MARK: - Of a whole group

    private func name(_ source: CellBase.Source) -> (words: String, id: String) {
        switch source {
        case .row(let row): (table.rows[row].label, ":row \(row + 1)")
        case .column(let column): (table.columns[column].label, ":column \(column + 1)")
        case .cell(let row, let column):
            (
                "\(table.rows[row].label), \(table.columns[column].label)",
                ":row \(row + 1):column \(column + 1)"
            )
        case .table: (table.title.isEmpty ? table.id : table.title, "")
        }
    }

    func realisedFinding(
        _ group: [Figure],
        _ failing: [Figure],
        stated: Int,
        _ realised: (n: Int, evidence: Double, tried: Int),
        _ source: CellBase.Source
    ) -> Finding {
        let name = name(source)
        let pattern = GranularPattern(group.map(\.granular), n: realised.n)
        let power = ((realised.evidence - logarithm(Double(realised.tried))) / logarithm(10))
        return Finding(
            id: "granularity:\(table.id)\(name.id):n",
            rule: .granularity,
            severity: .cosmetic,
            headline: "\(name.words): all \(group.count) figures fit n = \(realised.n), not the "
                + "stated \(stated)",
            table: table.id,
            printed: "n = \(stated)",
            expected: "n = \(realised.n)",
            because:
                "\(failing.count) of \(group.count) figures cannot come from \(stated) people. Of "
                + "the \(realised.tried) numbers of people around it, \(realised.n) is the only one "
                + "with which all of them can. So many fits are "
                + "10 to the power of \(Int(power.rounded())) times likelier with that number than by "
                + "luck, the number of tries counted.",
            unless: isUnweighted ? nil : "the figures are weighted",
            likelyCause: "Some people's answers were left out of the figures but not of n.",
            cells: failing.map { cell($0.position) },
            chance: min(1, pattern.chanceOfSoMany * Double(realised.tried))
        )
    }

    func luckFinding(
        _ figures: [Figure],
        _ failing: [Figure],
        _ pattern: GranularPattern,
        source: CellBase.Source
    ) -> Finding {
        let name = name(source)
        let doubts = doubts(figures[0])
        let expected = PrintedNumber.rounded(pattern.expectedFailures, decimals: 1)
        let bases = Set(figures.map(\.candidates.lowerBound))
        let base = bases.count == 1 ? "n = \(bases.min() ?? 0)" : "their n"
        return Finding(
            id: "granularity:\(table.id)\(name.id)",
            rule: .granularity,
            severity: doubts.isEmpty ? .contradictory : .improbable,
            headline:
                "\(name.words): \(failing.count) of \(figures.count) figures do not fit \(base)",
            table: table.id,
            printed: bases.count == 1 ? base : nil,
            because:
                "\(failing.count) of \(figures.count) figures cannot come from as many people as "
                + "are stated. If they had nothing to do with that number, \(expected.text) would fail "
                + "by luck. "
                + (pattern.isAsLuckGives
                    ? "So the number is not their base, or they are no plain means and percentages"
                        + (failing.count > 1 ? "; no single figure is at fault." : ".")
                    : "So these figures are wrong, or the number is, or they are no plain means and "
                        + "percentages."),
            unless: doubts.isEmpty ? nil : doubts.joined(separator: ", or "),
            likelyCause: pattern.isAsLuckGives
                ? "The stated n is not the base of these figures, or they are weighted." : nil,
            cells: failing.map { cell($0.position) }
        )
    }
}
