/// Something that a report on a survey should say of its methods; the phrase is the question.
///
/// Two checklists in one, each heading of either at least once: AAPOR, Code of Professional Ethics and
/// Practices, III.A (April 2021), and PRICSSA, the Preferred Reporting Items for Complex Sample Survey
/// Analysis (Seidenberg, Moser & West, 2023, Journal of Survey Statistics and Methodology 11(4), 743–757).
package enum DisclosureItem: String, WordKey {
    case strategy
    case sponsor
    case conductor
    case instrument
    case mode
    case languages
    case dates
    case population
    case sampleDesign = "sample-design"
    case frame
    case sampleSize = "sample-size"
    case responseRate = "response-rate"
    case deletion
    case missingness
    case quality
    case weighting
    case precision
    case variance
    case singleClusters = "single-clusters"
    case subpopulations
    case suppression
    case experiments
    case software
    case dataAccess = "data-access"
    case limitations

    /// What stands for it in files: `sample-design`.
    package var id: String { rawValue }

    /// The heading of AAPOR's III.A, 1...11; nil where the Code has it elsewhere or not at all.
    package var aapor: Int? {
        switch self {
        case .strategy: 1
        case .sponsor, .conductor: 2
        case .instrument: 3
        case .population: 4
        case .sampleDesign, .frame: 5
        case .mode, .languages: 6
        case .dates: 7
        case .sampleSize, .precision: 8
        case .weighting: 9
        case .quality, .deletion: 10
        case .limitations: 11
        case .responseRate, .missingness, .variance, .singleClusters, .subpopulations, .suppression,
            .experiments, .software, .dataAccess:
            nil
        }
    }

    /// The number of the item in PRICSSA.
    package var pricssa: String? {
        switch self {
        case .dates: "1.1"
        case .mode: "1.2"
        case .population: "1.3"
        case .sampleDesign: "1.4"
        case .responseRate: "1.5"
        case .missingness: "2.1"
        case .deletion: "2.2"
        case .sampleSize: "2.3"
        case .precision: "2.4"
        case .weighting: "2.5"
        case .variance: "2.6"
        case .subpopulations: "2.7"
        case .suppression: "2.8"
        case .software: "2.9"
        case .singleClusters: "2.10"
        case .dataAccess: "2.11"
        case .experiments: "2.12"
        case .strategy, .sponsor, .conductor, .instrument, .languages, .frame, .quality,
            .limitations:
            nil
        }
    }

    /// Where the checklists have it: "AAPOR III.A 4, PRICSSA 1.3".
    package var reference: String {
        [
            self == .responseRate ? "AAPOR III.B" : aapor.map { "AAPOR III.A \($0)" },
            pricssa.map { "PRICSSA \($0)" },
        ]
        .compactMap { $0 }.joined(separator: ", ")
    }

    /// Both checklists, as a list of references has them.
    package static let sources = """
        AAPOR, Code of Professional Ethics and Practices, III (2021); PRICSSA: Seidenberg, Moser & West \
        (2023), Journal of Survey Statistics and Methodology 11(4), 743–757
        """
}

/// Why it matters that an item is said, in one sentence.
package enum DisclosureReason: WordKey {
    case of(DisclosureItem)

    package static let allCases = DisclosureItem.allCases.map { DisclosureReason.of($0) }

    package var item: DisclosureItem {
        switch self {
        case .of(let item): item
        }
    }
}
