/// A selection as a project file states it, before anybody knows how its positions are counted.
package struct StatedSelection: Sendable, Hashable {
    /// The position of its text among the texts of the project.
    package let text: Int
    package let start: Int
    package let end: Int
    /// The words that the file says it has, perhaps cut; empty where it says none.
    package let name: String

    package init(text: Int, start: Int, end: Int, name: String) {
        self.text = text
        self.start = start
        self.end = end
        self.name = name
    }
}

/// The reading under which the selections of a project hold the words that they are said to hold.
package struct ReadingChoice: Sendable, Hashable {
    /// How the words at a range fit what the file says.
    package enum Fit: Int, Sendable, Hashable, Comparable {
        /// A cut name, which ends with "…" or "...", is how the words begin.
        case cut
        /// But for blanks and line ends: an XML attribute keeps no line ends.
        case spaced
        case exact

        package static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
    }

    /// A selection under the reading.
    package struct Result: Sendable, Hashable {
        /// nil where the positions lie outside the text, inside a scalar or in the wrong order.
        package let range: Range<Int>?
        /// nil where the words do not fit, or the file says none.
        package let fit: Fit?
    }

    package let reading: PositionReading
    /// One for each selection.
    package let results: [Result]

    /// The reading under which the most selections fit; of several the one with the most exact ones,
    /// then the simplest.
    package static func choose(
        _ selections: [StatedSelection],
        in texts: [CountedText]
    ) -> ReadingChoice {
        let hasMarks = texts.contains(where: \.hasMark)
        let hasReturns = texts.contains { !$0.carriageReturns.isEmpty }
        var best: (choice: ReadingChoice, score: [Int])?
        for reading in PositionReading.all
        where (hasMarks || !reading.countsMark) && (hasReturns || !reading.countsCarriageReturns) {
            let choice = read(selections, in: texts, reading)
            let fits = choice.results.compactMap(\.fit)
            let score = [
                fits.count, fits.count { $0 == .exact }, fits.count { $0 >= .spaced },
            ]
            if best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true {
                best = (choice, score)
            }
        }
        return best?.choice ?? ReadingChoice(reading: PositionReading(), results: [])
    }

    /// The selections under one reading.
    package static func read(
        _ selections: [StatedSelection],
        in texts: [CountedText],
        _ reading: PositionReading
    ) -> ReadingChoice {
        let tables = texts.map { PositionTable($0, reading) }
        let results = selections.map { selection -> Result in
            let end = selection.end.addingReportingOverflow(reading.endIsInclusive ? 1 : 0)
            guard !end.overflow,
                let first = tables[selection.text].position(at: selection.start),
                let last = tables[selection.text].position(at: end.partialValue),
                first < last
            else { return Result(range: nil, fit: nil) }
            let text = texts[selection.text].text
            return Result(
                range: first..<last,
                fit: fit(
                    selection.name,
                    text.string.utf8Span.span,
                    text.utf8Offset(of: first)..<text.utf8Offset(of: last)
                )
            )
        }
        return ReadingChoice(reading: reading, results: results)
    }

    /// How the bytes at `range` fit `name`; nil where they do not, and where there is no name.
    private static func fit(_ name: String, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Fit? {
        var name = Array(name.utf8)
        guard !name.allSatisfy(isBlank) else { return nil }
        if isExact(name, bytes, range) { return .exact }
        if isSpaced(name, bytes, range, mayEndBefore: false) { return .spaced }
        if name.ends(with: "…".utf8) || name.ends(with: "...".utf8) {
            name.removeLast(3)
            while let last = name.last, isBlank(last) { name.removeLast() }
            if !name.isEmpty, isSpaced(name, bytes, range, mayEndBefore: true) { return .cut }
        }
        return nil
    }

    private static func isExact(
        _ name: [UInt8],
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) -> Bool {
        guard name.count == range.count else { return false }
        for index in name.indices where bytes[range.lowerBound + index] != name[index] {
            return false
        }
        return true
    }

    /// Whether the bytes at `range` are those of `name` with any blanks for any blanks.
    private static func isSpaced(
        _ name: [UInt8],
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        mayEndBefore: Bool
    ) -> Bool {
        var place = 0
        var offset = range.lowerBound
        while true {
            let blank = place
            while place < name.count, isBlank(name[place]) { place += 1 }
            let before = offset
            while offset < range.upperBound, isBlank(bytes[offset]) { offset += 1 }
            if place == name.count { return offset == range.upperBound || mayEndBefore }
            guard offset < range.upperBound else { return false }
            // Blanks in one alone matter between words, not at the ends.
            if (blank == place) != (before == offset), blank > 0, before > range.lowerBound {
                return false
            }
            while place < name.count, offset < range.upperBound, !isBlank(name[place]),
                !isBlank(bytes[offset])
            {
                guard name[place] == bytes[offset] else { return false }
                place += 1
                offset += 1
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 9...13 ~= byte }
}

extension Array where Element == UInt8 {
    fileprivate func ends(with other: String.UTF8View) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
