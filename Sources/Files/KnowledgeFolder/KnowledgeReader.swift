import Base
import Foundation
import Qualitative
import Report

/// Reads what a study knows of its places beside the answers: words, interviews, actors, statistics,
/// recommendations.
struct KnowledgeReader {
    let folder: String
    let study: Study
    private(set) var knowledge = LocalKnowledge()
    private(set) var problems: [Problem] = []

    /// Reads all files that `study` names in `folder`; whatever is wrong is in ``problems``.
    init(folder: String, study: Study) {
        self.folder = folder
        self.study = study
        guard !study.knowledge.isEmpty else { return }
        readVocabulary()
        readPlaces()
        knowledge.evidence = study.knowledge.interviews.flatMap { readInterviews($0) }
        knowledge.actors = study.knowledge.actors.flatMap { readActors($0) }
        if let file = study.knowledge.context { knowledge.context = readContext(file) }
        if let file = study.knowledge.recommendations {
            knowledge.register = readRegister(file)
        }
    }

    mutating func add(_ found: [Problem]) {
        problems += found
    }

    // MARK: - Words

    private mutating func readVocabulary() {
        guard let file = study.knowledge.vocabulary,
            var table = table(
                file,
                at: "vocabulary",
                known: ["list", "code", "under", "name."],
                needed: ["list", "code"]
            )
        else { return }
        var taken: [String: Int] = [:]
        for row in table.rows {
            let list: WordList? = table.choice(row, "list")
            guard let code = table.newID(row, "code", &taken), let list else { continue }
            let words = knowledge[keyPath: list.path]
            let under = table.text(row, "under")
            let parent =
                under.isEmpty
                ? nil : table.word(under, of: words, row, "under", called: list.plural)
            let name = table.localText(row, "name")
            let term = Term(code, name.isEmpty ? LocalText(code) : name, under: parent)
            if !knowledge[keyPath: list.path].add(term) {
                table.problem(
                    "vocabulary.taken",
                    row,
                    "code",
                    "\(Problem.quote(code)) is a built-in word of the \(list.plural).",
                    "Choose another code, or use the built-in one as it is."
                )
            }
        }
        add(table.problems)
    }

    /// The lists that a study may add words to.
    private enum WordList: String, CaseIterable {
        case need
        case actor
        case activity

        var path: WritableKeyPath<LocalKnowledge, Vocabulary> {
            switch self {
            case .need: \.needs
            case .actor: \.actorKinds
            case .activity: \.activities
            }
        }

        var plural: String {
            switch self {
            case .need: "needs"
            case .actor: "kinds of actor"
            case .activity: "activities"
            }
        }
    }

    private mutating func readPlaces() {
        guard let file = study.knowledge.places,
            var table = table(
                file,
                at: "places.file",
                known: ["code", "name.", "under", "row", "column"],
                needed: ["code"]
            )
        else { return }
        var taken: [String: Int] = [:]
        var tiles: [[Int]: String] = [:]
        for row in table.rows {
            guard let code = table.newID(row, "code", &taken) else { continue }
            let under = table.text(row, "under")
            // Places stand below those that they belong to.
            let parent =
                under.isEmpty
                ? nil : table.word(under, of: knowledge.places, row, "under", called: "places")
            let name = table.localText(row, "name")
            knowledge.places.add(
                Term(code, name.isEmpty ? LocalText(code) : name, under: parent)
            )
            guard let across = table.whole(row, "row", atLeast: 1),
                let down = table.whole(row, "column", atLeast: 1)
            else { continue }
            if across > 30 || down > 30 || tiles[[across, down]] != nil {
                table.problem(
                    "places.tile",
                    row,
                    "row",
                    tiles[[across, down]].map { "The tile is that of \(Problem.quote($0))." }
                        ?? "The tile lies outside a map of 30 rows and columns.",
                    "Give each place a tile of its own, rows and columns from 1."
                )
                continue
            }
            tiles[[across, down]] = code
            knowledge.tiles.append(PlaceTile(place: code, row: across, column: down))
        }
        add(table.problems)
    }

    // MARK: - Files

    /// The table in `file`, named at `place` of study.yaml; nil with a problem.
    mutating func table(
        _ file: String,
        at place: String,
        known: [String],
        needed: [String]
    ) -> KnowledgeTable? {
        let (table, found) = study.table(file, at: place, in: folder)
        add(found.map { $0.named(file) })
        guard let table else { return nil }
        return KnowledgeTable(table, file: file, known: known, needed: needed, &problems)
    }

    /// The tables of a subfolder that are called `name` or `name-….`, CSV or XLSX, in the order of names.
    mutating func tables(
        _ name: String,
        in subfolder: String,
        known: [String],
        needed: [String]
    ) -> [KnowledgeTable] {
        files(in: subfolder).filter { file in
            let stem = (file as NSString).deletingPathExtension
            let kind = (file as NSString).pathExtension.lowercased()
            return (stem == name || stem.hasPrefix(name + "-")) && ["csv", "xlsx"].contains(kind)
        }
        .compactMap { file in
            let path = (subfolder as NSString).appendingPathComponent(file)
            let (table, found) = TableText.read(
                path: (folder as NSString).appendingPathComponent(path)
            )
            add(found.map { $0.named(path) })
            guard let table else { return nil }
            return KnowledgeTable(table, file: path, known: known, needed: needed, &problems)
        }
    }

    func files(in subfolder: String) -> [String] {
        let path = (folder as NSString).appendingPathComponent(subfolder)
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
            .filter { !$0.hasPrefix(".") && !$0.hasPrefix("~") }.sorted()
    }

    /// Whether the folder that study.yaml names at `place` is there; else a problem.
    mutating func hasFolder(_ name: String, at place: String) -> Bool {
        var isFolder: ObjCBool = false
        let path = (folder as NSString).appendingPathComponent(name)
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
        {
            return true
        }
        add([
            Problem(
                .error,
                "folder.missing",
                at: study.location(of: place),
                "There is no folder \(Problem.quote(name)) in the study's folder.",
                remedy: "Make it, or mend its name."
            )
        ])
        return false
    }
}

extension Problem {
    /// The same of a file whose path from the study's folder is `path`.
    func named(_ path: String) -> Problem {
        guard location.file == (path as NSString).lastPathComponent else { return self }
        return Problem(
            severity,
            code,
            at: .init(path, line: location.line, column: location.column),
            message,
            remedy: remedy
        )
    }
}
