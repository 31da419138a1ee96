import Foundation
import Markup
import Testing

@testable import Report

/// A page with every block and chart, to look at and for the tests in a browser.
enum ChartsGallery {
    static let page = Page(
        title: "Attitudes to returning people in Kyrgyzstan",
        subtitle: "What people think of neighbours who come back from prison or from a conflict "
            + "zone, and what would make it easier to receive them",
        facts: ["Household survey, 3 to 28 April 2025", "1,200 adults in 9 regions", "Version 1"],
        warnings: [.synthetic, .notProbabilitySample],
        body: [
            section(
                id: "key",
                level: 2,
                heading: "Key figures",
                [
                    paragraph(
                        "Four in ten adults would accept a returning person as a neighbour. "
                            + "Acceptance differs by region more than by age or sex."
                    ),
                    keyFigures([
                        KeyFigure(
                            value: "43%",
                            label: "would accept a returning person as a neighbour",
                            detail: "95% interval 39 to 47; n = 1,180"
                        ),
                        KeyFigure(
                            value: "3.12",
                            label: "mean of the acceptance scale, from 1 to 5",
                            detail: "95% interval 3.05 to 3.19"
                        ),
                        KeyFigure(
                            value: "12%",
                            label: "know somebody who came back",
                            detail: "95% interval 10 to 14; n = 1,200"
                        ),
                    ]),
                    noteBox(
                        .note,
                        heading: "How to read the intervals",
                        [
                            paragraph(
                                "If the survey were repeated many times, about 95 of 100 such "
                                    + "intervals would hold the true value."
                            )
                        ]
                    ),
                    noteBox(
                        .warning,
                        heading: "What this survey cannot say",
                        [
                            paragraph("People in institutions and abroad were not asked.")
                        ]
                    ),
                ]
            ),
            section(
                id: "attitudes",
                level: 2,
                heading: "Attitudes",
                [
                    section(
                        id: "items",
                        level: 3,
                        heading: "Items of the acceptance scale",
                        [
                            paragraph([
                                .text("Each item was read out to everybody, see "),
                                link("how it was done", to: "#methods"), .text("."),
                            ]),
                            figure(ChartsSamples.agreement),
                        ]
                    ),
                    section(
                        id: "by-group",
                        level: 3,
                        heading: "Acceptance by group",
                        [
                            figure(ChartsSamples.groups), figure(RankSamples.regions),
                            figure(ChartsSamples.shareGroups),
                            table(groupTable, id: "t1"),
                        ]
                    ),
                    section(
                        id: "why",
                        level: 3,
                        heading: "Reasons against",
                        [
                            figure(ChartsSamples.reasons)
                        ]
                    ),
                    section(
                        id: "other-languages",
                        level: 3,
                        heading: "По-русски",
                        language: "ru",
                        [
                            .tag("div", ["lang": "ru"], [figure(ChartsSamples.russian)])
                        ]
                    ),
                ]
            ),
            section(
                id: "look",
                level: 2,
                heading: "A first look",
                [
                    figure(ChartsSamples.ages), figure(ChartsSamples.days),
                    figure(ChartsSamples.correlations), figure(ChartsSamples.workload),
                    table(lookTable, id: "t2"),
                ]
            ),
            section(
                id: "methods",
                level: 2,
                heading: "How it was done",
                [
                    factList([
                        ("Population", "Adults of 18 and over in private households"),
                        ("Sample", "120 clusters of 10 households, in 17 strata"),
                        (
                            "Weights",
                            "Design weights, adjusted to the census by region, sex and age"
                        ),
                    ])
                ]
            ),
        ],
        footer: [paragraph("Made with Ashar. Every number is computed from the data.")]
    )

    static let lookTable = DisplayTable(
        caption: "Questions at a glance",
        rowHeading: "Question",
        columns: [.init("Answers"), .init("Missing"), .init("Distribution", isText: true)],
        rows: [
            .init(
                "q1",
                [
                    .number("1,180"), .number("20"),
                    .markup(
                        distributionStrip(
                            [0.05, 0.12, 0.2, 0.36, 0.24],
                            description: "5, 12, 20, 36, 24%"
                        )
                    ),
                ]
            )
        ]
    )

    static let groupTable = DisplayTable(
        caption: "Answers to “They deserve a second chance” by group",
        rowHeading: "Group",
        columns: [
            .init("Disagree", group: "Percent, 95% interval"),
            .init("Neutral", group: "Percent, 95% interval"),
            .init("Agree", group: "Percent, 95% interval"), .init("n"), .init("Design effect"),
        ],
        rows: [
            .init(
                "All",
                [
                    .estimate("17", interval: "15 to 19"), .estimate("20", interval: "18 to 22"),
                    .estimate("60", interval: "57 to 63"), .number("1,180"), .number("1.42"),
                ],
                kind: .total
            ),
            .block("Sex"),
            .init(
                "Women",
                [
                    .estimate("15", interval: "12 to 18"), .estimate("19", interval: "16 to 22"),
                    .estimate("63", interval: "59 to 67"), .number("642"), .number("1.38"),
                ]
            ),
            .init(
                "Men",
                [
                    .estimate("19", interval: "16 to 22"), .estimate("21", interval: "18 to 24"),
                    .estimate("57", interval: "53 to 61"), .number("538"), .number("1.31"),
                ]
            ),
            .block("Region"),
            .init(
                "Naryn",
                [
                    .estimate("23", interval: "11 to 38", isBracketed: true),
                    .estimate("20", interval: "9 to 35", isBracketed: true),
                    .estimate("52", interval: "37 to 67", isBracketed: true), .number("41"),
                    .number("1.77"),
                ]
            ),
            .init("Talas", [.hidden, .hidden, .hidden, .hidden, .hidden]),
        ],
        notes: ["Weighted. Brackets: 25 to 49 people. [c]: hidden, fewer than 25 people."]
    )
}

@Suite("The page, in a browser")
struct ChartsGalleryTests {
    @Test("is written to ASHAR_GALLERY when that is set")
    func write() throws {
        let bytes = ChartsGallery.page.html()
        #expect(!bytes.isEmpty)
        if let path = ProcessInfo.processInfo.environment["ASHAR_GALLERY"] {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
        }
    }
}
