import Base
import Kernels
package import Survey

/// What a design would find: made-up answers of many seeds, each estimated as the report would, beside
/// the true values that they were made from.
package struct DesignTrial: Sendable {
    package let simulation: Simulation
    package let study: Study
    package let form: Form
    package let tables: [JoinTable?]
    package let power: [PlannedDifference]
    package let planned: [Planned]

    /// One number that the study will estimate.
    package struct Planned: Sendable, Hashable {
        /// The scale, or the question.
        package let subject: String
        /// The answer whose share it is; nil for a scale's mean.
        package let answer: String?
        /// The place; nil for the whole population.
        package let place: String?
        package let truth: Double
    }

    /// What one run found of one planned number; nil where it has no estimate.
    package struct Found: Sendable, Hashable {
        package let value: Double
        package let interval: ClosedRange<Double>?
        package let designEffect: Double?
    }

    /// What one run found.
    package struct Run: Sendable, Hashable {
        package var found: [Found?]
        /// The standard error and the critical value of each planned difference.
        package var differences: [Difference?]

        package struct Difference: Sendable, Hashable {
            package let standardError: Double
            package let df: Double
        }
    }

    /// A trial of the study's scales, overall and by place, and of the shares of its questions overall.
    ///
    /// `populationShares` are those of the places of the plan; where they are not known, there are no
    /// true values of the whole.
    package init(
        simulation: Simulation,
        study: Study,
        form: Form,
        tables: [JoinTable?],
        placeColumn: String,
        populationShares: [Double],
        power: [PlannedDifference]
    ) {
        self.simulation = simulation
        var study = study
        // Everything is looked at here: the answers are made up, nobody can be pointed at.
        study.report.bracketBelow = 1
        study.report.hideBelow = 1
        study.report.discloseAtLeast = 1
        let wanted = [[placeColumn]] + power.map { [$0.variable] }
        study.breakdowns = []
        for breakdown in wanted where !study.breakdowns.contains(breakdown) {
            study.breakdowns.append(breakdown)
        }
        self.study = study
        self.form = form
        self.tables = tables
        self.power = power
        planned = Self.planned(simulation.plan, study, populationShares)
    }

    private static func planned(
        _ plan: SimulationPlan,
        _ study: Study,
        _ shares: [Double]
    ) -> [Planned] {
        var result: [Planned] = []
        func add(_ subject: String, _ answer: String?, byPlace: [Double], places: Bool) {
            if shares.count == byPlace.count {
                let truth = zip(shares, byPlace).reduce(0) { $0 + $1.0 * $1.1 }
                result.append(Planned(subject: subject, answer: answer, place: nil, truth: truth))
            }
            guard places else { return }
            for (place, truth) in zip(plan.places, byPlace) {
                result.append(Planned(subject: subject, answer: answer, place: place, truth: truth))
            }
        }
        for scale in plan.scales {
            guard let first = scale.items.first?.name,
                let declared = study.scales.first(where: { $0.items.contains { $0.name == first } })
            else { continue }
            let sum = Double(scale.range.lowerBound + scale.range.upperBound)
            let means = plan.places.indices.map { place in
                scale.items.reduce(0) {
                    $0 + ($1.isReversed ? sum - $1.means[place] : $1.means[place])
                } / Double(scale.items.count)
            }
            add(declared.name, nil, byPlace: means, places: true)
        }
        for question in plan.questions
        where question.condition == nil && question.name != plan.consent?.question {
            guard case .one(let answers, let byPlace) = question.kind else { continue }
            let missing =
                Set(study.data.missing)
                .union(study.questions.first { $0.name == question.name }?.missing ?? [])
            let counted = answers.indices.filter { !missing.contains(answers[$0]) }
            // A share of few or of all is no test of anything.
            guard counted.count > 1, let index = counted.first else { continue }
            let known = byPlace.map { shares in counted.reduce(0) { $0 + shares[$1] } }
            guard shares.count == byPlace.count else { continue }
            let answered = zip(shares, known).reduce(0) { $0 + $1.0 * $1.1 }
            let chosen = zip(shares, byPlace).reduce(0) { $0 + $1.0 * $1.1[index] }
            result.append(
                Planned(
                    subject: question.name,
                    answer: answers[index],
                    place: nil,
                    truth: chosen / answered
                )
            )
        }
        return result
    }

    /// What the answers of one seed give; nil where the study's design stops the estimates.
    package func run(seed: UInt64, stream: UInt64) -> Run? {
        let sheet = (name: "", data: simulation.microdata(seed: seed, stream: stream))
        let data = form.questions.isEmpty ? sheet.data : bind(form, to: [sheet]).main
        var preparation = StudyPreparation(study: study, form: form, data: data, tables: tables)
        let prepared = preparation.prepare(personal: [])
        // A run whose weights cannot be made, or whose design does not fit, gives no estimates.
        guard !preparation.problems.hasErrors, let design = try? prepared.surveyDesign() else {
            return nil
        }
        let builder = ResultsBuilder(prepared, design: design)
        let scored = builder.scaleScores()
        let scales = Dictionary(
            uniqueKeysWithValues: scored.map { ($0.declaration.name, builder.mean(of: $0.numbers)) }
        )
        let places = builder.breakdowns.first?.groups.map(\.name) ?? []
        let found = planned.map { planned -> Found? in
            if let answer = planned.answer {
                return share(of: planned.subject, answer, builder)
            }
            guard let spread = scales[planned.subject] else { return nil }
            guard let place = planned.place else { return self.found(spread.whole) }
            return places.firstIndex(of: place).flatMap { self.found(spread.groups[0][$0]) }
        }
        return Run(found: found, differences: power.map { difference($0, builder, scored) })
    }

    private func found(_ released: Released) -> Found? {
        released.estimate.flatMap { estimate in
            guard estimate.value.isFinite else { return nil }
            return Found(
                value: estimate.value,
                interval: estimate.interval,
                designEffect: estimate.designEffect
            )
        }
    }

    private func share(of name: String, _ answer: String, _ builder: ResultsBuilder) -> Found? {
        guard case .codes(let codes, let categories)? = builder.prepared.data[name]?.values else {
            return nil
        }
        let counted = ResultsBuilder.Counted(codes, categories)
        guard let wanted = counted.answers.firstIndex(where: { $0.name == answer }) else {
            return nil
        }
        let estimates = builder.whole.proportions(
            of: counted.codes,
            categoryCount: counted.answers.count
        )
        return self.found(.shown(estimates[0][wanted]))
    }

    private func difference(
        _ planned: PlannedDifference,
        _ builder: ResultsBuilder,
        _ scored: [ResultsBuilder.ScoredScale]
    ) -> Run.Difference? {
        guard let scale = scored.first(where: { $0.declaration.name == planned.scale }),
            let breakdown = builder.breakdowns.firstIndex(where: {
                $0.variables == [planned.variable]
            })
        else { return nil }
        let names = builder.breakdowns[breakdown].groups.map(\.name)
        guard let first = names.firstIndex(of: planned.groups[0]),
            let second = names.firstIndex(of: planned.groups[1])
        else { return nil }
        let tabulation = builder.byBreakdown[breakdown]
        let means = tabulation.linearMeans(of: scale.numbers)
        let estimate = tabulation.contrast([(1, means[first]), (-1, means[second])])
        return estimate.standardError.map { .init(standardError: $0, df: estimate.df) }
    }
}

extension Simulation {
    /// The answers of one seed as data, as if they had been read from a file.
    package func microdata(seed: UInt64, stream: UInt64 = 0) -> Microdata {
        let answers = answers(seed: seed, stream: stream)
        let columns = zip(names, answers).map { name, cells in
            switch cells {
            case .texts(let texts): Column(name: name, values: .text(TextPool(texts)))
            case .times(let seconds): Column(name: name, values: .dates(seconds, .second))
            }
        }
        return Microdata(rowCount: columns.first?.rowCount ?? 0, columns: columns)
    }
}
