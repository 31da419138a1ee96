import Base
package import Kernels

/// Differences between the groups of a breakdown.
package struct ContrastRequest: Sendable, Hashable {
    /// What is compared.
    package enum Kind: Sendable, Hashable {
        /// Every group with every other, the p values held together.
        case allPairs(MultipleTests)
        /// Every group with the one named.
        case against(String)
        /// Every group with all the others together.
        case rest
        /// Σ factor × group.
        case combination([String: Double])
    }

    /// The most groups of which all pairs are told: 200 make 19,900.
    private static let mostPaired = 200

    /// Mean, total or proportion; one variable.
    package var estimate: EstimateRequest
    /// The answer whose share is compared, for a proportion of a closed question.
    package var category: String?
    package var kind: Kind

    package init(_ estimate: EstimateRequest, category: String? = nil, _ kind: Kind) {
        self.estimate = estimate
        self.category = category
        self.kind = kind
    }

    /// The differences; empty where a name is wrong.
    package func rows(
        of columns: inout RequestedColumns,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        let before = columns.problems.count
        guard estimate.variables.count == 1, !estimate.by.isEmpty else {
            columns.report(
                "estimate.option",
                "A contrast compares the groups of one variable.",
                remedy: "Name one variable, and the groups with --by."
            )
            return []
        }
        let domain = estimate.domain(of: &columns)
        guard let numbers = numbers(&columns), let domain else { return [] }
        let table = Tabulation(design, by: domain.grouping, options: estimate.options)
        let estimates =
            estimate.statistic == .total
            ? table.linearTotals(of: numbers) : table.linearMeans(of: numbers)
        let found = rows(&columns, domain, table, estimates, numbers)
        return columns.problems.count == before ? found : []
    }

    /// The numbers that are compared: for a share, 1 for those who have it and 0 for the others.
    private func numbers(_ columns: inout RequestedColumns) -> Numbers? {
        let name = estimate.variables[0]
        guard estimate.statistic == .proportion, let category else {
            guard let numbers = columns.numbers(name) else { return nil }
            if estimate.statistic == .proportion,
                (0..<numbers.count).contains(where: {
                    ![0, 1].contains(numbers[$0]) && !numbers[$0].isNaN
                })
            {
                columns.report(
                    "estimate.not-numbers",
                    column: name,
                    "The column is no condition: it holds more than 0 and 1.",
                    remedy: "Write VARIABLE=ANSWER, or a condition such as \"\(name) >= 4\"."
                )
                return nil
            }
            return numbers
        }
        guard let groups = columns.groups(name) else { return nil }
        guard let place = groups.names.firstIndex(of: category) else {
            unknown(category, of: name, groups.names, &columns)
            return nil
        }
        return Numbers(
            (0..<groups.codes.count).map { row in
                groups.codes[row] == 0 ? .nan : groups.codes[row] == place + 1 ? 1 : 0
            }
        )
    }

    private func unknown(
        _ group: String,
        of name: String,
        _ known: [String],
        _ columns: inout RequestedColumns
    ) {
        let hint = nearestName(to: group, in: known).map { "Did you mean \($0)? " } ?? ""
        columns.report(
            "estimate.unknown-group",
            column: name,
            "There is no group \(Problem.quote(group)).",
            remedy: "\(hint)The groups here: \(known.prefix(20).joined(separator: ", "))."
        )
    }

    private func rows(
        _ columns: inout RequestedColumns,
        _ domain: RequestedDomain,
        _ table: Tabulation,
        _ estimates: [LinearEstimate],
        _ numbers: Numbers
    ) -> [EstimateRow] {
        let by = estimate.by.joined(separator: ", ")
        let names = domain.names.map { $0.map(\.group).joined(separator: " / ") }
        let variable =
            WrittenList.plain(estimate.variables[0]) + (category.map { " = \($0)" } ?? "")
        let adjustment =
            if case .allPairs(let rule) = kind, rule != .none {
                "; p values adjusted by \(rule.writtenName), intervals not"
            } else {
                ""
            }
        func row(_ name: String, _ estimate: Estimate, adjusted: Double? = nil) -> EstimateRow {
            EstimateRow(
                "difference",
                variable,
                group: [(variable: by, group: name)],
                estimate,
                method: table.design.methodName + adjustment,
                test: .init(statistic: estimate.statistic, p: estimate.p, adjustedP: adjusted)
            )
        }
        switch kind {
        case .allPairs(let rule):
            guard names.count <= Self.mostPaired else {
                columns.report(
                    "estimate.too-many-pairs",
                    column: by,
                    "\(names.count) groups make \(names.count * (names.count - 1) / 2) pairs.",
                    remedy:
                        "Compare each with one (--against GROUP) or with the others (--against rest), or "
                        + "break down by fewer groups; \(Self.mostPaired) are compared in pairs at most."
                )
                return []
            }
            return table.pairs(of: estimates, adjusting: rule).map { pair in
                row(
                    "\(names[pair.first]) - \(names[pair.second])",
                    pair.estimate,
                    adjusted: rule == .none ? nil : pair.adjustedP
                )
            }
        case .against(let group):
            guard let base = names.firstIndex(of: group) else {
                unknown(group, of: by, names, &columns)
                return []
            }
            return names.indices.filter { $0 != base }.map { place in
                let difference = table.contrast([(1, estimates[place]), (-1, estimates[base])])
                return row("\(names[place]) - \(group)", difference)
            }
        case .rest:
            let differences =
                estimate.statistic == .total
                ? table.totalDifferencesFromRest(of: numbers)
                : table.differencesFromRest(of: numbers)
            return zip(names, differences).map {
                row("\($0) - the rest", $1)
            }
        case .combination(let factors):
            for group in factors.keys.sorted() where !names.contains(group) {
                unknown(group, of: by, names, &columns)
            }
            let terms = names.indices.compactMap { place in
                factors[names[place]].map { (factor: $0, estimate: estimates[place]) }
            }
            guard !terms.isEmpty else { return [] }
            return [row(written(names, factors), table.contrast(terms))]
        }
    }
}

/// "0.5 × E - H": the factors of a combination, 1 left out.
private func written(_ names: [String], _ factors: [String: Double]) -> String {
    var text = ""
    for name in names {
        guard let factor = factors[name] else { continue }
        let size = abs(factor) == 1 ? name : "\(numberName(abs(factor))) × \(name)"
        if text.isEmpty {
            text = factor < 0 ? "-\(size)" : size
        } else {
            text += factor < 0 ? " - \(size)" : " + \(size)"
        }
    }
    return text
}

extension MultipleTests {
    /// Whose rule it is.
    fileprivate var writtenName: String {
        switch self {
        case .bonferroni: "Bonferroni"
        case .holm: "Holm"
        case .hochberg: "Hochberg"
        case .hommel: "Hommel"
        case .benjaminiHochberg: "Benjamini and Hochberg"
        case .benjaminiYekutieli: "Benjamini and Yekutieli"
        case .none: "no rule"
        }
    }
}

/// How much a mean, total or share has changed between two waves.
package struct ChangeRequest: Sendable, Hashable {
    package var estimate: EstimateRequest
    /// Nil where it is not said.
    package var overlap: WaveOverlap?

    package init(_ estimate: EstimateRequest, overlap: WaveOverlap?) {
        self.estimate = estimate
        self.overlap = overlap
    }

    /// The change of each variable in each group, the second wave less the first; empty where a name is
    /// wrong in either file.
    package func rows(
        from first: inout RequestedColumns,
        to second: inout RequestedColumns,
        _ request: DesignRequest
    ) -> [EstimateRow] {
        guard request.replicates == nil, request.calibration == nil, request.making == nil else {
            second.report(
                "estimate.option",
                "Change is estimated from strata, clusters and weights.",
                remedy: "Leave out replicates and margins."
            )
            return []
        }
        // All is looked at before anything stops, so that all problems are told at once.
        let (one, other) = (request.columns(&first), request.columns(&second))
        let (earlier, later) = (estimate.domain(of: &first), estimate.domain(of: &second))
        if overlap == nil, let shared = sharedClusters(one, other) {
            second.report(
                "estimate.option",
                "Both waves have clusters of the same names (\(shared)).",
                remedy:
                    "Say --overlap clusters where they are the same clusters, visited twice; --overlap none where not."
            )
        }
        let lists = estimate.variables.map { (first.numbers($0), second.numbers($0)) }
        guard let one, let other, let before = earlier, let after = later,
            first.problems.isEmpty, second.problems.isEmpty,
            let design = design(request, one, other, &first, &second)
        else { return [] }
        let overlap = overlap ?? .none
        var found: [EstimateRow] = []
        for (name, pair) in zip(estimate.variables, lists) {
            guard let old = pair.0, let new = pair.1 else { continue }
            let numbers = Numbers(old.all + new.all)
            for (place, group) in after.names.enumerated() {
                guard
                    let match = before.names.firstIndex(where: { $0.elementsEqual(group, by: ==) })
                else { continue }
                let codes =
                    (0..<first.rowCount).map { before.holds($0, match) ? 1 : 0 }
                    + (0..<second.rowCount).map { after.holds($0, place) ? 2 : 0 }
                let waves = Grouping(Codes(codes, categoryCount: 2), count: 2)
                let table = Tabulation(design, by: waves, options: estimate.options)
                let estimates =
                    estimate.statistic == .total
                    ? table.linearTotals(of: numbers) : table.linearMeans(of: numbers)
                let change = table.contrast([(1, estimates[1]), (-1, estimates[0])])
                found.append(
                    EstimateRow(
                        "change",
                        WrittenList.plain(name),
                        group: group,
                        change,
                        method:
                            "\(design.methodName), \(overlap == .clusters ? "waves sharing clusters" : "waves drawn apart")",
                        test: .init(statistic: change.statistic, p: change.p)
                    )
                )
            }
        }
        return first.problems.isEmpty && second.problems.isEmpty ? found : []
    }
}

extension ChangeRequest {
    /// Some names of clusters that both waves have; nil where there are none.
    private func sharedClusters(_ one: DesignColumns?, _ other: DesignColumns?) -> String? {
        guard let first = one?.stages.first?.units, let second = other?.stages.first?.units else {
            return nil
        }
        let shared = Set(first.names).intersection(second.names).sorted()
        return shared.isEmpty
            ? nil : shared.prefix(3).joined(separator: ", ") + (shared.count > 3 ? ", …" : "")
    }

    /// The design of both waves; its problems are told of the wave that they are in.
    private func design(
        _ request: DesignRequest,
        _ one: DesignColumns,
        _ other: DesignColumns,
        _ first: inout RequestedColumns,
        _ second: inout RequestedColumns
    ) -> SurveyDesign? {
        guard request.isNamed else {
            return SurveyDesign.none(rowCount: one.rowCount + other.rowCount)
        }
        do throws(DesignProblems) {
            return try SurveyDesign(
                DesignColumns.stacked(one, other, sharing: overlap ?? .none)
            )
        } catch {
            _ = request.design(one, &first)
            _ = request.design(other, &second)
            if first.problems.isEmpty, second.problems.isEmpty {
                second.report(error.list.map { $0.problem(in: second.data.origin) })
            }
            return nil
        }
    }
}

extension RequestedDomain {
    /// Whether a row of the data belongs to the group at `place`.
    fileprivate func holds(_ row: Int, _ place: Int) -> Bool {
        grouping.map { $0.codes[row] == place + 1 } ?? true
    }
}
