import Kernels

extension SeededGenerator {
    /// Whether something happens that happens with chance `p`.
    mutating func happens(_ p: Double) -> Bool { uniform() < p }

    mutating func within(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// One of `choices`; nil of none.
    mutating func one<Choice>(of choices: [Choice]) -> Choice? {
        choices.isEmpty ? nil : choices[below(choices.count)]
    }

    /// A position, each as likely as its share.
    mutating func position(_ shares: [Double]) -> Int {
        var rest = uniform() * shares.reduce(0, +)
        for (position, share) in shares.enumerated() {
            rest -= share
            if rest < 0 { return position }
        }
        return shares.count - 1
    }
}
