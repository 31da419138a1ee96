import Base
import Files
import Foundation
import Qualitative

/// Reads `bytes` as a project of REFI-QDA.
@Sendable
func fuzzQDPX(_ bytes: [UInt8]) -> String { exchanged(bytes, ending: "qdpx") }

/// Reads `bytes` as the XML of a project and, after a form feed, the text of its first source.
@Sendable
func fuzzQDE(_ bytes: [UInt8]) -> String {
    let parts = bytes.split(separator: 12, maxSplits: 1, omittingEmptySubsequences: false)
    var archive = StoredZip()
    archive.add("project.qde", Array(parts[0]))
    archive.add("sources/a.txt", parts.count > 1 ? Array(parts[1]) : [])
    return exchanged(archive.finished(), ending: "qdpx")
}

/// Reads `bytes` as a codebook of REFI-QDA.
@Sendable
func fuzzQDC(_ bytes: [UInt8]) -> String { exchanged(bytes, ending: "qdc") }

/// Reads `bytes` as a table of highlights, for a study that holds their text.
@Sendable
func fuzzHighlights(_ bytes: [UInt8]) -> String { exchanged(bytes, ending: "csv") }

private func exchanged(_ bytes: [UInt8], ending: String) -> String {
    var study = ExchangeStudy()
    var source = Source(id: "a", kind: .interview)
    source.text = SourceText("Иш жок, үй жок.\nПаспорт e\u{301} 🇰🇬 жок.")
    study.evidence.sources = [source]
    study.evidence.codes = CodeTree([Code(id: "иш", name: "иш")])
    do throws(Problems) {
        let draft = try InterviewExchange.read(
            path: temporaryFile(bytes, ending: ending),
            for: study
        )
        let evidence = draft.evidence
        for excerpt in evidence.excerpts {
            let text = evidence.sources.first { $0.id == excerpt.source }?.text
            if case .held(let range) = excerpt.anchor {
                require(text != nil, "a passage without a text")
                require(range.upperBound <= text?.count ?? 0, "a passage beyond its text")
                require(text?[range].utf8.elementsEqual(excerpt.quote.utf8) == true, "other words")
            }
        }
        for coding in evidence.codings {
            require(evidence.excerpts.indices.contains(coding.excerpt), "a coding of nothing")
            require(evidence.codes[coding.code] != nil, "a coding without a code")
        }
        let ids = evidence.sources.map(\.id)
        require(Set(ids).count == ids.count, "two sources of one id")
        return checked(draft.problems) + draft.reading
            + evidence.excerpts.map { "\($0.id)\t\($0.quote)" }.joined(separator: "\n")
            + evidence.codings.map { "\($0.excerpt)\t\($0.code)\t\($0.coder)\t\($0.memo)" }
            .joined(separator: "\n")
            + evidence.codes.codes.map { "\($0.id)\t\($0.parent ?? "")" }.joined(separator: "\n")
    } catch {
        return checked(error)
    }
}
