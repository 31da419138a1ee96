/// What is to be said of one test, without the place where it stands.
enum PValueVerdict: Hashable, Sendable {
    case consistent
    /// No distribution is defined for these figures.
    case undefined
    case wrong(Wrong)

    struct Wrong: Hashable, Sendable {
        var severity: AuditSeverity
        /// Follows the words of the test in the headline.
        var headline: String
        var because: String
        /// The p-value that should stand there, where it follows.
        var expected: String?
        var unless: String?
        var likelyCause: String?
        var consequence: String?
    }

    /// Judges `test`.
    ///
    /// - Parameters:
    ///   - test: The test as it was read.
    ///   - near: What the words around the test say.
    ///   - far: What the rest of the report says.
    ///   - isWeighted: Whether the figures are weighted; nil where nobody says.
    init(_ test: ReportedTest, near: TestContext, far: TestContext, isWeighted: Bool?) {
        if let wrong = Self.impossible(test) {
            self = .wrong(wrong)
            return
        }
        guard let recomputed = RecomputedP(test) else {
            self = .undefined
            return
        }
        if recomputed.isZero(test) {
            self = .wrong(Self.zero(recomputed))
            return
        }
        let fitsOneSided =
            !test.kind.isUpperTailed
            && (!recomputed.halved.isError(test) || !recomputed.opposite.isError(test))
        guard recomputed.isError(test), !(near.isOneSided && fitsOneSided) else {
            self = .consistent
            return
        }
        if let wrong = Self.count(test, recomputed) {
            self = .wrong(wrong)
            return
        }
        var wrong = Self.mismatch(test, recomputed)
        let allowances = (near.allowances + far.allowances).filter { allowance in
            (!allowance.isUpward || test.isAbove(recomputed))
                && (!allowance.isOfTables || Self.isOfTables(test.kind) && isWeighted != false)
        }
        var unless = allowances.map(\.unless)
        if isWeighted == true, Self.isOfTables(test.kind) {
            unless.append("the test allows for weights")
        }
        if fitsOneSided, far.isOneSided { unless.append("the test was one-sided") }
        if !unless.isEmpty {
            wrong.severity = .improbable
            wrong.unless = unless.reduced().joined(separator: ", or ")
        } else if fitsOneSided {
            wrong.unless = "the test was one-sided, which the text beside it does not say"
        }
        if fitsOneSided { wrong.likelyCause = "This is the p-value of a one-sided test." }
        self = .wrong(wrong)
    }

    private static func isOfTables(_ kind: ReportedTest.Kind) -> Bool {
        kind == .fisherF || kind == .chiSquare || kind == .r
    }
}

extension [String] {
    /// Each once, in the same order.
    fileprivate func reduced() -> [String] {
        reduce(into: []) { list, text in if !list.contains(text) { list.append(text) } }
    }
}

extension ReportedTest {
    /// Whether the printed p is larger than the recomputed one.
    fileprivate func isAbove(_ recomputed: RecomputedP) -> Bool {
        switch p {
        case .notSignificant: true
        case .value(let comparison, let number): comparison != .less && number.value > recomputed.p
        }
    }
}

// MARK: - The single verdicts

extension PValueVerdict {
    private static func impossible(_ test: ReportedTest) -> Wrong? {
        if case .value(_, let number) = test.p, !(0...1).contains(number.value) {
            return Wrong(
                severity: .impossible,
                headline: "no p-value lies outside 0 to 1",
                because: "A p-value is a probability; the one printed here is "
                    + (number.value < 0 ? "less than 0." : "more than 1."),
                expected: RecomputedP(test).map { words($0.p) }
            )
        }
        let statistic = test.statistic
        if test.kind == .r, abs(statistic.value) - statistic.half > 1 {
            return Wrong(
                severity: .impossible,
                headline: "no correlation lies outside -1 to 1",
                because: "A correlation lies between -1 and 1, whatever the data are."
            )
        }
        if test.kind.isUpperTailed, statistic.value + statistic.half < 0 {
            return Wrong(
                severity: .impossible,
                headline: "\(test.kind.rawValue) cannot be negative",
                because: "\(test.kind.rawValue) is made of squares and is never less than 0."
            )
        }
        return nil
    }

    private static func zero(_ recomputed: RecomputedP) -> Wrong {
        Wrong(
            severity: .cosmetic,
            headline: "a p-value is never 0",
            because: "The p-value of this statistic is \(words(recomputed.p)), which rounds to "
                + "the 0 that is printed; \"less than\" the smallest printed step would be right."
        )
    }

    /// A correlation whose p-value fits if the brackets hold the number of people.
    private static func count(_ test: ReportedTest, _ recomputed: RecomputedP) -> Wrong? {
        guard test.kind == .r, let df = test.df.first, df.decimals == 0, df.value > 3,
            !recomputed.isDecisionError(test)
        else { return nil }
        var other = test
        other.df = [TextNumber(value: df.value - 2, decimals: 0)]
        guard let fitting = RecomputedP(other), !fitting.isError(test) else { return nil }
        return Wrong(
            severity: .cosmetic,
            headline: "the p-value fits if the brackets hold the number of people",
            because: "With as many degrees of freedom as stand in the brackets the p-value is "
                + "\(words(recomputed.p)); with two fewer it is \(words(fitting.p)), as printed. "
                + "A correlation has two degrees of freedom fewer than people.",
            likelyCause: "The number of people stands where degrees of freedom are usual."
        )
    }

    private static func mismatch(_ test: ReportedTest, _ recomputed: RecomputedP) -> Wrong {
        let isDecision = recomputed.isDecisionError(test)
        let p = words(recomputed.p)
        let isSignificant = recomputed.p <= RecomputedP.level
        let significance = isSignificant ? "significant" : "not significant"
        var wrong = Wrong(
            severity: .contradictory,
            headline: isDecision
                ? "\(significance) at 5 per cent, contrary to print: the p-value is \(p)"
                : "the p-value is \(p)",
            because: sentences(test, recomputed),
            expected: p
        )
        if isDecision {
            wrong.consequence =
                isSignificant
                ? "By its own statistic this result is significant at 5 per cent; the printed "
                    + "p-value says that it is not."
                : "By its own statistic this result is not significant at 5 per cent; the printed "
                    + "p-value says that it is."
        }
        if case .value(.equal, let number) = test.p, number.value > 0,
            recomputed.p >= number.value, recomputed.p < number.value + 2 * number.half
        {
            wrong.likelyCause =
                "The p-value was cut off after its last printed figure, not rounded."
        }
        return wrong
    }

    private static func sentences(_ test: ReportedTest, _ recomputed: RecomputedP) -> String {
        let sides = test.kind.isUpperTailed ? "" : "two-sided "
        let printed =
            switch test.p {
            case .notSignificant: "\"Not significant\" says that it is more than 0.05."
            case .value(.equal, _): "The printed p-value is none of these, rounded."
            case .value(.less, _): "None of these is less than the printed bound."
            case .value(.more, _): "None of these is more than the printed bound."
            }
        let range =
            switch test.comparison {
            case .equal:
                "Statistics that round to the printed one have p-values from "
                    + "\(words(recomputed.low)) to \(words(recomputed.high))."
            case .less: "A smaller statistic has a larger p-value."
            case .more: "A larger statistic has a smaller p-value."
            }
        return "The printed statistic has a \(sides)p-value of \(words(recomputed.p)). "
            + range + " " + printed
    }

    /// A probability with four decimals, or six where it is small.
    static func words(_ p: Double) -> String {
        guard p >= 0.000001 else { return "less than 0.000001" }
        return PrintedNumber.rounded(p, decimals: p < 0.001 ? 6 : 4).text
    }
}
