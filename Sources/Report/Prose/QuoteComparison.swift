import Base
import Kernels
import Survey

/// Differences between numbers that quotes compare, with the design's covariance between them.
///
/// The builder that fills the tables is made again here when the first comparison needs it.
struct QuoteComparison {
    private let results: Results
    private var builder: ResultsBuilder?
    private var scored: [ResultsBuilder.ScoredScale] = []
    private var kept: [Key: [LinearEstimate]] = [:]

    /// What a list of linear estimates is of, and by which breakdown; nil for all respondents.
    private struct Key: Hashable {
        let figure: Quote.Figure
        let breakdown: Int?
    }

    init(_ results: Results) {
        self.results = results
    }

    /// A difference and whether the data tell it from zero.
    struct Difference {
        let estimate: Estimate
        /// Two-sided, by Student's t with the design's degrees of freedom; nil without any.
        let p: Double?
    }

    /// The first figure less the second, both of one breakdown or of all respondents.
    mutating func difference(
        _ first: Quote.Figure,
        _ second: Quote.Figure,
        at places: (breakdown: Int, group: Int)?,
        _ other: (breakdown: Int, group: Int)?
    ) throws(QuoteFault) -> Difference {
        guard places?.breakdown == other?.breakdown else {
            throw QuoteFault(
                message: "Groups of different breakdowns, or a group and all, are compared.",
                remedy:
                    "Compare groups of one breakdown; the members of one cannot be in the other."
            )
        }
        let left = try estimates(first, by: places?.breakdown)[places?.group ?? 0]
        let right = try estimates(second, by: other?.breakdown)[other?.group ?? 0]
        return compared(left, right, by: places?.breakdown)
    }

    /// For each other group of the breakdown: the group less that one; nil for the group itself and
    /// for groups in which nobody answered.
    mutating func differences(
        _ figure: Quote.Figure,
        at place: (breakdown: Int, group: Int)
    ) throws(QuoteFault) -> [Difference?] {
        let all = try estimates(figure, by: place.breakdown)
        return all.indices.map { index in
            index == place.group || all[index].estimate.n == 0
                ? nil : compared(all[place.group], all[index], by: place.breakdown)
        }
    }

    private func compared(
        _ left: LinearEstimate,
        _ right: LinearEstimate,
        by breakdown: Int?
    ) -> Difference {
        guard let builder else { preconditionFailure("estimates are made with the builder") }
        let tabulation = breakdown.map { builder.byBreakdown[$0] } ?? builder.whole
        let estimate = tabulation.contrast([(1, left), (-1, right)])
        guard let error = estimate.standardError, error > 0, estimate.df > 0 else {
            return Difference(estimate: estimate, p: nil)
        }
        let t = abs(estimate.value) / error
        let tail = Kernels.Distribution.studentT(df: estimate.df).upperTail(t)
        return Difference(estimate: estimate, p: min(1, 2 * tail))
    }

    private mutating func prepare() throws(QuoteFault) {
        guard builder == nil else { return }
        guard results.sample.isProbabilitySample else {
            throw QuoteFault(
                message:
                    "The study is no probability sample: nothing can be said beyond these answers.",
                remedy:
                    "Describe the answers without comparing, or declare the design in study.yaml."
            )
        }
        do {
            let made = ResultsBuilder(
                results.prepared,
                design: try results.prepared.surveyDesign()
            )
            scored = made.scaleScores()
            builder = made
        } catch {
            throw QuoteFault(
                message: "The design cannot be used: \(error.list.first?.message ?? "").",
                remedy: "Mend the design first."
            )
        }
    }

    private mutating func estimates(
        _ figure: Quote.Figure,
        by breakdown: Int?
    ) throws(QuoteFault) -> [LinearEstimate] {
        try prepare()
        let key = Key(figure: figure.with(groups: []), breakdown: breakdown)
        if let found = kept[key] { return found }
        guard let builder else { return [] }
        let tabulation = breakdown.map { builder.byBreakdown[$0] } ?? builder.whole
        let made = try linear(figure, tabulation)
        kept[key] = made
        return made
    }

    private func linear(
        _ figure: Quote.Figure,
        _ tabulation: Tabulation
    ) throws(QuoteFault) -> [LinearEstimate] {
        let data = results.prepared.data
        if figure.statistic == .mean {
            if let scale = scored.first(where: { $0.declaration.name == figure.subject }) {
                return tabulation.linearMeans(of: scale.numbers)
            }
            for scale in scored {
                if let index = scale.declaration.items.firstIndex(where: {
                    $0.name == figure.subject
                }) {
                    return tabulation.linearMeans(of: .doubles(scale.scores.keyedAnswers[index]))
                }
            }
            if let numbers = data[figure.subject].flatMap({ Numbers(answered: $0) }) {
                return tabulation.linearMeans(of: numbers)
            }
        } else if figure.statistic == .share,
            case .several(let answers)? = data[figure.subject]?.values,
            let option = answers.options.firstIndex(where: { $0.name == figure.answer })
        {
            // The mean of 0 and 1 is the share; people who were not asked are in neither.
            return tabulation.linearMeans(
                of: .doubles(
                    (0..<answers.count).map { row in
                        answers.isAnswered[row] ? (answers.chose(option, row: row) ? 1 : 0) : .nan
                    }
                )
            )
        } else if case .codes(let codes, let categories)? = data[figure.subject]?.values,
            let set = answers(figure, categories)
        {
            let counted = categories.indices.filter { !categories[$0].isMissing }
            let positions = Dictionary(
                uniqueKeysWithValues: counted.enumerated().map { ($1 + 1, $0 + 1) }
            )
            let kept = Codes(
                (0..<codes.count).map { positions[codes[$0]] ?? 0 },
                categoryCount: counted.count
            )
            let chosen = set.compactMap { positions[$0 + 1].map { $0 - 1 } }
            return tabulation.linearShares(of: kept, categoryCount: counted.count, set: chosen)
        }
        throw QuoteFault(
            message: "\(figure.statistic.rawValue) \(figure.subject) cannot be compared.",
            remedy: "Compare means or shares."
        )
    }

    /// The positions of the answers that a share or a side of a rating counts.
    private func answers(_ figure: Quote.Figure, _ categories: [Category]) -> [Int]? {
        if figure.statistic == .share {
            return categories.firstIndex { $0.name == figure.answer }.map { [$0] }
        }
        let side: Side? =
            switch figure.statistic {
            case .agree: .high
            case .disagree: .low
            case .neutral: .middle
            default: nil
            }
        guard let side,
            let item = results.scales.flatMap(\.items).first(where: { $0.name == figure.subject })
        else { return nil }
        let names = item.distribution.answers.map(\.name)
        let wanted = zip(names, item.distribution.sideOfAnswer).filter { $0.1 == side }.map(\.0)
        return categories.indices.filter { wanted.contains(categories[$0].name) }
    }
}

/// The p values of several tests, each raised so that the chance of one false finding among them all
/// stays what it says.
///
/// - SeeAlso: Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Statist.
///   6; R `p.adjust(method = "holm")`.
func holm(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var result = values
    var highest = 0.0
    for (rank, index) in order.enumerated() {
        highest = max(highest, min(1, values[index] * Double(values.count - rank)))
        result[index] = highest
    }
    return result
}
