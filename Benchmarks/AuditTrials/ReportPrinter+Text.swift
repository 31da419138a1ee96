import Kernels
import Report

/// What the text says of the figures.
extension ReportPrinter {
    /// Claims that the figures bear out and the sample carries.
    func claims(_ tables: [AuditedTable]) -> [AuditedClaim] {
        var random = SeededGenerator(seed: plan.seed, stream: 100)
        var claims: [AuditedClaim] = []
        func claim(_ kind: MadeUpReport.ClaimKind, _ words: String, _ expression: String?) {
            guard let expression else { return }
            claims.append(
                AuditedClaim(
                    id: "\(kind.rawValue)-\(claims.count + 1)",
                    words: words,
                    expression: expression
                )
            )
        }
        for scale in plan.scales.indices {
            let id = Self.itemsID(plan, scale, [0])
            guard let table = tables.first(where: { $0.id == id }) else { continue }
            for item in plan.scales[scale].items.indices {
                claim(.superlative, "Nobody has more.", superlative(scale, item, table))
            }
            for _ in 0..<3 {
                claim(.figure, "A figure in the text.", figure(of: table, &random))
            }
        }
        for table in tables where table.statistic == .percent {
            claim(.majority, "Most people say so.", majority(of: table))
            claim(.figure, "A share in the text.", figure(of: table, &random))
        }
        claim(.trend, "Their number changes one way.", trend(tables))
        return claims
    }

    static func reference(_ table: AuditedTable, _ row: Int, _ column: Int) -> String {
        "\"\(table.id)\"[\"\(table.rows[row].label)\", \"\(table.columns[column].label)\"]"
    }

    /// That one group of the first trait has the highest mean of an item, where it is three standard
    /// errors above every other.
    private func superlative(_ scale: Int, _ item: Int, _ table: AuditedTable) -> String? {
        let groups = plan.traits[0].groups
        let values = printed(scale, item, table.id, people(of: table.id))
        let own = moments(of: values, [0], people(of: table.id)).prefix(groups.count)
        guard own.allSatisfy({ $0.n >= max(5, style.fewest) }),
            let best = own.indices.max(by: { own[$0].mean < own[$1].mean }),
            own.indices.allSatisfy({ other in
                let error =
                    (own[best].deviation * own[best].deviation / Double(own[best].n)
                    + own[other].deviation * own[other].deviation / Double(own[other].n))
                    .squareRoot()
                return other == best || own[best].mean - own[other].mean > 3 * error + 0.1
            })
        else { return nil }
        let label = plan.scales[scale].items[item]
        return table.rows.contains { $0.label == label }
            ? "highest(\"\(table.id)\"[\"\(label)\", *]) is \"\(groups[best])\""
            : "highest(\"\(table.id)\"[*, \"\(label)\"]) is \"\(groups[best])\""
    }

    /// A cell's figure as the text repeats it, sometimes rounded further.
    private func figure(of table: AuditedTable, _ random: inout SeededGenerator) -> String? {
        let row = random.below(table.rows.count)
        let column = random.below(table.columns.count)
        guard let number = table.cells[row][column].number else { return nil }
        let cell = Self.reference(table, row, column)
        let percent = number.isPercent ? "%" : ""
        guard number.decimals > 0, random.happens(0.3) else { return "\(cell) = \(number.text)" }
        let coarse = style.rounded(number.value, decimals: number.decimals - 1)
        return "\(cell) ~ \(coarse.text)\(percent)"
    }

    private func majority(of table: AuditedTable) -> String? {
        for row in table.rows.indices where table.rows[row].total == nil {
            for column in table.columns.indices where table.columns[column].total == nil {
                guard table.statistic(row: row, column: column) == .percent,
                    let number = table.cells[row][column].number, number.value > 51
                else { continue }
                return "majority(\(Self.reference(table, row, column)))"
            }
        }
        return nil
    }

    /// The longest run of years in which a count rises or falls each year.
    private func trend(_ tables: [AuditedTable]) -> String? {
        let years = plan.years
        for length in [5, 4, 3] {
            for first in 0...(years.count - length) {
                let run = years[first..<(first + length)]
                let steps = zip(run.dropFirst(), run).map { $0 - $1 }
                let span = "clients[\(2017 + first)..\(2017 + first + length - 1)]"
                if steps.allSatisfy({ $0 > 0 }) { return "increasing(\(span))" }
                if steps.allSatisfy({ $0 < 0 }) { return "decreasing(\(span))" }
            }
        }
        return nil
    }

    /// Results of tests with the p-values that belong to them.
    func passages() -> [Passage] {
        var random = SeededGenerator(seed: plan.seed, stream: 101)
        return (0..<random.within(0...3)).map { _ in
            let df = Double(max(5, plan.people - 2))
            let t = random.within(0.2...4.5)
            let kind = random.below(3)
            let (name, p) =
                switch kind {
                case 0: ("t(\(Int(df)))", 2 * Distribution.studentT(df: df).upperTail(t))
                case 1: ("F(1, \(Int(df)))", Distribution.fisherF(1, df).upperTail(t))
                default: ("χ²(3)", Distribution.chiSquare(df: 3).upperTail(t))
                }
            let statistic = style.rounded(t, decimals: 2).text
            let value =
                p < 0.001
                ? "p < .001" : "p = \(style.rounded(p, decimals: 3).text.drop { $0 == "0" })"
            return Passage(text: "The difference was tested: \(name) = \(statistic), \(value).")
        }
    }
}
