import ArgumentParser
import Base
import Files
import Foundation

/// What every verb takes.
struct CommonOptions: ParsableArguments {
    @Flag(help: "Print the result as JSON, for machines.")
    var json = false
}

/// What a verb did, as JSON prints it.
struct Outcome: Encodable {
    /// The files written, the main one first.
    var files: [String] = []
    var problems: [Problem] = []
}

/// The terminal: results to standard output, problems and progress to standard error.
enum Terminal {
    /// Prints problems as people read them, the errors first; notes only `withNotes`.
    static func show(_ problems: [Problem], withNotes: Bool = true) {
        let shown = problems.filter { withNotes || $0.severity != .note }
        for problem in shown.sorted(by: isBefore) { complain(problem.description) }
        let errors = problems.count { $0.severity == .error }
        let warnings = problems.count { $0.severity == .warning }
        guard errors + warnings > 0 else { return }
        complain("\(counted(errors, "error")), \(counted(warnings, "warning")).")
    }

    /// Errors first, then by file and line.
    private static func isBefore(_ first: Problem, _ second: Problem) -> Bool {
        if first.severity != second.severity { return first.severity < second.severity }
        let (one, other) = (first.location, second.location)
        return one.file == other.file
            ? one.line ?? 0 < other.line ?? 0 : one.file < other.file
    }

    /// Ends a verb: as JSON, or as problems on standard error and `sentence` on standard output.
    ///
    /// The sentence is printed where all went well, and where files were written in spite of errors.
    /// - Throws: The exit status, where a problem is an error.
    static func finish(
        _ outcome: Outcome,
        json: Bool,
        withNotes: Bool = true,
        _ sentence: String
    ) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(outcome), as: UTF8.self))
        } else {
            show(outcome.problems, withNotes: withNotes)
            if !outcome.problems.hasErrors || !outcome.files.isEmpty { print(sentence) }
        }
        if let status = ExitStatus.of(outcome.problems) { throw status }
    }

    /// Writes a line to standard error.
    static func complain(_ line: String) {
        // A full or closed standard error must not end the work.
        try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
    }

    static func counted(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}
