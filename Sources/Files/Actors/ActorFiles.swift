package import Base
import Foundation
import Qualitative
import Report

/// Brings actors and services into a study's folder, and takes them out for other programs.
package struct ActorFiles: Sendable {
    package let folder: String
    private let study: Study
    private let knowledge: LocalKnowledge
    /// What is wrong with the study's words, places and actors.
    package let problems: [Problem]

    /// Reads the words, places and actors of the study in `folder`, and none of its answers.
    package init(folder: String) {
        self.folder = folder
        let path = (folder as NSString).appendingPathComponent(Study.fileName)
        guard let data = FileManager.default.contents(atPath: path) else {
            study = Study()
            knowledge = LocalKnowledge()
            problems = [DataFile.missingFile(Study.fileName, inFolderOf: path)]
            return
        }
        let (read, found) = StudyFile.read(String(decoding: data, as: UTF8.self))
        var declared = read ?? Study()
        // Interviews, statistics and recommendations may be unfinished.
        declared.knowledge.interviews = nil
        declared.knowledge.context = nil
        declared.knowledge.recommendations = nil
        study = declared
        var reader = KnowledgeReader(folder: folder, study: declared)
        if declared.knowledge.actors == nil { reader.add([Self.noFolder]) }
        knowledge = reader.knowledge
        problems = found.list.filter { $0.code != "study.no-data" } + reader.problems
    }

    // MARK: - In

    /// What an import did.
    package struct Imported: Sendable {
        /// The tables that were written.
        package let files: [String]
        package let found: ActorImport
        /// Notes and warnings.
        package let problems: [Problem]
    }

    /// Reads the file at `path` (`.csv`, `.xlsx`, `.graphml`) and writes what is new into tables of
    /// their own in the folder of the actors.
    ///
    /// - Throws: All problems at once; then nothing is written.
    package func importing(_ path: String) throws(Problems) -> Imported {
        // A folder without a list of actors is what a first import fills.
        let isFirst = problems.contains { $0.code == "actors.no-actors" }
        let blocking = problems.filter { $0.severity == .error && $0.code != "actors.no-actors" }
        guard blocking.isEmpty, let subfolder = study.knowledge.actors else {
            throw Problems(blocking)
        }
        let (exchange, notes) = try Self.read(path, knowledge)
        let found = ActorImport(exchange, to: knowledge.actors ?? ActorMap(), of: knowledge)
        let all = notes + found.problems
        guard !all.hasErrors else { throw Problems(all) }
        let isNew = !found.actors.isEmpty || !found.services.isEmpty || !found.relations.isEmpty
        let tables = ActorTables(found, suffix: isFirst ? "" : Self.suffix(of: path))
        let files = isNew ? try tables.write(into: self.path(subfolder)) : []
        return Imported(files: files, found: found, problems: all)
    }

    private static func read(
        _ path: String,
        _ knowledge: LocalKnowledge
    ) throws(Problems) -> (ActorExchange, [Problem]) {
        switch (path as NSString).pathExtension.lowercased() {
        case "csv", "xlsx", "tsv", "txt": try HXL.read(path: path)
        case "graphml", "xml": try GraphML.read(path: path, knowledge)
        default: throw Problems(unknownKind(path))
        }
    }

    /// The file's name as part of another: letters and digits of ASCII, hyphens for all else.
    private static func suffix(of path: String) -> String {
        let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
        let parts = stem.lowercased().split { letter in
            !letter.isASCII || !(letter.isLetter || letter.isNumber)
        }
        let joined = parts.joined(separator: "-").prefix(40)
        return joined.isEmpty ? "imported" : String(joined)
    }

    private func path(_ name: String) -> String {
        (folder as NSString).appendingPathComponent(name)
    }

    // MARK: - Out

    /// Writes the map of actors to `path`: `.csv` or `.xlsx` with the hashtags of HXL, or `.graphml`.
    ///
    /// - Returns: Notes on what the format has no room for.
    /// - Throws: What is wrong with the study's actors, or with writing.
    package func export(to path: String) throws(Problems) -> [Problem] {
        guard !problems.hasErrors, let map = knowledge.actors else { throw Problems(problems) }
        switch (path as NSString).pathExtension.lowercased() {
        case "csv", "xlsx":
            let title = study.title.text(in: study.language)
            return try HXL.write(map, knowledge, title: title, to: path)
        case "graphml":
            do throws(AtomicFile.Failure) {
                try AtomicFile.write(GraphML.xml(map, knowledge), to: path)
            } catch {
                throw Problems(Self.cannotWrite(path, error.reason))
            }
            let count = GraphML.leftOut(map)
            return count == 0 ? [] : [Self.leftOut(count, path)]
        default: throw Problems(Self.unknownKind(path))
        }
    }

    // MARK: - Problems

    private static var noFolder: Problem {
        Problem(
            .error,
            "actors.no-folder",
            at: .init(Study.fileName),
            "The study names no folder of actors.",
            remedy: "Write actors: actors/ into study.yaml and make that folder."
        )
    }

    private static func unknownKind(_ path: String) -> Problem {
        Problem(
            .error,
            "actors.file-kind",
            at: .init(path),
            "The file's name does not end in .csv, .xlsx or .graphml.",
            remedy: "Tables of who does what where are .csv or .xlsx, networks .graphml."
        )
    }

    private static func leftOut(_ count: Int, _ path: String) -> Problem {
        Problem(
            .warning,
            "graphml.left-out",
            at: .init(path),
            "\(count) services without an actor are not in it: a network has no room for them.",
            remedy: "Write the map as .csv or .xlsx too, where they stand."
        )
    }

    static func cannotWrite(_ path: String, _ reason: String) -> Problem {
        Problem(
            .error,
            "file.cannot-write",
            at: .init(path),
            "This cannot be written: \(reason).",
            remedy: "Check the disk's free space and your permission to write there."
        )
    }
}
