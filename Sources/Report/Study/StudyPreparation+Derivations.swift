import Base
import Survey

extension StudyPreparation {
    mutating func derive(_ derivation: Derivation) {
        let path = "derive.\(derivation.name)"
        if data[derivation.name] != nil {
            add(
                .error,
                "study.derive-name",
                at: path,
                "The data already hold a variable \(derivation.name).",
                "Give the derived variable another name."
            )
            return
        }
        switch derivation.rule {
        case .cuts(let name, let cuts):
            guard let column = variable(name, at: path + ".from") else { return }
            deriveCuts(derivation, column, cuts)
        case .groups(let name, let groups):
            guard let column = variable(name, at: path + ".from") else { return }
            deriveGroups(derivation, column, groups)
        case .cases(let cases, let otherwise): deriveCases(derivation, cases, otherwise)
        case .formula(let expression):
            guard let bound = bind(expression, at: path + ".formula") else { return }
            let numbers = (0..<data.rowCount).map { bound.number(row: $0) ?? .nan }
            data.append(
                Column(
                    name: derivation.name,
                    label: derivation.label,
                    values: .numbers(Numbers(numbers))
                )
            )
        }
    }

    private mutating func deriveCuts(_ derivation: Derivation, _ column: Column, _ cuts: [Double]) {
        guard case .numbers(let numbers) = column.values else {
            add(
                .error,
                "study.derive-kind",
                at: "derive.\(derivation.name).from",
                "\(column.name) holds no numbers, so it cannot be cut.",
                "Use groups to put its answers together."
            )
            return
        }
        let isWhole =
            cuts.allSatisfy { $0 == $0.rounded() }
            && numbers.all.allSatisfy { $0.isNaN || $0 == $0.rounded() }
        var names = zip(cuts, cuts.dropFirst()).map { low, high -> String in
            guard isWhole else { return "\(numberName(low)) to under \(numberName(high))" }
            return high - 1 == low
                ? numberName(low) : "\(numberName(low))–\(numberName(high - 1))"
        }
        names.append("\(numberName(cuts[cuts.count - 1]))+")
        var below = 0
        let codes = (0..<numbers.count).map { row in
            let number = numbers[row]
            guard !number.isNaN, !column.missingNumbers.contains(number) else { return 0 }
            let code = cuts.lastIndex { $0 <= number }.map { $0 + 1 } ?? 0
            if code == 0 { below += 1 }
            return code
        }
        if below > 0 {
            add(
                .warning,
                "study.below-first-cut",
                at: "derive.\(derivation.name).cuts",
                "\(below) values of \(column.name) lie below the first cut, \(numberName(cuts[0])): "
                    + "they are in no group.",
                "Begin with a lower cut if they belong to a group."
            )
        }
        append(derivation, like: column, names: names, codes: codes)
    }

    private mutating func deriveGroups(
        _ derivation: Derivation,
        _ column: Column,
        _ groups: [Derivation.Grouping]
    ) {
        let path = "derive.\(derivation.name).groups"
        var targets: [String: Int] = [:]
        let known = (column.distinctCategories(atMost: 1000) ?? []).map(\.name)
        for (index, group) in groups.enumerated() {
            for answer in group.answers {
                if !known.contains(answer) {
                    let hint = nearestName(to: answer, in: known)
                    add(
                        .error,
                        "study.unknown-answer",
                        at: "\(path).\(group.name)",
                        "\(Problem.quote(answer)) is not an answer to \(column.name).",
                        hint.map { "Did you mean \($0)?" }
                            ?? "Its answers: \(known.prefix(12).joined(separator: ", "))."
                    )
                }
                targets[answer] = index + 1
            }
        }
        let codes = (0..<column.rowCount).map { targets[column.valueName(row: $0)] ?? 0 }
        append(derivation, like: column, names: groups.map(\.name), codes: codes)
    }

    private mutating func deriveCases(
        _ derivation: Derivation,
        _ cases: [Derivation.Case],
        _ otherwise: String?
    ) {
        let path = "derive.\(derivation.name).cases"
        var conditions: [BoundExpression] = []
        for item in cases {
            guard let bound = bind(item.when, at: "\(path).\(item.name)") else { return }
            conditions.append(bound)
        }
        let names = cases.map(\.name) + (otherwise.map { [$0] } ?? [])
        let codes = (0..<data.rowCount).map { row in
            var undecided = false
            for (index, condition) in conditions.enumerated() {
                switch condition.holds(row: row) {
                case true?: return index + 1
                case nil: undecided = true
                case false?: continue
                }
            }
            return otherwise == nil || undecided ? 0 : names.count
        }
        append(derivation, like: nil, names: names, codes: codes)
    }

    /// Adds the variable; without a label of its own it has that of the variable that it comes from.
    private mutating func append(
        _ derivation: Derivation,
        like source: Column?,
        names: [String],
        codes: [Int]
    ) {
        let categories = names.map {
            Category($0, label: derivation.answerLabels[$0] ?? LocalText([:]))
        }
        data.append(
            Column(
                name: derivation.name,
                label: derivation.label.isEmpty
                    ? source?.label.marked(derivation.name) ?? derivation.label
                    : derivation.label,
                values: .codes(Codes(codes, categoryCount: categories.count), categories)
            )
        )
    }
}

extension LocalText {
    /// The text in each language with `name` behind it in brackets.
    func marked(_ name: String) -> LocalText {
        LocalText(texts.mapValues { "\($0) (\(name))" })
    }
}
