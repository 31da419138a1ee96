import Base
import Foundation
import Kernels
import Qualitative

/// Questions to many transcripts: counts by code, agreement, words.
///
/// The transcripts are made up of syllables, the passages of chance; every run makes the same ones.
enum EvidenceQueries {
    /// 100 passages a transcript, three coders, sixty codes in a tree of three levels, nine places.
    static func evidence(sources: Int, characters: Int) -> Evidence {
        var random = SeededGenerator(seed: 7)
        var evidence = Evidence()
        evidence.codes = CodeTree(
            (0..<60).map { index in
                var code = Code(id: "c\(index)", name: LocalText("Code \(index)"))
                code.parent = index < 6 ? nil : "c\(index / 6)"
                return code
            }
        )
        let words = syllables(&random)
        for index in 0..<sources {
            var source = Source(id: "s\(index)", kind: .interview)
            source.places = ["p\(index % 9)"]
            source.date = "2023-0\(1 + index % 9)"
            source.text = SourceText(text(of: characters, words, &random))
            evidence.sources.append(source)
        }
        for index in 0..<sources * 100 {
            let start = Int.random(in: 0..<max(characters - 300, 1), using: &random)
            let end = start + Int.random(in: 20...300, using: &random)
            evidence.excerpts.append(
                Excerpt(
                    id: "e\(index)",
                    source: "s\(index / 100)",
                    anchor: .held(start..<min(end, characters)),
                    state: .exact,
                    quote: ""
                )
            )
            let code = "c\(Int.random(in: 0..<60, using: &random))"
            evidence.codings.append(
                Coding(excerpt: index, code: code, coder: "k\(index % 3)")
            )
        }
        return evidence
    }

    private static func syllables(_ random: inout SeededGenerator) -> [String] {
        let (open, close) = (Array("бгджзклмнпрстчш"), Array("аеиоуыөүэ"))
        return (0..<4_000).map { _ in
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                "\(open.randomElement(using: &random) ?? "к")"
                    + "\(close.randomElement(using: &random) ?? "а")"
            }
            .joined()
        }
    }

    private static func text(
        of characters: Int,
        _ words: [String],
        _ random: inout SeededGenerator
    ) -> String {
        var text = ""
        var count = 0
        while count < characters {
            let word = words[Int.random(in: 0..<words.count, using: &random)]
            text += word + " "
            count += word.unicodeScalars.count + 1
        }
        return String(text.unicodeScalars.prefix(characters))
    }

    /// The seconds that a core works on each question, as the fields of a JSON object; the best of `times`.
    static func seconds(sources: Int, times: Int) -> String {
        let evidence = evidence(sources: sources, characters: 100_000)
        var fields: [String] = []
        func measure(_ name: String, _ times: Int, _ work: () -> Int) {
            var best = Double.infinity
            var result = 0
            for _ in 0..<times {
                let start = clock()
                result = work()
                best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
            }
            fields.append("\"\(name)\": \(best), \"\(name)-result\": \(result)")
        }
        var index = EvidenceIndex(Evidence())
        var texts = TextIndex(Evidence())
        measure("index", 1) {
            index = EvidenceIndex(evidence)
            return index.codes.count
        }
        measure("text-index", 1) {
            texts = TextIndex(evidence)
            return 0
        }
        measure("matrix", times) { index.matrix(by: .place).cells[0][0].sources }
        measure("together", times) { index.pairs(of: index.cooccurrence()).count }
        measure("new-codes", times) { index.saturation().steps.count }
        measure("agreement", times) { index.agreement().codes.count }
        for (name, words) in [
            ("search-word", "жумуш"), ("search-letter", "ө"), ("search-phrase", "ка бала"),
            ("search-nothing", "щит"),
        ] {
            measure(name, times) { texts.search(words).total }
        }
        return "{\(fields.joined(separator: ", "))}"
    }
}
