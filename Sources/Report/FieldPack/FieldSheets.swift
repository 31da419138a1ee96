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
            let name = "\(cluster.code) \(place(of: cluster, Words(first)))"
            return Markup.tag("li", [:], [.tag("a", ["href": "#c\(cluster.code)"], text: name)])
        }
        let body: [Markup] = [
            .tag(
                "header",
                ["class": "screen"],
                [
                    design.isSynthetic ? mark(Words(first)) : .empty,
                    .tag("h1", [:], text: title),
                    .tag(
                        "nav",
                        ["aria-label": Words(first)(FieldWord.contents)],
                        [.tag("ol", [:], links)]
                    ),
                ]
            ),
            .tag("main", [:], all.enumerated().map { sheet($1, at: $0) }),
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

    private func sheet(_ cluster: SampleDraw.Cluster, at index: Int) -> Markup {
        let language = language(of: cluster)
        let words = Words(language)
        let route = design.routes[index]
        let contacts = ContactTable(
            design: design,
            cluster: cluster,
            index: index,
            words: words,
            place: place(of: cluster, words)
        )
        return .tag(
            "section",
            [
                "class": "sheet \(contacts.room)", "id": "c\(cluster.code)",
                "lang": language.rawValue,
            ],
            [
                heading(cluster, isReserve: index >= draw.clusters.count, words),
                facts(cluster, route, words),
                .tag("h3", [:], text: words(FieldWord.instructions)),
                .tag(
                    "ol",
                    ["class": "steps"],
                    instructions(cluster, words).map { .tag("li", [:], text: $0) }
                ),
                .tag("h3", ["class": "over"], text: words(FieldWord.contacts)), contacts.markup(),
                codes(words),
                .tag("p", ["class": "small"], text: words(FieldWord.voluntary)),
            ]
        )
    }

    private func mark(_ words: Words) -> Markup {
        .tag("strong", ["class": "mark"], text: words(Page.Warning.synthetic))
    }

    private func place(of cluster: SampleDraw.Cluster, _ words: Words) -> String {
        let name = design.frame.units[cluster.unit].name
        guard cluster.parts > 1 else { return name }
        return "\(name), "
            + words(
                FieldWord.part,
                ["i": .count(cluster.part), "k": .count(cluster.parts)]
            )
    }

    private func heading(
        _ cluster: SampleDraw.Cluster,
        isReserve: Bool,
        _ words: Words
    ) -> Markup {
        let code = words.language.rawValue
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
            .tag(
                "p",
                ["class": "study"],
                [
                    design.isSynthetic ? mark(words) : .empty,
                    .text(design.title.text(in: code)),
                ]
            ),
            .tag(
                "h2",
                [:],
                text: "\(words(FieldWord.cluster)) \(cluster.code): \(place(of: cluster, words))"
            ),
            isReserve ? .tag("p", ["class": "only"], text: words(FieldWord.reserveOnly)) : .empty,
            .tag(
                "dl",
                ["class": "where"],
                [
                    line(.region, design.name(of: design.frame.units[cluster.unit].key, in: code)),
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
        let facts = [
            (words(FieldWord.toMake), numbers.text(Double(cluster.interviews))),
            (words(FieldWord.toTry), numbers.text(Double(route.households))),
            (
                words(FieldWord.step),
                route.step.map { words(FieldWord.stepValue, ["n": .count($0)]) } ?? "–"
            ), (words(FieldWord.start), start(of: route, in: cluster, words)),
        ]
        return .tag(
            "dl",
            ["class": "facts"],
            facts.map { fact in
                .tag("div", [:], [.tag("dt", [:], text: fact.0), .tag("dd", [:], text: fact.1)])
            }
        )
    }

    /// Where the route begins; in a large place also how far along, since nobody counts to 26,297.
    private func start(
        of route: RoutePlan,
        in cluster: SampleDraw.Cluster,
        _ words: Words
    ) -> String {
        guard let all = cluster.households.map({ max(1, Int($0)) }) else {
            return words(FieldWord.startUnknown, ["start": .count(route.start)])
        }
        let isFar = all >= 200 && route.start > 20
        let share = Double(route.start - 1) / Double(all)
        return words(
            isFar ? FieldWord.startShare : .startValue,
            [
                "start": .count(route.start), "all": .count(all),
                "share": .text(words.language.numbers.percent(share)),
            ]
        )
    }

    private func instructions(_ cluster: SampleDraw.Cluster, _ words: Words) -> [String] {
        let selection: FieldWord =
            switch design.declaration.selection {
            case .kish: .kish
            case .nextBirthday: .nextBirthday
            case .random: .random
            }
        let reserves = draw.reserves
            .filter { $0.stratum == cluster.stratum && $0.code != cluster.code }.map(\.code)
        let last =
            reserves.isEmpty
            ? words(FieldWord.noReserve)
            : words(FieldWord.noCluster, ["codes": .text(reserves.joined(separator: ", "))])
        let start =
            words(FieldWord.findStart)
            + (cluster.parts > 1 ? " " + words(FieldWord.findStartPart) : "")
        return [
            start, words(FieldWord.walk), words(selection, ["age": design.age]),
            words(FieldWord.visits), words(FieldWord.noReplacement), last,
        ]
    }

    private func codes(_ words: Words) -> Markup {
        let codes = DispositionWord.allCases.map { disposition in
            "\(disposition.code)\u{A0}\(words(disposition, ["age": design.age]))"
        }
        return .tag(
            "p",
            ["class": "codes"],
            [
                .tag("strong", [:], text: words(FieldWord.codes) + ": "),
                .text(codes.joined(separator: "; ")),
            ]
        )
    }
}

extension SampleDesign {
    /// The age from which people are asked, as it stands in texts.
    package var age: Words.Value { .text("\(declaration.ageFrom)") }
}
