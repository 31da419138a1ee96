/// The share of equal answers between pairs of rows.
///
/// For each row, its closest other row; and all pairs at or above a threshold. The share is over the
/// questions that at least one of the two rows answered. Many high shares can come about naturally,
/// where few questions are asked of people who are alike.
/// - SeeAlso: Kuriakose & Robbins (2016), "Don't get duped: Fraud through duplication in public opinion
///   surveys", Statistical Journal of the IAOS 32, 283–291; Simmons, Mercer, Schwarzer & Kennedy
///   (2016), "Evaluating a new proposal for detecting data falsification in surveys", the same, 327–338.
package struct PercentMatch: Sendable, Hashable {
    /// Two rows and their share of equal answers.
    package struct Pair: Sendable, Hashable {
        package let first: Int
        package let second: Int
        package let share: Double
    }

    /// The most pairs that are listed; all are counted.
    package static let mostPairs = 1_000

    /// The rows that were compared: those that answered half of the questions and more.
    package let rows: [Int]
    /// The highest share of each of `rows` with any other; empty when there is one row or none.
    package let highest: [Double]
    /// The pairs at or above the threshold, the closest first.
    package let pairs: [Pair]
    /// How many such pairs there are.
    package let pairCount: Int

    init(codes: [[Int32]], codeCounts: [Int], rows: [Int], atLeast least: Double) {
        let narrow = Lanes(codes, where: { codeCounts[$0] <= 256 }, bits: 8, rows: rows)
        let wide = Lanes(codes, where: { codeCounts[$0] > 256 }, bits: 16, rows: rows)
        var highest = [Double](repeating: 0, count: rows.count)
        var pairs: [Pair] = []
        var pairCount = 0
        for first in rows.indices {
            for second in rows.indices.dropFirst(first + 1) {
                let (equal, compared) = narrow.compare(first, second) + wide.compare(first, second)
                guard compared > 0 else { continue }
                let share = Double(equal) / Double(compared)
                highest[first] = max(highest[first], share)
                highest[second] = max(highest[second], share)
                guard share >= least else { continue }
                pairCount += 1
                if pairs.count < PercentMatch.mostPairs {
                    pairs.append(Pair(first: rows[first], second: rows[second], share: share))
                }
            }
        }
        self.rows = rows
        self.highest = rows.count > 1 ? highest : []
        self.pairs = pairs.sorted {
            ($1.share, $0.first, $0.second) < ($0.share, $1.first, $1.second)
        }
        self.pairCount = pairCount
    }
}

/// The codes of some questions packed side by side into words, so that eight are compared at once.
private struct Lanes {
    private let bits: Int
    private let wordsPerRow: Int
    private let words: [UInt64]
    /// All bits of each lane but its highest.
    private let low: UInt64

    init(_ codes: [[Int32]], where isTaken: (Int) -> Bool, bits: Int, rows: [Int]) {
        let taken = codes.indices.filter(isTaken).map { codes[$0] }
        let perWord = 64 / bits
        self.bits = bits
        wordsPerRow = (taken.count + perWord - 1) / perWord
        low = bits == 8 ? 0x7F7F_7F7F_7F7F_7F7F : 0x7FFF_7FFF_7FFF_7FFF
        var words = [UInt64](repeating: 0, count: wordsPerRow * rows.count)
        for (question, codes) in taken.enumerated() {
            let shift = UInt64(question % perWord * bits)
            for (place, row) in rows.enumerated() {
                let word = place * wordsPerRow + question / perWord
                words[word] |= UInt64(UInt32(bitPattern: codes[row])) << shift
            }
        }
        self.words = words
    }

    /// How many questions two rows answered alike, and how many at least one of them answered.
    func compare(_ first: Int, _ second: Int) -> (equal: Int, compared: Int) {
        var different = 0
        var answered = 0
        for word in 0..<wordsPerRow {
            let one = words[first * wordsPerRow + word]
            let other = words[second * wordsPerRow + word]
            different += lanesSet(one ^ other)
            answered += lanesSet(one | other)
        }
        // A lane that differs holds an answer of at least one row.
        return (answered - different, answered)
    }

    /// How many lanes of `word` are not 0: adding all ones carries into a lane's highest bit when any
    /// lower bit is set, and never beyond it.
    private func lanesSet(_ word: UInt64) -> Int {
        ((((word & low) + low) | word) & ~low).nonzeroBitCount
    }
}

private func + (
    left: (equal: Int, compared: Int),
    right: (equal: Int, compared: Int)
) -> (equal: Int, compared: Int) {
    (left.equal + right.equal, left.compared + right.compared)
}
