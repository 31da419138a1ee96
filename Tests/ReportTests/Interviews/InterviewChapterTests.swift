import Base
import Markup
import Qualitative
import Testing

@testable import Report

/// A small study's interviews and the charts of hard ones.
enum InterviewSamples {
    static let places = Vocabulary([
        Term("north", "North"), Term("town", "Town", under: "north"), Term("south", "South"),
    ])

    private static func source(
        _ id: String,
        _ kind: Source.Kind,
        _ place: String,
        _ language: String = "ky",
        isSynthetic: Bool = false
    ) -> Source {
        var source = Source(id: id, kind: kind)
        source.places = place.isEmpty ? [] : [place]
        (source.language, source.isSynthetic) = (language, isSynthetic)
        if source.isSpoken { (source.informant, source.people) = ("client", 1) }
        source.sex = source.isSpoken ? .female : nil
        source.title = LocalText("Title of \(id)")
        return source
    }

    static let evidence: Evidence = {
        var evidence = Evidence()
        evidence.sources = [
            source("Aidai-14", .interview, "town", isSynthetic: true),
            source("S2", .interview, "south", "ar"), source("S3", .interview, "south", "ru"),
            source("D1", .document, ""),
        ]
        evidence.cells = [
            InformantCell(place: "north", informant: "client", sex: .female, people: 6),
            InformantCell(place: "south", informant: "client", sex: .female, people: 7),
        ]
        var work = Code(id: "work", name: LocalText(["en": "Work <b>", "ru": "Работа"]))
        work.need = "employment"
        work.definition = "Paid & kept"
        var refused = Code(id: "refused", name: LocalText("Refused"))
        refused.parent = "work"
        evidence.codes = CodeTree([work, refused, Code(id: "life", name: LocalText("Life"))])
        func mark(
            _ source: String,
            _ quote: String,
            _ codes: [String],
            _ coder: String = "a",
            print: Bool = true,
            anchor: Excerpt.Anchor = .quoted,
            state: Excerpt.State = .notHeld,
            stance: Coding.Stance = .named
        ) {
            var excerpt = Excerpt(
                id: "e\(evidence.excerpts.count)",
                source: source,
                anchor: anchor,
                state: state,
                quote: quote
            )
            excerpt.isForPrint = print
            for code in codes {
                var coding = Coding(excerpt: evidence.excerpts.count, code: code, coder: coder)
                coding.stance = stance
                evidence.codings.append(coding)
            }
            evidence.excerpts.append(excerpt)
        }
        mark("Aidai-14", "Сөз <script>", ["refused"])
        mark("S2", "كلمة", ["refused", "life"])
        mark("S3", "Не для печати", ["work"], "b", print: false)
        mark("S3", "Нет помех", ["work"], stance: .absent)
        mark("S3", "Потеряно", ["life"], state: .lost)
        mark("D1", "What the report says", ["life"], anchor: .told)
        return evidence
    }()

    static func chapter(_ evidence: Evidence, _ language: Language = .en) -> InterviewChapter {
        InterviewChapter(
            evidence,
            places: places,
            needs: Vocabulary.needs,
            atLeast: 5,
            words: Words(language),
            language: language.rawValue
        )
    }

    static let extremes: [any Chart] = [
        CodeGrid(text: ChartText(id: "no-codes", title: ""), columns: [], rows: []),
        CodeGrid(
            text: ChartText(id: "many-places", title: ""),
            columns: (1...14).map { "A region with a long name, of \($0)" },
            rows: (1...12).map { row in
                CodeGrid.Row(
                    label: "– – A code with a long name, number \(row)",
                    cells: (1...14).map { column in
                        CodeGrid.Cell(
                            named: .init(passages: 90, sources: row * column, syntheticSources: 1),
                            absent: column % 2
                        )
                    }
                )
            }
        ),
        CodeGrid(
            text: ChartText(id: "few-codes", title: "", words: Words(.ru)),
            columns: ["Жалал-Абадская область, из 5", "Место не указано, из 1"],
            rows: [
                .init(label: "Работа", cells: [.init(named: .init(sources: 1), absent: 0)] * 2)
            ]
        ),
        SaturationPlot(text: ChartText(id: "no-interviews", title: ""), steps: []),
        SaturationPlot(
            text: ChartText(id: "many-interviews", title: ""),
            steps: (1...150).map { step in
                Saturation.Step(
                    source: "\(step)",
                    isSynthetic: step % 2 == 0,
                    codes: 8,
                    newCodes: 7,
                    cumulative: step * 7
                )
            }
        ),
    ]
}

extension Array {
    fileprivate static func * (list: Self, times: Int) -> Self {
        Array([Self](repeating: list, count: times).joined())
    }
}

@Suite("The chapter of interviews")
struct InterviewChapterTests {
    private let html = InterviewSamples.chapter(InterviewSamples.evidence).section.htmlText()

    @Test("prints only passages that may be printed and are anchored")
    func printed() {
        #expect(html.contains("كلمة"))
        #expect(!html.contains("Не для печати"))
        #expect(!html.contains("Потеряно"))
        #expect(html.contains("What the report says"))
        #expect(
            html.contains("in the researchers&#39; words")
                || html.contains("in the researchers' words")
        )
    }

    @Test("names the language and direction of a quote, and marks what is made up")
    func marked() {
        #expect(html.contains("<blockquote lang=\"ar\" dir=\"rtl\">"))
        #expect(html.contains("<blockquote lang=\"ky\">"))
        #expect(html.contains("<blockquote><p>What the report says"))
        #expect(html.contains("in Kyrgyz; less is said than known [synthetic]"))
    }

    @Test("says who spoke as far as five people fit, and neither ids nor titles of interviews")
    func speakers() {
        #expect(html.contains("client, woman, South"))
        // Of the town nobody was counted: the region stands for it.
        #expect(html.contains("client, woman, North"))
        #expect(!html.contains("Town"))
        #expect(!html.contains("Aidai"))
        #expect(!html.contains("Title of S2"))
        #expect(html.contains("Title of D1"))
    }

    @Test("counts sources, with no share of informants as a percentage, and says what they are")
    func counts() {
        #expect(html.contains("2 of 4 sources, 1 of them made up"))
        #expect(html.contains("chosen, not drawn by chance"))
        #expect(!html.replacing("(95%)", with: "").contains("%"))
        #expect(html.contains("says that nothing is lacking"))
    }

    @Test("escapes the study's own texts")
    func escapes() {
        #expect(html.contains("Work &lt;b&gt;"))
        #expect(html.contains("Сөз &lt;script&gt;"))
        #expect(html.contains("Paid &amp; kept"))
    }

    @Test("two coders on one source are too few to judge by, and the table says so")
    func agreement() {
        #expect(html.contains("a and b, by source: too little to judge any code by"))
        #expect(html.contains("too few"))
        #expect(html.contains("Sources not compared, since one person alone coded them: 3."))
    }

    @Test("is written in every language, and empty without sources")
    func languages() {
        for language in Language.allCases {
            let text = InterviewSamples.chapter(InterviewSamples.evidence, language).section
                .htmlText()
            #expect(text.contains(Words(language)(InterviewWord.heading)))
            #expect(!text.contains("{"), "\(language)")
        }
        #expect(InterviewSamples.chapter(Evidence()).section.htmlText() == "")
        var bare = Evidence()
        bare.sources = [Source(id: "1", kind: .interview)]
        let text = InterviewSamples.chapter(bare).section.htmlText()
        #expect(text.contains("No passage has been coded yet."))
    }
}
