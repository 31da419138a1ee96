/// Texts one after another, to be read in the order in which they were written.
struct WrittenTexts: Sendable {
    private var arena: [UInt8] = []
    private var ends: [Int] = []

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        arena.append(contentsOf: text)
        ends.append(arena.count)
    }

    mutating func append(_ text: [UInt8]) {
        text.withUnsafeBufferPointer { append($0) }
    }

    mutating func append(contentsOf other: WrittenTexts) {
        let offset = arena.count
        arena.append(contentsOf: other.arena)
        for end in other.ends { ends.append(offset + end) }
    }

    func makeIterator() -> Iterator {
        Iterator(texts: self)
    }

    /// Reads the texts in order.
    struct Iterator {
        fileprivate let texts: WrittenTexts
        private var position = 0

        fileprivate init(texts: WrittenTexts) {
            self.texts = texts
        }

        /// Appends the next text to `pool`.
        mutating func next(into pool: inout BytePool) {
            let start = position == 0 ? 0 : texts.ends[position - 1]
            let end = texts.ends[position]
            position += 1
            texts.arena.withUnsafeBufferPointer {
                pool.append(UnsafeBufferPointer(rebasing: $0[start..<end]))
            }
        }
    }
}
