import Foundation
import Markup
import TestKit
import Testing

@testable import Report

@Suite("The page of an audit")
struct AuditDocumentTests {
    let html = String(decoding: AuditDocument(AuditSample.view).html(), as: UTF8.self)
    /// The page without its style sheets.
    private var body: String { html.components(after: "<body>").first ?? "" }
    private let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private func values(_ attribute: String, in html: String) -> [String] {
        html.components(after: " \(attribute)=\"").map { String($0.prefix { $0 != "\"" }) }
    }

    @Test(
        "has unique ids, and every link and label leads to one of them",
        arguments: [AuditSample.view, AuditSample.hostile]
    )
    func ids(_ view: AuditView) {
        let html = String(decoding: AuditDocument(view).html(), as: UTF8.self)
        let ids = values("id", in: html)
        #expect(ids.count == Set(ids).count)
        let links = values("href", in: html).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
        let labels = values("aria-labelledby", in: html).flatMap { $0.split(separator: " ") }
        #expect(!links.isEmpty && !labels.isEmpty)
        #expect(Set((links + labels).map(String.init)).isSubset(of: ids))
    }

    @Test("gives the same bytes each time, runs no script and asks nothing of the network")
    func deterministic() {
        #expect(AuditDocument(AuditSample.view).html() == Array(html.utf8))
        #expect(!html.contains("<script") && values("src", in: html).isEmpty)
    }

    @Test("lets no text of a report become markup or leave its table in Markdown")
    func hostile() {
        let html = String(decoding: AuditDocument(AuditSample.hostile).html(), as: UTF8.self)
        #expect(!html.contains("<script>") && !html.contains("<!--"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        let markdown = AuditMarkdown.text(AuditSample.hostile)
        #expect(!markdown.contains("<script>"))
        // The bar in the words of a claim does not part its cell.
        let row = markdown.split(separator: "\n").first { $0.hasPrefix("| \\<script") }
        #expect(row?.replacingOccurrences(of: "\\|", with: "").count { $0 == "|" } == 4)
    }

    @Test("puts causes and consequences before the findings, and the findings before the tables")
    func order() {
        let parts =
            ["summary", "causes", "consequences", "reliance", "glance", "findings"]
            + ["tables", "claims", "not-judged", "rules"]
        let places = parts.map { part in
            body.range(of: "<section id=\"\(part)\">").map(\.lowerBound)
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test("marks each cell once, with its number and what should stand there")
    func marks() {
        #expect(body.components(after: " id=\"table-1-3-5\"").count == 1)
        #expect(body.contains("2.69<b>→ 2.49</b>"))
        #expect(body.contains("aria-label=\"2.69, impossible, finding 4, should be 2.49\""))
        #expect(body.contains("aria-label=\"3.45, evidence for finding 2\""))
    }

    @Test("tells severities apart by shape and by word")
    func severities() {
        let marks = AuditSeverity.allCases.map { severity in
            // The class names the severity; the shape must do so without it.
            SeverityMark.inline(severity).htmlText()
                .replacingOccurrences(of: "sev-\(severity.rawValue)", with: "")
        }
        #expect(Set(marks).count == AuditSeverity.allCases.count)
        for severity in AuditSeverity.allCases {
            #expect(body.contains("<b>\(AuditNames.title(severity))</b>"))
        }
    }

    @Test(
        "lets its own colours be seen: 3 to 1 at least against the page",
        arguments: [false, true]
    )
    func contrast(_ dark: Bool) throws {
        let own = PageStyle.audit.description.components(after: "--sev-1:#")
        let colour = own[dark ? 1 : 0].prefix { $0.isHexDigit }
        let page = try #require(PageStyleTests.colours(dark: dark)["page"])
        let light = ["#\(colour)", page].map { relativeLuminance(of: $0) + 0.05 }.sorted()
        #expect(light[1] / light[0] >= 3)
    }

    @Test("every table has a caption, and a heading over every column")
    func headings() {
        #expect(!body.contains("scope=\"col\"></th>") && !body.contains("rowspan=\"2\"></th>"))
        #expect(
            body.components(after: "<table ").count == body.components(after: "<caption ").count
        )
    }

    @Test("speaks of figures and accuses nobody")
    func tone() {
        let text = body.lowercased()
        for word in ["fraud", "fabricat", "fake", "manipulat", "liar", "dishonest", "blame"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(body.contains("Errors, not accusations"))
        #expect(body.contains("does not say whether its figures are weighted"))
    }

    @Test("says of a report without findings that it may still be wrong")
    func nothing() {
        let view = AuditView(
            AuditSample.report,
            AuditOutcome(findings: [], checked: [.range: 36], silent: [:])
        )
        let html = String(decoding: AuditDocument(view).html(), as: UTF8.self)
        #expect(html.contains("That does not prove the report right"))
        #expect(!html.contains("class=\"mark"))
        #expect(AuditMarkdown.text(view).contains("36 checks on 3 tables and 2 claims"))
    }

    @Test("can be written of a report without tables, claims and findings")
    func empty() {
        let view = AuditView(AuditedReport(), AuditOutcome(findings: [], checked: [:], silent: [:]))
        #expect(!AuditDocument(view).html().isEmpty)
        #expect(AuditMarkdown.text(view).hasPrefix("# Audit\n"))
    }

    @Test("is what a person has read: Markdown, map and picture of groups")
    func golden() throws {
        let view = AuditSample.view
        try expectGolden("Audit/Document/report.md", AuditMarkdown.text(view), in: fixtures)
        let table = view.report.tables[0]
        let map = TableMap(table: table, marks: view.marks[table.id] ?? [:]).svg(id: "map")
        try expectGolden("Audit/Document/map.svg", map.htmlText() + "\n", in: fixtures)
        let plot = try #require(GroupsPlot.of(view.families[0], in: view))
        for layout in ChartLayout.allCases {
            let text = plot.svg(layout).xmlText()
            try expectGolden(
                "Audit/Document/groups.\(layout.rawValue).svg",
                text + "\n",
                in: fixtures
            )
        }
        let findings = AuditDocument(view).findingSection.htmlText()
        let readable = findings.replacingOccurrences(of: "><", with: ">\n<")
        try expectGolden("Audit/Document/findings.html", readable + "\n", in: fixtures)
    }
}

@Suite("An audit made ready to be shown")
struct AuditViewTests {
    @Test("numbers causes first, each followed by what it explains, then the others by table")
    func numbers() {
        let entries = AuditSample.view.entries
        #expect(entries.map(\.number) == Array(1...7))
        #expect(
            entries.map(\.finding.id)
                == [
                    AuditSample.cause, AuditSample.apart(row: 1), AuditSample.apart(row: 3),
                    AuditSample.outside, AuditSample.range, AuditSample.slip, AuditSample.claim,
                ].map(\.id)
        )
        #expect(AuditSample.view.causes.map(\.explained.count) == [2])
    }

    @Test("shows every finding once, whatever explains what", arguments: 0..<40)
    func families(_ seed: UInt64) {
        var random = SplitMix(seed: seed)
        let ids = (0..<12).map { "f\($0)" }
        let findings = ids.map { id in
            Finding(
                id: id,
                rule: .range,
                severity: .cosmetic,
                headline: id,
                because: "",
                // Also itself, in circles, and what does not exist.
                explainedBy: random.next(upTo: 3) == 0 ? nil : "f\(random.next(upTo: 14))"
            )
        }
        let view = AuditView(
            AuditedReport(),
            AuditOutcome(findings: findings, checked: [:], silent: [:])
        )
        #expect(view.entries.map(\.finding.id).sorted() == ids.sorted())
        #expect(view.entries.map(\.number) == Array(1...12))
    }

    @Test("counts as touched what a finding is about and what is evidence for it")
    func figures() {
        let tables = AuditSample.report.tables.map { AuditSample.view.figures(in: $0) }
        #expect(tables.map(\.printed) == [20, 12, 4])
        // Rows 2 and 4 but for their totals, and all of row 3; two rows but for totals and a slip.
        #expect(tables.map(\.untouched) == [7, 7, 3])
    }

    @Test("leaves out cells that no table has")
    func outside() {
        let marks = AuditSample.hostile.marks.values.flatMap(\.keys)
        #expect(marks == [AuditView.Place(row: 0, column: 0)])
    }

    @Test("judges each claim by its expression where no verdict is given")
    func claims() {
        let report = AuditSample.report
        let view = AuditView(report, AuditOutcome(findings: [], checked: [:], silent: [:]))
        #expect(view.claims.map(\.verdict) == [.holds, .fails])
        var unread = report
        unread.claims[0].expression = "no claim ("
        let bad = AuditView(unread, AuditOutcome(findings: [], checked: [:], silent: [:]))
        #expect(bad.claims.map(\.verdict) == [.unread, .fails])
    }

    @Test("draws the groups of a total that is marked alone")
    func groups() throws {
        var finding = AuditSample.outside
        finding.cells = [.init(table: "by-district", row: 2, column: 4)]
        let view = AuditView(
            AuditSample.report,
            AuditOutcome(findings: [finding], checked: [:], silent: [:])
        )
        let plot = try #require(GroupsPlot.of(view.families[0], in: view))
        let breakdown = try #require(plot.quantities.first?.breakdowns.first)
        #expect(breakdown.groups == [2.44, 2.51, 2.39, 2.62] && breakdown.total == 2.69)
    }
}

/// A small generator, so that the families tried are the same on every run.
private struct SplitMix {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(upTo limit: UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % limit
    }
}
