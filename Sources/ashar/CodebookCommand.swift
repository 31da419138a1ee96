import ArgumentParser
import Base
import Files
import Foundation

/// `ashar codebook`: what a data file holds, variable by variable.
struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: "Describe a data file: every variable with its question, answers and counts.",
        discussion: """
            Writes a page beside the data (NAME-codebook.html), or to --output: Markdown where that \
            ends in .md. It may be given away: free texts are only counted, and counts of fewer than \
            --disclose-at-least people are hidden, with as many more as are needed.

              ashar codebook survey.sav
              ashar codebook export.csv --form form.xlsx --language ru --output codebook.md
            """
    )

    @Argument(help: "The data file.", completion: .file())
    var data: String

    @Option(help: "Where to write.", completion: .file(extensions: ["html", "md"]))
    var output: String?

    @Option(help: "Hide counts of fewer people than this; 1 shows all.")
    var discloseAtLeast = 5

    @OptionGroup var reading: DataOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if discloseAtLeast < 1 { throw ValidationError("--disclose-at-least is 1 or more.") }
    }

    func run() throws {
        let progress = Progress()
        progress.begin("Describing the data")
        var outcome = Outcome()
        do throws(Problems) {
            (outcome.files, outcome.problems) = try Conversion.codebook(
                of: data,
                to: output ?? (data as NSString).deletingPathExtension + "-codebook.html",
                form: reading.form,
                leaving: reading.leaveOut,
                language: reading.language,
                discloseAtLeast: discloseAtLeast
            )
        } catch {
            outcome.problems = error.list
        }
        progress.finish()
        try Terminal.finish(
            outcome,
            json: common.json,
            "The codebook is in \(outcome.files.joined(separator: ", "))"
        )
    }
}
