import Base
import Markup
import Qualitative

extension InterviewChapter {
    /// The passages that may be printed, need by need, with as much of the speaker as may be said.
    var quoteSection: Markup {
        let printed = evidence.excerpts.indices.filter {
            evidence.excerpts[$0].isForPrint && evidence.excerpts[$0].isAnchored
        }
        guard !printed.isEmpty else {
            return Report.section(
                id: "interview-quotes",
                level: 3,
                heading: words(SpeakerWord.heading),
                [paragraph(words(SpeakerWord.noQuotes))]
            )
        }
        let speakers = Attributions(evidence, places: places, atLeast: least)
        let less = printed.count { speakers[$0].isCoarsened }
        let groups = quotesByNeed(printed)
        return Report.section(
            id: "interview-quotes",
            level: 3,
            heading: words(SpeakerWord.heading),
            [
                paragraph(words(SpeakerWord.lead, ["k": .count(least)])),
                less > 0
                    ? note(
                        words(
                            SpeakerWord.coarsened,
                            ["n": .count(less), "of": .count(printed.count)]
                        )
                    ) : .empty,
            ]
                + groups.map { group in
                    Report.section(
                        id: "interview-quotes-\(anchor(group.need))",
                        level: 4,
                        heading: group.need.isEmpty
                            ? words(SpeakerWord.otherThemes)
                            : needs.name(of: group.need, in: language),
                        group.quotes.map { quote($0.excerpt, speakers, says: $0.stance) }
                    )
                }
        )
    }

    private struct Quoted {
        let excerpt: Int
        /// What it says of the need.
        let stance: Coding.Stance
    }

    /// The passages under each need of their codes, those without one last.
    private func quotesByNeed(_ printed: [Int]) -> [(need: String, quotes: [Quoted])] {
        var found: [String: [Quoted]] = [:]
        var stances: [Int: [String: Coding.Stance]] = [:]
        for coding in evidence.codings where stances[coding.excerpt]?[coding.code] != .named {
            stances[coding.excerpt, default: [:]][coding.code] = coding.stance
        }
        for excerpt in printed {
            var byNeed: [String: Coding.Stance] = [:]
            for (code, stance) in stances[excerpt] ?? [:] {
                guard let need = evidence.codes.need(of: code) else { continue }
                if byNeed[need] != .named { byNeed[need] = stance }
            }
            if byNeed.isEmpty { byNeed[""] = .named }
            for (need, stance) in byNeed {
                found[need, default: []].append(Quoted(excerpt: excerpt, stance: stance))
            }
        }
        let order = needs.terms.map(\.code).filter { found[$0] != nil }
        let rest = found.keys.filter { !order.contains($0) && !$0.isEmpty }.sorted()
        return (order + rest + [""]).compactMap { need in found[need].map { (need, $0) } }
    }

    private func quote(
        _ position: Int,
        _ speakers: Attributions,
        says stance: Coding.Stance
    ) -> Markup {
        let excerpt = evidence.excerpts[position]
        let source = evidence.sources.first { $0.id == excerpt.source }
        let speech = source?.language ?? ""
        // Told passages are in the researchers' words, whose language nobody names.
        let isTold = excerpt.anchor == .told
        return .tag(
            "div",
            ["class": "quote"],
            [
                .tag(
                    "blockquote",
                    [
                        "lang": isTold || speech.isEmpty ? nil : speech,
                        "dir": isTold ? nil : direction(of: speech),
                    ],
                    [paragraph(excerpt.quote)]
                ),
                note("— " + description(excerpt, source, speakers[position], stance, speech)),
            ]
        )
    }

    /// Who says it, and what is to be known of the quote: "client, Jalal-Abad; in Kyrgyz".
    private func description(
        _ excerpt: Excerpt,
        _ source: Source?,
        _ attribution: Attribution,
        _ stance: Coding.Stance,
        _ speech: String
    ) -> String {
        var parts = [speaker(source, attribution)]
        // Where in an interview would tie quotes of one speaker together.
        if !excerpt.locator.isEmpty, source?.isSpoken != true { parts.append(excerpt.locator) }
        if excerpt.anchor == .told {
            parts.append(words(SpeakerWord.told))
        } else if !speech.isEmpty, speech != words.language.rawValue {
            parts.append(languageName(speech))
        }
        if stance == .absent { parts.append(words(SpeakerWord.saysNone)) }
        if attribution.isCoarsened { parts.append(words(SpeakerWord.lessSaid)) }
        let text = parts.joined(separator: "; ")
        return source?.isSynthetic == true
            ? "\(text) \(words(InterviewWord.syntheticShort))" : text
    }

    private func speaker(_ source: Source?, _ attribution: Attribution) -> String {
        var parts: [String] = []
        if let source, !source.isSpoken {
            let title = source.title.text(in: language)
            parts.append(title.isEmpty ? words(word(source.kind)) : title)
        } else {
            parts.append(
                attribution.informant.isEmpty
                    ? words(SpeakerWord.participant) : attribution.informant
            )
        }
        if let sex = attribution.sex, sex != .mixed {
            parts.append(words(sex == .female ? SpeakerWord.woman : .man))
        }
        if !attribution.places.isEmpty {
            parts.append(attribution.places.map { name(ofPlace: $0) }.joined(separator: " / "))
        }
        return parts.joined(separator: ", ")
    }

    private func direction(of code: String) -> String? {
        let base = code.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return ["ar", "fa", "ur", "he", "ps", "ug", "sd", "ckb", "yi"].contains(base) ? "rtl" : nil
    }

    private func languageName(_ code: String) -> String {
        switch code.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
        case "ky": words(SpeakerWord.inKyrgyz)
        case "ru": words(SpeakerWord.inRussian)
        case "uz": words(SpeakerWord.inUzbek)
        case "en": words(SpeakerWord.inEnglish)
        case "tg": words(SpeakerWord.inTajik)
        default: words(SpeakerWord.inOther, ["code": .text(code)])
        }
    }
}
