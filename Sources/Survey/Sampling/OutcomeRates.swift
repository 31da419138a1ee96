/// Response, cooperation, refusal and contact rates of a survey, with what they were computed from.
///
/// Formulas: AAPOR, Standard Definitions, "Calculating Outcome Rates" (RR1 to RR6, COOP1 to COOP4, REF1 to
/// REF3, CON1 to CON3); R outcomerate gives the same.
package struct OutcomeRates: Sendable, Hashable {
    package let dispositions: Dispositions
    /// The share e of eligible cases among the unknown ones, 0...1; nil where nothing tells it.
    package let eligibility: Double?
    /// Whether somebody gave e; else it is that among the known cases.
    package let isEligibilityGiven: Bool
    private let values: [Dispositions.Rate: Double]

    /// The rates of `dispositions`, with `eligibility` as e or, when nil, the share among the known cases.
    package init(_ dispositions: Dispositions, eligibility: Double? = nil) {
        self.dispositions = dispositions
        self.eligibility = eligibility ?? dispositions.proportionalEligibility
        isEligibilityGiven = eligibility != nil
        let knowsShare = self.eligibility != nil || dispositions.unknownCases == 0
        values = dispositions.rates(eligibility: self.eligibility ?? 0)
            .filter { knowsShare || !$0.key.dependsOnEligibility }
    }

    /// The rate, 0...1; nil with nothing under its line, or where it needs an e that nobody knows.
    package subscript(rate: Dispositions.Rate) -> Double? { values[rate] }
}

extension Dispositions {
    /// Cases of which nobody knows whether they belong to the population.
    package var unknownCases: Int { self[.unknownHousehold] + self[.unknownOther] }
}

extension Dispositions.Rate {
    /// The rate as a fraction of AAPOR's letters; E = I + P + R + NC + O and U = UH + UO.
    package var formula: String {
        switch self {
        case .rr1: "I / (E + U)"
        case .rr2: "(I + P) / (E + U)"
        case .rr3: "I / (E + e U)"
        case .rr4: "(I + P) / (E + e U)"
        case .rr5: "I / E"
        case .rr6: "(I + P) / E"
        case .coop1: "I / (I + P + R + O)"
        case .coop2: "(I + P) / (I + P + R + O)"
        case .coop3: "I / (I + P + R)"
        case .coop4: "(I + P) / (I + P + R)"
        case .ref1: "R / (E + U)"
        case .ref2: "R / (E + e U)"
        case .ref3: "R / E"
        case .con1: "(I + P + R + O) / (E + U)"
        case .con2: "(I + P + R + O) / (E + e U)"
        case .con3: "(I + P + R + O) / E"
        }
    }

    /// Pairs of which the first can never exceed the second, whatever the cases.
    package static let neverAbove: [(low: Self, high: Self)] = [
        (.rr1, .rr3), (.rr3, .rr5), (.rr1, .rr5), (.rr2, .rr4), (.rr4, .rr6), (.rr2, .rr6),
        (.rr1, .rr2), (.rr3, .rr4), (.rr5, .rr6), (.coop1, .coop2), (.coop3, .coop4),
        (.coop1, .coop3), (.coop2, .coop4), (.ref1, .ref2), (.ref2, .ref3), (.ref1, .ref3),
        (.con1, .con2), (.con2, .con3), (.con1, .con3), (.rr2, .con1), (.rr4, .con2), (.rr6, .con3),
        (.rr5, .coop1), (.rr6, .coop2), (.rr1, .con1), (.rr3, .con2), (.rr5, .con3),
    ]
}
