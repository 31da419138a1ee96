package import Base
import Foundation
package import Qualitative

/// What a study and a file of another program must know of each other.
package struct ExchangeStudy: Sendable {
    /// The study's title, in the language of the exchange.
    package var title = ""
    /// The language of names and definitions: other programs have one for each.
    package var language = ""
    /// The study's places; empty where it has no table of them.
    package var places = Vocabulary()
    /// What the study holds already.
    package var evidence = Evidence()

    package init() {}
}

/// What a file of another program says, as a study would have it.
package struct InterviewDraft: Sendable {
    /// Sources, codes, passages and codings; those that the study has already keep its ids.
    package var evidence = Evidence()
    /// What was left out, could not be decided or stops the import.
    package var problems: [Problem] = []
    /// How the file's positions were read, and how many passages fit that; empty where it has none.
    package var reading = ""
}

/// The exchange of interviews with other programs for qualitative work.
package enum InterviewExchange {
    /// The endings that can be read.
    package static let endings = ["qdpx", "qdc", "csv", "xlsx"]

    /// What the file at `path` says; sources and codes that `study` has are known by GUIDs, ids and names.
    ///
    /// - Throws: What stops reading the file at all.
    package static func read(
        path: String,
        for study: ExchangeStudy
    ) throws(Problems) -> InterviewDraft {
        let name = (path as NSString).lastPathComponent
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problems(DataFile.missingFile(name, inFolderOf: path))
        }
        switch (path as NSString).pathExtension.lowercased() {
        case "qdpx": return try QDPX.read(path: path, for: study)
        case "qdc": return try QDPX.readCodebook(path: path, for: study)
        case "csv", "tsv", "xlsx": return try HighlightTable.read(path: path, for: study)
        default: throw Problems(unknownEnding(name, endings))
        }
    }

    /// Writes the study's evidence to `path`, in the format that its ending names: the same bytes each
    /// time.
    ///
    /// - Returns: What the format does not carry.
    /// - Throws: The problem that stops writing.
    package static func write(_ study: ExchangeStudy, to path: String) throws(Problems) -> [Problem]
    {
        let name = (path as NSString).lastPathComponent
        let files = ReportFiles(folder: (path as NSString).deletingLastPathComponent)
        switch (path as NSString).pathExtension.lowercased() {
        case "qdpx":
            let export = QDAExport(study)
            try files.write(try export.archive(file: name), to: path)
            return QDALoss.problems(export.losses, file: name, isExport: true)
        case "qdc":
            let export = QDAExport(study)
            try files.write(try export.codebook(file: name), to: path)
            return QDALoss.problems(export.codebookLosses, file: name, isExport: true)
        case "csv":
            try files.write(CSV.write(InterviewRows.codings(study.evidence).cells), to: path)
            return []
        case "xlsx":
            try XLSX.write(InterviewRows.workbook(study), to: path)
            return []
        default: throw Problems(unknownEnding(name, endings))
        }
    }

    private static func unknownEnding(_ name: String, _ endings: [String]) -> Problem {
        Problem(
            .error,
            "qda.unknown-format",
            at: .init(name),
            "The ending of the file's name says no format that is known here.",
            remedy: "Take one of: \(endings.map { "." + $0 }.joined(separator: ", "))."
        )
    }
}

extension QDALoss {
    /// A note for each kind of loss, in a fixed order.
    static func problems(
        _ losses: [QDALoss: Int],
        file: String,
        isExport: Bool
    ) -> [Problem] {
        allCases.compactMap { loss in
            guard let count = losses[loss], count > 0 else { return nil }
            return Problem(
                .note,
                "qda.left-out",
                at: .init(file),
                isExport
                    ? "Not in the file: \(loss.rawValue) (\(count))."
                    : "Not imported: \(loss.rawValue) (\(count)).",
                remedy: isExport
                    ? "They stay in the study."
                    : "They stay in the program that the file comes from."
            )
        }
    }
}
