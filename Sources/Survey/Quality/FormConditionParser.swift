/// Reads the conditions of forms by recursive descent; every method gives nil for what is not understood.
struct FormConditionParser {
    private enum Token: Hashable {
        case number(Double)
        case text(String)
        case variable(String)
        case word(String)
        case sign(String)
    }

    private var tokens: [Token] = []
    private var next = 0
    private var depth = 0
    private(set) var names: [String] = []

    /// The deepest nesting that is followed; forms nest two or three deep.
    private static let deepest = 40

    /// Splits `text` into its words and signs.
    init?(_ text: String) {
        let letters = Array(text)
        var place = 0
        while place < letters.count {
            let letter = letters[place]
            if letter.isWhitespace {
                place += 1
            } else if let (token, length) = Self.token(letters[place...]) {
                tokens.append(token)
                place += length
            } else {
                return nil
            }
        }
        if tokens.isEmpty { return nil }
    }

    private static func token(_ rest: ArraySlice<Character>) -> (Token, Int)? {
        guard let first = rest.first else { return nil }
        if first == "'" || first == "\"" {
            guard let end = rest.dropFirst().firstIndex(of: first) else { return nil }
            let text = rest[(rest.startIndex + 1)..<end]
            return (.text(String(text)), text.count + 2)
        }
        if rest.starts(with: "${") {
            guard let end = rest.firstIndex(of: "}") else { return nil }
            let name = String(rest[(rest.startIndex + 2)..<end])
            let trimmed = name.split(whereSeparator: \.isWhitespace)
            guard trimmed.count == 1 else { return nil }
            return (.variable(String(trimmed[0])), name.count + 3)
        }
        let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
        if digits.contains(where: { $0 != "." }) {
            guard let number = Double(String(digits)) else { return nil }
            return (.number(number), digits.count)
        }
        if first.isLetter || first == "_" {
            let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            return (.word(String(word)), word.count)
        }
        for sign in ["!=", "<=", ">="] where rest.starts(with: sign) { return (.sign(sign), 2) }
        return ".=<>+-*(),".contains(first) ? (.sign(String(first)), 1) : nil
    }

    // MARK: - Grammar

    /// The condition that all tokens make.
    mutating func whole() -> FormCondition.Node? {
        guard let node = either(), next == tokens.count else { return nil }
        return node
    }

    private mutating func either() -> FormCondition.Node? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return nil }
        return chain(["or"]) { $0.both() }
    }

    private mutating func both() -> FormCondition.Node? {
        chain(["and"]) { $0.equality() }
    }

    private mutating func equality() -> FormCondition.Node? {
        chain(["=", "!="]) { $0.order() }
    }

    private mutating func order() -> FormCondition.Node? {
        chain(["<", "<=", ">", ">="]) { $0.sum() }
    }

    private mutating func sum() -> FormCondition.Node? {
        chain(["+", "-"]) { $0.product() }
    }

    private mutating func product() -> FormCondition.Node? {
        chain(["*", "div", "mod"]) { $0.signed() }
    }

    /// Operands of one level with the signs between them, from the left.
    private mutating func chain(
        _ signs: [String],
        _ operand: (inout FormConditionParser) -> FormCondition.Node?
    ) -> FormCondition.Node? {
        guard var node = operand(&self) else { return nil }
        var length = 0
        while let text = signText, signs.contains(text),
            let sign = FormCondition.Sign(rawValue: text)
        {
            next += 1
            length += 1
            // A chain nests to the left as deep as it is long, and is evaluated by recursion.
            guard length < 200, let right = operand(&self) else { return nil }
            node = .binary(sign, node, right)
        }
        return node
    }

    private var signText: String? {
        guard tokens.indices.contains(next) else { return nil }
        switch tokens[next] {
        case .sign(let text), .word(let text): return text
        case .number, .text, .variable: return nil
        }
    }

    private mutating func signed() -> FormCondition.Node? {
        guard take("-") else { return primary() }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest, let inner = signed() else { return nil }
        return .negative(inner)
    }

    private mutating func primary() -> FormCondition.Node? {
        guard tokens.indices.contains(next) else { return nil }
        let token = tokens[next]
        next += 1
        switch token {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .variable(let name):
            if !names.contains(name) { names.append(name) }
            return .variable(name)
        case .sign("."): return .answer
        case .sign("("):
            guard let inner = either(), take(")") else { return nil }
            return inner
        case .word(let name): return call(name)
        case .sign: return nil
        }
    }

    private mutating func call(_ name: String) -> FormCondition.Node? {
        guard take("("), let arguments = arguments() else { return nil }
        switch (name, arguments.count) {
        case ("true", 0): return .truth(true)
        case ("false", 0): return .truth(false)
        case ("not", 1): return .not(arguments[0])
        case ("selected", 2): return .selected(arguments[0], arguments[1])
        case ("count-selected", 1): return .countSelected(arguments[0])
        case ("string-length", 1): return .length(arguments[0])
        case ("number", 1): return .asNumber(arguments[0])
        case ("int", 1): return .truncated(arguments[0])
        default: return nil
        }
    }

    /// The arguments of a call, up to its closing parenthesis.
    private mutating func arguments() -> [FormCondition.Node]? {
        if take(")") { return [] }
        var list: [FormCondition.Node] = []
        repeat {
            guard let argument = either() else { return nil }
            list.append(argument)
        } while take(",")
        return take(")") ? list : nil
    }

    private mutating func take(_ sign: String) -> Bool {
        guard tokens.indices.contains(next), tokens[next] == .sign(sign) else { return false }
        next += 1
        return true
    }
}
