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

    /// The brief of a place as a page to be printed on one sheet of A4.
    package func html(of place: String, in language: Language) -> [UInt8] {
        let version = document.version(language)
        guard let joint = version.joint,
            let position = joint.display.places.firstIndex(of: place)
        else { return [] }
        return PlaceBrief(version: version, joint: joint, place: position).page().html()
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

    func page() -> Page {
        let title = study.title.text(in: version.language)
        var warnings: [Page.Warning] = []
        if study.isSynthetic { warnings.append(.synthetic) }
        if !version.results.sample.isProbabilitySample { warnings.append(.notProbabilitySample) }
        return Page(
            title: joint.placeName(place),
            subtitle: [title, study.report.date].filter { !$0.isEmpty }.joined(separator: ", "),
            words: words,
            warnings: warnings,
            body: [attitudes, needs, recommendations, limits],
            footer: [paragraph(words(BriefWord.footer))],
            styles: [Self.style]
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
                        rows: rows
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
        let order = JointDisplay.Meeting.allCases
        let rows = order.flatMap { meeting -> [DisplayTable.Row] in
            joint.display.needs(meeting, at: place).map { need in
                DisplayTable.Row(
                    joint.needName(need),
                    [
                        .text(joint.meeting(need, place)), .text(joint.barrier(need, place)),
                        .text(joint.service(need, place, most: 2)),
                    ],
                    kind: meeting == .gap ? .total : .plain
                )
            }
        }
        return section(
            id: "needs",
            level: 2,
            heading: words(BriefWord.needs),
            [
                table(
                    DisplayTable(
                        caption: words(JointWord.gridTitle),
                        rowHeading: words(JointWord.need),
                        columns: [MeetingWord.meeting, .barrier, .service].map {
                            .init(words($0), isText: true)
                        },
                        rows: rows
                    ),
                    id: "need-table"
                )
            ]
        )
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
                        return .group([
                            .text(entry.text.text(in: version.language) + " "),
                            .tag("em", [:], text: actors.joined(separator: "; ")),
                        ])
                    }
                )
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

    /// One sheet of A4: small type, no list of contents.
    private static let style: StaticString = """
        nav.contents{display:none}
        @media print{
        @page{size:A4;margin:11mm 12mm}
        html{font-size:7.6pt}
        main,body{line-height:1.25}
        header.title h1{font-size:17pt;margin:0}
        header.title p,h2,p,ul{margin:.25em 0}
        h2{font-size:10.5pt;border:0;padding:0}
        table{font-size:7.4pt}
        caption{display:none}
        td,th{padding:1.2pt 4pt}
        section,.table{margin:0}
        li{margin:.1em 0}
        }

        """
}
