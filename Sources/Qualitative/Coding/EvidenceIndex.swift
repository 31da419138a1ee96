/// What sources and codes a study's codings join, numbered once, so that counts are sums.
///
/// Only passages that are known to stand in a known source take part. A code that the tree lacks stands
/// at its end, without a code above it.
package struct EvidenceIndex: Sendable {
    /// A code on a passage, whoever set it and however often.
    struct Entry: Sendable, Hashable {
        var excerpt: Int32
        var stance: Coding.Stance
    }

    package let evidence: Evidence
    /// The ids of the codes, those of the tree first and in its order.
    package let codes: [String]
    /// For each code, the passages that it or a code below it marks: by source, then by their start.
    let marks: [[Entry]]
    /// The same without the codes below.
    let ownMarks: [[Entry]]
    /// The source of each passage; -1 where it has none or is not anchored.
    let sources: [Int32]
    /// For each code, itself and the codes above it.
    let paths: [[Int]]
    private let positions: [String: Int]

    package init(_ evidence: Evidence) {
        self.evidence = evidence
        var codes = evidence.codes.codes.map(\.id)
        var positions: [String: Int] = [:]
        for (index, code) in codes.enumerated() { positions[code] = index }
        var numbers = [Int](repeating: 0, count: evidence.codings.count)
        for (index, coding) in evidence.codings.enumerated() {
            if let known = positions[coding.code] {
                numbers[index] = known
            } else {
                numbers[index] = codes.count
                positions[coding.code] = codes.count
                codes.append(coding.code)
            }
        }
        self.codes = codes
        self.positions = positions
        sources = Self.sources(of: evidence)
        paths = Self.paths(of: codes, in: evidence.codes, positions)
        marks = Self.marks(evidence, numbers, sources, paths)
        ownMarks = Self.marks(evidence, numbers, sources, codes.indices.map { [$0] })
    }

    /// The place of a code in ``codes``.
    package func position(of code: String) -> Int? { positions[code] }

    /// Whether one of two codes stands above the other, or they are one.
    package func isRelated(_ one: Int, _ other: Int) -> Bool {
        paths[one].contains(other) || paths[other].contains(one)
    }

    /// The scalars of a held passage; nil for others.
    func range(of excerpt: Int) -> Range<Int>? {
        if case .held(let range) = evidence.excerpts[excerpt].anchor { range } else { nil }
    }

    private static func sources(of evidence: Evidence) -> [Int32] {
        var positions: [String: Int32] = [:]
        for (index, source) in evidence.sources.enumerated() where positions[source.id] == nil {
            positions[source.id] = Int32(index)
        }
        return evidence.excerpts.map { $0.isAnchored ? positions[$0.source] ?? -1 : -1 }
    }

    private static func paths(
        of codes: [String],
        in tree: CodeTree,
        _ positions: [String: Int]
    ) -> [[Int]] {
        codes.indices.map { index in
            var path = [index]
            var next = tree[codes[index]]?.parent
            // Ends where a code's path comes back to itself.
            while let id = next, let position = positions[id], !path.contains(position) {
                path.append(position)
                next = tree[id]?.parent
            }
            return path
        }
    }

    private static func marks(
        _ evidence: Evidence,
        _ codes: [Int],
        _ sources: [Int32],
        _ paths: [[Int]]
    ) -> [[Entry]] {
        let starts = evidence.excerpts.map { excerpt in
            if case .held(let range) = excerpt.anchor { range.lowerBound } else { -1 }
        }
        let order = evidence.codings.indices
            .filter { sources[evidence.codings[$0].excerpt] >= 0 }
            .map { index in
                let excerpt = evidence.codings[index].excerpt
                return (source: sources[excerpt], start: starts[excerpt], excerpt, index)
            }
            .sorted { ($0.source, $0.start, $0.2, $0.3) < ($1.source, $1.start, $1.2, $1.3) }
        var marks = [[Entry]](repeating: [], count: paths.count)
        for (_, _, excerpt, index) in order {
            let entry = Entry(excerpt: Int32(excerpt), stance: evidence.codings[index].stance)
            for code in paths[codes[index]] {
                // What several coders or codes below said of one passage follows on itself.
                let last = marks[code].suffix(2)
                if !last.contains(entry) { marks[code].append(entry) }
            }
        }
        return marks
    }
}
