package import Base
import Foundation
import Qualitative
import Report

/// The folder of a study's interviews, for what goes in and out of it.
package struct InterviewFolder: Sendable {
    /// The study's folder.
    package let path: String
    /// The folder of the interviews, seen from the study's; nil where study.yaml names none.
    let subfolder: String?
    /// What the study holds, as an exchange needs it.
    package private(set) var study = ExchangeStudy()
    package private(set) var problems: [Problem] = []

    /// Opens the study at `path` and reads its interviews, places and words.
    ///
    /// Passages that were not found in their text do not stop an exchange: it says so itself.
    package init(path: String) {
        self.path = path
        var (declared, _, found) = StudyFile.open(folder: path)
        subfolder = declared.knowledge.interviews
        problems = found
        guard let subfolder else {
            if !found.hasErrors { problems.append(Self.notNamed) }
            return
        }
        declared.knowledge.actors = nil
        declared.knowledge.context = nil
        declared.knowledge.recommendations = nil
        if !Self.holdsTables(path, subfolder) { declared.knowledge.interviews = nil }
        let reader = KnowledgeReader(folder: path, study: declared)
        let own: Set<Problem.Code> = [
            "interviews.moved", "interviews.ambiguous", "interviews.lost",
        ]
        problems += reader.problems.filter { !own.contains($0.code) }
        study.language = declared.languages.first ?? ""
        study.title = declared.title.text(in: study.language)
        study.places = reader.knowledge.places
        study.evidence = reader.knowledge.evidence ?? Evidence()
    }

    private static let notNamed = Problem(
        .error,
        "interviews.not-named",
        at: .init(Study.fileName),
        "The study names no folder of interviews.",
        remedy: "Add the line: interviews: interviews/"
    )

    /// Whether anything is in the folder yet.
    private static func holdsTables(_ path: String, _ subfolder: String) -> Bool {
        names(in: (path as NSString).appendingPathComponent(subfolder)).contains { file in
            ["sources", "codebook", "codings"].contains { isTable(file, called: $0) }
        }
    }

    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Whether a file is a table called `name` or `name-….`.
    static func isTable(_ file: String, called name: String) -> Bool {
        let stem = (file as NSString).deletingPathExtension
        let ending = (file as NSString).pathExtension.lowercased()
        return (stem == name || stem.hasPrefix(name + "-")) && ["csv", "xlsx"].contains(ending)
    }

    /// The folder of the interviews.
    var folder: String { (path as NSString).appendingPathComponent(subfolder ?? "") }

    // MARK: - Taking in

    /// Adds what `draft` says to the study, in new files only: no file that is there is changed.
    ///
    /// They are called after `name`: `codings-NAME.csv`.
    ///
    /// - Returns: The paths of the new files; none where the study has all of it.
    /// - Throws: Every clash with what is there, and then nothing is written.
    package func add(_ draft: InterviewDraft, called name: String) throws(Problems) -> [String] {
        let plan = plan(draft, called: Self.safe(name))
        var clashes = clashes(of: draft)
        for file in plan.map(\.name) where FileManager.default.fileExists(atPath: place(file)) {
            clashes.append(
                Problem(
                    .error,
                    "interviews.exists",
                    at: .init(shown(file)),
                    "This file is there already, and nothing is written over.",
                    remedy:
                        "If it comes from an earlier import, move it away first; or rename the file "
                        + "that you import."
                )
            )
        }
        if clashes.hasErrors { throw Problems(clashes) }
        if plan.isEmpty { return [] }
        try write(plan)
        return plan.map { place($0.name) }
    }

    /// A file's path from the study's folder, as problems show it.
    func shown(_ file: String) -> String {
        ((subfolder ?? "") as NSString).appendingPathComponent(file)
    }

    private func place(_ file: String) -> String {
        (folder as NSString).appendingPathComponent(file)
    }

    /// `text` as part of a file's name: letters, digits, `-`, `_`, `.` and blanks.
    static func safe(_ text: String) -> String {
        let kept = text.unicodeScalars.map { scalar -> Character in
            let isKept =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.canonicalCombiningClass != .notReordered
                || "-_ ".unicodeScalars.contains(scalar)
            return isKept ? Character(scalar) : "-"
        }
        let name = String(kept.prefix(80)).trimmingBlanks()
        return name.isEmpty ? "import" : name
    }

    /// Sources that the study has with another text.
    private func clashes(of draft: InterviewDraft) -> [Problem] {
        let known = Dictionary(study.evidence.sources.map { ($0.id, $0) }) { first, _ in first }
        return draft.evidence.sources.compactMap { source in
            guard let own = known[source.id], let text = source.text else { return nil }
            guard let held = own.text else {
                return clash(source.id, "without a text, and the file brings one")
            }
            let isSame = held.string.utf8.elementsEqual(text.string.utf8)
            return isSame ? nil : clash(source.id, "with another text")
        }
    }

    private func clash(_ id: String, _ how: String) -> Problem {
        Problem(
            .error,
            "interviews.clash",
            at: .init(subfolder ?? ""),
            "The study has the source \(Problem.quote(id)) \(how).",
            remedy:
                "Is it the same interview? Then put the same text into both; else rename one of them."
        )
    }

    /// The new files with their bytes, in the order in which they are written.
    private func plan(
        _ draft: InterviewDraft,
        called name: String
    ) -> [(name: String, bytes: [UInt8])] {
        let evidence = draft.evidence
        let knownSources = Set(study.evidence.sources.map(\.id))
        let sources = evidence.sources.filter { !knownSources.contains($0.id) }
        let codes = evidence.codes.codes.filter { study.evidence.codes[$0.id] == nil }
        var files: [(name: String, bytes: [UInt8])] = []
        var texts: [String: String] = [:]
        var taken: Set<String> = []
        for source in sources {
            guard let text = source.text else { continue }
            let file = Self.free(Self.safe(source.id), in: &taken)
            texts[source.id] = file
            files.append(("texts/\(file)", Array(text.string.utf8)))
        }
        let needsList = !codes.isEmpty || !evidence.codings.isEmpty
        // A folder without a list of sources would be no folder of interviews.
        if !sources.isEmpty || needsList && tableName("sources", name) == "sources.csv" {
            let rows = InterviewRows.sources(sources, files: texts)
            files.append((tableName("sources", name), bytes(rows)))
        }
        if !codes.isEmpty {
            files.append((tableName("codebook", name), bytes(InterviewRows.codebook(codes))))
        }
        if !evidence.codings.isEmpty {
            files.append(("codings-\(name).csv", bytes(InterviewRows.codings(evidence))))
        }
        return files
    }

    /// A name for a transcript that no other has, upper and lower case alike.
    private static func free(_ name: String, in taken: inout Set<String>) -> String {
        let all = ["\(name).txt"] + (2...(taken.count + 2)).map { "\(name)-\($0).txt" }
        let free = all.first { !taken.contains($0.lowercased()) } ?? all[0]
        taken.insert(free.lowercased())
        return free
    }

    private func tableName(_ table: String, _ name: String) -> String {
        let isTaken = Self.names(in: folder).contains { Self.isTable($0, called: table) }
        return isTaken ? "\(table)-\(name).csv" : "\(table).csv"
    }

    /// The rows as CSV, words as they are: an apostrophe before a hyphen would change a quote.
    private func bytes(_ rows: InterviewRows) -> [UInt8] {
        CSV.write(rows.cells, formulas: .kept)
    }

    /// Writes all files or none: they are made aside and then moved into their places.
    private func write(_ plan: [(name: String, bytes: [UInt8])]) throws(Problems) {
        let files = ReportFiles(folder: folder)
        try files.makeFolder(place("texts"))
        let aside = place(".ashar-import-\(UInt64.random(in: 0...UInt64.max))")
        try files.makeFolder(aside)
        defer { try? FileManager.default.removeItem(atPath: aside) }
        for (index, file) in plan.enumerated() {
            try files.write(file.bytes, to: (aside as NSString).appendingPathComponent("\(index)"))
        }
        for (index, file) in plan.enumerated() {
            do {
                try FileManager.default.moveItem(
                    atPath: (aside as NSString).appendingPathComponent("\(index)"),
                    toPath: place(file.name)
                )
            } catch {
                for done in plan[..<index] {
                    try? FileManager.default.removeItem(atPath: place(done.name))
                }
                throw Problems(files.cannotWrite(place(file.name), "it cannot be moved there"))
            }
        }
    }
}
