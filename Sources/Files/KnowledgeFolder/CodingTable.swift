import Base
import Qualitative
import Report

extension KnowledgeReader {
    /// Reads `codings.csv` and `codings-*.csv` into the excerpts and codings of `evidence`.
    mutating func readCodings(in subfolder: String, into evidence: inout Evidence) {
        let tables = tables(
            "codings",
            in: subfolder,
            known: [
                "source", "start", "end", "quote", "told", "code", "coder", "memo", "excerpt",
                "place", "stance", "print", "locator", "before", "after",
            ],
            needed: ["source", "code"]
        )
        var builder = EvidenceBuilder(evidence)
        var read = tables
        for index in read.indices {
            for row in read[index].rows { self.read(row, of: &read[index], index, into: &builder) }
        }
        anchor(&builder, &read)
        checkPrinted(builder.evidence, in: subfolder, &read)
        add(read.flatMap(\.problems))
        evidence = builder.evidence
    }

    /// Finds the excerpts in their texts, a text at a time, and says where that is in doubt.
    private func anchor(_ builder: inout EvidenceBuilder, _ tables: inout [KnowledgeTable]) {
        let bySource = Dictionary(grouping: builder.marks) {
            builder.evidence.excerpts[$0.excerpt].source
        }
        for source in builder.evidence.sources {
            guard let text = source.text, let marks = bySource[source.id] else { continue }
            let places = Anchoring.locate(marks.map(\.mark), in: text)
            for (mark, place) in zip(marks, places) {
                builder.evidence.excerpts[mark.excerpt].state = place.state
                builder.evidence.excerpts[mark.excerpt].anchor =
                    place.range.map { .held($0) } ?? .quoted
                say(place, of: source.id, mark, &tables[mark.table])
            }
        }
    }

    private func say(
        _ place: Anchoring.Place,
        of source: String,
        _ mark: EvidenceBuilder.Mark,
        _ table: inout KnowledgeTable
    ) {
        switch place.state {
        case .exact, .notHeld: break
        case .moved(let from):
            table.problem(
                "interviews.moved",
                mark.row,
                "start",
                "The quote has moved from \(from) to \(place.range?.lowerBound ?? 0).",
                "Check it and write the new place: ashar interviews locate FOLDER --write.",
                severity: .warning
            )
        case .ambiguous(let places):
            table.problem(
                "interviews.ambiguous",
                mark.row,
                "quote",
                "The quote stands at \(places) places of the text, and nothing says which is meant.",
                "Write start and end, or a longer quote."
            )
        case .lost:
            table.problem(
                "interviews.lost",
                mark.row,
                "quote",
                "The text of \(source) does not hold \(Problem.quote(mark.mark.quote)).",
                "Write the exact words of the text, or delete the row."
            )
        }
    }

    private func read(
        _ row: KnowledgeTable.Row,
        of table: inout KnowledgeTable,
        _ number: Int,
        into builder: inout EvidenceBuilder
    ) {
        let id = table.text(row, "source")
        guard let source = builder.source(id) else {
            let hint = nearestName(to: id, in: builder.evidence.sources.map(\.id))
            table.problem(
                "interviews.unknown-source",
                row,
                "source",
                "There is no source \(Problem.quote(id)).",
                hint.map { "Did you mean \($0)?" } ?? "Add it to sources.csv, or mend the name."
            )
            return
        }
        guard let position = excerpt(row, of: &table, number, source, &builder)
        else { return }
        let code = table.text(row, "code")
        if builder.evidence.codes[code] == nil {
            let hint = nearestName(to: code, in: builder.evidence.codes.codes.map(\.id))
            table.problem(
                "interviews.unknown-code",
                row,
                "code",
                "There is no code \(Problem.quote(code)).",
                hint.map { "Did you mean \($0)?" } ?? "Add it to codebook.csv, or mend the name."
            )
            return
        }
        var coding = Coding(excerpt: position, code: code, coder: table.text(row, "coder"))
        coding.memo = table.text(row, "memo")
        coding.stance = table.choice(row, "stance", empty: .named) ?? .named
        builder.evidence.codings.append(coding)
    }

    /// The position of the row's passage, which may be known already; nil with a problem.
    private func excerpt(
        _ row: KnowledgeTable.Row,
        of table: inout KnowledgeTable,
        _ number: Int,
        _ source: Source,
        _ builder: inout EvidenceBuilder
    ) -> Int? {
        let quote = table.exactText(row, "quote")
        let told = table.text(row, "told")
        let name = table.text(row, "excerpt")
        let start = table.whole(row, "start", atLeast: 0)
        let end = table.whole(row, "end", atLeast: 0)
        if quote.isEmpty == told.isEmpty {
            table.problem(
                "interviews.no-words",
                row,
                "quote",
                quote.isEmpty
                    ? "The row has neither a quote nor what the source tells."
                    : "The row has a quote and a passage in your own words.",
                "Write the exact words under quote, or your own under told, not both."
            )
            return nil
        }
        let key = EvidenceBuilder.Key(
            source: source.id,
            name: name,
            start: start,
            end: end,
            words: quote.isEmpty ? told : quote
        )
        if let known = builder.position(of: key) {
            complete(&builder.evidence.excerpts[known], row, &table)
            return known
        }
        if let line = builder.clash(of: key) {
            table.problem(
                "interviews.passage-differs",
                row,
                "excerpt",
                "The passage \(Problem.quote(name)) has other words or another place in \(line).",
                "Give the passage a name of its own, or the same source, start, end and words."
            )
            return nil
        }
        let id = name.isEmpty ? builder.freeID(source.id, start, end, row.line) : name
        var excerpt = Excerpt(
            id: id,
            source: source.id,
            anchor: quote.isEmpty ? .told : .quoted,
            state: .notHeld,
            quote: quote.isEmpty ? told : quote
        )
        complete(&excerpt, row, &table)
        let position = builder.add(excerpt, key, at: "\(table.file), line \(row.line)")
        if !quote.isEmpty, source.text != nil {
            let mark = Anchoring.Mark(
                quote: quote,
                start: start,
                end: end,
                before: table.exactText(row, "before"),
                after: table.exactText(row, "after")
            )
            builder.marks.append(
                .init(excerpt: position, mark: mark, table: number, row: row)
            )
        }
        return position
    }

    /// Adds what this row says of the passage to what others said.
    private func complete(
        _ excerpt: inout Excerpt,
        _ row: KnowledgeTable.Row,
        _ table: inout KnowledgeTable
    ) {
        let places = placeCodes(row, "place", &table)
        for place in places where !excerpt.places.contains(place) { excerpt.places.append(place) }
        if excerpt.locator.isEmpty { excerpt.locator = table.text(row, "locator") }
        if table.truth(row, "print") { excerpt.isForPrint = true }
    }
}

/// Puts the rows of coding tables together: rows of one passage are one excerpt.
struct EvidenceBuilder {
    var evidence: Evidence
    private var sources: [String: Int] = [:]
    private var positions: [Key: Int] = [:]
    private var named: [String: String] = [:]
    private var ids: Set<String> = []
    /// The passages that are to be found in their texts.
    var marks: [Mark] = []

    /// A passage with the row that told of it first.
    struct Mark {
        let excerpt: Int
        let mark: Anchoring.Mark
        let table: Int
        let row: KnowledgeTable.Row
    }

    /// What makes two rows the same passage.
    struct Key: Hashable {
        let source: String
        let name: String
        let start: Int?
        let end: Int?
        let words: String
    }

    init(_ evidence: Evidence) {
        self.evidence = evidence
        for (index, source) in evidence.sources.enumerated() { sources[source.id] = index }
    }

    func source(_ id: String) -> Source? { sources[id].map { evidence.sources[$0] } }

    func position(of key: Key) -> Int? { positions[key] }

    /// Where another passage has the name of `key` already; nil where none has.
    func clash(of key: Key) -> String? { key.name.isEmpty ? nil : named[key.name] }

    /// A name for a passage that has none.
    func freeID(_ source: String, _ start: Int?, _ end: Int?, _ line: Int) -> String {
        var id = source
        if let start, let end { id += ":\(start)-\(end)" } else { id += ":line \(line)" }
        guard ids.contains(id) else { return id }
        return (2...).lazy.map { "\(id) (\($0))" }.first { !ids.contains($0) } ?? id
    }

    /// Adds a passage; where it stands in the files tells of later clashes.
    mutating func add(_ excerpt: Excerpt, _ key: Key, at place: String) -> Int {
        let position = evidence.excerpts.count
        positions[key] = position
        if !key.name.isEmpty { named[key.name] = place }
        ids.insert(excerpt.id)
        evidence.excerpts.append(excerpt)
        return position
    }
}
