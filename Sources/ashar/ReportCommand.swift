import ArgumentParser
import Base
import Files
import Foundation
import Report

/// `ashar report`: the report of a study, as HTML, tables and, when asked, PDF and Word.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Make the report: one HTML page, a workbook, CSV tables.",
        discussion: """
            Writes into FOLDER/report: report.html, tables.xlsx and tables/*.csv. The same folder \
            always gives the same bytes. With an error in the study nothing is written.

              ashar report Examples/bfi
              ashar report Examples/bfi --pdf
              ashar report Examples/bfi --docx
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Flag(help: "Print the report as PDF too, one for each language; needs Chromium.")
    var pdf = false

    @Flag(help: "Print one sheet for each place, in each language; needs Chromium.")
    var briefs = false

    @Flag(help: "Write the report for Word too, one file for each language; needs rsvg-convert.")
    var docx = false

    @Option(help: "Where to write instead of FOLDER/report.", completion: .directory)
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        let study = StudyFolder(path: folder, progress: progress.begin)
        var outcome = Outcome(problems: study.problems)
        if let results = study.results(&outcome.problems, progress.begin) {
            let prose = study.prose(of: results, &outcome.problems)
            guard !outcome.problems.hasErrors else { return try finish(outcome, progress) }
            progress.begin("Writing the report")
            let target = output ?? (folder as NSString).appendingPathComponent("report")
            let files = ReportFiles(folder: target)
            do throws(Problems) {
                outcome.files = try files.write(results, prose: prose, knowledge: study.knowledge)
                if pdf {
                    progress.begin("Printing the PDF")
                    outcome.files += try files.printPDFs(
                        results,
                        prose: prose,
                        knowledge: study.knowledge
                    )
                }
                if briefs {
                    outcome.files += try files.printBriefs(
                        results,
                        knowledge: study.knowledge,
                        progress: progress.begin
                    )
                }
                if docx {
                    progress.begin("Writing the Word file")
                    outcome.files += try files.writeWord(
                        results,
                        prose: prose,
                        knowledge: study.knowledge
                    )
                }
            } catch {
                outcome.problems += error.list
            }
        } else {
            outcome.problems += study.texts.flatMap(\.problemsOfReading)
        }
        try finish(outcome, progress)
    }

    private func finish(_ outcome: Outcome, _ progress: Progress) throws {
        progress.finish()
        try Terminal.finish(
            outcome,
            json: common.json,
            withNotes: false,
            "The report is in \(outcome.files.first ?? "")"
        )
    }
}
