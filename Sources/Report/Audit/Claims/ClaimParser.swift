import Base

/// Reads claims by precedence: `or`, `and`, `not`, comparisons, sums, products, signs.
///
/// docs/audit/claims.md is the grammar.
struct ClaimParser {
    let tokens: [ClaimToken]
    private let letters: [Character]
    var next = 0
    private var depth = 0
    private var operations = 0

    /// Deeper nesting than a person writes; it bounds the stack on hostile input.
    private static let mostDepth = 50

    /// More operations than a person writes; a chain such as a + b + c is a tree as deep as it is
    /// long, and what walks it must not run out of stack.
    private static let mostOperations = 300

    /// Words that are part of the language, so that a label that reads the same needs quotation marks.
    static let reserved: Set<String> = ["and", "or", "not", "is", "one", "of", "between", "within"]

    init(_ text: String) throws(Claim.Fault) {
        tokens = try ClaimLexer.tokens(of: text)
        letters = Array(text)
    }

    mutating func claim() throws(Claim.Fault) -> Claim.Term {
        let term = try operation(above: 0)
        guard next == tokens.count else { throw unexpected() }
        return term
    }

    mutating func operation(above lowest: Int) throws(Claim.Fault) -> Claim.Term {
        var left = try operand()
        while true {
            if lowest < 4, let comparison = try wordComparison(left) {
                left = comparison
                try refuseChain()
            } else if let sign = binaryOperator(), sign.precedence > lowest {
                try countOperation()
                next += 1
                let right = try operation(above: sign.precedence)
                left = term(.binary(sign, left, right), from: left)
                if sign.isComparison { try refuseChain() }
            } else {
                return left
            }
        }
    }

    /// `left` compared by `~`, `between` or `is`, where one of them follows.
    private mutating func wordComparison(_ left: Claim.Term) throws(Claim.Fault) -> Claim.Term? {
        guard isSign("~") || isWord("between") || isWord("is") else { return nil }
        try countOperation()
        next += 1
        switch tokens[next - 1].kind {
        case .sign:
            let right = try operation(above: 4)
            let within = skip(word: "within") ? try operation(above: 4) : nil
            return term(.about(left, right, within: within), from: left)
        case .word("between"):
            let low = try operation(above: 4)
            guard skip(word: "and") else {
                throw fault("After between stand two numbers with “and” between them.", "Add it.")
            }
            return term(.between(left, low, try operation(above: 4)), from: left)
        default:
            let isNegated = skip(word: "not")
            let labels: [Claim.Label]
            if skip(word: "one") {
                guard skip(word: "of") else { throw fault("“of” is missing here.", "Add it.") }
                labels = try labelSet()
            } else {
                labels = isSign("{") ? try labelSet() : [try label()]
            }
            return term(.isLabel(left, labels, isNegated: isNegated), from: left)
        }
    }

    private func refuseChain() throws(Claim.Fault) {
        let isAnother = binaryOperator()?.isComparison ?? false
        if isAnother || isSign("~") || isWord("between") || isWord("is") {
            throw fault("Comparisons cannot be chained.", "Write a < b and b < c.")
        }
    }

    private mutating func countOperation() throws(Claim.Fault) {
        operations += 1
        guard operations <= Self.mostOperations else {
            throw fault(
                "The claim has more than \(Self.mostOperations) operations.",
                "Split it into several claims."
            )
        }
    }

    private mutating func operand() throws(Claim.Fault) -> Claim.Term {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.mostDepth else {
            throw fault("The claim is nested too deeply.", "Split it into several claims.")
        }
        guard next < tokens.count else { throw unexpected() }
        let token = tokens[next]
        next += 1
        switch token.kind {
        case .number(let number):
            try refuseThousands(token)
            return Claim.Term(kind: .number(number), range: token.range)
        case .text(let text):
            if isSign("[") { return try cells(text, token) }
            return Claim.Term(kind: .text(text), range: token.range)
        case .sign("("):
            let inner = try operation(above: 0)
            try expect(")")
            return inner
        case .sign("-"):
            let inner = try operation(above: 6)
            return term(.negative(inner), at: token)
        case .word("not"):
            let inner = try operation(above: 3)
            return term(.not(inner), at: token)
        case .word(let word) where !Self.reserved.contains(word):
            if isSign("(") { return try call(word, token) }
            if isSign("[") { return try cells(word, token) }
            return Claim.Term(kind: .word(word), range: token.range)
        default:
            next -= 1
            throw unexpected()
        }
    }

    /// Refuses 3,944,375, which would read as three numbers.
    private func refuseThousands(_ token: ClaimToken) throws(Claim.Fault) {
        guard next + 1 < tokens.count, tokens[next].kind == .sign(","),
            case .number = tokens[next + 1].kind,
            tokens[next].range.lowerBound == token.range.upperBound,
            tokens[next + 1].range.lowerBound == tokens[next].range.upperBound
        else { return }
        throw fault("A number has no commas.", "Write 3944375, and a point before decimals.")
    }

    // MARK: - Functions

    private mutating func call(
        _ name: String,
        _ token: ClaimToken
    ) throws(Claim.Fault) -> Claim.Term {
        if name == "scale" { return try scale(token) }
        if name == "n" { return try base(token) }
        guard let function = Claim.Function(rawValue: name) else {
            let known = Claim.Function.allCases.map(\.rawValue) + ["scale", "n"]
            throw Claim.Fault(
                .grammar,
                at: token.range.lowerBound,
                "There is no function “\(name)”.",
                remedy: (nearestName(to: name, in: known).map { "Did you mean \($0)? " } ?? "")
                    + "The functions: \(known.joined(separator: ", "))."
            )
        }
        try expect("(")
        var terms = [try operation(above: 0)]
        while skip(",") { terms.append(try operation(above: 0)) }
        try expect(")")
        guard function.arguments.contains(terms.count) else {
            let wanted = function.arguments.lowerBound == 2 ? "two cells" : "one thing"
            throw Claim.Fault(
                .grammar,
                at: token.range.lowerBound,
                "\(name) takes \(wanted) in its parentheses, not \(terms.count).",
                remedy: "See docs/audit/claims.md."
            )
        }
        return term(.call(function, terms), at: token)
    }

    /// A point of a scale, such as `scale(trust).low`.
    private mutating func scale(_ token: ClaimToken) throws(Claim.Fault) -> Claim.Term {
        try expect("(")
        let name = try label()
        try expect(")")
        guard skip("."), next < tokens.count, case .word(let word) = tokens[next].kind,
            let point = Claim.ScalePoint(rawValue: word)
        else {
            throw fault(
                "Which point of the scale is meant?",
                "Write scale(\(name.text)).low, .middle or .high."
            )
        }
        next += 1
        return term(.scale(name.text, point), at: token)
    }

    /// How many people: `n(table)`, `n(table, line)`.
    private mutating func base(_ token: ClaimToken) throws(Claim.Fault) -> Claim.Term {
        try expect("(")
        let table = try label()
        let line = skip(",") ? try self.line() : nil
        try expect(")")
        return term(.base(table: table.text, line: line), at: token)
    }

    // MARK: - Tokens

    func term(_ kind: Claim.Term.Kind, from first: Claim.Term) -> Claim.Term {
        Claim.Term(kind: kind, range: first.range.lowerBound..<end)
    }

    func term(_ kind: Claim.Term.Kind, at token: ClaimToken) -> Claim.Term {
        Claim.Term(kind: kind, range: token.range.lowerBound..<end)
    }

    /// The end of the token that was read last.
    var end: Int { tokens[next - 1].range.upperBound }

    /// The text of `token` as it was written.
    func words(_ token: ClaimToken) -> String { String(letters[token.range]) }

    private func binaryOperator() -> Claim.Operator? {
        guard next < tokens.count else { return nil }
        switch tokens[next].kind {
        case .sign(let sign): return Claim.Operator(rawValue: sign)
        case .word("and"): return .and
        case .word("or"): return .or
        default: return nil
        }
    }

    func isWord(_ word: String) -> Bool {
        next < tokens.count && tokens[next].kind == .word(word)
    }

    func isSign(_ sign: String) -> Bool {
        next < tokens.count && tokens[next].kind == .sign(sign)
    }

    mutating func skip(word: String) -> Bool {
        guard isWord(word) else { return false }
        next += 1
        return true
    }

    mutating func skip(_ sign: String) -> Bool {
        guard isSign(sign) else { return false }
        next += 1
        return true
    }

    mutating func expect(_ sign: String) throws(Claim.Fault) {
        guard skip(sign) else { throw fault("“\(sign)” is missing here.", "Add it.") }
    }

    func unexpected() -> Claim.Fault {
        guard next < tokens.count else {
            return fault("The claim ends too early.", "Add what is missing at its end.")
        }
        return fault(
            "\(Problem.quote(words(tokens[next]))) does not fit here.",
            "Check what stands before it; a label of several words needs quotation marks."
        )
    }

    func fault(_ message: String, _ remedy: String) -> Claim.Fault {
        let position = next < tokens.count ? tokens[next].range.lowerBound : letters.count
        return Claim.Fault(.grammar, at: position, message, remedy: remedy)
    }
}
