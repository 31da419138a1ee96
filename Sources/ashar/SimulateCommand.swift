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

            With --runs no data are written: the study is made up that many times, estimated as the \
            report would, and bias, coverage, design effects and power are in \
            FOLDER/simulation/simulation.html.

              ashar simulate Examples/kyrgyzstan
              ashar simulate Examples/kyrgyzstan --runs 500
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Option(help: "Try the design this many times instead of writing data.")
    var runs: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let runs, runs < 2 { throw ValidationError("A trial needs at least two runs.") }
    }

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        progress.begin("Reading the plan")
        let opened = SimulationFolder(path: folder)
        var outcome = Outcome(problems: opened.problems)
        if let runs, !outcome.problems.hasErrors {
            let (trial, found) = opened.trial()
            outcome.problems += found
            if let trial {
                return try finish(trial, runs, seed: opened.file.seed, outcome, progress)
            }
        } else if let simulation = opened.simulation, !outcome.problems.hasErrors {
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

    /// Tries the design on all cores and writes what it found.
    private func finish(
        _ trial: DesignTrial,
        _ runs: Int,
        seed: UInt64,
        _ outcome: Outcome,
        _ progress: Progress
    ) throws {
        var outcome = outcome
        let made = TrialRuns.run(trial, seed: seed, count: runs) { done in
            progress.begin("Run \(done) of \(runs)")
        }
        if made.count < 2 {
            outcome.problems.append(
                Problem(
                    .error,
                    "simulation.no-estimates",
                    at: .init("study.yaml"),
                    "The study's design gives no estimates from made-up answers.",
                    remedy: "Write data with `ashar simulate`, then see what `ashar check` says."
                )
            )
        } else {
            let target = (folder as NSString).appendingPathComponent("simulation")
            do throws(Problems) {
                outcome.files = try TrialFiles(folder: target)
                    .write(trial, TrialSummary(trial, made), seed: seed)
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        try Terminal.finish(
            outcome,
            json: common.json,
            "What the design would find is in \(outcome.files.first ?? "")"
        )
    }
}
