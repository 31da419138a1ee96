import Kernels
import Report

/// Tables of a scale: means of its items and scores.
extension ReportPrinter {
    static func itemsID(_ plan: ReportPlan, _ scale: Int, _ traits: [Int]) -> String {
        "\(plan.scales[scale].name)-by-"
            + traits.map { plan.traits[$0].name.lowercased() }.joined(separator: "-")
    }

    /// Means of the items in groups, with a total for the items and one for the groups.
    func items(_ index: Int, _ traits: [Int]) -> AuditedTable {
        let scale = plan.scales[index]
        let id = Self.itemsID(plan, index, traits)
        let people = people(of: id)
        let values = scale.items.indices.map { printed(index, $0, id, people) }
        let found = values.map { moments(of: $0, traits, people) }
        let groupCount = traits.map { plan.traits[$0].groups.count }.reduce(0, +)
        var draft = TableDraft()
        draft.columns = groupLines(traits, bases: bases(found, traits, people))
        for (item, own) in found.enumerated() {
            var line = AuditedTable.Line(scale.items[item], .item)
            if style.bases == .answered, let n = own.last?.n, style.hasTotals {
                line.n = AuditedBase(n, isAnswered: true)
            }
            draft.append(line, cells(own, own.map(\.mean), groupCount, id))
        }
        if style.hasScores {
            draft.append(scoreLine(scale), scoreCells(index, values, found, traits, id))
        }
        if style.bases == .asked, plan.seed % 2 == 0 {
            draft.append(
                AuditedTable.Line("n", .statistic, statistic: .base),
                sizes(traits, people).prefix(draft.columns.count).map { count($0) }
            )
        }
        return draft.finished(
            id,
            .mean,
            turned: style.groupsAreRows[index],
            scale: scale.name
        )
    }

    /// Means, of which those of groups too small are left out.
    private func cells(
        _ moments: [Moments],
        _ means: [Double],
        _ groupCount: Int,
        _ id: String
    ) -> [PrintedCell] {
        var means = means
        if slip == .plainMean(table: id), means.count > groupCount {
            let own = means.prefix(groupCount).filter { !$0.isNaN }
            means[groupCount] = own.reduce(0, +) / Double(own.count)
        }
        return zip(moments, means).map { style.cell($1, of: $0.n) }
    }

    /// What is said of the groups' numbers of people outside the table's body.
    private func bases(
        _ items: [[Moments]],
        _ traits: [Int],
        _ people: MadeUpPeople
    ) -> [AuditedBase?] {
        switch style.bases {
        case .none: return []
        case .asked:
            guard plan.seed % 2 == 1 else { return [] }
            return sizes(traits, people).map { AuditedBase($0, isAnswered: false) }
        case .answered:
            return items[0].indices.map { group in
                let sizes = items.map { size($0[group]) }
                return AuditedBase((sizes.min() ?? 0)...(sizes.max() ?? 0), isAnswered: true)
            }
        }
    }

    /// The figure behind each person's answer to an item, as `table` scores it.
    func printed(
        _ scale: Int,
        _ item: Int,
        _ table: String,
        _ people: MadeUpPeople
    ) -> [Double] {
        let own = plan.scales[scale]
        var values = people.answers[scale][item]
        if own.isReversed[item], own.printsReversed || slip == .reversedFromZero(scale: scale) {
            let low = slip == .reversedFromZero(scale: scale) ? 0 : own.range.lowerBound
            let sum = Double(low + own.range.upperBound)
            values = values.map { sum - $0 }
        }
        if case .turned(table, item, let sum, let groups) = slip {
            let trait = people.groups[traitIndex(of: table)]
            for person in values.indices where groups?.contains(trait[person]) ?? true {
                values[person] = sum - values[person]
            }
        }
        return values
    }

    /// The first trait that a table breaks people down by.
    private func traitIndex(of table: String) -> Int {
        plan.traits.firstIndex { table.contains("-by-" + $0.name.lowercased()) } ?? 0
    }

    // MARK: - Scores

    private func scoreLine(_ scale: ReportPlan.Scale) -> AuditedTable.Line {
        let isSum = scale.scoring == .sum
        let totalling: AuditedTable.Totalling =
            plan.seed % 5 == 0 ? .meanOrSum : isSum ? .sum : .mean
        return AuditedTable.Line(
            "Score",
            .item,
            statistic: isSum ? .score : nil,
            total: .init(of: Array(scale.items.indices), by: totalling)
        )
    }

    private func scoreCells(
        _ index: Int,
        _ values: [[Double]],
        _ found: [[Moments]],
        _ traits: [Int],
        _ id: String
    ) -> [PrintedCell] {
        let groupCount = traits.map { plan.traits[$0].groups.count }.reduce(0, +)
        let scale = plan.scales[index]
        let people = people(of: id)
        guard scale.scoring == .figures else {
            let own = moments(of: scores(index, values, people), traits, people)
            return cells(own, own.map(\.mean), groupCount, id)
        }
        let means = found[0].indices.map { group in
            found.indices.map { turn(index, $0, found[$0][group].mean) }.reduce(0, +)
                / Double(found.count)
        }
        return cells(found[0], means, groupCount, id)
    }

    /// An item's figure as the score counts it.
    private func turn(_ scale: Int, _ item: Int, _ value: Double) -> Double {
        let own = plan.scales[scale]
        guard own.isReversed[item], own.totalsReverse, !own.printsReversed,
            slip != .reversedFromZero(scale: scale)
        else { return value }
        return Double(own.range.lowerBound + own.range.upperBound) - value
    }

    /// The score of each person; nan where too many answers are missing.
    func scores(_ index: Int, _ values: [[Double]], _ people: MadeUpPeople) -> [Double] {
        let scale = plan.scales[index]
        let count = values.count
        return (0..<people.count).map { person in
            var (sum, answered) = (0.0, 0)
            for item in 0..<count where !values[item][person].isNaN {
                sum += turn(index, item, values[item][person])
                answered += 1
            }
            switch scale.scoring {
            case .answered: return answered * 2 < count ? .nan : sum / Double(answered)
            case .complete: return answered < count ? .nan : sum / Double(count)
            case .sum: return answered < count ? .nan : sum
            case .figures: return .nan
            }
        }
    }

    /// Mean, standard deviation and number of people of the score, by groups.
    func scores(_ index: Int, _ trait: Int) -> AuditedTable {
        let scale = plan.scales[index]
        let id = "\(scale.name)-score-by-\(plan.traits[trait].name.lowercased())"
        let people = people(of: id)
        let values = scale.items.indices.map { printed(index, $0, id, people) }
        let own = moments(of: scores(index, values, people), [trait], people)
        var draft = momentsDraft(mean: scale.scoring == .sum ? .score : .mean)
        for (line, moments) in zip(groupLines([trait]), own) {
            draft.append(line, momentCells(moments))
        }
        return draft.finished(id, .other, turned: plan.seed % 7 == 0, scale: scale.name)
    }

    /// Mean, standard deviation and number of answers of each item.
    func moments(_ index: Int) -> AuditedTable {
        let scale = plan.scales[index]
        let id = "\(scale.name)-items"
        var draft = momentsDraft(mean: .mean)
        for (item, label) in scale.items.enumerated() {
            var own = Moments()
            for (value, weight) in zip(printed(index, item, id, people), people.weights)
            where !value.isNaN {
                own.add(value, weight: weight)
            }
            draft.append(AuditedTable.Line(label, .item), momentCells(own))
        }
        return draft.finished(id, .other, turned: plan.seed % 7 == 1, scale: scale.name)
    }

    func momentsDraft(mean: AuditedTable.Statistic) -> TableDraft {
        TableDraft(columns: [
            AuditedTable.Line("Mean", .statistic, statistic: mean),
            AuditedTable.Line("SD", .statistic, statistic: .standardDeviation),
            AuditedTable.Line("n", .statistic, statistic: .base),
        ])
    }

    func momentCells(_ moments: Moments) -> [PrintedCell] {
        [
            style.cell(moments.mean, of: moments.n),
            style.cell(moments.deviation, of: moments.n), count(size(moments)),
        ]
    }
}
