/// Whether a claim holds, as far as printed figures can tell (Kleene's strong three-valued logic).
package enum ClaimTruth: Hashable, Sendable, CaseIterable {
    /// Every value that the printed figures stand for makes it true, or its print is what it says.
    case holds
    /// No such value makes it true.
    case fails
    case undecided

    static prefix func ! (truth: ClaimTruth) -> ClaimTruth {
        switch truth {
        case .holds: .fails
        case .fails: .holds
        case .undecided: .undecided
        }
    }

    static func and(_ truths: [ClaimTruth]) -> ClaimTruth {
        if truths.contains(.fails) { return .fails }
        return truths.contains(.undecided) ? .undecided : .holds
    }

    static func or(_ truths: [ClaimTruth]) -> ClaimTruth { !and(truths.map { !$0 }) }
}

/// What the cells say of a claim, or of a part of one.
package struct ClaimAccount: Hashable, Sendable {
    /// Why a claim can be judged neither true nor false.
    package enum Doubt: Hashable, Sendable, CaseIterable {
        case rounding
        case missing
        case significance
    }

    package var truth: ClaimTruth
    /// What the cells say, for a heading.
    package var short: String
    /// The same with all the arithmetic, in sentences.
    package var because: [String]
    /// The figure or label of the text, and the one that it should have.
    package var printed: String?
    package var expected: String?
    package var cells: [Finding.Cell]
    /// Whether it fails by one unit of the last digit of a rounded figure and no more.
    package var isSmall = false
    package var doubts: [Doubt] = []
    /// The strongest of them; rounding where there is none.
    var doubt: Doubt {
        [.missing, .significance].first(where: doubts.contains) ?? .rounding
    }
    /// The line that it is about, in a list of them, with its figure.
    var subject = ""

    init(
        _ truth: ClaimTruth,
        _ short: String,
        because: [String],
        printed: String? = nil,
        expected: String? = nil,
        cells: [Finding.Cell] = []
    ) {
        self.truth = truth
        self.short = short
        self.because = because
        self.printed = printed
        self.expected = expected
        self.cells = cells
    }

    /// The account of `accounts` together, from those that decide it.
    static func all(_ accounts: [ClaimAccount]) -> ClaimAccount {
        joined(accounts, ClaimTruth.and(accounts.map(\.truth)))
    }

    static func any(_ accounts: [ClaimAccount]) -> ClaimAccount {
        joined(accounts, ClaimTruth.or(accounts.map(\.truth)))
    }

    private static func joined(_ accounts: [ClaimAccount], _ truth: ClaimTruth) -> ClaimAccount {
        let deciding = accounts.filter { $0.truth == truth }
        var joined = ClaimAccount(
            truth,
            deciding.map(\.short).joined(separator: "; "),
            because: deciding.flatMap(\.because)
        )
        joined.printed = deciding.count == 1 ? deciding[0].printed : nil
        joined.expected = deciding.count == 1 ? deciding[0].expected : nil
        for cell in deciding.flatMap(\.cells) where !joined.cells.contains(cell) {
            joined.cells.append(cell)
        }
        joined.isSmall = truth == .fails && deciding.allSatisfy(\.isSmall)
        joined.doubts = deciding.flatMap(\.doubts)
        return joined
    }

    static prefix func ! (account: ClaimAccount) -> ClaimAccount {
        var opposite = account
        opposite.truth = !account.truth
        // What was said of the text's figure was said of the other reading.
        opposite.expected = nil
        opposite.isSmall = false
        return opposite
    }
}
