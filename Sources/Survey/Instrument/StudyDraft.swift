package import Base

/// What a form and its data suggest for a study: proposals, each with its reason, for a person to
/// accept or change.
package struct StudyDraft: Sendable, Hashable {
    /// A variable proposed for something.
    package struct Variable: Sendable, Hashable {
        package var name: String
        /// Why, as a sentence for people.
        package var reason: String

        package init(_ name: String, because reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// Answers that probably mean "no answer".
    package struct MissingAnswers: Sendable, Hashable {
        /// The list of the form; nil for numbers, or without a form.
        package var list: String?
        /// The variables that have these answers.
        package var variables: [String]
        /// The answers as the data hold them ("98", "dk").
        package var answers: [String]
        package var reason: String
    }

    /// One question of a proposed scale.
    package struct ScaleItem: Sendable, Hashable {
        package var variable: String
        /// Whether it counts turned around (minimum + maximum − answer).
        package var isReversed: Bool
        /// Its correlation with the sum of the other items, all signs applied; nil without data.
        package var restCorrelation: Double?
        /// Whether a person must confirm the sign, because only the data speak for it.
        package var mustConfirm: Bool
    }

    /// Questions that probably measure one thing together.
    package struct Scale: Sendable, Hashable {
        package var name: String
        package var label: LocalText
        package var items: [ScaleItem]
        package var range: ClosedRange<Int>
        /// How many items must be answered for a score: four in five.
        package var leastAnswered: Int
        package var reason: String
    }

    /// Numbers that are better shown in groups.
    package struct Cuts: Sendable, Hashable {
        package var name: String
        package var from: String
        /// The least value of each group, ascending.
        package var lowerBounds: [Int]
        package var reason: String
    }

    /// A question that the form asks only some people.
    package struct Base: Sendable, Hashable {
        package var variable: String
        /// The condition as the form writes it.
        package var relevant: String
        /// The same condition as a study writes it ("attitude == negative"); nil when it is not made of
        /// simple comparisons.
        package var condition: String?
    }

    /// The question of consent, and the answer that gives it.
    package struct Consent: Sendable, Hashable {
        package var variable: String
        package var answer: String
        package var reason: String
    }

    package var missing: [MissingAnswers] = []
    package var scales: [Scale] = []
    package var personal: [Variable] = []
    package var breakdowns: [Variable] = []
    package var cuts: [Cuts] = []
    /// Questions with a condition of their own; conditions of whole groups are not among them.
    package var bases: [Base] = []
    /// What tells one interview from another.
    package var id: Variable?
    /// Where two rows agree here, the interview was sent twice.
    package var duplicates: Variable?
    package var consent: Consent?
    package var weight: Variable?
    package var strata: [Variable] = []
    package var cluster: Variable?
    package var interviewer: Variable?
    /// When interviews began and ended.
    package var start: Variable?
    package var end: Variable?
    /// What a person must decide, as sentences.
    package var decisions: [String] = []

    package init() {}

    /// All answers that probably mean "no answer", each once: numbers ascending, then words.
    package var missingAnswers: [String] {
        Set(missing.flatMap(\.answers)).sorted { left, right in
            switch (Double(left), Double(right)) {
            case (let first?, let second?): first < second
            case (.some, nil): true
            case (nil, .some): false
            case (nil, nil): left < right
            }
        }
    }
}

/// What `form` and `data` suggest for a study.
///
/// Works with a form without data (an empty `Microdata`), with data without a form (an empty `Form`:
/// then labels and categories of the columns speak), and with both, bound by ``bind(_:to:leftOut:)``.
package func proposeStudy(form: Form, data: Microdata) -> StudyDraft {
    let variables = StudyDraftVariable.all(form: form, data: data)
    let main = variables.filter { !$0.isRepeated }
    var draft = StudyDraft()
    draft.missing = StudyDraftMissing(variables: variables).propose()
    let missing = StudyDraftMissing.byVariable(draft.missing)
    let scales = StudyDraftScales(form: form, variables: main, missing: missing)
    draft.scales = scales.propose()
    draft.personal = StudyDraftPersonal(variables: variables).propose()
    let roles = StudyDraftRoles(variables: main, data: data)
    draft.id = roles.id()
    draft.duplicates = roles.duplicates()
    draft.consent = roles.consent()
    draft.weight = roles.weight()
    draft.strata = roles.strata()
    draft.cluster = roles.cluster()
    draft.interviewer = roles.interviewer()
    draft.start = roles.time("start", "starttime")
    draft.end = roles.time("end", "endtime")
    let taken = Set(
        draft.scales.flatMap { $0.items.map(\.variable) } + draft.personal.map(\.name)
            + [draft.consent?.variable, draft.interviewer?.name, draft.weight?.name].compactMap {
                $0
            }
    )
    let groups = StudyDraftBreakdowns(
        variables: main.filter { !taken.contains($0.name) },
        missing: missing
    )
    draft.breakdowns = groups.propose()
    draft.cuts = groups.cuts()
    draft.bases = StudyDraftBases(form: form).propose()
    draft.decisions = StudyDraftDecisions(draft: draft, form: form).all()
    return draft
}
