import Foundation
import Testing

@testable import Report

/// What every text of the catalogue must be, whoever writes it.
@Suite("The catalogue")
struct CatalogueTests {
    /// Keys that say the same in English and in another language.
    static let alike: Set = [
        "ChartWord.n", "QuestionWord.nIs", "ColumnWord.n", "WeightWord.n", "WeightWord.kish",
    ]
    /// Words in Latin letters that Russian and Kyrgyz texts may hold: names, files, keys and signs.
    static let latin: Set = [
        "Ashar", "study", "yaml", "undecided", "exclude", "n", "c", "x", "u", "ashar", "sample",
        "units", "prove", "SHA", "design", "single", "cluster", "cv", "weighting", "simulation",
    ]

    @Test("knows every type of key in the sources")
    func complete() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources").standardizedFileURL
        let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
        let pattern = /enum (\w+): (?:[\w, ]+, )?WordKey\b/
        var found: Set<String> = []
        for name in names where name.hasSuffix(".swift") {
            let text = try String(
                contentsOf: sources.appendingPathComponent(name),
                encoding: .utf8
            )
            found.formUnion(text.matches(of: pattern).map { String($0.1) })
        }
        #expect(found.count >= 10)
        #expect(found == Set(Catalogue.types.map { "\($0)" }))
    }

    /// The places of a text, each once, a plural with its mark.
    private func places(_ pieces: [PhrasePiece]) -> Set<String> {
        pieces.reduce(into: []) { found, piece in
            switch piece {
            case .text, .number: break
            case .place(let name): found.insert(name)
            case .plural(let name, let forms):
                found.insert("\(name), plural")
                for form in forms.values { found.formUnion(places(form)) }
            }
        }
    }

    private func forms(_ pieces: [PhrasePiece]) -> [[Language.PluralCategory: [PhrasePiece]]] {
        pieces.compactMap { piece in
            if case .plural(_, let forms) = piece { forms } else { nil }
        }
    }

    /// The words of a text without its places, plural forms one after the other.
    private func plainText(_ pieces: [PhrasePiece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .place: "…"
            case .number: "0"
            case .plural(_, let forms):
                forms.sorted { $0.key.rawValue < $1.key.rawValue }.map { plainText($0.value) }
                    .joined(separator: "/")
            }
        }
        .joined()
    }

    @Test("has texts that can be read, with the same places in all languages")
    func samePlaces() throws {
        for entry in Catalogue.entries {
            var first: Set<String>?
            for language in Language.allCases {
                let text = entry.phrase.text(in: language)
                let pieces = try #require(
                    PhrasePiece.parse(text),
                    "\(entry.name) in \(language): \(text)"
                )
                let places = places(pieces)
                #expect(places == first ?? places, "\(entry.name) in \(language)")
                first = places
            }
        }
    }

    @Test("has every plural form of the language, and no other")
    func plurals() throws {
        for entry in Catalogue.entries {
            for language in Language.allCases {
                let pieces = try #require(PhrasePiece.parse(entry.phrase.text(in: language)))
                for forms in forms(pieces) {
                    #expect(
                        Set(forms.keys) == Set(language.pluralCategories),
                        "\(entry.name) in \(language)"
                    )
                }
            }
        }
    }

    @Test("is translated: no text is the English one, and each has Cyrillic letters")
    func translated() throws {
        for entry in Catalogue.entries where !Self.alike.contains(entry.name) {
            for language in [Language.ru, .ky] {
                let pieces = try #require(PhrasePiece.parse(entry.phrase.text(in: language)))
                let text = plainText(pieces)
                // A text of places and signs alone has no words to translate.
                let english = try #require(PhrasePiece.parse(entry.phrase.en))
                guard plainText(english).contains(where: \.isLetter) else { continue }
                #expect(entry.phrase.text(in: language) != entry.phrase.en, "\(entry.name)")
                let isCyrillic = text.unicodeScalars.contains {
                    (0x400...0x4FF).contains($0.value)
                }
                #expect(isCyrillic || !text.contains(where: \.isLetter), "\(entry.name)")
            }
        }
    }

    @Test("has no Latin words in Russian and Kyrgyz texts but names, files and signs")
    func noLatinWords() throws {
        for entry in Catalogue.entries {
            for language in [Language.ru, .ky] {
                let pieces = try #require(PhrasePiece.parse(entry.phrase.text(in: language)))
                let words = plainText(pieces).matches(of: /[A-Za-z]+/).map { String($0.output) }
                let foreign = words.filter { !Self.latin.contains($0) }
                #expect(foreign.isEmpty, "\(entry.name) in \(language): \(foreign)")
            }
        }
    }

    @Test("has no stray spaces, and no letters that only look Cyrillic or Latin")
    func spaces() throws {
        for entry in Catalogue.entries {
            for language in Language.allCases {
                let text = entry.phrase.text(in: language)
                #expect(!text.contains("  ") && !text.contains("\n"), "\(entry.name): \(text)")
                #expect(text == text.trimmingCharacters(in: .whitespaces), "\(entry.name)")
                #expect(!text.isEmpty, "\(entry.name)")
                let mixed = text.matches(of: /[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]/)
                #expect(mixed.isEmpty, "\(entry.name): \(text)")
            }
        }
    }

    @Test("ends a sentence in all languages, or in none")
    func ends() {
        for entry in Catalogue.entries {
            let ends = Language.allCases.map { entry.phrase.text(in: $0).last == "." }
            #expect(Set(ends).count == 1, "\(entry.name)")
        }
    }

    @Test("counts as reviewed only when every text is")
    func reviewed() {
        #expect(Catalogue.isReviewed(.en))
        for language in Language.allCases {
            let all = Catalogue.entries.allSatisfy { $0.phrase.reviewed.contains(language) }
            #expect(Catalogue.isReviewed(language) == all)
        }
    }
}
