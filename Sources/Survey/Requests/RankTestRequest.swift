import Base

/// A test of whether the groups of a breakdown stand equally high in a variable.
package struct RankTestRequest: Sendable, Hashable {
    package var estimate: EstimateRequest
    package var score: RankScore

    package init(_ estimate: EstimateRequest, _ score: RankScore) {
        self.estimate = estimate
        self.score = score
    }

    /// The mean score of each group, and the test; empty where a name is wrong.
    package func rows(
        of columns: inout RequestedColumns,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        let before = columns.problems.count
        guard let domain = estimate.domain(of: &columns) else { return [] }
        let table = Tabulation(design, by: domain.grouping, options: estimate.options)
        var found: [EstimateRow] = []
        for name in estimate.variables {
            guard let numbers = columns.numbers(name) else { continue }
            do throws(NoTest) {
                let test = try table.rankTest(of: numbers, score)
                found += rows(of: test, WrittenList.plain(name), domain, design)
            } catch {
                columns.report(
                    "estimate.test",
                    column: name,
                    "The groups cannot be tested: \(error.sentence).",
                    remedy:
                        "Name a design, and groups that several clusters hold and that differ in something."
                )
            }
        }
        return columns.problems.count == before ? found : []
    }

    private func rows(
        of test: RankTest,
        _ name: String,
        _ domain: RequestedDomain,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        var rows = zip(test.groups, test.meanScores).map { group, score in
            EstimateRow(
                "mean score",
                name,
                group: domain.names[group],
                score,
                method: design.methodName
            )
        }
        rows.append(
            EstimateRow(
                "\(self.score.rawValue) F",
                name,
                Estimate(
                    value: test.statistic,
                    standardError: nil,
                    interval: nil,
                    df: test.numeratorDF,
                    n: test.n,
                    weightedN: .nan
                ),
                method: design.methodName,
                test: .init(statistic: nil, denominatorDF: test.denominatorDF, p: test.p)
            )
        )
        return rows
    }
}

extension NoTest {
    fileprivate var sentence: String {
        switch self {
        case .noInterval(.noDesign): "no probability design is named"
        case .noInterval: "a group has no standard error"
        case .noVariance: "answers do not differ, or everyone was asked"
        case .oneGroup: "fewer than two groups hold answers"
        case .noDegreesOfFreedom: "there are too few clusters for so many groups"
        case .singular: "the groups' covariance is singular"
        }
    }
}
