import Survey
import TestKit
import Testing

@Suite("Measures of the quality of numbers")
struct QualityMeasureTests {
    @Test("a summary agrees with R: quantile(x), mean(x), sd(x)")
    func summary() throws {
        let summary = try #require(NumberSummary([4, 8, 15, 16, .nan, 23, 42, 7.5]))
        #expect(summary.n == 7)
        #expect(summary.least == 4 && summary.greatest == 42)
        #expect(summary.lowerQuartile == 7.75 && summary.median == 15)
        #expect(summary.upperQuartile == 19.5)
        #expect(isClose(summary.mean, 16.5, 1e-14))
        #expect(isClose(try #require(summary.standardDeviation), 12.9389592574777, 1e-13))
    }

    @Test("a summary of one number has no spread, and of none is none")
    func smallSummaries() {
        #expect(NumberSummary([3])?.standardDeviation == nil)
        #expect(NumberSummary([3])?.lowerQuartile == 3)
        #expect(NumberSummary([.nan, .infinity]) == nil)
    }

    @Test("every number of a histogram is in one interval or beyond")
    func histogram() throws {
        let numbers = (0..<100).map { Double($0) } + [100_000]
        let histogram = try #require(Histogram(numbers, limit: 1000))
        #expect(histogram.counts.reduce(0, +) == 100)
        #expect(histogram.beyond == 1)
        #expect(histogram.width == 10)
        #expect(histogram.counts == [Int](repeating: 10, count: 10))
        #expect(Histogram([5, 5, 5]) == nil)
        #expect(Histogram([]) == nil)
    }

    @Test(
        "a histogram of any numbers ends",
        arguments: [
            [-1e300, 1e300], [1e-300, 2e-300], [0, Double.leastNonzeroMagnitude], [-9e15, 9e15],
            [0.1, 0.3],
        ]
    )
    func hostileHistograms(numbers: [Double]) {
        if let histogram = Histogram(numbers) {
            #expect(histogram.counts.reduce(0, +) == numbers.count)
        }
    }

    @Test("Whipple’s index is 100 for one person of each age, 500 when all ages are round")
    func whipple() throws {
        let even = try #require(WhippleIndex(ages: (0...90).map { Double($0) }))
        #expect(even.index == 100 && even.n == 40 && even.verdict == .veryAccurate)
        let round = try #require(WhippleIndex(ages: [25, 30, 60, 61.0 - 1, 15, 70]))
        #expect(round.index == 500 && round.n == 4 && round.verdict == .veryRough)
        // By hand: of 23, 24, 25, 30, 62 (22 and 63 are outside) two of five end in 0 or 5.
        let mixed = try #require(WhippleIndex(ages: [22, 23, 24, 25, 30, 62, 63, .nan]))
        #expect(mixed.index == 200 && mixed.n == 5)
        #expect(WhippleIndex(ages: [12, 80]) == nil)
    }

    @Test("heaping counts last digits and the round unit of large numbers")
    func heaping() throws {
        let digits = try #require(DigitHeaping((1...100).map { Double($0) }))
        #expect(digits.endingInZeroOrFive == 0.2)
        #expect(digits.roundUnit == 1 && digits.multiplesOfUnit == nil)
        // Half in whole thousands, half 100 beside; the median is 24,100 or so.
        let incomes = (1...40).map { (place: Int) -> Double in
            let beside = place.isMultiple(of: 2) ? 0 : 100
            return Double(1000 * place + beside + 4000)
        }
        let money = try #require(DigitHeaping(incomes))
        #expect(money.endingInZeroOrFive == 1)
        #expect(money.roundUnit == 1000 && money.multiplesOfUnit == 0.5)
    }

    @Test("heaping is not looked at for few, narrow or broken numbers")
    func noHeaping() {
        #expect(DigitHeaping((1...19).map { Double($0 * 3) }) == nil)
        #expect(DigitHeaping((0..<50).map { Double($0 % 10) }) == nil)
        #expect(DigitHeaping((1...50).map { Double($0) + 0.5 }) == nil)
        #expect(DigitHeaping((1...50).map { Double($0) * 1e300 }) == nil)
    }

    /// The ratings of Shrout & Fleiss (1979), "Intraclass correlations: uses in assessing rater
    /// reliability", Psychological Bulletin 86, table 2: six targets by four judges; ICC(1,1) = .17.
    static let shroutFleiss: [Double] = [
        9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7,
    ]

    @Test("the intraclass correlation agrees with Shrout & Fleiss and with R’s anova, qf and pf")
    func balanced() throws {
        let labels = Labels((0..<24).map { "\($0 / 4)" })
        let found = try #require(IntraclassCorrelation(Self.shroutFleiss, within: labels))
        #expect(isClose(found.value, 0.165741768405475, 1e-12))
        #expect(isClose(found.lower, -0.132932324874751, 1e-9))
        #expect(isClose(found.upper, 0.722560062328121, 1e-9))
        #expect(isClose(found.ratio, 1.794678492239467, 1e-12))
        #expect(isClose(found.detectable, 0.556274459691554, 1e-9))
        #expect(found.n == 24 && found.groups == 6 && found.typicalSize == 4)
    }

    @Test("groups of different size, and rows without value or group, agree with R too")
    func unbalanced() throws {
        let values = [3.1, 2.9, .nan, 3.5, 4.0, 4.2, 1.9, 2.2, 2.8, 2.5, 3.6, 99]
        let names = ["a", "a", "a", "a", "b", "b", "c", "c", "c", "c", "b", nil]
        let found = try #require(IntraclassCorrelation(values, within: Labels(names)))
        #expect(isClose(found.value, 0.840883136657784, 1e-12))
        #expect(isClose(found.lower, 0.355322201468991, 1e-9))
        #expect(isClose(found.upper, 0.995466966169056, 1e-9))
        #expect(isClose(found.typicalSize, 3.3, 1e-12))
        #expect(isClose(found.detectable, 0.855647846001793, 1e-9))
        #expect(found.n == 10 && found.groups == 3)
    }

    @Test("there is no intraclass correlation of one group, single values or equal values")
    func noCorrelation() {
        #expect(IntraclassCorrelation([1, 2], within: Labels(["a", "a"])) == nil)
        #expect(IntraclassCorrelation([1, 2], within: Labels(["a", "b"])) == nil)
        #expect(IntraclassCorrelation([1, 1, 2, 2], within: Labels(["a", "a", "b", "b"])) == nil)
        #expect(IntraclassCorrelation([], within: Labels([String?]())) == nil)
    }

    @Test("times: durations, backwards ones, those under half the median, odd hours")
    func times() throws {
        let start = Column(
            name: "start",
            values: .dates([0, 21_600, 79_199, 79_200, .nan, -3_600], .second)
        )
        let end = Column(
            name: "end",
            values: .dates([600, 22_800, 78_000, 80_400, 90_000, -3_300], .second)
        )
        let times = try #require(InterviewTimes(start: start, end: end))
        #expect(times.minutes.prefix(2) == [10, 20])
        #expect(times.backwards == [2])
        // 5, 10, 20, 20: the median is 15, so only 5 is under half of it.
        #expect(times.summary?.median == 15)
        #expect(times.underHalfOfMedian == [5])
        // 0:00, 22:00 and 23:00 of the day before 1970; 6:00 and 21:59:59 are ordinary hours.
        #expect(rowsAtOddHours(times.starts) == [0, 3, 5])
        #expect(days(of: times.starts) == [0, 0, 0, 0, nil, -1])
        let day = Column(name: "day", values: .dates([0], .day))
        #expect(InterviewTimes(start: day, end: day) == nil)
    }
}
