import Kernels

/// Estimates from a design, for the whole sample or for each group of a breakdown.
///
/// The rows are visited once for each variable; they leave the weighted totals of each cell (sampling
/// unit × group), and all the rest is algebra on those. Each estimate uses the rows that answered its
/// variable, as a domain of the full design. A group without answers has the value NaN, no interval,
/// and the reason ``NoInterval/nobodyAnswered``.
package struct Tabulation: Sendable {
    /// What the estimates are made with.
    package struct Options: Sendable, Hashable {
        /// The confidence level of intervals.
        package var level: Double
        /// How intervals of proportions are made.
        package var proportionInterval: ProportionInterval
        package var designEffect: DesignEffect

        package init(
            level: Double = 0.95,
            proportionInterval: ProportionInterval = .logit,
            designEffect: DesignEffect = .withoutReplacement
        ) {
            precondition(level > 0 && level < 1, "a level between 0 and 1")
            self.level = level
            self.proportionInterval = proportionInterval
            self.designEffect = designEffect
        }
    }

    /// What a variance is compared with in a design effect.
    package enum DesignEffect: Sendable, Hashable {
        /// A simple random sample without replacement from a population of Σw: R's `deff=TRUE`.
        ///
        /// There is none when the weights do not sum to more than the number of respondents.
        case withoutReplacement
        /// A simple random sample with replacement: R's `deff="replace"`.
        case withReplacement
    }

    package let design: SurveyDesign
    package let options: Options
    let layout: CellLayout
    /// The clusters and strata that hold each group.
    let groupSizes: [DesignSize]
    /// Student's t of each group; NaN without degrees of freedom.
    let groupQuantiles: [Double]

    /// Estimates from `design` for each group of `grouping`; without one, for the whole.
    package init(_ design: SurveyDesign, by grouping: Grouping? = nil, options: Options = Options())
    {
        precondition(
            grouping.map { $0.codes.count == design.rowCount } ?? true,
            "one group a row"
        )
        self.design = design
        self.options = options
        let layout = CellLayout(design, grouping)
        let sizes = (0..<layout.groupCount).map {
            design.size(of: layout.unit[layout.cells(of: $0)])
        }
        groupSizes = sizes
        groupQuantiles = sizes.map { size in
            Distribution.studentT(df: Double(size.degreesOfFreedom))
                .upperQuantile((1 - options.level) / 2)
        }
        self.layout = layout
    }

    /// The same groups with other options at the same level.
    init(_ other: Tabulation, options: Options) {
        precondition(options.level == other.options.level, "the same level")
        design = other.design
        self.options = options
        layout = other.layout
        groupSizes = other.groupSizes
        groupQuantiles = other.groupQuantiles
    }

    /// The number of groups; 1 for the whole.
    package var groupCount: Int { layout.groupCount }

    /// The mean of `numbers` in each group: Σwy / Σw (Hájek), NaN being no answer.
    ///
    /// - SeeAlso: docs/methods/means-and-proportions.md; R `survey::svymean`, `survey::svyby`.
    package func mean(of numbers: Numbers) -> [Estimate] {
        linearMeans(of: numbers).map(\.estimate)
    }

    /// The means of many variables, on all cores: one list of groups for each.
    package func means(of variables: [Numbers]) -> [[Estimate]] {
        guard design.rowCount > 10_000 else { return variables.map { mean(of: $0) } }
        return sideBySide(variables.count) { mean(of: variables[$0]) }
    }

    /// The means with their influences, for contrasts.
    package func linearMeans(of numbers: Numbers) -> [LinearEstimate] {
        let totals = NumberTotals(numbers, layout)
        return (0..<groupCount).map { group in mean(totals, group: group) }
    }

    /// The sum over the population, Σwy, in each group.
    ///
    /// - SeeAlso: R `survey::svytotal`.
    package func total(of numbers: Numbers) -> [Estimate] {
        linearTotals(of: numbers).map(\.estimate)
    }

    /// The totals with their influences, for contrasts.
    package func linearTotals(of numbers: Numbers) -> [LinearEstimate] {
        let totals = NumberTotals(numbers, layout)
        return (0..<groupCount).map { group in
            let base = totals.answers.base(layout, group)
            guard base.n > 0 else { return nobody() }
            let center = totals.center
            let function = TotalsFunction(
                sums: [
                    base.cells.map { totals.answers.weight[$0] },
                    base.cells.map { totals.deviation[$0] },
                ],
                gradient: [center, 1],
                divisor: 1,
                rowTerm: { numbers[$0].isNaN ? 0 : numbers[$0] },
                value: { $0[1] + center * $0[0] }
            )
            return finish(
                function,
                base,
                elementVariance: totals.variance(layout.cells(of: group), base)
                    .map { $0 * base.weight * base.weight }
            )
        }
    }

    private func mean(_ totals: NumberTotals, group: Int) -> LinearEstimate {
        let base = totals.answers.base(layout, group)
        return mean(
            totals,
            base,
            elementVariance: totals.variance(layout.cells(of: group), base)
        )
    }

    /// The mean over the rows of `base`.
    func mean(
        _ totals: NumberTotals,
        _ base: AnswerBase,
        elementVariance: Double?
    ) -> LinearEstimate {
        guard base.n > 0 else { return nobody() }
        let deviations = base.cells.map { totals.deviation[$0] }
        let mean = compensatedSum(deviations) / base.weight
        let center = totals.center
        let numbers = totals.numbers
        let function = TotalsFunction(
            sums: [base.cells.map { totals.answers.weight[$0] }, deviations],
            gradient: [-mean, 1],
            divisor: base.weight,
            rowTerm: { numbers[$0].isNaN ? 0 : numbers[$0] - center - mean },
            value: { center + $0[1] / $0[0] }
        )
        return finish(function, base, value: center + mean, elementVariance: elementVariance)
    }
}
