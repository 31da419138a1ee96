import Base

/// Reads quotes by the grammar of docs/prose.md.
struct QuoteParser {
    private var words: QuoteWords

    /// The quote that `text`, without its braces, says.
    static func parse(_ text: String) throws(QuoteFault) -> Quote {
        let text = trimmed(text)
        if let rest = after("fact", text) { return try fact(rest) }
        if let rest = after("plain", text), !rest.isEmpty { return Quote(.plain(rest)) }
        if let (words, rest) = QuoteWords.quotation(text) { return try claim(words, rest) }
        var parts = try QuoteWords.split(text, at: { $0 == "|" }).map { trimmed($0) }
        let (quantity, written) = try assertion(parts.removeFirst())
        var parser = QuoteParser(words: try QuoteWords(quantity))
        let content = try parser.content()
        return try formatted(content, written, parts)
    }

    private static func formatted(
        _ content: Quote.Content,
        _ written: String?,
        _ formats: [String]
    ) throws(QuoteFault) -> Quote {
        var decimals: Int?
        var interval = Quote.IntervalStyle.none
        var isBare = false
        for format in formats {
            switch format {
            case "with interval": interval = .inBrackets
            case "and interval": interval = .afterComma
            case "bare": isBare = true
            case "0", "1", "2", "3", "4": decimals = Int(format)
            default:
                throw QuoteFault(
                    "\(Problem.quote(format)) is no format.",
                    remedy: "The formats: 0 to 4 (decimals), with interval, and interval, bare."
                )
            }
        }
        return Quote(
            content,
            written: written,
            decimals: decimals,
            interval: interval,
            isBare: isBare
        )
    }

    private static func fact(_ rest: String) throws(QuoteFault) -> Quote {
        let bar = rest.firstIndex(of: "|")
        let number = trimmed(bar.map { String(rest[..<$0]) } ?? rest)
        let source = bar.map { trimmed(String(rest[rest.index(after: $0)...])) } ?? ""
        guard !number.isEmpty, !source.isEmpty else {
            throw QuoteFault(
                "A fact needs the number and its source.",
                remedy: "Write {{fact 5,045 | Department of Probation, 2023}}."
            )
        }
        return Quote(.fact(text: number, source: source))
    }

    private static func claim(_ text: String, _ rest: Substring) throws(QuoteFault) -> Quote {
        let backing = trimmed(String(rest))
        guard !trimmed(text).isEmpty, backing.first == ":" else {
            throw QuoteFault(
                "A claim needs its words in quotation marks, a colon, and what must be so.",
                remedy: "Write {{\"the highest\": highest mean trust region=talas}}."
            )
        }
        var parser = QuoteParser(words: try QuoteWords(backing.dropFirst()))
        return Quote(.claim(text: text, try parser.claim()))
    }

    /// The quantity and, after an equals sign between blanks, what the authors wrote.
    private static func assertion(_ text: String) throws(QuoteFault) -> (String, String?) {
        let words = try QuoteWords.split(text, at: \.isWhitespace)
        guard let sign = words.firstIndex(of: "=") else { return (text, nil) }
        let written = trimmed(words[(sign + 1)...].joined(separator: " "))
        guard !written.isEmpty else {
            throw QuoteFault(
                "Nothing stands after the equals sign.",
                remedy: "Write the number there, or leave the sign out."
            )
        }
        return (words[..<sign].joined(separator: " "), written)
    }

    private static func after(_ word: String, _ text: String) -> String? {
        guard text.hasPrefix(word) else { return nil }
        let rest = text.dropFirst(word.count)
        return rest.first?.isWhitespace ?? true ? trimmed(String(rest)) : nil
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    // MARK: - Quantities

    private mutating func content() throws(QuoteFault) -> Quote.Content {
        if words.skip("interval") { return .interval(try estimated()) }
        if words.skip("margin") { return .margin(try estimated()) }
        if words.skip("se") { return .standardError(try estimated()) }
        if words.skip("difference") {
            let (first, second) = try pair(between: ["-", "\u{2212}", "–"], example: "-")
            return .difference(first, second)
        }
        if words.skip("rank") { return .rank(try placed()) }
        if words.skip("name") { return .name(try oneGroup()) }
        if words.skip("highest") { return try extreme(.highest) }
        if words.skip("lowest") { return try extreme(.lowest) }
        return .figure(try whole())
    }

    /// A figure that has a standard error.
    private mutating func estimated() throws(QuoteFault) -> Quote.Figure {
        let figure = try whole()
        guard figure.statistic.isEstimated else {
            throw QuoteFault(
                "\(figure.named) has no standard error.",
                remedy: "Means, shares and correlations have one."
            )
        }
        return figure
    }

    /// The name of the group that is first or last.
    private mutating func extreme(_ end: Quote.End) throws(QuoteFault) -> Quote.Content {
        guard let figure = words.take(upTo: ["in"]), let variable = words.next(), words.isEmpty
        else {
            throw QuoteFault(
                "The groups are not named of which one is the \(end.rawValue).",
                remedy:
                    "Write {{\(end.rawValue) mean trust in region}}; a claim about one group is "
                    + "written {{\"…\": \(end.rawValue) mean trust region=talas}}."
            )
        }
        var inner = QuoteParser(words: figure)
        let value = try inner.whole()
        guard value.statistic.hasGroups, value.statistic != .n, value.groups.isEmpty else {
            throw QuoteFault(
                "\(value.named) has no place among groups.",
                remedy: "Write {{\(end.rawValue) mean trust in region}}."
            )
        }
        return .extreme(value, end, variable: variable.text)
    }

    private mutating func oneGroup() throws(QuoteFault) -> Quote.Group {
        guard let group = words.next().flatMap({ group($0) }), words.isEmpty else {
            throw QuoteFault("The name needs one group.", remedy: "Write {{name region=talas}}.")
        }
        return group
    }

    // MARK: - Claims

    private mutating func claim() throws(QuoteFault) -> Quote.Claim {
        let word = words.next()?.text ?? ""
        if let end = Quote.End(rawValue: word) { return .extreme(try placed(), end) }
        if let relation = Quote.Relation(rawValue: word) {
            let isOrder = relation == .higher || relation == .lower
            let (first, second) = try pair(
                between: ["than", "from"],
                example: isOrder ? "than" : "from"
            )
            return .compared(first, relation, second)
        }
        if word == "majority" || word == "minority" {
            return .half(try whole(), isMore: word == "majority")
        }
        let known =
            ["highest", "lowest"] + Quote.Relation.allCases.map(\.rawValue)
            + ["majority", "minority"]
        throw QuoteFault(
            "\(Problem.quote(word)) is no claim.",
            remedy: hint(word, known) + "The claims: \(known.joined(separator: ", "))."
        )
    }

    /// A figure of one group, and perhaps the variable that makes the groups.
    private mutating func placed() throws(QuoteFault) -> Quote.Figure {
        let before = words.take(upTo: ["in"])
        let variable = before == nil ? nil : words.next()?.text
        if let before {
            guard variable != nil, words.isEmpty else {
                throw QuoteFault(
                    "After in stands one variable.",
                    remedy: "Write rank mean trust region=talas in region."
                )
            }
            words = before
        }
        let figure = try whole()
        guard figure.statistic.isEstimated, !figure.groups.isEmpty else {
            throw QuoteFault(
                "No group is named whose place is meant.",
                remedy: "Name one: mean trust region=talas."
            )
        }
        if let variable, !figure.groups.contains(where: { $0.variable == variable }) {
            throw QuoteFault(
                "\(Problem.quote(variable)) is not what the group is made by.",
                remedy: "Write in \(figure.groups[0].variable), or leave it out."
            )
        }
        return figure
    }

    /// Two figures; the second may be groups alone, when the rest is the same.
    private mutating func pair(
        between marks: Set<String>,
        example: String
    ) throws(QuoteFault) -> (Quote.Figure, Quote.Figure) {
        guard let before = words.take(upTo: marks) else {
            throw QuoteFault(
                "A comparison needs two numbers with \(Problem.quote(example)) between them.",
                remedy: "Write for example: mean trust region=bishkek \(example) region=osh."
            )
        }
        var left = QuoteParser(words: before)
        let first = try left.whole()
        let groups = words.list.compactMap { group($0) }
        let second =
            groups.count == words.list.count && !groups.isEmpty
            ? first.with(groups: groups) : try whole()
        for figure in [first, second] where !figure.statistic.isEstimated {
            throw QuoteFault(
                "\(figure.named) cannot be compared.",
                remedy: "Compare means or shares."
            )
        }
        return (first, second)
    }

    // MARK: - Figures

    /// A figure and nothing after it.
    private mutating func whole() throws(QuoteFault) -> Quote.Figure {
        let word = words.next()?.text ?? ""
        guard let statistic = Quote.Statistic(rawValue: word) else {
            let known = Quote.Statistic.allCases.map(\.rawValue)
            throw QuoteFault(
                word.isEmpty
                    ? "The quote does not say which number is meant."
                    : "\(Problem.quote(word)) is nothing that can be quoted.",
                remedy: hint(word, known)
                    + "Write for example mean trust, or share returnees=negative; docs/prose.md has all."
            )
        }
        var figure = Quote.Figure(statistic: statistic)
        switch statistic {
        case .respondents, .clusters: break
        case .share, .count:
            guard let pair = words.next()?.pair, statistic == .share || pair.sign == .equals else {
                throw QuoteFault(
                    "After \(word) stands a question with its answer, without blanks.",
                    remedy: "Write \(word) returnees=negative."
                )
            }
            figure.subject = pair.name
            figure.answers = try answers(pair)
        case .mean, .agree, .disagree, .neutral, .n, .alpha:
            figure.subject = try subject(of: word)
        case .correlation:
            figure.subject = try subject(of: word)
            figure.other = try subject(of: word)
        }
        figure.groups = try groups(of: figure)
        return figure
    }

    private mutating func subject(of word: String) throws(QuoteFault) -> String {
        guard let name = words.next(), name.pair == nil else {
            throw QuoteFault(
                word == "correlation"
                    ? "A correlation needs two scales."
                    : "After \(word) stands a scale, an item or a question.",
                remedy: word == "correlation"
                    ? "Write correlation trust change." : "Write \(word) trust."
            )
        }
        return name.text
    }

    private func answers(_ pair: QuoteWords.Word.Pair) throws(QuoteFault) -> Quote.Answers {
        if pair.sign == .equals { return .named(pair.parts, whole: pair.value) }
        guard let limit = Double(pair.value), limit.isFinite else {
            throw QuoteFault(
                "\(Problem.quote(pair.value)) is not a number.",
                remedy: "After \(pair.sign.rawValue) stands the number of an answer: share q7>=4."
            )
        }
        return .from(pair.sign, limit, written: pair.value)
    }

    private mutating func groups(of figure: Quote.Figure) throws(QuoteFault) -> [Quote.Group] {
        var groups: [Quote.Group] = []
        while let word = words.next() {
            guard let group = group(word) else {
                throw QuoteFault(
                    "\(Problem.quote(word.text)) is no group.",
                    remedy: "Write variable=answer, without blanks; a name that has a blank in it "
                        + "stands in quotation marks."
                )
            }
            groups.append(group)
        }
        guard groups.isEmpty || figure.statistic.hasGroups else {
            throw QuoteFault(
                "The report has \(figure.statistic.rawValue) for all respondents only.",
                remedy: "Leave the group out; means, shares and n can be of a group."
            )
        }
        return groups
    }

    private func group(_ word: QuoteWords.Word) -> Quote.Group? {
        guard let pair = word.pair, pair.sign == .equals else { return nil }
        return Quote.Group(variable: pair.name, answer: pair.value)
    }

    private func hint(_ word: String, _ known: [String]) -> String {
        nearestName(to: word, in: known).map { "Did you mean \($0)? " } ?? ""
    }
}

extension Quote.Figure {
    /// The figure in English words, for messages.
    var named: String {
        var text = "the \(statistic.rawValue)"
        if !subject.isEmpty { text += " of \(subject)" }
        switch answers {
        case .named(_, let whole): text += "=\(whole)"
        case .from(let sign, _, let written): text += sign.rawValue + written
        case nil: break
        }
        if !other.isEmpty { text += " and \(other)" }
        return text + groups.map { " \($0.variable)=\($0.answer)" }.joined()
    }
}
