import Base

/// Says what the printed figures of a report make of a claim.
struct ClaimEvaluator {
    let lookup: ClaimLookup

    typealias Fault = Claim.Fault

    init(_ report: AuditedReport, scope: ClaimScope? = nil) {
        lookup = ClaimLookup(report: report, scope: scope)
    }

    /// Whether `claim` holds, and what the cells say.
    ///
    /// - Throws: The first ``Claim/Fault`` where it names what is not there or makes no sense.
    func account(of claim: Claim) throws(Fault) -> ClaimAccount {
        let root = claim.root
        switch try value(root) {
        case .truth(let account): return account
        case .truths:
            throw Fault(
                .meaning,
                at: root.range.lowerBound,
                "The claim compares a list, and does not say of how many it holds.",
                remedy: "Put all(…), none(…), some(…) or most(…) around it."
            )
        case let other:
            throw Fault(
                .meaning,
                at: root.range.lowerBound,
                "The claim is \(other.kind): nothing that is true or false.",
                remedy: "Compare it with something, such as = 2.56 or > 3."
            )
        }
    }

    func value(_ term: Claim.Term) throws(Fault) -> ClaimValue {
        switch term.kind {
        case .number(let print): return .number(ClaimNumber(literal: print))
        case .text(let name), .word(let name):
            return .number(try lookup.variable(name, term.range))
        case .cells(let name, let lines): return try lookup.cells(name, lines, term.range)
        case .scale(let name, let point): return .number(try scale(name, point, term))
        case .base(let name, let line): return .number(try base(name, line, term))
        case .call(let function, let terms): return try call(function, terms, term)
        case .not(let inner): return .truth(!(try truth(inner)))
        case .negative(let inner): return try each(inner) { -$0 }
        case .binary(.and, let left, let right):
            return .truth(.all([try truth(left), try truth(right)]))
        case .binary(.or, let left, let right):
            return .truth(.any([try truth(left), try truth(right)]))
        case .binary(let sign, let left, let right) where sign.isComparison:
            let values = (try value(left), try value(right))
            return try pairs(values, left, right, term) { .compared($0, sign, $1) }
        case .binary(let sign, let left, let right):
            return try computed(sign, left, right, term)
        case .about(let left, let right, let within):
            return try about(left, right, within, term)
        case .between(let inner, let low, let high):
            let (low, high) = (try number(low), try number(high))
            return try judged(inner) { .between($0, low, high) }
        case .isLabel(let inner, let labels, let isNegated):
            let account = ClaimAccount.isLabel(try self.labels(inner), labels)
            return .truth(isNegated ? !account : account)
        }
    }

    // MARK: - Kinds

    func number(_ term: Claim.Term) throws(Fault) -> ClaimNumber {
        let value = try value(term)
        if case .number(let number) = value { return number }
        throw wrong(term, value, "one number")
    }

    /// The numbers of a list, or of one cell.
    func numbers(_ term: Claim.Term) throws(Fault) -> [ClaimNumber] {
        let value = try value(term)
        switch value {
        case .number(let number): return [number]
        case .numbers(let numbers): return numbers
        default: throw wrong(term, value, "numbers")
        }
    }

    func truth(_ term: Claim.Term) throws(Fault) -> ClaimAccount {
        let value = try value(term)
        if case .truth(let account) = value { return account }
        throw wrong(term, value, "something true or false")
    }

    func truths(_ term: Claim.Term) throws(Fault) -> [ClaimAccount] {
        let value = try value(term)
        if case .truths(let accounts) = value { return accounts }
        throw wrong(term, value, "a comparison of a list, such as table[*, total] > 3")
    }

    private func labels(_ term: Claim.Term) throws(Fault) -> ClaimLabels {
        let value = try value(term)
        if case .labels(let labels) = value { return labels }
        throw wrong(term, value, "a label, such as highest(table[*, total])")
    }

    func wrong(_ term: Claim.Term, _ value: ClaimValue, _ wanted: String) -> Fault {
        Fault(
            .meaning,
            at: term.range.lowerBound,
            "Here stands \(value.kind), where \(wanted) should be.",
            remedy: "See docs/audit/claims.md."
        )
    }

    // MARK: - Lists

    /// `compute` of the number, or of each of the list.
    func each(
        _ term: Claim.Term,
        _ compute: (ClaimNumber) -> ClaimNumber
    ) throws(Fault) -> ClaimValue {
        let value = try value(term)
        switch value {
        case .number(let number): return .number(compute(number))
        case .numbers(let numbers):
            return .numbers(
                numbers.map { number in
                    var result = compute(number)
                    result.line = number.line
                    return result
                }
            )
        default: throw wrong(term, value, "a number")
        }
    }

    /// `judge` of the number, or of each of the list.
    func judged(
        _ term: Claim.Term,
        _ judge: (ClaimNumber) throws(Fault) -> ClaimAccount
    ) throws(Fault) -> ClaimValue {
        let value = try value(term)
        switch value {
        case .number(let number): return .truth(try judge(number))
        case .numbers(let numbers):
            var accounts: [ClaimAccount] = []
            for number in numbers {
                var account = try judge(number)
                account.subject = "“\(number.line?.label ?? number.name)” (\(number.figure))"
                accounts.append(account)
            }
            return .truths(accounts)
        default: throw wrong(term, value, "a number")
        }
    }

    /// `judge` of two numbers, of each of a list with a number, or of two lists line by line.
    private func pairs(
        _ values: (ClaimValue, ClaimValue),
        _ left: Claim.Term,
        _ right: Claim.Term,
        _ term: Claim.Term,
        _ judge: (ClaimNumber, ClaimNumber) -> ClaimAccount
    ) throws(Fault) -> ClaimValue {
        let (first, second) = values
        switch values {
        case (.number(let a), .number(let b)):
            let (a, b) = ClaimNumber.aligned(a, b)
            return .truth(judge(a, b))
        case (.numbers, .number), (.number, .numbers), (.numbers, .numbers):
            let lines = try aligned(first, second, term)
            return .truths(
                lines.map { a, b in
                    let line = (a.line ?? b.line)?.label ?? a.name
                    let (a, b) = ClaimNumber.aligned(a, b)
                    var account = judge(a, b)
                    let figures = [a, b].filter { !$0.isLiteral }.map(\.figure)
                    account.subject = "“\(line)” (\(figures.joined(separator: " and ")))"
                    return account
                }
            )
        case (.number, _), (.numbers, _): throw wrong(right, second, "a number")
        default: throw wrong(left, first, "a number")
        }
    }

    private func computed(
        _ sign: Claim.Operator,
        _ left: Claim.Term,
        _ right: Claim.Term,
        _ term: Claim.Term
    ) throws(Fault) -> ClaimValue {
        let (first, second) = (try value(left), try value(right))
        switch (first, second) {
        case (.number(let a), .number(let b)): return .number(.compute(sign, a, b))
        case (.numbers, .number), (.number, .numbers), (.numbers, .numbers):
            return .numbers(
                try aligned(first, second, term).map { a, b in
                    var result = ClaimNumber.compute(sign, a, b)
                    result.line = a.line ?? b.line
                    return result
                }
            )
        case (.number, _), (.numbers, _): throw wrong(right, second, "a number")
        default: throw wrong(left, first, "a number")
        }
    }

    /// Two lists line by line: by label where both have the same labels, else in their order.
    private func aligned(
        _ first: ClaimValue,
        _ second: ClaimValue,
        _ term: Claim.Term
    ) throws(Fault) -> [(ClaimNumber, ClaimNumber)] {
        switch (first, second) {
        case (.numbers(let list), .number(let one)): return list.map { ($0, one) }
        case (.number(let one), .numbers(let list)): return list.map { (one, $0) }
        case (.numbers(let a), .numbers(let b)):
            guard a.count == b.count else {
                throw Fault(
                    .meaning,
                    at: term.range.lowerBound,
                    "A list of \(a.count) stands beside a list of \(b.count).",
                    remedy: "Name the same lines in both."
                )
            }
            let names = b.compactMap { $0.line?.identity }
            if Set(names).count == b.count, Set(names) == Set(a.compactMap { $0.line?.identity }) {
                return a.compactMap { number in
                    b.first { $0.line?.identity == number.line?.identity }.map { (number, $0) }
                }
            }
            return Array(zip(a, b))
        default: return []
        }
    }

    private func about(
        _ left: Claim.Term,
        _ right: Claim.Term,
        _ within: Claim.Term?,
        _ term: Claim.Term
    ) throws(Fault) -> ClaimValue {
        let values = (try value(left), try value(right))
        let margin = try within.map { term throws(Fault) in try number(term) }
        if margin == nil, try lacksPrint(values, term) {
            throw Fault(
                .meaning,
                at: term.range.lowerBound,
                "How near is near? Neither side has decimals that say so.",
                remedy: "Add within and a number: a ~ b within 0.5."
            )
        }
        return try pairs(values, left, right, term) { .about($0, $1, within: margin) }
    }

    /// Whether two known numbers stand beside each other, or lines of lists, and neither is a print.
    private func lacksPrint(
        _ values: (ClaimValue, ClaimValue),
        _ term: Claim.Term
    ) throws(Fault) -> Bool {
        let lines: [(ClaimNumber, ClaimNumber)]
        if case (.number(let a), .number(let b)) = values {
            lines = [(a, b)]
        } else {
            lines = try aligned(values.0, values.1, term)
        }
        return lines.contains { a, b in
            a.print == nil && b.print == nil && a.point != nil && b.point != nil
        }
    }
}
