import Base
import Testing

@testable import Survey

/// A small form: a nested group, a several-choice question, a place, a repeat, twins by label.
let smallForm: Form = {
    func label(_ english: String, _ russian: String = "") -> LocalText {
        LocalText(["en": english, "ru": russian])
    }
    let needs = [
        Choice("job", label: label("A job", "Работа")),
        Choice("a_home", label: label("A home", "Жильё")),
        Choice("other", label: label("Other", "Другое")),
    ]
    let agree = (1...5).map { Choice("\($0)", label: label("Answer \($0)", "Ответ \($0)")) }
    var questions = [
        Question(
            name: "age",
            kind: .integer,
            label: label("Age", "Возраст"),
            groupPath: ["who", "you"]
        ),
        Question(
            name: "needs",
            kind: .selectMultiple(list: "needs", orOther: false),
            label: label("Needs", "Нужды"),
            groupPath: ["who"]
        ),
        Question(name: "loc", kind: .geo(.point), label: label("Place"), groupPath: ["who"]),
        Question(name: "photo", kind: .attachment, label: label("Picture")),
        Question(name: "q-1.a", kind: .text, label: label("Dashes")),
        Question(name: "q1", kind: .selectOne(list: "agree", orOther: false), label: label("Same")),
        Question(name: "q2", kind: .selectOne(list: "agree", orOther: false), label: label("Same")),
        Question(name: "day", kind: .date, label: label("Day")),
        Question(
            name: "kid_age",
            kind: .integer,
            label: label("Age", "Возраст"),
            groupPath: ["kid"],
            repeatPath: "kid"
        ),
    ]
    questions.append(Question(name: "intro", kind: .note, label: label("Hello")))
    return Form(
        languages: [Language(code: "en"), Language(code: "ru")],
        defaultLanguage: "en",
        questions: questions,
        lists: ["needs": needs, "agree": agree],
        groups: [
            Group(path: ["who"], label: label("Person", "Человек"), isRepeat: false),
            Group(path: ["who", "you"], label: label("You", "Вы"), isRepeat: false),
            Group(path: ["kid"], label: label("Child", "Ребёнок"), isRepeat: true),
        ]
    )
}()

@Suite("HeaderResolver")
struct InstrumentHeaderTests {
    @Test(
        "a header is understood in every style of export",
        arguments: [
            ("age", .value("age")), ("who/you/age", .value("age")), ("who-you-age", .value("age")),
            ("you.age", .value("age")), ("who:you:age", .value("age")),
            ("Возраст", .ambiguous(["age", "kid_age"])), ("Person/You/Age", .value("age")),
            ("Человек/Вы/Возраст", .value("age")),
            ("needs", .value("needs")), ("Needs", .value("needs")),
            ("needs/job", .option("needs", choice: "job")),
            ("who/needs/a_home", .option("needs", choice: "a_home")),
            ("who-needs/job", .option("needs", choice: "job")),
            ("who-needs-job", .option("needs", choice: "job")),
            ("needs.job", .option("needs", choice: "job")),
            ("Needs/A home", .option("needs", choice: "a_home")),
            ("Person/Needs/A  home", .option("needs", choice: "a_home")),
            ("Нужды/Жильё", .option("needs", choice: "a_home")),
            ("Нужды/other", .option("needs", choice: "other")),
            ("_loc_latitude", .geoPart("loc", .latitude)),
            ("who/_loc_precision", .geoPart("loc", .precision)),
            ("_Place_longitude", .geoPart("loc", .longitude)),
            ("who-loc-Altitude", .geoPart("loc", .altitude)),
            ("who-loc-Accuracy", .geoPart("loc", .precision)),
            ("photo_URL", .attachmentAddress("photo")),
            ("Picture_URL", .attachmentAddress("photo")),
            ("q-1.a", .value("q-1.a")), ("day", .value("day")),
            ("_id", .system("_id")), ("_submission__uuid", .system("_submission__uuid")),
            ("_submission_time", .system("_submission_time")),
            ("_submission___version__", .system("_submission___version__")),
            ("meta/instanceID", .system("meta/instanceID")), ("KEY", .system("KEY")),
            ("PARENT_KEY", .system("PARENT_KEY")), ("start", .system("start")),
            ("weight", .unknown), ("", .unknown), ("age_2", .unknown), ("needs/food", .unknown),
        ] as [(String, HeaderMeaning)]
    )
    func styles(header: String, expected: HeaderMeaning) {
        let resolver = HeaderResolver(form: smallForm)
        let candidates = resolver.candidates(for: header).compactMap(\.meaning.variable)
        if case .ambiguous(let variables) = expected {
            #expect(candidates == variables)
        } else {
            #expect(resolver.resolve([header]) == [expected])
        }
        #expect(resolver.variable(for: header) == expected.variable)
    }

    @Test(
        "equal labels are told apart by the order of columns",
        arguments: [
            (["Same", "Same_2"], ["q1", "q2"]),
            (["Same", "Day"], [nil, "day"]),
            (["q1", "Same", "Day"], ["q1", "q2", "day"]),
            (["Same", "Same_2", "Same_3"], [nil, nil, nil]),
        ] as [([String], [String?])]
    )
    func twins(headers: [String], expected: [String?]) {
        #expect(HeaderResolver(form: smallForm).resolve(headers).map(\.variable) == expected)
    }

    @Test("a label means the question of the sheet that it stands on")
    func sheets() {
        let resolver = HeaderResolver(form: smallForm)
        #expect(resolver.resolve(["Возраст"]) == [.value("age")])
        #expect(resolver.resolve(["Возраст"], in: "kid") == [.value("kid_age")])
    }

    @Test("what may be personal is never read")
    func personal() {
        let resolver = HeaderResolver(form: smallForm)
        for header in ["Age", "age", "who/you/age", "Возраст"] {
            #expect(resolver.mayHold(["age"], header: header))
        }
        for header in ["_loc_latitude", "who-loc-Accuracy", "loc", "Place"] {
            #expect(resolver.mayHold(["loc"], header: header))
        }
        #expect(resolver.mayHold(["_geolocation"], header: "_geolocation"))
        #expect(!resolver.mayHold(["age"], header: "Day"))
    }

    @Test("a name goes before a label, and before an option")
    func precedence() {
        var form = smallForm
        form.questions.append(
            Question(name: "needs-job", kind: .text, label: LocalText(["en": "day"]))
        )
        let resolver = HeaderResolver(form: form)
        #expect(resolver.resolve(["needs-job"]) == [.value("needs-job")])
        #expect(resolver.resolve(["day"]) == [.value("day")])
    }
}

@Suite("CivilTime")
struct InstrumentCivilTimeTests {
    @Test(
        "dates and times are read as the clock of the data shows them",
        arguments: [
            ("1970-01-01", 0, false), ("2025-11-05", 1_762_300_800, false),
            ("2025-11-05T10:11:12.000+06:00", 1_762_337_472, true),
            ("2025-11-05 10:11:12", 1_762_337_472, true),
            ("2025-11-05T10:11Z", 1_762_337_460, true),
            ("2025-11-05T10:11:12.5", 1_762_337_472.5, true), ("1969-12-31", -86_400, false),
            ("2024-02-29", 1_709_164_800, false), ("2023-02-29", nil, false),
            ("2025-13-01", nil, false), ("05.11.2025", nil, false), ("2025-11-5", nil, false),
            ("2025-11-05T25:00", nil, false), ("2025-11-05T10:11:12+", nil, false),
            ("2025-11-05x", nil, false), ("", nil, false), ("0000-00-00", nil, false),
        ] as [(String, Double?, Bool)]
    )
    func parse(text: String, seconds: Double?, hasTime: Bool) {
        let parsed = CivilTime.parse(text)
        #expect(parsed?.seconds == seconds)
        if seconds != nil { #expect(parsed?.hasTime == hasTime) }
    }

    @Test("text of a time reads back as the time")
    func roundTrip() {
        for seconds in stride(from: -5e9, to: 5e9, by: 86_399_999) {
            let text = CivilTime.text(seconds, hasTime: true)
            #expect(CivilTime.parse(text)?.seconds == seconds.rounded(.down), "\(text)")
        }
    }
}
