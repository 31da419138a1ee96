import ArgumentParser
import Base
import Files
import Foundation
import Report
import Survey

/// `ashar simulate`: made-up answers, and what a design would find before the fieldwork.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Make answers up by simulation.yaml, to try questionnaire, design and report.",
        discussion: """
            Writes the data file of a study that calls itself synthetic. Answers that people gave are \
            never written over. The same seed always gives the same answers.

              ashar simulate Examples/kyrgyzstan
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        progress.begin("Reading the plan")
        let opened = SimulationFolder(path: folder)
        var outcome = Outcome(problems: opened.problems)
        if let simulation = opened.simulation, !outcome.problems.hasErrors {
            progress.begin("Making answers up")
            do throws(Problems) {
                let file = try SimulationFiles.write(
                    simulation,
                    seed: opened.file.seed,
                    study: opened.study,
                    folder: folder
                )
                outcome.files.append(file)
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        let rows = opened.simulation?.plan.clusters.reduce(0) { $0 + $1.rows } ?? 0
        try Terminal.finish(
            outcome,
            json: common.json,
            "\(Terminal.counted(rows, "made-up response")) (SYNTHETIC) in \(outcome.files.first ?? "")"
        )
    }
}
