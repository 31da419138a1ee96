/// The agreement of all coders of a study on all codes.
package struct AgreementReport: Sendable, Hashable {
    /// The coders with a name, sorted.
    package let coders: [String]
    /// By code, in the order of the tree; codes that no compared source has are left out.
    package let codes: [CoderAgreement]
    /// Ids of sources that one coder alone coded.
    package let codedOnce: [String]
    /// Codings without a coder, which take no part.
    package let anonymous: Int
}

extension EvidenceIndex {
    /// How far coders agree, on each code, per source and per character.
    ///
    /// A source is compared where both coders coded it at all; then what a coder left open is a no. A
    /// code below a code counts for it too, and the stance of a coding does not matter. Passages of one
    /// coder and code are joined before they are counted, so that marking a word twice is marking it
    /// once. Characters are those of held texts; passages of sources that are not held count per source.
    package func agreement() -> AgreementReport {
        let coders = Set(evidence.codings.map(\.coder)).subtracting([""]).sorted()
        let layers = layers(of: coders)
        var codersOf = [Set<Int>](repeating: [], count: evidence.sources.count)
        for (coder, layer) in layers.enumerated() {
            for source in layer.sources { codersOf[source].insert(coder) }
        }
        let compared = evidence.sources.indices.filter { codersOf[$0].count >= 2 }
        let judged = codes.indices.compactMap { code -> CoderAgreement? in
            let isUsed = compared.contains { source in
                layers.contains { $0.stretches[source]?[code] != nil }
            }
            guard isUsed else { return nil }
            return CoderAgreement(
                code: codes[code],
                pairs: pairs(coders, layers, code),
                groups: groups(layers, codersOf, compared, code)
            )
        }
        return AgreementReport(
            coders: coders,
            codes: judged,
            codedOnce: evidence.sources.indices.filter { codersOf[$0].count == 1 }
                .map { evidence.sources[$0].id },
            anonymous: evidence.codings.count { $0.coder.isEmpty }
        )
    }

    /// What one coder marked: by source and code, the joined stretches; empty for words not held.
    private struct Layer {
        /// nil for a source that the coder did not code.
        var stretches: [[Int: [Range<Int>]]?]
        var sources: [Int] { stretches.indices.filter { stretches[$0] != nil } }
    }

    private func layers(of coders: [String]) -> [Layer] {
        var numbers: [String: Int] = [:]
        for (index, coder) in coders.enumerated() { numbers[coder] = index }
        let none = [[Int: [Range<Int>]]?](repeating: nil, count: evidence.sources.count)
        var layers = [Layer](repeating: Layer(stretches: none), count: coders.count)
        for coding in evidence.codings where sources[coding.excerpt] >= 0 {
            guard let coder = numbers[coding.coder], let code = position(of: coding.code)
            else { continue }
            let source = Int(sources[coding.excerpt])
            let range = range(of: coding.excerpt)
            if layers[coder].stretches[source] == nil { layers[coder].stretches[source] = [:] }
            for code in paths[code] {
                layers[coder].stretches[source]?[code, default: []] += range.map { [$0] } ?? []
            }
        }
        return layers.map { layer in
            Layer(stretches: layer.stretches.map { $0?.mapValues(Stretches.joined) })
        }
    }

    private func pairs(_ coders: [String], _ layers: [Layer], _ code: Int) -> [CoderAgreement.Pair]
    {
        var pairs: [CoderAgreement.Pair] = []
        for first in coders.indices {
            for second in coders.indices.dropFirst(first + 1) {
                let shared = layers[first].sources.filter {
                    layers[second].stretches[$0] != nil
                }
                guard !shared.isEmpty else { continue }
                let ones = shared.map { layers[first].stretches[$0]?[code] }
                let others = shared.map { layers[second].stretches[$0]?[code] }
                let marked = zip(ones, others).count { $0 != nil || $1 != nil }
                for unit in CoderAgreement.Unit.allCases {
                    let tables = shared.indices.compactMap { index in
                        table(ones[index], others[index], unit, evidence.sources[shared[index]])
                    }
                    guard !tables.isEmpty else { continue }
                    pairs.append(
                        CoderAgreement.Pair(
                            (coders[first], coders[second]),
                            unit,
                            markedSources: marked,
                            tables
                        )
                    )
                }
            }
        }
        return pairs
    }

    /// The table of one source; nil for characters of one that is not held.
    private func table(
        _ one: [Range<Int>]?,
        _ other: [Range<Int>]?,
        _ unit: CoderAgreement.Unit,
        _ source: Source
    ) -> AgreementTable? {
        switch unit {
        case .source:
            return AgreementTable(
                both: one != nil && other != nil ? 1 : 0,
                onlyFirst: one != nil && other == nil ? 1 : 0,
                onlySecond: one == nil && other != nil ? 1 : 0,
                neither: one == nil && other == nil ? 1 : 0
            )
        case .character:
            guard let text = source.text else { return nil }
            let (one, other) = (one ?? [], other ?? [])
            let both = Stretches.overlap(one, other)
            let (a, b) = (Stretches.length(one), Stretches.length(other))
            return AgreementTable(
                both: both,
                onlyFirst: a - both,
                onlySecond: b - both,
                neither: text.count - a - b + both
            )
        }
    }

    private func groups(
        _ layers: [Layer],
        _ codersOf: [Set<Int>],
        _ compared: [Int],
        _ code: Int
    ) -> [CoderAgreement.Group] {
        let comparing = compared.reduce(into: Set<Int>()) { $0.formUnion(codersOf[$1]) }
        guard comparing.count > 2 else { return [] }
        return CoderAgreement.Unit.allCases.compactMap { unit in
            let parts = compared.compactMap { source -> NominalUnits? in
                let present = codersOf[source].count
                let given = codersOf[source].sorted()
                    .compactMap { layers[$0].stretches[source]?[code] }
                var units = NominalUnits()
                switch unit {
                case .source: units.add([given.count, present - given.count])
                case .character:
                    guard let text = evidence.sources[source].text else { return nil }
                    for (marking, length) in Stretches.depths(given, of: text.count) {
                        units.add([marking, present - marking], times: length)
                    }
                }
                return units
            }
            guard !parts.isEmpty else { return nil }
            let (zero, sum) = (
                NominalUnits(), { (one: NominalUnits, two: NominalUnits) in one + two }
            )
            return CoderAgreement.Group(
                unit: unit,
                coders: comparing.count,
                sources: parts.count,
                n: parts.reduce(0) { $0 + $1.compared },
                percent: .init(parts, zero: zero, lowest: 0, add: sum) { part throws(NoAgreement) in
                    try part.percent()
                },
                alpha: .init(parts, zero: zero, add: sum) { part throws(NoAgreement) in
                    try part.alpha()
                }
            )
        }
    }
}

extension CoderAgreement.Pair {
    /// Two coders with their tables, one a source.
    init(
        _ coders: (String, String),
        _ unit: CoderAgreement.Unit,
        markedSources: Int,
        _ tables: [AgreementTable]
    ) {
        (first, second) = coders
        self.unit = unit
        self.markedSources = markedSources
        sources = tables.count
        let zero = AgreementTable()
        let sum = { (one: AgreementTable, other: AgreementTable) in one + other }
        table = tables.reduce(zero, +)
        percent = .init(tables, zero: zero, lowest: 0, add: sum) { part throws(NoAgreement) in
            try part.percent()
        }
        kappa = .init(tables, zero: zero, add: sum) { part throws(NoAgreement) in
            try part.kappa()
        }
        alpha = .init(tables, zero: zero, add: sum) { part throws(NoAgreement) in
            try part.alpha()
        }
    }
}

/// Sums over stretches of text, without a value for each character.
enum Stretches {
    /// The same characters as stretches that do not touch, ascending.
    static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    static func length(_ stretches: [Range<Int>]) -> Int { stretches.reduce(0) { $0 + $1.count } }

    /// The characters that lie in both of two lists of joined stretches.
    static func overlap(_ one: [Range<Int>], _ other: [Range<Int>]) -> Int {
        var (i, j, total) = (0, 0, 0)
        while i < one.count, j < other.count {
            let start = max(one[i].lowerBound, other[j].lowerBound)
            let end = min(one[i].upperBound, other[j].upperBound)
            total += max(0, end - start)
            if one[i].upperBound < other[j].upperBound { i += 1 } else { j += 1 }
        }
        return total
    }

    /// How many characters of a text of `count` lie in how many of `lists` of joined stretches.
    static func depths(_ lists: [[Range<Int>]], of count: Int) -> [(depth: Int, length: Int)] {
        var changes: [(at: Int, by: Int)] = []
        for range in lists.joined() {
            changes.append((range.lowerBound, 1))
            changes.append((range.upperBound, -1))
        }
        changes.sort { $0.at < $1.at }
        var lengths = [Int](repeating: 0, count: lists.count + 1)
        var (depth, at) = (0, 0)
        for change in changes {
            lengths[depth] += change.at - at
            at = change.at
            depth += change.by
        }
        lengths[0] += count - at
        return lengths.enumerated().map { ($0, $1) }
    }
}
