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
        return .group([
            match.rows > 1 ? figure(highestChart(match)) : .empty,
            match.pairs.isEmpty
                ? paragraph("No two other rows share 90% of their answers or more.")
                : pairTable(match),
        ])
    }

    private func highestChart(_ match: LookDuplicates.Match) -> Columns {
        Columns(
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
    }

    private func pairTable(_ match: LookDuplicates.Match) -> Markup {
        table(
            DisplayTable(
                caption: "Other pairs of rows with at least 90% equal answers",
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
                notes: match.pairCount > match.pairs.count
                    ? ["The closest \(match.pairs.count) of \(count(match.pairCount))."] : []
            ),
            id: "near-pairs"
        )
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
                    : paragraph(
                        "Ending before they begin: lines \(text(of: durations.backwards))."
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
}
