/// Stata's extended missing values `.a` to `.z`: answers that say why there is no answer.
///
/// They are user-missing, and stay apart from system-missing `.`. In a coded column each is a category
/// of its own named ".a". In a column of numbers or dates it is the number by which Stata itself stores
/// it: 2^1023 · (1 + k/4096) for the k-th letter, larger than any value that Stata allows; the column's
/// `missingNumbers` name it, and `numberLabels` say what it means.
package enum StataMissing {
    /// The number for the k-th letter, 1 for "a".
    private static func number(at position: UInt64) -> Double {
        Double(bitPattern: 0x7FE0_0000_0000_0000 | position << 40)
    }

    /// The number that stands for the letter ("a"); nil for other letters.
    package static func number(letter: UInt8) -> Double? {
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { return nil }
        return number(at: UInt64(letter - UInt8(ascii: "a") + 1))
    }

    /// The name of the missing value that `number` stands for: ".a"; nil for any other number.
    package static func name(_ number: Double) -> String? {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z")
        where self.number(letter: letter) == number {
            return "." + String(UnicodeScalar(letter))
        }
        return nil
    }

    /// The number that the name ".a" stands for; nil for any other name.
    package static func number(named name: String) -> Double? {
        let bytes = Array(name.utf8)
        guard bytes.count == 2, bytes[0] == UInt8(ascii: ".") else { return nil }
        return number(letter: bytes[1])
    }

    /// All of them: from `.a` to `.z`.
    package static var range: ClosedRange<Double> { number(at: 1)...number(at: 26) }
}
