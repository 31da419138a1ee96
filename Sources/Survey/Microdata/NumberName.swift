/// The name of `number` in data: the shortest text that reads back as it, "3" and not "3.0".
package func numberName(_ number: Double) -> String {
    // 2^53: from there on, a Double no longer holds every whole number.
    abs(number) < 9_007_199_254_740_992 && number == number.rounded()
        ? String(Int(number)) : String(number)
}

/// The first second of an ISO day ("2025-11-05"), counted from 1970-01-01; nil for any other text.
package func isoDay(_ text: String) -> Double? {
    guard let time = CivilTime.parse(text), !time.hasTime else { return nil }
    return time.seconds
}
