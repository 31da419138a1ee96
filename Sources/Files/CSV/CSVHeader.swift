/// A name for each of `headers` that no other has: a header that was not there before keeps its text.
///
/// An empty one is called by its column's letter ("column_C"); one that was there before gets a
/// number, from 2 on ("age_2").
func distinctNames(_ headers: [String]) -> [String] {
    var taken = Set(headers)
    var seen: Set<String> = []
    // The next number to try for a name, so that many equal headers do not try them all again.
    var next: [String: Int] = [:]
    return headers.enumerated().map { position, header in
        if !header.isEmpty, seen.insert(header).inserted { return header }
        let name = header.isEmpty ? "column_\(columnLetter(position))" : header
        var distinct = name
        var number = next[name] ?? 2
        while !taken.insert(distinct).inserted {
            distinct = "\(name)_\(number)"
            number += 1
        }
        next[name] = number
        return distinct
    }
}

/// The letters over a column in a spreadsheet: A to Z, then AA and so on.
func columnLetter(_ position: Int) -> String {
    var letters = ""
    var rest = position
    repeat {
        letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
        rest = rest / 26 - 1
    } while rest >= 0
    return letters
}
