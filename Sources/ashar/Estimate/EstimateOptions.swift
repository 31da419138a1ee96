import ArgumentParser
import Kernels
import Survey

/// The names in `text`, which has commas between them.
func listOfNames(_ text: String) -> [String] { WrittenList.names(in: text) }

/// The numbers in `text`, which has commas between them.
func listOfNumbers(_ text: String, _ option: String) throws -> [Double] {
    try listOfNames(text).map { word in
        guard let number = Double(word), number.isFinite else {
            throw ValidationError("\(option) takes numbers, not \"\(word)\".")
        }
        return number
    }
}

/// What is estimated.
struct VariableOptions: ParsableArguments {
    @Argument(
        help: "Columns or expressions, with commas between: api00,enroll; odd names in `backticks`."
    )
    var variables: String

    var names: [String] { listOfNames(variables) }

    func validate() throws {
        guard !names.isEmpty else { throw ValidationError("Name a column to estimate.") }
    }
}

/// Where the rows come from and how they were drawn.
struct SampleOptions: ParsableArguments {
    @Option(help: "The data file: .csv, .xlsx, .sav, .dta, …", completion: .file())
    var data: String

    @Option(help: "The weight of each row.")
    var weight: String?

    @Option(help: "The strata of the first stage; several columns are crossed.")
    var strata: String?

    @Option(help: "The sampling units, first stage first: dnum,snum.")
    var cluster: String?

    @Option(help: "The population of each stage (counts, or fractions drawn): fpc1,fpc2.")
    var fpc: String?

    @Flag(help: "Cluster names begin anew in each stratum.")
    var nest = false

    @Flag(help: "Each row was drawn by itself, all with one probability.")
    var srs = false

    @Option(
        help:
            "Strata with a single cluster: fail, certainty, remove, adjust, average, collapse=COLUMN."
    )
    var singleCluster = "fail"

    @Option(help: "The probability of each first-stage unit, drawn without replacement.")
    var probability: String?

    @Option(help: "The variance for --probability: brewer, hartley-rao or overton.")
    var probabilityRule: ProbabilityRuleName = .brewer

    @Option(help: "Replicate weights: columns or patterns, as in \"rw*\".")
    var replicates: String?

    @Option(
        help: """
            How replicates were made: jackknife, stratified-jackknife, balanced, fay, bootstrap, \
            successive-differences or other.
            """
    )
    var method: ReplicateMethodName = .other

    @Option(help: "What the sum of squares over replicates is multiplied by.")
    var scale: Double?

    @Option(help: "The scale of each replicate, with commas between.")
    var scales: String?

    @Option(help: "Fay's ρ.")
    var rho = 0.5

    @Flag(help: "Squares about the estimate, not about the mean of the replicates.")
    var mse = false

    @Flag(help: "Replicates are factors of the weight.")
    var factors = false

    @Option(help: "Make replicates of the design: jackknife, or bootstrap=COUNT.")
    var makeReplicates: String?

    @Option(help: "The seed of the bootstrap.")
    var seed: UInt64 = 1

    @Option(help: "Rake to the table of targets (variable, group, target).", completion: .file())
    var rake: String?

    @Option(help: "Instead of raking: linear, raking, logit=LOW..HIGH or truncated=LOW..HIGH.")
    var calibrate: String?

    @Option(help: "Cut calibrated weights to LOW..HIGH.")
    var trim: String?

    @Option(help: "Values that stand for no answer, in every column named: 98,99,NA.")
    var missing: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard rho >= 0, rho < 1 else {
            throw ValidationError("--rho takes a number from 0 up to 1.")
        }
        guard !srs || (strata == nil && cluster == nil && replicates == nil && probability == nil)
        else {
            throw ValidationError(
                "--srs says that each row was drawn by itself; leave out --strata, --cluster and the like."
            )
        }
    }

    /// The design without its targets, which are a file.
    func request() throws -> DesignRequest {
        var request = DesignRequest()
        request.weight = weight
        request.strata = listOfNames(strata ?? "")
        request.clusters = listOfNames(cluster ?? "")
        request.populations = listOfNames(fpc ?? "")
        request.nest = nest
        request.isSimpleRandomSample = srs
        request.singleCluster = singleCluster
        request.probability = probability
        request.probabilityRule = probabilityRule.rule
        if let replicates {
            var made = DesignRequest.Replicates(listOfNames(replicates), method.method(rho: rho))
            made.scale = scale
            made.replicateScales = try scales.map { try listOfNumbers($0, "--scales") }
            made.isAboutEstimate = mse
            made.areFactors = factors
            request.replicates = made
        } else if scale != nil || scales != nil || mse || factors || method != .other {
            throw ValidationError(
                "--method, --scale, --scales, --mse and --factors are about the columns of --replicates."
            )
        }
        if let makeReplicates { request.making = try making(makeReplicates) }
        return request
    }

    private func making(_ text: String) throws -> ReplicateMethod {
        if text == "jackknife" { return .jackknife }
        let parts = text.split(separator: "=")
        guard parts.count == 2, parts[0] == "bootstrap", let count = Int(parts[1]),
            (2...100_000).contains(count)
        else {
            throw ValidationError(
                "--make-replicates takes jackknife or bootstrap=COUNT (2 to 100000)."
            )
        }
        return .bootstrap(count: count, seed: seed)
    }

    /// The distance of --calibrate; nil for raking by turns.
    func distance() throws -> Calibration.Distance? {
        guard let calibrate else { return nil }
        let parts = calibrate.split(separator: "=", maxSplits: 1)
        switch (parts.first.map(String.init) ?? "", parts.count) {
        case ("linear", 1): return .linear
        case ("raking", 1): return .raking
        case ("logit", 2): return .logit(try bounds(String(parts[1]), around: 1, "--calibrate"))
        case ("truncated", 2):
            return .truncated(try bounds(String(parts[1]), around: 1, "--calibrate"))
        default:
            throw ValidationError(
                "--calibrate takes linear, raking, logit=LOW..HIGH or truncated=LOW..HIGH."
            )
        }
    }

    func limits() throws -> ClosedRange<Double>? {
        try trim.map { try bounds($0, around: nil, "--trim") }
    }

    private func bounds(
        _ text: String,
        around center: Double?,
        _ option: String
    ) throws -> ClosedRange<Double> {
        let pieces = text.replacing("..", with: ",").split(separator: ",").map { Double($0) }
        guard pieces.count == 2, let low = pieces[0], let high = pieces[1], low < high, low >= 0,
            center.map({ low < $0 && $0 < high }) ?? true
        else {
            let rule = center == nil ? "" : " with 1 between them"
            throw ValidationError("\(option) takes two bounds LOW..HIGH\(rule).")
        }
        return low...high
    }
}

/// Groups, conditions and intervals.
struct GroupOptions: ParsableArguments {
    @Option(help: "The breakdown; several columns are crossed: region,sex.")
    var by: String?

    @Option(
        name: .customLong("where"),
        help: "Only rows that meet a condition; the design stays whole: \"age >= 18\"."
    )
    var condition: String?

    @Flag(help: "Only rows that answered all the variables.")
    var listwise = false

    @Option(help: "The confidence level.")
    var level = 0.95

    @Option(
        help: "Intervals of shares: logit, wilson, korn-graubard, arcsine, likelihood or linear."
    )
    var interval: IntervalName = .logit

    @Option(
        help: "Design effects against samples drawn without or with replacement: without, with."
    )
    var deff: DesignEffectName = .without

    var names: [String] { listOfNames(by ?? "") }

    func validate() throws {
        guard level > 0, level < 1 else {
            throw ValidationError("--level takes a number between 0 and 1, as in 0.95.")
        }
    }

    func request(
        _ statistic: EstimateRequest.Statistic,
        _ variables: [String],
        _ options: Tabulation.Options
    ) -> EstimateRequest {
        EstimateRequest(
            statistic,
            of: variables,
            by: names,
            where: condition,
            isListwise: listwise,
            options: options
        )
    }

    var options: Tabulation.Options {
        Tabulation.Options(
            level: level,
            proportionInterval: interval.interval,
            designEffect: deff == .without ? .withoutReplacement : .withReplacement
        )
    }
}
