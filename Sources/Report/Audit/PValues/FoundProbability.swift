/// A p-value in text.
struct FoundProbability {
    /// Nil where it is adjusted ("p_adj"), a range, or cannot be read for certain.
    var probability: ReportedTest.Probability?
    var start: Int
    var end: Int

    /// Reads "p = .03", "p-value < 0.05", "ns" at `cursor`, which stands at the first of a word's
    /// letters; nil where there is none, with the cursor anywhere.
    init?(_ cursor: inout TextCursor) {
        start = cursor.at
        end = cursor.at
        let name = cursor.word().lowercased()
        if name == "ns" || name == "n" && cursor.take(".s") {
            guard Self.endsWord(&cursor) else { return nil }
            probability = .notSignificant
            end = cursor.at
            return
        }
        guard name == "p" || name == "sig" || name == "padj" else { return nil }
        let isAdjusted = Self.skipName(&cursor) || name == "padj"
        guard let comparison = cursor.comparison() else { return nil }
        if let word = Self.notSignificant(&cursor) {
            guard word else { return nil }
            probability = .notSignificant
        } else {
            let begin = cursor.at
            let number = cursor.number(.decimal)
            guard cursor.at > begin else { return nil }
            probability = number.map { .value(comparison, $0) }
            let isRange = cursor.peek() == "-" && (cursor.isDigit(1) || cursor.peek(1) == ".")
            if isRange { probability = nil }
        }
        if isAdjusted { probability = nil }
        end = cursor.at
    }

    /// Moves on over what belongs to the name; whether it says that the p-value is adjusted.
    private static func skipName(_ cursor: inout TextCursor) -> Bool {
        if cursor.take(".") { cursor.skipBlanks() }
        if cursor.take("-value") || cursor.take(" value") || cursor.take("value") {
            _ = cursor.take("s")
        }
        var isAdjusted = false
        if cursor.take("_") {
            isAdjusted = true
            _ = cursor.take("(")
            _ = cursor.word()
            _ = cursor.take(")")
        }
        let start = cursor.at
        cursor.skipBlanks()
        guard cursor.take("(") else {
            cursor.at = start
            return isAdjusted
        }
        let inside = cursor.at
        while let scalar = cursor.peek(), scalar != ")", cursor.at < inside + 24 { cursor.at += 1 }
        let words = String(String.UnicodeScalarView(cursor.text.scalars[inside..<cursor.at]))
        guard cursor.take(")") else {
            cursor.at = start
            return isAdjusted
        }
        return isAdjusted || !(words.contains("tail") || words.contains("side"))
    }

    /// Whether "ns" stands here; nil where a number may.
    private static func notSignificant(_ cursor: inout TextCursor) -> Bool? {
        guard cursor.isLetter() else { return nil }
        let name = cursor.word().lowercased()
        return (name == "ns" || name == "n" && cursor.take(".s")) && endsWord(&cursor)
    }

    private static func endsWord(_ cursor: inout TextCursor) -> Bool {
        if cursor.peek() == ".", cursor.peek(-1) != "." { _ = cursor.take(".") }
        return !cursor.isLetter() && !cursor.isDigit() && cursor.peek() != "("
            && cursor.peek() != "="
    }
}
