import Base

extension SheetBinder {
    /// The most answers on no list that become categories of their own; more are one category.
    ///
    /// A column with so many different strange answers is no column of that question.
    private static let mostStrange = 200
    /// The most problems that one column gives; the last says how many more there are.
    static let mostProblems = 20

    /// The column of a choice question: categories of its list, then answers that are on no list.
    mutating func chosen(_ question: Question, _ column: Column) -> Column.Values {
        let cells = CellTexts(column)
        let list = answers(of: question, cells: cells.texts)
        guard list.categories.count < Codes.mostCategories - 2 * SheetBinder.mostStrange else {
            tellLong(question, list.categories.count)
            return .text(SheetBinder.texts(column))
        }
        let style = list.style(of: Array(cells.texts.dropFirst()))
        var categories = list.categories
        var strange: Set<Int> = []
        var codes = [Int](repeating: 0, count: cells.texts.count)
        for (index, text) in cells.texts.enumerated().dropFirst() {
            if let found = list.find(text, style: style) {
                codes[index] = found + 1
            } else {
                strange.insert(index)
                codes[index] = strangeCode(text, strange.count, &categories)
            }
        }
        tellStrange(strange, cells, column, list)
        let count = categories.count
        return .codes(
            Codes(cells.positions.map { codes[Int($0)] }, categoryCount: count),
            categories
        )
    }

    /// The code of an answer that is on no list, the `seen`-th of its column; makes its category.
    private func strangeCode(_ text: String, _ seen: Int, _ categories: inout [Category]) -> Int {
        if seen <= SheetBinder.mostStrange {
            categories.append(Category(text, isMissing: true))
        } else if seen == SheetBinder.mostStrange + 1 {
            let label = LocalText("Further answers that are on no list")
            categories.append(Category("…", label: label, isMissing: true))
        }
        return categories.count
    }

    /// Says that the question's list is too long to count by, and is kept as text.
    mutating func tellLong(_ question: Question, _ count: Int) {
        problems.append(
            Problem(
                .note,
                "binding.long-list",
                at: place(row: nil, column: question.name),
                "The list has \(count) answers: too many to count by; the column is kept as text.",
                remedy: "Nothing need be done."
            )
        )
    }

    /// The answers of the question's list; for a list outside the form, those that the data hold.
    func answers(of question: Question, cells: [String]) -> AnswerList {
        if let choices = form.choices(of: question) { return AnswerList(choices: choices) }
        var names = cells.dropFirst().map { $0 }
        if case .selectMultiple = question.kind {
            names = names.flatMap { $0.split(separator: " ").map(String.init) }
        }
        let distinct = Set(names).sorted { left, right in
            let numbers = (CellTexts.number(left), CellTexts.number(right))
            if case (let first?, let second?) = numbers, first != second { return first < second }
            return left < right
        }
        let choices = distinct.map { Choice($0, label: LocalText([:])) }
        return AnswerList(choices: choices, isOpen: true)
    }

    /// Says of each text that is on no list where it stands and what may have been meant.
    private mutating func tellStrange(
        _ strange: Set<Int>,
        _ cells: CellTexts,
        _ column: Column,
        _ list: AnswerList
    ) {
        let rows = cells.rows(of: strange)
        for index in strange.sorted().prefix(SheetBinder.mostProblems) {
            tellStrange(cells.texts[index], rows[index] ?? [], column.name, list)
        }
        tellMore(strange.count - SheetBinder.mostProblems, column.name)
    }

    /// Says that `text` in `rows` is no answer of `list`.
    mutating func tellStrange(_ text: String, _ rows: [Int], _ column: String, _ list: AnswerList) {
        let near = list.nearest(to: text).map { "Did you mean \(Problem.quote($0))? " } ?? ""
        problems.append(
            Problem(
                .error,
                "answers.not-on-list",
                at: place(row: rows.first, column: column),
                "\(Problem.quote(text)) is not an answer to this question (\(list.shown))\(alsoIn(rows)).",
                remedy: near + "Correct the answer, or add it to the list in the form; "
                    + "until then it counts as missing."
            )
        )
    }

    /// Says how many more answers of the column are wrong, when not all are told.
    mutating func tellMore(_ count: Int, _ column: String) {
        guard count > 0 else { return }
        problems.append(
            Problem(
                .error,
                "answers.more",
                at: place(row: nil, column: column),
                "\(count) more different answers in this column are wrong in the same way.",
                remedy: "Check that the column belongs to this question."
            )
        )
    }

    func place(row: Int?, column: String) -> Problem.Location {
        .init(data.origin.file, line: row.map { data.origin.line(of: $0) }, column: column)
    }

    /// Where else a thing stands, as the end of a sentence: "; also in lines 7, 9".
    func alsoIn(_ rows: [Int]) -> String {
        guard rows.count > 1 else { return "" }
        let lines = rows.dropFirst().prefix(8).map { "\(data.origin.line(of: $0))" }
        let rest = rows.count > 9 ? " and \(rows.count - 9) more" : ""
        return "; also in line \(lines.joined(separator: ", "))\(rest)"
    }
}
