import Report
import Testing

@Suite("The rule of percentages")
struct PercentagesRuleTests {
    typealias Line = AuditedTable.Line

    /// Groups by answers, in per cent.
    private func answers(
        _ rows: [[String]],
        allowsSeveral: Bool = false,
        isTurned: Bool = false
    ) -> AuditedReport {
        let groups = rows.indices.map { Line("Group \($0 + 1)", .group, block: "region") }
        let answers = rows[0].indices.map { Line("Answer \($0 + 1)", .answer) }
        let turned = rows[0].indices.map { column in rows.map { $0[column] } }
        return AuditedReport(
            tables: [
                AuditedTable(
                    id: "t",
                    rows: isTurned ? answers : groups,
                    columns: isTurned ? groups : answers,
                    cells: GranularityRuleTests.cells(isTurned ? turned : rows),
                    statistic: .percent,
                    allowsSeveral: allowsSeveral
                )
            ]
        )
    }

    private let good = [["33", "33", "33"], ["50", "25", "25"], ["21", "57", "21"]]

    @Test("sums that rounding explains are let pass", arguments: [false, true])
    func rounding(isTurned: Bool) {
        let outcome = PercentagesRule.judge(answers(good, isTurned: isTurned))
        #expect(outcome.findings.isEmpty && outcome.checked == 3)
    }

    @Test("one sum of many that is off is told with its terms", arguments: [false, true])
    func slip(isTurned: Bool) throws {
        let report = answers(good + [["40", "30", "28"]], isTurned: isTurned)
        let outcome = PercentagesRule.judge(report)
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.id == "percentages:t:\(isTurned ? "column" : "row") 4")
        #expect(finding.severity == .contradictory)
        #expect(finding.headline == "Group 4: the percentages sum to 98, not to 100")
        #expect(finding.expected == "from 99 to 101")
        #expect(finding.because.contains("40 + 30 + 28 = 98"))
        #expect(finding.unless?.contains("left out") == true)
        #expect(
            finding.cells.map { isTurned ? $0.row : $0.column } == [0, 1, 2]
        )
    }

    @Test("sums that are all off to one side are one finding about the table")
    func several() throws {
        let outcome = PercentagesRule.judge(
            answers([["60", "45", "30"], ["70", "40", "10"], ["55", "50", "33"]])
        )
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.severity == .improbable)
        #expect(finding.unless == "one person may have given several answers")
        #expect(finding.headline.contains("3 of 3") && finding.headline.contains("120 to 138"))
    }

    @Test("questions of several answers, held-back cells and the other direction are not judged")
    func silent() {
        let off = [["60", "45", "30"], ["70", "40", "10"]]
        let several = PercentagesRule.judge(answers(off, allowsSeveral: true))
        #expect(several.findings.isEmpty && several.silences.map(\.count) == [2])
        let held = PercentagesRule.judge(answers([["60", "", "10"], ["70", "20", "10"]]))
        #expect(held.findings.isEmpty && held.silences.map(\.count) == [1])
        // Each answer's people by group.
        let other = PercentagesRule.judge(answers([["60", "45", "30"], ["40", "55", "70"]]))
        #expect(other.findings.isEmpty && other.silences.map(\.count) == [2])
    }

    @Test("percentages with more decimals are given less room")
    func decimals() {
        let rows = [["33.33", "66.67"], ["12.50", "87.50"], ["20.10", "79.80"]]
        #expect(PercentagesRule.judge(answers(rows)).findings.count == 1)
    }

    /// Groups with count, percentage and perhaps a base.
    private func counts(
        _ rows: [[String]],
        isWeighted: Bool? = false,
        total: String? = nil,
        hasBase: Bool = true
    ) -> AuditedReport {
        var lines = rows.indices.map { Line("Group \($0 + 1)", .group, block: "region") }
        var cells = rows
        if let total {
            var line = Line("Total", .group, block: "region")
            line.total = .init(of: Array(rows.indices), by: .sum)
            lines.append(line)
            cells.append([total, "100.0"])
        }
        return AuditedReport(
            isWeighted: isWeighted,
            tables: [
                AuditedTable(
                    id: "t",
                    rows: lines,
                    columns: [
                        Line("Count", .statistic, statistic: .count),
                        Line("%", .statistic, statistic: .percent),
                    ] + (hasBase ? [Line("n", .statistic, statistic: .base)] : []),
                    cells: GranularityRuleTests.cells(cells),
                    statistic: .count
                )
            ]
        )
    }

    @Test("a percentage that is not its count over its base contradicts them")
    func quotient() throws {
        let rows = [["55", "23.4", "235"], ["40", "20.0", "200"], ["30", "21.0", "150"]]
        let outcome = PercentagesRule.judge(counts(rows))
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1 && outcome.checked == 3)
        #expect(finding.id == "percentages:t:row 3:column 2")
        #expect(finding.severity == .contradictory)
        #expect(finding.headline == "Group 3: 30 of 150 is 20.0 per cent, not 21.0")
        #expect(finding.cells.map(\.column) == [1, 0, 2])
        #expect(finding.cells[0].corrected == "20.0")
        #expect(PercentagesRule.judge(counts(rows, isWeighted: true)).findings.isEmpty)
        let unsure = PercentagesRule.judge(counts(rows, isWeighted: nil)).findings
        #expect(unsure.map(\.severity) == [.improbable])
    }

    @Test("shares of a total line are judged, and where most do not fit they are of something else")
    func shares() {
        let rows = [["50", "25.0"], ["60", "30.0"], ["90", "44.0"]]
        let outcome = PercentagesRule.judge(counts(rows, total: "200", hasBase: false))
        #expect(outcome.findings.map(\.id) == ["percentages:t:row 3:column 2"])
        let other = [["50", "31.0"], ["60", "12.0"], ["90", "44.0"]]
        let silent = PercentagesRule.judge(counts(other, total: "200", hasBase: false))
        #expect(silent.findings.isEmpty && silent.silences.map(\.count) == [4])
    }

    @Test("counts and percentages of groups side by side, or with a base elsewhere, are judged")
    func basesElsewhere() throws {
        func line(_ label: String, _ kind: AuditedTable.Statistic?, n: Int? = nil)
            -> AuditedTable.Line
        {
            let isGroup = n != nil || label.hasPrefix("Men") || label.hasPrefix("Women")
            return AuditedTable.Line(
                label,
                isGroup ? .group : kind == nil ? .answer : .statistic,
                statistic: kind,
                block: isGroup ? "sex" : nil,
                n: n.map { AuditedBase($0, isAnswered: true) }
            )
        }
        func found(
            _ rows: [AuditedTable.Line],
            _ columns: [AuditedTable.Line],
            _ cells: [[String]]
        ) -> [String] {
            let table = AuditedTable(
                id: "t",
                rows: rows,
                columns: columns,
                cells: GranularityRuleTests.cells(cells),
                statistic: .percent
            )
            return PercentagesRule.judge(AuditedReport(isWeighted: false, tables: [table])).findings
                .map(\.headline)
        }
        let answers = ["Yes", "No", "Other"].map { line($0, nil) }
        // 120 of 229 are 52.4, 64 are 27.9, 45 are 19.7; 90 of 200 are 45.0, 80 are 40.0, 30 are 15.0.
        let columns = [
            line("Men n", .count), line("Men %", .percent),
            line("Women n", .count), line("Women %", .percent),
        ]
        var cells = [
            ["120", "52.4", "90", "45.0"], ["64", "27.9", "80", "40.0"],
            ["45", "19.7", "30", "15.0"],
        ]
        let base = line("Base", .base)
        #expect(found(answers + [base], columns, cells + [["229", "", "200", ""]]).isEmpty)
        cells[1][1] = "29.7"
        #expect(
            found(answers + [base], columns, cells + [["229", "", "200", ""]])
                .contains("No: 64 of 229 is 27.9 per cent, not 29.7")
        )
        let groups = [
            line("Men", nil, n: 229), line("Women", nil, n: 200), line("Rest", nil, n: 80),
        ]
        let pair = [line("n", .count), line("%", .percent)]
        #expect(found(groups, pair, [["120", "52.4"], ["90", "45.0"], ["20", "25.0"]]).isEmpty)
        #expect(
            found(groups, pair, [["120", "54.2"], ["90", "45.0"], ["20", "25.0"]])
                == ["Men: 120 of 229 is 52.4 per cent, not 54.2"]
        )
    }

    @Test("never accuses real counts")
    func neverFalse() {
        var random = Draws(seed: 3)
        for _ in 0..<40 {
            let rows = (0..<5).map { _ in
                (0..<4).map { _ in Int.random(in: 0...30, using: &random) }
            }
            .filter { $0.reduce(0, +) > 0 }
            let percents = rows.map { row in
                row.map {
                    PrintedNumber.rounded(
                        100 * Double($0) / Double(row.reduce(0, +)),
                        decimals: 1
                    ).text
                }
            }
            #expect(PercentagesRule.judge(answers(percents)).findings.isEmpty)
            let beside = zip(rows, percents).map {
                ["\($0[1])", $1[1], "\($0.reduce(0, +))"]
            }
            #expect(PercentagesRule.judge(counts(beside)).findings.isEmpty)
        }
    }
}
