import Foundation
import Survey

/// Estimates as a table that people read: numbers at one decimal mark, the method below.
struct EstimateText {
    private let rows: [EstimateRow]
    private let level: Double

    private let design: SurveyDesign?

    init(_ rows: [EstimateRow], level: Double, design: SurveyDesign? = nil) {
        self.rows = rows
        self.level = level
        self.design = design
    }

    /// The table, and a line for each method and each reason without an interval.
    var text: String {
        guard !rows.isEmpty else { return "Nothing to estimate." }
        let columns = self.columns.filter { column in
            column.name == "estimate" || rows.contains { !column.cell($0).isEmpty }
        }
        var lines = [columns.map(\.name)]
        lines += rows.map { row in columns.map { $0.cell(row) } }
        let widths = columns.indices.map { place in
            lines.reduce(0) { max($0, $1[place].count) }
        }
        let table = lines.map { cells in
            columns.indices.map { place in
                pad(cells[place], to: widths[place], isNumber: columns[place].isNumber)
            }
            .joined(separator: "  ")
        }
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return ([table[0], rule] + table.dropFirst() + [""] + notes)
            .map(withoutTrailingBlanks)
            .joined(separator: "\n")
    }

    private struct Column {
        let name: String
        var isNumber = true
        let cell: (EstimateRow) -> String
    }

    private var columns: [Column] {
        var breakdown: [String] = []
        for name in rows.flatMap({ $0.group.map(\.variable) }) where !breakdown.contains(name) {
            breakdown.append(name)
        }
        let percent = NumberText.short(level * 100)
        var columns = [
            Column(name: "statistic", isNumber: false) { $0.statistic },
            Column(name: "variable", isNumber: false) { row in
                row.category.map { "\(row.variable) = \($0)" } ?? row.variable
            },
        ]
        for name in breakdown {
            columns.append(
                Column(name: name, isNumber: false) { row in
                    row.group.first { $0.variable == name }?.group ?? ""
                }
            )
        }
        columns += [
            Column(name: "estimate") { NumberText.of($0.estimate.value) },
            Column(name: "std. error") { NumberText.of($0.estimate.standardError) },
            Column(name: "\(percent)% low") { NumberText.of($0.estimate.interval?.lowerBound) },
            Column(name: "high") { NumberText.of($0.estimate.interval?.upperBound) },
            Column(name: "t") { row in
                row.estimate.standardError == nil ? "" : NumberText.of(row.test?.statistic)
            },
            Column(name: "df") { row in
                row.estimate.reason == .noDesign || row.estimate.n == 0
                    ? "" : NumberText.short(row.estimate.df)
            },
            Column(name: "df 2") { NumberText.short($0.test?.denominatorDF) },
            Column(name: "p") { NumberText.p($0.test?.p) },
            Column(name: "adjusted p") { NumberText.p($0.test?.adjustedP) },
            Column(name: "n") { String($0.estimate.n) },
            Column(name: "weighted n") { NumberText.short($0.estimate.weightedN) },
            Column(name: "deff") { NumberText.short($0.estimate.designEffect) },
        ]
        return columns
    }

    private var notes: [String] {
        var notes: [String] = []
        for method in rows.map(\.method) where !notes.contains("Method: \(method).") {
            notes.append("Method: \(method).")
        }
        if let design, design.isProbabilitySample { notes.append("Design: \(design.summary).") }
        for row in rows {
            guard let reason = row.estimate.reason.map(EstimateText.words) else { continue }
            let note = "No interval where \(reason)."
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    private static func words(_ reason: NoInterval) -> String {
        switch reason {
        case .noDesign: "no probability design is named"
        case .fewerThanTwoClusters: "fewer than two clusters hold answers"
        case .noDegreesOfFreedom: "each stratum has one cluster of the group, or too few are left"
        case .nobodyAnswered: "nobody answered"
        case .constantVariable: "all answers are equal"
        case .zeroDenominator: "the denominator is zero"
        case .notFinite: "a value is not finite"
        case .emptyReplicate: "a replicate leaves nobody of the group"
        case .negativeVariance:
            "the approximation of the variance is negative; try --probability-rule brewer"
        }
    }

    private func pad(_ text: String, to width: Int, isNumber: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return isNumber ? blanks + text : text + blanks
    }

    private func withoutTrailingBlanks(_ line: String) -> String {
        String(line.reversed().drop { $0 == " " }.reversed())
    }
}

/// Numbers as a terminal shows them.
enum NumberText {
    /// Six significant digits; "" for none.
    static func of(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        return rounded(number, digits: 6)
    }

    /// Four significant digits, or the whole number.
    static func short(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        if let whole = Int(exactly: number) { return String(whole) }
        if abs(number) >= 1_000, abs(number) < 1e15 { return String(Int(number.rounded())) }
        return rounded(number, digits: 4)
    }

    /// A p value: three digits, never 0.
    static func p(_ number: Double?) -> String {
        guard let number, number.isFinite else { return "" }
        return number < 0.0001 ? "<0.0001" : rounded(number, digits: 3)
    }

    private static func rounded(_ number: Double, digits: Int) -> String {
        guard number != 0 else { return "0" }
        var size = abs(number)
        var place = 0
        while size >= 10, place < 300 {
            size /= 10
            place += 1
        }
        while size < 1, place > -300 {
            size *= 10
            place -= 1
        }
        if place > 14 || place < -6 { return scientific(number, digits: digits) }
        var decimals = max(0, digits - 1 - place)
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        var scaled = (abs(number) * scale).rounded()
        var full = 1.0
        for _ in 0..<digits { full *= 10 }
        if decimals > 0, scaled >= full {
            // 0.99999 became 1.0000: one digit less behind the mark.
            decimals -= 1
            scale /= 10
            scaled = (abs(number) * scale).rounded()
        }
        guard scaled < 9e15 else { return "\(number)" }
        let whole = Int(scaled)
        let unit = Int(scale)
        var text = String(whole / unit)
        if decimals > 0 {
            let rest = String(whole % unit)
            text += "." + String(repeating: "0", count: decimals - rest.count) + rest
        }
        return number < 0 ? "-" + text : text
    }

    /// "1.2346e-09": very small and very large numbers with as many digits as others.
    private static func scientific(_ number: Double, digits: Int) -> String {
        String(format: "%.\(digits - 1)e", number)
    }
}

extension SurveyDesign {
    /// How many rows in how many clusters and strata, in a few words.
    fileprivate var summary: String {
        var parts = [Terminal.counted(rowCount, "row")]
        if let clusterCount {
            parts.append(
                clusterCount == rowCount
                    ? "each drawn by itself" : "in \(Terminal.counted(clusterCount, "cluster"))"
            )
            parts.append(stratumCount == 1 ? "one stratum" : "\(stratumCount) strata")
        }
        if singleClusterStrata.count > 0 {
            parts.append("\(singleClusterStrata.count) with a single cluster")
        }
        return parts.joined(separator: ", ")
    }
}
