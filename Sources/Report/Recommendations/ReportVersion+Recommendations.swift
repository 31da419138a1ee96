import Base
import Markup
import Qualitative

extension ReportVersion {
    /// The recommendations, each with whom it is for, what it rests on and what would show that it worked.
    var recommendationSection: Markup {
        guard let register = knowledge.register,
            !register.recommendations.isEmpty || !register.assessments.isEmpty
        else { return .empty }
        let checks = RegisterChecks(results, knowledge)
        return section(
            id: "recommendations",
            level: 2,
            heading: words(RecommendationWord.heading),
            [paragraph(words(RecommendationWord.lead))]
                + register.recommendations.map { recommendation($0, checks) }
                + [assessmentSection(register, checks)]
        )
    }

    private func recommendation(
        _ entry: Register.Recommendation,
        _ checks: RegisterChecks
    ) -> Markup {
        section(
            id: "recommendation-\(anchor(entry.id))",
            level: 3,
            heading: "\(entry.id). \(entry.text.text(in: language))",
            [
                evidenceList(entry.grounds, checks),
                factList(facts(of: entry)),
            ]
        )
    }

    /// Whom it is for, where, and how it would be seen to work.
    func facts(of entry: Register.Recommendation) -> [(term: String, text: String)] {
        func text(_ text: LocalText) -> String {
            text.isEmpty ? words(RecommendationWord.unknown) : text.text(in: language)
        }
        let actors = entry.actors.map { knowledge.actors?.actor($0)?.name.text(in: language) ?? $0 }
        let places = entry.places.map { knowledge.places.name(of: $0, in: language) }
        let needs = entry.needs.map { knowledge.needs.name(of: $0, in: language) }
        var facts = [(words(RecommendationWord.whom), actors.joined(separator: "; "))]
        if !places.isEmpty {
            facts.append((words(RecommendationWord.places), places.joined(separator: ", ")))
        }
        if !needs.isEmpty {
            facts.append((words(RecommendationWord.needs), needs.joined(separator: ", ")))
        }
        facts += [
            (words(RecommendationWord.indicator), text(entry.indicator)),
            (words(RecommendationWord.cost), text(entry.cost)),
            (words(RecommendationWord.time), text(entry.time)),
        ]
        return facts
    }

    private func evidenceList(_ grounds: [Register.Ground], _ checks: RegisterChecks) -> Markup {
        .group([
            paragraph([.tag("strong", [:], text: words(RecommendationWord.evidence) + ":")]),
            bulletList(grounds.compactMap { evidence($0, checks) }),
        ])
    }

    /// What a ground says, linked to the chapter that holds it.
    private func evidence(_ ground: Register.Ground, _ checks: RegisterChecks) -> Markup? {
        guard let written = try? checks.written(ground, words, language: language) else {
            return nil
        }
        return written.target.map { link(written.text, to: "#\($0)") } ?? .text(written.text)
    }

    // MARK: - Strengths and weaknesses

    private func assessmentSection(_ register: Register, _ checks: RegisterChecks) -> Markup {
        guard !register.assessments.isEmpty else { return .empty }
        var actors: [String] = []
        for entry in register.assessments where !actors.contains(entry.actor) {
            actors.append(entry.actor)
        }
        return section(
            id: "swot",
            level: 3,
            heading: words(RecommendationWord.swotHeading),
            [paragraph(words(RecommendationWord.swotLead))]
                + actors.map { actor in
                    table(
                        assessmentTable(of: actor, register, checks),
                        id: "swot-\(anchor(actor))"
                    )
                }
        )
    }

    private func assessmentTable(
        of actor: String,
        _ register: Register,
        _ checks: RegisterChecks
    ) -> DisplayTable {
        let entries = register.assessments.filter { $0.actor == actor }
        let rows = Register.Assessment.Kind.allCases.flatMap { kind in
            entries.filter { $0.kind == kind }.map { entry in
                DisplayTable.Row(
                    words(word(of: kind)),
                    [
                        .text(entry.text.text(in: language)),
                        .markup(bulletList(entry.grounds.compactMap { evidence($0, checks) })),
                    ]
                )
            }
        }
        return DisplayTable(
            caption: knowledge.actors?.actor(actor)?.name.text(in: language) ?? actor,
            rowHeading: words(RecommendationWord.kind),
            columns: [
                .init(words(RecommendationWord.statement), isText: true),
                .init(words(RecommendationWord.evidence), isText: true),
            ],
            rows: rows
        )
    }

    private func word(of kind: Register.Assessment.Kind) -> RecommendationWord {
        switch kind {
        case .strength: .strength
        case .weakness: .weakness
        case .opportunity: .opportunity
        case .threat: .threat
        }
    }
}
