import Base
import Survey

extension LookBuilder {
    /// The answers to one question and how often there was none.
    func look(at looked: Looked) -> LookQuestion {
        let column = looked.column
        let numbers = Numbers(answered: column)?.all
        let summary = numbers.flatMap { NumberSummary($0) }
        var calendar: LookCalendar?
        if case .dates(let seconds, _) = column.values {
            calendar = self.calendar(Survey.days(of: seconds), nil)
        }
        return LookQuestion(
            name: column.name,
            label: label(of: column),
            kind: kind(of: column),
            missing: MissingCount(looked.states),
            noAnswers: answers(to: column, meaningNone: true),
            answers: answers(to: column, meaningNone: false),
            number: summary,
            histogram: numbers.flatMap { Histogram($0) },
            calendar: calendar
        )
    }

    private func kind(of column: Column) -> LookQuestion.Kind {
        switch column.values {
        case .codes: .one
        case .several: .several
        case .numbers: .number
        case .dates: .date
        case .text: .text
        }
    }

    /// How often each answer was given that means “no answer”, or each other one.
    ///
    /// Numbers with more than a dozen different values have no list.
    private func answers(to column: Column, meaningNone: Bool) -> [LookAnswer] {
        switch column.values {
        case .codes(let codes, let categories):
            var counts = [Int](repeating: 0, count: categories.count + 1)
            for row in 0..<codes.count { counts[codes[row]] += 1 }
            return list(categories, Array(counts.dropFirst()), meaningNone)
        case .several(let answers):
            var counts = [Int](repeating: 0, count: answers.options.count)
            for row in 0..<answers.count {
                for option in answers.chosen(row: row) ?? [] { counts[option] += 1 }
            }
            return list(answers.options, counts, meaningNone)
        case .numbers(let numbers):
            var counts: [Double: Int] = [:]
            for row in 0..<numbers.count {
                let number = numbers[row]
                guard !number.isNaN, column.missingNumbers.contains(number) == meaningNone else {
                    continue
                }
                counts[number, default: 0] += 1
                if counts.count > 12 { return [] }
            }
            return counts.sorted { $0.key < $1.key }.map { number, n in
                let label = column.numberLabels[number]?.text(in: language) ?? ""
                let name = numberName(number)
                return LookAnswer(name: name, label: label.isEmpty ? name : label, n: n)
            }
        case .text, .dates: return []
        }
    }

    private func list(
        _ categories: [Category],
        _ counts: [Int],
        _ meaningNone: Bool
    ) -> [LookAnswer] {
        zip(categories, counts).compactMap { category, n in
            guard category.isMissing == meaningNone else { return nil }
            return LookAnswer(name: category.name, label: category.text(in: language), n: n)
        }
    }

    // MARK: - Round numbers

    /// The questions with numbers that can be heaped.
    var heaping: [LookHeaping] {
        questions.compactMap { looked in
            guard let numbers = Numbers(answered: looked.column)?.all,
                let heaping = DigitHeaping(numbers)
            else { return nil }
            return LookHeaping(
                name: looked.column.name,
                label: label(of: looked.column),
                heaping: heaping
            )
        }
    }

    /// The questions about age in years.
    var ages: [LookAges] {
        questions.compactMap { looked in
            guard isAge(looked.column), let numbers = Numbers(answered: looked.column)?.all,
                let whipple = WhippleIndex(ages: numbers)
            else { return nil }
            return LookAges(
                name: looked.column.name,
                label: label(of: looked.column),
                whipple: whipple,
                verdict: whipple.verdict
            )
        }
    }

    /// Whether a column holds ages, by its name or wording and by its range.
    private func isAge(_ column: Column) -> Bool {
        guard let summary = Numbers(answered: column).flatMap({ NumberSummary($0.all) }),
            summary.least >= 0, summary.greatest <= 120
        else { return false }
        let texts = [column.name] + column.label.texts.values
        let words = texts.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init)
        return !Set(words).isDisjoint(with: ["age", "возраст", "vozrast", "жаш", "жашы", "жашыңыз"])
    }

    // MARK: - What the form allows

    /// Answers outside the form's constraints; nil without a form.
    var constraints: LookConstraints? {
        guard !prepared.form.questions.isEmpty else { return nil }
        var checked = 0
        var unchecked: [String] = []
        var violations: [LookConstraints.Violation] = []
        for looked in questions {
            guard let question = looked.question, let text = condition(of: question) else {
                continue
            }
            guard let rows = violating(looked, text) else {
                unchecked.append(looked.column.name)
                continue
            }
            checked += 1
            guard !rows.isEmpty else { continue }
            violations.append(
                LookConstraints.Violation(
                    name: looked.column.name,
                    label: label(of: looked.column),
                    condition: text,
                    rows: self.rows(rows)
                )
            )
        }
        return LookConstraints(checked: checked, unchecked: unchecked, violations: violations)
    }

    /// What the form asks of an answer: its constraint, or the ends of its slider.
    private func condition(of question: Question) -> String? {
        if !question.constraint.isEmpty { return question.constraint }
        guard question.kind == .range, let parameters = question.attributes["parameters"] else {
            return nil
        }
        var limits: [String: Double] = [:]
        for part in parameters.split(whereSeparator: { " ;,".contains($0) }) {
            let pair = part.split(separator: "=")
            if pair.count == 2 { limits[String(pair[0])] = Double(pair[1]) }
        }
        guard let start = limits["start"], let end = limits["end"] else { return nil }
        return ". >= \(numberName(start)) and . <= \(numberName(end))"
    }

    /// The rows whose answer breaks the condition; nil when it cannot be worked out.
    private func violating(_ looked: Looked, _ text: String) -> [Int]? {
        guard let condition = FormCondition(text),
            condition.names.allSatisfy({ data[$0] != nil })
        else { return nil }
        var columns: [String: Column] = [:]
        for name in condition.names { columns[name] = data[name] }
        var rows: [Int] = []
        for row in looked.states.indices where looked.states[row] == .answered {
            let answer = looked.column.valueName(row: row)
            let holds = condition.holds(answer: answer) { columns[$0]?.valueName(row: row) ?? "" }
            guard let holds else { return nil }
            if !holds { rows.append(row) }
        }
        return rows
    }
}
