/// Accounts of comparisons between numbers.
extension ClaimAccount {
    /// What the cells say of `left sign right`; both in one unit.
    static func compared(
        _ left: ClaimNumber,
        _ sign: Claim.Operator,
        _ right: ClaimNumber
    ) -> ClaimAccount {
        switch sign {
        case .equal: return equal(left, right, ClaimNumber.equal(left, right))
        case .notEqual:
            let truth = ClaimNumber.differs(left, right)
            var account = statement(
                truth,
                left,
                right,
                holds: "differs from",
                fails: "is the same as"
            )
            account.isSmall = false
            return account
        default:
            let truth: ClaimTruth =
                switch sign {
                case .less: ClaimNumber.less(left, right)
                case .lessOrEqual: ClaimNumber.lessOrEqual(left, right)
                case .greater: ClaimNumber.less(right, left)
                default: ClaimNumber.lessOrEqual(right, left)
                }
            var account = statement(
                truth,
                left,
                right,
                holds: "is \(sign.word)",
                fails: "is not \(sign.word)"
            )
            account.isSmall = truth == .fails && isRounded(left, right)
            return account
        }
    }

    /// Whether a figure reaches the text's number when it is rounded as that one is, as 72.8 is
    /// “at least 73%”.
    ///
    /// Whole numbers without a percent sign are limits ("above 3"), not rounded figures.
    private static func isRounded(_ left: ClaimNumber, _ right: ClaimNumber) -> Bool {
        guard let literal = [left, right].first(where: \.isLiteral)?.print,
            let other = [left, right].first(where: { !$0.isLiteral }), let point = other.point,
            literal.isPercent || literal.decimals > 0, !other.isWhole
        else { return false }
        return literal.interval.contains(point)
    }

    private static func equal(
        _ left: ClaimNumber,
        _ right: ClaimNumber,
        _ truth: ClaimTruth
    ) -> ClaimAccount {
        var account = statement(truth, left, right, holds: "equals", fails: "does not equal")
        account.isSmall = truth == .fails && ClaimNumber.differsByOneUnit(left, right)
        let (text, cells) = right.isLiteral ? (right, left) : (left, right)
        guard case .literal(let print) = text.nature, !cells.isLiteral else { return account }
        account.printed = print.text
        account.expected = rounded(cells, as: print)
        guard truth == .fails else { return account }
        let expected = account.expected.map { $0 == cells.figure ? $0 : "\(cells.figure) (\($0))" }
        let place = cells.cells.isEmpty ? "elsewhere it is" : "the table"
        account.short = "the text has \(print.text), \(place) \(expected ?? cells.figure)"
        let first = "\(start(cells)) \(cells.figure)."
        account.because =
            ["\(first) The text has \(print.text)."] + [spread(cells)].compactMap { $0 }
        return account
    }

    /// `number` with the decimals of `print`: what the text should have.
    private static func rounded(_ number: ClaimNumber, as print: PrintedNumber) -> String? {
        guard number.point != nil else { return nil }
        let sign = print.isPercent ? "%" : ""
        // A figure with fewer decimals than the text has does not say what the others would be.
        if let own = number.print, own.decimals <= print.decimals {
            return own.isPercent ? own.text : own.text + sign
        }
        let low = ClaimNumber.text(number.low, print.decimals)
        let high = ClaimNumber.text(number.high, print.decimals)
        let point = ClaimNumber.text(number.point ?? 0, print.decimals)
        return number.nature == .computed && low != high
            ? "\(low)\(sign) to \(high)\(sign)" : point + sign
    }

    static func about(
        _ left: ClaimNumber,
        _ right: ClaimNumber,
        within margin: ClaimNumber?
    ) -> ClaimAccount {
        if let margin {
            let truth: ClaimTruth =
                margin.point.map { ClaimNumber.near(left, right, $0) } ?? .undecided
            return statement(
                truth,
                left,
                right,
                holds: "is within \(margin.figure) of",
                fails: "is further than \(margin.figure) from"
            )
        }
        if left.print != nil, right.print != nil || left.isLiteral {
            return equal(left, right, ClaimNumber.equal(left, right))
        }
        if right.print != nil { return equal(left, right, ClaimNumber.equal(left, right)) }
        // What is computed has no last digit: one unit of the printed side, either way.
        let unit = left.print?.unit ?? 0
        return statement(
            ClaimNumber.near(left, right, unit),
            left,
            right,
            holds: "is about",
            fails: "is not about"
        )
    }

    static func between(
        _ number: ClaimNumber,
        _ low: ClaimNumber,
        _ high: ClaimNumber
    ) -> ClaimAccount {
        // The ends are figures of the text, rounded as it rounds: 2.48 lies between 2.5 and 3.1.
        let truth = ClaimTruth.and([
            ClaimNumber.reaches(low, number),
            ClaimNumber.reaches(-high, -number),
        ])
        let verb =
            truth == .holds ? "lies between" : truth == .fails ? "is not between" : "may be between"
        let words = "\(verb) \(low.figure) and \(high.figure)"
        var account = ClaimAccount(
            truth,
            "\(number.figure) \(words)",
            because: ["\(start(number)) \(number.figure), which \(words)."],
            cells: number.cells + low.cells + high.cells
        )
        account.isSmall =
            truth == .fails
            && [low, high].contains { ClaimNumber.differsByOneUnit(number, $0) }
        account.note([number, low, high])
        return account
    }

    /// Says what the two are, and how they stand to each other.
    private static func statement(
        _ truth: ClaimTruth,
        _ left: ClaimNumber,
        _ right: ClaimNumber,
        holds: String,
        fails: String
    ) -> ClaimAccount {
        let verb = truth == .holds ? holds : truth == .fails ? fails : "may be, or not,"
        let short = "\(left.figure) \(truth == .undecided ? "or" : verb) \(right.figure)"
        var sentences: [String] = []
        if left.isLiteral || right.isLiteral {
            let (first, second) = left.isLiteral ? (right, left) : (left, right)
            sentences = [
                "\(start(first)) \(first.figure).",
                left.isLiteral
                    ? "\(second.figure) \(verb) \(first.figure)."
                    : "\(first.figure) \(verb) \(second.figure).",
            ]
        } else {
            sentences = [
                "\(start(left)) \(left.figure), and \(end(right)) \(right.figure).",
                "\(left.figure) \(verb) \(right.figure).",
            ]
        }
        sentences += [left, right].compactMap(spread)
        var account = ClaimAccount(truth, short, because: sentences, cells: left.cells)
        for cell in right.cells where !account.cells.contains(cell) { account.cells.append(cell) }
        account.note([left, right])
        return account
    }

    /// Says why nothing is decided.
    mutating func note(_ numbers: [ClaimNumber]) {
        guard truth == .undecided else { return }
        let isMissing = numbers.contains { $0.nature == .missing }
        if !doubts.contains(isMissing ? .missing : .rounding) {
            doubts.append(isMissing ? .missing : .rounding)
        }
    }

    private static func start(_ number: ClaimNumber) -> String {
        let words = end(number)
        return (words.first.map { String($0).uppercased() } ?? "") + words.dropFirst()
    }

    /// "the sum is", or what stands before a figure.
    private static func end(_ number: ClaimNumber) -> String {
        number.isLiteral ? "the number is" : "\(number.name) is"
    }

    /// How far rounding lets a result go, where it is more than a digit's half.
    private static func spread(_ number: ClaimNumber) -> String? {
        guard number.nature == .computed, number.low < number.high, number.low.isFinite,
            number.high.isFinite
        else { return nil }
        let decimals = number.decimals.map { $0 + 1 }
        let low = ClaimNumber.text(number.low, decimals)
        let high = ClaimNumber.text(number.high, decimals)
        return low == high ? nil : "Rounding of the printed figures lets it be \(low) to \(high)."
    }
}
