import Base
import Foundation
import Qualitative

/// Tables of codings and of codes: what Taguette exports (`highlights.csv`, `codebook.csv`, or `.xlsx`), and
/// tables with a row for each passage and code from any other program.
///
/// Taguette's highlights have no positions, so a passage counts only where its words stand in the
/// study's text of that source once; blanks may differ, since Taguette breaks words at bold letters.
enum HighlightTable {
    /// What columns are called, in the words of several programs.
    private enum Column: CaseIterable {
        case source, code, quote, start, end, coder, memo, told, excerpt, place, stance, locator
        case before, after

        var names: [String] {
            switch self {
            case .source: ["source", "document", "document name", "file"]
            case .code: ["code", "tag", "code name"]
            case .quote: ["quote", "content", "segment", "quotation", "quotation content", "text"]
            case .start: ["start"]
            case .end: ["end"]
            case .coder: ["coder", "created by", "author"]
            case .memo: ["memo", "comment", "comments"]
            case .told: ["told"]
            case .excerpt: ["excerpt"]
            case .place: ["place"]
            case .stance: ["stance"]
            case .locator: ["locator"]
            case .before: ["before"]
            case .after: ["after"]
            }
        }
    }

    /// What the table at `path` says, for `study`.
    ///
    /// - Throws: What stops reading: no table, or no columns that are known.
    static func read(path: String, for study: ExchangeStudy) throws(Problems) -> InterviewDraft {
        let (table, problems) = TableText.read(path: path)
        guard let table else { throw Problems(problems) }
        let header = table.header.map { $0.lowercased() }
        if let tag = header.firstIndex(where: { ["tag", "code"].contains($0) }),
            !header.contains(where: { Column.source.names.contains($0) })
        {
            var draft = InterviewDraft()
            let description = header.firstIndex { ["description", "definition"].contains($0) }
            let rows = table.lines.map { line in
                (table.cell(line.cells, tag), table.cell(line.cells, description))
            }
            draft.evidence.codes = codes(rows, study)
            draft.problems = problems
            return draft
        }
        var reader = try Reader(table, header, study)
        reader.draft.problems += problems
        reader.read()
        return reader.draft
    }

    /// Codes of tags, whose dots stand for levels where the tag above is there too.
    private static func codes(
        _ rows: [(tag: String, description: String)],
        _ study: ExchangeStudy
    ) -> CodeTree {
        let tags = rows.map(\.tag).filter { !$0.isEmpty }
        let known = Set(tags).union(study.evidence.codes.codes.map(\.id))
        var codes: [Code] = []
        for (tag, description) in rows where !tag.isEmpty {
            if let code = study.evidence.codes[tag] {
                codes.append(code)
                continue
            }
            var code = Code(id: tag, name: LocalText([study.language: tag]))
            code.definition = LocalText([study.language: description])
            code.parent = parent(of: tag, in: known)
            codes.append(code)
        }
        return CodeTree(codes)
    }

    /// The nearest tag above in dots, which need not be one level up; nil at the top.
    static func parent(of tag: String, in known: Set<String>) -> String? {
        var parts = tag.split(separator: ".", omittingEmptySubsequences: false)
        while parts.count > 1 {
            parts.removeLast()
            let above = parts.joined(separator: ".")
            if known.contains(above) { return above }
        }
        return nil
    }

    /// Reads the rows of a table of codings.
    private struct Reader {
        let table: TableText
        let study: ExchangeStudy
        private let positions: [Column: Int]
        private let sources: [String: Source]
        var draft = InterviewDraft()
        private var passages: [Passage: Int] = [:]
        private var newSources: [String: Int] = [:]

        /// What makes rows one passage.
        private struct Passage: Hashable {
            let source: String
            let mark: Anchoring.Mark
            let name: String
        }

        init(
            _ table: TableText,
            _ header: [String],
            _ study: ExchangeStudy
        ) throws(Problems) {
            self.table = table
            self.study = study
            var positions: [Column: Int] = [:]
            for column in Column.allCases {
                positions[column] = column.names.lazy.compactMap { header.firstIndex(of: $0) }.first
            }
            self.positions = positions
            let missing: [(Column, String)] = [
                (.source, "source"), (.code, "code"), (.quote, "quote"),
            ]
            let problems = missing.filter { positions[$0.0] == nil }.map { table.missing($0.1) }
            if !problems.isEmpty { throw Problems(problems) }
            var sources: [String: Source] = [:]
            for source in study.evidence.sources {
                for name in [source.id] + source.title.texts.values.sorted()
                where sources[name.lowercased()] == nil {
                    sources[name.lowercased()] = source
                }
            }
            self.sources = sources
        }

        mutating func read() {
            let tags = table.lines.map { cell($0.cells, .code) }
            var seen: Set<String> = []
            let codes = tags.filter { !$0.isEmpty && seen.insert($0).inserted }
            draft.evidence.codes = HighlightTable.codes(codes.map { ($0, "") }, study)
            for (line, cells) in table.lines { read(line, cells) }
        }

        private func cell(_ cells: [String], _ column: Column) -> String {
            positions[column].map { table.cell(cells, $0) } ?? ""
        }

        /// The words of a cell as they were before a writer made them harmless for spreadsheets.
        private func words(_ cells: [String], _ column: Column) -> String {
            guard let position = positions[column], cells.indices.contains(position) else {
                return ""
            }
            let text = cells[position]
            let isDefused =
                text.utf8.first == UInt8(ascii: "'")
                && "=+-@\t".utf8.contains(text.utf8.dropFirst().first ?? 0)
            return isDefused ? String(text.dropFirst()) : text
        }

        private mutating func read(_ line: Int, _ cells: [String]) {
            let name = cell(cells, .source)
            let code = cell(cells, .code)
            guard !name.isEmpty, !code.isEmpty else {
                return problem(
                    "qda.row",
                    line,
                    name.isEmpty ? .source : .code,
                    "The row names no \(name.isEmpty ? "source" : "code"); it is left out.",
                    "Fill it in, and import the table again."
                )
            }
            let told = cell(cells, .told)
            let mark = Anchoring.Mark(
                quote: words(cells, .quote),
                start: Int(cell(cells, .start)),
                end: Int(cell(cells, .end)),
                before: words(cells, .before),
                after: words(cells, .after)
            )
            let source = self.source(name)
            let key = Passage(source: source.id, mark: mark, name: cell(cells, .excerpt) + told)
            let position: Int
            if let known = passages[key] {
                position = known
            } else {
                guard let excerpt = excerpt(mark, told, source, line, cells) else { return }
                position = draft.evidence.excerpts.count
                passages[key] = position
                draft.evidence.excerpts.append(excerpt)
            }
            var coding = Coding(excerpt: position, code: code, coder: cell(cells, .coder))
            coding.memo = cell(cells, .memo)
            let stance = cell(cells, .stance).lowercased()
            coding.stance = Coding.Stance(rawValue: stance) ?? .named
            if !stance.isEmpty, stance != coding.stance.rawValue {
                problem(
                    "qda.unknown-value",
                    line,
                    .stance,
                    "\(Problem.quote(stance)) is no stance; the row is imported as named.",
                    "Write named or absent into the row's stance."
                )
            }
            draft.evidence.codings.append(coding)
        }

        /// The study's source of that name, or a new one.
        private mutating func source(_ name: String) -> Source {
            let id = QDAImport.sourceID(name)
            if let source = sources[name.lowercased()] ?? sources[id.lowercased()] {
                if newSources[source.id] == nil {
                    newSources[source.id] = draft.evidence.sources.count
                    draft.evidence.sources.append(source)
                }
                return source
            }
            if let position = newSources[id] { return draft.evidence.sources[position] }
            newSources[id] = draft.evidence.sources.count
            draft.evidence.sources.append(Source(id: id, kind: .interview))
            return draft.evidence.sources[draft.evidence.sources.count - 1]
        }

        /// The row's passage; nil with a problem where it cannot be found.
        private mutating func excerpt(
            _ mark: Anchoring.Mark,
            _ told: String,
            _ source: Source,
            _ line: Int,
            _ cells: [String]
        ) -> Excerpt? {
            let name = cell(cells, .excerpt)
            guard !mark.quote.isEmpty || !told.isEmpty else {
                problem(
                    "qda.row",
                    line,
                    .quote,
                    "The row has no words; it is left out.",
                    "Fill it in, and import the table again."
                )
                return nil
            }
            var excerpt = Excerpt(
                id: name.isEmpty ? "\(source.id):line \(line)" : name,
                source: source.id,
                anchor: mark.quote.isEmpty ? .told : .quoted,
                state: .notHeld,
                quote: mark.quote.isEmpty ? told : mark.quote
            )
            excerpt.places = cell(cells, .place).split(separator: ";").map { $0.trimmingBlanks() }
            excerpt.locator = cell(cells, .locator)
            guard excerpt.anchor == .quoted, let text = source.text else { return excerpt }
            let found = Anchoring.locateLoosely(mark, in: text)
            guard let range = found.range else {
                let places =
                    if case .ambiguous(let count) = found.state { count } else { 0 }
                problem(
                    "qda.passage-differs",
                    line,
                    .quote,
                    places == 0
                        ? "The text of \(source.id) does not hold \(Problem.quote(mark.quote)); "
                            + "the row is left out."
                        : "\(Problem.quote(mark.quote)) stands at \(places) places of \(source.id), and "
                            + "nothing says which is meant; the row is left out.",
                    "Add a row for it to the codings, with start and end."
                )
                return nil
            }
            return Excerpt(
                id: name.isEmpty ? Excerpt.placeName(source.id, range) : name,
                source: source.id,
                anchor: .held(range),
                state: .exact,
                quote: text[range]
            ).with(places: excerpt.places, locator: excerpt.locator)
        }

        private mutating func problem(
            _ code: Problem.Code,
            _ line: Int,
            _ column: Column,
            _ message: String,
            _ remedy: String
        ) {
            draft.problems.append(
                Problem(
                    .warning,
                    code,
                    at: .init(
                        table.file,
                        line: line,
                        column: positions[column].map { table.header[$0] }
                    ),
                    message,
                    remedy: remedy
                )
            )
        }
    }
}

extension Excerpt {
    fileprivate func with(places: [String], locator: String) -> Excerpt {
        var excerpt = self
        excerpt.places = places
        excerpt.locator = locator
        return excerpt
    }
}
