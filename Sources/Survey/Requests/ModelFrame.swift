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

    init(_ formula: ModelFormula, _ columns: inout RequestedColumns, _ isOrdinal: Bool) {
        self.formula = formula
        response = formula.response
        rowCount = columns.rowCount
        if isOrdinal {
            if let groups = columns.groups(response) {
                answers = groups.names
                responses = (0..<rowCount).map { Double(groups.codes[$0]) - 1 }
                    .map { $0 < 0 ? .nan : $0 }
            }
        } else {
            responses = columns.numbers(response)?.all ?? []
        }
        for part in formula.terms.flatMap({ $0 }) where numbers[part.name] == nil {
            if !part.isFactor, columns.data[part.name] == nil,
                RequestedColumns.argument(of: "log", in: part.name) != nil
            {
                numbers[part.name] = columns.numbers(part.name)?.all
                continue
            }
            guard groups[part.name] == nil, let column = columns.column(part.name) else { continue }
            if !part.isFactor, let values = Numbers(answered: column) {
                numbers[part.name] = values.all
            } else if part.isFactor || !columns.reportNumbersWithWords(column) {
                groups[part.name] = columns.groups(part.name)
            }
        }
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
                let own = columns(of: part, factor, level)
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

    /// The columns of one part: itself, or indicators of all groups but the first.
    private func columns(
        of part: ModelFormula.Part,
        _ factor: String?,
        _ level: String?
    ) -> [(name: String, values: [Double])] {
        if let values = numbers[part.name] { return [(part.name, values)] }
        guard let groups = groups[part.name] else { return [] }
        return groups.names.indices.dropFirst().map { place in
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
