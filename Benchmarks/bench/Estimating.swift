import Survey

/// The estimates that Benchmarks/estimating.py compares with those of svy and R survey.
///
/// Each task gets data and design ready, and is timed from there to the figures.
enum Estimating: String {
    case design, means, regions, bootstrap, breakdowns, association, raking, logistic

    /// Named lists of numbers that the references must have too.
    typealias Figures = [String: [Double]]

    /// A task's input, made before the clock starts.
    struct Input {
        let survey: MadeUpSurvey
        let design: SurveyDesign
        /// The items as numbers, one byte each.
        let items: [Numbers]

        init(_ survey: MadeUpSurvey) throws(DesignProblems) {
            self.survey = survey
            design = try SurveyDesign(survey.designColumns)
            items = survey.items.map { .bytes($0.map { Int8($0) }) }
        }
    }

    /// The survey that the task is about: 1,000 people, or all of `rows`.
    func survey(rows: Int) -> MadeUpSurvey {
        switch self {
        case .breakdowns, .association: .thousand
        default: MadeUpSurvey(of: rows)
        }
    }

    /// The task's figures; nil where there are none.
    func run(_ input: Input) -> Figures? {
        switch self {
        case .design: Self.design(input)
        case .means: Self.means(input)
        case .regions: Self.regions(input)
        case .bootstrap: Self.bootstrap(input)
        case .breakdowns: Self.breakdowns(input)
        case .association: Self.association(input)
        case .raking: Self.raking(input)
        case .logistic: Self.logistic(input)
        }
    }

    private static func name(_ item: Int) -> String { item < 9 ? "q0\(item + 1)" : "q\(item + 1)" }

    private static func figures(_ estimate: Estimate) -> [Double] {
        [estimate.value, estimate.standardError ?? .nan, estimate.designEffect ?? .nan]
    }
}

// MARK: - Tasks

extension Estimating {
    private static func design(_ input: Input) -> Figures {
        let design = try? SurveyDesign(input.survey.designColumns)
        return [
            "size": [Double(design?.clusterCount ?? 0), Double(design?.stratumCount ?? 0)]
        ]
    }

    /// The mean, standard error and design effect of each item.
    private static func means(_ input: Input) -> Figures {
        let found = Tabulation(input.design).means(of: input.items)
        return Figures(
            uniqueKeysWithValues: found.enumerated().map { (name($0), figures($1[0])) }
        )
    }

    /// The same in each of nine regions.
    private static func regions(_ input: Input) -> Figures {
        let grouping = Grouping(.bytes(input.survey.region), count: 9)
        var result: Figures = [:]
        let found = Tabulation(input.design, by: grouping).means(of: input.items)
        for (item, estimates) in found.enumerated() {
            for (group, estimate) in estimates.enumerated() {
                result["\(name(item)) \(group + 1)"] = figures(estimate)
            }
        }
        return result
    }

    /// The mean of each item and its standard error by 200 bootstrap replicates, drawn here
    /// (Rao & Wu: n - 1 of n clusters with replacement): `"q01": [mean, standard error]`.
    private static func bootstrap(_ input: Input) -> Figures {
        let drawn = input.design.replicated(by: .bootstrap(count: 200, seed: 1))
        let found = Tabulation(drawn).means(of: input.items)
        return Figures(
            uniqueKeysWithValues: found.enumerated().map { item, estimates in
                (name(item), [estimates[0].value, estimates[0].standardError ?? .nan])
            }
        )
    }

    /// Means and shares of those who agree (4 or 5) by six breakdowns, each with standard error and
    /// interval.
    private static func breakdowns(_ input: Input) -> Figures {
        var result: Figures = [:]
        for (breakdown, codes, count) in input.survey.breakdowns {
            let tabulation = Tabulation(
                input.design,
                by: Grouping(.bytes(codes), count: count)
            )
            for item in input.items.indices {
                let means = tabulation.mean(of: input.items[item])
                let shares = tabulation.shares(
                    of: .bytes(input.survey.items[item]),
                    categoryCount: 5,
                    sets: [[3, 4]]
                )
                for group in 0..<count {
                    result["\(name(item)) \(breakdown) \(group + 1)"] =
                        [means[group], shares[group].shares[0]].flatMap { estimate in
                            [
                                estimate.value, estimate.standardError ?? .nan,
                                estimate.interval?.lowerBound ?? .nan,
                                estimate.interval?.upperBound ?? .nan,
                            ]
                        }
                }
            }
        }
        return result
    }

    /// Rao and Scott's second-order test of each item by six breakdowns: `"q01 region": [F, p]`.
    private static func association(_ input: Input) -> Figures {
        var result: Figures = [:]
        let tabulation = Tabulation(input.design)
        for (breakdown, codes, count) in input.survey.breakdowns {
            let groups = Grouping(.bytes(codes), count: count)
            for item in input.items.indices {
                let answers = Grouping(.bytes(input.survey.items[item]), count: 5)
                let test = try? tabulation.independence(answers, groups)
                result["\(name(item)) \(breakdown)"] = [test?.statistic ?? .nan, test?.p ?? .nan]
            }
        }
        return result
    }

    /// Weights raked to regions, ages and genders.
    private static func raking(_ input: Input) -> Figures {
        let survey = input.survey
        let margins = [
            margin("region", survey.region, 9, survey.weights),
            margin("age", survey.age, 5, survey.weights),
            margin("gender", survey.gender, 2, survey.weights),
        ]
        let raked = Raking(survey.weights, to: margins)
        return [
            "squares": [raked.weights.reduce(0) { $0 + $1 * $1 }],
            "last": Array(raked.weights.suffix(9)),
        ]
    }

    /// Groups with a few per cent more or less than the sample has, in a fixed pattern; same total.
    private static func margin(
        _ name: String,
        _ codes: [UInt8],
        _ count: Int,
        _ weights: [Double]
    ) -> Margin {
        let codes = codes.map { Int($0) - 1 }
        var targets = [Double](repeating: 0, count: count)
        for (code, weight) in zip(codes, weights) { targets[code] += weight }
        let total = targets.reduce(0, +)
        for group in 0..<count { targets[group] *= 1 + 0.03 * Double(group * 7 % 5 - 2) }
        let scale = total / targets.reduce(0, +)
        return Margin(
            name: name,
            groups: (1...count).map(String.init),
            targets: targets.map { $0 * scale },
            codes: codes
        )
    }

    /// Agreement with item 1 (4 or 5) by the numbers of items 2 to 11: each coefficient with its
    /// standard error, `"q02": [b, standard error]`, and `"(Intercept)"`.
    private static func logistic(_ input: Input) -> Figures? {
        let items = input.survey.items
        let ones = [Double](repeating: 1, count: items[0].count)
        let columns = ModelColumns(
            response: items[0].map { $0 >= 4 ? 1 : 0 },
            terms: [(ModelColumns.intercept, [(ModelColumns.intercept, ones)])]
                + (1...10).map { (name($0), [(name($0), items[$0].map(Double.init))]) }
        )
        let model = try? Regression(columns, family: .binomial, design: input.design)
        return model.map { model in
            Figures(
                uniqueKeysWithValues: model.coefficients.map {
                    ($0.name, [$0.estimate.value, $0.estimate.standardError ?? .nan])
                }
            )
        }
    }
}

extension MadeUpSurvey {
    /// Six breakdowns: region, age, gender, and coarser ones made from them and from the strata.
    fileprivate var breakdowns: [(name: String, codes: [UInt8], count: Int)] {
        [
            ("region", region, 9), ("age", age, 5), ("gender", gender, 2),
            ("part", strata.map { UInt8(($0 - 1) / 5 + 1) }, 4),
            ("elder", age.map { $0 > 2 ? 2 : 1 }, 2),
            ("block", region.map { ($0 - 1) / 3 + 1 }, 3),
        ]
    }
}
