/// Names that SPSS allows: up to 64 bytes of letters, digits and `. _ $ # @`, a letter first, different
/// also in capital letters, and none of the words of its language.
struct SAVNames {
    private var taken: Set<String> = []
    /// The names that had to change: the old and the new one.
    private(set) var changed: [(from: String, to: String)] = []

    private static let reserved: Set = [
        "ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH",
    ]
    private static let longest = 64

    /// A name for the column `wanted`: itself where SPSS allows it.
    mutating func name(for wanted: String) -> String {
        var base = String(
            String.UnicodeScalarView(
                wanted.unicodeScalars.map { SAVNames.isAllowed($0) ? $0 : "_" }
            )
        )
        let first = base.unicodeScalars.first
        if first.map({ !$0.properties.isAlphabetic && $0 != "@" }) ?? true { base = "v" + base }
        while base.last == "." { base.removeLast() }
        if SAVNames.reserved.contains(base.uppercased()) { base += "_" }
        base = fitted(base, bytes: SAVNames.longest)
        var name = base
        var number = 2
        while !taken.insert(name.uppercased()).inserted {
            let ending = "_\(number)"
            name = fitted(base, bytes: SAVNames.longest - ending.utf8.count) + ending
            number += 1
        }
        if name != wanted { changed.append((wanted, name)) }
        return name
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let isDigit = ("0"..."9").contains(scalar)
            return isDigit || scalar.properties.isAlphabetic
                || "._$#@".unicodeScalars.contains(scalar)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
}
