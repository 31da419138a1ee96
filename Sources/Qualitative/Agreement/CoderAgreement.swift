import Kernels

/// How far coders agree on one code.
package struct CoderAgreement: Sendable, Hashable {
    /// What is judged.
    package enum Unit: String, Sendable, Hashable, CaseIterable {
        /// A source: does the coder give it the code anywhere?
        case source
        /// A scalar of a held text: does it lie in a passage of the code?
        case character
    }

    /// A coefficient with what it rests on.
    package struct Coefficient: Sendable, Hashable {
        /// The value, or why there is none.
        package let value: Result<Double, NoAgreement>
        /// The 95 % interval over sources; nil where fewer than three sources were compared, or leaving
        /// one out makes the coefficient undefined or changes nothing.
        package let interval: ClosedRange<Double>?
    }

    /// Two coders on one code.
    package struct Pair: Sendable, Hashable {
        package let first: String
        package let second: String
        package let unit: Unit
        /// Sources that both coded at all, so that what one left open is a no.
        package let sources: Int
        /// Those of them where at least one of the two gave the code.
        package let markedSources: Int
        package let table: AgreementTable
        package let percent: Coefficient
        package let kappa: Coefficient
        package let alpha: Coefficient

        /// Whether there is too little to judge by: fewer than five sources, or the code in fewer than
        /// three of them.
        ///
        /// A coefficient exists with fewer, but one source more or less turns it round.
        package var isTooFew: Bool { sources < 5 || markedSources < 3 }
    }

    /// All coders on one code.
    package struct Group: Sendable, Hashable {
        package let unit: Unit
        package let coders: Int
        /// Sources that two coders or more coded at all.
        package let sources: Int
        /// Units compared: sources, or characters of theirs.
        package let n: Int
        package let percent: Coefficient
        package let alpha: Coefficient
    }

    /// The code's id.
    package let code: String
    /// Each pair of coders who share a source, by source and by character.
    package let pairs: [Pair]
    /// All coders together by source and by character; empty where fewer than three
    /// coders share sources with others.
    package let groups: [Group]
}

extension CoderAgreement.Coefficient {
    /// The coefficient of the sum of `parts`, one a source, with its jackknife interval over them.
    ///
    /// Sources are what was drawn, and passages of one source hang together; so one source at a time is
    /// left out: s² = (k − 1)/k · Σ(θᵢ − θ̄)², with Student's t of k − 1 degrees of freedom, cut at
    /// `lowest` and 1.
    /// - SeeAlso: Efron & Tibshirani (1993), *An Introduction to the Bootstrap*, equation 11.5.
    init<Part>(
        _ parts: [Part],
        zero: Part,
        lowest: Double = -1,
        add: (Part, Part) -> Part,
        _ measure: (Part) throws(NoAgreement) -> Double
    ) {
        func value(_ part: Part) -> Result<Double, NoAgreement> {
            do throws(NoAgreement) { return .success(try measure(part)) } catch {
                return .failure(error)
            }
        }
        self.value = value(parts.reduce(zero, add))
        let k = Double(parts.count)
        guard parts.count >= 3, case .success(let whole) = self.value else {
            interval = nil
            return
        }
        // Sums before and after each source make the sum without it.
        var before = [zero]
        for part in parts { before.append(add(before[before.count - 1], part)) }
        var after = zero
        var left: [Double] = []
        for index in parts.indices.reversed() {
            guard case .success(let one) = value(add(before[index], after)) else { break }
            left.append(one)
            after = add(parts[index], after)
        }
        let mean = left.reduce(0, +) / k
        let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        // Values that differ by rounding alone do not differ.
        guard left.count == parts.count, squares > 1e-24 else {
            interval = nil
            return
        }
        let half =
            Distribution.studentT(df: k - 1).upperQuantile(0.025)
            * ((k - 1) / k * squares).squareRoot()
        interval = max(lowest, whole - half)...min(1, whole + half)
    }
}
