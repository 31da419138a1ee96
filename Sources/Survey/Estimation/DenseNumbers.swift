/// The different pairs (outer number, code) of the rows, numbered from 0 in their order.
struct DenseNumbers {
    /// The number of each row's pair.
    let numbers: [Int32]
    /// The outer number of each pair; ascending.
    let outerOfNumber: [Int32]

    var count: Int { outerOfNumber.count }

    /// Numbers the pairs of `outer` (0..<`outerCount`) and `codes` (0..<`codeCount`), one a row.
    ///
    /// Two counting sorts: linear in the rows.
    init(within outer: [Int32], count outerCount: Int, codes: [Int32], codeCount: Int) {
        let byCode = countingSort(Array(outer.indices.map { Int32($0) }), by: codes, codeCount)
        let order = countingSort(byCode, by: outer, outerCount)
        var numbers = [Int32](repeating: 0, count: outer.count)
        var outerOfNumber: [Int32] = []
        var last: (outer: Int32, code: Int32) = (-1, -1)
        for row in order {
            let pair = (outer: outer[Int(row)], code: codes[Int(row)])
            if pair != last {
                outerOfNumber.append(pair.outer)
                last = pair
            }
            numbers[Int(row)] = Int32(outerOfNumber.count - 1)
        }
        self.numbers = numbers
        self.outerOfNumber = outerOfNumber
    }
}

/// `rows` in ascending order of their keys (0..<`keyCount`); rows of one key keep their order.
func countingSort(_ rows: [Int32], by keys: [Int32], _ keyCount: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: keyCount + 1)
    for row in rows { starts[Int(keys[Int(row)]) + 1] += 1 }
    for key in 0..<keyCount { starts[key + 1] += starts[key] }
    var result = [Int32](repeating: 0, count: rows.count)
    for row in rows {
        let key = Int(keys[Int(row)])
        result[Int(starts[key])] = row
        starts[key] += 1
    }
    return result
}
