import Markup

/// A place in the text that links lead to.
struct DocxBookmark: Sendable {
    /// Unique in the document.
    let number: Int
    /// At most 40 letters, digits and low lines; one that begins with a low line is not listed.
    let name: String
}

/// The list that a paragraph is an item of.
struct DocxListPlace: Sendable {
    /// The number of the list in the part with the lists.
    let number: Int
    /// 0 for the outermost.
    let level: Int
}

/// A paragraph with all that is said of it apart from its style.
struct DocxParagraph: Sendable {
    var style = DocxStyle.normal
    var keepsWithNext = false
    var list: DocxListPlace?
    /// Where its text begins, in twips, where that differs from its style; and how far to the left
    /// of it the first line does.
    var left: Int?
    var hanging = 0
    var alignment: Alignment?
    /// Space above it, in twips, where that differs from its style.
    var before: Int?
    var bookmarks: [DocxBookmark] = []
    /// Runs of text, links and pictures.
    var runs: [Markup] = []
    /// Whether the last run ends with a space, so that another one is not written.
    var endsWithSpace = true

    enum Alignment: String, Sendable {
        case right
        case centre = "center"
    }

    /// The paragraph; `section` are the properties of the section that it ends.
    func markup(section: Markup = .empty) -> Markup {
        var properties: [Markup] = []
        if style != .normal { properties.append(.tag("w:pStyle", ["w:val": style.rawValue])) }
        if keepsWithNext, !style.keepsWithNext { properties.append(.tag("w:keepNext")) }
        if let list {
            properties.append(
                .tag(
                    "w:numPr",
                    [:],
                    [
                        .tag("w:ilvl", ["w:val": String(list.level)]),
                        .tag("w:numId", ["w:val": String(list.number)]),
                    ]
                )
            )
        }
        if let before { properties.append(.tag("w:spacing", ["w:before": String(before)])) }
        if let left {
            properties.append(
                .tag(
                    "w:ind",
                    ["w:left": String(left), "w:hanging": hanging > 0 ? String(hanging) : nil]
                )
            )
        }
        if let alignment { properties.append(.tag("w:jc", ["w:val": alignment.rawValue])) }
        properties.append(section)
        let starts = bookmarks.map { mark in
            Markup.tag("w:bookmarkStart", ["w:id": String(mark.number), "w:name": mark.name])
        }
        let ends = bookmarks.map { Markup.tag("w:bookmarkEnd", ["w:id": String($0.number)]) }
        return .tag("w:p", [:], [.tag("w:pPr", [:], properties)] + starts + runs + ends)
    }
}

/// How a run of text differs from the paragraph that it stands in.
struct DocxRunLook: Sendable {
    var isBold = false
    var isItalic = false
    var isCode = false
    var isMuted = false
    var isLink = false
    /// "superscript" or "subscript".
    var raised: String?
    /// The size in half points; nil for that of the style.
    var size: Int?
    var colour: String?
    /// The language, where it is not that of the document.
    var language: String?

    /// The properties in the order that the standard asks for.
    var properties: Markup {
        var children: [Markup] = []
        if isLink { children.append(.tag("w:rStyle", ["w:val": "Hyperlink"])) }
        if isCode { children.append(docxFonts(DocxStyle.codeFont)) }
        if isBold { children += [.tag("w:b"), .tag("w:bCs")] }
        if isItalic { children += [.tag("w:i"), .tag("w:iCs")] }
        if let colour = colour ?? (isMuted && !isLink ? DocxStyle.muted : nil) {
            children.append(.tag("w:color", ["w:val": colour]))
        }
        if let size {
            children += [
                .tag("w:sz", ["w:val": String(size)]), .tag("w:szCs", ["w:val": String(size)]),
            ]
        }
        if let raised { children.append(.tag("w:vertAlign", ["w:val": raised])) }
        if let language { children.append(.tag("w:lang", ["w:val": language])) }
        return children.isEmpty ? .empty : .tag("w:rPr", [:], children)
    }

    /// A run of `text`, whose spaces are kept.
    func run(_ text: String) -> Markup {
        .tag(
            "w:r",
            [:],
            [properties, .tag("w:t", ["xml:space": "preserve"], text: text)]
        )
    }

    /// A run that holds one element, such as a line break.
    func run(_ content: Markup) -> Markup { .tag("w:r", [:], [properties, content]) }
}

/// The XML namespaces of the parts.
enum DocxNamespace {
    static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006"
    static let relations = "\(officeDocument)/relationships"
    static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    static let placing =
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    static let vectors = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
}
