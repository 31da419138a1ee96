import Base
import Files
import Survey

/// Reads `bytes` as CSV in all ways, and checks what must hold for any file.
@Sendable
func fuzzCSV(_ bytes: [UInt8]) -> String {
    let pieceBytes = Int(bytes.last ?? 0) + 1
    let (data, problems) = read(bytes, pieceBytes: .max >> 1)
    let (pieces, pieceProblems) = read(bytes, pieceBytes: pieceBytes)
    require(problems == pieceProblems && isSame(data, pieces), "it matters where the text is cut")
    require(data != nil || problems.hasErrors, "no data, and no error says why")

    let (sheet, sheetProblems) = CSV.rows(bytes: bytes, file: "f")
    require(sheet != nil || sheetProblems.hasErrors, "no rows, and no error says why")
    require(sheet?.rows.count ?? 0 >= data?.rowCount ?? 0, "rows from nowhere")

    let words = checked(problems)
    guard let data, data.rowCount > 0, !data.columns.isEmpty else { return words }
    let again = read(CSV.write(data, formulas: .kept), pieceBytes: pieceBytes)
    require(!again.1.contains { $0.code == "csv.bad-row" }, "written rows cannot be read")
    return words + checked(data)
}

private func read(_ bytes: [UInt8], pieceBytes: Int) -> (Microdata?, [Problem]) {
    let options = ReadOptions { $0.hasPrefix("secret") }
    return CSV.read(bytes: bytes, file: "f", options: options, pieceBytes: pieceBytes)
}

/// Whether two tables are the same to the bit; NaN is the same as itself.
private func isSame(_ first: Microdata?, _ second: Microdata?) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return first.origin == second.origin && first.names == second.names
        && zip(first.columns, second.columns).allSatisfy { isSame($0.values, $1.values) }
}

private func isSame(_ first: Column.Values, _ second: Column.Values) -> Bool {
    switch (first, second) {
    case (.numbers(.doubles(let first)), .numbers(.doubles(let second))):
        first.map(\.bitPattern) == second.map(\.bitPattern)
    case (.dates(let first, let precision), .dates(let second, let same)):
        precision == same && first.map(\.bitPattern) == second.map(\.bitPattern)
    default: first == second
    }
}
