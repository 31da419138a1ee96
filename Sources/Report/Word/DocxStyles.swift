import Markup

/// The part with the styles, from ``DocxStyle``; the text itself is set in `language`.
func docxStyles(language: String) -> Markup {
    .tag(
        "w:styles",
        ["xmlns:w": DocxNamespace.main],
        [defaults(language: language)] + DocxStyle.allCases.map { style($0) } + [
            characters("DefaultParagraphFont", "Default Paragraph Font", isDefault: true, []),
            characters(
                "Hyperlink",
                "Hyperlink",
                [
                    .tag("w:color", ["w:val": DocxStyle.link]), .tag("w:u", ["w:val": "single"]),
                ]
            ),
            tableNormal, tableStyle, noList,
        ]
    )
}

/// The table style that every table of the report has.
let docxTableStyle = "AsharTable"

/// `w:rFonts` with one font for all scripts.
func docxFonts(_ font: String) -> Markup {
    .tag(
        "w:rFonts",
        ["w:ascii": font, "w:eastAsia": font, "w:hAnsi": font, "w:cs": font]
    )
}

private func defaults(language: String) -> Markup {
    .tag(
        "w:docDefaults",
        [:],
        [
            .tag(
                "w:rPrDefault",
                [:],
                [
                    .tag(
                        "w:rPr",
                        [:],
                        [
                            docxFonts(DocxStyle.font),
                            .tag("w:color", ["w:val": DocxStyle.ink]),
                            .tag("w:sz", ["w:val": "21"]), .tag("w:szCs", ["w:val": "21"]),
                            .tag("w:lang", ["w:val": language, "w:bidi": "ar-SA"]),
                        ]
                    )
                ]
            ),
            .tag(
                "w:pPrDefault",
                [:],
                [
                    .tag(
                        "w:pPr",
                        [:],
                        [
                            .tag(
                                "w:spacing",
                                ["w:after": "120", "w:line": "269", "w:lineRule": "auto"]
                            )
                        ]
                    )
                ]
            ),
        ]
    )
}

private func style(_ style: DocxStyle) -> Markup {
    let look = style.look
    let follows: Set<DocxStyle> = [
        .title, .subtitle, .heading1, .heading2, .heading3, .heading4, .contentsHeading, .caption,
        .figureTitle, .figureSubtitle, .term,
    ]
    var children: [Markup] = [.tag("w:name", ["w:val": look.name])]
    if style != .normal { children.append(.tag("w:basedOn", ["w:val": "Normal"])) }
    if follows.contains(style) { children.append(.tag("w:next", ["w:val": "Normal"])) }
    children.append(.tag("w:qFormat"))
    return .tag(
        "w:style",
        [
            "w:type": "paragraph", "w:default": style == .normal ? "1" : nil,
            "w:customStyle": look.name.contains(where: \.isUppercase) && !isKnown(look.name)
                ? "1" : nil,
            "w:styleId": style.rawValue,
        ],
        children + [paragraphProperties(look), runProperties(look)]
    )
}

/// Whether Word itself knows a style of that name.
private func isKnown(_ name: String) -> Bool {
    ["Normal", "Title", "Subtitle", "TOC Heading", "List Paragraph", "Quote"].contains(name)
}

private func paragraphProperties(_ look: DocxLook) -> Markup {
    var children: [Markup] = []
    if look.keepsWithNext { children.append(.tag("w:keepNext")) }
    if look.bar != nil || look.rule != nil {
        var borders: [Markup] = []
        if let bar = look.bar { borders.append(border("w:left", bar, size: 24, space: 8)) }
        if let rule = look.rule { borders.append(border("w:bottom", rule, size: 6, space: 1)) }
        children.append(.tag("w:pBdr", [:], borders))
    }
    if let ground = look.ground {
        children.append(.tag("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": ground]))
    }
    children.append(
        .tag(
            "w:spacing",
            [
                "w:before": look.before == 0 ? nil : String(look.before),
                "w:after": String(look.after),
                "w:line": look.line.map { String($0) },
                "w:lineRule": look.line == nil ? nil : "auto",
            ]
        )
    )
    if look.left > 0 {
        children.append(
            .tag(
                "w:ind",
                [
                    "w:left": String(look.left),
                    "w:hanging": look.hanging > 0 ? String(look.hanging) : nil,
                ]
            )
        )
    }
    if let outline = look.outline {
        children.append(.tag("w:outlineLvl", ["w:val": String(outline)]))
    }
    return .tag("w:pPr", [:], children)
}

private func border(_ side: Name, _ colour: String, size: Int, space: Int) -> Markup {
    .tag(
        side,
        [
            "w:val": "single", "w:sz": String(size), "w:space": String(space), "w:color": colour,
        ]
    )
}

private func runProperties(_ look: DocxLook) -> Markup {
    var children: [Markup] = []
    if let font = look.font { children.append(docxFonts(font)) }
    if look.isBold { children += [.tag("w:b"), .tag("w:bCs")] }
    if look.isItalic { children += [.tag("w:i"), .tag("w:iCs")] }
    if let colour = look.colour { children.append(.tag("w:color", ["w:val": colour])) }
    if let size = look.size {
        children += [
            .tag("w:sz", ["w:val": String(size)]), .tag("w:szCs", ["w:val": String(size)]),
        ]
    }
    return children.isEmpty ? .empty : .tag("w:rPr", [:], children)
}

private func characters(
    _ id: String,
    _ name: String,
    isDefault: Bool = false,
    _ properties: [Markup]
) -> Markup {
    .tag(
        "w:style",
        ["w:type": "character", "w:default": isDefault ? "1" : nil, "w:styleId": id],
        [
            .tag("w:name", ["w:val": name]),
            properties.isEmpty ? .empty : .tag("w:rPr", [:], properties),
        ]
    )
}

private func margins(top: Int, side: Int) -> Markup {
    func edge(_ name: Name, _ width: Int) -> Markup {
        .tag(name, ["w:w": String(width), "w:type": "dxa"])
    }
    return .tag(
        "w:tblCellMar",
        [:],
        [
            edge("w:top", top), edge("w:left", side), edge("w:bottom", top), edge("w:right", side),
        ]
    )
}

private var tableNormal: Markup {
    .tag(
        "w:style",
        ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"],
        [
            .tag("w:name", ["w:val": "Normal Table"]),
            .tag(
                "w:tblPr",
                [:],
                [.tag("w:tblInd", ["w:w": "0", "w:type": "dxa"]), margins(top: 0, side: 108)]
            ),
        ]
    )
}

/// Rules between rows only, as on the page.
private var tableStyle: Markup {
    .tag(
        "w:style",
        ["w:type": "table", "w:customStyle": "1", "w:styleId": docxTableStyle],
        [
            .tag("w:name", ["w:val": "Ashar Table"]),
            .tag("w:basedOn", ["w:val": "TableNormal"]),
            .tag(
                "w:tblPr",
                [:],
                [
                    .tag(
                        "w:tblBorders",
                        [:],
                        [
                            border("w:top", DocxStyle.ink, size: 12, space: 0),
                            border("w:bottom", DocxStyle.ruleInk, size: 6, space: 0),
                            border("w:insideH", DocxStyle.hair, size: 4, space: 0),
                        ]
                    ),
                    margins(top: 20, side: DocxColumns.padding),
                ]
            ),
        ]
    )
}

private var noList: Markup {
    .tag(
        "w:style",
        ["w:type": "numbering", "w:default": "1", "w:styleId": "NoList"],
        [.tag("w:name", ["w:val": "No List"])]
    )
}
