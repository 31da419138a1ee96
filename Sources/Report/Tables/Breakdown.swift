package import Base
package import Survey

/// A division of the respondents into groups, by one variable or by several crossed.
package struct Breakdown: Sendable, Hashable {
    package struct Group: Sendable, Hashable {
        /// The names of the answers that make it, joined with " × ".
        package let name: String
        /// What people read.
        package let label: LocalText
    }

    package let variables: [String]
    /// The names of the variables, joined with " × ".
    package let name: String
    package let label: LocalText
    package let groups: [Group]
    /// The group of each row from 1; 0 for rows in none.
    package let codes: [Int]

    /// The breakdown of `data` by `variables`; groups that nobody is in are left out.
    ///
    /// - Returns: nil when a variable is not there or holds no list of answers.
    package init?(by variables: [String], in data: Microdata) {
        var parts: [Part] = []
        for variable in variables {
            guard let column = data[variable],
                case .codes(let codes, let categories) = column.values
            else { return nil }
            parts.append((column, codes, categories))
        }
        guard !parts.isEmpty else { return nil }
        name = variables.joined(separator: " × ")
        label = LocalText(joining: parts.map { $0.column.reading }, separator: " × ")

        let combinations = Self.combinations(of: parts, rowCount: data.rowCount)
        self.variables = variables
        codes = combinations.codes
        groups = combinations.found.map { answers in
            let categories = zip(parts, answers).map { $0.categories[$1 - 1] }
            return Group(
                name: categories.map(\.name).joined(separator: " × "),
                label: LocalText(joining: categories.map(\.reading), separator: ", ")
            )
        }
    }

    private typealias Part = (column: Column, codes: Codes, categories: [Category])

    /// The combinations of answers that occur, in the order of the lists, and each row's from 1.
    private static func combinations(
        of parts: [Part],
        rowCount: Int
    ) -> (found: [[Int]], codes: [Int]) {
        let answers = (0..<rowCount).map { row -> [Int]? in
            let codes = parts.map { $0.codes[row] }
            let isWhole = zip(parts, codes).allSatisfy { part, code in
                code > 0 && !part.categories[code - 1].isMissing
            }
            return isWhole ? codes : nil
        }
        let found = Set(answers.compactMap { $0 }).sorted { $0.lexicographicallyPrecedes($1) }
        let numbers = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1, $0 + 1) })
        return (found, answers.map { $0.flatMap { numbers[$0] } ?? 0 })
    }
}

extension LocalText {
    /// The texts one after the other, in every language that one of them has.
    init(joining texts: [LocalText], separator: String) {
        self.init([:])
        for language in Set(texts.flatMap(\.languages)) {
            set(texts.map { $0.text(in: language) }.joined(separator: separator), in: language)
        }
    }
}

extension Category {
    /// What people read: the label, or the name where there is none.
    var reading: LocalText { label.isEmpty ? LocalText(name) : label }
}

extension Column {
    /// The wording of the question, or its name where there is none.
    var reading: LocalText { label.isEmpty ? LocalText(name) : label }

    /// The wording of the question in `language`, or its name where there is none.
    package func text(in language: String) -> String {
        let text = label.text(in: language)
        return text.isEmpty ? name : text
    }
}
