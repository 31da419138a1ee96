package import Base

/// A code: a name for what passages of text have in common.
package struct Code: Sendable, Hashable {
    package let id: String
    package var name: LocalText
    /// The id of the code above; nil at the top.
    package var parent: String?
    /// The need of the vocabulary that the code speaks of; nil for other themes.
    package var need: String?
    package var definition = LocalText([:])
    /// When to use it, and when not.
    package var use = LocalText([:])
    package var example = LocalText([:])

    package init(id: String, name: LocalText) {
        self.id = id
        self.name = name
    }
}

/// The codes of a study as a tree, in the order of their file.
package struct CodeTree: Sendable, Hashable {
    package let codes: [Code]
    private let positions: [String: Int]

    /// A tree of `codes`; of two with one id the first counts.
    package init(_ codes: [Code] = []) {
        var positions: [String: Int] = [:]
        var kept: [Code] = []
        for code in codes where positions[code.id] == nil {
            positions[code.id] = kept.count
            kept.append(code)
        }
        self.codes = kept
        self.positions = positions
    }

    package subscript(id: String) -> Code? { positions[id].map { codes[$0] } }

    package func children(of id: String?) -> [Code] { codes.filter { $0.parent == id } }

    /// The need that the code or the nearest code above it speaks of.
    package func need(of id: String) -> String? {
        var seen: Set<String> = []
        var next: String? = id
        while let current = next, let code = self[current], seen.insert(current).inserted {
            if let need = code.need { return need }
            next = code.parent
        }
        return nil
    }
}
