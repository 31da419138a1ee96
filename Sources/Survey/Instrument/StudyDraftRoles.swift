import Base

/// Finds the variables that have one role each: identity, consent, design, interviewer, time.
struct StudyDraftRoles {
    /// The variables of the main sheet.
    let variables: [StudyDraftVariable]
    let data: Microdata

    // MARK: - Identity

    /// What tells interviews apart: the survey system's key, or a column that names each row.
    func id() -> StudyDraft.Variable? {
        let system = ["_uuid", "KEY", "instanceID", "meta/instanceID", "meta-instanceID", "_id"]
        if let name = system.first(where: { data[$0] != nil }) {
            return StudyDraft.Variable(name, because: "The survey system gives each interview one.")
        }
        let named = variables.first { variable in
            let words = variable.nameWords
            let isNamed =
                words.contains("id") || words.contains("uuid") || words.contains("caseid")
                || words.contains("rownames") || variable.name.lowercased().hasSuffix("id")
            return isNamed && isUnique(variable)
        }
        return named.map {
            StudyDraft.Variable(
                $0.name,
                because: "Its name says so, and no two rows share a value."
            )
        }
    }

    /// Whether no row is empty and no two rows are equal.
    private func isUnique(_ variable: StudyDraftVariable) -> Bool {
        guard let column = variable.column, column.rowCount > 1 else { return false }
        let cells = CellTexts(column)
        return !cells.positions.contains(0) && Set(cells.positions).count == cells.count
    }

    /// The system's key, where interviews sent twice show.
    func duplicates() -> StudyDraft.Variable? {
        for name in ["_uuid", "KEY", "instanceID", "meta/instanceID", "meta-instanceID"] {
            guard let column = data[name] else { continue }
            let cells = CellTexts(column)
            let filled = cells.positions.count { $0 != 0 }
            let again = filled - Set(cells.positions.filter { $0 != 0 }).count
            let found =
                again == 0
                ? "none is so far"
                : "\(again) \(again == 1 ? "row repeats" : "rows repeat") another"
            return StudyDraft.Variable(
                name,
                because: "Two rows with one value are one interview sent twice; \(found)."
            )
        }
        return nil
    }

    // MARK: - Consent

    func consent() -> StudyDraft.Consent? {
        let words = ["consent*", "согласие", "макулдук*", "макулдугу"]
        let byName = variables.first { variable in
            variable.isChoice && StudyDraftWords.first(of: words, in: variable.nameWords) != nil
        }
        let found =
            byName
            ?? variables.first { variable in
                variable.isChoice && variable.categories.count <= 4
                    && (StudyDraftWords.first(of: words, in: variable.labelWords) != nil
                        || asksToTakePart(variable))
            }
        guard let found, let yes = found.categories.first(where: saysYes) else { return nil }
        return StudyDraft.Consent(
            variable: found.name,
            answer: yes.name,
            reason: "It asks for consent; “\(yes.text(in: "en"))” gives it."
        )
    }

    private func asksToTakePart(_ variable: StudyDraftVariable) -> Bool {
        variable.label.texts.values.contains { label in
            let text = label.lowercased()
            return [
                "agree to take part", "agree to participate", "willing to take part",
                "willing to participate", "согласны участ", "согласны принять участ",
                "катышууга макул",
            ].contains { text.contains($0) }
        }
    }

    private func saysYes(_ category: Category) -> Bool {
        let words = [
            "yes", "oui", "agree*", "consent*", "да", "ооба", "согласен", "согласна", "макул*",
        ]
        if category.name.lowercased() == "yes" { return true }
        let label = category.label.texts.values.reduce(into: Set<String>()) {
            $0.formUnion(StudyDraftWords.split($1))
        }
        // "No, I do not agree" has the word, too.
        let isNo = !label.isDisjoint(with: ["no", "not", "нет", "не", "жок", "эмес"])
        return StudyDraftWords.first(of: words, in: label) != nil && !isNo
    }

    // MARK: - Design

    /// A column of positive numbers that is called weight, and is no question about a body.
    func weight() -> StudyDraft.Variable? {
        let words = [
            "weight*", "wt", "wgt", "pw", "pweight", "finalweight", "wtmec*", "wtint*", "вес",
            "веса", "салмак",
        ]
        let found = variables.first { variable in
            guard StudyDraftWords.first(of: words, in: variable.nameWords) != nil,
                isComputed(variable),
                case .numbers(let numbers)? = variable.column?.values
            else { return false }
            let valid = numbers.all.filter { !$0.isNaN }
            let isBody = variable.mentions(["kg", "кг", "body", "lbs", "тела"]) != nil
            return !isBody && !valid.isEmpty && valid.allSatisfy { $0 > 0 } && Set(valid).count > 1
        }
        return found.map {
            StudyDraft.Variable(
                $0.name,
                because: "Its name says weight, and all its numbers are positive."
            )
        }
    }

    func strata() -> [StudyDraft.Variable] {
        named(
            ["stratum", "strata", "strat", "страта", "страты", "sdmvstra"],
            "Its name says stratum."
        )
    }

    func cluster() -> StudyDraft.Variable? {
        named(
            ["cluster*", "psu", "sdmvpsu", "upsu", "ea", "enumarea", "segment", "кластер*"],
            "Its name says cluster or primary sampling unit."
        ).first
    }

    private func named(_ words: [String], _ reason: String) -> [StudyDraft.Variable] {
        variables.filter { StudyDraftWords.first(of: words, in: $0.nameWords) != nil }
            .filter { $0.kind != .text || $0.column != nil }
            .map { StudyDraft.Variable($0.name, because: reason) }
    }

    /// Whether no respondent was asked for it.
    private func isComputed(_ variable: StudyDraftVariable) -> Bool {
        switch variable.kind {
        case nil, .calculate?, .hidden?: true
        default: false
        }
    }

    // MARK: - Field work

    func interviewer() -> StudyDraft.Variable? {
        let words = [
            "interviewer*", "enumerator*", "surveyor*", "интервьюер*", "анкетер*", "анкетёр*",
            "переписчик*", "сурамжылоочу*",
        ]
        let found =
            variables.first { StudyDraftWords.first(of: words, in: $0.nameWords) != nil }
            ?? variables.first {
                $0.isChoice && StudyDraftWords.first(of: words, in: $0.labelWords) != nil
            }
            ?? variables.first { $0.kind == .meta("username") }
        return found.map {
            StudyDraft.Variable(
                $0.name,
                because: "It says who asked; answers can be compared by it."
            )
        }
    }

    /// The time that the device wrote under one of `names`.
    func time(_ names: String...) -> StudyDraft.Variable? {
        let found = variables.first { variable in
            guard names.contains(variable.name.lowercased()) else { return false }
            if case .dates(_, .second)? = variable.column?.values { return true }
            return variable.column == nil && variable.kind == .meta(names[0])
        }
        return found.map { StudyDraft.Variable($0.name, because: "The device wrote this time.") }
    }
}
