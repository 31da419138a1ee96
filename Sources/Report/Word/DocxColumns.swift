import Markup

/// How wide the columns of a table are, and how large its text, found from the text itself.
///
/// The widths are those of the page's own font, which is wider than the one that Word sets.
struct DocxColumns: Sendable {
    let widths: [Int]
    /// The size of the text in half points.
    let size: Int
    /// Whether every number stays on one line.
    let fits: Bool
    /// Whether every text does, so that nothing is gained by more room.
    let isEasy: Bool

    /// Space on the left and on the right of a cell's text, in twips.
    static let padding = 90
    /// A table is at least so wide where the page is (the 26 rem of the page).
    private static let leastWidth = 6_236

    /// The columns of `grid` in at most `available` twips.
    ///
    /// The largest of `sizes` (half points) with which every number stays on one line is taken; then
    /// numbers may break at their spaces; at last all columns give way in proportion.
    init(_ grid: DocxGrid, available: Int, sizes: [Int]) {
        for keepsNumbers in [true, false] {
            for size in sizes {
                let needs = Needs(grid, size: size, keepsNumbers: keepsNumbers)
                let least = needs.least.reduce(0, +)
                if least <= available {
                    widths = Self.spread(needs, available: available)
                    self.size = size
                    fits = keepsNumbers
                    isEasy = keepsNumbers && needs.most.reduce(0, +) <= available
                    return
                }
            }
        }
        let size = sizes.last ?? 18
        let needs = Needs(grid, size: size, keepsNumbers: false)
        let sum = Double(max(needs.least.reduce(0, +), 1))
        widths = needs.least.map { max(1, Int(Double($0) / sum * Double(available))) }
        self.size = size
        fits = false
        isEasy = false
    }

    /// Least widths, and what is left for columns whose text would go on one line with more.
    private static func spread(_ needs: Needs, available: Int) -> [Int] {
        let least = needs.least.reduce(0, +)
        let most = needs.most.reduce(0, +)
        var widths = needs.most
        if most > available {
            let share = Double(available - least) / Double(max(most - least, 1))
            widths = zip(needs.least, needs.most).map { low, high in
                low + Int(Double(high - low) * share)
            }
        }
        let missing = min(leastWidth, available) - widths.reduce(0, +)
        if missing > 0, !widths.isEmpty { widths[0] += missing }
        return widths
    }

    /// What each column needs at a size, in twips.
    private struct Needs {
        /// With the longest word, or number, on one line.
        var least: [Int]
        /// With all text on one line.
        var most: [Int]

        /// The first column has room for a few words where it has so many (the 9 rem of the page).
        private static let leastNames = 1_800

        init(_ grid: DocxGrid, size: Int, keepsNumbers: Bool) {
            least = Array(repeating: 2 * padding + 120, count: grid.columnCount)
            most = least
            for row in grid.rows {
                for cell in row.cells where !cell.isContinued && cell.span < grid.columnCount {
                    let isNumber = !cell.isHeading && cell.attributes["class"] != "text"
                    let (word, line) = Self.widths(of: cell, size: size)
                    let isName = cell.isHeading && cell.column == 0 && !row.isHeading
                    let names = isName && keepsNumbers ? min(line, Self.leastNames) : 0
                    let number = keepsNumbers && isNumber ? line : 0
                    widen(cell, least: max(word, names, number), most: line)
                }
            }
        }

        /// Widens the columns of a cell; what one lacks is shared by all that it spans.
        private mutating func widen(_ cell: Cell, least low: Int, most high: Int) {
            let columns = cell.column..<(cell.column + cell.span)
            let lack = low - least[columns].reduce(0, +)
            if lack > 0 {
                for column in columns { least[column] += (lack + cell.span - 1) / cell.span }
            }
            let room = high - most[columns].reduce(0, +)
            if room > 0, cell.span == 1 { most[cell.column] += room }
            for column in columns { most[column] = max(most[column], least[column]) }
        }

        private typealias Cell = DocxGrid.Cell

        /// The widths of the longest word and the longest line of a cell, with its padding.
        private static func widths(of cell: Cell, size: Int) -> (word: Int, line: Int) {
            var lines: [CellLine] = [CellLine()]
            collect(cell.content, isSmall: false, &lines)
            var word = 0.0
            var line = 0.0
            for text in lines {
                let points = Double(text.isSmall ? size - 2 : size) / 2
                line = max(line, TextWidth.of(text.text, size: points, bold: cell.isHeading))
                for part in text.text.split(separator: " ") {
                    word = max(word, TextWidth.of(String(part), size: points, bold: cell.isHeading))
                }
                // A px of a picture is 0.75 pt.
                word = max(word, text.picture * 0.75)
                line = max(line, text.picture * 0.75)
            }
            return (Int(word * 20) + 2 * padding, Int(line * 20) + 2 * padding)
        }

        private static func collect(_ pieces: [Markup], isSmall: Bool, _ lines: inout [CellLine]) {
            for piece in pieces {
                switch piece {
                case .text(let text): lines[lines.count - 1].text += text
                case .style: continue
                case .group(let children): collect(children, isSmall: isSmall, &lines)
                case .element("svg", let attributes, _):
                    lines[lines.count - 1].picture +=
                        attributes["width"].flatMap { Double($0) }.map { min(max($0, 0), 2_000) }
                        ?? 0
                case .element(let name, _, let children):
                    let breaks = ["br", "small", "p", "li", "div"].contains(name.text)
                    if breaks { lines.append(CellLine(isSmall: isSmall || name == "small")) }
                    collect(children, isSmall: isSmall || name == "small", &lines)
                }
            }
        }
    }

    /// A line of a cell's text.
    private struct CellLine {
        var text = ""
        var isSmall = false
        /// The width of its pictures in px.
        var picture = 0.0
    }
}
