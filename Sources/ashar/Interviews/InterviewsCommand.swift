import ArgumentParser
import Base
import Files
import Foundation
import Qualitative

/// `ashar interviews`: what is done with transcripts and their passages.
struct InterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interviews",
        abstract: "Exchange interviews with other programs, find passages again, take names out.",
        discussion: """
            Reads and writes REFI-QDA projects (.qdpx) and codebooks (.qdc), which NVivo, MAXQDA, ATLAS.ti, \
            QualCoder and others share, and tables. docs/interviews.md says what goes where.

              ashar interviews import FOLDER project.qdpx
              ashar interviews export FOLDER --to project.qdpx
              ashar interviews locate FOLDER --write
              ashar interviews find FOLDER жумуш
              ashar interviews pseudonymise FOLDER
            """,
        subcommands: [
            ImportInterviewsCommand.self, ExportInterviewsCommand.self,
            LocateInterviewsCommand.self, FindInterviewsCommand.self,
            PseudonymiseInterviewsCommand.self,
        ]
    )
}

/// `ashar interviews import`: another program's file into the study.
struct ImportInterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take another program's sources, codes and passages into the study.",
        discussion: """
            Reads a project (.qdpx), a codebook (.qdc), or a table of passages (.csv, .xlsx), such as the \
            highlights or the codebook of Taguette. Each passage must hold the words that the file says; \
            those that do not are listed and left out. Writes new files into the study's folder of \
            interviews, and changes none that is there.

              ashar interviews import FOLDER project.qdpx
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Argument(help: "The file to read.", completion: .file())
    var file: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        progress.begin("Reading the file")
        let interviews = InterviewFolder(path: folder)
        var outcome = Outcome(problems: interviews.problems)
        var sentence = ""
        if !outcome.problems.hasErrors {
            do throws(Problems) {
                let draft = try InterviewExchange.read(path: file, for: interviews.study)
                outcome.problems += draft.problems
                if !draft.problems.hasErrors {
                    let name = (file as NSString).lastPathComponent as NSString
                    outcome.files = try interviews.add(
                        draft,
                        called: name.deletingPathExtension
                    )
                }
                sentence = Self.sentence(draft, outcome.files)
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        try Terminal.finish(outcome, json: common.json, sentence)
    }

    private static func sentence(_ draft: InterviewDraft, _ files: [String]) -> String {
        let evidence = draft.evidence
        let counts = [
            Terminal.counted(evidence.sources.count, "source"),
            Terminal.counted(evidence.codes.codes.count, "code"),
            Terminal.counted(evidence.excerpts.count, "passage"),
            Terminal.counted(evidence.codings.count, "coding"),
        ]
        let found =
            counts.joined(separator: ", ") + " in the file"
            + (draft.reading.isEmpty ? "" : " (\(draft.reading))")
        return files.isEmpty
            ? "\(found); the study has all of it."
            : "\(found). The new files are \(files.joined(separator: ", "))"
    }
}

/// `ashar interviews export`: the study's interviews for another program.
struct ExportInterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the study's interviews for another program.",
        discussion: """
            The ending of the target says the format: a project (.qdpx), a codebook (.qdc), or a table of \
            codings (.csv, .xlsx). What the format does not carry is listed. Nothing is written while the \
            transcripts hold names of pseudonyms.csv. The file holds what people said: give it to nobody \
            who may not read it.

              ashar interviews export FOLDER --to project.qdpx
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Option(help: "The file to write.", completion: .file())
    var to: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        progress.begin("Writing the file")
        let interviews = InterviewFolder(path: folder)
        var outcome = Outcome(problems: interviews.problems)
        if !outcome.problems.hasErrors {
            do throws(Problems) {
                outcome.problems += try interviews.export(to: to)
                outcome.files = [to]
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        try Terminal.finish(outcome, json: common.json, "The interviews are in \(to)")
    }
}

/// `ashar interviews locate`: where the passages stand in their texts now.
struct LocateInterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Say where the passages stand in their texts, and write their new places.",
        discussion: """
            Looks for the quote of every coding in its transcript: exact where the table says, moved \
            elsewhere, ambiguous at several places, or lost. With --write, positions and context of all \
            passages that were found are written into the tables of codings.

              ashar interviews locate FOLDER --write
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Flag(help: "Write the new places into the tables.")
    var write = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let progress = Progress()
        progress.begin("Looking for the passages")
        let interviews = InterviewFolder(path: folder)
        var outcome = Outcome(problems: interviews.problems)
        if !outcome.problems.hasErrors {
            do throws(Problems) {
                let result = try interviews.locate(writing: write)
                outcome.problems += result.problems
                outcome.files = result.files
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        let files = outcome.files.joined(separator: ", ")
        try Terminal.finish(
            outcome,
            json: common.json,
            files.isEmpty ? "No file was changed." : "The new places are in \(files)"
        )
    }
}
