import ArgumentParser
import Base
import Files
import Foundation
import Report
import Survey

/// `ashar check`: every problem of every file of a study, at once.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find every problem of a study's files, at once.",
        discussion: """
            Reads study.yaml, the form and the answers, and lists what does not fit, each with its place \
            and its mend. Nothing is written.

              ashar check Examples/bfi
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        let study = StudyFolder(path: folder, progress: progress.begin)
        let problems = study.allProblems(progress.begin)
        progress.finish()
        let rows = study.prepared.map { prepared in
            let kept = prepared.data.rowCount
            return "\(prepared.rowsRead) rows, \(kept) analysed. "
        }
        try Terminal.finish(
            Outcome(problems: problems),
            json: common.json,
            "\(rows ?? "")No errors: `ashar report \(folder)` makes the report."
        )
    }
}
