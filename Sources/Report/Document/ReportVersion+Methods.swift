import Base
import Markup
import Survey

extension ReportVersion {
    /// How the study was made: sample, rows left out, weights, intervals, limits.
    var methodSection: Markup {
        section(
            id: "methods",
            level: 2,
            heading: words(MethodsWord.heading),
            [
                factList(methodFacts),
                exclusionTable,
                limitsBox,
            ]
        )
    }

    private var methodFacts: [(term: String, text: String)] {
        let sample = results.sample
        var facts: [(term: String, text: String)] = []
        func add(_ term: MethodsWord, _ text: String) { facts.append((words(term), text)) }
        let source = study.source.text(in: language)
        if !source.isEmpty { add(.data, source) }
        add(
            .respondents,
            words(
                MethodsWord.analysed,
                ["n": .count(sample.respondents), "rows": .count(sample.rowsRead)]
            )
        )
        if let days = sample.days { add(.fieldwork, text(days)) }
        add(.sample, sampleText)
        let story = WeightStory(results.prepared, words: words, language: language)
        add(.weights, [story?.text, weightText].compactMap { $0 }.joined(separator: " "))
        add(.missing, words(MethodsWord.missingText))
        add(.smallGroups, smallGroupText)
        facts += repeatFacts
        if !results.prepared.personal.isEmpty {
            let names = results.prepared.personal.joined(separator: ", ")
            add(.personal, words(MethodsWord.neverRead, ["names": .text(names)]))
        }
        return facts
    }

    private var repeatFacts: [(term: String, text: String)] {
        results.prepared.repeats.sorted { $0.key < $1.key }.map { name, rows in
            let label =
                results.prepared.form.groups
                .first { $0.path.joined(separator: "/") == name }?.label.text(in: language) ?? ""
            return (
                label.isEmpty ? name : label, words(MethodsWord.repeated, ["n": .count(rows)])
            )
        }
    }

    /// In what the sample was drawn, or that nobody says how.
    var drawnSentence: String {
        guard results.sample.isProbabilitySample else { return words(MethodsWord.noDesign) }
        let population = study.design?.population.text(in: language) ?? ""
        return drawnText(
            population.isEmpty
                ? words(MethodsWord.probability)
                : words(MethodsWord.probabilityOf, ["population": .text(population)])
        )
    }

    private var sampleText: String {
        let sample = results.sample
        guard sample.isProbabilitySample else { return drawnSentence }
        let joined = sample.joinedStrata.map { joinedText($0) }
        let freedom = words(
            MethodsWord.degreesOfFreedom,
            ["n": .count(sample.degreesOfFreedom)]
        )
        return ([drawnSentence] + varianceTexts + [freedom] + joined).joined(separator: " ")
    }

    /// That strata were joined, with their names.
    func joinedText(_ strata: [String]) -> String {
        let first = strata.first ?? ""
        let names = strata.dropFirst().reduce(first) { names, name in
            words(MethodsWord.joinedPair, ["a": .text(names), "b": .text(name)])
        }
        return words(MethodsWord.joined, ["strata": .text(names)])
    }

    var weightText: String {
        guard let name = study.design?.weight else {
            return words(
                results.sample.isProbabilitySample ? MethodsWord.noWeight : .noWeightNoDesign
            )
        }
        guard let effect = results.sample.weightingEffect else {
            return words(MethodsWord.equalWeights, ["name": .text(name)])
        }
        return words(
            MethodsWord.unequalWeights,
            ["name": .text(name), "effect": .text(numbers.with(decimals: 2).text(effect))]
        )
    }

    /// How few people put an estimate in brackets: "25 to 49"; nil where none are used.
    private var bracketRange: String? {
        let report = study.report
        let low = max(report.hideBelow, report.discloseAtLeast)
        guard report.bracketBelow > low else { return nil }
        return words(
            MethodsWord.peopleRange,
            ["low": .count(low), "high": .count(report.bracketBelow - 1)]
        )
    }

    var smallGroupText: String {
        let report = study.report
        let brackets = bracketRange.map {
            words(MethodsWord.brackets, ["range": .text($0)])
        }
        let hidden = words(
            MethodsWord.hidden,
            [
                "fewest": .count(max(report.hideBelow, report.discloseAtLeast)),
                "least": .count(report.discloseAtLeast),
            ]
        )
        return [brackets, hidden].compactMap { $0 }.joined(separator: " ")
    }

    private var exclusionTable: Markup {
        guard !results.prepared.exclusions.isEmpty else { return .empty }
        var rows = [
            DisplayTable.Row(
                words(MethodsWord.rowsInData),
                [countCell(results.sample.rowsRead)]
            )
        ]
        for exclusion in results.prepared.exclusions {
            let reason = exclusion.because.text(in: language)
            let name = words(MethodsWord.leftOut, ["reason": .text(reason)])
            rows.append(DisplayTable.Row(name, [countCell(exclusion.rows)]))
        }
        rows.append(
            DisplayTable.Row(
                words(MethodsWord.analysedRow),
                [countCell(results.sample.respondents)],
                kind: .total
            )
        )
        return table(
            DisplayTable(
                caption: words(MethodsWord.leftOutCaption),
                rowHeading: words(MethodsWord.step),
                columns: [.init(words(MethodsWord.rows))],
                rows: rows
            ),
            id: "exclusions"
        )
    }

    private var limitsBox: Markup {
        let isProbability = results.sample.isProbabilitySample
        var limits: [String] = []
        if !isProbability { limits.append(words(ReadingWord.notProbability)) }
        if study.isSynthetic { limits.append(words(ReadingWord.madeUp)) }
        limits += [
            !results.ranks.isEmpty
                ? words(RankWord.tested)
                : words(isProbability ? ReadingWord.differencesWithIntervals : .differences),
            words(ReadingWord.byChance),
        ]
        return noteBox(
            .warning,
            heading: words(ReadingWord.limits),
            [bulletList(limits.map { .text($0) })]
        )
    }

    /// How to read the tables and charts.
    var readingSection: Markup {
        section(
            id: "reading",
            level: 2,
            heading: words(ReadingWord.heading),
            [
                factList(signs),
                paragraph(words(ReadingWord.rounded)),
            ]
        )
    }

    private var signs: [(term: String, text: String)] {
        var signs: [(term: String, text: String)] = [("n", words(ReadingWord.n))]
        if hasClusters {
            signs.append((words(ChartWord.psus), words(ReadingWord.psus)))
            signs.append((words(ChartWord.df), words(ReadingWord.df)))
        } else if hasFreedom {
            signs.append((words(ChartWord.df), words(VarianceWord.dfOfReplicates)))
        }
        if results.sample.isProbabilitySample {
            signs.append((words(ReadingWord.interval), words(ReadingWord.intervalMeans)))
        }
        if let range = bracketRange {
            signs.append(("( )", words(ReadingWord.bracketMeans, ["range": .text(range)])))
        }
        signs.append(("[c]", words(ReadingWord.hiddenMeans)))
        signs.append(("[x]", words(ReadingWord.unavailableMeans)))
        return signs
    }
}
