package import Base
package import Survey

extension PreparedStudy {
    /// The sample design that the study declares, over the rows that it keeps.
    ///
    /// Without a declaration it is no probability sample: every row counts once. Variances count the margins
    /// that its weights were fitted to here.
    ///
    /// - Throws: All the problems of the design's columns at once.
    package func surveyDesign() throws(Problems) -> SurveyDesign {
        guard let declared = study.design else { return .none(rowCount: data.rowCount) }
        if let replicates = declared.replicates {
            let columns = try columns(of: replicates)
            do {
                return try SurveyDesign(columns)
            } catch {
                throw located(error)
            }
        }
        let columns = DesignColumns(
            rowCount: data.rowCount,
            stages: stages(of: declared),
            weights: declared.weight.flatMap { data[$0] }.flatMap { Numbers(answered: $0)?.all },
            nest: declared.isNested,
            singleCluster: rule(declared.singleCluster),
            isProbabilitySample: true
        )
        return try design(of: columns, declared.variance)
    }

    private func stages(of design: Design) -> [DesignColumns.Stage] {
        let count = max(
            design.clusters.count,
            design.populations.count,
            design.strata.isEmpty ? 0 : 1
        )
        return (0..<count).map { index in
            DesignColumns.Stage(
                units: design.clusters.indices.contains(index)
                    ? data[design.clusters[index]].map { Labels($0) } : nil,
                strata: index == 0 && !design.strata.isEmpty ? labels(of: design.strata) : nil,
                population: design.populations.indices.contains(index)
                    ? data[design.populations[index]].flatMap { Numbers(answered: $0)?.all } : nil
            )
        }
    }

    /// One label a row for the crossing of several variables; none where one of them is missing.
    private func labels(of names: [String]) -> Labels? {
        let columns = names.compactMap { data[$0] }
        guard columns.count == names.count else { return nil }
        if columns.count == 1 { return Labels(columns[0]) }
        return Labels(
            (0..<data.rowCount).map { row -> String? in
                let parts = columns.map { $0.valueName(row: row) }
                return parts.contains("") ? nil : parts.joined(separator: " × ")
            }
        )
    }

    private func rule(_ rule: Design.SingleCluster) -> SingleClusterRule {
        switch rule {
        case .fail: .fail
        case .certainty: .certainty
        case .average: .average
        case .adjust: .adjust
        case .collapse(let name):
            data[name].map { .collapse(within: Labels($0)) } ?? .fail
        }
    }
}
