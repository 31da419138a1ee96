import Base
import Foundation
import Qualitative
import Testing

@testable import Files

@Suite("A project of another program")
struct QDAImportTests {
    static let files: [(name: String, reading: String)] = [
        ("std_codepoint", "positions in characters"),
        ("bom_not_counted", "positions in characters"),
        ("bom_counted", "positions in characters, the byte order mark counted"),
        ("crlf_counted_one", "positions in characters"),
        ("crlf_counted_two", "positions in characters, CRLF counted as two"),
        ("utf16_units", "positions in UTF-16 units"),
        ("utf8_bytes", "positions in bytes"),
        ("end_inclusive", "positions in characters, ends inclusive"),
        ("bom_crlf_utf16", "positions in UTF-16 units"),
    ]

    @Test("has every passage on its right characters, however it counts", arguments: files)
    func counts(_ name: String, _ reading: String) throws {
        let draft = try QDAFixtures.read("\(name).qdpx")
        #expect(draft.reading == "\(reading): 5 of 5 passages")
        #expect(
            draft.coded == [
                "needs: Жумуш 🔒 табуу", "employment: кыйын болду", "needs: Neighbours helped",
                "employment: us", "needs: العربية",
            ]
        )
        let anchors = [27..<40, 45..<56, 62..<79, 86..<88, 96..<103]
        #expect(draft.evidence.excerpts.map(\.anchor) == anchors.map { .held($0) })
        #expect(draft.words == draft.evidence.excerpts.map(\.quote))
        #expect(draft.evidence.codes["employment"]?.parent == "needs")
        #expect(Set(draft.evidence.codings.map(\.coder)) == ["coder"])
        #expect(draft.codes == ["qda.left-out"])
    }

    @Test("of QualCoder", arguments: ["ashar_sample.qdpx", "ashar_sample_maxqda.qdpx"])
    func qualCoder(_ name: String) throws {
        let draft = try QDAFixtures.read(name)
        #expect(
            draft.coded == [
                "employment: Жумуш табуу өтө кыйын болду", "seasonal: Жумуш табуу өтө кыйын болду",
                "stigma: кыйын болду. 🔒 Жумуш", "stigma: 🔒", "stigma: café & <naïve>",
                "stigma: Neighbours and family", "employment: Work",
            ]
        )
        #expect(draft.words == draft.evidence.excerpts.map(\.quote))
        #expect(draft.evidence.codings.map(\.coder).filter { $0 == "coderB" }.count == 1)
        #expect(draft.evidence.codes["seasonal"]?.parent == "employment")
        #expect(draft.evidence.codes["employment"]?.definition == LocalText("paid work"))
        #expect(
            draft.problems.map(\.message) == [
                "Not imported: notes (2).",
                "Not imported: descriptions and notes of sources (3).",
                "Not imported: descriptions of passages (1).",
                "Not imported: cases with values that belong to no source (1).",
                "Not imported: colours of codes (3).",
            ]
        )
    }

    @Test("keeps the study's own ids for what comes back")
    func known() throws {
        var study = ExchangeStudy()
        var source = Source(id: "K1", kind: .interview)
        source.title = "KII-01 Tokmok"
        var work = Code(id: "work", name: "employment")
        work.need = "employment"
        study.evidence.codes = CodeTree([work])
        study.evidence.sources = [source]
        let draft = try InterviewExchange.read(
            path: QDAFixtures.path("ashar_sample.qdpx"),
            for: study
        )
        #expect(draft.coded.first == "work: Жумуш табуу өтө кыйын болду")
        #expect(draft.evidence.codes["seasonal"]?.parent == "work")
    }

    @Test("of Taguette: its codebook is a tree by dots, though it is not valid")
    func taguetteCodebook() throws {
        for name in ["codebook.qdc", "codebook.csv", "codebook.xlsx"] {
            let codes = try QDAFixtures.read("taguette/\(name)").evidence.codes
            #expect(codes.codes.count == 8)
            #expect(codes["needs.employment.seasonal"]?.parent == "needs.employment")
            #expect(codes["needs.employment"]?.parent == "needs")
            #expect(codes["ties.family"]?.parent == nil)
        }
    }

    @Test("of Taguette: highlights stand where their words do; what is ambiguous is listed")
    func taguetteHighlights() throws {
        var study = ExchangeStudy()
        var source = Source(id: "KII-01", kind: .interview)
        source.title = "KII-01 Tokmok"
        source.text = SourceText(
            "Жумуш табуу өтө кыйын болду, себеби соттуулук бар. 🔒 Жумуш табуу өтө кыйын болду.\n"
                + "Паспорт\nкалыбына келтирүү; кошуналар «бизге келбе» дешти."
        )
        study.evidence.sources = [source]
        for name in ["highlights_all.csv", "highlights_all.xlsx"] {
            let draft = try InterviewExchange.read(
                path: QDAFixtures.path("taguette/\(name)"),
                for: study
            )
            let held = draft.evidence.excerpts.filter { $0.source == "KII-01" }
            #expect(
                held.map(\.quote) == [
                    "кыйын болду, себеби соттуулук бар", "🔒", "Паспорт\nкалыбына келтирүү",
                    "кошуналар «бизге келбе» дешти",
                ]
            )
            #expect(held.allSatisfy { $0.state == .exact })
            #expect(draft.problems.map(\.location.line) == [2, 6])
            #expect(Set(draft.codes) == ["qda.passage-differs"])
            #expect(draft.evidence.codings.count == 12)
        }
    }

    @Test("whose passages do not fit is imported without them")
    func differs() throws {
        var project = HostileProject()
        project.selections = """
            <PlainTextSelection guid="\(HostileProject.guid(7))" name="иш жок" startPosition="0" \
            endPosition="6">\(project.coding)</PlainTextSelection>\
            <PlainTextSelection guid="\(HostileProject.guid(8))" name="үй жок" startPosition="0" \
            endPosition="6">\(project.coding)</PlainTextSelection>\
            <PlainTextSelection guid="\(HostileProject.guid(9))" startPosition="3" \
            endPosition="6">\(project.coding)</PlainTextSelection>
            """
        let draft = try project.read()
        #expect(draft.coded == ["иш: иш жок", "иш: жок"])
        #expect(draft.codes == ["qda.passage-differs", "qda.unchecked"])
    }

    @Test("may hold its variables in the source or in a nameless case", arguments: [true, false])
    func variables(_ isInSource: Bool) throws {
        let values = ["Region": "Osh", "gender": "F", "Date": "2023-04", "shoe size": "43"]
        var project = HostileProject()
        var declared = ""
        var given = ""
        for (index, value) in values.sorted(by: { $0.key < $1.key }).enumerated() {
            let guid = HostileProject.guid(20 + index)
            declared += "<Variable guid=\"\(guid)\" name=\"\(value.key)\" typeOfVariable=\"Text\"/>"
            given += """
                <VariableValue><VariableRef targetGUID="\(guid)"/>\
                <TextValue>\(value.value)</TextValue></VariableValue>
                """
        }
        project.before = "<Variables>\(declared)</Variables>"
        if isInSource {
            project.values = given
        } else {
            project.before += """
                <Cases><Case guid="\(HostileProject.guid(30))">\(given)\
                <SourceRef targetGUID="\(HostileProject.guid(1))"/></Case></Cases>
                """
        }
        let draft = try project.read()
        let source = try #require(draft.evidence.sources.first)
        #expect(source.places == ["Osh"])
        #expect(source.sex == .female)
        #expect(source.date == "2023-04")
        #expect(
            draft.problems.map(\.message) == [
                "Not imported: values of variables that a study has no column for (1)."
            ]
        )
    }
}
