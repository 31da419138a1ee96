package import Markup

/// A report as one self-contained HTML page: no script, no request to the network.
package struct Page: Sendable {
    package var title: String
    package var subtitle: String
    /// The language of the page, and what Ashar adds to it.
    package var words: Words
    /// Short facts under the subtitle: who, when, how many.
    package var facts: [String]
    package var warnings: [Warning]
    package var body: [Markup]
    package var footer: [Markup]
    /// Sheets of this kind of page alone, after those that every page has.
    package var styles: [StaticString]

    package init(
        title: String,
        subtitle: String = "",
        words: Words = Words(.en),
        facts: [String] = [],
        warnings: [Warning] = [],
        body: [Markup],
        footer: [Markup] = [],
        styles: [StaticString] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.words = words
        self.facts = facts
        self.warnings = warnings
        self.body = body
        self.footer = footer
        self.styles = styles
    }

    /// What every part of the page must be read with; shown in a strip that stays in view, and in
    /// the margin of every printed page.
    package enum Warning: WordKey {
        case synthetic
        case notProbabilitySample
        /// The page names single rows: for the team inside the building.
        case internalOnly
    }

    /// The whole page as UTF-8; the same page always gives the same bytes.
    package func html() -> [UInt8] {
        Page.html(of: [self])
    }

    /// The document of `head` and `children`, in the language of this page.
    func document(_ children: [Markup], styles: [StaticString]) -> [UInt8] {
        let body = Markup.tag("body", [:], children)
        return Array("<!DOCTYPE html>\n".utf8)
            + Markup.tag("html", ["lang": words.language.rawValue], [head(styles), body]).html()
            + [UInt8(ascii: "\n")]
    }

    private func head(_ styles: [StaticString]) -> Markup {
        .tag(
            "head",
            [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag(
                    "meta",
                    ["name": "viewport", "content": "width=device-width, initial-scale=1"]
                ),
                // A second lock besides escaping: a browser runs and fetches nothing for this page.
                .tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
                    ]
                ),
                .tag("meta", ["name": "color-scheme", "content": "light dark"]),
                .tag("title", [:], text: title),
                .style(styles),
            ]
        )
    }

    /// What the page shows, the link that skips to its text first.
    var content: [Markup] {
        let list = contents(of: body)
        let nav = [
            Markup.tag(
                "nav",
                ["class": "contents contents-wide", "aria-label": words(PageWord.contents)],
                [.tag("p", ["class": "contents-title"], text: words(PageWord.contents)), list]
            ),
            .tag(
                "nav",
                ["class": "contents contents-narrow", "aria-label": words(PageWord.contents)],
                [
                    .tag(
                        "details",
                        [:],
                        [.tag("summary", [:], text: words(PageWord.contents)), list]
                    )
                ]
            ),
        ]
        return [
            .tag("a", ["class": "skip", "href": "#text"], text: words(PageWord.skip)),
            strip,
            .tag(
                "header",
                ["class": "title"],
                [
                    .tag("h1", [:], text: title),
                    subtitle.isEmpty
                        ? .empty : .tag("p", ["class": "subtitle"], text: subtitle),
                    facts.isEmpty
                        ? .empty
                        : .tag(
                            "ul",
                            ["class": "facts"],
                            facts.map { .tag("li", [:], text: $0) }
                        ),
                ]
            ),
            .tag(
                "div",
                ["class": "columns"],
                nav + [.tag("main", ["id": "text", "tabindex": "-1"], body)]
            ),
            .tag("footer", [:], footer + [reviewNote]),
        ]
    }

    /// That no native reader has checked what Ashar says in this language.
    var reviewNote: Markup {
        Catalogue.isReviewed(words.language)
            ? .empty : paragraph(words(PageWord.notReviewed))
    }

    private var strip: Markup {
        guard !warnings.isEmpty else { return .empty }
        let texts = warnings.map {
            Markup.tag("span", [:], text: words($0))
        }
        return .tag(
            "aside",
            [
                "class": warnings == [.notProbabilitySample] ? "strip strip-quiet" : "strip",
                "aria-label": words(PageWord.warning),
            ],
            texts
        )
    }
}

extension Page.Warning {
    package var phrase: Phrase {
        let texts = texts
        return Phrase(
            en: texts.en.description,
            ru: texts.ru.description,
            ky: texts.ky.description
        )
    }

    /// The warning as literals: it stands in the style sheet too, where no other text may.
    private var texts: (en: StaticString, ru: StaticString, ky: StaticString) {
        switch self {
        case .synthetic:
            ("Synthetic data", "Вымышленные данные", "Ойдон чыгарылган маалымат")
        case .notProbabilitySample:
            (
                "Not a probability sample: these answers only",
                "Не вероятностная выборка: только эти ответы",
                "Ыктымалдык тандалма эмес: ушул жооптор гана"
            )
        case .internalOnly:
            (
                "Internal: not for publication",
                "Для служебного пользования: не публиковать",
                "Ички колдонуу үчүн: жарыяланбайт"
            )
        }
    }

    /// The warning as a literal in `language`.
    func literal(in language: Language) -> StaticString {
        switch language {
        case .en: texts.en
        case .ru: texts.ru
        case .ky: texts.ky
        }
    }
}

/// A list of links to the sections of level 2 and 3 in `body`, nested.
private func contents(of body: [Markup]) -> Markup {
    let items = sections(in: body).map { section in
        let link = Markup.tag("a", ["href": "#\(section.id)"], text: section.title)
        let inner = section.children
        return Markup.tag(
            "li",
            [:],
            inner.isEmpty
                ? [link]
                : [
                    link,
                    .tag(
                        "ol",
                        [:],
                        inner.map {
                            .tag("li", [:], [.tag("a", ["href": "#\($0.id)"], text: $0.title)])
                        }
                    ),
                ]
        )
    }
    return .tag("ol", [:], items)
}

/// A section that the contents list.
private struct Listed {
    let id: String
    let title: String
    let children: [Listed]
}

/// The outermost sections among `pieces`, each with the sections right inside it.
private func sections(in pieces: [Markup]) -> [Listed] {
    pieces.flatMap { piece -> [Listed] in
        switch piece {
        case .element("section", let attributes, let children):
            guard let id = attributes["id"], let heading = children.first else { return [] }
            return [
                Listed(
                    id: id,
                    title: heading.plainText,
                    children: sections(in: Array(children.dropFirst()))
                )
            ]
        case .element(_, _, let children), .group(let children): return sections(in: children)
        case .text, .style: return []
        }
    }
}
