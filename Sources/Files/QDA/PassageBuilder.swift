import Qualitative

/// Collects passages: selections of one source, range and name are one passage.
struct PassageBuilder {
    var excerpts: [Excerpt] = []
    var codings: [Coding] = []
    private var positions: [Key: Int] = [:]
    private var ids: Set<String> = []

    private struct Key: Hashable {
        let source: String
        let range: Range<Int>
        let name: String
    }

    mutating func excerpt(
        _ source: String,
        _ range: Range<Int>,
        _ text: SourceText,
        name: String
    ) -> Int {
        let key = Key(source: source, range: range, name: name)
        if let position = positions[key] { return position }
        positions[key] = excerpts.count
        // A name that another passage has already goes to the first alone.
        let isFree = !name.isEmpty && !ids.contains(name)
        let id = isFree ? name : Excerpt.placeName(source, range)
        ids.insert(id)
        excerpts.append(
            Excerpt(
                id: id,
                source: source,
                anchor: .held(range),
                state: .exact,
                quote: text[range]
            )
        )
        return excerpts.count - 1
    }
}
