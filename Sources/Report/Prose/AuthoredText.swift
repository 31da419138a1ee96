package import Base

/// The authors' text in one language: as they wrote it, and as blocks with marks for its quotes.
package struct AuthoredText: Sendable, Hashable {
    package let source: ProseSource
    private let prose: Prose

    /// A text whose Markdown, with marks in place of quotes, has been read.
    package init(source: ProseSource, prose: Prose) {
        self.source = source
        self.prose = prose
    }

    package var language: Language { source.language }

    /// The text with what its quotes print, and every problem of its numbers at once.
    ///
    /// A quote that cannot be printed is an error. Numbers and claims that stand in the text unbound are
    /// warnings, one a line each.
    package func bound(to results: Results) -> (prose: Prose, problems: [Problem]) {
        var writer = QuoteWriter(results, language: language)
        var problems: [Problem] = []
        var bound: [Prose.Inline] = []
        var sources: [String] = []
        for quote in source.quotes {
            do throws(QuoteFault) {
                let written = try writer.write(try QuoteParser.parse(quote.text))
                bound.append(inline(written, &sources))
            } catch {
                problems.append(problem(error, quote))
                bound.append(.text("{{\(quote.text)}}"))
            }
        }
        var result = Prose(blocks: prose.blocks.map { $0.replacingMarks(with: bound, source) })
        result.sources = sources
        return (result, problems + unbound)
    }

    private func inline(_ written: QuoteWriter.Written, _ sources: inout [String]) -> Prose.Inline {
        guard let source = written.source else {
            return .bound(written.text, target: written.target, title: written.title)
        }
        if let known = sources.firstIndex(of: source) {
            return .fact(written.text, source: known + 1)
        }
        sources.append(source)
        return .fact(written.text, source: sources.count)
    }

    private func problem(_ fault: QuoteFault, _ quote: ProseSource.Found) -> Problem {
        let code: Problem.Code =
            switch fault.kind {
            case .unreadable: "prose.quote"
            case .wrongNumber: "prose.wrong-number"
            case .refusedClaim: "prose.refused-claim"
            }
        return Problem(
            .error,
            code,
            at: .init(source.file, line: quote.line, column: String(quote.column)),
            fault.message,
            remedy: fault.remedy
        )
    }

    /// Numbers and claims that nothing binds.
    private var unbound: [Problem] {
        let numbers = source.numbers.map { found in
            Problem(
                .warning,
                "prose.unbound-number",
                at: .init(source.file, line: found.line, column: String(found.column)),
                "Nothing binds the number \(Problem.quote(found.text)).",
                remedy:
                    "Quote it ({{mean trust}}), give its source ({{fact \(found.text) | SOURCE}}), or "
                    + "say that it is no finding ({{plain \(found.text)}})."
            )
        }
        let claims = source.claims.map { found in
            Problem(
                .warning,
                "prose.unbound-claim",
                at: .init(source.file, line: found.line, column: String(found.column)),
                "Nothing backs \(Problem.quote(found.text)).",
                remedy:
                    "Bind it: {{\"\(found.text) …\": highest mean trust region=talas}}; docs/prose.md "
                    + "has the claims."
            )
        }
        return numbers + claims
    }
}

extension Prose.Block {
    /// The block with what stands for each mark; marks in code become what the authors wrote.
    fileprivate func replacingMarks(with bound: [Prose.Inline], _ source: ProseSource)
        -> Prose.Block
    {
        switch self {
        case .heading(let level, let inlines):
            .heading(level: level, inlines.replacingMarks(with: bound))
        case .paragraph(let inlines): .paragraph(inlines.replacingMarks(with: bound))
        case .list(let start, let items):
            .list(start: start, items.map { $0.map { $0.replacingMarks(with: bound, source) } })
        case .quote(let blocks): .quote(blocks.map { $0.replacingMarks(with: bound, source) })
        case .code(let text): .code(source.unmarked(text))
        case .rule: .rule
        }
    }
}

extension ProseSource {
    /// A piece of the marked text as the authors wrote it.
    fileprivate func unmarked(_ text: String) -> String {
        pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .mark(let index): quotes.indices.contains(index) ? "{{\(quotes[index].text)}}" : ""
            }
        }
        .joined()
    }
}

extension [Prose.Inline] {
    fileprivate func replacingMarks(with bound: [Prose.Inline]) -> [Prose.Inline] {
        flatMap { inline -> [Prose.Inline] in
            switch inline {
            case .text(let text):
                return pieces(of: text).compactMap { piece in
                    switch piece {
                    case .text(let text): .text(text)
                    case .mark(let index): bound.indices.contains(index) ? bound[index] : nil
                    }
                }
            case .emphasis(let inner): return [.emphasis(inner.replacingMarks(with: bound))]
            case .strong(let inner): return [.strong(inner.replacingMarks(with: bound))]
            case .link(let address, let inner):
                return [.link(address: address, inner.replacingMarks(with: bound))]
            case .code, .lineBreak, .bound, .fact: return [inline]
            }
        }
    }
}

private enum MarkedPiece {
    case text(String)
    case mark(Int)
}

/// `text` cut at its marks.
private func pieces(of text: String) -> [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: ProseSource.open),
        let close = rest[open...].firstIndex(of: ProseSource.close)
    {
        if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
        pieces.append(.mark(Int(rest[rest.index(after: open)..<close]) ?? -1))
        rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
}
