import Base

/// The answers of one list, found by what a cell of an export can hold for them.
struct AnswerList {
    /// The categories, in the list's order.
    let categories: [Category]
    /// Whether an answer that is not on the list is no mistake (its list is not inside the form).
    let isOpen: Bool
    private var byName: [String: Int] = [:]
    private var byNumber: [Double: Int] = [:]
    /// By label in any language, spaces collapsed, lower case; nil where two answers share it.
    private var byLabel: [String: Int?] = [:]
    /// The most words that a label has.
    private var longestLabel = 1

    init(choices: [Choice], isOpen: Bool = false) {
        categories = choices.map { Category($0.name, label: $0.label) }
        self.isOpen = isOpen
        for (index, choice) in choices.enumerated() {
            byName[choice.name] = index
            if let number = CellTexts.number(choice.name) { byNumber[number] = index }
            for label in choice.label.texts.values {
                let key = label.collapsed.lowercased()
                guard !key.isEmpty else { continue }
                longestLabel = max(longestLabel, key.split(separator: " ").count)
                if let known = byLabel[key], known != index {
                    byLabel[key] = .some(nil)
                } else {
                    byLabel[key] = index
                }
            }
        }
    }

    /// What people may have meant by an answer that is on no list: the nearest name or label.
    func nearest(to text: String) -> String? {
        let labels = categories.flatMap { $0.label.texts.sorted { $0.key < $1.key }.map(\.value) }
        return nearestName(to: text, in: categories.map(\.name) + labels)
    }

    /// The answers as a person reads them, at most five: "1, 2, 3, 4, 5".
    var shown: String {
        let names = categories.prefix(5).map(\.name).joined(separator: ", ")
        return categories.count > 5 ? names + " …" : names
    }

    /// How the cells of one column write answers.
    enum Style {
        case names
        case labels
    }

    /// The way in which `texts` write answers: labels, if more of them are labels than names.
    ///
    /// It matters only for a list whose names are also labels of other answers.
    func style(of texts: [String]) -> Style {
        let names = texts.count { name($0) != nil }
        let labels = texts.count { label($0) != nil }
        return labels > names ? .labels : .names
    }

    /// The position of the answer that `text` is; nil when it is none of the list, or unclear.
    func find(_ text: String, style: Style) -> Int? {
        switch style {
        case .names: name(text) ?? label(text)
        case .labels: label(text) ?? name(text)
        }
    }

    private func name(_ text: String) -> Int? {
        byName[text] ?? CellTexts.number(text).flatMap { byNumber[$0] }
    }

    private func label(_ text: String) -> Int? {
        byLabel[text.collapsed.lowercased()] ?? nil
    }

    // MARK: - Several answers in one cell

    /// The answers that a cell of several lists, and the words of it that are none of the list.
    ///
    /// Names are apart by spaces. Labels may hold spaces themselves: the cell is cut so that every
    /// piece is an answer, longer ones first; where that cannot be done, at ";" or ",", or else every
    /// word that is no answer stands alone.
    func split(_ cell: String) -> (found: [Int], unknown: [String]) {
        let words = cell.split(whereSeparator: \.isWhitespace).map(String.init)
        let alone = words.map { name($0) }
        if !alone.contains(nil) { return (alone.compactMap { $0 }, []) }
        if let cut = segmented(words) { return (cut, []) }
        for mark in [";", ",", "|"] as [Character] where cell.contains(mark) {
            let parts = cell.split(separator: mark).map(\.trimmed).filter { !$0.isEmpty }
            let found = parts.map { find($0, style: .names) }
            if !found.contains(nil) { return (found.compactMap { $0 }, []) }
        }
        return greedy(words)
    }

    /// The answers whose texts, put after one another, are `words`; nil when there is no such way.
    private func segmented(_ words: [String]) -> [Int]? {
        // best[i]: the answers for the words from i on; filled from the end, so it takes
        // words × longest label steps, whatever the cell holds.
        guard words.count <= 1000 else { return nil }
        var best = [[Int]?](repeating: nil, count: words.count + 1)
        best[words.count] = []
        for start in words.indices.reversed() {
            for length in stride(from: min(longestLabel, words.count - start), to: 0, by: -1) {
                guard let rest = best[start + length],
                    let answer = piece(words[start..<(start + length)])
                else { continue }
                best[start] = [answer] + rest
                break
            }
        }
        return best[0]
    }

    private func piece(_ words: ArraySlice<String>) -> Int? {
        let text = words.joined(separator: " ")
        return label(text) ?? (words.count == 1 ? name(text) : nil)
    }

    /// From the left, the longest answer that fits; words that begin no answer are left over.
    private func greedy(_ words: [String]) -> (found: [Int], unknown: [String]) {
        var found: [Int] = []
        var unknown: [String] = []
        var start = 0
        while start < words.count {
            let longest = min(longestLabel, words.count - start)
            let match = stride(from: longest, to: 0, by: -1).lazy.compactMap { length in
                piece(words[start..<(start + length)]).map { (length, $0) }
            }.first
            if let (length, answer) = match {
                found.append(answer)
                start += length
            } else {
                unknown.append(words[start])
                start += 1
            }
        }
        return (found, unknown)
    }
}
