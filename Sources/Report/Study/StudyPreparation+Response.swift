import Base
import Survey

extension StudyPreparation {
    /// The factors for nonresponse, one a row of the data; nil with a problem.
    mutating func factors(
        _ response: WeightingDeclaration.Response,
        _ declared: WeightingDeclaration,
        _ everyRow: Microdata,
        _ exclusionOfRow: [Int?]
    ) -> [Double]? {
        let path = "weighting.response"
        let known = response.within.enumerated().compactMap {
            variable($1, at: "\(path).within.\($0)")
        }
        guard known.count == response.within.count else { return nil }
        let adjustment: ResponseAdjustment
        let rowsOfData: [Int]
        switch response.selected {
        case .planned(let column, let unit):
            guard let found = planned(column, unit, response.within) else { return nil }
            adjustment = found
            rowsOfData = Array(0..<data.rowCount)
        case .eligible(let condition):
            guard let cases = cases(condition, everyRow, exclusionOfRow) else { return nil }
            let selected = everyRow.keeping(rows: cases)
            let stages = probabilities(declared, in: selected)
            guard stages.count == declared.probabilities.count else { return nil }
            adjustment = ResponseAdjustment(
                classes: classes(response.within, in: selected),
                weights: baseWeights(stages, rowCount: selected.rowCount),
                isRespondent: cases.map { exclusionOfRow[$0] == nil }
            )
            rowsOfData = cases.indices.filter { exclusionOfRow[cases[$0]] == nil }
        }
        warn(of: adjustment)
        let factors = rowsOfData.map { adjustment.factors[$0] }
        guard let row = factors.firstIndex(where: { !$0.isFinite }) else { return factors }
        add(
            at: location(row, response.within.first ?? "", in: data),
            "weighting.class",
            "The class or the unit of the adjustment for nonresponse is missing.",
            "Correct the data, or leave such rows out under exclude."
        )
        return nil
    }

    /// One label a row for the classes of the adjustment.
    private func classes(_ names: [String], in data: Microdata) -> Labels {
        Labels(
            (0..<data.rowCount).map { row -> String? in
                let parts = names.compactMap { data[$0]?.valueName(row: row) }
                return parts.contains("") ? nil : parts.joined(separator: " × ")
            }
        )
    }

    // MARK: - Numbers selected

    private mutating func planned(
        _ name: String,
        _ unit: String,
        _ within: [String]
    ) -> ResponseAdjustment? {
        let path = "weighting.response"
        guard let units = variable(unit, at: "\(path).unit"),
            let planned = positive(name, at: "\(path).planned", in: data)
        else { return nil }
        let adjustment = ResponseAdjustment(
            classes: classes(within, in: data),
            units: Labels(units),
            planned: planned,
            silent: silentUnits(name, units, within)
        )
        if let uneven = adjustment.uneven.first {
            add(
                .error,
                "weighting.planned-varies",
                at: "\(path).planned",
                "\(name) differs between the rows of \(unit) \(Problem.quote(uneven))"
                    + (adjustment.uneven.count > 1
                        ? " and \(adjustment.uneven.count - 1) others." : "."),
                "It says how many were selected in the \(unit): one number for all of its rows."
            )
            return nil
        }
        return adjustment
    }

    /// Units of the joined table in which people were selected and nobody answered.
    ///
    /// They are missing from the data, and yet those who answered elsewhere stand for them too. A unit in
    /// reserve that was not visited is none of them; one that was stands for another of its class, which
    /// then is not counted.
    private mutating func silentUnits(
        _ planned: String,
        _ unit: Column,
        _ within: [String]
    ) -> [ResponseAdjustment.SilentUnit] {
        let index = study.data.joins.indices.first { index in
            study.data.joins[index].by == unit.name && tables.indices.contains(index)
                && tables[index]?.columns.contains { $0.name == planned } == true
        }
        guard let index, let table = tables[index],
            let counts = table.columns.first(where: { $0.name == planned })
        else { return [] }
        let present = Set((0..<data.rowCount).map { unit.valueName(row: $0) })
        let parts = within.compactMap { name in table.columns.first { $0.name == name } }
        let classes = Set(self.classes(within, in: data).names)
        func name(_ row: Int) -> String {
            parts.map { $0.texts[row] }.joined(separator: " × ")
        }
        var replaced: [String: Int] = [:]
        for row in table.keys.indices
        where present.contains(table.keys[row]) && table.reserves.contains(table.keys[row]) {
            replaced[name(row), default: 0] += 1
        }
        var lost: [String] = []
        var units: [ResponseAdjustment.SilentUnit] = []
        for row in table.keys.indices {
            let key = table.keys[row]
            guard !present.contains(key), !table.reserves.contains(key),
                let number = Double(counts.texts[row]), number > 0
            else { continue }
            if let others = replaced[name(row)], others > 0 {
                replaced[name(row)] = others - 1
            } else if parts.count == within.count, classes.contains(name(row)) {
                units.append(.init(name: name(row), planned: number))
            } else {
                lost.append(key)
            }
        }
        warn(ofLost: lost, unit.name, table.file)
        return units
    }

    private mutating func warn(ofLost lost: [String], _ unit: String, _ file: String) {
        guard let first = lost.first else { return }
        add(
            .warning,
            "weighting.silent-unit",
            at: "weighting.response",
            "Nobody of \(unit) \(Problem.quote(first))"
                + (lost.count > 1 ? " and \(lost.count - 1) others" : "")
                + " answered, and no class with respondents can stand for those selected there.",
            "Join the columns of within from \(file) too, or choose wider classes."
        )
    }

    // MARK: - Single cases

    /// The rows of the file that were selected and belong to the population; nil with a problem.
    ///
    /// Those that the analysis keeps are among them, whatever the condition says; repeats of a row are not.
    private mutating func cases(
        _ condition: Expression,
        _ everyRow: Microdata,
        _ exclusionOfRow: [Int?]
    ) -> [Int]? {
        let path = "weighting.response.eligible"
        let bound: BoundExpression
        do {
            bound = try BoundExpression(condition, in: everyRow)
        } catch {
            problems += error.list.map { study.problem(of: $0, in: condition, at: path) }
            return nil
        }
        return (0..<everyRow.rowCount).filter { row in
            guard let exclusion = exclusionOfRow[row] else { return true }
            if case .duplicates = study.exclusions[exclusion].rule { return false }
            return bound.holds(row: row) == true
        }
    }

    private mutating func warn(of adjustment: ResponseAdjustment) {
        let write = NumberStyle.english
        for name in adjustment.silentClasses {
            add(
                .warning,
                "weighting.silent-class",
                at: "weighting.response",
                "Of the class \(Problem.quote(name)) people were selected and nobody answered: no weight "
                    + "stands for them.",
                "Choose wider classes."
            )
        }
        for one in adjustment.classes where one.answered > one.selected * (1 + 1e-9) {
            add(
                .warning,
                "weighting.more-than-selected",
                at: "weighting.response",
                "In the class \(Problem.quote(one.name)) \(write.text(one.answered)) answered, and "
                    + "\(write.text(one.selected)) were selected: their weights go down.",
                "Where more people were asked than planned that is right; else look for rows that stand "
                    + "in the data twice."
            )
        }
    }
}
