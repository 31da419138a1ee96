/// How each respondent went through a block of items with one list of answers.
///
/// Answers that mean “no answer”, and empty cells, are passed over: they neither end a run nor make one.
/// The longest run is the “long string” of Johnson (2005), "Ascertaining the validity of individual
/// protocols from Web-based personality inventories", Journal of Research in Personality 39, 103–129.
package struct StraightLining: Sendable, Hashable {
    /// The least number of items that make a block, and of answers that make a straight line.
    package static let leastItems = 5

    /// How many items of the block each row answered.
    package let answered: [Int]
    /// The longest run of one answer in the order of the items; 0 without answers.
    package let longestRun: [Int]
    /// Whether the row gave one answer throughout; nil with fewer than ``leastItems`` answers.
    package let isStraight: [Bool?]

    /// The way of each row through `items`, columns with a list of answers, in questionnaire order.
    ///
    /// - Returns: nil with fewer than ``leastItems`` items, or when one has no list of answers.
    package init?(_ items: [Column]) {
        guard items.count >= StraightLining.leastItems else { return nil }
        var codesOfName: [String: Int] = [:]
        var lists: [(codes: Codes, shared: [Int])] = []
        for item in items {
            guard case .codes(let codes, let categories) = item.values else { return nil }
            // Items are compared by the names of their answers; 0 is no answer.
            let shared = categories.map { category -> Int in
                if category.isMissing { return 0 }
                let next = codesOfName.count + 1
                codesOfName[category.name] = codesOfName[category.name] ?? next
                return codesOfName[category.name] ?? next
            }
            lists.append((codes, [0] + shared))
        }
        var answered: [Int] = []
        var longestRun: [Int] = []
        for row in 0..<items[0].rowCount {
            var count = 0
            var last = 0
            var run = 0
            var longest = 0
            for list in lists {
                let code = list.shared[list.codes[row]]
                guard code > 0 else { continue }
                count += 1
                run = code == last ? run + 1 : 1
                last = code
                longest = max(longest, run)
            }
            answered.append(count)
            longestRun.append(longest)
        }
        self.answered = answered
        self.longestRun = longestRun
        isStraight = zip(answered, longestRun).map { count, run in
            count < StraightLining.leastItems ? nil : run == count
        }
    }
}
