import ArgumentParser
import Base
import Files
import Foundation
import Report

/// `ashar look`: one page about the answers themselves, before any modelling.
struct LookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "look",
        abstract: "Look at the answers before any modelling: one page, for the team only.",
        discussion: """
            Writes FOLDER/report/look.html: missing answers, distributions, duplicates, durations, \
            straight lines, round numbers, by interviewer and by day where study.yaml names them under \
            fieldwork. It names rows by line and id, so it is not for publication. Unlike the report, it \
            is written when the study still has errors, as long as the answers can be read.

              ashar look Examples/bfi
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Option(help: "Where to write instead of FOLDER/report.", completion: .directory)
    var output: String?

    @OptionGroup var common: CommonOptions

    /// What JSON prints: the values, beside what every verb prints.
    private struct Result: Encodable {
        var files: [String] = []
        var problems: [Problem] = []
        var look: Look?
    }

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        let study = StudyFolder(path: folder, progress: progress.begin)
        var result = Result(problems: study.problems)
        if let prepared = study.prepared, prepared.rowsRead > 0 {
            progress.begin("Looking at the answers")
            let look = LookBuilder(prepared).build()
            result.look = look
            let target = output ?? (folder as NSString).appendingPathComponent("report")
            do throws(Problems) {
                progress.begin("Writing the page")
                result.files = [try LookFiles(folder: target).write(look)]
            } catch {
                result.problems += error.list
            }
        }
        progress.finish()
        try finish(result)
    }

    /// Prints the result; the exit status tells of errors only where nothing could be written.
    private func finish(_ result: Result) throws {
        if common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            // Spreads of numbers near the limits of a Double are infinite, which JSON does not know.
            encoder.nonConformingFloatEncodingStrategy = .convertToString(
                positiveInfinity: "inf",
                negativeInfinity: "-inf",
                nan: "nan"
            )
            print(String(decoding: try encoder.encode(result), as: UTF8.self))
        } else if let file = result.files.first {
            let errors = result.problems.count { $0.severity == .error }
            if errors > 0 {
                let stand = errors == 1 ? "stands" : "stand"
                Terminal.complain(
                    "\(Terminal.counted(errors, "error")) \(stand) in the way of a report: "
                        + "`ashar check \(folder)` names them."
                )
            }
            for signal in result.look?.signals ?? [] { print("- \(signal.text)") }
            print("The page is in \(file)")
        } else {
            Terminal.show(result.problems)
        }
        if result.files.isEmpty, let status = ExitStatus.of(result.problems) { throw status }
    }
}
