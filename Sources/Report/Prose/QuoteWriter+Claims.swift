import Base
import Survey

extension QuoteWriter {
    /// Differences are told from zero at this level, after Holm where there are several.
    private static var level: Double { 0.05 }

    /// The difference of two figures; of shares in percentage points.
    mutating func difference(
        _ quote: Quote,
        _ first: Quote.Figure,
        _ second: Quote.Figure
    ) throws(QuoteFault) -> Written {
        let (value, difference) = try compare(first, second)
        let estimate = difference.estimate
        let isShare = value.kind == .share
        let style = words.language.numbers.with(decimals: quote.decimals ?? (isShare ? 0 : 2))
        let scale = isShare ? 100.0 : 1
        if let written = quote.written {
            let shown = style.text(estimate.value * scale)
            let plain = String(
                written.filter { $0 != "+" && $0 != " " }.map { $0 == "-" ? "\u{2212}" : $0 }
            )
            guard plain == shown else {
                throw QuoteFault(
                    kind: .wrongNumber,
                    message: "\(Problem.quote(written)) is not \(named(first)) less "
                        + "\(named(second)): the data give \(shown).",
                    remedy: "Write \(shown), or leave the number out."
                )
            }
        }
        var text = style.text(estimate.value * scale)
        if let interval = estimate.interval {
            let limits = words(
                QuoteWord.range,
                [
                    "low": .text(style.text(interval.lowerBound * scale)),
                    "high": .text(style.text(interval.upperBound * scale)),
                ]
            )
            text += suffix(limits, quote)
        }
        return Written(text: text, target: value.target)
    }

    /// Both figures, which must be fit to print, and their difference.
    private mutating func compare(
        _ first: Quote.Figure,
        _ second: Quote.Figure
    ) throws(QuoteFault) -> (QuoteEvaluator.Value, QuoteComparison.Difference) {
        let value = try evaluator.value(of: first)
        _ = try evaluator.value(of: second)
        let difference = try evaluator.comparison.difference(
            first,
            second,
            at: try evaluator.place(of: first.groups),
            try evaluator.place(of: second.groups)
        )
        return (value, difference)
    }

    // MARK: - Ranks

    /// The ranks that a group may have: above every group that it is told from upwards, below every one
    /// that is told from it.
    ///
    /// The tests of one group against each other are held together by Holm's rule, so that the range
    /// covers the true rank of that group with 95 %.
    /// - SeeAlso: Mogstad, Romano, Shaikh & Wilhelm (2024), Inference for Ranks, Review of Economic
    ///   Studies 91(1), which this follows with pairwise tests.
    private mutating func ranks(
        _ figure: Quote.Figure
    ) throws(QuoteFault) -> (ranks: ClosedRange<Int>, of: Int, rivals: [Int], target: String) {
        let value = try evaluator.value(of: figure)
        guard let place = try evaluator.place(of: figure.groups) else {
            throw QuoteFault(message: "No group is named.", remedy: "Name one: region=talas.")
        }
        let all = try evaluator.comparison.differences(figure, at: place)
        let others = all.indices.filter { all[$0] != nil }
        let p = holm(others.map { all[$0]?.p ?? 1 })
        var (above, below) = (0, 0)
        var rivals: [Int] = []
        for (index, value) in zip(others, p) {
            let difference = all[index]?.estimate.value ?? 0
            if value >= Self.level {
                rivals.append(index)
            } else if difference > 0 {
                below += 1
            } else {
                above += 1
            }
        }
        let last = others.count + 1
        return ((above + 1)...(last - below), last, rivals, value.target)
    }

    /// "1", or "1 to 3".
    mutating func rank(_ figure: Quote.Figure) throws(QuoteFault) -> Written {
        let (ranks, _, _, target) = try ranks(figure)
        let text =
            ranks.count == 1
            ? "\(ranks.lowerBound)"
            : words(
                QuoteWord.ranks,
                ["low": .count(ranks.lowerBound), "high": .count(ranks.upperBound)]
            )
        return Written(text: text, target: target)
    }

    // MARK: - Claims

    /// The section that backs a claim.
    ///
    /// - Throws: What the data say instead.
    mutating func backed(_ claim: Quote.Claim) throws(QuoteFault) -> String? {
        switch claim {
        case .highest(let figure): return try extreme(figure, isHighest: true)
        case .lowest(let figure): return try extreme(figure, isHighest: false)
        case .higher(let first, let second):
            return try told(first, second, "higher") { $0 > 0 }
        case .lower(let first, let second):
            return try told(first, second, "lower") { $0 < 0 }
        case .differs(let first, let second):
            return try told(first, second, "different") { $0 != 0 }
        case .unclear(let first, let second):
            let (value, difference) = try compare(first, second)
            if let p = difference.p, p < Self.level {
                throw QuoteFault(
                    kind: .refusedClaim,
                    message: "The difference is clear: \(said(difference, value.kind)).",
                    remedy: "Say which is higher."
                )
            }
            return value.target
        case .majority(let figure): return try half(figure, isAbove: true)
        case .minority(let figure): return try half(figure, isAbove: false)
        }
    }

    private mutating func told(
        _ first: Quote.Figure,
        _ second: Quote.Figure,
        _ word: String,
        _ isRight: (Double) -> Bool
    ) throws(QuoteFault) -> String? {
        let (value, difference) = try compare(first, second)
        if let p = difference.p, p < Self.level, isRight(difference.estimate.value) {
            return value.target
        }
        throw QuoteFault(
            kind: .refusedClaim,
            message: "The data do not show that \(named(first)) is \(word) compared with "
                + "\(named(second)): \(said(difference, value.kind)).",
            remedy: "Say that there is no clear difference ({{\"…\": unclear …}}), or nothing."
        )
    }

    private func said(
        _ difference: QuoteComparison.Difference,
        _ kind: QuoteEvaluator.Value.Kind
    ) -> String {
        let estimate = difference.estimate
        let style = NumberStyle.english.with(decimals: kind == .share ? 1 : 2)
        let scale = kind == .share ? 100.0 : 1
        let interval =
            estimate.interval.map {
                " (\(style.text($0.lowerBound * scale)) to \(style.text($0.upperBound * scale)))"
            } ?? ""
        let p =
            difference.p.map {
                ", p = \(NumberStyle.english.with(decimals: 3).text($0))"
            } ?? ""
        return "the difference is \(style.text(estimate.value * scale))\(interval)\(p), "
            + "n = \(estimate.n)"
    }

    private mutating func extreme(
        _ figure: Quote.Figure,
        isHighest: Bool
    ) throws(QuoteFault) -> String? {
        let (ranks, last, rivals, target) = try ranks(figure)
        let place = try evaluator.place(of: figure.groups)
        let groups = evaluator.results.breakdowns[place?.breakdown ?? 0].groups
        if ranks.count == 1, ranks.lowerBound == (isHighest ? 1 : last) { return target }
        let names = rivals.map { groups[$0].name }.joined(separator: ", ")
        let places =
            ranks.count == 1
            ? "it has rank \(ranks.lowerBound) of \(last)"
            : "its rank may be \(ranks.lowerBound) to \(ranks.upperBound) of \(last); the data do not "
                + "tell it from \(names)"
        throw QuoteFault(
            kind: .refusedClaim,
            message: "The data do not show that \(named(figure)) is the "
                + "\(isHighest ? "highest" : "lowest"): \(places).",
            remedy: "Give its rank ({{rank …}}), or compare it with one group."
        )
    }

    private mutating func half(
        _ figure: Quote.Figure,
        isAbove: Bool
    ) throws(QuoteFault) -> String? {
        let value = try evaluator.value(of: figure)
        guard value.kind == .share, let interval = value.estimate?.interval else {
            throw QuoteFault(
                message: "\(named(figure)) is no share with an interval.",
                remedy: "A majority is a share above half beyond its margin of error."
            )
        }
        if isAbove ? interval.lowerBound > 0.5 : interval.upperBound < 0.5 { return value.target }
        let style = NumberStyle.english
        throw QuoteFault(
            kind: .refusedClaim,
            message: "\(named(figure)) is \(style.percent(value.number)) "
                + "(\(style.percentDigits(interval.lowerBound)) to "
                + "\(style.percentDigits(interval.upperBound))): not \(isAbove ? "more" : "less") than "
                + "half beyond the margin of error.",
            remedy: "Give the number with its interval, without the claim."
        )
    }

    // MARK: - Names

    /// What people read for a group in the language of the text.
    func name(_ variable: String, _ code: String) throws(QuoteFault) -> Written {
        let place = try evaluator.place(of: [.init(variable: variable, code: code)])
        guard let place else { return Written(text: code) }
        let group = evaluator.results.breakdowns[place.breakdown].groups[place.group]
        let study = evaluator.results.prepared.study
        return Written(text: group.label.text(in: study.code(of: words.language)))
    }
}
