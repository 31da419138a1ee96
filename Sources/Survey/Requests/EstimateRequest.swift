import Base
import Kernels

/// What is to be estimated, by names of columns.
package struct EstimateRequest: Sendable, Hashable {
    package enum Statistic: Sendable, Hashable {
        case mean
        case total
        case proportion
        /// Each variable is written numerator/denominator.
        case ratio
        case quantile([Double], QuantileRule)
        case variance
        /// Every two of the variables.
        case covariance
        case correlation
        /// Cronbach's alpha of all the variables together.
        case alpha
        /// Cohen's kappa of two closed questions with the same answers.
        case kappa
    }

    /// More answers than a closed question has.
    private static let mostAnswersShown = 100

    package var statistic: Statistic
    /// Names of columns, or expressions.
    package var variables: [String]
    /// The breakdown: groups of several columns are crossed.
    package var by: [String]
    /// A condition that rows must meet; the others stay in the design.
    package var condition: String?
    /// Whether only rows that answered all the variables count.
    package var isListwise: Bool
    package var options: Tabulation.Options

    package init(
        _ statistic: Statistic,
        of variables: [String],
        by: [String] = [],
        where condition: String? = nil,
        isListwise: Bool = false,
        options: Tabulation.Options = .init()
    ) {
        self.statistic = statistic
        self.variables = variables
        self.by = by
        self.condition = condition
        self.isListwise = isListwise
        self.options = options
    }

    /// The estimates, variable by variable and then group by group; empty where a name is wrong.
    package func rows(
        of columns: inout RequestedColumns,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        let before = columns.problems.count
        guard let domain = domain(of: &columns) else {
            // The variables are looked at all the same: all problems at once.
            let whole = RequestedDomain(columns: &columns, by: [])
            _ = rows(of: &columns, RowMaker(domain: whole, table: Tabulation(design)))
            return []
        }
        let table = Tabulation(design, by: domain.grouping, options: options)
        let maker = RowMaker(domain: domain, table: table)
        let found = rows(of: &columns, maker)
        return columns.problems.count == before ? found : []
    }

    /// The groups of the breakdown, within the condition; nil with a problem.
    func domain(of columns: inout RequestedColumns) -> RequestedDomain? {
        let before = columns.problems.count
        var domain = RequestedDomain(columns: &columns, by: by)
        if let condition, let inside = columns.rows(where: condition) { domain.keep(inside) }
        if isListwise {
            var complete = [Bool](repeating: true, count: columns.rowCount)
            var names = variables
            if statistic == .ratio {
                names = variables.flatMap { Self.parts(ofRatio: $0, columns) ?? [] }
            }
            for name in names {
                guard let isAnswered = answered(name, &columns) else { continue }
                for row in complete.indices where !isAnswered[row] { complete[row] = false }
            }
            domain.keep(complete)
        }
        if columns.problems.count == before, domain.isTooFine {
            columns.report(
                "estimate.not-groups",
                "The breakdowns make more groups than can be told apart.",
                remedy: "Break down by fewer variables at once."
            )
        }
        return columns.problems.count == before ? domain : nil
    }

    private func answered(_ name: String, _ columns: inout RequestedColumns) -> [Bool]? {
        if statistic == .proportion, !Self.isCondition(name, columns) {
            guard let groups = columns.groups(name) else { return nil }
            return (0..<groups.codes.count).map { groups.codes[$0] > 0 }
        }
        guard let numbers = columns.numbers(name) else { return nil }
        return (0..<numbers.count).map { !numbers[$0].isNaN }
    }

    private func rows(of columns: inout RequestedColumns, _ maker: RowMaker) -> [EstimateRow] {
        switch statistic {
        case .mean: return numbers(&columns, maker, "mean") { $0.mean(of: $1) }
        case .total: return numbers(&columns, maker, "total") { $0.total(of: $1) }
        case .variance:
            return numbers(&columns, maker, "variance") { $0.covariance($1, $1) }
        case .quantile(let probabilities, let rule):
            return variables.flatMap { name -> [EstimateRow] in
                guard let numbers = columns.numbers(name) else { return [] }
                let found = maker.table.quantiles(
                    of: numbers,
                    probabilities,
                    rule: rule,
                    interval: options.proportionInterval
                )
                return probabilities.indices.flatMap { place in
                    maker.rows("quantile \(probabilities[place])", name, found.map { $0[place] })
                }
            }
        case .proportion: return variables.flatMap { proportions($0, &columns, maker) }
        case .ratio:
            return variables.flatMap { pair -> [EstimateRow] in
                guard let names = Self.parts(ofRatio: pair, columns) else {
                    columns.report(
                        "estimate.option",
                        "\(Problem.quote(pair)) is no ratio.",
                        remedy:
                            "Write numerator/denominator, as in api.stu/enroll; names with a stroke in "
                            + "them stand in backticks."
                    )
                    return []
                }
                guard let upper = columns.numbers(names[0]), let lower = columns.numbers(names[1])
                else { return [] }
                return maker.rows("ratio", pair, maker.table.ratio(of: upper, to: lower))
            }
        case .covariance: return pairs(&columns, maker, "covariance") { $0.covariance($1, $2) }
        case .correlation: return pairs(&columns, maker, "correlation") { $0.correlation($1, $2) }
        case .alpha, .kappa: return reliability(&columns, maker)
        }
    }

    /// Whether `name` is a condition and no column.
    private static func isCondition(_ name: String, _ columns: RequestedColumns) -> Bool {
        columns.data[WrittenList.plain(name)] == nil
            && (name.contains { "<>=! ".contains($0) } || name.hasSuffix(")"))
    }

    /// Numerator and denominator; where names hold strokes themselves, as Kobo's do, the one stroke with a
    /// column on each side.
    private static func parts(ofRatio pair: String, _ columns: RequestedColumns) -> [String]? {
        let pieces = WrittenList.pieces(of: pair, at: ["/"]).map(\.text)
        guard pieces.count > 1, !pieces.contains("") else { return nil }
        if pieces.count == 2 { return pieces }
        let splits = pieces.indices.dropFirst().map { place in
            [pieces[..<place].joined(separator: "/"), pieces[place...].joined(separator: "/")]
        }
        let known = splits.filter { split in
            split.allSatisfy { columns.data[WrittenList.plain($0)] != nil }
        }
        return known.count == 1 ? known[0] : nil
    }

    private func numbers(
        _ columns: inout RequestedColumns,
        _ maker: RowMaker,
        _ statistic: String,
        _ estimate: @Sendable (Tabulation, Numbers) -> [Estimate]
    ) -> [EstimateRow] {
        let found = variables.compactMap { name in columns.numbers(name).map { (name, $0) } }
        let table = maker.table
        // Large data are worth all cores; small ones are done before a second core has begun.
        let estimates =
            columns.rowCount > 10_000
            ? sideBySide(found.count) { estimate(table, found[$0].1) }
            : found.map { estimate(table, $0.1) }
        return zip(found, estimates).flatMap { maker.rows(statistic, $0.0, $1) }
    }

    private func pairs(
        _ columns: inout RequestedColumns,
        _ maker: RowMaker,
        _ statistic: String,
        _ estimate: (Tabulation, Numbers, Numbers) -> [Estimate]
    ) -> [EstimateRow] {
        let lists = variables.map { columns.numbers($0) }
        guard variables.count > 1 else {
            columns.report(
                "estimate.option",
                "A \(statistic) needs two variables at least.",
                remedy: "Name them with commas between, as in api00,meals."
            )
            return []
        }
        var found: [EstimateRow] = []
        for first in variables.indices {
            for second in variables.indices.dropFirst(first + 1) {
                guard let one = lists[first], let other = lists[second] else { continue }
                found += maker.rows(
                    statistic,
                    "\(variables[first]), \(variables[second])",
                    estimate(maker.table, one, other)
                )
            }
        }
        return found
    }

    /// Shares of each answer, or of those who meet a condition.
    private func proportions(
        _ name: String,
        _ columns: inout RequestedColumns,
        _ maker: RowMaker
    ) -> [EstimateRow] {
        if Self.isCondition(name, columns) {
            guard let numbers = columns.numbers(name) else { return [] }
            let codes = (0..<numbers.count).map { row in
                numbers[row].isNaN ? 0 : numbers[row] == 0 ? 1 : 2
            }
            let shares = maker.table.shares(
                of: Codes(codes, categoryCount: 2),
                categoryCount: 2,
                sets: [[1]]
            )
            return maker.rows("proportion", name, shares.map { $0.shares[0] })
        }
        guard let groups = columns.groups(name) else { return [] }
        guard groups.names.count <= Self.mostAnswersShown else {
            columns.report(
                "estimate.not-groups",
                column: name,
                "The column has \(groups.names.count) different answers: names, numbers or free texts?",
                remedy:
                    "Shares are of closed questions, \(Self.mostAnswersShown) answers at most; write a condition for one of them."
            )
            return []
        }
        let shares = maker.table.shares(of: groups.codes, categoryCount: groups.names.count)
        return groups.names.indices.flatMap { category in
            maker.rows(
                "proportion",
                name,
                category: groups.names[category],
                shares.map { $0.shares[category] }
            )
        }
    }
}

/// Groups of rows with their names.
struct RequestedDomain {
    private(set) var grouping: Grouping?
    /// The names of each group, in the order of the breakdown.
    private(set) var names: [[(variable: String, group: String)]] = [[]]
    private(set) var isTooFine = false

    init(columns: inout RequestedColumns, by: [String]) {
        for name in by {
            guard let groups = columns.groups(name), !isTooFine else { continue }
            guard names.count * groups.names.count <= Codes.mostCategories else {
                isTooFine = true
                continue
            }
            names = names.flatMap { outer in
                groups.names.map { outer + [(variable: name, group: $0)] }
            }
            if let before = grouping {
                grouping = before.crossed(with: groups.grouping)
                if grouping == nil { isTooFine = true }
            } else {
                grouping = groups.grouping
            }
        }
    }

    mutating func keep(_ inside: [Bool]) {
        grouping = grouping?.within(inside) ?? Grouping(only: inside)
    }
}

/// Makes the rows of an answer.
struct RowMaker {
    let domain: RequestedDomain
    let table: Tabulation

    /// One row a group; groups that hold nobody are left out where there are several.
    func rows(
        _ statistic: String,
        _ variable: String,
        category: String? = nil,
        _ estimates: [Estimate]
    ) -> [EstimateRow] {
        let method = table.design.methodName + (intervalName(statistic).map { "; \($0)" } ?? "")
        return zip(domain.names, estimates).enumerated().compactMap { place, pair in
            if estimates.count > 1, table.layout.rowCount(of: place) == 0 { return nil }
            return EstimateRow(
                statistic,
                WrittenList.plain(variable),
                category: category,
                group: pair.0,
                pair.1,
                method: method
            )
        }
    }

    private func intervalName(_ statistic: String) -> String? {
        guard statistic == "proportion" || statistic.hasPrefix("quantile") else {
            return statistic == "correlation" ? "Fisher's z interval" : nil
        }
        let names: [ProportionInterval: String] = [
            .logit: "logit", .arcsine: "arcsine", .kornGraubard: "Korn-Graubard",
            .wilson: "Wilson", .linear: "linear",
        ]
        let name = names[table.options.proportionInterval] ?? "\(table.options.proportionInterval)"
        return statistic == "proportion" ? "\(name) interval" : "Woodruff interval, \(name)"
    }
}

extension SurveyDesign {
    /// How variances are found, in a few words.
    package var methodName: String {
        guard isProbabilitySample else { return "no probability design" }
        guard let replicates else {
            return calibration == nil ? "linearisation" : "linearisation, calibrated residuals"
        }
        switch replicates.factors {
        case .leaveOneOut: return "jackknife, \(replicates.count) replicates"
        case .rows: return "\(replicates.count) replicates"
        }
    }
}
