import Base
import Markup

extension Page {
    /// The page as a Word file: the whole of it, opened, on A4.
    ///
    /// - Parameters:
    ///   - author: Who made it, for the properties of the file.
    ///   - date: The day of the report ("2023", "2023-11-05"), for the same.
    /// - Returns: The file, whose pictures still have to be drawn as pixels.
    func docx(author: String = "", date: String = "") -> DocxFile {
        let language = docxLanguage(words.language.rawValue) ?? "en-GB"
        var relations = DocxRelations()
        _ = relations.add(.styles, to: "styles.xml")
        _ = relations.add(.numbering, to: "numbering.xml")
        _ = relations.add(.settings, to: "settings.xml")
        _ = relations.add(.fonts, to: "fontTable.xml")
        let sections = DocxSections(
            header: relations.add(.header, to: "header1.xml"),
            footer: relations.add(.footer, to: "footer1.xml")
        )
        let closing = footer + [reviewNote]
        var writer = DocxWriter(language: language, anchors: DocxAnchors(of: body + closing))
        writer.relations = relations
        writer.write(body)
        var around = DocxWriter.Surroundings()
        around.style = .note
        writer.write(.tag("hr"), around)
        writer.write(closing, around)
        writer.close()
        let contents = DocxContents(heading: words(PageWord.contents), entries: writer.headings)
        let document = Markup.tag(
            "w:document",
            Self.documentNamespaces,
            [
                .tag(
                    "w:body",
                    [:],
                    opening + [contents.markup]
                        + [
                            DocxParagraph(style: .spacer)
                                .markup(section: sections.properties(sideways: false))
                        ] + sections.body(writer.blocks)
                )
            ]
        )
        return DocxFile(
            parts: DocxPackage(
                properties: DocxProperties(
                    title: title,
                    author: author,
                    description: warningLine,
                    language: language,
                    date: date
                ),
                document: document,
                header: headerPart,
                footer: footerPart,
                numbering: DocxNumbering(numberedLists: writer.numberedLists).markup,
                relations: writer.relations,
                pictures: writer.pictures
            ).parts,
            pictures: writer.pictures,
            unknownElements: writer.unknownElements.sorted()
        )
    }

    private static var documentNamespaces: Attributes {
        [
            "xmlns:w": DocxNamespace.main, "xmlns:r": DocxNamespace.relations,
            "xmlns:wp": DocxNamespace.placing,
        ]
    }

    private var warningLine: String {
        warnings.map { words($0) }.joined(separator: " · ")
    }

    /// Warnings, title, and the facts of the study.
    private var opening: [Markup] {
        let lines: [(DocxStyle, String)] = [
            (.warning, warningLine), (.title, title), (.subtitle, subtitle),
            (.facts, facts.joined(separator: " · ")),
        ]
        return lines.filter { !$0.1.isEmpty }.map { style, text in
            DocxParagraph(style: style, runs: [DocxRunLook().run(text)]).markup()
        }
    }

    // MARK: - Header and footer

    /// The warnings, and the title under them, on every page.
    private var headerPart: Markup {
        var warning = DocxRunLook()
        warning.isBold = true
        warning.colour = DocxStyle.warn
        var lines = [DocxParagraph(style: .header, runs: [DocxRunLook().run(title)])]
        if !warnings.isEmpty {
            lines.insert(
                DocxParagraph(style: .header, runs: [warning.run(warningLine)]),
                at: 0
            )
        }
        return .tag(
            "w:hdr",
            ["xmlns:w": DocxNamespace.main, "xmlns:r": DocxNamespace.relations],
            lines.map { $0.markup() }
        )
    }

    /// "Page 3 of 40", which Word counts.
    private var footerPart: Markup {
        let places: [Character: String] = ["\u{1}": "PAGE", "\u{2}": "NUMPAGES"]
        let text = words(
            PageWord.pageOf,
            ["page": .text("\u{1}"), "pages": .text("\u{2}")]
        )
        var runs: [Markup] = []
        var open = ""
        func close() {
            if !open.isEmpty { runs.append(DocxRunLook().run(open)) }
            open = ""
        }
        for letter in text {
            guard let field = places[letter] else {
                open.append(letter)
                continue
            }
            close()
            runs.append(
                .tag("w:fldSimple", ["w:instr": " \(field) "], [DocxRunLook().run("1")])
            )
        }
        close()
        return .tag(
            "w:ftr",
            ["xmlns:w": DocxNamespace.main, "xmlns:r": DocxNamespace.relations],
            [DocxParagraph(style: .footer, alignment: .right, runs: runs).markup()]
        )
    }
}

extension ReportDocument {
    /// The report in one language as a Word file.
    package func docx(in language: Language) -> DocxFile {
        let version = version(language)
        let report = version.study.report
        return version.page().docx(
            author: report.author.text(in: version.language),
            date: report.date
        )
    }
}
