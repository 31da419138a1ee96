/// The text that people wrote for the report, as blocks.
package struct Prose: Sendable, Hashable {
    package var blocks: [Block]
    /// Where the numbers from outside come from, in the order of their places.
    package var sources: [String] = []

    package init(blocks: [Block] = []) {
        self.blocks = blocks
    }

    package indirect enum Block: Sendable, Hashable {
        case heading(level: Int, [Inline])
        case paragraph([Inline])
        /// A list of items; `start` is the first number of an ordered list, nil for bullets.
        case list(start: Int?, [[Block]])
        case quote([Block])
        case code(String)
        case rule
    }

    package indirect enum Inline: Sendable, Hashable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case code(String)
        case link(address: String, [Inline])
        case lineBreak
        /// What a quote prints, with the section that holds the number and the estimate in words.
        case quote(String, target: String?, title: String)
        /// A number from outside, with its place in the list of sources, from 1.
        case fact(String, source: Int)
    }
}

extension [Prose.Inline] {
    /// The words without their marks.
    package var plainText: String {
        map { inline in
            switch inline {
            case .text(let text), .code(let text): text
            case .emphasis(let inner), .strong(let inner), .link(_, let inner): inner.plainText
            case .lineBreak: " "
            case .quote(let text, _, _), .fact(let text, _): text
            }
        }
        .joined()
    }
}
