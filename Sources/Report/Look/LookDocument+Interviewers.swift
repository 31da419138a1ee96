import Markup
import Survey

extension LookDocument {
    // MARK: - Interviewers

    /// The most interviewers that the page lists.
    private static let mostInterviewers = 200

    /// One row an interviewer, and how far they differ in the scores.
    var interviewerSection: Markup {
        let body =
            look.has.interviewer
            ? [interviewerTable, effectPart]
            : [
                notLooked(
                    "The study does not say who held the interviews.",
                    "fieldwork: {interviewer: COLUMN}"
                )
            ]
        return part("interviewers", "Interviewers", body)
    }

    private var interviewerTable: Markup {
        let most = Self.mostInterviewers
        var notes = [
            "Under the shares: cells of all questions that were asked, or people. Odd hours: begun before 6 "
                + "or from 22 o’clock. Interviewers work in different places: what differs may be the "
                + "place’s, not theirs."
        ]
        if look.interviewers.count > most {
            notes.append("The first \(most) of \(count(look.interviewers.count)).")
        }
        let columns = interviewerColumns
        return table(
            DisplayTable(
                caption: "The interviews of each interviewer",
                rowHeading: "Interviewer",
                columns: columns.map { .init($0.heading) },
                rows: look.interviewers.prefix(most).map { interviewer in
                    DisplayTable.Row(interviewer.name, columns.map { $0.cell(interviewer) })
                },
                notes: notes
            ),
            id: "interviewers-table"
        )
    }

    private typealias InterviewerColumn = (
        heading: String, cell: (LookInterviewer) -> DisplayTable.Cell
    )

    /// The columns for which the data have something.
    private var interviewerColumns: [InterviewerColumn] {
        let all = look.interviewers
        var columns: [InterviewerColumn] = [("Interviews", { .number(count($0.interviews)) })]
        if all.contains(where: { $0.days != nil }) {
            columns.append(("Days", { .number(count($0.days ?? 0)) }))
            columns.append(("Per day", { perDay($0) }))
        }
        if all.contains(where: { $0.medianMinutes != nil }) {
            let style = numbers.with(decimals: 1)
            columns.append(
                ("Median minutes", { .number($0.medianMinutes.map { style.text($0) } ?? "–") })
            )
        }
        columns.append(("Left empty", { cell($0.skipped) }))
        columns.append(("“Don’t know” and the like", { cell($0.noAnswer) }))
        if !look.blocks.isEmpty {
            columns.append(("One answer throughout", { cell($0.straight) }))
        }
        if all.contains(where: { $0.oddHours != nil }) {
            columns.append(("Odd hours", { .number(count($0.oddHours ?? 0)) }))
        }
        return columns
    }

    private func perDay(_ interviewer: LookInterviewer) -> DisplayTable.Cell {
        guard let days = interviewer.days, days > 0, let most = interviewer.mostOnADay else {
            return .text("–")
        }
        let mean = Double(interviewer.interviews) / Double(days)
        return .estimate(
            numbers.with(decimals: 1).text(mean),
            interval: "most \(count(most))"
        )
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
        let start =
            "“Least that would be found”: the effect that a test at 5% finds four times in five."
        let least = look.effects.compactMap { $0.correlation?.detectable }.min() ?? 0
        return least > 0.1
            ? start
                + " It is large here: with so few interviewers or interviews, that nothing shows does "
                + "not mean that there is nothing." : start
    }
}
