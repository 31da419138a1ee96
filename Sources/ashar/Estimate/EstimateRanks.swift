import ArgumentParser
import Survey

struct EstimateRankTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank-test",
        abstract:
            "Whether the groups of --by stand equally high: Wilcoxon, Kruskal-Wallis and others.",
        discussion: """
            Two groups are compared by t, more by Wald's F of their mean scores.

              ashar estimate rank-test api00 --by stype --data apistrat.csv --strata stype --weight pw
            """
    )

    @OptionGroup var variables: VariableOptions
    @Option(help: "wilcoxon (Kruskal-Wallis for more than two groups), van-der-waerden or median.")
    var scores: RankScoreName = .wilcoxon
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func validate() throws {
        guard !groups.names.isEmpty else {
            throw ValidationError("A rank test compares groups: name them with --by.")
        }
    }

    func run() throws {
        try EstimateRun(sample, groups).print { columns, design, options in
            RankTestRequest(
                groups.request(.mean, variables.names, options),
                scores.score
            ).rows(of: &columns, design)
        }
    }
}

struct EstimateReliability: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "reliability",
        abstract:
            "Cronbach's alpha of several items; with --agreement, Cohen's kappa of two questions."
    )

    @OptionGroup var variables: VariableOptions
    @Flag(help: "Cohen's kappa of two closed questions with the same answers.")
    var agreement = false
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { agreement ? .kappa : .alpha }
}

enum RankScoreName: String, ExpressibleByArgument, CaseIterable {
    case wilcoxon
    case vanDerWaerden = "van-der-waerden"
    case median

    var score: RankScore {
        switch self {
        case .wilcoxon: .wilcoxon
        case .vanDerWaerden: .vanDerWaerden
        case .median: .median
        }
    }
}
