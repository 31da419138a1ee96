import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

private let kobo = sourceFixtures().appendingPathComponent("Kobo")

private func form() throws -> Form {
    let (form, problems) = XLSForm.read(path: kobo.appendingPathComponent("form.xlsx").path)
    #expect(problems.isEmpty, "\(problems)")
    return try #require(form)
}

/// The sheets of an export: of a workbook, or of one .csv file for each sheet.
private func sheets(_ files: [String]) throws -> [(name: String, data: Microdata)] {
    try files.flatMap { file -> [(name: String, data: Microdata)] in
        let url = kobo.appendingPathComponent(file)
        if file.hasSuffix(".xlsx") {
            return try XLSX.read(path: url.path, options: ReadOptions()).sheets
        }
        return [(url.deletingPathExtension().lastPathComponent, try textTable(url))]
    }
}

/// A .csv file as columns of text, read by a few lines of this test alone.
private func textTable(_ url: URL) throws -> Microdata {
    var text = try String(contentsOf: url, encoding: .utf8)
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let separator: Character = text.prefix { $0 != "\n" }.contains(";") ? ";" : ","
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for letter in text {
        if letter == "\"" {
            isQuoted.toggle()
        } else if letter == "\n", !isQuoted {
            rows.append([""])
        } else if letter == separator, !isQuoted {
            rows[rows.count - 1].append("")
        } else {
            rows[rows.count - 1][rows[rows.count - 1].count - 1].append(letter)
        }
    }
    if rows.last == [""] { rows.removeLast() }
    let body = rows.dropFirst()
    let columns = rows[0].enumerated().map { index, header in
        Column(name: header, values: .text(TextPool(body.map { $0[index] })))
    }
    return Microdata(
        rowCount: body.count,
        columns: columns,
        origin: .init(file: url.lastPathComponent)
    )
}

/// What the fixture's columns are when all is bound.
private let questions = [
    "start", "end", "deviceid", "consent", "name", "phone", "gps", "_gps_latitude",
    "_gps_longitude", "_gps_altitude", "_gps_precision", "interviewer", "place", "residence",
    "sex", "age", "education", "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10",
    "needs", "needs_other", "attitude", "reasons", "income", "interview_date", "is_young",
]
private let system = [
    "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
    "_submitted_by", "__version__", "_tags", "_index",
]

// Counted in export.csv and central-household.csv by Python's csv and collections.Counter.
private let attitudes = ["dk": 19, "negative": 60, "neutral": 78, "positive": 81]
private let thirdItem = ["1": 13, "2": 53, "3": 69, "4": 76, "5": 16, "98": 5, "99": 3]
private let needsUnanswered = 10
private let needsJob = 150
private let needsOther = 18
private let ageSum = 9909.0
private let members = 464

@Suite("Exports of the Kobo style")
struct XLSFormKoboTests {
    @Test("the form is read from its workbook")
    func formFile() throws {
        let form = try form()
        #expect(form.title == "SYNTHETIC: attitudes to returning people")
        #expect(form.languages.map(\.code) == ["en", "ru"])
        #expect(form.defaultLanguage == "en")
        #expect(form.questions.count == 34)
        #expect(form.lists["agree"]?.map(\.name) == ["1", "2", "3", "4", "5", "98", "99"])
        #expect(form.question(named: "needs_other")?.path == "views/needs_other")
        #expect(form.question(named: "relation")?.repeatPath == "household")
        #expect(
            form.question(named: "q3")?.label.text(in: "ru")
                == "Им следует жить отдельно от других."
        )
    }

    @Test("an export given as the form, or no file at all, is told as such")
    func wrongFile() {
        let export = XLSForm.read(path: kobo.appendingPathComponent("export.xlsx").path)
        #expect(export.0 == nil && export.1.first?.code.name == "xlsform.no-survey")
        let none = XLSForm.read(path: "/nowhere/form.xlsx")
        #expect(none.0 == nil && none.1.hasErrors)
    }

    @Test("the demonstration export becomes the form's questions, whole")
    func export() throws {
        let bound = bind(try form(), to: try sheets(["export.xlsx"]))
        #expect(bound.main.names == questions + system)
        #expect(bound.main.rowCount == 240)
        #expect(bound.problems.map(\.code.name) == ["binding.left-out"], "\(bound.problems)")
        #expect(bound.main.origin.line(of: 0) == 2)
        // From here on, what a few lines of Python count in export.csv.
        let consent = try #require(bound.main["consent"])
        #expect(counts(consent) == ["yes": 238, "no": 2])
        #expect(counts(try #require(bound.main["attitude"])) == attitudes)
        #expect(counts(try #require(bound.main["q3"])) == thirdItem)
        guard case .several(let needs) = bound.main["needs"]?.values else {
            Issue.record("needs is no several-choice column")
            return
        }
        #expect(needs.options.map(\.name).last == "other")
        #expect(needs.isAnswered.count { !$0 } == needsUnanswered)
        #expect((0..<240).count { needs.chose(0, row: $0) } == needsJob)
        #expect((0..<240).count { needs.chose(8, row: $0) } == needsOther)
        guard case .numbers(let age) = bound.main["age"]?.values,
            case .dates(let start, .second) = bound.main["start"]?.values,
            case .dates(let day, .day) = bound.main["interview_date"]?.values
        else {
            Issue.record("age, start or interview_date is of the wrong kind")
            return
        }
        #expect(age.all.filter { !$0.isNaN }.reduce(0, +) == ageSum)
        // 2025-10-20T10:29:00, by the interviewer's clock.
        #expect(start[0] == 1_760_956_140)
        #expect(day[0] == 1_760_918_400)
        let household = try #require(bound.repeats["household"])
        #expect(household.rowCount == members)
        #expect(household.names.prefix(2) == ["member_age", "relation"])
        #expect(household["_parent_index"] != nil)
        #expect(bound.parentRows["household"]?.count == members)
        #expect(bound.parentRows["household"]?.last == 239)
    }

    @Test(
        "all styles of export give the same data",
        arguments: [
            "names-list.xlsx", "names-columns.xlsx", "labels-list.xlsx", "labels-columns.xlsx",
            "labels-both.xlsx", "export.csv",
        ]
    )
    func styles(file: String) throws {
        let form = try form()
        let expected = bind(form, to: try sheets(["export.xlsx"]))
        let bound = bind(form, to: try sheets([file]))
        #expect(bound.main.names == expected.main.names)
        for (column, other) in zip(bound.main.columns, expected.main.columns) {
            #expect(same(column, other), "\(column.name)")
        }
        let isTable = file.hasSuffix(".csv")
        #expect(
            bound.problems.map(\.code.name)
                == (isTable ? ["binding.repeat-missing"] : []) + ["binding.left-out"],
            "\(bound.problems)"
        )
        guard !isTable else { return }
        #expect(bound.parentRows == expected.parentRows)
        let repeated = try #require(bound.repeats["household"])
        for (column, other) in zip(
            repeated.columns,
            try #require(expected.repeats["household"]).columns
        ) {
            #expect(same(column, other), "\(column.name)")
        }
    }

    @Test("an export of ODK Central gives the same answers")
    func central() throws {
        let form = try form()
        let expected = bind(form, to: try sheets(["export.xlsx"]))
        let bound = bind(form, to: try sheets(["central.csv", "central-household.csv"]))
        #expect(bound.problems.isEmpty, "\(bound.problems)")
        for name in questions where name != "gps" {
            let column = try #require(bound.main[name], "\(name)")
            #expect(same(column, try #require(expected.main[name])), "\(name)")
        }
        #expect(bound.main["KEY"] != nil && bound.main["SubmissionDate"] != nil)
        #expect(bound.parentRows == expected.parentRows)
        for name in ["member_age", "relation"] {
            #expect(bound.repeats["household"]?[name] == expected.repeats["household"]?[name])
        }
    }

    @Test("personal columns are passed over before they are read, under any header")
    func personal() throws {
        let form = try form()
        let resolver = HeaderResolver(form: form)
        let personal: Set<String> = ["name", "phone", "gps"]
        let options = ReadOptions { resolver.mayHold(personal, header: $0) }
        for file in ["export.xlsx", "labels-columns.xlsx"] {
            let path = kobo.appendingPathComponent(file).path
            let bound = bind(
                form,
                to: try XLSX.read(path: path, options: options).sheets,
                leftOut: personal
            )
            #expect(bound.main.names == questions.filter { !isPersonal($0) } + system)
            #expect(bound.problems.map(\.code.name) == ["binding.left-out"])
        }
    }
}

private func isPersonal(_ name: String) -> Bool {
    ["name", "phone"].contains(name) || name.contains("gps")
}

/// Whether both columns are the same, NaN equal to NaN.
private func same(_ first: Column, _ second: Column) -> Bool {
    guard first.name == second.name, first.label == second.label else { return false }
    switch (first.values, second.values) {
    case (.numbers(let one), .numbers(let two)): return equal(one.all, two.all)
    case (.dates(let one, let day), .dates(let two, let other)):
        return day == other && equal(one, two)
    default: return first.values == second.values
    }
}

private func equal(_ first: [Double], _ second: [Double]) -> Bool {
    first.count == second.count
        && zip(first, second).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
}

private func counts(_ column: Column) -> [String: Int] {
    guard case .codes(let codes, let categories) = column.values else { return [:] }
    var counts: [String: Int] = [:]
    for row in 0..<codes.count where codes[row] > 0 {
        counts[categories[codes[row] - 1].name, default: 0] += 1
    }
    return counts
}
