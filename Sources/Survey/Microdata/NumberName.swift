/// The name of `number` in data: the shortest text that reads back as it, "3" and not "3.0".
package func numberName(_ number: Double) -> String {
    // 2^53: from there on, a Double no longer holds every whole number.
    abs(number) < 9_007_199_254_740_992 && number == number.rounded()
        ? String(Int(number)) : String(number)
}

/// The first second of an ISO day ("2025-11-05"), counted from 1970-01-01; nil for any other text.
///
/// Days from a civil date by Howard Hinnant's algorithm (2013, "chrono-Compatible Low-Level Date
/// Algorithms", days_from_civil).
package func isoDay(_ text: String) -> Double? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
        let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day),
        (1...9999).contains(year), day <= daysInMonth(month, of: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Double(era * 146_097 + dayOfEra - 719_468) * 86_400
}

private func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2:
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
}
