package import Base
package import Survey

/// Reads what became of the households that were tried.
package enum DispositionFile {
    /// The dispositions in the column `code` of a table, and every code that is none as a problem.
    ///
    /// Rows without a code are not finished yet: they are counted apart.
    package static func read(path: String) -> (Dispositions, unfinished: Int, [Problem]) {
        let (table, found) = TableText.read(path: path)
        var problems = found
        guard let table else { return (Dispositions(), 0, problems) }
        guard let position = table.position(of: "code") else {
            return (Dispositions(), 0, problems + [table.missing("code")])
        }
        var dispositions = Dispositions()
        var unfinished = 0
        for (line, cells) in table.lines {
            let code = table.cell(cells, position)
            if code.isEmpty {
                unfinished += 1
            } else if let category = Dispositions.Category(code: code) {
                dispositions.add(category)
            } else {
                problems.append(
                    Problem(
                        .error,
                        "dispositions.code",
                        at: .init(table.file, line: line, column: "code"),
                        "\(Problem.quote(code)) is no final disposition code.",
                        remedy: "Write an AAPOR code such as 1.1, 2.11, 2.25, 3.18 or 4.70; the "
                            + "supervisor's workbook lists them."
                    )
                )
            }
        }
        return (dispositions, unfinished, problems)
    }
}
