import Foundation
import Survey
import TestKit
import Testing

/// A value of a reference file, whatever its shape.
@dynamicMemberLookup
indirect enum JSON: Decodable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    subscript(dynamicMember key: String) -> JSON { self[key] }

    subscript(key: String) -> JSON {
        if case .object(let object) = self { object[key] ?? .null } else { .null }
    }

    subscript(index: Int) -> JSON {
        if case .list(let list) = self, list.indices.contains(index) { list[index] } else { self }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The members of a list; R writes a list of one as its member.
    var list: [JSON] {
        switch self {
        case .list(let list): list
        case .null: []
        default: [self]
        }
    }

    var numbers: [Double] { list.map { $0.number ?? .nan } }
    var texts: [String] { list.map { $0.text ?? "" } }
    var isNull: Bool { if case .null = self { true } else { false } }

    /// A column of a data frame, or nil.
    func column(_ name: String) -> [Double]? {
        self["data"][name].isNull ? nil : self["data"][name].numbers
    }

    /// The cell of a matrix.
    func cell(_ row: Int, _ column: Int) -> Double {
        let cells = self["data"].list
        guard cells.indices.contains(row) else { return .nan }
        let line = cells[row].list
        return line.indices.contains(column) ? line[column].number ?? .nan : .nan
    }
}

/// A case of a reference file: what R was asked, and what it said.
struct OracleCase: Decodable, Sendable, CustomTestStringConvertible {
    var id: String
    var data: String?
    var r: String
    var result: JSON

    var testDescription: String { "\(id): \(r)" }
    /// The design's name: the part of the name before the first period.
    var design: String { String(id.prefix { $0 != "." }) }
    /// What is asked: the part of the name after the first period.
    var question: String { String(id.drop { $0 != "." }.dropFirst()) }

    static func load(_ file: String) -> [OracleCase] {
        struct File: Decodable { var cases: [OracleCase] }
        do {
            let data = try Data(contentsOf: sourceFixtures().appendingPathComponent(file))
            return try JSONDecoder().decode(File.self, from: data).cases
        } catch {
            // An unreadable fixture must fail the tests, not empty them.
            return [OracleCase(id: "unreadable.\(file)", r: "\(error)", result: .null)]
        }
    }
}

/// A small table read from a CSV fixture without quoted commas.
struct FixtureTable: Sendable {
    let rowCount: Int
    private let columns: [String: [String]]

    init(_ file: String) throws {
        let url = sourceFixtures().appendingPathComponent(file)
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let header = lines[0].split(separator: ",").map(String.init)
        var columns = Dictionary(uniqueKeysWithValues: header.map { ($0, [String]()) })
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            for (name, cell) in zip(header, cells) { columns[name]?.append(String(cell)) }
        }
        self.columns = columns
        rowCount = lines.count - 1
    }

    private init(_ columns: [String: [String]], rowCount: Int) {
        self.columns = columns
        self.rowCount = rowCount
    }

    /// The rows that `isKept` holds for.
    func keeping(_ isKept: (Int) -> Bool) -> FixtureTable {
        let rows = (0..<rowCount).filter(isKept)
        return FixtureTable(
            columns.mapValues { column in rows.map { column[$0] } },
            rowCount: rows.count
        )
    }

    func texts(_ name: String) -> [String] { columns[name] ?? [] }

    /// The numbers of a column, NaN where it is empty.
    func doubles(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }

    func numbers(_ name: String) -> Numbers { Numbers(doubles(name)) }

    func labels(_ name: String) -> Labels {
        Labels(texts(name).map { $0.isEmpty ? nil : $0 })
    }

    /// The codes of a column by the order of its sorted texts.
    func categories(_ name: String) -> (codes: Codes, names: [String]) {
        let names = Set(texts(name)).subtracting([""]).sorted()
        let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
        let codes = texts(name).map { position[$0] ?? 0 }
        return (Codes(codes, categoryCount: names.count), names)
    }

    func grouping(_ name: String) -> Grouping {
        let (codes, names) = categories(name)
        return Grouping(codes, count: names.count)
    }
}
