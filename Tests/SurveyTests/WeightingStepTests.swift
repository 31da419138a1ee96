import Survey
import TestKit
import Testing

@Suite("The steps of weighting")
struct WeightingStepTests {
    // MARK: - Margins

    @Test(
        "numbers that add up to 1 or to 100 are shares, others are people",
        arguments: [
            ([0.333, 0.333, 0.333], Margin.Unit.shares), ([51.2, 48.9], .shares), ([1], .shares),
            ([0.6, 0.3], .people), ([60, 39], .people), ([2_050_000, 1_894_375], .people),
            ([], .people),
        ] as [([Double], Margin.Unit)]
    )
    func units(targets: [Double], expected: Margin.Unit) {
        #expect(Margin.unit(of: targets) == expected)
    }

    @Test("shares become people of the margin that counts them, else of the weights")
    func shares() {
        let sex = Margin(name: "sex", groups: ["f", "m"], targets: [0.6, 0.4], codes: [0, 1])
        let age = Margin(name: "age", groups: ["a", "b"], targets: [30, 170], codes: [0, 1])
        let both = Margin.inPeople([sex, age], fallback: 1_000)
        #expect(both[0].targets.elementsEqual([120, 80]) { isClose($0, $1, 1e-12) })
        #expect(both[1] == age)
        let one = Margin.inPeople([sex], fallback: 1_000)
        #expect(one[0].targets.elementsEqual([600, 400]) { isClose($0, $1, 1e-12) })
        // Shares in per cent are the same shares, and rounded ones are made to add up.
        let cents = Margin(name: "s", groups: ["f", "m"], targets: [59.9, 39.9], codes: [0, 1])
        #expect(isClose(Margin.inPeople([cents], fallback: 10)[0].total, 10, 1e-12))
    }

    @Test("raking to shares, to per cent and to people gives the same weights")
    func sameWeights() {
        let codes = [0, 0, 1, 1, 1, 0]
        func rake(_ targets: [Double]) -> [Double] {
            let start = [1.0, 2, 3, 4, 5, 6]
            let margins = [Margin(name: "s", groups: ["f", "m"], targets: targets, codes: codes)]
            return Raking(start, to: Margin.inPeople(margins, fallback: 210)).weights
        }
        let people = rake([126, 84])
        #expect(rake([0.6, 0.4]).elementsEqual(people) { isClose($0, $1, 1e-12) })
        #expect(rake([60, 40]).elementsEqual(people) { isClose($0, $1, 1e-12) })
    }

    @Test("weights that meet the margins stay as they are")
    func met() {
        let sex = Margin(name: "s", groups: ["f", "m"], targets: [3, 7], codes: [0, 0, 1, 1])
        let raking = Raking([1, 2, 3, 4], to: [sex])
        #expect(raking.weights == [1, 2, 3, 4])
        #expect(raking.iterations == 0 && raking.hasConverged)
    }

    @Test("combinations of groups whose weights change more than fivefold are named")
    func factors() {
        let sex = Margin(
            name: "sex",
            groups: ["f", "m"],
            targets: [60, 40],
            codes: [Int](repeating: 0, count: 2) + [Int](repeating: 1, count: 38)
        )
        let start = [Double](repeating: 1, count: 40)
        let raked = Raking(start, to: [sex]).weights
        let found = MarginFinding.factors(from: start, to: raked, [sex])
        guard case .factor(let groups, let factor, let respondents) = found.first else {
            Issue.record("no factor was found")
            return
        }
        // 60 people for 2 respondents beside 100 for 40: 30 / 2.5.
        #expect(groups == ["f"] && respondents == 2 && isClose(factor, 12, 1e-12))
        #expect(found.count == 1 && found.allSatisfy { !$0.isFatal })
        // The scale of the weights that one begins with is no factor.
        let scaled = MarginFinding.factors(from: start.map { $0 * 900 }, to: raked, [sex])
        #expect(scaled.count == 1)
    }

    // MARK: - Response

    @Test("each class is raised by selected over answered")
    func response() {
        let adjustment = ResponseAdjustment(
            classes: Labels(["a", "a", "a", "b", nil, "a"]),
            units: Labels(["1", "1", "2", "3", "3", nil]),
            planned: [4, 4, 5, 2, 2, 7]
        )
        #expect(adjustment.factors.prefix(4).elementsEqual([3, 3, 3, 2]))
        #expect(adjustment.factors[4].isNaN && adjustment.factors[5].isNaN)
        #expect(adjustment.classes.map(\.name) == ["a", "b"])
        #expect(adjustment.classes.map(\.selected) == [9, 2])
        #expect(adjustment.classes.map(\.answered) == [3, 1])
        #expect(adjustment.uneven.isEmpty)
    }

    @Test("a unit where nobody answered counts in its class")
    func silent() {
        let adjustment = ResponseAdjustment(
            classes: Labels(["a", "a"]),
            units: Labels(["1", "1"]),
            planned: [4, 4],
            silent: [.init(name: "a", planned: 6), .init(name: "elsewhere", planned: 9)]
        )
        #expect(adjustment.factors == [5, 5])
    }

    @Test("a unit with two numbers selected is named")
    func uneven() {
        let adjustment = ResponseAdjustment(
            classes: Labels(["a", "a", "a"]),
            units: Labels(["1", "1", "2"]),
            planned: [4, 5, 5]
        )
        #expect(adjustment.uneven == ["1"])
    }

    @Test("with a row for each case, the weights of all selected stand on those who answered")
    func cases() {
        let adjustment = ResponseAdjustment(
            classes: Labels(["a", "a", "a", "b", "b", "c"]),
            weights: [10, 20, 30, 5, 5, 8],
            isRespondent: [true, false, true, true, true, false]
        )
        #expect(isClose(adjustment.factors[0], 60.0 / 40, 1e-12))
        #expect(adjustment.factors[3] == 1)
        #expect(adjustment.silentClasses == ["c"])
        // Those who answered stand for all selected: the sum of the weights stays, class by class.
        let after = zip([10.0, 20, 30], adjustment.factors).map { $0 * $1 }
        #expect(isClose(after[0] + after[2], 60, 1e-12))
    }

    // MARK: - Trimming

    @Test("trimming keeps the sum, and strict trimming the limits")
    func trimming() throws {
        let weights = [1.0, 2, 3, 4, 100]
        let cut = try trimmed(weights, to: 1.5...50)
        #expect(isClose(cut.reduce(0, +), 110, 1e-12))
        let start = [1.0, 9, 9.5, 10, 30]
        let strict = try trimmed(start, to: 2...12.5, strict: true)
        #expect(strict.allSatisfy { (2...12.5).contains($0) })
        #expect(isClose(strict.reduce(0, +), start.reduce(0, +), 1e-12))
        #expect(try trimmed(weights, to: 0...1_000) == weights)
    }

    @Test("limits that no weights with this sum can keep are refused")
    func impossible() {
        #expect(throws: TrimmingError.meanOutside) {
            try trimmed([1.0, 9, 9.5, 10, 30], to: 2...10, strict: true)
        }
        #expect(throws: TrimmingError.nothingInside) { try trimmed([5, 6], to: 1...2) }
        #expect(throws: TrimmingError.nothingInside) {
            try trimmed([1, 14], to: 2...12, strict: true)
        }
    }

    @Test("cutting and raking take turns until both hold, or say how far they are")
    func turns() throws {
        let sex = Margin(
            name: "sex",
            groups: ["f", "m"],
            targets: [50, 50],
            codes: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
        )
        let start = [1.0, 1, 1, 1, 46, 10, 10, 10, 10, 10]
        let both = try TrimmedRaking(start, to: 2...20, [sex])
        #expect(both.excess == 1)
        #expect(both.raking.hasConverged)
        #expect(both.raking.weights.allSatisfy { $0 > 2 * (1 - 2e-6) && $0 < 20 * (1 + 2e-6) })
        // The worked example of docs/methods/weights.md.
        let (first, last) = (both.trimmed, both.raking.weights)
        #expect(
            first.elementsEqual([2, 2, 2, 2, 20] + Array(repeating: 14.4, count: 5)) {
                isClose($0, $1, 1e-12)
            }
        )
        #expect(
            last.elementsEqual([7.5, 7.5, 7.5, 7.5, 20, 10, 10, 10, 10, 10]) {
                isClose($0, $1, 1e-6)
            }
        )
        #expect(isClose(WeightHistory.Summary(start).effect, 2.62, 1e-12))
        #expect(isClose(WeightHistory.Summary(last).effect, 1.125, 1e-6))
        let sums = sex.sums(of: both.raking.weights).groups
        #expect(sums.allSatisfy { isClose($0, 50, 1e-9) })
        // Five men cannot have 55 people with at most 10.5 each: the margins win.
        let narrow = try TrimmedRaking(
            start,
            to: 2...10.5,
            [
                Margin(name: "sex", groups: ["f", "m"], targets: [45, 55], codes: sex.codes)
            ]
        )
        #expect(narrow.rounds == 50)
        #expect(isClose(narrow.excess, 11 / 10.5, 1e-6))
    }

    // MARK: - Equal weights

    @Test("equal weights say why they are equal")
    func equal() {
        #expect(EqualWeights(probabilities: [[0.1, 0.2], [0.4, 0.2]]) == .sizesCancel)
        #expect(EqualWeights(probabilities: [[0.1, 0.1], [0.4, 0.4]]) == .sameProbabilities)
        #expect(EqualWeights(probabilities: [[0.1, 0.2], [0.4, 0.3]]) == nil)
        #expect(EqualWeights(probabilities: []) == nil)
        // A billionth is rounding, a millionth is none.
        #expect(EqualWeights(probabilities: [[0.1, 0.1 * (1 + 1e-10)]]) == .sameProbabilities)
        #expect(EqualWeights(probabilities: [[0.1, 0.1 * (1 + 1e-6)]]) == nil)
    }
}
