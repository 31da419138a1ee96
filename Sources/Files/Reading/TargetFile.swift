package import Base
package import Survey

/// Reads what is known of the population: a table with the columns variable, group and target.
///
/// A row without a group gives the total of a number.
package enum TargetFile {
    /// The rows of the file at `path`.
    ///
    /// - Throws: All problems of the file at once.
    package static func read(path: String) throws(Problems) -> [CalibrationRequest.Target] {
        let (read, problems) = TableText.read(path: path)
        guard let table = read, !problems.hasErrors else { throw Problems(problems) }
        var found: [Problem] = []
        for name in ["variable", "group", "target"] where table.position(of: name) == nil {
            found.append(table.missing(name))
        }
        guard found.isEmpty else { throw Problems(found) }
        var targets: [CalibrationRequest.Target] = []
        for (line, cells) in table.lines {
            let variable = table.cell(cells, table.position(of: "variable"))
            let group = table.cell(cells, table.position(of: "group"))
            let text = table.cell(cells, table.position(of: "target"))
            guard let target = TableText.number(text), target.isFinite,
                target > 0 || group.isEmpty,
                !variable.isEmpty
            else {
                found.append(
                    Problem(
                        .error,
                        "estimate.bad-target",
                        at: .init(table.file, line: line, column: "target"),
                        variable.isEmpty
                            ? "The row names no variable."
                            : "\(Problem.quote(text)) is not the size of a group.",
                        remedy:
                            "Each row names a variable of the data, a group of it and its size above 0."
                    )
                )
                continue
            }
            targets.append(
                .init(
                    variable: variable,
                    group: group.isEmpty ? nil : group,
                    target: target,
                    line: line
                )
            )
        }
        guard found.isEmpty else { throw Problems(found) }
        return targets
    }
}
