/// Dates and times as seconds since 1970-01-01 00:00 on the clock of the data (no time zones).
package enum CivilTime {
    /// The days from 1970-01-01 to a date of the Gregorian calendar.
    ///
    /// Source: Howard Hinnant (2013), *chrono-Compatible Low-Level Date Algorithms*, days_from_civil.
    package static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date `days` after 1970-01-01; source as for ``days(year:month:day:)``, civil_from_days.
    package static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The seconds that `text` stands for, and whether it has a time of day; nil when it is neither.
    ///
    /// Read are `2025-11-05` and, after a "T" or a space, `10:11`, `10:11:12`, `10:11:12.000`, then
    /// "Z" or an offset such as `+06:00`. The offset is dropped: the clock of the respondent counts.
    package static func parse(_ text: String) -> (seconds: Double, hasTime: Bool)? {
        var rest = Array(text.utf8)[...]
        guard let year = number(4...4, &rest), take("-", &rest),
            let month = number(2...2, &rest), take("-", &rest),
            let day = number(2...2, &rest), isDate(year, month, day)
        else { return nil }
        let midnight = Double(days(year: year, month: month, day: day) * 86_400)
        if rest.isEmpty { return (midnight, false) }
        guard take("T", &rest) || take(" ", &rest), let time = timeOfDay(&rest) else { return nil }
        return (midnight + time, true)
    }

    /// The seconds since midnight of the time at the start of `rest`, which must end it.
    private static func timeOfDay(_ rest: inout ArraySlice<UInt8>) -> Double? {
        guard let hour = number(2...2, &rest), hour < 24, take(":", &rest),
            let minute = number(2...2, &rest), minute < 60
        else { return nil }
        var seconds = 0.0
        if take(":", &rest) {
            guard let second = number(2...2, &rest), second < 61 else { return nil }
            seconds = Double(second)
            if take(".", &rest) {
                let before = rest.count
                guard let part = number(1...9, &rest) else { return nil }
                var scale = 1.0
                for _ in 0..<(before - rest.count) { scale *= 10 }
                seconds += Double(part) / scale
            }
        }
        guard isOffset(rest) else { return nil }
        return Double(hour * 3600 + minute * 60) + seconds
    }

    private static func isOffset(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        if rest.isEmpty { return true }
        if take("Z", &rest) { return rest.isEmpty }
        guard take("+", &rest) || take("-", &rest), number(2...2, &rest) != nil else {
            return false
        }
        if rest.isEmpty { return true }
        _ = take(":", &rest)
        return number(2...2, &rest) != nil && rest.isEmpty
    }

    private static func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
        guard (1...12).contains(month), (1...31).contains(day) else { return false }
        let back = date(days: days(year: year, month: month, day: day))
        return back == (year, month, day)
    }

    /// The number that the digits at the start of `rest` make, at most so many of them.
    private static func number(_ digits: ClosedRange<Int>, _ rest: inout ArraySlice<UInt8>) -> Int?
    {
        var value = 0
        var taken = 0
        while taken < digits.upperBound, let first = rest.first, (48...57).contains(first) {
            value = value * 10 + Int(first - 48)
            rest = rest.dropFirst()
            taken += 1
        }
        return digits.contains(taken) ? value : nil
    }

    private static func take(_ letter: Character, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let wanted = letter.asciiValue, rest.first == wanted else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// `seconds` as text: `2025-11-05`, or `2025-11-05T10:11:12` with a time of day.
    package static func text(_ seconds: Double, hasTime: Bool) -> String {
        // The years 1 to 9999: beyond them ISO 8601 has no four-digit year.
        guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return "" }
        let whole = Int(seconds.rounded(.down))
        let days = whole >= 0 ? whole / 86_400 : (whole - 86_399) / 86_400
        let (year, month, day) = date(days: days)
        let pad = { (number: Int, width: Int) in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        let date = "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
        guard hasTime else { return date }
        let rest = whole - days * 86_400
        return date + "T\(pad(rest / 3600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))"
    }
}
