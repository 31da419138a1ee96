import Foundation
import Testing

@testable import Files
@testable import Report

@Suite("The draft of an audit, from tables as reports print them")
struct AuditDraftReportsTests {
    /// What the draft of a correct table makes of it, and every finding that it leads to.
    private func audit(_ files: [String: String], _ names: [String] = ["t.csv"]) throws -> (
        report: AuditedReport, findings: [String], problems: [String], yaml: String
    ) {
        let (yaml, report, problems) = try AuditFixture(files).draft(names)
        let read = try #require(report, "\(problems)")
        let findings = Audit.audit(read).findings.map(\.headline)
        return (read, findings, problems, yaml)
    }

    private func statistics(_ lines: [AuditedTable.Line]) -> [AuditedTable.Statistic?] {
        lines.map(\.statistic)
    }

    @Test(
        "a row of bases under percentages is no percentage",
        arguments: [
            "Base (unweighted)", "n", "N", "Base", "Unweighted base", "Number of respondents",
            "Число респондентов",
        ]
    )
    func bases(_ label: String) throws {
        let (report, findings, problems, yaml) = try audit([
            "t.csv": """
            Where do you get your news?,Men %,Women %,All %
            Television,61,58,60
            Friends and family,44,52,48
            \(label),249,312,561
            """
        ])
        let table = report.tables[0]
        #expect(table.rows[2].statistic == .base, "\(yaml)")
        #expect(table.statistic(row: 2, column: 0) == .base)
        #expect(table.columns.map(\.role) == [.group, .group, .group])
        #expect(findings == [] && problems == [], "\(findings)\(yaml)")
    }

    @Test("counts beside their own shares are counts, beside other shares they are bases")
    func countsOrBases() throws {
        let (own, _, _, _) = try audit(["t.csv": "Region,n,%\nNorth,184,60.1\nSouth,122,39.9\n"])
        #expect(statistics(own.tables[0].columns) == [.count, .percent])
        let (other, findings, _, _) = try audit([
            "t.csv": "Region,\"Trust the police, %\",n\nNorth,61.4,184\nSouth,52.5,122\n"
        ])
        #expect(statistics(other.tables[0].columns) == [.percent, .base])
        #expect(findings == [])
    }

    @Test("answers to items run along the rows, before their mean, deviation and number")
    func answersAcross() throws {
        let (report, findings, _, yaml) = try audit([
            "t.csv": """
            Statement,Disagree strongly %,Disagree %,Neither %,Agree %,Agree strongly %,Mean,SD,n
            I trust my neighbours,2.8,11.3,30.2,32.4,23.3,3.62,1.05,1053
            Most people can be trusted,5.9,21.7,34.7,25.3,12.5,3.17,1.08,1052
            People here help each other,10.3,27.1,36.6,20.0,6.1,2.85,1.05,1053
            """
        ])
        let table = report.tables[0]
        #expect(table.rows.map(\.role) == [.item, .item, .item], "\(yaml)")
        #expect(table.columns.prefix(5).allSatisfy { $0.role == .answer })
        #expect(statistics(Array(table.columns.suffix(3))) == [.mean, .standardDeviation, .base])
        #expect(findings == [], "\(findings)")
    }

    @Test(
        "shares of separate things give no sum",
        arguments: [
            """
            Region,"Promoters, %","Passives, %","Detractors, %",NPS,n
            North,18.2,22.6,59.1,-40.9,296
            South,20.9,15.4,63.7,-42.9,182
            East,15.8,15.8,68.3,-52.5,139
            Total,18.5,19.0,62.6,-44.1,617
            """,
            """
            Year,Urban clients,Rural clients,All clients,"Share rural, %","Change on year before, %"
            2016,"1,000","1,000","2,000",50.0,—
            2017,"1,500",500,"2,000",25.0,0.0
            2018,"1,500","1,500","3,000",50.0,50.0
            2016–2018,"4,000","3,000","7,000",42.9,
            """,
            """
            Year,Registered cases,Index (2016 = 100),"Growth, %"
            2016,2000,100.0,…
            2017,1000,50.0,-50.0
            2018,3000,150.0,200.0
            """,
            """
            "Agree, %",2019,2023,"Change, pp"
            I trust my neighbours,8.7,10.8,2.1
            Most people can be trusted,49.3,41.4,−7.9
            """,
        ]
    )
    func separateShares(_ text: String) throws {
        let (_, findings, _, yaml) = try audit(["t.csv": text])
        #expect(findings == [], "\(findings)\(yaml)")
    }

    @Test(
        "headings of growth, change and difference hold no percentages",
        arguments: [
            ("Growth, %", true), ("Change on year before, %", true), ("Прирост, %", true),
            ("Difference", true), ("NPS", true), ("Index (2016 = 100)", true), ("Change, pp", true),
            ("Share rural, %", false), ("Disagree %", false), ("Trust index", false),
            ("Life in my village will change for the better", false),
        ]
    )
    func changes(_ heading: String, _ isChange: Bool) throws {
        let (report, _, _, yaml) = try audit([
            "t.csv": "Region,n,\"\(heading)\"\nNorth,20,1.5\nSouth,30,2.5\nEast,31,2.5\n"
        ])
        #expect((report.tables[0].columns[1].statistic == .other) == isChange, "\(yaml)")
    }

    @Test("groups under one header row are one trait, whatever their names")
    func oneTrait() throws {
        let (named, _, _, _) = try audit([
            "t.csv": """
            Statement,North,South,East,West region,Total
            I trust my neighbours,3.01,3.12,2.98,3.10,3.05
            Most people can be trusted,2.51,2.42,2.48,2.60,2.49
            """
        ])
        #expect(Set(named.tables[0].columns.prefix(4).map(\.block)).count == 1)
        // Two pairs of shares that give 100 by chance, beside counts that do not part so.
        let (chance, _, _, yaml) = try audit(
            [
                "t.csv": """
                Region,Agree %,n
                North,49.0,300
                South,51.0,200
                East,48.0,100
                West,52.0,50
                Total,49.9,650
                """,
                "u.csv": "Statement,North,South,East,West\nI trust them all,3.01,3.02,3.00,3.11\n",
            ],
            ["t.csv", "u.csv"]
        )
        #expect(Set(chance.tables[0].rows.prefix(4).map(\.block)).count == 1, "\(yaml)")
        let (sexes, _, _, _) = try audit([
            "t.csv": "Statement,Men,Women,North,South\nI trust my neighbours,3.01,3.12,2.98,3.10\n"
        ])
        #expect(sexes.tables[0].columns.map(\.block) == ["sex", "sex", "group", "group"])
    }

    @Test("who was asked gives other tables the sizes of their groups")
    func sizes() throws {
        let (report, findings, problems, yaml) = try audit(
            [
                "who.csv": "Region,n,%\nNorth,184,60.1\nSouth,122,39.9\nTotal,306,100.0\n",
                "trust.csv": """
                Statement,North,South,Total
                I trust my neighbours,3.01,3.12,3.05
                Most people can be trusted,2.51,2.42,2.47
                """,
            ],
            ["who.csv", "trust.csv"]
        )
        #expect(report.n?.range == 306...306, "\(yaml)")
        #expect(report.tables[1].columns.map(\.n?.range) == [184...184, 122...122, 306...306])
        #expect(
            report.tables.flatMap { $0.rows + $0.columns }.compactMap(\.block).allSatisfy {
                $0 == "region"
            }
        )
        #expect(report.tables[0].rows.map(\.role) == [.group, .group, .group])
        #expect(findings == [] && problems == [])
    }

    @Test("counts and shares in one cell are two columns of one group")
    func pairs() throws {
        let (named, findings, problems, yaml) = try audit([
            "t.csv": """
            Sex,"North, n (%)","South, n (%)","Total, n (%)"
            Men,100 (50.0),40 (40.0),140 (46.7)
            Women,100 (50.0),60 (60.0),160 (53.3)
            Total,200 (100.0),100 (100.0),300 (100.0)
            """
        ])
        let table = named.tables[0]
        #expect(
            table.columns.map(\.label) == [
                "North, n", "North, %", "South, n", "South, %", "Total, n", "Total, %",
            ]
        )
        #expect(
            table.columns.map(\.total?.of) == [nil, nil, nil, nil, [0, 2], [1, 3]],
            "\(yaml)"
        )
        #expect(findings == [] && problems == [], "\(findings)\(problems)\(yaml)")
        let (bare, found, _, text) = try audit([
            "t.csv": "Sex,North,South\nMen,100 (50.0),40 (40.0)\nWomen,100 (50.0),60 (60.0)\n"
        ])
        #expect(bare.tables[0].statistic == .count, "\(text)")
        #expect(bare.tables[0].columns[1].statistic == .percent)
        #expect(found == [])
        let (means, none, told, _) = try audit([
            "t.csv": """
            Aussage;Vorher M (SD);Nachher M (SD)
            Ich vertraue anderen;2,85 (0,91);3,10 (1,02)
            Ich helfe gern;3,85 (0,95);3,90 (1,12)
            """
        ])
        #expect(
            means.tables[0].columns.map(\.label) == [
                "Vorher M", "Vorher SD", "Nachher M", "Nachher SD",
            ]
        )
        #expect(none == [] && told == [])
    }

    @Test("the number beside a group's mean is its base, row by row")
    func ownBases() throws {
        let (report, findings, _, yaml) = try audit([
            "t.csv": """
            Statement,Men,,,Women,,
            ,Mean,SD,n,Mean,SD,n
            I trust my neighbours,3.00,1.00,20,2.50,1.00,30
            Most people can be trusted,2.50,1.10,18,3.10,1.00,30
            """
        ])
        let table = report.tables[0]
        #expect(table.columns.map(\.subject) == ["men", "men", "men", "women", "women", "women"])
        #expect(CellBase.of(row: 1, column: 0, in: table)?.base.range == 18...18, "\(yaml)")
        #expect(CellBase.of(row: 0, column: 4, in: table)?.base.range == 30...30)
        #expect(table.columns[0].n?.range == 18...20)
        #expect(findings == [])
        // 2.53 is no mean of 18 whole answers.
        let slip = try AuditFixture([
            "t.csv": """
            Statement,Men,,,Women,,
            ,Mean,SD,n,Mean,SD,n
            I trust my neighbours,3.00,1.00,20,2.50,1.00,30
            Most people can be trusted,2.53,1.10,18,3.10,1.00,30
            """,
            "audit.yaml": yaml.replacingOccurrences(of: "answered: unknown", with: "answered: yes")
                .replacingOccurrences(of: "weighted: unknown", with: "weighted: no"),
        ])
        let wrong = try #require(slip.read().report)
        #expect(
            Audit.audit(wrong).findings.contains {
                $0.row == "Most people can be trusted" && $0.column == "Men Mean"
            }
        )
    }

    @Test("figures that were computed are shown as a spreadsheet shows them")
    func general() {
        let cases: [(Double, String)] = [
            (2.4833333333333334, "2.483333333"), (1.0 / 3, "0.333333333"),
            (100.0 / 3, "33.33333333"),
            (-2.0 / 3, "-0.666666667"), (3.25, "3.25"), (12, "12"), (0.1 + 0.2, "0.3"),
            (123_456_789.123456, "123456789.1"), (2.9999999999, "3"),
        ]
        for (value, text) in cases { #expect(PrintedFormat.general.text(value) == text) }
    }

    @Test("more than nine decimals are rounded to nine, with one note")
    func longFigures() throws {
        let (report, _, problems, _) = try audit([
            "t.csv": "Item,Men,Women\nI trust them,2.4833333333333334,1.99999999999\n"
        ])
        #expect(report.tables[0].cells[0].map(\.number?.units) == [2_483_333_333, 2_000_000_000])
        #expect(Set(problems) == ["t.csv:2:B audit.long-figure"])
    }

    @Test(
        "rows of a country, of all years and of all people are totals",
        arguments: [
            "Country", "National", "Republic", "All provinces", "Республика",
        ]
    )
    func totals(_ label: String) throws {
        let (report, findings, _, yaml) = try audit([
            "t.csv": "Province,Cases,Deaths\nAlba,10,3\nBora,20,4\n\(label),30,7\n"
        ])
        #expect(report.tables[0].rows[2].total?.of == [0, 1], "\(yaml)")
        #expect(findings == [])
    }

    @Test("all years together are the total of the years")
    func years() throws {
        let (report, _, _, _) = try audit([
            "t.csv": "Year,Men,Women\n2016,10,3\n2017,20,4\n2016–2017,30,7\n"
        ])
        #expect(report.tables[0].rows.map(\.total?.of) == [nil, nil, [0, 1]])
    }

    @Test("no file outside the folder is read", arguments: ["../x.csv", "a/../../x.csv", "/x.csv"])
    func outside(_ name: String) throws {
        let folder = try AuditFixture([
            "audit.yaml": """
            title: x
            tables:
              t:
                file: "\(name)"
                holds: counts
                rows: groups
                columns: statistics
            texts: ["../notes.txt"]
            """
        ])
        let (_, problems) = folder.read()
        #expect(problems.count { $0.hasSuffix("audit.outside-folder") } == 2, "\(problems)")
    }
}
