import Survey
import TestKit
import Testing

@Suite("Simulation")
struct SimulationTests {
    /// Three places, two scales with a reversed item, a question with a base.
    static func plan(rows: Int = 20, clusters: Int = 18) -> SimulationPlan {
        func item(_ name: String, _ reversed: Bool, _ means: [Double]) -> SimulationPlan.Item {
            SimulationPlan.Item(
                name: name,
                isReversed: reversed,
                means: means,
                noAnswer: .init([.init(code: "98", share: 0.05), .init(code: "", share: 0.02)])
            )
        }
        let scales = [
            SimulationPlan.Scale(
                items: [
                    item("a1", false, [2.1, 3.0, 4.4]), item("a2", true, [3.5, 2.5, 1.3]),
                    item("a3", false, [2.9, 3.1, 3.3]), item("a4", false, [3.0, 3.0, 3.9]),
                ],
                range: 1...5,
                sd: 1.2,
                within: 0.35
            ),
            SimulationPlan.Scale(
                items: [
                    item("b1", false, [2.5, 2.6, 2.7]), item("b2", true, [3.1, 3.0, 2.9]),
                    item("b3", false, [4.6, 4.1, 1.6]),
                ],
                range: 1...5,
                sd: 1.4,
                within: 0.3
            ),
        ]
        var plan = SimulationPlan(
            places: ["x", "y", "z"],
            clusters: (0..<clusters).map {
                .init(place: $0 % 3, rows: rows, values: [["x", "y", "z"][$0 % 3], "\($0)"])
            },
            carried: ["place", "cluster"],
            scales: scales,
            between: [[1, 0.5], [0.5, 1]],
            icc: 0.06
        )
        plan.questions = [
            .init(name: "id", kind: .id),
            .init(name: "place", kind: .carried(column: 0, names: ["z": "zed"])),
            .init(name: "cluster", kind: .carried(column: 1, names: [:])),
            .init(
                name: "view",
                kind: .one(
                    answers: ["good", "bad"],
                    shares: [[0.2, 0.8], [0.5, 0.5], [0.9, 0.1]]
                )
            ),
            .init(
                name: "why",
                kind: .several(answers: ["p", "q"], shares: [[0.5, 0], [0.5, 0], [0.5, 0]]),
                condition: .init(question: "view", answers: ["bad"])
            ),
            .init(
                name: "age",
                kind: .number(
                    groups: [18...29, 30...80],
                    shares: [[0.4, 0.6], [0.4, 0.6], [0.4, 0.6]]
                )
            ),
            .init(name: "start", kind: .start(first: 1_678_000_000, days: 5)),
            .init(name: "end", kind: .end(start: "start", minutes: 30, spread: 0.2)),
        ]
        return plan
    }

    private func texts(_ cells: Simulation.Cells) -> [String] {
        if case .texts(let texts) = cells { texts } else { [] }
    }

    @Test("one seed always gives the same answers, another one others")
    func seeds() throws {
        let simulation = try Simulation(Self.plan())
        let first = simulation.answers(seed: 1)
        #expect(first == simulation.answers(seed: 1))
        #expect(first != simulation.answers(seed: 2))
        #expect(first != simulation.answers(seed: 1, stream: 1))
        #expect(first.count == simulation.names.count)
    }

    @Test("skipped questions are empty, answers are on their lists")
    func skipping() throws {
        let simulation = try Simulation(Self.plan())
        let columns = Dictionary(
            uniqueKeysWithValues: zip(simulation.names, simulation.answers(seed: 5))
        )
        let view = texts(try #require(columns["view"]))
        let why = texts(try #require(columns["why"]))
        for (given, reasons) in zip(view, why) where given == "good" { #expect(reasons.isEmpty) }
        #expect(zip(view, why).contains { $0 == "bad" && $1 == "p" })
        #expect(!why.contains { $0.contains("q") })
        #expect(Set(texts(try #require(columns["id"]))).count == view.count)
        #expect(Set(texts(try #require(columns["place"]))) == ["x", "y", "zed"])
        let ages = texts(try #require(columns["age"])).compactMap(Int.init)
        #expect(ages.count == view.count && ages.allSatisfy { (18...80).contains($0) })
        let answers = Set(texts(try #require(columns["a1"])))
        #expect(answers.isSubset(of: ["1", "2", "3", "4", "5", "98", ""]))
    }

    @Test("over 200 seeds, means, shares, correlations and ICC are those of the plan")
    func targets() throws {
        let plan = Self.plan()
        let simulation = try Simulation(plan)
        let first = plan.questions.count
        var means = [[Double]](repeating: [], count: 9)
        var shares: [Double] = []
        var within: [Double] = []
        var between: [Double] = []
        var icc: [Double] = []
        let clusters = plan.clusters.indices.flatMap { index in
            [Int](repeating: index, count: plan.clusters[index].rows)
        }
        for seed in 0..<200 {
            let columns = simulation.answers(seed: UInt64(seed))
            let items = (0..<7).map { item in
                texts(columns[first + item]).map {
                    ["98", ""].contains($0) ? .nan : Double($0) ?? .nan
                }
            }
            let view = texts(columns[3])
            for place in 0..<3 {
                let rows = clusters.indices.filter { clusters[$0] % 3 == place }
                for (index, item) in [0, 1, 6].enumerated() {
                    means[place * 3 + index].append(mean(rows.map { items[item][$0] }))
                }
            }
            let third = view.indices.filter { clusters[$0] % 3 == 2 }
            shares.append(mean(third.map { view[$0] == "good" ? 1 : 0 }))
            // Inside the middle place: no differences between places in the correlations.
            let inside = clusters.indices.filter { clusters[$0] % 3 == 1 }
            within.append(correlation(inside.map { items[0][$0] }, inside.map { 6 - items[1][$0] }))
            let a = inside.map { row in
                mean([items[0][row], 6 - items[1][row], items[2][row], items[3][row]])
            }
            let b = inside.map { row in mean([items[4][row], 6 - items[5][row], items[6][row]]) }
            between.append(correlation(a, b))
            let labels = Labels(inside.map { "\(clusters[$0])" })
            let found = try #require(
                IntraclassCorrelation(inside.map { items[2][$0] }, within: labels)
            )
            icc.append(found.value)
        }
        let planned = (0..<3).flatMap { place in
            [
                plan.scales[0].items[0].means[place], plan.scales[0].items[1].means[place],
                plan.scales[1].items[2].means[place],
            ]
        }
        for (found, target) in zip(means, planned) { expectMean(found, target) }
        expectMean(shares, 0.9)
        // Averages over items and places meet their targets; one pair or item may be off a little.
        #expect(abs(mean(within) - 0.35) < 0.02)
        #expect(abs(mean(between) - 0.5) < 0.03)
        #expect(abs(mean(icc) - 0.06) < 0.01)
    }

    @Test("targets that cannot be are refused")
    func faults() {
        var plan = Self.plan()
        plan.scales[0].items[0].means[1] = 5
        #expect(throws: SimulationFault.mean(item: "a1", place: "y")) { try Simulation(plan) }
        plan = Self.plan()
        plan.scales[1].within = 0.99
        #expect(throws: SimulationFault.within(scale: 1)) { try Simulation(plan) }
        plan = Self.plan()
        plan.between = [[1, 0.999], [0.999, 1]]
        #expect(throws: SimulationFault.between(scale: 1, other: 0)) { try Simulation(plan) }
        plan = Self.plan()
        plan.icc = 1.2
        #expect(throws: SimulationFault.icc) { try Simulation(plan) }
    }

    /// Five Monte Carlo standard errors.
    private func expectMean(_ found: [Double], _ target: Double) {
        let average = mean(found)
        let variance = found.reduce(0) { $0 + ($1 - average) * ($1 - average) }
        let error = (variance / Double(found.count - 1) / Double(found.count)).squareRoot()
        #expect(abs(average - target) < 5 * error)
    }

    private func mean(_ values: [Double]) -> Double {
        let known = values.filter(\.isFinite)
        return known.reduce(0, +) / Double(known.count)
    }

    private func correlation(_ first: [Double], _ second: [Double]) -> Double {
        let rows = first.indices.filter { first[$0].isFinite && second[$0].isFinite }
        let (a, b) = (mean(rows.map { first[$0] }), mean(rows.map { second[$0] }))
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for row in rows {
            let (x, y) = (first[row] - a, second[row] - b)
            xx += x * x
            xy += x * y
            yy += y * y
        }
        return xy / (xx * yy).squareRoot()
    }
}
