import Markup
import Survey

extension LookDocument {
    // MARK: - Duplicates

    /// Rows that stand in the data more than once, or nearly so.
    var duplicateSection: Markup {
        section(
            id: "duplicates",
            level: 2,
            heading: "Duplicates",
            [
                paragraph("All rows of the file are compared, those that are left out too."),
                sameIDPart, identicalPart, matchPart,
            ]
        )
    }

    private var sameIDPart: Markup {
        let same = look.duplicates.sameID
        guard let name = look.duplicates.idName else {
            return notLooked(
                "No column names a response, so ids were not compared.",
                "data: {id: COLUMN}"
            )
        }
        guard !same.isEmpty else { return paragraph("No \(name) stands in the data twice.") }
        return table(
            DisplayTable(
                caption: "Rows with the same \(name)",
                rowHeading: "Id",
                columns: [.init("Rows"), .init("Lines", isText: true)],
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
        let questions = counted(look.duplicates.questions, "question")
        guard !groups.isEmpty else {
            return paragraph("No two rows have the same answers to all \(questions).")
        }
        return table(
            DisplayTable(
                caption: "Rows with the same answers to all \(questions)",
                rowHeading: "Lines (and ids)",
                columns: [.init("Rows")],
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
                    ? "Rows were not compared pair by pair: with \(count(look.rowsRead)) rows there are too "
                        + "many pairs (the most is \(count(RowMatching.mostRows)) rows)."
                    : "Rows were not compared pair by pair: that takes at least "
                        + "\(RowMatching.leastQuestions) questions without free text."
            )
        }
        let chart = Columns(
            text: chartText(
                "highest-match",
                title: "How close each row is to its nearest other row",
                subtitle: "Rows by their highest share of equal answers, over "
                    + counted(look.duplicates.questions, "question"),
                note: "After Kuriakose and Robbins (2016), who look at shares of 85% and more. "
                    + "High shares can come about naturally (Simmons and others, 2016). "
                    + "\(count(match.rows)) rows with half of the questions answered are compared."
            ),
            unit: .number,
            columns: match.highest.enumerated().map { index, n in
                Columns.Column("\(index * 5)% to \(index * 5 + 5)%", .value(Double(n)))
            },
            scale: .numbers(lower: 0, upper: 100, median: nil)
        )
        let pairs =
            match.pairs.isEmpty
            ? paragraph(
                "No two rows that are not the same share 90% of their answers or more."
            )
            : table(
                DisplayTable(
                    caption: "Pairs of rows with at least 90% equal answers, the same rows left aside",
                    rowHeading: "Line (and id)",
                    columns: [.init("Line (and id)", isText: true), .init("Equal")],
                    rows: match.pairs.map { pair in
                        DisplayTable.Row(
                            text(of: pair.first),
                            [
                                .text(text(of: pair.second)),
                                .number(numbers.with(decimals: 1).percent(pair.share)),
                            ]
                        )
                    },
                    notes: match.pairs.count == LookRows.most
                        ? [
                            "The closest \(LookRows.most); \(count(match.pairCount)) pairs in all, with those "
                                + "that are the same."
                        ] : []
                ),
                id: "near-pairs"
            )
        return .group([match.rows > 1 ? figure(chart) : .empty, pairs])
    }

    private func lines(of rows: [LookRow]) -> String {
        let shown = rows.prefix(LookRows.most).map { row in
            "\(row.line)\(row.isLeftOut ? " (left out)" : "")"
        }
        return shown.joined(separator: ", ") + (rows.count > shown.count ? ", …" : "")
    }

    private func more(_ all: Int) -> [String] {
        all > LookRows.most ? ["And \(count(all - LookRows.most)) more."] : []
    }

    // MARK: - Durations

    /// How long interviews took.
    var durationSection: Markup {
        guard let durations = look.durations else {
            return section(
                id: "durations",
                level: 2,
                heading: "Durations",
                [
                    notLooked(
                        "The data do not say when interviews began and ended.",
                        "fieldwork: {start: COLUMN, end: COLUMN}"
                    )
                ]
            )
        }
        let summary = durations.summary
        return section(
            id: "durations",
            level: 2,
            heading: "Durations",
            [
                keyFigures([
                    KeyFigure(
                        value: minutes(summary.median),
                        label: "minutes: the median",
                        detail: "half of \(count(summary.n)) interviews from "
                            + "\(minutes(summary.lowerQuartile)) to \(minutes(summary.upperQuartile))"
                    ),
                    KeyFigure(
                        value: numbers.percent(durations.underHalf.share ?? 0),
                        label: "took less than half of the median",
                        detail: "\(count(durations.underHalf.n)) interviews"
                    ),
                ]),
                durationFigure(durations), extremes(durations),
                durations.backwards.count == 0
                    ? .empty
                    : paragraph("Ending before they begin: lines \(text(of: durations.backwards))."),
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
            : "\(counted(histogram.beyond, "interview")) took longer than the chart shows."
        return figure(
            Columns(
                text: chartText(
                    "duration-chart",
                    title: "How long interviews took",
                    subtitle: "Interviews by minutes from start to end",
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
                caption: "The fastest and the slowest interviews",
                rowHeading: "Line (and id)",
                columns: [.init("Minutes")],
                rows: [.block("Fastest")] + rows(durations.fastest) + [.block("Slowest")]
                    + rows(durations.slowest)
            ),
            id: "duration-extremes"
        )
    }

    // MARK: - Round numbers

    /// How far numbers are rounded.
    var heapingSection: Markup {
        guard !look.heaping.isEmpty || !look.ages.isEmpty else {
            return section(
                id: "round-numbers",
                level: 2,
                heading: "Round numbers",
                [
                    paragraph(
                        "Not looked at: no question has whole numbers that span 20 and more, by 20 people."
                    )
                ]
            )
        }
        let rows = look.heaping.map { item in
            DisplayTable.Row(
                item.label,
                [
                    .number(count(item.heaping.n)),
                    .number(numbers.percent(item.heaping.endingInZeroOrFive)),
                    item.heaping.multiplesOfUnit.map { share in
                        .estimate(
                            numbers.percent(share),
                            interval: "multiples of \(count(Int(item.heaping.roundUnit)))"
                        )
                    } ?? .text("–"),
                ]
            )
        }
        let ages = look.ages.map { item in
            paragraph(
                "\(item.label): Whipple’s index is \(numbers.text(item.whipple.index)) for "
                    + "\(counted(item.whipple.n, "person")) of 23 to 62 years: \(item.verdict) by the scale of "
                    + "the United Nations, where 100 is no rounding and 500 is rounding by all."
            )
        }
        let overview =
            rows.isEmpty
            ? Markup.empty
            : table(
                DisplayTable(
                    caption: "Round numbers among the answers",
                    rowHeading: "Question",
                    columns: [
                        .init("n"), .init("End in 0 or 5 (20% by chance)"), .init("Rounder still"),
                    ],
                    rows: rows
                ),
                id: "round-table"
            )
        return section(
            id: "round-numbers",
            level: 2,
            heading: "Round numbers",
            [overview] + ages
        )
    }

    // MARK: - Limits

    /// Answers outside what the form allows.
    var limitSection: Markup {
        guard let limits = look.constraints else {
            return section(
                id: "limits",
                level: 2,
                heading: "Limits of the form",
                [notLooked("There is no form to say what answers may be.", "form: form.xlsx")]
            )
        }
        let start =
            limits.checked == 0
            ? "No constraint of the form could be checked."
            : "\(counted(limits.checked, "constraint")) of the form "
                + "\(limits.checked == 1 ? "was" : "were") checked against every answer"
                + (limits.violations.isEmpty ? ": all hold." : ".")
        var body = [paragraph(start)]
        if !limits.unchecked.isEmpty {
            body.append(
                paragraph("Too involved to check here: \(limits.unchecked.joined(separator: ", ")).")
            )
        }
        if !limits.violations.isEmpty {
            let rows = limits.violations.map { item in
                DisplayTable.Row(
                    item.label,
                    [
                        .text(item.condition), .number(count(item.rows.count)),
                        .text(text(of: item.rows)),
                    ]
                )
            }
            body.append(
                table(
                    DisplayTable(
                        caption: "Answers that the form does not allow",
                        rowHeading: "Question",
                        columns: [
                            .init("Condition", isText: true), .init("Rows"),
                            .init("Lines (and ids)", isText: true),
                        ],
                        rows: rows
                    ),
                    id: "limits-table"
                )
            )
        }
        return section(id: "limits", level: 2, heading: "Limits of the form", body)
    }
}
