import Markup
import Survey

extension LookDocument {
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

    /// "2025" or "2025 to 2026": the years of the fieldwork.
    private var years: String {
        let first = (look.firstDay ?? "").prefix(4)
        let last = (look.lastDay ?? "").prefix(4)
        return first == last ? String(first) : "\(first) to \(last)"
    }

    /// "20 Oct" for a day, so that many stand side by side; a month as it is.
    private func shortDay(_ period: String) -> String {
        let parts = period.split(separator: "-")
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
            Self.months.indices.contains(month - 1)
        else { return period }
        return "\(day) \(Self.months[month - 1])"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

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
                    subtitle: "Number of interviews that are analysed, \(years)"
                ),
                unit: .number,
                rowHeading: "Interviewer",
                columns: calendar.periods.map { shortDay($0) },
                rows: rows.map { row in
                    HeatGrid.Row(row.name, row.counts.map { .value(Double($0)) })
                }
            )
        )
    }
}
