package import Base

/// What the outside statistics of a study say of each other: sums of places, and claims of trends.
///
/// The audit of published tables judges them; it sees the figures as they were printed.
package struct ContextAudit: Sendable {
    /// A statement that the series' own figures do not bear out.
    package struct Fault: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            /// A claim of a trend ("increased every year").
            case claim(String)
            /// The places of a period do not sum to the whole.
            case sum(period: String, places: Double, whole: Double)
        }

        package let series: Int
        package let kind: Kind
        /// The figures in question, as printed, with their periods or places.
        package let figures: [String]
        /// The line of the table.
        package let line: Int
    }

    package private(set) var faults: [Fault] = []
    /// Claims that no rule knows, with their line.
    package private(set) var unknown: [(text: String, line: Int)] = []

    /// The words of claims that can be judged, with their function in the language of claims.
    package static let trends = [
        "increased every year": "increasing", "rose every year": "increasing",
        "decreased every year": "decreasing", "fell every year": "decreasing",
        "never fell": "nondecreasing", "never rose": "nonincreasing",
    ]

    /// Judges every series.
    ///
    /// Sums are judged for counts where every place at the top of `places` has a value; percentages and
    /// rates have none.
    package init(_ context: [ContextSeries], places: Vocabulary) {
        let top = places.children(of: nil).map(\.code)
        for (index, series) in context.enumerated() {
            for claim in series.claims { judge(claim, of: series, index) }
            guard !top.isEmpty, !Self.isRate(series) else { continue }
            judgeSums(of: series, index, top)
        }
    }

    private static func isRate(_ series: ContextSeries) -> Bool {
        let unit = series.unit.texts.values.joined(separator: " ").lowercased()
        return ["%", "per cent", "percent", "процент", "пайыз", " per ", " на "].contains {
            unit.contains($0)
        }
    }

    private mutating func judge(
        _ claim: ContextSeries.Claim,
        of series: ContextSeries,
        _ index: Int
    ) {
        guard let function = Self.trends[claim.text.lowercased()] else {
            unknown.append((claim.text, claim.line))
            return
        }
        let values = series.values.filter { $0.place == claim.place }
            .sorted { $0.period < $1.period }
        guard values.count > 1, Self.fails("\(function)(t[#1, *])", of: [values]) else { return }
        faults.append(
            Fault(
                series: index,
                kind: .claim(claim.text),
                figures: values.map { "\($0.period): \($0.written)" },
                line: claim.line
            )
        )
    }

    private mutating func judgeSums(of series: ContextSeries, _ index: Int, _ top: [String]) {
        for whole in series.values where whole.place == nil {
            let parts = top.compactMap { place in
                series.values.first { $0.place == place && $0.period == whole.period }
            }
            guard parts.count == top.count,
                Self.fails(
                    "t[#1, #1] = sum(t[#2..#\(parts.count + 1), #1])",
                    of: ([whole] + parts).map { [$0] }
                )
            else { continue }
            faults.append(
                Fault(
                    series: index,
                    kind: .sum(
                        period: whole.period,
                        places: parts.reduce(0) { $0 + $1.number },
                        whole: whole.number
                    ),
                    figures: [whole.written] + parts.map(\.written),
                    line: whole.line
                )
            )
        }
    }

    /// Whether no values behind the printed figures make the claim true.
    private static func fails(_ claim: String, of rows: [[ContextSeries.Value]]) -> Bool {
        let width = rows[0].count
        let table = AuditedTable(
            id: "t",
            rows: rows.indices.map { AuditedTable.Line("row \($0 + 1)", .group) },
            columns: (0..<width).map { AuditedTable.Line("column \($0 + 1)", .statistic) },
            cells: rows.map { $0.map { .number(printed($0)) } },
            statistic: .count
        )
        let report = AuditedReport(
            isWeighted: false,
            tables: [table],
            claims: [AuditedClaim(id: "c", words: "", expression: claim)]
        )
        return !Audit.audit(report, rules: [.claims]).findings.isEmpty
    }

    /// The number with as many decimals as it needs, six at most.
    private static func printed(_ value: ContextSeries.Value) -> PrintedNumber {
        var (scaled, decimals) = (value.number, 0)
        while decimals < 6, scaled != scaled.rounded() {
            scaled *= 10
            decimals += 1
        }
        let units = Int(exactly: scaled.rounded()) ?? 0
        return PrintedNumber(units: units, decimals: decimals)
    }

    /// The faults as problems of the table `file`: a claim that its figures belie is a warning, for it is
    /// others' and the report prints it with its refutation.
    package func problems(in file: String, of context: [ContextSeries]) -> [Problem] {
        let found = faults.map { fault -> Problem in
            let name = context[fault.series].indicator
            switch fault.kind {
            case .claim(let text):
                return Problem(
                    .warning,
                    "context.claim-fails",
                    at: .init(file, line: fault.line, column: "claim"),
                    "\(name) \(Problem.quote(text)) is not so: \(fault.figures.joined(separator: ", ")).",
                    remedy:
                        "The report prints the claim with these figures. Check them with the source."
                )
            case .sum(let period, let places, let whole):
                return Problem(
                    .warning,
                    "context.sum",
                    at: .init(file, line: fault.line, column: "value"),
                    "The places of \(name) sum to \(NumberStyle.english.text(places)) in \(period), "
                        + "the whole is \(NumberStyle.english.text(whole)).",
                    remedy: "Check the values with their source; the report prints both."
                )
            }
        }
        return found
            + unknown.map { claim in
                Problem(
                    .error,
                    "context.claim",
                    at: .init(file, line: claim.line, column: "claim"),
                    "\(Problem.quote(claim.text)) is no claim that can be checked.",
                    remedy: "Write one of: "
                        + Self.trends.keys.sorted().joined(separator: ", ") + "."
                )
            }
    }
}
