import Base
import Foundation
import Report
import Testing

@testable import Files

@Suite("The folder of an audit")
struct AuditFolderTests {
    private static let yaml = """
        title: Trust
        source: Somebody, 2024
        sample: {n: 1000, weighted: no, design-effect: 1.5, answered: yes}
        scales:
          trust: {range: [1, 5], reversed: ["People cheat me"], neutral: 3}
        groups:
          region: {Osh city: 175, Talas: [200, 210]}
        same: [["People can be trusted", "One can trust people"]]
        tables:
          trust:
            title: Trust by region
            page: 27
            holds: means
            scale: trust
            weighted: unknown
            rows: {are: items, total: Score}
            columns: {are: groups, of: region, total: Total}
          again:
            file: other.csv
            holds: means
            scale: trust
            rows: items
            columns: {are: statistics, N: bases, Mean: means, SD: sd}
            relations: ["Mean > SD", {equation: "N > 0", words: someone answered}]
        texts: [text.txt]
        """
    private static let files = [
        "audit.yaml": yaml,
        "trust.csv": """
        Item,Osh city,Talas,Total
        People can be trusted,2.50,2.61,2.56
        People cheat me,3.00,3.10,3.05
        Score,2.75,2.86,2.81
        """,
        "other.csv":
            "Item;N;Mean;SD\nOne can trust people;170;2,56;0,91\nPeople cheat me;1 168;3,05;1,1\n",
        "claims.csv": #"""
        id,page,words,claim
        c1,27,"Trust is highest in Talas, by far","highest(trust[total, *]) is ""Talas"""
        ,28,Most agree,trust[1] > 2
        """#,
        "text.txt": "First page\u{0C}Second page",
    ]

    @Test("is read as one report")
    func whole() throws {
        let (read, problems) = try AuditFixture(Self.files).read()
        let report = try #require(read)
        #expect(problems == [])
        #expect(report.n == AuditedBase(1000, isAnswered: true))
        #expect(report.isWeighted == false && report.designEffect == 1.5...1.5)
        #expect(report.scales[0].reversed == ["people cheat me"])
        #expect(report.scales[0].neutral == 3)
        let trust = report.tables[0]
        #expect(trust.isWeighted == nil && trust.page == "27" && trust.statistic == .mean)
        #expect(trust.rows[2].total == .init(of: [0, 1], by: .meanOrSum))
        #expect(trust.columns[2].total == .init(of: [0, 1], by: .pooled))
        #expect(trust.columns.map(\.block) == ["region", "region", nil])
        #expect(trust.columns[1].n == AuditedBase(200...210, isAnswered: true))
        #expect(trust.columns[2].n == AuditedBase(375...385, isAnswered: true))
        let again = report.tables[1]
        #expect(again.rows[0].identity == trust.rows[0].identity)
        #expect(again.rows[1].n == AuditedBase(1168, isAnswered: true))
        #expect(again.columns.map(\.statistic) == [.base, .mean, .standardDeviation])
        #expect(again.cells[0][1].number?.units == 256)
        #expect(report.relations.map(\.words) == ["", "someone answered"])
        #expect(report.claims.map(\.id) == ["c1", "line 3"])
        #expect(report.claims[0].expression == "highest(trust[total, *]) is \"Talas\"")
        #expect(report.passages.map(\.page) == ["1", "2"])
    }

    @Test("tells all problems at once, each at its place")
    func problems() throws {
        var files = Self.files
        files["audit.yaml"] = """
            titel: Trust
            sample: {n: many, weighted: maybe, design-effect: [3, 1]}
            scales: {trust: {range: [5, 1]}, hope: {}}
            groups: {region: {Osh: [9, 2]}}
            same: [[one]]
            tables:
              trust: {holds: mean, scale: trusts, rows: {are: item, total: Totl}, colums: groups}
              lost: {file: trst.csv}
              part: {file: "trust.csv#2"}
              again: {file: other.csv, decimal: dot, columns: {are: groups, off: region}}
            texts: [txt.txt]
            """
        files["claims.csv"] =
            "id,page,words,claim\na,1,x,1 = 1\na,1,x,2 = 2\nb,1,x,\nc,1,x,max(1, 2)\n"
        let (_, problems) = try AuditFixture(files).read()
        #expect(
            problems.sorted()
                == [
                    "audit.yaml:1:1 study.unknown-key", "audit.yaml:2:10 study.not-a-number",
                    "audit.yaml:2:19 audit.not-yes-or-no", "audit.yaml:2:36 audit.design-effect",
                    "audit.yaml:3:18 audit.no-range", "audit.yaml:3:34 audit.no-range",
                    "audit.yaml:4:19 audit.not-people", "audit.yaml:5:8 audit.same",
                    "audit.yaml:7:24 audit.no-such-scale", "audit.yaml:7:11 audit.unknown-word",
                    "audit.yaml:7:46 audit.unknown-word", "audit.yaml:7:57 audit.no-such-line",
                    "audit.yaml:7:71 study.unknown-key", "audit.yaml:8:10 file.missing",
                    "audit.yaml:9:10 audit.no-such-part", "audit.yaml:10:28 audit.unknown-word",
                    "audit.yaml:10:65 study.unknown-key", "audit.yaml:11:9 file.missing",
                    "claims.csv:3:id audit.bad-claim", "claims.csv:4:claim audit.bad-claim",
                    "claims.csv:5:claim audit.bad-claim",
                ].sorted()
        )
    }

    @Test(
        "a file that is no audit has one problem",
        arguments: [
            ("", "audit.empty"), ("- a", "audit.empty"), ("a: [", "study.not-yaml"),
            ("title: a\ntitle: b", "study.not-yaml"), ("title: x", "audit.no-tables"),
        ]
    )
    func noAudit(_ text: String, _ code: String) throws {
        let (_, problems) = try AuditFixture(["audit.yaml": text]).read()
        #expect(problems.count == 1 && problems[0].hasSuffix(code), "\(problems)")
        #expect(try AuditFixture().read().problems == ["audit.yaml file.missing"])
    }

    @Test("labels that no table has are told, with the nearest one")
    func unused() throws {
        var files = Self.files
        files["audit.yaml"] = Self.yaml
            .replacingOccurrences(of: "[\"People cheat me\"]", with: "[\"People cheats me\"]")
            .replacingOccurrences(of: "Talas: [", with: "Tallas: [")
            .replacingOccurrences(of: "One can trust people\"", with: "One can trst people\"")
        let folder = try AuditFixture(files)
        var problems: [Problem] = []
        _ = AuditFolder(path: folder.path).report(&problems)
        #expect(problems.map(\.code.name) == Array(repeating: "audit.unused-label", count: 3))
        let isHinted = problems.allSatisfy { $0.remedy.hasPrefix("Did you mean") }
        #expect(isHinted, "\(problems)")
    }

    @Test("a score below means of items is their total; a total of nothing is told")
    func scores() throws {
        let folder = try AuditFixture([
            "audit.yaml": """
            tables:
              trust:
                holds: means
                rows: {are: items, hold: {Total: scores}, total: Total}
                columns: {are: groups, hold: {Spread: sd}, total: Spread}
            """,
            "trust.csv":
                "Item,North,South,Spread\nOne,2.1,2.3,0.5\nTwo,3.1,3.3,0.4\nTotal,5.2,5.6,1.1\n",
        ])
        let (read, problems) = folder.read()
        let report = try #require(read)
        #expect(problems == ["audit.yaml:5:48 audit.total-without-parts"])
        let total = report.tables[0].rows[2]
        #expect(total.total == .init(of: [0, 1], by: .meanOrSum))
        #expect(total.role == .item && total.statistic == .score)
        #expect(Audit.audit(report, rules: [.totals]).checked[.totals] == 2)
        #expect(report.tables[0].columns[2].total == nil)
    }

    @Test("groups in blocks, totals of some lines, and figures of several kinds are kept apart")
    func axes() throws {
        let folder = try AuditFixture([
            "audit.yaml": """
            tables:
              people:
                holds: counts
                rows:
                  are: groups
                  of: {sex: [Men, Women], residence: [City, Village]}
                  total: {All: {of: [Men, Women], by: sum, complete: no}}
                columns: {are: statistics, hold: {n: counts, "%": percentages}}
              shares:
                holds: counts
                rows: {are: answers, total: [Total]}
                columns:
                  are: groups
                  of: {sex: [Men n, Men %, Women n, Women %]}
                  total: {All n: [Men n, Women n]}
                  hold: {Men %: percentages, Women %: percentages}
            """,
            "people.csv": "Who,n,%\nMen,4,40\nWomen,6,60\nCity,3,30\nVillage,7,70\nAll,10,100\n",
            "shares.csv":
                ",Men,,Women,,All\n,n,%,n,%,n\nYes,1,25,3,50,4\nNo,3,75,3,50,6\nTotal,4,100,6,100,10\n",
        ])
        let (read, problems) = folder.read()
        let report = try #require(read)
        #expect(problems == [])
        let people = report.tables[0]
        #expect(people.rows.map(\.block) == ["sex", "sex", "residence", "residence", nil])
        #expect(people.rows[4].total == .init(of: [0, 1], by: .sum, isExhaustive: false))
        #expect(people.statistic(row: 0, column: 1) == .percent)
        let shares = report.tables[1]
        #expect(
            shares.columns.map(\.block)
                == ["sex", "sex (percentages)", "sex", "sex (percentages)", nil]
        )
        #expect(shares.columns.map(\.role) == Array(repeating: .group, count: 5))
        #expect(shares.rows[2].total == .init(of: [0, 1], by: .sum))
    }
}
