import Base
import Survey

extension QuoteWriter {
    // MARK: - Ranks

    /// The ranks that a group may have among those of its breakdown.
    private struct Placing {
        let range: ClosedRange<Int>
        /// How many groups take part.
        let count: Int
        /// The labels of the groups that it is not told from.
        let rivals: [String]
        let value: QuoteEvaluator.Value
    }

    private mutating func placing(_ figure: Quote.Figure) throws(QuoteFault) -> Placing {
        let value = try evaluator.value(of: figure)
        guard let place = try evaluator.place(of: figure.groups) else {
            throw QuoteFault("No group is named.", remedy: "Name one: mean trust region=talas.")
        }
        let sets = try evaluator.rankSets(figure, breakdown: place.breakdown)
        guard let index = sets.groups.firstIndex(of: place.group), sets.groups.count > 1 else {
            throw QuoteFault(
                "\(figure.named) has no place: the tables show no other group.",
                remedy: "Quote the number alone."
            )
        }
        return Placing(
            range: sets.ranges[index],
            count: sets.groups.count,
            rivals: sets.rivals[index].map { label(place.breakdown, $0) },
            value: value
        )
    }

    private func label(_ breakdown: Int, _ group: Int) -> String {
        let study = evaluator.results.prepared.study
        return evaluator.results.breakdowns[breakdown].groups[group].label
            .text(in: study.code(of: words.language))
    }

    /// "1", or "1 to 3".
    mutating func rank(_ quote: Quote, _ figure: Quote.Figure) throws(QuoteFault) -> Written {
        let placing = try placing(figure)
        let range = placing.range
        let text = text(range)
        try check(quote, text: text, "the rank of \(figure.named)")
        return Written(
            text: text,
            target: placing.value.target,
            title: title(placing)
        )
    }

    private func text(_ ranks: ClosedRange<Int>) -> String {
        ranks.count == 1
            ? "\(ranks.lowerBound)"
            : words(
                QuoteWord.ranks,
                ["low": .count(ranks.lowerBound), "high": .count(ranks.upperBound)]
            )
    }

    private func title(_ placing: Placing) -> String {
        words(
            QuoteWord.titleOfRank,
            [
                "estimate": .text(title(placing.value)), "rank": .text(text(placing.range)),
                "count": .count(placing.count),
            ]
        )
    }

    /// The name of the group that is above, or below, all others.
    mutating func extreme(
        _ quote: Quote,
        _ figure: Quote.Figure,
        _ end: Quote.End,
        _ variable: String
    ) throws(QuoteFault) -> Written {
        let breakdown = try evaluator.breakdown([variable])
        let sets = try evaluator.rankSets(figure, breakdown: breakdown)
        let last = sets.groups.count
        let wanted = end == .highest ? 1 : last
        let candidates = sets.groups.indices.filter { sets.ranges[$0].contains(wanted) }
        guard candidates.count == 1, last > 1 else {
            let names = candidates.map { label(breakdown, sets.groups[$0]) }
            throw QuoteFault(
                .refused,
                names.isEmpty
                    ? "The tables show no groups of \(variable)."
                    : "The data do not tell which group has the \(end.rawValue) "
                        + "\(figure.named.dropFirst(4)): it may be any of \(names.joined(separator: ", ")).",
                remedy: "Name none, or give the ranks: {{rank mean trust region=talas}}."
            )
        }
        let group = sets.groups[candidates[0]]
        let name = label(breakdown, group)
        try check(quote, text: name, "the \(end.rawValue) by \(figure.named)")
        let code = evaluator.results.breakdowns[breakdown].groups[group].name
        let placing = try placing(
            figure.with(groups: [.init(variable: variable, answer: code)])
        )
        return Written(text: name, target: placing.value.target, title: title(placing))
    }

    /// What people read for a group in the language of the text.
    func name(_ quote: Quote, _ group: Quote.Group) throws(QuoteFault) -> Written {
        guard let place = try evaluator.place(of: [group]) else { return Written(text: "") }
        let name = label(place.breakdown, place.group)
        try check(quote, text: name, "the name of \(group.variable)=\(group.answer)")
        return Written(text: name)
    }

    // MARK: - Claims

    /// The claim's words, with the section that backs them.
    ///
    /// - Throws: What the data say instead.
    mutating func backed(_ text: String, _ claim: Quote.Claim) throws(QuoteFault) -> Written {
        guard evaluator.results.sample.isProbabilitySample else { throw QuoteEvaluator.noSample }
        switch claim {
        case .extreme(let figure, let end): return try extreme(text, figure, end)
        case .compared(let first, let relation, let second):
            return try compared(text, first, relation, second)
        case .half(let figure, let isMore): return try half(text, figure, isMore: isMore)
        }
    }

    private mutating func extreme(
        _ text: String,
        _ figure: Quote.Figure,
        _ end: Quote.End
    ) throws(QuoteFault) -> Written {
        let placing = try placing(figure)
        let wanted = end == .highest ? 1 : placing.count
        guard placing.range == wanted...wanted else {
            let rank =
                placing.range.count == 1
                ? "its rank is \(placing.range.lowerBound) of \(placing.count)"
                : "its rank may be \(placing.range.lowerBound) to \(placing.range.upperBound) of "
                    + "\(placing.count)"
            let rivals =
                placing.rivals.isEmpty
                ? "" : "; not told from \(placing.rivals.joined(separator: ", "))"
            throw QuoteFault(
                .refused,
                "The data do not show that \(figure.named) is the \(end.rawValue): "
                    + "it is \(said(placing.value)), and \(rank)\(rivals).",
                remedy: "Give its rank ({{rank …}}), or compare it with one group."
            )
        }
        return Written(text: text, target: placing.value.target, title: title(placing))
    }

    private mutating func compared(
        _ text: String,
        _ first: Quote.Figure,
        _ relation: Quote.Relation,
        _ second: Quote.Figure
    ) throws(QuoteFault) -> Written {
        let (difference, value, _) = try evaluator.difference(first, second)
        let estimate = difference.estimate
        guard let p = difference.p else {
            throw QuoteFault(
                .refused,
                "\(first.named) and \(second.named) cannot be tested against each other: their "
                    + "difference has no standard error.",
                remedy: "Give both numbers without comparing them."
            )
        }
        let isClear = p < GroupDifference.level
        let isBacked =
            switch relation {
            case .higher: isClear && estimate.value > 0
            case .lower: isClear && estimate.value < 0
            case .differs: isClear
            case .unclear: !isClear
            }
        guard isBacked else {
            throw QuoteFault(
                .refused,
                relation == .unclear
                    ? "The difference of \(first.named) and \(second.named) is clear: "
                        + "\(said(difference, value.kind))."
                    : "The data do not show that \(first.named) \(relation.words) \(second.named): "
                        + "\(said(difference, value.kind)).",
                remedy: isClear
                    ? "Say that it is \(estimate.value > 0 ? "higher" : "lower")."
                    : "Say that there is no clear difference ({{\"…\": unclear … from …}}), or nothing."
            )
        }
        return Written(
            text: text,
            target: value.target,
            title: title(difference, value.kind)
        )
    }

    private mutating func half(
        _ text: String,
        _ figure: Quote.Figure,
        isMore: Bool
    ) throws(QuoteFault) -> Written {
        let value = try evaluator.value(of: figure)
        guard value.kind == .share else {
            throw QuoteFault(
                "\(figure.named) is no share.",
                remedy: "A majority is a share of an answer: majority share returnees=negative."
            )
        }
        guard let interval = value.estimate?.interval else { throw noInterval(figure) }
        guard isMore ? interval.lowerBound > 0.5 : interval.upperBound < 0.5 else {
            throw QuoteFault(
                .refused,
                "\(figure.named) is \(said(value)): not \(isMore ? "more" : "less") than half beyond "
                    + "the margin of error.",
                remedy: "Give the number with its interval, without the claim."
            )
        }
        return Written(text: text, target: value.target, title: title(value))
    }

    // MARK: - What the data say, for messages

    private func said(_ value: QuoteEvaluator.Value) -> String {
        let english = QuoteWriter(evaluator.results, language: .en)
        let form = english.form(
            value.kind,
            Quote(.plain(""), decimals: value.kind == .share ? 1 : 2)
        )
        var text = english.text(value.number, form)
        if let interval = value.estimate?.interval {
            text += " (\(english.text(interval, form)))"
        }
        return value.estimate.map { text + ", n = \($0.n)" } ?? text
    }

    private func said(
        _ difference: GroupDifference,
        _ kind: QuoteEvaluator.Value.Kind
    ) -> String {
        let english = QuoteWriter(evaluator.results, language: .en)
        let decimals = kind == .share ? 1 : 2
        let form = english.form(kind, Quote(.plain(""), decimals: decimals), isDifference: true)
        let estimate = difference.estimate
        var text = "the difference is \(english.text(estimate.value, form))"
        if kind == .share { text += " percentage points" }
        if let interval = estimate.interval { text += " (\(english.text(interval, form)))" }
        if let p = difference.p {
            text += ", \(english.text(p: p))"
        }
        return text + ", n = \(difference.n.0) and \(difference.n.1)"
    }
}

extension Quote.Relation {
    fileprivate var words: String {
        switch self {
        case .higher: "is higher than"
        case .lower: "is lower than"
        case .differs: "differs from"
        case .unclear: "cannot be told from"
        }
    }
}
