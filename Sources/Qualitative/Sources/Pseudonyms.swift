/// Names that must not leave a study, and what stands for each.
///
/// A name is found with the endings of Kyrgyz, Russian, Uzbek and the English 's, and its pseudonym takes
/// the same ending in the form that it asks for: Асандын becomes Бакыттын. Longer names go first. A word
/// that merely begins like a name (Асанбек, Асанова) is left alone, and so is one in lower case, since
/// many names are words too (бакыт is luck); both are told, for a person to look at. A name in another
/// script is another name.
package struct Pseudonyms: Sendable {
    package struct Entry: Sendable, Hashable {
        package let name: String
        package let pseudonym: String

        package init(name: String, pseudonym: String) {
            self.name = name
            self.pseudonym = pseudonym
        }
    }

    /// A text with its names replaced.
    package struct Outcome: Sendable, Hashable {
        package let text: String
        package let edits: TextEdits
        /// What was replaced by what, and how often, in the order of the first.
        package let replaced: [Change]
        /// Words that are like a name and stand as they were, with how often.
        package let left: [Change]
    }

    /// A word of a text with what stands for it, the same for one that was left.
    package struct Change: Sendable, Hashable {
        package let word: String
        package let replacement: String
        package var times: Int
    }

    package let entries: [Entry]
    private let names: [Name]
    /// Names by the first letter of their first word, longer ones first.
    private let byLetter: [Unicode.Scalar: [Int]]

    private struct Name: Sendable {
        let words: [[Unicode.Scalar]]
        let pseudonym: [String]
        var letters: Int { words.reduce(0) { $0 + $1.count } }
    }

    /// Entries without a name of two letters or more are left out.
    package init(_ entries: [Entry]) {
        self.entries = entries
        names = entries.map { entry in
            Name(
                words: Word.all(in: Array(entry.name.unicodeScalars)).map(\.folded),
                pseudonym: entry.pseudonym.split(whereSeparator: \.isWhitespace).map(String.init)
            )
        }
        var byLetter: [Unicode.Scalar: [Int]] = [:]
        for (index, name) in names.enumerated() where name.letters > 1 {
            if let first = name.words.first?.first { byLetter[first, default: []].append(index) }
        }
        self.byLetter = byLetter.mapValues { [names] list in
            list.sorted { one, other in
                let (a, b) = (names[one], names[other])
                return (b.words.count, b.letters, one) < (a.words.count, a.letters, other)
            }
        }
    }

    /// `text` with its names replaced.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - language: Its language (BCP 47), whose endings are tried first; empty where unknown.
    /// - Returns: The text, where each passage of the old one stands in it, and what was replaced or left.
    package func replace(in text: String, language: String = "") -> Outcome {
        let scalars = Array(text.unicodeScalars)
        let words = Word.all(in: scalars)
        var result = String.UnicodeScalarView()
        var edits = TextEdits()
        var (replaced, left) = (Tally(), Tally())
        var written = 0
        var index = 0
        while index < words.count {
            defer { index += 1 }
            guard let match = match(at: index, words, scalars, language) else {
                if isLike(words[index]) { left.add(words[index].text(in: scalars)) }
                continue
            }
            let range = words[index].range.lowerBound..<words[match.last].range.upperBound
            let old = String(String.UnicodeScalarView(scalars[range]))
            guard words[index].isName else {
                left.add(old)
                continue
            }
            result.append(contentsOf: scalars[written..<range.lowerBound])
            result.append(contentsOf: match.replacement.unicodeScalars)
            edits.replace(range, byCount: match.replacement.unicodeScalars.count)
            replaced.add(old, match.replacement)
            written = range.upperBound
            index = match.last
        }
        result.append(contentsOf: scalars[written...])
        return Outcome(
            text: String(result),
            edits: edits,
            replaced: replaced.changes,
            left: left.changes
        )
    }

    /// Whether a name of the list stands in `text`.
    package func areIn(_ text: String, language: String = "") -> Bool {
        let scalars = Array(text.unicodeScalars)
        let words = Word.all(in: scalars)
        return words.indices.contains {
            words[$0].isName && match(at: $0, words, scalars, language) != nil
        }
    }

    // MARK: - Finding

    private func match(
        at index: Int,
        _ words: [Word],
        _ scalars: [Unicode.Scalar],
        _ language: String
    ) -> (last: Int, replacement: String)? {
        guard let first = words[index].folded.first else { return nil }
        for number in byLetter[first] ?? [] {
            let name = names[number]
            let end = index + name.words.count
            guard end <= words.count, areTogether(words[index..<end], scalars) else { continue }
            var endings: [NameEnding] = []
            for (part, word) in zip(name.words, words[index..<end]) {
                guard let ending = NameEnding.read(word.folded, of: part, language) else { break }
                endings.append(ending)
            }
            guard endings.count == name.words.count else { continue }
            let isCapital = words[index..<end].allSatisfy { $0.isAllCapital(in: scalars) }
            return (end - 1, written(name.pseudonym, endings, isCapital: isCapital))
        }
        return nil
    }

    /// The pseudonym with the endings: word by word, or the last one alone where the words differ in
    /// number.
    private func written(_ pseudonym: [String], _ endings: [NameEnding], isCapital: Bool) -> String
    {
        let isEven = pseudonym.count == endings.count
        let words = pseudonym.enumerated().map { index, word in
            if isEven { return endings[index].written(after: word) }
            return index == pseudonym.count - 1
                ? (endings.last ?? .none).written(after: word) : word
        }
        let text = words.joined(separator: " ")
        return isCapital ? text.uppercased() : text
    }

    /// Whether nothing but blanks stands between words.
    private func areTogether(_ words: ArraySlice<Word>, _ scalars: [Unicode.Scalar]) -> Bool {
        zip(words, words.dropFirst()).allSatisfy { one, other in
            scalars[one.range.upperBound..<other.range.lowerBound]
                .allSatisfy { $0.properties.isWhitespace }
        }
    }

    /// Whether a word begins like a name of four letters or more.
    private func isLike(_ word: Word) -> Bool {
        guard word.isName, let first = word.folded.first else { return false }
        return (byLetter[first] ?? []).contains { number in
            names[number].words.contains { $0.count >= 4 && word.folded.starts(with: $0) }
        }
    }
}

/// Counts words in the order in which they come.
private struct Tally {
    private(set) var changes: [Pseudonyms.Change] = []
    private var positions: [[Unicode.Scalar]: Int] = [:]

    mutating func add(_ word: String, _ replacement: String? = nil) {
        // By scalars: й in one and in two of them are two spellings.
        let key = Array(word.unicodeScalars)
        if let position = positions[key] {
            changes[position].times += 1
        } else {
            positions[key] = changes.count
            changes.append(.init(word: word, replacement: replacement ?? word, times: 1))
        }
    }
}

/// A word of a text: letters, with apostrophes between them.
private struct Word {
    let range: Range<Int>
    /// Its letters as names are compared.
    let folded: [Unicode.Scalar]
    /// Whether it may be a name: it has no lower case at its start.
    let isName: Bool

    static func all(in scalars: [Unicode.Scalar]) -> [Word] {
        var words: [Word] = []
        var start: Int?
        for index in 0...scalars.count {
            let isInside = index < scalars.count && isPart(index, scalars, isFirst: start == nil)
            if isInside {
                start = start ?? index
            } else if let first = start {
                let letters = scalars[first..<index]
                words.append(
                    Word(
                        range: first..<index,
                        folded: TextFolding.fold(letters).scalars,
                        isName: !scalars[first].properties.isLowercase
                    )
                )
                start = nil
            }
        }
        return words
    }

    func text(in scalars: [Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    /// Whether it is written in capitals, two of them at least.
    func isAllCapital(in scalars: [Unicode.Scalar]) -> Bool {
        let letters = scalars[range].filter { $0.properties.isAlphabetic }
        return letters.count > 1
            && letters.allSatisfy { $0.properties.isUppercase || !$0.properties.isCased }
            && letters.contains { $0.properties.isUppercase }
    }

    private static func isPart(_ index: Int, _ scalars: [Unicode.Scalar], isFirst: Bool) -> Bool {
        let scalar = scalars[index]
        if isLetter(scalar) { return true }
        guard !isFirst else { return false }
        let category = scalar.properties.generalCategory
        if category == .nonspacingMark || category == .format { return true }
        return apostrophes.contains(scalar) && index + 1 < scalars.count
            && isLetter(scalars[index + 1])
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
        // ʻ and ʼ of Uzbek are letters by their category, and stand for apostrophes too.
        case .modifierLetter: !apostrophes.contains(scalar)
        default: false
        }
    }

    private static let apostrophes = Set("ʻʼ'‘’`".unicodeScalars)
}
