import Base
import Foundation
import Qualitative

/// What an import adds, as tables beside those of the folder: nothing that is there is touched.
struct ActorTables {
    /// The tables with their file names; those without rows are left out.
    let files: [(name: String, rows: [[String]])]

    /// The tables of `found`; their names end in `-suffix`, or in nothing where that is empty.
    init(_ found: ActorImport, suffix: String) {
        let ending = suffix.isEmpty ? ".csv" : "-\(suffix).csv"
        // A list of actors must be there before a study can be read, so the first one is always written.
        let actors = Self.actors(found.actors)
        let tables = [
            ("actors", actors, suffix.isEmpty || !found.actors.isEmpty),
            ("services", Self.services(found.services), !found.services.isEmpty),
            ("relations", Self.relations(found.relations), !found.relations.isEmpty),
        ]
        files = tables.filter(\.2).map { (name: $0.0 + ending, rows: $0.1) }
    }

    /// Writes the files into `folder`, all or none.
    ///
    /// - Returns: Their paths.
    /// - Throws: `actors.imported-before` where one is there already; what the disk says.
    func write(into folder: String) throws(Problems) -> [String] {
        let paths = files.map { (folder as NSString).appendingPathComponent($0.name) }
        let taken = paths.filter { FileManager.default.fileExists(atPath: $0) }
        guard taken.isEmpty else { throw Problems(taken.map(Self.importedBefore)) }
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw Problems(ActorFiles.cannotWrite(folder, "the folder cannot be made"))
        }
        var written: [String] = []
        for (path, file) in zip(paths, files) {
            let bytes = CSV.write(file.rows.map { $0.map { CSV.Cell.text($0) } })
            do throws(AtomicFile.Failure) {
                try AtomicFile.write(bytes, to: path)
                written.append(path)
            } catch {
                for path in written { try? FileManager.default.removeItem(atPath: path) }
                throw Problems(ActorFiles.cannotWrite(path, error.reason))
            }
        }
        return written
    }

    // MARK: - Tables

    private static func actors(_ actors: [Actor]) -> [[String]] {
        let languages = languages(actors.map(\.name))
        let header = ["id"] + headers("name", languages) + ["kind", "aliases", "level"]
        return [header]
            + actors.map { actor in
                [actor.id] + languages.map { actor.name.texts[$0] ?? "" }
                    + [actor.kind, actor.aliases.joined(separator: ";"), actor.level]
            }
    }

    private static func services(_ services: [Service]) -> [[String]] {
        let languages = languages(services.map(\.name))
        let header =
            ["actor", "activity", "need", "place", "status"] + headers("name", languages)
            + ["source"]
        return [header]
            + services.map { service in
                [
                    service.actor ?? "", service.activity ?? "", service.need ?? "",
                    service.place.written, service.status.rawValue,
                ] + languages.map { service.name.texts[$0] ?? "" } + [service.source]
            }
    }

    private static func relations(_ relations: [ActorRelation]) -> [[String]] {
        [["from", "to", "kind", "source"]]
            + relations.map { [$0.from, $0.to, $0.kind, $0.source] }
    }

    private static func languages(_ texts: [LocalText]) -> [String] {
        Set(texts.flatMap(\.languages)).sorted()
    }

    private static func headers(_ name: String, _ languages: [String]) -> [String] {
        languages.map { $0.isEmpty ? name : "\(name).\($0)" }
    }

    // MARK: - Problems

    private static func importedBefore(_ path: String) -> Problem {
        Problem(
            .error,
            "actors.imported-before",
            at: .init(path),
            "This file is there already, so nothing was written.",
            remedy: "Move its rows into the other tables or delete it, then import again."
        )
    }
}

extension Service.Place {
    /// As the tables have it.
    var written: String {
        switch self {
        case .at(let code): code
        case .everywhere: "everywhere"
        case .notStated: ""
        }
    }
}
