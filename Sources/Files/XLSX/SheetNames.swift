/// The tabs' names for sheets that want to be called `wanted`, in the same order.
///
/// Spreadsheets take at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an end, not the
/// name "History", and no two names that differ in case only.
func sheetNames(_ wanted: [String]) -> [String] {
    var taken: Set<String> = ["history"]
    return wanted.map { wanted in
        let safe = safeName(wanted)
        var name = shortened(safe, to: 31)
        var number = 2
        while taken.contains(name.lowercased()) {
            let suffix = " (\(number))"
            name = shortened(safe, to: 31 - suffix.utf16.count) + suffix
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }
}

/// `name` without what tabs cannot show; "Sheet" where nothing is left.
private func safeName(_ name: String) -> String {
    let scalars = name.unicodeScalars.map { scalar in
        let isBad = "[]:*?/\\".unicodeScalars.contains(scalar) || isUnfit(scalar)
        return isBad ? " " : Character(scalar)
    }
    var rest = Substring(String(scalars))
    while let first = rest.first, first.isWhitespace || first == "'" { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace || last == "'" { rest = rest.dropLast() }
    return rest.isEmpty ? "Sheet" : String(rest)
}

/// The longest start of `name` within `units` UTF-16 units that ends between characters.
private func shortened(_ name: String, to units: Int) -> String {
    var name = name
    while name.utf16.count > units { name.removeLast() }
    while let last = name.last, last.isWhitespace || last == "'" { name.removeLast() }
    return name.isEmpty ? "Sheet" : name
}

/// Whether XML or a tab cannot hold the character.
private func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.value & 0xFFFE == 0xFFFE
}
