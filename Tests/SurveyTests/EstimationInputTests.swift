import Base
import Survey
import Testing

@Suite("Columns become labels, groups and numbers")
struct EstimationInputTests {
    private let sex = Column(
        name: "sex",
        values: .codes(
            Codes([1, 2, 0, 3, 2], categoryCount: 3),
            [Category("m"), Category("f"), Category("99", isMissing: true)]
        )
    )

    @Test("a closed question: empty cells and answers that mean no answer are missing")
    func categories() throws {
        let labels = Labels(sex)
        #expect(labels.codes == [0, 1, -1, -1, 1])
        #expect(labels.missingRows == [2, 3])
        let grouping = try #require(Grouping(sex))
        #expect((0..<5).map { grouping.codes[$0] } == [1, 2, 0, 0, 2])
        #expect(grouping.count == 3)
    }

    @Test("numbers: declared missing numbers are missing, 7.0 is named 7")
    func numbers() throws {
        let column = Column(
            name: "cluster",
            values: .numbers(Numbers([7, 99, .nan, 2.5, 7])),
            missingNumbers: MissingNumbers([99])
        )
        let labels = Labels(column)
        #expect(labels.names == ["7", "2.5"])
        #expect(labels.codes == [0, -1, -1, 1, 0])
        let numbers = try #require(Numbers(answered: column))
        #expect(numbers[0] == 7 && numbers[1].isNaN && numbers[2].isNaN)
        #expect(Numbers(answered: sex) == nil && Grouping(column) == nil)
    }

    @Test("text: the empty text is missing")
    func text() {
        let column = Column(name: "place", values: .text(TextPool(["Osh", "", "Naryn", "Osh"])))
        let labels = Labels(column)
        #expect(labels.names == ["Osh", "Naryn"])
        #expect(labels.codes == [0, -1, 1, 0])
    }

    @Test("several answers have no single name")
    func several() {
        var answers = SeveralAnswers(options: [Category("a")])
        answers.append([0])
        #expect(Labels(Column(name: "q", values: .several(answers))).codes == [-1])
    }

    @Test("crossed groups are numbered by the first, then the second")
    func crossing() throws {
        let a = Grouping(Codes([1, 2, 2, 0], categoryCount: 2), count: 2)
        let b = Grouping(Codes([3, 1, 0, 2], categoryCount: 3), count: 3)
        let both = try #require(a.crossed(with: b))
        #expect(both.count == 6)
        #expect((0..<4).map { both.codes[$0] } == [3, 4, 0, 0])
        let huge = Grouping(Codes([1, 1, 1, 1], categoryCount: 300), count: 300)
        #expect(huge.crossed(with: huge) == nil)
    }
}
