/// Whether answers exist at all with a sum and a sum of squares: the exact answer where it is cheap.
///
/// A dynamic programme over people. For every sum it keeps the set of sums of squares that can be
/// reached, one bit each; one more person with answer v moves every set from sum s to s + v and by v²
/// bits. GRIMMER's conditions are necessary only: mean 3.00 and SD 2.00 of 16 answers from 1 to 5 fulfil
/// them, and no such answers exist.
package enum Realisation {
    /// The most work that is taken on, in steps of 64 bits.
    static let largestCost = 20_000_000

    /// Whether some sum and sum of squares of `fits` can be those of `n` answers in `range`.
    ///
    /// - Returns: nil where the work would be too much.
    package static func exists(_ fits: [Grimmer.Fit], n: Int, range: ClosedRange<Int>) -> Bool? {
        let low = range.lowerBound
        let width = range.upperBound - low
        guard n > 0, n <= 1_000, width <= 100 else { return nil }
        let words = (n * width * width) / 64 + 2
        let most = n * width
        guard n * (width + 1) * (most + 1) / 2 * words / 2 <= largestCost else { return nil }
        // Answers from 0: the sum of squares moves with the sum.
        let wanted = fits.flatMap { fit in
            stride(from: fit.first, through: fit.last, by: 2).map {
                (sum: fit.sum - n * low, squares: $0 - 2 * low * fit.sum + n * low * low)
            }
        }
        .filter { (0...most).contains($0.sum) && (0...n * width * width).contains($0.squares) }
        guard let largest = wanted.map(\.sum).max() else { return false }
        let reached = sets(n: n, width: width, sums: largest, words: words)
        return wanted.contains {
            reached[$0.sum * words + $0.squares / 64] >> ($0.squares % 64) & 1 == 1
        }
    }

    private static func sets(n: Int, width: Int, sums: Int, words: Int) -> [UInt64] {
        var reached = [UInt64](repeating: 0, count: (sums + 1) * words)
        reached[0] = 1
        for people in 0..<n {
            var next = [UInt64](repeating: 0, count: reached.count)
            let used = min(words - 1, people * width * width / 64 + 1)
            for sum in 0...min(sums, people * width) {
                for answer in 0...min(width, sums - sum) {
                    let shift = answer * answer
                    let target = (sum + answer) * words + shift / 64
                    let bits = UInt64(shift % 64)
                    for word in 0..<used {
                        let set = reached[sum * words + word]
                        guard set != 0 else { continue }
                        next[target + word] |= set << bits
                        if bits > 0, set >> (64 - bits) != 0 {
                            next[target + word + 1] |= set >> (64 - bits)
                        }
                    }
                }
            }
            reached = next
        }
        return reached
    }
}
