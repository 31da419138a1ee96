import Base
import Markup
import Survey

extension ReportVersion {
    /// The ranks of the places by `measure`, a plot for each breakdown of places, or why there is none.
    func rankFigures(_ measure: QuoteMeasure, id: String) -> Markup {
        let places = results.placeBreakdowns
        guard !places.isEmpty else { return .empty }
        guard results.sample.isProbabilitySample else { return note(.noDesign) }
        return .group(
            places.compactMap { breakdown in
                results.ranks(of: measure, breakdown: breakdown)
                    .map { figure(of: $0, id: "\(id)-ranks-\(breakdown + 1)") }
            }
        )
    }

    /// The ranks of the places by the key figure of a question; nothing where it has none.
    func rankFigures(of question: QuestionResult, id: String) -> Markup {
        let key = results.keyAnswers.first { results.questions[$0.question].name == question.name }
        return key.map { rankFigures($0.measure, id: id) } ?? .empty
    }

    private func note(_ key: RankWord) -> Markup {
        .tag("p", ["class": "note"], text: words(key))
    }

    private func figure(of ranks: PlaceRanks, id: String) -> Markup {
        guard ranks.sets.groups.count > 1 else { return note(.tooFewPlaces) }
        let isShare = ranks.measure.part != .mean
        return Report.figure(
            RankPlot(
                text: chartText(
                    id,
                    title: "",
                    subtitle: subtitle(of: ranks),
                    note: words(
                        RankWord.level,
                        [
                            "n": .count(ranks.sets.groups.count),
                            "source": "Mogstad, Romano, Shaikh, Wilhelm, 2024",
                        ]
                    ),
                    decimals: isShare ? 1 : 2
                ),
                unit: isShare ? .percent : .number,
                rows: rows(of: ranks),
                leftOut: ranks.leftOut
            )
        )
    }

    private func rows(of ranks: PlaceRanks) -> [RankPlot.Row] {
        let groups = results.breakdowns[ranks.breakdown].groups
        let standing = ranks.ranks
        return ranks.sets.groups.indices.compactMap { index in
            chartValue(ranks.estimates[index]).shown.map { shown in
                RankPlot.Row(
                    groups[ranks.sets.groups[index]].label.text(in: language),
                    rank: standing[index],
                    ranks: ranks.sets.ranges[index],
                    shown
                )
            }
        }
    }

    private func subtitle(of ranks: PlaceRanks) -> String {
        let breakdown = results.breakdowns[ranks.breakdown].label.text(in: language)
        var values: [String: Words.Value] = ["breakdown": .text(breakdown)]
        switch (ranks.measure.source, ranks.measure.part) {
        case (.scale(let scale), _), (.item(let scale, _), _):
            values["label"] = .text(results.scales[scale].declaration.label.text(in: language))
            return words(RankWord.byScore, values)
        case (.question(let question), let part):
            values["label"] = .text(results.questions[question].label.text(in: language))
            if case .answers(let set) = part, let first = set.first,
                let answer = results.answers(of: ranks.measure.source)?[first]
            {
                values["answer"] = .text(answer.text(in: language))
            }
            return words(RankWord.byShare, values)
        }
    }
}
