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
func dateText(_ seconds: Double, _ precision: Column.DatePrecision) -> String {
    guard abs(seconds) < 1e14 else { return codeText(seconds) }
    let text = CivilTime.text(seconds, hasTime: precision == .second)
    guard precision == .second else { return text }
    return String(text.dropLast(3)).replacing("T", with: " ")
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
