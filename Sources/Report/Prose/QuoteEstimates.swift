import Survey

/// The estimates behind quotes, with what is needed to compare them.
///
/// They come from the builder that fills the tables, which is made again when the first quote needs it.
struct QuoteEstimates {
    private let results: Results
    private var builder: ResultsBuilder?
    private var scores: [Int: ScaleScores] = [:]
    private var kept: [Key: [LinearEstimate]] = [:]

    private struct Key: Hashable {
        let measure: QuoteMeasure
        let breakdown: Int?
    }

    init(_ results: Results) {
        self.results = results
    }

    /// The estimates of `measure` for each group of a breakdown; for all respondents where that is nil.
    mutating func linear(
        _ measure: QuoteMeasure,
        by breakdown: Int?
    ) throws(QuoteFault) -> [LinearEstimate] {
        let key = Key(measure: measure, breakdown: breakdown)
        if let found = kept[key] { return found }
        let builder = try prepared()
        let made = estimates(measure, builder, tabulation(breakdown, builder))
        kept[key] = made
        return made
    }

    /// The first estimate less the second, which may share respondents and clusters.
    mutating func difference(
        _ first: LinearEstimate,
        _ second: LinearEstimate,
        by breakdown: Int?
    ) throws(QuoteFault) -> GroupDifference {
        let builder = try prepared()
        return GroupDifference(first, second, in: tabulation(breakdown, builder))
    }

    private func tabulation(_ breakdown: Int?, _ builder: ResultsBuilder) -> Tabulation {
        breakdown.map { builder.byBreakdown[$0] } ?? builder.whole
    }

    private mutating func prepared() throws(QuoteFault) -> ResultsBuilder {
        if let builder { return builder }
        do {
            let made = ResultsBuilder(
                results.prepared,
                design: try results.prepared.surveyDesign()
            )
            builder = made
            return made
        } catch {
            throw QuoteFault("The sample design cannot be used.", remedy: "Mend the design first.")
        }
    }

    // MARK: - Measures

    private mutating func estimates(
        _ measure: QuoteMeasure,
        _ builder: ResultsBuilder,
        _ tabulation: Tabulation
    ) -> [LinearEstimate] {
        switch (measure.source, measure.part) {
        case (.scale(let scale), _):
            return tabulation.linearMeans(of: .doubles(scores(scale, builder).scores))
        case (.item(let scale, let item), .mean):
            return tabulation.linearMeans(
                of: .doubles(scores(scale, builder).keyedAnswers[item])
            )
        case (.item(let scale, let item), .answers), (.item(let scale, let item), .side):
            let result = results.scales[scale].items[item]
            guard let column = results.prepared.data[result.name] else { return [] }
            let set = positions(measure.part, sides: result.distribution.sideOfAnswer)
            return tabulation.linearShares(of: column, set: set)
        case (.question(let question), .mean):
            guard let column = results.prepared.data[results.questions[question].name],
                let numbers = Numbers(answered: builder.inBase(column))
            else { return [] }
            return tabulation.linearMeans(of: numbers)
        case (.question(let question), _):
            guard let column = results.prepared.data[results.questions[question].name] else {
                return []
            }
            return tabulation.linearShares(
                of: builder.inBase(column),
                set: positions(measure.part, sides: [])
            )
        }
    }

    private func positions(_ part: QuoteMeasure.Part, sides: [Side]) -> [Int] {
        switch part {
        case .mean: []
        case .answers(let positions): positions
        case .side(let side): sides.indices.filter { sides[$0] == side }
        }
    }

    private mutating func scores(_ scale: Int, _ builder: ResultsBuilder) -> ScaleScores {
        if let found = scores[scale] { return found }
        let made = builder.scores(of: results.scales[scale].declaration)
        scores[scale] = made
        return made
    }
}
