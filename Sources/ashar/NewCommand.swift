import ArgumentParser
import Base
import Files
import Foundation

/// `ashar new`: a study's folder from a form and an export.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a study from a form and an export, or a small one to learn from.",
        discussion: """
            Drafts study.yaml and report.md from what the form and the data say: questions, languages, \
            codes for “no answer”, likely scales, likely personal data. What a person must decide is \
            marked. Errors in the data are listed (exit status 1), and the study is drafted all the same. \
            Without --data it lays out a small made-up study whose comments teach.

              ashar new study --form form.xlsx --data export.xlsx
              ashar new example
            """
    )

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(help: "The questionnaire, an XLSForm.", completion: .file(extensions: ["xlsx"]))
    var form: String?

    @Option(help: "The answers: .xlsx, .csv, .sav, .dta.", completion: .file())
    var data: String?

    @Flag(help: "The answers are made up: every page and table says so.")
    var synthetic = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if form != nil, data == nil {
            throw ValidationError("--form needs --data: the answers that were given to it.")
        }
    }

    func run() throws {
        var outcome = Outcome()
        do throws(Problems) {
            if let data {
                (outcome.files, outcome.problems) = try NewStudy.draft(
                    in: folder,
                    form: form,
                    data: data,
                    isSynthetic: synthetic
                )
            } else {
                outcome.files = try NewStudy.example(in: folder)
            }
        } catch {
            outcome.problems = error.list
        }
        let study = outcome.files.first ?? ""
        try Terminal.finish(
            outcome,
            json: common.json,
            "The study is drafted: read \(study), then `ashar check \(folder)` and "
                + "`ashar report \(folder)`."
        )
    }
}
