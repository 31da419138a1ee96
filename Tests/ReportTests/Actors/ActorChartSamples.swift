import Base
import Qualitative

@testable import Report

/// Charts of actors that the tests draw.
enum ActorChartSamples {
    /// The ties of a published table of 14 actors (A01 …) in 9 fields (F1 …).
    static let published: [(actor: Int, field: Int)] = [
        (1, 1), (2, 2), (3, 3), (1, 3), (4, 4), (5, 4), (1, 4), (1, 5), (6, 5), (7, 6), (8, 6),
        (9, 7), (10, 7), (11, 7), (12, 7), (13, 8), (10, 8), (14, 9),
    ]

    static func network(
        _ ties: [(actor: Int, field: Int)],
        partial: Set<Int> = []
    ) -> ActorNetwork {
        var map = ActorMap()
        map.actors = Set(ties.map(\.actor)).sorted().map { actor in
            Actor(id: "A\(actor)", name: LocalText("A\(actor)"), kind: "un")
        }
        map.services = ties.enumerated().map { index, tie in
            Service(
                actor: "A\(tie.actor)",
                activity: "F\(tie.field)",
                need: nil,
                place: .notStated,
                status: partial.contains(index) ? .partial : .provided
            )
        }
        return ActorNetwork(map, subjects: Set(ties.map(\.field)).sorted().map { "F\($0)" })
    }

    static func plot(_ id: String, _ network: ActorNetwork, long: Bool = false) -> NetworkPlot {
        let tail =
            long ? ", a body whose name is so long that no drawing has room for it in one line" : ""
        return NetworkPlot(
            text: ChartText(id: id, title: "Who does what"),
            network: network,
            actors: network.actors.map { "Actor \($0)\(tail)" },
            subjects: network.subjects.map { "Field \($0)\(tail)" },
            subjectHeading: "Activity"
        )
    }

    /// 60 vertices, each field tied to a few of 40 actors in a fixed muddle.
    static let large = network(
        (0..<90).map { (actor: $0 * 7 % 40, field: ($0 * 13 + $0 * $0) % 20) },
        partial: [1, 4, 9]
    )

    static let grid = CoverageGrid(
        text: ChartText(id: "coverage", title: "Needs by place"),
        rowHeading: "Need",
        columns: ["Bishkek", "Osh", "Jalal-Abad", "Naryn", "Talas", "Chüy", "Batken", "Issyk-Kul"],
        rows: [
            .init(
                "Work",
                [
                    .init(.provided, actors: ["A", "B"]),
                    .init(.provided, actors: ["A"], isEverywhere: true, isDisputed: true),
                    .init(.partial, actors: (1...14).map { "Actor \($0)" }, isDisputed: true),
                    .init(.partial, isEverywhere: true), .init(.planned, actors: ["C"]),
                    .init(.absent), .init(.notMentioned), .init(.notStudied),
                ],
                unplaced: 12
            ),
            .init(
                "Treatment of addiction and what comes after it in the first year at home",
                Array(repeating: .init(.notStudied), count: 8)
            ),
        ]
    )

    static let positions = PositionGrid(
        text: ChartText(id: "positions", title: "In general"),
        entries: [
            .init("Probation", influence: .high, interest: .high),
            .init(
                "A foundation with a name that takes more than one line of its cell",
                influence: .medium,
                interest: .high,
                isChampion: true
            ),
            .init("Employers", influence: .high, interest: .low),
            .init("Media", influence: .high, interest: .low),
        ]
    )

    static let all: [any Chart] = [
        grid, positions, plot("published-network", network(published)),
        plot("large-network", large), plot("long-network", large, long: true),
        plot("no-network", network([])),
        CoverageGrid(
            text: ChartText(id: "no-coverage", title: ""),
            rowHeading: "",
            columns: [],
            rows: []
        ),
        CoverageGrid(
            text: ChartText(id: "wide-coverage", title: "", words: Words(.ru)),
            rowHeading: "",
            columns: (1...20).map { "Территория с длинным названием \($0)" },
            rows: [.init("Жильё", (1...20).map { _ in .init(.provided, actors: ["А"]) })]
        ),
        PositionGrid(text: ChartText(id: "no-positions", title: ""), entries: []),
    ]
}
