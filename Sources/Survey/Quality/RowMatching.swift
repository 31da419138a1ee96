/// Which rows of a survey are the same, or nearly so, over some questions.
///
/// Two answers are equal when their values are; several-choice answers when all choices are. An empty
/// cell is no answer; “don't know” is one.
package struct RowMatching: Sendable {
    /// The most rows that are compared pair by pair.
    package static let mostRows = 5_000
    /// The fewest questions over which two rows are compared.
    package static let leastQuestions = 10

    /// The code of every row for each question, numbered from 1; 0 for an empty cell.
    private let codes: [[Int32]]
    private let codeCounts: [Int]
    package let rowCount: Int

    /// A comparison of the rows of `columns`, which must have `rowCount` rows.
    package init(_ columns: [Column], rowCount: Int) {
        self.rowCount = rowCount
        let numbered = columns.map { Self.numbered($0) }
        codes = numbered.map(\.codes)
        codeCounts = numbered.map(\.count)
    }

    /// How many questions are compared.
    package var questionCount: Int { codes.count }

    /// How many of the questions each row answered.
    package var answered: [Int] {
        (0..<rowCount).map { row in codes.count { $0[row] != 0 } }
    }

    /// The rows that are the same in every question, in groups of two and more.
    ///
    /// Rows that answered fewer than ``leastQuestions`` are left out: they are alike by being empty.
    package func identicalRows() -> [[Int]] {
        var groups = [Int32](repeating: 0, count: rowCount)
        var count = 1
        for (question, codes) in codes.enumerated() {
            let pairs = DenseNumbers(
                within: groups,
                count: count,
                codes: codes,
                codeCount: codeCounts[question]
            )
            groups = pairs.numbers
            count = pairs.count
        }
        let answered = answered
        var rows: [Int32: [Int]] = [:]
        for row in 0..<rowCount where answered[row] >= RowMatching.leastQuestions {
            rows[groups[row], default: []].append(row)
        }
        return rows.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// The rows' matches pair by pair; nil when there are too many rows or too few questions.
    package func percentMatch(atLeast least: Double) -> PercentMatch? {
        guard rowCount <= RowMatching.mostRows, codes.count >= RowMatching.leastQuestions else {
            return nil
        }
        let answered = answered
        let enough = max(RowMatching.leastQuestions, (codes.count + 1) / 2)
        let rows = (0..<rowCount).filter { answered[$0] >= enough }
        return PercentMatch(codes: codes, codeCounts: codeCounts, rows: rows, atLeast: least)
    }

    /// The different values of a column numbered from 1.
    private static func numbered(_ column: Column) -> (codes: [Int32], count: Int) {
        switch column.values {
        case .codes(let codes, let categories):
            ((0..<codes.count).map { Int32(codes[$0]) }, categories.count + 1)
        case .text(let texts): numbered(texts.positions.map { $0 == 0 ? nil : $0 })
        case .numbers(let numbers):
            numbered((0..<numbers.count).map { numbers[$0].isNaN ? nil : numbers[$0] })
        case .dates(let seconds, _): numbered(seconds.map { $0.isNaN ? nil : $0 })
        case .several(let answers):
            numbered((0..<answers.count).map { answers.chosen(row: $0) })
        }
    }

    private static func numbered<Value: Hashable>(
        _ values: [Value?]
    ) -> (codes: [Int32], count: Int) {
        var known: [Value: Int32] = [:]
        let codes = values.map { value -> Int32 in
            guard let value else { return 0 }
            let next = Int32(known.count + 1)
            let code = known[value] ?? next
            known[value] = code
            return code
        }
        return (codes, known.count + 1)
    }
}
