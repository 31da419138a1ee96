import Files
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

/// Documents of a study whose own texts are Cyrillic throughout.
@Suite("A study in Russian, Kyrgyz and English")
struct LanguageTests {
    /// The word is the form's, too.
    typealias Language = Report.Language

    private static let folder = sourceFixtures().appendingPathComponent("Languages").path
    private static let shared = Result { try Example.results(in: folder) }
    private static let sharedPage = shared.map {
        String(decoding: ReportDocument(results: $0).html(), as: UTF8.self)
    }
    private let results: Results
    private let page: String

    init() throws {
        results = try Self.shared.get()
        page = try Self.sharedPage.get()
    }

    /// All values of an attribute, in order.
    private func values(_ attribute: String, in html: String) -> [String] {
        html.matches(of: /\ ([a-z-]+)="([^"]*)"/).filter { $0.1 == attribute }.map { String($0.2) }
    }

    /// What people read or hear: the texts between tags, and the names of pictures.
    private func texts(of html: String) -> [String] {
        let body = html.replacing(/<style>[^<]*<\/style>/, with: "")
        return body.matches(of: />([^<]+)</).map { String($0.1) }
            + values("aria-label", in: body) + values("title", in: body)
    }

    // MARK: - One page with versions

    @Test("is one page with a version for each language, the first one first")
    func versions() {
        let marks = page.matches(of: /<div class="version" id="(\w+)" lang="(\w+)">/)
        #expect(marks.map { String($0.1) } == ["ru", "ky", "en"])
        #expect(marks.allSatisfy { $0.1 == $0.2 })
        #expect(page.contains("<html lang=\"ru\">") && !page.contains("<script"))
        let current = page.matches(of: /<a href="#(\w+)"[^>]* aria-current="true">/)
        #expect(current.map { String($0.1) } == ["ru", "ky", "en"])
        for name in ["Русский", "Кыргызча", "English"] {
            #expect(page.components(separatedBy: ">\(name)</a>").count == 4)
        }
    }

    @Test("has unique ids, the first version's as they are alone; every link stays in its version")
    func anchors() throws {
        let ids = values("id", in: page)
        #expect(ids.count == Set(ids).count)
        let known = Set(ids)
        let links = values("href", in: page).filter { $0.hasPrefix("#") }.map { $0.dropFirst() }
        let labels = values("aria-labelledby", in: page).flatMap { $0.split(separator: " ") }
        #expect(links.count > 50 && labels.count > 50)
        for target in links + labels { #expect(known.contains(String(target)), "\(target)") }
        #expect(known.isSuperset(of: ["methods", "ky-methods", "en-methods"]))
        let alone = ReportDocument(results: results).html(in: .ru)
        #expect(known.isSuperset(of: values("id", in: String(decoding: alone, as: UTF8.self))))
        let parts = page.components(separatedBy: "<div class=\"version\"")
        try #require(parts.count == 4)
        for (part, prefix) in zip(parts.dropFirst(2), ["#ky-", "#en-"]) {
            let inner = values("href", in: part).filter {
                $0.hasPrefix("#") && !["#ru", "#ky", "#en"].contains($0)
            }
            #expect(inner.allSatisfy { $0.hasPrefix(prefix) })
        }
    }

    @Test("has no bar of languages and no prefix in a page of one language")
    func alone() {
        let html = String(decoding: ReportDocument(results: results).html(in: .ky), as: UTF8.self)
        #expect(html.contains("<html lang=\"ky\">"))
        #expect(!html.contains("class=\"languages\"") && !html.contains("class=\"version\""))
        #expect(html.contains("<title>Жанаша жашоого даярдык</title>"))
        #expect(html.contains("id=\"methods\"") && !html.contains("id=\"ky-"))
    }

    @Test("says of its Russian and Kyrgyz that no native reader has checked it")
    func reviewed() {
        let document = ReportDocument(results: results)
        for language in Language.allCases {
            let html = String(decoding: document.html(in: language), as: UTF8.self)
            let note = Words(language)(PageWord.notReviewed)
            #expect(html.contains(note) == !Catalogue.isReviewed(language))
        }
    }

    @Test("shows the authors' text of another language with a note where there is none of its own")
    func prose() {
        let prose: [Language: Prose] = [
            .ru: Prose(blocks: [.heading(level: 1, [.text("Зачем")]), .paragraph([.text("Так.")])]),
            .en: Prose(blocks: [.heading(level: 1, [.text("Why")]), .paragraph([.text("So.")])]),
        ]
        let document = ReportDocument(results: results, prose: prose)
        func html(_ language: Language) -> String {
            String(decoding: document.html(in: language), as: UTF8.self)
        }
        let note = Words(.ky)(ReportWord.notTranslated, ["language": "Русский"])
        #expect(html(.en).contains("<h2>Why</h2>") && !html(.en).contains("Зачем"))
        #expect(html(.ky).contains(note))
        #expect(html(.ky).contains("<section id=\"text-1\" lang=\"ru\"><h2>Зачем</h2>"))
        #expect(!html(.ru).contains("lang=\"ru\"><h2>"))
    }

    // MARK: - No English left over

    /// Latin words that may stand in a Russian or Kyrgyz document.
    private static let latin: Set = [
        // The program, and files that people must find.
        "Ashar", "study", "yaml", "xlsx", "csv", "answers", "form",
        // Signs of statistics.
        "n", "c", "x", "u",
        // The two checklists of methods, and the headings of one of them.
        "AAPOR", "III", "A", "B", "PRICSSA",
    ]

    private func expectNoLatin(_ html: String, _ document: String) {
        // Keys of study.yaml, and the title of a paper, are the same in every language.
        let sources = DisclosureItem.sources.replacing("&", with: "&amp;")
        let texts = texts(
            of: html.replacing(/<code>[^<]*<\/code>/, with: "").replacing(sources, with: "")
        )
        #expect(texts.count > 50, "\(document)")
        for text in texts {
            let words = text.replacing("&quot;", with: "").replacing("&#39;", with: "")
                .replacing("&amp;", with: "").replacing("&lt;", with: "").replacing(
                    "&gt;",
                    with: ""
                )
                .matches(of: /[A-Za-z]+/).map { String($0.output) }
            let foreign = words.filter { !Self.latin.contains($0) }
            #expect(foreign.isEmpty, "\(document): \(foreign) in: \(text.prefix(120))")
        }
    }

    @Test("leaves no English in the Russian and Kyrgyz report", arguments: [Language.ru, .ky])
    func report(language: Language) {
        let html = ReportDocument(results: results).html(in: language)
        expectNoLatin(String(decoding: html, as: UTF8.self), "report in \(language)")
    }

    @Test("leaves no English in the first look and the codebook", arguments: ["ru", "ky"])
    func lookAndCodebook(code: String) throws {
        let folder = try TemporaryFolder()
        for name in ["study.yaml", "answers.csv"] {
            let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
                .replacing("languages: [ru, ky, en]", with: "languages: [\(code)]")
            try text.write(toFile: folder.file(name), atomically: true, encoding: .utf8)
        }
        let prepared = try #require(StudyFolder(path: folder.path).prepared)
        let look = LookDocument(LookBuilder(prepared).build()).html()
        expectNoLatin(String(decoding: look, as: UTF8.self), "look in \(code)")
        let codebook = Codebook(of: prepared.data, title: "Данные")
        let page = codebook.page(CodebookEdition(code)).html()
        expectNoLatin(String(decoding: page, as: UTF8.self), "codebook in \(code)")
    }

    @Test("writes numbers, days and counted nouns as each language does")
    func writing() {
        let html = page
        for text in [
            "282 опрошенных", "с 3 марта 2026\u{202F}г. по 21 марта 2026\u{202F}г.",
            "282 респондент", "2026-ж., 3-март – 2026-ж., 21-март", "282 respondents",
            "3 March 2026 to 21 March 2026", "те, кто ответил «Да» на вопрос",
            "деген суроого «Ооба» деп жооп бергендер", "those who answered “Yes” to “",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    // MARK: - Tables

    @Test("exports tables in the first language, with the column names that programs know")
    func tables() throws {
        let tables = results.tables()
        let scales = try #require(tables.first { $0.name == "scales" })
        #expect(scales.title == "Средние баллы по шкалам")
        #expect(
            scales.columns.map(\.code) == [
                "scale", "label", "breakdown", "group", "estimate", "lower", "upper",
                "standard error", "design effect", "df", "PSUs", "n", "weighted n", "status",
                "data",
            ]
        )
        #expect(scales.rows.allSatisfy { $0.count == scales.columns.count })
        #expect(scales.rows[0].contains(.text("все")) && scales.rows[1].contains(.text("Город")))
    }

    @Test("says how many clusters and degrees of freedom carry each estimate of a group")
    func clusters() throws {
        // Six villages in each of two strata.
        let score = results.scales[0].score
        #expect(score.whole.estimate?.clusters == 12 && score.whole.estimate?.df == 10)
        for place in score.groups[0] {
            #expect(place.estimate?.clusters == 6 && place.estimate?.df == 5)
        }
        let html = String(decoding: ReportDocument(results: results).html(in: .en), as: UTF8.self)
        #expect(html.contains("<th scope=\"col\">PSUs</th><th scope=\"col\">df</th>"))
        #expect(html.contains("<th scope=\"row\">PSUs (score)</th><td>6</td><td>6</td>"))
    }
}
