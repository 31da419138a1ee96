import Base
import Files
import Foundation
import Qualitative
import Testing

@testable import Report

@Suite("What a study knows of its places")
struct KnowledgeStudyTests {
    /// Problems that the study has as it is: others' claims that their figures belie.
    private static let standing = [
        "context.csv:2:claim context.claim-fails", "context.csv:8:value context.sum",
    ]

    @Test("is read without a problem but those of others' figures")
    func reads() throws {
        let study = try KnowledgeStudy()
        #expect(study.problems == Self.standing)
        let knowledge = StudyFolder(path: study.folder.path).knowledge
        let evidence = try #require(knowledge.evidence)
        #expect(evidence.excerpts.map(\.state) == [.exact, .exact, .notHeld])
        #expect(evidence.excerpts[1].anchor == .held(12..<22))
        #expect(knowledge.actors?.services.first?.actor == "A1")
        #expect(knowledge.tiles.count == 3)
    }

    struct Slip: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let old: String
        let new: String
        /// The problems beside the standing ones.
        let problems: [String]

        init(_ name: String, _ file: String, _ old: String, _ new: String, _ problems: String...) {
            (testDescription, self.file, self.old, self.new) = (name, file, old, new)
            self.problems = problems
        }
    }

    static let slips = [
        Slip(
            "a misspelt need",
            "interviews/codebook.csv",
            "employment",
            "employmnt",
            "interviews/codebook.csv:2:need vocabulary.unknown-word"
        ),
        Slip(
            "a place that no table has",
            "interviews/sources.csv",
            "i2,interview,village",
            "i2,interview,vilage",
            "interviews/sources.csv:3:place vocabulary.unknown-word"
        ),
        Slip(
            "a kind of source that is none",
            "interviews/sources.csv",
            "i2,interview",
            "i2,talk",
            "interviews/sources.csv:3:kind table.unknown-value"
        ),
        Slip(
            "a quote that the text has not",
            "interviews/codings.csv",
            "12,22,Жильё есть",
            "12,22,Жилья нет",
            "interviews/codings.csv:3:quote interviews.lost"
        ),
        Slip(
            "a quote that moved",
            "interviews/texts/i1.txt",
            "Жильё",
            "А жильё? Жильё",
            "interviews/codings.csv:3:start interviews.moved"
        ),
        Slip(
            "a quote that stands twice",
            "interviews/codings.csv",
            "i1,0,10,",
            "i1,,,",
            "interviews/codings.csv:2:quote interviews.ambiguous"
        ),
        Slip(
            "a code that is none",
            "interviews/codings.csv",
            ",pay,",
            ",pya,",
            "interviews/codings.csv:4:code interviews.unknown-code"
        ),
        Slip(
            "a missing transcript",
            "interviews/sources.csv",
            "i1.txt",
            "i3.txt",
            "interviews/sources.csv:2:file interviews.text"
        ),
        Slip(
            "a transcript outside the folder",
            "interviews/sources.csv",
            "i1.txt",
            "../i1.txt",
            "interviews/sources.csv:2:file interviews.text"
        ),
        Slip(
            "a code above itself",
            "interviews/codebook.csv",
            "work,No work,,",
            "work,No work,pay,",
            "interviews/codebook.csv:2:under interviews.unknown-code",
            "interviews/codebook.csv:3:under interviews.unknown-code"
        ),
        Slip(
            "an actor that is none",
            "actors/services.csv",
            "A2,",
            "A3,",
            "actors/services.csv:3:actor actors.unknown"
        ),
        Slip(
            "an actor's kind that is none",
            "actors/actors.csv",
            "ngo_local",
            "ngo",
            "actors/actors.csv:3:kind vocabulary.unknown-word"
        ),
        Slip(
            "one spelling of two actors",
            "actors/actors.csv",
            "ngo_local,",
            "ngo_local,job centre",
            "actors/actors.csv:3:aliases actors.alias"
        ),
        Slip(
            "a column that is not read",
            "actors/actors.csv",
            "aliases",
            "alias",
            "actors/actors.csv:1:alias table.unknown-column",
            "actors/services.csv:2:actor actors.unknown"
        ),
        Slip(
            "a value without a unit",
            "context.csv",
            "10,homes",
            "10,",
            "context.csv:5:unit context.no-unit"
        ),
        Slip(
            "a claim that cannot be checked",
            "context.csv",
            "increased every year",
            "soared",
            "context.csv:2:claim context.claim"
        ),
        Slip(
            "a recommendation without evidence",
            "recommendations.yaml",
            "    indicator",
            "  - id: R2\n    text: Do more\n    for: [A1]\n    indicator",
            "recommendations.yaml:13:5 recommendations.no-evidence",
            "recommendations.yaml:2:5 recommendations.no-indicator"
        ),
        Slip(
            "a gap that is none",
            "recommendations.yaml",
            "need: employment, place: village",
            "need: housing, place: village",
            "recommendations.yaml:8:9 recommendations.evidence"
        ),
        Slip(
            "an excerpt that is none",
            "recommendations.yaml",
            "excerpt: E3",
            "excerpt: E9",
            "recommendations.yaml:10:9 recommendations.evidence"
        ),
        Slip(
            "a figure that the survey has not",
            "recommendations.yaml",
            "mean welcome",
            "mean wellcome",
            "recommendations.yaml:12:9 recommendations.evidence"
        ),
        Slip(
            "an actor of a recommendation that is none",
            "recommendations.yaml",
            "for: [A1]",
            "for: [A7]",
            "recommendations.yaml:4:11 vocabulary.unknown-word"
        ),
    ]

    @Test("says where a slip is, and nothing else", arguments: slips)
    func located(_ slip: Slip) throws {
        let whole = try #require(KnowledgeStudy.files[slip.file])
        try #require(whole.contains(slip.old))
        let range = try #require(whole.range(of: slip.old))
        let study = try KnowledgeStudy([
            slip.file: whole.replacingCharacters(in: range, with: slip.new)
        ])
        let standing = Set(Self.standing)
        #expect(study.problems.filter { !standing.contains($0) } == slip.problems.sorted())
    }

    // MARK: - The display

    private func results(_ study: KnowledgeStudy) throws -> (Results, LocalKnowledge) {
        let folder = StudyFolder(path: study.folder.path)
        var problems = folder.problems
        return (try #require(folder.results(&problems)), folder.knowledge)
    }

    @Test("puts what is named beside what is offered, and mixes no two states")
    func display() throws {
        let (results, knowledge) = try results(KnowledgeStudy())
        let display = try #require(JointDisplay(knowledge, results))
        #expect(display.places == ["village", "town", "abroad"])
        #expect(display.needs == ["employment", "housing", "psychological"])
        let meetings = display.needs.indices.map { need in
            display.places.indices.map { display.meeting(need: need, place: $0) }
        }
        #expect(meetings[0] == [.gap, .unknown, .unknown])
        #expect(meetings[1] == [.quiet, .unknown, .unknown])
        #expect(meetings[2] == [.quiet, .unknown, .unknown])
        #expect(display.named?.findings[1][0].state == .saidAbsent)
        #expect(display.named?.findings[2][0].state == .notNamed)
        #expect(display.named?.findings[0][1].state == .notStudied)
        #expect(display.offered?.cells[1].map(\.state) == [.notMentioned, .provided, .notStudied])
        #expect(display.offered?.unplaced[2] == [1])
        #expect(display.isStudied(1) && !display.isStudied(2))
        #expect(display.attitudes.first?.values.map { $0 != nil } == [true, true, false])
    }

    @Test("stands in the report, its tables and pictures, and made-up sources are told")
    func report() throws {
        let (results, knowledge) = try results(KnowledgeStudy())
        let document = ReportDocument(results: results, knowledge: knowledge)
        let html = String(decoding: document.html(), as: UTF8.self)
        for words in [
            "Countryside: Work", "Bring work to the countryside", "1 of the 2 sources are made up",
            "named by 2 of 2 sources; nobody mentioned a service",
            "1 of 2 sources: nothing is lacking",
            "Its own figures do not bear that out: 2020: 100, 2021: 160, 2022: 138.",
            "In 2022 the places sum to 30, but the whole is given as 31.",
            "Attitudes alone are known of: Abroad.",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        let tables = results.tables(of: knowledge)
        #expect(tables.map(\.name) == ["places", "context", "recommendations"])
        #expect(tables[0].rows.count == 9)
        #expect(
            document.jointPictures().map(\.name) == [
                "joint-grid.en", "joint-map-1.en", "joint-map-2.en",
            ]
        )
        let brief = String(
            decoding: PlaceBriefs(document).html(of: "village", in: .en, size: .regular),
            as: UTF8.self
        )
        #expect(brief.contains("Named, and no help") && brief.contains("Bring work"))
    }

    @Test("without any of it the report is the one of the survey alone")
    func nothing() throws {
        let (results, _) = try results(KnowledgeStudy())
        let html = String(decoding: ReportDocument(results: results).html(), as: UTF8.self)
        #expect(!html.contains("id=\"places\"") && !html.contains("id=\"recommendations\""))
        #expect(results.tables(of: LocalKnowledge()).isEmpty)
        #expect(PlaceBriefs(ReportDocument(results: results)).places.isEmpty)
    }
}
