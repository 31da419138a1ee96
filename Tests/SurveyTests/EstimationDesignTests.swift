import Base
import Survey
import Testing

@Suite("A design is checked")
struct EstimationDesignTests {
    private func problems(_ columns: DesignColumns) -> [DesignProblem] {
        do {
            _ = try SurveyDesign(columns)
            return []
        } catch {
            return error.list
        }
    }

    private let strata = Labels(["a", "a", "a", "b", "b", "b"])
    private let clusters = Labels(["1", "1", "2", "1", "2", "2"])

    @Test("no rows")
    func noRows() {
        #expect(problems(DesignColumns(rowCount: 0)) == [.noRows])
    }

    @Test("every wrong weight and label is reported at once")
    func all() {
        let columns = DesignColumns(
            rowCount: 6,
            stages: [
                .init(
                    units: Labels(["1", nil, "2", "3", "4", ""]),
                    strata: Labels(["a", "a", "a", nil, "b", "b"]),
                    population: [5, 5, 5, 0, .nan, 0.5]
                )
            ],
            weights: [1, -2, .nan, .infinity, 0, -1]
        )
        #expect(
            problems(columns) == [
                .missingWeight(rows: [2]), .negativeWeight(rows: [1, 5]),
                .infiniteWeight(rows: [3]), .missingStratum(stage: 1, rows: [3]),
                .missingUnit(stage: 1, rows: [1, 5]), .badPopulation(stage: 1, rows: [3, 4]),
            ]
        )
    }

    @Test("all weights zero")
    func zero() {
        #expect(problems(DesignColumns(rowCount: 2, weights: [0, 0])) == [.noWeight])
    }

    @Test("a cluster in two strata is an error, unless labels are nested")
    func nesting() throws {
        var columns = DesignColumns(rowCount: 6, stages: [.init(units: clusters, strata: strata)])
        #expect(
            problems(columns) == [
                .unitInSeveralStrata(unit: "1", strata: ["a", "b"]),
                .unitInSeveralStrata(unit: "2", strata: ["a", "b"]),
            ]
        )
        columns.nest = true
        let design = try SurveyDesign(columns)
        #expect(design.clusterCount == 4 && design.stratumCount == 2)
        #expect(design.degreesOfFreedom == 2)
    }

    @Test("populations that are mixed, vary or are too small")
    func populations() {
        func with(_ population: [Double]) -> [DesignProblem] {
            problems(
                DesignColumns(
                    rowCount: 6,
                    stages: [.init(units: clusters, strata: strata, population: population)],
                    nest: true
                )
            )
        }
        #expect(with([4, 4, 4, 0.5, 0.5, 0.5]) == [.mixedPopulations(stage: 1)])
        #expect(with([4, 4, 5, 6, 6, 6]) == [.populationVaries(stage: 1, stratum: "a")])
        #expect(
            with([1, 1, 1, 9, 9, 9]) == [
                .populationTooSmall(stage: 1, stratum: "a", population: 1, drawn: 2)
            ]
        )
        #expect(with([0.5, 0.5, 0.5, 0.2, 0.2, 0.2]) == [])
    }

    @Test("fractions and counts say the same")
    func fractions() throws {
        func error(_ population: [Double]) throws -> Double? {
            let design = try SurveyDesign(
                DesignColumns(
                    rowCount: 6,
                    stages: [.init(units: clusters, strata: strata, population: population)],
                    nest: true
                )
            )
            return Tabulation(design).mean(of: Numbers([1, 3, 2, 5, 4, 9]))[0].standardError
        }
        let byCount = try error([4, 4, 4, 10, 10, 10])
        #expect(byCount == (try error([0.5, 0.5, 0.5, 0.2, 0.2, 0.2])))
        #expect(byCount != nil)
    }

    @Test("weights come from the fractions of all stages when none are given")
    func inverseFractions() throws {
        let design = try SurveyDesign(
            DesignColumns(
                rowCount: 4,
                stages: [
                    .init(units: Labels(["1", "1", "2", "2"]), population: [10, 10, 10, 10]),
                    .init(population: [4, 4, 6, 6]),
                ]
            )
        )
        #expect(design.weights == [10, 10, 15, 15])
    }

    @Test("average has nothing to average when every stratum has one cluster")
    func average() {
        let columns = DesignColumns(
            rowCount: 6,
            stages: [.init(units: strata, strata: strata)],
            singleCluster: .average
        )
        #expect(
            problems(columns) == [
                .singleCluster(stage: 1, strata: ["a", "b"], joining: [["a", "b"]])
            ]
        )
    }

    @Test("collapsing refuses a stratum that lies in two values of the variable")
    func collapse() {
        let columns = DesignColumns(
            rowCount: 6,
            stages: [.init(units: Labels(["1", "1", "1", "2", "3", "3"]), strata: strata)],
            singleCluster: .collapse(within: Labels(["x", "x", "y", "y", "y", "y"]))
        )
        let expected = DesignProblem.stratumInSeveralValues(stratum: "a", values: ["x", "y"])
        #expect(problems(columns).contains(expected))
    }

    @Test("the single strata of a lower stage are named by the unit they lie in")
    func lowerStage() {
        let columns = DesignColumns(
            rowCount: 3,
            stages: [
                .init(units: Labels(["school 1", "school 1", "school 2"]), population: [9, 9, 9]),
                .init(population: [20, 20, 30]),
            ]
        )
        #expect(problems(columns) == [.singleCluster(stage: 2, strata: ["school 2"], joining: [])])
    }

    @Test("a problem says where, what and how to mend it")
    func words() {
        let origin = Microdata.Origin(file: "answers.csv")
        let problem = DesignProblem.negativeWeight(rows: [1, 4]).problem(in: origin)
        #expect(problem.location == Problem.Location("answers.csv", line: 3))
        #expect(problem.message == "A negative weight in lines 3, 6.")
        #expect(problem.code == "design.negative-weight")
        let many = DesignProblem.missingWeight(rows: Array(0..<9)).problem(in: origin)
        #expect(many.message == "No weight in lines 2, 3, 4, 5, 6 and 4 more.")
        let all: [DesignProblem] = [
            .noRows, .missingWeight(rows: [0]), .negativeWeight(rows: [0]),
            .infiniteWeight(rows: [0]), .noWeight, .missingStratum(stage: 1, rows: [0]),
            .missingUnit(stage: 1, rows: [0]), .unitInSeveralStrata(unit: "1", strata: ["a", "b"]),
            .badPopulation(stage: 1, rows: [0]), .mixedPopulations(stage: 1),
            .populationVaries(stage: 1, stratum: "a"),
            .populationTooSmall(stage: 1, stratum: "a", population: 1, drawn: 2),
            .singleCluster(stage: 1, strata: ["a"], joining: []), .noNeighbour(strata: ["a"]),
            .stratumInSeveralValues(stratum: "a", values: ["x", "y"]),
        ]
        let codes = all.map { $0.problem(in: origin).code.name }
        #expect(Set(codes).count == all.count)
        #expect(codes.allSatisfy { $0.hasPrefix("design.") })
    }
}
