import Report
import Testing

@Suite("The rule of granularity")
struct GranularityRuleTests {
    typealias Line = AuditedTable.Line

    static func cells(_ rows: [[String]]) -> [[PrintedCell]] {
        rows.map { row in
            row.map { $0.isEmpty ? .none : .number(PrintedNumber(printed: $0)) }
        }
    }

    private static let statistics: [Line] = [
        Line("Mean", .statistic, statistic: .mean),
        Line("SD", .statistic, statistic: .standardDeviation),
        Line("n", .statistic, statistic: .base),
    ]

    /// Items with mean, SD and n on 1 to 5.
    private func items(
        _ rows: [[String]],
        isWeighted: Bool? = false,
        hasScale: Bool = true
    ) -> AuditedReport {
        AuditedReport(
            isWeighted: isWeighted,
            scales: [AuditedScale(name: "trust", range: 1...5)],
            tables: [
                AuditedTable(
                    id: "t",
                    rows: rows.indices.map { Line("Item \($0 + 1)", .item) },
                    columns: Self.statistics,
                    cells: Self.cells(rows),
                    statistic: .mean,
                    scale: hasScale ? "trust" : nil,
                    n: AuditedBase(400, isAnswered: true)
                )
            ]
        )
    }

    /// One group of `n` people over items.
    private func group(
        _ means: [String],
        n: AuditedBase,
        isWeighted: Bool? = false
    ) -> AuditedReport {
        AuditedReport(
            isWeighted: isWeighted,
            scales: [AuditedScale(name: "trust", range: 1...5)],
            tables: [
                AuditedTable(
                    id: "t",
                    rows: means.indices.map { Line("Item \($0 + 1)", .item) },
                    columns: [Line("Osh", .group, block: "region", n: n)],
                    cells: Self.cells(means.map { [$0] }),
                    statistic: .mean,
                    scale: "trust"
                )
            ]
        )
    }

    @Test("a mean that n people cannot give is impossible, and its neighbours are named")
    func impossibleMean() throws {
        let outcome = GranularityRule.judge(items([["2.60", "", "28"], ["2.61", "", "28"]]))
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.severity == .impossible)
        #expect(finding.id == "granularity:t:row 1:column 1")
        #expect(finding.headline == "Item 1, Mean: no mean of n = 28 prints as 2.60")
        #expect(finding.expected == "2.57 or 2.61")
        #expect(finding.because.contains("72 gives 2.57 and 73 gives 2.61"))
        #expect(finding.unless == nil)
        #expect(outcome.checked == 2)
    }

    @Test("what is not known for sure caps the severity and is named")
    func doubts() throws {
        let rows = [["2.60", "", "28"], ["2.61", "", "28"]]
        #expect(GranularityRule.judge(items(rows, isWeighted: true)).findings.isEmpty)
        #expect(
            GranularityRule.judge(items(rows, isWeighted: true)).silences
                == [.init("the figures are weighted", count: 2)]
        )
        // Two figures do not show that they are plain means; a dozen that fit do.
        #expect(GranularityRule.judge(items(rows, isWeighted: nil)).findings.isEmpty)
        let unknown = try #require(
            GranularityRule.judge(items(rows + ofTwentyEight, isWeighted: nil)).findings.first
        )
        #expect(unknown.severity == .improbable && unknown.unless == "the figures are weighted")
        let open = try #require(
            GranularityRule.judge(items(rows, hasScale: false)).findings.first
        )
        #expect(open.severity == .improbable)
        #expect(open.unless == "the answers are no whole numbers")
    }

    /// Twelve means of 28 people.
    private var ofTwentyEight: [[String]] {
        (0..<12).map {
            [PrintedNumber.rounded(Double(60 + 4 * $0) / 28, decimals: 2).text, "", "28"]
        }
    }

    @Test("what has no power is counted, not passed")
    func power() {
        let outcome = GranularityRule.judge(items([["2.61", "", "175"], ["2.6", "", "28"]]))
        #expect(outcome.findings.isEmpty && outcome.checked == 0)
        #expect(outcome.silences.map(\.count) == [2])
    }

    @Test("a group whose people may not all have answered must fail every n")
    func nonresponse() throws {
        // Of 20 asked, 11 or more answered.
        let asked = AuditedBase(20, isAnswered: false)
        let means = (0..<12).map { place in
            let n = 11 + place % 10
            return PrintedNumber.rounded(Double(2 * n + place) / Double(n), decimals: 3).text
        }
        #expect(GranularityRule.judge(group(means, n: asked)).findings.isEmpty)
        let finding = try #require(
            GranularityRule.judge(group(means + ["2.017"], n: asked)).findings.first
        )
        #expect(finding.severity == .improbable)
        #expect(finding.headline.contains("any n from 10 to 20"))
    }

    @Test("a figure that fits no n is nothing where figures of no n would be as rare")
    func repelled() {
        // Of fewer than 333 people nobody prints 50.1, but nor would a few of 91 weighted percentages.
        let plain = (0..<90).map {
            PrintedNumber.rounded(100 * Double(20 + 2 * $0) / 240, decimals: 1).text
        }
        let rows = (plain + ["50.1"]).map { [$0] }
        let people = AuditedBase(273, isAnswered: false)
        let report = AuditedReport(
            tables: [
                AuditedTable(
                    id: "t",
                    rows: rows.indices.map { Line("Item \($0 + 1)", .item) },
                    columns: [Line("Osh", .group, block: "region", n: people)],
                    cells: Self.cells(rows),
                    statistic: .percent
                )
            ]
        )
        let outcome = GranularityRule.judge(report)
        #expect(outcome.findings.isEmpty && outcome.checked == 91)
        #expect(outcome.silences.map(\.count) == [1])
    }

    @Test("an odd figure that chance gives anyhow is no finding of the audit, but counted")
    func chanceAlone() throws {
        let means = (0..<12).map { place in
            let n = 11 + place % 10
            return PrintedNumber.rounded(Double(2 * n + place) / Double(n), decimals: 3).text
        }
        let report = group(
            means + ["2.017"],
            n: AuditedBase(20, isAnswered: false),
            isWeighted: nil
        )
        let finding = try #require(GranularityRule.judge(report).findings.first)
        #expect(try #require(finding.chance) > 0.5)
        let outcome = Audit.audit(report, rules: [.granularity])
        #expect(outcome.findings.isEmpty)
        #expect(
            outcome.silent[.granularity] == [.init("odd figures, no more than chance gives")]
        )
    }

    @Test("a base column across items is of those asked, unless it is said otherwise")
    func sharedBase() {
        func report(_ answered: AuditedBase?) -> AuditedReport {
            AuditedReport(
                isWeighted: false,
                tables: [
                    AuditedTable(
                        id: "t",
                        rows: [Line("Osh", .group, block: "region", n: answered)],
                        columns: [
                            Line("A", .item), Line("B", .item),
                            Line("n", .statistic, statistic: .base),
                        ],
                        cells: Self.cells([["2.25", "2.40", "5"]]),
                        statistic: .mean
                    )
                ]
            )
        }
        #expect(GranularityRule.judge(report(nil)).findings.isEmpty)
        #expect(
            GranularityRule.judge(report(AuditedBase(5, isAnswered: true))).findings.count == 1
        )
    }

    @Test("a printed base that is not said to be of those who answered is doubted")
    func inferredBase() throws {
        var report = items([["2.60", "", "28"], ["2.61", "", "28"]])
        report.tables[0].n = nil
        // One base for all items may be of those asked: 25 people give 2.60.
        #expect(GranularityRule.judge(report).findings.isEmpty)
        report = items([["2.60", "", "28"], ["2.59", "", "27"]] + ofTwentyEight)
        report.tables[0].n = nil
        let finding = try #require(GranularityRule.judge(report).findings.first)
        #expect(finding.severity == .improbable)
        #expect(finding.unless?.contains("fewer people answered") == true)
    }

    @Test("a mean that is off its scale is left to the rule of ranges")
    func offScale() {
        let outcome = GranularityRule.judge(items([["63.21", "", "28"], ["0.91", "", "33"]]))
        #expect(outcome.findings.isEmpty && outcome.checked == 1)
    }

    @Test("a spread that fits the scale counted from 0 is let pass")
    func codings() {
        // Nine at 0 and one at 4 of 0 to 4; on 1 to 5 no mean is below 1.
        #expect(GranularityRule.judge(items([["0.40", "1.26", "10"]])).findings.isEmpty)
    }

    @Test("where the figures of a whole table fit as by luck, it is one finding")
    func tableOfLuck() throws {
        let rows = zip(
            ["2.31", "3.47", "1.92", "2.68", "3.11", "2.05", "3.83", "2.74"],
            ["41", "39", "37", "43", "36", "35", "33", "38"]
        )
        let outcome = GranularityRule.judge(items(rows.map { [$0, "", $1] }))
        #expect(outcome.findings.map(\.id) == ["granularity:t"])
        // Weights would do that, and the report need not speak of them.
        let unsure = GranularityRule.judge(items(rows.map { [$0, "", $1] }, isWeighted: nil))
        #expect(unsure.findings.isEmpty && !unsure.silences.isEmpty)
    }

    /// Twelve means of 33 people.
    private var ofThirtyThree: [String] {
        [61, 70, 83, 95, 100, 77, 68, 112, 59, 88, 92, 104].map {
            PrintedNumber.rounded(Double($0) / 33, decimals: 2).text
        }
    }

    @Test("figures that all fit another n tell it, and it explains those that fail")
    func realisedBase() throws {
        let outcome = GranularityRule.judge(
            group(ofThirtyThree, n: AuditedBase(36, isAnswered: true))
        )
        let cause = try #require(outcome.findings.first)
        #expect(cause.id == "granularity:t:column 1:n")
        #expect(cause.severity == .cosmetic)
        #expect(cause.expected == "n = 33" && cause.printed == "n = 36")
        #expect(cause.chance ?? 1 < 0.001)
        let others = outcome.findings.dropFirst()
        #expect(!others.isEmpty)
        #expect(others.allSatisfy { $0.explainedBy == cause.id && $0.severity == .cosmetic })
    }

    @Test("where all others fit, the few that do not are suspects")
    func suspects() {
        var means = ofThirtyThree
        means[4] = "3.04"  // 100/33 = 3.03; 101/33 = 3.06
        let outcome = GranularityRule.judge(group(means, n: AuditedBase(33, isAnswered: true)))
        #expect(outcome.findings.map(\.id) == ["granularity:t:row 5:column 1"])
        #expect(outcome.findings.map(\.severity) == [.impossible])
    }

    @Test("one misfit among a few that fit is wrong, or n is")
    func figureOrBase() throws {
        // 83, 90, 94, 109 and 70 of 36; 2.40 lies between 86/36 and 87/36.
        let means = ["2.31", "2.50", "2.61", "3.03", "1.94", "2.40"]
        let people = AuditedBase(36, isAnswered: true)
        let outcome = GranularityRule.judge(group(means, n: people))
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.id == "granularity:t:row 6:column 1")
        #expect(finding.severity == .impossible)
        // 6 · .36⁵ · .64 + .36⁶ = .0254
        #expect(finding.because.contains("5 of 6 figures fit"))
        #expect(finding.because.hasSuffix("with the chance 0.025."))
        // Two of seven: these figures or their number, and none is cleared.
        let two = GranularityRule.judge(group(means + ["3.70"], n: people))
        #expect(two.findings.map(\.id) == ["granularity:t"])
        #expect(two.findings.map(\.severity) == [.contradictory])
        #expect(two.findings.first?.because.contains("no single figure") == false)
    }

    @Test("where no more fit than by luck, the base is wrong: one finding")
    func luck() throws {
        // Every second digit of a long row of them.
        let means = [
            "2.31", "3.47", "1.92", "2.68", "3.11", "2.05", "3.83", "2.74", "1.56", "2.29", "3.38",
            "2.97",
        ]
        let outcome = GranularityRule.judge(group(means, n: AuditedBase(41, isAnswered: true)))
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.id == "granularity:t")
        #expect(finding.because.contains("no single figure is at fault"))
        #expect(finding.severity == .contradictory)
        let unsure = GranularityRule.judge(
            group(means, n: AuditedBase(41, isAnswered: true), isWeighted: nil)
        )
        #expect(unsure.findings.isEmpty && !unsure.silences.isEmpty)
    }

    @Test("digits that were cut off are not called impossible")
    func cutOff() throws {
        // 2.666… and 1.888… of nine people.
        let outcome = GranularityRule.judge(
            group(["2.66", "1.88", "3.00"], n: AuditedBase(9, isAnswered: true))
        )
        #expect(outcome.findings.count == 2)
        for finding in outcome.findings {
            #expect(finding.severity == .improbable)
            #expect(finding.unless == "digits were cut off instead of rounded")
        }
    }

    @Test("scores of several items and means of nothing known are not judged")
    func scores() {
        var report = group(["2.60", "2.61"], n: AuditedBase(28, isAnswered: true))
        report.tables[0].rows[0].total = .init(of: [1], by: .mean)
        #expect(GranularityRule.judge(report).findings.isEmpty)
        report.tables[0].rows[0].total = nil
        report.tables[0].rows[0].role = .statistic
        #expect(GranularityRule.judge(report).findings.isEmpty)
        report.tables[0].question = "Do you trust your neighbours?"
        #expect(GranularityRule.judge(report).findings.count == 1)
    }

    @Test(
        "a standard deviation that no answers have is impossible",
        arguments: [
            ("2.20", "1.15", "20", nil), ("2.20", "1.16", "20", "no whole sum of squares"),
            // As the SD that divides by n.
            ("2.20", "1.12", "20", nil),
            ("3.00", "2.03", "16", "The sum and the sum of squares"),
            ("4.90", "0.31", "20", nil),
            // The scale's bounds hold at any n.
            ("2.50", "2.40", "400", "off the scale"), ("2.50", "1.20", "400", nil),
            ("3.00", "0.00", "15", nil),
        ]
    )
    func spread(mean: String, deviation: String, n: String, reason: String?) throws {
        let outcome = GranularityRule.judge(items([[mean, deviation, n]]))
        guard let reason else {
            #expect(outcome.findings.isEmpty)
            return
        }
        let finding = try #require(outcome.findings.first)
        #expect(outcome.findings.count == 1)
        #expect(finding.id == "granularity:t:row 1:column 2")
        #expect(finding.severity == .impossible)
        #expect(finding.because.contains(reason), "\(finding.because)")
    }

    @Test("what the scale forbids is said before any parity, and no cause that it forbids")
    func scaleFirst() throws {
        // At most six fives and fourteen ones: 67.2 / 19 = 1.88².
        for deviation in ["14.5", "2.41", "9.99"] {
            let outcome = GranularityRule.judge(items([["2.20", deviation, "20"]]))
            let finding = try #require(outcome.findings.first)
            #expect(finding.because.contains("from 1 to 5 the standard deviation is at most 1.88"))
            #expect(!finding.because.contains("parity"))
            #expect(finding.likelyCause == nil)
        }
        let narrow = GranularityRule.judge(items([["2.50", "0.20", "20"]]))
        #expect(narrow.findings.first?.because.contains("is at least 0.50") == true)
        // Answers with the deviation 1.16 have .26 as their standard error.
        let error = GranularityRule.judge(items([["2.20", "0.26", "20"]]))
        #expect(error.findings.first?.likelyCause?.contains("standard error") == true)
    }

    @Test("the divisor is of a whole table: one deviation that needs another is odd")
    func divisors() throws {
        // Of 20 answers, Q being 122, 140, 96, 160 and 131: by n − 1, but the last by n.
        let sample = [
            ["2.20", "1.15", "20"], ["2.40", "1.14", "20"], ["2.00", "0.92", "20"],
            ["2.60", "1.14", "20"],
        ]
        #expect(GranularityRule.judge(items(sample)).findings.isEmpty)
        let mixed = GranularityRule.judge(items(sample + [["2.20", "1.12", "20"]]))
        let finding = try #require(mixed.findings.first)
        #expect(mixed.findings.count == 1)
        #expect(finding.id == "granularity:t:row 5:column 2")
        #expect(finding.severity == .improbable)
        #expect(finding.headline.hasSuffix("divides by n, the others of its table by n − 1"))
        // A table that divides by n throughout is as good.
        let population = [
            ["2.20", "1.12", "20"], ["2.40", "1.11", "20"], ["2.00", "0.89", "20"],
        ]
        #expect(GranularityRule.judge(items(population)).findings.isEmpty)
    }

    @Test("a percentage that is no count of its group is impossible; a share of all is not judged")
    func percentages() throws {
        let groups = [
            Line("Osh", .group, block: "region"), Line("Batken", .group, block: "region"),
        ]
        func report(_ columns: [Line], _ rows: [[String]]) -> AuditedReport {
            AuditedReport(
                isWeighted: false,
                tables: [
                    AuditedTable(
                        id: "t",
                        rows: groups,
                        columns: columns + [Line("n", .statistic, statistic: .base)],
                        cells: Self.cells(rows),
                        statistic: .percent,
                        n: AuditedBase(78, isAnswered: true)
                    )
                ]
            )
        }
        let rows = [["13.3", "38"], ["20.0", "40"]]
        let finding = try #require(
            GranularityRule.judge(report([Line("Yes", .answer)], rows)).findings.first
        )
        #expect(finding.severity == .impossible && finding.expected == "13.2 or 15.8")
        let share = GranularityRule.judge(report([Line("%", .statistic)], rows))
        #expect(share.findings.isEmpty && share.silences.count == 1)
        let shares = [["48.7", "38"], ["51.3", "40"]]
        let shared = GranularityRule.judge(report([Line("Yes", .answer)], shares))
        #expect(shared.findings.isEmpty && shared.silences.map(\.count) == [2])
    }

    @Test("a number who took part is told though a few left an item out")
    func askedAndAnswered() throws {
        var random = Draws(seed: 5)
        let means = (0..<40).map { place in
            Self.mean(of: place.isMultiple(of: 7) ? 43 : 44, using: &random)
        }
        let report = group(means, n: AuditedBase(42, isAnswered: false))
        let told = try #require(
            GranularityRule.judge(report).findings.first { $0.id.hasSuffix(":n") }
        )
        #expect(told.expected == "44" && told.severity == .cosmetic)
    }

    @Test(
        "never tells another number of people where those asked left items out, or of weighted means"
    )
    func askedAlone() {
        var random = Draws(seed: 11)
        for round in 0..<60 {
            let asked = Int.random(in: 20...80, using: &random)
            let means = (0..<40).map { _ -> String in
                if round.isMultiple(of: 3) {
                    let units = Int.random(in: 100...500, using: &random)
                    return PrintedNumber(units: units, decimals: 2).text
                }
                let least = round % 3 == 1 ? (asked * 4 + 4) / 5 : asked - 2
                return Self.mean(of: .random(in: least...asked, using: &random), using: &random)
            }
            let report = group(means, n: AuditedBase(asked, isAnswered: false))
            let told = GranularityRule.judge(report).findings.filter { $0.id.hasSuffix(":n") }
            #expect(told.isEmpty, "\(asked): \(means)")
        }
    }

    /// The printed mean of some answers of `n` people on 1 to 5, anywhere on the scale.
    private static func mean(of n: Int, using random: inout Draws) -> String {
        let sum = Int.random(in: n...5 * n, using: &random)
        return PrintedNumber.rounded(Double(sum) / Double(n), decimals: 2).text
    }

    @Test("never accuses a table of real answers")
    func neverFalse() {
        var random = Draws(seed: 99)
        for round in 0..<40 {
            let n = Int.random(in: 8...70, using: &random)
            let asked = n + Int.random(in: 0...n / 5, using: &random)
            let rows = (0..<8).map { _ -> [String] in
                let answered =
                    round.isMultiple(of: 2)
                    ? n : Int.random(in: (asked * 4 + 4) / 5...asked, using: &random)
                let answers = (0..<answered).map { _ in Int.random(in: 1...5, using: &random) }
                let mean = Double(answers.reduce(0, +)) / Double(answered)
                let squares = answers.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
                let spread = (squares / Double(answered - 1)).squareRoot()
                return [
                    PrintedNumber.rounded(mean, decimals: 2).text,
                    PrintedNumber.rounded(spread, decimals: 2).text, "\(answered)",
                ]
            }
            #expect(GranularityRule.judge(items(rows)).findings.isEmpty, "\(rows)")
            let means = rows.map { $0[0] }
            let base =
                round.isMultiple(of: 2)
                ? AuditedBase(n, isAnswered: true) : AuditedBase(asked, isAnswered: false)
            #expect(GranularityRule.judge(group(means, n: base)).findings.isEmpty, "\(rows)")
        }
    }
}
