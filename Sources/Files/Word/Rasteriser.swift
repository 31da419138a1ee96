package import Foundation

/// A program that draws SVG as pixels: `rsvg-convert` of librsvg.
package struct Rasteriser: Sendable, Hashable {
    package let program: URL
    /// Seconds after which the drawing of one picture is stopped.
    package var timeLimit: Double

    package init(program: URL, timeLimit: Double = 60) {
        self.program = program
        self.timeLimit = timeLimit
    }

    /// Why pictures could not be drawn.
    package enum Failure: Error, Hashable, Sendable {
        case failed
        case tooSlow
        case noFolder
    }

    /// The one on the path; nil when none is installed.
    ///
    /// `path` is a list of folders as in the environment variable PATH, which is the default.
    package static func installed(path: String? = nil) -> Rasteriser? {
        let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
        for folder in path.split(separator: ":") {
            let program = URL(fileURLWithPath: String(folder))
                .appendingPathComponent("rsvg-convert")
            if FileManager.default.isExecutableFile(atPath: program.path) {
                return Rasteriser(program: program)
            }
        }
        return nil
    }

    /// Each of `drawings` (whole SVG documents) as a PNG of twice its size in px, on white.
    ///
    /// The program takes one picture a run; as many runs go side by side as there are cores.
    package func pixels(of drawings: [[UInt8]]) throws(Failure) -> [[UInt8]] {
        guard !drawings.isEmpty else { return [] }
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ashar-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        } catch {
            throw .noFolder
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let width = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 8))
        var running: [Run] = []
        defer { for run in running { run.stop() } }
        var pictures: [[UInt8]] = []
        for (index, drawing) in drawings.enumerated() {
            if running.count >= width {
                pictures.append(try running[0].result(timeLimit))
                running.removeFirst()
            }
            running.append(try Run(program, drawing, at: folder.appendingPathComponent("\(index)")))
        }
        while let run = running.first {
            pictures.append(try run.result(timeLimit))
            running.removeFirst()
        }
        return pictures
    }

    /// The program at work on one picture.
    private struct Run {
        let process = Process()
        let ended = DispatchSemaphore(value: 0)
        let output: URL

        init(_ program: URL, _ drawing: [UInt8], at place: URL) throws(Failure) {
            let input = place.appendingPathExtension("svg")
            output = place.appendingPathExtension("png")
            do {
                try Data(drawing).write(to: input)
            } catch {
                throw .noFolder
            }
            process.executableURL = program
            process.arguments = [
                "--format=png", "--zoom=2", "--background-color=white", "--output", output.path,
                input.path,
            ]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let ended = ended
            process.terminationHandler = { _ in ended.signal() }
            do {
                try process.run()
            } catch {
                throw .failed
            }
        }

        /// Waits for the picture.
        func result(_ timeLimit: Double) throws(Failure) -> [UInt8] {
            guard ended.wait(timeout: .now() + timeLimit) == .success else { throw .tooSlow }
            // For whoever stops it later.
            ended.signal()
            guard process.terminationReason == .exit, process.terminationStatus == 0,
                let bytes = try? Data(contentsOf: output), Self.isWhole(bytes)
            else { throw .failed }
            return Array(bytes)
        }

        /// Whether the bytes begin and end as a PNG does.
        private static func isWhole(_ bytes: Data) -> Bool {
            bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
                && bytes.suffix(12).range(of: Data("IEND".utf8)) != nil
        }

        /// Ends the program where it still runs; it has nothing to put in order.
        func stop() {
            guard ended.wait(timeout: .now()) == .timedOut else { return }
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
    }
}
