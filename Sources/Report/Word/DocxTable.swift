import Markup

/// A table on its grid, with what each cell holds.
struct DocxTable: Sendable {
    var caption: String
    /// What stands in it, in words: the headings of its columns.
    var description: String
    /// The width of each column, in twips.
    var widths: [Int]
    var rows: [Row]

    struct Row: Sendable {
        /// Whether it is repeated on top of each page.
        var isHeading: Bool
        var cells: [Cell]
    }

    struct Cell: Sendable {
        var span = 1
        var merge = Merge.none
        /// A rule under it, in this colour.
        var rule: String?
        var isAtBottom = false
        /// The text; never empty in the file.
        var blocks: [DocxWriter.Block] = []

        /// How it continues over rows.
        enum Merge: Sendable {
            case none
            case begins
            case continues
        }
    }

    var markup: Markup {
        let total = widths.reduce(0, +)
        let properties = Markup.tag(
            "w:tblPr",
            [:],
            [
                .tag("w:tblStyle", ["w:val": docxTableStyle]),
                .tag("w:tblW", ["w:w": String(total), "w:type": "dxa"]),
                .tag("w:tblLayout", ["w:type": "fixed"]),
                .tag(
                    "w:tblLook",
                    [
                        "w:val": "04A0", "w:firstRow": "1", "w:lastRow": "0",
                        "w:firstColumn": "1", "w:lastColumn": "0", "w:noHBand": "0",
                        "w:noVBand": "1",
                    ]
                ),
                caption.isEmpty ? .empty : .tag("w:tblCaption", ["w:val": caption]),
                description.isEmpty ? .empty : .tag("w:tblDescription", ["w:val": description]),
            ]
        )
        let grid = Markup.tag(
            "w:tblGrid",
            [:],
            widths.map { .tag("w:gridCol", ["w:w": String($0)]) }
        )
        return .tag("w:tbl", [:], [properties, grid] + rows.map { markup(of: $0) })
    }

    private func markup(of row: Row) -> Markup {
        var cells: [Markup] = []
        var column = 0
        for cell in row.cells {
            let end = min(column + cell.span, widths.count)
            let width = widths[min(column, end)..<end].reduce(0, +)
            cells.append(markup(of: cell, width: width, isFirst: column == 0))
            column = end
        }
        return .tag(
            "w:tr",
            [:],
            [
                .tag(
                    "w:trPr",
                    [:],
                    [.tag("w:cantSplit")] + (row.isHeading ? [.tag("w:tblHeader")] : [])
                )
            ] + cells
        )
    }

    private func markup(of cell: Cell, width: Int, isFirst: Bool) -> Markup {
        var properties: [Markup] = [.tag("w:tcW", ["w:w": String(width), "w:type": "dxa"])]
        if cell.span > 1 { properties.append(.tag("w:gridSpan", ["w:val": String(cell.span)])) }
        switch cell.merge {
        case .none: break
        case .begins: properties.append(.tag("w:vMerge", ["w:val": "restart"]))
        case .continues: properties.append(.tag("w:vMerge"))
        }
        if let rule = cell.rule { properties.append(border(rule)) }
        // Names begin where the text round the table does.
        if isFirst {
            let none = Markup.tag("w:left", ["w:w": "0", "w:type": "dxa"])
            properties.append(.tag("w:tcMar", [:], [none]))
        }
        if cell.isAtBottom { properties.append(.tag("w:vAlign", ["w:val": "bottom"])) }
        var content = cell.blocks.map { $0.markup }
        if case .paragraph? = cell.blocks.last?.content {
        } else {
            content.append(DocxParagraph(style: .cell).markup())
        }
        return .tag("w:tc", [:], [.tag("w:tcPr", [:], properties)] + content)
    }

    private func border(_ colour: String) -> Markup {
        .tag(
            "w:tcBorders",
            [:],
            [
                .tag(
                    "w:bottom",
                    ["w:val": "single", "w:sz": "6", "w:space": "0", "w:color": colour]
                )
            ]
        )
    }
}

extension DocxWriter.Block {
    /// The block where no section ends with it.
    var markup: Markup {
        switch content {
        case .paragraph(let paragraph): paragraph.markup()
        case .table(let table): table.markup
        }
    }
}
