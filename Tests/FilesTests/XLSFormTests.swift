import Base
import Foundation
import Survey
import Testing

@testable import Files

/// A sheet written as lines of cells between bars; line 1 of the text is line 1 of the sheet.
func sheet(_ name: String, _ text: String) -> SheetText {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
    }
    return SheetText(name: name, rows: rows)
}

private let yesNo = sheet(
    "choices",
    """
    list_name | name | label
    yn | yes | Yes
    yn | no | No
    """
)

/// The problems of a form as "severity code sheet:line:column".
private func problems(_ sheets: SheetText...) -> [String] {
    XLSForm.parse(sheets: sheets, file: "form.xlsx").1.map { problem in
        let place = problem.location
        let line = place.line.map { ":\($0)" } ?? ""
        let column = place.column.map { ":\($0)" } ?? ""
        let file = place.file.replacingOccurrences(of: "form.xlsx", with: "")
        return "\(problem.severity.rawValue) \(problem.code.name) \(file)\(line)\(column)"
    }
}

@Suite("XLSForm")
struct XLSFormTests {
    @Test("a form is read with its groups, texts, conditions and lists")
    func whole() throws {
        let survey = sheet(
            "survey",
            """
            Type | NAME | label::English (en) | Label :: Русский (ru) | hint::English (en) | required | relevance | constraint | constraint message::English (en) | calculate | appearance | choice filter | default
            begin group | about | About you | О вас
            integer | age | How old are you? | Сколько вам лет? | In years | yes | | . > 17 | Adults only
            select_one yn | work | Do you work? | Вы работаете? | | ${age} > 20 | ${age} < 65 | | | | minimal | x=1 | yes
            end group
            begin_repeat | member | Member | Член
            begin_group | who | Who | Кто
            text | first | Name | Имя
            end_group
            end_repeat
            calculate | twice | | | | | | | | ${age} * 2
            """
        )
        let choices = sheet(
            "choices",
            """
            list name | value | label::English (en) | label::Русский (ru) | region
            yn | yes | Yes | Да | 7
            yn | no | No | Нет
            """
        )
        let settings = sheet(
            "settings",
            """
            form_title | form_id | version | default_language | style
            A survey | a1 | 3 | Русский (ru) | pages
            """
        )
        let (parsed, problems) = XLSForm.parse(
            sheets: [survey, choices, settings],
            file: "form.xlsx"
        )
        let form = try #require(parsed)
        #expect(problems.isEmpty, "\(problems)")
        #expect(form.title == "A survey" && form.identifier == "a1" && form.version == "3")
        #expect(form.settings == ["style": "pages"])
        #expect(form.languages.map(\.code) == ["en", "ru"])
        #expect(form.languages.map(\.name) == ["English", "Русский"])
        #expect(form.defaultLanguage == "ru")
        #expect(
            form.questions.map(\.path) == [
                "about/age", "about/work", "member/who/first", "twice",
            ]
        )
        let age = try #require(form.question(named: "age"))
        #expect(age.kind == .integer && age.line == 3 && age.isRequired)
        #expect(age.label == LocalText(["en": "How old are you?", "ru": "Сколько вам лет?"]))
        #expect(age.hint == LocalText(["en": "In years"]))
        #expect(age.constraint == ". > 17")
        #expect(age.constraintMessage == LocalText(["en": "Adults only"]))
        let work = try #require(form.question(named: "work"))
        #expect(work.kind == .selectOne(list: "yn", orOther: false))
        #expect(!work.isRequired && work.requiredWhen == "${age} > 20")
        #expect(work.relevant == "${age} < 65" && work.appearance == "minimal")
        #expect(work.choiceFilter == "x=1" && work.defaultValue == "yes")
        #expect(form.question(named: "first")?.repeatPath == "member")
        #expect(form.question(named: "twice")?.calculation == "${age} * 2")
        #expect(form.groups.map(\.path) == [["about"], ["member"], ["member", "who"]])
        #expect(form.groups.map(\.isRepeat) == [false, true, false])
        #expect(form.lists["yn"]?.map(\.name) == ["yes", "no"])
        #expect(form.lists["yn"]?.first?.label == LocalText(["en": "Yes", "ru": "Да"]))
        #expect(form.lists["yn"]?.first?.attributes == ["region": "7"])
    }

    @Test(
        "headers are read in every spelling",
        arguments: [
            ("label", "label", ""), ("Label", "label", ""), ("LABEL::en", "label", "en"),
            ("label:English", "label", "English"),
            ("label::English (en)", "label", "English (en)"),
            ("hint :: Русский (ru)", "hint", "Русский (ru)"),
            ("media::image::English (en)", "image", "English (en)"), ("media::image", "image", ""),
            ("image", "image", ""), ("constraint_message::en", "constraint_message", "en"),
            ("jr:constraintMsg", "constraint_message", ""),
            ("bind::relevant", "relevant", nil), ("Relevance", "relevant", nil),
            ("repeat count", "repeat_count", nil), ("jr:count", "repeat_count", nil),
            ("read only", "read_only", nil), ("calculate", "calculation", nil),
            ("body::accuracyThreshold", "body::accuracythreshold", nil),
            ("kobo—score-choices", "kobo--score-choices", nil), ("remark", nil, nil),
        ] as [(String, String?, String?)]
    )
    func heading(text: String, key: String?, language: String?) {
        let heading = XLSFormHeading(text, known: XLSForm.surveyColumns)
        #expect(heading.key == key)
        #expect(heading.language == language)
    }

    @Test(
        "types are read in every spelling",
        arguments: [
            ("integer", .question(.integer)), ("int", .question(.integer)),
            ("Decimal", .question(.decimal)), ("range", .question(.range)),
            ("dateTime", .question(.dateTime)), ("gps", .question(.geo(.point))),
            ("geotrace", .question(.geo(.line))), ("geoshape", .question(.geo(.area))),
            ("image", .question(.attachment)), ("trigger", .question(.acknowledge)),
            ("barcode", .question(.barcode)), ("hidden", .question(.hidden)),
            ("start", .question(.meta("start"))), ("end", .question(.meta("end"))),
            ("imei", .question(.meta("deviceid"))), ("audit", .question(.meta("audit"))),
            ("phone number", .question(.meta("phonenumber"))),
            ("background-audio", .question(.meta("background-audio"))),
            ("add text prompt", .question(.text)),
            ("select_one yn", .question(.selectOne(list: "yn", orOther: false))),
            ("select one  yes_no", .question(.selectOne(list: "yes_no", orOther: false))),
            ("select1 YN", .question(.selectOne(list: "YN", orOther: false))),
            ("select_one yn or_other", .question(.selectOne(list: "yn", orOther: true))),
            ("select_one_or_other yn", .question(.selectOne(list: "yn", orOther: true))),
            (
                "select_multiple needs or specify other",
                .question(.selectMultiple(list: "needs", orOther: true))
            ),
            (
                "select all that apply from needs",
                .question(.selectMultiple(list: "needs", orOther: false))
            ),
            (
                "select_one_from_file towns.csv",
                .question(.selectOne(list: "towns.csv", orOther: false))
            ),
            ("select_one_external t", .question(.selectOne(list: "t", orOther: false))),
            ("rank places", .question(.rank(list: "places"))),
            ("select_one", .listMissing(.selectOne(list: "", orOther: false))),
            ("begin group", .begin(.group)), ("begin_group", .begin(.group)),
            ("begin  repeat", .begin(.repeat)), ("begin lgroup", .begin(.repeat)),
            ("end_repeat", .end(.repeat)), ("end looped group", .end(.repeat)),
            ("begin_score", .begin(.score)), ("score__row", .row(.score)),
            ("begin_rank", .begin(.rank)), ("rank__level", .row(.rank)),
            ("begin_kobomatrix", .begin(.matrix)),
        ] as [(String, XLSFormType)]
    )
    func types(cell: String, expected: XLSFormType) {
        #expect(XLSFormType(cell) == expected)
    }

    @Test("an answer “other” brings its text question and its answer")
    func orOther() throws {
        let survey = sheet(
            "survey",
            """
            type | name | label
            begin_group | g | G
            select_multiple yn or_other | needs | Needs
            end_group
            """
        )
        let form = try #require(XLSForm.parse(sheets: [survey, yesNo], file: "f").0)
        #expect(form.questions.map(\.path) == ["g/needs", "g/needs_other"])
        #expect(form.questions[1].kind == .text)
        #expect(form.choices(of: form.questions[0])?.map(\.name) == ["yes", "no", "other"])
    }

    @Test("score, rank and matrix blocks of the Kobo form builder become questions")
    func koboBlocks() throws {
        let survey = sheet(
            "survey",
            """
            type | name | label | kobo--score-choices | kobo--rank-items | kobo--matrix_list
            begin_score | s | Trust | yn
            score__row | s1 | Trust one
            end_score
            begin_rank | r | Order | | yn
            rank__level | r1 | First
            end_rank
            begin_kobomatrix | m | Items | | | assets
            integer | count | How many
            end_kobomatrix
            """
        )
        let choices = sheet(
            "choices",
            """
            list_name | name | label
            yn | yes | Yes
            assets | car | Car
            assets | tv | TV
            """
        )
        let (parsed, problems) = XLSForm.parse(sheets: [survey, choices], file: "f")
        let form = try #require(parsed)
        #expect(problems.isEmpty, "\(problems)")
        #expect(
            form.questions.map(\.path) == [
                "s/s1", "r/r1", "m_car/m_car_count", "m_tv/m_tv_count",
            ]
        )
        #expect(form.questions[0].kind == .selectOne(list: "yn", orOther: false))
        #expect(form.questions[2].label.text(in: "") == "Car: How many")
    }

    @Test("a bare label is in the default language when the form has one")
    func bareLabel() throws {
        let survey = sheet(
            "survey",
            """
            type | name | label | label::Russian (ru)
            text | a | Town | Город
            """
        )
        let settings = sheet("settings", "default_language\nEnglish (en)")
        let form = try #require(XLSForm.parse(sheets: [survey, settings], file: "f").0)
        #expect(form.defaultLanguage == "en")
        #expect(form.questions[0].label == LocalText(["en": "Town", "ru": "Город"]))
    }
}

@Suite("Problems of an XLSForm")
struct XLSFormProblemTests {
    @Test("a workbook without a survey is no form")
    func noSurvey() {
        let (form, found) = XLSForm.parse(sheets: [yesNo], file: "form.xlsx")
        #expect(form == nil)
        #expect(found.map(\.code.name) == ["xlsform.no-survey"])
        #expect(problems() == ["error xlsform.no-survey "])
        #expect(problems(sheet("survey", "")) == ["error xlsform.no-type-column [survey]:1"])
        #expect(
            problems(sheet("Surveys", "type | name"), sheet("survey", "type | name")) == [
                "warning xlsform.unknown-sheet [Surveys]"
            ]
        )
    }

    @Test("all problems of a form are told at once, each with its line")
    func many() {
        let survey = sheet(
            "survey",
            """
            type | name | label::English | label::ru | relevnt | remark
            text | a | A | А
            text | a | Again | Опять
            integer |  | No name | Без имени
            | lost | No type |
            | | a comment |
            select_one yesno | b | B | Б
            select_one | c | C | В
            colour | d | D | Г
            text | bad name | E | Д | x
            end_group
            begin_group | g | G | Ж
            select_one towns.csv | t | T | Т
            calculate | k
            """
        )
        #expect(
            problems(survey, yesNo) == [
                "warning xlsform.unknown-column [survey]:1:relevnt",
                "note xlsform.unknown-column [survey]:1:remark",
                "note xlsform.language-code [survey]:1:label::English",
                "error xlsform.duplicate-name [survey]:3:name",
                "error xlsform.missing-name [survey]:4:name",
                "error xlsform.no-type [survey]:5:type",
                "note xlsform.missing-translation [survey]:5:label",
                "note xlsform.comment-row [survey]:6",
                "error xlsform.unknown-list [survey]:7:type",
                "error xlsform.no-list-name [survey]:8:type",
                "warning xlsform.unknown-type [survey]:9:type",
                "error xlsform.bad-name [survey]:10:name",
                "error xlsform.unbalanced [survey]:11:type",
                "error xlsform.unbalanced [survey]:12:type",
                "warning xlsform.external-list [survey]:13:type",
                "note xlsform.unused-list [choices]:2:list_name",
            ]
        )
    }

    @Test("what is not understood is kept")
    func kept() throws {
        let survey = sheet(
            "survey",
            """
            type | name | label | remark
            colour | d | D | ask twice
            """
        )
        let form = try #require(XLSForm.parse(sheets: [survey], file: "f").0)
        #expect(form.questions[0].kind == .other("colour"))
        #expect(form.questions[0].attributes == ["remark": "ask twice"])
    }

    @Test("problems of the choices sheet")
    func choices() {
        let survey = sheet(
            "survey",
            """
            type | name | label
            select_multiple l | q | Q
            select_one gone | r | R
            """
        )
        let choices = sheet(
            "choices",
            """
            list_name | name | label
            l | a | A
            l | a | Again
            l | b c | Space
            l | | No name
            gone | | Nothing
            | x | No list
            """
        )
        #expect(
            problems(survey, choices) == [
                "error xlsform.duplicate-choice [choices]:3:name",
                "error xlsform.choice-space [choices]:4:name",
                "error xlsform.choice-name [choices]:5:name",
                "error xlsform.choice-name [choices]:6:name",
                "error xlsform.empty-list [choices]:6:list_name",
                "error xlsform.choice-list [choices]:7:list_name",
            ]
        )
    }

    @Test("answers with one name are told once a list where the form allows them")
    func allowedDuplicates() {
        let choices = sheet(
            "choices",
            "list_name | name | label\nyn | a | A\nyn | a | B\nyn | a | C"
        )
        let survey = sheet("survey", "type | name | label\nselect_one yn | q | Q")
        let settings = sheet("settings", "allow_choice_duplicates\nyes")
        #expect(
            problems(survey, choices, settings) == [
                "note xlsform.duplicate-choice [choices]:3:name"
            ]
        )
    }

    @Test("a slip of the pen gets the nearest name")
    func nearest() {
        let survey = sheet(
            "survey",
            """
            type | name | label | relevant
            intger | age | Age |
            select_one ynn | q | Q | ${aeg} > 3
            """
        )
        let remedies = XLSForm.parse(sheets: [survey, yesNo], file: "f").1
            .filter { $0.severity != .note }.map(\.remedy)
        #expect(
            remedies == ["Did you mean “integer”?", "Did you mean “yn”?", "Did you mean “age”?"]
        )
    }

    @Test("disabled rows are left out and said so; mismatched ends are one problem")
    func disabledAndMismatch() throws {
        let survey = sheet(
            "survey",
            """
            type | name | label | disabled
            text | a | A | yes
            begin_repeat | r | R
            begin_group | g | G
            text | b | B
            end_repeat
            text | c | C
            """
        )
        let (form, found) = XLSForm.parse(sheets: [survey], file: "f")
        #expect(form?.questions.map(\.path) == ["r/g/b", "c"])
        #expect(found.map(\.code.name) == ["xlsform.disabled", "xlsform.unbalanced"])
    }

    @Test("groups without end do not nest without end")
    func deep() {
        let rows =
            [["type", "name"]] + (0..<500).map { ["begin_group", "g\($0)"] } + [["text", "a"]]
        let (form, found) = XLSForm.parse(
            sheets: [SheetText(name: "survey", rows: rows)],
            file: "f"
        )
        #expect(form?.questions.first?.groupPath.count == 64)
        #expect(found.count { $0.code.name == "xlsform.too-deep" } == 1)
        #expect(found.count { $0.code.name == "xlsform.unbalanced" } == 64)
    }

    @Test(
        "hostile sheets give problems, never a crash",
        arguments: [
            [["type"]], [[]],
            [[], ["type", "name"], ["begin_group"], ["end_group", "x", "y", "z"]],
            [["type", "name"], ["select_one", "\u{0}"], ["end_repeat"], ["end_kobomatrix"]],
            [["::", "type", ":", "label::", "::en"], ["x", "y", "z", "a", "b"]],
            [["type", "type", "name"], ["text", "note", "a"]],
            [["type", "name"]] + Array(repeating: ["begin_repeat", "deep"], count: 3000),
            [["type", "name", "label"], ["rank", "select_one", "${"], ["score__row", "a", "b"]],
            [["type", "name", "relevant"], ["text", "a", "${${a} ${ } ${"]],
        ] as [[[String]]]
    )
    func hostile(rows: [[String]]) {
        let survey = SheetText(name: "survey", rows: rows)
        let choices = SheetText(name: "choices", rows: rows)
        let settings = SheetText(name: "settings", rows: rows)
        _ = XLSForm.parse(sheets: [survey, choices, settings, survey], file: "f")
    }
}
