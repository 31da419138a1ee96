import Base

/// All that is wrong with an expression, in the order of its text.
package struct ExpressionFaults: Error, Sendable {
    package let list: [Expression.Fault]
}

/// Finds the variables and answers that an expression names.
struct ExpressionBinder {
    let data: Microdata
    var columns: [Column] = []
    var faults: [Expression.Fault] = []

    /// `term` with its names looked up; `neighbour` is the variable that it is compared with.
    mutating func node(_ term: Expression.Term, beside neighbour: Column?) -> BoundExpression.Node {
        switch term.kind {
        case .number(let number): return .constant(.number(number))
        case .text(let text): return literal(text, at: term.position, beside: neighbour)
        case .name(let name):
            guard let column = data[name] else {
                return word(name, at: term.position, beside: neighbour)
            }
            if case .several = column.values { wantsChose(column, at: term.position) }
            return self.column(column)
        case .not(let inner): return .not(condition(inner))
        case .negative(let inner): return .negative(number(inner))
        case .binary(let sign, let left, let right) where sign.isComparison:
            let first = node(left, beside: variable(right))
            // Beside an unknown name a word may be one of its answers: one fault is enough.
            if case .name(let name) = left.kind, data[name] == nil,
                case .name(let answer) = right.kind,
                data[answer] == nil
            {
                return .binary(sign, first, .constant(.text(answer)))
            }
            checkListed(sign == .equal || sign == .notEqual ? [right] : [], beside: variable(left))
            return .binary(sign, first, node(right, beside: variable(left)))
        case .binary(let sign, let left, let right) where sign == .and || sign == .or:
            return .binary(sign, condition(left), condition(right))
        case .binary(let sign, let left, let right):
            return .binary(sign, number(left), number(right))
        case .isIn(let subject, let list):
            let column = variable(subject)
            checkListed(list, beside: column)
            return .isIn(node(subject, beside: nil), list.map { node($0, beside: column) })
        case .call(let function, let arguments): return call(function, arguments)
        }
    }

    private mutating func call(
        _ function: Expression.Function,
        _ arguments: [Expression.Term]
    ) -> BoundExpression.Node {
        switch function {
        case .missing:
            if let column = variable(arguments[0]), case .several = column.values {
                columns.append(column)
                return .unanswered(columns.count - 1)
            }
            return .missing(node(arguments[0], beside: nil))
        case .minutes, .days:
            return .span(
                node(arguments[0], beside: nil),
                node(arguments[1], beside: nil),
                seconds: function == .minutes ? 60 : 86400
            )
        case .chose:
            guard case .name(let name) = arguments[0].kind, let column = data[name],
                case .several(let answers) = column.values
            else {
                fault(
                    arguments[0].position,
                    "chose() needs a question with several answers.",
                    "Write chose(question, answer); for one answer write question == answer."
                )
                return .constant(.truth(false))
            }
            let wanted = literalText(arguments[1])
            guard let option = answers.options.firstIndex(where: { $0.name == wanted }) else {
                unknownAnswer(wanted, of: column, answers.options, at: arguments[1].position)
                return .constant(.truth(false))
            }
            columns.append(column)
            return .chose(columns.count - 1, option: option)
        }
    }

    // MARK: - Kinds of values

    /// A part of `and`, `or` or `not`: something that holds or does not.
    private mutating func condition(_ term: Expression.Term) -> BoundExpression.Node {
        let isCondition =
            switch term.kind {
            case .not, .isIn: true
            case .binary(let sign, _, _): sign.isComparison || sign == .and || sign == .or
            case .call(let function, _): function == .missing || function == .chose
            case .number, .text, .name, .negative: false
            }
        if !isCondition {
            fault(
                term.position,
                "Here stands a value, where a condition is needed.",
                "Compare it with something: question == answer."
            )
        }
        return node(term, beside: nil)
    }

    /// A part of a sum or product: a variable that holds words has no number.
    private mutating func number(_ term: Expression.Term) -> BoundExpression.Node {
        if let column = variable(term), !column.holdsNumbers {
            fault(
                term.position,
                "\(column.name) holds words, not numbers.",
                "Only numbers, dates and answers that are numbers can be reckoned with."
            )
        }
        return node(term, beside: nil)
    }

    /// Numbers that are compared with a list of answers must be on the list.
    private mutating func checkListed(_ terms: [Expression.Term], beside column: Column?) {
        guard let column, case .codes(_, let categories) = column.values else { return }
        for term in terms {
            guard case .number(let number) = term.kind else { continue }
            let name = numberName(number)
            if !categories.contains(where: { $0.name == name }) {
                unknownAnswer(name, of: column, categories, at: term.position)
            }
        }
    }

    private mutating func wantsChose(_ column: Column, at position: Int) {
        fault(
            position,
            "\(column.name) takes several answers, so it has no single value.",
            "Write chose(\(column.name), ANSWER), or missing(\(column.name))."
        )
    }

    private func literalText(_ term: Expression.Term) -> String {
        switch term.kind {
        case .name(let name): name
        case .text(let text): text
        case .number(let number): numberName(number)
        default: ""
        }
    }

    private func variable(_ term: Expression.Term) -> Column? {
        guard case .name(let name) = term.kind else { return nil }
        return data[name]
    }

    private mutating func column(_ column: Column) -> BoundExpression.Node {
        columns.append(column)
        return .column(columns.count - 1)
    }

    /// A text in quotes: an answer of the list beside it, where there is a list.
    private mutating func literal(
        _ text: String,
        at position: Int,
        beside neighbour: Column?
    ) -> BoundExpression.Node {
        if let neighbour, case .codes(_, let categories) = neighbour.values,
            !categories.contains(where: { $0.name == text })
        {
            unknownAnswer(text, of: neighbour, categories, at: position)
        }
        if let neighbour, case .numbers = neighbour.values, Double(text) == nil {
            fault(
                position,
                "\(neighbour.name) holds numbers, and “\(text)” is none.",
                "Compare it with a number."
            )
        }
        if let neighbour, case .dates = neighbour.values {
            if let seconds = isoDay(text) { return .constant(.number(seconds)) }
            fault(position, "“\(text)” is not a day.", "Write days as \"2025-11-05\".")
        }
        return .constant(.text(text))
    }

    private mutating func word(
        _ name: String,
        at position: Int,
        beside neighbour: Column?
    ) -> BoundExpression.Node {
        guard let neighbour else {
            let hint = nearestName(to: name, in: data.names)
            fault(
                position,
                "No variable is named “\(name)”.",
                hint.map { "Did you mean \($0)?" }
                    ?? "Use a name of the data; a text stands in quotes."
            )
            return .constant(.text(name))
        }
        return literal(name, at: position, beside: neighbour)
    }

    private mutating func unknownAnswer(
        _ name: String,
        of column: Column,
        _ categories: [Category],
        at position: Int
    ) {
        let names = categories.map(\.name)
        let hint = nearestName(to: name, in: names).map { "Did you mean \($0)? " } ?? ""
        fault(
            position,
            "“\(name)” is not an answer to \(column.name).",
            "\(hint)Its answers: \(names.prefix(12).joined(separator: ", "))."
        )
    }

    private mutating func fault(_ position: Int, _ message: String, _ remedy: String) {
        faults.append(.init(position: position, message: message, remedy: remedy))
    }
}

extension Column {
    /// Whether an expression can reckon with the column: numbers, dates, answers that are numbers.
    fileprivate var holdsNumbers: Bool {
        switch values {
        case .numbers, .dates: true
        case .codes(_, let categories): categories.contains { !$0.isMissing && $0.number != nil }
        case .text, .several: false
        }
    }
}
