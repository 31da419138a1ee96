extension Markup {
    /// The piece as HTML, with SVG inside it, in UTF-8.
    package func html() -> [UInt8] {
        var output: [UInt8] = []
        append(to: &output, dialect: .html)
        return output
    }

    /// The piece as a whole XML document, in UTF-8, with its declaration.
    package func xml() -> [UInt8] {
        var output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)
        append(to: &output, dialect: .xml)
        return output
    }

    /// The piece as HTML, as a string.
    package func htmlText() -> String {
        String(decoding: html(), as: UTF8.self)
    }

    /// The piece as XML, as a string.
    package func xmlText() -> String {
        String(decoding: xml(), as: UTF8.self)
    }

    /// The text that a reader sees, without the markup.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .element(_, _, let children), .group(let children):
            children.map(\.plainText).joined()
        case .style: ""
        }
    }

    private func append(to output: inout [UInt8], dialect: Dialect) {
        switch self {
        case .text(let text):
            appendEscaped(text, to: &output, inAttribute: false)
        case .group(let children):
            for child in children {
                child.append(to: &output, dialect: dialect)
            }
        case .style(let sheets):
            output.append(contentsOf: "<style>".utf8)
            for sheet in sheets {
                output.append(contentsOf: sheet.description.utf8)
            }
            output.append(contentsOf: "</style>".utf8)
        case .element(let name, let attributes, let children):
            appendStart(name, attributes, to: &output)
            if children.isEmpty, let end = dialect.emptyEnd(of: name) {
                output.append(contentsOf: end.utf8)
                return
            }
            output.append(UInt8(ascii: ">"))
            for child in children {
                child.append(to: &output, dialect: dialect)
            }
            output.append(contentsOf: "</".utf8)
            output.append(contentsOf: name.text.utf8)
            output.append(UInt8(ascii: ">"))
        }
    }
}

/// Appends the start tag without its closing angle bracket.
private func appendStart(_ name: Name, _ attributes: Attributes, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: name.text.utf8)
    for (name, value) in attributes.pairs {
        output.append(UInt8(ascii: " "))
        output.append(contentsOf: name.text.utf8)
        output.append(contentsOf: "=\"".utf8)
        appendEscaped(value, to: &output, inAttribute: true)
        output.append(UInt8(ascii: "\""))
    }
}

/// The two ways of writing an element that has no children.
private enum Dialect {
    case html
    case xml

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ]
    private static let shapes: Set<String> = [
        "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use",
    ]

    /// How the start tag of an empty element ends; nil when it needs an end tag.
    func emptyEnd(of name: Name) -> String? {
        switch self {
        case .xml: "/>"
        case .html where Self.void.contains(name.text): ">"
        case .html where Self.shapes.contains(name.text): "/>"
        case .html: nil
        }
    }
}
