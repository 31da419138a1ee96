package import Base
import Foundation
package import Report
import Survey
import Synchronization

/// Runs a trial on all cores.
package enum TrialRuns {
    /// The runs of `trial`, in their order whatever core made them.
    ///
    /// Runs without estimates are left out. `progress` is told how many runs are done, from any thread.
    package static func run(
        _ trial: DesignTrial,
        seed: UInt64,
        count: Int,
        progress: @Sendable (Int) -> Void
    ) -> [DesignTrial.Run] {
        let results = Mutex([DesignTrial.Run?](repeating: nil, count: count))
        let next = Mutex(0)
        let done = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: ProcessInfo.processInfo.activeProcessorCount) {
            _ in
            while true {
                let index = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard index < count else { return }
                // Stream 0 is that of the data file.
                let run = trial.run(seed: seed, stream: UInt64(index + 1))
                results.withLock { $0[index] = run }
                progress(
                    done.withLock { done in
                        done += 1
                        return done
                    }
                )
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}

/// The files of a trial: a page and a table.
package struct TrialFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// Writes the page and the table; each whole or not at all.
    ///
    /// - Returns: The paths of the files, the page first.
    /// - Throws: The problem that stops writing.
    package func write(
        _ trial: DesignTrial,
        _ summary: TrialSummary,
        seed: UInt64
    ) throws(Problems) -> [String] {
        let files = ReportFiles(folder: folder)
        try files.makeFolder(folder)
        let (page, table) = (files.path("simulation.html"), files.path("simulation.csv"))
        try files.write(SimulationDocument.html(trial, summary, seed: seed), to: page)
        let header = [
            "subject", "answer", "place", "truth", "mean", "bias", "bias error", "coverage",
            "coverage low", "coverage high", "half interval", "design effect", "runs", "data",
        ]
        func cell(_ number: Double?) -> CSV.Cell { number.map { .number($0) } ?? .empty }
        let rows = summary.rows.map { row -> [CSV.Cell] in
            [
                .text(row.planned.subject), .text(row.planned.answer ?? ""),
                .text(row.planned.place ?? ""), .number(row.planned.truth), .number(row.mean),
                .number(row.bias), .number(row.biasError), cell(row.coverage),
                cell(row.coverageInterval?.lowerBound),
                cell(row.coverageInterval?.upperBound), cell(row.margin), cell(row.designEffect),
                .number(Double(summary.runs)), .text(SimulationFiles.mark.text),
            ]
        }
        try files.write(CSV.write([header.map { .text($0) }] + rows), to: table)
        return [page, table]
    }
}
