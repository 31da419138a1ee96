import Testing

@testable import Qualitative

@Suite("A passage is found again")
struct AnchoringTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let mark: Anchoring.Mark
        let range: Range<Int>?
        let state: Excerpt.State
    }

    static let cases = [
        Case(
            testDescription: "where the file says",
            text: "жок. жок.",
            mark: .init(quote: "жок", start: 5, end: 8),
            range: 5..<8,
            state: .exact
        ),
        Case(
            testDescription: "without a position, when its words stand once",
            text: "Иш жок, үй бар.",
            mark: .init(quote: "үй бар"),
            range: 8..<14,
            state: .exact
        ),
        Case(
            testDescription: "elsewhere, when its words stand once",
            text: "Салам. Иш жок.",
            mark: .init(quote: "Иш жок", start: 0, end: 6),
            range: 7..<13,
            state: .moved(from: 0)
        ),
        Case(
            testDescription: "past the end of a shorter text",
            text: "Иш жок.",
            mark: .init(quote: "жок", start: 900, end: 903),
            range: 3..<6,
            state: .moved(from: 900)
        ),
        Case(
            testDescription: "by its context among several",
            text: "а: иш жок. б: иш жок. в: иш жок.",
            mark: .init(quote: "иш жок", start: 1, end: 7, before: "б: ", after: "."),
            range: 14..<20,
            state: .moved(from: 1)
        ),
        Case(
            testDescription: "as ambiguous, when several fit and nothing decides",
            text: "иш жок. иш жок. иш жок.",
            mark: .init(quote: "иш жок", start: 3, end: 9),
            range: nil,
            state: .ambiguous(places: 3)
        ),
        Case(
            testDescription: "as ambiguous among those that the context leaves",
            text: "а иш. б иш. б иш.",
            mark: .init(quote: "иш", before: "б "),
            range: nil,
            state: .ambiguous(places: 2)
        ),
        Case(
            testDescription: "as lost",
            text: "иш бар",
            mark: .init(quote: "иш жок", start: 0, end: 6),
            range: nil,
            state: .lost
        ),
        Case(
            testDescription: "as lost, when one letter is spelt with other scalars",
            text: "мой",
            mark: .init(quote: "мои\u{306}", start: 0, end: 4),
            range: nil,
            state: .lost
        ),
        Case(
            testDescription: "as lost, when the file has no words",
            text: "иш бар",
            mark: .init(quote: "", start: 0, end: 6),
            range: nil,
            state: .lost
        ),
        Case(
            testDescription: "across a line end that a table wrote as CRLF",
            text: "иш\nжок",
            mark: .init(quote: "иш\r\nжок", start: 0, end: 6),
            range: 0..<6,
            state: .exact
        ),
        Case(
            testDescription: "at its start, when its end is wrong by one",
            text: "иш иш",
            mark: .init(quote: "иш", start: 3, end: 4),
            range: 3..<5,
            state: .moved(from: 3)
        ),
        Case(
            testDescription: "at every overlap",
            text: "ааа",
            mark: .init(quote: "аа"),
            range: nil,
            state: .ambiguous(places: 2)
        ),
    ]

    @Test("as the file format says", arguments: cases)
    func states(_ example: Case) {
        let place = Anchoring.locate([example.mark], in: SourceText(example.text))[0]
        #expect(place.range == example.range)
        #expect(place.state == example.state)
    }

    @Test("many at once stand where each stands alone")
    func together() {
        let text = SourceText(
            (0..<60).map { "№\($0): 😀 өңү \($0 % 7) кара\u{301}.\n" }.joined()
        )
        var marks: [Anchoring.Mark] = []
        for start in stride(from: 0, to: text.count - 40, by: 37) {
            for length in [1, 2, 3, 9, 31] {
                marks.append(.init(quote: text[start..<start + length], start: start + 1))
            }
        }
        let together = Anchoring.locate(marks, in: text)
        #expect(together == marks.map { Anchoring.locate([$0], in: text)[0] })
        for (mark, place) in zip(marks, together) {
            let all = Anchoring.occurrences(of: mark.quote, in: text)
            #expect(all.allSatisfy { text[$0].utf8.elementsEqual(mark.quote.utf8) })
            if place.range == nil { #expect(place.state == .ambiguous(places: all.count)) }
        }
    }

    @Test("by the context that is kept for it, whatever is put before it")
    func context() throws {
        let text = SourceText((0..<60).map { "Суроо \($0). Жооп: иш жок. " }.joined())
        for range in Anchoring.occurrences(of: "иш жок", in: text) {
            let context = Anchoring.context(of: range, in: text)
            let later = SourceText("Кириш сөз.\n" + text.string)
            let place = Anchoring.locate(
                quote: "иш жок",
                start: range.lowerBound,
                end: range.upperBound,
                before: context.before,
                after: context.after,
                in: later
            )
            #expect(place.range == range.lowerBound + 11..<range.upperBound + 11)
        }
    }
}

@Suite("A passage that another program printed")
struct LooseAnchoringTests {
    @Test(
        "is found with blanks of its own",
        arguments: [
            ("Пас порт жок", 0..<11, Excerpt.State.exact),
            ("Паспорт жок.Үй", 0..<15, .exact),
            ("паспорт", nil, .lost),
            ("бар", nil, .ambiguous(places: 2)),
            ("б ар", nil, .ambiguous(places: 2)),
            (" ", nil, .ambiguous(places: 4)),
        ] as [(String, Range<Int>?, Excerpt.State)]
    )
    func blanks(_ quote: String, _ range: Range<Int>?, _ state: Excerpt.State) {
        let text = SourceText("Паспорт жок.\nҮй бар, иш бар")
        let place = Anchoring.locateLoosely(.init(quote: quote), in: text)
        #expect(place.range == range)
        #expect(place.state == state)
    }
}
