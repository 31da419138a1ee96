import Base
import Markup
import Qualitative

extension InterviewChapter {
    /// What was said: the grid of codes by place, and the codes with their definitions.
    var codeSection: Markup {
        let all = index.matrix(by: .all, stance: .named)
        let absent = index.matrix(by: .all, stance: .absent)
        let isCoded = (all.cells + absent.cells).joined().contains { $0.sources > 0 }
        return Report.section(
            id: "interview-codes",
            level: 3,
            heading: words(CodingWord.codes),
            [
                isCoded ? codeGrid : paragraph(words(CodingWord.none)),
                index.codes.isEmpty
                    ? .empty : folded(words(CodingWord.codesFold), codeTable(all, absent)),
            ]
        )
    }

    private func codeTable(_ all: CodeMatrix, _ absent: CodeMatrix) -> Markup {
        let total = evidence.sources.count
        let rows = treeOrder.map { code -> DisplayTable.Row in
            let declared = evidence.codes[code]
            let (named, denied) = (all.total(of: code), absent.total(of: code))
            return DisplayTable.Row(
                treeName(of: code),
                [
                    .text(declared?.definition.text(in: language) ?? ""),
                    .text(declared?.use.text(in: language) ?? ""),
                    .text(ofSources(named.sources, total, madeUp: named.syntheticSources)),
                    .number(count(named.passages)), .number(count(denied.sources)),
                ]
            )
        }
        return table(
            DisplayTable(
                caption: words(CodingWord.codesFold),
                rowHeading: words(CodingWord.code),
                columns: [
                    .init(words(CodingWord.definition), isText: true),
                    .init(words(CodingWord.use), isText: true),
                    .init(words(CodingWord.sourcesColumn), isText: true),
                    .init(words(CodingWord.passagesColumn)),
                    .init(words(CodingWord.absentColumn)),
                ],
                rows: rows,
                notes: [words(CodingWord.countNote)]
            ),
            id: "interview-code-list"
        )
    }

    /// The grid of codes by the places of which sources speak.
    private var codeGrid: Markup {
        let named = index.matrix(by: .place, stance: .named) { top($0) }
        let absent = index.matrix(by: .place, stance: .absent) { top($0) }
        let columns = studied
        let rows = treeOrder.compactMap { code -> CodeGrid.Row? in
            let cells = columns.map { place in
                CodeGrid.Cell(
                    named: named[code, place],
                    absent: absent[code, place].sources
                )
            }
            let isUsed = cells.contains { $0.named.sources > 0 || $0.absent > 0 }
            return isUsed ? CodeGrid.Row(label: treeName(of: code), cells: cells) : nil
        }
        return figure(
            CodeGrid(
                text: chartText(
                    "interview-grid",
                    title: words(CodingWord.byPlace),
                    note: ([words(CodingWord.gridNote)] + syntheticNote).joined(separator: " ")
                ),
                columns: columns.map { place in
                    words(
                        CodingWord.placeColumn,
                        ["place": .text(name(ofPlace: place)), "n": .count(speaking(of: place))]
                    )
                },
                rows: rows
            )
        )
    }

    /// How many sources speak of a place: they are of it, or a passage of theirs is.
    private func speaking(of place: String) -> Int {
        var found = Set(
            evidence.sources.filter { source in
                source.places.isEmpty ? place.isEmpty : source.places.contains { top($0) == place }
            }
            .map(\.id)
        )
        for excerpt in evidence.excerpts where excerpt.isAnchored {
            if excerpt.places.contains(where: { top($0) == place }) { found.insert(excerpt.source) }
        }
        return found.count
    }

    // MARK: - Together and new

    /// The pairs of codes on the same words.
    var togetherSection: Markup {
        let pairs = index.pairs(of: index.cooccurrence(rollingUp: false))
        let total = evidence.sources.count
        let rows = pairs.prefix(15).map { pair in
            DisplayTable.Row(
                name(ofCode: pair.first),
                [
                    .text(name(ofCode: pair.second)), .number(count(pair.passages)),
                    .text(ofSources(pair.overlapSources, total, madeUp: 0)),
                    .text(ofSources(pair.sources, total, madeUp: 0)),
                ]
            )
        }
        let list = table(
            DisplayTable(
                caption: words(CodingWord.pairs),
                rowHeading: words(CodingWord.code),
                columns: [
                    .init(words(CodingWord.togetherWith), isText: true),
                    .init(words(CodingWord.passagesColumn)),
                    .init(words(CodingWord.overlapColumn), isText: true),
                    .init(words(CodingWord.sameSource), isText: true),
                ],
                rows: rows,
                notes: [words(CodingWord.pairNote)] + syntheticNote
            ),
            id: "interview-pairs"
        )
        return Report.section(
            id: "interview-together",
            level: 3,
            heading: words(CodingWord.together),
            pairs.isEmpty
                ? [paragraph(words(CodingWord.togetherNone))]
                : [paragraph(words(CodingWord.togetherLead)), list]
        )
    }

    /// That sources are made up, for a table that does not tell them apart.
    var syntheticNote: [String] {
        let made = evidence.sources.count { $0.isSynthetic }
        return made > 0 ? [words(InterviewWord.synthetic, ["n": .count(made)])] : []
    }

    /// What each interview added.
    var saturationSection: Markup {
        let saturation = index.saturation()
        guard saturation.steps.count > 1 else { return .empty }
        var notes = [words(CodingWord.saturationNote)]
        if saturation.undated > 0 {
            notes.append(words(CodingWord.undated, ["n": .count(saturation.undated)]))
        }
        if let new = saturation.newInformation() {
            notes.append(
                words(
                    CodingWord.newInformation,
                    [
                        "run": .count(new.run), "new": .count(new.runCodes),
                        "base": .count(new.baseCodes), "first": .count(new.base),
                        "share": .text(words.language.numbers.percent(new.ratio)),
                    ]
                )
            )
        }
        return Report.section(
            id: "interview-saturation",
            level: 3,
            heading: words(CodingWord.saturation),
            [
                figure(
                    SaturationPlot(
                        text: chartText(
                            "interview-new-codes",
                            title: words(CodingWord.saturation),
                            note: notes.joined(separator: " ")
                        ),
                        steps: saturation.steps
                    ),
                    isTitled: false
                )
            ]
        )
    }
}

extension CodeMatrix {
    /// The counts of a code in a table of one column.
    fileprivate func total(of code: String) -> Cell {
        guard let row = codes.firstIndex(of: code) else { return Cell() }
        return cells[row].first ?? Cell()
    }
}
