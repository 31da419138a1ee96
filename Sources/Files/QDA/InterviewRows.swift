import Base
import Qualitative

/// Evidence as the tables of docs/interviews.md.
struct InterviewRows {
    let header: [String]
    var rows: [[String]] = []

    /// The header and the rows, as CSV writes them.
    var cells: [[CSV.Cell]] { [header.map { .text($0) }] + rows.map { $0.map { .text($0) } } }

    /// A row for each coding.
    static func codings(_ evidence: Evidence) -> InterviewRows {
        let texts = Dictionary(
            evidence.sources.compactMap { source in source.text.map { (source.id, $0) } }
        ) { first, _ in first }
        var table = InterviewRows(
            header: [
                "source", "start", "end", "quote", "told", "code", "coder", "memo", "excerpt",
                "place", "stance", "print", "locator", "before", "after",
            ]
        )
        for coding in evidence.codings {
            let excerpt = evidence.excerpts[coding.excerpt]
            var (start, end, before, after) = ("", "", "", "")
            var name = excerpt.id
            if case .held(let range) = excerpt.anchor {
                (start, end) = ("\(range.lowerBound)", "\(range.upperBound)")
                if let text = texts[excerpt.source] {
                    (before, after) = Anchoring.context(of: range, in: text)
                }
                if excerpt.isNamedByPlace(range) { name = "" }
            } else if excerpt.id.hasPrefix("\(excerpt.source):line ") {
                name = ""
            }
            table.rows.append([
                excerpt.source, start, end, excerpt.anchor == .told ? "" : excerpt.quote,
                excerpt.anchor == .told ? excerpt.quote : "", coding.code, coding.coder,
                coding.memo, name, excerpt.places.joined(separator: "; "),
                coding.stance == .named ? "" : coding.stance.rawValue,
                excerpt.isForPrint ? "yes" : "", excerpt.locator, before, after,
            ])
        }
        return table
    }

    /// A row for each source; `files` are the names of the transcripts, by source.
    static func sources(_ sources: [Source], files: [String: String]) -> InterviewRows {
        let titles = languages(sources.map(\.title))
        var table = InterviewRows(
            header: [
                "id", "kind", "place", "informant", "sex", "people", "language", "date", "file",
            ] + headers("title", titles) + ["synthetic"]
        )
        for source in sources {
            table.rows.append(
                [
                    source.id, source.kind.rawValue, source.places.joined(separator: "; "),
                    source.informant, source.sex?.rawValue ?? "",
                    source.people.map { "\($0)" } ?? "", source.language, source.date,
                    files[source.id] ?? "",
                ] + texts(source.title, titles) + [source.isSynthetic ? "yes" : ""]
            )
        }
        return table
    }

    /// A row for each code.
    static func codebook(_ codes: [Code]) -> InterviewRows {
        let fields: [(String, KeyPath<Code, LocalText>)] = [
            ("name", \.name), ("definition", \.definition), ("use", \.use), ("example", \.example),
        ]
        let columns = fields.map { name, path in
            (name: name, path: path, languages: languages(codes.map { $0[keyPath: path] }))
        }
        var table = InterviewRows(
            header: ["code", "under", "need"]
                + columns.flatMap { headers($0.name, $0.languages) }
        )
        for code in codes {
            table.rows.append(
                [code.id, code.parent ?? "", code.need ?? ""]
                    + columns.flatMap { texts(code[keyPath: $0.path], $0.languages) }
            )
        }
        return table
    }

    /// The codings, the sources and the codes as a workbook.
    static func workbook(_ study: ExchangeStudy) -> Workbook {
        let tables = [
            ("codings", codings(study.evidence)),
            ("sources", sources(study.evidence.sources, files: [:])),
            ("codebook", codebook(study.evidence.codes.codes)),
        ]
        return Workbook(
            title: study.title,
            sheets: tables.map { name, table in
                Workbook.Sheet(
                    name: name,
                    columns: table.header.map { Workbook.ColumnSpec($0) },
                    rows: table.rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }
                )
            }
        )
    }

    private static func languages(_ texts: [LocalText]) -> [String] {
        Set(texts.flatMap(\.languages)).sorted()
    }

    private static func headers(_ name: String, _ languages: [String]) -> [String] {
        languages.map { $0.isEmpty ? name : "\(name).\($0)" }
    }

    private static func texts(_ text: LocalText, _ languages: [String]) -> [String] {
        languages.map { text.texts[$0] ?? "" }
    }
}
