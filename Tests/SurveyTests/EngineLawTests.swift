import Kernels
import Survey
import TestKit
import Testing

/// A made-up survey: 6 strata of 5 clusters of 8 people, weights and answers by a seed.
private struct MadeUp {
    var weights: [Double] = []
    var strata: [Int] = []
    var clusters: [Int] = []
    var x: [Double] = []
    var y: [Double] = []
    var sex: [Int] = []
    var answer: [Int] = []

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for stratum in 0..<6 {
            for cluster in 0..<5 {
                let shift = generator.normal()
                for _ in 0..<8 {
                    let x = generator.normal()
                    strata.append(stratum)
                    clusters.append(stratum * 5 + cluster)
                    weights.append(0.5 + 2 * generator.uniform())
                    sex.append(generator.below(2) + 1)
                    self.x.append(x)
                    y.append(2 + x + shift + generator.normal())
                    answer.append(generator.below(3) + 1)
                }
            }
        }
    }

    var rowCount: Int { weights.count }

    /// The rows in another order.
    func permuted(seed: UInt64) -> (MadeUp, order: [Int]) {
        var generator = SeededGenerator(seed: seed)
        var order = Array(0..<rowCount)
        order.shuffle(using: &generator)
        var other = self
        other.weights = order.map { weights[$0] }
        other.strata = order.map { strata[$0] }
        other.clusters = order.map { clusters[$0] }
        other.x = order.map { x[$0] }
        other.y = order.map { y[$0] }
        other.sex = order.map { sex[$0] }
        other.answer = order.map { answer[$0] }
        return (other, order)
    }

    func scaled(by factor: Double) -> MadeUp {
        var other = self
        other.weights = weights.map { $0 * factor }
        return other
    }

    func design() throws -> SurveyDesign {
        try SurveyDesign(
            DesignColumns(
                rowCount: rowCount,
                stages: [.init(units: Labels(numbers: clusters), strata: Labels(numbers: strata))],
                weights: weights
            )
        )
    }

    var groups: Grouping { Grouping(Codes(sex, categoryCount: 2), count: 2) }
    var answers: Grouping { Grouping(Codes(answer, categoryCount: 3), count: 3) }

    func margins(_ total: Double) -> [Margin] {
        [
            Margin(
                name: "sex",
                groups: ["1", "2"],
                targets: [0.55 * total, 0.45 * total],
                codes: sex.map { $0 - 1 }
            ),
            Margin(
                name: "answer",
                groups: ["1", "2", "3"],
                targets: [0.3 * total, 0.3 * total, 0.4 * total],
                codes: answer.map { $0 - 1 }
            ),
        ]
    }

    func model(_ family: ModelFamily) -> ModelColumns {
        ModelColumns(
            response: family == .binomial ? y.map { $0 > 2 ? 1 : 0 } : y,
            terms: [
                (ModelColumns.intercept, [(ModelColumns.intercept, weights.map { _ in 1 })]),
                ("x", [("x", x)]), ("sex", [("sex2", sex.map { $0 == 2 ? 1 : 0 })]),
            ]
        )
    }
}

/// Everything that the engine estimates from a survey, as a list of numbers with their names.
private func everything(_ survey: MadeUp, _ design: SurveyDesign) throws -> [(String, Double)] {
    var found: [(String, Double)] = []
    func add(_ name: String, _ estimate: Estimate) {
        found.append((name, estimate.value))
        found.append(("\(name) SE", estimate.standardError ?? .nan))
    }
    let whole = Tabulation(design)
    let by = Tabulation(design, by: survey.groups)
    add("mean", whole.mean(of: Numbers(survey.y))[0])
    add("ratio", whole.ratio(of: Numbers(survey.y), to: Numbers(survey.weights))[0])
    add("correlation", whole.correlation(Numbers(survey.x), Numbers(survey.y))[0])
    add("median", whole.quantiles(of: Numbers(survey.y), [0.5])[0][0])
    for (group, estimate) in by.mean(of: Numbers(survey.y)).enumerated() {
        add("mean of group \(group)", estimate)
    }
    for pair in by.pairs(of: by.linearMeans(of: Numbers(survey.y))) {
        add("difference", pair.estimate)
    }
    let shares = whole.proportions(of: survey.answers.codes, categoryCount: 3)[0]
    for (answer, estimate) in shares.enumerated() { add("share \(answer)", estimate) }
    for family in [ModelFamily.gaussian, .binomial] {
        let model = try Regression(survey.model(family), family: family, design: design)
        for coefficient in model.coefficients {
            add("\(family) \(coefficient.name)", coefficient.estimate)
        }
        add("\(family) prediction", model.prediction(at: survey.model(family).values))
    }
    let ordinal = try OrdinalRegression(
        ModelColumns(
            response: survey.answer.map { Double($0 - 1) },
            terms: [("x", [("x", survey.x)])]
        ),
        answers: ["1", "2", "3"],
        design: design
    )
    for coefficient in ordinal.coefficients + ordinal.thresholds {
        add("ordinal \(coefficient.name)", coefficient.estimate)
    }
    for kind in TableTest.Kind.allCases {
        let test = try whole.independence(survey.groups, survey.answers, kind)
        found.append(("\(kind)", test.statistic))
    }
    return found
}

@Suite("Laws of the estimation engine")
struct EngineLawTests {
    /// The designs that every law is tested on.
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case linear, jackknife, bootstrap, raked, calibrated, rakedJackknife

        var testDescription: String { rawValue }
    }

    private func design(_ kind: Kind, _ survey: MadeUp) throws -> SurveyDesign {
        let plain = try survey.design()
        let margins = survey.margins(10_000)
        return switch kind {
        case .linear: plain
        case .jackknife: plain.replicated(by: .jackknife)
        case .bootstrap: plain.replicated(by: .bootstrap(count: 60, seed: 5))
        case .raked: try plain.raked(to: margins)
        case .calibrated:
            try plain.calibrated(
                to: margins.map(CalibrationTerm.init) + [.number(survey.x, total: 300)]
            )
        case .rakedJackknife: try plain.replicated(by: .jackknife).raked(to: margins)
        }
    }

    private func expectEqual(
        _ first: [(String, Double)],
        _ second: [(String, Double)],
        _ tolerance: Double
    ) {
        #expect(first.count == second.count)
        for (one, other) in zip(first, second) {
            #expect(
                isClose(one.1, other.1, tolerance) || abs(one.1 - other.1) < 1e-13,
                "\(one.0): \(one.1), \(other.1)"
            )
        }
    }

    @Test("the order of rows changes nothing beyond 1e-12", arguments: Kind.allCases)
    func order(_ kind: Kind) throws {
        // Units are numbered by their names, so that even the draws of the bootstrap stay the same.
        let survey = MadeUp(seed: 11)
        let (other, _) = survey.permuted(seed: 3)
        // Iterations end within 1e-12 of the margins; what hangs on them is as exact as they are.
        let isIterated = [Kind.raked, .rakedJackknife, .calibrated].contains(kind)
        expectEqual(
            try everything(survey, design(kind, survey)),
            try everything(other, design(kind, other)),
            isIterated ? 1e-9 : 1e-12
        )
    }

    @Test(
        "weights times two change no mean, no test and no standard error",
        arguments: Kind.allCases
    )
    func scale(_ kind: Kind) throws {
        let survey = MadeUp(seed: 12)
        var doubled = survey.scaled(by: 2)
        // The ratio of the laws divides by the weights themselves: they stay what they were.
        doubled.weights = survey.weights
        let plain = try design(kind, survey)
        let scaled = try design(kind, survey.scaled(by: 2))
        let isIterated = [Kind.raked, .rakedJackknife, .calibrated].contains(kind)
        expectEqual(
            try everything(survey, plain),
            try everything(doubled, scaled),
            isIterated ? 1e-9 : 1e-12
        )
    }

    @Test("a domain of everybody is the whole", arguments: Kind.allCases)
    func domain(_ kind: Kind) throws {
        let survey = MadeUp(seed: 13)
        let design = try design(kind, survey)
        let all = Grouping(only: [Bool](repeating: true, count: survey.rowCount))
        let y = Numbers(survey.y)
        let whole = Tabulation(design).mean(of: y)[0]
        let domain = Tabulation(design, by: all).mean(of: y)[0]
        #expect(whole == domain)
        let model = try Regression(survey.model(.gaussian), family: .gaussian, design: design)
        let inside = try Regression(
            survey.model(.gaussian),
            family: .gaussian,
            design: design,
            within: [Bool](repeating: true, count: survey.rowCount)
        )
        #expect(model.coefficients == inside.coefficients)
    }

    @Test("calibrated weights have no variance in what they were calibrated to")
    func calibrated() throws {
        let survey = MadeUp(seed: 14)
        for kind in [Kind.raked, .calibrated, .rakedJackknife] {
            let design = try design(kind, survey)
            let shares = Tabulation(design).proportions(of: survey.groups.codes, categoryCount: 2)[
                0
            ]
            #expect(isClose(shares[0].value, 0.55, 1e-9))
            #expect((shares[0].standardError ?? 1) < 1e-9, "\(kind)")
        }
        let total = Tabulation(try design(.calibrated, survey)).total(of: Numbers(survey.x))[0]
        #expect(isClose(total.value, 300, 1e-9))
        #expect((total.standardError ?? 1) < 1e-6)
    }

    @Test("a census has no variance, whatever is estimated")
    func census() throws {
        let survey = MadeUp(seed: 15)
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: survey.rowCount,
                stages: [
                    .init(
                        units: Labels(numbers: survey.clusters),
                        strata: Labels(numbers: survey.strata),
                        population: [Double](repeating: 5, count: survey.rowCount)
                    ),
                    .init(population: [Double](repeating: 8, count: survey.rowCount)),
                ]
            )
        )
        let model = try Regression(survey.model(.gaussian), family: .gaussian, design: design)
        #expect(model.coefficients.allSatisfy { $0.estimate.standardError == 0 })
        #expect(Tabulation(design).mean(of: Numbers(survey.y))[0].standardError == 0)
        let jackknife = Tabulation(design.replicated(by: .jackknife))
        #expect(jackknife.mean(of: Numbers(survey.y))[0].standardError == 0)
    }

    @Test("the jackknife of a total is the linearised variance, and the bootstrap tends to it")
    func replicates() throws {
        let survey = MadeUp(seed: 16)
        let plain = try survey.design()
        let y = Numbers(survey.y)
        let linear = try #require(Tabulation(plain).total(of: y)[0].standardError)
        let jackknife = Tabulation(plain.replicated(by: .jackknife)).total(of: y)[0].standardError
        #expect(isClose(try #require(jackknife), linear, 1e-10))
        let drawn = plain.replicated(by: .bootstrap(count: 2_000, seed: 9))
        let bootstrap = try #require(Tabulation(drawn).total(of: y)[0].standardError)
        // A standard error from 2,000 draws has itself an error of 1 in √4,000: five of those.
        #expect(abs(bootstrap / linear - 1) < 5 / 4_000.0.squareRoot())
        #expect(drawn.degreesOfFreedom == 24)
        #expect(plain.replicated(by: .bootstrap(count: 10, seed: 1)).degreesOfFreedom == 9)
    }

    @Test("waves that share their clusters change less uncertainly than waves drawn apart")
    func waves() throws {
        let survey = MadeUp(seed: 17)
        let stage = DesignColumns.Stage(
            units: Labels(numbers: survey.clusters),
            strata: Labels(numbers: survey.strata)
        )
        let wave = DesignColumns(
            rowCount: survey.rowCount,
            stages: [stage],
            weights: survey.weights
        )
        let y = Numbers(survey.y + survey.y.map { $0 + 1 })
        let waves = Grouping(
            Codes(survey.sex.map { _ in 1 } + survey.sex.map { _ in 2 }, categoryCount: 2),
            count: 2
        )
        func change(_ overlap: WaveOverlap) throws -> Estimate {
            let design = try SurveyDesign(DesignColumns.stacked(wave, wave, sharing: overlap))
            let table = Tabulation(design, by: waves)
            let means = table.linearMeans(of: y)
            return table.contrast([(1, means[1]), (-1, means[0])])
        }
        let shared = try change(.clusters)
        let apart = try change(.none)
        #expect(isClose(shared.value, 1, 1e-12) && isClose(apart.value, 1, 1e-12))
        #expect((shared.standardError ?? 1) < 1e-12)
        let one = try #require(
            Tabulation(try survey.design()).mean(of: Numbers(survey.y))[0].standardError
        )
        #expect(isClose(try #require(apart.standardError), 2.0.squareRoot() * one, 1e-10))
        #expect(shared.df == 24 && apart.df == 48)
    }

    @Test("models that cannot be fitted say why")
    func failures() throws {
        let survey = MadeUp(seed: 18)
        let design = try survey.design()
        func fit(_ response: [Double], _ x: [Double], _ family: ModelFamily) throws(ModelError) {
            _ = try Regression(
                ModelColumns(
                    response: response,
                    terms: [
                        (ModelColumns.intercept, [(ModelColumns.intercept, x.map { _ in 1 })]),
                        ("x", [("x", x)]),
                    ]
                ),
                family: family,
                design: design
            )
        }
        let isHigh = survey.x.map { $0 > 0 ? 1.0 : 0 }
        #expect(throws: ModelError.separation) { try fit(isHigh, survey.x, .binomial) }
        #expect(throws: ModelError.constantResponse) {
            try fit(survey.x.map { _ in 1 }, survey.x, .binomial)
        }
        #expect(throws: ModelError.self) { try fit(survey.x.map { $0 * 3 }, survey.x, .binomial) }
        #expect(throws: ModelError.noRows) {
            try fit(survey.x.map { _ in .nan }, survey.x, .gaussian)
        }
        // A column that another tells completely is left out, and named.
        let twice = ModelColumns(
            response: survey.y,
            terms: [("x", [("x", survey.x)]), ("z", [("z", survey.x.map { 2 * $0 })])]
        )
        let model = try Regression(twice, family: .gaussian, design: design)
        #expect(model.dropped == ["z"] && model.coefficients.map(\.name) == ["x"])
    }
}
