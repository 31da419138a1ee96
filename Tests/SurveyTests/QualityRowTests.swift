import Survey
import Testing

@Suite("Measures of the quality of rows")
struct QualityRowTests {
    /// A column with the answers "1" to "5" and "98", which means no answer; 0 is an empty cell.
    static func item(_ name: String, _ codes: [Int]) -> Column {
        let categories =
            (1...5).map { Category(String($0)) } + [Category("98", isMissing: true)]
        return Column(name: name, values: .codes(Codes(codes, categoryCount: 6), categories))
    }

    /// Six people's answers to six items, one row a person.
    static let people = [
        [4, 4, 4, 4, 4, 4],  // straight
        [4, 4, 6, 4, 4, 4],  // straight but for a “don't know”
        [4, 0, 6, 4, 4, 4],  // four answers only: not judged
        [1, 1, 1, 2, 2, 5],
        [1, 2, 1, 2, 1, 2],
        [0, 0, 0, 0, 0, 0],
    ]

    static var items: [Column] {
        (0..<6).map { place in item("q\(place)", people.map { $0[place] }) }
    }

    @Test("a straight line passes over empty cells and “no answer”, and takes five answers")
    func straight() throws {
        let lines = try #require(StraightLining(Self.items))
        #expect(lines.isStraight == [true, true, nil, false, false, nil])
        #expect(lines.longestRun == [6, 5, 4, 3, 1, 0])
        #expect(lines.answered == [6, 5, 4, 6, 6, 0])
    }

    @Test("items are compared by the names of their answers, whatever the order of their lists")
    func names() throws {
        let reversed = Column(
            name: "r",
            values: .codes(
                Codes([2, 2, 2, 5, 5, 0], categoryCount: 5),
                ["5", "4", "3", "2", "1"].map { Category($0) }
            )
        )
        let lines = try #require(StraightLining(Self.items.prefix(4) + [reversed]))
        #expect(lines.longestRun == [5, 4, 3, 3, 1, 0])
        #expect(lines.isStraight == [true, nil, nil, false, false, nil])
    }

    @Test("four items, or numbers, are no block")
    func noBlock() {
        #expect(StraightLining(Array(Self.items.prefix(4))) == nil)
        let number = Column(name: "n", values: .numbers(Numbers([1, 2, 3, 4, 5, 6])))
        #expect(StraightLining(Self.items + [number]) == nil)
    }

    @Test("cells are answered, no answer, skipped, not asked, or unknown")
    func states() {
        let column = Self.item("q", [1, 6, 0, 0])
        #expect(
            column.answerStates(asked: .everybody) == [.answered, .noAnswer, .skipped, .skipped]
        )
        let asked = column.answerStates(asked: .rows([true, true, true, false]))
        #expect(asked == [.answered, .noAnswer, .skipped, .notAsked])
        #expect(MissingCount(asked).missingShare == 2.0 / 3)
        #expect(column.answerStates(asked: .unknown)[2] == .notAskedOrSkipped)
        var number = Column(name: "n", values: .numbers(Numbers([1, 99, .nan])))
        number.missingNumbers = MissingNumbers([99])
        #expect(number.answerStates(asked: .everybody) == [.answered, .noAnswer, .skipped])
        var several = SeveralAnswers(options: [Category("a"), Category("dk", isMissing: true)])
        for chosen in [[0], [1], [0, 1], [], nil] as [[Int]?] { several.append(chosen) }
        let choices = Column(name: "s", values: .several(several))
        #expect(
            choices.answerStates(asked: .everybody)
                == [.answered, .noAnswer, .answered, .answered, .skipped]
        )
    }

    // MARK: - Matching

    /// Columns of all kinds for the rows given as lists of small whole numbers; 0 is empty.
    static func columns(_ rows: [[Int]]) -> [Column] {
        rows[0].indices.map { place in
            let codes = rows.map { $0[place] }
            guard place.isMultiple(of: 3) else {
                return Column(
                    name: "n\(place)",
                    values: .numbers(Numbers(codes.map { $0 == 0 ? .nan : Double($0) / 4 }))
                )
            }
            let categories = (1...max(codes.max() ?? 1, 1)).map { Category(String($0)) }
            return Column(
                name: "c\(place)",
                values: .codes(Codes(codes, categoryCount: categories.count), categories)
            )
        }
    }

    @Test("rows that are the same throughout are found, and empty rows are not")
    func identical() {
        let row = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        var other = row
        other[10] = 12
        let empty = [Int](repeating: 0, count: 11)
        let matching = RowMatching(
            Self.columns([row, other, row, empty, empty, other]),
            rowCount: 6
        )
        #expect(matching.identicalRows() == [[0, 2], [1, 5]])
    }

    @Test("the share of equal answers is over questions that one of the two answered")
    func shares() throws {
        // Twelve questions. Against the first row: the second differs in one and leaves one empty
        // (10 of 12); the third shares the same two empty cells with the fourth (10 of 10).
        let first = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        let second = [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
        let third = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0]
        let fewer = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]
        let rows = [first, second, third, third, fewer]
        let matching = RowMatching(Self.columns(rows), rowCount: 5)
        let match = try #require(matching.percentMatch(atLeast: 0.8))
        // The last row answered nine questions: too few to be compared.
        #expect(match.rows == [0, 1, 2, 3])
        #expect(match.highest == [10.0 / 12, 10.0 / 12, 1, 1])
        #expect(match.pairs.map { [$0.first, $0.second] } == [[2, 3], [0, 1]])
        #expect(match.pairCount == 2)
    }

    @Test("matching agrees with counting cell by cell", arguments: [3, 40, 300, 900])
    func againstCounting(values: Int) throws {
        var state: UInt64 = 42
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        // More than 255 different values take the wide lanes; 19 questions do not fill words.
        let rows = (0..<400).map { _ in
            (0..<19).map { _ in random(8) == 0 ? 0 : 1 + random(values) }
        }
        let matching = RowMatching(Self.columns(rows), rowCount: rows.count)
        let match = try #require(matching.percentMatch(atLeast: 0.5))
        var highest = [Double](repeating: 0, count: match.rows.count)
        var pairs = 0
        for (first, row) in match.rows.enumerated() {
            for second in match.rows.indices.dropFirst(first + 1) {
                let cells = Array(zip(rows[row], rows[match.rows[second]]))
                let compared = cells.count { $0 != 0 || $1 != 0 }
                let share = Double(cells.count { $0 == $1 && $0 != 0 }) / Double(compared)
                highest[first] = max(highest[first], share)
                highest[second] = max(highest[second], share)
                if share >= 0.5 { pairs += 1 }
            }
        }
        #expect(match.highest == highest)
        #expect(match.pairCount == pairs)
    }

    @Test("pairs are not compared over too few questions or too many rows")
    func bounds() {
        let narrow = RowMatching(Self.columns([[1, 2], [1, 2]]), rowCount: 2)
        #expect(narrow.percentMatch(atLeast: 0.9) == nil)
        #expect(narrow.identicalRows().isEmpty)
        let long = [[Int]](repeating: [Int](repeating: 1, count: 10), count: 5_001)
        let matching = RowMatching(Self.columns(long), rowCount: 5_001)
        #expect(matching.percentMatch(atLeast: 0.9) == nil)
        #expect(matching.identicalRows().map(\.count) == [5_001])
        let none = RowMatching([], rowCount: 3)
        #expect(none.identicalRows().isEmpty && none.percentMatch(atLeast: 0.9) == nil)
    }
}
