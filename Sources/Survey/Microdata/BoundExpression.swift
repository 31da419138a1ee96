/// An expression whose names have been found in the data, ready to be asked of each row.
package struct BoundExpression: Sendable {
    let root: Node
    private let columns: [Column]

    /// A value of one row; nil stands for missing.
    enum Value: Sendable, Hashable {
        case number(Double)
        case text(String)
        case truth(Bool)
    }

    indirect enum Node: Sendable {
        case constant(Value)
        case column(Int)
        case not(Node)
        case negative(Node)
        case binary(Expression.Operator, Node, Node)
        case isIn(Node, [Node])
        case missing(Node)
        /// Whether the several-choice question was left without an answer.
        case unanswered(Int)
        case chose(Int, option: Int)
        case span(Node, Node, seconds: Double)
    }

    /// Looks up the names of `expression` in `data`.
    ///
    /// A name that is no variable is the name of an answer where it stands beside a variable.
    /// - Throws: All faults at once, each with its position in the expression.
    package init(_ expression: Expression, in data: Microdata) throws(ExpressionFaults) {
        var binder = ExpressionBinder(data: data)
        let root = binder.node(expression.root, beside: nil)
        guard binder.faults.isEmpty else { throw ExpressionFaults(list: binder.faults) }
        self.root = root
        columns = binder.columns
    }

    /// Whether the condition holds for `row`; nil when a missing value leaves it undecided.
    package func holds(row: Int) -> Bool? {
        switch value(of: root, row: row) {
        case .truth(let truth): truth
        case .number(let number): number != 0
        case .text, nil: nil
        }
    }

    /// The number that the formula gives for `row`; nil when a missing value leaves none.
    package func number(row: Int) -> Double? {
        switch value(of: root, row: row) {
        case .number(let number): number.isFinite ? number : nil
        case .truth(let truth): truth ? 1 : 0
        case .text, nil: nil
        }
    }

    private func value(of node: Node, row: Int) -> Value? {
        switch node {
        case .constant(let value): return value
        case .column(let index): return columns[index].expressionValue(row: row)
        case .not(let inner):
            guard case .truth(let truth) = value(of: inner, row: row) else { return nil }
            return .truth(!truth)
        case .negative(let inner):
            guard case .number(let number) = value(of: inner, row: row) else { return nil }
            return .number(-number)
        case .binary(let sign, let left, let right):
            return binary(sign, value(of: left, row: row), value(of: right, row: row))
        case .isIn(let subject, let list):
            guard let wanted = value(of: subject, row: row) else { return nil }
            return .truth(list.contains { equal(wanted, value(of: $0, row: row)) == true })
        case .missing(let inner): return .truth(value(of: inner, row: row) == nil)
        case .unanswered(let index):
            guard case .several(let answers) = columns[index].values else { return nil }
            return .truth(!answers.isAnswered[row])
        case .chose(let index, let option):
            guard case .several(let answers) = columns[index].values, answers.isAnswered[row] else {
                return nil
            }
            return .truth(answers.chose(option, row: row))
        case .span(let start, let end, let seconds):
            guard case .number(let from) = value(of: start, row: row),
                case .number(let to) = value(of: end, row: row)
            else { return nil }
            return .number((to - from) / seconds)
        }
    }

    /// Three-valued logic: `false and missing` is false, `true or missing` is true.
    private func binary(_ sign: Expression.Operator, _ left: Value?, _ right: Value?) -> Value? {
        switch sign {
        case .and:
            if left == .truth(false) || right == .truth(false) { return .truth(false) }
            return left == nil || right == nil ? nil : .truth(true)
        case .or:
            if left == .truth(true) || right == .truth(true) { return .truth(true) }
            return left == nil || right == nil ? nil : .truth(false)
        case .equal: return equal(left, right).map { .truth($0) }
        case .notEqual: return equal(left, right).map { .truth(!$0) }
        default:
            guard case .number(let first) = left, case .number(let second) = right else {
                return nil
            }
            return arithmetic(sign, first, second)
        }
    }

    private func arithmetic(
        _ sign: Expression.Operator,
        _ first: Double,
        _ second: Double
    ) -> Value? {
        switch sign {
        case .less: .truth(first < second)
        case .lessOrEqual: .truth(first <= second)
        case .greater: .truth(first > second)
        case .greaterOrEqual: .truth(first >= second)
        case .plus: .number(first + second)
        case .minus: .number(first - second)
        case .times: .number(first * second)
        case .divided: second == 0 ? nil : .number(first / second)
        case .and, .or, .equal, .notEqual: nil
        }
    }

    /// Whether two values are the same; a number and a text compare by the number's name.
    private func equal(_ left: Value?, _ right: Value?) -> Bool? {
        switch (left, right) {
        case (nil, _), (_, nil): nil
        case (.number(let number), .text(let text)), (.text(let text), .number(let number)):
            Double(text).map { $0 == number } ?? false
        default: left == right
        }
    }
}

extension Column {
    /// The value of `row` in an expression: nil where missing, system or user.
    ///
    /// An answer of a list is a number where its name is one, so that `age_group >= 2` works.
    func expressionValue(row: Int) -> BoundExpression.Value? {
        switch values {
        case .codes(let codes, let categories):
            let code = codes[row]
            guard code > 0, !categories[code - 1].isMissing else { return nil }
            let category = categories[code - 1]
            return category.number.map { .number($0) } ?? .text(category.name)
        case .numbers(let numbers):
            let number = numbers[row]
            return number.isNaN || missingNumbers.contains(number) ? nil : .number(number)
        case .text(let texts):
            let text = texts[row]
            return text.isEmpty ? nil : .text(text)
        case .dates(let seconds, _): return seconds[row].isNaN ? nil : .number(seconds[row])
        case .several: return nil
        }
    }
}
