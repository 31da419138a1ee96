/// A number in running text, with as many decimals as were printed.
struct TextNumber: Hashable, Sendable {
    var value: Double
    /// Places after the decimal mark; 3.6e-2 has three.
    var decimals: Int
    /// Whether a comma may be a decimal mark or part thousands: 2,204.
    var isAmbiguous = false

    /// Half a unit of the last place.
    var half: Double { 0.5 / PowersOfTen.power(decimals) }
}

enum PowersOfTen {
    /// Ten to the power of `exponent`, 0...300; exact up to 22.
    static func power(_ exponent: Int) -> Double {
        (0..<max(0, min(exponent, 300))).reduce(1.0) { power, _ in power * 10 }
    }
}

/// The result of a statistical test as a report prints it.
struct ReportedTest: Hashable, Sendable {
    enum Kind: String, Hashable, Sendable {
        case t
        // The letter of the statistic is a capital.
        case fisherF = "F"
        case r
        case z
        case chiSquare = "χ²"
        case heterogeneity = "Q"

        /// Whether large values on one side only speak against the hypothesis.
        var isUpperTailed: Bool {
            switch self {
            case .t, .r, .z: false
            case .fisherF, .chiSquare, .heterogeneity: true
            }
        }
    }

    enum Comparison: Hashable, Sendable {
        case equal
        /// Less, or at most.
        case less
        /// More, or at least.
        case more

        var sign: String {
            switch self {
            case .equal: "="
            case .less: "<"
            case .more: ">"
            }
        }
    }

    /// The p-value beside a test.
    enum Probability: Hashable, Sendable {
        case value(Comparison, TextNumber)
        /// "ns": more than 5 per cent.
        case notSignificant
    }

    var kind: Kind
    /// Degrees of freedom: one, two for F, none for z.
    var df: [TextNumber]
    var comparison: Comparison
    var statistic: TextNumber
    var p: Probability
    /// The words that were read, as printed.
    var text: String
}

/// What looks like the result of a test and was not judged.
struct UnreadTest: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        /// A statistic whose distribution does not follow from what is printed beside it.
        case otherStatistic
        case noDegreesOfFreedom
        case unclear
    }

    var text: String
    var reason: Reason
}
