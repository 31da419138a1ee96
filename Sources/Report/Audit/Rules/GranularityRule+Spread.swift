extension GranularityRule.Judge {
    /// The deviation printed beside a figure: in its row, else in its column.
    private func deviation(
        of position: Position
    ) -> (number: PrintedNumber, position: Position, isError: Bool)? {
        let statistic = table.statistic(row: position.row, column: position.column)
        for (kind, isError) in [
            (AuditedTable.Statistic.standardDeviation, false), (.standardError, true),
        ] {
            let across = table.columns.indices.filter {
                table.statistic(row: position.row, column: $0) == kind
            }
            let alikeAcross = table.columns.indices.filter {
                table.statistic(row: position.row, column: $0) == statistic
            }
            if let column = CellBase.partner(
                of: position.column,
                among: across,
                alike: alikeAcross
            ), let number = table.cells[position.row][column].number,
                alikeAcross.count == across.count
            {
                return (number, Position(row: position.row, column: column), isError)
            }
            let down = table.rows.indices.filter {
                table.statistic(row: $0, column: position.column) == kind
            }
            let alikeDown = table.rows.indices.filter {
                table.statistic(row: $0, column: position.column) == statistic
            }
            if let row = CellBase.partner(of: position.row, among: down, alike: alikeDown),
                let number = table.cells[row][position.column].number,
                alikeDown.count == down.count
            {
                return (number, Position(row: row, column: position.column), isError)
            }
        }
        return nil
    }

    /// What became of the test with one number of people.
    private enum Trial {
        case fits
        case fails(Grimmer.Reason)
        /// GRIMMER's conditions are met, and yet no such answers exist.
        case unreachable
        case untested

        var isClear: Bool {
            switch self {
            case .fits, .untested: true
            case .fails, .unreachable: false
            }
        }

        var isFit: Bool {
            if case .fits = self { true } else { false }
        }

        /// The mean itself is not on that scale.
        var isOffScale: Bool {
            if case .fails(.grim) = self { true } else { false }
        }
    }

    private func trial(
        _ figure: Figure,
        _ deviation: PrintedNumber,
        _ spread: Grimmer.Spread,
        n: Int
    ) -> Trial {
        if figure.granular.isPercent {
            guard spread != .standardError,
                let counts = Debit.counts(
                    proportion: figure.number,
                    deviation: deviation,
                    n: n,
                    isPercent: true,
                    usesAll: spread == .population
                )
            else { return .untested }
            return counts.isEmpty ? .fails(.outOfScale) : .fits
        }
        guard !codings.isEmpty else { return trial(figure, deviation, spread, n, on: nil) }
        // The verdict on the scale as answered is told, but any coding that fits clears the figure.
        let trials = codings.map { trial(figure, deviation, spread, n, on: $0) }
        return trials.first { $0.isClear } ?? trials.first { !$0.isOffScale } ?? .untested
    }

    private func trial(
        _ figure: Figure,
        _ deviation: PrintedNumber,
        _ spread: Grimmer.Spread,
        _ n: Int,
        on range: ClosedRange<Int>?
    ) -> Trial {
        guard let mean = GranularFigure(figure.number, answers: range),
            let verdict = Grimmer(deviation: deviation, mean: mean, n: n, spread: spread)
        else { return .untested }
        if let reason = verdict.reason { return .fails(reason) }
        guard let range, n <= 40, range.count <= 7 else { return .fits }
        let exists = Realisation.exists(verdict.fits, n: n, range: range)
        return exists == false ? .unreachable : .fits
    }

    /// Judges the standard deviation or error beside a mean or a percentage, where there is one.
    mutating func judgeSpread(of figure: Figure) {
        guard let deviation = deviation(of: figure.position), deviation.number.units >= 0,
            figure.fits
        else { return }
        // An SD that divides by n is a choice, not an error.
        let spreads: [Grimmer.Spread] =
            deviation.isError ? [.standardError] : [.sample, .population]
        var worst: Trial?
        var fitting: Set<Grimmer.Spread> = []
        var isTelling = false
        search: for n in figure.candidates where n >= 2 && figure.granular.fits(n: n) {
            for spread in spreads {
                let trial = trial(figure, deviation.number, spread, n: n)
                switch trial {
                case .fits:
                    fitting.insert(spread)
                    isTelling = hasPower(figure, deviation.number, n: n)
                    // Only of one number of people it can be told which divisor fits.
                    if figure.candidates.count > 1 { break search }
                case .untested: return
                case .fails, .unreachable: worst = worst ?? trial
                }
            }
        }
        if !fitting.isEmpty {
            if isTelling { outcome.checked += 1 }
            divided.append(
                Divided(
                    figure: figure,
                    number: deviation.number,
                    position: deviation.position,
                    spreads: fitting
                )
            )
            return
        }
        guard let worst else { return }
        outcome.checked += 1
        outcome.findings.append(
            spreadFinding(figure, deviation.number, deviation.position, deviation.isError, worst)
        )
    }

    /// Where the scale is known its bounds can fail at any n; else the sums of squares must be apart.
    private func hasPower(_ figure: Figure, _ deviation: PrintedNumber, n: Int) -> Bool {
        if figure.granular.isPercent || answers != nil { return true }
        return deviation.value * deviation.unit * Double(n - 1) < 1
    }

    private func spreadFinding(
        _ figure: Figure,
        _ deviation: PrintedNumber,
        _ position: Position,
        _ isError: Bool,
        _ trial: Trial
    ) -> Finding {
        let doubts = doubts(figure)
        let name = isError ? "standard error" : "standard deviation"
        let mean = figure.granular.isPercent ? "percentage" : "mean"
        let couldBeError =
            !isError && !figure.granular.isPercent
            && figure.candidates.contains { n in
                n >= 2 && self.trial(figure, deviation, .standardError, n: n).isFit
            }
        return Finding(
            id: id(position),
            rule: .granularity,
            severity: doubts.isEmpty ? .impossible : .improbable,
            headline: "\(label(position)): no answers of \(people(figure)) with the \(mean) "
                + "\(figure.number.text) have the \(name) \(deviation.text)",
            table: table.id,
            row: table.rows[position.row].label,
            column: table.columns[position.column].label,
            printed: deviation.text,
            expected: bounds(figure, isError),
            because: reason(figure, deviation, name, trial),
            unless: doubts.isEmpty ? nil : doubts.joined(separator: ", or "),
            likelyCause: couldBeError
                ? "It would fit as the standard error of the mean, printed as a standard deviation."
                : nil,
            cells: [cell(position), cell(figure.position)]
        )
    }

    private func bounds(_ figure: Figure, _ isError: Bool) -> String? {
        guard !isError, let n = figure.base.exact, n >= 2,
            let mean = GranularFigure(
                figure.number,
                isPercent: figure.granular.isPercent,
                answers: answers
            ), let bounds = SpreadBounds.variance(of: mean, n: n)
        else { return nil }
        let decimals = max(2, figure.number.decimals)
        let ends = [bounds.lowerBound, bounds.upperBound].map { variance in
            let hundred: Double = figure.granular.isPercent ? 100 : 1
            return PrintedNumber.rounded(
                variance.value.squareRoot() * hundred,
                decimals: decimals
            )
        }
        return "from \(ends[0].text) to \(ends[1].text)"
    }

    private func reason(
        _ figure: Figure,
        _ deviation: PrintedNumber,
        _ name: String,
        _ trial: Trial
    ) -> String {
        let beyond = beyondScale(figure, deviation, name)
        let start =
            beyond != nil
            ? "With \(people(figure)) and the mean \(figure.number.text), "
            : "The sum and the sum of squares of whole answers are whole numbers, and both are odd "
                + "or both even. With \(people(figure)) and \(figure.number.text), "
        let end =
            switch trial {
            case _ where beyond != nil: beyond ?? ""
            case .fails(.parity):
                "the sums of squares that would print as \(deviation.text) have the wrong parity."
            case .fails(.outOfScale) where figure.granular.isPercent:
                "the \(name) follows from the share, and none of the counts that print so gives "
                    + "\(deviation.text)."
            case .fails(.outOfScale):
                "the answers would have to lie off the scale, or closer together than whole numbers "
                    + "can, to give \(deviation.text)."
            case .unreachable:
                "sums that would print as \(deviation.text) exist, but no answers on the scale have "
                    + "them; all combinations were tried."
            default: "no whole sum of squares prints as \(deviation.text)."
            }
        return start + end
            + (name == "standard deviation"
                ? " It fails whether the deviation divides by n or by n − 1." : "")
    }
}
