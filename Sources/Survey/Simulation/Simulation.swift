import Kernels

/// Makes answers up by a plan; one seed always gives the same answers.
package struct Simulation: Sendable {
    package let plan: SimulationPlan
    private let model: LatentModel

    /// Solves for the numbers behind the plan's targets.
    package init(_ plan: SimulationPlan) throws(SimulationFault) {
        self.plan = plan
        model = try LatentModel(plan)
    }

    /// The names of the columns, in their order: questions and items as the plan lists them, the
    /// questions first.
    package var names: [String] {
        plan.questions.map(\.name) + plan.scales.flatMap { $0.items.map(\.name) }
    }

    /// The cells of a column.
    package enum Cells: Sendable, Hashable {
        /// As the data file holds them; "" is an empty cell.
        case texts([String])
        /// Seconds since 1970.
        case times([Double])
    }

    /// The answers of one seed, one list of cells a name.
    package func answers(seed: UInt64, stream: UInt64 = 0) -> [Cells] {
        var generator = SeededGenerator(seed: seed, stream: stream)
        let rows = Rows(plan)
        var byName: [String: [String]] = [:]
        var times: [String: [Double]] = [:]
        var isAsked = [Bool](repeating: true, count: rows.count)
        let questions = plan.questions.map { question -> Cells in
            let cells = cells(of: question, rows, byName, times, isAsked, &generator)
            switch cells {
            case .texts(let texts):
                byName[question.name] = texts
                if let consent = plan.consent, consent.question == question.name {
                    isAsked = texts.map { consent.answers.contains($0) }
                }
            case .times(let seconds): times[question.name] = seconds
            }
            return cells
        }
        return questions + items(rows, isAsked, &generator).map { .texts($0) }
    }

    /// Where each row lies.
    fileprivate struct Rows {
        let cluster: [Int]
        let place: [Int]
        let interviewer: [Int]

        init(_ plan: SimulationPlan) {
            cluster = plan.clusters.indices.flatMap { index in
                [Int](repeating: index, count: plan.clusters[index].rows)
            }
            place = cluster.map { plan.clusters[$0].place }
            interviewer = cluster.map { $0 / max(1, plan.clustersPerInterviewer) }
        }

        var count: Int { cluster.count }
    }
}

// MARK: - Items

extension Simulation {
    private func items(
        _ rows: Rows,
        _ isAsked: [Bool],
        _ generator: inout SeededGenerator
    ) -> [[String]] {
        let clusters = (0..<plan.clusters.count).map { _ in drawn(&generator) }
        let interviewers = (0...(rows.interviewer.last ?? 0)).map { _ in drawn(&generator) }
        let (ofCluster, ofInterviewer) = (model.clusterShare, model.interviewerShare)
        let own = (1 - ofCluster - ofInterviewer).squareRoot()
        let count = plan.scales.reduce(0) { $0 + $1.items.count }
        var answers = [[String]](repeating: [], count: count)
        for row in 0..<rows.count {
            let person = drawn(&generator)
            let near = clusters[rows.cluster[row]]
            let asked = interviewers[rows.interviewer[row]]
            var column = 0
            for (scale, items) in model.items.enumerated() {
                for (index, item) in items.enumerated() {
                    let normal =
                        own * person[column] + ofCluster.squareRoot() * near[column]
                        + ofInterviewer.squareRoot() * asked[column]
                    let above = item[rows.place[row]].thresholds.count { normal > $0 }
                    let planned = plan.scales[scale]
                    let keyed = planned.range.lowerBound + above
                    let answer =
                        planned.items[index].isReversed
                        ? planned.range.lowerBound + planned.range.upperBound - keyed : keyed
                    let none = none(planned.items[index].noAnswer, &generator)
                    answers[column].append(isAsked[row] ? none ?? String(answer) : "")
                    column += 1
                }
            }
        }
        return answers
    }

    /// One normal an item, with the correlations inside and between scales.
    private func drawn(_ generator: inout SeededGenerator) -> [Double] {
        let independent = plan.scales.map { _ in generator.normal() }
        var result: [Double] = []
        for (scale, items) in model.items.enumerated() {
            var factor = 0.0
            for k in 0...scale { factor += model.factors[scale, k] * independent[k] }
            let share = model.factorShares[scale]
            for _ in items {
                let rest = (1 - abs(share)).squareRoot() * generator.normal()
                result.append(abs(share).squareRoot() * factor + rest)
            }
        }
        return result
    }

    /// The code of an answer that says that there is none, as often as planned; nil for an answer.
    private func none(
        _ planned: SimulationPlan.NoAnswer,
        _ generator: inout SeededGenerator
    ) -> String? {
        guard !planned.rates.isEmpty else { return nil }
        var rest = generator.uniform()
        for rate in planned.rates {
            if rest < rate.share { return rate.code }
            rest -= rate.share
        }
        return nil
    }
}

// MARK: - Questions

extension Simulation {
    private func cells(
        of question: SimulationPlan.Question,
        _ rows: Rows,
        _ before: [String: [String]],
        _ times: [String: [Double]],
        _ isAsked: [Bool],
        _ generator: inout SeededGenerator
    ) -> Cells {
        switch question.kind {
        case .start(let first, let days):
            return .times(
                (0..<rows.count).map { _ in
                    // Between 9 and 18 o'clock.
                    first + Double(generator.below(days)) * 86_400
                        + Double(9 * 3_600 + generator.below(9 * 3_600))
                }
            )
        case .end(let start, let minutes, let spread):
            return .times(
                (times[start] ?? []).map { began in
                    let length = minutes * exponential(spread * generator.normal())
                    return began + (length * 60).rounded()
                }
            )
        case .one(let answers, let shares):
            let chosen = choices(shares, rows, &generator)
            return .texts(
                finished(question, rows, before, isAsked, &generator) { row, _ in
                    answers[chosen[row]]
                }
            )
        case .several(let answers, let shares):
            let chances = shares.map { self.chances(of: $0) }
            let mustChoose = shares.map { $0.reduce(0, +) > 1 }
            return .texts(
                finished(question, rows, before, isAsked, &generator) { row, generator in
                    let place = rows.place[row]
                    return several(
                        answers,
                        chances[place],
                        mustChoose: mustChoose[place],
                        &generator
                    )
                }
            )
        default:
            return .texts(
                finished(question, rows, before, isAsked, &generator) { row, generator in
                    text(of: question.kind, row, rows, &generator)
                }
            )
        }
    }

    /// The cells of a question: empty where it is not asked, a code where nobody answers.
    private func finished(
        _ question: SimulationPlan.Question,
        _ rows: Rows,
        _ before: [String: [String]],
        _ isAsked: [Bool],
        _ generator: inout SeededGenerator,
        _ answer: (Int, inout SeededGenerator) -> String
    ) -> [String] {
        (0..<rows.count).map { row in
            let text = answer(row, &generator)
            let none = none(question.noAnswer, &generator)
            guard isAsked[row] else { return "" }
            if let condition = question.condition {
                let given = before[condition.question]?[row] ?? ""
                if !condition.answers.contains(given) { return "" }
            }
            return none ?? text
        }
    }

    private func text(
        of kind: SimulationPlan.Kind,
        _ row: Int,
        _ rows: Rows,
        _ generator: inout SeededGenerator
    ) -> String {
        switch kind {
        case .number(let groups, let shares):
            let group = groups[position(generator.uniform(), in: shares[rows.place[row]])]
            return String(group.lowerBound + generator.below(group.count))
        case .carried(let column, let names):
            let value = plan.clusters[rows.cluster[row]].values[column]
            return names[value] ?? value
        case .interviewer:
            let digits = String(rows.interviewer[row] + 1)
            return digits.count < 2 ? "0" + digits : digits
        case .id:
            return "made-up-" + String(generator.next() | 1 << 63, radix: 16)
        case .constant(let text): return text
        case .one, .several, .start, .end: return ""
        }
    }

    /// The chances of independent choices whose shares, given that there is one, are `shares`.
    ///
    /// Who chose nothing gave no answer: p = s (1 − Π(1 − p)), from the outside in. Shares of at most one
    /// in all leave some without a choice, and are the chances themselves.
    private func chances(of shares: [Double]) -> [Double] {
        guard shares.reduce(0, +) > 1 else { return shares }
        var chances = shares
        for _ in 0..<60 {
            let some = 1 - chances.reduce(1) { $0 * (1 - $1) }
            chances = shares.map { $0 * some }
        }
        return chances
    }

    /// Some of the answers, each by its chance; at least one where `mustChoose`.
    private func several(
        _ answers: [String],
        _ chances: [Double],
        mustChoose: Bool,
        _ generator: inout SeededGenerator
    ) -> String {
        while true {
            let chosen = zip(answers, chances).filter { generator.uniform() < $0.1 }.map(\.0)
            if !chosen.isEmpty || !mustChoose { return chosen.joined(separator: " ") }
        }
    }

    /// The position of the answer of each row: a normal with the cluster's share, cut at the shares of
    /// the place.
    private func choices(
        _ shares: [[Double]],
        _ rows: Rows,
        _ generator: inout SeededGenerator
    ) -> [Int] {
        let clusters = plan.clusters.map { _ in generator.normal() }
        let share = model.clusterShare
        return (0..<rows.count).map { row in
            let normal =
                share.squareRoot() * clusters[rows.cluster[row]]
                + (1 - share).squareRoot() * generator.normal()
            let level = Distribution.normal.lowerTail(normal)
            return position(level, in: shares[rows.place[row]])
        }
    }

    /// Where `level` (0 to 1) falls among shares that sum to 1.
    private func position(_ level: Double, in shares: [Double]) -> Int {
        var rest = level
        for (index, share) in shares.enumerated() {
            if rest < share { return index }
            rest -= share
        }
        return shares.lastIndex { $0 > 0 } ?? 0
    }
}
