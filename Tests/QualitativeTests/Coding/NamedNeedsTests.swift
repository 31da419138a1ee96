import Base
import Qualitative
import Testing

@Suite("Needs that sources name")
struct NamedNeedsTests {
    private let places = Vocabulary([
        Term("north", "North"), Term("south", "South"), Term("east", "East"),
        Term("town", "Town", under: "north"),
    ])
    private let needs = Vocabulary([
        Term("work", "Work"), Term("housing", "Housing"), Term("papers", "Papers"),
        Term("licence", "Licence", under: "papers"),
    ])

    /// Two interviews in the north (one in its town), one in the south, none in the east.
    private func evidence(
        _ said: [(source: String, code: String, stance: Coding.Stance)],
        states: [Int: Excerpt.State] = [:]
    ) -> Evidence {
        var evidence = Evidence()
        evidence.sources = [("a", "north"), ("b", "town"), ("c", "south")].map { id, place in
            var source = Source(id: id, kind: .interview)
            source.places = [place]
            return source
        }
        var codes = ["work", "housing", "papers"].map { Code(id: $0, name: LocalText($0)) }
        for index in codes.indices { codes[index].need = codes[index].id }
        var below = Code(id: "papers.lost", name: "Lost")
        below.parent = "papers"
        var licence = Code(id: "licence", name: "Licence")
        licence.need = "licence"
        evidence.codes = CodeTree(codes + [below, licence, Code(id: "mood", name: "Mood")])
        for (index, entry) in said.enumerated() {
            evidence.excerpts.append(
                Excerpt(
                    id: "e\(index)",
                    source: entry.source,
                    anchor: .quoted,
                    state: states[index] ?? .notHeld,
                    quote: "…"
                )
            )
            var coding = Coding(excerpt: index, code: entry.code, coder: "x")
            coding.stance = entry.stance
            evidence.codings.append(coding)
        }
        return evidence
    }

    private func named(_ evidence: Evidence) -> NamedNeeds {
        NamedNeeds(
            in: evidence,
            places: ["north", "south", "east"],
            needs: ["work", "housing", "papers"],
            placeTree: places,
            needTree: needs
        )
    }

    @Test("keep four states apart")
    func states() {
        let found = named(
            evidence([
                ("a", "work", .named), ("b", "work", .named), ("c", "work", .absent),
                ("a", "housing", .absent), ("b", "housing", .named),
            ])
        )
        #expect(found.findings[0].map(\.state) == [.named, .saidAbsent, .notStudied])
        #expect(found.findings[1].map(\.state) == [.named, .notNamed, .notStudied])
        #expect(found.findings[2].map(\.state) == [.notNamed, .notNamed, .notStudied])
        #expect(found.findings[0][0].naming == [0, 1])
        #expect(found.findings[1][0].denying == [0])
        #expect(found.findings[0][0].studied == [0, 1])
        #expect(found.findings[0][2].studied.isEmpty)
    }

    @Test("count a source once, however often it is coded")
    func once() {
        let found = named(
            evidence(Array(repeating: ("a", "work", .named), count: 5))
        )
        #expect(found.findings[0][0].naming == [0])
    }

    @Test("count codes and needs below another for it")
    func rolled() {
        let found = named(evidence([("a", "papers.lost", .named), ("c", "licence", .named)]))
        #expect(found.findings[2].map(\.state) == [.named, .named, .notStudied])
    }

    @Test(
        "leave out passages that are not found in their text",
        arguments: [Excerpt.State.lost, .ambiguous(places: 2)]
    )
    func unanchored(_ state: Excerpt.State) {
        let found = named(
            evidence([("a", "work", .named), ("a", "mood", .named)], states: [0: state])
        )
        #expect(found.findings[0][0].state == .notNamed)
    }

    @Test("take no silence from sources that nobody has coded")
    func uncoded() {
        let found = named(evidence([("a", "work", .named)]))
        #expect(found.findings[0].map(\.state) == [.named, .notStudied, .notStudied])
        #expect(found.findings[0][0].studied == [0])
    }

    @Test("take the places of a passage before those of its source")
    func ownPlaces() {
        var evidence = evidence([("a", "work", .named)])
        evidence.excerpts[0].places = ["east"]
        let found = named(evidence)
        #expect(found.findings[0].map(\.state) == [.notNamed, .notStudied, .named])
    }

    @Test("do not hang on the order of codings")
    func order() {
        let said: [(String, String, Coding.Stance)] = [
            ("a", "work", .named), ("b", "housing", .absent), ("c", "papers", .named),
            ("a", "housing", .named),
        ]
        let forward = named(evidence(said))
        var turned = evidence(said)
        turned.codings.reverse()
        #expect(named(turned) == forward)
    }
}
