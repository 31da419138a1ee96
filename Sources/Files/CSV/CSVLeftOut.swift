/// The rows of a text that hold no values, in order.
///
/// Rows one after another that are left out for the same reason take one entry: a damaged file may
/// have millions of them.
struct CSVLeftOut: Sendable {
    private struct Run: Sendable {
        var records: Range<Int>
        let flaw: CSVFlaw?
    }

    private var runs: [Run] = []
    /// How many rows cannot be read; blank lines are not counted.
    private(set) var flawCount = 0

    var isEmpty: Bool { runs.isEmpty }

    /// Adds the row `record`, with its flaw, or nil for a blank line; rows are added in order.
    mutating func append(_ record: Int, _ flaw: CSVFlaw?) {
        append(Run(records: record..<record + 1, flaw: flaw))
    }

    /// Adds the rows of a text that follows the first `offset` rows of this one.
    mutating func append(contentsOf other: CSVLeftOut, offset: Int) {
        for run in other.runs {
            let records = run.records.lowerBound + offset..<run.records.upperBound + offset
            append(Run(records: records, flaw: run.flaw))
        }
    }

    private mutating func append(_ run: Run) {
        if run.flaw != nil { flawCount += run.records.count }
        if let last = runs.last, last.records.upperBound == run.records.lowerBound,
            last.flaw == run.flaw
        {
            runs[runs.count - 1].records = last.records.lowerBound..<run.records.upperBound
        } else {
            runs.append(run)
        }
    }

    /// The first `most` rows that cannot be read.
    func flawed(most: Int) -> [(record: Int, flaw: CSVFlaw)] {
        var rows: [(record: Int, flaw: CSVFlaw)] = []
        for run in runs {
            guard let flaw = run.flaw else { continue }
            for record in run.records {
                guard rows.count < most else { return rows }
                rows.append((record, flaw))
            }
        }
        return rows
    }

    /// Those of the first `count` rows that are not left out.
    func others(of count: Int) -> [Int] {
        var others: [Int] = []
        var next = 0
        for run in runs {
            others += next..<run.records.lowerBound
            next = run.records.upperBound
        }
        if next < count { others += next..<count }
        return others
    }
}
