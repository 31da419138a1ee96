import Base
import Survey

/// Made-up answers and their form, small and of every kind, for studies that are made up on top.
enum MadeUpStudy {
    static let rowCount = 60

    static let data = Microdata(
        rowCount: rowCount,
        columns: [
            Column(name: "id", values: .text(TextPool(rows { "r\($0 - $0 % 29 % 2)" }))),
            Column(name: "sex", values: codes(["woman", "man"]) { $0 % 3 % 2 + 1 }),
            Column(name: "consent", values: codes(["yes", "no"]) { $0 % 20 == 7 ? 2 : 1 }),
            Column(name: "region", values: codes(["north", "south", "98"]) { $0 * 7 % 11 % 4 }),
            Column(name: "q1", values: codes(["1", "2", "3", "4", "5"]) { $0 * 5 % 7 % 6 }),
            Column(name: "q2", values: codes(["1", "2", "3", "4", "5"]) { $0 * 3 % 11 % 6 }),
            Column(name: "q3", values: .numbers(Numbers(rows { Double($0 * 4 % 9 % 5 + 1) }))),
            Column(
                name: "age",
                values: .numbers(Numbers(rows { $0 % 13 == 0 ? .nan : Double(18 + $0 * 7 % 60) })),
                missingNumbers: MissingNumbers([99], ranges: [-9 ... -1])
            ),
            Column(name: "income", values: .numbers(Numbers(rows { Double($0 * $0) * 1.25 - 50 }))),
            Column(name: "weight", values: .numbers(Numbers(rows { 0.5 + Double($0 % 5) / 2 }))),
            Column(name: "stratum", values: .numbers(Numbers(rows { Double($0 / 20) }))),
            Column(name: "village", values: .text(TextPool(rows { "v\($0 / 6)" }))),
            Column(name: "size", values: .numbers(Numbers(rows { _ in 400 }))),
            Column(name: "day", values: .dates(rows { Double(20_000 + $0 / 9) * 86400 }, .day)),
            Column(name: "start", values: .dates(rows { Double($0) * 3600 + 1.7e9 }, .second)),
            Column(
                name: "end",
                values: .dates(rows { $0 == 9 ? .nan : Double($0) * 3603 + 1.7e9 }, .second)
            ),
            Column(name: "needs", values: several(["work", "home", "papers"])),
            Column(name: "why", values: .text(TextPool(rows { $0 % 4 == 0 ? "" : "as \($0)" }))),
        ],
        origin: .init(file: "answers.csv")
    )

    /// The form of the questions above; the survey system's columns are no part of it.
    static let form = Form(
        title: "Made up",
        languages: [Language(code: "en")],
        defaultLanguage: "en",
        questions: data.columns.map { column in
            Question(name: column.name, kind: kind(of: column), label: LocalText(column.name))
        },
        lists: Dictionary(
            uniqueKeysWithValues: data.columns.map { column in
                (column.name, answers(of: column).map { Choice($0.name, label: $0.label) })
            }
        )
    )

    private static func rows<Value>(_ value: (Int) -> Value) -> [Value] {
        (0..<rowCount).map(value)
    }

    private static func codes(_ names: [String], _ code: (Int) -> Int) -> Column.Values {
        .codes(Codes(rows(code), categoryCount: names.count), names.map { Category($0) })
    }

    private static func several(_ names: [String]) -> Column.Values {
        var answers = SeveralAnswers(options: names.map { Category($0) })
        for row in 0..<rowCount {
            answers.append(row % 10 == 3 ? nil : (0..<3).filter { (row >> $0) & 1 == 1 })
        }
        return .several(answers)
    }

    private static func kind(of column: Column) -> QuestionKind {
        switch column.values {
        case .codes: .selectOne(list: column.name, orOther: false)
        case .several: .selectMultiple(list: column.name, orOther: false)
        case .numbers: .decimal
        case .dates: .dateTime
        case .text: .text
        }
    }

    private static func answers(of column: Column) -> [Category] {
        switch column.values {
        case .codes(_, let categories): categories
        case .several(let answers): answers.options
        case .numbers, .dates, .text: []
        }
    }
}
