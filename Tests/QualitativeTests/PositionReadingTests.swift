import Kernels
import Testing

@testable import Qualitative

@Suite("Positions counted by another program")
struct PositionReadingTests {
    /// Letters of several scripts, with accents that stand alone, flags and families.
    private static let pieces = [
        "а", "ө", "ү", "ң", "й", "и\u{306}", "e\u{301}", "ё", "a", "z", "ʻ", "ل", "ع", "ّ", "س",
        "😀", "🇰🇬", "👨‍👩‍👧", "𐍈", " ", " ", ".", ",", "\n", "\n", "№", "«", "»", "\u{200F}",
    ]

    private static func text(_ generator: inout SeededGenerator, length: Int) -> String {
        (0..<length).map { _ in pieces.randomElement(using: &generator) ?? " " }.joined()
    }

    /// Where `scalars` begins and ends in a file that counts as `reading` says, reckoned the slow way.
    private static func stated(
        _ range: Range<Int>,
        in scalars: [Unicode.Scalar],
        _ reading: PositionReading,
        hasMark: Bool,
        hasReturns: Bool
    ) -> (start: Int, end: Int) {
        func count(_ prefix: ArraySlice<Unicode.Scalar>) -> Int {
            var text = String(String.UnicodeScalarView(prefix))
            if hasReturns, reading.countsCarriageReturns {
                text = text.replacing("\n", with: "\r\n")
            }
            if hasMark, reading.countsMark { text = "\u{FEFF}" + text }
            switch reading.unit {
            case .scalar: return text.unicodeScalars.count
            case .utf16: return text.utf16.count
            case .utf8: return text.utf8.count
            }
        }
        let end = count(scalars[..<range.upperBound])
        return (count(scalars[..<range.lowerBound]), reading.endIsInclusive ? end - 1 : end)
    }

    @Test("bring back every passage, whatever is counted", arguments: PositionReading.all)
    func everyReading(_ reading: PositionReading) {
        var generator = SeededGenerator(seed: 7)
        for (hasMark, hasReturns) in [(false, false), (true, false), (false, true), (true, true)] {
            let text = Self.text(&generator, length: 300)
            let scalars = Array(text.unicodeScalars)
            let raw =
                (hasMark ? "\u{FEFF}" : "")
                + (hasReturns ? text.replacing("\n", with: "\r\n") : text)
            let ranges = (0..<12).map { _ in
                let start = Int.random(in: 0..<scalars.count - 20, using: &generator)
                return start..<start + Int.random(in: 4...20, using: &generator)
            }
            let selections = ranges.map { range in
                let (start, end) = Self.stated(
                    range,
                    in: scalars,
                    reading,
                    hasMark: hasMark,
                    hasReturns: hasReturns
                )
                let name = String(String.UnicodeScalarView(scalars[range]))
                return StatedSelection(text: 0, start: start, end: end, name: name)
            }
            let counted = CountedText(raw)
            let choice = ReadingChoice.choose(selections, in: [counted])
            #expect(choice.results.map(\.range) == ranges)
            #expect(choice.results.allSatisfy { $0.fit == .exact })
            for (range, selection) in zip(ranges, selections) {
                #expect(counted.text[range].utf8.elementsEqual(selection.name.utf8))
            }
        }
    }

    @Test("go both ways at every scalar", arguments: PositionReading.all)
    func bothWays(_ reading: PositionReading) {
        var generator = SeededGenerator(seed: 11)
        let raw = "\u{FEFF}" + Self.text(&generator, length: 500).replacing("\n", with: "\r\n")
        let counted = CountedText(raw)
        let table = PositionTable(counted, reading)
        for position in 0...counted.text.count {
            #expect(table.position(at: table.count(at: position)) == position)
        }
        #expect(table.position(at: -1) == nil)
        #expect(table.position(at: table.total + 1) == nil)
    }

    @Test("inside a scalar are nowhere, and between CR and LF at the line end")
    func inside() {
        let counted = CountedText("ө\r\n😀")
        let bytes = PositionTable(
            counted,
            PositionReading(unit: .utf8, countsCarriageReturns: true)
        )
        #expect((0...8).map { bytes.position(at: $0) } == [0, nil, 1, 1, 2, nil, nil, nil, 3])
        let units = PositionTable(counted, PositionReading(unit: .utf16))
        #expect((0...4).map { units.position(at: $0) } == [0, 1, 2, nil, 3])
    }

    @Test("of an empty text are its only one")
    func empty() {
        let table = PositionTable(CountedText(""), PositionReading())
        #expect(table.position(at: 0) == 0)
        #expect(table.position(at: 1) == nil)
        #expect(table.count(at: 0) == 0)
    }

    @Test("fit names with other blanks and names that are cut, and no others")
    func fits() {
        let text = CountedText("Иш жок.\nҮй да жок эле, акча да.")
        func fit(_ range: Range<Int>, _ name: String) -> ReadingChoice.Fit? {
            let selection = StatedSelection(
                text: 0,
                start: range.lowerBound,
                end: range.upperBound,
                name: name
            )
            return ReadingChoice.read([selection], in: [text], PositionReading()).results[0].fit
        }
        #expect(fit(0..<14, "Иш жок.\nҮй да ") == .exact)
        #expect(fit(0..<13, "Иш жок. Үй да") == .spaced)
        #expect(fit(0..<14, " Иш  жок. Үй да") == .spaced)
        #expect(fit(0..<13, "Иш жок. Ү…") == .cut)
        #expect(fit(0..<13, "Иш жок. ...") == .cut)
        #expect(fit(0..<13, "Ишжок. Үй да") == nil)
        #expect(fit(0..<13, "Иш жок. Үй") == nil)
        #expect(fit(0..<13, "…") == nil)
        #expect(fit(0..<13, "") == nil)
        #expect(fit(1..<13, "Иш жок. Үй да") == nil)
    }

    @Test("are read in the simplest way where several fit as well")
    func simplest() {
        let selections = [StatedSelection(text: 0, start: 0, end: 4, name: "work")]
        let choice = ReadingChoice.choose(selections, in: [CountedText("work\r\nhouse")])
        #expect(choice.reading == PositionReading())
    }

    @Test("that fit in no way leave the passage without a fit")
    func none() {
        let selections = [
            StatedSelection(text: 0, start: 2, end: 900, name: "иш"),
            StatedSelection(text: 0, start: 5, end: 3, name: "иш"),
            StatedSelection(text: 0, start: 0, end: .max, name: "иш"),
            StatedSelection(text: 0, start: 0, end: 0, name: "иш"),
        ]
        let choice = ReadingChoice.choose(selections, in: [CountedText("иш жок")])
        #expect(choice.results.allSatisfy { $0.fit == nil })
    }

    @Test("that cut a character are widened to the whole")
    func widened() {
        let text = SourceText("e\u{301}a 🇰🇬 👨‍👩‍👧.")
        #expect(text.widenedToCharacters(1..<3) == 0..<3)
        #expect(text.widenedToCharacters(4..<5) == 4..<6)
        #expect(text.widenedToCharacters(7..<8) == 7..<12)
        #expect(text.widenedToCharacters(2..<4) == 2..<4)
    }

    @Test("of bytes and scalars agree with a walk over the text")
    func bytes() {
        var generator = SeededGenerator(seed: 3)
        let text = SourceText(Self.text(&generator, length: 700))
        var starts: [Int: Int] = [:]
        for position in 0...text.count { starts[text.utf8Offset(of: position)] = position }
        for offset in -1...text.string.utf8.count + 1 {
            #expect(text.position(ofUTF8: offset) == starts[offset])
        }
    }
}
