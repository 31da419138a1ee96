import Base
import Kernels
package import Survey

extension Codebook {
    /// The codebook of `data`.
    ///
    /// - Parameters:
    ///   - data: The answers; columns that must not be known are left out before.
    ///   - form: Gives the questions' wording, conditions and answers where the data do not.
    ///   - title: The heading; the data file's name when empty.
    ///   - discloseAtLeast: How few people a count may point at; 1 shows all.
    package init(
        of data: Microdata,
        form: Form? = nil,
        title: String = "",
        discloseAtLeast: Int = 5
    ) {
        self.title = title.isEmpty ? data.origin.file : title
        self.discloseAtLeast = max(1, discloseAtLeast)
        rowCount = data.rowCount
        let maker = VariableMaker(limit: max(1, discloseAtLeast), form: form)
        variables = data.columns.map(maker.variable)
    }
}

/// Describes columns.
private struct VariableMaker {
    let limit: Int
    let form: Form?

    func variable(_ column: Column) -> Codebook.Variable {
        let last = column.name.split(separator: "/").last.map(String.init) ?? column.name
        let question = form?.question(named: last)
        var made = Codebook.Variable(
            name: column.name,
            question: wording(column.label, question?.label),
            kind: .text,
            askedIf: question?.relevant ?? "",
            answered: 0,
            systemMissing: .people(0),
            userMissing: [],
            content: .texts(different: 0)
        )
        let choices = question?.kind.list.flatMap { form?.lists[$0] } ?? []
        switch column.values {
        case .codes(let codes, let categories):
            describe(codes, categories, choices, &made)
        case .numbers(let numbers):
            describe(numbers.all, column, &made)
        case .dates(let seconds, let precision):
            describe(seconds, precision, column, &made)
        case .text(let texts):
            describe(texts, &made)
        case .several(let answers):
            describe(answers, choices, &made)
        }
        return made
    }

    /// The data's own wording, and the form's in the languages that the data do not have.
    private func wording(_ own: LocalText, _ form: LocalText?) -> LocalText {
        guard let form, !form.isEmpty else { return own }
        guard !own.isEmpty else { return form }
        var all = own
        for language in form.languages where own.texts[language] == nil {
            all.set(form.text(in: language), in: language)
        }
        return all
    }

    private func answers(
        _ categories: [Category],
        _ counts: [CodebookCount],
        _ choices: [Choice]
    ) -> [Codebook.Answer] {
        zip(categories, counts).map { category, count in
            let choice = choices.first { $0.name == category.name }
            return Codebook.Answer(
                name: category.name,
                label: wording(category.label, choice?.label),
                count: count
            )
        }
    }

    // MARK: - Lists

    private func describe(
        _ codes: Codes,
        _ categories: [Category],
        _ choices: [Choice],
        _ made: inout Codebook.Variable
    ) {
        var counts = [Int](repeating: 0, count: categories.count + 1)
        for row in 0..<codes.count { counts[codes[row]] += 1 }
        let pairs = zip(categories, counts.dropFirst()).map { (category: $0, count: $1) }
        let given = pairs.filter { !$0.category.isMissing }
        let missing = pairs.filter(\.category.isMissing)
        made.kind = .oneAnswer
        made.answered = given.reduce(0) { $0 + $1.count }
        let shown = CodebookCount.partition(given.map(\.count), limit: limit)
        let notShown = CodebookCount.partition(missing.map(\.count) + [counts[0]], limit: limit)
        let all = listed(given, shown, choices)
        made.userMissing = listed(missing, notShown, choices)
        made.systemMissing = empty(counts[0], notShown, hasCodes: missing.contains { $0.count > 0 })
        let unlisted = categories.count - all.count - made.userMissing.count
        made.content = .answers(all, unlisted: unlisted)
    }

    /// The answers that may be named.
    private func listed(
        _ given: [(category: Category, count: Int)],
        _ shown: [CodebookCount],
        _ choices: [Choice]
    ) -> [Codebook.Answer] {
        zip(answers(given.map(\.category), shown, choices), given)
            .filter { !$0.label.isEmpty || isListed($0, $1, choices) }.map(\.0)
    }

    /// Whether an answer without a label may be named.
    ///
    /// A list that nobody declared is made of what people wrote: a name, a village. Such an answer is
    /// named only when enough people gave it.
    private func isListed(
        _ answer: Codebook.Answer,
        _ given: (category: Category, count: Int),
        _ choices: [Choice]
    ) -> Bool {
        given.count >= limit || given.category.number != nil
            || choices.contains { $0.name == answer.name }
    }

    /// Empty cells are no answer of anyone: their number is hidden only to protect another.
    private func empty(_ count: Int, _ shown: [CodebookCount], hasCodes: Bool) -> CodebookCount {
        hasCodes ? shown.last ?? .people(count) : .people(count)
    }

    private func describe(
        _ answers: SeveralAnswers,
        _ choices: [Choice],
        _ made: inout Codebook.Variable
    ) {
        var counts = [Int](repeating: 0, count: answers.options.count)
        for row in 0..<answers.count {
            guard let chosen = answers.chosen(row: row) else { continue }
            for option in chosen { counts[option] += 1 }
            // Who only chose answers that mean "no answer" did not answer.
            let isMissing = !chosen.isEmpty && chosen.allSatisfy { answers.options[$0].isMissing }
            made.answered += isMissing ? 0 : 1
        }
        made.kind = .severalAnswers
        made.systemMissing = .people(answers.isAnswered.count { !$0 })
        let pairs = zip(answers.options, counts.map { CodebookCount.alone($0, limit: limit) })
        let given = pairs.filter { !$0.0.isMissing }
        let missing = pairs.filter(\.0.isMissing)
        made.content = .answers(
            self.answers(given.map(\.0), given.map(\.1), choices),
            unlisted: 0
        )
        made.userMissing = self.answers(missing.map(\.0), missing.map(\.1), choices)
    }

    // MARK: - Numbers and dates

    /// The valid values, ascending; the missing ones go into `made`.
    private func sorted(
        _ numbers: [Double],
        _ column: Column,
        named name: (Double) -> String,
        _ made: inout Codebook.Variable
    ) -> [Double] {
        var valid: [Double] = []
        var missing: [Double: Int] = [:]
        var empty = 0
        for number in numbers {
            if number.isNaN {
                empty += 1
            } else if column.missingNumbers.contains(number) {
                missing[number, default: 0] += 1
            } else {
                valid.append(number)
            }
        }
        for number in column.missingNumbers.values { missing[number, default: 0] += 0 }
        let codes = missing.sorted { $0.key < $1.key }
        let shown = CodebookCount.partition(codes.map(\.value) + [empty], limit: limit)
        made.answered = valid.count
        made.systemMissing = self.empty(empty, shown, hasCodes: codes.contains { $0.value > 0 })
        made.userMissing = zip(codes, shown).map { code, count in
            Codebook.Answer(
                name: name(code.key),
                label: column.numberLabels[code.key] ?? LocalText([:]),
                count: count
            )
        }
        return valid.sorted()
    }

    private func describe(
        _ numbers: [Double],
        _ column: Column,
        _ made: inout Codebook.Variable
    ) {
        let valid = sorted(numbers, column, named: codeText, &made)
        made.kind = .number
        let labelled = column.numberLabels.filter { !column.missingNumbers.contains($0.key) }
            .sorted { $0.key < $1.key }
            .map { number, label in
                let count = valid.count { $0 == number }
                return Codebook.Answer(
                    name: codeText(number),
                    label: label,
                    count: .alone(count, limit: limit)
                )
            }
        made.content = .numbers(summary(of: valid), labelled: labelled)
    }

    private func summary(of sorted: [Double]) -> Codebook.Numbers? {
        guard let range = CodebookRange(sorted: sorted, limit: limit) else { return nil }
        let middle = sorted.count / 2
        return Codebook.Numbers(
            range: range,
            mean: compensatedSum(sorted) / Double(sorted.count),
            median: sorted.count.isMultiple(of: 2)
                ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        )
    }

    private func describe(
        _ seconds: [Double],
        _ precision: Column.DatePrecision,
        _ column: Column,
        _ made: inout Codebook.Variable
    ) {
        let valid = sorted(seconds, column, named: { dateText($0, precision) }, &made)
        made.kind = precision == .day ? .day : .moment
        made.content = .dates(CodebookRange(sorted: valid, limit: limit))
    }

    private func describe(_ texts: TextPool, _ made: inout Codebook.Variable) {
        var used = [Bool](repeating: false, count: texts.pool.count)
        var empty = 0
        for position in texts.positions {
            used[Int(position)] = true
            if position == 0 { empty += 1 }
        }
        made.answered = texts.count - empty
        made.systemMissing = .people(empty)
        made.content = .texts(different: used.dropFirst().count { $0 })
    }
}
