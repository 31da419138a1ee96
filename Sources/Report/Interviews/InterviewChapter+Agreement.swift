import Base
import Markup
import Qualitative

extension InterviewChapter {
    /// How far coders agree, code by code; nothing where one person alone coded.
    var agreementSection: Markup {
        let report = index.agreement()
        guard report.coders.count > 1 else { return .empty }
        var body: [Markup] = [
            paragraph(words(AgreementWord.lead, ["n": .count(report.coders.count)]))
        ]
        if report.codes.isEmpty {
            body.append(paragraph(words(AgreementWord.oneCoder)))
        } else {
            body.append(paragraph(words(AgreementWord.meaning)))
            body += agreementTables(report)
        }
        if report.anonymous > 0 {
            body.append(note(words(AgreementWord.anonymous, ["n": .count(report.anonymous)])))
        }
        if !report.codedOnce.isEmpty {
            // Not which ones: their names could tell who spoke.
            let number = Words.Value.count(report.codedOnce.count)
            body.append(note(words(AgreementWord.codedOnce, ["n": number])))
        }
        return Report.section(
            id: "interview-agreement",
            level: 3,
            heading: words(AgreementWord.heading),
            body
        )
    }

    private func agreementTables(_ report: AgreementReport) -> [Markup] {
        var tables: [Markup] = []
        var ranges: [Markup] = []
        for (first, coder) in report.coders.enumerated() {
            for other in report.coders.dropFirst(first + 1) {
                for unit in CoderAgreement.Unit.allCases {
                    let rows = order(report.codes).compactMap { code in
                        code.pairs.first {
                            $0.first == coder && $0.second == other && $0.unit == unit
                        }
                        .map { (code.code, $0) }
                    }
                    guard !rows.isEmpty else { continue }
                    let id = "interview-agreement-\(tables.count + 1)"
                    tables.append(pairTable(rows, coder, other, unit, id: id))
                    ranges.append(.text(range(rows.map(\.1), title(coder, other, unit))))
                }
            }
        }
        return [bulletList(ranges)] + tables + [groupTable(report)]
    }

    private func title(
        _ first: String,
        _ second: String,
        _ unit: CoderAgreement.Unit
    ) -> String {
        words(
            unit == .source ? AgreementWord.bySource : .byCharacter,
            ["first": .text(first), "second": .text(second)]
        )
    }

    /// From which to which kappa the codes go, in a sentence.
    private func range(_ pairs: [CoderAgreement.Pair], _ title: String) -> String {
        let values = pairs.filter { !$0.isTooFew }.compactMap { try? $0.kappa.value.get() }.sorted()
        guard let low = values.first, let high = values.last else {
            return words(AgreementWord.rangeNone, ["title": .text(title)])
        }
        let style = words.language.numbers.with(decimals: 2)
        let half = values.count / 2
        let middle =
            values.count.isMultiple(of: 2) ? (values[half - 1] + values[half]) / 2 : values[half]
        return words(
            AgreementWord.range,
            [
                "title": .text(title), "low": .text(style.text(low)),
                "high": .text(style.text(high)), "middle": .text(style.text(middle)),
                "n": .count(values.count), "none": .count(pairs.count - values.count),
            ]
        )
    }

    /// The codes as the tree has them.
    private func order(_ codes: [CoderAgreement]) -> [CoderAgreement] {
        treeOrder.compactMap { id in codes.first { $0.code == id } }
    }

    private func pairTable(
        _ rows: [(code: String, pair: CoderAgreement.Pair)],
        _ first: String,
        _ second: String,
        _ unit: CoderAgreement.Unit,
        id: String
    ) -> Markup {
        let title = title(first, second, unit)
        let hasFew = rows.contains { $0.pair.isTooFew }
        let hasUndefined = rows.contains { row in
            !row.pair.isTooFew
                && [row.pair.kappa, row.pair.alpha].contains { $0.value == .failure(.noVariation) }
        }
        let notes =
            (hasFew ? [words(AgreementWord.tooFewNote)] : [])
            + (hasUndefined ? [words(AgreementWord.undefinedNote)] : []) + syntheticNote
        let shown = table(
            DisplayTable(
                caption: title,
                rowHeading: words(CodingWord.code),
                columns: [
                    .init(words(AgreementWord.compared)), .init(words(AgreementWord.both)),
                    .init(words(AgreementWord.only, ["coder": .text(first)])),
                    .init(words(AgreementWord.only, ["coder": .text(second)])),
                    .init(words(AgreementWord.neither)), .init(words(AgreementWord.equal)),
                    .init(words(AgreementWord.kappa)), .init(words(AgreementWord.alpha)),
                ],
                rows: rows.map { DisplayTable.Row(treeName(of: $0.code), cells($0.pair)) },
                notes: notes
            ),
            id: id
        )
        return folded(title, shown)
    }

    private func cells(_ pair: CoderAgreement.Pair) -> [DisplayTable.Cell] {
        let table = pair.table
        let counts = [pair.sources, table.both, table.onlyFirst, table.onlySecond, table.neither]
        // Of few units a percentage would say more than a count.
        let equal: DisplayTable.Cell =
            table.n < 20
            ? .number("\(count(table.both + table.neither))/\(count(table.n))")
            : cell(pair.percent, isShare: true)
        return counts.map { .number(count($0)) } + [equal]
            + (pair.isTooFew
                ? [.text(words(AgreementWord.tooFew)), .text(words(AgreementWord.tooFew))]
                : [cell(pair.kappa), cell(pair.alpha)])
    }

    private func cell(
        _ coefficient: CoderAgreement.Coefficient,
        isShare: Bool = false
    ) -> DisplayTable.Cell {
        let style = words.language.numbers.with(decimals: isShare ? 1 : 2)
        func written(_ value: Double) -> String {
            isShare ? style.percent(value) : style.text(value)
        }
        switch coefficient.value {
        case .success(let value):
            let interval = coefficient.interval.map { range in
                words(
                    AgreementWord.interval,
                    [
                        "low": .text(
                            style.text(isShare ? range.lowerBound * 100 : range.lowerBound)
                        ),
                        "high": .text(
                            style.text(isShare ? range.upperBound * 100 : range.upperBound)
                        ),
                    ]
                )
            }
            return .estimate(written(value), interval: interval ?? "")
        case .failure(.noVariation): return .text(words(AgreementWord.noVariation))
        case .failure(.nothingCompared): return .text(words(AgreementWord.nothingCompared))
        }
    }

    /// All coders together, with three or more.
    private func groupTable(_ report: AgreementReport) -> Markup {
        let rows = order(report.codes).flatMap { code in
            code.groups.map { group in
                DisplayTable.Row(
                    treeName(of: code.code),
                    [
                        .text(
                            words(
                                group.unit == .source
                                    ? AgreementWord.unitSource : .unitCharacter
                            )
                        ),
                        .number(count(group.sources)), .number(count(group.n)),
                        group.sources < 5
                            ? .text(words(AgreementWord.tooFew)) : cell(group.alpha),
                    ]
                )
            }
        }
        guard !rows.isEmpty else { return .empty }
        return folded(
            words(AgreementWord.allCoders),
            table(
                DisplayTable(
                    caption: words(AgreementWord.allCoders),
                    rowHeading: words(CodingWord.code),
                    columns: [
                        .init(words(AgreementWord.unit), isText: true),
                        .init(words(AgreementWord.compared)), .init(words(AgreementWord.units)),
                        .init(words(AgreementWord.alpha)),
                    ],
                    rows: rows,
                    notes: syntheticNote
                ),
                id: "interview-agreement-all"
            )
        )
    }
}
