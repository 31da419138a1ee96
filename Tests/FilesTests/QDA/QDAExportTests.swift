import Base
import Foundation
import Qualitative
import Testing

@testable import Files

@Suite("A study's interviews for other programs")
struct QDAExportTests {
    /// Two interviews with passages that say all that a study can say of one.
    static var study: ExchangeStudy {
        var study = ExchangeStudy()
        study.title = "Маектер & <survey>"
        study.language = "ky"
        var first = Source(id: "KII-01 & co", kind: .expert)
        first.text = SourceText("Иш жок 🔒.\n«Үй» да жок: e\u{301} 🇰🇬.\tعمل\nИш жок.")
        first.title = LocalText(["ky": "Биринчи маек"])
        first.places = ["osh", "jalal_abad"]
        first.informant = "client"
        first.sex = .female
        first.language = "ky"
        first.date = "2023-04"
        first.people = 1
        first.isSynthetic = true
        var second = Source(id: "FGD-02", kind: .focusGroup)
        second.text = SourceText("Neighbours helped.")
        second.people = 7
        study.evidence.sources = [first, second]
        var work = Code(id: "иш", name: LocalText(["ky": "Иш"]))
        work.definition = LocalText(["ky": "Жумуш табуу"])
        var lost = Code(id: "иш жок", name: LocalText(["ky": "Иш жок"]))
        lost.parent = "иш"
        study.evidence.codes = CodeTree([work, lost, Code(id: "help", name: "Help")])
        let marks: [(String, Range<Int>, String)] = [
            (first.id, 0..<8, ""), (first.id, 7..<25, "home"), (first.id, 26..<30, ""),
            (first.id, 31..<37, ""), (second.id, 0..<10, ""),
        ]
        for (id, range, name) in marks {
            let text = id == first.id ? first.text : second.text
            study.evidence.excerpts.append(
                Excerpt(
                    id: name.isEmpty ? Excerpt.placeName(id, range) : name,
                    source: id,
                    anchor: .held(range),
                    state: .exact,
                    quote: text?[range] ?? ""
                )
            )
        }
        study.evidence.excerpts[1].places = ["osh"]
        study.evidence.excerpts[1].locator = "lines 2–3"
        for (excerpt, code, coder) in [
            (0, "иш", "Айгүл"), (0, "иш жок", "Айгүл"), (0, "иш", "Bob"), (1, "иш жок", "Bob"),
            (2, "иш", ""), (3, "иш", "Айгүл"), (4, "help", "Bob"),
        ] {
            study.evidence.codings.append(Coding(excerpt: excerpt, code: code, coder: coder))
        }
        study.evidence.codings[1].memo = "Эмне үчүн?\nБелгисиз."
        study.evidence.codings[3].stance = .absent
        return study
    }

    /// What `study` writes with the ending `ending`, and what is read from that.
    private func roundTrip(
        _ study: ExchangeStudy,
        _ ending: String,
        into other: ExchangeStudy
    ) throws -> (bytes: [UInt8], losses: [Problem], draft: InterviewDraft) {
        let folder = try QDAFixtures.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "\(folder)/out.\(ending)"
        let losses = try InterviewExchange.write(study, to: path)
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let again = "\(folder)/again.\(ending)"
        _ = try InterviewExchange.write(study, to: again)
        #expect(Array(try Data(contentsOf: URL(fileURLWithPath: again))) == bytes, "two writings")
        return (bytes, losses, try InterviewExchange.read(path: path, for: other))
    }

    @Test("go out as a valid project and come back as they were, to the study itself")
    func project() throws {
        let study = Self.study
        let (bytes, losses, draft) = try roundTrip(study, "qdpx", into: study)
        #expect(losses.isEmpty)
        #expect(draft.problems.isEmpty)
        #expect(draft.reading == "positions in characters: 5 of 5 passages")
        #expect(draft.evidence == study.evidence)
        let folder = try QDAFixtures.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/p.qdpx"))
        let archive = try ZipContainer(path: folder + "/p.qdpx", kind: .project)
        let xml = try #require(try archive.bytes("project.qde"))
        #expect(QDAFixtures.validate(xml, by: "Project-mrt2019.xsd") == 0)
        #expect(archive.parts.count == 3)
    }

    @Test("are the same to another study but for the ids of codes, which are their names")
    func stranger() throws {
        var other = ExchangeStudy()
        other.language = "ky"
        let draft = try roundTrip(Self.study, "qdpx", into: other).draft
        #expect(draft.evidence.sources == Self.study.evidence.sources)
        #expect(draft.evidence.excerpts == Self.study.evidence.excerpts)
        #expect(draft.evidence.codes.codes.map(\.id) == ["Иш", "Иш жок", "Help"])
        #expect(draft.evidence.codes["Иш жок"]?.parent == "Иш")
        #expect(draft.evidence.codes["Иш"]?.definition == LocalText(["ky": "Жумуш табуу"]))
    }

    @Test("go out as a valid codebook")
    func codebook() throws {
        let (bytes, losses, draft) = try roundTrip(Self.study, "qdc", into: Self.study)
        #expect(losses.isEmpty)
        #expect(QDAFixtures.validate(bytes, by: "Codebook.xsd") == 0)
        #expect(draft.evidence.codes == Self.study.evidence.codes)
    }

    @Test("go out as tables and come back", arguments: ["csv", "xlsx"])
    func tables(_ ending: String) throws {
        let draft = try roundTrip(Self.study, ending, into: Self.study).draft
        #expect(draft.problems.isEmpty)
        #expect(draft.evidence.excerpts == Self.study.evidence.excerpts)
        #expect(draft.evidence.codings == Self.study.evidence.codings)
    }

    @Test("say what does not go out")
    func losses() throws {
        var study = Self.study
        study.evidence.sources.append(Source(id: "law", kind: .law))
        study.evidence.excerpts += [
            Excerpt(id: "a", source: "law", anchor: .quoted, state: .notHeld, quote: "x"),
            Excerpt(id: "b", source: "law", anchor: .told, state: .notHeld, quote: "y"),
            Excerpt(id: "c", source: "FGD-02", anchor: .quoted, state: .lost, quote: "z"),
        ]
        study.evidence.excerpts[0].isForPrint = true
        study.evidence.codes = CodeTree(
            study.evidence.codes.codes.map { code in
                var code = code
                code.need = "employment"
                code.name.set("x", in: "ru")
                return code
            }
        )
        let losses = try roundTrip(study, "qdpx", into: study).losses
        #expect(
            losses.map(\.message) == [
                "Not in the file: passages in the researchers’ own words (1).",
                "Not in the file: passages of sources whose text the study does not hold (1).",
                "Not in the file: passages that were not found in their text (1).",
                "Not in the file: sources whose text the study does not hold (1).",
                "Not in the file: needs that codes speak of (3).",
                "Not in the file: decisions that a quote may be printed (1).",
                "Not in the file: texts in further languages (3).",
            ]
        )
    }

    @Test("without codes are no codebook")
    func empty() throws {
        let error = #expect(throws: Problems.self) {
            try InterviewExchange.write(ExchangeStudy(), to: "/tmp/none.qdc")
        }
        #expect(error?.list.map(\.code) == ["qda.no-codes"])
        let project = try QDAExport(ExchangeStudy()).archive(file: "p")
        #expect(!project.isEmpty)
    }

    @Test("have GUIDs that are UUIDs of version 5")
    func guids() {
        let hash = SHA1.hash(Array("abc".utf8))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // The example of the standard, and what Python's uuid.uuid5 makes of the same names.
        #expect(hash == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(NameGUID.of(.source, "KII-01") == "9cc2e325-aab6-529c-aced-5003a63ca0b4")
        #expect(
            NameGUID.of(.code, String(repeating: "ө", count: 100))
                == "b5d2cfc6-706f-5b3a-94ba-0f0cbd1b8ae9"
        )
    }
}
