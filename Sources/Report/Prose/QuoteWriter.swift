import Base
import Survey

/// Writes what quotes ask for in the language of the text.
struct QuoteWriter {
    var evaluator: QuoteEvaluator
    let words: Words

    init(_ results: Results, language: Language) {
        evaluator = QuoteEvaluator(results)
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

    private typealias Value = QuoteEvaluator.Value

    /// What `quote` prints.
    ///
    /// - Throws: What is wrong with it: nothing is printed that the data do not give.
    mutating func write(_ quote: Quote) throws(QuoteFault) -> Written {
        switch quote.content {
        case .figure(let figure):
            let value = try evaluator.value(of: figure)
            return try written(quote, figure, value)
        case .interval(let figure): return try interval(quote, figure)
        case .margin(let figure):
            let (value, limits) = try limits(of: figure)
            let margin = (limits.upperBound - limits.lowerBound) / 2
            return try spread(margin, quote, "the margin of \(figure.named)", value)
        case .standardError(let figure):
            let value = try evaluator.value(of: figure)
            guard let error = value.estimate?.standardError else { throw noInterval(figure) }
            return try spread(error, quote, "the standard error of \(figure.named)", value)
        case .difference(let first, let second): return try difference(quote, first, second)
        case .rank(let figure): return try rank(quote, figure)
        case .extreme(let figure, let end, let variable):
            return try extreme(quote, figure, end, variable)
        case .name(let group): return try name(quote, group)
        case .fact(let text, let source): return Written(text: text, source: source)
        case .plain(let text): return Written(text: text)
        case .claim(let text, let claim): return try backed(text, claim)
        }
    }

    // MARK: - Numbers

    /// How numbers of a kind are written: their factor, decimals and sign.
    struct Form {
        var scale = 1.0
        var decimals = 2
        var mark = ""
    }

    /// The form of `kind`: means with two decimals, shares as whole percentages, unless the quote asks for
    /// others or the authors wrote others.
    func form(_ kind: QuoteEvaluator.Value.Kind, _ quote: Quote, isDifference: Bool = false) -> Form
    {
        var form = Form()
        switch kind {
        case .mean, .coefficient: break
        case .count: form.decimals = 0
        case .share:
            let isMarked = !isDifference && !quote.isBare
            form = Form(
                scale: 100,
                decimals: 0,
                mark: isMarked ? words.language.numbers.percentMark : ""
            )
        }
        if kind == .count { return form }
        let decimals = quote.written.flatMap { WrittenNumbers($0, in: words.language) }?
            .list.map(\.decimals).max()
        form.decimals = decimals ?? quote.decimals ?? form.decimals
        return form
    }

    func text(_ number: Double, _ form: Form) -> String {
        words.language.numbers.with(decimals: form.decimals).text(number * form.scale) + form.mark
    }

    func text(_ interval: ClosedRange<Double>, _ form: Form) -> String {
        words(
            QuoteWord.range,
            [
                "low": .text(text(interval.lowerBound, form)),
                "high": .text(text(interval.upperBound, form)),
            ]
        )
    }

    /// An interval as the quote wants it behind its number.
    private func suffix(_ interval: ClosedRange<Double>, _ form: Form, _ quote: Quote) -> String {
        let limits = text(interval, form)
        return quote.interval == .afterComma
            ? words(QuoteWord.interval, ["interval": .text(limits)]) : " (\(limits))"
    }

    private func written(
        _ quote: Quote,
        _ figure: Quote.Figure,
        _ value: QuoteEvaluator.Value
    ) throws(QuoteFault) -> Written {
        let form = form(value.kind, quote)
        var numbers = [value.number]
        var text = text(value.number, form)
        if value.isBracketed { text = "(\(text))" }
        if quote.interval != .none {
            guard let interval = value.estimate?.interval else { throw noInterval(figure) }
            numbers += [interval.lowerBound, interval.upperBound]
            text += suffix(interval, form, quote)
        }
        try check(quote, numbers, form, figure.named, value.estimate)
        return Written(text: text, target: value.target, title: title(value))
    }

    private mutating func interval(
        _ quote: Quote,
        _ figure: Quote.Figure
    ) throws(QuoteFault) -> Written {
        let (value, limits) = try limits(of: figure)
        let form = form(value.kind, quote)
        try check(
            quote,
            [limits.lowerBound, limits.upperBound],
            form,
            "the interval of \(figure.named)",
            nil,
            needsAll: true
        )
        return Written(text: text(limits, form), target: value.target, title: title(value))
    }

    private mutating func limits(
        of figure: Quote.Figure
    ) throws(QuoteFault) -> (QuoteEvaluator.Value, ClosedRange<Double>) {
        let value = try evaluator.value(of: figure)
        guard let interval = value.estimate?.interval else { throw noInterval(figure) }
        return (value, interval)
    }

    /// A margin or standard error.
    private func spread(
        _ number: Double,
        _ quote: Quote,
        _ name: String,
        _ value: QuoteEvaluator.Value
    ) throws(QuoteFault) -> Written {
        let form = form(value.kind, quote, isDifference: true)
        try check(quote, [number], form, name, nil)
        return Written(text: text(number, form), target: value.target, title: title(value))
    }

    /// The difference of two figures; of shares in percentage points.
    private mutating func difference(
        _ quote: Quote,
        _ first: Quote.Figure,
        _ second: Quote.Figure
    ) throws(QuoteFault) -> Written {
        let (difference, value, other) = try evaluator.difference(first, second)
        let estimate = difference.estimate
        let form = form(value.kind, quote, isDifference: true)
        var numbers = [estimate.value]
        var text = text(estimate.value, form)
        if value.isBracketed || other.isBracketed { text = "(\(text))" }
        if quote.interval != .none {
            guard let interval = estimate.interval else { throw noInterval(first) }
            numbers += [interval.lowerBound, interval.upperBound]
            text += suffix(interval, form, quote)
        }
        let name = "\(first.named) less \(second.named)"
        try check(quote, numbers, form, name, estimate)
        return Written(text: text, target: value.target, title: title(difference, value.kind))
    }

    func noInterval(_ figure: Quote.Figure) -> QuoteFault {
        QuoteFault(
            "\(figure.named) has no interval and no standard error.",
            remedy:
                "Quote the number alone; the methods section and the tables say why there is none."
        )
    }

    // MARK: - What the authors wrote

    /// Compares what stands in the text with what the data give, at the digits written.
    ///
    /// The authors may leave an interval out that the quote prints, unless it is all that the quote is.
    func check(
        _ quote: Quote,
        _ numbers: [Double],
        _ form: Form,
        _ name: String,
        _ estimate: Estimate?,
        needsAll: Bool = false
    ) throws(QuoteFault) {
        guard let written = quote.written else { return }
        guard let found = WrittenNumbers(written, in: words.language)?.list,
            found.count == numbers.count || found.count == 1 && !needsAll
        else {
            throw QuoteFault(
                "\(Problem.quote(written)) cannot be read as \(name).",
                remedy: "Write it in digits, as the language does: "
                    + "\(numbers.map { text($0, form) }.joined(separator: ", "))."
            )
        }
        let isRight = zip(found, numbers).allSatisfy { number, right in
            let unit = (0..<number.decimals).reduce(1.0) { product, _ in product / 10 }
            return abs(number.value - right * form.scale) <= unit / 2 + 1e-9
        }
        guard !isRight else { return }
        let shown =
            found.count == 2
            ? text(numbers[0]...max(numbers[0], numbers[1]), form) : text(numbers[0], form)
        throw QuoteFault(
            .wrong,
            "\(Problem.quote(written)) is not \(name): the data give \(shown)"
                + "\(evidence(estimate, form)).",
            remedy: "Write \(shown), or leave the number out: the report then writes it itself."
        )
    }

    /// The interval and n of an estimate, for a message.
    private func evidence(_ estimate: Estimate?, _ form: Form) -> String {
        guard let estimate else { return "" }
        let n = ", n = \(NumberStyle.english.text(Double(estimate.n)))"
        guard let interval = estimate.interval else { return n }
        var form = form
        form.decimals = max(form.decimals, form.scale == 1 ? 2 : 0)
        return " (\(text(interval, form)))\(n)"
    }

    /// Compares a name or rank that stands in the text with the one that the data give.
    func check(_ quote: Quote, text: String, _ name: String) throws(QuoteFault) {
        guard let written = quote.written,
            QuoteWords.unquoted(written).lowercased() != text.lowercased()
        else { return }
        throw QuoteFault(
            .wrong,
            "\(Problem.quote(written)) is not \(name): it is \(text).",
            remedy: "Write \(text), or leave it out: the report then writes it itself."
        )
    }

    // MARK: - Titles

    /// The estimate behind a number, in words.
    func title(_ value: QuoteEvaluator.Value) -> String {
        guard let estimate = value.estimate else { return "" }
        let form = form(value.kind, Quote(.plain(""), decimals: value.kind == .share ? 1 : 2))
        let number = text(estimate.value, form)
        let title =
            estimate.interval.map { interval in
                words(
                    QuoteWord.title,
                    [
                        "value": .text(number), "interval": .text(text(interval, form)),
                        "n": .count(estimate.n),
                    ]
                )
            }
            ?? words(
                QuoteWord.titleWithoutInterval,
                ["value": .text(number), "n": .count(estimate.n)]
            )
        return value.isBracketed ? "\(title). \(words(ChartWord.bracketNote))" : title
    }

    /// A p value: "p = 0.031", "p < 0.001".
    func text(p: Double) -> String {
        let style = words.language.numbers.with(decimals: 3)
        return p < 0.0005 ? "p < \(style.text(0.001))" : "p = \(style.text(p))"
    }

    /// A difference in words.
    func title(_ difference: GroupDifference, _ kind: QuoteEvaluator.Value.Kind) -> String {
        let decimals = kind == .share ? 1 : 2
        let form = form(kind, Quote(.plain(""), decimals: decimals), isDifference: true)
        let estimate = difference.estimate
        let number = text(estimate.value, form)
        let value = Words.Value.text(
            kind == .share ? words(QuoteWord.points, ["value": .text(number)]) : number
        )
        guard let interval = estimate.interval, let p = difference.p else {
            return words(QuoteWord.titleOfDifferenceAlone, ["value": value])
        }
        return words(
            QuoteWord.titleOfDifference,
            [
                "value": value, "interval": .text(text(interval, form)),
                "p": .text(text(p: p)), "first": .count(difference.n.0),
                "second": .count(difference.n.1),
            ]
        )
    }
}
