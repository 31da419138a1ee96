import Files
import Foundation
import Survey

/// Runs one piece of Ashar and prints how long it took, as one JSON object a line.
///
/// `bench csv FILE TIMES` reads FILE into microdata, and `bench csv-write FILE TIMES` writes what it
/// read as CSV into memory, TIMES times in one process. `bench csv-means FILE TIMES` also estimates the
/// means of the items. `bench estimate-TASK ROWS TIMES` runs a task of ``Estimating``.
/// `bench evidence TRANSCRIPTS TIMES` asks ``EvidenceQueries``.
/// `bench audit-correct|audit-planted|audit-time REPORTS 1` is the trial of ``Auditing``.
/// `bench interviews FILE TIMES` writes and reads a project at FILE, `bench interviews-open TEXTS 1` opens
/// transcripts (see ``Interviews``).
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
        case ("csv-means", 1...):
            for _ in 0..<times { meansOfCSV(arguments[2]) }
        case (let verb?, 1...) where verb.hasPrefix("estimate-"):
            guard let task = Estimating(rawValue: String(verb.dropFirst("estimate-".count))),
                let rows = Int(arguments[2])
            else { return }
            estimate(task, rows: rows, times: times)
        case ("audit-correct", 1...): print(Auditing.correct(Int(arguments[2]) ?? 1))
        case ("audit-planted", 1...): print(Auditing.planted(Int(arguments[2]) ?? 1))
        case ("audit-time", 1...):
            print("{\"seconds\": \(Auditing.secondsEach(Int(arguments[2]) ?? 1))}")
        case ("interviews", 1...): print(Interviews.exchange(arguments[2], times: times))
        case ("interviews-open", 1...): print(Interviews.open(Int(arguments[2]) ?? 1))
        case ("evidence", 1...):
            print(EvidenceQueries.seconds(sources: Int(arguments[2]) ?? 1_000, times: times))
        default:
            print("usage: bench csv|csv-write|csv-means FILE TIMES")
            print("       bench estimate-TASK ROWS TIMES")
            print("       bench audit-correct|audit-planted|audit-time REPORTS 1")
            print("       bench interviews FILE TIMES, bench interviews-open TEXTS 1")
            print("       bench evidence TRANSCRIPTS TIMES")
            exit(2)
        }
    }

    private static func readCSV(_ path: String) {
        var data = Microdata(rowCount: 0)
        let time = seconds { data = CSV.read(path: path).0 ?? data }
        print(time, data)
    }

    /// Reads a file and estimates the weighted means of its items.
    private static func meansOfCSV(_ path: String) {
        var figures: Estimating.Figures = [:]
        let time = seconds {
            guard let data = CSV.read(path: path).0, let weight = data["weight"],
                let cluster = data["psu"], let stratum = data["stratum"],
                let design = try? SurveyDesign(
                    DesignColumns(
                        rowCount: data.rowCount,
                        stages: [.init(units: Labels(cluster), strata: Labels(stratum))],
                        weights: Numbers(answered: weight)?.all
                    )
                )
            else { return }
            let tabulation = Tabulation(design)
            for column in data.columns where column.name.hasPrefix("q") {
                guard let numbers = Numbers(answered: column) else { continue }
                let mean = tabulation.mean(of: numbers)[0]
                figures[column.name] = [mean.value, mean.standardError ?? .nan]
            }
        }
        print([time], figures)
    }

    private static func estimate(_ task: Estimating, rows: Int, times: Int) {
        let survey = task.survey(rows: rows)
        guard let input = try? Estimating.Input(survey) else { return }
        var figures: Estimating.Figures?
        let times = (0..<times).map { _ in seconds { figures = task.run(input) } }
        print(times, figures, check: survey.checkSums)
    }

    private static func print(
        _ seconds: [Double],
        _ figures: Estimating.Figures?,
        check: [Int] = []
    ) {
        let fields = figures?.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        print(
            """
            {"seconds": \(seconds), "figures": \(fields.map { "{\($0)}" } ?? "null"), \
            "check": \(check), "peakMiB": \(peakMiB)}
            """
        )
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
