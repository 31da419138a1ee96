import Files
import Foundation
import Survey

/// Runs one piece of Ashar and prints how long it took, as one JSON object a line.
///
/// `bench csv FILE TIMES` reads FILE into microdata, and `bench csv-write FILE TIMES` writes what it
/// read as CSV into memory, TIMES times in one process.
@main
enum Bench {
    static func main() {
        let arguments = CommandLine.arguments
        let times = arguments.count == 4 ? Int(arguments[3]) ?? 0 : 0
        switch (arguments.dropFirst().first, times) {
        case ("csv", 1...):
            for _ in 0..<times { readCSV(arguments[2]) }
        case ("csv-write", 1...):
            guard let data = CSV.read(path: arguments[2]).0 else { return }
            for _ in 0..<times {
                print(seconds { _ = CSV.write(data, formulas: .kept) }, data)
            }
        default:
            print("usage: bench csv|csv-write FILE TIMES")
            exit(2)
        }
    }

    private static func readCSV(_ path: String) {
        var data = Microdata(rowCount: 0)
        let time = seconds { data = CSV.read(path: path).0 ?? data }
        print(time, data)
    }

    private static func print(_ seconds: Double, _ data: Microdata) {
        print(
            """
            {"seconds": \(seconds), "rows": \(data.rowCount), \
            "columns": \(data.columns.count), "peakMiB": \(peakMiB)}
            """
        )
    }

    private static func print(_ line: String) {
        Swift.print(line)
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let time = ContinuousClock().measure(work)
        return Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
    }

    /// The most memory that the process has held so far.
    private static var peakMiB: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }
}
