import Base
import Foundation
import Qualitative
import Report
import Testing

@testable import Files

@Suite("Tables with hashtags")
struct HXLTests {
    private func read(_ text: String) throws -> (ActorExchange, [Problem]) {
        let (sheet, problems) = CSV.rows(bytes: Array(text.utf8), file: "3w.csv")
        #expect(!problems.hasErrors)
        return try HXL.read(try #require(sheet), file: "3w.csv")
    }

    private func codes(_ text: String) -> [Problem.Code] {
        do {
            let (exchange, notes) = try read(text)
            let found = ActorImport(exchange, to: ActorSamples.map, of: ActorSamples.knowledge)
            return (notes + found.problems).map(\.code)
        } catch let problems as Problems {
            return problems.list.map(\.code)
        } catch {
            return ["another error"]
        }
    }

    @Test(
        "a hashtag has attributes and a language, whatever its case and blanks",
        arguments: [
            ("#org", "#org", []), (" #Org + Name +i_RU ", "#org", ["name", "i_ru"]),
            ("#adm1+code+v_pcodes", "#adm1", ["code", "v_pcodes"]),
        ] as [(String, String, Set<String>)]
    )
    func tags(_ text: String, _ tag: String, _ attributes: Set<String>) throws {
        let found = try #require(HXLTag(text))
        #expect(found.tag == tag && found.attributes == attributes)
    }

    @Test(
        "what is no hashtag is none",
        arguments: [
            "", "#", "#1org", "org", "#org+", "#org++name", "#org-name", "# организация", "#орг",
        ]
    )
    func noTags(_ text: String) {
        #expect(HXLTag(text) == nil)
    }

    @Test(
        "rows above the hashtags are passed over; codes count before names, the deepest place counts"
    )
    func columns() throws {
        let (exchange, notes) = try read(
            """
            Who does what,,,,,,,
            Organisation,Type,What,What,Region,Town,Status,Money
            #org+name+i_en,#org+type,#activity,#activity+code,#adm1+name,#adm2+name,#status,#value
            Oasis,ngo_local,Roofs,housing,North,Town,planned,100
            ,,,,,,,
            Oasis,,Lessons; Advice,,North,,,

            """
        )
        #expect(exchange.rows.map(\.line) == [4, 6])
        #expect(exchange.rows[0].activities.map(\.text) == ["housing"])
        #expect(exchange.rows[0].places.map(\.text) == ["Town"])
        #expect(exchange.rows[0].actor.name.texts == ["en": "Oasis"])
        #expect(exchange.rows[1].activities.map(\.text) == ["Lessons", "Advice"])
        #expect(exchange.rows[1].places.map(\.text) == ["North"])
        #expect(notes.map(\.code) == ["hxl.not-read"])
        #expect(notes.first?.message.contains("#value") == true)
    }

    @Test(
        "wrong tables and words are told",
        arguments: [
            ("a,b\n1,2\n", ["hxl.no-tags"]),
            ("#adm1\nnorth\n", ["hxl.no-columns"]),
            ("#org,note\nOasis,#no\n", ["hxl.no-tags"]),
            ("#org,#activity\nOasis,houses\nOasis,houses\n", ["vocabulary.unknown-word"]),
            ("#org,#activity,#adm1\nOasis,housing,Nort\n", ["vocabulary.unknown-word"]),
            ("#org,#need,#status\nOasis,housing,perhaps\n", ["vocabulary.unknown-word"]),
            ("#org,#activity\nStranger,housing\n", ["actors.no-kind"]),
            ("#org,#org+type,#activity\nStranger,gang,housing\n", ["vocabulary.unknown-word"]),
            ("#org+code,#org+name,#activity\nA01,Idle,housing\n", ["actors.two-actors"]),
            ("#org,#org+type,#activity\nOasiz,ngo_local,housing\n", ["actors.near"]),
            ("#org,#activity\n", []), ("#org,#activity\nOasis,housing\n", []),
        ] as [(String, [Problem.Code])]
    )
    func wrong(_ text: String, _ expected: [Problem.Code]) {
        #expect(codes(text) == expected)
    }

    @Test("an unknown word is told once, at its first row, with the nearest one")
    func nearest() throws {
        let (exchange, _) = try read(
            "#org,#activity,#adm1\nOasis,housing,Nort\nOasis,training,Nort\n"
        )
        let found = ActorImport(exchange, to: ActorSamples.map, of: ActorSamples.knowledge)
        let problem = try #require(found.problems.first)
        #expect(found.problems.count == 1)
        #expect(problem.location == .init("3w.csv", line: 2, column: "#adm1"))
        #expect(problem.remedy.contains("Did you mean"))
    }

    @Test("what was written is read again as it was: nothing is new")
    func nothingNew() throws {
        let (map, knowledge) = (ActorSamples.map, ActorSamples.knowledge)
        let sheet = SheetText(name: "x", rows: HXL.rows(map, knowledge))
        let (exchange, _) = try HXL.read(sheet, file: "x.csv")
        let found = ActorImport(exchange, to: map, of: knowledge)
        #expect(found.problems.isEmpty)
        #expect(found.actors.isEmpty && found.services.isEmpty && found.joined.isEmpty)
        #expect(found.known == map.services.count)
    }

    @Test(
        "into an empty map comes what was written, by way of CSV and XLSX",
        arguments: ["csv", "xlsx"]
    )
    func roundTrip(_ ending: String) throws {
        let (map, knowledge) = (ActorSamples.map, ActorSamples.knowledge)
        let folder = try ActorSamples.study(["empty": ""])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("map.\(ending)").path
        let notes = try HXL.write(map, knowledge, title: "Test", to: path)
        #expect(notes.map(\.code) == ["hxl.left-out"])
        let (exchange, _) = try HXL.read(path: path)
        let found = ActorImport(exchange, to: ActorMap(), of: knowledge)
        #expect(found.problems.isEmpty)
        #expect(Set(found.actors) == Set(map.actors))
        #expect(found.services.count == map.services.count)
        for (one, other) in zip(found.services, map.services) {
            #expect(one.actor == other.actor && one.activity == other.activity)
            #expect(one.need == other.need && one.place == other.place)
            #expect(one.status == other.status && one.name == other.name)
        }
    }

    @Test("the published table needs words of the study, and comes in with them")
    func published() throws {
        let (exchange, _) = try HXL.read(path: ActorSamples.fixture("who-does-what.csv").path)
        #expect(exchange.rows.count == 18)
        let bare = ActorImport(exchange, to: ActorMap(), of: LocalKnowledge())
        #expect(bare.problems.count == 6)
        #expect(bare.problems.allSatisfy { $0.code == "vocabulary.unknown-word" })
        #expect(bare.problems.allSatisfy { $0.remedy.contains("vocabulary.csv") })
        var knowledge = LocalKnowledge()
        let (sheet, _) = CSV.rows(path: try ActorSamples.fixture("vocabulary.csv").path)
        for row in try #require(sheet).rows.dropFirst() {
            knowledge.activities.add(Term(row[1], LocalText(row[3]), under: row[2]))
        }
        let found = ActorImport(exchange, to: ActorMap(), of: knowledge)
        #expect(!found.problems.hasErrors)
        #expect(found.actors.count == 14 && found.services.count == 18)
        var map = ActorMap()
        map.actors = found.actors
        map.services = found.services
        let network = ActorNetwork(map, subjects: knowledge.activities.terms.map(\.code))
        #expect(network.graph.components.map(\.count) == [9, 7, 3, 2, 2])
    }

    @Test("bytes of all kinds end in problems or rows, never in a crash")
    func hostile() {
        // Numerical Recipes' generator: the same texts each time.
        var state: UInt64 = 1
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = [
            "#org", "#activity+", "#adm1+code", ",", "\n", "\"", ";", "Oasis", "\u{FEFF}", "й",
            "\r",
        ]
        for _ in 0..<300 {
            let text = (0..<random(30))
                .map { _ in pieces[random(pieces.count)] }.joined()
            let (sheet, _) = CSV.rows(bytes: Array(text.utf8), file: "x.csv")
            guard let sheet, let (exchange, _) = try? HXL.read(sheet, file: "x.csv") else {
                continue
            }
            let found = ActorImport(exchange, to: ActorSamples.map, of: ActorSamples.knowledge)
            #expect(
                found.services.allSatisfy {
                    $0.activity != nil || $0.need != nil || !found.problems.isEmpty
                }
            )
        }
    }
}
