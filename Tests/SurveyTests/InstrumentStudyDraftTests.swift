import Base
import TestKit
import Testing

@testable import Survey

/// A choice column of `categories` (name, label, ...) with these answers, by name.
private func choice(
    _ name: String,
    _ label: String,
    _ categories: [(String, String)],
    _ answers: [String]
) -> Column {
    let names = categories.map(\.0)
    let codes = answers.map { (names.firstIndex(of: $0) ?? -1) + 1 }
    return Column(
        name: name,
        label: LocalText(label),
        values: .codes(
            Codes(codes, categoryCount: names.count),
            categories.map { Category($0.0, label: LocalText($0.1)) }
        )
    )
}

private func numbers(_ name: String, _ values: [Double], label: String = "") -> Column {
    Column(name: name, label: LocalText(label), values: .numbers(Numbers(values)))
}

private func text(_ name: String, _ values: [String], label: String = "") -> Column {
    Column(name: name, label: LocalText(label), values: .text(TextPool(values)))
}

private func propose(_ columns: Column...) -> StudyDraft {
    proposeStudy(
        form: Form(),
        data: Microdata(rowCount: columns.first?.rowCount ?? 0, columns: columns)
    )
}

private let agree = [
    ("1", "Strongly disagree"), ("2", "Disagree"), ("3", "Neither"), ("4", "Agree"),
    ("5", "Strongly agree"), ("98", "Don’t know"),
]

@Suite("StudyDraft")
struct InstrumentStudyDraftTests {
    @Test(
        "answers that say that there is no answer",
        arguments: [
            ([("1", "Yes"), ("2", "No"), ("8", "Don't know"), ("9", "Refused")], ["8", "9"]),
            ([("1", "Да"), ("2", "Нет"), ("3", "Затрудняюсь ответить")], ["3"]),
            ([("1", "Ооба"), ("2", "Жок"), ("3", "Билбейм"), ("4", "Жооп жок")], ["3", "4"]),
            ([("1", "Макулмун"), ("2", "Жооп берүүдөн баш тартты")], ["2"]),
            ([("yes", "Yes"), ("no", "No"), ("dk", "?")], ["dk"]),
            ([("yes", "Yes"), ("prefer_not_to_say", "Prefer not to say")], ["prefer_not_to_say"]),
            ([("0", ""), ("1", ""), ("-1", ""), ("-99", "")], ["-1", "-99"]),
            ([("1", ""), ("2", ""), ("3", ""), ("99", "")], ["99"]),
            ([("1", ""), ("2", ""), ("3", ""), ("4", ""), ("8", ""), ("9", "")], ["8", "9"]),
            ((1...9).map { ("\($0)", "") }, []),
            ((0...10).map { ("\($0)", "") }, []),
            ([("1", "Refugees"), ("2", "Neither agree nor disagree"), ("3", "Other")], []),
            ([("1", "I refused to help them when they asked me for help"), ("2", "No")], []),
            ([("1e308", ""), ("5", ""), ("-1", "")], ["-1"]),
            ([("urban", "Town"), ("rural", "Village")], []),
        ] as [([(String, String)], [String])]
    )
    func missing(categories: [(String, String)], expected: [String]) {
        let list = categories.map { Category($0.0, label: LocalText($0.1)) }
        #expect(StudyDraftMissing.reasons(list).map(\.answer) == expected)
    }

    @Test("codes far from all other numbers are proposed as missing")
    func numberCodes() {
        let draft = propose(
            numbers("children", [0, 1, 2, 3, 99, 99, 2, 1]),
            numbers("years", [88, 90, 85, 99, 70, 61, 77, 80]),
            numbers("money", [100, 5000, 999, 200, -1, 300, 400, 500])
        )
        #expect(draft.missing.map(\.variables) == [["children"], ["money"]])
        #expect(draft.missingAnswers == ["-1", "99"])
    }

    @Test("signs follow the correlations with the rest")
    func signs() {
        // Python: statistics.correlation(item, sum of the others), the third and fourth item negated.
        let items: [[Double]] = [
            [1, 2, 3, 4, 5, 4, 3, 2, 1, 5, 4, 2], [2, 2, 3, 5, 5, 4, 2, 1, 1, 4, 4, 3],
            [5, 4, 3, 2, 1, 1, 3, 4, 5, 2, 2, 4], [4, 4, 2, 2, 1, 2, 4, 5, 5, 1, 3, 4],
            [1, 3, 3, 4, 4, 5, 3, 2, 2, 5, 3, 2],
        ]
        let signs = ItemCorrelations.signs(items)
        #expect(signs.map(\.isReversed) == [false, false, true, true, false])
        let expected = [
            0.9574271077563381, 0.8804087784801333, 0.9417950344835584, 0.9102287166911428,
            0.8643740163907038,
        ]
        for (sign, value) in zip(signs, expected) {
            #expect(isClose(sign.restCorrelation ?? .nan, value, 1e-12))
        }
        let mirrored = ItemCorrelations.signs(items.map { $0.map { 6 - $0 } })
        #expect(mirrored.map(\.isReversed) == signs.map(\.isReversed))
    }

    @Test("data without a form: labels and categories speak")
    func withoutForm() throws {
        let latent = (0..<40).map { ($0 * 7) % 5 + 1 }
        func item(_ name: String, _ turn: Bool) -> Column {
            choice(
                name,
                "Statement \(name)",
                agree,
                latent.enumerated().map { row, value in
                    if row % 13 == 5 { return "98" }
                    let noisy = min(5, max(1, value + (row * name.count + row) % 3 - 1))
                    return String(turn ? 6 - noisy : noisy)
                }
            )
        }
        let draft = propose(
            numbers("caseid", (0..<40).map(Double.init)),
            choice(
                "gender",
                "Sex",
                [("1", "Man"), ("2", "Woman")],
                latent.map { "\($0 % 2 + 1)" }
            ),
            item("t1", false),
            item("t2x", true),
            item("t3", false),
            item("t4yz", false),
            text("contact", (0..<40).map { "+996 555 0000\($0 + 10)" }),
            numbers("psu", latent.map(Double.init)),
            numbers("stratum", latent.map(Double.init)),
            numbers("wt", latent.map { Double($0) / 2 })
        )
        let scale = try #require(draft.scales.first)
        #expect(draft.scales.count == 1)
        #expect(scale.items.map(\.variable) == ["t1", "t2x", "t3", "t4yz"])
        #expect(scale.items.map(\.isReversed) == [false, true, false, false])
        #expect(scale.items.map(\.mustConfirm) == [false, true, false, false])
        #expect(scale.range == 1...5 && scale.leastAnswered == 4)
        #expect(draft.missingAnswers == ["98"])
        #expect(draft.breakdowns.map(\.name) == ["gender"])
        #expect(draft.personal.map(\.name) == ["contact"])
        #expect(draft.id?.name == "caseid")
        #expect(draft.weight?.name == "wt" && draft.cluster?.name == "psu")
        #expect(draft.strata.map(\.name) == ["stratum"])
        #expect(draft.decisions.contains { $0.contains("t2x") })
    }

    @Test("what is no scale is not proposed as one")
    func noScale() {
        let region = [("1", "North"), ("2", "South"), ("3", "East")]
        let yesNo = [("1", "Yes"), ("2", "No")]
        let rows = (0..<30).map { "\($0 % 3 + 1)" }
        #expect(
            propose(
                choice("r1", "", region, rows),
                choice("r2", "", region, rows),
                choice("r3", "", region, rows)
            ).scales.isEmpty
        )
        #expect(
            propose(
                choice("y1", "", yesNo, rows),
                choice("y2", "", yesNo, rows),
                choice("y3", "", yesNo, rows)
            ).scales.isEmpty
        )
        #expect(
            propose(choice("a1", "", agree, rows), choice("a2", "", agree, rows)).scales.isEmpty
        )
        #expect(
            propose(
                choice("a1", "", agree, rows),
                choice("a2", "", agree, rows),
                numbers("between", rows.map { Double($0) ?? 0 }),
                choice("a3", "", agree, rows)
            ).scales.isEmpty
        )
    }

    @Test(
        "personal variables by kind and by word, in three languages",
        arguments: [
            ("phone1", "", .text, true), ("q7", "Номер телефона", .integer, true),
            ("fio", "", .text, true), ("name", "", .text, true),
            ("q1", "Сиздин аты-жөнүңүз: аты", .text, true),
            ("loc", "", .geo(.point), true), ("shape", "", .geo(.area), true),
            ("deviceid", "", .meta("deviceid"), true), ("who", "", .meta("username"), true),
            ("passportNo", "", .text, true), ("inn", "", .integer, true),
            ("email", "", .text, true),
            ("adr", "Адрес проживания", .text, true), ("born", "Date of birth", .date, true),
            ("photo", "", .attachment, true), ("village_name", "Name of the village", .text, false),
            ("age", "Age", .integer, false), ("start", "", .meta("start"), false),
            (
                "has_phone", "Do you have a telephone?", .selectOne(list: "yn", orOther: false),
                false
            ),
            ("reason", "Why?", .text, false), ("inner", "", .text, false),
        ] as [(String, String, QuestionKind, Bool)]
    )
    func personal(name: String, label: String, kind: QuestionKind, isPersonal: Bool) {
        let form = Form(questions: [Question(name: name, kind: kind, label: LocalText(label))])
        let draft = proposeStudy(form: form, data: Microdata(rowCount: 0))
        #expect(draft.personal.map(\.name) == (isPersonal ? [name] : []))
    }

    @Test(
        "conditions of single questions become bases",
        arguments: [
            ("${attitude} = 'negative'", "attitude == negative"),
            ("${age}>=18 and ${age} < 65", "age >= 18 and age < 65"),
            ("( ${a} != \"x\" ) or selected( ${b} , 'y-1')", "(a != x) or b == 'y-1'"),
            ("${a} = 'x' and android = 1", nil), ("selected(${many}, 'y')", "chose(many, y)"),
            ("count(${r}) > 1", nil), ("${a} = ${b}", nil), ("${a} = 'two words'", nil),
            ("${a} = 'x", nil), ("${", nil), (String(repeating: "(", count: 99_999), nil),
        ] as [(String, String?)]
    )
    func bases(relevant: String, expected: String?) {
        #expect(StudyDraftBases.condition(relevant, several: ["many"]) == expected)
    }

    @Test("consent is a choice that somebody can give")
    func consent() {
        var question = Question(
            name: "q0",
            kind: .selectOne(list: "yn", orOther: false),
            label: LocalText(["ru": "Вы согласны участвовать в опросе?"])
        )
        let lists = [
            "yn": [
                Choice("0", label: LocalText(["ru": "Нет, не согласен"])),
                Choice("1", label: LocalText(["ru": "Да, согласен"])),
            ]
        ]
        let draft = proposeStudy(
            form: Form(questions: [question], lists: lists),
            data: Microdata(rowCount: 0)
        )
        #expect(draft.consent?.variable == "q0" && draft.consent?.answer == "1")
        question.label = "Do you agree with this?"
        let other = proposeStudy(
            form: Form(questions: [question], lists: lists),
            data: Microdata(rowCount: 0)
        )
        #expect(other.consent == nil)
    }

    @Test("weights of bodies are no design")
    func bodies() {
        #expect(propose(numbers("weight", [60, 70, 80], label: "Weight in kg")).weight == nil)
        #expect(propose(numbers("weight", [1, 1, 1])).weight == nil)
        #expect(propose(numbers("weight", [0.5, 1, -1])).weight == nil)
    }

    @Test("age is cut into groups within the ages that there are")
    func age() {
        let ages = (0..<50).map { Double($0 + 20) }
        #expect(propose(numbers("age", ages)).cuts.map(\.lowerBounds) == [[18, 30, 45, 60]])
        #expect(
            propose(numbers("age", ages.map { $0 - 6 })).cuts.map(\.lowerBounds) == [
                [14, 18, 30, 45, 60]
            ]
        )
        #expect(propose(numbers("age", ages.map { $0 - 20 })).cuts.map(\.from) == ["age"])
        #expect(propose(numbers("age", [1, 2, 3, 1, 2, 3])).breakdowns.map(\.name) == ["age"])
    }

    @Test("nothing proposes nothing")
    func empty() {
        let draft = proposeStudy(form: Form(), data: Microdata(rowCount: 0))
        #expect(draft.scales.isEmpty && draft.personal.isEmpty && draft.id == nil)
    }
}
