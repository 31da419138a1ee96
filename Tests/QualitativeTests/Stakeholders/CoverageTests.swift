import Base
import Testing

@testable import Qualitative

@Suite("Coverage")
struct CoverageTests {
    private let places = Vocabulary([
        Term("north", "North"), Term("town", "Town", under: "north"), Term("south", "South"),
        Term("west", "West"),
    ])
    private let needs = Vocabulary([
        Term("work", "Work"), Term("day_work", "Day work", under: "work"), Term("home", "Home"),
        Term("law", "Law"),
    ])

    private func service(
        _ need: String?,
        _ place: Service.Place,
        _ status: Service.Status = .provided,
        by actor: String? = "a"
    ) -> Service {
        Service(actor: actor, activity: nil, need: need, place: place, status: status)
    }

    private func coverage(
        _ services: [Service],
        mapped: [String] = ["north", "south"]
    ) -> (Coverage, ActorMap) {
        var map = ActorMap()
        map.actors = ["a", "b"].map { Actor(id: $0, name: LocalText($0), kind: "un") }
        map.services = services
        map.mappedPlaces = mapped
        let coverage = Coverage(
            map,
            by: .needs,
            rows: ["work", "home", "law"],
            of: needs,
            at: ["north", "south", "west"],
            of: places
        )
        return (coverage, map)
    }

    @Test("keeps six states apart, and takes the strongest")
    func states() {
        let (found, _) = coverage([
            service("work", .at("north"), .planned),
            service("work", .at("north"), .partial, by: "b"),
            service("work", .at("south"), .planned),
            service("home", .at("north"), .absent, by: nil),
            service("law", .at("south")), service("law", .at("south"), .absent, by: nil),
        ])
        #expect(
            found.cells.map { $0.map(\.state) } == [
                [.partial, .planned, .notStudied], [.absent, .notMentioned, .notStudied],
                [.notMentioned, .provided, .notStudied],
            ]
        )
        #expect(found.cell("work", at: "north")?.actors == ["b"])
        #expect(found.cell("work", at: "north")?.services == [0, 1])
        #expect(found.cell("law", at: "south")?.isDisputed == true)
        #expect(found.cell("work", at: "north")?.isDisputed == false)
    }

    @Test("counts a town for its region and a narrower need for the wider one")
    func trees() {
        let (found, _) = coverage([service("day_work", .at("town"))], mapped: ["town"])
        #expect(found.cells[0].map(\.state) == [.provided, .notStudied, .notStudied])
        // Somebody looked in a town of the region, so silence says something of it.
        #expect(found.cells[1].map(\.state) == [.notMentioned, .notStudied, .notStudied])
    }

    @Test("counts what holds everywhere at each mapped place, told apart")
    func everywhere() {
        let (found, _) = coverage([
            service("work", .everywhere), service("work", .at("south"), by: "b"),
        ])
        #expect(found.cells[0].map(\.state) == [.provided, .provided, .notStudied])
        #expect(found.cells[0].map(\.isEverywhere) == [true, false, false])
        #expect(found.cells[0][1].actors == ["a", "b"])
    }

    @Test("lists services without a stated place beside, and never at a place")
    func unplaced() {
        let (found, map) = coverage([
            service("work", .notStated), service("home", .notStated, .planned),
            service(nil, .everywhere),
        ])
        #expect(found.cells[0].map(\.state) == [.notMentioned, .notMentioned, .notStudied])
        #expect(found.unplaced == [[0], [1], []])
        #expect(found.withoutSubject == 1)
        #expect(found.rowsWithoutActor(in: map) == ["home", "law"])
    }

    @Test("does not depend on the order of the services")
    func order() {
        let services = [
            service("work", .at("north"), .absent, by: nil), service("work", .everywhere, .partial),
            service("home", .at("town")), service("home", .at("south"), .planned, by: "b"),
        ]
        let (one, _) = coverage(services)
        let (other, _) = coverage(services.reversed())
        #expect(one.cells.map { $0.map(\.state) } == other.cells.map { $0.map(\.state) })
        #expect(one.cells.map { $0.map(\.actors) } == other.cells.map { $0.map(\.actors) })
        #expect(one.cells.map { $0.map(\.isDisputed) } == other.cells.map { $0.map(\.isDisputed) })
    }
}

@Suite("The names of actors")
struct ActorNamesTests {
    private var map: ActorMap {
        var map = ActorMap()
        var ngo = Actor(
            id: "A04",
            name: LocalText(["en": "Public Foundation “Generation Insan”", "ru": "Поколение Инсан"]
            ),
            kind: "ngo_local"
        )
        ngo.aliases = ["PF Insan Generation", "Insan"]
        map.actors = [
            ngo, Actor(id: "A05", name: "Oasis", kind: "ngo_local"),
            Actor(id: "A06", name: "Oazis", kind: "ngo_local"),
            Actor(id: "A07", name: "Oasys", kind: "un"),
        ]
        return map
    }

    @Test(
        "are found by id, name and alias, upper and lower case and quotation marks alike",
        arguments: [
            ("a04", "A04"), ("public foundation \"generation insan\"", "A04"),
            ("поколение инсан", "A04"),
            ("PF  Insan Generation ", "A04"), ("OASIS", "A05"), ("Oasiss", nil), ("", nil),
        ] as [(String, String?)]
    )
    func lookup(_ spelling: String, _ expected: String?) {
        #expect(ActorNames(map).actor(named: spelling) == expected)
    }

    @Test("that two actors share name neither")
    func shared() {
        var map = map
        map.actors[1].aliases = ["Insan"]
        let names = ActorNames(map)
        #expect(names.actor(named: "Insan") == nil)
        #expect(names.shared.map(\.spelling) == ["insan"])
        #expect(names.shared.first?.actors == ["A04", "A05"])
    }

    @Test("that are near are told for actors of one kind, and nothing is joined")
    func near() {
        #expect(
            map.nearActors == [.init(one: "A05", other: "A06", spellings: ["Oasis", "Oazis"])]
        )
        #expect(map.actors.count == 4)
        var schools = ActorMap()
        schools.actors = [12, 15].map {
            Actor(id: "S\($0)", name: LocalText("School \($0)"), kind: "education")
        }
        #expect(schools.nearActors.isEmpty)
    }
}
