package import Base
import Qualitative
import Survey

/// Finds what the recommendations rest on, and refuses those that rest on nothing.
package struct RegisterChecks {
    /// nil where an error elsewhere stops the estimates: then figures and gaps are not judged.
    let results: Results?
    let knowledge: LocalKnowledge
    private let joint: JointDisplay?

    package init(_ results: Results?, _ knowledge: LocalKnowledge) {
        self.results = results
        self.knowledge = knowledge
        joint = results.flatMap { JointDisplay(knowledge, $0) }
    }

    /// What a ground comes to in one language.
    struct Written {
        let text: String
        /// The section that holds it; nil for none.
        var target: String?
    }

    /// Every problem of the register: no evidence, evidence that does not hold, unknown names.
    package func problems() -> [Problem] {
        guard let register = knowledge.register else { return [] }
        var problems: [Problem] = []
        for entry in register.recommendations {
            problems += self.problems(of: entry, register)
        }
        for entry in register.assessments {
            problems += self.problems(
                of: entry.grounds,
                at: entry.path,
                entry.kind.rawValue,
                register
            )
            problems += unknown([entry.actor], at: "\(entry.path).actor", .actor, register)
            if entry.text.isEmpty {
                problems.append(
                    problem(
                        "recommendations.no-text",
                        at: entry.path,
                        register,
                        "The \(entry.kind.rawValue) says nothing.",
                        "Write it under text, in each language."
                    )
                )
            }
        }
        return problems
    }

    private func problems(
        of entry: Register.Recommendation,
        _ register: Register
    ) -> [Problem] {
        var problems = self.problems(of: entry.grounds, at: entry.path, entry.id, register)
        problems += unknown(entry.actors, at: "\(entry.path).for", .actor, register)
        problems += unknown(entry.places, at: "\(entry.path).places", .place, register)
        problems += unknown(entry.needs, at: "\(entry.path).needs", .need, register)
        if entry.actors.isEmpty {
            problems.append(
                problem(
                    "recommendations.no-actor",
                    at: entry.path,
                    register,
                    "\(entry.id) is for nobody.",
                    "Write under for the actors who would have to act."
                )
            )
        }
        if entry.indicator.isEmpty {
            problems.append(
                problem(
                    "recommendations.no-indicator",
                    at: entry.path,
                    register,
                    "Nothing would show whether \(entry.id) works.",
                    "Write under indicator what would be counted or measured."
                )
            )
        }
        return problems
    }

    private func problems(
        of grounds: [Register.Ground],
        at path: String,
        _ name: String,
        _ register: Register
    ) -> [Problem] {
        guard !grounds.isEmpty else {
            return [
                problem(
                    "recommendations.no-evidence",
                    at: path,
                    register,
                    "\(name) rests on no evidence.",
                    "Add under evidence what it rests on: a figure, an excerpt, a gap, a context series. "
                        + "Without any, delete it."
                )
            ]
        }
        return grounds.indices.compactMap { index in
            if results == nil, grounds[index].needsResults { return nil }
            do throws(GroundFault) {
                _ = try written(grounds[index], Words(.en), language: "en")
                return nil
            } catch {
                return problem(
                    "recommendations.evidence",
                    at: "\(path).evidence.\(index)",
                    register,
                    "\(name): \(error.message)",
                    error.remedy
                )
            }
        }
    }

    private enum Kind {
        case actor
        case place
        case need
    }

    private func unknown(
        _ names: [String],
        at path: String,
        _ kind: Kind,
        _ register: Register
    ) -> [Problem] {
        let (known, list): ([String], String) =
            switch kind {
            case .actor: (knowledge.actors?.actors.map(\.id) ?? [], "actors")
            case .place: (knowledge.places.terms.map(\.code), "places")
            case .need: (knowledge.needs.terms.map(\.code), "needs")
            }
        return names.enumerated().filter { !known.contains($1) }.map { index, name in
            problem(
                "vocabulary.unknown-word",
                at: "\(path).\(index)",
                register,
                "\(Problem.quote(name)) is not among the \(list).",
                nearestName(to: name, in: known).map { "Did you mean \($0)?" }
                    ?? "Write one of: \(known.prefix(20).joined(separator: ", "))."
            )
        }
    }

    private func problem(
        _ code: Problem.Code,
        at path: String,
        _ register: Register,
        _ message: String,
        _ remedy: String
    ) -> Problem {
        var study = Study()
        study.marks = register.marks
        var location = study.location(of: path)
        location.file = register.file
        return Problem(.error, code, at: location, message, remedy: remedy)
    }
}

extension Register.Ground {
    /// Whether it can be judged only beside the estimates of the survey.
    fileprivate var needsResults: Bool {
        switch self {
        case .figure, .gap: true
        case .excerpt, .context: false
        }
    }
}

/// Why a ground is none.
struct GroundFault: Error {
    let message: String
    let remedy: String
}

// MARK: - What a ground says

extension RegisterChecks {
    /// What `ground` says.
    ///
    /// - Throws: Why it does not hold.
    func written(
        _ ground: Register.Ground,
        _ words: Words,
        language: String
    ) throws(GroundFault) -> Written {
        switch ground {
        case .figure(let text): return try figure(text, words, language)
        case .excerpt(let id): return try excerpt(id, words, language)
        case .gap(let need, let place): return try gap(need, place, words, language)
        case .context(let indicator): return try context(indicator, words, language)
        }
    }

    private func figure(
        _ text: String,
        _ words: Words,
        _ language: String
    ) throws(GroundFault) -> Written {
        guard let results else { return Written(text: text) }
        do throws(QuoteFault) {
            let quote = try QuoteParser.parse(text + " | with interval")
            let name = FigureName(results: results, words: words, language: language)
            var writer = QuoteWriter(results, language: words.language)
            let written = try writer.write(quote)
            return Written(
                text: words(
                    RecommendationWord.figure,
                    [
                        "value": .text(written.text), "what": .text(name.name(of: quote) ?? text),
                    ]
                ),
                target: written.target
            )
        } catch {
            throw GroundFault(
                message: "\(Problem.quote(text)) gives no number: \(error.message)",
                remedy: error.remedy
            )
        }
    }

    private func excerpt(
        _ id: String,
        _ words: Words,
        _ language: String
    ) throws(GroundFault) -> Written {
        let excerpts = knowledge.evidence?.excerpts ?? []
        guard let excerpt = excerpts.first(where: { $0.id == id }) else {
            let hint = nearestName(to: id, in: excerpts.map(\.id)).map { "Did you mean \($0)? " }
            throw GroundFault(
                message: "There is no excerpt \(Problem.quote(id)).",
                remedy: (hint ?? "")
                    + "Give the passage a name in the column excerpt of the codings."
            )
        }
        // Where the estimates are not made, the row that is at fault is among the problems.
        guard excerpt.isAnchored || results == nil else {
            throw GroundFault(
                message: "The excerpt \(Problem.quote(id)) is not found in its text.",
                remedy: "Mend the row of the codings that names it."
            )
        }
        let isMadeUp =
            knowledge.evidence?.sources.first { $0.id == excerpt.source }?.isSynthetic == true
        let mark = isMadeUp ? " " + words(InterviewWord.syntheticShort) : ""
        switch excerpt.anchor {
        case .told:
            // Where somebody spoke would say too much of who did.
            let source = knowledge.evidence?.sources.first { $0.id == excerpt.source }
            let places = source?.isSpoken == true ? [] : excerpt.places
            let parts =
                places.map { knowledge.places.name(of: $0, in: language) }
                + [excerpt.locator].filter { !$0.isEmpty && source?.isSpoken != true }
            let place = parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
            return Written(
                text: words(RecommendationWord.told, ["text": .text(excerpt.quote + place)]) + mark,
                target: "interviews"
            )
        case .held, .quoted:
            return Written(
                text: excerpt.isForPrint
                    ? words(RecommendationWord.quoted, ["text": .text(excerpt.quote)]) + mark
                    : words(RecommendationWord.notForPrint, ["id": .text(id)]) + mark,
                target: "interviews"
            )
        }
    }

    private func gap(
        _ need: String,
        _ place: String?,
        _ words: Words,
        _ language: String
    ) throws(GroundFault) -> Written {
        guard let joint else {
            throw GroundFault(
                message:
                    "The study has neither interviews nor a map of actors, so it shows no gap.",
                remedy: "Name other evidence."
            )
        }
        guard let row = joint.needs.firstIndex(of: need) else {
            throw GroundFault(
                message: "Nobody spoke of the need \(Problem.quote(need)).",
                remedy: "The needs spoken of: \(joint.needs.joined(separator: ", "))."
            )
        }
        let texts = JointTexts(
            display: joint,
            knowledge: knowledge,
            words: words,
            language: language
        )
        let columns: [Int]
        if let place {
            guard let column = joint.places.firstIndex(of: place) else {
                throw GroundFault(
                    message: "\(Problem.quote(place)) is no place of the joint display.",
                    remedy: "The places: \(joint.places.joined(separator: ", "))."
                )
            }
            columns = [column]
        } else {
            columns = joint.places.indices.filter {
                joint.meeting(need: row, place: $0) == .gap
            }
        }
        guard let first = columns.first, joint.meeting(need: row, place: first) == .gap else {
            let state = columns.first.map { texts.cell(row, $0) } ?? "no place has one"
            throw GroundFault(
                message: "\(need)\(place.map { " at \($0)" } ?? "") is no gap: \(state).",
                remedy: "Name the evidence that there is, or leave the recommendation out."
            )
        }
        return Written(
            text: words(
                RecommendationWord.gap,
                [
                    "need": .text(texts.needName(row)),
                    "place": .text(columns.map { texts.placeName($0) }.joined(separator: ", ")),
                    "state": .text(texts.cell(row, first)),
                ]
            ),
            target: "places"
        )
    }

    private func context(
        _ indicator: String,
        _ words: Words,
        _ language: String
    ) throws(GroundFault) -> Written {
        guard let series = knowledge.context.first(where: { $0.indicator == indicator }) else {
            throw GroundFault(
                message:
                    "There is no series \(Problem.quote(indicator)) in the outside statistics.",
                remedy: "The series: "
                    + knowledge.context.map(\.indicator).joined(separator: ", ") + "."
            )
        }
        // The last value of the whole country; a series by places has no single one.
        let value = series.values.filter { $0.place == nil }.max { $0.period < $1.period }
        let latest =
            value.map {
                ["\($0.written) \(series.unit.text(in: language)) (\($0.period))"]
            } ?? []
        return Written(
            text: words(
                RecommendationWord.context,
                ["name": .text(([series.name.text(in: language)] + latest).joined(separator: ", "))]
            ),
            target: "context-\(anchor(indicator))"
        )
    }
}
