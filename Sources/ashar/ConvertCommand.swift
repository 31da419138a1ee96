import ArgumentParser
import Base
import Files

/// `ashar convert`: a data file in another format.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a data file in another format.",
        discussion: """
            Reads .csv, .xlsx, .sav, .zsav, .por and .dta; writes .csv, .xlsx, .sav and .zsav, as the \
            ending of TARGET says. With --form, columns get the names, labels and types of the \
            questionnaire. Sheets beside the first, and repeats, become files of their own.

              ashar convert survey.sav survey.csv
              ashar convert export.xlsx export.sav --form form.xlsx --leave-out phone
            """
    )

    @Argument(help: "The data file to read.", completion: .file())
    var source: String

    @Argument(help: "The file to write.", completion: .file())
    var target: String

    @OptionGroup var reading: DataOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        progress.begin("Converting")
        var outcome = Outcome()
        do throws(Problems) {
            (outcome.files, outcome.problems) = try Conversion.convert(
                from: source,
                to: target,
                form: reading.form,
                leaving: reading.leaveOut,
                language: reading.language
            )
        } catch {
            outcome.problems = error.list
        }
        progress.finish()
        try Terminal.finish(
            outcome,
            json: common.json,
            "The data are in \(outcome.files.joined(separator: ", "))"
        )
    }
}

/// What verbs that read one data file take.
struct DataOptions: ParsableArguments {
    @Option(help: "The questionnaire, an XLSForm.", completion: .file(extensions: ["xlsx"]))
    var form: String?

    @Option(
        help: ArgumentHelp(
            "A column that is never read (personal data); repeat for more.",
            valueName: "column"
        )
    )
    var leaveOut: [String] = []

    @Option(help: "The language of labels: en, ru, ky.")
    var language = ""
}
