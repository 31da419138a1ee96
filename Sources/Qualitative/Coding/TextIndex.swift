/// The texts of all sources, folded, in one byte a scalar, to be searched as fast as memory is read.
///
/// Letters of Kyrgyz, Russian, Uzbek and Latin have a byte of their own; rarer ones share one, so that
/// what is found with them is compared with the text again. Eight bytes stand in a word of 64 bits, which
/// are looked through at once.
package struct TextIndex: Sendable {
    /// One place where the words were found.
    package struct Hit: Sendable, Hashable {
        /// The source's id.
        package let source: String
        /// Scalars of its text, the end exclusive.
        package let range: Range<Int>
    }

    package struct Result: Sendable, Hashable {
        /// The first hits, in the order of the sources.
        package let hits: [Hit]
        /// How many there are in all, overlaps not counted.
        package let total: Int
        /// How many sources have one.
        package let sources: Int
    }

    private struct Text: Sendable {
        let source: Int
        /// Where its bytes start in ``words``.
        let start: Int
        /// Folded positions from which on the text's own are further by `shift`, ascending.
        var shifts: [(from: Int, shift: Int)] = []
    }

    private let evidence: Evidence
    private var words: [UInt64] = []
    private var texts: [Text] = []
    /// How often each byte stands in the texts.
    private var frequencies = [Int](repeating: 0, count: 256)

    /// An index of the texts that `evidence` holds.
    package init(_ evidence: Evidence) {
        self.evidence = evidence
        let scalars = evidence.sources.reduce(0) { $0 + ($1.text?.count ?? 0) + 1 }
        words.reserveCapacity(scalars / 8 + 2)
        var writer = ByteWriter()
        for (index, source) in evidence.sources.enumerated() {
            guard let text = source.text else { continue }
            add(text, of: index, &writer)
        }
        writer.flush(into: &words)
    }

    private mutating func add(_ text: SourceText, of source: Int, _ writer: inout ByteWriter) {
        var entry = Text(source: source, start: writer.count)
        var previous: Unicode.Scalar?
        var shift = 0
        var position = 0
        for scalar in text.string.unicodeScalars {
            let byte = Alphabet.simple(scalar)
            if byte != 0 {
                write(byte, &writer)
                // Only и matters to what follows.
                previous = byte == Alphabet.shortIBase ? "и" : nil
            } else {
                switch TextFolding.fold(scalar, after: previous) {
                case .none: shift += 1
                case .replacing(let folded):
                    shift += 1
                    writer.replaceLast(with: Alphabet.byte(of: folded), in: &words)
                case .one(let folded): write(Alphabet.byte(of: folded), &writer)
                case .several(let all):
                    for folded in all { write(Alphabet.byte(of: folded), &writer) }
                    shift -= all.count - 1
                }
                previous = nil
            }
            position += 1
            if shift != (entry.shifts.last?.shift ?? 0) {
                entry.shifts.append((writer.count - entry.start, shift))
            }
        }
        // No text runs into the next one.
        write(Alphabet.end, &writer)
        texts.append(entry)
    }

    private mutating func write(_ byte: UInt8, _ writer: inout ByteWriter) {
        frequencies[Int(byte)] += 1
        writer.append(byte, to: &words)
    }

    // MARK: - Searching

    /// Where `text` stands in the sources, without regard to case, apostrophes and accents.
    ///
    /// - Parameters:
    ///   - text: The words; blanks at the ends are left out, and nothing is found for nothing.
    ///   - limit: At most so many hits are listed; all are counted.
    /// - Returns: The first hits and how many there are.
    package func search(_ text: String, limit: Int = 1_000) -> Result {
        let folded = Self.trimmed(TextFolding.fold(text.unicodeScalars).scalars)
        guard !folded.isEmpty else { return Result(hits: [], total: 0, sources: 0) }
        let needle = folded.map { Alphabet.byte(of: $0) }
        let mustCompare = needle.contains { Alphabet.isShared($0) }
        var hits: [Hit] = []
        var (total, sources) = (0, 0)
        var (next, last, free) = (0, -1, 0)
        forEachPlace(of: needle) { place in
            guard place >= free else { return }
            while next + 1 < texts.count, texts[next + 1].start <= place { next += 1 }
            let isListed = hits.count < limit
            let range =
                isListed || mustCompare
                ? range(of: place..<place + needle.count, in: texts[next]) : 0..<0
            let source = texts[next].source
            if mustCompare {
                let words = evidence.sources[source].text.map { $0[range] } ?? ""
                guard TextFolding.fold(words.unicodeScalars).scalars == folded else { return }
            }
            free = place + needle.count
            total += 1
            if next != last { sources += 1 }
            last = next
            if isListed { hits.append(Hit(source: evidence.sources[source].id, range: range)) }
        }
        return Result(hits: hits, total: total, sources: sources)
    }

    private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let start = scalars.firstIndex { $0 != " " } ?? scalars.endIndex
        let end = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? start
        return Array(scalars[start..<end])
    }

    /// The scalars of a text that folded ones came from, with the marks over the last of them.
    private func range(of place: Range<Int>, in text: Text) -> Range<Int> {
        func position(_ folded: Int) -> Int {
            var (low, high) = (0, text.shifts.count)
            while low < high {
                let middle = (low + high) / 2
                if text.shifts[middle].from <= folded { low = middle + 1 } else { high = middle }
            }
            return folded + (low > 0 ? text.shifts[low - 1].shift : 0)
        }
        let start = position(place.lowerBound - text.start)
        return start..<max(start, position(place.upperBound - text.start))
    }

    /// Calls `found` with each place where `needle` stands, ascending.
    private func forEachPlace(of needle: [UInt8], _ found: (Int) -> Void) {
        // The two neighbours that are rarest together are looked for; one byte is its own neighbour.
        let last = needle.count - 1
        let anchor = (0..<max(last, 1)).min { rarity(needle, $0) < rarity(needle, $1) } ?? 0
        let first = Self.repeated(needle[anchor])
        let second = Self.repeated(needle[min(anchor + 1, last)])
        let isSingle = last == 0
        for index in words.indices {
            let word = words[index]
            var match = Self.zeros(word ^ first)
            if match == 0 { continue }
            if !isSingle {
                let next = index + 1 < words.count ? words[index + 1] : 0
                match &= Self.zeros((word >> 8 | next << 56) ^ second)
            }
            while match != 0 {
                let place = index * 8 + match.trailingZeroBitCount / 8 - anchor
                match &= match - 1
                if place >= 0, stands(needle, at: place) { found(place) }
            }
        }
    }

    private func rarity(_ needle: [UInt8], _ index: Int) -> Double {
        let next = min(index + 1, needle.count - 1)
        return Double(frequencies[Int(needle[index])]) * Double(frequencies[Int(needle[next])])
    }

    private func stands(_ needle: [UInt8], at place: Int) -> Bool {
        guard place + needle.count <= words.count * 8 else { return false }
        for index in needle.indices {
            let position = place + index
            let byte = UInt8(truncatingIfNeeded: words[position / 8] >> (position % 8 * 8))
            if byte != needle[index] { return false }
        }
        return true
    }

    private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) * 0x0101_0101_0101_0101 }

    /// The high bit of each byte that is zero.
    private static func zeros(_ word: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return ~(((word & low) + low) | word | low)
    }
}

/// Puts bytes together to words, the first in the lowest bits.
private struct ByteWriter {
    private(set) var count = 0
    private var word: UInt64 = 0

    mutating func append(_ byte: UInt8, to words: inout [UInt64]) {
        word |= UInt64(byte) << (count % 8 * 8)
        count += 1
        if count.isMultiple(of: 8) {
            words.append(word)
            word = 0
        }
    }

    mutating func replaceLast(with byte: UInt8, in words: inout [UInt64]) {
        let shift = (count - 1) % 8 * 8
        let mask = ~(0xFF as UInt64) << shift | ((1 as UInt64) << shift - 1)
        if count.isMultiple(of: 8) {
            words[words.count - 1] = words[words.count - 1] & mask | UInt64(byte) << shift
        } else {
            word = word & mask | UInt64(byte) << shift
        }
    }

    mutating func flush(into words: inout [UInt64]) {
        if !count.isMultiple(of: 8) { words.append(word) }
    }
}

/// The bytes that stand for folded scalars.
private enum Alphabet {
    /// Between two texts.
    static let end: UInt8 = 1
    /// The byte of и, which a breve makes й.
    static let shortIBase = UInt8(0x80 + 8)
    private static let sharedStart: UInt8 = 0xD0
    /// Letters beside а to я and ASCII.
    private static let others = Array("ңөүқғҳўіїєҗһҷӣӯґәђљњћџј".unicodeScalars)

    /// Whether other scalars have the byte too.
    static func isShared(_ byte: UInt8) -> Bool { byte >= sharedStart }

    static func byte(of scalar: Unicode.Scalar) -> UInt8 {
        let value = scalar.value
        if value < 0x80 { return UInt8(value) }
        if 0x430...0x44F ~= value { return UInt8(0x80 + value - 0x430) }
        if let index = others.firstIndex(of: scalar) { return UInt8(0xA0 + index) }
        return sharedStart + UInt8(value % UInt32(0x100 - Int(sharedStart)))
    }

    /// The byte of a scalar that folds to one scalar, whatever stands before it; 0 for others.
    static func simple(_ scalar: Unicode.Scalar) -> UInt8 {
        let value = Int(scalar.value)
        return value < table.count ? table[value] : 0
    }

    private static let table: [UInt8] = (0..<0x530 as Range<UInt32>).map { value in
        // A breve may follow и; other marks are left out.
        guard let scalar = Unicode.Scalar(value), !(0x300...0x36F).contains(value),
            case .one(let folded) = TextFolding.fold(scalar, after: nil)
        else { return 0 }
        return byte(of: folded)
    }
}
