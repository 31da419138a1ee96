import Base

/// A two-way table of closed questions, with a test of whether they go together.
package struct TableRequest: Sendable, Hashable {
    /// The most degrees of freedom of a test; beyond, no survey has the clusters for one.
    private static let mostTested = 300

    package var rows: String
    package var columns: String
    package var condition: String?
    /// The tests beside the shares, in the order in which they are told.
    package var tests: [TableTest.Kind]
    package var options: Tabulation.Options

    package init(
        rows: String,
        columns: String,
        where condition: String? = nil,
        tests: [TableTest.Kind] = [.raoScott],
        options: Tabulation.Options = .init()
    ) {
        self.rows = rows
        self.columns = columns
        self.condition = condition
        self.tests = tests
        self.options = options
    }

    /// The share of each column within each row, and last the tests; empty where a name is wrong.
    package func rows(
        of data: inout RequestedColumns,
        _ design: SurveyDesign
    ) -> [EstimateRow] {
        let before = data.problems.count
        let inside = condition.flatMap { data.rows(where: $0) }
        let (one, other) = (data.groups(rows), data.groups(columns))
        guard let first = one, let second = other, data.problems.count == before else { return [] }
        let cells = (first.names.count - 1) * (second.names.count - 1)
        guard tests.isEmpty || cells <= Self.mostTested else {
            data.report(
                "estimate.test",
                "A table of \(first.names.count) by \(second.names.count) is too large for a test.",
                remedy: "Join categories, or leave the test out with --test none."
            )
            return []
        }
        let shares = EstimateRequest(
            .proportion,
            of: [columns],
            by: [rows],
            where: condition,
            options: options
        ).rows(of: &data, design)
        let table = Tabulation(
            design,
            by: inside.map { Grouping(only: $0) },
            options: options
        )
        do throws(TableTestError) {
            var found: [EstimateRow] = []
            for kind in tests {
                let test = try table.independence(first.grouping, second.grouping, kind)
                found.append(row(of: test, design))
            }
            return shares + found
        } catch .noDesign {
            return shares
        } catch {
            data.report(
                "estimate.test",
                error.sentence,
                remedy:
                    "Join categories that few people gave, or leave the test out with --test none."
            )
            return []
        }
    }

    private func row(of test: TableTest, _ design: SurveyDesign) -> EstimateRow {
        EstimateRow(
            "\(test.kind.rawValue) \(test.denominatorDF == nil ? "chi-square" : "F")",
            "\(rows), \(columns)",
            Estimate(
                value: test.statistic,
                standardError: nil,
                interval: nil,
                df: test.numeratorDF,
                n: test.n,
                weightedN: .nan,
                designEffect: test.designEffect
            ),
            method: design.methodName,
            test: .init(
                statistic: test.pearson,
                denominatorDF: test.denominatorDF,
                p: test.p
            )
        )
    }
}

extension TableTestError {
    fileprivate var sentence: String {
        switch self {
        case .noDesign: "Without a probability design there is no test."
        case .oneCategory: "One of the questions has fewer than two answers."
        case .noDegreesOfFreedom: "There are too few clusters for the test."
        case .singular: "The table is too thin for the test."
        case .noVariance: "Nothing was left to chance: there is nothing to test."
        }
    }
}
