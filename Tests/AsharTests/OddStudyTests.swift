import Base
import Files
import Foundation
import Report
import Testing

/// Studies that are legal but odd: they give a report, not a crash, and no number that is not one.
@Suite("Odd but legal studies")
struct OddStudyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var yaml: String
        var csv: String

        init(_ name: String, _ yaml: String, _ csv: String) {
            testDescription = name
            self.yaml = yaml
            self.csv = csv
        }
    }

    private static let many = (0..<60).map { "\($0 % 5 + 1),\($0 % 2),\($0)" }
        .joined(separator: "\n")

    static let cases = [
        Case("one row", "data: answers.csv", "q,sex\n1,2\n"),
        Case("one column without answers", "data: answers.csv", "q,sex\n1,\n2,\n"),
        Case(
            "a scale of one item",
            "data: answers.csv\nscales: {s: {range: [1, 5], items: [q]}}\nbreakdowns: [sex]\n"
                + "questions: {sex: {type: one}}",
            "q,sex,x\n\(many)\n"
        ),
        Case(
            "a scale that nobody answered",
            "data: {file: answers.csv, missing: [9]}\n"
                + "scales: {s: {range: [1, 5], items: [q, r, t]}, u: {range: [1, 5], items: [q, r]}}",
            "q,r,t\n9,9,\n9,,9\n"
        ),
        Case(
            "items that never vary",
            "data: answers.csv\nscales: {s: {range: [1, 5], items: [q, r]}, t: {range: [1, 5], items: [r, q]}}",
            "q,r\n" + String(repeating: "3,3\n", count: 40)
        ),
        Case(
            "weights that are all zero in one group",
            "data: answers.csv\ndesign: {weight: w}\nquestions: {q: {type: one}, g: {type: one}}\n"
                + "breakdowns: [g]",
            "q,g,w\n" + (0..<60).map { "\($0 % 3),\($0 % 2),\($0 % 2)\n" }.joined()
        ),
        Case(
            "one cluster in all",
            "data: answers.csv\ndesign: {cluster: c, single-cluster: certainty}\nquestions: {q: {type: one}}",
            "q,c\n" + (0..<60).map { "\($0 % 3),1\n" }.joined()
        ),
        Case(
            "numbers without bound and dates of one day",
            "data: answers.csv",
            "n,d\n" + (0..<60).map { "1e\($0 * 5),2025-11-05\n" }.joined()
        ),
        Case(
            "answers and names with markup, quotes and every direction of script",
            "title: \"<script>alert(1)</script>\"\ndata: answers.csv\nquestions: {q: {type: one, label: \"a \\\" b & <i>\"}}",
            "q\n" + String(repeating: "<b>x</b>\n\"a\"\"b\"\nсалам\nمرحبا\n👩‍👩‍👧\n", count: 12)
        ),
        Case(
            "a breakdown by a question of a scale",
            "data: answers.csv\nscales: {s: {range: [1, 5], items: [q, x5]}}\nbreakdowns: [q, [q, sex]]\n"
                + "questions: {sex: {type: one}}",
            "q,sex,x5\n" + (0..<80).map { "\($0 % 5 + 1),\($0 % 2),\($0 % 4 + 1)\n" }.joined()
        ),
    ]

    @Test("give a report", arguments: cases)
    func report(item: Case) throws {
        let folder = try TemporaryFolder()
        try item.yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        try item.csv.write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        let study = StudyFolder(path: folder.path)
        var problems = study.problems
        guard let results = study.results(&problems) else {
            Issue.record("\(problems)")
            return
        }
        let files = try ReportFiles(folder: folder.file("report")).write(
            results,
            prose: study.prose(of: results, &problems)
        )
        let page = try String(contentsOfFile: files[0], encoding: .utf8)
        #expect(!page.contains("nan") && !page.contains("<script"))
        #expect(!page.contains(">inf") && !page.contains("-inf"))
        _ = LookDocument(LookBuilder(try #require(study.prepared)).build()).html()
        for table in results.tables() {
            #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
        }
    }
}
