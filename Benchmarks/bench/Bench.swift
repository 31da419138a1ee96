import Files
import Foundation
import Survey

/// Runs one piece of Ashar and prints how long it took, as one JSON object a line.
///
/// `bench csv FILE TIMES`: reads FILE into microdata, TIMES times in one process.
@main
enum Bench {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, arguments[1] == "csv", let times = Int(arguments[3]) else {
            print("usage: bench csv FILE TIMES")
            exit(2)
        }
        for _ in 0..<times { readCSV(arguments[2]) }
    }

    private static func readCSV(_ path: String) {
        let clock = ContinuousClock()
        var result: (Microdata?, Int) = (nil, 0)
        let time = clock.measure {
            let (data, problems) = CSV.read(path: path)
            result = (data, problems.count)
        }
        let seconds = Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
        let rows = result.0?.rowCount ?? 0
        let columns = result.0?.columns.count ?? 0
        print(
            """
            {"seconds": \(seconds), "rows": \(rows), "columns": \(columns), \
            "problems": \(result.1), "peakMiB": \(peakMiB)}
            """
        )
    }

    /// The most memory that the process has held so far.
    private static var peakMiB: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
    }
}
