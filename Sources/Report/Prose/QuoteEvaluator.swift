import Base
import Survey

/// Finds what quotes ask for among the results that fill the tables.
struct QuoteEvaluator {
    let results: Results
    let language: Language
    var comparison: QuoteComparison

    init(_ results: Results, language: Language) {
        self.results = results
        self.language = language
        comparison = QuoteComparison(results)
    }

    /// A number that may be printed, with what it is made of.
    struct Value {
        enum Kind {
            case mean
            case share
            case count
            /// Alpha or a correlation.
            case coefficient
        }

        let number: Double
        let kind: Kind
        /// nil for counts and alphas.
        var estimate: Estimate?
        var isBracketed = false
        /// The section that holds the number.
        let target: String
    }

    /// The number of a figure.
    ///
    /// - Throws: Why there is none, or why it must not be printed.
    func value(of figure: Quote.Figure) throws(QuoteFault) -> Value {
        switch figure.statistic {
        case .respondents:
            return Value(
                number: Double(results.sample.respondents),
                kind: .count,
                target: "methods"
            )
        case .clusters:
            return Value(number: Double(results.sample.clusters), kind: .count, target: "methods")
        case .alpha:
            let scale = try scale(figure.subject)
            guard let alpha = scale.reliability?.alpha else { throw hidden(figure) }
            return Value(number: alpha, kind: .coefficient, target: target(scale: figure.subject))
        case .correlation: return try correlation(figure)
        case .count: return try count(figure)
        case .n: return try respondents(figure)
        case .mean, .share, .agree, .disagree, .neutral:
            let (spread, kind, target) = try spread(of: figure)
            let released = try pick(spread, figure)
            switch released {
            case .shown(let estimate):
                return Value(number: estimate.value, kind: kind, estimate: estimate, target: target)
            case .bracketed(let estimate):
                return Value(
                    number: estimate.value,
                    kind: kind,
                    estimate: estimate,
                    isBracketed: true,
                    target: target
                )
            case .hidden: throw hidden(figure)
            }
        }
    }

    // MARK: - Looking up

    private func hidden(_ figure: Quote.Figure) -> QuoteFault {
        QuoteFault(
            message: "The number is hidden in the tables: too few people stand behind it.",
            remedy: "Leave it out of the text, or speak of a larger group."
        )
    }

    /// What a figure is for all respondents and for each group.
    func spread(
        of figure: Quote.Figure
    ) throws(QuoteFault) -> (Spread<Released>, Value.Kind, String) {
        switch figure.statistic {
        case .mean: return try mean(figure)
        case .share: return try share(figure)
        case .agree: return try side(figure, .high)
        case .disagree: return try side(figure, .low)
        case .neutral: return try side(figure, .middle)
        default: throw unknown(figure.subject)
        }
    }

    private func mean(_ figure: Quote.Figure) throws(QuoteFault) -> (
        Spread<Released>, Value.Kind, String
    ) {
        if let scale = results.scales.first(where: { $0.declaration.name == figure.subject }) {
            return (scale.score, .mean, target(scale: figure.subject))
        }
        if let (scale, item) = item(figure.subject) {
            return (item.mean, .mean, target(scale: scale.declaration.name))
        }
        if let question = results.questions.first(where: { $0.name == figure.subject }),
            case .number(let result) = question.content
        {
            return (result.mean, .mean, target(question: figure.subject))
        }
        throw unknown(figure.subject)
    }

    private func share(_ figure: Quote.Figure) throws(QuoteFault) -> (
        Spread<Released>, Value.Kind, String
    ) {
        if let question = results.questions.first(where: { $0.name == figure.subject }),
            case .several(let result) = question.content
        {
            let index = try answer(figure, among: result.options.map(\.name))
            return (result.shares.map { $0[index] }, .share, target(question: figure.subject))
        }
        let (distribution, target) = try distribution(figure.subject)
        let index = try answer(figure, among: distribution.answers.map(\.name))
        return (distribution.shares.map { $0[index] }, .share, target)
    }

    private func side(
        _ figure: Quote.Figure,
        _ side: Side
    ) throws(QuoteFault) -> (Spread<Released>, Value.Kind, String) {
        let (distribution, target) = try distribution(figure.subject)
        guard let sides = distribution.sides else {
            throw QuoteFault(
                message:
                    "\(Problem.quote(figure.subject)) is no rating: nobody agrees or disagrees.",
                remedy: "Write share \(figure.subject)=ANSWER."
            )
        }
        return (sides.map { $0[side.rawValue] }, .share, target)
    }

    private func answer(_ figure: Quote.Figure, among names: [String]) throws(QuoteFault) -> Int {
        if let index = names.firstIndex(of: figure.answer) { return index }
        let hint = nearestName(to: figure.answer, in: names).map { "Did you mean \($0)? " } ?? ""
        throw QuoteFault(
            message: "\(figure.subject) has no answer \(Problem.quote(figure.answer)) that counts.",
            remedy: "\(hint)Its answers: \(names.joined(separator: ", "))."
        )
    }

    private func distribution(_ name: String) throws(QuoteFault) -> (Distribution, String) {
        if let (scale, item) = item(name) {
            return (item.distribution, target(scale: scale.declaration.name))
        }
        guard let question = results.questions.first(where: { $0.name == name }) else {
            throw unknown(name)
        }
        guard case .one(let distribution) = question.content else {
            throw QuoteFault(
                message: "\(Problem.quote(name)) has no list with one answer each.",
                remedy: "Quote its mean or its n."
            )
        }
        return (distribution, target(question: name))
    }

    func scale(_ name: String) throws(QuoteFault) -> ScaleResult {
        if let scale = results.scales.first(where: { $0.declaration.name == name }) { return scale }
        let known = results.scales.map(\.declaration.name)
        throw QuoteFault(
            message: "The study has no scale \(Problem.quote(name)).",
            remedy: "Its scales: \(known.joined(separator: ", "))."
        )
    }

    private func item(_ name: String) -> (ScaleResult, ScaleItemResult)? {
        for scale in results.scales {
            if let item = scale.items.first(where: { $0.name == name }) { return (scale, item) }
        }
        return nil
    }

    private func unknown(_ name: String) -> QuoteFault {
        let known =
            results.scales.map(\.declaration.name)
            + results.scales.flatMap { $0.items.map(\.name) } + results.questions.map(\.name)
        let hint = nearestName(to: name, in: known).map { "Did you mean \($0)? " } ?? ""
        return QuoteFault(
            message: "The report has no \(Problem.quote(name)) of that kind.",
            remedy: "\(hint)Quote a scale, an item or a question that the report shows."
        )
    }

    private func correlation(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        _ = try (scale(figure.subject), scale(figure.other))
        let names = results.scales.map(\.declaration.name)
        guard let result = results.correlations,
            let first = result.scales.firstIndex(where: { names[$0] == figure.subject }),
            let second = result.scales.firstIndex(where: { names[$0] == figure.other }),
            first != second, figure.groups.isEmpty
        else { throw unknown("\(figure.subject) \(figure.other)") }
        guard let estimate = result.values[max(first, second)][min(first, second)].estimate else {
            throw hidden(figure)
        }
        return Value(
            number: estimate.value,
            kind: .coefficient,
            estimate: estimate,
            target: "correlations"
        )
    }

    private func count(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        let (distribution, target) = try distribution(figure.subject)
        let index = try answer(figure, among: distribution.answers.map(\.name))
        guard figure.groups.isEmpty, let n = distribution.counts[index] else {
            throw hidden(figure)
        }
        return Value(number: Double(n), kind: .count, target: target)
    }

    /// How many people a number rests on.
    private func respondents(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        if let question = results.questions.first(where: { $0.name == figure.subject }) {
            let target = target(question: figure.subject)
            let bases: Spread<Answered>? =
                switch question.content {
                case .one(let distribution): distribution.bases
                case .several(let result): result.bases
                default: nil
                }
            if let bases {
                guard let n = try pick(bases, figure).n else { throw hidden(figure) }
                return Value(number: Double(n), kind: .count, target: target)
            }
        }
        let (spread, _, target) = try mean(figure)
        guard let estimate = try pick(spread, figure).estimate else { throw hidden(figure) }
        return Value(number: Double(estimate.n), kind: .count, target: target)
    }

    // MARK: - Groups

    /// The breakdown and the position of the group that a figure names; nil for all respondents.
    func place(
        of groups: [Quote.Group]
    ) throws(QuoteFault) -> (breakdown: Int, group: Int)? {
        guard !groups.isEmpty else { return nil }
        let variables = Set(groups.map(\.variable))
        let breakdowns = results.breakdowns
        guard let breakdown = breakdowns.firstIndex(where: { Set($0.variables) == variables }),
            variables.count == groups.count
        else {
            let known = breakdowns.map { $0.variables.joined(separator: " × ") }
            let asked = groups.map(\.variable).joined(separator: " × ")
            throw QuoteFault(
                message: "The report is not broken down by \(asked).",
                remedy: "Add it to breakdowns, or use one of: \(known.joined(separator: ", "))."
            )
        }
        let name = breakdowns[breakdown].variables.map { variable in
            groups.first { $0.variable == variable }?.code ?? ""
        }
        .joined(separator: " × ")
        let names = breakdowns[breakdown].groups.map(\.name)
        guard let group = names.firstIndex(of: name) else {
            let hint = nearestName(to: name, in: names).map { "Did you mean \($0)? " } ?? ""
            throw QuoteFault(
                message: "Nobody of the respondents is in the group \(Problem.quote(name)).",
                remedy: "\(hint)The groups: \(names.joined(separator: ", "))."
            )
        }
        return (breakdown, group)
    }

    private func pick<Part>(
        _ spread: Spread<Part>,
        _ figure: Quote.Figure
    ) throws(QuoteFault) -> Part {
        guard let place = try place(of: figure.groups) else { return spread.whole }
        return spread.groups[place.breakdown][place.group]
    }

    private func target(scale name: String) -> String { "scale-\(anchor(name))" }
    private func target(question name: String) -> String { "question-\(anchor(name))" }
}

extension Spread {
    /// The same places with a part of each value.
    func map<Part>(_ part: (Value) -> Part) -> Spread<Part> {
        Spread<Part>(whole: part(whole), groups: groups.map { $0.map(part) })
    }
}
