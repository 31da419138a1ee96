import Base
import Report
import Testing

@testable import Files

@Suite("Figures and numbers of people beyond what can be counted")
struct LargeFiguresTests {
    /// An audit of the table `csv`, which holds `holds`.
    private func audit(
        sample: String = "n: 400",
        holds: String,
        csv: String
    ) throws -> AuditFixture {
        let yaml = """
            sample: {\(sample), weighted: no, answered: yes}
            scales: {t: {range: [1, 5]}}
            tables:
              t: {\(holds)}
            """
        return try AuditFixture(["audit.yaml": yaml, "t.csv": csv])
    }

    private static let groups = "rows: {are: groups, of: region, total: Total}"
    private static let items = "rows: {are: items}, columns: {are: groups, of: region}"

    static let refused: [(sample: String, holds: String, csv: String, problem: String)] = [
        (
            "n: [1, 9223372036854775807]", "holds: means, \(items)", "x,A,B\ni,2.1,2.5",
            "audit.yaml:1:10 audit.not-people"
        ),
        (
            "n: 1000000001", "holds: means, \(items)", "x,A,B\ni,2.1,2.5",
            "audit.yaml:1:10 audit.not-people"
        ),
        (
            "n: 400, design-effect: 1e300", "holds: means, \(items)", "x,A,B\ni,2.1,2.5",
            "audit.yaml:1:18 audit.design-effect"
        ),
        (
            "n: 400", "holds: means, n: 9000000000000000000, \(items)", "x,A,B\ni,2.1,2.5",
            "audit.yaml:4:21 audit.not-people"
        ),
        (
            "n: 400", "holds: counts, \(groups), columns: {are: statistics}",
            "x,n,m\nA,9000000000000000000,1\nB,9000000000000000000,1\nTotal,5,2",
            "t.csv:2:B audit.long-figure"
        ),
        (
            "n: 400", "holds: means, scale: t, \(groups), columns: {are: items, n: bases}",
            "x,one,n\nA,2.10,5000000000\nB,3.00,5000\nTotal,2.5,400",
            "t.csv:2:C audit.not-people"
        ),
        (
            "n: 400", "holds: means, \(items)", "x,A (n = 9000000000000000000),B\ni,2.1,2.3",
            "t.csv:1:B audit.not-people"
        ),
        (
            "n: 400", "holds: means, rows: {are: groups, of: region}, columns: {are: items}",
            "x,i\nA (n = 9000000000000000000),2.3\nB,2.1", "t.csv:2:A audit.not-people"
        ),
        (
            "n: 400", "holds: means, \(items)", "x,9223372036854775807,1\ni,2.1,2.5",
            "t.csv:1 audit.no-header"
        ),
    ]

    @Test("are told at their place", arguments: refused)
    func refusals(_ sample: String, _ holds: String, _ csv: String, _ problem: String) throws {
        let (_, problems) = try audit(sample: sample, holds: holds, csv: csv).read()
        #expect(problems.first == problem, "\(problems)")
    }

    static let judged: [(sample: String, holds: String, csv: String)] = [
        ("n: [1, 1000000000]", "holds: means, scale: t, \(items)", "x,A,B\ni,2.1,2.5\nj,3.0,3.1"),
        ("n: 1000000000", "holds: means, scale: t, \(items)", "x,A,B\ni,2.1,2.5\nj,3.0,3.1"),
        ("n: 400, design-effect: 1000", "holds: means, \(items)", "x,A,B\ni,2.1,2.5"),
        (
            "n: 400", "holds: percentages, rows: {are: groups}, columns: {are: answers}",
            "x,yes,no\nA,999999999999999,0.123456789\nB,50,50"
        ),
        (
            "n: 400", "holds: counts, \(groups), columns: {are: statistics}",
            "x,n,m\nA,999999999999999,-999999999999999\nB,999999999999999,1\nTotal,5,2"
        ),
        (
            "n: 400",
            "holds: means, rows: {are: items}, columns: {are: groups, of: region, total: Total}",
            "x,A (n = 999999999),B (n = 999999999),Total\none,2.1,2.3,2.2"
        ),
        (
            "n: 400", "holds: means, scale: t, \(groups), columns: {are: items, n: bases}",
            "x,one,two,n\nA,2.10,2.2,999999999\nB,3.00,3.1,999999999\nTotal,2.5,2.6,400"
        ),
    ]

    @Test("stop no rule where they are just small enough", arguments: judged)
    func large(_ sample: String, _ holds: String, _ csv: String) throws {
        var problems: [Problem] = []
        let fixture = try audit(sample: sample, holds: holds, csv: csv)
        let read = AuditFolder(path: fixture.path).report(&problems)
        let report = try #require(read)
        #expect(!problems.hasErrors, "\(problems)")
        let outcome = Audit.audit(report)
        #expect(outcome.checked.values.reduce(0, +) > 0 || !outcome.silent.isEmpty)
    }

    @Test(
        "are no ends of a scale",
        arguments: [
            ("[0, 1000001]", false), ("[-9000000000000000000, 9000000000000000000]", false),
            ("[0, 1e18]", false), ("[0, -9223372036854775808]", false),
            ("[-1000000, 1000000]", true),
        ]
    )
    func scales(_ range: String, _ isTaken: Bool) throws {
        let yaml = """
            sample: {n: 200, weighted: no, answered: yes}
            scales: {t: {range: \(range)}}
            tables:
              t: {holds: means, scale: t, rows: items, columns: {are: statistics, SD: sd}}
            """
        let files = ["audit.yaml": yaml, "t.csv": "x,M,SD\none,2.10,0.50\ntwo,3.00,0.70\n"]
        let (report, problems) = try AuditFixture(files).read()
        let told = ["audit.yaml:2:14 audit.no-range", "audit.yaml:4:21 audit.no-such-scale"]
        #expect(problems == (isTaken ? [] : told))
        let read = try #require(report)
        #expect(read.scales.isEmpty == !isTaken)
        #expect(Audit.audit(read).checked[.range] == (isTaken ? 4 : 2))
    }

    @Test("stop no draft")
    func drafts() throws {
        let large = "Region,n,%\nA,999999999999999,50\nB,999999999999999,50\nTotal,5,100\n"
        let fixture = try AuditFixture(["a.csv": large, "b.csv": large])
        let draft = try fixture.draft(["a.csv", "b.csv"])
        #expect(draft.yaml.contains("n: unknown"))
    }
}
