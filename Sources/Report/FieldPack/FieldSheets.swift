import Base
import Markup
import Survey

/// The sheets that interviewers carry: one for each cluster, in the language spoken there, to be printed
/// on A4 and written on.
package struct FieldSheets {
    let design: SampleDesign
    let draw: SampleDraw

    /// The sheets of a draw; nil where nothing was drawn.
    package init?(_ design: SampleDesign) {
        guard let draw = design.draw else { return nil }
        self.design = design
        self.draw = draw
    }

    /// The languages that Ashar writes among those of the study; English where there are none.
    private var languages: [Language] {
        let written = design.languages.compactMap { Language(code: $0) }
        return written.isEmpty ? [.en] : written
    }

    /// The page as UTF-8; the same draw always gives the same bytes.
    package func html() -> [UInt8] {
        let first = languages[0]
        let title = Words(first)(
            FieldWord.title,
            ["study": .text(design.title.text(in: first.rawValue))]
        )
        let all = draw.clusters + draw.reserves
        let links = all.map { cluster in
            Markup.tag(
                "li",
                [:],
                [
                    .tag(
                        "a",
                        ["href": "#c\(cluster.code)"],
                        text: "\(cluster.code) \(design.frame.units[cluster.unit].name)"
                    )
                ]
            )
        }
        let body: [Markup] = [
            .tag(
                "header",
                ["class": "screen"],
                [
                    .tag("h1", [:], text: title),
                    .tag(
                        "nav",
                        ["aria-label": Words(first)(FieldWord.contents)],
                        [.tag("ol", [:], links)]
                    ),
                ]
            ),
            .tag("main", [:], all.enumerated().map { sheet($1, route: design.routes[$0]) }),
        ]
        let head = Markup.tag(
            "head",
            [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag(
                    "meta",
                    ["name": "viewport", "content": "width=device-width, initial-scale=1"]
                ),
                .tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; font-src data:",
                    ]
                ),
                .tag("title", [:], text: title), .style([FieldStyle.sheet]),
            ]
        )
        return Array("<!DOCTYPE html>\n".utf8)
            + Markup.tag("html", ["lang": first.rawValue], [head, .tag("body", [:], body)]).html()
            + [UInt8(ascii: "\n")]
    }

    private func language(of cluster: SampleDraw.Cluster) -> Language {
        let code = design.frame.units[cluster.unit].language
        return code.flatMap { Language(code: $0) } ?? languages[0]
    }

    // MARK: - One sheet

    private func sheet(_ cluster: SampleDraw.Cluster, route: RoutePlan) -> Markup {
        let language = language(of: cluster)
        let words = Words(language)
        return .tag(
            "section",
            ["class": "sheet", "id": "c\(cluster.code)", "lang": language.rawValue],
            [
                heading(cluster, words), facts(cluster, route, words),
                .tag("h3", [:], text: words(FieldWord.instructions)),
                .tag(
                    "ol",
                    ["class": "steps"],
                    instructions(cluster, words).map { .tag("li", [:], text: $0) }
                ),
                design.declaration.selection == .kish ? grid(cluster, words) : .empty,
                .tag("h3", [:], text: words(FieldWord.contacts)), contacts(cluster, route, words),
                codes(words), .tag("p", ["class": "small"], text: words(FieldWord.voluntary)),
            ]
        )
    }

    private func heading(_ cluster: SampleDraw.Cluster, _ words: Words) -> Markup {
        let code = words.language.rawValue
        let unit = design.frame.units[cluster.unit]
        let place =
            cluster.parts > 1
            ? unit.name + ", "
                + words(
                    FieldWord.part,
                    ["i": .count(cluster.part), "k": .count(cluster.parts)]
                ) : unit.name
        func line(_ word: FieldWord, _ text: String) -> Markup {
            .tag(
                "div",
                [:],
                [
                    .tag("dt", [:], text: words(word)),
                    .tag("dd", ["class": text.isEmpty ? "blank" : nil], text: text),
                ]
            )
        }
        return .group([
            design.isSynthetic
                ? .tag("p", ["class": "mark"], text: words(Page.Warning.synthetic)) : .empty,
            .tag("p", ["class": "study"], text: design.title.text(in: code)),
            .tag("h2", [:], text: "\(words(FieldWord.cluster)) \(cluster.code)"),
            .tag(
                "dl",
                ["class": "where"],
                [
                    line(.place, place), line(.region, design.name(of: unit.key, in: code)),
                    line(.interviewer, ""), line(.supervisor, ""), line(.dates, ""),
                ]
            ),
        ])
    }

    private func facts(
        _ cluster: SampleDraw.Cluster,
        _ route: RoutePlan,
        _ words: Words
    ) -> Markup {
        let numbers = words.language.numbers
        let start =
            cluster.households.map {
                words(
                    FieldWord.startValue,
                    ["start": .count(route.start), "all": .text(numbers.text($0.rounded(.down)))]
                )
            } ?? words(FieldWord.startUnknown, ["start": .count(route.start)])
        let facts = [
            (words(FieldWord.toMake), numbers.text(Double(cluster.interviews))),
            (words(FieldWord.toTry), numbers.text(Double(route.households))),
            (
                words(FieldWord.step),
                route.step.map { words(FieldWord.stepValue, ["n": .count($0)]) } ?? "–"
            ), (words(FieldWord.start), start),
        ]
        return .tag(
            "dl",
            ["class": "facts"],
            facts.map { fact in
                .tag("div", [:], [.tag("dt", [:], text: fact.0), .tag("dd", [:], text: fact.1)])
            }
        )
    }

    private func instructions(_ cluster: SampleDraw.Cluster, _ words: Words) -> [String] {
        let selection: FieldWord =
            switch design.declaration.selection {
            case .kish: .kish
            case .nextBirthday: .nextBirthday
            case .random: .random
            }
        let reserves = draw.reserves.filter { $0.stratum == cluster.stratum }.map(\.code)
        let last =
            reserves.isEmpty
            ? words(FieldWord.noReserve)
            : words(FieldWord.noCluster, ["codes": .text(reserves.joined(separator: ", "))])
        let start =
            words(FieldWord.findStart)
            + (cluster.parts > 1 ? " " + words(FieldWord.findStartPart) : "")
        return [
            start, words(FieldWord.walk), words(selection), words(FieldWord.visits),
            words(FieldWord.noReplacement), last,
        ]
    }

    // MARK: - Tables

    /// Whom to ask, by letter and number of people.
    private func grid(_ cluster: SampleDraw.Cluster, _ words: Words) -> Markup {
        let sizes = (1...5).map { "\($0)" } + [words(FieldWord.sixOrMore)]
        let head = Markup.tag(
            "tr",
            [:],
            [.tag("th", ["scope": "col"], text: words(FieldWord.table))]
                + sizes.map { .tag("th", ["scope": "col"], text: $0) }
        )
        let rows = KishGrid.allCases.map { table in
            Markup.tag(
                "tr",
                [:],
                [.tag("th", ["scope": "row"], text: table.rawValue)]
                    + table.persons.map { .tag("td", [:], text: "\($0)") }
            )
        }
        return .tag(
            "table",
            ["class": "grid"],
            [
                .tag(
                    "caption",
                    [:],
                    text: "\(words(FieldWord.grid)): \(words(FieldWord.persons)) →"
                ), .tag("thead", [:], [head]), .tag("tbody", [:], rows),
            ]
        )
    }

    /// One row a household that is tried.
    private func contacts(
        _ cluster: SampleDraw.Cluster,
        _ route: RoutePlan,
        _ words: Words
    ) -> Markup {
        let usesKish = design.declaration.selection == .kish
        var heads = [words(FieldWord.row), words(FieldWord.household), words(FieldWord.address)]
        heads.append(words(FieldWord.adults))
        if usesKish { heads += [words(FieldWord.table), words(FieldWord.person)] }
        heads += (1...3).map { words(FieldWord.visit, ["i": .count($0)]) }
        heads.append(words(FieldWord.result))
        let rows = (0..<route.households).map { index -> Markup in
            var cells = ["\(index + 1)", household(index, cluster, route), "", ""]
            if usesKish {
                cells += [KishGrid.table(ofHousehold: index + 1).rawValue, ""]
            }
            cells += ["", "", "", ""]
            return .tag(
                "tr",
                [:],
                cells.enumerated().map { position, text in
                    position == 0
                        ? .tag("th", ["scope": "row"], text: text) : .tag("td", [:], text: text)
                }
            )
        }
        return .tag(
            "table",
            ["class": "contacts"],
            [
                .tag(
                    "thead",
                    [:],
                    [.tag("tr", [:], heads.map { .tag("th", ["scope": "col"], text: $0) })]
                ), .tag("tbody", [:], rows),
            ]
        )
    }

    /// The number of the household, going round at the end of the cluster.
    private func household(
        _ index: Int,
        _ cluster: SampleDraw.Cluster,
        _ route: RoutePlan
    ) -> String {
        guard let step = route.step else { return "" }
        let number = route.start - 1 + index * step
        guard let all = cluster.households.map({ max(1, Int($0)) }) else { return "\(number + 1)" }
        return "\(number % all + 1)"
    }

    private func codes(_ words: Words) -> Markup {
        .tag(
            "p",
            ["class": "codes"],
            [.tag("strong", [:], text: words(FieldWord.codes) + ": ")]
                + [
                    .text(
                        DispositionWord.allCases.map { "\($0.code)\u{A0}\(words($0))" }
                            .joined(separator: "; ")
                    )
                ]
        )
    }
}
