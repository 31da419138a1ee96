import Markup

/// The part with the lists: one with dots, and one with numbers for each numbered list of the text.
struct DocxNumbering: Sendable {
    /// The number of the list with dots; those with numbers follow it.
    static let bullets = 1
    /// The deepest level, counted from 0: Word has nine.
    static let deepest = 8
    /// How far the dot or number stands to the left of the text, in twips.
    static let hanging = 284

    /// Where each numbered list begins, and how deep it stands.
    let numberedLists: [(start: Int, level: Int)]

    var markup: Markup {
        .tag(
            "w:numbering",
            ["xmlns:w": DocxNamespace.main],
            [definition(0, isNumbered: false), definition(1, isNumbered: true)]
                + [list(Self.bullets, of: 0, [])]
                + numberedLists.enumerated().map { index, list in
                    self.list(
                        Self.bullets + 1 + index,
                        of: 1,
                        [
                            .tag(
                                "w:lvlOverride",
                                ["w:ilvl": String(list.level)],
                                [
                                    .tag(
                                        "w:startOverride",
                                        // Word counts up to 32,767.
                                        ["w:val": String(min(max(list.start, 0), 32_767))]
                                    )
                                ]
                            )
                        ]
                    )
                }
        )
    }

    private func list(_ number: Int, of definition: Int, _ overrides: [Markup]) -> Markup {
        .tag(
            "w:num",
            ["w:numId": String(number)],
            [.tag("w:abstractNumId", ["w:val": String(definition)])] + overrides
        )
    }

    private func definition(_ number: Int, isNumbered: Bool) -> Markup {
        .tag(
            "w:abstractNum",
            ["w:abstractNumId": String(number)],
            [.tag("w:multiLevelType", ["w:val": "hybridMultilevel"])]
                + (0...Self.deepest).map { level in
                    .tag(
                        "w:lvl",
                        ["w:ilvl": String(level)],
                        [
                            .tag("w:start", ["w:val": "1"]),
                            .tag("w:numFmt", ["w:val": isNumbered ? "decimal" : "bullet"]),
                            .tag("w:lvlText", ["w:val": isNumbered ? "%\(level + 1)." : "•"]),
                            .tag("w:lvlJc", ["w:val": "left"]),
                            .tag(
                                "w:pPr",
                                [:],
                                [
                                    .tag(
                                        "w:ind",
                                        [
                                            "w:left": String(DocxStyle.listStep * (level + 1)),
                                            "w:hanging": String(Self.hanging),
                                        ]
                                    )
                                ]
                            ),
                        ]
                    )
                }
        )
    }
}
