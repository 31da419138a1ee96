/// What the words around a test say of how its p-value was made.
struct TestContext: Hashable, Sendable {
    /// A reason why a p-value may rightly differ from the one of the printed statistic.
    struct Allowance: Hashable, Sendable {
        /// Completes "unless": the p-value is adjusted for several tests.
        var unless: String
        /// Whether it can only make a p-value larger.
        var isUpward = false
        /// Whether it bears on F, χ² and r alone.
        var isOfTables = false
    }

    /// Whether these words speak of a one-sided test.
    var isOneSided = false
    var allowances: [Allowance] = []

    init() {}

    /// Reads the words of a report or passage: small letters with single blanks.
    init(words: String) {
        let words = SpokenWords(words)
        isOneSided = words.contains([
            "one-sided", "one-tailed", "one sided", "one tailed", "1-sided", "1-tailed",
            "onesided", "onetailed", "directional",
        ])
        allowances = Self.ofReport.filter { words.contains($0.signs) }.map(\.allowance)
    }

    /// The same with what the words right beside a test allow it.
    func with(beside words: String) -> TestContext {
        let words = SpokenWords(words)
        var context = self
        context.allowances +=
            Self.ofTest.filter { words.contains($0.signs) }.map(\.allowance)
        return context
    }

    private struct Entry {
        let signs: [String]
        let allowance: Allowance
    }

    private static let ofReport = [
        Entry(
            signs: [
                "bonferroni", "holm", "hochberg", "benjamini", "sidak", "šidák", "tukey", "scheff",
                "games-howell", "dunnett", "false discovery", "fdr", "multiple comparison",
                "multiple testing", "adjusted p", "p-values are adjusted", "p-values were adjusted",
            ],
            allowance: Allowance(
                unless: "the p-value is adjusted for several tests",
                isUpward: true
            )
        ),
        Entry(
            signs: ["greenhouse", "huynh", "sphericity"],
            allowance: Allowance(
                unless: "the degrees of freedom were corrected for sphericity but not in print"
            )
        ),
        Entry(
            signs: [
                "design-adjusted", "design adjusted", "design-based", "design based", "rao-scott",
                "rao and scott", "complex sample", "design effect", "survey-adjusted", "clustered",
                "cluster-robust",
            ],
            allowance: Allowance(unless: "the test was adjusted for the design of the sample")
        ),
        Entry(
            signs: ["weighted"],
            allowance: Allowance(unless: "the test allows for weights", isOfTables: true)
        ),
    ]

    private static let ofTest = [
        Entry(
            signs: ["exact", "permutation", "bootstrap", "monte carlo", "simulat"],
            allowance: Allowance(unless: "the p-value is exact or simulated")
        ),
        Entry(
            signs: ["mann-whitney", "mann whitney", "wilcoxon", "signed-rank", "rank-sum"],
            allowance: Allowance(unless: "the p-value is the exact one of a rank test")
        ),
        Entry(
            signs: ["corrected", "correction", "yates", "robust", "welch", "adjusted"],
            allowance: Allowance(unless: "the p-value or the statistic was corrected")
        ),
        Entry(
            signs: [
                "spearman", "kendall", "polychoric", "intraclass", "icc", "partial correlation",
                "rank correlation",
            ],
            allowance: Allowance(unless: "the correlation is of another kind than Pearson's")
        ),
        Entry(
            signs: ["equivalence", "non-inferiority", "noninferiority", "tost"],
            allowance: Allowance(unless: "another hypothesis than that of no difference was tested")
        ),
    ]
}

/// Small letters in which signs are looked for that no "not" stands before.
private struct SpokenWords {
    private let bytes: [UInt8]
    /// Where words begin, by their first byte: many signs are looked for in long texts.
    private let starts: [UInt8: [Int]]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        starts = Dictionary(grouping: bytes.indices.filter { Self.begins($0, bytes) }) { bytes[$0] }
    }

    func contains(_ signs: [String]) -> Bool {
        signs.contains { sign in
            let wanted = Array(sign.utf8)
            guard let places = wanted.first.flatMap({ starts[$0] }) else { return false }
            return places.contains { place in
                bytes[place...].starts(with: wanted) && !isDenied(place)
                    && !(Self.whole.contains(sign) && goesOn(place + wanted.count))
            }
        }
    }

    /// Signs that begin other words too: exactly, Holmes, robustness.
    private static let whole: Set<String> = ["exact", "holm", "fdr", "tost", "robust"]

    private func goesOn(_ place: Int) -> Bool {
        place < bytes.count && (0x61...0x7A).contains(bytes[place])
    }

    /// Not "unweighted", not "nondirectional".
    private static func begins(_ place: Int, _ bytes: [UInt8]) -> Bool {
        guard (0x61...0x7A).contains(bytes[place]) || bytes[place] >= 0x80 || isDigit(bytes[place])
        else { return false }
        guard place > 0 else { return true }
        let before = bytes[place - 1]
        guard !(0x61...0x7A).contains(before), before < 0x80 else { return false }
        return !bytes[..<place].suffix(4).elementsEqual("non-".utf8)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether "not", "no", "without" or the like is one of the two words before.
    private func isDenied(_ place: Int) -> Bool {
        let before = String(decoding: bytes[max(0, place - 24)..<place], as: UTF8.self)
        let words = before.split(separator: " ").suffix(2)
        if words.joined(separator: " ").hasSuffix("rather than") { return true }
        let denials: Set<Substring> = ["not", "no", "without", "never", "non", "neither", "nor"]
        return words.contains(where: denials.contains)
    }
}
