import Survey
import TestKit
import Testing

@Suite("Scoring a scale")
struct PsychometricsEdgeTests {
    private let scale = Scale(
        items: [.init("a"), .init("b", isReversed: true), .init("c")],
        range: 1...5,
        leastAnswered: 2
    )

    private func numbers(_ values: [Double]) -> Numbers { Numbers(values) }

    @Test("a reversed item is minimum + maximum - answer, and twice is the same")
    func reverse() {
        let wide = Scale(items: [.init("a", isReversed: true)], range: -2...7)
        for answer in [-2.0, 0, 1.5, 7] {
            #expect(wide.keyed(answer, item: 0) == 5 - answer)
            #expect(wide.keyed(wide.keyed(answer, item: 0), item: 0) == answer)
        }
    }

    @Test("a score is the mean of the keyed items answered, if there are enough")
    func score() {
        let scores = scale.scores(of: [
            numbers([1, 1, .nan, .nan]),
            numbers([5, .nan, .nan, 2]),
            numbers([4, .nan, .nan, 3]),
        ])
        #expect(scores.scores[0] == 2)
        #expect(scores.scores[1].isNaN)
        #expect(scores.scores[2].isNaN)
        #expect(scores.scores[3] == 3.5)
        #expect(scores.respondentsByAnswered == [1, 1, 1, 1])
        #expect(scores.tooFewAnswers == 1)
        #expect(scores.scored == 2)
        #expect(scores.complete == 1)
    }

    @Test("without a least number, a score needs every item")
    func everyItem() {
        var strict = scale
        strict.leastAnswered = nil
        let scores = strict.scores(of: [numbers([1, 1]), numbers([2, .nan]), numbers([3, 3])])
        #expect(!scores.scores[0].isNaN)
        #expect(scores.scores[1].isNaN)
    }

    @Test("an answer out of range is reported with its row, and is not scored")
    func outOfRange() {
        let scores = scale.scores(of: [
            numbers([1, 99, 3]), numbers([0, 2, 3]), numbers([4, 4, 5]),
        ])
        #expect(
            scores.outOfRange == [
                .init(item: 0, row: 1, answer: 99), .init(item: 1, row: 0, answer: 0),
            ]
        )
        #expect(scores.scores[1] == 4)
        #expect(scores.scores[0] == 2.5)
        #expect(scores.keyedAnswers[0][1].isNaN)
    }

    @Test("an item that runs against the others is seen")
    func wrongKey() throws {
        let a: [Double] = [1, 2, 3, 4, 5, 2, 4]
        let b: [Double] = [2, 2, 3, 5, 5, 1, 4]
        let c = a.map { 6 - $0 }
        let analysis = ItemAnalysis(keyedAnswers: [a, b, c])
        #expect(analysis.items.map(\.runsAgainstOthers) == [false, false, true])
        let right = ItemAnalysis(keyedAnswers: [a, b, a])
        #expect(!right.items.contains { $0.runsAgainstOthers })
    }

    @Test("a constant item is named, and alpha is of the others")
    func constant() throws {
        let a: [Double] = [1, 2, 3, 4, 5]
        let b: [Double] = [2, 2, 3, 5, 5]
        let constant = [Double](repeating: 3, count: 5)
        let analysis = ItemAnalysis(keyedAnswers: [a, constant, b])
        #expect(analysis.constantItems == [1])
        #expect(analysis.items[1].itemRest == nil)
        #expect(analysis.items[1].standardDeviation == 0)
        let alone = try ItemAnalysis(keyedAnswers: [a, b]).alpha.get()
        #expect(try analysis.alpha.get() == alone)
    }

    @Test("there is no alpha of fewer than two items")
    func tooFewItems() {
        #expect(ItemAnalysis(keyedAnswers: []).alpha == .failure(.fewerThanTwoItems))
        #expect(ItemAnalysis(keyedAnswers: [[1, 2, 3]]).alpha == .failure(.fewerThanTwoItems))
        let constant = ItemAnalysis(keyedAnswers: [[1, 2, 3], [2, 2, 2]])
        #expect(constant.alpha == .failure(.fewerThanTwoItems))
        #expect(constant.items[0].itemRest == nil)
    }

    @Test("items that nobody answered together have no alpha")
    func neverTogether() {
        let analysis = ItemAnalysis(
            keyedAnswers: [[1, 2, .nan, .nan], [.nan, .nan, 3, 4], [1, 3, 2, 4]]
        )
        #expect(analysis.alpha == .failure(.notAnsweredTogether(0, 1)))
        #expect(analysis.items.map(\.n) == [2, 2, 4])
    }

    @Test("items that nobody answered are counted, not crashed on")
    func nobody() {
        let none = [Double](repeating: .nan, count: 3)
        let analysis = ItemAnalysis(keyedAnswers: [none, none])
        #expect(analysis.alpha == .failure(.fewerThanTwoItems))
        #expect(analysis.items[0].n == 0)
        #expect(analysis.items[0].mean == nil)
        #expect(analysis.items[0].standardDeviation == nil)
    }

    @Test("items that cancel each other out have no alpha")
    func cancelling() {
        let a: [Double] = [1, 2, 3, 4]
        let analysis = ItemAnalysis(keyedAnswers: [a, a.map { 5 - $0 }])
        #expect(analysis.alpha == .failure(.sumDoesNotVary))
        #expect(analysis.items[0].itemRest == -1)
    }

    @Test("nobody complete: alpha from pairs, and it says that nobody is complete")
    func nobodyComplete() throws {
        let analysis = ItemAnalysis(
            keyedAnswers: [
                [1, 2, 3, .nan, .nan, .nan, 4, 5, 1],
                [1, 3, 2, 4, 5, 2, .nan, .nan, .nan],
                [.nan, .nan, .nan, 4, 4, 1, 5, 4, 2],
            ]
        )
        let alpha = try analysis.alpha.get()
        #expect(alpha.completeN == 0)
        #expect(alpha.n == 9)
        #expect(alpha.raw.isFinite)
    }

    @Test("a pair without a correlation leaves no mean correlation, but an alpha")
    func noCorrelation() throws {
        // Item 1 does not vary among the three who answered item 0.
        let analysis = ItemAnalysis(
            keyedAnswers: [[1, 2, 4, .nan, .nan], [3, 3, 3, 1, 5], [1, 2, 5, 2, 4]]
        )
        let alpha = try analysis.alpha.get()
        #expect(alpha.averageCorrelation == nil && alpha.standardized == nil)
        #expect(alpha.raw.isFinite)
    }
}
