package import Markup

/// A section with its heading; `level` is 2 for a chapter, 3 and 4 for parts of it.
///
/// The id is unique in the page; links lead to it. The language is named where it is not that of
/// the page: on a section, since printing to PDF loses it from a plain `<div>`.
package func section(
    id: String,
    level: Int,
    heading: String,
    language: String? = nil,
    _ body: [Markup]
) -> Markup {
    let name: Name =
        switch level {
        case ...2: "h2"
        case 3: "h3"
        default: "h4"
        }
    return .tag("section", ["id": id, "lang": language], [.tag(name, [:], text: heading)] + body)
}

/// A paragraph of plain text.
package func paragraph(_ text: String) -> Markup {
    .tag("p", [:], text: text)
}

/// A paragraph of pieces: text, links, emphasis.
package func paragraph(_ pieces: [Markup]) -> Markup {
    .tag("p", [:], pieces)
}

/// A list with a dot before each text.
package func bulletList(_ items: [Markup]) -> Markup {
    .tag("ul", [:], items.map { .tag("li", [:], [$0]) })
}

/// A link within the page, to the web, or to a mail address.
package func link(_ text: String, to address: String) -> Markup {
    .tag("a", ["href": address], text: text)
}

/// How loud a box is.
package enum NoteKind: String, Sendable {
    /// Something to know.
    case note
    /// Something that limits what may be concluded.
    case warning
}

/// A box beside the flow of the text, with a heading in bold.
package func noteBox(_ kind: NoteKind, heading: String, _ body: [Markup]) -> Markup {
    .tag(
        "div",
        ["class": "box box-\(kind.rawValue)"],
        [.tag("p", ["class": "box-title"], text: heading)] + body
    )
}

/// One number that the report puts first.
package struct KeyFigure: Sendable, Hashable {
    /// The number as it is printed: "43%".
    package var value: String
    /// What it is the number of, in a few words.
    package var label: String
    /// Its interval, or the number of people behind it.
    package var detail: String

    package init(value: String, label: String, detail: String = "") {
        self.value = value
        self.label = label
        self.detail = detail
    }
}

/// Key figures side by side, as a list of terms and values.
package func keyFigures(_ figures: [KeyFigure]) -> Markup {
    .tag(
        "dl",
        ["class": "key"],
        figures.map { figure in
            .tag(
                "div",
                [:],
                [
                    .tag("dt", [:], text: figure.label),
                    .tag("dd", ["class": "key-value"], text: figure.value),
                    figure.detail.isEmpty
                        ? .empty : .tag("dd", ["class": "key-detail"], text: figure.detail),
                ]
            )
        }
    )
}

/// Terms with their explanations, such as the facts of a method.
package func factList(_ facts: [(term: String, text: String)]) -> Markup {
    .tag(
        "dl",
        ["class": "method"],
        facts.map { fact in
            .tag("div", [:], [.tag("dt", [:], text: fact.term), .tag("dd", [:], text: fact.text)])
        }
    )
}
