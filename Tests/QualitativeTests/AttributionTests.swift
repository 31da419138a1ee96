import Base
import Kernels
import Qualitative
import Testing

@Suite("Who said it, as far as that may be said")
struct AttributionTests {
    private static let places = Vocabulary([
        Term("north", "North"), Term("town", "Town", under: "north"),
        Term("village", "Village", under: "north"), Term("south", "South"),
    ])

    /// A passage of each of `speakers`, and the sample.
    private func attributions(
        _ cells: [(String, String, Source.Sex?, Int)],
        _ speakers: [(String, String, Source.Sex?)],
        least: Int = 5,
        kind: Source.Kind = .interview
    ) -> [Attribution] {
        var evidence = Evidence()
        evidence.cells = cells.map {
            InformantCell(place: $0.0, informant: $0.1, sex: $0.2, people: $0.3)
        }
        for (index, speaker) in speakers.enumerated() {
            var source = Source(id: "\(index)", kind: kind)
            source.places = speaker.0.isEmpty ? [] : [speaker.0]
            (source.informant, source.sex) = (speaker.1, speaker.2)
            evidence.sources.append(source)
            evidence.excerpts.append(
                Excerpt(
                    id: "e\(index)",
                    source: "\(index)",
                    anchor: .quoted,
                    state: .notHeld,
                    quote: ""
                )
            )
        }
        let all = Attributions(evidence, places: Self.places, atLeast: least)
        return speakers.indices.map { all[$0] }
    }

    @Test("says all where enough people are like that")
    func enough() {
        let found = attributions(
            [("town", "client", .male, 9), ("town", "client", .female, 5)],
            [("town", "client", .female), ("town", "client", .male)]
        )
        #expect(found.map(\.sex) == [.female, .male])
        #expect(found.map(\.people) == [5, 9])
        #expect(found.allSatisfy { !$0.isCoarsened && $0.places == ["town"] })
    }

    @Test("two women among nine men: the men are described without their sex too")
    func complementary() {
        let found = attributions(
            [("town", "client", .male, 9), ("town", "client", .female, 2)],
            [("town", "client", .female), ("town", "client", .male)]
        )
        let both = Attribution(
            places: ["town"],
            informant: "client",
            isCoarsened: true,
            people: 11
        )
        #expect(found == [both, both])
    }

    @Test("drops the sex, then the kind, then goes up the tree of places")
    func ladder() {
        let cells: [(String, String, Source.Sex?, Int)] = [
            ("town", "client", .male, 3), ("town", "client", .female, 3),
            ("village", "client", nil, 2), ("village", "nurse", nil, 3),
            ("north", "judge", nil, 6),
        ]
        let found = attributions(
            cells,
            [("town", "client", .male), ("village", "client", nil), ("village", "nurse", nil)]
        )
        #expect(
            found[0] == .init(places: ["town"], informant: "client", isCoarsened: true, people: 6)
        )
        #expect(found[1] == .init(places: ["village"], isCoarsened: true, people: 5))
        #expect(found[2] == found[1])
        // “A client” alone would be the one client of the south, so those of the town join him.
        let withOne = attributions(
            cells + [("south", "client", nil, 1)],
            [("south", "client", .female), ("town", "client", .female)]
        )
        let client = Attribution(informant: "client", isCoarsened: true, people: 9)
        #expect(withOne == [client, client])
    }

    @Test("a sample of fewer than k people has participants alone")
    func fewInAll() {
        let found = attributions([("town", "client", nil, 4)], [("town", "client", .male)])
        #expect(found == [Attribution(isCoarsened: true, people: 4)])
        #expect(found[0].isNothing)
    }

    @Test("a speaker of a place below the sample's cells gets the place that the sample knows")
    func below() {
        let found = attributions(
            [("north", "client", nil, 13), ("south", "client", nil, 7)],
            [("village", "client", .female)]
        )
        #expect(
            found == [
                Attribution(places: ["north"], informant: "client", isCoarsened: true, people: 13)
            ]
        )
    }

    @Test("a document has places alone, and none of fewer than k people")
    func documents() {
        let cells: [(String, String, Source.Sex?, Int)] = [
            ("town", "client", nil, 4), ("village", "client", nil, 7),
        ]
        let found = attributions(
            cells,
            [("town", "client", .male), ("village", "", nil)],
            kind: .document
        )
        #expect(found.map(\.places) == [["north"], ["village"]])
        #expect(found.map(\.informant) == ["", ""])
        let law = attributions(cells, [("town", "", nil)], kind: .law)
        #expect(law == [Attribution(places: ["town"])])
    }

    @Test(
        "laws on random samples: k people behind each description, k = 1 hides nothing, no order matters"
    )
    func laws() {
        var random = SeededGenerator(seed: 3)
        let tree = ["north", "town", "village", "south"]
        for _ in 0..<60 {
            var cells: [(String, String, Source.Sex?, Int)] = []
            for place in tree {
                for kind in ["client", "judge"] {
                    for sex in [Source.Sex.female, .male] where Bool.random(using: &random) {
                        cells.append((place, kind, sex, Int.random(in: 1...8, using: &random)))
                    }
                }
            }
            let speakers = cells.map { ($0.0, $0.1, $0.2) }
            let total = cells.reduce(0) { $0 + $1.3 }
            let found = attributions(cells, speakers)
            for (description, indices) in Dictionary(
                grouping: found.indices,
                by: { found[$0].words }
            ) {
                // Each speaker here is a cell: those with one description are the people behind it.
                let behind = indices.reduce(0) { $0 + cells[$1].3 }
                #expect(behind >= min(5, total), "\(description) of \(cells)")
                #expect(found[indices[0]].people >= min(5, total))
            }
            #expect(attributions(cells, speakers, least: 1).allSatisfy { !$0.isCoarsened })
            let turned = attributions(cells.reversed(), speakers.reversed())
            #expect(Array(turned.reversed()) == found)
        }
    }
}

extension Attribution {
    fileprivate var words: [String] { [informant, sex?.rawValue ?? ""] + places }
}
