/// A piece of an HTML, SVG or XML document, as a value.
///
/// Names can only be written in source code (`StaticString`) and texts are always escaped by the
/// renderer, so no text of a form, of data or of a person can become markup.
package indirect enum Markup: Sendable {
    /// Text, escaped when rendered.
    case text(String)
    /// An element with its attributes and children.
    case element(Name, Attributes, [Markup])
    /// Several pieces one after the other, without an element around them.
    case group([Markup])
    /// A style sheet: literals of the source code only, never text that came from outside.
    case style([StaticString])

    /// Nothing.
    package static var empty: Markup { .group([]) }

    /// An element; children may be string literals.
    package static func tag(
        _ name: Name,
        _ attributes: Attributes = [:],
        _ children: [Markup] = []
    ) -> Markup {
        .element(name, attributes, children)
    }

    /// An element that holds one text.
    package static func tag(_ name: Name, _ attributes: Attributes = [:], text: String) -> Markup {
        .element(name, attributes, [.text(text)])
    }
}

extension Markup: ExpressibleByStringInterpolation {
    package init(stringLiteral text: String) {
        self = .text(text)
    }
}

/// The name of an element or attribute: only a literal of the source code can be one.
package struct Name: Sendable, Hashable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral literal: StaticString) {
        text = literal.description
    }
}

/// Attributes in the order in which they are written; a nil value leaves the attribute out.
package struct Attributes: Sendable, ExpressibleByDictionaryLiteral {
    package private(set) var pairs: [(name: Name, value: String)] = []

    package init(dictionaryLiteral elements: (Name, String?)...) {
        pairs.reserveCapacity(elements.count)
        for (name, value) in elements {
            set(name, to: value)
        }
    }

    /// Sets the attribute, in its old place when it has one; nil takes it out.
    ///
    /// The address of a link is kept only when it cannot run code (see ``isSafeAddress(_:)``).
    package mutating func set(_ name: Name, to value: String?) {
        let old = pairs.firstIndex { $0.name == name }
        guard let value else {
            if let old { pairs.remove(at: old) }
            return
        }
        let kept = Self.addresses.contains(name) && !isSafeAddress(value) ? "#" : value
        if let old {
            pairs[old].value = kept
        } else {
            pairs.append((name, kept))
        }
    }

    /// The value of the attribute; nil when it is not there.
    package subscript(name: Name) -> String? {
        pairs.first { $0.name == name }?.value
    }

    private static let addresses: Set<Name> = [
        "href", "src", "action", "formaction", "xlink:href", "cite", "poster",
    ]
}

/// Whether a link to `address` only leads somewhere.
///
/// It may lead to a place on the page, along a relative path, to the web, or to a mail address.
/// Every other scheme (`javascript:`, `data:`, `file:`) is refused.
package func isSafeAddress(_ address: String) -> Bool {
    let letters = address.utf8
    guard letters.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
        return false
    }
    let stop = letters.firstIndex { byte in
        byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?")
            || byte == UInt8(ascii: "#")
    }
    guard let stop, letters[stop] == UInt8(ascii: ":") else { return true }
    return ["http", "https", "mailto"].contains(address[..<stop].lowercased())
}
