/// The text that people wrote for the report, as blocks.
package struct Prose: Sendable, Hashable {
    package var blocks: [Block]

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
            }
        }
        .joined()
    }
}
