import Base
import Markup
import Qualitative
import Survey

extension ReportVersion {
    /// The display of this report; nil where the study knows too little of its places.
    var joint: JointTexts? {
        JointDisplay(knowledge, results).map {
            JointTexts(display: $0, knowledge: knowledge, words: words, language: language)
        }
    }

    /// The chapter of places: gaps first, then the grid, the map, and each place by itself.
    var jointSection: Markup {
        guard let joint else { return .empty }
        let unstudied = joint.display.places.indices.filter { !joint.display.isStudied($0) }
        return section(
            id: "places",
            level: 2,
            heading: words(JointWord.heading),
            [
                paragraph(words(JointWord.lead)),
                gapBox(joint),
                figure(meetingGrid(joint)),
                bulletList(joint.limits.map { .text($0) }),
            ] + tileMaps(joint).map { figure($0) } + [
                section(
                    id: "places-each",
                    level: 3,
                    heading: words(JointWord.byPlace),
                    joint.display.places.indices.filter { joint.display.isStudied($0) }
                        .map { placeSection($0, joint) }
                        + [unstudiedNote(unstudied, joint)]
                )
            ]
        )
    }

    private func gapBox(_ joint: JointTexts) -> Markup {
        let (gaps, unmapped) = (joint.gaps, joint.unmapped)
        // Without a place where both were studied nothing is known of gaps.
        let isKnown = joint.display.places.indices.contains {
            joint.display.hasSources($0) && joint.display.isMapped($0)
        }
        let none = isKnown ? paragraph(words(JointWord.noGaps)) : .empty
        return noteBox(
            gaps.isEmpty ? .note : .warning,
            heading: words(JointWord.gapsHeading),
            [gaps.isEmpty ? none : bulletList(gaps.map { .text($0) })]
                + (unmapped.isEmpty
                    ? []
                    : [
                        paragraph(words(JointWord.unmappedLead)),
                        bulletList(unmapped.map { .text($0) }),
                    ])
        )
    }

    // MARK: - Pictures

    /// The grid of needs by places.
    func meetingGrid(_ joint: JointTexts) -> MeetingGrid {
        let display = joint.display
        return MeetingGrid(
            text: chartText(
                "joint-grid",
                title: words(JointWord.gridTitle),
                note: words(JointWord.gridNote),
                decimals: 0
            ),
            rowHeading: words(JointWord.need),
            columns: display.places.indices.map { joint.placeName($0) },
            rows: display.needs.indices.map { need in
                MeetingGrid.Row(
                    label: joint.needName(need),
                    cells: display.places.indices.map { gridCell(need, $0, joint) }
                )
            },
            legend: .init(
                barrier: [
                    MeetingWord.signNamed, .signNotNamed, .signSaidAbsent, .signNotStudied,
                ].map { words($0) },
                service: [
                    MeetingWord.signProvided, .signPartial, .signNotMentioned, .signServiceAbsent,
                    .signNotMapped,
                ].map { words($0) },
                gap: words(JointWord.legendGap)
            ),
            automaticSummary: ([
                words(
                    JointWord.gridSummary,
                    [
                        "needs": .count(display.needs.count),
                        "places": .count(display.places.count),
                    ]
                ), words(JointWord.gapsHeading) + ":",
            ]
                + (joint.gaps.isEmpty
                    ? [words(JointWord.noGaps)]
                    : [
                        joint.gaps.joined(separator: "; ") + "."
                    ]))
                .joined(separator: " ")
        )
    }

    private func gridCell(_ need: Int, _ place: Int, _ joint: JointTexts) -> MeetingGrid.Cell {
        let display = joint.display
        let barrier = display.named?.findings[need][place]
        let service = display.offered?.cells[need][place]
        let helping = display.helping(need, place).count
        let barrierMark: MeetingGrid.Mark =
            switch barrier?.state {
            case .named: .yes(barrier?.naming.count ?? 0)
            case .notNamed: .silent
            case .saidAbsent: .absent
            case .notStudied, nil: .unknown
            }
        let serviceMark: MeetingGrid.Mark =
            switch service?.state {
            case .provided: .yes(helping)
            case .partial, .planned: .part(helping)
            case .notMentioned: .silent
            case .absent: .absent
            case .notStudied, nil: .unknown
            }
        return MeetingGrid.Cell(
            barrier: barrierMark,
            service: serviceMark,
            isGap: display.meeting(need: need, place: place) == .gap,
            words: joint.cell(need, place)
        )
    }

    /// Maps of the first score and of the first key answer.
    func tileMaps(_ joint: JointTexts) -> [TileMap] {
        let scales = joint.display.attitudes.filter { $0.measure.part == .mean }
        let answers = joint.display.attitudes.filter { $0.measure.part != .mean }
        return [scales.first, answers.first].compactMap { $0 }.enumerated()
            .compactMap { index, attitude in
                tileMap(attitude, joint, id: "joint-map-\(index + 1)")
            }
    }

    /// The map of tiles of a measure; nil where the table of places gives none.
    func tileMap(_ attitude: JointDisplay.Attitude, _ joint: JointTexts, id: String) -> TileMap? {
        let display = joint.display
        let tiles = display.places.indices.compactMap { place -> TileMap.Tile? in
            guard let tile = knowledge.tiles.first(where: { $0.place == display.places[place] })
            else { return nil }
            let gaps = display.needs(.gap, at: place)
            return TileMap.Tile(
                label: joint.placeName(place),
                row: tile.row,
                column: tile.column,
                value: attitude.values[place].map { chartValue($0) } ?? .unavailable,
                detail: joint.gapCount(place),
                isMarked: !gaps.isEmpty
            )
        }
        guard !tiles.isEmpty else { return nil }
        let isShare = attitude.measure.part != .mean
        return TileMap(
            text: chartText(
                id,
                title: words(
                    JointWord.mapTitle,
                    ["label": .text(label(of: attitude.measure))]
                ),
                subtitle: words(JointWord.mapSubtitle),
                decimals: isShare ? 0 : 2
            ),
            unit: isShare ? .percent : .number,
            placeHeading: words(JointWord.place),
            valueHeading: words(JointWord.value),
            detailHeading: words(JointWord.gaps),
            tiles: tiles
        )
    }

    /// What a measure is called: the scale's label, or the question's with its answer.
    func label(of measure: QuoteMeasure) -> String {
        switch measure.source {
        case .scale(let scale), .item(let scale, _):
            return results.scales[scale].declaration.label.text(in: language)
        case .question(let question):
            let label = results.questions[question].label.text(in: language)
            guard case .answers(let set) = measure.part, let first = set.first,
                let answer = results.answers(of: measure.source)?[first]
            else { return label }
            return "\(label) \u{2013} \(answer.text(in: language))"
        }
    }

    // MARK: - Each place

    private func placeSection(_ place: Int, _ joint: JointTexts) -> Markup {
        let id = "place-\(anchor(joint.display.places[place]))"
        return section(
            id: id,
            level: 4,
            heading: joint.placeName(place),
            [
                factList(
                    attitudeFacts(place, joint) + contextFacts(of: joint.display.places[place])
                ),
                table(needTable(place, joint), id: "\(id)-t"),
            ]
        )
    }

    /// What people of a place think, each number with its interval, n and possible ranks.
    func attitudeFacts(_ place: Int, _ joint: JointTexts) -> [(term: String, text: String)] {
        joint.display.attitudes.compactMap { attitude in
            guard let released = attitude.values[place] else { return nil }
            return (label(of: attitude.measure), text(released, attitude, place))
        }
    }

    private func text(
        _ released: Released,
        _ attitude: JointDisplay.Attitude,
        _ place: Int
    ) -> String {
        guard let estimate = released.estimate, estimate.value.isFinite else { return "[c]" }
        let isShare = attitude.measure.part != .mean
        let style = numbers.with(decimals: isShare ? 0 : 2)
        var value = isShare ? style.percent(estimate.value) : style.text(estimate.value)
        if case .bracketed = released { value = "(\(value))" }
        var parts = [value, detail(estimate, style, scale: isShare ? 100 : 1)]
        if let ranks = attitude.ranks[place] {
            let written =
                ranks.count == 1
                ? count(ranks.lowerBound)
                : words.language.range(count(ranks.lowerBound), count(ranks.upperBound))
            parts.append(
                words(
                    JointWord.rank,
                    ["ranks": .text(written), "n": .count(attitude.ranked)]
                )
            )
        }
        return parts.joined(separator: "; ")
    }

    /// Needs by what is named, what is offered and how the two meet.
    func needTable(_ place: Int, _ joint: JointTexts) -> DisplayTable {
        DisplayTable(
            caption: words(
                JointWord.gapsOf,
                [
                    "place": .text(joint.placeName(place)),
                    "needs": .text(words(JointWord.gridTitle)),
                ]
            ),
            rowHeading: words(JointWord.need),
            columns: [MeetingWord.barrier, .service, .meeting].map {
                .init(words($0), isText: true)
            },
            rows: joint.display.needs.indices.map { need in
                let meeting = joint.display.meeting(need: need, place: place)
                return DisplayTable.Row(
                    joint.needName(need),
                    [
                        .text(joint.barrier(need, place)), .text(joint.service(need, place)),
                        .text(joint.meeting(need, place)),
                    ],
                    kind: meeting == .gap ? .total : .plain
                )
            }
        )
    }

    private func unstudiedNote(_ places: [Int], _ joint: JointTexts) -> Markup {
        guard !places.isEmpty else { return .empty }
        let names = places.map { joint.placeName($0) }
        return .group([
            paragraph(
                words(
                    JointWord.placesAlone,
                    ["places": .text(words.language.list(names))]
                ) + "."
            ),
            paragraph(words(JointWord.attitudesOnly)),
        ])
    }
}
