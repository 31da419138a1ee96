import Base
import Survey

extension ReportVersion {
    /// What the authors say of each item, and what follows from the study.
    var disclosureChecklist: DisclosureChecklist {
        DisclosureChecklist(
            DisclosureItem.allCases.map { item in
                DisclosureChecklist.Entry(
                    item,
                    said: study.disclosure.texts[item]?.text(in: language) ?? "",
                    workedOut: workedOut(item),
                    excuse: excuse(for: item)
                )
            }
        )
    }

    private var hasDesign: Bool { results.sample.isProbabilitySample }

    /// Why an item does not apply to this study; nil where it does.
    private func excuse(for item: DisclosureItem) -> String? {
        switch item {
        case .variance, .subpopulations: hasDesign ? nil : words(DisclosureWord.noDesign)
        case .singleClusters:
            !hasDesign
                ? words(DisclosureWord.noDesign)
                : study.design?.replicates == nil ? nil : words(DisclosureWord.noClusters)
        default: nil
        }
    }

    /// What follows from the study; nil where only the authors can tell.
    private func workedOut(_ item: DisclosureItem) -> String? {
        let sample = results.sample
        switch item {
        case .strategy: return words(DisclosureWord.survey)
        case .instrument:
            return study.form.map { words(DisclosureWord.wording, ["file": .text($0)]) }
        case .languages: return formLanguages
        case .dates: return sample.days.map { text($0) }
        case .population: return study.design?.population.text(in: language)
        case .sampleDesign: return hasDesign ? drawnSentence : nil
        case .sampleSize:
            return words(
                MethodsWord.analysed,
                ["n": .count(sample.respondents), "rows": .count(sample.rowsRead)]
            )
        case .responseRate: return responseRateText
        case .deletion: return exclusionText
        case .missingness:
            return unansweredText.map { "\($0) \(words(DisclosureWord.nothingFilledIn))" }
        case .weighting:
            let story = WeightStory(results.prepared, words: words, language: language)
            return [story?.text, weightText].compactMap { $0 }.joined(separator: " ")
        case .precision: return words(hasDesign ? DisclosureWord.intervals : .noIntervals)
        case .variance: return hasDesign ? varianceText : nil
        case .singleClusters: return singleClusterText
        case .subpopulations: return hasDesign ? words(DisclosureWord.domains) : nil
        case .suppression: return smallGroupText
        case .software: return words(DisclosureWord.software)
        case .limitations: return limitationText
        case .sponsor, .conductor, .mode, .frame, .quality, .experiments, .dataAccess: return nil
        }
    }

    private var formLanguages: String? {
        let names = results.prepared.form.languages.compactMap { language -> String? in
            if let known = Language(code: language.code) { return known.name }
            return language.name.isEmpty ? nil : language.name
        }
        guard !names.isEmpty else { return nil }
        return words(
            DisclosureWord.formLanguages,
            ["languages": .text(names.joined(separator: ", "))]
        )
    }

    private var responseRateText: String? {
        let rates = study.disclosure.rates
        // RR3 is the usual one; RR1 needs no guess of e.
        let shown = [Dispositions.Rate.rr3, .rr1].first { rates?[$0] != nil }
        guard let shown, let rate = rates?[shown] else { return nil }
        return words(
            DisclosureWord.rates,
            ["name": .text(shown.rawValue), "rate": .text(rateText(rate))]
        )
    }

    private var exclusionText: String {
        let left = results.prepared.exclusions.filter { $0.rows > 0 }
        guard !left.isEmpty else { return words(DisclosureWord.noneLeftOut) }
        let reasons = left.map { "\($0.because.text(in: language)) – \(count($0.rows))" }
        return words(
            DisclosureWord.leftOut,
            [
                "rows": .count(results.sample.rowsRead),
                "reasons": .text(reasons.joined(separator: ", ")),
                "n": .count(results.sample.respondents),
            ]
        )
    }

    private var varianceText: String {
        if let replicates = study.design?.replicates {
            return words(
                DisclosureWord.replicateWeights,
                [
                    "n": .count(replicates.columns.count),
                    "method": .text(words(VarianceWord(replicates.method))),
                ]
            )
        }
        let isReplicated = results.sample.replicates != nil
        return ((isReplicated ? [] : [words(DisclosureWord.linearised)]) + varianceTexts)
            .joined(separator: " ")
    }

    private var singleClusterText: String? {
        guard hasDesign, let design = study.design, design.replicates == nil else { return nil }
        let joined = results.sample.joinedStrata
        guard joined.isEmpty else { return joined.map { joinedText($0) }.joined(separator: " ") }
        return switch design.singleCluster {
        // With `fail` no report is made while there is such a stratum.
        case .fail, .collapse: words(DisclosureWord.noSingleCluster)
        case .certainty: words(DisclosureWord.certainty)
        case .average: words(DisclosureWord.average)
        case .adjust: words(DisclosureWord.adjusted)
        }
    }

    private var limitationText: String? {
        let limits =
            (hasDesign ? [] : [words(ReadingWord.notProbability)])
            + (study.isSynthetic ? [words(ReadingWord.madeUp)] : [])
        return limits.isEmpty ? nil : limits.joined(separator: " ")
    }

    // MARK: - Missing answers

    /// How often there was no answer: to the middle one of the questions, and to the one with the most.
    private var unansweredText: String? {
        let shares = unansweredShares.sorted { $0.share < $1.share }
        guard let most = shares.last else { return nil }
        let middle = shares[shares.count / 2].share
        return words(
            DisclosureWord.unanswered,
            [
                "n": .count(shares.count), "question": .text(most.question),
                "middle": .text(rateText(middle)), "most": .text(rateText(most.share)),
            ]
        )
    }

    /// The share without an answer among those who were asked, of each question with a list of answers.
    private var unansweredShares: [(question: String, share: Double)] {
        let derived = Set(study.derivations.map(\.name))
        var all: [(LocalText, Answered)] = []
        for question in results.questions where !derived.contains(question.name) {
            switch question.content {
            case .one(let found): all.append((question.label, found.bases.whole))
            case .several(let found): all.append((question.label, found.bases.whole))
            case .number, .date, .text: break
            }
        }
        all += results.scales.flatMap { scale in
            scale.items.map { ($0.label, $0.distribution.bases.whole) }
        }
        return all.compactMap { label, base in
            guard let n = base.n, let noAnswer = base.noAnswer, n + noAnswer > 0 else { return nil }
            return (label.text(in: language), Double(noAnswer) / Double(n + noAnswer))
        }
    }
}
