package import Base

/// The authors' text in one language: as they wrote it, and as blocks with marks for its quotes.
package struct AuthoredText: Sendable, Hashable {
    package let source: ProseSource
    private let prose: Prose
    /// The finds that stand in text that people read, in the order of the text.
    private let live: [Int]

    /// A text whose Markdown, with marks in place of quotes, has been read.
    package init(source: ProseSource, prose: Prose) {
        self.source = source
        self.prose = prose
        var live: Set<Int> = []
        _ = prose.blocks.map {
            $0.replacingMarks(of: source) {
                live.insert($0)
                return nil
            }
        }
        self.live = live.sorted().filter { source.finds.indices.contains($0) }
    }

    package var language: Language { source.language }

    /// The text with what its quotes print, and every problem of its numbers at once.
    ///
    /// A quote that cannot be printed, or that the data do not back, is an error. Numbers and claims that
    /// stand in the text unbound are warnings, one each.
    package func bound(to results: Results) -> (prose: Prose, problems: [Problem]) {
        var writer = QuoteWriter(results, language: language)
        var problems: [Problem] = []
        var written: [Int: Prose.Inline] = [:]
        var sources: [String] = []
        for index in live {
            let find = source.finds[index]
            guard find.kind == .quote else {
                problems.append(problem(find))
                continue
            }
            do throws(QuoteFault) {
                let quote = try QuoteParser.parse(find.text)
                written[index] = inline(try writer.write(quote), &sources)
            } catch {
                problems.append(problem(error, find))
                written[index] = .text("{{\(find.text)}}")
            }
        }
        var result = Prose(
            blocks: prose.blocks.map { $0.replacingMarks(of: source) { written[$0] } }
        )
        result.sources = sources
        return (result, problems)
    }

    /// The problems that show without results: what cannot be read, and what nothing binds.
    package var problemsOfReading: [Problem] {
        live.compactMap { index in
            let find = source.finds[index]
            guard find.kind == .quote else { return problem(find) }
            do throws(QuoteFault) {
                _ = try QuoteParser.parse(find.text)
                return nil
            } catch {
                return problem(error, find)
            }
        }
    }

    private func inline(_ written: QuoteWriter.Written, _ sources: inout [String]) -> Prose.Inline {
        guard let source = written.source else {
            return .quote(written.text, target: written.target, title: written.title)
        }
        if let known = sources.firstIndex(of: source) {
            return .fact(written.text, source: known + 1)
        }
        sources.append(source)
        return .fact(written.text, source: sources.count)
    }

    // MARK: - Problems

    private func location(_ find: ProseSource.Find) -> Problem.Location {
        .init(source.file, line: find.line, column: String(find.column))
    }

    private func problem(_ fault: QuoteFault, _ find: ProseSource.Find) -> Problem {
        let code: Problem.Code =
            switch fault.kind {
            case .unreadable: "prose.quote"
            case .hidden: "prose.hidden-number"
            case .wrong: "prose.wrong-number"
            case .refused: "prose.refused-claim"
            }
        let message = fault.message.prefix(1).uppercased() + fault.message.dropFirst()
        return Problem(.error, code, at: location(find), message, remedy: fault.remedy)
    }

    /// What is wrong with a find that is no whole quote.
    private func problem(_ find: ProseSource.Find) -> Problem {
        switch find.kind {
        case .quote, .unclosed:
            Problem(
                .error,
                "prose.quote",
                at: location(find),
                "The braces that open here are not closed: \(Problem.quote(find.text)).",
                remedy: "Close them with }} in the same paragraph; for braces alone write \\{{."
            )
        case .number:
            Problem(
                .warning,
                "prose.unbound-number",
                at: location(find),
                "Nothing binds the number \(Problem.quote(find.text)).",
                remedy: "Quote it from the data, as {{mean trust}}; or give its source: "
                    + "{{fact \(find.text) | SOURCE}}; or say that it is no finding: "
                    + "{{plain \(find.text)}}."
            )
        case .claim:
            Problem(
                .warning,
                "prose.unbound-claim",
                at: location(find),
                "Nothing backs \(Problem.quote(find.text)).",
                remedy:
                    "Bind the words: {{\"…\": highest mean trust region=talas}}; docs/prose.md has "
                    + "all claims. When they are no finding: {{plain \(find.text)}}."
            )
        }
    }
}

// MARK: - Marks

extension Prose.Block {
    /// The block with what `inline` gives for each mark, and nothing where it gives nil; in code stands
    /// what the authors wrote.
    fileprivate func replacingMarks(
        of source: ProseSource,
        _ inline: (Int) -> Prose.Inline?
    ) -> Prose.Block {
        switch self {
        case .heading(let level, let inlines):
            .heading(level: level, inlines.replacingMarks(of: source, inline))
        case .paragraph(let inlines): .paragraph(inlines.replacingMarks(of: source, inline))
        case .list(let start, let items):
            .list(
                start: start,
                items.map { $0.map { $0.replacingMarks(of: source, inline) } }
            )
        case .quote(let blocks): .quote(blocks.map { $0.replacingMarks(of: source, inline) })
        case .code(let text): .code(source.unmarked(text))
        case .rule: .rule
        }
    }
}

extension [Prose.Inline] {
    fileprivate func replacingMarks(
        of source: ProseSource,
        _ inline: (Int) -> Prose.Inline?
    ) -> [Prose.Inline] {
        joiningTexts.flatMap { part -> [Prose.Inline] in
            switch part {
            case .text(let text):
                return ProseSource.pieces(of: text).compactMap { piece in
                    switch piece {
                    case .text(let text): .text(text)
                    case .mark(let index): inline(index)
                    }
                }
            case .emphasis(let inner):
                return [.emphasis(inner.replacingMarks(of: source, inline))]
            case .strong(let inner): return [.strong(inner.replacingMarks(of: source, inline))]
            case .link(let address, let inner):
                let plain = source.unmarked(address)
                // An address that stands for itself is no sentence.
                let isAddress = source.unmarked(inner.plainText) == plain
                return [
                    .link(
                        address: plain,
                        isAddress
                            ? [.text(plain)]
                            : inner.replacingMarks(of: source, inline).withoutLinks
                    )
                ]
            case .code(let text): return [.code(source.unmarked(text))]
            case .lineBreak, .quote, .fact: return [part]
            }
        }
    }

    /// The same without links, which cannot stand in another link.
    private var withoutLinks: [Prose.Inline] {
        map { inline in
            switch inline {
            case .quote(let text, _, _), .fact(let text, _): .text(text)
            case .emphasis(let inner): .emphasis(inner.withoutLinks)
            case .strong(let inner): .strong(inner.withoutLinks)
            case .text, .code, .link, .lineBreak: inline
            }
        }
    }

    /// Texts that follow each other as one.
    private var joiningTexts: [Prose.Inline] {
        var joined: [Prose.Inline] = []
        for inline in self {
            if case .text(let text) = inline, case .text(let before)? = joined.last {
                joined[joined.count - 1] = .text(before + text)
            } else {
                joined.append(inline)
            }
        }
        return joined
    }
}
