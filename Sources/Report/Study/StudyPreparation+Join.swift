import Base
import Survey

extension StudyPreparation {
    /// Joins the columns of other tables to the rows.
    mutating func join() {
        for (index, declared) in study.data.joins.enumerated() where tables.indices.contains(index)
        {
            let path = "data.join.\(index)"
            guard let table = tables[index], let key = variable(declared.by, at: "\(path).by")
            else {
                continue
            }
            for (line, first) in table.repeatedKeys {
                add(
                    at: .init(table.file, line: line, column: declared.by),
                    "join.repeated-key",
                    "The key stands in line \(first) already.",
                    "Leave one row for each \(declared.by)."
                )
            }
            let (columns, unmatched) = data.joined(table, by: key)
            if let row = unmatched.first {
                let name = key.valueName(row: row)
                add(
                    at: .init(
                        data.origin.file,
                        line: data.origin.line(of: row),
                        column: declared.by
                    ),
                    "join.unknown-key",
                    "\(Problem.quote(name)) is not in \(table.file)"
                        + (unmatched.count > 1
                            ? " (\(unmatched.count) rows have such a key)." : "."),
                    "Correct the \(declared.by) in the data, or add it to \(table.file)."
                )
            }
            for column in columns where column.name != declared.by {
                if data[column.name] != nil {
                    // A column that both tables have, such as the region, stays as it was answered.
                    if declared.take.contains(column.name) {
                        add(
                            .error,
                            "join.name",
                            at: path,
                            "The data have a column \(column.name) already.",
                            "Leave it out of take."
                        )
                    }
                } else {
                    data.append(column)
                }
            }
        }
    }

    mutating func add(
        at location: Problem.Location,
        _ code: Problem.Code,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(Problem(.error, code, at: location, message, remedy: remedy))
    }
}
