import Base
import Markup
import Qualitative
import Survey

/// One page a place for those who decide there: what is thought, named, offered and missing.
package struct PlaceBriefs {
    let document: ReportDocument

    /// The briefs of a report's places.
    package init(_ document: ReportDocument) {
        self.document = document
    }

    /// The codes of the places that have a brief, in the order of their table; none where the study
    /// knows too little of its places.
    package var places: [String] {
        JointDisplay(document.knowledge, document.results)?.places ?? []
    }

    /// The languages of the briefs: those of the report.
    package var languages: [Language] { document.languages }

    /// The type of a brief, the largest first: one that needs more than a sheet is printed smaller.
    package enum Size: CaseIterable, Sendable {
        case regular
        case small
        case smallest

        fileprivate var style: StaticString {
            switch self {
            case .regular: "@media print{html{font-size:8.6pt}}"
            case .small: "@media print{html{font-size:7.6pt}}"
            case .smallest: "@media print{html{font-size:6.6pt}}"
            }
        }
    }

    /// The brief of a place as a page to be printed on one sheet of A4.
    package func html(of place: String, in language: Language, size: Size) -> [UInt8] {
        let version = document.version(language)
        guard let joint = version.joint,
            let position = joint.display.places.firstIndex(of: place)
        else { return [] }
        return PlaceBrief(version: version, joint: joint, place: position)
            .page(style: size.style).html()
    }
}

/// The brief of one place in one language.
struct PlaceBrief {
    let version: ReportVersion
    let joint: JointTexts
    let place: Int

    /// More than these would not fit on the sheet; the report has them all.
    private static let mostAttitudes = 6
    private static let mostRecommendations = 3

    private var words: Words { version.words }
    private var study: Study { version.study }

    func page(style size: StaticString) -> Page {
        let title = study.title.text(in: version.language)
        var warnings: [Page.Warning] = []
        if study.isSynthetic { warnings.append(.synthetic) }
        if !version.results.sample.isProbabilitySample { warnings.append(.notProbabilitySample) }
        return Page(
            title: joint.placeName(place),
            subtitle: [title, study.report.date].filter { !$0.isEmpty }.joined(separator: ", "),
            words: words,
            warnings: warnings,
            body: [
                .tag(
                    "div",
                    ["class": "brief"],
                    [
                        .tag("div", [:], [needs]),
                        .tag("div", [:], [attitudes, recommendations, limits]),
                    ]
                )
            ],
            footer: [paragraph(words(BriefWord.footer))],
            styles: [Self.style, size]
        )
    }

    // MARK: - Parts

    private var attitudes: Markup {
        let shown = joint.display.attitudes.prefix(Self.mostAttitudes)
        let rows = shown.compactMap { attitude -> DisplayTable.Row? in
            guard let here = attitude.values[place],
                let whole = version.results.spread(of: attitude.measure)?.whole
            else { return nil }
            let isShare = attitude.measure.part != .mean
            return DisplayTable.Row(
                version.label(of: attitude.measure),
                [
                    isShare ? version.shareCell(here) : version.meanCell(here),
                    isShare ? version.shareCell(whole) : version.meanCell(whole),
                    .text(ranks(attitude)),
                ]
            )
        }
        guard !rows.isEmpty else { return .empty }
        let isBracketed = shown.contains {
            if case .bracketed = $0.values[place] { true } else { false }
        }
        return section(
            id: "attitudes",
            level: 2,
            heading: words(JointWord.attitudesHere),
            [
                table(
                    DisplayTable(
                        caption: words(BriefWord.attitudes),
                        rowHeading: words(BriefWord.measure),
                        columns: [
                            .init(words(BriefWord.here)), .init(words(BriefWord.everywhere)),
                            .init(words(RankWord.ranksAllowed), isText: true),
                        ],
                        rows: rows,
                        notes: isBracketed ? [words(ChartWord.bracketNote)] : []
                    ),
                    id: "attitude-table"
                )
            ]
        )
    }

    private func ranks(_ attitude: JointDisplay.Attitude) -> String {
        guard let ranks = attitude.ranks[place] else { return "" }
        let written = words.language.range(
            version.count(ranks.lowerBound),
            version.count(ranks.upperBound)
        )
        return words(
            BriefWord.ranks,
            [
                "ranks": .text(
                    ranks.count == 1 ? version.count(ranks.lowerBound) : written
                ),
                "n": .count(attitude.ranked),
            ]
        )
    }

    /// Needs by how they meet with help: gaps first.
    private var needs: Markup {
        guard joint.display.isStudied(place) else {
            return noteBox(
                .warning,
                heading: words(JointWord.notStudied),
                [paragraph(words(JointWord.attitudesOnly))]
            )
        }
        return section(
            id: "needs",
            level: 2,
            heading: words(BriefWord.needs),
            JointDisplay.Meeting.allCases.flatMap { meeting -> [Markup] in
                let needs = joint.display.needs(meeting, at: place)
                guard let first = needs.first else { return [] }
                return [
                    .tag(
                        "h3",
                        ["class": meeting == .gap ? "gap" : nil],
                        text: joint.meeting(first, place)
                    ),
                    bulletList(needs.map { need(joint.needName($0), $0) }),
                ]
            }
        )
    }

    /// A need with what is named and who helps.
    private func need(_ name: String, _ need: Int) -> Markup {
        let text =
            joint.barrier(need, place) + "; "
            + joint.service(need, place, most: 2, isShort: true)
        return .group([.tag("strong", [:], text: name), .text(": \(text)")])
    }

    /// The recommendations that name the place, or no place at all.
    private var recommendations: Markup {
        let here = joint.display.places[place]
        let entries = (version.knowledge.register?.recommendations ?? []).filter { entry in
            entry.places.isEmpty
                || entry.places.contains {
                    version.knowledge.places.contains($0, within: here)
                }
        }
        // Those for the fewest places say most about this one.
        let shown = entries.enumerated().sorted {
            (Self.reach($0.element), $0.offset) < (Self.reach($1.element), $1.offset)
        }
        .prefix(Self.mostRecommendations).map(\.element)
        guard !shown.isEmpty else { return .empty }
        let others = entries.count - shown.count
        return section(
            id: "recommendations",
            level: 2,
            heading: words(RecommendationWord.heading),
            [
                bulletList(
                    shown.map { entry in
                        let actors = entry.actors.map {
                            version.knowledge.actors?.actor($0)?.name.text(in: version.language)
                                ?? $0
                        }
                        let rest = actors.count - min(2, actors.count)
                        let whom =
                            actors.prefix(2).joined(separator: "; ")
                            + (rest > 0 ? words(BriefWord.more, ["n": .count(rest)]) : "")
                        return .group([
                            .text(entry.text.text(in: version.language) + " "),
                            .tag("em", [:], text: whom),
                        ])
                    }
                ),
                others == 0
                    ? .empty
                    : paragraph(words(BriefWord.moreRecommendations, ["n": .count(others)])),
            ]
        )
    }

    private static func reach(_ entry: Register.Recommendation) -> Int {
        entry.places.isEmpty ? .max : entry.places.count
    }

    /// What the sheet cannot say.
    private var limits: Markup {
        section(
            id: "limits",
            level: 2,
            heading: words(BriefWord.cannotSay),
            [paragraph(joint.sourceLimits(at: place).joined(separator: " "))]
        )
    }

    /// One sheet of A4 in two columns, in small type, without a list of contents.
    private static let style: StaticString = """
        nav.contents{display:none}
        h3.gap{border-left:.5em solid #d97c15;padding-left:.5em}
        .brief ul{margin:.2em 0 .6em;padding-left:1.2em}
        @media print{
        @page{size:A4;margin:10mm 12mm 12mm}
        body,main{line-height:1.25}
        header.title{margin:0 0 2mm;padding:0}
        header.title h1{font-size:17pt;margin:0}
        .brief{display:grid;grid-template-columns:54% 43%;column-gap:3%}
        .brief section,.brief .table{margin:0;padding:0}
        .brief h2{font-size:1.35em;border:0;margin:0 0 1.5mm;padding:0}
        .brief h3{font-size:1.1em;margin:1.5mm 0 .5mm}
        .brief p{margin:.3em 0}
        .brief ul{margin:0 0 1mm;padding-left:1.4em}
        .brief li{margin:0 0 .25em}
        .brief section+section{margin-top:4mm}
        .brief table{font-size:.95em;width:100%}
        .brief caption{display:none}
        .brief td,.brief th{padding:1.2pt 3pt}
        footer{margin-top:2mm;padding-top:1mm}
        }

        """
}
