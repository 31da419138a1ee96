/// Accounts of lists: trends, and how many of their lines something holds for.
extension ClaimAccount {
    /// Whether the label picked is one of `labels`.
    static func isLabel(_ picked: ClaimLabels, _ labels: [Claim.Label]) -> ClaimAccount {
        let wanted = labels.map { AuditedTable.Line.identity(of: $0.text) }
        let isNamed = picked.lines.map { line in
            wanted.contains(AuditedTable.Line.identity(of: line.label))
                || labels.contains { $0.text == line.label || $0.text == line.identity }
                || wanted.contains(AuditedTable.Line.identity(of: line.identity))
        }
        let truth: ClaimTruth =
            isNamed.allSatisfy { $0 }
            ? .holds : !picked.isChoice || !isNamed.contains(true) ? .fails : .undecided
        let text = labels.map { "“\($0.text)”" }.joined(separator: " or ")
        var account = ClaimAccount(
            truth,
            picked.short,
            because: [picked.because],
            printed: text,
            expected: picked.lines.map { "“\($0.label)”" }.joined(separator: " or "),
            cells: picked.cells
        )
        for number in picked.numbers {
            guard let line = number.line,
                wanted.contains(AuditedTable.Line.identity(of: line.label)),
                !picked.lines.contains(line)
            else { continue }
            account.because.append("“\(line.label)” has \(number.figure).")
            account.cells += number.cells
        }
        if truth == .undecided { account.doubts = [picked.lacksFigure ? .missing : .rounding] }
        return account
    }

    enum Trend {
        case increasing
        case decreasing
        case nondecreasing
        case nonincreasing
    }

    /// Whether each figure is above, below, or not below or above the one before.
    static func trend(_ trend: Trend, _ numbers: [ClaimNumber]) -> ClaimAccount {
        var steps: [ClaimTruth] = []
        var words: [String] = []
        for (before, after) in zip(numbers, numbers.dropFirst()) {
            let truth: ClaimTruth =
                switch trend {
                case .increasing: ClaimNumber.less(before, after)
                case .decreasing: ClaimNumber.less(after, before)
                case .nondecreasing: ClaimNumber.lessOrEqual(before, after)
                case .nonincreasing: ClaimNumber.lessOrEqual(after, before)
                }
            steps.append(truth)
            words.append(step(before, after))
        }
        let truth = ClaimTruth.and(steps)
        let failing = steps.indices.filter { steps[$0] == .fails }
        let shown = failing.isEmpty ? words : failing.map { words[$0] }
        var account = ClaimAccount(
            truth,
            shown.prefix(2).joined(separator: "; ")
                + (shown.count > 2 ? "; and \(shown.count - 2) more" : ""),
            because: ["From one to the next: " + words.joined(separator: "; ") + "."]
        )
        for position in failing.isEmpty ? Array(steps.indices) : failing {
            for cell in numbers[position].cells + numbers[position + 1].cells
            where !account.cells.contains(cell) {
                account.cells.append(cell)
            }
        }
        account.note(numbers)
        return account
    }

    /// One step, such as “2018” → “2019”: 120 → 111 falls.
    private static func step(_ before: ClaimNumber, _ after: ClaimNumber) -> String {
        let verb =
            if ClaimNumber.less(before, after) == .holds {
                "rises"
            } else if ClaimNumber.less(after, before) == .holds {
                "falls"
            } else {
                before.point == after.point ? "stays the same" : "cannot be told"
            }
        let labels = [before, after].map { "“\($0.line?.label ?? $0.name)”" }
        return "\(labels[0]) → \(labels[1]): \(before.figure) → \(after.figure) \(verb)"
    }

    enum Quantity {
        case all
        case none
        case some
        case most
    }

    /// Whether enough of `accounts` hold.
    static func quantified(_ quantity: Quantity, _ accounts: [ClaimAccount]) -> ClaimAccount {
        let (held, failed) = (
            accounts.filter { $0.truth == .holds }, accounts.filter { $0.truth == .fails }
        )
        let (n, open) = (accounts.count, accounts.count - held.count - failed.count)
        let truth: ClaimTruth
        let offending: [ClaimAccount]
        let words: String
        switch quantity {
        case .all:
            truth = .and(accounts.map(\.truth))
            offending = failed
            words = "It does not hold for \(failed.count) of \(n)"
        case .none:
            truth = !.or(accounts.map(\.truth))
            offending = held
            words = "It holds for \(held.count) of \(n)"
        case .some:
            truth = .or(accounts.map(\.truth))
            offending = truth == .fails ? failed : held
            words = "It holds for \(held.count) of \(n)"
        case .most:
            truth =
                2 * held.count > n ? .holds : 2 * (held.count + open) <= n ? .fails : .undecided
            offending = held
            words = "It holds for \(held.count) of \(n)"
        }
        let subjects = offending.map(\.subject).joined(separator: ", ")
        var account = ClaimAccount(
            truth,
            words.prefix(1).lowercased() + words.dropFirst(),
            because: [
                words
                    + (subjects.isEmpty || quantity == .some && truth == .fails
                        ? "" : ": \(subjects)")
                    + (quantity == .most ? "; more than half would be \(n / 2 + 1)." : ".")
            ]
        )
        for cell in offending.flatMap(\.cells) where !account.cells.contains(cell) {
            account.cells.append(cell)
        }
        account.isSmall = quantity == .all && truth == .fails && failed.allSatisfy(\.isSmall)
        if truth == .undecided {
            account.doubts = Array(Set(accounts.flatMap(\.doubts))).sorted { "\($0)" < "\($1)" }
        }
        return account
    }
}
