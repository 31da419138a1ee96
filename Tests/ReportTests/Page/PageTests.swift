import Markup
import Testing

@testable import Report

@Suite("A page")
struct PageTests {
    let html = String(decoding: ChartsGallery.page.html(), as: UTF8.self)

    /// All values of one attribute, in order.
    private func values(_ attribute: String) -> [String] {
        html.components(after: " \(attribute)=\"").map { String($0.prefix { $0 != "\"" }) }
    }

    @Test("gives the same bytes each time")
    func deterministic() {
        #expect(ChartsGallery.page.html() == ChartsGallery.page.html())
    }

    @Test("has unique ids, and every link and label leads to one of them")
    func ids() {
        let ids = values("id")
        #expect(ids.count == Set(ids).count)
        let links = values("href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        let labels = values("aria-labelledby").flatMap { $0.split(separator: " ").map(String.init) }
        #expect(!links.isEmpty && !labels.isEmpty)
        #expect(Set(links + labels).isSubset(of: ids))
    }

    @Test("asks nothing of the network and runs no script")
    func selfContained() {
        #expect(!html.contains("<script") && !html.contains("<link") && !html.contains("@import"))
        let addresses = html.components(after: "url(").filter { !$0.hasPrefix("data:font/woff2") }
        #expect(addresses.isEmpty)
        #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "))
        #expect(values("src").isEmpty)
    }

    @Test("shows its warnings in a strip, and in the margin of each printed page")
    func warnings() {
        for warning in Page.Warning.allCases {
            for language in Language.allCases {
                let page = Page(
                    title: "t",
                    words: Words(language),
                    warnings: [warning],
                    body: []
                )
                let html = String(decoding: page.html(), as: UTF8.self)
                let text = Words(language)(warning)
                #expect(html.contains("<span>\(text)</span>"))
                #expect(html.contains("@bottom-left{content:\"\(text)\""))
            }
        }
        let plain = String(decoding: Page(title: "t", body: []).html(), as: UTF8.self)
        #expect(!plain.contains("<aside") && !plain.contains("@bottom-left"))
    }

    @Test("lists its sections of level 2 and 3, twice: for wide and narrow screens")
    func contents() {
        for id in ["key", "attitudes", "items", "by-group", "methods"] {
            #expect(html.components(after: "<a href=\"#\(id)\">").count >= 2)
        }
    }

    @Test("has headings that never skip a level")
    func headings() {
        let levels = html.components(after: "<h").compactMap { $0.first?.wholeNumberValue }
        #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }

    @Test("keeps hostile text text, wherever it comes in")
    func hostile() {
        let evil = "</style><script>alert('x')</script>\" onload=\"x"
        let page = Page(
            title: evil,
            subtitle: evil,
            facts: [evil],
            body: [
                section(
                    id: evil,
                    level: 2,
                    heading: evil,
                    [
                        paragraph(evil), link(evil, to: "javascript:alert(1)"),
                        noteBox(.note, heading: evil, []),
                        keyFigures([KeyFigure(value: evil, label: evil, detail: evil)]),
                        figure(
                            Bars(
                                text: ChartText(
                                    id: evil,
                                    title: evil,
                                    subtitle: evil,
                                    note: evil,
                                    source: evil,
                                    summary: evil
                                ),
                                rows: [.init(evil, heading: evil, .value(0.5))]
                            )
                        ),
                    ]
                )
            ],
            footer: [paragraph(evil)]
        )
        let html = String(decoding: page.html(), as: UTF8.self)
        #expect(!html.contains("<script") && !html.contains("javascript:"))
        #expect(html.components(after: "</style>").count == 1)
        let tags = html.components(after: "<").map { $0.prefix { $0 != ">" } }
        #expect(!tags.contains { $0.contains("onload=\"") })
    }
}

@Suite("A table of the page")
struct PageTableTests {
    @Test("has a caption, a scope on every heading, and as many cells in each row as columns")
    func structure() {
        let html = table(ChartsGallery.groupTable, id: "t").htmlText()
        #expect(html.components(after: "<caption").count == 1)
        let headings = html.components(after: "<th ")
        #expect(headings.allSatisfy { $0.prefix { $0 != ">" }.contains("scope=") })
        #expect(!html.contains("<th>"))
        for row in html.components(after: "<tr").dropFirst(2) where row.contains("<td") {
            let cells = row.prefix(upTo: row.firstRange(of: "</tr>")?.lowerBound ?? row.endIndex)
            // The heading of a block has one cell over all columns beside it.
            let isBlock = cells.contains("rowgroup")
            #expect(String(cells).components(after: "<td").count == (isBlock ? 1 : 5))
            #expect(!isBlock || cells.contains("colspan=\"5\""))
        }
    }

    @Test("fills up short rows, cuts long ones, and stands headings of groups over their columns")
    func ragged() {
        let ragged = DisplayTable(
            caption: "c",
            rowHeading: "r",
            columns: [.init("a", group: "g"), .init("b", group: "g"), .init("n")],
            rows: [
                .init("short", [.number("1")]),
                .init("long", [.number("1"), .hidden, .unavailable, .number("4")]),
            ]
        )
        let html = table(ragged, id: "t").htmlText()
        #expect(html.components(after: "<td").count == 6)
        #expect(html.contains("colspan=\"2\">g</th>") && html.contains("rowspan=\"2\">n</th>"))
        #expect(!html.contains(">4<"))
    }

    @Test("is a region that a keyboard can scroll, named by its caption")
    func region() {
        let html = table(ChartsGallery.groupTable, id: "t").htmlText()
        #expect(html.contains("role=\"region\" tabindex=\"0\" aria-labelledby=\"t-caption\""))
        #expect(html.contains("<caption id=\"t-caption\">"))
    }
}

extension String {
    /// The pieces of the text that follow each occurrence of `mark`.
    func components(after mark: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: mark) {
            rest = rest[found.upperBound...]
            pieces.append(
                String(rest.prefix(upTo: rest.firstRange(of: mark)?.lowerBound ?? rest.endIndex))
            )
        }
        return pieces
    }
}
