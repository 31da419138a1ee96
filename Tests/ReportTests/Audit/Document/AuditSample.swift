@testable import Report

/// A made-up report of two breakdowns whose totals disagree, with findings of each severity.
enum AuditSample {
    static let items = [
        "Neighbours greet each other", "People return what they borrow",
        "The council listens", "Strangers are welcome",
    ]

    static func number(_ hundredths: Int) -> PrintedCell {
        .number(PrintedNumber(units: hundredths, decimals: 2))
    }

    /// Means of items by groups, with a total column that pools the groups.
    static func table(
        _ id: String,
        title: String,
        page: String,
        groups: [String],
        block: String,
        _ rows: [[Int]]
    ) -> AuditedTable {
        AuditedTable(
            id: id,
            title: title,
            page: page,
            rows: items.map { .init($0, .item) },
            columns: groups.map { .init($0, .group, block: block) } + [
                .init(
                    "Total",
                    .group,
                    total: .init(of: Array(groups.indices), by: .pooled)
                )
            ],
            cells: rows.map { $0.map(number) },
            statistic: .mean,
            scale: "trust"
        )
    }

    static let report = AuditedReport(
        title: "How neighbours live together",
        source: "A made-up institute, 2031",
        n: AuditedBase(400, isAnswered: false),
        scales: [AuditedScale(name: "trust", range: 1...5)],
        tables: [
            table(
                "by-district",
                title: "Trust by district",
                page: "12",
                groups: ["North", "East", "South", "West"],
                block: "District",
                [
                    [412, 388, 405, 398, 401], [321, 345, 352, 330, 337],
                    [244, 251, 239, 262, 269], [301, 322, 318, 309, 313],
                ]
            ),
            table(
                "by-tongue",
                title: "Trust by mother tongue",
                page: "14",
                groups: ["First", "Second"],
                block: "Mother tongue",
                [
                    [402, 396, 400], [381, 392, 386], [248, 255, 250], [271, 518, 290],
                ]
            ),
            AuditedTable(
                id: "reasons",
                title: "Reasons for moving",
                page: "Table 7",
                rows: ["Work", "Family", "Study", "Total"].enumerated().map { index, label in
                    .init(label, .answer, total: index == 3 ? .init(of: [0, 1, 2], by: .sum) : nil)
                },
                columns: [.init("%", .statistic, statistic: .percent)],
                cells: [421, 330, 249, 1000].map {
                    [.number(PrintedNumber(units: $0, decimals: 1))]
                },
                statistic: .percent
            ),
        ],
        claims: [
            AuditedClaim(
                id: "c1",
                page: "12",
                words: "Trust in the council is lowest in South.",
                expression: "lowest(by-district[\"The council listens\", *]) is South"
            ),
            AuditedClaim(
                id: "c2",
                page: "30",
                words: "Most people moved for work.",
                expression: "majority(reasons[Work])"
            ),
        ]
    )

    static let cause = Finding(
        id: "totals:by-district:against by-tongue",
        rule: .totals,
        severity: .contradictory,
        headline:
            "“by-district” and “by-tongue” cannot both describe the same people: 2 of 4 lines part",
        table: "by-district",
        because:
            "Of 4 quantities that both tables print, 2 have no figure that lies among the groups of both.",
        unless: "the two tables are of different people, or weighted differently",
        likelyCause: "One item was counted the other way round in one of the tables.",
        consequence:
            "No total of these lines can be relied on until it is known which table is right.",
        cells: [
            .init(table: "by-district", row: 1, column: 0),
            .init(table: "by-district", row: 3, column: 0),
        ]
    )

    static func apart(row: Int) -> Finding {
        Finding(
            id: "totals:by-district:row \(row + 1):against by-tongue",
            rule: .totals,
            severity: .contradictory,
            headline: "“\(items[row])”: the groups of the two tables leave no room for one total",
            table: "by-district",
            row: items[row],
            printed: "3.37",
            expected: "3.81 to 3.92",
            because:
                "The groups of one table lie below all groups of the other, whatever their sizes.",
            cells: (0..<4).map { .init(table: "by-district", row: row, column: $0) }
                + (0..<2).map { .init(table: "by-tongue", row: row, column: $0) },
            explainedBy: cause.id
        )
    }

    static let outside = Finding(
        id: "totals:by-district:row 3:column 5:hull",
        rule: .totals,
        severity: .impossible,
        headline:
            "The total of “The council listens”, 2.69, lies outside its groups (2.39 to 2.62)",
        table: "by-district",
        row: "The council listens",
        column: "Total",
        printed: "2.69",
        expected: "2.39 to 2.62",
        because:
            "A total of groups that hold everybody lies between the lowest and the highest of them.",
        consequence: "The council is trusted less than the text says.",
        cells: [.init(table: "by-district", row: 2, column: 4, corrected: "2.49")]
            + (0..<4).map { .init(table: "by-district", row: 2, column: $0) }
    )

    static let range = Finding(
        id: "range:by-tongue:row 4:column 2",
        rule: .range,
        severity: .impossible,
        headline: "5.18 lies outside the scale from 1 to 5",
        table: "by-tongue",
        row: "Strangers are welcome",
        column: "Second",
        printed: "5.18",
        expected: "1 to 5",
        because: "A mean of answers from 1 to 5 cannot be more than 5.",
        cells: [.init(table: "by-tongue", row: 3, column: 1)]
    )

    static let claim = Finding(
        id: "claims:c2",
        rule: .claims,
        severity: .contradictory,
        headline: "“Work” has 42.1 per cent, which is no majority",
        claim: "c2",
        printed: "most",
        expected: "42.1%",
        because: "The largest share is 42.1 per cent, so no answer has half.",
        cells: [.init(table: "reasons", row: 0, column: 0)]
    )

    static let slip = Finding(
        id: "copies:by-tongue:row 1:column 3",
        rule: .copies,
        severity: .cosmetic,
        headline: "The total of one line is printed as 4.01 and as 4.00",
        table: "by-tongue",
        row: items[0],
        column: "Total",
        printed: "4.00",
        expected: "4.01",
        because: "Rounding in two steps can part them.",
        cells: [.init(table: "by-tongue", row: 0, column: 2)]
    )

    static let outcome = AuditOutcome(
        findings: [cause, apart(row: 1), apart(row: 3), range, outside, claim, slip],
        checked: [.range: 36, .totals: 12, .copies: 4, .claims: 2],
        silent: [
            .granularity: [
                .init(
                    "a mean of 100 answers or more: every figure with two decimals is possible",
                    wanted: "three decimals",
                    count: 32
                ),
                .init("nobody says whether figures are weighted", count: 1),
            ]
        ]
    )

    static let claims = [
        JudgedClaim(report.claims[0], .holds),
        JudgedClaim(report.claims[1], .fails),
    ]

    static let view = AuditView(report, outcome, claims: claims)

    /// A report whose every text tries to be markup.
    static let hostile: AuditView = {
        let bad = "<script>alert(1)</script>\"'&]]><!--|*_"
        var table = AuditedTable(
            id: bad,
            title: bad,
            page: bad,
            rows: [.init(bad, .item, block: bad)],
            columns: [.init(bad, .group, block: bad)],
            cells: [[.text(bad)]],
            statistic: .mean,
            question: bad
        )
        table.n = AuditedBase(3...4, isAnswered: true)
        let finding = Finding(
            id: bad,
            rule: .range,
            severity: .impossible,
            headline: bad,
            table: bad,
            row: bad,
            column: bad,
            claim: bad,
            printed: bad,
            expected: bad,
            because: bad,
            unless: bad,
            likelyCause: bad,
            consequence: bad,
            cells: [
                .init(table: bad, row: 0, column: 0, corrected: bad),
                .init(table: bad, row: 9, column: 0), .init(table: bad, row: 0, column: -1),
                .init(table: "no such table", row: 0, column: 0),
            ],
            explainedBy: "no such finding"
        )
        let claim = AuditedClaim(id: bad, page: bad, words: bad, expression: bad)
        return AuditView(
            AuditedReport(title: bad, source: bad, tables: [table], claims: [claim]),
            AuditOutcome(
                findings: [finding],
                checked: [.range: 1],
                silent: [.claims: [.init(bad, wanted: bad)]]
            ),
            claims: [JudgedClaim(claim, .undecided, why: bad)]
        )
    }()
}
