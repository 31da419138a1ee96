import Base
import Survey

extension ResultsBuilder {
    /// What every question found that the report shows, in the order of the form.
    ///
    /// Items of scales have their place with their scale; names, places and other personal answers were
    /// never read; variables of the design and of the fieldwork belong to the methods.
    func questions() -> [QuestionResult] {
        let study = prepared.study
        var left = Set(study.scales.flatMap { $0.items.map(\.name) })
        left.formUnion(study.technicalNames)
        // A breakdown that is a stratum (a region) is a finding too.
        left.subtract(study.breakdowns.flatMap { $0 })
        // After rows without consent are left out, everybody has consented: no finding.
        left.formUnion(study.exclusions.flatMap(\.names).filter { isConstant($0) })
        left.formUnion(study.questions.filter { !$0.isShown }.map(\.name))
        let derived = Set(study.derivations.map(\.name))
        return prepared.data.columns.compactMap { column in
            guard !left.contains(column.name),
                isShown(column, isDerived: derived.contains(column.name))
            else { return nil }
            return question(column)
        }
    }

    /// Whether everybody gave the same answer.
    private func isConstant(_ name: String) -> Bool {
        guard case .codes(let codes, _) = prepared.data[name]?.values, codes.count > 0 else {
            return false
        }
        return (0..<codes.count).allSatisfy { codes[$0] == codes[0] }
    }

    /// Whether a column is a question that people were asked, or one that the study made.
    private func isShown(_ column: Column, isDerived: Bool) -> Bool {
        if isDerived { return true }
        let form = prepared.form
        guard !form.questions.isEmpty else { return !column.name.hasPrefix("_") }
        guard let question = form.question(named: column.name) else { return false }
        return switch question.kind {
        case .selectOne, .selectMultiple, .integer, .decimal, .range, .text, .date, .dateTime: true
        default: false
        }
    }

    private func question(_ column: Column) -> QuestionResult? {
        guard let content = content(of: column) else { return nil }
        return QuestionResult(
            name: column.name,
            label: column.label.isEmpty ? LocalText(column.name) : column.label,
            content: content,
            base: base(of: column.name)
        )
    }

    /// Who was asked: as the study puts it, else in words made from its condition or the form's.
    private func base(of name: String) -> LocalText {
        let declaration = prepared.declaration(of: name)
        if let label = declaration?.baseLabel, !label.isEmpty { return label }
        let question = prepared.form.question(named: name)
        let formCondition = question.flatMap {
            StudyDraftBases(form: prepared.form).condition(of: $0)
        }
        if let condition = declaration?.base ?? formCondition.flatMap({ try? Expression($0) }) {
            return BaseWords(data: prepared.data, study: prepared.study).words(for: condition)
        }
        return LocalText(question?.relevant ?? "")
    }

    private func content(of original: Column) -> QuestionResult.Content? {
        let column = inBase(original)
        switch column.values {
        case .codes(let codes, let categories):
            guard categories.contains(where: { !$0.isMissing }) else { return nil }
            return .one(
                distribution(codes, categories, isAskedOfAll: isAskedOfAll(original.name))
            )
        case .several(let answers): return .several(several(answers))
        case .numbers: return Numbers(answered: column).map { .number(number($0)) }
        case .dates(let seconds, _): return .date(dates(seconds))
        case .text(let texts):
            let n = (0..<texts.count).count { !texts[$0].isEmpty }
            return .text(Answered(n: rule.printable(n), noAnswer: nil))
        }
    }

    /// Whether nothing kept anybody from being asked.
    private func isAskedOfAll(_ name: String) -> Bool {
        let question = prepared.form.question(named: name)
        return prepared.declaration(of: name)?.base == nil && question?.relevant.isEmpty ?? true
    }

    /// The column with only the answers of those in the question's base: "of those who…".
    func inBase(_ column: Column) -> Column {
        guard let base = prepared.declaration(of: column.name)?.base,
            let bound = try? BoundExpression(base, in: prepared.data)
        else { return column }
        return column.masked { bound.holds(row: $0) == true }
    }

    // MARK: - Numbers

    private func number(_ numbers: Numbers) -> NumberResult {
        let values = numbers.all.filter { !$0.isNaN }
        // Bars of so few people would say nothing and might point at somebody.
        let histogram = values.count < rule.hideBelow ? nil : Histogram(values)
        let edges = histogram.map { bars in (0...bars.counts.count).map { bars.edge($0) } } ?? []
        return NumberResult(
            mean: mean(of: numbers),
            quartiles: whole.quantiles(of: numbers, [0.25, 0.5, 0.75])[0].map { rule.release($0) },
            bars: bars(numbers, edges: edges)
        )
    }

    /// The shares of the bars of a histogram; bars of too few people are hidden.
    private func bars(_ numbers: Numbers, edges: [Double]) -> [NumberBar] {
        guard edges.count > 1 else { return [] }
        let codes = (0..<numbers.count).map { row in
            let number = numbers[row]
            guard !number.isNaN else { return 0 }
            let above = edges.firstIndex { $0 > number } ?? edges.count
            return min(max(above, 1), edges.count - 1)
        }
        let count = edges.count - 1
        let shares = whole.shares(of: Codes(codes, categoryCount: count), categoryCount: count)[0]
        // With the mean printed, the bars of single numbers are three sums in as many counts.
        let isUnit = zip(edges, edges.dropFirst()).allSatisfy { $1 - $0 <= 1 }
        let hidden = rule.disclosure.hidden(whole: shares.counts, fewest: isUnit ? 4 : 2)
        return (0..<count).map { index in
            NumberBar(
                from: edges[index],
                to: edges[index + 1],
                share: rule.release(shares.shares[index], isDisclosing: hidden[index])
            )
        }
    }

    // MARK: - Dates

    private func dates(_ seconds: [Double]) -> DateResult {
        let known = seconds.filter { !$0.isNaN }
        let base = Answered(n: rule.printable(known.count), noAnswer: nil)
        guard let first = known.min(), let last = known.max() else {
            return DateResult(step: .day, counts: [], base: base)
        }
        guard known.count >= rule.leastInRow else {
            return DateResult(step: .day, counts: [], base: base)
        }
        let days = (last - first) / 86_400
        let steps: [DateResult.Step] =
            days <= 62 ? [.day, .week, .month] : days <= 366 ? [.week, .month] : [.month]
        // The finest step that does not leave most of the picture hidden.
        let results = steps.map { dateCounts(known, by: $0) }
        let chosen =
            results.firstIndex { counts in
                counts.count { $0.rows == nil } * 3 <= counts.count
            } ?? results.count - 1
        return DateResult(step: steps[chosen], counts: results[chosen], base: base)
    }

    private func dateCounts(_ seconds: [Double], by step: DateResult.Step) -> [DateCount] {
        var counts: [Double: Int] = [:]
        for second in seconds { counts[start(of: step, second), default: 0] += 1 }
        let starts = counts.keys.sorted()
        let hidden = rule.disclosure.hidden(whole: starts.map { counts[$0] ?? 0 })
        return zip(starts, hidden).map { start, isHidden in
            DateCount(start: start, rows: isHidden ? nil : counts[start])
        }
    }

    /// The first second of the day, week (from Monday) or month that `second` lies in.
    private func start(of step: DateResult.Step, _ second: Double) -> Double {
        let day = (second / 86_400).rounded(.down)
        switch step {
        case .day: return day * 86_400
        case .week:
            // 1970-01-01 was a Thursday, three days after a Monday.
            return (((day + 3) / 7).rounded(.down) * 7 - 3) * 86_400
        case .month: return isoDay(isoText(second, .day).prefix(8) + "01") ?? day * 86_400
        }
    }
}

extension Column {
    /// The column with system-missing in every row for which `isKept` does not hold.
    fileprivate func masked(_ isKept: (Int) -> Bool) -> Column {
        var column = self
        switch values {
        case .codes(let codes, let categories):
            let kept = (0..<codes.count).map { isKept($0) ? codes[$0] : 0 }
            column.values = .codes(Codes(kept, categoryCount: categories.count), categories)
        case .numbers(let numbers):
            column.values = .numbers(
                Numbers((0..<numbers.count).map { isKept($0) ? numbers[$0] : .nan })
            )
        case .text(let texts):
            column.values = .text(
                TextPool((0..<texts.count).map { isKept($0) ? texts[$0] : "" })
            )
        case .dates(let seconds, let precision):
            column.values = .dates(
                seconds.indices.map { isKept($0) ? seconds[$0] : .nan },
                precision
            )
        case .several(let answers):
            var kept = SeveralAnswers(options: answers.options)
            for row in 0..<answers.count {
                kept.append(isKept(row) ? answers.chosen(row: row) : nil)
            }
            column.values = .several(kept)
        }
        return column
    }
}
