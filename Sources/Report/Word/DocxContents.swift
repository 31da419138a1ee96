import Markup

/// The table of contents: a field, filled with links, to which Word adds the pages.
///
/// No page is printed that nobody has counted: the field is marked as out of date, so that Word offers
/// to fill it in when it opens the file.
struct DocxContents: Sendable {
    let heading: String
    let entries: [DocxWriter.Heading]

    var markup: Markup {
        guard !entries.isEmpty else { return .empty }
        var title = DocxParagraph(style: .contentsHeading)
        title.runs = [DocxRunLook().run(heading)]
        return .tag(
            "w:sdt",
            [:],
            [
                .tag(
                    "w:sdtPr",
                    [:],
                    [
                        .tag(
                            "w:docPartObj",
                            [:],
                            [
                                .tag("w:docPartGallery", ["w:val": "Table of Contents"]),
                                .tag("w:docPartUnique"),
                            ]
                        )
                    ]
                ),
                .tag("w:sdtContent", [:], [title.markup()] + lines),
            ]
        )
    }

    private var lines: [Markup] {
        entries.enumerated().map { index, entry in
            var line = DocxParagraph(style: entry.level <= 2 ? .contents1 : .contents2)
            line.runs = [
                .tag(
                    "w:hyperlink",
                    ["w:anchor": entry.bookmark, "w:history": "1"],
                    [DocxRunLook().run(entry.text)]
                )
            ]
            if index == 0 { line.runs.insert(contentsOf: Self.beginning, at: 0) }
            if index == entries.count - 1 { line.runs.append(docxFieldMark("end")) }
            return line.markup()
        }
    }

    /// Headings of the levels 1 and 2 as links, by their outline.
    private static var beginning: [Markup] {
        [
            docxFieldMark("begin", isDirty: true),
            .tag(
                "w:r",
                [:],
                [
                    .tag(
                        "w:instrText",
                        ["xml:space": "preserve"],
                        text: " TOC \\o \"1-2\" \\h \\z \\u "
                    )
                ]
            ),
            docxFieldMark("separate"),
        ]
    }
}

/// The run that begins, parts or ends a field.
func docxFieldMark(_ kind: String, isDirty: Bool = false) -> Markup {
    .tag(
        "w:r",
        [:],
        [
            .tag(
                "w:fldChar",
                ["w:fldCharType": kind, "w:dirty": isDirty ? "true" : nil]
            )
        ]
    )
}
