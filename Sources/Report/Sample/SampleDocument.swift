import Base
import Kernels
import Markup
import Survey

/// The page on a sample's design: size and cost, allocation, comparison with a published table, draw.
package struct SampleDocument {
    let design: SampleDesign
    let words: Words

    /// The page in `language`.
    package init(_ design: SampleDesign, language: Language) {
        self.design = design
        words = Words(language)
    }

    var language: String { words.language.rawValue }
    var numbers: NumberStyle { words.language.numbers }

    /// One page with a version for each of `languages`, as UTF-8; the same design always gives the
    /// same bytes.
    package static func html(_ design: SampleDesign, languages: [Language]) -> [UInt8] {
        Page.html(of: languages.map { SampleDocument(design, language: $0).page() })
    }

    func page() -> Page {
        Page(
            title: say(.title, ["study": .text(design.title.text(in: language))]),
            subtitle: say(.subtitle),
            words: words,
            warnings: design.isSynthetic ? [.synthetic] : [],
            body: [
                figures, sizeSection, costSection, allocationSection, publishedSection, drawSection,
                proofSection,
            ]
        )
    }

    func say(_ word: SampleWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    func say(_ word: SampleTableWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    // MARK: - Size and cost

    private var figures: Markup {
        let draw = design.draw
        let places = draw?.strata.count(where: \.isSelfRepresenting) ?? 0
        var figures = [
            KeyFigure(value: count(design.plan.interviews), label: say(.interviews)),
            KeyFigure(
                value: count(draw?.clusters.count ?? clusters),
                label: say(.clusters),
                detail: say(.clustersDetail, ["b": .count(design.plan.perCluster)])
            ),
        ]
        if draw != nil {
            figures.append(
                KeyFigure(
                    value: count(places),
                    label: say(.selfRepresenting),
                    detail: say(.selfRepresentingDetail, ["size": .text(threshold)])
                )
            )
        }
        figures.append(
            KeyFigure(
                value: "±"
                    + points(
                        margin(
                            Double(design.plan.interviews),
                            df: clusters - design.allocation.strata.count
                        )
                    ),
                label: say(.margin),
                detail: say(.marginDetail)
            )
        )
        return keyFigures(figures)
    }

    private var clusters: Int { design.allocation.strata.reduce(0) { $0 + $1.clusters } }

    private var threshold: String {
        numbers.text(design.plan.selfRepresentingSize(of: design.frame.population))
    }

    private var sizeSection: Markup {
        let declaration = design.declaration
        let interviews = Double(design.plan.interviews)
        let effect = numbers.with(decimals: 2).text(declaration.designEffect)
        var facts: [(term: String, text: String)] = [
            (say(.population), numbers.text(design.frame.population)),
            (
                say(.designEffect),
                say(
                    .designEffectDetail,
                    [
                        "deff": .text(effect), "b": .count(design.plan.perCluster),
                        "icc": .text(numbers.with(decimals: 2).text(declaration.icc)),
                    ]
                ) + "; "
                    + say(
                        .simpleSample,
                        ["n": .count(Int((interviews / declaration.designEffect).rounded()))]
                    )
            ),
        ]
        facts.append((say(.marginFact), marginText))
        let found = SampleSize.detectable(n: interviews, sd: 0.5, power: 0.8, design.conditions)
        facts.append((say(.difference), say(.differenceText, ["points": .text(points(found))])))
        facts.append(
            (
                say(.threshold),
                say(
                    .thresholdText,
                    [
                        "size": .text(threshold), "b": .count(design.plan.perCluster),
                        "n": .count(design.plan.interviews),
                    ]
                )
            )
        )
        if declaration.responseRate < 1 {
            let tried = design.routes.prefix(design.draw?.clusters.count ?? 0)
                .reduce(0) { $0 + $1.households }
            let wanted = Int((interviews / declaration.responseRate).rounded(.up))
            facts.append(
                (
                    say(.approached),
                    say(
                        .approachedText,
                        [
                            "n": .count(tried > 0 ? tried : wanted),
                            "rate": .text(numbers.percent(declaration.responseRate)),
                        ]
                    )
                )
            )
        }
        return section(
            id: "size",
            level: 2,
            heading: say(.sizeHeading),
            [factList(facts), paragraph(say(.assumed))]
        )
    }

    /// The margin of all, and of the part with the fewest interviews where it has clusters enough.
    private var marginText: String {
        let strata = design.allocation.strata
        let all = margin(Double(design.plan.interviews), df: clusters - strata.count)
        guard let least = design.allocation.regions.min(by: { $0.interviews < $1.interviews })
        else {
            return "±\(points(all))"
        }
        let inside = strata.filter { $0.keys.first?.first == least.key }
        let count = inside.reduce(0) { $0 + $1.clusters }
        var values: [String: Words.Value] = [
            "all": .text(points(all)),
            "name": .text(
                design.name(of: least.key, in: design.frame.keyNames.first ?? "", language)
            ), "n": .count(least.interviews),
        ]
        // With fewer degrees of freedom Student's t makes half an interval of no use.
        guard count - inside.count >= 4 else {
            values["k"] = .count(count)
            return say(.marginFew, values)
        }
        let part = margin(Double(least.interviews), df: count - inside.count)
        values["least"] = .text(points(part))
        return say(.marginFactText, values)
    }

    /// Half the interval of a share of 50 %, by Student's t with the degrees of freedom of the clusters.
    private func margin(_ interviews: Double, df: Int) -> Double {
        let normal = Kernels.Distribution.normal.upperQuantile(0.025)
        let t = Kernels.Distribution.studentT(df: Double(max(1, df))).upperQuantile(0.025)
        return SampleSize.margin(n: interviews, sd: 0.5, design.conditions) * t / normal
    }

    private func points(_ share: Double) -> String {
        numbers.with(decimals: 1).text(share * 100)
    }

    private var costSection: Markup {
        guard let costs = design.declaration.costs, !design.options.isEmpty else { return .empty }
        let best = optimalClusterSize(
            costRatio: costs.cluster / costs.interview,
            icc: design.declaration.icc
        )
        let planned = Double(design.plan.interviews) / Double(design.plan.perCluster)
        let chart = Columns(
            text: ChartText(
                id: "cost-chart",
                title: say(.costChart),
                subtitle: say(.costChartSubtitle),
                words: words,
                numbers: numbers.with(decimals: 2)
            ),
            unit: .number,
            columns: design.options.map {
                Columns.Column(count($0.perCluster), .value($0.margin * 100))
            },
            scale: .periods(design.options.map { count($0.perCluster) })
        )
        let table = DisplayTable(
            caption: say(.costHeading),
            rowHeading: say(.perCluster),
            columns: [
                .init(say(.clusters)), .init(say(.interviews)), .init(say(.designEffect)),
                .init(say(.marginPoints)),
            ],
            rows: design.options.map { option in
                let isPlanned = option.perCluster == design.plan.perCluster
                return DisplayTable.Row(
                    count(option.perCluster) + (isPlanned ? " (\(say(.best)))" : ""),
                    [
                        .number(numbers.with(decimals: 1).text(option.clusters)),
                        .number(numbers.text(option.interviews)),
                        .number(numbers.with(decimals: 2).text(option.designEffect)),
                        .number(numbers.with(decimals: 2).text(option.margin * 100)),
                    ]
                )
            }
        )
        let text = say(
            .costText,
            [
                "cluster": .text(numbers.text(costs.cluster)),
                "interview": .text(numbers.text(costs.interview)),
                "clusters": .text(numbers.with(decimals: 1).text(planned)),
                "b": .count(design.plan.perCluster),
                "best": .text(numbers.with(decimals: 1).text(best)),
            ]
        )
        return section(
            id: "cost",
            level: 2,
            heading: say(.costHeading),
            [paragraph(text), figure(chart), Report.table(table, id: "cost-table")]
        )
    }

    // MARK: - Writing

    func count(_ n: Int) -> String { numbers.text(Double(n)) }

    func exact(_ number: Double, decimals: Int = 2) -> String {
        numbers.with(decimals: decimals).text(number)
    }
}
