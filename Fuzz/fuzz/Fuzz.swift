import CFuzzer
import Foundation

/// Feeds one of Ashar's readers with bytes that libFuzzer makes up: `fuzz NAME [libFuzzer's options]`.
@main
enum Fuzz {
    /// The readers, by name.
    ///
    /// Each must return for any bytes; a crash, a failed `require` or a timeout
    /// is a finding.
    static let readers: [String: @Sendable ([UInt8]) -> Void] = [
        "csv": fuzzCSV
    ]

    /// The reader that this process feeds.
    static let reader = CommandLine.arguments.dropFirst().first.flatMap { readers[$0] }

    static func main() {
        guard reader != nil else {
            print("usage: fuzz \(readers.keys.sorted().joined(separator: "|")) [options] [folders]")
            exit(2)
        }
        // libFuzzer sees the arguments without the reader's name, as C strings that it may keep.
        let arguments = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
        var count = Int32(arguments.count)
        var strings = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
            capacity: arguments.count + 1
        )
        for (place, argument) in arguments.enumerated() { strings[place] = strdup(argument) }
        strings[arguments.count] = nil
        var start = Optional(strings)
        _ = LLVMFuzzerRunDriver(&count, &start) { bytes, size in
            Fuzz.reader?(Array(UnsafeBufferPointer(start: bytes, count: size)))
            return 0
        }
        strings = start ?? strings
    }
}

/// Ends the process, as a finding, unless `condition` holds.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if !condition { fatalError(message()) }
}
