package import Base
import Foundation
package import Report
import Survey

/// The files of a study's weights, in one folder: a page, and the weights of every row.
package struct WeightFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package static let page = "weights.html"
    package static let table = "weights.csv"

    /// Writes the page and the table; each file is written whole or not at all.
    ///
    /// - Returns: The paths of the files, the page first.
    /// - Throws: The problem that stops writing, or that the study makes no weights.
    package func write(_ prepared: PreparedStudy) throws(Problems) -> [String] {
        guard let weights = prepared.weights, let html = WeightDocument.html(prepared) else {
            throw Problems(
                Problem(
                    .error,
                    "weighting.none",
                    at: .init(Study.fileName),
                    "The study makes no weights.",
                    remedy: "Add the key weighting; docs/study.md shows how."
                )
            )
        }
        let files = ReportFiles(folder: folder)
        try files.makeFolder(folder)
        let (page, table) = (files.path(Self.page), files.path(Self.table))
        try files.write(html, to: page)
        try files.write(CSV.write(rows(prepared, weights)), to: table)
        return [page, table]
    }

    /// One row a respondent: line and id, then the weight after each step.
    private func rows(_ prepared: PreparedStudy, _ weights: PreparedStudy.Weights) -> [[CSV.Cell]] {
        let id = prepared.study.data.id.flatMap { prepared.data[$0] }
        let mark = prepared.study.isSynthetic ? [CSV.Cell.text("synthetic")] : []
        let header =
            [CSV.Cell.text("line")] + (id == nil ? [] : [.text("id")])
            + weights.history.steps.map { .text($0.kind.rawValue) } + [.text("weight")] + mark
        let steps = weights.history.steps.map(\.weights)
        let rows = (0..<prepared.data.rowCount).map { row -> [CSV.Cell] in
            var cells: [CSV.Cell] = [.number(Double(prepared.data.origin.line(of: row)))]
            if let id { cells.append(.text(id.valueName(row: row))) }
            cells += steps.map { .number($0[row]) }
            cells.append(.number(weights.history.weights[row]))
            return cells + (prepared.study.isSynthetic ? [.text("SYNTHETIC")] : [])
        }
        return [header] + rows
    }
}
