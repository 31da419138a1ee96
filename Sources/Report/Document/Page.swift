package import Markup

/// A report as one self-contained HTML page: no script, no request to the network.
package struct Page: Sendable {
    package var title: String
    package var subtitle: String
    /// The code of the language that most of the page is in: en, ru, ky.
    package var language: String
    /// Short facts under the subtitle: who, when, how many.
    package var facts: [String]
    package var warnings: [Warning]
    package var words: ChartWords
    package var body: [Markup]
    package var footer: [Markup]

    package init(
        title: String,
        subtitle: String = "",
        language: String = "en",
        facts: [String] = [],
        warnings: [Warning] = [],
        words: ChartWords = .english,
        body: [Markup],
        footer: [Markup] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.facts = facts
        self.warnings = warnings
        self.words = words
        self.body = body
        self.footer = footer
    }

    /// What every part of the page must be read with; shown in a strip that stays in view, and in
    /// the margin of every printed page.
    package enum Warning: Sendable, Hashable, CaseIterable {
        case synthetic
        case notProbabilitySample
        /// The page names single rows: for the team inside the building.
        case internalOnly
    }

    /// The whole page as UTF-8; the same page always gives the same bytes.
    package func html() -> [UInt8] {
        Array("<!DOCTYPE html>\n".utf8)
            + Markup.tag("html", ["lang": language], [head, bodyElement]).html()
            + [UInt8(ascii: "\n")]
    }

    private var head: Markup {
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
                .style(PageStyle.sheets(warnings, language: language)),
            ]
        )
    }

    private var bodyElement: Markup {
        let list = contents(of: body)
        let nav = [
            Markup.tag(
                "nav",
                ["class": "contents contents-wide", "aria-label": words.contents],
                [.tag("p", ["class": "contents-title"], text: words.contents), list]
            ),
            .tag(
                "nav",
                ["class": "contents contents-narrow", "aria-label": words.contents],
                [.tag("details", [:], [.tag("summary", [:], text: words.contents), list])]
            ),
        ]
        return .tag(
            "body",
            [:],
            [
                .tag("a", ["class": "skip", "href": "#text"], text: words.skip),
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
                .tag("footer", [:], footer),
            ]
        )
    }

    private var strip: Markup {
        guard !warnings.isEmpty else { return .empty }
        let texts = warnings.map {
            Markup.tag("span", [:], text: $0.text(in: language).description)
        }
        return .tag(
            "aside",
            [
                "class": warnings == [.notProbabilitySample] ? "strip strip-quiet" : "strip",
                "aria-label": words.warning,
            ],
            texts
        )
    }
}

extension Page.Warning {
    /// The warning in the language of the page; English where there is no translation.
    func text(in language: String) -> StaticString {
        switch (self, language) {
        case (.synthetic, "ru"): "Вымышленные данные"
        case (.synthetic, "ky"): "Ойдон чыгарылган маалымат"
        case (.synthetic, _): "Synthetic data"
        case (.notProbabilitySample, "ru"): "Не вероятностная выборка: только эти ответы"
        case (.notProbabilitySample, "ky"): "Ыктымалдык тандоо эмес: ушул жооптор гана"
        case (.notProbabilitySample, _): "Not a probability sample: these answers only"
        case (.internalOnly, "ru"): "Для служебного пользования: не публиковать"
        case (.internalOnly, "ky"): "Ички колдонуу үчүн: жарыяланбайт"
        case (.internalOnly, _): "Internal: not for publication"
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
