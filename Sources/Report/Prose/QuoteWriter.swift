import Base
import Survey

/// Writes what quotes ask for in the language of the text.
struct QuoteWriter {
    var evaluator: QuoteEvaluator
    let words: Words

    init(_ results: Results, language: Language) {
        evaluator = QuoteEvaluator(results, language: language)
        words = Words(language)
    }

    /// What stands in the text in place of a quote.
    struct Written {
        let text: String
        /// The section that holds the number; nil for none.
        var target: String?
        /// The estimate behind the number, in words.
        var title = ""
        /// Where a fact comes from.
        var source: String?
    }

    private var numbers: NumberStyle { words.language.numbers }

    /// What `quote` prints.
    ///
    /// - Throws: What is wrong with it: nothing is printed that the data do not give.
    mutating func write(_ quote: Quote) throws(QuoteFault) -> Written {
        switch quote.content {
        case .figure(let figure):
            let value = try evaluator.value(of: figure)
            try check(quote, value.number, value.kind, named(figure), estimate: value.estimate)
            return written(quote, value)
        case .interval(let figure):
            let value = try evaluator.value(of: figure)
            guard let interval = value.estimate?.interval else { throw noInterval(figure) }
            return Written(
                text: range(interval, value.kind, quote),
                target: value.target,
                title: title(value)
            )
        case .margin(let figure):
            let value = try evaluator.value(of: figure)
            guard let interval = value.estimate?.interval else { throw noInterval(figure) }
            let half = (interval.upperBound - interval.lowerBound) / 2
            try check(quote, half, value.kind, "the margin of \(named(figure))", estimate: nil)
            return Written(
                text: quote.written ?? points(half, value.kind, quote),
                target: value.target,
                title: title(value)
            )
        case .difference(let first, let second): return try difference(quote, first, second)
        case .rank(let figure): return try rank(figure)
        case .name(let variable, let code): return try name(variable, code)
        case .fact(let text, let source): return Written(text: text, source: source)
        case .plain(let text): return Written(text: text)
        case .claim(let text, let claim):
            let target = try backed(claim)
            return Written(text: text, target: target)
        }
    }

    // MARK: - Numbers

    private func written(_ quote: Quote, _ value: QuoteEvaluator.Value) -> Written {
        var text = quote.written ?? self.text(value.number, value.kind, quote.decimals)
        if value.isBracketed { text = "(\(text))" }
        if let interval = value.estimate?.interval {
            text += suffix(range(interval, value.kind, quote), quote)
        }
        return Written(text: text, target: value.target, title: title(value))
    }

    /// An interval as the quote wants it behind its number.
    func suffix(_ range: String, _ quote: Quote) -> String {
        switch quote.interval {
        case .none: ""
        case .inBrackets: " (\(range))"
        case .afterComma: words(QuoteWord.interval, ["interval": .text(range)])
        }
    }

    /// A number of its kind: means with two decimals, shares as whole percentages.
    private func text(
        _ number: Double,
        _ kind: QuoteEvaluator.Value.Kind,
        _ decimals: Int?
    ) -> String {
        switch kind {
        case .mean, .coefficient: numbers.with(decimals: decimals ?? 2).text(number)
        case .share: numbers.with(decimals: decimals ?? 0).percent(number)
        case .count: numbers.text(number)
        }
    }

    /// A difference or margin: of shares in percentage points, without a percent sign.
    private func points(
        _ number: Double,
        _ kind: QuoteEvaluator.Value.Kind,
        _ quote: Quote
    ) -> String {
        kind == .share
            ? numbers.with(decimals: quote.decimals ?? 0).text(number * 100)
            : text(number, kind, quote.decimals)
    }

    private func range(
        _ interval: ClosedRange<Double>,
        _ kind: QuoteEvaluator.Value.Kind,
        _ quote: Quote
    ) -> String {
        words(
            QuoteWord.range,
            [
                "low": .text(text(interval.lowerBound, kind, quote.decimals)),
                "high": .text(text(interval.upperBound, kind, quote.decimals)),
            ]
        )
    }

    private func title(_ value: QuoteEvaluator.Value) -> String {
        guard let estimate = value.estimate else { return "" }
        let number = text(estimate.value, value.kind, value.kind == .share ? 1 : 2)
        guard let interval = estimate.interval else {
            return words(
                QuoteWord.titleWithoutInterval,
                ["value": .text(number), "n": .count(estimate.n)]
            )
        }
        let limits = range(
            interval,
            value.kind,
            Quote(.plain(""), decimals: value.kind == .share ? 1 : 2)
        )
        return words(
            QuoteWord.title,
            ["value": .text(number), "interval": .text(limits), "n": .count(estimate.n)]
        )
    }

    private func noInterval(_ figure: Quote.Figure) -> QuoteFault {
        QuoteFault(
            message: "\(named(figure)) has no interval.",
            remedy: "Quote the number alone; the methods section says why there is none."
        )
    }

    // MARK: - Numbers that the authors wrote

    /// Compares the number that stands in the text with the one that the data give.
    private func check(
        _ quote: Quote,
        _ number: Double,
        _ kind: QuoteEvaluator.Value.Kind,
        _ name: String,
        estimate: Estimate?
    ) throws(QuoteFault) {
        guard let written = quote.written else { return }
        guard let (value, decimals) = read(written) else {
            throw QuoteFault(
                message: "\(Problem.quote(written)) is not a number.",
                remedy: "Write it in digits, as the language does."
            )
        }
        let right = kind == .share ? number * 100 : number
        let unit = (0..<decimals).reduce(1.0) { product, _ in product / 10 }
        guard abs(value - right) > unit / 2 + 1e-9 else { return }
        let shown = numbers.with(decimals: decimals).text(right) + (kind == .share ? "%" : "")
        let interval =
            estimate?.interval.map {
                let style = numbers.with(decimals: max(decimals, kind == .share ? 0 : 2))
                let scale = kind == .share ? 100.0 : 1
                return
                    " (\(style.text($0.lowerBound * scale)) to \(style.text($0.upperBound * scale)))"
            } ?? ""
        throw QuoteFault(
            kind: .wrongNumber,
            message: "\(Problem.quote(written)) is not \(name): the data give \(shown)\(interval).",
            remedy: "Write \(shown), or leave the number out: the report then writes it itself."
        )
    }

    /// A number as written in the language, with its decimals; percent signs are passed over.
    private func read(_ text: String) -> (Double, Int)? {
        var text = text.filter {
            !$0.isWhitespace && $0 != "%" && $0 != "\u{A0}" && $0 != "\u{202F}"
        }
        if text.first == "\u{2212}" { text = "-" + text.dropFirst() }
        if words.language == .en {
            text.removeAll { $0 == "," }
        } else {
            text = String(text.map { $0 == "," ? "." : $0 })
        }
        guard let value = Double(text), value.isFinite, !text.contains("e"), !text.contains("E")
        else { return nil }
        let decimals = text.firstIndex(of: ".").map {
            text.distance(from: $0, to: text.endIndex) - 1
        }
        return (value, min(decimals ?? 0, 9))
    }

    /// A figure in English words, for messages.
    func named(_ figure: Quote.Figure) -> String {
        let groups = figure.groups.map { " \($0.variable)=\($0.code)" }.joined()
        let other = figure.other.isEmpty ? "" : " and \(figure.other)"
        let answer = figure.answer.isEmpty ? "" : "=\(figure.answer)"
        let subject = figure.subject.isEmpty ? "" : " of \(figure.subject)\(answer)\(other)"
        return "the \(figure.statistic.rawValue)\(subject)\(groups)"
    }
}
