import Base

/// Finds title, header, labels and body in a grid of text.
struct PrintedLayout {
    private let grid: PrintedGrid
    private let shape: PrintedTable.Shape
    private(set) var titles: [String] = []
    private(set) var corner = ""
    private(set) var rows: [PrintedTable.Label] = []
    private(set) var columns: [PrintedTable.Label] = []
    /// The texts of the figures, one list a row.
    private(set) var body: [[String]] = []
    private(set) var problems: [Problem] = []
    /// The rows and columns of the grid that hold something.
    private var keptRows: [Int] = []
    private var keptColumns: [Int] = []
    private var header: [Int] = []
    private var labelColumns: [Int] = []

    init(_ grid: PrintedGrid, _ shape: PrintedTable.Shape) {
        self.grid = grid
        self.shape = shape
        keptRows = grid.rows.indices.filter { !grid.rows[$0].allSatisfy(\.isEmpty) }
        keptColumns = (0..<grid.width).filter { column in
            grid.rows.contains { !$0[column].isEmpty }
        }
    }

    mutating func find() {
        dropTitles()
        guard findHeader() else { return }
        let data = dataRows()
        findLabelColumns(data)
        readColumns()
        readRows(data)
        checkLengths(data)
        if problems.isEmpty, body.isEmpty || columns.isEmpty { problems.append(noTable()) }
    }

    // MARK: - Title and header

    /// Rows at the top with one text only, be it spread over merged cells.
    private mutating func dropTitles() {
        while let row = keptRows.first, isSpread(row) {
            titles.append(grid.rows[row].first { !$0.isEmpty } ?? "")
            keptRows.removeFirst()
        }
    }

    /// Whether a row holds one text only, in its first column or in many.
    private func isSpread(_ row: Int) -> Bool {
        let texts = keptColumns.map { grid.rows[row][$0] }.filter { !$0.isEmpty }
        guard Set(texts).count == 1, let first = keptColumns.first else { return false }
        return !grid.rows[row][first].isEmpty && (texts.count > 2 || FigureText(texts[0]) == nil)
            && (texts.count != 1 || keptColumns.count > 1)
    }

    private mutating func findHeader() -> Bool {
        guard let top = keptRows.first, keptRows.count > 1, keptColumns.count > 1 else {
            problems.append(noTable())
            return false
        }
        let count = shape.headingRows ?? 1
        header = Array(keptRows.prefix(max(1, count)))
        if shape.headingRows == nil {
            while header.count < min(4, keptRows.count - 1),
                isHeader(keptRows[header.count], below: top)
            {
                header.append(keptRows[header.count])
            }
        }
        guard header.count < keptRows.count else {
            problems.append(noTable())
            return false
        }
        guard shape.headingRows != nil || !hasFiguresOnly(top) else {
            problems.append(
                problem(
                    .error,
                    "audit.no-header",
                    row: top,
                    "This row holds figures, where the headings of the columns are needed.",
                    "Write a row above it that says what each column is."
                )
            )
            return false
        }
        return true
    }

    /// Whether a row below the first one of the header belongs to the header too.
    private func isHeader(_ row: Int, below top: Int) -> Bool {
        let texts = grid.rows[row]
        let label = texts[keptColumns[0]]
        guard label.isEmpty || label == grid.rows[top][keptColumns[0]] else { return false }
        let others = keptColumns.dropFirst().map { texts[$0] }.filter { !$0.isEmpty }
        guard !others.isEmpty, !others.allSatisfy({ PrintedCell.isNothing($0) }) else {
            return false
        }
        return others.allSatisfy { FigureText($0) == nil } || areYears(others)
    }

    private func areYears(_ texts: [String]) -> Bool {
        texts.allSatisfy { text in Int(text).map { (1900...2100).contains($0) } ?? false }
    }

    /// Whether the first row of a table is no header; years and numbered answers are one.
    private func hasFiguresOnly(_ row: Int) -> Bool {
        let texts = keptColumns.dropFirst().map { grid.rows[row][$0] }.filter { !$0.isEmpty }
        guard !texts.isEmpty, texts.allSatisfy({ FigureText($0) != nil }) else { return false }
        let numbers = texts.compactMap { Int($0) }
        let isRun =
            numbers.count > 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 &- $0 == 1 }
        return !(areYears(texts) || (isRun && numbers.count == texts.count))
    }

    // MARK: - Lines

    private func dataRows() -> [Int] {
        let headings = header.map { grid.rows[$0] }
        return keptRows.dropFirst(header.count).filter { row in !headings.contains(grid.rows[row]) }
    }

    /// The columns at the left that hold words; a column of mere numbering before them is left out.
    private mutating func findLabelColumns(_ data: [Int]) {
        var columns = keptColumns[...]
        if columns.count > 2, isNumbering(columns[0], data), isWords(columns[1], data) {
            columns = columns.dropFirst()
            keptColumns.removeFirst()
        }
        labelColumns = [columns.removeFirst()]
        while columns.count > 1,
            shape.labelColumns.map({ labelColumns.count < $0 })
                ?? isWords(columns[columns.startIndex], data)
        {
            labelColumns.append(columns.removeFirst())
        }
    }

    private func isNumbering(_ column: Int, _ data: [Int]) -> Bool {
        let texts = data.map { grid.rows[$0][column] }.filter { !$0.isEmpty }
        let numbers = texts.compactMap { text in Int(text.filter(\.isASCIIDigit)) }
        return texts.count > 1 && numbers == Array(1...max(1, texts.count))
            && texts.allSatisfy { $0.count(where: \.isLetter) < 2 }
    }

    private func isWords(_ column: Int, _ data: [Int]) -> Bool {
        let texts = data.map { grid.rows[$0][column] }
            .filter { !$0.isEmpty && !PrintedCell.isNothing($0) }
        let words = texts.count { text in text.count(where: \.isLetter) > 1 && !text.hasPrefix("<")
        }
        return words > 0 && texts.allSatisfy { FigureText($0) == nil } && words * 2 > texts.count
    }

    private var bodyColumns: [Int] { keptColumns.filter { !labelColumns.contains($0) } }

    private mutating func readColumns() {
        corner = headings(of: labelColumns[0]).joined(separator: " ")
        for column in bodyColumns {
            let parts = headings(of: column)
            var label = Self.label(parts.joined(separator: " "), place: column)
            label.headings = parts.map { Self.label($0, place: column).text }.filter { !$0.isEmpty }
            if label.text.isEmpty {
                problems.append(
                    problem(
                        .error,
                        "audit.no-label",
                        row: header[header.count - 1],
                        column: column,
                        "The column has figures and no heading.",
                        "Write a heading above it."
                    )
                )
            }
            checkPeople(label, row: header[header.count - 1], column: column)
            columns.append(label)
        }
    }

    /// Tells of a label that names more people than there are.
    private mutating func checkPeople(
        _ label: PrintedTable.Label,
        row: Int,
        column: Int
    ) {
        guard let n = label.n, n > Exact.largestCount else { return }
        problems.append(PrintedTable.tooManyPeople(n, at: place(row, column)))
    }

    /// The headings above a column from the top, each once; one that spans columns stands over each.
    private func headings(of column: Int) -> [String] {
        var parts: [String] = []
        for (depth, row) in header.enumerated() {
            var text = grid.rows[row][column]
            if text.isEmpty, depth < header.count - 1, !labelColumns.contains(column) {
                let left = keptColumns.last {
                    $0 < column && !labelColumns.contains($0) && !grid.rows[row][$0].isEmpty
                }
                text = left.map { grid.rows[row][$0] } ?? ""
            }
            if !text.isEmpty, text != parts.last { parts.append(text) }
        }
        return parts
    }

    private mutating func readRows(_ data: [Int]) {
        var section: String?
        var above: [String] = []
        var unlabelled: [Int] = []
        for row in data {
            let texts = grid.rows[row]
            let figures = bodyColumns.map { texts[$0] }
            if isSpread(row) || figures.allSatisfy(\.isEmpty) {
                section = labelColumns.map { texts[$0] }.first { !$0.isEmpty }
                continue
            }
            var parts = labelColumns.map { texts[$0] }
            if parts.count > 1 {
                for i in parts.dropLast().indices where parts[i].isEmpty && above.count > i {
                    parts[i] = above[i]
                }
                above = parts
            }
            let distinct = parts.filter { !$0.isEmpty }.reduce(into: [String]()) {
                if $0.last != $1 { $0.append($1) }
            }
            var label = Self.label(distinct.joined(separator: " "), place: row + 1)
            label.section = section.map { Self.label($0, place: row).text }
            if label.text.isEmpty { unlabelled.append(row) }
            checkPeople(label, row: row, column: labelColumns[0])
            rows.append(label)
            body.append(figures)
        }
        guard let first = unlabelled.first else { return }
        problems.append(
            problem(
                .error,
                "audit.no-label",
                row: first,
                "The row has figures and no label\(others(unlabelled)).",
                "Write what it is about into its first cell."
            )
        )
    }

    /// A label without footnote marks, and the number of people that it names.
    private static func label(_ text: String, place: Int) -> PrintedTable.Label {
        let (name, n) = base(in: FigureText.withoutFootnotes(FigureText.plain(text)))
        return PrintedTable.Label(text: name, headings: [name], place: place, n: n)
    }

    /// "Osh (n = 175)" is "Osh" and 175.
    private static func base(in text: String) -> (String, Int?) {
        guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
            return (text, nil)
        }
        let before = text[..<equals].filter { $0 != " " }
        let figure = text[text.index(after: equals)...].filter {
            $0 != " " && $0 != ")" && $0 != ","
        }
        guard let letter = before.last, "nN".contains(letter), let n = Int(figure), n > 0,
            before.dropLast().last.map({
                !$0.isLetter && !$0.isNumber || text.contains(" \(letter)")
            })
                ?? true
        else { return (text, nil) }
        var name = Array(text[..<equals])
        while let last = name.last, last == " " { name.removeLast() }
        name.removeLast()
        while let last = name.last, " (,;:[".contains(last) { name.removeLast() }
        return name.isEmpty ? (text, n) : (String(name), n)
    }

    // MARK: - Problems

    private mutating func checkLengths(_ data: [Int]) {
        guard let lengths = grid.lengths, let last = keptColumns.last else { return }
        let short = data.filter { row in
            lengths[row] <= last
                && bodyColumns.contains { !grid.rows[row][$0].isEmpty }
        }
        guard let first = short.first else { return }
        problems.append(
            problem(
                .error,
                "audit.short-row",
                row: first,
                "The row has \(lengths[first]) cells and the table \(last + 1) columns"
                    + "\(others(short)).",
                "Put an empty cell where nothing was printed, and a label with a comma into quotation marks."
            )
        )
    }

    /// `labels` with each different from all before it: by the heading above it, or by a number.
    func told(
        apart labels: [PrintedTable.Label],
        _ what: String,
        _ problems: inout [Problem]
    ) -> [PrintedTable.Label] {
        var seen: Set<String> = []
        var repeated: (label: PrintedTable.Label, name: String)?
        let told = labels.map { label in
            guard !seen.insert(label.text.lowercased()).inserted else { return label }
            var told = label
            if let section = label.section { told.text = "\(section): \(label.text)" }
            let isPrinted = isRepeated(label, in: what == "row" ? rows : columns)
            if isPrinted, section(label.section, has: label.text, before: label, in: labels) {
                repeated = repeated ?? (label, "")
            }
            var number = 2
            let name = told.text
            while !seen.insert(told.text.lowercased()).inserted {
                told.text = "\(name) (\(number))"
                number += 1
            }
            if repeated?.label == label { repeated?.name = told.text }
            return told
        }
        guard let repeated else { return told }
        let isRow = what == "row"
        problems.append(
            problem(
                .warning,
                "audit.repeated-label",
                row: isRow ? repeated.label.place - 1 : header[0],
                column: isRow ? nil : repeated.label.place,
                "Two \(what)s are called \(Problem.quote(repeated.label.text)); the second one is "
                    + "called \(Problem.quote(repeated.name)) here.",
                "Give it another label, as the report's text calls it."
            )
        )
        return told
    }

    /// Whether two lines have one label in print; what a column is parted into may have one, too.
    private func isRepeated(_ label: PrintedTable.Label, in printed: [PrintedTable.Label]) -> Bool {
        guard let own = printed.first(where: { $0.place == label.place }) else { return true }
        return printed.count { $0.text == own.text } > 1
    }

    /// Whether an earlier line of the same part has that label.
    private func section(
        _ section: String?,
        has text: String,
        before label: PrintedTable.Label,
        in labels: [PrintedTable.Label]
    ) -> Bool {
        labels.prefix { $0 != label }.contains { $0.section == section && $0.text == text }
    }

    private func others(_ rows: [Int]) -> String {
        guard rows.count > 1 else { return "" }
        let lines = rows.dropFirst().prefix(8).map { String($0 + 1) }.joined(separator: ", ")
        return "; so do lines \(lines)\(rows.count > 9 ? " and more" : "")"
    }

    private func noTable() -> Problem {
        Problem(
            .error,
            "audit.no-table",
            at: .init(grid.file),
            "There is no table here: a row of headings, and below it rows with a label and figures.",
            remedy:
                "See that the file holds the table as it is printed, headings and labels included."
        )
    }

    private func problem(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        row: Int,
        column: Int? = nil,
        _ message: String,
        _ remedy: String
    ) -> Problem {
        Problem(severity, code, at: place(row, column), message, remedy: remedy)
    }

    private func place(_ row: Int, _ column: Int?) -> Problem.Location {
        .init(grid.file, line: row + 1, column: column.map { PrintedGrid.letter($0) })
    }

    /// The place of a cell of the body.
    func place(row: Int, column: Int) -> Problem.Location {
        .init(grid.file, line: rows[row].place, column: PrintedGrid.letter(columns[column].place))
    }

    /// The place of the first cell with `text`.
    func place(ofText text: String) -> Problem.Location {
        for (row, texts) in body.enumerated() {
            if let column = texts.firstIndex(where: { $0.contains(text) }) {
                return place(row: row, column: column)
            }
        }
        return .init(grid.file)
    }
}
