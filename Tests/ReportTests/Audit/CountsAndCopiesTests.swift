import Testing

@testable import Report

@Suite("Counts and copies in published tables")
struct CountsAndCopiesTests {
    @Test("parts add up to their total, exactly")
    func sums() {
        let table = PrintedTables.counts(
            "t",
            "x | n\nA | 120\nB | 80\nC | 33\nTotal | 243",
            blocks: [:]
        )
        let found = CountsRule.judge(PrintedTables.report([table])).findings
        #expect(found.map(\.severity) == [.contradictory])
        #expect(found.map(\.expected) == ["233"])
        let right = PrintedTables.counts(
            "t",
            "x | n\nA | 120\nB | 80\nC | 33\nTotal | 233",
            blocks: [:]
        )
        #expect(CountsRule.judge(PrintedTables.report([right])).findings.isEmpty)
    }

    @Test("parts that were each rounded may be one off")
    func apportioned() {
        let table = PrintedTables.counts(
            "t",
            "x | n\nA | 18\nB | 61\nC | 20\nTotal | 100",
            blocks: [:]
        )
        #expect(
            CountsRule.judge(PrintedTables.report([table])).findings.map(\.severity)
                == [.cosmetic]
        )
    }

    @Test("a count is a whole number")
    func whole() {
        let table = PrintedTables.counts("t", "x | clusters\nA | 2.4\nB | 4", blocks: [:])
        let found = CountsRule.judge(PrintedTables.report([table])).findings
        #expect(found.map(\.id) == ["counts:t:row 1:column 1:whole"])
        #expect(found.map(\.severity) == [.contradictory])
    }

    @Test("groups hold no more people than took part")
    func blocks() {
        let table = PrintedTables.counts(
            "t",
            "x | n\nCity | 466\nVillage | 535\nSuburb | 46\nMen | 482\nWomen | 519",
            blocks: [
                "City": "place", "Village": "place", "Suburb": "place", "Men": "sex",
                "Women": "sex",
            ]
        )
        let found = CountsRule.judge(PrintedTables.report([table], n: 1001)).findings
        #expect(found.map(\.printed) == ["1047"])
        #expect(found.map(\.severity) == [.contradictory])
    }

    @Test("two traits with different sums are two counts of the same people")
    func pairs() {
        let table = PrintedTables.counts(
            "t",
            "x | n\nCity | 466\nVillage | 535\nMen | 482\nWomen | 510",
            blocks: ["City": "place", "Village": "place", "Men": "sex", "Women": "sex"]
        )
        let found = CountsRule.judge(PrintedTables.report([table])).findings
        #expect(found.map(\.severity) == [.cosmetic])
        #expect(found.allSatisfy { $0.headline.hasSuffix(": two counts of the same people") })
    }

    @Test("a row that repeats another is found, single equal figures are not")
    func repeated() {
        let text = """
            x | A | B | C | D | E
            one | 2.31 | 2.45 | 2.07 | 2.88 | 2.63
            two | 3.12 | 3.40 | 3.31 | 3.07 | 3.55
            three | 2.31 | 2.45 | 2.07 | 2.88 | 2.63
            four | 2.31 | 3.40 | 2.98 | 2.70 | 2.61
            """
        let found = CopiesRule.judge(PrintedTables.report([PrintedTables.items("t", text)]))
            .findings
        #expect(found.map(\.row) == ["three"])
        #expect(found.map(\.severity) == [.improbable])
    }

    @Test("a row that is another, shifted by one place")
    func shifted() {
        let text = """
            x | A | B | C | D | E | F
            one | 2.31 | 2.45 | 2.07 | 2.88 | 2.63 | 2.11
            two | 2.99 | 2.31 | 2.45 | 2.07 | 2.88 | 2.63
            three | 3.12 | 3.40 | 3.31 | 3.07 | 3.55 | 2.70
            four | 2.20 | 2.90 | 2.56 | 2.71 | 3.01 | 2.22
            """
        let found = CopiesRule.judge(PrintedTables.report([PrintedTables.items("t", text)]))
            .findings
        #expect(found.map { $0.headline.contains("shifted") } == [true])
    }

    @Test("one figure printed with two values")
    func twice() {
        let first = PrintedTables.items(
            "a",
            "x | A | B | Total\none | 2.10 | 2.50 | 2.30",
            n: [400, 400]
        )
        let second = PrintedTables.items(
            "b",
            "x | Men | Women | Total\none | 2.10 | 2.50 | 2.49",
            block: "sex",
            n: [390, 410]
        )
        let found = CopiesRule.judge(PrintedTables.report([first, second])).findings
        #expect(found.map(\.printed) == ["2.49"])
        #expect(found.map(\.expected) == ["2.30"])
        #expect(found.map(\.severity) == [.contradictory])
    }
}
