/// A condition or formula over the variables of one respondent, as written in a study file.
///
/// The language is small on purpose: names of variables, numbers, texts in quotes, `== != < <= > >=`,
/// `in [a, b]`, `and or not`, `+ - * /`, parentheses, and the functions `missing(x)`,
/// `chose(question, answer)`, `minutes(from, to)` and `days(from, to)`. A word that names no variable
/// is an answer: `consent != yes`. docs/expressions.md is its manual.
package struct Expression: Sendable, Hashable {
    /// The text that it was read from.
    package let text: String
    /// Its outermost part.
    package let root: Term

    /// One part of an expression, with the position of its first character in the text.
    package struct Term: Sendable, Hashable {
        package indirect enum Kind: Sendable, Hashable {
            case number(Double)
            case text(String)
            case name(String)
            case not(Term)
            case negative(Term)
            case binary(Operator, Term, Term)
            case isIn(Term, [Term])
            case call(Function, [Term])
        }

        package var kind: Kind
        package var position: Int
    }

    package enum Operator: String, Sendable, Hashable {
        case or
        case and
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case less = "<"
        case greater = ">"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"

        /// How tightly it binds; a larger number binds first.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 3
            case .plus, .minus: 4
            case .times, .divided: 5
            }
        }

        var isComparison: Bool { precedence == 3 }
    }

    package enum Function: String, Sendable, Hashable, CaseIterable {
        case missing
        case chose
        case minutes
        case days

        var argumentCount: Int { self == .missing ? 1 : 2 }
    }

    /// What is wrong with an expression: where in its text, what, and how to mend it.
    package struct Fault: Error, Sendable, Hashable {
        /// The position of the character in the text, from 0.
        package var position: Int
        package var message: String
        package var remedy: String
    }

    /// Reads `text`.
    ///
    /// - Throws: The first ``Fault`` of its grammar.
    package init(_ text: String) throws(Fault) {
        self.text = text
        var parser = ExpressionParser(try expressionTokens(of: text), length: text.count)
        root = try parser.parse()
    }

    /// Whether `text` can stand in an expression as the name of a variable.
    package static func isName(_ text: String) -> Bool {
        (try? Expression(text))?.root.kind == .name(text)
    }

    /// `answer` as an expression writes it: bare where it reads as a word or a number, else in
    /// quotation marks; nil where it holds both kinds of them.
    package static func literal(_ answer: String) -> String? {
        if isName(answer) { return answer }
        switch (try? Expression(answer))?.root.kind {
        case .number: return answer
        case .negative(let term):
            if case .number = term.kind { return answer }
        default: break
        }
        return quoted(answer)
    }

    /// `text` in the quotation marks of an expression; nil where it holds both kinds of them.
    package static func quoted(_ text: String) -> String? {
        ["'", "\""].first { !text.contains($0) }.map { $0 + text + $0 }
    }

    /// The names in the expression that may be variables, in order of appearance.
    package var names: [String] {
        var names: [String] = []
        collectNames(of: root, into: &names)
        return names
    }

    private func collectNames(of term: Term, into names: inout [String]) {
        switch term.kind {
        case .number, .text: break
        case .name(let name): names.append(name)
        case .not(let inner), .negative(let inner): collectNames(of: inner, into: &names)
        case .binary(_, let left, let right):
            collectNames(of: left, into: &names)
            collectNames(of: right, into: &names)
        case .isIn(let value, let list):
            for part in [value] + list { collectNames(of: part, into: &names) }
        case .call(_, let arguments):
            for part in arguments { collectNames(of: part, into: &names) }
        }
    }
}
