/// Looks for many words in one text at once.
enum Occurrences {
    /// Where each of `words`, none of which is empty, starts in `text`, ascending; overlaps count.
    ///
    /// Rabin and Karp's way with the first eight bytes for a fingerprint: the window of the last eight
    /// bytes slides over the text, and what has a known fingerprint is compared in full. Shorter words
    /// get a pass for each length. One pass costs the length of the text, however many words there are.
    static func find(_ words: [[UInt8]], in text: Span<UInt8>) -> [[Int]] {
        var found = [[Int]](repeating: [], count: words.count)
        for width in 1...8 {
            let group = words.indices.filter { min(words[$0].count, 8) == width }
            guard !group.isEmpty else { continue }
            let sought = Fingerprints(words, of: group, width: width)
            sought.scan(text) { word, start in
                let bytes = words[word]
                guard start + bytes.count <= text.count else { return }
                for index in width..<max(width, bytes.count)
                where text[start + index] != bytes[index] {
                    return
                }
                found[word].append(start)
            }
        }
        return found
    }
}

/// The first bytes of words, as numbers.
private struct Fingerprints {
    let width: Int
    private var words: [UInt64: [Int]] = [:]
    /// A bit for every hash of a fingerprint, which turns nearly all windows away at once.
    private var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
    private static let filterBits = 14

    init(_ words: [[UInt8]], of group: [Int], width: Int) {
        self.width = width
        for word in group {
            let print = words[word].prefix(width).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            self.words[print, default: []].append(word)
            let bit = Self.bit(of: print)
            filter[bit >> 6] |= 1 << (bit & 63)
        }
    }

    /// Calls `candidate` with each word whose fingerprint stands in `text`, and where it starts.
    func scan(_ text: Span<UInt8>, _ candidate: (_ word: Int, _ start: Int) -> Void) {
        let mask = width == 8 ? UInt64.max : (1 << UInt64(8 * width)) - 1
        var window: UInt64 = 0
        for index in text.indices {
            window = (window << 8 | UInt64(text[index])) & mask
            guard index + 1 >= width else { continue }
            let bit = Self.bit(of: window)
            guard filter[bit >> 6] & (1 << (bit & 63)) != 0, let hits = words[window] else {
                continue
            }
            for word in hits { candidate(word, index + 1 - width) }
        }
    }

    /// Fibonacci hashing (Knuth 1998, The Art of Computer Programming 3, section 6.4).
    private static func bit(of fingerprint: UInt64) -> Int {
        Int((fingerprint &* 0x9E37_79B9_7F4A_7C15) >> (64 - UInt64(filterBits)))
    }
}
