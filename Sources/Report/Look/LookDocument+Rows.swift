import Markup
import Survey

extension LookDocument {
    // MARK: - Duplicates

    /// Rows that stand in the data more than once, or nearly so.
    var duplicateSection: Markup {
        part(
            "duplicates",
            .duplicates,
            [
                paragraph(words(LookRowWord.allCompared)),
                sameIDPart, identicalPart, matchPart,
            ]
        )
    }

    private var sameIDPart: Markup {
        let same = look.duplicates.sameID
        guard let name = look.duplicates.idName else {
            return notLooked(
                words(LookRowWord.noID),
                "data: {id: COLUMN}"
            )
        }
        guard !same.isEmpty else {
            return paragraph(words(LookRowWord.idsDiffer, ["name": .text(name)]))
        }
        return table(
            DisplayTable(
                caption: words(LookRowWord.sameID, ["name": .text(name)]),
                rowHeading: words(LookRowWord.id),
                columns: [
                    .init(words(LookWord.rowsHeading)),
                    .init(words(LookWord.lines), isText: true),
                ],
                rows: same.prefix(LookRows.most).map { item in
                    DisplayTable.Row(
                        item.id,
                        [.number(count(item.rows.count)), .text(lines(of: item.rows))]
                    )
                },
                notes: more(same.count)
            ),
            id: "same-id"
        )
    }

    private var identicalPart: Markup {
        let groups = look.duplicates.identical
        let questions = ["n": Words.Value.count(look.duplicates.questions)]
        guard !groups.isEmpty else {
            return paragraph(words(LookRowWord.noneAlike, questions))
        }
        return table(
            DisplayTable(
                caption: words(LookRowWord.sameAnswers, questions),
                rowHeading: words(LookWord.linesAndIds),
                columns: [.init(words(LookWord.rowsHeading))],
                rows: groups.prefix(LookRows.most).map { rows in
                    DisplayTable.Row(
                        rows.prefix(LookRows.most).map { text(of: $0) }.joined(separator: "; "),
                        [.number(count(rows.count))]
                    )
                },
                notes: more(groups.count)
            ),
            id: "same-answers"
        )
    }

    private var matchPart: Markup {
        guard let match = look.duplicates.match else {
            return paragraph(
                look.rowsRead > RowMatching.mostRows
                    ? words(
                        LookRowWord.tooManyRows,
                        ["n": .count(look.rowsRead), "most": .count(RowMatching.mostRows)]
                    )
                    : words(
                        LookRowWord.tooFewQuestions,
                        ["n": .count(RowMatching.leastQuestions)]
                    )
            )
        }
        return .group([
            match.rows > 1 ? figure(highestChart(match)) : .empty,
            match.pairs.isEmpty
                ? paragraph(words(LookRowWord.noPairs))
                : pairTable(match),
        ])
    }

    private func highestChart(_ match: LookDuplicates.Match) -> Columns {
        Columns(
            text: chartText(
                "highest-match",
                title: words(LookRowWord.nearest),
                subtitle: words(
                    LookRowWord.nearestSubtitle,
                    ["n": .count(look.duplicates.questions)]
                ),
                note: words(LookRowWord.nearestNote, ["n": .count(match.rows)])
            ),
            unit: .number,
            columns: match.highest.enumerated().map { index, n in
                let ends = [index, index + 1].map { numbers.percent(Double($0) / 20) }
                return Columns.Column(
                    words.language.range(ends[0], ends[1]),
                    .value(Double(n))
                )
            },
            scale: .numbers(lower: 0, upper: 100, median: nil)
        )
    }

    private func pairTable(_ match: LookDuplicates.Match) -> Markup {
        table(
            DisplayTable(
                caption: words(LookRowWord.pairs),
                rowHeading: words(LookWord.lineAndId),
                columns: [
                    .init(words(LookWord.lineAndId), isText: true),
                    .init(words(LookRowWord.equal)),
                ],
                rows: match.pairs.map { pair in
                    DisplayTable.Row(
                        text(of: pair.first),
                        [
                            .text(text(of: pair.second)),
                            .number(numbers.with(decimals: 1).percent(pair.share)),
                        ]
                    )
                },
                notes: match.pairCount > match.pairs.count
                    ? [
                        words(
                            LookRowWord.closestPairs,
                            ["n": .count(match.pairs.count), "all": .count(match.pairCount)]
                        )
                    ] : []
            ),
            id: "near-pairs"
        )
    }

    private func lines(of rows: [LookRow]) -> String {
        let shown = rows.prefix(LookRows.most).map { row in
            row.isLeftOut
                ? words(LookRowWord.leftOutMark, ["line": .text(String(row.line))])
                : String(row.line)
        }
        return shown.joined(separator: ", ") + (rows.count > shown.count ? ", …" : "")
    }

    private func more(_ all: Int) -> [String] {
        all > LookRows.most
            ? [words(LookRowWord.andMore, ["n": .count(all - LookRows.most)])] : []
    }

    // MARK: - Durations

    /// How long interviews took.
    var durationSection: Markup {
        guard let durations = look.durations else {
            return part(
                "durations",
                .durations,
                [
                    notLooked(
                        words(LookRowWord.noTimes),
                        "fieldwork: {start: COLUMN, end: COLUMN}"
                    )
                ]
            )
        }
        let summary = durations.summary
        let middle = words.language.range(
            minutes(summary.lowerQuartile),
            minutes(summary.upperQuartile)
        )
        return part(
            "durations",
            .durations,
            [
                keyFigures([
                    KeyFigure(
                        value: minutes(summary.median),
                        label: words(LookRowWord.medianMinutes),
                        detail: words(
                            LookRowWord.halfFrom,
                            ["n": .count(summary.n), "range": .text(middle)]
                        )
                    ),
                    KeyFigure(
                        value: numbers.percent(durations.underHalf.share ?? 0),
                        label: words(LookRowWord.underHalf),
                        detail: words(
                            LookRowWord.interviews,
                            ["n": .count(durations.underHalf.n)]
                        )
                    ),
                ]),
                durationFigure(durations), extremes(durations),
                durations.backwards.count == 0
                    ? .empty
                    : paragraph(
                        words(
                            LookRowWord.backwards,
                            ["lines": .text(text(of: durations.backwards))]
                        )
                    ),
            ]
        )
    }

    private func minutes(_ number: Double) -> String {
        numbers.with(decimals: number < 10 ? 1 : 0).text(number)
    }

    private func durationFigure(_ durations: LookDurations) -> Markup {
        guard let histogram = durations.histogram else { return .empty }
        let beyond =
            histogram.beyond == 0
            ? ""
            : words(LookRowWord.longer, ["n": .count(histogram.beyond)])
        return figure(
            Columns(
                text: chartText(
                    "duration-chart",
                    title: words(LookRowWord.howLong),
                    subtitle: words(LookRowWord.byMinutes),
                    note: beyond
                ),
                unit: .number,
                columns: columns(histogram),
                scale: .numbers(
                    lower: histogram.lower,
                    upper: histogram.upper,
                    median: durations.summary.median
                )
            )
        )
    }

    private func extremes(_ durations: LookDurations) -> Markup {
        func rows(_ timed: [LookDurations.Timed]) -> [DisplayTable.Row] {
            timed.map { DisplayTable.Row(text(of: $0.row), [.number(minutes($0.minutes))]) }
        }
        return table(
            DisplayTable(
                caption: words(LookRowWord.extremes),
                rowHeading: words(LookWord.lineAndId),
                columns: [.init(words(LookRowWord.minutes))],
                rows: [.block(words(LookRowWord.fastest))] + rows(durations.fastest)
                    + [.block(words(LookRowWord.slowest))]
                    + rows(durations.slowest)
            ),
            id: "duration-extremes"
        )
    }
}
