extension SourceText {
    /// The position of the scalar whose first byte is at `offset`; nil where no scalar starts there.
    ///
    /// The end of the text is a position too. At most 256 scalars are walked.
    package func position(ofUTF8 offset: Int) -> Int? {
        let bytes = string.utf8Span.span
        guard 0...bytes.count ~= offset else { return nil }
        if offset == bytes.count { return count }
        guard bytes[offset] & 0xC0 != 0x80 else { return nil }
        let checkpoint = Self.last(in: checkpoints, atMost: offset)
        var position = checkpoint * Self.stride
        for index in checkpoints[checkpoint]..<offset where bytes[index] & 0xC0 != 0x80 {
            position += 1
        }
        return position
    }

    /// The place of the last of the ascending `values`, the first of which is 0, that is at most `value`.
    static func last(in values: [Int], atMost value: Int) -> Int {
        var low = 0
        var high = values.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if values[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }
}

extension SourceText {
    /// `range` widened so that it cuts no character that people see as one.
    ///
    /// An accent stays with its letter, and a flag with both of its halves (Unicode Standard Annex 29).
    package func widenedToCharacters(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, !isCharacterBoundary(start) { start -= 1 }
        var end = range.upperBound
        while end < count, !isCharacterBoundary(end) { end += 1 }
        return start..<end
    }

    private func isCharacterBoundary(_ position: Int) -> Bool {
        let index = string.utf8.index(string.startIndex, offsetBy: utf8Offset(of: position))
        return String.Index(index, within: string) != nil
    }
}
