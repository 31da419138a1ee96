extension Anchoring {
    /// Where a passage stands whose words another program has printed, with blanks of its own.
    ///
    /// First as ``locate(_:in:)`` finds it; where that finds nothing, without any blanks and line ends, in
    /// the words and in the text. The range has the text's own words; a passage that stands at several places
    /// is ambiguous.
    package static func locateLoosely(_ mark: Mark, in text: SourceText) -> Place {
        let place = locate([mark], in: text)[0]
        guard place.state == .lost else { return place }
        let sought = mark.quote.utf8.filter { !isBlank($0) }
        guard !sought.isEmpty else { return place }
        let bytes = text.string.utf8Span.span
        var dense: [UInt8] = []
        var offsets: [Int] = []
        for index in bytes.indices where !isBlank(bytes[index]) {
            dense.append(bytes[index])
            offsets.append(index)
        }
        let found = Occurrences.find([sought], in: dense.span)[0]
        guard found.count == 1, let first = found.first,
            let start = text.position(ofUTF8: offsets[first]),
            let last = text.position(ofUTF8: offsets[first + sought.count - 1] + 1)
        else {
            return found.isEmpty ? place : Place(range: nil, state: .ambiguous(places: found.count))
        }
        return Place(range: start..<last, state: mark.start.map { .moved(from: $0) } ?? .exact)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 9...13 ~= byte }
}
