import Base
import Kernels
import Qualitative
import Testing

/// Evidence made in code, passage by passage.
struct MadeUpEvidence {
    var evidence = Evidence()

    init(codes: [(id: String, parent: String?)]) {
        evidence.codes = CodeTree(
            codes.map { id, parent in
                var code = Code(id: id, name: LocalText(id))
                code.parent = parent
                return code
            }
        )
    }

    mutating func source(
        _ id: String,
        places: [String] = [],
        kind: Source.Kind = .interview,
        date: String = "",
        isSynthetic: Bool = false
    ) {
        var source = Source(id: id, kind: kind)
        (source.places, source.date, source.isSynthetic) = (places, date, isSynthetic)
        evidence.sources.append(source)
    }

    mutating func mark(
        _ source: String,
        _ range: Range<Int>?,
        _ codes: String...,
        coder: String = "a",
        places: [String] = [],
        stance: Coding.Stance = .named,
        state: Excerpt.State = .exact
    ) {
        let excerpt = evidence.excerpts.count
        var made = Excerpt(
            id: "e\(excerpt)",
            source: source,
            anchor: range.map { .held($0) } ?? .told,
            state: state,
            quote: ""
        )
        made.places = places
        evidence.excerpts.append(made)
        for code in codes {
            var coding = Coding(excerpt: excerpt, code: code, coder: coder)
            coding.stance = stance
            evidence.codings.append(coding)
        }
    }
}

@Suite("Codes by an attribute of the sources")
struct CodeMatrixTests {
    private func study() -> EvidenceIndex {
        var made = MadeUpEvidence(codes: [("work", nil), ("hire", "work"), ("pay", "work")])
        made.source("1", places: ["north"], date: "2023-04")
        made.source("2", places: ["north", "south"], isSynthetic: true)
        made.source("3", kind: .document)
        made.mark("1", 0..<10, "hire")
        made.mark("1", 5..<20, "hire", "pay", coder: "b")
        made.mark("1", 20..<30, "pay")
        made.mark("2", 0..<5, "hire")
        made.mark("3", nil, "work", places: ["south"], stance: .absent)
        made.mark("3", nil, "pay")
        made.mark("1", 50..<60, "pay", state: .lost)
        made.mark("9", 0..<5, "pay")
        return EvidenceIndex(made.evidence)
    }

    @Test("overlapping passages are one, and a source counts once for a code above")
    func counts() {
        let all = study().matrix(by: .all)
        #expect(all["hire", ""] == .init(passages: 2, sources: 2, syntheticSources: 1))
        #expect(all["pay", ""] == .init(passages: 3, sources: 2))
        // In source 1 two overlap and the third only touches them.
        #expect(all["work", ""] == .init(passages: 5, sources: 3, syntheticSources: 1))
    }

    @Test("a passage counts at its own places, else at those of its source; without one, last")
    func places() {
        let matrix = study().matrix(by: .place)
        #expect(matrix.columns == ["north", "south", ""])
        #expect(matrix["work", "north"].sources == 2)
        #expect(matrix["work", "south"].sources == 2)
        #expect(matrix["work", ""] == .init(passages: 1, sources: 1))
        let country = study().matrix(by: .place) { _ in "country" }
        #expect(country["work", "country"] == .init(passages: 4, sources: 3, syntheticSources: 1))
    }

    @Test("stances are counted apart")
    func stances() {
        let index = study()
        #expect(index.matrix(by: .all, stance: .absent)["work", ""].sources == 1)
        #expect(index.matrix(by: .all, stance: .named)["work", ""].sources == 3)
        #expect(index.matrix(by: .place, stance: .named)["work", "south"].sources == 1)
    }

    @Test("a tree that bites its tail ends, and codes that it lacks stand at the end")
    func hostileTree() {
        var made = MadeUpEvidence(codes: [("a", "b"), ("b", "a"), ("c", "nowhere")])
        made.source("1")
        made.mark("1", 0..<1, "a", "unknown")
        let index = EvidenceIndex(made.evidence)
        let matrix = index.matrix(by: .all)
        #expect(index.codes == ["a", "b", "c", "unknown"])
        #expect(matrix.codes.map { matrix[$0, ""].sources } == [1, 1, 0, 1])
    }

    @Test("counts are those of a plain count over sets, on random codings")
    func brute() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20 {
            var made = MadeUpEvidence(
                codes: [("a", nil), ("b", "a"), ("c", "b"), ("d", nil)]
            )
            let places = ["x", "y", "z"]
            for id in 0..<6 {
                made.source("\(id)", places: places.filter { _ in Bool.random(using: &random) })
            }
            for _ in 0..<40 {
                let start = Int.random(in: 0..<50, using: &random)
                made.mark(
                    "\(Int.random(in: 0..<6, using: &random))",
                    start..<start + Int.random(in: 1...9, using: &random),
                    ["a", "b", "c", "d"].randomElement(using: &random) ?? "a"
                )
            }
            let index = EvidenceIndex(made.evidence)
            let matrix = index.matrix(by: .place)
            let pairs = index.cooccurrence()
            for (row, code) in index.codes.enumerated() {
                for column in matrix.columns {
                    let stretches = plain(made.evidence, code, at: column)
                    #expect(matrix[code, column].passages == stretches.count)
                    #expect(matrix[code, column].sources == Set(stretches.map(\.0)).count)
                }
                let own = plain(made.evidence, code, at: nil)
                for (other, name) in index.codes.enumerated() {
                    let others = plain(made.evidence, name, at: nil)
                    let both = own.flatMap { one in
                        others.filter { $0.0 == one.0 && $0.1.overlaps(one.1) }
                    }
                    #expect(pairs.passages[row][other] == both.count)
                    #expect(pairs.overlapSources[row][other] == Set(both.map(\.0)).count)
                    let sources = Set(own.map(\.0)).intersection(others.map(\.0))
                    #expect(pairs.sources[row][other] == sources.count)
                }
            }
        }
    }

    /// The stretches of a code or one below it, character by character.
    private func plain(
        _ evidence: Evidence,
        _ code: String,
        at place: String?
    ) -> [(String, Range<Int>)] {
        var found: [(String, Range<Int>)] = []
        for source in evidence.sources {
            let counts = place.map {
                $0.isEmpty ? source.places.isEmpty : source.places.contains($0)
            }
            guard counts ?? true else { continue }
            var ranges: [Range<Int>] = []
            for coding in evidence.codings
            where evidence.excerpts[coding.excerpt].source == source.id {
                var path = [coding.code]
                while let parent = evidence.codes[path.last ?? ""]?.parent { path.append(parent) }
                guard path.contains(code),
                    case .held(let range) = evidence.excerpts[coding.excerpt].anchor
                else { continue }
                ranges.append(range)
            }
            // Join what overlaps until nothing does.
            while let (i, j) = overlapping(ranges) {
                let low = min(ranges[i].lowerBound, ranges[j].lowerBound)
                let high = max(ranges[i].upperBound, ranges[j].upperBound)
                ranges[i] = low..<high
                ranges.remove(at: j)
            }
            found += ranges.map { (source.id, $0) }
        }
        return found
    }

    private func overlapping(_ ranges: [Range<Int>]) -> (Int, Int)? {
        for i in ranges.indices {
            for j in ranges.indices.dropFirst(i + 1) where ranges[i].overlaps(ranges[j]) {
                return (i, j)
            }
        }
        return nil
    }
}

@Suite("Codes that stand together, and what is new")
struct CooccurrenceTests {
    @Test("a pair is two codes on the same words, neither above the other")
    func pairs() {
        var made = MadeUpEvidence(codes: [("a", nil), ("b", "a"), ("c", nil)])
        made.source("1")
        made.source("2", kind: .document)
        made.mark("1", 0..<10, "b")
        made.mark("1", 9..<12, "c", coder: "b")
        made.mark("1", 12..<15, "c")
        made.mark("2", nil, "b", "c")
        made.mark("2", nil, "a")
        let index = EvidenceIndex(made.evidence)
        let pairs = index.pairs(of: index.cooccurrence())
        #expect(pairs.map { [$0.first, $0.second] } == [["a", "c"], ["b", "c"]])
        #expect(pairs.map(\.passages) == [2, 2])
        #expect(pairs.map(\.overlapSources) == [2, 2])
        #expect(pairs.map(\.sources) == [2, 2])
        let diagonal = index.cooccurrence().passages
        #expect(diagonal[0][0] == 3 && diagonal[2][2] == 3)
    }

    @Test("new codes are counted by date; documents take no part")
    func saturation() {
        var made = MadeUpEvidence(codes: [("a", nil), ("b", nil), ("c", nil)])
        made.source("late", date: "2023-05-02")
        made.source("undated")
        made.source("paper", kind: .document, date: "2020")
        made.source("early", date: "2023-05", isSynthetic: true)
        made.source("silent", date: "2021")
        made.mark("late", 0..<1, "a", "b")
        made.mark("undated", 0..<1, "b", "c")
        made.mark("paper", 0..<1, "c")
        made.mark("early", 0..<1, "a")
        let saturation = EvidenceIndex(made.evidence).saturation()
        #expect(saturation.steps.map(\.source) == ["early", "late", "undated"])
        #expect(saturation.steps.map(\.newCodes) == [1, 1, 1])
        #expect(saturation.steps.map(\.cumulative) == [1, 2, 3])
        #expect(saturation.steps.map(\.codes) == [1, 2, 2])
        #expect(saturation.undated == 1)
        #expect(saturation.newInformation(base: 2, run: 1)?.ratio == 0.5)
        #expect(saturation.newInformation() == nil)
    }
}

@Suite("Searching texts")
struct TextIndexTests {
    private static let texts = [
        "Дилноза: Oʻrmon’da ЁЛКА и\u{306}ог за\u{301}мок. Өңү — «сүйөм»\nДилнозанинг уй",
        "йог İstanbul straße العربية زين 🇰🇬 ОЗУ", "", "аааа",
    ]

    private func index(_ texts: [String]) -> (TextIndex, [String: SourceText]) {
        var evidence = Evidence()
        var held: [String: SourceText] = [:]
        for (number, text) in texts.enumerated() {
            var source = Source(id: "\(number)", kind: .interview)
            source.text = SourceText(text)
            held[source.id] = source.text
            evidence.sources.append(source)
            evidence.sources.append(Source(id: "none\(number)", kind: .document))
        }
        return (TextIndex(evidence), held)
    }

    @Test(
        "finds words whatever their case, apostrophes, quotation marks and accents",
        arguments: [
            ("дилноза", ["Дилноза", "Дилноза"]), ("o'RMON", ["Oʻrmon"]), ("O‘rmon", ["Oʻrmon"]),
            ("елка", ["ЁЛКА"]), ("йог", ["и\u{306}ог", "йог"]), (" замок.", ["за\u{301}мок."]),
            ("өңү - \"сүй", ["Өңү — «сүй"]), ("istanbul", ["İstanbul"]), ("زين", ["زين"]),
            ("🇰🇬", ["🇰🇬"]), ("СҮЙӨМ» дилноза", ["сүйөм»\nДилноза"]), ("аа", ["аа", "аа"]),
            ("нигде", []), ("йог istanbul straße", ["йог İstanbul straße"]), (" ", []), ("", []),
        ]
    )
    func finds(_ words: String, _ expected: [String]) {
        let (index, texts) = index(Self.texts)
        let result = index.search(words)
        let found = result.hits.map { Array((texts[$0.source]?[$0.range] ?? "").unicodeScalars) }
        #expect(found == expected.map { Array($0.unicodeScalars) })
        #expect(result.total == expected.count)
    }

    @Test("lists as many as are asked for, and counts all; no hit runs from one text into the next")
    func limits() {
        let (index, _) = index(["аб", "ааа", "ба", "аб"])
        let result = index.search("а", limit: 2)
        #expect(result.hits.count == 2)
        #expect(result.total == 6 && result.sources == 4)
        #expect(index.search("ба").total == 1)
        #expect(index.search("бб").total == 0)
    }

    @Test("finds what a plain search finds, in random texts of few letters")
    func random() {
        var random = SeededGenerator(seed: 11)
        let letters = Array("абө зِ".unicodeScalars)
        for _ in 0..<40 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...70, using: &random) {
                view.append(letters.randomElement(using: &random) ?? "а")
            }
            let (index, _) = index([String(view)])
            // The vowel sign is left out, as are blanks at the ends of what is sought.
            let plain = view.filter { $0 != "\u{650}" }
            for needle in ["а", "бө", "аб", "ө а", "ззз", "аабб"] {
                let sought = Array(needle.unicodeScalars)
                var (count, place) = (0, 0)
                let folded = Array(plain)
                while place + sought.count <= folded.count {
                    if Array(folded[place..<place + sought.count]) == sought {
                        (count, place) = (count + 1, place + sought.count)
                    } else {
                        place += 1
                    }
                }
                #expect(index.search(needle).total == count, "\(needle) in \(String(view))")
            }
        }
    }
}
