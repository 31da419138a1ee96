package import Base
import Foundation
import Qualitative

extension InterviewFolder {
    /// Writes the study's interviews to `path`, in the format that its ending names.
    ///
    /// Nothing is written while transcripts hold a name that pseudonyms.csv says must not leave.
    ///
    /// - Returns: What the format does not carry.
    /// - Throws: The problem that stops writing.
    package func export(to path: String) throws(Problems) -> [Problem] {
        let held = heldNames
        guard held.isEmpty || path.lowercased().hasSuffix(".qdc") else {
            throw Problems(
                Problem(
                    .error,
                    "qda.names",
                    at: .init(shown("pseudonyms.csv")),
                    "The transcripts hold \(held.count) of the names that must not leave: "
                        + "nothing was written.",
                    remedy: "Put the pseudonyms into the transcripts, and run "
                        + "ashar interviews locate FOLDER --write."
                )
            )
        }
        return try InterviewExchange.write(study, to: path)
    }

    /// The names of pseudonyms.csv that begin a word of a transcript, a quote or a memo.
    private var heldNames: [String] {
        let tables = Self.names(in: folder).filter { Self.isTable($0, called: "pseudonyms") }
        let names = tables.flatMap { file -> [String] in
            let path = (folder as NSString).appendingPathComponent(file)
            guard let table = TableText.read(path: path).0, let name = table.position(of: "name")
            else { return [] }
            return table.lines.map { table.cell($0.cells, name) }.filter { !$0.isEmpty }
        }
        guard !names.isEmpty else { return [] }
        let texts =
            study.evidence.sources.compactMap(\.text)
            + study.evidence.excerpts.map { SourceText($0.quote) }
            + study.evidence.codings.filter { !$0.memo.isEmpty }.map { SourceText($0.memo) }
        return names.filter { name in
            texts.contains { text in
                Anchoring.occurrences(of: name, in: text).contains { range in
                    range.lowerBound == 0
                        || !text[range.lowerBound - 1..<range.lowerBound].unicodeScalars
                            .allSatisfy(\.properties.isAlphabetic)
                }
            }
        }
    }
}
