@testable import Report

/// Charts that the tests draw: usual ones, long ones, empty ones.
enum ChartsSamples {
    static let agreement = DivergingBars(
        text: ChartText(
            id: "trust",
            title: "Most would not hire a returning person",
            subtitle: "Share of adults by answer, Kyrgyzstan, April 2025, weighted",
            note: "Base: everyone who was asked. Percentages may not add up to 100.",
            source: "household survey, 1,200 interviews"
        ),
        negative: ["Disagree strongly", "Disagree"],
        neutral: "Neither agree nor disagree",
        positive: ["Agree", "Agree strongly"],
        rows: [
            row("They deserve a second chance", [0.05, 0.12, 0.2, 0.36, 0.24], 0.03, 1_180),
            row(
                "I would feel safe if one of them moved in next door",
                [0.11, 0.26, 0.24, 0.25, 0.10],
                0.04,
                1_176
            ),
            row(
                "The community should help their families",
                [0.08, 0.2, 0.3, 0.3, 0.08],
                0.04,
                1_174
            ),
            DivergingBars.Row(
                "They cannot be trusted",
                isReversed: true,
                shares: shares([0.06, 0.17, 0.31, 0.26, 0.14], 0.06, 1_169)
            ),
            row(
                "An employer should give them work even when other people who have never been "
                    + "convicted are looking for the same job in the same village and are qualified",
                [0.24, 0.33, 0.18, 0.16, 0.05],
                0.04,
                1_171
            ),
            row("I would let my child marry one", [0.46, 0.29, 0.12, 0.06, 0.02], 0.05, 48, true),
            DivergingBars.Row("Members of religious boards", shares: nil),
        ]
    )

    static func shares(
        _ answers: [Double],
        _ noAnswer: Double?,
        _ n: Int,
        _ few: Bool = false
    ) -> DivergingBars.Shares {
        let half = answers.count / 2
        return DivergingBars.Shares(
            answers: answers,
            disagree: answers[..<half].reduce(0, +),
            agree: answers[(answers.count - half)...].reduce(0, +),
            noAnswer: noAnswer,
            n: n,
            isBracketed: few
        )
    }

    static func row(
        _ label: String,
        _ answers: [Double],
        _ noAnswer: Double?,
        _ n: Int,
        _ few: Bool = false
    ) -> DivergingBars.Row {
        DivergingBars.Row(label, shares: shares(answers, noAnswer, n, few))
    }

    static let groups = IntervalPlot(
        text: ChartText(
            id: "groups",
            title: "Acceptance is lowest in Batken and Osh region",
            subtitle:
                "Mean of the acceptance scale (1 to 5) with 95% intervals, adults, April 2025",
            note: "Weighted; design-based intervals.",
            numbers: .english.with(decimals: 2)
        ),
        unit: .number,
        overall: .init(3.12, interval: 3.05...3.19, n: 1_200),
        rows: [
            .init("Bishkek", heading: "Region", .value(3.42, interval: 3.28...3.56, n: 236)),
            .init("Chüy", .value(3.31, interval: 3.15...3.47, n: 214)),
            .init("Issyk-Kul", .value(3.18, interval: 2.98...3.38, n: 131)),
            .init("Naryn", .value(3.25, interval: 2.81...3.69, n: 41, isBracketed: true)),
            .init("Osh region", .value(2.9, interval: 2.76...3.04, n: 241)),
            .init("Batken", .value(2.81, interval: 2.6...3.02, n: 118)),
            .init("Talas", .hidden),
            .init("Women", heading: "Sex", .value(3.19, interval: 3.1...3.28, n: 642)),
            .init("Men", .value(3.04, interval: 2.94...3.14, n: 558)),
            .init(
                "People who know somebody that has come back from prison or a conflict zone",
                heading: "Knows a returnee",
                .value(3.47, interval: 3.31...3.63, n: 147)
            ),
            .init("Others", .value(3.07, interval: 2.99...3.15, n: 1_053)),
        ]
    )

    static let shareGroups = IntervalPlot(
        text: ChartText(
            id: "shares",
            title: "Support for a job programme, by age",
            subtitle: "Percent who agree; these 2,800 answers only"
        ),
        unit: .percent,
        overall: .init(0.41, n: 2_800),
        rows: [
            .init("18 to 29", heading: "Age", .value(0.46, n: 1_420)),
            .init("30 to 44", .value(0.39, n: 912)),
            .init("45 to 60", .value(0.33, n: 431)),
            .init("61 and over", .value(0.28, n: 37, isBracketed: true)),
        ]
    )

    static let reasons = Bars(
        text: ChartText(
            id: "reasons",
            title: "Fear for children is the reason named most",
            subtitle: "Percent of those who would not accept a neighbour, several answers, n = 512",
            note: "Several answers were possible, so percentages add up to more than 100."
        ),
        rows: [
            .init("Fear for children", .value(0.52, interval: 0.47...0.57)),
            .init("They may offend again", .value(0.43, interval: 0.38...0.48)),
            .init(
                "What relatives and neighbours would say about the family",
                .value(0.21, interval: 0.17...0.25)
            ),
            .init("Religious reasons", .value(0.07, interval: 0.04...0.1)),
            .init("Something else", .value(0.02, interval: 0.01...0.04)),
            .init("No answer", .value(0.06, interval: 0.04...0.09), isNoAnswer: true),
        ]
    )

    static let russian = DivergingBars(
        text: ChartText(
            id: "ru",
            title: "Большинство не взяло бы вернувшегося на работу",
            subtitle: "Доля взрослых по ответам, Кыргызстан, апрель 2025 г.",
            words: Words(.ru),
            numbers: .russian.with(decimals: 1)
        ),
        negative: ["Совершенно не согласен", "Не согласен", "Скорее не согласен"],
        neutral: "Затрудняюсь сказать, согласен или нет",
        positive: ["Скорее согласен", "Согласен", "Полностью согласен"],
        rows: [
            row(
                "Они заслуживают второго шанса",
                [0.04, 0.06, 0.09, 0.2, 0.3, 0.21, 0.1],
                nil,
                1_180
            ),
            row(
                "Жаңы жерге көчүп келген адамга коңшулары жардам бериши керек, үй-бүлөсүнө да",
                [0.02, 0.05, 0.13, 0.15, 0.2, 0.25, 0.2],
                nil,
                976
            ),
        ]
    )
}

extension ChartsSamples {
    static let ages = Columns(
        text: ChartText(
            id: "ages",
            title: "Age of the respondents",
            subtitle: "Percent of respondents by age, unweighted, n = 1,200"
        ),
        unit: .percent,
        columns: [0.09, 0.14, 0.13, 0.12, 0.11, 0.1, 0.09, 0.08, 0.06, 0.04, 0.03, 0.01]
            .enumerated().map { index, share in
                .init("\(15 + index * 5) to \(19 + index * 5)", .value(share))
            },
        scale: .numbers(lower: 15, upper: 75, median: 38)
    )

    static let days = Columns(
        text: ChartText(
            id: "days",
            title: "Interviews by day",
            subtitle: "Number of interviews, April 2025"
        ),
        unit: .number,
        columns: (0..<30).map { day in
            .init("2025-04-\(day < 9 ? "0" : "")\(day + 1)", .value(Double((day * 37) % 61 + 5)))
        },
        scale: .periods((1...30).map { "\($0) Apr" })
    )

    static let correlations = CorrelationGrid(
        text: ChartText(
            id: "corr",
            title: "Acceptance goes with trust",
            subtitle: "Correlations between the scales, adults, April 2025",
            numbers: .english.with(decimals: 2)
        ),
        labels: [
            "Acceptance", "Trust in institutions", "Fear of crime",
            "Belief that people can change", "Contact with returning people", "Religiosity",
        ],
        rows: [
            [], [.value(0.42)], [.value(-0.38), .value(-0.12)],
            [.value(0.61), .value(0.33), .value(-0.29)],
            [.value(0.22), .value(0.04), .value(-0.55), .value(0.19)],
            [.value(0.02), .value(0.15), .hidden, .value(-0.09), .unavailable],
        ]
    )

    static let workload = HeatGrid(
        text: ChartText(
            id: "workload",
            title: "Interviews by interviewer and day",
            subtitle: "Number of finished interviews"
        ),
        unit: .number,
        rowHeading: "Interviewer",
        columns: (1...21).map { "\($0) Apr" },
        rows: ["Aigul", "Bakyt", "Cholpon", "Daniyar Uulu Almaz"].enumerated().map { index, name in
            .init(
                name,
                (0..<21).map { day in .value(Double(max(0, (day * 7 + index * 5) % 13 - 2)))
                }
            )
        }
    )

    /// All of them, each with the two layouts.
    static let all: [any Chart] = [
        agreement, groups, shareGroups, reasons, russian, ages, days, correlations, workload,
        RankSamples.regions, RankSamples.russian,
    ]
}

extension ChartsSamples {
    /// A chart over a scale of that many answers.
    static func scale(_ names: [String]) -> DivergingBars {
        let half = names.count / 2
        let share = 1 / Double(names.count)
        return DivergingBars(
            text: ChartText(id: "scale\(names.count)", title: "A scale"),
            negative: Array(names[..<half]),
            neutral: names.count.isMultiple(of: 2) ? nil : names[half],
            positive: Array(names[(names.count - half)...]),
            rows: [row("One", names.map { _ in share }, nil, 100)]
        )
    }

    /// Charts at the edges: nothing, one row, all or nothing, endless words, numbers that are none.
    static let extremes: [any Chart] = [
        scale(["No", "Yes"]),
        scale((1...7).map { "An answer with rather many words, number \($0)" }),
        DivergingBars(
            text: ChartText(id: "no-rows", title: "Nothing"),
            negative: ["N"],
            neutral: "M",
            positive: ["P"],
            rows: []
        ),
        DivergingBars(
            text: ChartText(id: "all-or-nothing", title: "All"),
            negative: ["N"],
            neutral: "M",
            positive: ["P"],
            rows: [
                row("all agree", [0, 0, 1], 0, 1_000_000, true), row("none", [1, 0, 0], 0, 30),
                row("middle", [0, 1, 0], 0, 30), row("nobody", [0, 0, 0], 1, 30),
                row("not a number", [.nan, 0.5, 0.5], .nan, 30),
                row("wrong count", [0.5, 0.5], nil, 30),
                row(String(repeating: "Ж", count: 300), [0.3, 0.3, 0.4], 0, 30),
            ]
        ),
        DivergingBars(
            text: ChartText(
                id: "precise",
                title: "Decimals",
                words: Words(.ky),
                numbers: .kyrgyz.with(decimals: 2)
            ),
            negative: ["N1", "N2", "N3"],
            neutral: "M",
            positive: ["P1", "P2", "P3"],
            rows: [
                row("r", [0, 0.01, 0.99, 0, 0, 0, 0], 0.5, 25, true),
                row("s", [0, 0, 0, 1, 0, 0, 0], 0.5, 25, true),
                row("t", [0, 0, 0, 0, 0.99, 0.01, 0], 0.5, 25, true),
            ]
        ),
        IntervalPlot(text: ChartText(id: "no-groups", title: "Nothing"), unit: .percent, rows: []),
        IntervalPlot(
            text: ChartText(id: "one-group", title: "One"),
            unit: .number,
            rows: [.init("only", .value(3, n: 60))]
        ),
        IntervalPlot(
            text: ChartText(id: "ends", title: "Ends", numbers: .russian.with(decimals: 1)),
            unit: .percent,
            overall: .init(1, interval: 0.99...1, n: 1),
            rows: [
                .init("none", .value(0, interval: 0...0.2, n: 100_000, isBracketed: true)),
                .init("all", .value(1, interval: 0.5...1, n: 3)),
                .init("not a number", .value(.nan)), .init("hidden", .hidden),
                .init("endless", .value(0.5, interval: -.infinity...(.infinity), n: 3)),
            ]
        ),
        IntervalPlot(
            text: ChartText(id: "huge", title: "Huge"),
            unit: .number,
            overall: .init(-1e12),
            rows: [.init("big", .value(1e12)), .init("small", .value(1e-9))]
        ),
        Bars(text: ChartText(id: "no-bars", title: "Nothing"), rows: []),
        Bars(
            text: ChartText(id: "full-bars", title: "All", numbers: .english.with(decimals: 2)),
            rows: [
                .init("all", .value(1, interval: 1...1, n: 3, isBracketed: true)),
                .init("none", .value(0, interval: 0...0)), .init("hidden", .hidden),
                .init("gone", .unavailable),
            ]
        ),
        Columns(
            text: ChartText(id: "no-columns", title: "Nothing"),
            unit: .number,
            columns: [],
            scale: .numbers(lower: 0, upper: 0, median: nil)
        ),
        Columns(
            text: ChartText(id: "one-column", title: "One"),
            unit: .percent,
            columns: [.init("5", .value(1))],
            scale: .numbers(lower: 5, upper: 6, median: 5)
        ),
        Columns(
            text: ChartText(id: "many", title: "Many"),
            unit: .number,
            columns: (0..<400).map { .init("d\($0)", $0 == 7 ? .hidden : .value(Double($0))) },
            scale: .periods((0..<400).map { "\($0 % 28 + 1) January" })
        ),
        Columns(
            text: ChartText(id: "decimals", title: "Median"),
            unit: .percent,
            columns: (0..<8).map { .init("d\($0)", .value(0.125)) },
            scale: .numbers(lower: -0.4, upper: 0.4, median: 0.4)
        ),
        CorrelationGrid(text: ChartText(id: "no-scales", title: "None"), labels: [], rows: []),
        CorrelationGrid(
            text: ChartText(
                id: "many-scales",
                title: "Many",
                numbers: .english.with(decimals: 2)
            ),
            labels: (1...15).map { "Scale \($0) of a long name that wraps over two lines" },
            rows: (0..<15).map { row in (0..<row).map { .value(Double($0 - row) / 15) } }
        ),
        HeatGrid(
            text: ChartText(id: "no-heat", title: "None"),
            unit: .number,
            rowHeading: "R",
            columns: [],
            rows: []
        ),
        HeatGrid(
            text: ChartText(id: "zero-heat", title: "Zero"),
            unit: .percent,
            rowHeading: "R",
            columns: ["a", "b"],
            rows: [.init("r", [.value(0), .hidden]), .init("s", [.value(0.2)]), .init("t", [])]
        ),
    ]
}
