import Base

extension SheetBinder {
    /// The most answers that a several-choice column keeps apart: every row holds a bit for each.
    private static let mostOptions = 2000

    /// The column of a several-choice question, from its spaced column, its 0/1 columns, or both.
    mutating func several(_ question: Question, _ source: Sources) -> Column.Values {
        let spaced = source.value.map { CellTexts(data.columns[$0]) }
        let list = answers(of: question, cells: spaced?.texts ?? [""])
        if let column = source.value, list.categories.count > SheetBinder.mostOptions {
            tellLong(question, list.categories.count)
            return .text(SheetBinder.texts(data.columns[column]))
        }
        let flags = source.options.compactMap { choice, column -> Flags? in
            guard let option = list.categories.firstIndex(where: { $0.name == choice }) else {
                return nil
            }
            return self.flags(data.columns[column], list.categories[option], option)
        }
        var options = list.categories
        let header = source.value.map { data.columns[$0].name }
        let split = spaced.map { splits($0, list, &options, header ?? "") }
        var answers = SeveralAnswers(options: options)
        var disagreeing: [Int] = []
        for row in 0..<data.rowCount {
            let ticked = ticked(flags, row)
            guard let spaced, let split else {
                answers.append(ticked)
                continue
            }
            let place = Int(spaced.positions[row])
            let named = place == 0 ? nil : split[place]
            if !flags.isEmpty, !agree(named, ticked, flags) { disagreeing.append(row) }
            // An empty spaced cell is unanswered, unless a column says that something was chosen.
            answers.append(named ?? (ticked?.isEmpty ?? true ? nil : ticked))
        }
        if !disagreeing.isEmpty { tellDisagreement(disagreeing, header ?? "") }
        return .several(answers)
    }

    /// One 0/1 column, as read.
    struct Flags {
        var option: Int
        var cells: CellTexts
        /// For each different text, whether it says that the option was chosen; nil when it is empty.
        var meanings: [Bool?]
    }

    private mutating func flags(_ column: Column, _ category: Category, _ option: Int) -> Flags {
        let cells = CellTexts(column)
        let own = Set(
            [category.name.lowercased()]
                + category.label.texts.values.map { $0.collapsed.lowercased() }
        )
        var strange: Set<Int> = []
        let meanings = cells.texts.enumerated().map { index, text -> Bool? in
            let key = text.collapsed.lowercased()
            if key.isEmpty { return nil }
            if let known = SheetBinder.ticks[key] { return known }
            // Some exports write the option itself where it was chosen, and nothing where not.
            if own.contains(key) { return true }
            strange.insert(index)
            return nil
        }
        let rows = cells.rows(of: strange)
        for index in strange.sorted().prefix(SheetBinder.mostProblems) {
            problems.append(
                Problem(
                    .error,
                    "answers.not-yes-or-no",
                    at: place(row: rows[index]?.first, column: column.name),
                    "\(Problem.quote(cells.texts[index])) is neither 1 nor 0\(alsoIn(rows[index] ?? [])).",
                    remedy: "The column says whether an answer was chosen: write 1 or 0."
                )
            )
        }
        tellMore(strange.count - SheetBinder.mostProblems, column.name)
        return Flags(option: option, cells: cells, meanings: meanings)
    }

    /// What cells of 0/1 columns say, in the words of spreadsheets and of the languages at hand.
    private static let ticks: [String: Bool] = [
        "1": true, "true": true, "yes": true, "x": true, "да": true, "ооба": true,
        "истина": true, "selected": true, "checked": true, "0": false, "false": false,
        "no": false, "нет": false, "жок": false, "ложь": false, "not selected": false,
        "unchecked": false,
    ]

    /// The options that the 0/1 columns tick in `row`, by position; nil when all are empty.
    private func ticked(_ flags: [Flags], _ row: Int) -> [Int]? {
        var chosen: [Int] = []
        var isAnswered = false
        for flag in flags {
            switch flag.meanings[Int(flag.cells.positions[row])] {
            case true?:
                chosen.append(flag.option)
                isAnswered = true
            case false?: isAnswered = true
            case nil: break
            }
        }
        return isAnswered ? chosen : nil
    }

    /// For each different spaced cell, the options that it lists; answers on no list become options.
    private mutating func splits(
        _ cells: CellTexts,
        _ list: AnswerList,
        _ options: inout [Category],
        _ header: String
    ) -> [[Int]] {
        var strangeOption: [String: Int] = [:]
        var strangeCells: [String: Set<Int>] = [:]
        var split: [[Int]] = []
        for (index, text) in cells.texts.enumerated() {
            var (found, unknown) = list.split(text)
            for word in unknown {
                strangeCells[word, default: []].insert(index)
                if strangeOption[word] == nil, strangeOption.count < 200 {
                    strangeOption[word] = options.count
                    options.append(Category(word, isMissing: true))
                }
                if let option = strangeOption[word] { found.append(option) }
            }
            split.append(found)
        }
        let told = strangeCells.sorted { $0.key < $1.key }
        for (word, places) in told.prefix(SheetBinder.mostProblems) {
            let rows = cells.rows(of: places).values.flatMap { $0 }.sorted()
            tellStrange(word, rows, header, list)
        }
        tellMore(told.count - SheetBinder.mostProblems, header)
        return split
    }

    /// Whether both ways of writing say the same, as far as there are 0/1 columns.
    private func agree(_ named: [Int]?, _ ticked: [Int]?, _ flags: [Flags]) -> Bool {
        let known = Set(flags.map(\.option))
        return Set(named ?? []).intersection(known) == Set(ticked ?? [])
    }

    private mutating func tellDisagreement(_ rows: [Int], _ header: String) {
        problems.append(
            Problem(
                .warning,
                "answers.columns-disagree",
                at: place(row: rows.first, column: header),
                "The answers listed here and the columns of the single answers differ\(alsoIn(rows)).",
                remedy:
                    "The list counts (the columns, where it is empty). Correct the file if it is wrong."
            )
        )
    }
}
