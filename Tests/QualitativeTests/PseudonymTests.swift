import Kernels
import Qualitative
import Testing

@Suite("Pseudonyms")
struct PseudonymTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let pseudonym: String
        let (text, expected): (String, String)
        let language: String
        var testDescription: String { text }

        init(
            _ name: String,
            _ pseudonym: String,
            _ text: String,
            _ expected: String,
            _ language: String = ""
        ) {
            (self.name, self.pseudonym, self.language) = (name, pseudonym, language)
            (self.text, self.expected) = (text, expected)
        }
    }

    @Test(
        "a name is found with its endings, and its pseudonym takes them as it asks for",
        arguments: [
            Case(
                "Асан",
                "Бакыт",
                "Асан, Асандын, Асанга, Асанды, Асанда, Асандан; Асандардын, Асаным, Асаныма",
                "Бакыт, Бакыттын, Бакытка, Бакытты, Бакытта, Бакыттан; Бакыттардын, Бакытым, Бакытыма"
            ),
            Case("Айгүл", "Жамал", "Айгүлдүн Айгүлгө Айгүлүнө", "Жамалдын Жамалга Жамалына", "ky"),
            Case("Токто", "Үмөт", "Токтого Токтонун Токтолор", "Үмөткө Үмөттүн Үмөттөр", "ky"),
            Case("Нурлан", "Айбек", "Нурланым Нурландыкына", "Айбегим Айбектикине", "ky"),
            Case("Айбек", "Нурлан", "Айбегимден Айбектен", "Нурланымдан Нурландан", "ky"),
            Case(
                "Dilnoza",
                "Farrux",
                "Dilnoza, Dilnozaning, Dilnozaga; Dilnozalardan Dilnoza’s",
                "Farrux, Farruxning, Farruxga; Farruxlardan Farrux's",
                "uz"
            ),
            Case(
                "Otabek",
                "Shuhrat",
                "Otabekka Otabekni Otabekmi",
                "Shuhratga Shuhratni Shuhratmi"
            ),
            Case("Шерзод", "Анвар", "Шерзоднинг Шерзодга", "Анварнинг Анварга", "uz"),
            Case(
                "Oʻlmas",
                "Gʻayrat",
                "O'lmasga O‘lmasning OʻLMAS",
                "Gʻayratga Gʻayratning GʻAYRAT"
            ),
            Case(
                "Айбек",
                "Нурлан",
                "Айбеком, Айбека, Айбеку, об Айбеке",
                "Нурланом, Нурлана, Нурлану, об Нурлане",
                "ru"
            ),
            Case("Ольга", "Мария", "Ольги Ольге Ольгу Ольгой", "Марии Марии Марию Марией", "ru"),
            Case("Игорь", "Сергей", "Игоря Игорю Игорем", "Сергея Сергею Сергеем", "ru"),
            Case("Москва", "Казань", "Москву Москве", "Казань Казани", "ru"),
            Case("Иван", "Игорь", "Ивана Иваном", "Игоря Игорем", "ru"),
            Case("Айнура", "Гүлзат", "Айнуре с Айнурой", "Гүлзат с Гүлзат", "ru"),
            Case(
                "Асанова",
                "Иванова",
                "Асановой Асанову Асановага",
                "Ивановой Иванову Ивановага",
                "ru"
            ),
            Case(
                "Айнура Асанова",
                "Анна Петрова",
                "у Айнуры Асановой, Айнура  Асановага",
                "у Анны Петровой, Анна Петровага",
                "ru"
            ),
            Case("Асан", "Бакыт", "АСАНГА, Асан-аке", "БАКЫТКА, Бакыт-аке"),
            Case("Майя", "Йоко", "Маи\u{306}яга", "Йокого", "ky"),
            Case("Асан", "[Ү1]", "Асанга", "[Ү1]гө", "ky"),
        ]
    )
    func endings(_ one: Case) {
        let pseudonyms = Pseudonyms([.init(name: one.name, pseudonym: one.pseudonym)])
        let outcome = pseudonyms.replace(in: one.text, language: one.language)
        #expect(outcome.text == one.expected)
    }

    @Test("longer names go first; words that merely begin like one stand, and are told")
    func longest() {
        let list = Pseudonyms([
            .init(name: "Асан", pseudonym: "Бакыт"), .init(name: "Асанбек", pseudonym: "Мирлан"),
            .init(name: "Бакыт", pseudonym: "Асан"),
        ])
        let outcome = list.replace(in: "Асанбекке Асанга Асанбаев асан бакыт Бакытка Асанга")
        #expect(outcome.text == "Мирланга Бакытка Асанбаев асан бакыт Асанга Бакытка")
        #expect(outcome.left.map(\.word) == ["Асанбаев", "асан", "бакыт"])
        #expect(outcome.replaced.map(\.word) == ["Асанбекке", "Асанга", "Бакытка"])
        #expect(outcome.replaced.map(\.times) == [1, 2, 1])
    }

    @Test("passages move along exactly, whatever was replaced before, in and after them")
    func edits() {
        let list = Pseudonyms([.init(name: "Асан", pseudonym: "Бактыбек")])
        let text = "🇰🇬 Асан келди. Асандын иши жок. Айша кетти."
        let outcome = list.replace(in: text)
        #expect(outcome.text == "🇰🇬 Бактыбек келди. Бактыбектин иши жок. Айша кетти.")
        func moved(_ words: String, cut: Int = 0) -> String {
            let (old, new) = (SourceText(text), SourceText(outcome.text))
            let scalars = Array(text.unicodeScalars)
            let sought = Array(words.unicodeScalars)
            let start =
                scalars.indices.first { scalars[$0...].starts(with: sought) } ?? 0
            let range = start + cut..<start + sought.count
            #expect(old[range].unicodeScalars.count == sought.count - cut)
            return new[outcome.edits.moved(range)]
        }
        #expect(moved("🇰🇬 ") == "🇰🇬 ")
        #expect(moved("келди") == "келди")
        #expect(moved("Асандын иши") == "Бактыбектин иши")
        #expect(moved("Айша кетти.") == "Айша кетти.")
        // A passage that starts or ends inside a name takes it whole.
        #expect(moved("Асандын иши", cut: 3) == "Бактыбектин иши")
        #expect(moved("келди. Асан") == "келди. Бактыбектин")
    }

    @Test("every scalar that was not replaced is found at its new place, in random texts")
    func randomEdits() {
        var random = SeededGenerator(seed: 8)
        let list = Pseudonyms([
            .init(name: "Асан", pseudonym: "Х"), .init(name: "Dilnoza", pseudonym: "Mohichehra"),
        ])
        let pieces = ["Асанга", "ишке", "Dilnozani", "🇰🇬", "и\u{306}", "Асанбек", "-", "асан", "\n"]
        for _ in 0..<100 {
            let words = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }
            let text = words.joined(separator: " ")
            let outcome = list.replace(in: text)
            let (old, new) = (SourceText(text), SourceText(outcome.text))
            let inside = outcome.edits.edits.map(\.old)
            for position in 0..<old.count where !inside.contains(where: { $0.contains(position) }) {
                let range = position..<position + 1
                let now = outcome.edits.moved(range)
                #expect(Array(new[now].unicodeScalars) == Array(old[range].unicodeScalars))
            }
            #expect(outcome.edits.moved(0..<old.count) == 0..<new.count)
        }
    }

    @Test("nothing in the list, names of one letter and empty texts change nothing")
    func nothing() {
        #expect(Pseudonyms([]).replace(in: "Асан").text == "Асан")
        let odd = Pseudonyms([.init(name: "А", pseudonym: "Б"), .init(name: " ", pseudonym: "В")])
        #expect(odd.replace(in: "А а, Ага").text == "А а, Ага")
        #expect(odd.replace(in: "").text == "")
    }
}

@Suite("Traces of people in quotes")
struct PersonalTraceTests {
    @Test(
        "finds telephones, documents and addresses",
        arguments: [
            ("тел. +996 (555) 12-34-56!", PersonalTrace.Kind.telephone, "+996 (555) 12-34-56"),
            ("0555 123 456", .telephone, "0555 123 456"),
            ("0700-12-34-56", .telephone, "0700-12-34-56"),
            ("996 555 123 456", .telephone, "996 555 123 456"),
            ("996-555-123-456", .telephone, "996-555-123-456"),
            ("+996 555 123 456 0700 123456", .telephone, "+996 555 123 456 0700 123456"),
            ("555 12 34 56", .telephone, "555 12 34 56"),
            ("998901234567", .telephone, "998901234567"),
            ("ПИН 21204199012345", .document, "21204199012345"),
            ("AN1234567", .document, "AN1234567"),
            ("ID 1234567.", .document, "ID 1234567"),
            ("паспорт AA № 1234567", .document, "AA № 1234567"),
            ("серия 4510123456", .document, "4510123456"),
            ("пишите на a.b+c@mail.example.kg.", .email, "a.b+c@mail.example.kg"),
        ]
    )
    func finds(_ text: String, _ kind: PersonalTrace.Kind, _ words: String) {
        let traces = PersonalTrace.all(in: text)
        #expect(traces.map(\.kind) == [kind])
        #expect(traces.first.map { SourceText(text)[$0.range] } == words)
    }

    @Test(
        "leaves years, dates, sums and other words alone",
        arguments: [
            "2019–2023", "12.05.2023 - 14.06.2023", "1 000 000 000 сом", "статья 84",
            "25,000 people",
            "2021 2022 2023", "СИЗО 1", "@Асан", "a@b", "ИК-3, 2014", "", "@", "5-6", "USA 123456",
        ]
    )
    func leaves(_ text: String) {
        #expect(PersonalTrace.all(in: text).isEmpty)
    }

    @Test("finds names of the list with their endings")
    func names() {
        let list = Pseudonyms([.init(name: "Асан", pseudonym: "Бакыт")])
        #expect(PersonalTrace.all(in: "Мен Асанга айттым", names: list).map(\.kind) == [.name])
        #expect(PersonalTrace.all(in: "Асанбекке асан", names: list).isEmpty)
    }
}
