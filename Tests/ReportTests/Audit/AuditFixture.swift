import Foundation
import Report
import Testing

/// One row of a file of check values.
struct AuditRow: Sendable, CustomTestStringConvertible {
    let number: Int
    let fields: [String: String]

    subscript(_ column: String) -> String { fields[column] ?? "" }

    func int(_ column: String) -> Int? { Int(self[column]) }

    func double(_ column: String) -> Double? { Double(self[column]) }

    func numbers(_ column: String) -> [PrintedNumber] {
        self[column].split(separator: " ").map { PrintedNumber(printed: String($0)) }
    }

    func number(_ column: String) -> PrintedNumber { PrintedNumber(printed: self[column]) }

    func ints(_ column: String) -> [Int] {
        self[column].split(separator: " ").compactMap { Int($0) }
    }

    var testDescription: String {
        "row \(number): \(fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })"
    }

    /// The rows of `Fixtures/Audit/NAME.csv`.
    static func load(_ name: String) -> [AuditRow] {
        guard
            let url = Bundle.module.url(
                forResource: "Fixtures/Audit/\(name)",
                withExtension: "csv"
            ),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else {
            Issue.record("no fixture \(name)")
            return []
        }
        let lines = text.split(separator: "\n").map { fields(of: String($0)) }
        return lines.dropFirst().enumerated().map { index, fields in
            AuditRow(
                number: index + 2,
                fields: Dictionary(uniqueKeysWithValues: zip(lines[0], fields))
            )
        }
    }

    private static func fields(of line: String) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }
}

extension PrintedNumber {
    /// A plain number as these tests write it: digits, a point, a minus.
    init(printed text: String) {
        let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        let units = Int(text.filter { $0 != "." }) ?? 0
        self.init(text: text, units: units, decimals: decimals)
    }
}

extension RoundingRule {
    /// The rule as the check values name it.
    init?(oracle name: String) {
        switch name {
        case "up_or_down": self = .either
        case "half_up": self = .halfUp
        case "half_down": self = .halfDown
        case "half_away": self = .halfAway
        case "half_even": self = .halfEven
        default: self.init(rawValue: name)
        }
    }
}
