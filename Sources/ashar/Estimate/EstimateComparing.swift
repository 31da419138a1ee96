import ArgumentParser
import Kernels
import Survey

struct EstimateContrast: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contrast",
        abstract:
            "Differences between the groups of --by: all pairs, or as --against or --weights say.",
        discussion: """
              ashar estimate contrast mean trust --data d.csv --weight w --by region
              ashar estimate contrast mean trust … --by region --against rest
              ashar estimate contrast mean trust … --weights "A=0.5,B=0.5,C=-1"
            """
    )

    @Argument(help: "mean, total or proportion.")
    var statistic: ComparedStatistic
    @Argument(help: "The variable; for a proportion, a condition or VARIABLE=ANSWER.")
    var variable: String
    @Option(
        help:
            "How the p values of all pairs are held together: holm, bonferroni, hochberg, hommel, bh, by or none."
    )
    var adjust: AdjustmentName = .holm
    @Option(help: "Compare every group with this one; with \"rest\", with all the others together.")
    var against: String?
    @Option(help: "Σ factor × group: GROUP=FACTOR, with commas between.")
    var weights: String?
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func validate() throws {
        _ = try kind()
        guard !groups.names.isEmpty else {
            throw ValidationError("A contrast compares groups: name them with --by.")
        }
    }

    func run() throws {
        var name = variable
        var category: String?
        if statistic == .proportion, !variable.contains("=="),
            let mark = variable.firstIndex(of: "="), !"<>!".contains(variable[..<mark].last ?? " ")
        {
            name = WrittenList.trimmed(variable[..<mark])
            category = WrittenList.trimmed(variable[variable.index(after: mark)...])
        }
        let kind = try self.kind()
        try EstimateRun(sample, groups).print { columns, design, options in
            ContrastRequest(
                groups.request(statistic.statistic, [name], options),
                category: category,
                kind
            ).rows(of: &columns, design)
        }
    }

    private func kind() throws -> ContrastRequest.Kind {
        if let weights {
            var factors: [String: Double] = [:]
            for piece in listOfNames(weights) {
                guard let mark = piece.lastIndex(of: "="),
                    let factor = Double(WrittenList.trimmed(piece[piece.index(after: mark)...])),
                    factor.isFinite
                else { throw ValidationError("--weights takes GROUP=FACTOR, not \"\(piece)\".") }
                let group = WrittenList.plain(WrittenList.trimmed(piece[..<mark]))
                guard factors.updateValue(factor, forKey: group) == nil else {
                    throw ValidationError("--weights names \"\(group)\" twice.")
                }
            }
            guard factors.values.contains(where: { $0 != 0 }), against == nil else {
                throw ValidationError(
                    against == nil
                        ? "--weights names no group." : "Give --against or --weights, not both."
                )
            }
            return .combination(factors)
        }
        guard let against else { return .allPairs(adjust.rule) }
        return against == "rest" ? .rest : .against(against)
    }
}

struct EstimateChange: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract:
            "The change of a mean, total or share between two waves, shared clusters counted.",
        discussion: """
              ashar estimate change mean trust --before wave1.csv --data wave2.csv \
            --cluster psu --weight w --overlap clusters
            """
    )

    @Argument(help: "mean, total or proportion (of a condition).")
    var statistic: ComparedStatistic
    @OptionGroup var variables: VariableOptions
    @Option(help: "The first wave's data file.", completion: .file())
    var before: String
    @Option(
        help: "none: two samples drawn apart; clusters: clusters of one name are the same ones."
    )
    var overlap: WaveOverlap?
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func run() throws {
        let run = EstimateRun(sample, groups)
        try run.printChange(from: before) { first, second, request, options in
            ChangeRequest(
                groups.request(statistic.statistic, variables.names, options),
                overlap: overlap
            ).rows(from: &first, to: &second, request)
        }
    }
}

struct EstimateTable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "A two-way table, shares within rows, with a test of whether the two go together."
    )

    @Argument(help: "Two columns with a comma between: rows,columns.")
    var variables: String
    @Option(
        help:
            "rao-scott (F), rao-scott-first (chi-square), wald, adjusted-wald, all of them or none."
    )
    var test: TableTestName = .raoScott
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func validate() throws {
        guard listOfNames(variables).count == 2 else {
            throw ValidationError("A table takes two columns: rows,columns.")
        }
        guard groups.names.isEmpty else {
            throw ValidationError("A table has no --by; use --where for one group at a time.")
        }
    }

    func run() throws {
        let names = listOfNames(variables)
        try EstimateRun(sample, groups).print { columns, design, options in
            TableRequest(
                rows: names[0],
                columns: names[1],
                where: groups.condition,
                tests: test.kinds,
                options: options
            ).rows(of: &columns, design)
        }
    }
}

struct EstimateRegress: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regress",
        abstract:
            "Linear, logistic, Poisson or ordinal regression with design-based standard errors.",
        discussion: """
            Columns of texts are factors against their first group; factor(x) makes one of numbers; log(x) \
            is the natural logarithm; a:b is a product, a*b is a + b + a:b; - 1 leaves the intercept out.

              ashar estimate regress "q1 == yes ~ age" --family logistic --data d.csv
              ashar estimate regress "trust ~ age + region" --predict region --data d.csv
            """
    )

    @Argument(help: "The model: \"y ~ x + z\".")
    var formula: String
    @Option(help: "linear, logistic, poisson or ordinal.")
    var family: FamilyName = .linear
    @Option(help: "A column added to the linear predictor as it is, or log(column).")
    var offset: String?
    @Option(help: "Factors whose adjusted means are wanted, with commas between.")
    var predict: String?
    @Flag(help: "exp(coefficient) as well: odds ratios, for poisson ratios of rates.")
    var oddsRatios = false
    @OptionGroup var sample: SampleOptions
    @OptionGroup var groups: GroupOptions

    func validate() throws {
        guard groups.names.isEmpty else {
            throw ValidationError("A model has no --by; use --where, or a factor in the model.")
        }
        guard !oddsRatios || family != .linear else {
            throw ValidationError("--odds-ratios are of logistic, poisson and ordinal models.")
        }
        guard family != .ordinal || (offset == nil && predict == nil) else {
            throw ValidationError("An ordinal model takes no --offset and no --predict.")
        }
    }

    func run() throws {
        try EstimateRun(sample, groups).print { columns, design, options in
            ModelRequest(
                formula,
                family.family,
                where: groups.condition,
                offset: offset,
                predictions: listOfNames(predict ?? "").map(WrittenList.plain),
                options: options,
                ratios: oddsRatios
            ).rows(of: &columns, design)
        }
    }
}
