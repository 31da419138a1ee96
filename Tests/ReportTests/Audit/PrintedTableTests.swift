import Base
import Testing

@testable import Report

@Suite("The shape of a printed table")
struct PrintedTableTests {
    private func table(
        _ text: String,
        _ shape: PrintedTable.Shape = .init()
    ) -> (PrintedTable?, [String]) {
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        var problems: [Problem] = []
        let grid = PrintedGrid(file: "t.csv", rows: rows, isRagged: true)
        let table = PrintedTable(grid, shape, problems: &problems)
        let places = problems.map { problem in
            "\(problem.location.line ?? 0)\(problem.location.column ?? "") \(problem.code.name)"
        }
        return (table, places)
    }

    @Test("a plain table has labels, headings and figures")
    func plain() throws {
        let (table, problems) = table("Item|Men|Women\nTrust|2.5|2.75\nHope*|3|–")
        let read = try #require(table)
        #expect(problems == [])
        #expect(read.rows.map(\.text) == ["Trust", "Hope"])
        #expect(read.columns.map(\.text) == ["Men", "Women"])
        #expect(read.cells.map { $0.map(\.text) } == [["2.5", "2.75"], ["3", ""]])
        #expect(read.rows.map(\.place) == [2, 3] && read.columns.map(\.place) == [1, 2])
    }

    @Test("titles above, notes below, blank lines, sections and repeated headings are no data")
    func around() throws {
        let (table, problems) = table(
            """
            Table 3. Trust by sex||
            ||
            |n|%
            Sex||
            Men|466|47.3
            Women|519|52.7
            |n|%
            Age||
            18–29|300|30.5
            Source: own survey||
            """
        )
        let read = try #require(table)
        #expect(problems == [])
        #expect(read.titles == ["Table 3. Trust by sex"])
        #expect(read.rows.map(\.text) == ["Men", "Women", "18–29"])
        #expect(read.rows.map(\.section) == ["Sex", "Sex", "Age"])
        #expect(read.columns.map(\.text) == ["n", "%"])
    }

    @Test("two rows of headings are joined, and the first spans what is empty beside it")
    func twoHeadings() throws {
        let (table, _) = table("|Men||Women||Total\n|n|%|n|%|n\nYes|10|50|20|40|30")
        let read = try #require(table)
        #expect(read.columns.map(\.text) == ["Men n", "Men %", "Women n", "Women %", "Total n"])
        #expect(read.columns[1].headings == ["Men", "%"])
        let (years, _) = self.table("|Crimes|\n|2017|2018\nOsh|10|20")
        #expect(years?.columns.map(\.text) == ["Crimes 2017", "Crimes 2018"])
        let (plain, _) = self.table("Region|2017|2018\nOsh|10|20")
        #expect(plain?.columns.map(\.text) == ["2017", "2018"])
        #expect(plain?.rows.map(\.text) == ["Osh"])
    }

    @Test("numbers of people in labels are taken from them")
    func bases() throws {
        let (table, _) = table(
            "|Osh (n = 175)|Talas, N=1 020|n=5\nTrust|2.5|2.6|2.7\nHope|1.5|2.6|2.7"
        )
        let read = try #require(table)
        #expect(read.columns.map(\.text) == ["Osh", "Talas", "n=5"])
        #expect(read.columns.map(\.n) == [175, 1020, 5])
        let (below, _) = self.table("|Osh|Talas\n|(n=175)|(n=20)\nTrust|2.5|2.6")
        #expect(below?.columns.map(\.text) == ["Osh", "Talas"])
        #expect(below?.columns.map(\.n) == [175, 20])
    }

    @Test("numbering is left out, and labels of two columns are joined")
    func labelColumns() throws {
        let (numbered, _) = table("No|Item|Mean\n1|Trust|2.5\n2|Hope|2.6\n3|Fear|2.7")
        #expect(numbered?.rows.map(\.text) == ["Trust", "Hope", "Fear"])
        #expect(numbered?.columns.map(\.text) == ["Mean"])
        let (joined, _) = table("Sex|Age|n\nMen|young|5\n|old|6\nWomen|young|7\n|old|8")
        #expect(
            joined?.rows.map(\.text) == ["Men young", "Men old", "Women young", "Women old"]
        )
    }

    @Test("a column of means with deviations in brackets is two columns")
    func brackets() throws {
        let (table, _) = table("|Mean (SD)|Men\nTrust|2.56 (0.91)|2.5 (1.0)\nHope|2.60 (0.95)|–")
        let read = try #require(table)
        #expect(read.columns.map(\.text) == ["Mean", "SD", "Men"])
        #expect(read.columns.map(\.isBracket) == [false, true, false])
        #expect(read.cells[1].map(\.text) == ["2.60", "0.95", ""])
    }

    @Test(
        "what cannot be read is one located problem",
        arguments: [
            ("|a|b\nx|1\ny|1|2\nz|3", ["2 audit.short-row"]),
            ("|a|b\nx|1|2|3", ["1D audit.no-label"]),
            ("|a|b\n|1|2\ny|1|2", ["2 audit.no-label"]),
            ("x|12|23\ny|1|2", ["1 audit.no-header"]),
            ("", ["0 audit.no-table"]), ("a|b", ["0 audit.no-table"]),
            ("a\nb\nc", ["0 audit.no-table"]),
            ("|a\nx|1234567890123456789012", ["2B audit.long-figure"]),
            ("|a\nx|1,234", ["2B audit.decimal-mark"]),
            ("|a|b\nx|1,5|2.5\ny|2.5|2.5", ["2B audit.mixed-decimals"]),
            ("|a|a\nx|1|2", ["1C audit.repeated-label"]),
        ]
    )
    func problems(_ text: String, _ expected: [String]) {
        #expect(table(text).1 == expected)
    }

    @Test("a person can say which mark, headings and labels a table has")
    func shape() throws {
        let (comma, problems) = table("|a\nx|1,234", .init(decimalMark: .comma))
        #expect(comma?.cells[0][0].number?.decimals == 3 && problems == [])
        let (two, _) = table("Year|a\n|2020\nx|1", .init(headingRows: 2))
        #expect(two?.columns.map(\.text) == ["a 2020"])
        let (labels, _) = table("A|B|n\nx|y|1", .init(labelColumns: 1))
        #expect(labels?.columns.map(\.text) == ["B", "n"])
    }

    @Test("any grid can be read without an end to the program")
    func hostile() {
        let words = ["", "", "a", "Total", "1", "2.5", "1,234", "–", "n=5", "%", "(3)", "2.5 (1)"]
        for _ in 0..<1500 {
            let rows = (0..<Int.random(in: 0...6)).map { _ in
                (0..<Int.random(in: 0...5)).map { _ in words.randomElement() ?? "" }
            }
            var problems: [Problem] = []
            let grid = PrintedGrid(file: "t", rows: rows, isRagged: Bool.random())
            let table = PrintedTable(grid, problems: &problems)
            #expect(table != nil || problems.hasErrors)
        }
    }
}
