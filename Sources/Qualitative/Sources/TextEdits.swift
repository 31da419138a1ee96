/// Which scalars of a text others replaced, so that passages can be moved along exactly.
package struct TextEdits: Sendable, Hashable {
    package struct Edit: Sendable, Hashable {
        /// Scalars of the text before.
        package let old: Range<Int>
        /// The scalars of the text after that stand for them.
        package let new: Range<Int>
    }

    /// Ascending, and no two touch the same scalars.
    package private(set) var edits: [Edit] = []

    package init() {}

    /// Adds the replacement of `old`, which lies after all others, by `count` scalars.
    package mutating func replace(_ old: Range<Int>, byCount count: Int) {
        let start = old.lowerBound + shift
        edits.append(Edit(old: old, new: start..<start + count))
    }

    /// How much longer the text has become so far.
    private var shift: Int { edits.last.map { $0.new.upperBound - $0.old.upperBound } ?? 0 }

    /// Where a passage of the text before stands in the text after.
    ///
    /// An end within replaced words moves outward, so that the passage holds the replacement whole.
    package func moved(_ range: Range<Int>) -> Range<Int> {
        let start = moved(range.lowerBound, isEnd: false)
        return start..<max(start, moved(range.upperBound, isEnd: true))
    }

    private func moved(_ position: Int, isEnd: Bool) -> Int {
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].old.upperBound <= position { low = middle + 1 } else { high = middle }
        }
        // All edits before `low` end at or before the position.
        if low < edits.count, edits[low].old.lowerBound < position {
            return isEnd ? edits[low].new.upperBound : edits[low].new.lowerBound
        }
        let last = low > 0 ? edits[low - 1] : nil
        return position + (last.map { $0.new.upperBound - $0.old.upperBound } ?? 0)
    }
}
