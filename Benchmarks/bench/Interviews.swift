import Base
import Files
import Foundation
import Qualitative

/// The exchange of interviews: a project of one long text with many codings, and many transcripts opened.
enum Interviews {
    private static let words = [
        "жумуш", "табуу", "өтө", "кыйын", "болду", "үй", "жок", "кошуналар", "жардам", "берди",
        "соттуулук",
        "менен", "эч", "ким", "албайт", "паспорт", "жоголгон", "балдар", "мектеп", "акча",
    ]

    /// A text of about `characters` Cyrillic characters, with a number in each sentence.
    static func text(characters: Int, from first: Int) -> String {
        var text = ""
        var count = 0
        var number = first
        while count < characters {
            let sentence =
                (0..<9).map { words[(number &* 7 &+ $0 &* $0) % words.count] }
                .joined(separator: " ") + " \(number).\n"
            text += sentence
            count += sentence.unicodeScalars.count
            number += 1
        }
        return text
    }

    /// A study with one text of 1,000,000 characters and 10,000 passages, each with a code.
    static func long(characters: Int, codings: Int) -> ExchangeStudy {
        var study = ExchangeStudy()
        study.title = "long"
        var source = Source(id: "KII-01", kind: .interview)
        let text = SourceText(text(characters: characters, from: 0))
        source.text = text
        study.evidence.sources = [source]
        study.evidence.codes = CodeTree((0..<20).map { Code(id: "c\($0)", name: LocalText("c\($0)")) })
        let step = (text.count - 100) / codings
        for number in 0..<codings {
            let range = number * step..<number * step + 60
            study.evidence.excerpts.append(
                Excerpt(
                    id: "KII-01:\(range.lowerBound)-\(range.upperBound)",
                    source: "KII-01",
                    anchor: .held(range),
                    state: .exact,
                    quote: text[range]
                )
            )
            study.evidence.codings.append(
                Coding(excerpt: number, code: "c\(number % 20)", coder: "A")
            )
        }
        return study
    }

    /// The seconds that writing and reading a `.qdpx` take, with how many passages came back as they were.
    static func exchange(_ path: String, times: Int) -> String {
        let study = long(characters: 1_000_000, codings: 10_000)
        var (out, back) = ([Double](), [Double]())
        var same = 0
        for _ in 0..<times {
            out.append(seconds { _ = try? InterviewExchange.write(study, to: path) })
            var draft: InterviewDraft?
            back.append(
                seconds { draft = try? InterviewExchange.read(path: path, for: ExchangeStudy()) }
            )
            same =
                draft.map { read in
                    zip(read.evidence.excerpts, study.evidence.excerpts)
                        .count { $0.anchor == $1.anchor && $0.quote == $1.quote }
                } ?? 0
        }
        return "{\"out\": \(out.min() ?? 0), \"in\": \(back.min() ?? 0), \"same\": \(same)}"
    }

    /// The seconds that 1,000 transcripts with 100,000 passages take from bytes in memory to places: with
    /// the texts as they were, and after a line was put before each.
    static func open(_ count: Int) -> String {
        let texts = (0..<count).map { text(characters: 100_000, from: $0 * 1_000) }
        var marks: [[Anchoring.Mark]] = []
        for text in texts {
            let held = SourceText(text)
            marks.append(
                (0..<100).map { number in
                    let range = number * 990..<number * 990 + 60
                    let context = Anchoring.context(of: range, in: held)
                    return Anchoring.Mark(
                        quote: held[range],
                        start: range.lowerBound,
                        end: range.upperBound,
                        before: context.before,
                        after: context.after
                    )
                }
            )
        }
        func located(_ texts: [String]) -> (seconds: Double, found: Int) {
            var found = 0
            let time = seconds {
                for (text, marks) in zip(texts, marks) {
                    found += Anchoring.locate(marks, in: SourceText(text)).count { $0.range != nil }
                }
            }
            return (time, found)
        }
        let exact = located(texts)
        let moved = located(texts.map { "Кириш сөз.\n" + $0 })
        return """
            {"exact": \(exact.seconds), "moved": \(moved.seconds), \
            "found": [\(exact.found), \(moved.found)], "passages": \(count * 100)}
            """
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let (seconds, attoseconds) = ContinuousClock().measure(work).components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
