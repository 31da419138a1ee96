import ArgumentParser
import Base
import Files
import Foundation

/// `ashar interviews find`: where words stand in the transcripts.
struct FindInterviewsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find words in all transcripts.",
        discussion: """
            Upper and lower case, the four apostrophes of Uzbek and accents are alike. The positions are \
            those of codings.csv.

              ashar interviews find FOLDER жумуш
              ashar interviews find FOLDER "no work" --limit 20
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Argument(help: "The words to look for.")
    var words: String

    @Option(help: "List at most so many places; all are counted.")
    var limit = 100

    @OptionGroup var common: CommonOptions

    func run() throws {
        let interviews = InterviewFolder(path: folder)
        var result = Result(problems: interviews.problems)
        if !interviews.problems.hasErrors {
            let found = interviews.find(words, limit: max(limit, 0))
            (result.places, result.total, result.sources) = found
        }
        if common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(result), as: UTF8.self))
        } else {
            Terminal.show(result.problems)
            if !result.problems.hasErrors { show(result) }
        }
        if let status = ExitStatus.of(result.problems) { throw status }
    }

    /// What was found, as JSON prints it.
    private struct Result: Encodable {
        var problems: [Problem]
        var places: [InterviewFolder.Found] = []
        var total = 0
        var sources = 0
    }

    private func show(_ result: Result) {
        for place in result.places {
            let line = "\(place.before)[\(place.words)]\(place.after)"
                .replacingOccurrences(of: "\n", with: " ")
            print("\(place.source) \(place.start)–\(place.end)  \(line)")
        }
        let places = Terminal.counted(result.total, "place")
        print("\(places) in \(Terminal.counted(result.sources, "source")).")
    }
}
