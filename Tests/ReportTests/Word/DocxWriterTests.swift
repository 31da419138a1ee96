import Foundation
import Markup
import Testing

@testable import Report

@Suite("Pieces of a page in Word")
struct DocxWriterTests {
    // MARK: - Text

    @Test(
        "keep hostile text text",
        arguments: [
            "</w:t></w:r><w:r><w:t>x", "]]><![CDATA[", "&amp; \"'<>", "\u{0}\u{1}\u{8}\u{B}\u{1F}",
            "\u{FFFE}\u{FFFF}", "\u{202E}شلوم\u{202C} שלום", "👩‍👩‍👧‍👦🇰🇬\u{FE0F}", "e\u{301}\u{AD}\u{200B}",
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e \"x\">]>&e;",
        ]
    )
    func hostile(_ text: String) throws {
        let page = Page(
            title: text,
            subtitle: text,
            facts: [text],
            body: [
                section(id: text, level: 2, heading: text, [.tag("p", ["id": "a"], text: text)]),
                link(text, to: "#a"), link(text, to: "#" + text), .tag("pre", [:], text: text),
                noteBox(.note, heading: text, [bulletList([.text(text)])]),
                keyFigures([KeyFigure(value: text, label: text, detail: text)]),
                factList([(text, text)]),
                table(
                    DisplayTable(
                        caption: text,
                        rowHeading: text,
                        columns: [.init(text, group: text)],
                        rows: [.init(text, [.text(text)]), .block(text)],
                        notes: [text]
                    ),
                    id: text
                ),
                .tag("svg", ["aria-label": text, "width": "10", "height": "10"]),
                .tag("a", ["href": "https://example.org", "title": text], text: text),
            ]
        )
        let docx = try DocxParts(page.docx(author: text, date: text))
        let shown = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                        ? "\u{FFFD}" : scalar
                }
            )
        )
        #expect(try docx.paragraphs(.title) == [shown])
        #expect(try docx.texts("//w:tblCaption/@w:val") == [shown])
        #expect(try docx.texts("//w:tooltip | //@w:tooltip") == [shown])
        #expect(try docx.texts("//wp:docPr/@descr") == [shown])
        #expect(try docx.texts("//dc:creator", in: "docProps/core.xml") == [shown])
        #expect(try docx.texts("//w:hyperlink[@w:anchor]").contains(shown))
        #expect(docx.file.unknownElements == [])
    }

    @Test("have one space where HTML shows one, and all of them in code")
    func spaces() throws {
        let docx = try DocxParts.page([
            paragraph([.text(" a \n b "), .tag("em", [:], text: " c"), .text("\u{A0} d ")]),
            .tag("pre", [:], [.tag("code", [:], text: "x  y\n  z\n")]),
        ])
        #expect(try docx.texts("//w:p[w:r/w:rPr/w:i]") == ["a b c\u{A0} d "])
        #expect(try docx.paragraphs(.code) == ["x  y  z"])
        #expect(try docx.count("//w:p[w:pPr/w:pStyle/@w:val='CodeBlock']//w:br") == 1)
    }

    @Test("are set as HTML sets them")
    func looks() throws {
        for (name, path) in [
            ("strong" as Name, "w:b"), ("b", "w:b"), ("em", "w:i"), ("code", "w:rFonts"),
            ("sup", "w:vertAlign[@w:val='superscript']"),
            ("sub", "w:vertAlign[@w:val='subscript']"), ("small", "w:sz"),
        ] {
            let docx = try DocxParts.page([paragraph([.text("a "), .tag(name, [:], text: "x")])])
            #expect(try docx.texts("//w:body//w:r[w:rPr/\(path)]") == ["x"], "\(name)")
        }
    }

    @Test("name the language where it is another one")
    func languages() throws {
        let body: [Markup] = [
            paragraph("here"),
            section(id: "a", level: 2, heading: "Зачем", language: "ru", [paragraph("Так.")]),
            .tag("p", ["lang": "ky"], [.text("ооба "), .tag("span", ["lang": "en"], text: "yes")]),
            .tag("p", ["lang": "\"/>"], text: "odd"), .tag("p", ["lang": "de-AT"], text: "ja"),
        ]
        let docx = try DocxParts.page(body)
        let path = "//w:body//w:r[w:rPr/w:lang/@w:val="
        #expect(try docx.texts("\(path)'ru-RU']") == ["Зачем", "Так."])
        #expect(try docx.texts("\(path)'ky-KG']") == ["ооба "])
        #expect(try docx.texts("\(path)'de-AT']") == ["ja"])
        #expect(try docx.texts("//w:body//@w:val[.='en-GB']") == [])
        let russian = try DocxParts.page(body, .ru)
        #expect(try russian.texts("//w:body//w:r[w:rPr/w:lang/@w:val='ru-RU']") == [])
        #expect(try russian.texts("//w:body//w:r[w:rPr/w:lang/@w:val='en-GB']") == ["yes"])
    }

    // MARK: - Blocks

    @Test("are numbered and nested as lists")
    func lists() throws {
        func item(_ pieces: Markup...) -> Markup { .tag("li", [:], pieces) }
        let docx = try DocxParts.page([
            .tag(
                "ol",
                ["start": "3"],
                [
                    item(paragraph("three"), paragraph("more"), .tag("ul", [:], [item("dot")])),
                    item("four"),
                ]
            ),
            .tag("ol", [:], [item("one")]),
        ])
        let items = try docx.texts("//w:p[w:pPr/w:numPr]")
        #expect(items == ["three", "dot", "four", "one"])
        #expect(try docx.texts("//w:numPr/w:numId/@w:val") == ["2", "1", "2", "3"])
        #expect(try docx.texts("//w:numPr/w:ilvl/@w:val") == ["0", "1", "0", "0"])
        let starts = try docx.texts("//w:startOverride/@w:val", in: "word/numbering.xml")
        #expect(starts == ["3", "1"])
    }

    @Test("stay inside Word's nine levels of lists, however deep they are")
    func deepLists() throws {
        var list: Markup = "end"
        for _ in 0..<40 { list = bulletList([list]) }
        let docx = try DocxParts.page([list])
        #expect(try docx.texts("//w:p[w:pPr/w:numPr]") == ["end"])
        #expect(try docx.texts("//w:ilvl/@w:val") == ["8"])
    }

    @Test("are opened where the page closes them")
    func details() throws {
        func details(_ name: String?) -> Markup {
            .tag(
                "details",
                ["class": name],
                [.tag("summary", [:], text: "line"), paragraph("inside")]
            )
        }
        let plain = try DocxParts.page([details(nil)])
        #expect(try plain.texts("//w:p[.='line' or .='inside']") == ["line", "inside"])
        let values = try DocxParts.page([details("values")])
        #expect(try values.texts("//w:p[.='line' or .='inside']") == ["inside"])
    }

    @Test("have a style of their own")
    func styles() throws {
        let docx = try DocxParts.page([
            noteBox(.note, heading: "Know", [paragraph("this")]),
            noteBox(.warning, heading: "Beware", [paragraph("that")]),
            .tag("blockquote", [:], [paragraph("said")]), .tag("hr"),
            factList([("term", "meaning")]),
            keyFigures([KeyFigure(value: "43%", label: "agree", detail: "n = 5")]),
            .tag("p", ["class": "figure-title"], text: "chart"),
            .tag("p", ["class": "note source"], text: "from"),
        ])
        for (style, text) in [
            (DocxStyle.boxTitle, "Know"), (.box, "this"), (.warningBoxTitle, "Beware"),
            (.warningBox, "that"), (.quote, "said"), (.term, "term"), (.definition, "meaning"),
            (.keyFigure, "43%agreen = 5"), (.figureTitle, "chart"),
        ] {
            #expect(try docx.paragraphs(style) == [text])
        }
        #expect(try docx.paragraphs(.note).contains("from"))
        #expect(try docx.count("//w:p[w:pPr/w:pStyle/@w:val='KeyFigure']//w:tab[not(@w:pos)]") == 1)
    }

    // MARK: - Links

    @Test("link to places in the file, to the web and to mail, and nowhere else")
    func links() throws {
        let docx = try DocxParts.page([
            section(id: "there", level: 2, heading: "There", []),
            paragraph([
                link("inside", to: "#there"), link("lost", to: "#nowhere"),
                link("web", to: "https://example.org/a b"), link("run", to: "javascript:x"),
                link("site", to: "https://example.org/ң?q=[1]#a#b"),
                link("again", to: "https://example.org/ң?q=[1]#a#b"),
                link("mail", to: "mailto:a@example.org"),
                .tag("a", ["class": "quote", "href": "#there", "title": "bound"], text: "43"),
            ]),
        ])
        let linked = try docx.texts("//w:hyperlink[not(ancestor::w:sdt)]")
        #expect(linked == ["inside", "site", "again", "mail", "43"])
        let targets = try docx.texts(
            "//*[@TargetMode='External']/@Target",
            in: "word/_rels/document.xml.rels"
        )
        #expect(targets == ["https://example.org/%D2%A3?q=%5B1%5D#a%23b", "mailto:a@example.org"])
        #expect(try docx.texts("//w:hyperlink[@w:tooltip='bound'][not(.//w:rStyle)]") == ["43"])
        #expect(try docx.texts("//w:p[.//w:bookmarkStart/@w:name='_Part1']") == ["There"])
    }

    @Test(
        "write addresses as a URI may hold them",
        arguments: [
            ("https://a.org/x%20y", "https://a.org/x%20y"),
            ("https://a.org/100%", "https://a.org/100%25"),
            ("https://a.org/<\"^`{|}>", "https://a.org/%3C%22%5E%60%7B%7C%7D%3E"),
            ("javascript:alert(1)", nil), ("", nil), ("#", nil),
            ("https://a.org/" + String(repeating: "x", count: 2_000), nil),
        ] as [(String, String?)]
    )
    func addresses(_ address: String, _ expected: String?) {
        #expect(docxAddress(address) == expected)
    }

    // MARK: - Pictures

    @Test("draw a chart once, within the page, with its own words")
    func pictures() throws {
        func svg(_ kind: String, _ width: String, _ height: String) -> Markup {
            .tag(
                "svg",
                ["class": "chart \(kind)", "width": width, "height": height],
                [.tag("title", [:], text: "T"), .tag("desc", [:], text: "D")]
            )
        }
        let docx = try DocxParts.page([
            svg("wide", "720", "178"), svg("narrow", "360", "200"), svg("map", "100", "50000"),
            svg("odd", "x", "-1"),
        ])
        #expect(docx.file.pictures.count == 3)
        #expect(try docx.texts("//wp:docPr/@title") == ["T", "T", "T"])
        #expect(try docx.texts("//wp:docPr/@descr") == ["D", "D", "D"])
        // 9,638 twips of 635 units, and 178/720 of that.
        #expect(try docx.texts("//wp:extent/@cx") == ["6120130", "15121", "9525"])
        #expect(try docx.texts("//wp:extent/@cy") == ["1513032", "7560310", "9525"])
        let first = String(decoding: docx.file.pictures[0].svg, as: UTF8.self)
        #expect(first.contains("xmlns=\"http://www.w3.org/2000/svg\""))
    }
}
