/// Finds results of tests in text: "t(28) = 2.20, p = .036".
///
/// A test and its p-value belong together where nothing but other figures and a few words stand
/// between them; where prose does, a p-value is not taken for the test's.
struct TestReader {
    private(set) var tests: [ReportedTest] = []
    /// Where in the text each of `tests` stands.
    private(set) var ranges: [Range<Int>] = []
    private(set) var unread: [UnreadTest] = []
    private let text: FoldedText
    private let decimalCommas: Bool
    /// How far from a statistic its p-value may stand, in signs.
    private static let reach = 160

    init(_ text: String) {
        self.init(FoldedText(text))
    }

    init(_ text: FoldedText) {
        self.text = text
        decimalCommas = Self.usesDecimalCommas(text)
        var cursor = TextCursor(text: text, at: 0)
        var before: FoundProbability?
        while let scalar = cursor.peek() {
            if FoldedText.isDigit(scalar) {
                // A letter behind a figure begins no name: 3.6e-2, 95CI.
                while cursor.isDigit() || cursor.isLetter() { cursor.at += 1 }
                continue
            }
            guard FoldedText.isLetter(scalar), Self.begins(cursor) else {
                cursor.at += 1
                continue
            }
            let start = cursor.at
            if let found = FoundProbability(&cursor) {
                before = Self.opens(text, start) ? found : nil
                continue
            }
            cursor.at = start
            if let head = TestHead(&cursor, decimalCommas: decimalCommas) {
                let near = before.flatMap { Self.isNear($0, start, text) ? $0 : nil }
                read(head, from: start, &cursor, after: near)
                before = nil
            }
        }
    }

    /// Whether a name can begin here: not in a word, behind an apostrophe or a figure.
    private static func begins(_ cursor: TextCursor) -> Bool {
        guard let before = cursor.peek(-1) else { return true }
        return !FoldedText.isLetter(before) && !FoldedText.isDigit(before)
            && before != "'" && before != "_" && before != "^"
    }

    /// Whether no figure stands before a p-value, so that it may belong to what follows.
    private static func opens(_ text: FoldedText, _ start: Int) -> Bool {
        let before = text.scalars[..<start].suffix(6).last { !" ,;(".unicodeScalars.contains($0) }
        return before.map { !FoldedText.isDigit($0) && $0 != ")" && $0 != "%" } ?? true
    }

    private static func isNear(_ p: FoundProbability, _ start: Int, _ text: FoldedText) -> Bool {
        start - p.end <= 5
            && text.scalars[p.end..<start].allSatisfy { " ,;(:".unicodeScalars.contains($0) }
    }

    private static func usesDecimalCommas(_ text: FoldedText) -> Bool {
        var cursor = TextCursor(text: text, at: 0)
        while let scalar = cursor.peek() {
            // Blanks before a sign are passed over one by one: to read on from each takes the square.
            guard scalar != " ", cursor.comparison() != nil else {
                cursor.at += 1
                continue
            }
            while cursor.peek() == "-" || cursor.peek() == " " { cursor.at += 1 }
            let whole = cursor.digits()
            guard cursor.peek() == ",", cursor.isDigit(1) else { continue }
            cursor.at += 1
            if whole.isEmpty || whole == [0] || cursor.digits().count != 3 { return true }
        }
        return false
    }
}

// MARK: - From a statistic to its p-value

extension TestReader {
    private mutating func read(
        _ head: TestHead,
        from start: Int,
        _ cursor: inout TextCursor,
        after before: FoundProbability?
    ) {
        let end = cursor.at
        var between = Between()
        let isFound = between.search(&cursor, until: end + Self.reach, decimalCommas)
        var p = between.found
        var first = start
        if let before {
            first = before.start
            cursor.at = end
            guard p == nil else {
                // A p-value on either side: which is the test's stays open; the later one is free.
                note(first..<end, .unclear)
                return
            }
            p = before
        }
        guard let p else {
            cursor.at = end
            if isFound || between.stopsAtProse { note(start..<cursor.at, .unclear) }
            return
        }
        let range = first..<max(p.end, end)
        guard let kind = head.kind else { return note(range, .otherStatistic) }
        guard let statistic = head.statistic, let probability = p.probability else {
            return note(range, .unclear)
        }
        guard let df = head.df?.df ?? between.degrees(for: kind, n: head.df?.n) else {
            return note(range, head.hasBrackets ? .unclear : .noDegreesOfFreedom)
        }
        ranges.append(range)
        tests.append(
            ReportedTest(
                kind: kind,
                df: df,
                comparison: head.comparison,
                statistic: statistic,
                p: probability,
                text: text.quote(range)
            )
        )
    }

    private mutating func note(_ range: Range<Int>, _ reason: UnreadTest.Reason) {
        unread.append(UnreadTest(text: text.quote(range), reason: reason))
    }
}

/// What stands between a statistic and its p-value.
private struct Between {
    var found: FoundProbability?
    var df: [TextNumber] = []
    var n: Int?
    /// Whether a p-value follows only behind words.
    var stopsAtProse = false

    private static let allowed: Set<String> = [
        "and", "with", "at", "the", "one", "two", "tailed", "sided", "exact", "ci",
        "confidence", "interval", "df", "se", "to", "which", "is", "was",
    ]

    /// Moves on to the p-value; false where there is none before the next test or sentence.
    mutating func search(
        _ cursor: inout TextCursor,
        until limit: Int,
        _ decimalCommas: Bool
    ) -> Bool {
        while let scalar = cursor.peek(), cursor.at < limit {
            let start = cursor.at
            if FoldedText.isDigit(scalar) || scalar == "." && cursor.isDigit(1) {
                _ = cursor.number(.decimal)
                while cursor.isLetter() { cursor.at += 1 }
            } else if FoldedText.isLetter(scalar) {
                if let p = FoundProbability(&cursor) {
                    found = p
                    return true
                }
                cursor.at = start
                guard figure(&cursor, decimalCommas) else {
                    stopsAtProse = Self.hasProbability(cursor, limit, decimalCommas)
                    return false
                }
            } else if scalar == "." || scalar == "!" || scalar == "?" {
                guard cursor.peek(1) == " ", cursor.peek(2) == "p" || cursor.peek(2) == "P" else {
                    return false
                }
                cursor.at += 1
            } else if scalar == "*", cursor.peek(-1) == " " {
                // The legend of a table: * p < .05.
                return false
            } else {
                cursor.at += 1
            }
        }
        return false
    }

    /// Reads the name of a figure or an allowed word; false at another test or at prose.
    private mutating func figure(_ cursor: inout TextCursor, _ decimalCommas: Bool) -> Bool {
        let start = cursor.at
        if let head = TestHead(&cursor, decimalCommas: decimalCommas) {
            let isSize = head.kind == .r && !head.hasBrackets
            let isLabel = head.kind == nil && head.hasBrackets && !cursor.isDigit(-1)
            guard isSize || isLabel else {
                cursor.at = start
                return false
            }
            return true
        }
        cursor.at = start
        let word = cursor.word()
        // The p-value behind it is mostly its own, of close fit.
        if word == "RMSEA" { return false }
        let isDegrees = word == "df" || word == "d" && cursor.take(".f.")
        while cursor.isDigit() || cursor.peek() == "^" || cursor.peek() == "_" { cursor.at += 1 }
        let behind = cursor.at
        if cursor.isLetter() { _ = cursor.word() }
        if cursor.comparison() != nil {
            if isDegrees || word == "n" || word == "N" { degrees(&cursor, isDegrees) }
            return true
        }
        cursor.at = behind
        return isDegrees || Self.allowed.contains(word.lowercased())
    }

    private mutating func degrees(_ cursor: inout TextCursor, _ isDegrees: Bool) {
        guard isDegrees else {
            let start = cursor.at
            if let number = cursor.number(.eitherMark), number.decimals == 0 {
                n = Int(exactly: number.value)
            } else {
                cursor.at = start
            }
            return
        }
        if let number = cursor.number(.eitherMark) { df.append(number) }
        // "df = 2, 28"
        let start = cursor.at
        if df.count == 1, cursor.take(",") {
            cursor.skipBlanks()
            if cursor.isDigit(), let number = cursor.number(.eitherMark) {
                df.append(number)
                return
            }
        }
        cursor.at = start
    }

    /// The degrees of freedom of `kind` that were read here, or follow from the number of people.
    func degrees(for kind: ReportedTest.Kind, n outer: Int?) -> [TextNumber]? {
        let wanted = kind == .fisherF ? 2 : kind == .z ? 0 : 1
        if kind == .z { return [] }
        if df.count == wanted, df.allSatisfy({ $0.value > 0 }) { return df }
        if kind == .r, df.isEmpty, let n = outer ?? n, n > 2 {
            return [TextNumber(value: Double(n - 2), decimals: 0)]
        }
        return nil
    }

    /// Whether a p-value follows in the same sentence.
    private static func hasProbability(
        _ cursor: TextCursor,
        _ limit: Int,
        _ decimalCommas: Bool
    ) -> Bool {
        var cursor = cursor
        while let scalar = cursor.peek(), cursor.at < limit {
            if scalar == ".", !cursor.isDigit(1) { return false }
            if FoldedText.isLetter(scalar) {
                let start = cursor.at
                if FoundProbability(&cursor) != nil { return true }
                cursor.at = start
                if TestHead(&cursor, decimalCommas: decimalCommas) != nil { return false }
                cursor.at = start
                _ = cursor.word()
                if cursor.comparison() != nil { return false }
            } else {
                cursor.at += 1
            }
        }
        return false
    }
}
