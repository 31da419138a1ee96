import Base
import Foundation
import Survey

/// The languages of a form: what the headers of its columns call them, and their codes.
struct XLSFormLanguages {
    /// Language by its spelling in the headers.
    private(set) var bySpelling: [String: Language] = [:]
    /// The languages in the order of their first column.
    private(set) var all: [Language] = []
    /// The code of the language shown first; "" when unnamed.
    private(set) var defaultCode = ""

    /// Reads the languages of the translated columns of `tables`; `chosen` is the form's setting.
    ///
    /// A column without a language is in the chosen language, as in pyxform; unnamed when the form
    /// chooses none. Problems: a language without a code (a note), a chosen one without columns.
    init(
        tables: [XLSFormTable],
        chosen: String,
        settings: Problem.Location,
        problems: inout [Problem]
    ) {
        for table in tables {
            for heading in table.headings where heading.key != nil {
                guard let spelling = heading.language, bySpelling[spelling] == nil else { continue }
                let location = Problem.Location(
                    table.place,
                    line: table.headerLine,
                    column: heading.original
                )
                add(spelling, chosen: chosen, at: location, problems: &problems)
            }
        }
        let named = all.filter { !$0.code.isEmpty }
        if chosen.isEmpty || chosen == "default" {
            defaultCode = (all.first { $0.code.isEmpty } ?? all.first)?.code ?? ""
        } else {
            let wanted = XLSFormLanguages.language(chosen)
            let found = named.first { $0.code == wanted.code || $0.name == wanted.name }
            defaultCode = found?.code ?? all.first?.code ?? ""
            if found == nil, !named.isEmpty {
                problems.append(unknownDefault(chosen, at: settings))
            }
        }
    }

    /// The texts of `row` under `key`, by language code.
    func text(_ key: String, in row: XLSFormRow) -> LocalText {
        var texts: [String: String] = [:]
        for (spelling, text) in (row.texts[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
            // A bare column never overwrites one that names the language.
            let code = bySpelling[spelling]?.code ?? spelling
            if texts[code] == nil || !spelling.isEmpty { texts[code] = text }
        }
        return LocalText(texts)
    }

    private mutating func add(
        _ spelling: String,
        chosen: String,
        at location: Problem.Location,
        problems: inout [Problem]
    ) {
        let isChosen = spelling.isEmpty && !chosen.isEmpty && chosen != "default"
        let language = XLSFormLanguages.language(isChosen ? chosen : spelling)
        bySpelling[spelling] = language
        if !all.contains(where: { $0.code == language.code }) { all.append(language) }
        guard !spelling.isEmpty, !XLSFormLanguages.givesCode(spelling) else { return }
        let taken = language.code == spelling ? "the name itself" : "“\(language.code)”"
        problems.append(
            Problem(
                .note,
                "xlsform.language-code",
                at: location,
                "The language \(Problem.quote(spelling)) has no code; \(taken) is used.",
                remedy: "Write it as “label::English (en)”, with a code in brackets."
            )
        )
    }

    private func unknownDefault(_ chosen: String, at location: Problem.Location) -> Problem {
        let near = nearestName(to: chosen, in: all.map(\.name) + all.map(\.code))
        return Problem(
            .warning,
            "xlsform.default-language",
            at: location,
            "The default language \(Problem.quote(chosen)) has no column of its own.",
            remedy: near.map { "Did you mean “\($0)”?" }
                ?? "Write it as the headers of the label columns do."
        )
    }

    /// Whether `spelling` is "English (en)" or a code alone.
    private static func givesCode(_ spelling: String) -> Bool {
        code(inBracketsOf: spelling) != nil || isCode(spelling)
    }

    /// The language that a header calls `spelling`.
    static func language(_ spelling: String) -> Language {
        if let (name, code) = code(inBracketsOf: spelling) {
            return Language(code: code, name: name)
        }
        if isCode(spelling) { return Language(code: spelling.lowercased()) }
        let code = knownNames[spelling.lowercased()] ?? spelling
        return Language(code: code, name: spelling)
    }

    private static func code(inBracketsOf spelling: String) -> (name: String, code: String)? {
        guard spelling.hasSuffix(")"), let open = spelling.lastIndex(of: "(") else { return nil }
        let inside = spelling[spelling.index(after: open)...].dropLast()
            .trimmingCharacters(in: .whitespaces)
        guard isCode(inside) else { return nil }
        let name = spelling[..<open].trimmingCharacters(in: .whitespaces)
        return (name, inside.lowercased())
    }

    /// Whether `text` has the shape of a language tag: 2 or 3 letters, then parts of 2 to 8.
    private static func isCode(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.count) else { return false }
        return first.allSatisfy { $0.isASCII && $0.isLetter }
            && parts.dropFirst().allSatisfy { part in
                (2...8).contains(part.count)
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }

    /// Codes of languages that forms often name without one.
    private static let knownNames = [
        "english": "en", "russian": "ru", "русский": "ru", "kyrgyz": "ky", "kirghiz": "ky",
        "кыргызча": "ky", "kazakh": "kk", "қазақша": "kk", "uzbek": "uz", "ўзбекча": "uz",
        "oʻzbekcha": "uz", "tajik": "tg", "тоҷикӣ": "tg", "turkmen": "tk", "arabic": "ar",
        "العربية": "ar", "french": "fr", "français": "fr", "francais": "fr", "spanish": "es",
        "español": "es", "espanol": "es", "portuguese": "pt", "ukrainian": "uk",
        "українська": "uk", "turkish": "tr", "türkçe": "tr", "kurdish": "ku", "dari": "prs",
        "pashto": "ps", "persian": "fa", "farsi": "fa", "german": "de", "deutsch": "de",
        "somali": "so", "swahili": "sw", "hausa": "ha", "albanian": "sq", "bosnian": "bs",
        "serbian": "sr", "macedonian": "mk",
    ]
}
