package import Survey

/// An estimate as it may leave the building.
///
/// Every estimate that is printed, drawn or exported comes from here, so a hidden one has no way out: the
/// case that hides it does not hold it. Bare counts and reliabilities are withheld as nil instead.
package enum Released: Sendable, Hashable {
    case shown(Estimate)
    /// Few respondents: printed in brackets.
    case bracketed(Estimate)
    case hidden(WhyHidden)

    package enum WhyHidden: Sendable, Hashable {
        /// Too few respondents for a reliable number; how many there are, where that may be said.
        case unreliable(n: Int?)
        /// It would point at too few people.
        case disclosing
        /// Nobody answered.
        case nobody
    }

    /// The estimate, where it may be seen.
    package var estimate: Estimate? {
        switch self {
        case .shown(let estimate), .bracketed(let estimate): estimate
        case .hidden: nil
        }
    }

    /// The estimate's value, where it may be seen.
    package var value: Double? { estimate?.value }
}

/// The two rules on small cells: reliability by unweighted n, disclosure by people pointed at.
package struct ReleaseRule: Sendable, Hashable {
    package let bracketBelow: Int
    package let hideBelow: Int
    package let disclosure: Disclosure

    package init(_ settings: ReportSettings) {
        bracketBelow = settings.bracketBelow
        hideBelow = settings.hideBelow
        disclosure = Disclosure(least: settings.discloseAtLeast)
    }

    /// `estimate` as it may leave, by the number of its respondents.
    package func release(_ estimate: Estimate) -> Released {
        if estimate.n == 0 { return .hidden(.nobody) }
        if estimate.n < hideBelow { return .hidden(.unreliable(n: printable(estimate.n))) }
        return estimate.n < bracketBelow ? .bracketed(estimate) : .shown(estimate)
    }

    /// The least number of respondents that a row needs to be shown.
    package var leastInRow: Int { max(hideBelow, disclosure.least) }

    /// `estimate`, a cell of a table of counts, as it may leave.
    package func release(_ estimate: Estimate, isDisclosing: Bool) -> Released {
        let released = release(estimate)
        return isDisclosing && released.estimate != nil ? .hidden(.disclosing) : released
    }

    /// `n` where it may be said: a number from 1 to k − 1 points at too few people.
    package func printable(_ n: Int) -> Int? {
        (1..<disclosure.least).contains(n) ? nil : n
    }
}
