import Base
import Foundation
import Qualitative
import Report

extension KnowledgeReader {
    /// The names that must not leave the study; whatever is wrong with the list is a problem.
    mutating func readPseudonyms(in subfolder: String) -> Pseudonyms {
        let tables = tables(
            "pseudonyms",
            in: subfolder,
            known: ["name", "pseudonym", "note"],
            needed: ["name", "pseudonym"]
        )
        var entries: [(entry: Pseudonyms.Entry, row: KnowledgeTable.Row, table: Int)] = []
        var read = tables
        for index in read.indices {
            for row in read[index].rows {
                let entry = Pseudonyms.Entry(
                    name: read[index].text(row, "name"),
                    pseudonym: read[index].text(row, "pseudonym")
                )
                entries.append((entry, row, index))
            }
        }
        let names = Pseudonyms(entries.map(\.entry))
        var known: [String: String] = [:]
        for (entry, row, index) in entries {
            guard let (message, remedy) = Self.flaw(of: entry, among: names, known) else {
                known[entry.name] = entry.pseudonym
                continue
            }
            read[index].problem("interviews.pseudonym", row, "name", message, remedy)
        }
        add(read.flatMap(\.problems))
        return names
    }

    /// What is wrong with an entry and how to mend it; no name is repeated in a message.
    private static func flaw(
        of entry: Pseudonyms.Entry,
        among names: Pseudonyms,
        _ known: [String: String]
    ) -> (String, String)? {
        if entry.name.count(where: \.isLetter) < 2 || entry.pseudonym.isEmpty {
            return (
                "The row lacks a name of two letters or more, or its pseudonym.",
                "Write both, or delete the row."
            )
        }
        if let other = known[entry.name], other != entry.pseudonym {
            return (
                "The name stands above with another pseudonym.",
                "Give each name one pseudonym. Two people of one name need a longer name each."
            )
        }
        if names.areIn(entry.pseudonym) {
            return (
                "The pseudonym is, or holds, a name of the list.",
                "Choose one that is nobody's name here: else it would be replaced next time."
            )
        }
        return nil
    }

    /// Says where a passage that is marked for print holds what a person can be found by.
    mutating func checkPrinted(
        _ evidence: Evidence,
        in subfolder: String,
        _ tables: inout [KnowledgeTable]
    ) {
        let names = readPseudonyms(in: subfolder)
        let languages = Dictionary(evidence.sources.map { ($0.id, $0.language) }) { one, _ in one }
        for index in tables.indices {
            for row in tables[index].rows {
                let print = tables[index].text(row, "print").lowercased()
                guard ["yes", "true", "1"].contains(print) else { continue }
                let language = languages[tables[index].text(row, "source")] ?? ""
                for column in ["quote", "told", "locator"] {
                    let text = tables[index].exactText(row, column)
                    for trace in PersonalTrace.all(in: text, names: names, language: language) {
                        let (message, remedy) = Self.words(for: trace)
                        tables[index].problem(
                            "interviews.personal",
                            row,
                            column,
                            message,
                            remedy
                        )
                    }
                }
            }
        }
    }

    /// What a trace is and what to do; the trace itself is not repeated.
    private static func words(for trace: PersonalTrace) -> (String, String) {
        let place = "character \(trace.range.lowerBound + 1)"
        let take = "Mark a shorter passage, or take the print mark away."
        return switch trace.kind {
        case .name:
            (
                "The passage for print holds a name of pseudonyms.csv.",
                "Replace it: ashar interviews pseudonymise FOLDER --write."
            )
        case .telephone: ("The passage for print holds a telephone number (\(place)).", take)
        case .document:
            ("The passage for print holds the number of a document or a person (\(place)).", take)
        case .email: ("The passage for print holds an e-mail address (\(place)).", take)
        }
    }
}
