package import Base
package import Survey

/// What the authors say of their methods: the key `disclosure` of `study.yaml`.
package struct DisclosureDeclaration: Sendable, Hashable {
    package var texts: [DisclosureItem: LocalText] = [:]
    /// What became of the cases that were tried; nil where nobody says.
    package var dispositions: Dispositions?
    /// The file that holds it, relative to the folder; nil where it stands in `study.yaml`, or nowhere.
    package var dispositionFile: String?
    /// The share of eligible cases among those of unknown eligibility, 0...1; nil for that among the known ones.
    package var eligibility: Double?

    package init() {}

    /// The rates of the cases; nil where nobody says what became of them.
    package var rates: OutcomeRates? {
        dispositions.map { OutcomeRates($0, eligibility: eligibility) }
    }
}
