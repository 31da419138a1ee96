import Markup
import Survey

extension LookDocument {
    // MARK: - One answer throughout

    /// People who gave one answer throughout a block.
    var straightSection: Markup {
        guard !look.blocks.isEmpty else {
            return section(
                id: "straight-lines",
                level: 2,
                heading: "One answer throughout",
                [
                    notLooked(
                        "Not looked at: there is no block of \(StraightLining.leastItems) and more questions "
                            + "with one list of answers.",
                        "scales: {…}"
                    )
                ]
            )
        }
        let names = look.interviewers.map(\.name)
        let rows = look.blocks.map { block -> DisplayTable.Row in
            let runs = block.longestRuns
            let people = runs.reduce(0, +)
            var below = 0
            let median = runs.firstIndex { n in
                below += n
                return below * 2 >= people
            }
            let isShown = !names.isEmpty && names.count <= 12
            return DisplayTable.Row(
                "\(block.label) (\(block.items.count) items"
                    + "\(block.hasReversedItems ? ", keyed both ways" : ""))",
                [
                    cell(block.straight),
                    .number(people == 0 ? "–" : median.map { count($0 + 1) } ?? "–"),
                ] + (isShown ? block.byInterviewer.map { cell($0) } : [])
            )
        }
        let groups = names.count <= 12 ? names : []
        return section(
            id: "straight-lines",
            level: 2,
            heading: "One answer throughout",
            [
                paragraph(
                    "People who gave the same answer to every question of a block that they answered, at least "
                        + "\(StraightLining.leastItems). Where items are keyed both ways, such a line "
                        + "contradicts itself."
                ),
                table(
                    DisplayTable(
                        caption: "One answer throughout, by block of questions",
                        rowHeading: "Block",
                        columns: [.init("All"), .init("Longest run, median")]
                            + groups.map { .init($0, group: "By interviewer") },
                        rows: rows
                    ),
                    id: "straight-table"
                ),
                runFigures,
                straightRows,
            ]
        )
    }

    private var runFigures: Markup {
        .group(
            look.blocks.filter { $0.longestRuns.contains { $0 > 0 } }.prefix(4).enumerated()
                .map { index, block in
                    figure(
                        Columns(
                            text: chartText(
                                "runs-\(index)",
                                title: "Longest run of one answer: \(block.label)",
                                subtitle: "People by the number of neighbouring questions with one answer"
                            ),
                            unit: .number,
                            columns: block.longestRuns.enumerated().map {
                                Columns.Column(count($0 + 1), .value(Double($1)))
                            },
                            scale: .periods(block.longestRuns.indices.map { count($0 + 1) })
                        )
                    )
                }
        )
    }

    private var straightRows: Markup {
        let blocks = look.blocks.filter { $0.rows.count > 0 }
        guard !blocks.isEmpty else { return .empty }
        return folded(
            "Which rows",
            table(
                DisplayTable(
                    caption: "Rows with one answer throughout",
                    rowHeading: "Block",
                    columns: [.init("Lines (and ids)", isText: true)],
                    rows: blocks.map { DisplayTable.Row($0.label, [.text(text(of: $0.rows))]) }
                ),
                id: "straight-rows"
            )
        )
    }

    // MARK: - Interviewers

    /// One row an interviewer, and how far they differ in the scores.
    var interviewerSection: Markup {
        guard look.has.interviewer else {
            return section(
                id: "interviewers",
                level: 2,
                heading: "Interviewers",
                [
                    notLooked(
                        "The study does not say who held the interviews.",
                        "fieldwork: {interviewer: COLUMN}"
                    )
                ]
            )
        }
        let hasDays = look.interviewers.contains { $0.days != nil }
        let hasMinutes = look.interviewers.contains { $0.medianMinutes != nil }
        let hasHours = look.interviewers.contains { $0.oddHours != nil }
        var columns: [DisplayTable.Column] = [.init("Interviews")]
        if hasDays { columns += [.init("Days"), .init("Per day"), .init("Most on a day")] }
        if hasMinutes { columns.append(.init("Median minutes")) }
        columns += [.init("Left empty"), .init("“Don’t know” and the like")]
        if !look.blocks.isEmpty { columns.append(.init("One answer throughout")) }
        if hasHours { columns.append(.init("Before 6 or from 22 o’clock")) }
        let rows = look.interviewers.map { interviewer -> DisplayTable.Row in
            var cells: [DisplayTable.Cell] = [.number(count(interviewer.interviews))]
            if hasDays { cells += dayCells(interviewer) }
            if hasMinutes {
                cells.append(
                    .number(
                        interviewer.medianMinutes.map { numbers.with(decimals: 1).text($0) } ?? "–"
                    )
                )
            }
            cells += [cell(interviewer.skipped), cell(interviewer.noAnswer)]
            if !look.blocks.isEmpty { cells.append(cell(interviewer.straight)) }
            if hasHours { cells.append(.number(count(interviewer.oddHours ?? 0))) }
            return DisplayTable.Row(interviewer.name, cells)
        }
        return section(
            id: "interviewers",
            level: 2,
            heading: "Interviewers",
            [
                table(
                    DisplayTable(
                        caption: "The interviews of each interviewer",
                        rowHeading: "Interviewer",
                        columns: columns,
                        rows: rows,
                        notes: [
                            "Under the shares: cells of all questions that were asked, or people. Interviewers "
                                + "work in different places: what differs may be the place’s, not theirs."
                        ]
                    ),
                    id: "interviewers-table"
                ),
                effectPart,
            ]
        )
    }

    private func dayCells(_ interviewer: LookInterviewer) -> [DisplayTable.Cell] {
        let days = interviewer.days ?? 0
        let perDay =
            days == 0
            ? "–" : numbers.with(decimals: 1).text(Double(interviewer.interviews) / Double(days))
        return [
            .number(count(days)), .number(perDay),
            .number(interviewer.mostOnADay.map { count($0) } ?? "–"),
        ]
    }

    private var effectPart: Markup {
        guard look.has.scales else {
            return notLooked(
                "How far interviewers differ in what people answer was not computed: no scale is declared.",
                "scales: {…}"
            )
        }
        let style = numbers.with(decimals: 3)
        let rows = look.effects.map { effect -> DisplayTable.Row in
            guard let found = effect.correlation else {
                return DisplayTable.Row(effect.label, [.unavailable])
            }
            return DisplayTable.Row(
                effect.label,
                [
                    .estimate(
                        style.text(found.value),
                        interval: "\(style.text(found.lower)) to \(style.text(found.upper))"
                    ),
                    .number(count(found.n)), .number(count(found.groups)),
                    .number(style.text(found.detectable)),
                ]
            )
        }
        return table(
            DisplayTable(
                caption: "The share of the scores’ variance that lies between interviewers",
                rowHeading: "Scale",
                columns: [
                    .init("Intraclass correlation"), .init("n"), .init("Interviewers"),
                    .init("Least that would be found"),
                ],
                rows: rows,
                notes: [
                    "One-way analysis of variance, with 95% intervals. \(powerNote)",
                    "Effects of 0.01 to 0.05 are common in interviews face to face (Groves 1989, Survey Errors "
                        + "and Survey Costs, ch. 8); 0.02 doubles variances with 50 interviews each.",
                ]
            ),
            id: "effects"
        )
    }

    private var powerNote: String {
        let start = "“Least that would be found”: the effect that a test at 5% finds four times in five."
        let least = look.effects.compactMap { $0.correlation?.detectable }.min() ?? 0
        return least > 0.1
            ? start + " It is large here: with so few interviewers or interviews, that nothing shows does "
                + "not mean that there is nothing." : start
    }

    // MARK: - Days and hours

    /// Interviews by day and interviewer, and at odd hours.
    var calendarSection: Markup {
        guard let calendar = look.calendar else {
            return section(
                id: "calendar",
                level: 2,
                heading: "Days and hours",
                [
                    notLooked(
                        "The data do not say when interviews were held.",
                        "fieldwork: {date: COLUMN, start: COLUMN}"
                    )
                ]
            )
        }
        var body = [calendarFigure(calendar)]
        if let odd = look.oddHours {
            body.append(
                paragraph(
                    odd.count == 0
                        ? "No interview began before 6 or from 22 o’clock."
                        : "\(counted(odd.count, "interview")) began before 6 or from 22 o’clock: lines "
                            + "\(text(of: odd))."
                )
            )
        } else {
            body.append(
                notLooked("Hours were not looked at.", "fieldwork: {start: COLUMN}")
            )
        }
        return section(id: "calendar", level: 2, heading: "Days and hours", body)
    }

    private func calendarFigure(_ calendar: LookCalendar) -> Markup {
        let step = calendar.step.rawValue
        let rows = calendar.byInterviewer.filter { $0.counts.contains { $0 > 0 } }
        // More rows or columns than these are no picture any more.
        guard (1...40).contains(rows.count), (2...31).contains(calendar.periods.count) else {
            return calendarColumns(calendar, id: "calendar-chart", title: "Interviews by \(step)")
        }
        return figure(
            HeatGrid(
                text: chartText(
                    "calendar-chart",
                    title: "Interviews by \(step) and interviewer",
                    subtitle: "Number of interviews that are analysed"
                ),
                unit: .number,
                rowHeading: "Interviewer",
                columns: calendar.periods,
                rows: rows.map { row in
                    HeatGrid.Row(row.name, row.counts.map { .value(Double($0)) })
                }
            )
        )
    }
}
