import Kernels
import Report

/// Tables of answers, of people and of things.
extension ReportPrinter {
    /// 1 for each person who chose `answer`, 0 for others who answered, nan for those who did not.
    private func chosen(_ question: Int, _ answer: Int, _ people: MadeUpPeople) -> [Double] {
        people.choices[question].map {
            $0 == 0 ? .nan : $0 >> answer & 1 == 1 ? 1 : 0
        }
    }

    private func answerLines(_ question: Int) -> [AuditedTable.Line] {
        plan.questions[question].answers.map { AuditedTable.Line($0, .answer) }
    }

    /// Percentages of the answers in groups.
    func shares(_ index: Int, _ trait: Int) -> AuditedTable {
        let question = plan.questions[index]
        let id = "\(question.name)-by-\(plan.traits[trait].name.lowercased())"
        let people = people(of: id)
        let found = question.answers.indices.map {
            moments(of: chosen(index, $0, people), [trait], people)
        }
        let ones = [Double](repeating: 1, count: people.count)
        let asked = moments(of: ones, [trait], people)
        var draft = TableDraft()
        draft.rows = answerLines(index)
        draft.cells = draft.rows.map { _ in [] }
        for group in found[0].indices {
            let parts = found.map { $0[group].n == 0 ? 0 : $0[group].mean * $0[group].weight }
            let base = slip == .otherBase(table: id, group: group) ? asked : found[0]
            let cells = style.shares(
                parts,
                of: base[group].weight,
                people: found[0][group].n,
                force: style.forcesHundred && !question.allowsSeveral
            )
            for (answer, cell) in cells.enumerated() { draft.cells[answer].append(cell) }
        }
        draft.columns = groupLines([trait])
        if !question.allowsSeveral, plan.seed % 3 == 0 {
            let hundred = style.shares([1], of: 1, people: style.fewest, force: false)[0]
            draft.append(
                AuditedTable.Line(
                    "Total",
                    .answer,
                    total: .init(of: Array(question.answers.indices), by: .sum)
                ),
                draft.columns.indices.map { draft.cells[0][$0].number == nil ? .none : hundred }
            )
        }
        if style.bases == .answered {
            draft.append(
                AuditedTable.Line("n", .statistic, statistic: .base),
                found[0].map { count(size($0)) }
            )
        } else if style.bases == .asked {
            for column in draft.columns.indices {
                draft.columns[column].n = AuditedBase(size(asked[column]), isAnswered: false)
            }
        }
        return draft.finished(
            id,
            .percent,
            turned: style.groupsAreRows[2 + index],
            question: question.name,
            allowsSeveral: question.allowsSeveral
        )
    }

    /// Numbers of people who gave each answer, in groups.
    func counts(_ index: Int, _ trait: Int) -> AuditedTable {
        let question = plan.questions[index]
        let known = plan.traits[trait].groups.count
        var draft = TableDraft()
        draft.columns = groupLines([trait])
        for (answer, line) in answerLines(index).enumerated() {
            let chosen = chosen(index, answer, people).map { $0 == 1 ? 1 : .nan }
            var cells = moments(of: chosen, [trait], people).map { size($0) }
            // A table of counts totals what it shows.
            if style.hasTotals, !isRoundedByItself {
                cells[known] = cells.prefix(known).reduce(0, +)
            }
            draft.append(line, cells.map { count($0) })
        }
        if !question.allowsSeveral, style.hasTotals {
            draft.append(
                AuditedTable.Line(
                    "Total",
                    .answer,
                    total: .init(of: Array(question.answers.indices), by: .sum)
                ),
                draft.columns.indices.map { column in
                    count(draft.cells.reduce(0) { $0 + ($1[column].number?.units ?? 0) })
                }
            )
        }
        return draft.finished(
            "\(question.name)-counts",
            .count,
            turned: style.groupsAreRows[5],
            question: question.name,
            allowsSeveral: question.allowsSeveral
        )
    }

    /// Whether weighted counts are rounded one by one, so that totals may part from their sums.
    private var isRoundedByItself: Bool {
        plan.weighting == .said && style.weighsBases && plan.seed % 2 == 0
    }

    /// How many people of each trait's groups took part, and their shares.
    func composition() -> AuditedTable {
        var draft = TableDraft(columns: [
            AuditedTable.Line("n", .statistic, statistic: .count),
            AuditedTable.Line("%", .statistic, statistic: .percent),
        ])
        for (trait, own) in plan.traits.enumerated() {
            let sizes = unweightedSizes(trait)
            let whole = sizes.reduce(0, +)
            let shares = style.shares(
                sizes.map(Double.init),
                of: Double(whole),
                people: style.fewest,
                force: style.forcesHundred
            )
            let first = draft.rows.count
            for (group, label) in own.groups.enumerated() {
                draft.append(
                    AuditedTable.Line(label, .group, block: own.name),
                    [count(sizes[group]), shares[group]]
                )
            }
            guard style.hasTotals, plan.seed % 2 == 0 else { continue }
            draft.append(
                AuditedTable.Line(
                    "All by \(own.name.lowercased())",
                    .group,
                    total: .init(of: Array(first..<draft.rows.count), by: .sum)
                ),
                [count(whole), style.shares([1], of: 1, people: style.fewest, force: false)[0]]
            )
        }
        return draft.finished(
            "sample",
            .count,
            turned: plan.seed % 11 == 0,
            isWeighted: plan.isWeighted ? false : nil
        )
    }

    private func unweightedSizes(_ trait: Int) -> [Int] {
        var sizes = [Int](repeating: 0, count: plan.traits[trait].groups.count)
        for group in people.groups[trait] where group >= 0 { sizes[group] += 1 }
        return sizes
    }

    /// People by two traits, of those of whom both are known.
    func crossing(_ one: Int, _ two: Int) -> AuditedTable {
        let (rows, columns) = (plan.traits[one], plan.traits[two])
        var sizes = rows.groups.map { _ in [Int](repeating: 0, count: columns.groups.count) }
        for (row, column) in zip(people.groups[one], people.groups[two])
        where row >= 0 && column >= 0 {
            sizes[row][column] += 1
        }
        var draft = TableDraft()
        draft.columns = groupLines([two])
        func line(_ own: [Int]) -> [PrintedCell] {
            (own + (style.hasTotals ? [own.reduce(0, +)] : [])).map { count($0) }
        }
        for (row, label) in rows.groups.enumerated() {
            draft.append(AuditedTable.Line(label, .group, block: rows.name), line(sizes[row]))
        }
        if style.hasTotals {
            draft.append(
                AuditedTable.Line(
                    "All people",
                    .group,
                    total: .init(of: Array(rows.groups.indices), by: .pooled)
                ),
                line(columns.groups.indices.map { column in sizes.reduce(0) { $0 + $1[column] } })
            )
        }
        return draft.finished(
            "people",
            .count,
            turned: false,
            isWeighted: plan.isWeighted ? false : nil
        )
    }

    /// Ages, a figure that has no scale.
    func ages(_ trait: Int) -> AuditedTable {
        var draft = momentsDraft(mean: .mean)
        let own = moments(of: people.ages, [trait], people)
        for (line, moments) in zip(groupLines([trait]), own) {
            draft.append(line, momentCells(moments))
        }
        return draft.finished("ages", .other, turned: false, question: "age")
    }

    /// Things counted year by year.
    func clients() -> AuditedTable {
        TableDraft(
            rows: [AuditedTable.Line("Clients", .statistic)],
            columns: plan.years.indices.map { AuditedTable.Line(String(2017 + $0), .statistic) },
            cells: [plan.years.map { count($0) }]
        ).finished("clients", .count, turned: false)
    }
}
