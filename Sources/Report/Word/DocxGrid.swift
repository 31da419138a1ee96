import Markup

/// The rows and cells of a `<table>` on a grid, before their contents are written.
struct DocxGrid: Sendable {
    var caption: [Markup] = []
    var rows: [Row] = []
    var columnCount = 0

    struct Row: Sendable {
        var isHeading: Bool
        var attributes: Attributes
        var cells: [Cell]
    }

    struct Cell: Sendable {
        var column: Int
        var span: Int
        /// Whether a cell of an earlier row stands here.
        var isContinued = false
        /// Whether it goes on in the next row.
        var goesOn = false
        var isHeading = false
        var attributes: Attributes = [:]
        var content: [Markup] = []
    }

    /// The most columns that Word's tables have.
    static let mostColumns = 63

    init(_ pieces: [Markup]) {
        read(pieces, isHeading: false)
        columnCount = rows.flatMap { $0.cells.map { $0.column + $0.span } }.max() ?? 0
        // A row that is shorter than the others gets empty cells, since Word wants all of them.
        for index in rows.indices {
            let end = rows[index].cells.last.map { $0.column + $0.span } ?? 0
            rows[index].cells += (end..<columnCount).map { Cell(column: $0, span: 1) }
        }
    }

    private mutating func read(_ pieces: [Markup], isHeading: Bool) {
        for piece in DocxWriter.flat(pieces) {
            guard case .element(let name, let attributes, let children) = piece else { continue }
            switch name {
            case "caption": caption = children
            case "thead": read(children, isHeading: true)
            case "tr": addRow(attributes, children, isHeading: isHeading)
            default: read(children, isHeading: false)
            }
        }
    }

    private mutating func addRow(
        _ attributes: Attributes,
        _ children: [Markup],
        isHeading: Bool
    ) {
        var cells: [Cell] = []
        var column = 0
        /// Cells of the row above that reach into this one.
        let above = rows.last?.cells.filter(\.goesOn) ?? []
        func fill() {
            while let upper = above.first(where: { $0.column == column }) {
                var cell = Cell(column: column, span: upper.span, isContinued: true)
                cell.attributes = upper.attributes
                cell.attributes.set("rowspan", to: upper.attributes["rowspan"].map(Self.oneLess))
                cell.goesOn = Self.number(cell.attributes["rowspan"]) > 1
                cells.append(cell)
                column += upper.span
            }
        }
        for piece in DocxWriter.flat(children) {
            guard case .element(let name, let attributes, let content) = piece,
                name == "th" || name == "td"
            else { continue }
            fill()
            guard column < Self.mostColumns else { break }
            let span = min(Self.number(attributes["colspan"]), Self.mostColumns - column)
            cells.append(
                Cell(
                    column: column,
                    span: span,
                    goesOn: Self.number(attributes["rowspan"]) > 1,
                    isHeading: name == "th",
                    attributes: attributes,
                    content: content
                )
            )
            column += span
        }
        fill()
        guard !cells.isEmpty else { return }
        rows.append(Row(isHeading: isHeading, attributes: attributes, cells: cells))
    }

    private static func number(_ text: String?) -> Int { max(text.flatMap { Int($0) } ?? 1, 1) }

    private static func oneLess(_ text: String) -> String { String(number(text) - 1) }
}
