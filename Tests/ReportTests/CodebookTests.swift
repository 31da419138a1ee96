import Base
import Foundation
import Markup
import Survey
import TestKit
import Testing

@testable import Report

@Suite("Codebook")
struct CodebookTests {
    @Test(
        "counts under the limit are hidden, and no hidden one can be worked out",
        arguments: [
            ([60, 38, 2], [60, nil, nil]),
            ([60, 38, 12], [60, 38, 12]),
            ([60, 38, 0], [60, 38, 0]),
            ([1, 2, 50, 9], [1, 2, 50, 9].map { $0 == 50 ? 50 : nil }),
            ([3, 4, 50, 9], [nil, nil, 50, 9]),
            ([3, 0, 0], [nil, nil, nil]),
            ([3, 0, 7], [nil, 0, nil]),
            ([2], [nil]),
            ([], []),
        ] as [([Int], [Int?])]
    )
    func partition(counts: [Int], shown: [Int?]) {
        #expect(
            CodebookCount.partition(counts, limit: 5)
                == shown.map { $0.map(CodebookCount.people) ?? .hidden }
        )
        #expect(CodebookCount.partition(counts, limit: 1) == counts.map(CodebookCount.people))
    }

    @Test("for random counts, those shown never tell one that is hidden")
    func partitionProperty() {
        var state: UInt64 = 42
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<2000 {
            let counts = (0...next(6)).map { _ in next(3) == 0 ? 0 : next(20) }
            let shown = CodebookCount.partition(counts, limit: 5)
            let hidden = counts.indices.filter { shown[$0] == .hidden }
            for index in counts.indices where shown[index] != .hidden {
                #expect(counts[index] == 0 || counts[index] >= 5)
                #expect(shown[index] == .people(counts[index]))
            }
            let sum = hidden.reduce(0) { $0 + counts[$1] }
            let isSafe =
                hidden.isEmpty || hidden.count == counts.count || (hidden.count > 1 && sum >= 5)
            #expect(isSafe, "\(counts) shown as \(shown)")
        }
    }

    @Test(
        "a range ends where enough people are",
        arguments: [
            (1, 1.0, 100.0, false), (5, 5, 96, true), (50, 50, 51, true),
        ]
    )
    func range(limit: Int, least: Double, greatest: Double, isTrimmed: Bool) {
        let range = CodebookRange(sorted: (1...100).map(Double.init), limit: limit)
        #expect(range?.least == least)
        #expect(range?.greatest == greatest)
        #expect(range?.isTrimmed == isTrimmed)
    }

    @Test("a range of too few people is none")
    func noRange() {
        #expect(CodebookRange(sorted: [1, 2, 3], limit: 5) == nil)
        #expect(CodebookRange(sorted: [], limit: 1) == nil)
        // The least value is that of five people: nothing is trimmed.
        let shared = CodebookRange(sorted: Array(repeating: 3, count: 10), limit: 5)
        #expect(shared == CodebookRange(sorted: [3], limit: 1))
    }

    /// Forty people; the counts follow from the row numbers.
    static let data = {
        var needs = SeveralAnswers(options: [
            Category("work", label: LocalText(["en": "Work"])), Category("papers"),
            Category("refused", label: LocalText(["en": "Refused"]), isMissing: true),
        ])
        for row in 0..<40 {
            needs.append(
                row < 30 ? (row < 20 ? [0] : row < 22 ? [0, 1] : []) : row < 36 ? [2] : nil
            )
        }
        let rows = 0..<40
        return Microdata(
            rowCount: 40,
            columns: [
                Column(
                    name: "g/sex",
                    label: LocalText(["ru": "Пол"]),
                    values: .codes(
                        Codes(
                            rows.map { $0 < 18 ? 1 : $0 < 31 ? 2 : $0 < 33 ? 3 : 0 },
                            categoryCount: 3
                        ),
                        [
                            Category("1", label: LocalText(["en": "Man"])), Category("2"),
                            Category("9", label: LocalText(["en": "No *answer*"]), isMissing: true),
                        ]
                    )
                ),
                Column(
                    name: "village",
                    values: .codes(
                        Codes(rows.map { $0 < 20 ? 1 : $0 < 38 ? 2 : $0 - 35 }, categoryCount: 4),
                        ["osh", "naryn", "anna k", "her | street"].map { Category($0) }
                    )
                ),
                Column(
                    name: "age",
                    values: .numbers(
                        Numbers(rows.map { $0 < 2 ? 98 : $0 < 4 ? .nan : Double($0 + 14) })
                    ),
                    missingNumbers: MissingNumbers([98]),
                    numberLabels: [98: LocalText(["en": "Don't know"]), 20: "twenty"]
                ),
                Column(
                    name: "visit",
                    values: .dates(rows.map { Double($0) * 86_400 + 1_709_164_800 }, .day)
                ),
                Column(
                    name: "start",
                    values: .dates([.nan] + rows.dropFirst().map { Double($0) * 60 }, .second)
                ),
                Column(
                    name: "story",
                    label: LocalText(["en": "Your <story>?"]),
                    values: .text(TextPool(rows.map { $0 % 4 == 0 ? "" : "secret \($0 % 3)" }))
                ),
                Column(name: "needs", values: .several(needs)),
            ],
            origin: .init(file: "answers.csv")
        )
    }()

    static let form = {
        var sex = Question(
            name: "sex",
            kind: .selectOne(list: "sexes", orOther: false),
            label: LocalText(["en": "Are you a man or a woman?", "ru": "Кто вы?"])
        )
        sex.relevant = "${consent} = 'yes'"
        return Form(
            questions: [
                sex,
                Question(
                    name: "needs",
                    kind: .selectMultiple(list: "needs", orOther: false),
                    label: LocalText(["en": "What do you need?"])
                ),
            ],
            lists: [
                "sexes": [
                    Choice("1", label: LocalText(["en": "-"])),
                    Choice("2", label: LocalText(["en": "Woman"])),
                ],
                "needs": [Choice("papers", label: LocalText(["en": "Papers"]))],
            ]
        )
    }()

    @Test("a closed list has its counts, its missing answers apart, and the form's words")
    func list() throws {
        let codebook = Codebook(of: CodebookTests.data, form: CodebookTests.form)
        let sex = codebook.variables[0]
        #expect(sex.kind == .oneAnswer)
        #expect(sex.question == LocalText(["ru": "Пол", "en": "Are you a man or a woman?"]))
        #expect(sex.askedIf == "${consent} = 'yes'")
        #expect(sex.answered == 31)
        #expect(
            sex.content
                == .answers(
                    [
                        .init(name: "1", label: LocalText(["en": "Man"]), count: .people(18)),
                        .init(name: "2", label: LocalText(["en": "Woman"]), count: .people(13)),
                    ],
                    unlisted: 0
                )
        )
        // Two refused and seven cells are empty: with nine in all, one would tell the other.
        #expect(sex.userMissing.map(\.count) == [.hidden])
        #expect(sex.systemMissing == .hidden)
        let all = Codebook(of: CodebookTests.data, discloseAtLeast: 1).variables[0]
        #expect(all.userMissing.map(\.count) == [.people(2)])
        #expect(all.systemMissing == .people(7))
    }

    @Test("an answer that few people wrote and no list declares is not named")
    func unlisted() {
        let village = Codebook(of: CodebookTests.data).variables[1]
        #expect(
            village.content
                == .answers(
                    [
                        .init(name: "osh", label: LocalText([:]), count: .people(20)),
                        .init(name: "naryn", label: LocalText([:]), count: .hidden),
                    ],
                    unlisted: 2
                )
        )
    }

    @Test("numbers have range, mean and median of the valid ones")
    func numbers() throws {
        let age = Codebook(of: CodebookTests.data, discloseAtLeast: 1).variables[2]
        #expect(age.answered == 36)
        #expect(age.systemMissing == .people(2))
        #expect(
            age.userMissing == [
                .init(name: "98", label: LocalText(["en": "Don't know"]), count: .people(2))
            ]
        )
        guard case .numbers(let numbers?, let labelled) = age.content else {
            Issue.record("\(age.content)")
            return
        }
        // 18, 19 ... 53.
        #expect(numbers.range == CodebookRange(sorted: (18...53).map(Double.init), limit: 1))
        #expect(numbers.mean == 35.5)
        #expect(numbers.median == 35.5)
        #expect(labelled == [.init(name: "20", label: "twenty", count: .people(1))])
        let closed = Codebook(of: CodebookTests.data).variables[2]
        guard case .numbers(let trimmed?, let few) = closed.content else {
            Issue.record("\(closed.content)")
            return
        }
        #expect(trimmed.range.least == 22)
        #expect(trimmed.range.greatest == 49)
        #expect(few.map(\.count) == [.hidden])
    }

    @Test("several answers are counted each, texts only as different ones")
    func severalAndTexts() {
        let codebook = Codebook(of: CodebookTests.data, form: CodebookTests.form)
        let needs = codebook.variables[6]
        // Who only chose "refused" did not answer.
        #expect(needs.answered == 30)
        #expect(needs.systemMissing == .people(4))
        #expect(
            needs.content
                == .answers(
                    [
                        .init(name: "work", label: LocalText(["en": "Work"]), count: .people(22)),
                        .init(name: "papers", label: LocalText(["en": "Papers"]), count: .hidden),
                    ],
                    unlisted: 0
                )
        )
        #expect(needs.userMissing.map(\.count) == [.people(6)])
        #expect(codebook.variables[5].answered == 30)
        #expect(codebook.variables[5].content == .texts(different: 3))
        #expect(!"\(codebook)".contains("secret"))
        #expect(!codebook.markdown().contains("secret"))
        #expect(!codebook.markdown().contains("anna"))
    }

    @Test("the codebook as Markdown and as a page", arguments: ["en", "ru", "ky"])
    func golden(language: String) throws {
        let codebook = Codebook(of: CodebookTests.data, form: CodebookTests.form)
        let edition = CodebookEdition(language)
        try expectGolden(
            "Codebook/\(language).md",
            codebook.markdown(edition),
            in: sourceFixtures()
        )
        let body = Markup.group(codebook.body(edition)).htmlText()
            .replacing("<section", with: "\n<section").replacing("<tr", with: "\n<tr")
        try expectGolden("Codebook/\(language).html", body + "\n", in: sourceFixtures())
    }

    @Test("nothing in a text becomes markup")
    func escaping() {
        let bad = "a|b `c` <script>*x*</script> [l](http://e) ![i](j) \\ # & $x$\n## no"
        let data = Microdata(
            rowCount: 9,
            columns: [
                Column(
                    name: bad,
                    label: LocalText(bad),
                    values: .codes(
                        Codes(Array(repeating: 1, count: 9), categoryCount: 1),
                        [Category(bad, label: LocalText(bad))]
                    )
                )
            ]
        )
        let codebook = Codebook(of: data, title: bad)
        let lines = codebook.markdown().split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("## ") } == 1)
        let unescaped = codebook.markdown().replacing("\\\\", with: "").replacing("\\<", with: "")
            .replacing("\\[", with: "")
        #expect(!unescaped.contains("<"))
        #expect(!unescaped.contains("["))
        let row = lines.last ?? ""
        #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 5)
        #expect(!String(decoding: codebook.page().html(), as: UTF8.self).contains("<script"))
    }

    @Test(
        "points in time are written as the calendar has them",
        arguments: [
            // Expected: Python's datetime.
            (0.0, "1970-01-01 00:00"), (-1, "1969-12-31 23:59"),
            (1_709_211_907, "2024-02-29 13:05"),
            (-12_219_379_200, "1582-10-14 00:00"), (4_107_542_399, "2100-02-28 23:59"),
        ]
    )
    func dates(seconds: Double, text: String) {
        #expect(dateText(seconds, .second) == text)
        #expect(dateText(seconds, .day) == String(text.prefix(10)))
    }

    @Test("an empty table has a codebook too")
    func empty() {
        let none = Microdata(
            rowCount: 0,
            columns: [Column(name: "x", values: .numbers(Numbers([])))]
        )
        let codebook = Codebook(of: none, discloseAtLeast: 1)
        #expect(codebook.variables[0].content == .numbers(nil, labelled: []))
        #expect(Codebook(of: Microdata(rowCount: 0)).markdown().hasPrefix("# Codebook\n"))
    }
}
