import Base
import Testing

@Suite("A vocabulary")
struct VocabularyTests {
    private let places = Vocabulary([
        Term("chui", LocalText(["en": "Chui region", "ky": "Чүй облусу"])),
        Term("tokmok", LocalText(["en": "Tokmok", "ky": "Токмок"]), under: "chui"),
        Term("jalal_abad", LocalText(["en": "Jalal-Abad region"])),
    ])

    @Test(
        "finds a term by its code or its name in any language",
        arguments: [
            ("chui", "chui"), ("CHUI", "chui"), ("Chui  region", "chui"), ("чүй облусу", "chui"),
            ("Jalal-Abad", "jalal_abad"), ("jalal abad", "jalal_abad"), ("Токмок", "tokmok"),
        ]
    )
    func named(_ text: String, _ code: String) {
        #expect(places.term(named: text)?.code == code)
    }

    @Test("knows what it has not, and the nearest word")
    func unknown() {
        #expect(places.term(named: "tokmak") == nil)
        #expect(places.nearest(to: "tokmak") == "tokmok")
        #expect(places.nearest(to: "Almaty") == nil)
        #expect(places.name(of: "osh", in: "en") == "osh")
    }

    @Test("has a tree over its terms")
    func tree() {
        #expect(places.path(of: "tokmok") == ["tokmok", "chui"])
        #expect(places.contains("tokmok", within: "chui"))
        #expect(!places.contains("chui", within: "tokmok"))
        #expect(places.children(of: nil).map(\.code) == ["chui", "jalal_abad"])
        #expect(places.path(of: "osh").isEmpty)
    }

    @Test("takes a code once, and ends where a parent comes again")
    func once() {
        var words = places
        let isNew = words.add(Term("chui", "Another"))
        #expect(!isNew)
        #expect(words.terms.count == 3)
        let loop = Vocabulary([Term("a", "A", under: "b"), Term("b", "B", under: "a")])
        #expect(loop.path(of: "a") == ["a", "b"])
    }

    @Test(
        "has each built-in word once, in three languages",
        arguments: [Vocabulary.needs, .actorKinds, .activities]
    )
    func builtIn(_ list: Vocabulary) {
        #expect(Set(list.terms.map(\.code)).count == list.terms.count)
        for term in list.terms {
            #expect(term.name.languages == ["en", "ky", "ru"], "\(term.code)")
            for name in term.name.texts.values {
                #expect(list.term(named: name)?.code == term.code, "\(name)")
            }
        }
    }
}
