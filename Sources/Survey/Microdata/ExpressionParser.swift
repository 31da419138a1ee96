/// One word or sign of an expression.
struct ExpressionToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case number(Double)
        case text(String)
        case name(String)
        case sign(String)
    }

    var kind: Kind
    var position: Int
}

/// The words and signs of `text`, in order.
func expressionTokens(of text: String) throws(Expression.Fault) -> [ExpressionToken] {
    let letters = Array(text)
    var tokens: [ExpressionToken] = []
    var next = 0
    while next < letters.count {
        let start = next
        let letter = letters[start]
        if letter.isWhitespace {
            next += 1
            continue
        }
        let kind: ExpressionToken.Kind
        if letter == "\"" || letter == "'" || letter == "`" {
            guard let end = letters[(start + 1)...].firstIndex(of: letter) else {
                throw Expression.Fault(
                    position: start,
                    message: "The text that begins here has no closing quotation mark.",
                    remedy: "Close it with \(letter)."
                )
            }
            let quoted = String(letters[(start + 1)..<end])
            // Backticks hold a name that has spaces or hyphens in it.
            kind = letter == "`" ? .name(quoted) : .text(quoted)
            next = end + 1
        } else if letter.isNumber
            || (letter == "." && letters.dropFirst(start + 1).first?.isNumber == true)
        {
            next =
                letters[start...].firstIndex {
                    !($0.isNumber || $0 == "." || $0.isLetter || $0 == "_")
                } ?? letters.count
            let word = String(letters[start..<next])
            kind = Double(word).map { .number($0) } ?? .name(word)
        } else if letter.isLetter || letter == "_" {
            next = letters[start...].firstIndex { !isNameLetter($0) } ?? letters.count
            kind = .name(String(letters[start..<next]))
        } else {
            kind = .sign(try sign(at: start, in: letters))
            next +=
                kind == .sign("==") || twoLetterSigns.contains(where: { kind == .sign($0) }) ? 2 : 1
        }
        tokens.append(ExpressionToken(kind: kind, position: start))
    }
    return tokens
}

private let twoLetterSigns: [String] = ["==", "!=", "<=", ">="]

private func isNameLetter(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_" || letter == "." || letter == "/"
}

/// The sign at `start`: two letters where they form one, else one.
private func sign(at start: Int, in letters: [Character]) throws(Expression.Fault) -> String {
    let two = String(letters[start..<min(start + 2, letters.count)])
    if twoLetterSigns.contains(two) { return two }
    let one = String(letters[start])
    if ["<", ">", "+", "-", "*", "(", ")", "[", "]", ",", "/"].contains(one) { return one }
    if one == "=" {
        throw Expression.Fault(
            position: start,
            message: "A single = does not compare.",
            remedy: "Write == for “is equal to”."
        )
    }
    throw Expression.Fault(
        position: start,
        message: "“\(one)” has no meaning here.",
        remedy: "Use names, numbers, texts in quotes, == != < <= > >= in and or not + - * / ( )."
    )
}

/// Reads tokens by precedence: `or`, then `and`, `not`, comparisons, sums, products.
struct ExpressionParser {
    private let tokens: [ExpressionToken]
    private let length: Int
    private var next = 0
    private var depth = 0

    /// Deeper nesting than a person writes; it bounds the stack on hostile input.
    private static let mostDepth = 100

    /// More operations than a person writes; a chain such as a + b + c is a tree as deep as it is
    /// long, and what walks it must not run out of stack.
    private static let mostOperations = 1000
    private var operations = 0

    init(_ tokens: [ExpressionToken], length: Int) {
        self.tokens = tokens
        self.length = length
    }

    mutating func parse() throws(Expression.Fault) -> Expression.Term {
        let term = try operation(above: 0)
        guard next == tokens.count else { throw unexpected() }
        return term
    }

    private mutating func operation(above lowest: Int) throws(Expression.Fault) -> Expression.Term {
        var left = try operand(above: lowest)
        while true {
            if isWord("in"), lowest < 3 {
                try countOperation()
                next += 1
                left = .init(kind: .isIn(left, try list()), position: left.position)
            } else if let sign = binaryOperator(), sign.precedence > lowest {
                try countOperation()
                next += 1
                let right = try operation(above: sign.precedence)
                left = .init(kind: .binary(sign, left, right), position: left.position)
                if sign.isComparison, let another = binaryOperator(), another.isComparison {
                    throw fault("Comparisons cannot be chained.", "Write a < b and b < c.")
                }
            } else {
                return left
            }
        }
    }

    private mutating func countOperation() throws(Expression.Fault) {
        operations += 1
        guard operations <= Self.mostOperations else {
            throw fault(
                "The expression has more than \(Self.mostOperations) operations.",
                "Split it with derive, or write x in [a, b, c]."
            )
        }
    }

    private mutating func operand(above lowest: Int) throws(Expression.Fault) -> Expression.Term {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.mostDepth else {
            throw fault("The expression is nested too deeply.", "Split it with derive.")
        }
        guard next < tokens.count else { throw unexpected() }
        let token = tokens[next]
        next += 1
        switch token.kind {
        case .number(let number): return .init(kind: .number(number), position: token.position)
        case .text(let text): return .init(kind: .text(text), position: token.position)
        case .sign("("):
            let inner = try operation(above: 0)
            try expect(")")
            return inner
        case .sign("-"):
            let inner = try operation(above: 5)
            return .init(kind: .negative(inner), position: token.position)
        case .name("not"):
            let inner = try operation(above: 2)
            return .init(kind: .not(inner), position: token.position)
        case .name(let name) where next < tokens.count && tokens[next].kind == .sign("("):
            return try call(name, at: token.position)
        case .name(let name) where !["and", "or", "in"].contains(name):
            return .init(kind: .name(name), position: token.position)
        default:
            next -= 1
            throw unexpected()
        }
    }

    private mutating func call(
        _ name: String,
        at position: Int
    ) throws(Expression.Fault) -> Expression.Term {
        guard let function = Expression.Function(rawValue: name) else {
            let known = Expression.Function.allCases.map(\.rawValue)
            throw Expression.Fault(
                position: position,
                message: "There is no function “\(name)”.",
                remedy: "The functions are \(known.joined(separator: ", "))."
            )
        }
        next += 1
        var arguments = [try operation(above: 0)]
        while isSign(",") {
            next += 1
            arguments.append(try operation(above: 0))
        }
        try expect(")")
        guard arguments.count == function.argumentCount else {
            throw Expression.Fault(
                position: position,
                message: "\(name) takes \(function.argumentCount), not \(arguments.count).",
                remedy: "See the manual of expressions."
            )
        }
        return .init(kind: .call(function, arguments), position: position)
    }

    private mutating func list() throws(Expression.Fault) -> [Expression.Term] {
        try expect("[")
        var items = [try operation(above: 3)]
        while isSign(",") {
            next += 1
            items.append(try operation(above: 3))
        }
        try expect("]")
        return items
    }

    private func binaryOperator() -> Expression.Operator? {
        guard next < tokens.count else { return nil }
        switch tokens[next].kind {
        case .sign(let sign): return Expression.Operator(rawValue: sign)
        case .name("and"): return .and
        case .name("or"): return .or
        default: return nil
        }
    }

    private func isWord(_ word: String) -> Bool {
        next < tokens.count && tokens[next].kind == .name(word)
    }

    private func isSign(_ sign: String) -> Bool {
        next < tokens.count && tokens[next].kind == .sign(sign)
    }

    private mutating func expect(_ sign: String) throws(Expression.Fault) {
        guard isSign(sign) else { throw fault("“\(sign)” is missing here.", "Add it.") }
        next += 1
    }

    private func unexpected() -> Expression.Fault {
        guard next < tokens.count else {
            return fault("The expression ends too early.", "Add what is missing at its end.")
        }
        return fault("This word or sign does not fit here.", "Check the words before it.")
    }

    private func fault(_ message: String, _ remedy: String) -> Expression.Fault {
        let position = next < tokens.count ? tokens[next].position : length
        return Expression.Fault(position: position, message: message, remedy: remedy)
    }
}
