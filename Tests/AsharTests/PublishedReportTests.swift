import Base
import Files
import Foundation
import TestKit
import Testing

/// The transcript of the published report that the main example takes its design from.
@Suite("The published report")
struct PublishedReportTests {
    private static let study = Example.folder("kyrgyzstan")
    private static let folder = "\(study)/published"

    /// The cells of a table, by the labels of their row and column.
    private func table(_ name: String) throws -> [[String]] {
        let (sheet, problems) = CSV.rows(path: "\(Self.folder)/\(name).csv")
        #expect(problems == [])
        return try #require(sheet).rows
    }

    private func rows(_ path: String) throws -> [[String: String]] {
        let (sheet, problems) = CSV.rows(path: path)
        #expect(problems == [])
        let rows = try #require(sheet).rows
        let header = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// A label as codes spell it: "Issyk-Kul region" and "Issyk-Kul r." are `issyk_kul`.
    private func code(_ label: String) -> String {
        guard label != "Osh city" else { return "osh_city" }
        let name = label.split(separator: " ")[0].lowercased()
        return label == "Kyrgyz Republic" ? "total" : name.replacing("-", with: "_")
    }

    @Test(
        "the means by region are those that the simulation aims at",
        arguments: [
            ("trust", "trust-by-region"), ("extremism", "extremism-by-region"),
            ("traits", "traits-by-region"), ("similar", "similarity-by-region"),
            ("change", "change-by-region"),
        ]
    )
    func means(_ scale: String, _ name: String) throws {
        var aims: [String: Double] = [:]
        for row in try rows("\(Self.study)/targets.csv") where row["item"]!.hasPrefix(scale) {
            aims["\(row["item"]!) \(row["region"]!)"] = Double(row["printed"]!)
        }
        let cells = try table(name)
        var found: [String: Double] = [:]
        for (item, row) in cells.dropFirst().dropLast().enumerated() {
            for (region, cell) in zip(cells[0], row).dropFirst().dropLast() {
                found["\(scale)_\(item + 1) \(code(region))"] = Double(cell)
            }
        }
        #expect(found == aims)
        #expect(found.count == (cells.count - 2) * 9)
    }

    @Test("Table 2 is that of the sample")
    func sample() throws {
        let (sheet, _) = CSV.rows(path: "\(Self.study)/published.csv")
        let reference = try #require(sheet).rows.dropFirst()
        let found = try table("sample").dropFirst().map { row in
            [code(row[0])] + row.dropFirst().map { $0.replacing(",", with: "") }
        }
        #expect(found == Array(reference))
    }

    @Test("each claim has an id of its own, a place, short words, and cells of tables that exist")
    func claims() throws {
        let claims = try rows("\(Self.folder)/claims.csv")
        #expect(claims.count >= 200)
        #expect(Set(claims.map { $0["id"] }).count == claims.count)
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        let tables = Set(files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) })
        for claim in claims {
            #expect(!claim["page"]!.isEmpty)
            #expect((1...200).contains(claim["words"]!.count), "\(claim["id"]!)")
            let names = claim["claim"]!.matches(of: /([a-z][a-z0-9-]*)\[/).map { String($0.1) }
            #expect(!names.isEmpty && tables.isSuperset(of: names), "\(claim["id"]!)")
        }
    }

    @Test("the reference verdicts are on these claims")
    func verdicts() throws {
        let file = sourceFixtures().appendingPathComponent("Published/verdicts.csv").path
        let ids = try rows(file).map { $0["id"]! }
        #expect(ids == (try rows("\(Self.folder)/claims.csv").map { $0["id"]! }))
    }
}
