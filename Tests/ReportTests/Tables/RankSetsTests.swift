import Kernels
import Survey
import Testing

@testable import Report

@Suite("Ranks that the data allow")
struct RankSetsTests {
    /// Ranks of groups with these means, each with its own standard error and 30 degrees of freedom.
    private func ranks(_ means: [Double], _ errors: [Double]) -> RankSets {
        RankSets(Array(means.indices)) { first, second in
            let variance = errors[first] * errors[first] + errors[second] * errors[second]
            let estimate = Estimate(
                value: means[first] - means[second],
                standardError: variance.squareRoot(),
                interval: nil,
                df: 30,
                n: 100,
                weightedN: 100
            )
            return GroupDifference(estimate, n: (50, 50))
        }
    }

    @Test("groups far apart have one rank each; groups close together share theirs")
    func ranges() {
        let apart = ranks([3, 1, 2], [0.01, 0.01, 0.01])
        #expect(apart.ranges == [1...1, 3...3, 2...2])
        #expect(apart.rivals == [[], [], []])
        let close = ranks([3, 1, 1.01], [0.01, 0.5, 0.5])
        #expect(close.ranges == [1...1, 2...3, 2...3])
        #expect(close.rivals == [[], [2], [1]])
        #expect(ranks([3, 1, 2], [9, 9, 9]).ranges == [1...3, 1...3, 1...3])
        #expect(ranks([5], [1]).ranges == [1...1])
        #expect(ranks([], []).ranges == [])
    }

    @Test("a difference without a standard error tells nothing")
    func noError() {
        let sets = RankSets([4, 7]) { _, _ in
            GroupDifference(
                Estimate(
                    value: 5,
                    standardError: nil,
                    interval: nil,
                    df: 0,
                    n: 60,
                    weightedN: 60,
                    reason: .noDegreesOfFreedom
                ),
                n: (30, 30)
            )
        }
        #expect(sets.ranges == [1...2, 1...2] && sets.rivals == [[7], [4]])
    }

    @Test("turning every mean round turns the ranks round, and the largest is never told to be low")
    func laws() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<100 {
            let count = Int.random(in: 2...7, using: &random)
            let means = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            let errors = (0..<count).map { _ in Double.random(in: 0.01...0.3, using: &random) }
            let sets = ranks(means, errors)
            let turned = ranks(means.map { -$0 }, errors)
            for (range, other) in zip(sets.ranges, turned.ranges) {
                #expect(other == (count + 1 - range.upperBound)...(count + 1 - range.lowerBound))
            }
            let largest = means.indices.max { means[$0] < means[$1] } ?? 0
            #expect(sets.ranges[largest].lowerBound == 1)
        }
    }

    @Test("of equal groups, hardly ever is one told from another: at most one text in twenty")
    func error() {
        // The claim is about all pairs at once: so count the texts that have any false finding.
        var random = SeededGenerator(seed: 20)
        let rounds = 400
        var wrong = 0
        for _ in 0..<rounds {
            let means = (0..<9).map { _ in
                // The sum of twelve uniform numbers less six is nearly standard normal.
                (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
            }
            let sets = ranks(means, [Double](repeating: 1, count: 9))
            if sets.ranges.contains(where: { $0 != 1...9 }) { wrong += 1 }
        }
        // Binomial with 400 rounds at 5 %: 3 standard errors above.
        #expect(wrong <= 33, "\(wrong)")
    }

    @Test("hold the rank of the estimate, whatever the errors")
    func pointRanks() {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let count = Int.random(in: 1...9, using: &random)
            // Few values, so that there are ties.
            let means = (0..<count).map { _ in Double(Int.random(in: 0...4, using: &random)) }
            let errors = (0..<count).map { _ in Double.random(in: 0.01...2, using: &random) }
            let sets = ranks(means, errors)
            for (mean, range) in zip(means, sets.ranges) {
                #expect(range.contains(1 + means.count { $0 > mean }))
            }
        }
    }

    @Test("cover the true ranks of all groups at once in at least 95 of 100 samples")
    func coverage() {
        // Three steps far apart, near each other and tied: where ranks are told, and where they are not.
        let truth = [3, 2.5, 2.5, 2, 1.9, 0]
        let errors = [0.2, 0.3, 0.2, 0.4, 0.3, 0.2]
        let best = truth.map { mean in 1 + truth.count { $0 > mean } }
        let worst = truth.map { mean in truth.count { $0 >= mean } }
        var random = SeededGenerator(seed: 7)
        let rounds = 400
        var covered = 0
        var told = 0
        for _ in 0..<rounds {
            let means = zip(truth, errors).map { mean, error in
                // The sum of twelve uniform numbers less six is nearly standard normal.
                mean
                    + error
                    * (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random)
                    }
            }
            let sets = ranks(means, errors)
            // Tied groups share their ranks: a set must hold all of them.
            let holds = sets.ranges.indices.allSatisfy {
                sets.ranges[$0].contains(best[$0]) && sets.ranges[$0].contains(worst[$0])
            }
            if holds { covered += 1 }
            if sets.ranges.contains(where: { $0 != 1...truth.count }) { told += 1 }
        }
        // Binomial with 400 rounds at 95 %: 3 standard errors below.
        #expect(covered >= 367, "\(covered)")
        #expect(told > rounds / 2, "sets that say nothing cover without merit: \(told)")
    }
}
