import Survey

/// A number that stands for something, as the shortest text: "98", "2.5".
///
/// Stata's missing values, which are kept as the numbers by which Stata stores them (from 2^1023 on),
/// have their Stata names: ".a" to ".z".
func codeText(_ number: Double) -> String {
    let step = Int((number.bitPattern &- 0x7FE0_0000_0000_0000) >> 40)
    if number > 8e307, (1...26).contains(step) {
        return "." + String(UnicodeScalar(UInt8(ascii: "a") + UInt8(step - 1)))
    }
    let whole = number.rounded()
    return whole == number && abs(number) < 1e15 ? String(Int(whole)) : String(number)
}

/// A point in time as "2024-02-29" or "2024-02-29 13:05".
///
/// - SeeAlso: Hinnant (2013), "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
func dateText(_ seconds: Double, _ precision: Column.DatePrecision) -> String {
    guard abs(seconds) < 1e12 else { return codeText(seconds) }
    let whole = Int(seconds.rounded(.down))
    let day = (whole >= 0 ? whole : whole - 86_399) / 86_400
    let minute = (whole - day * 86_400) / 60
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let dayOfMonth = dayOfYear - (153 * fromMarch + 2) / 5 + 1
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
    guard precision == .second else { return date }
    return date + " \(padded(minute / 60, 2)):\(padded(minute % 60, 2))"
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Text in which Markdown sees nothing but text: on one line, every sign with a meaning escaped.
///
/// Also for GitHub's tables, strikethrough and formulas.
package func markdownEscaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        if scalar.properties.generalCategory == .control
            || scalar.properties.generalCategory == .lineSeparator
            || scalar.properties.generalCategory == .paragraphSeparator
        {
            escaped.unicodeScalars.append(" ")
        } else {
            if "\\`*_{}[]<>#|~&$!^".unicodeScalars.contains(scalar) { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
