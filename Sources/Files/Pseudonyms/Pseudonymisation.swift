package import Base
import Foundation
import Qualitative
import Report

/// The replacement of names in a study's interviews by pseudonyms.
///
/// Names go out of the transcripts, of quotes, told passages, memos and context of the codings, of
/// titles, and of the codebook. Passages keep their words: their places move with the text.
package struct Pseudonymisation: Sendable {
    /// What changes in one file.
    package struct Change: Sendable, Hashable, Encodable {
        /// Its path from the study's folder.
        package let file: String
        package let replaced: [Word]
        /// Words that are like a name and stay.
        package let left: [Word]

        package struct Word: Sendable, Hashable, Encodable {
            package let word: String
            package let replacement: String
            package let times: Int
        }
    }

    /// The study's folder.
    private let path: String
    private var subfolder = ""
    package private(set) var problems: [Problem]
    /// Files with a name or something like one, by their path.
    package private(set) var changes: [Change] = []
    /// The new bytes of the files that change, by their name in the folder of the interviews.
    private var files: [String: [UInt8]] = [:]

    /// Reads the study at `path` and works out what to replace; nothing is written.
    package init(path: String) {
        self.path = path
        var (study, _, found) = StudyFile.open(folder: path)
        problems = found
        guard let subfolder = study.knowledge.interviews else {
            if !found.hasErrors { problems.append(Self.noFolder) }
            return
        }
        self.subfolder = subfolder
        study.knowledge.actors = nil
        study.knowledge.context = nil
        study.knowledge.recommendations = nil
        var reader = KnowledgeReader(folder: path, study: study)
        // Names in passages for print are what this is to mend.
        problems += reader.problems.filter { $0.code != "interviews.personal" }
        let names = reader.readPseudonyms(in: subfolder)
        guard !problems.hasErrors, let evidence = reader.knowledge.evidence else { return }
        if names.entries.isEmpty {
            problems.append(noNames)
            return
        }
        plan(evidence, names, reader.files(in: subfolder))
    }

    private static let noFolder = Problem(
        .error,
        "interviews.no-folder",
        at: .init(Study.fileName),
        "The study names no folder of interviews.",
        remedy: "Add the line: interviews: interviews/"
    )

    private var noNames: Problem {
        Problem(
            .error,
            "interviews.no-pseudonyms",
            at: .init(shown("pseudonyms.csv")),
            "There is no list of names, or it is empty.",
            remedy: "Write pseudonyms.csv with the columns name and pseudonym."
        )
    }

    /// A file's path from the study's folder.
    private func shown(_ file: String) -> String {
        (subfolder as NSString).appendingPathComponent(file)
    }

    // MARK: - Working it out

    private mutating func plan(_ evidence: Evidence, _ names: Pseudonyms, _ found: [String]) {
        var texts: [String: PseudonymisedText] = [:]
        for (source, file) in transcripts(found) {
            guard let source = evidence.sources.first(where: { $0.id == source }),
                let text = source.text
            else { continue }
            let outcome = names.replace(in: text.string, language: source.language)
            texts[source.id] = PseudonymisedText(old: text, outcome: outcome)
            add(outcome.replaced, outcome.left, Array(outcome.text.utf8), "texts/\(file)")
            warn(names, of: file)
        }
        let languages = Dictionary(evidence.sources.map { ($0.id, $0.language) }) { one, _ in one }
        for file in found {
            guard let columns = Self.columns(of: file),
                let table = TableText.read(path: place(file)).0
            else { continue }
            var edited = PseudonymTable(table, names, texts, languages)
            edited.replace(columns, isCoding: Self.stem(file, is: "codings"))
            guard edited.isChanged || !edited.left.isEmpty else { continue }
            if edited.isChanged, !file.lowercased().hasSuffix(".csv") {
                problems.append(workbook(file))
                continue
            }
            let bytes = CSV.write(edited.cells, formulas: .kept)
            add(edited.replaced, edited.left, edited.isChanged ? bytes : nil, file)
        }
    }

    private func place(_ file: String) -> String {
        [path, subfolder, file].reduce("") { ($0 as NSString).appendingPathComponent($1) }
    }

    /// The sources with a transcript, and its name in texts/.
    private func transcripts(_ found: [String]) -> [(source: String, file: String)] {
        found.filter { Self.stem($0, is: "sources") }.flatMap { file -> [(String, String)] in
            guard let table = TableText.read(path: place(file)).0 else { return [] }
            let (id, name) = (table.position(of: "id"), table.position(of: "file"))
            return table.rows.map { (table.cell($0, id), table.cell($0, name)) }
                .filter { !$0.1.isEmpty }
        }
    }

    /// The columns of a table that hold free words; nil for other files.
    private static func columns(of file: String) -> [String]? {
        if stem(file, is: "codings") {
            return ["quote", "told", "memo", "locator", "before", "after"]
        }
        if stem(file, is: "sources") { return ["title", "informant", "note"] }
        if stem(file, is: "codebook") { return ["name", "definition", "use", "example"] }
        return nil
    }

    private static func stem(_ file: String, is name: String) -> Bool {
        let stem = (file as NSString).deletingPathExtension
        let kind = (file as NSString).pathExtension.lowercased()
        return (stem == name || stem.hasPrefix(name + "-")) && ["csv", "xlsx"].contains(kind)
    }

    private mutating func add(
        _ replaced: [Pseudonyms.Change],
        _ left: [Pseudonyms.Change],
        _ bytes: [UInt8]?,
        _ file: String
    ) {
        func words(_ list: [Pseudonyms.Change]) -> [Change.Word] {
            list.map { .init(word: $0.word, replacement: $0.replacement, times: $0.times) }
        }
        guard files[file] == nil, !replaced.isEmpty || !left.isEmpty || bytes != nil else { return }
        if !replaced.isEmpty || !left.isEmpty {
            changes.append(
                Change(file: shown(file), replaced: words(replaced), left: words(left))
            )
        }
        // A text without names keeps its bytes; a table may change by positions alone.
        if let bytes, !replaced.isEmpty || !file.hasPrefix("texts/") { files[file] = bytes }
    }

    private mutating func warn(_ names: Pseudonyms, of file: String) {
        guard names.areIn(file.replacingOccurrences(of: "_", with: " ")) else { return }
        problems.append(
            Problem(
                .warning,
                "interviews.name-of-file",
                at: .init(shown("texts")),
                "The name of a transcript holds a name of the list.",
                remedy: "Rename the file, and its name in sources.csv."
            )
        )
    }

    private func workbook(_ file: String) -> Problem {
        Problem(
            .error,
            "interviews.pseudonym-workbook",
            at: .init(shown(file)),
            "This workbook would change, and workbooks are not written again.",
            remedy: "Save it as CSV under the same name, and take the workbook away."
        )
    }

    // MARK: - Writing

    /// Puts the changed files in the place of those that are there: all of them, or none.
    ///
    /// The folder is copied, the copy changed, and then the two change places; the old one is deleted, as
    /// it holds the names.
    /// - Returns: The paths of the files that changed.
    /// - Throws: The problem that stops it; then the folder is as it was.
    package func write() throws(Problems) -> [String] {
        guard !problems.hasErrors, !files.isEmpty else { return [] }
        let folder = URL(fileURLWithPath: place("")).resolvingSymlinksInPath().path
        let mark = UInt32.random(in: 0...UInt32.max)
        let parent = (folder as NSString).deletingLastPathComponent as NSString
        let fresh = parent.appendingPathComponent(".ashar-new-\(mark)")
        let old = parent.appendingPathComponent(".ashar-old-\(mark)")
        let manager = FileManager.default
        do {
            try manager.copyItem(atPath: folder, toPath: fresh)
            for (file, bytes) in files {
                let target = (fresh as NSString).appendingPathComponent(file)
                try AtomicFile.write(bytes, to: target)
            }
            try manager.moveItem(atPath: folder, toPath: old)
        } catch {
            try? manager.removeItem(atPath: fresh)
            throw Problems(cannotWrite(folder))
        }
        do {
            try manager.moveItem(atPath: fresh, toPath: folder)
        } catch {
            guard (try? manager.moveItem(atPath: old, toPath: folder)) != nil else {
                throw Problems(notMovedBack(old))
            }
            try? manager.removeItem(atPath: fresh)
            throw Problems(cannotWrite(folder))
        }
        guard (try? manager.removeItem(atPath: old)) != nil else {
            throw Problems(notDeleted(old))
        }
        return files.keys.sorted().map(place)
    }

    private func cannotWrite(_ folder: String) -> Problem {
        Problem(
            .error,
            "file.cannot-write",
            at: .init(folder),
            "The folder of the interviews cannot be replaced; it is as it was.",
            remedy: "Check the disk's free space and your permission to write there."
        )
    }

    private func notMovedBack(_ folder: String) -> Problem {
        Problem(
            .error,
            "interviews.not-moved-back",
            at: .init(folder),
            "The folder of the interviews could be neither replaced nor moved back; it stands here.",
            remedy: "Move it back to its old name yourself; beside it stands the new one."
        )
    }

    private func notDeleted(_ folder: String) -> Problem {
        Problem(
            .error,
            "interviews.old-left",
            at: .init(folder),
            "The names were replaced, but the folder with the old texts could not be deleted.",
            remedy: "Delete it yourself: it holds the names."
        )
    }
}

/// A transcript before and after its names were replaced.
struct PseudonymisedText: Sendable {
    let old: SourceText
    let new: SourceText
    let edits: TextEdits

    init(old: SourceText, outcome: Pseudonyms.Outcome) {
        self.old = old
        new = SourceText(outcome.text)
        edits = outcome.edits
    }
}
