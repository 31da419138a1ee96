import Foundation
import Testing

/// The built program `ashar`, run as a person runs it.
enum Program {
    /// How a run ended, and what it printed.
    struct Ending {
        let status: Int32
        let output: String
        let complaints: String

        /// The lines of standard output.
        var lines: [String] {
            output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map(String.init)
        }
    }

    /// The program beside the test bundle.
    private static var location: URL? {
        let main = Bundle.main.executableURL?.deletingLastPathComponent()
        let started = CommandLine.arguments.first
            .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        let usual = Example.root.appendingPathComponent(".build/debug")
        return [main, started, usual].compactMap { $0?.appendingPathComponent("ashar") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs `ashar` with `arguments`, as on a terminal of 80 columns; in `workplace`, where one is named.
    static func run(
        _ arguments: [String],
        path: String? = nil,
        folder workplace: String? = nil
    ) throws -> Ending {
        try run(try #require(location), arguments, path: path, folder: workplace)
    }

    /// Runs `program` to its end; `path` stands in for the environment's PATH.
    static func run(
        _ program: URL,
        _ arguments: [String],
        path: String? = nil,
        folder workplace: String? = nil
    ) throws -> Ending {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let workplace { process.currentDirectoryURL = URL(fileURLWithPath: workplace) }
        var environment = ProcessInfo.processInfo.environment
        environment["COLUMNS"] = "80"
        if let path { environment["PATH"] = path }
        process.environment = environment
        // Files and not pipes: a pipe that nobody reads stops the program when it is full.
        process.standardOutput = try empty(folder.file("output"))
        process.standardError = try empty(folder.file("complaints"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Ending(
            status: process.terminationStatus,
            output: try folder.text("output"),
            complaints: try folder.text("complaints")
        )
    }

    private static func empty(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try #require(FileHandle(forWritingAtPath: path))
    }
}
