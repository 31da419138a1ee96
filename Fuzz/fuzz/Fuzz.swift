import CFuzzer
import Foundation

/// Feeds one of Ashar's readers with bytes that libFuzzer makes up: `fuzz NAME [libFuzzer's options]`.
///
/// `fuzz outcomes NAME FILES` prints one line a file instead: its name and a digest of what the reader
/// made of it. Two processes must print the same, whatever the seeds of their hash tables.
@main
enum Fuzz {
    /// Reads bytes, checks what must hold for any, and says in words what came out.
    ///
    /// Each must return for any bytes; a crash, a failed `require` or a timeout is a finding, and so
    /// are two runs whose words differ.
    typealias Reader = @Sendable ([UInt8]) -> String

    /// The readers, by name.
    static let readers: [String: Reader] = [
        "csv": fuzzCSV, "xlsx": fuzzXLSX, "xlsx-parts": fuzzXLSXParts, "xlsform": fuzzXLSForm,
        "draft": fuzzDraft, "study": fuzzStudy, "expression": fuzzExpression,
        "markdown": fuzzMarkdown, "statfile": fuzzStatFile,
        "qdpx": fuzzQDPX, "qde": fuzzQDE, "qdc": fuzzQDC, "highlights": fuzzHighlights,
    ]

    /// Readers that are fast enough to be run twice on all bytes; the others are on one in eight.
    private static let alwaysTwice: Set = ["xlsform", "draft", "study", "expression", "markdown"]

    private static let words = Array(CommandLine.arguments.dropFirst())
    /// The reader that this process feeds, and its name.
    private static let name = words.first == "outcomes" ? words.dropFirst().first : words.first
    private static let reader = name.flatMap { readers[$0] }
    private static let isRepeated = alwaysTwice.contains(name ?? "")

    static func main() {
        guard reader != nil else {
            print("usage: fuzz \(readers.keys.sorted().joined(separator: "|")) [options] [folders]")
            exit(2)
        }
        if words.first == "outcomes" { return printOutcomes(of: words.dropFirst(2).sorted()) }
        // libFuzzer sees the arguments without the reader's name, as C strings that it may keep.
        let arguments = [CommandLine.arguments[0]] + words.dropFirst()
        var count = Int32(arguments.count)
        var strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
            capacity: arguments.count + 1
        )
        for (place, argument) in arguments.enumerated() { strings[place] = strdup(argument) }
        strings[arguments.count] = nil
        var start = Optional(strings)
        _ = LLVMFuzzerRunDriver(&count, &start) { bytes, size in
            Fuzz.feed(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        }
        strings = start ?? strings
    }

    private static func feed(_ bytes: [UInt8]) {
        guard let reader else { return }
        let outcome = reader(bytes)
        // Whether bytes are read twice must rest on them alone, so that a finding can be repeated.
        if isRepeated || digest(bytes) % 8 == 0 {
            let again = reader(bytes)
            require(outcome == again, "two runs differ:\n\(outcome)\n--- and ---\n\(again)")
        }
    }

    private static func printOutcomes(of files: [String]) {
        for file in files {
            guard let bytes = FileManager.default.contents(atPath: file) else { continue }
            let outcome = reader?(Array(bytes)) ?? ""
            print((file as NSString).lastPathComponent, digest(Array(outcome.utf8)))
        }
    }

    /// FNV-1a of 64 bits: the same in every process, other than Swift's own hash.
    private static func digest(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

/// Ends the process, as a finding, unless `condition` holds.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
