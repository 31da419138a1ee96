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
            if let column = data[name] { return self.column(column) }
            return word(name, at: term.position, beside: neighbour)
        case .not(let inner): return .not(node(inner, beside: nil))
        case .negative(let inner): return .negative(node(inner, beside: nil))
        case .binary(let sign, let left, let right) where sign.isComparison:
            let first = node(left, beside: variable(right))
            // Beside an unknown name a word may be one of its answers: one fault is enough.
            if case .name(let name) = left.kind, data[name] == nil,
                case .name(let answer) = right.kind,
                data[answer] == nil
            {
                return .binary(sign, first, .constant(.text(answer)))
            }
            return .binary(sign, first, node(right, beside: variable(left)))
        case .binary(let sign, let left, let right):
            return .binary(sign, node(left, beside: nil), node(right, beside: nil))
        case .isIn(let subject, let list):
            let column = variable(subject)
            return .isIn(node(subject, beside: nil), list.map { node($0, beside: column) })
        case .call(let function, let arguments): return call(function, arguments)
        }
    }

    private mutating func call(
        _ function: Expression.Function,
        _ arguments: [Expression.Term]
    ) -> BoundExpression.Node {
        switch function {
        case .missing: return .missing(node(arguments[0], beside: nil))
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
