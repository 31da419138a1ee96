import Markup

extension DocxWriter {
    /// The most columns besides the first, up to which a table is not turned for its texts alone.
    private static let mostUprightColumns = 8
    /// Tables of at most so many rows are not broken over two pages, as on the page.
    private static let mostRowsTogether = 15

    /// Whether `div` is the frame of a table that needs a page turned sideways, with its notes.
    func isSideways(_ name: Name, _ attributes: Attributes, _ children: [Markup]) -> Bool {
        guard hasClass("table", attributes), let table = Self.table(in: children) else {
            return false
        }
        return needsSidewaysPage(DocxGrid(table))
    }

    private static func table(in pieces: [Markup]) -> [Markup]? {
        for piece in flat(pieces) {
            guard case .element(let name, _, let children) = piece else { continue }
            if name == "table" { return children }
            if let table = table(in: children) { return table }
        }
        return nil
    }

    /// A table is turned where its numbers would have to break on an upright page, and with many
    /// columns also where its texts would.
    private func needsSidewaysPage(_ grid: DocxGrid) -> Bool {
        let columns = DocxColumns(
            grid,
            available: DocxPaper.width(sideways: false),
            sizes: sizes(of: grid)
        )
        return hasManyColumns(grid) ? !columns.isEasy : !columns.fits
    }

    private func hasManyColumns(_ grid: DocxGrid) -> Bool {
        grid.columnCount - 1 > Self.mostUprightColumns
    }

    /// The sizes of text to try, in half points: 9 pt down to 8 pt.
    private func sizes(of grid: DocxGrid) -> [Int] {
        hasManyColumns(grid) ? [17, 16] : [18, 17, 16]
    }

    mutating func writeTable(
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        let grid = DocxGrid(children)
        guard grid.columnCount > 0 else { return }
        var inside = around
        inside.isSideways = around.isSideways || needsSidewaysPage(grid)
        let available = DocxPaper.width(sideways: inside.isSideways)
        let columns = DocxColumns(
            grid,
            available: available,
            // Down to 6.5 pt, as the page prints its widest tables.
            sizes: (inside.isSideways ? [18] : []) + sizes(of: grid) + [15, 14, 13]
        )
        writeCaption(grid, inside)
        inside.cellSize = columns.size
        inside.width = available
        inside.style = .cell
        inside.listDepth = 0
        inside.inset = 0
        let headings = grid.rows.prefix(while: \.isHeading).count
        let keepsTogether = grid.rows.count - headings <= Self.mostRowsTogether
        var rows: [DocxTable.Row] = []
        for (index, row) in grid.rows.enumerated() {
            let isLast = index == grid.rows.count - 1
            let opens = index <= headings || hasClass("block", row.attributes)
            let keeps = !isLast && (keepsTogether || opens)
            let isLastHeading = row.isHeading && index == headings - 1
            rows.append(
                DocxTable.Row(
                    isHeading: row.isHeading,
                    cells: cells(of: row, grid, inside, isLastHeading, keepsWithNext: keeps)
                )
            )
        }
        let caption = grid.caption.map(\.plainText).joined()
        blocks.append(
            Block(
                content: .table(
                    DocxTable(
                        caption: caption,
                        description: description(of: grid),
                        widths: columns.widths,
                        rows: rows
                    )
                ),
                isSideways: inside.isSideways,
                spaceAfter: 160
            )
        )
    }

    private mutating func writeCaption(_ grid: DocxGrid, _ around: Surroundings) {
        var inside = around
        inside.style = .caption
        inside.listDepth = 0
        if !grid.caption.isEmpty || !pendingIDs.isEmpty { begin(inside) }
        write(grid.caption, inside)
        close()
    }

    /// The headings of the columns, one after the other: "Region; n; Mean".
    private func description(of grid: DocxGrid) -> String {
        grid.rows.filter(\.isHeading).flatMap(\.cells)
            .map { $0.content.map(\.plainText).joined() }
            .filter { !$0.isEmpty }
            .joined(separator: "; ")
    }

    private mutating func cells(
        of row: DocxGrid.Row,
        _ grid: DocxGrid,
        _ around: Surroundings,
        _ isLastHeading: Bool,
        keepsWithNext: Bool
    ) -> [DocxTable.Cell] {
        var sources = row.cells
        // A heading over rows has the room of the empty cell beside it.
        if !row.isHeading, sources.count > 1, sources[0].isHeading,
            sources.dropFirst().allSatisfy({ $0.content.isEmpty && !$0.isContinued }),
            hasClass("block", row.attributes)
        {
            sources = [sources[0]]
            sources[0].span = grid.columnCount
        }
        return sources.map { source in
            var cell = DocxTable.Cell(span: source.span)
            cell.merge =
                source.isContinued ? .continues : source.goesOn ? .begins : .none
            cell.isAtBottom = row.isHeading
            let reachesDown = isLastHeading && !source.goesOn
            cell.rule =
                reachesDown || hasClass("group", source.attributes) ? DocxStyle.ruleInk : nil
            guard !source.isContinued else { return cell }
            let inside = surroundings(of: source, in: row, around)
            cell.blocks = blocks(of: source.content, inside)
            if cell.blocks.isEmpty {
                cell.blocks = [Block(content: .paragraph(DocxParagraph(style: .cell)))]
            }
            for index in cell.blocks.indices where keepsWithNext {
                guard case .paragraph(var paragraph) = cell.blocks[index].content else { continue }
                paragraph.keepsWithNext = true
                cell.blocks[index].content = .paragraph(paragraph)
            }
            return cell
        }
    }

    /// How the text of a cell stands: names from the left, numbers to the right.
    private func surroundings(
        of cell: DocxGrid.Cell,
        in row: DocxGrid.Row,
        _ around: Surroundings
    ) -> Surroundings {
        var inside = around
        inside.look.size = around.cellSize
        inside.look.isBold = cell.isHeading || hasClass("total", row.attributes)
        if row.isHeading { inside.look.colour = DocxStyle.muted }
        let isName = cell.isHeading && (!row.isHeading || cell.column == 0)
        if hasClass("group", cell.attributes) {
            inside.alignment = .centre
        } else if !isName, !hasClass("text", cell.attributes) {
            inside.alignment = .right
        }
        return inside
    }
}
