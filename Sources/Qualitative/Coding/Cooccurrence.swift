/// How often two codes stand together.
package struct Cooccurrence: Sendable, Hashable {
    /// The ids of the codes, as in ``EvidenceIndex/codes``.
    package let codes: [String]
    /// Stretches of text, or passages of sources that are not held, which both codes mark.
    ///
    /// By code and code; on the diagonal the stretches that the code marks.
    package let passages: [[Int]]
    /// Sources with such a stretch.
    package let overlapSources: [[Int]]
    /// Sources that both codes mark, wherever.
    package let sources: [[Int]]

    /// Two codes that stand together, neither above the other.
    package struct Pair: Sendable, Hashable {
        package let first: String
        package let second: String
        package let passages: Int
        package let overlapSources: Int
        package let sources: Int
    }
}

extension EvidenceIndex {
    /// How often codes stand together, with codes below a code counted for it too if `rollingUp`.
    ///
    /// Passages with one code are joined first: those of one source that overlap are one stretch, so
    /// that coders who marked the same words are not counted as many. A stretch of one code and one
    /// of another that overlap count as one. The tables are symmetric.
    package func cooccurrence(rollingUp: Bool = true) -> Cooccurrence {
        let none = [[Int]](
            repeating: [Int](repeating: 0, count: codes.count),
            count: codes.count
        )
        var (passages, overlaps, together) = (none, none, none)
        for stretches in stretchesBySource(rollingUp ? marks : ownMarks) {
            var seen: Set<Int> = []
            var overlapping: Set<Int> = []
            var active: [Stretch] = []
            for stretch in stretches {
                seen.insert(stretch.code)
                active.removeAll { $0.end <= stretch.start }
                for other in active + [stretch] {
                    passages[stretch.code][other.code] += 1
                    if other.code != stretch.code { passages[other.code][stretch.code] += 1 }
                    let (low, high) = (
                        min(stretch.code, other.code), max(stretch.code, other.code)
                    )
                    overlapping.insert(low * codes.count + high)
                }
                active.append(stretch)
            }
            for pair in overlapping {
                let (one, other) = (pair / codes.count, pair % codes.count)
                overlaps[one][other] += 1
                if one != other { overlaps[other][one] += 1 }
            }
            for one in seen { for other in seen { together[one][other] += 1 } }
        }
        return Cooccurrence(
            codes: codes,
            passages: passages,
            overlapSources: overlaps,
            sources: together
        )
    }

    /// The pairs of codes that mark the same words, most often first; a code and one above it are none.
    package func pairs(of table: Cooccurrence) -> [Cooccurrence.Pair] {
        var pairs: [Cooccurrence.Pair] = []
        for first in codes.indices {
            for second in codes.indices.dropFirst(first + 1)
            where table.passages[first][second] > 0 && !isRelated(first, second) {
                pairs.append(
                    Cooccurrence.Pair(
                        first: codes[first],
                        second: codes[second],
                        passages: table.passages[first][second],
                        overlapSources: table.overlapSources[first][second],
                        sources: table.sources[first][second]
                    )
                )
            }
        }
        // Equal pairs keep the order of the codes.
        return pairs.enumerated().sorted { one, other in
            (other.element.passages, one.offset) < (one.element.passages, other.offset)
        }
        .map(\.element)
    }

    private struct Stretch {
        let code: Int
        let start: Int
        var end: Int
    }

    /// For each source the stretches of its codes, by their start.
    private func stretchesBySource(_ marks: [[Entry]]) -> [[Stretch]] {
        var bySource = [[Stretch]](repeating: [], count: evidence.sources.count)
        for (code, entries) in marks.enumerated() {
            var previous: Int32 = -1
            for entry in entries where entry.excerpt != previous {
                previous = entry.excerpt
                let source = Int(sources[Int(entry.excerpt)])
                // A passage without a place in a text overlaps itself alone: each has a place of its
                // own before all texts.
                let own = 2 * (Int(entry.excerpt) - evidence.excerpts.count)
                let range = range(of: Int(entry.excerpt)) ?? own..<own + 1
                if let last = bySource[source].last, last.code == code,
                    range.lowerBound < last.end
                {
                    bySource[source][bySource[source].count - 1].end =
                        max(last.end, range.upperBound)
                } else {
                    bySource[source].append(
                        Stretch(code: code, start: range.lowerBound, end: range.upperBound)
                    )
                }
            }
        }
        return bySource.map { $0.sorted { ($0.start, $0.code) < ($1.start, $1.code) } }
    }
}
