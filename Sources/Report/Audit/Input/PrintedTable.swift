package import Base

/// A table whose header, labels and figures are told apart, but not yet what they stand for.
package struct PrintedTable: Hashable, Sendable {
    /// What stands at the side or on top of one line of figures.
    package struct Label: Hashable, Sendable {
        package var text: String
        /// The parts of a heading of several rows: "Men" and "n".
        package var headings: [String]
        /// The row as a spreadsheet counts it, or the position of the column; both of the file.
        package var place: Int
        /// The heading above a part of the rows, such as "Age" over rows of ages.
        package var section: String?
        /// How many people it is about, where the label says so: "Osh (n = 175)".
        package var n: Int?
        /// Whether its figures stood in brackets behind those of the line before.
        package var isBracket = false

        package var identity: String { AuditedTable.Line.identity(of: text) }
    }

    /// What a person says of the shape of a table where it cannot be told.
    package struct Shape: Hashable, Sendable {
        package var decimalMark: FigureStyle.DecimalMark?
        /// How many rows the heading has, how many columns the labels.
        package var headingRows: Int?
        package var labelColumns: Int?

        package init(
            decimalMark: FigureStyle.DecimalMark? = nil,
            headingRows: Int? = nil,
            labelColumns: Int? = nil
        ) {
            self.decimalMark = decimalMark
            self.headingRows = headingRows
            self.labelColumns = labelColumns
        }
    }

    package let file: String
    /// The rows above the header, from the top.
    package let titles: [String]
    /// The heading of the labels of rows.
    package let corner: String
    package let rows: [Label]
    package let columns: [Label]
    package let cells: [[PrintedCell]]
    package let style: FigureStyle

    /// The table in `grid`; nil where an error is among the problems that it adds to `problems`.
    package init?(_ grid: PrintedGrid, _ shape: Shape = Shape(), problems: inout [Problem]) {
        var layout = PrintedLayout(grid, shape)
        layout.find()
        problems += layout.problems
        guard !layout.problems.hasErrors else { return nil }
        var reader = PrintedFigures(layout, shape.decimalMark)
        let cells = reader.read()
        problems += reader.problems
        guard !reader.problems.hasErrors else { return nil }
        file = grid.file
        titles = layout.titles
        corner = layout.corner
        style = reader.style
        let (split, figures) = reader.split(layout.columns, cells)
        self.cells = figures
        rows = layout.told(apart: layout.rows, "row", &problems)
        columns = layout.told(apart: Self.parted(split), "column", &problems)
    }
}

extension PrintedTable {
    /// Columns "Men n", "Men %" under one heading each as if "Men" stood over "n" and "%".
    ///
    /// Only where every column says by its heading what its figures are, so that they are of one make.
    private static func parted(_ columns: [Label]) -> [Label] {
        let parts = columns.map { $0.headings.count == 1 ? HeadingWords.parted($0.text) : nil }
        let isOfOneMake = zip(columns, parts).allSatisfy { column, part in
            part != nil || column.headings.count > 1
                || HeadingWords.statistic(column.text, besideMeans: false) != nil
        }
        guard isOfOneMake, parts.count(where: { $0 != nil }) > 1 else { return columns }
        return zip(columns, parts).map { column, part in
            guard let part else { return column }
            var label = column
            label.headings = [part.subject, part.statistic]
            return label
        }
    }

    /// That a table has more people than are counted here.
    package static func tooManyPeople(_ n: Int, at place: Problem.Location) -> Problem {
        Problem(
            .error,
            "audit.not-people",
            at: place,
            "\(n) people are more than a survey can ask.",
            remedy: "Correct the number; at most \(Exact.largestCount) are taken."
        )
    }
}

/// Turns the body of a table into figures.
struct PrintedFigures {
    let layout: PrintedLayout
    let style: FigureStyle
    private(set) var problems: [Problem] = []
    private var brackets: [[PrintedNumber?]] = []

    init(_ layout: PrintedLayout, _ mark: FigureStyle.DecimalMark?) {
        self.layout = layout
        let texts = layout.body.flatMap { $0 }
        let found = FigureStyle(of: texts + texts.compactMap { FigureText($0)?.rest })
        style = mark.map { FigureStyle($0) } ?? found
        if let doubtful = style.doubtful { problems.append(doubt(doubtful)) }
        if let deviating = style.deviating { problems.append(mixed(deviating)) }
    }

    /// The cells, one list a row.
    mutating func read() -> [[PrintedCell]] {
        var cells: [[PrintedCell]] = []
        var long: [Problem] = []
        for (row, texts) in layout.body.enumerated() {
            var line: [PrintedCell] = []
            var inBrackets: [PrintedNumber?] = []
            for (column, text) in texts.enumerated() {
                do throws(PrintedFault) {
                    let isLong = text.count > 10 && isTooLong(text)
                    line.append(try PrintedCell(reading: text, style, isRounding: true))
                    inBrackets.append(
                        try PrintedNumber(bracketIn: text, style, isRounding: true)
                    )
                    if isLong { long.append(rounded(text, row: row, column: column)) }
                } catch {
                    problems.append(tooLong(text, row: row, column: column))
                    line.append(.text(text))
                    inBrackets.append(nil)
                }
            }
            cells.append(line)
            brackets.append(inBrackets)
        }
        // One note a table: computed figures come in whole columns.
        problems += long.prefix(1)
        return cells
    }

    /// Whether a figure, or the one in brackets behind it, has more decimals than are kept.
    private func isTooLong(_ text: String) -> Bool {
        do throws(PrintedFault) {
            _ = try PrintedCell(reading: text, style)
            _ = try PrintedNumber(bracketIn: text, style)
            return false
        } catch { return error == .tooManyDecimals }
    }

    /// The columns and cells, with each column parted in two whose every figure has one in brackets.
    func split(
        _ columns: [PrintedTable.Label],
        _ cells: [[PrintedCell]]
    ) -> ([PrintedTable.Label], [[PrintedCell]]) {
        var labels: [PrintedTable.Label] = []
        var split = cells.map { _ in [PrintedCell]() }
        for (column, label) in columns.enumerated() {
            let figures = cells.indices.filter { cells[$0][column].number != nil }
            let isPair = figures.count > 1 && figures.allSatisfy { brackets[$0][column] != nil }
            guard isPair else {
                labels.append(label)
                for row in cells.indices { split[row].append(cells[row][column]) }
                continue
            }
            labels += Self.pair(label)
            for row in cells.indices {
                split[row] += Self.pair(cells[row][column], brackets[row][column])
            }
        }
        return (labels, split)
    }

    /// "Mean (SD)" is a column "Mean" and a column "SD"; "Men" is "Men" and "Men, in brackets".
    private static func pair(_ label: PrintedTable.Label) -> [PrintedTable.Label] {
        let heading = label.headings.last ?? label.text
        var parts = [
            (heading, [heading]), (heading + ", in brackets", [heading + ", in brackets"]),
        ]
        if heading.hasSuffix(")"), let open = heading.lastIndex(of: "("),
            open != heading.startIndex
        {
            let front = FigureText.plain(String(heading[..<open]))
            let inner = FigureText.plain(String(heading[open...].dropFirst().dropLast()))
            parts = [(front, [front]), (inner, [inner])]
            let isKnown = HeadingWords.statistic(inner, besideMeans: false) != nil
            if isKnown, let (subject, statistic) = HeadingWords.parted(front) {
                // "North, n (%)" is "North, n" and "North, %".
                let mark = front.dropFirst(subject.count).dropLast(statistic.count)
                parts = [
                    (front, [subject, statistic]), (subject + mark + inner, [subject, inner]),
                ]
            } else if isKnown, HeadingWords.statistic(front, besideMeans: false) == nil {
                parts[1] = (front + ", " + inner, [front, inner])
            }
        }
        return parts.enumerated().map { index, part in
            var line = label
            let above = label.headings.dropLast()
            line.headings = above + part.1
            line.text = (above + [part.0]).joined(separator: " ")
            line.isBracket = index == 1
            return line
        }
    }

    private static func pair(_ cell: PrintedCell, _ bracket: PrintedNumber?) -> [PrintedCell] {
        guard let number = cell.number, let bracket else { return [cell, .none] }
        let text = number.text.prefix { $0 != "(" && $0 != "[" && $0 != "±" }
        let first = PrintedNumber(
            text: FigureText.plain(String(text)),
            units: number.units,
            decimals: number.decimals,
            isPercent: number.isPercent
        )
        return [.number(first), .number(bracket)]
    }

    // MARK: - Problems

    private func tooLong(_ text: String, row: Int, column: Int) -> Problem {
        Problem(
            .error,
            "audit.long-figure",
            at: layout.place(row: row, column: column),
            "\(Problem.quote(text)) has more than 15 digits.",
            remedy: "Write the figure as it is printed: its decimals say how far it was rounded."
        )
    }

    private func rounded(_ text: String, row: Int, column: Int) -> Problem {
        Problem(
            .note,
            "audit.long-figure",
            at: layout.place(row: row, column: column),
            "\(Problem.quote(text)) has more than nine decimals; such figures are rounded to nine.",
            remedy:
                "Write the figures as they are printed: their decimals say how far they were rounded."
        )
    }

    private func doubt(_ text: String) -> Problem {
        let read = text.contains(",") ? "thousands" : "decimals"
        let other = text.contains(",") ? "comma" : "point"
        return Problem(
            .note,
            "audit.decimal-mark",
            at: layout.place(ofText: text),
            "\(Problem.quote(text)) is read with \(read); no figure of the table tells which it is.",
            remedy: text.contains(",")
                ? "Where the comma stands before decimals, add decimal: \(other) to the table."
                : "Where the point parts thousands, add decimal: comma to the table."
        )
    }

    private func mixed(_ text: String) -> Problem {
        Problem(
            .warning,
            "audit.mixed-decimals",
            at: layout.place(ofText: text),
            "\(Problem.quote(text)) has another decimal mark than most figures of the table.",
            remedy: "See whether it was copied rightly; it is read with the mark that it has."
        )
    }
}
