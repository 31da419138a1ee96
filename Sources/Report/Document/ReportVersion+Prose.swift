import Markup

extension ReportVersion {
    /// The authors' text: each heading of the first level begins a chapter.
    var proseSections: [Markup] {
        var sections: [Markup] = []
        var chapter: (heading: String, body: [Markup])?
        func close() {
            guard let done = chapter else { return }
            let id = "text-\(sections.count + 1)"
            sections.append(
                done.heading.isEmpty
                    ? .group(done.body)
                    : section(
                        id: id,
                        level: 2,
                        heading: done.heading,
                        language: proseCode,
                        done.body
                    )
            )
        }
        for block in prose.blocks {
            if case .heading(1, let inlines) = block {
                close()
                chapter = (inlines.plainText, [])
            } else {
                chapter = chapter ?? ("", [])
                chapter?.body.append(markup(of: block))
            }
        }
        close()
        if !prose.sources.isEmpty { sections.append(factSection) }
        guard proseLanguage != words.language, !sections.isEmpty else { return sections }
        return [notTranslated] + sections
    }

    /// The language of the authors' text, where it is not that of the version.
    private var proseCode: String? {
        proseLanguage == words.language ? nil : proseLanguage.rawValue
    }

    private var notTranslated: Markup {
        let language = Words.Value.text(proseLanguage.name)
        return noteBox(
            .note,
            heading: words(ReportWord.notTranslated, ["language": language]),
            []
        )
    }

    private func markup(of block: Prose.Block) -> Markup {
        switch block {
        case .heading(let level, let inlines):
            return level <= 2
                ? .tag("h3", [:], markup(of: inlines)) : .tag("h4", [:], markup(of: inlines))
        case .paragraph(let inlines): return paragraph(markup(of: inlines))
        case .list(let start, let items):
            let rows = items.map { Markup.tag("li", [:], $0.map { markup(of: $0) }) }
            guard let start else { return .tag("ul", [:], rows) }
            return .tag("ol", ["start": start == 1 ? nil : String(start)], rows)
        case .quote(let blocks): return .tag("blockquote", [:], blocks.map { markup(of: $0) })
        case .code(let text): return .tag("pre", [:], [.tag("code", [:], text: text)])
        case .rule: return .tag("hr")
        }
    }

    private func markup(of inlines: [Prose.Inline]) -> [Markup] {
        inlines.map { inline in
            switch inline {
            case .text(let text): .text(text)
            case .emphasis(let inner): .tag("em", [:], markup(of: inner))
            case .strong(let inner): .tag("strong", [:], markup(of: inner))
            case .code(let text): .tag("code", [:], text: text)
            case .link(let address, let inner):
                .tag("a", ["href": address], markup(of: inner))
            case .lineBreak: .tag("br")
            case .quote(let text, nil, _): .text(text)
            case .quote(let text, let target?, let title):
                .tag(
                    "a",
                    ["class": "quote", "href": "#\(target)", "title": title.isEmpty ? nil : title],
                    text: text
                )
            case .fact(let text, let source):
                .group([
                    .text(text),
                    .tag(
                        "sup",
                        [:],
                        [
                            .tag(
                                "a",
                                ["class": "quote", "href": "#fact-\(source)"],
                                text: "\(source)"
                            )
                        ]
                    ),
                ])
            }
        }
    }

    /// The sources of the numbers that do not come from this survey.
    private var factSection: Markup {
        section(
            id: "facts",
            level: 2,
            heading: words(QuoteWord.facts),
            language: proseCode,
            [
                .tag(
                    "ol",
                    [:],
                    prose.sources.enumerated().map { index, source in
                        .tag("li", ["id": "fact-\(index + 1)"], text: source)
                    }
                )
            ]
        )
    }
}
