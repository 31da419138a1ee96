import Kernels

/// The answers behind a made-up report.
struct MadeUpPeople: Sendable {
    let count: Int
    /// One a person; they add up to the number of people.
    private(set) var weights: [Double] = []
    /// The group of each person, trait by trait; -1 where it is not known.
    private(set) var groups: [[Int]] = []
    /// The answers as given, by scale, item and person; nan where there is none.
    private(set) var answers: [[[Double]]] = []
    /// Whether each answer was chosen, by question and person; no bits where there is no answer, and
    /// bit ``answeredBit`` where there is one.
    private(set) var choices: [[Int]] = []
    private(set) var ages: [Double] = []

    static let answeredBit = 1 << 20

    /// People of `plan`; other ones with another `sample`.
    init(_ plan: ReportPlan, sample: UInt64 = 0) {
        var random = SeededGenerator(seed: plan.seed, stream: 2 + sample)
        count = plan.people
        var leanings: [Double] = []
        var silent: [Bool] = []
        groups = plan.traits.map { _ in [] }
        for _ in 0..<count {
            for (trait, own) in plan.traits.enumerated() {
                let group = random.happens(own.unknown) ? -1 : random.position(own.shares)
                groups[trait].append(group)
            }
            leanings.append(random.normal())
            // A fifth of the people leave out three times as much as others.
            silent.append(random.happens(0.2))
            ages.append(Double(random.within(18...80)))
        }
        weigh(plan, &random)
        for scale in plan.scales {
            answers.append(
                scale.items.indices.map { answer(scale, $0, leanings, silent, &random) }
            )
        }
        for question in plan.questions { choices.append(choose(question, silent, &random)) }
    }

    private mutating func weigh(_ plan: ReportPlan, _ random: inout SeededGenerator) {
        guard plan.isWeighted else {
            weights = [Double](repeating: 1, count: count)
            return
        }
        let factors = plan.traits[0].groups.map { _ in random.within(0.4...2) }
        weights = groups[0].map { group in
            (group < 0 ? 1 : factors[group]) * random.within(0.6...1.6)
        }
        let sum = weights.reduce(0, +)
        weights = weights.map { $0 * Double(count) / sum }
    }

    private func answer(
        _ scale: ReportPlan.Scale,
        _ item: Int,
        _ leanings: [Double],
        _ silent: [Bool],
        _ random: inout SeededGenerator
    ) -> [Double] {
        let (low, high) = (Double(scale.range.lowerBound), Double(scale.range.upperBound))
        return (0..<count).map { person in
            let missing = scale.missing[item] * (silent[person] ? 2 : 0.75)
            // Those who lean low are the ones who rather say nothing.
            if random.happens(leanings[person] < 0 ? missing : missing / 2) { return .nan }
            var value = scale.centres[item] + scale.leaning * leanings[person]
            for (trait, shifts) in scale.shifts[item].enumerated()
            where groups[trait][person] >= 0 {
                value += shifts[groups[trait][person]]
            }
            value += scale.noise * random.normal()
            let answer = min(high, max(low, value.rounded()))
            return scale.isReversed[item] ? low + high - answer : answer
        }
    }

    private func choose(
        _ question: ReportPlan.Question,
        _ silent: [Bool],
        _ random: inout SeededGenerator
    ) -> [Int] {
        (0..<count).map { person in
            if random.happens(question.missing * (silent[person] ? 2 : 0.75)) { return 0 }
            let group = groups[0][person]
            let appeal = question.appeal.indices.map {
                question.appeal[$0] * (group < 0 ? 1 : question.shifts[group][$0])
            }
            guard question.allowsSeveral else {
                return Self.answeredBit | 1 << random.position(appeal)
            }
            return appeal.indices.reduce(Self.answeredBit) {
                random.happens(min(0.95, appeal[$1])) ? $0 | 1 << $1 : $0
            }
        }
    }
}

/// What a mean and a standard deviation are made of.
struct Moments {
    private(set) var n = 0
    private(set) var weight = 0.0
    private var sum = 0.0
    private var squares = 0.0

    mutating func add(_ value: Double, weight: Double) {
        n += 1
        self.weight += weight
        sum += weight * value
        squares += weight * value * value
    }

    var mean: Double { sum / weight }

    /// Of the sample, with n − 1; nan for one person.
    var deviation: Double {
        guard n > 1 else { return .nan }
        let variance = max(0, squares / weight - mean * mean)
        return (variance * Double(n) / Double(n - 1)).squareRoot()
    }
}

extension MadeUpPeople {
    /// The moments of `values` for each group of `trait`, and for everybody.
    func moments(
        of values: [Double],
        trait: Int,
        groupCount: Int,
        ofKnown: Bool
    ) -> [Moments] {
        var result = [Moments](repeating: Moments(), count: groupCount + 1)
        let own = groups[trait]
        for person in 0..<count where !values[person].isNaN {
            let group = own[person]
            if group >= 0 { result[group].add(values[person], weight: weights[person]) }
            if group >= 0 || !ofKnown {
                result[groupCount].add(values[person], weight: weights[person])
            }
        }
        return result
    }
}
