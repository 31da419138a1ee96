import Base

/// Finds answers that probably mean "no answer".
struct StudyDraftMissing {
    let variables: [StudyDraftVariable]

    /// One proposal for each list, then one for each number variable.
    func propose() -> [StudyDraft.MissingAnswers] {
        var byList: [[Category]: Int] = [:]
        var found: [StudyDraft.MissingAnswers] = []
        for variable in variables where !variable.categories.isEmpty {
            if let place = byList[variable.categories] {
                if found.indices.contains(place) { found[place].variables.append(variable.name) }
                continue
            }
            let reasons = StudyDraftMissing.reasons(variable.categories)
            byList[variable.categories] = reasons.isEmpty ? -1 : found.count
            guard !reasons.isEmpty else { continue }
            found.append(
                StudyDraft.MissingAnswers(
                    list: variable.list,
                    variables: [variable.name],
                    answers: reasons.map(\.answer),
                    reason: reasons.map(\.reason).joined(separator: "; ") + "."
                )
            )
        }
        return found + variables.compactMap(numbers)
    }

    /// The proposed answers of every variable.
    static func byVariable(_ proposals: [StudyDraft.MissingAnswers]) -> [String: Set<String>] {
        var answers: [String: Set<String>] = [:]
        for proposal in proposals {
            for variable in proposal.variables {
                answers[variable, default: []].formUnion(proposal.answers)
            }
        }
        return answers
    }

    // MARK: - Lists

    /// The answers of a list that mean "no answer", each with why.
    static func reasons(_ categories: [Category]) -> [(answer: String, reason: String)] {
        let plain = categories.filter { !saysNoAnswer($0) && !$0.isMissing }
        return categories.compactMap { category in
            let shown = "\(category.name) (\(category.text(in: "en")))"
            if category.isMissing {
                return (category.name, "\(shown) is missing by the data's own word")
            }
            if saysNoAnswer(category) {
                return (category.name, "\(shown) says that there is no answer")
            }
            if isCode(category, apartFrom: plain) {
                return (
                    category.name, "\(shown) is a usual code for no answer, far from the others"
                )
            }
            return nil
        }
    }

    private static func saysNoAnswer(_ category: Category) -> Bool {
        if shortNames.contains(category.name.lowercased()) { return true }
        let texts = category.label.texts.values.map { label in
            // Typographic apostrophes are common in labels.
            String(label.lowercased().map { "’ʼ`".contains($0) ? "'" : $0 }).collapsed
        }
        let name = String(category.name.lowercased().map { "_-".contains($0) ? " " : $0 })
        return (texts + [name]).contains { text in
            // A long answer that only mentions a refusal is an answer.
            text.count <= 45 && phrases.contains { text.contains($0) }
        }
    }

    private static let shortNames: Set<String> = [
        "dk", "na", "n/a", "nr", "rf", "ref", "dnk", "idk", "no_answer", "refused", "refuse",
    ]
    private static let phrases = [
        "don't know", "do not know", "dont know", "can't say", "cannot say", "hard to say",
        "difficult to answer", "difficult to say", "refuse", "refusal", "prefer not",
        "rather not say",
        "no answer", "no response", "not applicable", "not stated", "not answered", "missing",
        "не знаю", "не знает", "отказ", "нет ответа", "без ответа", "затрудня", "трудно сказать",
        "не применимо", "неприменимо", "не указан", "не хочу отвечать",
        "билбейм", "билбейт", "жооп жок", "жооп бергим келбейт", "жооп берүүдөн баш", "баш тарт",
        "айта албайм", "айтуу кыйын", "жооп берүү кыйын",
    ]

    private static func isCode(_ category: Category, apartFrom others: [Category]) -> Bool {
        guard let number = category.number, codes.contains(number) else { return false }
        let rest = others.filter { $0 != category }.map(\.number)
        guard !rest.isEmpty, !rest.contains(nil) else { return false }
        let all = Set(rest.compactMap { $0 })
        let known = all.filter { !codes.contains($0) }
        guard let least = known.min(), var most = known.max() else { return false }
        // 7, 8 and 9 go on counting in a list of 1 to 9; beyond 1,000 no list goes on to a code.
        while abs(most) < 1000, all.contains(most + 1) || number == most + 1 { most += 1 }
        return number < 0 ? least >= 0 : number > most
    }

    /// Numbers that surveys use for "no answer".
    private static let codes: Set<Double> = [
        77, 88, 97, 98, 99, 777, 888, 997, 998, 999, 7777, 8888, 9997, 9998, 9999, 99_999, 999_999,
        -1, -2, -7, -8, -9, -77, -88, -97, -98, -99, -999, 7, 8, 9,
    ]

    // MARK: - Numbers

    /// Codes among the answers to a question for a number: outside all others by far.
    private func numbers(_ variable: StudyDraftVariable) -> StudyDraft.MissingAnswers? {
        guard variable.categories.isEmpty, case .numbers(let column)? = variable.column?.values,
            !variable.name.hasPrefix("_")
        else { return nil }
        var counts: [Double: Int] = [:]
        for number in column.all where !number.isNaN { counts[number, default: 0] += 1 }
        // In plain numbers 7, 8 and 9 are too often answers.
        let suspects = counts.keys.filter { Self.codes.contains($0) && abs($0) >= 77 || $0 == -1 }
        let rest = counts.keys.filter { !suspects.contains($0) }
        guard let least = rest.min(), let most = rest.max() else { return nil }
        let found = suspects.filter { $0 < 0 ? least >= 0 : $0 > 2 * most }.sorted()
        guard !found.isEmpty else { return nil }
        let shown = found.map { "\(CellTexts.text($0)) (\(counts[$0] ?? 0) times)" }
        return StudyDraft.MissingAnswers(
            list: nil,
            variables: [variable.name],
            answers: found.map(CellTexts.text),
            reason: "\(StudyDraftWords.listed(shown)) lies far from all other answers, "
                + "which are \(CellTexts.text(least)) to \(CellTexts.text(most))."
        )
    }
}
