import Markup
import Survey

extension SampleDocument {
    /// Interviews by stratum, with what was merged and what stands alone.
    var allocationSection: Markup {
        let merged = Dictionary(uniqueKeysWithValues: design.allocation.merged.map { ($0.key, $0) })
        let rows = design.allocation.regions.flatMap { region -> [DisplayTable.Row] in
            let name = design.name(of: region.key, in: design.frame.keyNames.first ?? "", language)
            let parts = region.parts.map { part in
                DisplayTable.Row(
                    "\u{2003}" + design.name(of: part.key, in: language),
                    cells(
                        part.population,
                        part.exact,
                        part.interviews,
                        note: merged[part.key] == nil ? "" : say(.merged)
                    )
                )
            }
            let whole = cells(region.population, region.exact, region.interviews, note: "")
            return region.parts.count > 1
                ? [DisplayTable.Row(name, whole)] + parts : [DisplayTable.Row(name, whole)]
        }
        let total = DisplayTable.Row(
            say(.all),
            cells(
                design.frame.population,
                Double(design.plan.interviews),
                design.plan.interviews,
                note: ""
            ),
            kind: .total
        )
        let table = DisplayTable(
            caption: say(.allocationHeading),
            rowHeading: say(.stratum),
            columns: [
                .init(say(.people)), .init(say(.share)), .init(say(.exact)),
                .init(say(.interviews)), .init(say(.note), isText: true),
            ],
            rows: rows + [total]
        )
        return section(
            id: "allocation",
            level: 2,
            heading: say(.allocationHeading),
            [paragraph(say(.allocationText)), Report.table(table, id: "allocation-table"), mergers]
        )
    }

    private func cells(
        _ population: Double,
        _ exactly: Double,
        _ interviews: Int,
        note: String
    ) -> [DisplayTable.Cell] {
        [
            .number(numbers.text(population)),
            .number(numbers.with(decimals: 1).percent(population / design.frame.population)),
            .number(exact(exactly)), .number(count(interviews)),
            note.isEmpty ? .blank : .text(note),
        ]
    }

    private var mergers: Markup {
        let items = design.allocation.merged.map { merger in
            Markup.text(
                say(
                    .mergedInto,
                    [
                        "name": .text(design.name(of: merger.key, in: language)),
                        "into": .text(design.name(of: merger.into, in: language)),
                        "n": .count(merger.interviews), "b": .count(design.plan.perCluster),
                    ]
                )
            )
        }
        return items.isEmpty ? .empty : bulletList(items)
    }

    /// The cells of the published table that do not follow, as a list to mend them by.
    var publishedSection: Markup {
        guard let published = design.published else { return .empty }
        let found = design.discrepancies
        guard !found.isEmpty else {
            return section(
                id: "published",
                level: 2,
                heading: say(.publishedHeading),
                [paragraph(say(.publishedClean, ["file": .text(published.file)]))]
            )
        }
        let cells = Set(found.map { "\($0.line):\($0.column)" })
        let rows = found.map { discrepancy in
            DisplayTable.Row(
                "\(name(of: discrepancy.row)), \(discrepancy.column)",
                [
                    .number(plain(discrepancy.printed)), .number(plain(discrepancy.expected)),
                    .text(say(word(for: discrepancy.reason))),
                ]
            )
        }
        let table = DisplayTable(
            caption: say(.publishedHeading),
            rowHeading: say(.cell),
            columns: [
                .init(say(.printed)), .init(say(.computed)), .init(say(.why), isText: true),
            ],
            rows: rows
        )
        return section(
            id: "published",
            level: 2,
            heading: say(.publishedHeading),
            [
                paragraph(
                    say(
                        .publishedIntro,
                        ["n": .count(cells.count), "file": .text(published.file)]
                    )
                ),
                comparison(published, marked: cells), Report.table(table, id: "published-table"),
            ]
        )
    }

    /// The published interviews beside the recomputed ones.
    private func comparison(_ published: PublishedTable, marked: Set<String>) -> Markup {
        let ours = Dictionary(
            uniqueKeysWithValues: design.allocation.regions.map { ($0.key, $0) }
        )
        let columns = published.columns.filter { $0.hasPrefix("n") || $0.hasPrefix("clusters") }
        let rows = published.rows + (published.total.map { [$0] } ?? [])
        let table = DisplayTable(
            caption: published.file,
            rowHeading: say(.stratum),
            columns: [DisplayTable.Column(say(.interviews))]
                + columns.map { DisplayTable.Column($0) },
            rows: rows.map { row in
                let own =
                    ours[row.name]?.interviews
                    ?? (row.name == published.total?.name ? design.plan.interviews : nil)
                let cells = columns.map { column -> DisplayTable.Cell in
                    guard let printed = row.cells[column] else { return .blank }
                    let text = plain(printed.value)
                    return marked.contains("\(row.line):\(column)")
                        ? .markup(.tag("strong", [:], text: "\(text) ≠")) : .number(text)
                }
                return DisplayTable.Row(
                    name(of: row.name),
                    [own.map { .number(count($0)) } ?? .blank] + cells,
                    kind: row.name == published.total?.name ? .total : .plain
                )
            }
        )
        return Report.table(table, id: "comparison-table")
    }

    private func name(of row: String) -> String {
        row.lowercased() == "total"
            ? say(.all) : design.name(of: row, in: design.frame.keyNames.first ?? "", language)
    }

    private func plain(_ number: Double) -> String {
        let isWhole = abs(number - number.rounded()) < 1e-9
        return numbers.with(decimals: isWhole ? 0 : abs(number) < 100 ? 2 : 1).text(number)
    }

    private func word(for reason: PublishedTable.Reason) -> SampleTableWord {
        switch reason {
        case .doesNotFollow: .doesNotFollow
        case .parts: .parts
        case .column: .column
        case .apportioned: .apportioned
        case .notWhole: .notWhole
        }
    }

    // MARK: - The draw

    var drawSection: Markup {
        guard let draw = design.draw else {
            return section(
                id: "draw",
                level: 2,
                heading: say(.drawHeading),
                [paragraph(say(.noUnits))]
            )
        }
        let strata = DisplayTable(
            caption: say(.drawHeading),
            rowHeading: say(.stratum),
            columns: [
                .init(say(.people)), .init(say(.units)),
                .init(say(.interviews)), .init(say(.clusters)),
                .init(say(.note), isText: true),
            ],
            rows: draw.strata.map { stratum in
                DisplayTable.Row(
                    name(of: stratum),
                    [
                        .number(numbers.text(stratum.population)), .number(count(stratum.units)),
                        .number(count(stratum.interviews)), .number(count(stratum.clusters)),
                        stratum.isSelfRepresenting ? .text(say(.isSelfRepresenting)) : .blank,
                    ]
                )
            }
        )
        var body = [
            paragraph(say(.drawText)), Report.table(strata, id: "strata-table"), singles(draw),
            clusterTable(draw, draw.clusters, id: "clusters-table", say(.clustersCaption), from: 0),
        ]
        if !draw.reserves.isEmpty {
            body += [
                paragraph(say(.reservesText)),
                clusterTable(
                    draw,
                    draw.reserves,
                    id: "reserves-table",
                    say(.reservesCaption),
                    from: draw.clusters.count
                ),
            ]
        }
        return section(id: "draw", level: 2, heading: say(.drawHeading), body)
    }

    private func name(of stratum: SampleDraw.Stratum) -> String {
        stratum.isSelfRepresenting
            ? stratum.name
            : stratum.keys.map { design.name(of: $0, in: language) }.joined(separator: " + ")
    }

    /// Strata with one cluster: no variance of their own, so the analysis must join them.
    private func singles(_ draw: SampleDraw) -> Markup {
        let single = draw.strata.filter { $0.clusters == 1 }
        guard !single.isEmpty, let column = design.frame.keyNames.first else { return .empty }
        return noteBox(
            .note,
            heading: words.language.list(single.map { name(of: $0) }),
            [
                paragraph(
                    say(
                        .singleClusters,
                        [
                            "names": .text(words.language.list(single.map { name(of: $0) })),
                            "column": .text(column),
                            "key": .text("{collapse-within: \(column)}"),
                        ]
                    )
                )
            ]
        )
    }

    private func clusterTable(
        _ draw: SampleDraw,
        _ clusters: [SampleDraw.Cluster],
        id: String,
        _ caption: String,
        from first: Int
    ) -> Markup {
        let rows = clusters.enumerated().map { index, cluster in
            let route = design.routes[first + index]
            let place = design.frame.units[cluster.unit].name
            let part =
                cluster.parts > 1
                ? ", " + say(.part, ["i": .count(cluster.part), "k": .count(cluster.parts)]) : ""
            return DisplayTable.Row(
                cluster.code,
                [
                    .text(place + part), .text(name(of: draw.strata[cluster.stratum])),
                    .number(numbers.text(cluster.size)),
                    .number(exact(cluster.probability, decimals: 4)),
                    .number(count(cluster.interviews)),
                    cluster.householdProbability.map { .number(exact($0, decimals: 5)) } ?? .blank,
                    route.step.map { .number(count($0)) } ?? .blank, .number(count(route.start)),
                ]
            )
        }
        let table = DisplayTable(
            caption: caption,
            rowHeading: say(.cluster),
            columns: [
                .init(say(.place), isText: true), .init(say(.stratum), isText: true),
                .init(say(.size)), .init(say(.probability)),
                .init(say(.interviews)), .init(say(.householdProbability)),
                .init(say(.step)), .init(say(.start)),
            ],
            rows: rows
        )
        return Report.table(table, id: id)
    }

    var proofSection: Markup {
        section(
            id: "proof",
            level: 2,
            heading: say(.proofHeading),
            [
                factList([
                    (say(.seed), "\(design.plan.seed)"), (say(.generator), SampleDraw.generator),
                    (say(.hash), design.frame.hash),
                ]),
                paragraph(say(.proofText)),
            ]
        )
    }
}
