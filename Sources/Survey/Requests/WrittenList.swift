/// Lists and sums as a person writes them, where a name in backticks may hold any mark.
package enum WrittenList {
    /// The pieces of `text` between `marks`, each with the mark before it; marks inside backticks, quotes,
    /// parentheses and brackets do not part it.
    package static func pieces(
        of text: String,
        at marks: Set<Character>
    ) -> [(mark: Character?, text: String)] {
        var pieces: [(mark: Character?, text: String)] = []
        var mark: Character?
        var current = ""
        var depth = 0
        var rest = text[...]
        while let letter = rest.popFirst() {
            if "`\"'".contains(letter), let end = rest.firstIndex(of: letter) {
                // A quote that nothing closes is a letter like others.
                current.append(letter)
                current += rest[...end]
                rest = rest[rest.index(after: end)...]
                continue
            }
            if "([".contains(letter) { depth += 1 }
            if ")]".contains(letter) { depth = max(0, depth - 1) }
            if depth == 0, marks.contains(letter) {
                pieces.append((mark, trimmed(current[...])))
                mark = letter
                current = ""
            } else {
                current.append(letter)
            }
        }
        return pieces + [(mark, trimmed(current[...]))]
    }

    /// The names in `text`, which has commas between them; empty ones are left out.
    package static func names(in text: String) -> [String] {
        pieces(of: text, at: [","]).map(\.text).filter { !$0.isEmpty }
    }

    /// `name` without the backticks that keep a name of any letters together.
    package static func plain(_ name: String) -> String {
        guard name.count > 2, name.first == "`", name.last == "`" else { return name }
        let inner = name.dropFirst().dropLast()
        return inner.contains("`") ? name : String(inner)
    }

    package static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
