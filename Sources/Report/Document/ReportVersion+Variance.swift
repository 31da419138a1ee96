import Survey

extension ReportVersion {
    /// In what the sample was drawn.
    func drawnText(_ name: String) -> String {
        let sample = results.sample
        if let replicates = study.design?.replicates {
            return words(
                VarianceWord.replicates,
                [
                    "sample": .text(name), "n": .count(replicates.columns.count),
                    "method": .text(words(VarianceWord(replicates.method))),
                ]
            )
        }
        let hasClusters = study.design?.clusters.isEmpty == false
        let key: MethodsWord =
            sample.strata == 1
            ? (hasClusters ? .clusters : .people) : hasClusters ? .strataClusters : .strataPeople
        return words(
            key,
            [
                "sample": .text(name), "strata": .count(sample.strata),
                "clusters": .count(sample.clusters ?? 0),
            ]
        )
    }

    /// How variances were told from the sample, where that is not the usual way; a sentence each.
    var varianceTexts: [String] {
        var sentences: [String] = []
        if case .replicated(let method)? = study.design?.variance,
            let count = results.sample.replicates
        {
            let hasClusters = study.design?.clusters.isEmpty == false
            switch method {
            case .jackknife:
                let key: VarianceWord = hasClusters ? .jackknifeOfClusters : .jackknifeOfPeople
                sentences.append(words(key, ["n": .count(count)]))
            case .bootstrap(_, let seed):
                let key: VarianceWord = hasClusters ? .bootstrapOfClusters : .bootstrapOfPeople
                sentences.append(
                    words(key, ["n": .count(count), "seed": .text(String(seed))])
                )
            }
        }
        if results.sample.countsMargins { sentences.append(words(VarianceWord.countsMargins)) }
        return sentences
    }
}
