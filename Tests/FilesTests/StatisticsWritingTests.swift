import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// A folder of its own for `body`, removed afterwards.
private func withTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ashar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

/// Whether two columns say the same, NaN being NaN.
private func isSame(_ one: Column, _ other: Column) -> Bool {
    func doubles(_ values: Column.Values) -> [UInt64]? {
        switch values {
        case .numbers(let numbers): numbers.all.map { $0.isNaN ? 0 : $0.bitPattern }
        case .dates(let seconds, _): seconds.map { $0.isNaN ? 0 : $0.bitPattern }
        default: nil
        }
    }
    var (first, second) = (one, other)
    guard doubles(one.values) == doubles(other.values) else { return false }
    if doubles(one.values) != nil {
        first.values = .text(TextPool([]))
        second.values = .text(TextPool([]))
    }
    return first == second
}

@Suite("Writing SPSS files")
struct StatisticsWritingTests {
    private static let data = Microdata(
        rowCount: 4,
        columns: [
            Column(
                name: "sex",
                label: LocalText(["en": "Sex", "ru": "Пол"]),
                values: .codes(
                    Codes([1, 2, 0, 3], categoryCount: 3),
                    [
                        Category("1", label: LocalText(["en": "Man", "ru": "Мужчина"])),
                        Category("2", label: LocalText(["en": "Woman", "ru": "Женщина"])),
                        Category("99", label: LocalText(["ru": "Отказ"]), isMissing: true),
                    ]
                )
            ),
            Column(
                name: "needs",
                label: LocalText(["ru": "Что нужно"]),
                values: .several(
                    {
                        var answers = SeveralAnswers(options: [
                            Category("work", label: LocalText(["ru": "Работа"])),
                            Category("papers", label: LocalText(["ru": "Документы"])),
                        ])
                        for chosen in [[0], [], nil, [0, 1]] as [[Int]?] { answers.append(chosen) }
                        return answers
                    }()
                )
            ),
            Column(
                name: "age",
                values: .numbers(Numbers([34, 98, .nan, 61.5])),
                missingNumbers: MissingNumbers([98]),
                numberLabels: [98: "Не знает"]
            ),
            Column(name: "visit", values: .dates([1_709_164_800, -86_400, .nan, 0], .day)),
            Column(name: "start", values: .dates([1_709_211_907, 0, .nan, 1], .second)),
            Column(
                name: "village",
                values: .codes(
                    Codes([1, 2, 0, 1], categoryCount: 2),
                    [
                        Category("kara-suu", label: LocalText(["ru": "Кара-Суу"])),
                        Category("refused", label: LocalText(["ru": "Отказ"]), isMissing: true),
                    ]
                )
            ),
            Column(
                name: "comment",
                values: .text(
                    TextPool(["", "да", String(repeating: "Ответ ", count: 100) + "!", "нет"])
                )
            ),
        ]
    )

    @Test("what is written is read again, in the language that was asked for")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            for name in ["a.sav", "a.zsav"] {
                let path = folder + "/" + name
                let told = try SAV.write(
                    microdata: StatisticsWritingTests.data,
                    to: path,
                    language: "ru"
                )
                #expect(told == [])
                let (data, problems) = try StatFile.read(path: path)
                #expect(problems == [])
                #expect(
                    data.names == [
                        "sex", "needs_work", "needs_papers", "age", "visit", "start", "village",
                        "comment",
                    ]
                )
                #expect(data["sex"]?.label == "Пол")
                #expect(
                    data["sex"]?.values
                        == .codes(
                            Codes([1, 2, 0, 3], categoryCount: 3),
                            [
                                Category("1", label: "Мужчина"), Category("2", label: "Женщина"),
                                Category("99", label: "Отказ", isMissing: true),
                            ]
                        )
                )
                #expect(data["needs_work"]?.label == "Что нужно: Работа")
                let work = Column(name: "w", values: .numbers(Numbers([1, 0, .nan, 1])))
                #expect(
                    data["needs_work"].map { isSame(Column(name: "w", values: $0.values), work) }
                        == true
                )
                for kept in ["age", "visit", "start", "comment"] {
                    let before = try #require(StatisticsWritingTests.data[kept])
                    #expect(data[kept].map { isSame($0, before) } == true, "\(kept)")
                }
                #expect(
                    data["village"]?.values
                        == .codes(
                            Codes([1, 2, 0, 1], categoryCount: 2),
                            [
                                Category("kara-suu", label: "Кара-Суу"),
                                Category("refused", label: "Отказ", isMissing: true),
                            ]
                        )
                )
            }
        }
    }

    @Test(
        "a file that was read and written is the same table again",
        arguments: [
            "survey.sav", "survey.zsav", "survey-118.dta", "survey-115.dta", "small.sav",
        ]
    )
    func again(name: String) throws {
        try withTemporaryFolder { folder in
            let before = try StatFile.read(path: statisticsFixture(name)).data
            let path = folder + "/again.sav"
            try SAV.write(microdata: before, to: path)
            let after = try StatFile.read(path: path).data
            #expect(after.names == before.names)
            for (one, other) in zip(before.columns, after.columns) {
                #expect(isSame(one, other), "\(one) became \(other)")
            }
        }
    }

    @Test("random tables survive writing and reading", arguments: 0..<30)
    func property(seed: UInt64) throws {
        try withTemporaryFolder { folder in
            var random = RandomTables(state: seed &* 0x9E37_79B9 &+ 7)
            let before = random.table()
            let path = folder + "/\(seed).\(seed % 2 == 0 ? "sav" : "zsav")"
            try SAV.write(microdata: before, to: path)
            let after = try StatFile.read(path: path).data
            #expect(after.rowCount == before.rowCount)
            #expect(after.names == before.names)
            for (one, other) in zip(before.columns, after.columns) {
                var other = other
                if case .codes = one.values { other.missingNumbers = one.missingNumbers }
                #expect(isSame(one, other), "\(one) became \(other)")
            }
        }
    }

    @Test("the same table gives the same bytes, in any time zone")
    func sameBytes() throws {
        try withTemporaryFolder { folder in
            let zone = ProcessInfo.processInfo.environment["TZ"]
            defer { if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") } }
            var files: [Data] = []
            for (index, zone) in ["UTC", "Asia/Bishkek", "UTC"].enumerated() {
                setenv("TZ", zone, 1)
                let path = "\(folder)/\(index).sav"
                try SAV.write(microdata: StatisticsWritingTests.data, to: path)
                files.append(try Data(contentsOf: URL(fileURLWithPath: path)))
            }
            #expect(files[0] == files[1])
            #expect(files[0] == files[2])
            #expect(String(decoding: files[0][92..<109], as: UTF8.self) == "01 Jan 7000:00:00")
        }
    }

    @Test(
        "names become what SPSS allows, and stay different",
        arguments: [
            (["age"], ["age"]),
            (["group/age", "group-age"], ["group_age", "group_age_2"]),
            (
                ["_uuid", "1st", "", "with", "Age", "AGE"],
                ["v_uuid", "v1st", "v", "with_", "Age", "AGE_2"]
            ),
            (["жашы", "имя."], ["жашы", "имя"]),
            (
                [String(repeating: "ж", count: 40), String(repeating: "ж", count: 41)],
                [String(repeating: "ж", count: 32), String(repeating: "ж", count: 31) + "_2"]
            ),
        ]
    )
    func names(wanted: [String], expected: [String]) {
        var names = SAVNames()
        #expect(wanted.map { names.name(for: $0) } == expected)
    }

    private struct MissingCase: Sendable {
        let declared: MissingNumbers
        var valid: [Double] = [1, 2, 3]
        let missing: [ClosedRange<Double>]
        var leftOut = 0
    }

    @Test(
        "missing values are joined to a range where SPSS needs it",
        arguments: [
            MissingCase(declared: MissingNumbers(), missing: []),
            MissingCase(declared: MissingNumbers([7, 8, 9]), missing: [7...7, 8...8, 9...9]),
            MissingCase(
                declared: MissingNumbers([-1], ranges: [90...99]),
                missing: [-1 ... -1, 90...99]
            ),
            MissingCase(declared: MissingNumbers([6, 7, 8, 9]), missing: [6...8, 9...9]),
            MissingCase(declared: MissingNumbers([-9, 6, 7, 8, 9]), missing: [6...9, -9 ... -9]),
            MissingCase(
                declared: MissingNumbers([0, 2.5, 7, 8]),
                missing: [7...8, 0...0],
                leftOut: 1
            ),
            MissingCase(declared: MissingNumbers([95], ranges: [90...99]), missing: [90...99]),
        ]
    )
    private func missing(_ one: MissingCase) {
        let (missing, leftOut) = savMissing(one.declared, valid: one.valid)
        #expect(missing == one.missing)
        #expect(leftOut == one.leftOut)
    }

    @Test("what SPSS cannot hold is told")
    func told() throws {
        try withTemporaryFolder { folder in
            let long = String(repeating: "я", count: 20_000)
            let categories = (1...5).map {
                Category("no_answer_\($0)", label: LocalText(long), isMissing: true)
            }
            let data = Microdata(
                rowCount: 1,
                columns: [
                    Column(
                        name: "group/text",
                        label: LocalText(long),
                        values: .text(TextPool([long]))
                    ),
                    Column(name: "c", values: .codes(Codes([1], categoryCount: 5), categories)),
                ]
            )
            let path = folder + "/told.sav"
            let problems = try SAV.write(microdata: data, to: path)
            #expect(
                problems.map(\.code.name) == [
                    "sav.text-shortened", "sav.missing-left-out", "sav.renamed",
                    "sav.label-shortened",
                ]
            )
            let read = try StatFile.read(path: path).data
            #expect(read.names == ["group_text", "c"])
            guard case .text(let texts) = read["group_text"]?.values else {
                Issue.record("no text")
                return
            }
            #expect(texts[0] == String(repeating: "я", count: 16_383))
        }
    }

    @Test("when writing fails nothing is left behind, and an old file stays")
    func failure() throws {
        try withTemporaryFolder { folder in
            let nowhere = #expect(throws: Problems.self) {
                try SAV.write(microdata: StatisticsWritingTests.data, to: folder + "/no/such.sav")
            }
            #expect(nowhere?.list.map(\.code.name) == ["sav.not-written"])
            let old = folder + "/old.sav"
            try Data("old".utf8).write(to: URL(fileURLWithPath: old))
            let empty = #expect(throws: Problems.self) {
                try SAV.write(microdata: Microdata(rowCount: 3), to: old)
            }
            #expect(empty?.list.map(\.code.name) == ["sav.no-columns"])
            #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["old.sav"])
        }
    }
}
