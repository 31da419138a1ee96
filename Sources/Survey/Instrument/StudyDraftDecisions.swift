import Base

/// What only a person can decide, as sentences.
struct StudyDraftDecisions {
    let draft: StudyDraft
    let form: Form

    func all() -> [String] {
        var decisions: [String] = []
        for scale in draft.scales {
            let turned = scale.items.filter { $0.isReversed && $0.mustConfirm }.map(\.variable)
            if !turned.isEmpty {
                decisions.append(
                    "Scale \(scale.name): confirm the sign of \(StudyDraftWords.listed(turned)): in the "
                        + "data they run against the others."
                )
            }
            if scale.items.contains(where: { $0.restCorrelation == nil }) {
                decisions.append(
                    "Scale \(scale.name): confirm the sign of every item; there are no data to tell."
                )
            }
            let weak = scale.items.filter { $0.restCorrelation.map { $0 < 0.2 } ?? false }
            if !weak.isEmpty {
                decisions.append(
                    "Scale \(scale.name): decide whether "
                        + "\(StudyDraftWords.listed(weak.map(\.variable))) belongs to it: it hardly "
                        + "goes with the others."
                )
            }
        }
        if draft.weight == nil, draft.strata.isEmpty, draft.cluster == nil {
            decisions.append(
                "Design: name strata, cluster and weight if people were drawn at random; else the report "
                    + "describes these answers only."
            )
        }
        if draft.breakdowns.isEmpty {
            decisions.append("Breakdowns: name the questions by which people are compared.")
        }
        return decisions
    }
}
