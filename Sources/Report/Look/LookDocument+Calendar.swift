import Markup
import Survey

extension LookDocument {
    // MARK: - Days and hours

    /// Interviews by day and interviewer, and at odd hours.
    var calendarSection: Markup {
        guard let calendar = look.calendar else {
            let none = notLooked(
                words(LookTeamWord.noDates),
                "fieldwork: {date: COLUMN, start: COLUMN}"
            )
            return part("calendar", .calendar, [none])
        }
        return part("calendar", .calendar, [calendarFigure(calendar), oddHours])
    }

    private var oddHours: Markup {
        guard let odd = look.oddHours else {
            return notLooked(words(LookTeamWord.noHours), "fieldwork: {start: COLUMN}")
        }
        guard odd.count > 0 else { return paragraph(words(LookTeamWord.noOddHours)) }
        return paragraph(
            words(
                LookTeamWord.oddHoursAre,
                ["n": .count(odd.count), "lines": .text(text(of: odd))]
            )
        )
    }

    /// "2025" or "2025 to 2026": the years of the fieldwork.
    private var years: String {
        let first = String((look.firstDay ?? "").prefix(4))
        let last = String((look.lastDay ?? "").prefix(4))
        return first == last ? first : words.language.range(first, last)
    }

    /// "20 Oct" for a day, so that many stand side by side; a month as it is.
    private func shortDay(_ period: String) -> String {
        let parts = period.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return period }
        return words.language.shortDay(month: month, day: day)
    }

    private func calendarFigure(_ calendar: LookCalendar) -> Markup {
        let keys: (alone: LookTeamWord, crossed: LookTeamWord) =
            switch calendar.step {
            case .day: (.byDay, .byDayAndInterviewer)
            case .week: (.byWeek, .byWeekAndInterviewer)
            case .month: (.byMonth, .byMonthAndInterviewer)
            }
        let rows = calendar.byInterviewer.filter { $0.counts.contains { $0 > 0 } }
        // More rows or columns than these are no picture any more.
        guard (1...40).contains(rows.count), (2...31).contains(calendar.periods.count) else {
            return calendarColumns(calendar, id: "calendar-chart", title: words(keys.alone))
        }
        return figure(
            HeatGrid(
                text: chartText(
                    "calendar-chart",
                    title: words(keys.crossed),
                    subtitle: words(LookTeamWord.analysedIn, ["years": .text(years)])
                ),
                unit: .number,
                rowHeading: words(LookTeamWord.interviewer),
                columns: calendar.periods.map { shortDay($0) },
                rows: rows.map { row in
                    HeatGrid.Row(row.name, row.counts.map { .value(Double($0)) })
                }
            )
        )
    }
}
