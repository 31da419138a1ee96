import Qualitative

extension InterviewFolder {
    /// A place where words stand in a transcript.
    package struct Found: Sendable, Hashable, Encodable {
        /// The source's id.
        package let source: String
        /// Scalars of its text, the end exclusive.
        package let start: Int
        package let end: Int
        package let words: String
        /// Up to 32 scalars round the words.
        package let before: String
        package let after: String
    }

    /// Where `words` stand in the transcripts, without regard to case, apostrophes and accents.
    ///
    /// - Parameters:
    ///   - words: What is looked for.
    ///   - limit: At most so many places are listed; all are counted.
    /// - Returns: The first places in the order of the sources, how many there are, in how many sources.
    package func find(
        _ words: String,
        limit: Int
    ) -> (places: [Found], total: Int, sources: Int) {
        let result = TextIndex(study.evidence).search(words, limit: limit)
        let texts = Dictionary(study.evidence.sources.map { ($0.id, $0.text) }) { one, _ in one }
        let places = result.hits.compactMap { hit -> Found? in
            guard let text = texts[hit.source] ?? nil else { return nil }
            let context = Anchoring.context(of: hit.range, in: text)
            return Found(
                source: hit.source,
                start: hit.range.lowerBound,
                end: hit.range.upperBound,
                words: text[hit.range],
                before: context.before,
                after: context.after
            )
        }
        return (places, result.total, result.sources)
    }
}
