/// Finds marked passages again in texts that may have changed since.
package enum Anchoring {
    /// How many scalars before and after a passage are kept to find it again.
    package static let contextLength = 32

    /// A passage as a file describes it.
    package struct Mark: Sendable, Hashable {
        /// The exact words; CRLF counts as LF.
        package var quote: String
        /// The first scalar; nil where the file leaves it open.
        package var start: Int?
        /// The scalar after the last; nil where the file leaves it open.
        package var end: Int?
        /// The words right before the passage; empty where nobody kept them.
        package var before = ""
        package var after = ""

        package init(
            quote: String,
            start: Int? = nil,
            end: Int? = nil,
            before: String = "",
            after: String = ""
        ) {
            self.quote = quote
            self.start = start
            self.end = end
            self.before = before
            self.after = after
        }
    }

    /// Where a passage stands now.
    package struct Place: Sendable, Hashable {
        /// nil where the passage is ambiguous or lost.
        package let range: Range<Int>?
        package let state: Excerpt.State
    }

    /// Where the passage stands in `text`; see ``locate(_:in:)`` for many passages of one text.
    package static func locate(
        quote: String,
        start: Int?,
        end: Int?,
        before: String,
        after: String,
        in text: SourceText
    ) -> (range: Range<Int>?, state: Excerpt.State) {
        let mark = Mark(quote: quote, start: start, end: end, before: before, after: after)
        let place = locate([mark], in: text)[0]
        return (place.range, place.state)
    }

    /// Where each of the passages stands in `text`, in their order.
    ///
    /// A passage is exact where its words stand at its start, and where it has no start but its words
    /// stand in the text once. Else it is moved where its words stand once, or where its context fits one
    /// of their places; a mark whose start is right and whose end is not counts as moved. Words are
    /// compared by their bytes: й and и with a breve differ, since their lengths do. A mark without
    /// words is lost, for nothing tells whether it is right. All passages that are not at their start are
    /// looked for together, in one pass over the text.
    package static func locate(_ marks: [Mark], in text: SourceText) -> [Place] {
        var places = [Place](repeating: Place(range: nil, state: .lost), count: marks.count)
        var sought: [(mark: Int, quote: [UInt8])] = []
        for (index, mark) in marks.enumerated() where !mark.quote.isEmpty {
            let quote = lineEndsAsLF(mark.quote)
            if let place = atStart(mark, quote, in: text) {
                places[index] = place
            } else {
                sought.append((index, quote))
            }
        }
        guard !sought.isEmpty else { return places }
        let found = Occurrences.find(sought.map(\.quote), in: text.string.utf8Span.span)
        for (wanted, offsets) in zip(sought, found) {
            places[wanted.mark] = choose(marks[wanted.mark], wanted.quote, offsets, in: text)
        }
        return places
    }

    /// Every place where the words of `quote` stand in `text`, by their first scalar; overlaps count.
    package static func occurrences(of quote: String, in text: SourceText) -> [Range<Int>] {
        guard !quote.isEmpty else { return [] }
        let bytes = lineEndsAsLF(quote)
        let length = scalars(of: bytes)
        return Occurrences.find([bytes], in: text.string.utf8Span.span)[0]
            .compactMap { text.position(ofUTF8: $0) }
            .map { $0..<$0 + length }
    }

    /// The words before and after `range`, which find the passage again when the text changes.
    package static func context(
        of range: Range<Int>,
        in text: SourceText
    ) -> (before: String, after: String) {
        let first = max(0, range.lowerBound - contextLength)
        let last = min(text.count, range.upperBound + contextLength)
        return (text[first..<range.lowerBound], text[range.upperBound..<last])
    }

    // MARK: -

    /// The place of a mark whose words stand at its start; nil where they do not.
    private static func atStart(
        _ mark: Mark,
        _ quote: [UInt8],
        in text: SourceText
    ) -> Place? {
        guard let start = mark.start, 0...text.count ~= start else { return nil }
        guard stands(quote, at: text.utf8Offset(of: start), in: text.string.utf8Span.span) else {
            return nil
        }
        let range = start..<start + scalars(of: quote)
        let isExact = mark.end == nil || mark.end == range.upperBound
        return Place(range: range, state: isExact ? .exact : .moved(from: start))
    }

    /// The one of the places of a mark's words, given by their UTF-8 offsets, that is meant.
    private static func choose(
        _ mark: Mark,
        _ quote: [UInt8],
        _ offsets: [Int],
        in text: SourceText
    ) -> Place {
        var fitting = offsets
        if offsets.count > 1, !mark.before.isEmpty || !mark.after.isEmpty {
            let bytes = text.string.utf8Span.span
            let before = lineEndsAsLF(mark.before)
            let after = lineEndsAsLF(mark.after)
            let near = offsets.filter {
                stands(before, at: $0 - before.count, in: bytes)
                    && stands(after, at: $0 + quote.count, in: bytes)
            }
            if !near.isEmpty { fitting = near }
        }
        guard let offset = fitting.first else { return Place(range: nil, state: .lost) }
        guard fitting.count == 1, let start = text.position(ofUTF8: offset) else {
            return Place(range: nil, state: .ambiguous(places: fitting.count))
        }
        return Place(
            range: start..<start + scalars(of: quote),
            state: mark.start.map { .moved(from: $0) } ?? .exact
        )
    }

    private static func stands(_ words: [UInt8], at offset: Int, in bytes: Span<UInt8>) -> Bool {
        guard offset >= 0, offset + words.count <= bytes.count else { return false }
        for index in words.indices where bytes[offset + index] != words[index] { return false }
        return true
    }

    private static func scalars(of bytes: [UInt8]) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }

    /// The bytes of `text` with the line ends of a ``SourceText``.
    private static func lineEndsAsLF(_ text: String) -> [UInt8] {
        text.utf8.contains(0x0D) ? Array(SourceText(text).string.utf8) : Array(text.utf8)
    }
}
