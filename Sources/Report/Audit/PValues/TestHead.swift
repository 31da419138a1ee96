/// The beginning of a test in text: a letter, its degrees of freedom and the statistic.
struct TestHead {
    /// Nil where no distribution follows from the name.
    var kind: ReportedTest.Kind?
    var df: DegreesOfFreedom?
    var hasBrackets: Bool
    var comparison: ReportedTest.Comparison
    /// Nil where the number cannot be read for certain.
    var statistic: TextNumber?

    /// Names of test statistics that count as such without brackets.
    private static let others: Set<String> = [
        "U", "H", "W", "D", "K", "J", "tau", "Tau", "τ", "rho", "ρ", "rs", "Wald", "LR", "G", "χ",
    ]

    /// Reads a head at `cursor`, which stands at the first letter of a word, and moves on behind it.
    ///
    /// Nil, with the cursor behind the word, where there is none.
    init?(_ cursor: inout TextCursor, decimalCommas: Bool) {
        let name = Self.name(&cursor)
        let behind = cursor.at
        kind = Self.kinds[name]
        let subscripted = Self.lowered(&cursor, isT: kind == .t)
        var content = Self.brackets(&cursor)
        hasBrackets = content != nil
        if content == nil, let subscripted {
            hasBrackets = true
            content = subscripted
        }
        if content == nil, name == "t" { content = Self.bare(&cursor) }
        let isShort = hasBrackets && name.unicodeScalars.count <= 5
        guard isShort || kind != nil || Self.others.contains(name),
            let comparison = cursor.comparison()
        else {
            cursor.at = behind
            return nil
        }
        self.comparison = comparison
        let start = cursor.at
        statistic = cursor.number(decimalCommas ? .decimal : .eitherMark)
        guard cursor.at > start else {
            cursor.at = behind
            return nil
        }
        if statistic?.isAmbiguous == true { statistic = nil }
        // T is Wilcoxon's as well, and that is a whole number.
        if name == "T", statistic?.decimals == 0 { kind = nil }
        if let kind, let content {
            df = DegreesOfFreedom(content, of: kind, decimalCommas: decimalCommas)
        } else if kind == .z {
            df = DegreesOfFreedom("", of: .z, decimalCommas: false)
        }
    }

    private static let kinds: [String: ReportedTest.Kind] = [
        "t": .t, "T": .t, "F": .fisherF, "r": .r, "z": .z, "Z": .z, "χ2": .chiSquare,
        "chi2": .chiSquare, "X2": .chiSquare, "x2": .chiSquare, "G2": .chiSquare,
        "Q": .heterogeneity, "Qb": .heterogeneity, "Qw": .heterogeneity, "QB": .heterogeneity,
        "QW": .heterogeneity, "QE": .heterogeneity, "QM": .heterogeneity,
    ]

    /// The word, with its square ("χ^2", "chi-squared", "X2" are "χ2", "chi2", "X2").
    private static func name(_ cursor: inout TextCursor) -> String {
        var name = cursor.word()
        // A difference of two χ² is one itself, and so is the F of a change.
        if name.hasPrefix("Δ") { name.removeFirst() }
        if name == "Chi" { name = "chi" }
        if name == "chi" || name == "χ" {
            let start = cursor.at
            _ = cursor.take("-") || cursor.take(" ")
            if cursor.take("squared") || cursor.take("square"), !cursor.isLetter() { return "chi2" }
            cursor.at = start
        }
        let start = cursor.at
        if cursor.take("^(2)") || cursor.take("^2") || cursor.take("2"), !cursor.isDigit() {
            return name + "2"
        }
        cursor.at = start
        return name
    }

    /// A lowered number or bracket ("t_28", "F_(2,28)"); a lowered word is skipped.
    private static func lowered(_ cursor: inout TextCursor, isT: Bool) -> String? {
        let start = cursor.at
        guard cursor.take("_") else { return nil }
        if let content = brackets(&cursor) {
            return content.unicodeScalars.contains(where: FoldedText.isDigit) ? content : nil
        }
        if cursor.isLetter() {
            _ = cursor.word()
            return nil
        }
        var content = ""
        while let scalar = cursor.peek(), cursor.isDigit() || scalar == "," || scalar == "_" {
            if scalar == ",", !(cursor.isDigit(1) || cursor.peek(1) == "_") { break }
            if scalar != "_" { content.unicodeScalars.append(scalar) }
            if scalar == "," { content.unicodeScalars.append(" ") }
            cursor.at += 1
            if content.utf8.count > 20 { break }
        }
        if content.isEmpty { cursor.at = start }
        // t with 1 or 2 below it is rather the first or second of several.
        return content.isEmpty || isT && ["1", "2"].contains(content) ? nil : content
    }

    /// The inside of brackets that hold at most 60 signs and a figure; nil and unmoved without.
    private static func brackets(_ cursor: inout TextCursor) -> String? {
        let start = cursor.at
        while cursor.peek() == " ", cursor.at < start + 2 { cursor.at += 1 }
        guard cursor.take("(") else {
            cursor.at = start
            return nil
        }
        var content = String.UnicodeScalarView()
        while let scalar = cursor.peek(), content.count <= 60, scalar != "(" {
            cursor.at += 1
            if scalar == ")" { return String(content) }
            content.append(scalar)
        }
        cursor.at = start
        return nil
    }

    /// Whole degrees of freedom without brackets: "t 28 = ".
    private static func bare(_ cursor: inout TextCursor) -> String? {
        let start = cursor.at
        if cursor.peek() == " ", cursor.isDigit(1) {
            cursor.at += 1
            let digits = cursor.digits()
            if digits.count <= 6, cursor.comparison() != nil {
                cursor.at = start + 1 + digits.count
                return digits.map(String.init).joined()
            }
        }
        cursor.at = start
        return nil
    }
}
