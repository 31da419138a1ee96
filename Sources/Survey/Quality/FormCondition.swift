/// A condition of a form (`relevant`, `constraint`) that can be worked out from a row's answers.
///
/// The part of XPath that forms mostly use: `.`, `${name}`, numbers, texts, `= != < <= > >=`,
/// `and or not()`, `+ - * div mod`, `selected()`, `count-selected()`, `string-length()`, `true()`,
/// `false()`, `number()`, `int()`. Anything else is not understood, and said so by a nil.
/// - SeeAlso: XPath 1.0, sections 3.4 (comparisons) and 4; ODK XForms specification, "XPath functions".
package struct FormCondition: Sendable, Hashable {
    /// The variables that it names, in order of first appearance.
    package let names: [String]
    private let root: Node

    indirect enum Node: Sendable, Hashable {
        case number(Double)
        case text(String)
        /// The answer to the question itself.
        case answer
        case variable(String)
        case not(Node)
        case negative(Node)
        case binary(Sign, Node, Node)
        case selected(Node, Node)
        case countSelected(Node)
        case length(Node)
        case truth(Bool)
        case asNumber(Node)
        case truncated(Node)
    }

    enum Sign: String, Sendable, Hashable {
        case or, and, div, mod
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
    }

    /// The condition that `text` writes; nil when it is empty or uses more than is understood.
    package init?(_ text: String) {
        guard var parser = FormConditionParser(text), let root = parser.whole() else { return nil }
        self.root = root
        names = parser.names
    }

    /// Whether the condition holds; nil where it orders texts that are no numbers, such as dates.
    ///
    /// - Parameters:
    ///   - answer: The answer to the question itself, as data hold it; "" for none.
    ///   - other: The answer to another question, by its name.
    /// - Returns: The truth, by the rules of XPath 1.0.
    package func holds(answer: String, _ other: @escaping (String) -> String) -> Bool? {
        Row(answer: answer, other: other).value(of: root)?.truth
    }
}

/// A value of XPath 1.0.
private enum Value {
    case number(Double)
    case text(String)
    case truth(Bool)

    var truth: Bool {
        switch self {
        case .truth(let truth): truth
        case .number(let number): number != 0 && !number.isNaN
        case .text(let text): !text.isEmpty
        }
    }

    /// The value as a number, NaN for the empty text; nil for a text that is none.
    var number: Double? {
        switch self {
        case .truth(let truth): truth ? 1 : 0
        case .number(let number): number
        case .text(""): .nan
        case .text(let text): Double(text)
        }
    }

    var text: String {
        switch self {
        case .truth(let truth): truth ? "true" : "false"
        case .number(let number): numberName(number)
        case .text(let text): text
        }
    }

    /// Compared as truths where one is a truth, as numbers where one is a number, else as texts.
    func equals(_ other: Value) -> Bool {
        switch (self, other) {
        case (.truth, _), (_, .truth): truth == other.truth
        case (.number, _), (_, .number): (number ?? .nan) == (other.number ?? .nan)
        case (.text(let one), .text(let other)): one == other
        }
    }
}

/// The answers of one respondent, to work a condition out with; nil stands for undecided.
private struct Row {
    let answer: String
    let other: (String) -> String

    func value(of node: FormCondition.Node) -> Value? {
        switch node {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .answer: return .text(answer)
        case .variable(let name): return .text(other(name))
        case .truth(let truth): return .truth(truth)
        case .not(let inner): return value(of: inner).map { .truth(!$0.truth) }
        case .negative(let inner): return number(inner).map { .number(-$0) }
        case .asNumber(let inner): return number(inner).map { .number($0) }
        case .truncated(let inner): return number(inner).map { .number($0.rounded(.towardZero)) }
        case .length(let inner):
            return value(of: inner).map { .number(Double($0.text.unicodeScalars.count)) }
        case .countSelected(let list):
            return value(of: list).map { .number(Double($0.text.split(separator: " ").count)) }
        case .selected(let list, let choice):
            guard let list = value(of: list), let choice = value(of: choice) else { return nil }
            return .truth(list.text.split(separator: " ").contains { $0 == choice.text })
        case .binary(let sign, let left, let right):
            return binary(sign, value(of: left), value(of: right))
        }
    }

    private func number(_ node: FormCondition.Node) -> Double? { value(of: node)?.number }

    private func binary(_ sign: FormCondition.Sign, _ left: Value?, _ right: Value?) -> Value? {
        switch sign {
        case .or:
            if left?.truth == true || right?.truth == true { return .truth(true) }
            return left == nil || right == nil ? nil : .truth(false)
        case .and:
            if left?.truth == false || right?.truth == false { return .truth(false) }
            return left == nil || right == nil ? nil : .truth(true)
        case .equal, .notEqual:
            guard let left, let right else { return nil }
            return .truth(left.equals(right) == (sign == .equal))
        default:
            guard let left = left?.number, let right = right?.number else { return nil }
            return arithmetic(sign, left, right)
        }
    }

    private func arithmetic(_ sign: FormCondition.Sign, _ left: Double, _ right: Double) -> Value? {
        switch sign {
        case .less: .truth(left < right)
        case .lessOrEqual: .truth(left <= right)
        case .greater: .truth(left > right)
        case .greaterOrEqual: .truth(left >= right)
        case .plus: .number(left + right)
        case .minus: .number(left - right)
        case .times: .number(left * right)
        case .div: .number(left / right)
        case .mod: .number(left.truncatingRemainder(dividingBy: right))
        case .or, .and, .equal, .notEqual: nil
        }
    }
}
