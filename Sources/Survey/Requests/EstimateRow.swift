/// One line of an answer: an estimate and what is needed to judge it.
package struct EstimateRow: Sendable, Hashable, Encodable {
    package var statistic: String
    package var variable: String
    /// The answer that a share or a total of people is about.
    package var category: String?
    /// The group of each variable of the breakdown, in its order; empty for the whole.
    package var group: [(variable: String, group: String)]
    package var estimate: Estimate
    /// How the standard error and the interval were made.
    package var method: String
    /// The statistic of a test, its other degrees of freedom and its p value.
    package var test: Test?

    package struct Test: Sendable, Hashable {
        package var statistic: Double?
        package var denominatorDF: Double?
        package var p: Double?
        package var adjustedP: Double?

        package init(
            statistic: Double?,
            denominatorDF: Double? = nil,
            p: Double?,
            adjustedP: Double? = nil
        ) {
            self.statistic = statistic
            self.denominatorDF = denominatorDF
            self.p = p
            self.adjustedP = adjustedP
        }
    }

    package init(
        _ statistic: String,
        _ variable: String,
        category: String? = nil,
        group: [(variable: String, group: String)] = [],
        _ estimate: Estimate,
        method: String,
        test: Test? = nil
    ) {
        self.statistic = statistic
        self.variable = variable
        self.category = category
        self.group = group
        self.estimate = estimate
        self.method = method
        self.test = test
    }

    package static func == (left: EstimateRow, right: EstimateRow) -> Bool {
        left.key == right.key && left.estimate == right.estimate && left.test == right.test
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(estimate)
    }

    private var key: [String] {
        [statistic, variable, category ?? "", method] + group.flatMap { [$0.variable, $0.group] }
    }

    // MARK: - JSON

    private enum Key: String, CodingKey {
        case statistic, variable, category, group, estimate, standardError, lower, upper, df, n
        case weightedN, designEffect, method, reason, testStatistic, denominatorDF, p, adjustedP
    }

    /// Writes the row; a number that does not exist is null, and what a row never has is left out.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(statistic, forKey: .statistic)
        try container.encode(variable, forKey: .variable)
        try container.encodeIfPresent(category, forKey: .category)
        if group.isEmpty {
            try container.encodeNil(forKey: .group)
        } else {
            let groups = Dictionary(group.map { ($0.variable, $0.group) }) { first, _ in first }
            try container.encode(groups, forKey: .group)
        }
        let numbers: [(Key, Double?)] = [
            (.estimate, estimate.value), (.standardError, estimate.standardError),
            (.lower, estimate.interval?.lowerBound), (.upper, estimate.interval?.upperBound),
            (.df, estimate.df), (.weightedN, estimate.weightedN),
            (.designEffect, estimate.designEffect),
        ]
        for (key, number) in numbers {
            if let number, number.isFinite {
                try container.encode(number, forKey: key)
            } else {
                try container.encodeNil(forKey: key)
            }
        }
        try container.encode(estimate.n, forKey: .n)
        try container.encode(method, forKey: .method)
        try container.encodeIfPresent(estimate.reason?.rawValue, forKey: .reason)
        guard let test else { return }
        let fields: [(Key, Double?)] = [
            (.testStatistic, test.statistic), (.denominatorDF, test.denominatorDF), (.p, test.p),
            (.adjustedP, test.adjustedP),
        ]
        for (key, number) in fields {
            guard let number, number.isFinite else { continue }
            try container.encode(number, forKey: key)
        }
    }
}
