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
                    words(LookTeamWord.noInterviewer),
                    "fieldwork: {interviewer: COLUMN}"
                )
            ]
        return part("interviewers", .interviewers, body)
    }

    private var interviewerTable: Markup {
        let most = Self.mostInterviewers
        var notes = [words(LookTeamWord.tableNote)]
        if look.interviewers.count > most {
            notes.append(
                words(
                    LookTeamWord.firstOf,
                    ["n": .count(most), "all": .count(look.interviewers.count)]
                )
            )
        }
        let columns = interviewerColumns
        return table(
            DisplayTable(
                caption: words(LookTeamWord.tableCaption),
                rowHeading: words(LookTeamWord.interviewer),
                columns: columns.map { .init(words($0.heading)) },
                rows: look.interviewers.prefix(most).map { interviewer in
                    DisplayTable.Row(interviewer.name, columns.map { $0.cell(interviewer) })
                },
                notes: notes
            ),
            id: "interviewers-table"
        )
    }

    private typealias InterviewerColumn = (
        heading: LookTeamWord, cell: (LookInterviewer) -> DisplayTable.Cell
    )

    /// The columns for which the data have something.
    private var interviewerColumns: [InterviewerColumn] {
        let all = look.interviewers
        var columns: [InterviewerColumn] = [(.interviews, { .number(count($0.interviews)) })]
        if all.contains(where: { $0.days != nil }) {
            columns.append((.days, { .number(count($0.days ?? 0)) }))
            columns.append((.perDay, { perDay($0) }))
        }
        if all.contains(where: { $0.medianMinutes != nil }) {
            let style = numbers.with(decimals: 1)
            columns.append(
                (.medianMinutes, { .number($0.medianMinutes.map { style.text($0) } ?? "–") })
            )
        }
        columns.append((.leftEmpty, { cell($0.skipped) }))
        columns.append((.noAnswer, { cell($0.noAnswer) }))
        if !look.blocks.isEmpty {
            columns.append((.straight, { cell($0.straight) }))
        }
        if all.contains(where: { $0.oddHours != nil }) {
            columns.append((.oddHours, { .number(count($0.oddHours ?? 0)) }))
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
            interval: words(LookTeamWord.mostOnADay, ["n": .count(most)])
        )
    }

    private var effectPart: Markup {
        guard look.has.scales else {
            return notLooked(
                words(LookTeamWord.noScale),
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
                        interval: words.language.range(
                            style.text(found.lower),
                            style.text(found.upper)
                        )
                    ),
                    .number(count(found.n)), .number(count(found.groups)),
                    .number(style.text(found.detectable)),
                ]
            )
        }
        return table(
            DisplayTable(
                caption: words(LookTeamWord.effectCaption),
                rowHeading: words(ChartWord.scale),
                columns: [
                    .init(words(LookTeamWord.correlation)), .init(words(ChartWord.n)),
                    .init(words(LookWord.interviewers)), .init(words(LookTeamWord.detectable)),
                ],
                rows: rows,
                notes: [
                    powerNote, words(LookTeamWord.effectSource),
                ]
            ),
            id: "effects"
        )
    }

    private var powerNote: String {
        let least = look.effects.compactMap { $0.correlation?.detectable }.min() ?? 0
        let note = words(LookTeamWord.effectNote)
        return least > 0.1 ? "\(note) \(words(LookTeamWord.effectPower))" : note
    }
}
