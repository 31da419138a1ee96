import Survey

/// How the numbers of a date variable become seconds since 1970-01-01 00:00.
///
/// SPSS counts seconds from the first day of the Gregorian calendar (1582-10-14 00:00), also in its
/// DATE, MOYR and QYR formats. Stata counts days (%td), weeks of seven days from each 1 January (%tw),
/// months, quarters and half-years, or milliseconds (%tc; %tC with leap seconds, which are ignored: at
/// most half a minute off), all from 1960-01-01. A week, month, quarter or half-year becomes its first
/// day. Times of day and durations (TIME, DTIME) and years (%ty) are no dates and stay numbers.
struct StatDates {
    /// What one unit of the variable is.
    private enum Unit {
        case spssSeconds
        case days
        case milliseconds
        case weeks
        /// So many months.
        case months(Double)
    }

    private let unit: Unit
    let precision: Column.DatePrecision

    private static let spssDays: Set = [
        "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR",
    ]

    /// The rule for a display format; nil when the format is not one of dates.
    init?(format: String) {
        if format.hasPrefix("%") {
            let code = format.drop { "%-0123456789".contains($0) }
            switch code.prefix(2) {
            case "tc", "tC": (unit, precision) = (.milliseconds, .second)
            case "td": (unit, precision) = (.days, .day)
            case "tw": (unit, precision) = (.weeks, .day)
            case "tm": (unit, precision) = (.months(1), .day)
            case "tq": (unit, precision) = (.months(3), .day)
            case "th": (unit, precision) = (.months(6), .day)
            default:
                guard code.first == "d" else { return nil }
                (unit, precision) = (.days, .day)
            }
            return
        }
        let name = format.uppercased().prefix { $0.isLetter }
        if StatDates.spssDays.contains(String(name)) {
            (unit, precision) = (.spssSeconds, .day)
        } else if name == "DATETIME" || name == "YMDHMS" {
            (unit, precision) = (.spssSeconds, .second)
        } else {
            return nil
        }
    }

    private static let day = 86_400.0
    /// Days from 1582-10-14 to 1970-01-01.
    static let daysFromSPSS = 141_428.0
    /// Days from 1960-01-01 to 1970-01-01.
    private static let daysFromStata = 3_653.0

    /// The seconds since 1970-01-01 00:00 of one value of the variable; NaN stays NaN.
    func seconds(_ number: Double) -> Double {
        // Larger ones are no dates, and would not fit into whole numbers.
        guard abs(number) < 1e15 else { return number }
        switch unit {
        case .spssSeconds:
            return number - StatDates.daysFromSPSS * StatDates.day
        case .days:
            return (number - StatDates.daysFromStata) * StatDates.day
        case .milliseconds:
            return number / 1000 - StatDates.daysFromStata * StatDates.day
        case .weeks:
            let year = (number / 52).rounded(.down)
            let week = number - year * 52
            return StatDates.firstDay(month: year * 12) + week * 7 * StatDates.day
        case .months(let months):
            return StatDates.firstDay(month: number.rounded(.down) * months)
        }
    }

    /// The first day of the month so many months after January 1960, in seconds since 1970.
    private static func firstDay(month: Double) -> Double {
        let year = (month / 12).rounded(.down)
        let monthOfYear = Int(month - year * 12) + 1
        return Double(CivilTime.days(year: 1960 + Int(year), month: monthOfYear, day: 1)) * day
    }
}
