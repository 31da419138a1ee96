import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// The fixture of that name.
func statisticsFixture(_ name: String) -> String {
    sourceFixtures().appendingPathComponent("Statistics/\(name)").path
}

/// Categories from (name, label, is missing).
private func categories(_ list: [(String, String, Bool)]) -> [Category] {
    list.map { Category($0.0, label: LocalText($0.1), isMissing: $0.2) }
}

private let longComment = Array(repeating: "Очень длинный ответ.", count: 20).joined(separator: " ")

@Suite("Statistics files: what is read")
struct StatisticsReadingTests {
    @Test(
        "an SPSS file gives the same columns, compressed or not",
        arguments: ["survey.sav", "survey-rows.sav", "survey.zsav"]
    )
    func spss(name: String) throws {
        let (data, problems) = try StatFile.read(path: statisticsFixture(name))
        #expect(problems == [])
        #expect(data.rowCount == 6)
        #expect(data.origin == .init(file: name, firstLine: 1))
        let trust = "trust_in_neighbours_after_their_return_home"
        #expect(
            data.names
                == ["id", "sex", trust, "age", "income", "visited", "started", "region", "comment"]
        )
        #expect(
            data["sex"]
                == Column(
                    name: "sex",
                    label: "Пол респондента",
                    values: .codes(
                        Codes([1, 2, 2, 3, 0, 1], categoryCount: 3),
                        categories([
                            ("1", "Мужской", false), ("2", "Женский", false),
                            ("9", "Нет ответа", true),
                        ])
                    ),
                    missingNumbers: MissingNumbers([9])
                )
        )
        #expect(
            data[trust]
                == Column(
                    name: trust,
                    label: "Доверие соседям",
                    values: .codes(
                        Codes([1, 3, 5, 2, 4, 0], categoryCount: 5),
                        categories([
                            ("1", "Совсем не доверяю", false), ("2", "", false), ("3", "", false),
                            ("4", "", false), ("5", "Полностью доверяю", false),
                        ])
                    )
                )
        )
        #expect(
            data["age"]
                == Column(
                    name: "age",
                    label: "Возраст, лет",
                    values: .numbers(Numbers([34, 51, 98, 19, 99, 62.5])),
                    missingNumbers: MissingNumbers([98, 99]),
                    numberLabels: [98: "Не знаю", 99: "Отказ"]
                )
        )
    }

    @Test("a missing range, dates and long texts of SPSS are kept")
    func spssRest() throws {
        let data = try StatFile.read(path: statisticsFixture("survey.sav")).data
        let income = try #require(data["income"])
        guard case .numbers(let numbers) = income.values else {
            Issue.record("income is \(income.values)")
            return
        }
        #expect(numbers[1] == -1)
        #expect(numbers[4].isNaN)
        #expect(income.missingNumbers == MissingNumbers(ranges: [-99 ... -1]))
        try expectDates(data)
        #expect(
            data["region"]?.values
                == .codes(
                    Codes([1, 2, 1, 3, 0, 4], categoryCount: 4),
                    categories([
                        ("osh", "Ошская", false), ("chuy", "Чуйская", false),
                        ("naryn", "Нарынская", false), ("NA", "Нет ответа", true),
                    ])
                )
        )
        #expect(
            data["comment"]?.values
                == .text(TextPool(["", "да", longComment, "“ok”, \"quoted\"", "нет", "да"]))
        )
    }

    /// The dates of every survey file, as Python's datetime gives them in seconds since 1970.
    private func expectDates(_ data: Microdata) throws {
        guard case .dates(let days, .day) = data["visited"]?.values,
            case .dates(let moments, .second) = data["started"]?.values
        else {
            Issue.record("no dates")
            return
        }
        let visited: [Double] = [
            1_709_164_800, -86_400, .nan, 1_767_225_600, -315_619_200, 951_868_800,
        ]
        let started: [Double] = [
            1_709_211_907, 0, 1_783_209_599, .nan, 1_000_000_000, 946_598_401,
        ]
        #expect(zip(days, visited).allSatisfy { isClose($0, $1, 0) })
        #expect(zip(moments, started).allSatisfy { isClose($0, $1, 0) })
    }

    @Test(
        "a Stata file keeps .a and .b apart from the plain missing value",
        arguments: ["survey-115.dta", "survey-117.dta", "survey-118.dta", "survey-119.dta"]
    )
    func stata(name: String) throws {
        let (data, problems) = try StatFile.read(path: statisticsFixture(name))
        #expect(problems == [])
        #expect(
            data["sex"]?.values
                == .codes(
                    Codes([1, 2, 2, 3, 0, 1], categoryCount: 3),
                    categories([
                        ("1", "Мужской", false), ("2", "Женский", false),
                        (".a", "Нет ответа", true),
                    ])
                )
        )
        let refused = try #require(StataMissing.number(named: ".a"))
        let unknown = try #require(StataMissing.number(named: ".b"))
        #expect(
            data["age"]
                == Column(
                    name: "age",
                    label: "Возраст, лет",
                    values: .numbers(Numbers([34, 51, unknown, 19, refused, 62.5])),
                    missingNumbers: MissingNumbers([refused, unknown]),
                    numberLabels: [refused: "Отказ", unknown: "Не знаю"]
                )
        )
        try expectDates(data)
        if name != "survey-115.dta" {
            #expect(
                data["comment"]?.values
                    == .text(TextPool(["", "да", longComment, "“ok”, \"quoted\"", "нет", "да"]))
            )
        }
    }

    @Test("a portable SPSS file is read")
    func portable() throws {
        let (data, problems) = try StatFile.read(path: statisticsFixture("survey.por"))
        #expect(problems == [])
        #expect(data["SEX"]?.label == "Sex")
        try expectDates(
            Microdata(
                rowCount: 6,
                columns: data.columns.map { column in
                    var column = column
                    column.name = column.name.lowercased()
                    return column
                }
            )
        )
    }

    @Test(
        "Windows-1251 is read where the file says so, and recognised where it does not",
        arguments: [
            ("claims-1251.sav", []),
            ("claims-1252.sav", ["statfile.encoding-guessed"]),
            ("windows-1251.dta", ["statfile.encoding-guessed"]),
        ] as [(String, [String])]
    )
    func cyrillic(name: String, codes: [String]) throws {
        let (data, problems) = try StatFile.read(path: statisticsFixture(name))
        #expect(problems.map(\.code.name) == codes)
        #expect(data["sex"]?.label == "Пол респондента")
        guard case .codes(_, let categories) = data["sex"]?.values else {
            Issue.record("sex is no list")
            return
        }
        #expect(categories.map { $0.text(in: "") } == ["Мужской", "Женский", "Нет ответа"])
        guard case .text(let texts) = (data["word"] ?? data["comment"])?.values else {
            Issue.record("no text")
            return
        }
        #expect(texts.pool.contains("нет"))
    }

    @Test("a label with bytes that are no letters costs those letters, not the file")
    func badText() throws {
        let (data, problems) = try StatFile.read(path: statisticsFixture("bad-text.sav"))
        #expect(problems.map(\.code.name) == ["statfile.bad-text"])
        #expect(data["sex"]?.label.text(in: "").hasPrefix("Пол респонден\u{FFFD}") == true)
        #expect(data["word"]?.values == .text(TextPool(["да", "нет", "да", "нет", "да", ""])))
    }

    @Test(
        "a column that is skipped is in no part of the result",
        arguments: ["survey.sav", "survey.zsav", "survey-118.dta"]
    )
    func skipped(name: String) throws {
        let options = ReadOptions { $0 == "comment" || $0 == "sex" }
        let (data, problems) = try StatFile.read(path: statisticsFixture(name), options: options)
        #expect(problems == [])
        #expect(data.names.count == 7)
        #expect(data["sex"] == nil)
        #expect(data["comment"] == nil)
        #expect(!"\(data)".contains("Мужской"))
        #expect(!"\(data)".contains("Очень"))
        let all = try StatFile.read(path: statisticsFixture(name)).data
        #expect(data["region"] == all["region"])
        #expect(data["age"] == all["age"])
        let none = try StatFile.read(
            path: statisticsFixture(name),
            options: ReadOptions { _ in true }
        )
        #expect(none.data.columns.isEmpty)
    }
}
