import Base
import Qualitative

/// Makes of a project what a study would have: sources, codes, passages and codings with ids.
struct QDAImport {
    private let project: QDAProject
    private let file: String
    private let texts: [String: CountedText]
    private let notes: [String: String]
    private let noteNames: [String: String]
    private let study: ExchangeStudy
    private(set) var draft = InterviewDraft()
    private var losses: [QDALoss: Int]
    /// What GUIDs of the file are in the study.
    private var codes: [String: String] = [:]
    private var users: [String: String] = [:]
    private var usedNotes: Set<String> = []
    private var missingCodes: Set<String> = []
    private var widened = 0

    /// The most passages that are listed one by one.
    private static let mostListed = 20

    init(
        _ project: QDAProject,
        file: String,
        texts: [String: CountedText],
        notes: [String: String],
        noteNames: [String: String],
        study: ExchangeStudy
    ) {
        self.project = project
        self.file = file
        self.texts = texts
        self.notes = notes
        self.noteNames = noteNames
        self.study = study
        losses = project.leftOut
        for user in project.users {
            users[user.guid] = user.name.isEmpty ? String(user.guid.prefix(8)) : user.name
        }
        checkGUIDs()
        readCodes()
        let sources = readSources()
        readPassages(sources)
        finish()
    }

    private mutating func problem(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        _ message: String,
        _ remedy: String
    ) {
        draft.problems.append(
            Problem(severity, code, at: .init(file), message, remedy: remedy)
        )
    }

    private mutating func checkGUIDs() {
        let kinds = [
            ("codes", project.codes.map(\.guid)), ("sources", project.sources.map(\.guid)),
            ("users", project.users.map(\.guid)), ("notes", project.notes.map(\.guid)),
        ]
        for (name, guids) in kinds where Set(guids).count < guids.count {
            problem(
                .error,
                "qda.repeated-guid",
                "Several \(name) have one GUID, so nobody can tell which one is meant.",
                "Export the project again from the program that it comes from."
            )
        }
    }

    private mutating func finish() {
        let unused = project.notes.count { !usedNotes.contains($0.guid) }
        losses[.notes, default: 0] += unused
        for guid in missingCodes.sorted().prefix(Self.mostListed) {
            problem(
                .error,
                "qda.dangling",
                "Passages refer to a code \(guid) that the file does not hold.",
                "Export the project again with its codes."
            )
        }
        if widened > 0 {
            problem(
                .note,
                "qda.widened",
                "\(widened) passages began or ended inside a letter with its accent or inside an emoji; "
                    + "they were widened to the whole.",
                "Nothing to do."
            )
        }
        draft.problems += QDALoss.problems(losses, file: file, isExport: false)
    }

    // MARK: - Codes

    private mutating func readCodes() {
        let namer = CodeNamer(study)
        var taken: Set<String> = []
        var codes: [Code] = []
        var ids: [String] = []
        for entry in project.codes {
            let parent = entry.parent.map { ids[$0] }
            let id = namer.id(guid: entry.guid, name: entry.name, parent: parent, taken: taken)
            taken.insert(id)
            ids.append(id)
            self.codes[entry.guid] = id
            var code =
                study.evidence.codes[id]
                ?? Code(id: id, name: LocalText([study.language: entry.name]))
            if study.evidence.codes[id] == nil {
                code.parent = parent
                code.definition = LocalText([study.language: entry.description])
            }
            codes.append(code)
        }
        if project.origin.hasPrefix("Taguette") { nest(&codes) }
        draft.evidence.codes = CodeTree(codes)
    }

    /// Puts codes under others as the dots in their names say: Taguette has no tree.
    private func nest(_ codes: inout [Code]) {
        let names = Set(project.codes.map(\.name))
        for (index, entry) in project.codes.enumerated()
        where study.evidence.codes[codes[index].id] == nil {
            let above = HighlightTable.parent(of: entry.name, in: names)
            codes[index].parent = project.codes.firstIndex { $0.name == above }
                .map { codes[$0].id }
        }
    }

    // MARK: - Sources

    /// The id of each text source whose text is there.
    private mutating func readSources() -> [String: String] {
        var ids: [String: String] = [:]
        let known = Dictionary(
            study.evidence.sources.map { (NameGUID.of(.source, $0.id), $0.id) }
        ) { first, _ in first }
        var taken: Set<String> = []
        let values = valuesBySource()
        for entry in project.sources {
            guard let text = texts[entry.guid]?.text else { continue }
            var id = known[entry.guid] ?? Self.sourceID(entry.name)
            if id.isEmpty { id = String(entry.guid.prefix(8)) }
            if taken.contains(id) {
                id = (2...).lazy.map { "\(id)-\($0)" }.first { !taken.contains($0) } ?? id
            }
            taken.insert(id)
            ids[entry.guid] = id
            draft.evidence.sources.append(
                source(id, text, entry.values + (values[entry.guid] ?? []))
            )
        }
        return ids
    }

    /// A file's name without its ending, as sources are often called.
    static func sourceID(_ name: String) -> String {
        let name = name.trimmingBlanks()
        for ending in [".txt", ".docx", ".html", ".rtf", ".odt"]
        where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    /// The values that cases give to sources; cases without a source are counted.
    private mutating func valuesBySource() -> [String: [QDAProject.Value]] {
        var values: [String: [QDAProject.Value]] = [:]
        for entry in project.cases {
            if entry.sources.isEmpty, !entry.values.isEmpty { losses[.cases, default: 0] += 1 }
            for source in entry.sources { values[source, default: []] += entry.values }
        }
        return values
    }

    private mutating func source(
        _ id: String,
        _ text: SourceText,
        _ values: [QDAProject.Value]
    ) -> Source {
        let names = Dictionary(project.variables.map { ($0.guid, $0.name) }) { first, _ in first }
        var fields: [SourceField: String] = [:]
        for value in values where !value.text.isEmpty {
            guard let field = names[value.variable].flatMap({ SourceField(variable: $0) }) else {
                losses[.variables, default: 0] += 1
                continue
            }
            // What the source says of itself stands before what a case says of it.
            if fields[field] == nil { fields[field] = value.text.trimmingBlanks() }
        }
        let kind = fields[.kind].flatMap { Source.Kind(rawValue: $0) } ?? .interview
        var source = Source(id: id, kind: kind)
        source.text = text
        for field in SourceField.allCases where field != .kind {
            guard let value = fields[field], !value.isEmpty else { continue }
            if !field.set(value, of: &source, study) {
                problem(
                    .warning,
                    "qda.unknown-value",
                    "\(Problem.quote(value)) is no \(field.rawValue) of this study; "
                        + "\(Problem.quote(id)) is imported without.",
                    "Write the \(field.rawValue) into its row of the sources by hand."
                )
            }
        }
        return source
    }

    // MARK: - Passages

    private mutating func readPassages(_ ids: [String: String]) {
        let sources = project.sources.filter { ids[$0.guid] != nil }
        let counted = sources.compactMap { texts[$0.guid] }
        let stated = sources.enumerated().flatMap { index, source in
            source.selections.map {
                StatedSelection(text: index, start: $0.start, end: $0.end, name: $0.name)
            }
        }
        guard !stated.isEmpty else { return }
        let choice = ReadingChoice.choose(stated, in: counted)
        var results = choice.results.makeIterator()
        var builder = PassageBuilder()
        var missed: [(source: String, selection: QDAProject.Selection)] = []
        var unnamed = 0
        for (index, source) in sources.enumerated() {
            let id = ids[source.guid] ?? ""
            for selection in source.selections {
                let result = results.next()
                let isUnnamed = selection.name.trimmingBlanks().isEmpty
                guard let range = result?.range, isUnnamed || result?.fit != nil else {
                    missed.append((id, selection))
                    continue
                }
                unnamed += isUnnamed ? 1 : 0
                add(selection, range, id, counted[index].text, &builder)
            }
        }
        draft.evidence.excerpts = builder.excerpts
        draft.evidence.codings = builder.codings
        report(choice.reading, of: stated.count, missed, unnamed: unnamed)
    }

    private mutating func add(
        _ selection: QDAProject.Selection,
        _ range: Range<Int>,
        _ source: String,
        _ text: SourceText,
        _ builder: inout PassageBuilder
    ) {
        guard !selection.codings.isEmpty else {
            losses[.uncoded, default: 0] += 1
            return
        }
        let whole = text.widenedToCharacters(range)
        if whole != range { widened += 1 }
        var name = ""
        var places: [String] = []
        var locator = ""
        for note in selection.notes where noteNames[note] == PassageNote.name {
            let words = notes[note] ?? ""
            name = PassageNote.value("excerpt", in: words)
            places = PassageNote.value("place", in: words).split(separator: ";")
                .map { $0.trimmingBlanks() }
            locator = PassageNote.value("locator", in: words)
            usedNotes.insert(note)
        }
        let position = builder.excerpt(source, whole, text, name: name)
        builder.excerpts[position].places = places
        builder.excerpts[position].locator = locator
        for entry in selection.codings {
            guard let code = codes[entry.code] else {
                missingCodes.insert(entry.code.isEmpty ? "(none)" : entry.code)
                continue
            }
            let user = entry.user.isEmpty ? selection.user : entry.user
            var coding = Coding(excerpt: position, code: code, coder: users[user] ?? "")
            var memos: [String] = []
            for note in entry.notes {
                usedNotes.insert(note)
                let words = notes[note] ?? ""
                if noteNames[note] == "stance", let stance = Coding.Stance(rawValue: words) {
                    coding.stance = stance
                } else {
                    memos.append(words)
                }
            }
            coding.memo = memos.joined(separator: "\n\n")
            builder.codings.append(coding)
        }
    }

    /// Says how the positions were read, and which passages do not fit.
    private mutating func report(
        _ reading: PositionReading,
        of count: Int,
        _ missed: [(source: String, selection: QDAProject.Selection)],
        unnamed: Int
    ) {
        draft.reading = "\(reading): \(count - missed.count) of \(count) passages"
        for (source, selection) in missed.prefix(Self.mostListed) {
            problem(
                .warning,
                "qda.passage-differs",
                "\(source), \(selection.start) to \(selection.end): the text does not hold "
                    + "\(Problem.quote(selection.name)) there. The passage is left out.",
                "Look it up in the program that the file comes from, and add a row to the codings."
            )
        }
        if missed.count > Self.mostListed {
            problem(
                .warning,
                "qda.passage-differs",
                "\(missed.count - Self.mostListed) more passages do not stand where the file says.",
                "If these are most of them, the texts were changed after they were coded."
            )
        }
        if unnamed > 0 {
            problem(
                .warning,
                "qda.unchecked",
                "\(unnamed) passages have no words in the file, so nothing tells whether their "
                    + "positions are right.",
                "Read a few of them before you rely on them."
            )
        }
    }
}

/// Gives codes the ids that they have in a study, or new ones.
struct CodeNamer {
    private let byGUID: [String: String]
    private let byName: [String: String]
    private let study: ExchangeStudy

    init(_ study: ExchangeStudy) {
        self.study = study
        let codes = study.evidence.codes.codes
        byGUID = Dictionary(codes.map { (NameGUID.of(.code, $0.id), $0.id) }) { first, _ in first }
        let names = codes.flatMap { code in
            code.name.texts.values.sorted().map { ($0.lowercased(), code.id) }
        }
        byName = Dictionary(names) { first, _ in first }
    }

    /// The id of a code: the study's where the GUID, the id or the name is that of one of its codes, else
    /// the name, with that of the code above where the name is taken.
    func id(guid: String, name: String, parent: String?, taken: Set<String>) -> String {
        if let id = byGUID[guid], !taken.contains(id) { return id }
        let name = name.trimmingBlanks()
        if study.evidence.codes[name] != nil, !taken.contains(name) { return name }
        if let id = byName[name.lowercased()], !taken.contains(id) { return id }
        if !taken.contains(name), study.evidence.codes[name] == nil { return name }
        let longer = parent.map { "\($0)/\(name)" } ?? name
        let isFree = { !taken.contains($0) && study.evidence.codes[$0] == nil }
        if isFree(longer) { return longer }
        return (2...).lazy.map { "\(longer)-\($0)" }.first(where: isFree) ?? longer
    }
}
