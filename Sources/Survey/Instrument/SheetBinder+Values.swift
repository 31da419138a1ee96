import Base

extension SheetBinder {
    /// The column as numbers; a cell that is none is an error, and system-missing.
    mutating func numbers(_ column: Column, whole: Bool = false) -> Column.Values {
        if case .numbers(let numbers) = column.values {
            if whole { tellFractions(numbers.all, column) }
            return .numbers(numbers)
        }
        let cells = CellTexts(column)
        var strange: Set<Int> = []
        let parsed = cells.texts.enumerated().map { index, text -> Double in
            if text.isEmpty { return .nan }
            if let number = CellTexts.number(text) { return number }
            strange.insert(index)
            return .nan
        }
        tellWrong(strange, cells, column, "answers.not-a-number", "is not a number") { text in
            let point = String(text.map { $0 == "," ? "." : $0 })
            return CellTexts.number(point).map {
                "Did you mean \(CellTexts.text($0))? Until then it counts as missing."
            } ?? "Write it in digits; until then it counts as missing."
        }
        let values = cells.positions.map { parsed[Int($0)] }
        if whole { tellFractions(values, column) }
        return .numbers(Numbers(values))
    }

    /// The column as dates; a cell that is none is an error, and missing.
    mutating func dates(_ column: Column, _ precision: Column.DatePrecision) -> Column.Values {
        let floor = { (seconds: Double) in
            precision == .day ? (seconds / 86_400).rounded(.down) * 86_400 : seconds
        }
        if case .dates(let seconds, _) = column.values {
            return .dates(seconds.map(floor), precision)
        }
        let cells = CellTexts(column)
        var strange: Set<Int> = []
        let parsed = cells.texts.enumerated().map { index, text -> Double in
            if text.isEmpty { return .nan }
            if let date = CivilTime.parse(text) { return floor(date.seconds) }
            strange.insert(index)
            return .nan
        }
        tellWrong(strange, cells, column, "answers.not-a-date", "is not a date") { _ in
            "Write it as 2025-11-05; until then it counts as missing."
        }
        return .dates(cells.positions.map { parsed[Int($0)] }, precision)
    }

    /// The column as text.
    static func texts(_ column: Column) -> TextPool {
        if case .text(let pool) = column.values { return pool }
        let cells = CellTexts(column)
        return TextPool(pool: cells.texts, positions: cells.positions)
    }

    /// The column as numbers or dates where every cell is one, else as text.
    ///
    /// So a column is the same whether its file keeps numbers as numbers or as text.
    static func typed(_ column: Column) -> Column.Values {
        guard case .text = column.values else { return column.values }
        let cells = CellTexts(column)
        let texts = cells.texts.dropFirst()
        guard !texts.isEmpty else { return column.values }
        let numbers = texts.compactMap(CellTexts.number)
        // A number that is not written the way numbers are ("007") names something.
        if numbers.count == texts.count, zip(numbers, texts).allSatisfy(isPlain) {
            let all = [.nan] + numbers
            return .numbers(Numbers(cells.positions.map { all[Int($0)] }))
        }
        let dates = texts.compactMap(CivilTime.parse)
        if dates.count == texts.count {
            let all = [.nan] + dates.map(\.seconds)
            return .dates(
                cells.positions.map { all[Int($0)] },
                dates.contains(where: \.hasTime) ? .second : .day
            )
        }
        return column.values
    }

    private static func isPlain(_ number: Double, _ text: String) -> Bool {
        let digits = text.drop { $0 == "-" }
        return !text.hasPrefix("+") && abs(number) < 1e15
            && (digits.first != "0" || digits.count == 1 || digits.dropFirst().first == ".")
    }

    private mutating func tellWrong(
        _ strange: Set<Int>,
        _ cells: CellTexts,
        _ column: Column,
        _ code: Problem.Code,
        _ what: String,
        remedy: (String) -> String
    ) {
        let rows = cells.rows(of: strange)
        for index in strange.sorted().prefix(SheetBinder.mostProblems) {
            let text = cells.texts[index]
            problems.append(
                Problem(
                    .error,
                    code,
                    at: place(row: rows[index]?.first, column: column.name),
                    "\(Problem.quote(text)) \(what)\(alsoIn(rows[index] ?? [])).",
                    remedy: remedy(text)
                )
            )
        }
        tellMore(strange.count - SheetBinder.mostProblems, column.name)
    }

    private mutating func tellFractions(_ numbers: [Double], _ column: Column) {
        let rows = numbers.indices.filter {
            numbers[$0] != numbers[$0].rounded() && !numbers[$0].isNaN
        }
        guard let first = rows.first else { return }
        problems.append(
            Problem(
                .warning,
                "answers.not-whole",
                at: place(row: first, column: column.name),
                "\(Problem.quote(CellTexts.text(numbers[first]))) is not a whole number\(alsoIn(rows)).",
                remedy: "The form asks for whole numbers; it is kept as it is."
            )
        )
    }
}
