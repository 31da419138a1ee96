import Survey

/// A variable as an SPSS file can hold it.
struct SAVColumn {
    enum Values {
        /// NaN is system-missing.
        case numbers([Double])
        /// Texts, for each row a position among them, and the width in bytes.
        case texts([String], [Int32], width: Int)

        var rowCount: Int {
            switch self {
            case .numbers(let numbers): numbers.count
            case .texts(_, let positions, _): positions.count
            }
        }
    }

    enum Key: Hashable {
        case number(Double)
        case text(String)
    }

    var name: String
    var label: String
    var values: Values
    var format = ""
    /// Whether it is a quantity, by SPSS's measurement levels; else nominal.
    var isQuantity = false
    var labels: [(key: Key, label: String)] = []
    /// At most three single numbers, or one range and one number.
    var missing: [ClosedRange<Double>] = []
    /// At most three texts of at most eight bytes.
    var missingTexts: [String] = []
}

/// The text's beginning that fits into `limit` bytes of UTF-8, cut between letters; without NUL, which
/// would end it.
func fitted(_ text: String, bytes limit: Int) -> String {
    let whole = text.contains("\0") ? text.filter { $0 != "\0" } : text
    if whole.utf8.count <= limit { return whole }
    var kept = ""
    var count = 0
    for letter in whole {
        count += letter.utf8.count
        if count > limit { break }
        kept.append(letter)
    }
    return kept
}

/// A display format for numbers: as many decimals as they have, up to four.
func displayFormat(_ numbers: [Double]) -> String {
    var decimals = 0
    var largest = 0.0
    for number in numbers where number.isFinite && StataMissing.name(number) == nil {
        largest = max(largest, abs(number))
        while decimals < 4 {
            let scale = [1.0, 10, 100, 1000][decimals]
            if abs((number * scale).rounded() - number * scale) < 1e-9 * scale { break }
            decimals += 1
        }
    }
    var digits = 1
    while digits < 30, largest >= 10 {
        largest /= 10
        digits += 1
    }
    let width = max(8, digits + 1 + (decimals > 0 ? decimals + 1 : 0))
    return "F\(width).\(decimals)"
}

/// SPSS's missing values for what is declared missing.
///
/// SPSS holds three single values, or one range and at most one value. What is more is joined to one
/// range, where no number of `valid` lies in it.
///
/// - Returns: The ranges (a value is a range of its own), and how many of those declared are left out.
func savMissing(
    _ declared: MissingNumbers,
    valid: some Sequence<Double>
) -> (missing: [ClosedRange<Double>], leftOut: Int) {
    let outside = declared.values.filter { number in
        !number.isNaN && !declared.ranges.contains { $0.contains(number) }
    }
    let all = (declared.ranges + outside.map { $0...$0 }).sorted { $0.lowerBound < $1.lowerBound }
    let ranges = declared.ranges.count { $0.lowerBound < $0.upperBound }
    if (ranges == 0 && all.count <= 3) || (ranges == 1 && all.count <= 2) { return (all, 0) }
    let numbers = valid.filter { !declared.contains($0) }.sorted()
    var best: [ClosedRange<Double>] = []
    var bestLeft = all.count
    for first in all.indices {
        for last in all.indices[first...] {
            let joined =
                all[first]
                .lowerBound...all[first...last].map(\.upperBound).reduce(
                    all[first].upperBound,
                    max
                )
            if numbers.contains(where: joined.contains) { break }
            let rest = all[..<first] + all[(last + 1)...]
            let single = rest.first { $0.lowerBound == $0.upperBound }
            let left = rest.count - (single == nil ? 0 : 1)
            if left < bestLeft {
                best = [joined] + (single.map { [$0] } ?? [])
                bestLeft = left
            }
        }
    }
    return (best, bestLeft)
}
