/// How many people stand behind the lines of a table, as far as it says.
enum LineSizes {
    /// The size of one line: a base or count printed in it, else what the report says of the line.
    static func size(_ table: AuditedTable, _ axis: AuditAxis, _ line: Int) -> AuditedBase? {
        for position in table.lines(axis.other).indices
        where table.statistic(axis, line, position) == .base {
            if let number = table.number(axis, line, position), number.decimals == 0,
                (0...Exact.largestCount).contains(number.units)
            {
                // Several items seldom have one number of answers: it is of those who were asked.
                let items = table.lines(axis.other).count { $0.role == .item && $0.total == nil }
                return AuditedBase(number.units, isAnswered: items <= 1)
            }
        }
        return table.lines(axis)[line].n
    }

    /// The sizes of `lines`; nil where one of them is unknown or holds nobody.
    static func sizes(
        _ table: AuditedTable,
        _ axis: AuditAxis,
        _ lines: [Int]
    ) -> [AuditedBase]? {
        let sizes = lines.compactMap { size(table, axis, $0) }
        guard sizes.count == lines.count, sizes.allSatisfy({ $0.range.lowerBound > 0 }) else {
            return nil
        }
        return sizes
    }
}

extension AuditedBase {
    /// The share of those asked that may have given no answer, where nothing is said of it.
    static let usualNonresponse = 0.2

    /// How many may have answered: all, where they are counted so; else three standard errors
    /// fewer than usual, since a few people do as they like.
    var answered: ClosedRange<Int> {
        let all = Double(range.lowerBound)
        let usual = all * (1 - Self.usualNonresponse)
        let few = max(min(1, all), usual - 3 * (usual * Self.usualNonresponse).squareRoot())
        return (isAnswered ? range.lowerBound : Int(few))...range.upperBound
    }

    var middle: Double { (Double(range.lowerBound) + Double(range.upperBound)) / 2 }
}
