import ArgumentParser
import Base
import Files

/// `ashar actors`: the map of actors, in and out.
struct ActorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actors",
        abstract: "Bring actors and services into a study, or take them out for other programs.",
        discussion: """
            Tables of who does what where have a row of HXL hashtags (#org+name, #activity, #adm1, …) \
            under their column names; networks are GraphML, as Gephi and yEd write it. docs/actors.md has \
            the hashtags.

              ashar actors import study 3w.csv
              ashar actors export study --to network.graphml
            """,
        subcommands: [ActorsImport.self, ActorsExport.self]
    )
}

/// `ashar actors import`: new actors, services and ties from a file.
struct ActorsImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Add the actors and services of a table or network.",
        discussion: """
            Writes what is new into tables of their own in the study's folder of actors \
            (services-FILE.csv, actors-FILE.csv, relations-FILE.csv) and touches no other. Spellings that \
            the study knows are joined; words that it does not know are problems, and then nothing is \
            written.

              ashar actors import study 3w.xlsx
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Argument(
        help: "The file to read: .csv, .xlsx or .graphml.",
        completion: .file(extensions: ["csv", "xlsx", "graphml"])
    )
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        var outcome = Outcome()
        var sentence = ""
        do throws(Problems) {
            let imported = try ActorFiles(folder: folder).importing(file)
            outcome.files = imported.files
            outcome.problems = imported.problems
            sentence = Self.sentence(imported)
        } catch {
            outcome.problems = error.list
        }
        try Terminal.finish(outcome, json: common.json, sentence)
    }

    private static func sentence(_ imported: ActorFiles.Imported) -> String {
        let found = imported.found
        var lines = found.joined.map { "Read as \($0.actor): \(Problem.quote($0.spelling))" }
        if imported.files.isEmpty {
            lines.append("Nothing is new: all of it is in the map already.")
        } else {
            let counts = [
                Terminal.counted(found.actors.count, "new actor"),
                Terminal.counted(found.services.count, "new service"),
                Terminal.counted(found.relations.count, "new tie"), "\(found.known) known already",
            ]
            lines.append(counts.joined(separator: ", ") + ".")
            lines.append("They are in \(imported.files.joined(separator: ", "))")
        }
        return lines.joined(separator: "\n")
    }
}

/// `ashar actors export`: the map of actors for other programs.
struct ActorsExport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the actors and services as a tagged table or a network.",
        discussion: """
            A .csv or .xlsx is a table of who does what where with HXL hashtags; a .graphml is a network \
            for Gephi, yEd, igraph or networkx. What the format has no room for is said.

              ashar actors export study --to 3w.xlsx
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Option(
        help: "The file to write: .csv, .xlsx or .graphml.",
        completion: .file(extensions: ["csv", "xlsx", "graphml"])
    )
    var to: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        var outcome = Outcome()
        do throws(Problems) {
            outcome.problems = try ActorFiles(folder: folder).export(to: to)
            outcome.files = [to]
        } catch {
            outcome.problems = error.list
        }
        try Terminal.finish(outcome, json: common.json, "The map of actors is in \(to)")
    }
}
