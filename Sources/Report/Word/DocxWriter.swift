import Markup

/// Turns the pieces of a page into blocks of a Word text, one after the other.
///
/// It knows the elements that the functions of this target make. Of another element the text is kept,
/// and its name is in ``unknownElements``.
struct DocxWriter: Sendable {
    /// A block of the text's flow.
    struct Block: Sendable {
        var content: Content
        /// Whether it needs a page turned sideways.
        var isSideways = false
        /// Space that the block after it must keep, in twips.
        var spaceAfter = 0

        enum Content: Sendable {
            case paragraph(DocxParagraph)
            case table(DocxTable)
        }
    }

    /// What holds for the pieces inside an element.
    struct Surroundings: Sendable {
        var look = DocxRunLook()
        /// The style of a paragraph that does not say otherwise.
        var style = DocxStyle.normal
        var alignment: DocxParagraph.Alignment?
        /// How many lists it stands in.
        var listDepth = 0
        /// How far a paragraph of a list stands in besides that: in a box, in a quotation.
        var inset = 0
        /// Inside an element of a line: what would be a block of its own is part of the line.
        var isInline = false
        var keepsSpaces = false
        var isSideways = false
        /// The size of the cell's text in half points; nil outside tables.
        var cellSize: Int?
        /// The widest that a picture may be, in twips.
        var width = DocxPaper.width(sideways: false)
    }

    /// A heading for the table of contents.
    struct Heading: Sendable {
        let level: Int
        let text: String
        let bookmark: String
    }

    let anchors: DocxAnchors
    /// The code of the document's language.
    let language: String

    var blocks: [Block] = []
    /// The paragraph that is being filled.
    var open: DocxParagraph?
    /// Ids that the next paragraph is the place of.
    var pendingIDs: [String] = []
    /// The list whose next item has begun, until a paragraph takes it.
    var pendingItem: DocxListPlace?

    var relations = DocxRelations()
    var pictures: [DocxFile.Picture] = []
    /// Where each numbered list begins, and how deep it stands.
    var numberedLists: [(start: Int, level: Int)] = []
    var headings: [Heading] = []
    var unknownElements: Set<String> = []
    private var bookmarkCount = 0

    init(language: String = "en-GB", anchors: DocxAnchors = DocxAnchors()) {
        self.language = language
        self.anchors = anchors
    }

    // MARK: - Walking

    mutating func write(_ pieces: [Markup], _ around: Surroundings = Surroundings()) {
        for piece in pieces { write(piece, around) }
    }

    mutating func write(_ piece: Markup, _ around: Surroundings) {
        switch piece {
        case .text(let text): append(text, around)
        case .group(let children): write(children, around)
        case .style: break
        case .element(let name, let attributes, let children):
            guard attributes["aria-hidden"] != "true" else { return }
            var inside = around
            if let language = attributes["lang"].flatMap(docxLanguage) {
                inside.look.language = language == self.language ? nil : language
            }
            if writeInline(name, attributes, children, inside) { return }
            if around.isInline { return write(children, inside) }
            close()
            if let id = attributes["id"] { pendingIDs.append(id) }
            writeBlock(name, attributes, children, inside)
            close()
        }
    }

    /// Ends the paragraph that is being filled.
    mutating func close() {
        guard let paragraph = open else { return }
        open = nil
        blocks.append(Block(content: .paragraph(paragraph), isSideways: openIsSideways))
    }

    private var openIsSideways = false

    /// Begins a paragraph where none is open.
    mutating func begin(_ around: Surroundings) {
        guard open == nil else { return }
        var paragraph = DocxParagraph(style: around.style, alignment: around.alignment)
        if let item = pendingItem {
            pendingItem = nil
            paragraph.list = item
            paragraph.left = around.inset + DocxStyle.listStep * around.listDepth
            // In a box the dot stands at its edge, so that the bar goes straight down.
            let isAtEdge = around.inset > 0 && around.listDepth == 1
            paragraph.hanging = isAtEdge ? DocxStyle.listStep : DocxNumbering.hanging
        } else if around.listDepth > 0 {
            paragraph.left = around.inset + DocxStyle.listStep * around.listDepth
        }
        open = paragraph
        openIsSideways = around.isSideways
        for id in pendingIDs { mark(id) }
        pendingIDs = []
    }

    /// Makes the open paragraph the place of `id`.
    mutating func mark(_ id: String) {
        guard let name = anchors[id] else { return }
        let mark = bookmark(name)
        open?.bookmarks.append(mark)
    }

    mutating func bookmark(_ name: String) -> DocxBookmark {
        bookmarkCount += 1
        return DocxBookmark(number: bookmarkCount, name: name)
    }

    /// The blocks of `pieces` alone, such as those of a table's cell.
    mutating func blocks(of pieces: [Markup], _ around: Surroundings) -> [Block] {
        let outer = (blocks, open, pendingItem, openIsSideways)
        (blocks, open, pendingItem) = ([], nil, nil)
        write(pieces, around)
        close()
        let inner = blocks
        (blocks, open, pendingItem, openIsSideways) = outer
        return inner
    }
}
