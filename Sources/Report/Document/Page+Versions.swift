import Markup

extension Page {
    /// One document that holds a page in several languages, of which it shows one at a time.
    ///
    /// Links lead from one version to the next; style sheets alone hide the others, so it works
    /// without scripts, and a browser that cannot (`:has` is of 2022) shows all, one after the other.
    /// The ids of the first version are those that it has alone, so that links to it live on when a
    /// language is added; those of the others begin with their language: "ru-methods".
    ///
    /// - Parameter versions: The page in different languages; the first is shown first.
    /// - Returns: The document as UTF-8; a single version gives a page without links to others.
    package static func html(of versions: [Page]) -> [UInt8] {
        precondition(!versions.isEmpty, "a page has at least one language")
        let languages = versions.map(\.words.language)
        precondition(Set(languages).count == languages.count, "one version a language")
        let first = versions[0]
        guard versions.count > 1 else {
            return first.document(
                first.content,
                styles: PageStyle.sheets(first.warnings, first.words.language) + first.styles
            )
        }
        return first.document(
            versions.enumerated().map { index, page in
                let code = page.words.language.rawValue
                // The links lead to the versions themselves, whose ids have no prefix.
                let content = page.content.map {
                    index == 0 ? $0 : $0.anchored(after: "\(code)-")
                }
                let links = page.links(to: languages)
                return .tag(
                    "div",
                    ["class": "version", "id": code, "lang": code],
                    // The skip link is the first thing that a keyboard reaches.
                    content.prefix(1) + [links] + content.dropFirst()
                )
            },
            styles: PageStyle.sheets(versions: versions.map { ($0.warnings, $0.words.language) })
                + first.styles
        )
    }

    /// The bar of links to the versions, each in its own language.
    private func links(to languages: [Language]) -> Markup {
        .tag(
            "nav",
            ["class": "languages", "aria-label": words(PageWord.languages)],
            [
                .tag(
                    "ul",
                    [:],
                    languages.map { language in
                        let code = language.rawValue
                        return .tag(
                            "li",
                            [:],
                            [
                                .tag(
                                    "a",
                                    [
                                        "href": "#\(code)", "lang": code, "hreflang": code,
                                        "aria-current": language == words.language ? "true" : nil,
                                    ],
                                    text: language.name
                                )
                            ]
                        )
                    }
                )
            ]
        )
    }
}

extension Markup {
    /// The same markup with `prefix` before every id, and before all that leads to one.
    func anchored(after prefix: String) -> Markup {
        switch self {
        case .text, .style: return self
        case .group(let pieces): return .group(pieces.map { $0.anchored(after: prefix) })
        case .element(let name, var attributes, let children):
            if let id = attributes["id"] { attributes.set("id", to: prefix + id) }
            for name: Name in ["aria-labelledby", "aria-describedby", "for", "headers"] {
                guard let ids = attributes[name] else { continue }
                let anchored = ids.split(separator: " ").map { prefix + $0 }
                attributes.set(name, to: anchored.joined(separator: " "))
            }
            if let address = attributes["href"], address.hasPrefix("#"), address.count > 1 {
                attributes.set("href", to: "#" + prefix + address.dropFirst())
            }
            return .element(name, attributes, children.map { $0.anchored(after: prefix) })
        }
    }
}
