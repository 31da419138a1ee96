import Base
import Foundation
import Qualitative
import Report

extension KnowledgeReader {
    /// The evidence in the folder of the interviews; nil where the folder or its sources are missing.
    mutating func readInterviews(_ subfolder: String) -> Evidence? {
        guard hasFolder(subfolder, at: "interviews") else { return nil }
        var evidence = Evidence()
        let sources = tables(
            "sources",
            in: subfolder,
            known: [
                "id", "kind", "place", "informant", "sex", "people", "language", "date", "file",
                "title.", "synthetic", "note",
            ],
            needed: ["id", "kind"]
        )
        if sources.isEmpty {
            add([
                Problem(
                    .error,
                    "interviews.no-sources",
                    at: .init((subfolder as NSString).appendingPathComponent("sources.csv")),
                    "The folder of the interviews has no list of sources.",
                    remedy: "Write sources.csv with a row for each interview: id, kind, place, …"
                )
            ])
            return nil
        }
        var taken: [String: Int] = [:]
        for table in sources {
            evidence.sources += readSources(table, in: subfolder, &taken)
        }
        evidence.codes = readCodebook(in: subfolder)
        evidence.cells = readPeople(in: subfolder) ?? Self.cells(of: evidence.sources)
        readCodings(in: subfolder, into: &evidence)
        return evidence
    }

    private mutating func readSources(
        _ table: KnowledgeTable,
        in subfolder: String,
        _ taken: inout [String: Int]
    ) -> [Source] {
        var table = table
        defer { add(table.problems) }
        return table.rows.compactMap { row in
            // A kind that is wrong is one problem: the source is known to the codings all the same.
            let kind: Source.Kind = table.choice(row, "kind") ?? .document
            guard let id = table.newID(row, "id", &taken) else { return nil }
            var source = Source(id: id, kind: kind)
            source.title = table.localText(row, "title")
            source.places = placeCodes(row, "place", &table)
            source.informant = table.text(row, "informant")
            if !table.text(row, "sex").isEmpty { source.sex = table.choice(row, "sex") }
            source.people = table.whole(row, "people", atLeast: 1) ?? (source.isSpoken ? 1 : nil)
            source.language = table.text(row, "language")
            source.date = table.text(row, "date")
            source.isSynthetic = table.truth(row, "synthetic")
            let file = table.text(row, "file")
            if !file.isEmpty { source.text = text(file, in: subfolder, row, &table) }
            return source
        }
    }

    /// Codes of places; every place is known where the study has no table of places.
    func placeCodes(
        _ row: KnowledgeTable.Row,
        _ column: String,
        _ table: inout KnowledgeTable
    ) -> [String] {
        guard !knowledge.places.isEmpty else { return table.list(row, column) }
        return table.words(row, column, of: knowledge.places, called: "places")
    }

    private func text(
        _ file: String,
        in subfolder: String,
        _ row: KnowledgeTable.Row,
        _ table: inout KnowledgeTable
    ) -> SourceText? {
        let path = [folder, subfolder, "texts", file].reduce("") {
            ($0 as NSString).appendingPathComponent($1)
        }
        guard !file.contains("/"), !file.contains("\\") else {
            table.problem(
                "interviews.text",
                row,
                "file",
                "\(Problem.quote(file)) is no name of a file in texts/.",
                "Put the transcript into the folder texts and write its name alone."
            )
            return nil
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            table.problem(
                "interviews.text",
                row,
                "file",
                "There is no transcript \(Problem.quote(file)) in texts/.",
                "Put the file there, mend its name, or leave the cell empty for a source that is not held."
            )
            return nil
        }
        guard let text = String(data: bytes, encoding: .utf8), !text.contains("\0") else {
            table.problem(
                "interviews.text",
                row,
                "file",
                "The transcript \(Problem.quote(file)) is not text in UTF-8.",
                "Save it as plain text in UTF-8."
            )
            return nil
        }
        return SourceText(text)
    }

    // MARK: - Codes

    private mutating func readCodebook(in subfolder: String) -> CodeTree {
        let tables = tables(
            "codebook",
            in: subfolder,
            known: ["code", "name.", "under", "need", "definition.", "use.", "example."],
            needed: ["code"]
        )
        var taken: [String: Int] = [:]
        var codes: [Code] = []
        var parents: [(code: String, parent: String, row: KnowledgeTable.Row, table: Int)] = []
        var read = tables
        for index in read.indices {
            for row in read[index].rows {
                guard let id = read[index].newID(row, "code", &taken) else { continue }
                let name = read[index].localText(row, "name")
                var code = Code(id: id, name: name.isEmpty ? LocalText(id) : name)
                let need = read[index].text(row, "need")
                if !need.isEmpty {
                    code.need = read[index].word(
                        need,
                        of: knowledge.needs,
                        row,
                        "need",
                        called: "needs"
                    )
                }
                code.definition = read[index].localText(row, "definition")
                code.use = read[index].localText(row, "use")
                code.example = read[index].localText(row, "example")
                let under = read[index].text(row, "under")
                if !under.isEmpty {
                    code.parent = under
                    parents.append((id, under, row, index))
                }
                codes.append(code)
            }
        }
        checkParents(parents, of: &codes, &read)
        add(read.flatMap(\.problems))
        return CodeTree(codes)
    }

    /// Each code above must be there, and none stands above itself.
    private func checkParents(
        _ parents: [(code: String, parent: String, row: KnowledgeTable.Row, table: Int)],
        of codes: inout [Code],
        _ tables: inout [KnowledgeTable]
    ) {
        let above = Dictionary(parents.map { ($0.code, $0.parent) }) { first, _ in first }
        let known = Set(codes.map(\.id))
        for entry in parents {
            var seen: Set<String> = [entry.code]
            var next: String? = entry.parent
            while let current = next, seen.insert(current).inserted { next = above[current] }
            let isLoop = next == entry.code
            if known.contains(entry.parent), !isLoop { continue }
            if let position = codes.firstIndex(where: { $0.id == entry.code }) {
                codes[position].parent = nil
            }
            let hint = nearestName(to: entry.parent, in: codes.map(\.id))
            tables[entry.table].problem(
                "interviews.unknown-code",
                entry.row,
                "under",
                isLoop
                    ? "The code stands above itself."
                    : "There is no code \(Problem.quote(entry.parent)).",
                hint.map { "Did you mean \($0)?" } ?? "Write a code of this table, or nothing."
            )
        }
    }

    // MARK: - People

    private mutating func readPeople(in subfolder: String) -> [InformantCell]? {
        let tables = tables(
            "people",
            in: subfolder,
            known: ["place", "informant", "sex", "people", "note"],
            needed: ["place", "informant", "people"]
        )
        guard !tables.isEmpty else { return nil }
        return tables.flatMap { table -> [InformantCell] in
            var table = table
            defer { add(table.problems) }
            return table.rows.compactMap { row in
                let places = placeCodes(row, "place", &table)
                guard let people = table.whole(row, "people", atLeast: 0) else { return nil }
                if places.count > 1 {
                    table.problem(
                        "interviews.people-places",
                        row,
                        "place",
                        "The row counts people of several places together.",
                        "Write a row for each place, or leave the place empty."
                    )
                    return nil
                }
                return InformantCell(
                    place: places.first ?? "",
                    informant: table.text(row, "informant"),
                    sex: table.text(row, "sex").isEmpty ? nil : table.choice(row, "sex"),
                    people: people
                )
            }
        }
    }

    /// The people of the sources themselves, a cell for each place, kind and sex.
    private static func cells(of sources: [Source]) -> [InformantCell] {
        var cells: [InformantCell] = []
        for source in sources where source.isSpoken {
            // Who of a source of several places is from which, nobody said.
            let place = source.places.count == 1 ? source.places[0] : ""
            let people = source.people ?? 1
            if let known = cells.firstIndex(where: {
                $0.place == place && $0.informant == source.informant && $0.sex == source.sex
            }) {
                cells[known].people += people
            } else {
                cells.append(
                    InformantCell(
                        place: place,
                        informant: source.informant,
                        sex: source.sex,
                        people: people
                    )
                )
            }
        }
        return cells
    }
}
