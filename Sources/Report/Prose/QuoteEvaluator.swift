import Base
import Survey

/// Finds what quotes ask for among the results that fill the tables.
struct QuoteEvaluator {
    let results: Results
    private let rule: ReleaseRule
    private var estimates: QuoteEstimates
    private var ranks: [RankKey: RankSets] = [:]

    private struct RankKey: Hashable {
        let measure: QuoteMeasure
        let breakdown: Int
    }

    init(_ results: Results) {
        self.results = results
        rule = ReleaseRule(results.prepared.study.report)
        estimates = QuoteEstimates(results)
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
    mutating func value(of figure: Quote.Figure) throws(QuoteFault) -> Value {
        switch figure.statistic {
        case .respondents: return count(results.sample.respondents, "methods")
        case .clusters:
            guard results.sample.isProbabilitySample else {
                throw QuoteFault(
                    "The study has no clusters: it declares no design.",
                    remedy: "Leave the number out, or declare the design in study.yaml."
                )
            }
            guard let clusters = results.sample.clusters else {
                throw QuoteFault(
                    "The study has no clusters: its replicate weights do not name them.",
                    remedy: "Leave the number out."
                )
            }
            return count(clusters, "methods")
        case .alpha: return try alpha(figure)
        case .correlation: return try correlation(figure)
        case .count: return try answered(figure)
        case .n: return try respondents(figure)
        case .mean, .share, .agree, .disagree, .neutral:
            let (measure, kind) = try measure(of: figure)
            let released = try released(measure, at: try place(of: figure.groups))
            return try value(released, figure, kind, target(measure.source))
        }
    }

    private func value(
        _ released: Released,
        _ figure: Quote.Figure,
        _ kind: Value.Kind,
        _ target: String
    ) throws(QuoteFault) -> Value {
        if case .hidden(let why) = released { throw hidden(figure, why) }
        guard let estimate = released.estimate, estimate.value.isFinite else {
            throw QuoteFault(
                "\(figure.named) cannot be computed.",
                remedy: "Leave it out; the tables say why."
            )
        }
        var value = Value(number: estimate.value, kind: kind, estimate: estimate, target: target)
        if case .bracketed = released { value.isBracketed = true }
        return value
    }

    private func count(_ number: Int, _ target: String) -> Value {
        Value(number: Double(number), kind: .count, target: target)
    }

    private func hidden(_ figure: Quote.Figure, _ why: Released.WhyHidden) -> QuoteFault {
        let reason =
            switch why {
            case .unreliable: "too few people answered for a reliable number"
            case .disclosing: "it could point at too few people"
            case .nobody: "nobody answered"
            }
        return QuoteFault(
            .hidden,
            "\(figure.named) is hidden in the tables: \(reason).",
            remedy: "Leave it out of the text, or speak of a larger group."
        )
    }

    // MARK: - Estimates

    /// What `measure` is at a place, as it may leave.
    private mutating func released(
        _ measure: QuoteMeasure,
        at place: QuotePlace?
    ) throws(QuoteFault) -> Released {
        if case .answers(let set) = measure.part, set.count > 1 {
            return try together(measure, set, at: place)
        }
        return results.spread(of: measure)?.at(place) ?? .hidden(.nobody)
    }

    /// Several answers together: hidden where one of them is, since the sum would give it away.
    private mutating func together(
        _ measure: QuoteMeasure,
        _ set: [Int],
        at place: QuotePlace?
    ) throws(QuoteFault) -> Released {
        for answer in set {
            let single = QuoteMeasure(source: measure.source, part: .answers([answer]))
            if case .hidden(let why)? = results.spread(of: single)?.at(place) {
                return .hidden(why)
            }
        }
        let all = try estimates.linear(measure, by: place?.breakdown)
        let index = place?.group ?? 0
        return all.indices.contains(index)
            ? rule.release(all[index].estimate) : .hidden(.nobody)
    }

    /// The first figure less the second; both must be fit to print.
    mutating func difference(
        _ first: Quote.Figure,
        _ second: Quote.Figure
    ) throws(QuoteFault) -> (GroupDifference, Value, Value) {
        let values = (try value(of: first), try value(of: second))
        guard values.0.kind == values.1.kind, values.0.kind != .coefficient else {
            throw QuoteFault(
                "\(first.named) and \(second.named) cannot be compared.",
                remedy: "Compare two means, or two shares."
            )
        }
        let places = (try place(of: first.groups), try place(of: second.groups))
        guard places.0?.breakdown == places.1?.breakdown else {
            throw QuoteFault(
                "Groups of different breakdowns, or a group and all respondents, cannot be compared.",
                remedy: "Compare groups of one breakdown: nobody is in two of them."
            )
        }
        let breakdown = places.0?.breakdown
        let left = try estimates.linear(try measure(of: first).0, by: breakdown)
        let right = try estimates.linear(try measure(of: second).0, by: breakdown)
        let (one, other) = (places.0?.group ?? 0, places.1?.group ?? 0)
        guard left.indices.contains(one), right.indices.contains(other) else {
            throw QuoteFault(
                "\(first.named) and \(second.named) cannot be compared.",
                remedy: "Compare two means, or two shares."
            )
        }
        let difference = try estimates.difference(left[one], right[other], by: breakdown)
        return (difference, values.0, values.1)
    }

    /// The ranks of the groups of a breakdown that the tables show.
    mutating func rankSets(
        _ figure: Quote.Figure,
        breakdown: Int
    ) throws(QuoteFault) -> RankSets {
        guard results.sample.isProbabilitySample else { throw Self.noSample }
        let measure = try measure(of: figure).0
        if let shown = results.ranks(of: measure, breakdown: breakdown) { return shown.sets }
        let key = RankKey(measure: measure, breakdown: breakdown)
        if let found = ranks[key] { return found }
        var shown: [Int] = []
        for group in results.breakdowns[breakdown].groups.indices {
            let place = QuotePlace(breakdown: breakdown, group: group)
            if let value = try released(measure, at: place).value, value.isFinite {
                shown.append(group)
            }
        }
        let all = try estimates.linear(measure, by: breakdown)
        shown = shown.filter { all.indices.contains($0) }
        var work = estimates
        let made = try RankSets(shown) { (first, second) throws(QuoteFault) in
            try work.difference(all[shown[first]], all[shown[second]], by: breakdown)
        }
        estimates = work
        ranks[key] = made
        return made
    }

    /// What every claim is answered with in a study without a design.
    static let noSample = QuoteFault(
        .refused,
        "The study declares no design, so that nothing can be said beyond its answers.",
        remedy: "Describe the answers without the claim, or declare the design in study.yaml."
    )

    // MARK: - Other numbers

    private func alpha(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        let scale = results.scales[try scale(figure.subject)]
        guard let alpha = scale.reliability?.alpha, alpha.isFinite else {
            throw QuoteFault(
                .hidden,
                "\(figure.named) is not in the tables: too few people, or it cannot be computed.",
                remedy: "Leave it out of the text."
            )
        }
        return Value(
            number: alpha,
            kind: .coefficient,
            target: "scale-\(anchor(figure.subject))"
        )
    }

    private func correlation(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        let pair = [try scale(figure.subject), try scale(figure.other)].sorted()
        guard pair[0] != pair[1], let result = results.correlations,
            let low = result.scales.firstIndex(of: pair[0]),
            let high = result.scales.firstIndex(of: pair[1])
        else {
            throw QuoteFault(
                "\(figure.named) is no correlation of two scales.",
                remedy: "Name two different scales."
            )
        }
        return try value(result.values[high][low], figure, .coefficient, "correlations")
    }

    /// How many respondents gave an answer.
    private func answered(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        let (measure, _) = try measure(of: figure)
        guard case .answers(let set) = measure.part, set.count == 1,
            let distribution = results.distribution(of: measure.source)
        else {
            throw QuoteFault(
                "\(figure.named) is not in the report.",
                remedy:
                    "Quote the share, or the count of one answer of a question with one answer each."
            )
        }
        guard let n = distribution.counts[set[0]] else { throw hidden(figure, .disclosing) }
        return count(n, target(measure.source))
    }

    /// How many people a number rests on.
    private mutating func respondents(_ figure: Quote.Figure) throws(QuoteFault) -> Value {
        let source = try source(figure.subject)
        let place = try place(of: figure.groups)
        if let bases = results.bases(of: source) {
            guard let n = bases.at(place).n else { throw hidden(figure, .disclosing) }
            return count(n, target(source))
        }
        let released = try released(QuoteMeasure(source: source, part: .mean), at: place)
        let value = try value(released, figure, .count, target(source))
        return count(value.estimate?.n ?? 0, value.target)
    }
}
