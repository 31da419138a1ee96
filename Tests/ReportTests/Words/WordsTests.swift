import Report
import Testing

@Suite("Words of a language")
struct WordsTests {
    @Test(
        "follow a number by the rules of CLDR",
        arguments: [
            (Language.en, 0, "0 people"), (.en, 1, "1 person"), (.en, 1234, "1,234 people"),
            (.ru, 0, "0 человек"), (.ru, 1, "1 человек"), (.ru, 2, "2 человека"),
            (.ru, 5, "5 человек"), (.ru, 11, "11 человек"), (.ru, 12, "12 человек"),
            (.ru, 21, "21 человек"), (.ru, 22, "22 человека"), (.ru, 111, "111 человек"),
            (.ru, 1234, "1\u{A0}234 человека"), (.ky, 1, "1 адам"), (.ky, 5, "5 адам"),
        ]
    )
    func plurals(language: Language, n: Int, expected: String) {
        #expect(Words(language)(Sample.people, ["n": .count(n)]) == expected)
    }

    @Test("put values in their places, in the order of the language")
    func places() {
        let values: [String: Words.Value] = ["a": "x", "b": 12_000]
        #expect(Words(.en)(Sample.places, values) == "x before 12,000")
        #expect(Words(.ru)(Sample.places, values) == "12\u{A0}000 после x")
    }

    @Test(
        "write days as the language does",
        arguments: [
            (Language.en, "5 November 2025"), (.ru, "5 ноября 2025\u{202F}г."),
            (.ky, "2025-ж., 5-ноябрь"),
        ]
    )
    func days(language: Language, expected: String) {
        #expect(language.day(year: 2025, month: 11, day: 5) == expected)
    }

    @Test("sort Kyrgyz letters after the letters that they come from")
    func sorting() {
        let names = ["Ысык-Көл", "Ңа", "Үч", "Өзгөн", "Ош", "Нарын", "Талас", "Ой", "Пишпек"]
        #expect(
            names.sorted(by: Language.ky.ordersBefore)
                == ["Нарын", "Ңа", "Ой", "Ош", "Өзгөн", "Пишпек", "Талас", "Үч", "Ысык-Көл"]
        )
    }

    @Test(
        "know their language by its code",
        arguments: [("en", Language.en), ("ru-KG", .ru), ("KY", .ky), ("ky_KG", .ky), ("uz", nil)]
            as [(String, Language?)]
    )
    func codes(code: String, expected: Language?) {
        #expect(Language(code: code) == expected)
    }

    private enum Sample: WordKey {
        case people
        case places

        var phrase: Phrase {
            switch self {
            case .people:
                Phrase(
                    en: "{n, plural, one{# person} other{# people}}",
                    ru:
                        "{n, plural, one{# человек} few{# человека} many{# человек} other{# человека}}",
                    ky: "{n, plural, one{# адам} other{# адам}}"
                )
            case .places: Phrase(en: "{a} before {b}", ru: "{b} после {a}", ky: "{a} {b}")
            }
        }
    }
}
