import Base
import Testing

@testable import Survey

/// A sheet of text columns, the first row its header.
private func sheet(_ rows: [[String]], name: String = "main") -> (name: String, data: Microdata) {
    let columns = rows[0].enumerated().map { index, header in
        Column(name: header, values: .text(TextPool(rows.dropFirst().map { $0[index] })))
    }
    return (
        name, Microdata(rowCount: rows.count - 1, columns: columns, origin: .init(file: "x.csv"))
    )
}

/// The form without the questions that the sheet under test does not have.
private func form(_ names: String...) -> Form {
    var form = smallForm
    form.questions = form.questions.filter { names.contains($0.name) }
    return form
}

private func told(_ problems: [Problem]) -> [String] {
    problems.map { problem in
        let line = problem.location.line.map { ":\($0)" } ?? ""
        return "\(problem.severity.rawValue) \(problem.code.name)\(line)"
    }
}

/// The names that each row of a several-choice column chose; nil for a row without an answer.
private func chosen(_ data: Microdata, _ name: String) -> [[String]?] {
    guard case .several(let answers) = data[name]?.values else { return [] }
    return (0..<answers.count).map { row in
        answers.chosen(row: row)?.map { answers.options[$0].name }
    }
}

/// The category of each row of a choice column; "" for none.
private func answers(_ data: Microdata, _ name: String) -> [String] {
    guard case .codes(let codes, let categories) = data[name]?.values else { return [] }
    return (0..<codes.count).map { codes[$0] == 0 ? "" : categories[codes[$0] - 1].name }
}

@Suite("Binding of one choice")
struct InstrumentBindingChoiceTests {
    @Test("answers are names, numbers or labels of any language")
    func names() {
        let cells = ["1", "2.0", "Answer 3", "ответ  4", "", "05"].map { [$0] }
        let bound = bind(form("q1"), to: [sheet([["q1"]] + cells)])
        #expect(bound.problems.isEmpty, "\(bound.problems)")
        #expect(answers(bound.main, "q1") == ["1", "2", "3", "4", "", "5"])
        #expect(bound.main["q1"]?.label.text(in: "en") == "Same")
        guard case .codes(_, let categories) = bound.main["q1"]?.values else { return }
        #expect(categories[2].label == LocalText(["en": "Answer 3", "ru": "Ответ 3"]))
    }

    @Test("an answer on no list is an error with its lines, and counts as missing")
    func strange() throws {
        let cells = ["1", "Answr 2", "6", "6"].map { [$0] }
        let bound = bind(form("q1"), to: [sheet([["q1"]] + cells)])
        #expect(
            told(bound.problems) == ["error answers.not-on-list:3", "error answers.not-on-list:4"]
        )
        #expect(bound.problems[0].remedy.contains("“Answer 2”"))
        #expect(bound.problems[1].message.contains("also in line 5"))
        #expect(bound.problems[1].location.column == "q1")
        #expect(answers(bound.main, "q1") == ["1", "Answr 2", "6", "6"])
        guard case .codes(_, let categories) = bound.main["q1"]?.values else { return }
        #expect(categories.map(\.isMissing) == [false, false, false, false, false, true, true])
    }

    @Test("a column of other things is not a thousand problems")
    func flood() {
        let cells = (0..<3000).map { ["thing \($0)"] }
        let bound = bind(form("q1"), to: [sheet([["q1"]] + cells)])
        #expect(bound.problems.count == 21)
        #expect(bound.problems.last?.code.name == "answers.more")
        guard case .codes(let codes, let categories) = bound.main["q1"]?.values else { return }
        #expect(categories.count == 206 && (0..<3000).allSatisfy { codes[$0] > 0 })
    }

    @Test("a list too long to count by stays text")
    func long() {
        var form = form("q1")
        form.lists["agree"] = (0..<70_000).map { Choice("c\($0)", label: LocalText([:])) }
        let bound = bind(form, to: [sheet([["q1"], ["c3"], ["x"]])])
        #expect(told(bound.problems) == ["note binding.long-list"])
        guard case .text(let pool) = bound.main["q1"]?.values else { return }
        #expect(pool[0] == "c3" && pool[1] == "x")
    }

    @Test("a list outside the form is what the data hold, numbers in their order")
    func outside() {
        var form = form("q1")
        form.questions[0].kind = .selectOne(list: "towns.csv", orOther: false)
        let bound = bind(form, to: [sheet([["q1"], ["10"], ["9"], ["x"], [""]])])
        #expect(bound.problems.isEmpty)
        guard case .codes(_, let categories) = bound.main["q1"]?.values else { return }
        #expect(categories.map(\.name) == ["9", "10", "x"])
    }
}

@Suite("Binding of several choices")
struct InstrumentBindingSeveralTests {
    @Test(
        "a cell of several answers is cut into them",
        arguments: [
            ("job a_home", ["job", "a_home"]), ("A home A job", ["a_home", "job"]),
            ("Работа Другое", ["job", "other"]), ("a home; other", ["a_home", "other"]),
            ("A job,A home", ["job", "a_home"]), ("job", ["job"]),
        ] as [(String, [String])]
    )
    func split(cell: String, expected: [String]) {
        let list = AnswerList(choices: smallForm.lists["needs"] ?? [])
        let (found, unknown) = list.split(cell)
        #expect(found.map { list.categories[$0].name } == expected)
        #expect(unknown.isEmpty)
    }

    @Test("labels inside labels are cut so that every word belongs to an answer")
    func ambiguousLabels() {
        let labels = ["Work", "Work at home", "home", "at"]
        let list = AnswerList(
            choices: labels.enumerated().map { Choice("c\($0)", label: LocalText($1)) }
        )
        #expect(list.split("Work at home home").found == [1, 2])
        #expect(list.split("Work at Work").found == [0, 3, 0])
        let (found, unknown) = list.split("Work at home never home")
        #expect(found == [1, 2] && unknown == ["never"])
    }

    @Test("a long hostile cell is cut in no time")
    func hostile() {
        let choices = (1...30).map { length in
            Choice(
                "c\(length)",
                label: LocalText([String](repeating: "a", count: length).joined(separator: " "))
            )
        }
        let list = AnswerList(choices: choices)
        let cell = [String](repeating: "a", count: 900).joined(separator: " ") + " b"
        #expect(list.split(cell).unknown == ["b"])
        #expect(
            !list.split([String](repeating: "a", count: 5000).joined(separator: " ")).found.isEmpty
        )
    }

    @Test("0/1 columns in every spelling, with empty and all-zero rows kept apart")
    func columns() {
        let rows = [
            ["needs/job", "needs/a_home", "needs/other"],
            ["1", "0", "0"], ["TRUE", "FALSE", "FALSE"], ["Yes", "No", "no"], ["", "", ""],
            ["0", "0", "0"], ["A job", "", "Другое"], ["job", "", ""],
        ]
        let bound = bind(form("needs"), to: [sheet(rows)])
        #expect(bound.problems.isEmpty, "\(bound.problems)")
        #expect(
            chosen(bound.main, "needs") == [
                ["job"], ["job"], ["job"], nil, [], ["job", "other"], ["job"],
            ]
        )
    }

    @Test("list and columns are checked against each other; the list counts")
    func both() {
        let rows = [
            ["needs", "needs/job", "needs/a_home"],
            ["job a_home", "1", "1"], ["job", "0", "1"], ["", "0", "0"], ["", "", ""],
            ["", "1", "0"], ["other", "0", "0"],
        ]
        let bound = bind(form("needs"), to: [sheet(rows)])
        #expect(told(bound.problems) == ["warning answers.columns-disagree:3"])
        #expect(bound.problems[0].message.contains("also in line 6"))
        #expect(
            chosen(bound.main, "needs") == [
                ["job", "a_home"], ["job"], nil, nil, ["job"], ["other"],
            ]
        )
    }

    @Test("answers on no list, and cells that are neither 1 nor 0, are told")
    func strange() {
        let bound = bind(form("needs"), to: [sheet([["needs"], ["job food"], ["food"]])])
        #expect(told(bound.problems) == ["error answers.not-on-list:2"])
        #expect(chosen(bound.main, "needs") == [["job", "food"], ["food"]])
        let flags = bind(form("needs"), to: [sheet([["needs/job"], ["1"], ["7"]])])
        #expect(told(flags.problems) == ["error answers.not-yes-or-no:3"])
    }
}

@Suite("Binding of numbers, dates and columns")
struct InstrumentBindingValueTests {
    @Test("numbers are read strictly, each slip with its line and what was meant")
    func numbers() {
        let cells = ["12", "12,5", "abc", "nan", "0x1F", "", "2.5"].map { [$0] }
        let bound = bind(form("age"), to: [sheet([["who/you/age"]] + cells)])
        #expect(
            told(bound.problems) == [
                "error answers.not-a-number:3", "error answers.not-a-number:4",
                "error answers.not-a-number:5", "error answers.not-a-number:6",
                "warning answers.not-whole:8",
            ]
        )
        #expect(bound.problems[0].remedy.contains("12.5"))
        guard case .numbers(let numbers) = bound.main["age"]?.values else { return }
        #expect(numbers.all.map { $0.isNaN } == [false, true, true, true, true, true, false])
    }

    @Test("dates drop the time of day; what is no date is told")
    func dates() {
        let rows = [["day"], ["2025-11-05"], ["2025-11-05T10:11:12.000+06:00"], ["5.11.25"], [""]]
        let bound = bind(form("day"), to: [sheet(rows)])
        #expect(told(bound.problems) == ["error answers.not-a-date:4"])
        guard case .dates(let dates, .day) = bound.main["day"]?.values else { return }
        #expect(dates[0] == 1_762_300_800 && dates[1] == 1_762_300_800 && dates[2].isNaN)
    }

    @Test("unknown columns stay, notes and files go, missing questions are told")
    func columns() {
        let rows = [
            ["weight", "intro", "photo", "photo_URL", "age", "_id", "start"],
            ["1.5", "", "a.jpg", "http://x", "30", "7", "2025-11-05T10:11:12"],
        ]
        let bound = bind(smallForm, to: [sheet(rows)])
        #expect(bound.main.names == ["age", "_id", "start", "weight"])
        #expect(
            told(bound.problems) == [
                "note binding.repeat-missing", "note binding.left-out:1",
                "note binding.unknown-column:1", "warning binding.no-column:1",
            ]
        )
        #expect(bound.problems.last?.message.contains("“needs”") == true)
        guard case .dates(_, .second) = bound.main["start"]?.values,
            case .numbers = bound.main["_id"]?.values
        else {
            Issue.record("start and _id take the kind of their cells")
            return
        }
    }

    @Test("an export of another form is one error; personal columns are not missed")
    func wrongForm() {
        let other = bind(form("age", "day"), to: [sheet([["x", "y"], ["1", "2"]])])
        #expect(
            told(other.problems) == [
                "note binding.unknown-column:1", "error binding.nothing-fits:1",
            ]
        )
        let personal = bind(form("age", "day"), to: [sheet([["day"], [""]])], leftOut: ["age"])
        #expect(personal.problems.isEmpty)
        let slipped = bind(
            form("age", "day"),
            to: [sheet([["day", "age"], ["", "7"]])],
            leftOut: ["age"]
        )
        #expect(slipped.main.names == ["day"])
    }

    @Test("labels that cannot be told apart are an error, and their columns stay")
    func ambiguous() {
        let bound = bind(form("q1", "q2", "day"), to: [sheet([["Same", "Day"], ["1", ""]])])
        #expect(told(bound.problems).contains("error binding.ambiguous-header:1"))
        #expect(bound.main.names == ["day", "Same"])
        let personal = bind(
            form("q1", "q2", "day"),
            to: [sheet([["Same", "Day"], ["1", ""]])],
            leftOut: ["q2"]
        )
        #expect(personal.main.names == ["day"])
    }

    @Test("rows of a repeat find their interview; orphans are told")
    func repeats() {
        let main = sheet([["age", "_index"], ["30", "1"], ["40", "5"]])
        let kids = sheet(
            [["kid_age", "_parent_index"], ["3", "5"], ["4", "1"], ["5", "9"]],
            name: "kid"
        )
        let bound = bind(form("age", "kid_age"), to: [main, kids])
        #expect(bound.parentRows == ["kid": [1, 0, nil]])
        #expect(bound.repeats["kid"]?.names == ["kid_age", "_parent_index"])
        #expect(told(bound.problems) == ["warning repeats.orphan:4"])
        let unlinked = bind(
            form("age", "kid_age"),
            to: [main, sheet([["kid_age"], ["3"]], name: "kid")]
        )
        #expect(told(unlinked.problems) == ["warning repeats.no-link"])
    }

    @Test("lines of the file survive")
    func lines() {
        var data = sheet([["age"], ["30"], ["x"]]).data
        data.origin.lines = [4, 9]
        let bound = bind(form("age"), to: [("s", data)])
        #expect(bound.problems.first?.location.line == 9)
        #expect(bound.main.origin.lines == [4, 9])
    }

    @Test("no sheets, no rows and no questions are no crash")
    func empty() {
        #expect(bind(smallForm, to: []).main.rowCount == 0)
        #expect(bind(Form(), to: [sheet([["a"], ["1"]])]).main.names == ["a"])
        #expect(bind(smallForm, to: [sheet([["age"]])]).main.rowCount == 0)
        #expect(bind(Form(), to: [("x", Microdata(rowCount: 3))]).problems.isEmpty)
    }
}
