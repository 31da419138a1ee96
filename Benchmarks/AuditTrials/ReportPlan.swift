import Kernels

/// What a made-up report is about and how it is printed: everything but its people.
struct ReportPlan: Sendable {
    /// Groups of which each person is in one, or in none.
    struct Trait: Sendable {
        let name: String
        let groups: [String]
        let shares: [Double]
        /// The share of people of whom the trait is not known.
        let unknown: Double
    }

    /// Items that allow the answers of one range.
    struct Scale: Sendable {
        let name: String
        let range: ClosedRange<Int>
        let items: [String]
        /// Where the answers to each item centre, and how far each group is from there.
        let centres: [Double]
        let shifts: [[[Double]]]
        /// How much a person's leaning and what belongs to one answer alone move it.
        let leaning: Double
        let noise: Double
        let isReversed: [Bool]
        let missing: [Double]
        let scoring: Scoring
        /// Whether items worded against it are printed in its direction, or as answered.
        let printsReversed: Bool
        /// Whether the totals turn items worded against it round.
        let totalsReverse: Bool
    }

    /// What the total of a person's items is.
    enum Scoring: CaseIterable {
        /// The mean of those answered, of people who answered half of them or more.
        case answered
        /// The mean of all, of people who answered every one.
        case complete
        /// The sum of all, of people who answered every one.
        case sum
        /// Not of persons: the mean of the items' figures.
        case figures
    }

    struct Question: Sendable {
        let name: String
        let answers: [String]
        let allowsSeveral: Bool
        /// How attractive each answer is, and how much more in each group of the first trait.
        let appeal: [Double]
        let shifts: [[Double]]
        let missing: Double
    }

    enum Weighting: CaseIterable { case none, said, unsaid }
    enum Bases: CaseIterable { case none, asked, answered }

    /// How figures are printed.
    struct Style: Sendable {
        let decimals: Int
        let percentDecimals: Int
        let printsPercentSign: Bool
        /// Whether shares are adjusted to add up to 100.
        let forcesHundred: Bool
        let roundsToEven: Bool
        /// Figures of fewer people are left out.
        let fewest: Int
        let leftOut: String?
        let hasTotals: Bool
        let hasScores: Bool
        /// Whether totals hold only people of known group.
        let totalsOfKnown: Bool
        let bases: Bases
        /// Whether numbers of people are sums of weights.
        let weighsBases: Bool
        let printsSize: Bool
        let groupsAreRows: [Bool]
        let stacksTraits: Bool
        let saysUnweighted: Bool
    }

    let seed: UInt64
    let people: Int
    let traits: [Trait]
    let scales: [Scale]
    let questions: [Question]
    let weighting: Weighting
    let style: Style
    let years: [Int]

    var isWeighted: Bool { weighting != .none }
}

// MARK: - Drawing one

extension ReportPlan {
    /// - Parameters:
    ///   - seed: All of the plan follows from it.
    ///   - sizes: How many people may take part.
    init(seed: UInt64, sizes: ClosedRange<Int>) {
        var random = SeededGenerator(seed: seed, stream: 1)
        self.seed = seed
        // Small reports are as frequent as large ones.
        let size = random.uniform()
        people =
            sizes.lowerBound
            + Int(size * size * size * Double(sizes.upperBound - sizes.lowerBound))
        let traits = Self.traits(&random)
        self.traits = traits
        let scales = 1 + random.below(2)
        self.scales = (0..<scales).map { Self.scale($0, traits, &random) }
        let questions = 1 + random.below(3)
        self.questions = (0..<questions).map { Self.question($0, traits, &random) }
        weighting = random.happens(0.5) ? .none : random.happens(0.5) ? .said : .unsaid
        style = Self.style(&random)
        let drift = random.within(-0.15...0.25)
        var count = random.within(40.0...900.0)
        years = (0..<5).map { _ in
            count *= 1 + drift + 0.1 * random.normal()
            return max(1, Int(count))
        }
    }

    private static func traits(_ random: inout SeededGenerator) -> [Trait] {
        let kinds = [("Region", 3...9), ("Sex", 2...2), ("Age", 2...5)]
        let count = 2 + random.below(2)
        return kinds.prefix(count).map { name, sizes in
            let groups = random.within(sizes)
            let unevenness = random.within(0.1...0.9)
            let shares = (0..<groups).map { _ in max(0.05, 1 + unevenness * random.normal()) }
            return Trait(
                name: name,
                groups: (1...groups).map { "\(name) \($0)" },
                shares: shares.map { $0 / shares.reduce(0, +) },
                unknown: random.happens(0.5) ? 0 : random.within(0...0.03)
            )
        }
    }

    private static func scale(
        _ index: Int,
        _ traits: [Trait],
        _ random: inout SeededGenerator
    ) -> Scale {
        let range = random.one(of: [1...5, 1...5, 0...4, 1...7, 1...4, 0...10]) ?? 1...5
        let count = random.within(4...12)
        let width = Double(range.upperBound - range.lowerBound)
        let middle = Double(range.upperBound + range.lowerBound) / 2
        let apart = random.within(0...0.15) * width
        let single = random.within(0...0.1) * width
        let against = random.happens(0.5) ? random.within(0...0.5) : 0
        let missing = random.happens(0.4) ? 0 : random.within(0...0.15)
        let spread = random.within(0.05...0.38) * width
        let shifts = traits.map { trait in trait.groups.map { _ in apart * random.normal() } }
        let printsReversed = random.happens(0.6)
        let name = ["Trust", "Closeness"][index]
        return Scale(
            name: name.lowercased(),
            range: range,
            items: (1...count).map { "\(name) \($0)" },
            centres: (0..<count).map { _ in middle + random.within(-spread...spread) },
            shifts: (0..<count).map { _ in
                shifts.map { groups in groups.map { $0 + single * random.normal() } }
            },
            leaning: random.within(0.05...0.2) * width,
            noise: random.within(0.1...0.3) * width,
            isReversed: (0..<count).map { _ in random.happens(against) },
            missing: (0..<count).map { _ in missing * random.within(0...1) },
            scoring: random.one(of: Scoring.allCases) ?? .answered,
            printsReversed: printsReversed,
            totalsReverse: printsReversed || random.happens(0.5)
        )
    }

    private static func question(
        _ index: Int,
        _ traits: [Trait],
        _ random: inout SeededGenerator
    ) -> Question {
        let several = index > 0 && random.happens(0.5)
        let count = random.within(2...6)
        let apart = random.within(0...0.6)
        return Question(
            name: "q\(index + 1)",
            answers: (1...count).map { "Answer \(["A", "B", "C", "D", "E", "F"][$0 - 1])" },
            allowsSeveral: several,
            appeal: (0..<count).map { _ in
                several ? random.within(0.05...0.8) : random.within(0.05...1)
            },
            shifts: traits[0].groups.map { _ in
                (0..<count).map { _ in max(0.1, 1 + apart * random.normal()) }
            },
            missing: random.happens(0.5) ? 0 : random.within(0...0.1)
        )
    }

    private static func style(_ random: inout SeededGenerator) -> Style {
        Style(
            decimals: random.happens(0.75) ? 2 : 1,
            percentDecimals: random.happens(0.5) ? 1 : 0,
            printsPercentSign: random.happens(0.3),
            forcesHundred: random.happens(0.2),
            roundsToEven: random.happens(0.4),
            fewest: random.one(of: [1, 1, 5, 10, 20]) ?? 1,
            leftOut: random.one(of: [nil, "–", "(few)"]) ?? nil,
            hasTotals: random.happens(0.85),
            hasScores: random.happens(0.8),
            totalsOfKnown: random.happens(0.3),
            bases: random.one(of: Bases.allCases) ?? .none,
            weighsBases: random.happens(0.25),
            printsSize: random.happens(0.7),
            groupsAreRows: (0..<8).map { _ in random.happens(0.3) },
            stacksTraits: random.happens(0.2),
            saysUnweighted: random.happens(0.6)
        )
    }
}
