/// What became of the people or households that were approached, in AAPOR's categories.
///
/// - SeeAlso: AAPOR (2023), Standard Definitions, 10th edition, "Calculating Outcome Rates".
package struct Dispositions: Sendable, Hashable {
    /// How many cases ended in each category.
    package private(set) var counts: [Category: Int] = [:]

    package init(_ counts: [Category: Int] = [:]) {
        self.counts = counts
    }

    package mutating func add(_ category: Category, _ number: Int = 1) {
        counts[category, default: 0] += number
    }

    package subscript(category: Category) -> Int { counts[category] ?? 0 }

    /// All cases.
    package var total: Int { counts.values.reduce(0, +) }

    package enum Category: String, Sendable, Hashable, CaseIterable {
        case complete = "I"
        case partial = "P"
        case refusal = "R"
        case nonContact = "NC"
        case other = "O"
        /// Nobody knows whether it is a household.
        case unknownHousehold = "UH"
        /// Nobody knows whether an eligible person lives there, or for another reason.
        case unknownOther = "UO"
        case notEligible = "NE"

        /// The category of a final disposition code, such as "1.1" or "2.25"; nil for no such code.
        package init?(code: String) {
            let parts = code.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let main = parts[0].first, parts[0].count == 1,
                let detail = parts[1].first, detail.isNumber, parts[1].count <= 2,
                parts[1].allSatisfy(\.isNumber)
            else { return nil }
            switch (main, detail) {
            case ("1", "1"): self = .complete
            case ("1", "2"): self = .partial
            case ("2", "1"): self = .refusal
            case ("2", "2"): self = .nonContact
            case ("2", "3"): self = .other
            case ("3", "1"): self = .unknownHousehold
            case ("3", _) where detail != "0": self = .unknownOther
            case ("4", _): self = .notEligible
            default: return nil
            }
        }
    }

    private func count(_ categories: Category...) -> Double {
        Double(categories.reduce(0) { $0 + self[$1] })
    }

    private var interviews: Double { count(.complete, .partial) }
    private var known: Double { count(.complete, .partial, .refusal, .nonContact, .other) }
    private var unknown: Double { count(.unknownHousehold, .unknownOther) }

    /// The share of eligible cases among those whose eligibility is known: the usual estimate of e, the
    /// share among the unknown ones; nil when no case is known.
    package var proportionalEligibility: Double? {
        let all = known + count(.notEligible)
        return all > 0 ? known / all : nil
    }

    /// The outcome rates, with `eligibility` as the share e of eligible cases among the unknown ones;
    /// a rate with nothing under its line is nil.
    package func rates(eligibility e: Double) -> [Rate: Double] {
        let contacted = count(.complete, .partial, .refusal, .other)
        let cooperating = count(.complete, .partial, .refusal)
        let (all, estimated) = (known + unknown, known + e * unknown)
        let fractions: [Rate: (Double, Double)] = [
            .rr1: (count(.complete), all), .rr2: (interviews, all),
            .rr3: (count(.complete), estimated), .rr4: (interviews, estimated),
            .rr5: (count(.complete), known), .rr6: (interviews, known),
            .coop1: (count(.complete), contacted), .coop2: (interviews, contacted),
            .coop3: (count(.complete), cooperating), .coop4: (interviews, cooperating),
            .ref1: (count(.refusal), all), .ref2: (count(.refusal), estimated),
            .ref3: (count(.refusal), known), .con1: (contacted, all),
            .con2: (contacted, estimated), .con3: (contacted, known),
        ]
        return fractions.compactMapValues { $1 > 0 ? $0 / $1 : nil }
    }

    /// Response, cooperation, refusal and contact rates.
    package enum Rate: String, Sendable, Hashable, CaseIterable {
        case rr1 = "RR1"
        case rr2 = "RR2"
        case rr3 = "RR3"
        case rr4 = "RR4"
        case rr5 = "RR5"
        case rr6 = "RR6"
        case coop1 = "COOP1"
        case coop2 = "COOP2"
        case coop3 = "COOP3"
        case coop4 = "COOP4"
        case ref1 = "REF1"
        case ref2 = "REF2"
        case ref3 = "REF3"
        case con1 = "CON1"
        case con2 = "CON2"
        case con3 = "CON3"

        /// Whether e, the guessed share of eligible cases among the unknown ones, is in the rate.
        package var dependsOnEligibility: Bool {
            switch self {
            case .rr3, .rr4, .ref2, .con2: true
            default: false
            }
        }
    }
}
