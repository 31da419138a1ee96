package import Survey

extension DisclosureForm {
    /// An outcome rate as a report prints it.
    package struct PrintedRate: Hashable, Sendable {
        /// The name of a rate that the report calls no more than a response rate.
        package static let unnamed = "response"

        /// nil for a response rate that does not say which of the six it is.
        package var rate: Dispositions.Rate?
        /// The share as an exact interval of the print: 61.7% is 0.6165...0.6175.
        package var interval: ClosedRange<Double>
        package var text: String

        /// A rate called `name` ("RR3", or ``unnamed``) and printed as `text`; nil where that is no share.
        ///
        /// With a per cent sign, or above 1, it is in per cent.
        package init?(name: String, text: String) {
            if name != Self.unnamed {
                guard let rate = Dispositions.Rate(rawValue: name) else { return nil }
                self.rate = rate
            }
            self.text = text.trimmed
            let isMarked = self.text.hasSuffix("%")
            let digits = (isMarked ? String(self.text.dropLast()) : self.text).trimmed
                .replacing(",", with: ".")
            let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), !parts[0].isEmpty, digits.utf8.count <= 12,
                parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
                parts.last?.isEmpty == false, let value = Double(digits)
            else { return nil }
            let unit = parts.count == 2 ? parts[1].utf8.reduce(1.0) { unit, _ in unit / 10 } : 1
            let scale = isMarked || value > 1 ? 100.0 : 1
            guard value <= scale else { return nil }
            interval = (value - unit / 2) / scale...(value + unit / 2) / scale
        }

        package var name: String { rate?.rawValue ?? "the response rate" }

        /// The middle of the interval.
        var value: Double { (interval.lowerBound + interval.upperBound) / 2 }

        /// Whether a value of `range` is printed so.
        func meets(_ range: ClosedRange<Double>) -> Bool {
            // The ends of the interval come from decimal figures and carry their rounding.
            interval.lowerBound - 1e-12 <= range.upperBound
                && range.lowerBound <= interval.upperBound + 1e-12
        }

        /// Whether `value` is printed so, half a last unit to either side included.
        func holds(_ value: Double) -> Bool {
            meets(value...value)
        }
    }

    /// What became of one check of the printed rates.
    package struct RateCheck: Hashable, Sendable {
        package enum Verdict: String, Hashable, Sendable {
            case fits
            case differs
            /// What would decide it was not printed.
            case undecided
        }

        package var verdict: Verdict
        /// One sentence with the figures.
        package var text: String
    }

    /// The printed rates against the printed cases, and against each other.
    ///
    /// Where the report names no e, a rate that some e from 0 to 1 gives is left undecided.
    ///
    /// The interviews among the cases are compared with `answered`, the number of people that the tables of
    /// the report are based on, where that is known.
    package func rateChecks(answered: Int? = nil) -> [RateCheck] {
        let computed = dispositions.map { ComputedRates($0, eligibility: eligibility) }
        return printedRates.map { check($0, computed) } + orderChecks
            + [answered.flatMap { checkInterviews($0) }].compactMap { $0 }
    }

    private func check(_ printed: PrintedRate, _ computed: ComputedRates?) -> RateCheck {
        guard let computed else {
            return RateCheck(
                verdict: .undecided,
                text:
                    "The report does not print what became of the cases, so that \(printed.name), "
                    + "\(printed.text), cannot be computed again."
            )
        }
        guard let rate = printed.rate else { return checkUnnamed(printed, computed) }
        guard let text = computed.text(rate) else {
            return RateCheck(
                verdict: .undecided,
                text: "\(rate.rawValue) = \(rate.formula) cannot be computed from these cases."
            )
        }
        return switch computed.verdict(printed, rate) {
        case .fits: RateCheck(verdict: .fits, text: "\(text), as printed (\(printed.text)).")
        case .differs:
            RateCheck(verdict: .differs, text: "\(text), but \(printed.text) is printed.")
        case .undecided:
            RateCheck(
                verdict: .undecided,
                text: "\(text); the printed \(printed.text) needs another e, and the report names "
                    + "none."
            )
        }
    }

    /// Which of the six response rates a figure without a name can be.
    private func checkUnnamed(_ printed: PrintedRate, _ computed: ComputedRates) -> RateCheck {
        let six: [Dispositions.Rate] = [.rr1, .rr2, .rr3, .rr4, .rr5, .rr6]
        func names(_ verdict: RateCheck.Verdict) -> String {
            six.filter { computed.text($0) != nil && computed.verdict(printed, $0) == verdict }
                .map { "\($0.rawValue) = \($0.formula)" }.joined(separator: "; ")
        }
        let start = "The response rate of \(printed.text) does not say by which formula"
        guard names(.fits).isEmpty else {
            return RateCheck(verdict: .fits, text: "\(start); it can be \(names(.fits)).")
        }
        guard names(.undecided).isEmpty else {
            return RateCheck(
                verdict: .undecided,
                text: "\(start); with an e that the report does not name it can be "
                    + "\(names(.undecided))."
            )
        }
        let all = six.compactMap { computed.text($0) }.joined(separator: "; ")
        return RateCheck(
            verdict: all.isEmpty ? .undecided : .differs,
            text: "The response rate of \(printed.text) is none of AAPOR’s six: \(all)."
        )
    }

    private func checkInterviews(_ answered: Int) -> RateCheck? {
        guard let dispositions else { return nil }
        let interviews = dispositions[.complete] + dispositions[.partial]
        let written = [interviews, dispositions[.partial], answered].map {
            NumberStyle.english.text(Double($0))
        }
        let figures =
            "The cases hold \(written[0]) interviews, of which \(written[1]) partial; the tables are "
            + "of \(written[2]) people"
        return switch interviews - answered {
        case 0: RateCheck(verdict: .fits, text: "\(figures).")
        case ..<0: RateCheck(verdict: .differs, text: "\(figures), which is more.")
        default:
            RateCheck(
                verdict: .undecided,
                text: "\(figures): the report should say which interviews were left out."
            )
        }
    }

    /// Pairs of printed rates of which the first is above the second, which no cases can give.
    private var orderChecks: [RateCheck] {
        Dispositions.Rate.neverAbove.compactMap { low, high in
            guard let small = printedRates.first(where: { $0.rate == low }),
                let large = printedRates.first(where: { $0.rate == high }),
                small.interval.lowerBound > large.interval.upperBound + 1e-12
            else { return nil }
            return RateCheck(
                verdict: .differs,
                text: "\(low.rawValue), \(small.text), is above \(high.rawValue), \(large.text): "
                    + "\(low.formula) cannot exceed \(high.formula)."
            )
        }
    }
}

/// The rates of a report's cases, with every e that its print leaves open.
private struct ComputedRates {
    private let rates: OutcomeRates
    /// With the largest and the smallest e that the report may mean.
    private let least: OutcomeRates
    private let most: OutcomeRates

    init(_ dispositions: Dispositions, eligibility: DisclosureForm.PrintedRate?) {
        let range = eligibility?.interval ?? 0...1
        rates = OutcomeRates(dispositions, eligibility: eligibility?.value)
        least = OutcomeRates(dispositions, eligibility: min(1, range.upperBound))
        most = OutcomeRates(dispositions, eligibility: max(0, range.lowerBound))
    }

    func verdict(
        _ printed: DisclosureForm.PrintedRate,
        _ rate: Dispositions.Rate
    ) -> DisclosureForm.RateCheck.Verdict {
        guard let value = rates[rate], let least = least[rate], let most = most[rate] else {
            return .undecided
        }
        if printed.holds(value) { return .fits }
        guard rate.dependsOnEligibility, printed.meets(least...max(least, most)) else {
            return .differs
        }
        return rates.isEligibilityGiven ? .fits : .undecided
    }

    /// "RR1 = I / (E + U) = 61.73%"; nil where these cases give no such rate.
    func text(_ rate: Dispositions.Rate) -> String? {
        guard let value = rates[rate] else { return nil }
        let english = NumberStyle.english
        let share = english.with(decimals: 2).text(100 * value) + "%"
        var text = "\(rate.rawValue) = \(rate.formula) = \(share)"
        if rate.dependsOnEligibility, let e = rates.eligibility {
            text += " with e = \(english.with(decimals: 3).text(e))"
            text += rates.isEligibilityGiven ? "" : ", the share among the known cases"
        }
        return text
    }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
