import ArgumentParser
import Base
import Files
import Foundation

/// `ashar interviews pseudonymise`: names out of the texts, pseudonyms in.
struct PseudonymiseInterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonymise",
        abstract: "Replace the names of pseudonyms.csv in transcripts, codings and titles.",
        discussion: """
            Finds each name with the endings of Kyrgyz, Russian and Uzbek, and gives its pseudonym the same \
            ending. Without --write it shows what it would replace, and the words that are like a name and \
            would stay: look at these yourself. With --write all files change at once or none does, and \
            passages move with their texts. The texts with the names are not kept: copies elsewhere \
            (backups, git, e-mail) are yours to delete.

              ashar interviews pseudonymise FOLDER
              ashar interviews pseudonymise FOLDER --write
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Flag(help: "Write the texts and tables with pseudonyms.")
    var write = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        progress.begin("Looking for names")
        let work = Pseudonymisation(path: folder)
        var result = Result(problems: work.problems, changes: work.changes)
        if write, !work.problems.hasErrors {
            do throws(Problems) {
                result.files = try work.write()
            } catch {
                result.problems += error.list
            }
        }
        progress.finish()
        try finish(result)
    }

    /// What the verb found and did, as JSON prints it.
    private struct Result: Encodable {
        var files: [String] = []
        var problems: [Problem]
        var changes: [Pseudonymisation.Change]
    }

    private func finish(_ result: Result) throws {
        if common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(result), as: UTF8.self))
        } else {
            Terminal.show(result.problems)
            if !result.problems.hasErrors { show(result) }
        }
        if let status = ExitStatus.of(result.problems) { throw status }
    }

    private func show(_ result: Result) {
        for change in result.changes {
            print(change.file)
            for word in change.replaced {
                print("  \(word.word) → \(word.replacement) (\(word.times))")
            }
            if !change.left.isEmpty {
                let words = change.left.map { "\($0.word) (\($0.times))" }
                print("  stays, look yourself: \(words.joined(separator: ", "))")
            }
        }
        let times = result.changes.flatMap(\.replaced).reduce(0) { $0 + $1.times }
        let places = Terminal.counted(times, "name")
        if result.files.isEmpty {
            print(
                write || times == 0
                    ? "Nothing was replaced."
                    : "\(places) would be replaced; --write replaces them."
            )
        } else {
            print(
                """
                \(places) replaced in \(Terminal.counted(result.files.count, "file")). The old texts are \
                gone from this folder; copies elsewhere are yours to delete.
                """
            )
        }
    }
}
