import Survey

/// The designs of the reference file survey.json, each with its data.
struct OracleDesign {
    let design: SurveyDesign
    let table: FixtureTable

    init(_ name: String) throws {
        let files = [
            "srs": "apisrs", "strat": "apistrat", "stratwr": "apistrat", "clus1": "apiclus1",
            "clus1wr": "apiclus1", "clus2": "apiclus2", "clus2wr": "apiclus2", "nhanes": "nhanes",
            "mu284": "mu284_twostage", "fpc": "fpc",
        ]
        table = try FixtureTable("Estimation/\(files[name] ?? name).csv")
        var columns = DesignColumns(rowCount: table.rowCount)
        switch name {
        case "srs": columns.stages = [.init(population: table.doubles("fpc"))]
        case "strat":
            columns.stages = [
                .init(strata: table.labels("stype"), population: table.doubles("fpc"))
            ]
            columns.weights = table.doubles("pw")
        case "stratwr":
            columns.stages = [.init(strata: table.labels("stype"))]
            columns.weights = table.doubles("pw")
        case "clus1":
            columns.stages = [
                .init(units: table.labels("dnum"), population: table.doubles("fpc"))
            ]
            columns.weights = table.doubles("pw")
        case "clus1wr":
            columns.stages = [.init(units: table.labels("dnum"))]
            columns.weights = table.doubles("pw")
        case "clus2":
            columns.stages = [
                .init(units: table.labels("dnum"), population: table.doubles("fpc1")),
                .init(units: table.labels("snum"), population: table.doubles("fpc2")),
            ]
        case "clus2wr":
            columns.stages = [
                .init(units: table.labels("dnum")), .init(units: table.labels("snum")),
            ]
            columns.weights = table.doubles("pw")
        case "nhanes":
            columns.stages = [
                .init(units: table.labels("SDMVPSU"), strata: table.labels("SDMVSTRA"))
            ]
            columns.weights = table.doubles("WTMEC2YR")
            columns.nest = true
        case "mu284":
            columns.stages = [
                .init(units: table.labels("id1"), population: table.doubles("n1")),
                .init(units: table.labels("id2"), population: table.doubles("n2")),
            ]
        default:
            columns.stages = [
                .init(
                    units: table.labels("psuid"),
                    strata: table.labels("stratid"),
                    population: table.doubles("Nh")
                )
            ]
            columns.weights = table.doubles("weight")
            columns.nest = true
        }
        design = try SurveyDesign(columns)
    }

    /// The design of `name`, or that of another one: "jkn" is "strat" with a jackknife, "post" is "clus1"
    /// post-stratified by type of school.
    init(orMadeOfOthers name: String) throws {
        let made = ["jkn": "strat", "post": "clus1"]
        let given = try OracleDesign(made[name] ?? name)
        table = given.table
        switch name {
        case "jkn": design = given.design.replicated(by: .jackknife)
        case "post":
            let groups = ["E", "H", "M"]
            let types = Margin(
                name: "stype",
                groups: groups,
                targets: [4_421, 755, 1_018],
                codes: given.table.texts("stype").map { groups.firstIndex(of: $0) ?? -1 }
            )
            design = try given.design.raked(to: [types])
        default: design = given.design
        }
    }

    /// The numbers of a column in the rows that are complete in `names`, NaN in the others: what R
    /// keeps under `na.rm=TRUE`.
    func numbers(_ name: String, completeIn names: [String]) -> Numbers {
        let columns = names.map(table.doubles)
        let own = table.doubles(name)
        return Numbers(
            own.indices.map { row in columns.contains { $0[row].isNaN } ? .nan : own[row] }
        )
    }
}
