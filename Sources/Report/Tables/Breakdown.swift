import Base
package import Survey

/// A division of the respondents into groups, by one variable or by several crossed.
package struct Breakdown: Sendable, Hashable {
    package struct Group: Sendable, Hashable {
        /// The names of the answers that make it, joined with " × ".
        package let name: String
        /// What people read.
        package let label: String
    }

    /// The names of the variables, joined with " × ".
    package let name: String
    package let label: String
    package let groups: [Group]
    /// The group of each row from 1; 0 for rows in none.
    package let codes: [Int]

    /// The breakdown of `data` by `variables`; groups that nobody is in are left out.
    ///
    /// - Returns: nil when a variable is not there or holds no list of answers.
    package init?(by variables: [String], in data: Microdata, language: String) {
        var parts: [(column: Column, codes: Codes, categories: [Category])] = []
        for variable in variables {
            guard let column = data[variable],
                case .codes(let codes, let categories) = column.values
            else { return nil }
            parts.append((column, codes, categories))
        }
        guard !parts.isEmpty else { return nil }
        name = variables.joined(separator: " × ")
        label = parts.map { $0.column.text(in: language) }.joined(separator: " × ")

        // One number a combination: the last variable runs fastest, as in a table's rows.
        let cells = parts.reduce(1) { $0 * $1.categories.count }
        var cellOfRow = [Int](repeating: 0, count: data.rowCount)
        var counts = [Int](repeating: 0, count: cells + 1)
        for row in 0..<data.rowCount {
            var cell = 0
            var isWhole = true
            for part in parts {
                let code = part.codes[row]
                if code == 0 || part.categories[code - 1].isMissing { isWhole = false }
                cell = cell * part.categories.count + max(code - 1, 0)
            }
            cellOfRow[row] = isWhole ? cell + 1 : 0
            counts[cellOfRow[row]] += 1
        }
        var groups: [Group] = []
        var codeOfCell = [Int](repeating: 0, count: cells + 1)
        for cell in 0..<cells where counts[cell + 1] > 0 {
            var rest = cell
            var categories: [Category] = []
            for part in parts.reversed() {
                categories.append(part.categories[rest % part.categories.count])
                rest /= part.categories.count
            }
            categories.reverse()
            groups.append(
                Group(
                    name: categories.map(\.name).joined(separator: " × "),
                    label: categories.map { $0.text(in: language) }.joined(separator: ", ")
                )
            )
            codeOfCell[cell + 1] = groups.count
        }
        self.groups = groups
        codes = cellOfRow.map { codeOfCell[$0] }
    }
}

extension Column {
    /// The wording of the question in `language`, or its name where there is none.
    package func text(in language: String) -> String {
        let text = label.text(in: language)
        return text.isEmpty ? name : text
    }
}
