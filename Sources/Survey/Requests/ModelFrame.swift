import Base

/// The columns of a formula, as the data hold them.
struct ModelFrame {
    let response: String
    private(set) var answers: [String] = []
    var offset: [Double]?
    private var responses: [Double] = []
    private let formula: ModelFormula
    private var numbers: [String: [Double]] = [:]
    private var groups: [String: RequestedGroups] = [:]
    private let rowCount: Int

    /// The columns that `formula` names; factors have the groups that the rows `inside` have, nil for all.
    init(
        _ formula: ModelFormula,
        _ columns: inout RequestedColumns,
        _ isOrdinal: Bool,
        inside: [Bool]?
    ) {
        self.formula = formula
        response = formula.response
        rowCount = columns.rowCount
        if isOrdinal {
            if let groups = columns.groups(response)?.keeping(inside) {
                answers = groups.names
                responses = (0..<rowCount).map { Double(groups.codes[$0]) - 1 }
                    .map { $0 < 0 ? .nan : $0 }
            }
        } else {
            responses = columns.numbers(response)?.all ?? []
        }
        for part in formula.terms.flatMap({ $0 }) {
            if part.isFactor {
                if groups[part.name] == nil {
                    groups[part.name] = columns.groups(part.name)?.keeping(inside)
                }
                continue
            }
            guard numbers[part.name] == nil, groups[part.name] == nil else { continue }
            if columns.data[part.name] == nil,
                RequestedColumns.argument(of: "log", in: part.name) != nil
            {
                numbers[part.name] = columns.numbers(part.name)?.all
                continue
            }
            guard let column = columns.column(part.name) else { continue }
            if let values = Numbers(answered: column) {
                numbers[part.name] = values.all
            } else if !columns.reportNumbersWithWords(column) {
                groups[part.name] = columns.groups(part.name)?.keeping(inside)
            }
        }
    }

    /// How many columns the model has.
    var columnCount: Int {
        formula.terms.reduce(formula.hasIntercept ? 1 : 0) { sum, term in
            let own = term.reduce(1) { size, part in
                let levels = isFactor(part) ? groups[part.name]?.names.count ?? 0 : 1
                return size.multipliedReportingOverflow(by: max(1, levels)).partialValue
            }
            return sum + max(0, own)
        }
    }

    private func isFactor(_ part: ModelFormula.Part) -> Bool {
        part.isFactor || numbers[part.name] == nil
    }

    /// The factors of the model.
    var factors: [String] { groups.keys.sorted() }

    func levels(of factor: String) -> [String] { groups[factor]?.names ?? [] }

    /// The columns, `factor` set to `level` for everybody where one is named.
    func columns(holding factor: String? = nil, at level: String? = nil) -> ModelColumns {
        typealias Made = (name: String, columns: [(name: String, values: [Double])])
        var terms: [Made] = []
        if formula.hasIntercept {
            let ones = [Double](repeating: 1, count: rowCount)
            terms.append((ModelColumns.intercept, [(ModelColumns.intercept, ones)]))
        }
        for term in formula.terms {
            var made: [(name: String, values: [Double])] = [("", [])]
            for part in term {
                let own = columns(of: part, isSpanned: isSpanned(part, of: term), factor, level)
                made = made.flatMap { before in
                    own.map { column in
                        before.name.isEmpty
                            ? column
                            : (
                                "\(before.name):\(column.name)",
                                zip(before.values, column.values).map { $0 * $1 }
                            )
                    }
                }
            }
            terms.append((term.map(\.name).joined(separator: ":"), made))
        }
        return ModelColumns(response: responses, terms: terms, offset: offset)
    }

    /// Whether the model holds `term` without `part`, so that the first group of a factor is told by it.
    ///
    /// - SeeAlso: R `terms.formula`: a factor is coded by contrasts where its margin is in the model, else
    ///   by an indicator of every group.
    private func isSpanned(_ part: ModelFormula.Part, of term: [ModelFormula.Part]) -> Bool {
        let margin = Set(term).subtracting([part])
        if margin.isEmpty {
            // Without an intercept the first factor takes its place.
            return formula.hasIntercept
                || formula.terms.first { $0.count == 1 && isFactor($0[0]) } != [part]
        }
        return formula.terms.contains { Set($0) == margin }
    }

    /// The columns of one part: itself, or indicators of its groups, the first left out where the model tells
    /// it.
    private func columns(
        of part: ModelFormula.Part,
        isSpanned: Bool,
        _ factor: String?,
        _ level: String?
    ) -> [(name: String, values: [Double])] {
        if !isFactor(part), let values = numbers[part.name] { return [(part.name, values)] }
        guard let groups = groups[part.name] else { return [] }
        return groups.names.indices.dropFirst(isSpanned ? 1 : 0).map { place in
            let name = part.name + groups.names[place]
            if part.name == factor, let level {
                let value = groups.names[place] == level ? 1.0 : 0
                // A row without the factor is not in the model, whatever it is set to.
                return (
                    name,
                    (0..<rowCount).map { groups.codes[$0] == 0 ? .nan : value }
                )
            }
            return (
                name,
                (0..<rowCount).map { row in
                    groups.codes[row] == 0 ? .nan : groups.codes[row] == place + 1 ? 1 : 0
                }
            )
        }
    }
}

extension RequestedGroups {
    /// The groups that some row `inside` has; nil stands for all rows.
    fileprivate func keeping(_ inside: [Bool]?) -> RequestedGroups {
        guard let inside else { return self }
        var isUsed = [Bool](repeating: false, count: names.count + 1)
        for row in inside.indices where inside[row] { isUsed[codes[row]] = true }
        let used = names.indices.filter { isUsed[$0 + 1] }
        var place = [Int](repeating: 0, count: names.count + 1)
        for (position, name) in used.enumerated() { place[name + 1] = position + 1 }
        return RequestedGroups(
            codes: Codes((0..<codes.count).map { place[codes[$0]] }, categoryCount: used.count),
            names: used.map { names[$0] }
        )
    }
}
