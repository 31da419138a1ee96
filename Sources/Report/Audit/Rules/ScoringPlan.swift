/// One way to score all items of a scale: those worded with it, and those worded against it.
struct ScoringPlan: Hashable {
    let with: Scoring
    let against: Scoring

    /// The plans that reports follow, the proper one first.
    static let all = [
        ScoringPlan(with: .asAnswered, against: .reversed),
        ScoringPlan(with: .asAnswered, against: .asAnswered),
        ScoringPlan(with: .asAnswered, against: .reversedFromZero),
        ScoringPlan(with: .fromZero, against: .reversedFromZero),
        ScoringPlan(with: .fromZero, against: .fromZero),
    ]

    /// Whether all items keep the range of the questionnaire.
    var keepsRange: Bool { !with.startsAtZero && !against.startsAtZero }

    func scoring(isReversed: Bool) -> Scoring { isReversed ? against : with }

    /// How many of `items` have figures that the plan does not allow.
    func misfits(_ items: [ScoredItem], _ scale: AuditedScale) -> [ScoredItem] {
        items.filter {
            !$0.scorings(scale.range)
                .contains(scoring(isReversed: scale.reversed.contains($0.identity)))
        }
    }

    func words(_ answers: ClosedRange<Int>) -> String {
        "items worded with the scale as \(with.formula(answers)), items worded against it as \(against.formula(answers))"
    }
}
