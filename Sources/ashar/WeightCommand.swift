import ArgumentParser
import Base
import Files
import Foundation

/// `ashar weight`: the weights of a study and what they cost in precision.
struct WeightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weight",
        abstract: "Make the weights: from the draw's probabilities to the population's margins.",
        discussion: """
            Reads the key weighting of study.yaml and writes into FOLDER/weights: weights.html (steps, \
            spread, margins, design effect) and weights.csv (every step for every row). Report and check \
            make the same weights by themselves; nothing is to be copied.

              ashar weight Examples/kyrgyzstan
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Option(help: "Where to write instead of FOLDER/weights.", completion: .directory)
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        let study = StudyFolder(path: folder, progress: progress.begin)
        var outcome = Outcome(problems: study.problems)
        if let prepared = study.prepared, !outcome.problems.hasErrors {
            let target = output ?? (folder as NSString).appendingPathComponent("weights")
            do throws(Problems) {
                progress.begin("Writing the weights")
                outcome.files = try WeightFiles(folder: target).write(prepared)
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        try Terminal.finish(
            outcome,
            json: common.json,
            withNotes: false,
            "The weights are in \(outcome.files.first ?? "")"
        )
    }
}
