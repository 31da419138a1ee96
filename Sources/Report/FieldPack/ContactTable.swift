import Markup
package import Survey

/// The table in which an interviewer writes what became of each household of a cluster.
struct ContactTable {
    let design: SampleDesign
    let cluster: SampleDraw.Cluster
    /// The position of the cluster among clusters and reserves.
    let index: Int
    let words: Words
    let place: String

    private var route: RoutePlan { design.routes[index] }
    private var usesKish: Bool { design.declaration.selection == .kish }

    /// The class that says how tall rows can be for the sheet to fit one page of A4; more than 28 rows go
    /// on over a second page.
    var room: String {
        switch route.households {
        case ...20: "roomy"
        case ...24: "even"
        case ...28: "close"
        default: "long"
        }
    }

    /// The table in a region that scrolls sideways on small screens.
    func markup() -> Markup {
        let rows = (0..<route.households).map { row($0) }
        return .tag(
            "div",
            [
                "class": "scroll", "role": "region", "tabindex": "0",
                "aria-label": "\(words(FieldWord.contacts)) \(cluster.code)",
            ],
            [
                .tag(
                    "table",
                    ["class": "contacts"],
                    [.tag("thead", [:], head()), .tag("tbody", [:], rows)]
                )
            ]
        )
    }

    private let visits = 1...3
    private let sizes = 1...6

    /// The heads; the cluster stands over them, since they are repeated where a page turns.
    private func head() -> [Markup] {
        func head(_ text: String, columns: Int? = nil, rows: Int? = nil, _ kind: String? = nil)
            -> Markup
        {
            .tag(
                "th",
                [
                    "scope": columns == nil ? "col" : "colgroup",
                    "colspan": columns.map { "\($0)" },
                    "rowspan": rows.map { "\($0)" }, "class": kind,
                ],
                text: text
            )
        }
        let rows: Int? = usesKish ? 2 : nil
        let columns = 4 + (usesKish ? sizes.count : 1) + visits.count
        let name = Markup.tag(
            "tr",
            ["class": "turn"],
            [
                .tag(
                    "th",
                    ["scope": "colgroup", "colspan": "\(columns)"],
                    text: "\(words(FieldWord.cluster)) \(cluster.code): \(place)"
                )
            ]
        )
        var first = [
            head(words(FieldWord.row), rows: rows), head(words(FieldWord.household), rows: rows),
            head(words(FieldWord.address), rows: rows, "address"),
        ]
        first.append(
            usesKish
                ? head(words(FieldWord.persons, ["age": design.age]), columns: sizes.count)
                : head(words(FieldWord.adults, ["age": design.age]), "adults")
        )
        first += visits.map {
            head(words(FieldWord.visit, ["i": .count($0)]), rows: rows, "visit")
        }
        first.append(head(words(FieldWord.result), rows: rows, "result"))
        guard usesKish else { return [name, .tag("tr", [:], first)] }
        let second = sizes.map { size in
            head(size == sizes.upperBound ? words(FieldWord.sixOrMore) : "\(size)", "size")
        }
        return [name, .tag("tr", [:], first), .tag("tr", [:], second)]
    }

    /// One row a household that is tried.
    private func row(_ row: Int) -> Markup {
        let household = design.household(row, of: index).map { "\($0)" } ?? ""
        var cells = [household, ""]
        cells += usesKish ? design.kishTable(row, of: cluster).persons.map { "\($0)" } : [""]
        cells += visits.map { _ in "" } + [""]
        return .tag(
            "tr",
            [:],
            [.tag("th", ["scope": "row"], text: "\(row + 1)")]
                + cells.map { .tag("td", [:], text: $0) }
        )
    }
}

extension SampleDesign {
    /// The number of the household in row `row` (from 0) of the cluster at `index` among clusters and
    /// reserves, counted from 1 and going round at the end; nil where there is no step to go by.
    package func household(_ row: Int, of index: Int) -> Int? {
        guard let draw, let step = routes[index].step else { return nil }
        let cluster = (draw.clusters + draw.reserves)[index]
        let number = routes[index].start - 1 + row * step
        guard let all = cluster.households.map({ max(1, Int($0)) }) else { return number + 1 }
        return number % all + 1
    }

    /// Kish's table of row `row` (from 0) of a cluster.
    ///
    /// Where the cycle of twelve tables begins moves on by seven from cluster to cluster: seven and twelve
    /// share no divisor, so that the first rows, which are tried most, take all tables in turn.
    package func kishTable(_ row: Int, of cluster: SampleDraw.Cluster) -> KishGrid {
        let number = Int(cluster.code.drop { !$0.isNumber }) ?? 0
        return KishGrid.table(ofHousehold: row + 1 + 7 * number)
    }
}
