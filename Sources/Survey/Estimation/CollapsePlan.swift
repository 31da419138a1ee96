/// Which strata to join so that none holds a single unit.
///
/// Within each value of the variable, strata are taken in the order of their names. One that holds a
/// single unit is joined to the next; the last, to the one before. The joined stratum counts as one.
/// Strata taken whole are left as they are. The order of rows does not matter.
struct CollapsePlan {
    /// The stratum that stands for each stratum: itself, or the first of those it was joined with.
    private(set) var newStratum: [Int32]
    /// The names of those joined together.
    private(set) var joined: [[String]] = []
    /// The names of the strata with a single unit.
    private(set) var singles: [String] = []
    private(set) var problems: [DesignProblem] = []

    init(_ read: DesignCompiler.ReadStage, names: [String], within: Labels) {
        precondition(within.count == read.stratumOfRow.count, "one value per row")
        newStratum = (0..<Int32(read.stratumCount)).map { $0 }
        var valueOfStratum = [Int32](repeating: -2, count: read.stratumCount)
        var several: [Int32: Set<Int32>] = [:]
        for (row, stratum) in read.stratumOfRow.enumerated() {
            let value = within.codes[row]
            let known = valueOfStratum[Int(stratum)]
            if known == -2 {
                valueOfStratum[Int(stratum)] = value
            } else if known != value {
                several[stratum, default: [known]].insert(value)
            }
        }
        for (stratum, values) in several.sorted(by: { names[Int($0.key)] < names[Int($1.key)] }) {
            let found = values.map { $0 < 0 ? "" : within.names[Int($0)] }
            problems.append(
                .stratumInSeveralValues(stratum: names[Int(stratum)], values: found.sorted())
            )
        }
        let open = (0..<read.stratumCount).filter { stratum in
            Double(read.drawn[stratum]) < read.population[stratum]
        }
        singles = open.filter { read.drawn[$0] == 1 }.map { names[$0] }.sorted()
        guard problems.isEmpty, !singles.isEmpty else { return }
        for value in Set(valueOfStratum).sorted() {
            let members = open.filter { valueOfStratum[$0] == value }
            join(members.sorted { names[$0] < names[$1] }, drawn: read.drawn, names: names)
        }
    }

    /// Joins what must be joined among `members`, which stand in the order of their names.
    private mutating func join(_ members: [Int], drawn: [Int32], names: [String]) {
        var blocks: [[Int]] = []
        var open: [Int] = []
        for member in members {
            open.append(member)
            if open.reduce(0, { $0 + drawn[$1] }) > 1 {
                blocks.append(open)
                open = []
            }
        }
        if !open.isEmpty {
            if blocks.isEmpty {
                problems.append(.noNeighbour(strata: open.map { names[$0] }))
                return
            }
            blocks[blocks.count - 1] += open
        }
        for block in blocks where block.count > 1 {
            joined.append(block.map { names[$0] })
            for member in block { newStratum[member] = Int32(block[0]) }
        }
    }
}
