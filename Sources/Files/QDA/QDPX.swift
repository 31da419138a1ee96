import Base
import Qualitative

/// Projects and codebooks of REFI-QDA 1.5: `.qdpx` and `.qdc`.
enum QDPX {
    /// The most bytes that the texts of one project may have: 1 GiB.
    static let mostTextBytes = 1 << 30

    /// What the project at `path` says, for `study`.
    ///
    /// - Throws: What stops reading: no project, damaged, too large, references that lead nowhere.
    static func read(path: String, for study: ExchangeStudy) throws(Problems) -> InterviewDraft {
        let archive = try ZipContainer(path: path, kind: .project)
        let part = archive.parts.first { $0.hasSuffix(".qde") && !$0.contains("/") }
        guard let part,
            let stream = try archive.stream(part, mostBytes: ZipContainer.mostBytes)
        else {
            throw Problems(
                Problem(
                    .error,
                    "qda.not-a-project",
                    at: .init(archive.name),
                    "This archive holds no project: there is no project.qde in it.",
                    remedy:
                        "Export the project as REFI-QDA (.qdpx) from the program that it comes from."
                )
            )
        }
        let project = try QDAReader.project(stream)
        var texts = QDATexts(file: archive.name)
        for source in project.sources { try texts.read(source, from: archive) }
        var notes: [String: String] = [:]
        var names: [String: String] = [:]
        var noteTexts = QDATexts(file: archive.name)
        for note in project.notes {
            try noteTexts.read(note, from: archive)
            notes[note.guid] = noteTexts.texts[note.guid]?.text.string
            names[note.guid] = note.name
        }
        var draft = QDAImport(
            project,
            file: archive.name,
            texts: texts.texts,
            notes: notes.mapValues { $0 },
            noteNames: names,
            study: study
        ).draft
        draft.problems += texts.problems
        return draft
    }

    /// What the codebook at `path` says, for `study`.
    static func readCodebook(
        path: String,
        for study: ExchangeStudy
    ) throws(Problems) -> InterviewDraft {
        let file = String(path.split(separator: "/").last ?? "")
        let bytes = try FileBytes.read(path: path, file: file)
        let stream = XMLStream(
            source: PartSource(bytes: bytes),
            part: file,
            file: file,
            kind: .project
        )
        let project = try QDAReader.codebook(stream)
        return QDAImport(
            project,
            file: file,
            texts: [:],
            notes: [:],
            noteNames: [:],
            study: study
        ).draft
    }
}

/// The plain texts of a project, by the GUIDs of what they belong to.
struct QDATexts {
    let file: String
    private(set) var texts: [String: CountedText] = [:]
    /// Texts that are not there: warnings, since the rest of the project is sound.
    private(set) var problems: [Problem] = []
    private var bytes = 0

    init(file: String) {
        self.file = file
    }

    /// Reads the text of `source`, which lies in the archive or in the project itself.
    ///
    /// - Throws: A problem where its path leads out of the archive, or the texts are too large.
    mutating func read(
        _ source: QDAProject.Text,
        from archive: borrowing ZipContainer
    ) throws(Problems) {
        if source.path.isEmpty {
            if let content = source.content { texts[source.guid] = CountedText(content) }
            if source.content == nil { miss(source, "has no text") }
            return
        }
        guard source.path.lowercased().hasPrefix("internal://") else {
            return miss(source, "lies outside the project file")
        }
        let name = source.path.dropFirst("internal://".count).drop { $0 == "/" }
        guard !name.contains("/"), !name.contains("\\"), name != "..", name != "." else {
            throw Problems(
                Problem(
                    .error,
                    "qda.path",
                    at: .init(file),
                    "The project names the text \(Problem.quote(source.path)), which leads out of "
                        + "its folder of sources.",
                    remedy: "Do not trust the file: ask who made it."
                )
            )
        }
        let part = "sources/\(name)"
        guard let bytes = try archive.bytes(part, mostBytes: QDPX.mostTextBytes - self.bytes)
        else { return miss(source, "is not in the project file") }
        self.bytes += bytes.count
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            return miss(source, "is not text in UTF-8")
        }
        texts[source.guid] = CountedText(text)
    }

    private mutating func miss(_ source: QDAProject.Text, _ what: String) {
        let passages = source.selections.count
        problems.append(
            Problem(
                .warning,
                "qda.no-text",
                at: .init(file),
                "The text of \(Problem.quote(source.name)) \(what): "
                    + "it is left out with its \(passages) passages.",
                remedy: "Export the project again with its sources inside."
            )
        )
    }
}
