import Base
import Markup
import Qualitative

/// A study's evidence as a project or a codebook of REFI-QDA 1.5.
///
/// Each source is a plain text in UTF-8 with LF and without a byte order mark; positions are Unicode
/// scalars, ends exclusive; names of passages are the whole quote, so that any reader can tell. What the
/// standard has no field for goes into notes: a coder's memo, the stance, the name and places of a passage.
struct QDAExport {
    static let origin = "Ashar"
    static let projectNamespace = "urn:QDA-XML:project:1.0"
    static let codebookNamespace = "urn:QDA-XML:codebook:1.0"

    private let study: ExchangeStudy
    private var evidence: Evidence { study.evidence }
    /// What a project does not carry.
    private(set) var losses: [QDALoss: Int] = [:]
    private var notes: [Markup] = []
    private var sources: [Markup] = []
    private var users: [String] = []

    init(_ study: ExchangeStudy) {
        self.study = study
        var byExcerpt = [[Coding]](repeating: [], count: study.evidence.excerpts.count)
        for coding in study.evidence.codings { byExcerpt[coding.excerpt].append(coding) }
        var bySource: [String: [Int]] = [:]
        for (index, excerpt) in study.evidence.excerpts.enumerated() {
            bySource[excerpt.source, default: []].append(index)
        }
        var known: Set<String> = []
        for coding in study.evidence.codings
        where !coding.coder.isEmpty && known.insert(coding.coder).inserted {
            users.append(coding.coder)
        }
        countLosses()
        for source in study.evidence.sources where source.text != nil {
            let passages = (bySource[source.id] ?? []).compactMap { index in
                passage(study.evidence.excerpts[index], byExcerpt[index])
            }
            sources.append(element(of: source, passages))
        }
    }

    // MARK: - Losses

    private mutating func countLosses() {
        for excerpt in evidence.excerpts {
            switch (excerpt.anchor, excerpt.state) {
            case (.held, _): break
            case (.told, _): losses[.told, default: 0] += 1
            case (.quoted, .notHeld): losses[.notHeld, default: 0] += 1
            case (.quoted, _): losses[.unanchored, default: 0] += 1
            }
            if excerpt.isForPrint { losses[.print, default: 0] += 1 }
        }
        losses[.textless] = evidence.sources.count { $0.text == nil }
        losses[.needs] = codebookLosses[.needs]
        losses[.languages] =
            (codebookLosses[.languages] ?? 0)
            + evidence.sources.count { $0.title.languages.count > 1 }
    }

    /// What a codebook does not carry.
    var codebookLosses: [QDALoss: Int] {
        let codes = evidence.codes.codes
        return [
            .needs: codes.count { $0.need != nil },
            .languages: codes.count { code in
                [code.name, code.definition, code.use, code.example]
                    .contains { $0.languages.count > 1 }
            },
        ]
    }

    // MARK: - Files

    /// The bytes of a `.qdc`.
    ///
    /// - Throws: That there are no codes, which the standard does not allow.
    func codebook(file: String) throws(Problems) -> [UInt8] {
        let codes = self.codes
        guard !codes.isEmpty else {
            throw Problems(
                Problem(
                    .error,
                    "qda.no-codes",
                    at: .init(file),
                    "The study has no codes, and a codebook must have one.",
                    remedy: "Add codes to codebook.csv in the folder of the interviews."
                )
            )
        }
        let book = Markup.tag(
            "CodeBook",
            ["xmlns": Self.codebookNamespace, "origin": Self.origin],
            [.tag("Codes", [:], codes)]
        )
        return book.xml()
    }

    /// The bytes of a `.qdpx`.
    func archive(file: String) throws(Problems) -> [UInt8] {
        var archive = ZipFile(file: file)
        archive.add("project.qde", project.xml())
        for source in evidence.sources {
            guard let text = source.text else { continue }
            archive.add("sources/\(guid(source)).txt", Array(text.string.utf8))
        }
        return try archive.finished()
    }

    private var project: Markup {
        func wrapped(_ name: Name, _ children: [Markup]) -> [Markup] {
            children.isEmpty ? [] : [.tag(name, [:], children)]
        }
        let codes = self.codes
        let users = self.users.map {
            Markup.tag("User", ["guid": NameGUID.of(.user, $0), "name": $0])
        }
        let isUsed = SourceField.allCases.filter { field in
            evidence.sources.contains { $0.text != nil && field.text(of: $0, study) != "" }
        }
        let variables = isUsed.map { field in
            Markup.tag(
                "Variable",
                [
                    "guid": NameGUID.of(.variable, field.rawValue), "name": field.rawValue,
                    "typeOfVariable": "Text",
                ]
            )
        }
        let children =
            wrapped("Users", users)
            + wrapped("CodeBook", codes.isEmpty ? [] : [.tag("Codes", [:], codes)])
            + wrapped("Variables", variables) + wrapped("Sources", sources)
            + wrapped("Notes", notes)
        return .tag(
            "Project",
            [
                "xmlns": Self.projectNamespace,
                "name": study.title.isEmpty ? "interviews" : study.title, "origin": Self.origin,
            ],
            children
        )
    }

    // MARK: - Codes

    private var codes: [Markup] {
        var children: [String?: [Code]] = [:]
        for code in evidence.codes.codes {
            let parent = code.parent.flatMap { evidence.codes[$0]?.id }
            children[parent, default: []].append(code)
        }
        return (children[nil] ?? []).map { element(of: $0, children) }
    }

    private func element(of code: Code, _ children: [String?: [Code]]) -> Markup {
        let parts = [code.definition, code.use, code.example].map { $0.text(in: study.language) }
            .filter { !$0.isEmpty }
        let description = parts.joined(separator: "\n\n")
        let name = code.name.text(in: study.language)
        return .tag(
            "Code",
            [
                "guid": NameGUID.of(.code, code.id), "name": name.isEmpty ? code.id : name,
                "isCodable": "true",
            ],
            (description.isEmpty ? [] : [.tag("Description", [:], text: description)])
                + (children[code.id] ?? []).map { element(of: $0, children) }
        )
    }

    // MARK: - Sources

    private func guid(_ source: Source) -> String { NameGUID.of(.source, source.id) }

    private func element(of source: Source, _ passages: [Markup]) -> Markup {
        let values = SourceField.allCases.compactMap { field -> Markup? in
            let text = field.text(of: source, study)
            guard !text.isEmpty else { return nil }
            return .tag(
                "VariableValue",
                [:],
                [
                    .tag(
                        "VariableRef",
                        ["targetGUID": NameGUID.of(.variable, field.rawValue)]
                    ),
                    .tag("TextValue", [:], text: text),
                ]
            )
        }
        return .tag(
            "TextSource",
            [
                "guid": guid(source), "name": source.id,
                "plainTextPath": "internal://\(guid(source)).txt",
            ],
            passages + values
        )
    }

    private mutating func passage(_ excerpt: Excerpt, _ codings: [Coding]) -> Markup? {
        guard case .held(let range) = excerpt.anchor else { return nil }
        let guid = NameGUID.of(.passage, excerpt.id)
        var marks: [String: Int] = [:]
        let coded = codings.map { coding -> Markup in
            let name = [excerpt.id, coding.code, coding.coder].joined(separator: "\u{1F}")
            marks[name, default: 0] += 1
            return element(of: coding, "\(name)\u{1F}\(marks[name] ?? 1)")
        }
        var words: [String] = []
        if !excerpt.isNamedByPlace(range) { words.append("excerpt: \(excerpt.id)") }
        if !excerpt.places.isEmpty {
            words.append("place: \(excerpt.places.joined(separator: "; "))")
        }
        if !excerpt.locator.isEmpty { words.append("locator: \(excerpt.locator)") }
        let reference =
            words.isEmpty ? [] : [note(PassageNote.name, words.joined(separator: "\n"), guid)]
        return .tag(
            "PlainTextSelection",
            [
                "guid": guid, "name": excerpt.quote, "startPosition": "\(range.lowerBound)",
                "endPosition": "\(range.upperBound)",
            ],
            coded + reference
        )
    }

    private mutating func element(of coding: Coding, _ name: String) -> Markup {
        let guid = NameGUID.of(.coding, name)
        var references: [Markup] = []
        if !coding.memo.isEmpty { references.append(note("memo", coding.memo, guid)) }
        if coding.stance != .named {
            references.append(note("stance", coding.stance.rawValue, guid))
        }
        return .tag(
            "Coding",
            [
                "guid": guid,
                "creatingUser": coding.coder.isEmpty ? nil : NameGUID.of(.user, coding.coder),
            ],
            [.tag("CodeRef", ["targetGUID": NameGUID.of(.code, coding.code)])] + references
        )
    }

    /// Keeps a note and refers to it.
    private mutating func note(_ name: String, _ text: String, _ owner: String) -> Markup {
        let guid = NameGUID.of(.note, owner + name)
        notes.append(
            .tag(
                "Note",
                ["guid": guid, "name": name],
                [.tag("PlainTextContent", [:], text: text)]
            )
        )
        return .tag("NoteRef", ["targetGUID": guid])
    }
}

/// The note of a passage that says what REFI-QDA has no field for, a line each.
enum PassageNote {
    static let name = "passage"

    /// What follows `key` and a colon in a line of `text`; "" where no line begins so.
    static func value(_ key: String, in text: String) -> String {
        for line in text.split(separator: "\n") where line.hasPrefix("\(key): ") {
            return String(line.dropFirst(key.count + 2))
        }
        return ""
    }
}

extension Excerpt {
    /// Whether the passage is called by its place alone, as the reader of the folder calls what has no name.
    func isNamedByPlace(_ range: Range<Int>) -> Bool {
        id == Excerpt.placeName(source, range)
    }

    static func placeName(_ source: String, _ range: Range<Int>) -> String {
        "\(source):\(range.lowerBound)-\(range.upperBound)"
    }
}
