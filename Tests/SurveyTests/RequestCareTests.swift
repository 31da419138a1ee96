import Base
import Survey
import Testing

@Suite("Slips of people who ask for estimates")
struct RequestCareTests {
    private func data() -> Microdata {
        var data = Microdata(rowCount: 6)
        data.append(
            Column(name: "views/trust", values: .numbers(Numbers([1, 4, 5, 2, 98, 99])))
        )
        data.append(Column(name: "age", values: .numbers(Numbers([18, 35, 99, 61, 77, 44]))))
        data.append(
            Column(
                name: "place",
                values: .text(TextPool(["north", "south", "north", "south", "north", "south"]))
            )
        )
        return data
    }

    @Test("numbers far from the others that forms use for no answer are told, ages are not")
    func codes() {
        var columns = RequestedColumns(data())
        _ = columns.numbers("views/trust")
        _ = columns.numbers("age")
        #expect(columns.warnings.map(\.code.name) == ["estimate.likely-missing"])
        #expect(columns.warnings.first?.remedy.contains("--missing 98,99") == true)
        var declared = RequestedColumns(data(), missing: ["98", "99"])
        _ = declared.numbers("views/trust")
        #expect(declared.warnings == [])
    }

    @Test("a misspelt answer is an error with the nearest one, not a share of 0")
    func answers() {
        for condition in [
            "place == \"nort\"", "not place != Nort", "place in [\"nort\", \"south\"]",
        ] {
            var columns = RequestedColumns(data())
            #expect(columns.rows(where: condition) == nil)
            #expect(columns.problems.map(\.code.name) == ["estimate.unknown-group"], "\(condition)")
            #expect(columns.problems.first?.remedy.hasPrefix("Did you mean north?") == true)
        }
    }

    @Test("columns in groups of a form are known by the last part of their names")
    func shortNames() {
        var columns = RequestedColumns(data())
        #expect(columns.numbers("trust") == columns.numbers("views/trust"))
        #expect(columns.rows(where: "trust >= 4")?.filter { $0 }.count == 4)
        #expect(columns.problems == [])
        _ = columns.numbers("trusst")
        #expect(columns.problems.first?.remedy.hasPrefix("Did you mean views/trust?") == true)
    }

    @Test("names and free texts have no shares")
    func names() throws {
        var data = Microdata(rowCount: 150)
        data.append(Column(name: "name", values: .text(TextPool((0..<150).map { "person \($0)" }))))
        var columns = RequestedColumns(data)
        let rows = EstimateRequest(.proportion, of: ["name"])
            .rows(of: &columns, .none(rowCount: 150))
        #expect(rows.isEmpty)
        #expect(columns.problems.map(\.code.name) == ["estimate.not-groups"])
    }

    @Test("waves with clusters of one name must say whether they are the same")
    func waves() {
        func wave() -> RequestedColumns {
            var data = Microdata(rowCount: 4)
            data.append(Column(name: "psu", values: .numbers(Numbers([1, 1, 2, 2]))))
            data.append(Column(name: "y", values: .numbers(Numbers([1, 2, 3, 4]))))
            return RequestedColumns(data)
        }
        var design = DesignRequest()
        design.clusters = ["psu"]
        let estimate = EstimateRequest(.mean, of: ["y"])
        for (overlap, count) in [(nil, 0), (WaveOverlap.none, 1), (.clusters, 1)] {
            var (first, second) = (wave(), wave())
            let rows = ChangeRequest(estimate, overlap: overlap).rows(
                from: &first,
                to: &second,
                design
            )
            #expect(rows.count == count)
            #expect(second.problems.isEmpty == (count == 1))
        }
    }
}
