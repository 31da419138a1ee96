import Foundation
import Markup
import Testing

@testable import Report

@Suite("A page as a Word file")
struct DocxPageTests {
    private let gallery = ChartsGallery.page
    private let html = String(decoding: ChartsGallery.page.html(), as: UTF8.self)

    private func inHTML(_ text: String) -> Int { html.components(after: text).count }

    @Test("has every part, the same bytes each time")
    func parts() {
        let first = gallery.docx()
        let second = gallery.docx()
        #expect(first.parts.map(\.name) == second.parts.map(\.name))
        #expect(first.parts.map(\.bytes) == second.parts.map(\.bytes))
        #expect(first.parts[0].name == "[Content_Types].xml")
        let names = Set(first.parts.map(\.name))
        #expect(names.count == first.parts.count)
        #expect(
            names.isSuperset(of: [
                "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "word/document.xml",
                "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml",
                "word/settings.xml", "word/fontTable.xml", "word/header1.xml", "word/footer1.xml",
            ])
        )
        #expect(names.isSuperset(of: first.pictures.map(\.vectorName)))
    }

    @Test("knows every element that the page's functions make")
    func elements() {
        #expect(gallery.docx().unknownElements == [])
        let odd = Page(title: "t", body: [.tag("marquee", [:], text: "kept")]).docx()
        #expect(odd.unknownElements == ["marquee"])
    }

    @Test("has the tables, headings and charts of the page, each chart with its words")
    func counts() throws {
        let docx = try DocxParts(gallery.docx())
        #expect(try docx.count("//w:tbl") == inHTML("<table "))
        for (style, name) in [
            (DocxStyle.heading1, "h2"), (.heading2, "h3"), (.heading3, "h4"), (.title, "h1"),
        ] {
            #expect(try docx.paragraphs(style).count == inHTML("<\(name)>"), "\(name)")
        }
        let strips = inHTML("class=\"strip-chart\"")
        let charts = inHTML("class=\"chart wide\"") + strips
        #expect(charts > 10 && strips > 0)
        #expect(docx.file.pictures.count == charts)
        let descriptions = try docx.texts("//wp:docPr/@descr")
        #expect(descriptions.count == charts && descriptions.allSatisfy { !$0.isEmpty })
        let numbers = try docx.texts("//wp:docPr/@id")
        #expect(Set(numbers).count == charts)
        for (part, expected) in [("title", "title"), ("desc", "descr")] {
            let drawn = try DocxParts.contents(of: part, in: docx.file)
            let told = Set(try docx.texts("//wp:docPr/@\(expected)"))
            #expect(drawn.count > 5 && told.isSuperset(of: drawn), "\(part)")
        }
    }

    @Test("names each relation, list, style and bookmark that it uses")
    func references() throws {
        let docx = try DocxParts(gallery.docx())
        let relations = "word/_rels/document.xml.rels"
        let known = Set(try docx.texts("//*[local-name()='Relationship']/@Id", in: relations))
        let used =
            try docx.texts("//@r:id | //@r:embed")
            + docx.texts(
                "//@*[namespace-uri()='\(DocxNamespace.relations)']"
            )
        #expect(Set(used).isSubset(of: known) && used.count > 20)
        let targets = try docx.texts(
            "//*[local-name()='Relationship'][not(@TargetMode)]/@Target",
            in: relations
        )
        let parts = docx.file.parts.map(\.name) + docx.file.pictures.map(\.pixelName)
        for target in targets { #expect(parts.contains("word/\(target)"), "\(target)") }
        let styles = Set(try docx.texts("//w:style/@w:styleId", in: "word/styles.xml"))
        let wanted = try docx.texts("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
        #expect(Set(wanted).isSubset(of: styles))
        let lists = Set(try docx.texts("//w:num/@w:numId", in: "word/numbering.xml"))
        #expect(Set(try docx.texts("//w:numId/@w:val")).isSubset(of: lists))
        let marks = try docx.texts("//w:bookmarkStart/@w:name")
        #expect(Set(marks).count == marks.count && marks.allSatisfy { $0.count <= 40 })
        #expect(Set(try docx.texts("//w:hyperlink/@w:anchor")).isSubset(of: marks))
        let begins = try docx.texts("//w:bookmarkStart/@w:id")
        #expect(Set(begins).count == begins.count)
        #expect(Set(begins) == Set(try docx.texts("//w:bookmarkEnd/@w:id")))
    }

    @Test("shows its warnings first, and at the head of each page", arguments: Language.allCases)
    func warnings(_ language: Language) throws {
        for warning in Page.Warning.allCases {
            let page = Page(title: "t", words: Words(language), warnings: [warning], body: [])
            let docx = try DocxParts(page.docx())
            let text = Words(language)(warning)
            #expect(try docx.texts("/w:document/w:body/w:p[1]") == [text])
            #expect(try docx.texts("/w:hdr/w:p[1]", in: "word/header1.xml") == [text])
            let core = try docx.texts("//dc:description", in: "docProps/core.xml")
            #expect(core == [text])
        }
        let plain = try DocxParts(Page(title: "t", words: Words(language), body: []).docx())
        #expect(try plain.texts("//w:p[1]", in: "word/header1.xml") == ["t"])
    }

    @Test("counts its pages in the language of the page")
    func pageNumbers() throws {
        for (language, text) in [
            (Language.en, "Page 1 of 1"), (.ru, "Страница 1 из 1"), (.ky, "1 беттин 1-бети"),
        ] {
            let docx = try DocxParts(Page(title: "t", words: Words(language), body: []).docx())
            #expect(try docx.texts("//w:p", in: "word/footer1.xml") == [text])
            let fields = try docx.texts("//w:fldSimple/@w:instr", in: "word/footer1.xml")
            #expect(fields.sorted() == [" NUMPAGES ", " PAGE "])
        }
    }

    @Test("lists its chapters and their parts in a field, with links")
    func contents() throws {
        let docx = try DocxParts(gallery.docx())
        let listed = try docx.texts("//w:sdt//w:hyperlink")
        let headings = try docx.texts(
            "//w:p[w:pPr/w:pStyle[@w:val='Heading1' or @w:val='Heading2']]"
        )
        #expect(listed == headings && listed.count > 5)
        #expect(try docx.texts("//w:instrText") == [" TOC \\o \"1-2\" \\h \\z \\u "])
        let marks = try docx.texts("//w:fldChar/@w:fldCharType")
        #expect(marks == ["begin", "separate", "end"])
        let empty = try DocxParts.page([paragraph("x")])
        #expect(try empty.count("//w:sdt") == 0)
    }

    @Test("says title, author and language, and the day without a clock")
    func properties() throws {
        let page = Page(title: "Отчёт", words: Words(.ky), body: [])
        let docx = try DocxParts(page.docx(author: "A & B", date: "2023-11-05"))
        func property(_ name: String) throws -> [String] {
            try docx.texts("/cp:coreProperties/\(name)", in: "docProps/core.xml")
        }
        #expect(try property("dc:title") == ["Отчёт"])
        #expect(try property("dc:creator") == ["A & B"])
        #expect(try property("dc:language") == ["ky-KG"])
        #expect(try property("dcterms:created") == ["2023-11-05T00:00:00Z"])
        let language = try docx.texts("//w:docDefaults//w:lang/@w:val", in: "word/styles.xml")
        #expect(language == ["ky-KG"])
    }

    @Test(
        "reads a day as far as it is written",
        arguments: [
            ("2023", "2023-01-01"), ("2023-11", "2023-11-01"), ("2023-11-05", "2023-11-05"),
            ("", "2000-01-01"), ("5 November 2023", "2000-01-01"), ("2023-13", "2000-01-01"),
            ("2023-11-05-01", "2000-01-01"), ("٢٠٢٣", "2000-01-01"), ("2023-1-1", "2000-01-01"),
            ("2023--", "2000-01-01"), ("23-11-05", "2000-01-01"), ("+202-11", "2000-01-01"),
        ]
    )
    func day(_ written: String, _ expected: String) {
        #expect(DocxProperties(date: written).moment == "\(expected)T00:00:00Z")
    }
}

extension DocxParts {
    /// The texts of the elements `name` in the pictures.
    static func contents(of name: String, in file: DocxFile) throws -> Set<String> {
        var texts: Set<String> = []
        for picture in file.pictures {
            let svg = String(decoding: picture.svg, as: UTF8.self)
            let tree = try XMLTexts(svg)
            texts.formUnion(tree.texts(of: name))
        }
        return texts
    }
}
