import Base
import Survey

extension QuoteEvaluator {
    // MARK: - What is measured

    /// Where the results hold a scale, an item or a question.
    func source(_ name: String) throws(QuoteFault) -> QuoteMeasure.Source {
        if let scale = results.scales.firstIndex(where: { $0.declaration.name == name }) {
            return .scale(scale)
        }
        for (scale, result) in results.scales.enumerated() {
            if let item = result.items.firstIndex(where: { $0.name == name }) {
                return .item(scale: scale, item: item)
            }
        }
        if let question = results.questions.firstIndex(where: { $0.name == name }) {
            return .question(question)
        }
        let known =
            results.scales.map(\.declaration.name)
            + results.scales.flatMap { $0.items.map(\.name) } + results.questions.map(\.name)
        throw QuoteFault(
            "The report has no scale, item or question \(Problem.quote(name)).",
            remedy: hint(name, known) + "Use the names of study.yaml and the form."
        )
    }

    func scale(_ name: String) throws(QuoteFault) -> Int {
        if let scale = results.scales.firstIndex(where: { $0.declaration.name == name }) {
            return scale
        }
        let known = results.scales.map(\.declaration.name)
        throw QuoteFault(
            "The study has no scale \(Problem.quote(name)).",
            remedy: hint(name, known)
                + (known.isEmpty
                    ? "It declares no scales." : "Its scales: \(known.joined(separator: ", ")).")
        )
    }

    /// What a mean or share measures.
    func measure(
        of figure: Quote.Figure
    ) throws(QuoteFault) -> (QuoteMeasure, Value.Kind) {
        let source = try source(figure.subject)
        switch figure.statistic {
        case .agree: return try side(.high, figure, source)
        case .disagree: return try side(.low, figure, source)
        case .neutral: return try side(.middle, figure, source)
        case .share, .count:
            guard let list = results.answers(of: source), let answers = figure.answers else {
                throw QuoteFault(
                    "The question \(figure.subject) has no list of answers.",
                    remedy: "Quote its mean, or make groups of it under derive in study.yaml."
                )
            }
            let set = try positions(answers, figure, in: list)
            return (QuoteMeasure(source: source, part: .answers(set)), .share)
        default:
            guard results.hasMean(source) else {
                throw QuoteFault(
                    "The question \(figure.subject) has no mean: its answers are no numbers.",
                    remedy: "Quote the share of an answer: share \(figure.subject)=ANSWER."
                )
            }
            return (QuoteMeasure(source: source, part: .mean), .mean)
        }
    }

    private func side(
        _ side: Side,
        _ figure: Quote.Figure,
        _ source: QuoteMeasure.Source
    ) throws(QuoteFault) -> (QuoteMeasure, Value.Kind) {
        guard let sides = results.distribution(of: source)?.sideOfAnswer, sides.contains(side)
        else {
            throw QuoteFault(
                "The question \(figure.subject) is no item of a scale, or has no answers on that side.",
                remedy: "Write share \(figure.subject)=ANSWER."
            )
        }
        return (QuoteMeasure(source: source, part: .side(side)), .share)
    }

    // MARK: - Answers

    /// The positions in `list` of the answers that a share counts.
    private func positions(
        _ answers: Quote.Answers,
        _ figure: Quote.Figure,
        in list: [Category]
    ) throws(QuoteFault) -> [Int] {
        switch answers {
        case .named(let names, let whole):
            // A name may have a comma in it.
            if names.count > 1, list.contains(where: { $0.name == whole }) {
                return [try position(whole, figure.subject, in: list)]
            }
            var positions: Set<Int> = []
            for name in names { positions.insert(try position(name, figure.subject, in: list)) }
            try refuseOverlap(positions, figure)
            return positions.sorted()
        case .from(let sign, let limit, let written):
            let positions = list.indices.filter { index in
                guard let number = list[index].number else { return false }
                return switch sign {
                case .equals: number == limit
                case .less: number < limit
                case .atMost: number <= limit
                case .greater: number > limit
                case .atLeast: number >= limit
                }
            }
            guard !positions.isEmpty else {
                throw QuoteFault(
                    "The question \(figure.subject) has no answer \(sign.rawValue) \(written).",
                    remedy: "Its answers: \(list.map(\.name).joined(separator: ", "))."
                )
            }
            try refuseOverlap(Set(positions), figure)
            return positions
        }
    }

    /// Answers of which somebody may choose several do not add up.
    private func refuseOverlap(
        _ positions: Set<Int>,
        _ figure: Quote.Figure
    ) throws(QuoteFault) {
        guard positions.count > 1, results.isSeveral(figure.subject) else { return }
        throw QuoteFault(
            "People could choose several answers to \(figure.subject): these do not add up.",
            remedy: "Quote each share by itself."
        )
    }

    /// The position of an answer by its name, else by its label in any language.
    private func position(
        _ name: String,
        _ variable: String,
        in list: [Category]
    ) throws(QuoteFault) -> Int {
        if let index = list.firstIndex(where: { $0.name == name }) { return index }
        let wanted = name.lowercased()
        let labelled = list.indices.filter { index in
            list[index].label.texts.values.contains { $0.lowercased() == wanted }
        }
        if labelled.count == 1 { return labelled[0] }
        let names = list.map(\.name)
        guard labelled.isEmpty else {
            throw QuoteFault(
                "Several answers to \(variable) are called \(Problem.quote(name)).",
                remedy: "Use the name: \(labelled.map { names[$0] }.joined(separator: " or "))."
            )
        }
        throw QuoteFault(
            "The question \(variable) has no answer \(Problem.quote(name)) that counts.",
            remedy: hint(name, names) + "Its answers: \(shortened(names))."
        )
    }

    // MARK: - Groups

    /// The breakdown and the position of the group that a figure names; nil for all respondents.
    func place(of groups: [Quote.Group]) throws(QuoteFault) -> QuotePlace? {
        guard !groups.isEmpty else { return nil }
        let breakdown = try breakdown(groups.map(\.variable))
        let variables = results.breakdowns[breakdown].variables
        var names: [String] = []
        for variable in variables {
            guard let group = groups.first(where: { $0.variable == variable }),
                case .codes(_, let categories)? = results.prepared.data[variable]?.values
            else { continue }
            let answers = categories.filter { !$0.isMissing }
            names.append(answers[try position(group.answer, variable, in: answers)].name)
        }
        let name = names.joined(separator: " × ")
        let known = results.breakdowns[breakdown].groups.map(\.name)
        guard let group = known.firstIndex(of: name) else {
            throw QuoteFault(
                "No respondent is in the group \(Problem.quote(name)).",
                remedy: "The groups: \(shortened(known))."
            )
        }
        return QuotePlace(breakdown: breakdown, group: group)
    }

    /// The breakdown by these variables, in any order.
    func breakdown(_ variables: [String]) throws(QuoteFault) -> Int {
        let wanted = Set(variables)
        guard wanted.count == variables.count else {
            throw QuoteFault(
                "One variable stands twice in the group.",
                remedy: "Name one answer of each variable."
            )
        }
        if let index = results.breakdowns.firstIndex(where: { Set($0.variables) == wanted }) {
            return index
        }
        let known = results.breakdowns.map { $0.variables.joined(separator: " × ") }
        let hints = variables.count == 1 ? hint(variables[0], known) : ""
        throw QuoteFault(
            "The report is not broken down by \(variables.joined(separator: " × ")).",
            remedy: hints + "Add it to breakdowns in study.yaml"
                + (known.isEmpty ? "." : ", or use one of: \(shortened(known)).")
        )
    }

    private func hint(_ name: String, _ known: [String]) -> String {
        nearestName(to: name, in: known).map { "Did you mean \($0)? " } ?? ""
    }

    /// The first of many names.
    private func shortened(_ names: [String]) -> String {
        names.count > 12
            ? names.prefix(10).joined(separator: ", ") + " and \(names.count - 10) more"
            : names.joined(separator: ", ")
    }

    /// The section of the page that holds a number.
    func target(_ source: QuoteMeasure.Source) -> String {
        switch source {
        case .scale(let scale), .item(let scale, _):
            "scale-\(anchor(results.scales[scale].declaration.name))"
        case .question(let question): "question-\(anchor(results.questions[question].name))"
        }
    }
}

extension Results {
    /// What a measure is for all respondents and for each group; nil where the tables do not hold it.
    func spread(of measure: QuoteMeasure) -> Spread<Released>? {
        switch measure.part {
        case .mean: return means(of: measure.source)
        case .answers(let set):
            guard set.count == 1 else { return nil }
            if case .question(let index) = measure.source,
                case .several(let several) = questions[index].content
            {
                return several.shares.at(set[0])
            }
            return distribution(of: measure.source)?.shares.at(set[0])
        case .side(let side): return distribution(of: measure.source)?.sides?.at(side.rawValue)
        }
    }

    fileprivate func hasMean(_ source: QuoteMeasure.Source) -> Bool { means(of: source) != nil }

    private func means(of source: QuoteMeasure.Source) -> Spread<Released>? {
        switch source {
        case .scale(let scale): return scales[scale].score
        case .item(let scale, let item): return scales[scale].items[item].mean
        case .question(let question):
            guard case .number(let number) = questions[question].content else { return nil }
            return number.mean
        }
    }

    /// The shares of a list with one answer each; nil where there is no such list.
    func distribution(of source: QuoteMeasure.Source) -> Distribution? {
        switch source {
        case .scale: return nil
        case .item(let scale, let item): return scales[scale].items[item].distribution
        case .question(let question):
            guard case .one(let distribution) = questions[question].content else { return nil }
            return distribution
        }
    }

    /// The answers that count.
    func answers(of source: QuoteMeasure.Source) -> [Category]? {
        if case .question(let index) = source, case .several(let several) = questions[index].content
        {
            return several.options
        }
        return distribution(of: source)?.answers
    }

    /// How many answered, where the tables say so beside shares.
    func bases(of source: QuoteMeasure.Source) -> Spread<Answered>? {
        if case .question(let index) = source, case .several(let several) = questions[index].content
        {
            return several.bases
        }
        return distribution(of: source)?.bases
    }

    fileprivate func isSeveral(_ name: String) -> Bool {
        guard case .several? = questions.first(where: { $0.name == name })?.content else {
            return false
        }
        return true
    }
}

extension Spread {
    /// The value at a place; that of the whole for nil.
    func at(_ place: QuotePlace?) -> Value {
        place.map { groups[$0.breakdown][$0.group] } ?? whole
    }
}
