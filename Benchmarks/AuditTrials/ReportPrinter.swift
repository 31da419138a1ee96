import Kernels
import Report

/// A mistake that is made while a report is printed.
enum Slip: Hashable {
    /// An item counts as `sum` less its figure in one table, for some groups or all.
    case turned(table: String, item: Int, sum: Double, groups: Set<Int>?)
    /// Items worded against a scale count as its highest answer less theirs, in all tables.
    case reversedFromZero(scale: Int)
    /// A table is of other people than the rest.
    case otherPeople(table: String)
    /// Totals of a table are plain means of its groups.
    case plainMean(table: String)
    /// Shares of one group are of all of its people, answered or not.
    case otherBase(table: String, group: Int)
}

/// Prints the report of a plan and its people.
struct ReportPrinter {
    let plan: ReportPlan
    let people: MadeUpPeople
    var others: MadeUpPeople?
    var slip: Slip?

    var style: ReportPlan.Style { plan.style }

    /// The people that a table is of.
    func people(of table: String) -> MadeUpPeople {
        slip == .otherPeople(table: table) ? others ?? people : people
    }

    func tables() -> [AuditedTable] {
        var tables: [AuditedTable] = [composition()]
        for scale in plan.scales.indices {
            if style.stacksTraits {
                tables.append(items(scale, Array(plan.traits.indices)))
            } else {
                tables += plan.traits.indices.map { items(scale, [$0]) }
            }
            if plan.scales[scale].scoring != .figures {
                tables += plan.traits.indices.map { scores(scale, $0) }
            }
            tables.append(moments(scale))
        }
        for question in plan.questions.indices {
            tables += plan.traits.indices.prefix(2).map { shares(question, $0) }
            tables.append(counts(question, 0))
        }
        tables += [ages(0), crossing(0, 1), clients()]
        return tables
    }

    func report() -> AuditedReport {
        AuditedReport(
            title: "Made-up report \(plan.seed)",
            source: "Made up from seed \(plan.seed); synthetic",
            n: style.printsSize ? AuditedBase(people.count, isAnswered: false) : nil,
            isWeighted: isWeighted,
            designEffect: 1...(plan.isWeighted ? 3 : 2),
            scales: plan.scales.map { scale in
                AuditedScale(
                    name: scale.name,
                    range: scale.range,
                    reversed: Set(
                        scale.items.indices.filter { scale.isReversed[$0] }
                            .map { AuditedTable.Line.identity(of: scale.items[$0]) }
                    )
                )
            },
            tables: tables()
        )
    }

    private var isWeighted: Bool? {
        switch plan.weighting {
        case .none: style.saysUnweighted ? false : nil
        case .said: true
        case .unsaid: nil
        }
    }

    // MARK: - Lines

    /// How many people each group of `trait` has, and all of the table.
    func sizes(_ trait: Int, _ people: MadeUpPeople, ofKnown: Bool) -> [Int] {
        let ones = [Double](repeating: 1, count: people.count)
        return people.moments(
            of: ones,
            trait: trait,
            groupCount: plan.traits[trait].groups.count,
            ofKnown: ofKnown
        ).map { size($0) }
    }

    /// People as the report counts them.
    func size(_ moments: Moments) -> Int {
        plan.isWeighted && style.weighsBases ? Int(moments.weight.rounded()) : moments.n
    }

    /// The same for several traits side by side.
    func sizes(_ traits: [Int], _ people: MadeUpPeople) -> [Int] {
        let ofKnown = style.totalsOfKnown && traits.count == 1
        let sizes = traits.map { self.sizes($0, people, ofKnown: ofKnown) }
        return sizes.flatMap { $0.dropLast() } + (sizes.last?.suffix(1) ?? [])
    }

    /// One line a group of each of `traits`, then their total.
    func groupLines(_ traits: [Int], bases: [AuditedBase?]? = nil) -> [AuditedTable.Line] {
        var lines = traits.flatMap { trait in
            plan.traits[trait].groups.map { group in
                AuditedTable.Line(group, .group, block: plan.traits[trait].name)
            }
        }
        if style.hasTotals {
            // Whoever describes a report seldom knows of the people who are in no group.
            let holdsAll = plan.seed % 3 > 0 || traits.allSatisfy { plan.traits[$0].unknown == 0 }
            lines.append(
                AuditedTable.Line(
                    "All people",
                    .group,
                    total: .init(of: Array(lines.indices), by: .pooled, isExhaustive: holdsAll)
                )
            )
        }
        for (position, base) in (bases ?? []).enumerated() where position < lines.count {
            lines[position].n = base
        }
        return lines
    }

    /// Of each group of `traits`, then of all: the moments of `values`.
    func moments(of values: [Double], _ traits: [Int], _ people: MadeUpPeople) -> [Moments] {
        var groups: [Moments] = []
        var whole: [Moments] = []
        for trait in traits {
            let own = people.moments(
                of: values,
                trait: trait,
                groupCount: plan.traits[trait].groups.count,
                ofKnown: style.totalsOfKnown && traits.count == 1
            )
            groups += own.dropLast()
            whole = own.suffix(1)
        }
        return groups + (style.hasTotals ? whole : [])
    }

    func count(_ number: Int) -> PrintedCell {
        .number(PrintedNumber(units: number, decimals: 0))
    }
}
