import Markup

/// A style of paragraphs, by the name that the text refers to it with.
enum DocxStyle: String, Sendable, CaseIterable {
    case normal = "Normal"
    case title = "Title"
    case subtitle = "Subtitle"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case heading3 = "Heading3"
    case heading4 = "Heading4"
    case contentsHeading = "TOCHeading"
    case contents1 = "TOC1"
    case contents2 = "TOC2"
    case list = "ListParagraph"
    case quote = "Quote"
    case code = "CodeBlock"
    case rule = "Rule"
    case warning = "Warning"
    case facts = "Facts"
    case keyFigure = "KeyFigure"
    case term = "Term"
    case definition = "Definition"
    case box = "Box"
    case boxTitle = "BoxTitle"
    case warningBox = "WarningBox"
    case warningBoxTitle = "WarningBoxTitle"
    case figureTitle = "FigureTitle"
    case figureSubtitle = "FigureSubtitle"
    case picture = "Picture"
    case caption = "Caption"
    case note = "Note"
    case cell = "TableText"
    case spacer = "Spacer"
    case header = "Header"
    case footer = "Footer"

    /// The style of a heading in the page, whose title has level 1.
    static func heading(_ level: Int) -> DocxStyle {
        switch level {
        case ...2: .heading1
        case 3: .heading2
        case 4: .heading3
        default: .heading4
        }
    }

    /// Whether a paragraph of the style stays on the page of the one after it.
    var keepsWithNext: Bool { look.keepsWithNext }
}

/// How a style looks: the print colours and sizes of the page, in a font that Word brings.
struct DocxLook: Sendable {
    /// The name in Word's list; that of a style that Word knows is part of the standard.
    var name: String
    /// Half points: 21 is 10.5 pt; nil leaves the size of the text.
    var size: Int?
    var isBold = false
    var isItalic = false
    var colour: String?
    /// Space above and under it, in twips.
    var before = 0
    var after = 120
    /// The height of a line in 240ths of the font's; nil leaves that of the text.
    var line: Int?
    var left = 0
    var hanging = 0
    var keepsWithNext = false
    /// A bar on the left (its colour), and the ground behind the text.
    var bar: String?
    var ground: String?
    /// A rule under the paragraph.
    var rule: String?
    var font: String?
    var outline: Int?
}

extension DocxStyle {
    static let font = "Calibri"
    static let codeFont = "Consolas"
    static let ink = "1A1A1A"
    static let muted = "595959"
    static let accent = "21407F"
    static let warn = "A32020"
    static let ruleInk = "767676"
    static let hair = "BFC4CB"
    static let link = "0B5394"
    /// How far a list's text stands in, for each level.
    static let listStep = 397
    /// How far a box's text stands in from its bar.
    static let boxInset = 170

    var look: DocxLook {
        switch self {
        case .normal: .init(name: "Normal")
        case .title:
            .init(
                name: "Title",
                size: 52,
                isBold: true,
                before: 240,
                after: 120,
                line: 240,
                keepsWithNext: true
            )
        case .subtitle:
            .init(name: "Subtitle", size: 26, colour: Self.muted, after: 120)
        case .heading1, .heading2, .heading3, .heading4, .contentsHeading: headingLook
        case .contents1: .init(name: "toc 1", size: 20, before: 30, after: 20, line: 240)
        case .contents2:
            .init(name: "toc 2", size: 18, colour: Self.muted, after: 10, line: 240, left: 284)
        case .list: .init(name: "List Paragraph", after: 60)
        case .quote:
            .init(name: "Quote", colour: Self.muted, left: 340, bar: Self.hair)
        case .code: .init(name: "Code Block", size: 18, line: 240, font: Self.codeFont)
        case .rule: .init(name: "Rule", size: 8, after: 160, rule: Self.hair)
        case .warning:
            .init(name: "Warning", size: 24, isBold: true, colour: Self.warn, rule: Self.warn)
        case .facts: .init(name: "Facts", colour: Self.muted, after: 240)
        case .cell: .init(name: "Table Text", before: 20, after: 20, line: 240)
        case .spacer: .init(name: "Spacer", size: 8, after: 0, line: 240)
        case .header: .init(name: "header", size: 16, colour: Self.muted, after: 0, line: 240)
        case .footer: .init(name: "footer", size: 16, colour: Self.muted, after: 0, line: 240)
        default: partLook
        }
    }

    private var headingLook: DocxLook {
        let size =
            switch self {
            case .heading1, .contentsHeading: 36
            case .heading2: 27
            case .heading3: 23
            default: 21
            }
        let level = [.heading1, .heading2, .heading3].firstIndex(of: self) ?? 3
        return DocxLook(
            name: self == .contentsHeading ? "TOC Heading" : "heading \(level + 1)",
            size: size,
            isBold: true,
            before: self == .heading1 ? 480 : 320,
            after: self == .heading1 ? 160 : 100,
            line: 250,
            keepsWithNext: true,
            outline: self == .contentsHeading ? nil : level
        )
    }

    /// The look of what the report has besides text: figures, boxes, charts, tables.
    private var partLook: DocxLook {
        switch self {
        case .keyFigure:
            .init(
                name: "Key Figure",
                before: 60,
                after: 140,
                line: 260,
                left: 2_268,
                hanging: 2_268
            )
        case .term: .init(name: "Term", isBold: true, before: 100, after: 0, keepsWithNext: true)
        case .definition: .init(name: "Definition", left: 284)
        case .box, .boxTitle:
            .init(
                name: self == .box ? "Box" : "Box Title",
                isBold: self == .boxTitle,
                before: 0,
                after: 0,
                left: Self.boxInset,
                keepsWithNext: self == .boxTitle,
                bar: Self.accent,
                ground: "F5F7FA"
            )
        case .warningBox, .warningBoxTitle:
            .init(
                name: self == .warningBox ? "Warning Box" : "Warning Box Title",
                isBold: self == .warningBoxTitle,
                colour: self == .warningBoxTitle ? Self.warn : nil,
                after: 0,
                left: Self.boxInset,
                keepsWithNext: self == .warningBoxTitle,
                bar: Self.warn,
                ground: "FDF3F2"
            )
        case .figureTitle:
            .init(
                name: "Figure Title",
                size: 22,
                isBold: true,
                before: 240,
                after: 20,
                keepsWithNext: true
            )
        case .figureSubtitle:
            .init(
                name: "Figure Subtitle",
                size: 19,
                colour: Self.muted,
                after: 60,
                keepsWithNext: true
            )
        case .picture: .init(name: "Picture", before: 80, after: 80, line: 240)
        case .caption:
            .init(
                name: "caption",
                size: 20,
                isBold: true,
                before: 240,
                after: 80,
                line: 240,
                keepsWithNext: true
            )
        default: .init(name: "Note", size: 18, colour: Self.muted, before: 60, after: 60, line: 250)
        }
    }
}
