import Base
import Files
import Survey

/// Checks what must hold for any problem, and gives all of them as text.
func checked(_ problems: [Problem]) -> String {
    for problem in problems {
        require(problem.code.name.contains("."), "a code without a dot: \(problem)")
        require(!problem.message.isEmpty, "a problem without words: \(problem)")
        require(!problem.remedy.isEmpty, "a problem without a remedy: \(problem)")
        require(problem.location.line ?? 1 >= 1, "no such line: \(problem)")
    }
    return problems.map(\.description).joined(separator: "\n")
}

/// Checks what must hold for any data that were read, and gives them as text.
func checked(_ data: Microdata) -> String {
    require(Set(data.names).count == data.columns.count, "two columns have one name")
    for column in data.columns {
        require(column.rowCount == data.rowCount, "\(column.name) has other rows than the data")
        if case .codes(let codes, let categories) = column.values {
            for row in 0..<codes.count {
                require(codes[row] <= categories.count, "\(column.name) has an answer of no list")
            }
        }
    }
    for row in 0..<data.rowCount {
        require(
            data.origin.line(of: row) >= 1,
            "row \(row) is on line \(data.origin.line(of: row))"
        )
    }
    return String(decoding: CSV.write(data), as: UTF8.self)
}

/// Checks the problems that stop reading: there must be an error among them.
func checked(_ problems: Problems) -> String {
    require(problems.list.hasErrors, "reading stopped, and no error says why")
    return checked(problems.list)
}
