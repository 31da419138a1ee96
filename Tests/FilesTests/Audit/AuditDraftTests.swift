import Base
import Foundation
import Report
import Testing

@testable import Files

@Suite("The draft of an audit")
struct AuditDraftTests {
    /// What a draft makes of one table, a few words a line.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var table: String
        var holds: AuditedTable.Statistic
        var rows: String
        var columns: String

        var testDescription: String { name }
    }

    /// The roles, blocks, statistics and totals of an axis in short.
    private func summary(_ lines: [AuditedTable.Line]) -> String {
        lines.map { line in
            var words = [String(describing: line.role).prefix(1).uppercased()]
            if let block = line.block { words.append(block) }
            if let statistic = line.statistic { words.append(statistic.rawValue) }
            if let total = line.total {
                let lines = total.of.map { String($0 + 1) }.joined(separator: "+")
                words.append("\(total.by.rawValue)=\(lines)\(total.isExhaustive ? "" : "…")")
            }
            return words.joined(separator: " ")
        }.joined(separator: "; ")
    }

    private static let cases: [Case] = [
        Case(
            name: "means of items by region",
            table: """
                Item,Osh city,Talas region,Total
                It is unwise to trust too much,2.56,2.71,2.60
                People help each other when in need,3.10,3.20,3.14
                """,
            holds: .mean,
            rows: "I; I",
            columns: "G region; G region; G pooled=1+2"
        ),
        Case(
            name: "a score under its items",
            table: """
                ,Men,Women
                I would have them as neighbours,2.00,3.00
                I would give them work,3.00,4.00
                I would let my child marry one,1.00,2.00
                Average,2.00,3.00
                """,
            holds: .mean,
            rows: "I; I; I; I mean=1+2+3",
            columns: "G sex; G sex"
        ),
        Case(
            name: "answers in per cent that give 100",
            table: """
                Answer;Мужчины;Женщины;Итого
                Да;45,5%;50,0%;47,9%
                Нет;54,5%;50,0%;52,1%
                """,
            holds: .percent,
            rows: "A; A",
            columns: "G sex; G sex; G pooled=1+2"
        ),
        Case(
            name: "several answers in per cent",
            table: """
                Reason,Urban,Rural
                Fear,60%,70%
                Anger,50%,45%
                Pity,40%,30%
                """,
            holds: .percent,
            rows: "A; A; A",
            columns: "G residence; G residence"
        ),
        Case(
            name: "who was asked, in blocks of 100 per cent",
            table: """
                ,n,%
                Men,482,48.2
                Women,518,51.8
                City,466,46.6
                Town,534,53.4
                """,
            holds: .count,
            rows: "G sex; G sex; G residence; G residence",
            columns: "S count; S percent"
        ),
        Case(
            name: "who was asked, under headings, with a total",
            table: """
                ,n,%
                Sex,,
                Men,482,48.2
                Women,518,51.8
                Home,,
                Valley,466,46.6
                Mountains,534,53.4
                Total,1000,100.0
                """,
            holds: .count,
            rows: "G sex; G sex; G home; G home; G sum=1+2",
            columns: "S count; S percent"
        ),
        Case(
            name: "counts with a total that no word names",
            table: """
                Offence,Men,Women
                Theft,10,20
                Fraud,5,7
                Listed,15,27
                """,
            holds: .count,
            rows: "A; A; A sum=1+2",
            columns: "G sex; G sex"
        ),
        Case(
            name: "counts by year",
            table: """
                Offence,2017,2018,2019
                Theft,10,20,31
                Fraud,5,7,9
                Total,15,27,40
                """,
            holds: .count,
            rows: "A; A; A sum=1+2",
            columns: "G year; G year; G year"
        ),
        Case(
            name: "a total of which only some lines are listed",
            table: """
                Offence,Men,Women
                Theft,10,20
                Fraud,5,7
                Total,150,270
                """,
            holds: .other,
            rows: "A; A; A sum=1+2…",
            columns: "G sex; G sex"
        ),
        Case(
            name: "items with n, mean and deviation",
            table: """
                No,Statement,N,Mean,SD
                1,I would have them as neighbours,990,2.56,0.91
                2,I would give them work,985,3.10,1.02
                3,I would help them in need,991,2.90,1.10
                """,
            holds: .mean,
            rows: "I; I; I",
            columns: "S base; S mean; S sd"
        ),
        Case(
            name: "means with deviations in brackets",
            table: """
                Statement,Mean (SD)
                I would have them as neighbours,2.56 (0.91)
                I would give them work,3.10 (1.02)
                """,
            holds: .mean,
            rows: "I; I",
            columns: "S mean; S sd"
        ),
        Case(
            name: "two rows of headings",
            table: """
                ,Men,,Women,
                ,n,%,n,%
                Yes,10,25.0,20,50.0
                No,30,75.0,20,50.0
                Total,40,100.0,40,100.0
                """,
            holds: .count,
            rows: "A; A; A sum=1+2",
            columns:
                "G sex count; G sex (percentages) percent; G sex count; G sex (percentages) percent"
        ),
        Case(
            name: "shares under a word for people, not all of them listed",
            table: "Attitude,Respondents\nPositive,34%\nNegative,5%\nNo idea,43%\n",
            holds: .percent,
            rows: "A; A; A",
            columns: "S percent"
        ),
        Case(
            name: "traits whose sums differ, without a total",
            table: """
                Categories,Number of people
                City,466
                Village,535
                Suburbs,26
                Men,482
                Women,519
                """,
            holds: .count,
            rows: "G residence; G residence; G residence; G sex; G sex",
            columns: "S count"
        ),
        Case(
            name: "settings of a design, some of them counts",
            table:
                "Parameter,Value\nOptimal size,18\nNumber of clusters,55.6\nLarge places,\"70,999\"\n",
            holds: .other,
            rows: "A; A; A",
            columns: "G group"
        ),
        Case(
            name: "figures that nothing explains",
            table: "Place,A,B\nValley,12.5,80.3\nPlain,33.3,71.2\n",
            holds: .other,
            rows: "A; A",
            columns: "G group; G group"
        ),
        Case(
            name: "percentages by region with their base",
            table: """
                Region,Agree,Disagree,Base
                Osh region,40.0%,60.0%,150
                Talas region,50.0%,50.0%,250
                All,46.3%,53.8%,400
                """,
            holds: .percent,
            rows: "G region; G region; G pooled=1+2",
            columns: "A; A; S base"
        ),
    ]

    @Test("is right about tables of many kinds, and can be audited as it is", arguments: cases)
    func kinds(_ c: Case) throws {
        let source = try AuditFixture(["table.csv": c.table])
        let (yaml, report, problems) = try source.draft(["table.csv"])
        let table = try #require(report?.tables.first, "\(yaml)")
        #expect(problems == [], "\(yaml)")
        #expect(table.statistic == c.holds, "\(yaml)")
        #expect(summary(table.rows) == c.rows, "\(yaml)")
        #expect(summary(table.columns) == c.columns, "\(yaml)")
    }

    @Test("says the same as it guessed when its text is read")
    func roundTrip() throws {
        for c in Self.cases {
            let (sheet, _) = CSV.rows(bytes: Array(c.table.utf8), file: "table.csv")
            var problems: [Problem] = []
            let grid = PrintedGrid(file: "table.csv", rows: try #require(sheet).rows)
            let printed = try #require(PrintedTable(grid, problems: &problems))
            let draft = AuditDraft([("table: \"1\"", "table.csv", printed)])
            let (file, found) = AuditFile.read(draft.text())
            #expect(found == [], "\(draft.text())")
            #expect(file?.tables == draft.tables.map(\.description), "\(draft.text())")
            #expect(file?.groups == draft.groups)
            #expect(file?.scales.map(\.range) == draft.scales.map(\.range))
        }
    }

    @Test("joins tables: sizes of groups, the same items in other words, a scale's range")
    func together() throws {
        let source = try AuditFixture([
            "who.csv": "Region,n,%\nOsh city,175,17.5\nTalas region,825,82.5\nTotal,1000,100.0\n",
            "trust.csv": """
            Item,Osh city,Talas region
            It is unwise to trust too much,2.56,2.71
            I trust the police of my town,3.10,5.60
            I would like to have them here,3.10,3.20
            """,
            "again.csv": """
            Item,Men,Women
            2. It is unwise to give too much trust,2.56,2.71
            I trust the judges of my town,3.10,3.20
            I would not like to have them here,3.10,3.20
            """,
        ])
        let (yaml, read, problems) = try source.draft(["who.csv", "trust.csv", "again.csv"])
        let report = try #require(read)
        #expect(problems == [], "\(yaml)")
        #expect(report.n == AuditedBase(1000, isAnswered: false))
        #expect(report.isWeighted == nil)
        let (trust, again) = (report.tables[1], report.tables[2])
        #expect(trust.columns.map(\.n?.range) == [175...175, 825...825])
        #expect(trust.rows[0].identity == again.rows[0].identity)
        #expect(trust.rows[1].identity != again.rows[1].identity)
        #expect(trust.rows[2].identity != again.rows[2].identity)
        #expect(report.scales.first?.range == 1...7)
        #expect(yaml.contains("# decide: which answers were possible?"))
        #expect(yaml.contains("weighted: unknown"))
        #expect(
            yaml.contains("#   - [I trust the police of my town, I trust the judges of my town]")
        )
    }

    @Test("takes every sheet and every table of a page, and leaves out what is no table")
    func parts() throws {
        let workbook = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/Audit/tables.xlsx")
        let folder = try AuditFixture([
            "p.html": """
            <table><tr><td>Menu</td></tr></table><table><tr><th>Answer<th>Men<th>Women</tr>
            <tr><td>Yes<td>40%<td>50%</tr><tr><td>No<td>60%<td>50%</tr></table>
            """
        ])
        let target = try AuditFixture()
        let written = try NewAudit.draft(
            in: target.path,
            tables: [workbook.path, folder.path + "/p.html"]
        )
        #expect(written.problems.map(AuditFixture.place) == ["p.html#1 audit.no-table"])
        #expect(
            written.files.map { ($0 as NSString).lastPathComponent }
                == ["audit.yaml", "tables.xlsx", "p.html"]
        )
        let (read, problems) = target.read()
        #expect(problems == [])
        #expect(read?.tables.map(\.id) == ["means", "shares", "p-2"])
        #expect(
            read?.tables[0].columns.map(\.statistic) == [
                .mean, .standardDeviation, .mean, .standardDeviation,
            ]
        )
    }

    @Test("never writes over an audit, over another file, or without a table")
    func refusals() throws {
        func code(_ folder: AuditFixture, _ tables: [String]) -> String? {
            do throws(Problems) {
                _ = try NewAudit.draft(in: folder.path, tables: tables)
                return nil
            } catch { return error.list[0].code.name }
        }
        let source = try AuditFixture(["t.csv": ",a\nx,1\n", "no.csv": "nothing"])
        #expect(
            code(try AuditFixture(["audit.yaml": "title: x"]), [source.path + "/t.csv"])
                == "audit.exists"
        )
        let other = try AuditFixture(["t.csv": "other"])
        #expect(code(other, [source.path + "/t.csv"]) == "audit.name-taken")
        #expect(!FileManager.default.fileExists(atPath: other.path + "/audit.yaml"))
        #expect(code(try AuditFixture(), [source.path + "/no.csv"]) == "audit.no-table")
        #expect(code(try AuditFixture(), [source.path + "/lost.csv"]) == "file.missing")
        #expect(code(try AuditFixture(), []) == "audit.no-table")
    }

    @Test("any table gives a draft that can be read")
    func hostile() throws {
        let words = [
            "", "a: b", "# c", "Total", "n", "%", "\"q\"", "1", "2.5", "40%", "1,234", "–", "Men",
            "- x", "yes", "{", "Mean",
        ]
        for _ in 0..<300 {
            let rows = (0..<Int.random(in: 2...6)).map { _ in
                (0..<Int.random(in: 2...5)).map { _ in words.randomElement() ?? "" }
            }
            var problems: [Problem] = []
            guard
                let printed = PrintedTable(
                    PrintedGrid(file: "t.csv", rows: rows),
                    problems: &problems
                )
            else { continue }
            let draft = AuditDraft([("t", "t.csv", printed), ("u", "t.csv", printed)])
            let (file, found) = AuditFile.read(draft.text())
            #expect(!found.hasErrors, "\(found)\n\(draft.text())")
            #expect(file?.tables == draft.tables.map(\.description), "\(draft.text())")
            var join = TableJoin(groups: file?.groups ?? [], same: file?.identities ?? [:])
            for table in draft.tables {
                _ = join.table(table.description, printed)
                #expect(join.faults == [], "\(draft.text())")
            }
        }
    }
}
