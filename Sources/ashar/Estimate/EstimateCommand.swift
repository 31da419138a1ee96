import ArgumentParser
import Survey

/// `ashar estimate`: one number, or a table of them, from a data file.
struct EstimateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract:
            "Estimate means, shares, differences and models from a data file, without a study.",
        discussion: """
            Each statistic is a verb of its own. The design of the sample is named by columns; without \
            one the numbers describe these rows only and have no standard error.

              ashar estimate mean trust --data kobo.xlsx --weight w --cluster psu
              ashar estimate proportion "q1 >= 4" --data kobo.xlsx --srs --by region
              ashar estimate regress "trust ~ age + sex" --data d.csv --weight w

            docs/estimate.md has every option with an example and its call in R.
            """,
        subcommands: [
            EstimateMean.self, EstimateTotal.self, EstimateProportion.self, EstimateRatio.self,
            EstimateQuantile.self, EstimateVariance.self, EstimateCorrelation.self,
            EstimateContrast.self, EstimateChange.self, EstimateTable.self, EstimateRegress.self,
            EstimateRankTest.self, EstimateReliability.self,
        ]
    )
}

/// A verb that prints one statistic of its variables, group by group.
protocol PlainEstimate: ParsableCommand {
    var variables: VariableOptions { get }
    var sample: SampleOptions { get }
    var groups: GroupOptions { get }
    var statistic: EstimateRequest.Statistic { get }
}

extension PlainEstimate {
    func run() throws {
        try EstimateRun(sample, groups).print { columns, design, options in
            groups.request(statistic, variables.names, options).rows(of: &columns, design)
        }
    }
}

struct EstimateMean: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "mean",
        abstract: "Means, each over those who answered the variable."
    )

    @OptionGroup var variables: VariableOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { .mean }
}

struct EstimateTotal: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "total",
        abstract: "Sums over the population."
    )

    @OptionGroup var variables: VariableOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { .total }
}

struct EstimateProportion: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "proportion",
        abstract: "Shares of each answer, or of those who meet a condition such as \"q1 >= 4\"."
    )

    @OptionGroup var variables: VariableOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { .proportion }
}

struct EstimateRatio: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "ratio",
        abstract: "Ratios of two totals, written numerator/denominator."
    )

    @OptionGroup var variables: VariableOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { .ratio }
}

struct EstimateQuantile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quantile",
        abstract: "Quantiles with Woodruff's intervals; the median where no --probs are given."
    )

    @OptionGroup var variables: VariableOptions
    @Option(help: "Probabilities between 0 and 1, with commas between.")
    var probs = "0.5"
    @Option(
        help: """
            The value between two: lower (R's "math"), middle ("school"), hf3 to hf9 (Hyndman and Fan) \
            or shah-vaish.
            """
    )
    var rule: QuantileRuleName = .lower
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func validate() throws {
        let probabilities = try listOfNumbers(probs, "--probs")
        guard !probabilities.isEmpty, probabilities.allSatisfy({ $0 > 0 && $0 < 1 }) else {
            throw ValidationError("--probs takes numbers between 0 and 1, as in 0.25,0.5.")
        }
    }

    func run() throws {
        let probabilities = try listOfNumbers(probs, "--probs")
        try EstimateRun(sample, groups).print { columns, design, options in
            groups.request(.quantile(probabilities, rule.rule), variables.names, options)
                .rows(of: &columns, design)
        }
    }
}

struct EstimateVariance: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "variance",
        abstract: "Variances of the variables in the population."
    )

    @OptionGroup var variables: VariableOptions
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { .variance }
}

struct EstimateCorrelation: PlainEstimate {
    static let configuration = CommandConfiguration(
        commandName: "correlation",
        abstract: "Correlations of every two of the variables."
    )

    @OptionGroup var variables: VariableOptions
    @Flag(help: "Covariances instead.")
    var covariance = false
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    var statistic: EstimateRequest.Statistic { covariance ? .covariance : .correlation }
}
