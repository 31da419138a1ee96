import Base
import Survey

@testable import Report

/// A small made-up study for the tests of the first look.
enum LookSamples {
    /// A column with one answer of a list; nil is an empty cell.
    static func choice(_ name: String, _ answers: [String?], _ list: [String]) -> Column {
        Column(
            name: name,
            label: LocalText("Question \(name)"),
            values: .codes(
                Codes(
                    answers.map { answer in
                        answer.flatMap { list.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
                    },
                    categoryCount: list.count
                ),
                list.map { Category($0) }
            )
        )
    }

    static func number(_ name: String, _ numbers: [Double]) -> Column {
        Column(name: name, values: .numbers(Numbers(numbers)))
    }

    static func prepared(_ study: Study, _ form: Form = Form(), _ data: Microdata) -> PreparedStudy
    {
        var preparation = StudyPreparation(study: study, form: form, data: data)
        return preparation.prepare(personal: [])
    }

    static let rating = ["1", "2", "3", "4", "5", "98"]

    /// Forty interviews by two interviewers; Bek's are straight lines of five minutes.
    ///
    /// Row 1 repeats row 0 with its id; row 39 began at 23:00 and its `hours` break the form's limit.
    static var study: (study: Study, form: Form, data: Microdata) {
        let rows = 0..<40
        let isBek = rows.map { $0 >= 20 }
        func item(_ place: Int) -> Column {
            choice(
                "q\(place)",
                rows.map { row in
                    if isBek[row] { return "4" }
                    if row == 5 { return place == 0 ? nil : "98" }
                    return String(1 + (max(row, 1) * (place + 2) + place) % 5)
                },
                rating
            )
        }
        var columns = (0..<6).map { item($0) }
        columns += (0..<5).map { place in
            number("n\(place)", rows.map { Double((max($0, 1) * 7 + place * 3) % 23) })
        }
        columns += [
            choice("gate", rows.map { $0 % 2 == 0 || $0 == 1 ? "yes" : "no" }, ["yes", "no"]),
            choice(
                "why",
                rows.map { $0 == 0 || $0 == 1 || $0 == 2 ? "a" : nil },
                ["a", "b"]
            ),
            number("hours", rows.map { $0 == 39 ? 30 : Double(max($0, 1) % 9) }),
            Column(name: "remark", values: .text(TextPool(rows.map { "secret \($0)" }))),
            number("phone", rows.map { 996_700_000_000 + Double($0) }),
            Column(name: "who", values: .text(TextPool(isBek.map { $0 ? "Bek" : "Aida" }))),
            Column(name: "uid", values: .text(TextPool(rows.map { "id-\(max($0, 1))" }))),
            Column(
                name: "begin",
                values: .dates(
                    rows.map { Double($0 / 8) * 86_400 + ($0 == 39 ? 23 : 10) * 3600 },
                    .second
                )
            ),
        ]
        columns.append(
            Column(
                name: "finish",
                values: .dates(
                    rows.map { row in
                        Double(row / 8) * 86_400 + (row == 39 ? 23 : 10) * 3600
                            + (isBek[row] ? 300 : 1500)
                    },
                    .second
                )
            )
        )
        return (declared, form, Microdata(rowCount: 40, columns: columns))
    }

    private static var declared: Study {
        var study = Study()
        study.title = LocalText("Sample")
        study.data.file = "answers.csv"
        study.data.id = "uid"
        study.data.missing = ["98"]
        study.fieldwork.interviewer = "who"
        study.fieldwork.start = "begin"
        study.fieldwork.end = "finish"
        study.exclusions = [Exclusion(rule: .duplicates(of: "uid"), because: "sent twice")]
        study.scales = [
            ScaleDeclaration(
                name: "trust",
                label: "Trust",
                range: 1...5,
                items: (0..<6).map { .init(name: "q\($0)", isReversed: $0 == 2) },
                leastAnswered: 4
            )
        ]
        return study
    }

    private static var form: Form {
        var questions = (0..<6).map {
            Question(name: "q\($0)", kind: .selectOne(list: "rating", orOther: false))
        }
        questions += (0..<5).map { Question(name: "n\($0)", kind: .integer) }
        questions.append(Question(name: "gate", kind: .selectOne(list: "gate", orOther: false)))
        var why = Question(name: "why", kind: .selectOne(list: "why", orOther: false))
        why.relevant = "${gate} = 'yes'"
        var hours = Question(name: "hours", kind: .integer)
        hours.constraint = ". >= 0 and . <= 24"
        var remark = Question(name: "remark", kind: .text)
        remark.constraint = "regex(., 'x')"
        questions += [why, hours, remark, Question(name: "phone", kind: .integer)]
        return Form(questions: questions)
    }
}
