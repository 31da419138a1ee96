/// Which group each row belongs to: a breakdown, a base, or the two together.
///
/// Rows outside every group stay in the design: a group is a domain, never a smaller sample.
package struct Grouping: Sendable, Hashable {
    /// 0 for a row in no group, k for the k-th group.
    package let codes: Codes
    /// The number of groups, those without rows included.
    package let count: Int

    /// Groups by code; each code is in 0...`count`.
    package init(_ codes: Codes, count: Int) {
        self.codes = codes
        self.count = count
    }

    /// A group for each answer of a column; an answer that means "no answer" is in no group.
    ///
    /// - Returns: nil for a column that does not hold one answer from a closed list.
    package init?(_ column: Column) {
        guard case .codes(let codes, let categories) = column.values else { return nil }
        self.init(
            categories.contains(where: \.isMissing)
                ? Codes(answered: codes, among: categories) : codes,
            count: categories.count
        )
    }

    /// One group: the rows for which `isInside` holds.
    package init(only isInside: [Bool]) {
        self.init(.bytes(isInside.map { $0 ? 1 : 0 }), count: 1)
    }

    /// The groups of both: group (a, b) has the number (a - 1) × `other.count` + b.
    ///
    /// - Returns: nil when that makes more groups than a column can have categories.
    package func crossed(with other: Grouping) -> Grouping? {
        precondition(codes.count == other.codes.count, "the same rows")
        let crossedCount = count * other.count
        guard crossedCount <= Codes.mostCategories else { return nil }
        let crossedCodes = (0..<codes.count).map { row in
            let a = codes[row]
            let b = other.codes[row]
            return a == 0 || b == 0 ? 0 : (a - 1) * other.count + b
        }
        return Grouping(Codes(crossedCodes, categoryCount: crossedCount), count: crossedCount)
    }

    /// The same groups with only the rows for which `isInside` holds: a question's base.
    package func within(_ isInside: [Bool]) -> Grouping {
        precondition(codes.count == isInside.count, "the same rows")
        let kept = (0..<codes.count).map { isInside[$0] ? codes[$0] : 0 }
        return Grouping(Codes(kept, categoryCount: count), count: count)
    }
}

extension Codes {
    /// The codes with every category that means "no answer" turned into 0.
    package init(answered codes: Codes, among categories: [Category]) {
        let answered = [0] + categories.indices.map { categories[$0].isMissing ? 0 : $0 + 1 }
        self.init(
            (0..<codes.count).map { answered[codes[$0]] },
            categoryCount: categories.count
        )
    }
}

extension Numbers {
    /// The numbers of a column with every number that means "no answer" turned into NaN.
    ///
    /// - Returns: nil for a column that holds no numbers.
    package init?(answered column: Column) {
        guard case .numbers(let numbers) = column.values else { return nil }
        let missing = column.missingNumbers
        guard !missing.isEmpty else {
            self = numbers
            return
        }
        self.init(numbers.all.map { missing.contains($0) ? .nan : $0 })
    }
}
