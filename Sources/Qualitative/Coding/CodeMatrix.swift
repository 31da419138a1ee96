/// How many passages and sources each code has, by an attribute of the sources.
package struct CodeMatrix: Sendable, Hashable {
    /// What the columns are.
    package enum Attribute: Sendable, Hashable, CaseIterable {
        /// The places that the passage speaks of, else those of its source: it may have several.
        case place
        case informant
        case sex
        case language
        case kind
        /// The year.
        case date
        /// One column for all.
        case all
    }

    /// What stands where a code and a value meet.
    package struct Cell: Sendable, Hashable {
        /// Passages; those of one source that overlap are one, whoever marked them.
        package var passages = 0
        /// Sources with at least one such passage.
        package var sources = 0
        /// Those of them that are made up.
        package var syntheticSources = 0

        package init(passages: Int = 0, sources: Int = 0, syntheticSources: Int = 0) {
            self.passages = passages
            self.sources = sources
            self.syntheticSources = syntheticSources
        }
    }

    package let attribute: Attribute
    /// The ids of the codes, as in ``EvidenceIndex/codes``.
    package let codes: [String]
    /// The values, sorted; "" for passages without one comes last.
    package let columns: [String]
    /// By code, then by column.
    package let cells: [[Cell]]

    package subscript(code: String, column: String) -> Cell {
        guard let row = codes.firstIndex(of: code), let index = columns.firstIndex(of: column)
        else { return Cell() }
        return cells[row][index]
    }
}

extension EvidenceIndex {
    /// Passages and sources by code and `attribute`, with codes below a code counted for it too.
    ///
    /// - Parameters:
    ///   - attribute: What the columns are.
    ///   - stance: Only codings that say this; nil for all.
    ///   - place: Gives the value that a place counts for, such as the region above it, and nil for
    ///     one that is left out. A passage of several places with one value counts once there.
    /// - Returns: A row for each code, a column for each value that a passage has.
    package func matrix(
        by attribute: CodeMatrix.Attribute,
        stance: Coding.Stance? = nil,
        place: (String) -> String? = { $0 }
    ) -> CodeMatrix {
        let (columns, values) = columns(of: attribute, place)
        let cells = marks.map { count($0, stance, values, columns: columns.count) }
        return CodeMatrix(attribute: attribute, codes: codes, columns: columns, cells: cells)
    }

    /// The cells of one code.
    private func count(
        _ entries: [Entry],
        _ stance: Coding.Stance?,
        _ values: [[Int]],
        columns: Int
    ) -> [CodeMatrix.Cell] {
        var cells = [CodeMatrix.Cell](repeating: .init(), count: columns)
        // Where the last source and the last stretch of each column ended; entries come in that order.
        var last = [(source: Int32, end: Int)](repeating: (-1, -1), count: columns)
        var previous: Int32 = -1
        for entry in entries where stance == nil || entry.stance == stance {
            let excerpt = Int(entry.excerpt)
            // Of a passage with both stances, where both count.
            if stance == nil, entry.excerpt == previous { continue }
            previous = entry.excerpt
            let source = sources[excerpt]
            let range = range(of: excerpt)
            for column in values[excerpt] {
                if last[column].source != source {
                    last[column] = (source, -1)
                    cells[column].sources += 1
                    if evidence.sources[Int(source)].isSynthetic {
                        cells[column].syntheticSources += 1
                    }
                }
                guard let range else {
                    cells[column].passages += 1
                    continue
                }
                if range.lowerBound >= last[column].end { cells[column].passages += 1 }
                last[column].end = max(last[column].end, range.upperBound)
            }
        }
        return cells
    }

    /// The columns, and the ones that each passage counts in.
    private func columns(
        of attribute: CodeMatrix.Attribute,
        _ place: (String) -> String?
    ) -> ([String], [[Int]]) {
        var known: [String: Int] = [:]
        func number(_ value: String) -> Int {
            if let number = known[value] { return number }
            known[value] = known.count
            return known.count - 1
        }
        let ofSource = evidence.sources.map { source -> [Int] in
            if attribute == .place { return numbers(source.places, place, number) }
            return [number(Self.value(of: attribute, source))]
        }
        let raw = evidence.excerpts.indices.map { index -> [Int] in
            guard sources[index] >= 0 else { return [] }
            let own = evidence.excerpts[index].places
            return attribute == .place && !own.isEmpty
                ? numbers(own, place, number) : ofSource[Int(sources[index])]
        }
        let columns = known.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }
        var order = [Int](repeating: 0, count: columns.count)
        for (position, value) in columns.enumerated() { order[known[value] ?? 0] = position }
        return (columns, raw.map { $0.map { order[$0] } })
    }

    private func numbers(
        _ places: [String],
        _ place: (String) -> String?,
        _ number: (String) -> Int
    ) -> [Int] {
        guard !places.isEmpty else { return [number("")] }
        var found: [Int] = []
        for value in places.compactMap(place) {
            let column = number(value)
            if !found.contains(column) { found.append(column) }
        }
        return found
    }

    private static func value(of attribute: CodeMatrix.Attribute, _ source: Source) -> String {
        switch attribute {
        case .place, .all: ""
        case .informant: source.informant
        case .sex: source.sex?.rawValue ?? ""
        case .language: source.language
        case .kind: source.kind.rawValue
        case .date: String(source.date.prefix(4))
        }
    }
}
