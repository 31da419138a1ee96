import Survey

/// A point in time as ISO 8601 writes it, in the local time of whoever wrote it.
///
/// `yyyy-MM-dd`, alone or followed by `T` or a space and `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f…` and
/// optionally a zone (`Z`, `±hh`, `±hhmm`, `±hh:mm`). The zone is checked and passed over: the time of
/// day at which an interview took place is the one on the interviewer's clock.
struct WrittenDate {
    /// Seconds from 1970-01-01 00:00 to this time, both by the same clock.
    let seconds: Double
    let precision: Column.DatePrecision

    init(seconds: Double, precision: Column.DatePrecision) {
        self.seconds = seconds
        self.precision = precision
    }

    /// The date or date-time that `text` spells; nil if it is not one.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count >= 10, text.count <= 40 else { return nil }
        var reader = Reader(text: text)
        guard let year = reader.number(digits: 4), year >= 1, reader.skip("-"),
            let month = reader.number(digits: 2), (1...12).contains(month), reader.skip("-"),
            let day = reader.number(digits: 2), day >= 1,
            day <= daysInMonth(year: year, month: month)
        else { return nil }
        let midnight = Double(CivilTime.days(year: year, month: month, day: day)) * 86400
        if reader.isAtEnd {
            self.init(seconds: midnight, precision: .day)
        } else {
            guard reader.skip("T") || reader.skip(" "), let time = reader.timeOfDay(),
                reader.skipZone(), reader.isAtEnd
            else { return nil }
            self.init(seconds: midnight + time, precision: .second)
        }
    }

    /// The date as ISO 8601: `2026-03-01`, `2026-03-01T09:30:00`, or with milliseconds if it has some.
    var text: String {
        let milliseconds = (seconds * 1000).rounded()
        // The years 1 to 9999; beyond them ISO 8601 has no four-digit year.
        guard (-62_135_596_800_000...253_402_300_799_999).contains(milliseconds) else {
            return "\(seconds)"
        }
        let days = (milliseconds / 86_400_000).rounded(.down)
        let rest = Int(milliseconds - days * 86_400_000)
        let date = CivilTime.date(days: Int(days))
        let day = "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
        guard precision == .second else { return day }
        let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60)
        let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        let fraction = rest % 1000 == 0 ? "" : ".\(padded(rest % 1000, 3))"
        return "\(day)T\(time)\(fraction)"
    }
}

/// Reads fixed-width numbers and marks from left to right.
private struct Reader {
    let text: UnsafeBufferPointer<UInt8>
    private var offset = 0

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    var isAtEnd: Bool { offset == text.count }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard offset < text.count, text[offset] == UInt8(ascii: mark) else { return false }
        offset += 1
        return true
    }

    mutating func number(digits: Int) -> Int? {
        guard offset + digits <= text.count else { return nil }
        var number = 0
        for position in offset..<offset + digits {
            let digit = text[position] &- 0x30
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        offset += digits
        return number
    }

    /// Seconds since midnight.
    mutating func timeOfDay() -> Double? {
        guard let hour = number(digits: 2), hour < 24, skip(":"),
            let minute = number(digits: 2), minute < 60
        else { return nil }
        var seconds = Double(hour * 3600 + minute * 60)
        guard skip(":") else { return seconds }
        guard let second = number(digits: 2), second < 60 else { return nil }
        seconds += Double(second)
        guard skip(".") else { return seconds }
        var unit = 0.1
        let start = offset
        while let digit = number(digits: 1) {
            seconds += Double(digit) * unit
            unit /= 10
        }
        return offset > start ? seconds : nil
    }

    /// Passes over a zone, if there is one; false if it is not a zone.
    mutating func skipZone() -> Bool {
        if isAtEnd || skip("Z") { return true }
        guard skip("+") || skip("-"), let hour = number(digits: 2), hour < 24 else { return false }
        if isAtEnd { return true }
        _ = skip(":")
        return number(digits: 2).map { $0 < 60 } ?? false
    }
}

private func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
