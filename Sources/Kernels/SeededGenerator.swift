import RealModule

/// A random number generator whose whole sequence follows from its seed, on every machine and in
/// every version: the draw of a sample can be repeated and proved.
///
/// The generator is xoshiro256++, its state filled by SplitMix64. The functions below turn its bits
/// into numbers by rules of their own, since those of the standard library may change.
///
/// - SeeAlso: Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM Trans.
///   Math. Softw. 47(4); Steele, Lea & Flood (2014), Fast Splittable Pseudorandom Number Generators.
package struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// The generator of `seed`.
    ///
    /// Generators of one seed and different `stream`s give unrelated sequences: one for each task that
    /// runs beside others, so that results do not depend on how the tasks are scheduled.
    package init(seed: UInt64, stream: UInt64 = 0) {
        var mixer = SplitMix64(state: seed)
        // The stream's own constants are mixed in before the state is drawn.
        if stream > 0 {
            mixer = SplitMix64(state: mixer.next() ^ SplitMix64.mixed(stream))
        }
        a = mixer.next()
        b = mixer.next()
        c = mixer.next()
        d = mixer.next()
    }

    package mutating func next() -> UInt64 {
        let sum = a &+ d
        let result = ((sum << 23) | (sum >> 41)) &+ a
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = (d << 45) | (d >> 19)
        return result
    }

    /// A number from 0 up to 1, without 1; 53 random bits.
    package mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number from 0 up to `bound`, without it; every one equally likely.
    ///
    /// - SeeAlso: Lemire (2019), Fast Random Integer Generation in an Interval, ACM TOMACS 29(1).
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "a bound above zero")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold {
                product = next().multipliedFullWidth(by: range)
            }
        }
        return Int(product.high)
    }

    /// `count` different positions out of `0..<total`, in ascending order; every set equally likely.
    ///
    /// - SeeAlso: Knuth (1997), The Art of Computer Programming, vol. 2, 3.4.2, algorithm S.
    package mutating func positions(_ count: Int, of total: Int) -> [Int] {
        precondition(count <= total, "no more positions than there are")
        var chosen: [Int] = []
        chosen.reserveCapacity(count)
        for position in 0..<total where chosen.count < count {
            if below(total - position) < count - chosen.count { chosen.append(position) }
        }
        return chosen
    }

    /// A number of the standard normal distribution.
    ///
    /// - SeeAlso: Marsaglia & Bray (1964), A Convenient Method for Generating Normal Variables.
    package mutating func normal() -> Double {
        while true {
            let x = 2 * uniform() - 1
            let y = 2 * uniform() - 1
            let radius = x * x + y * y
            if radius > 0, radius < 1 {
                return x * (-2 * Double.log(radius) / radius).squareRoot()
            }
        }
    }
}

/// The generator that fills the state of another; its outputs differ for nearby seeds.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.finished(state)
    }

    /// A number far from those of its neighbours.
    static func mixed(_ number: UInt64) -> UInt64 {
        finished(number &* 0x9E37_79B9_7F4A_7C15)
    }

    private static func finished(_ state: UInt64) -> UInt64 {
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
