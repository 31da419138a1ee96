import Base

/// Reads quotes by the grammar of docs/prose.md.
struct QuoteParser {
    private var words: [String]

    /// The quote that `text`, without its braces, says.
    static func parse(_ text: String) throws(QuoteFault) -> Quote {
        let text = trimmed(text)
        if let rest = after("fact", text) { return try fact(rest) }
        if let rest = after("plain", text) { return Quote(.plain(rest)) }
        if text.first == "\"" { return try claim(text) }
        var parts = split(text, at: "|").map { trimmed($0) }
        let body = parts.removeFirst()
        let (figure, written) = assertion(body)
        var parser = QuoteParser(words: split(figure, at: " ").filter { !$0.isEmpty })
        let content = try parser.content()
        var decimals: Int?
        var interval = Quote.IntervalStyle.none
        for format in parts {
            if format == "with interval" {
                interval = .inBrackets
            } else if format == "and interval" {
                interval = .afterComma
            } else if let number = Int(format), (0...4).contains(number) {
                decimals = number
            } else {
                throw QuoteFault(
                    message: "\(Problem.quote(format)) is no format.",
                    remedy:
                        "Write a number of decimals from 0 to 4, \"with interval\" or \"and interval\"."
                )
            }
        }
        return Quote(content, written: written, decimals: decimals, interval: interval)
    }

    private static func fact(_ rest: String) throws(QuoteFault) -> Quote {
        let parts = split(rest, at: "|").map { trimmed($0) }
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw QuoteFault(
                message: "A fact needs the number and its source.",
                remedy: "Write {{fact 5,045 | Department of Probation, 2023}}."
            )
        }
        return Quote(.fact(text: parts[0], source: parts[1]))
    }

    private static func claim(_ text: String) throws(QuoteFault) -> Quote {
        let inner = text.dropFirst()
        guard let end = inner.firstIndex(of: "\""), end > inner.startIndex else {
            throw QuoteFault(
                message: "The words of the claim have no end.",
                remedy: "Write {{\"the highest\": highest mean trust region=talas}}."
            )
        }
        let words = String(inner[..<end])
        var rest = trimmed(String(inner[inner.index(after: end)...]))
        if rest.first == ":" { rest = trimmed(String(rest.dropFirst())) }
        var parser = QuoteParser(words: split(rest, at: " ").filter { !$0.isEmpty })
        return Quote(.claim(text: words, try parser.claim()))
    }

    /// The figure and, after an equals sign between blanks, what the authors wrote.
    private static func assertion(_ text: String) -> (String, String?) {
        let words = split(text, at: " ")
        guard let sign = words.firstIndex(of: "=") else { return (text, nil) }
        return (
            words[..<sign].joined(separator: " "),
            trimmed(words[(sign + 1)...].joined(separator: " "))
        )
    }

    private static func after(_ word: String, _ text: String) -> String? {
        guard text.hasPrefix(word + " ") else { return nil }
        return trimmed(String(text.dropFirst(word.count)))
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func split(_ text: String, at mark: Character) -> [String] {
        text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    }

    // MARK: - Words

    private mutating func content() throws(QuoteFault) -> Quote.Content {
        switch words.first {
        case "interval":
            words.removeFirst()
            return .interval(try onlyFigure())
        case "margin":
            words.removeFirst()
            return .margin(try onlyFigure())
        case "rank":
            words.removeFirst()
            let figure = try onlyFigure()
            try needGroup(figure)
            return .rank(figure)
        case "difference":
            words.removeFirst()
            let (first, second) = try pair(separatedBy: "-")
            return .difference(first, second)
        case "name":
            words.removeFirst()
            guard words.count == 1, let group = group(words[0]) else {
                throw QuoteFault(
                    message: "The name needs one group.",
                    remedy: "Write {{name region=talas}}."
                )
            }
            return .name(variable: group.variable, code: group.code)
        default: return .figure(try onlyFigure())
        }
    }

    private mutating func claim() throws(QuoteFault) -> Quote.Claim {
        let kind = words.isEmpty ? "" : words.removeFirst()
        switch kind {
        case "highest", "lowest":
            let figure = try onlyFigure()
            try needGroup(figure)
            return kind == "highest" ? .highest(figure) : .lowest(figure)
        case "higher", "lower", "differs", "unclear":
            let (first, second) = try pair(separatedBy: "than")
            return switch kind {
            case "higher": .higher(first, second)
            case "lower": .lower(first, second)
            case "differs": .differs(first, second)
            default: .unclear(first, second)
            }
        case "majority": return .majority(try onlyFigure())
        case "minority": return .minority(try onlyFigure())
        default:
            let known = [
                "highest", "lowest", "higher", "lower", "differs", "unclear", "majority",
                "minority",
            ]
            let hint = nearestName(to: kind, in: known).map { "Did you mean \($0)? " } ?? ""
            throw QuoteFault(
                message: "\(Problem.quote(kind)) is no claim.",
                remedy: "\(hint)The claims: \(known.joined(separator: ", "))."
            )
        }
    }

    private func needGroup(_ figure: Quote.Figure) throws(QuoteFault) {
        guard figure.groups.isEmpty else { return }
        throw QuoteFault(
            message: "No group is named whose place is meant.",
            remedy: "Name one: highest mean trust region=talas."
        )
    }

    /// Two figures; the second may leave out what it shares with the first: only groups.
    private mutating func pair(
        separatedBy word: String
    ) throws(QuoteFault) -> (Quote.Figure, Quote.Figure) {
        guard let middle = words.firstIndex(of: word) else {
            throw QuoteFault(
                message: "A comparison needs two numbers with \(Problem.quote(word)) between them.",
                remedy: "Write for example: mean trust region=bishkek \(word) region=osh."
            )
        }
        let second = Array(words[(middle + 1)...])
        words = Array(words[..<middle])
        let first = try onlyFigure()
        let groups = second.compactMap { group($0) }
        if groups.count == second.count, !groups.isEmpty {
            return (first, first.with(groups: groups))
        }
        words = second
        return (first, try onlyFigure())
    }

    private mutating func onlyFigure() throws(QuoteFault) -> Quote.Figure {
        let word = words.isEmpty ? "" : words.removeFirst()
        guard let statistic = Quote.Statistic(rawValue: word) else {
            let known = Quote.Statistic.allCases.map(\.rawValue)
            let hint = nearestName(to: word, in: known).map { "Did you mean \($0)? " } ?? ""
            throw QuoteFault(
                message: "\(Problem.quote(word)) is nothing that can be quoted.",
                remedy: "\(hint)What can: \(known.joined(separator: ", "))."
            )
        }
        var subject = ""
        var other = ""
        var answer = ""
        switch statistic {
        case .respondents, .clusters: break
        case .share, .count:
            guard !words.isEmpty, let pair = group(words.removeFirst()) else {
                throw QuoteFault(
                    message: "The \(word) needs a question and its answer.",
                    remedy: "Write \(word) returnees=negative."
                )
            }
            (subject, answer) = (pair.variable, pair.code)
        default:
            guard let name = words.first, !name.contains("=") else {
                throw QuoteFault(
                    message: "The \(word) needs a scale, an item or a question.",
                    remedy: "Write \(word) trust."
                )
            }
            subject = name
            words.removeFirst()
            if statistic == .correlation {
                guard let name = words.first, !name.contains("=") else {
                    throw QuoteFault(
                        message: "A correlation needs two scales.",
                        remedy: "Write correlation trust change."
                    )
                }
                other = name
                words.removeFirst()
            }
        }
        var groups: [Quote.Group] = []
        for word in words {
            guard let group = group(word) else {
                throw QuoteFault(
                    message: "\(Problem.quote(word)) is no group.",
                    remedy: "Write variable=answer, without blanks."
                )
            }
            groups.append(group)
        }
        words = []
        return Quote.Figure(
            statistic,
            subject: subject,
            other: other,
            answer: answer,
            groups: groups
        )
    }

    private func group(_ word: String) -> Quote.Group? {
        let parts = Self.split(word, at: "=")
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        return Quote.Group(variable: parts[0], code: parts[1])
    }
}
