import Base
import Qualitative
import Survey

/// The joint display in the words of one language.
struct JointTexts {
    let display: JointDisplay
    let knowledge: LocalKnowledge
    let words: Words
    /// The code under which the study's own texts are found.
    let language: String

    func placeName(_ place: Int) -> String {
        knowledge.places.name(of: display.places[place], in: language)
    }

    func needName(_ need: Int) -> String {
        knowledge.needs.name(of: display.needs[need], in: language)
    }

    /// What the sources say of a need at a place: "named by 3 of 9 sources".
    func barrier(_ need: Int, _ place: Int) -> String {
        guard let finding = display.named?.findings[need][place] else {
            return words(MeetingWord.noSources)
        }
        let of = Words.Value.count(finding.studied.count)
        switch finding.state {
        case .named:
            let denial =
                finding.denying.isEmpty
                ? ""
                : words(MeetingWord.alsoDenied, ["n": .count(finding.denying.count)])
            return words(MeetingWord.named, ["n": .count(finding.naming.count), "of": of])
                + denial
        case .notNamed: return words(MeetingWord.notNamed, ["of": of])
        case .saidAbsent:
            return words(
                MeetingWord.saidAbsent,
                ["n": .count(finding.denying.count), "of": of]
            )
        case .notStudied: return words(MeetingWord.noSources)
        }
    }

    /// What is offered for a need at a place: "offered: Probation Department".
    ///
    /// With `most`, so many services are named and the others counted; `isShort` leaves out what they are
    /// called where their actor is named.
    func service(_ need: Int, _ place: Int, most: Int = .max, isShort: Bool = false)
        -> String
    {
        guard let finding = display.offered?.cells[need][place], let map = knowledge.actors
        else { return words(MeetingWord.notMapped) }
        let helping = display.helping(need, place).map { map.services[$0] }
        let list = Words.Value.text(serviceNames(helping, map, most: most, isShort: isShort))
        let dispute = finding.isDisputed ? words(MeetingWord.disputed) : ""
        return switch finding.state {
        case .provided: words(MeetingWord.provided, ["services": list]) + dispute
        case .partial, .planned: words(MeetingWord.partial, ["services": list]) + dispute
        case .absent: words(MeetingWord.serviceAbsent)
        case .notMentioned: words(MeetingWord.notMentioned)
        case .notStudied: words(MeetingWord.notMapped)
        }
    }

    /// How the two meet, in two clauses: "Named by 3 of 9 sources; nobody mentioned a service".
    func cell(_ need: Int, _ place: Int) -> String {
        barrier(need, place) + "; " + service(need, place)
    }

    func meeting(_ need: Int, _ place: Int) -> String {
        let word: MeetingWord =
            switch display.meeting(need: need, place: place) {
            case .gap: .gap
            case .partlyServed: .partlyServed
            case .served: .served
            case .unmapped: .unmapped
            case .offeredUnnamed: .offeredUnnamed
            case .quiet: .quiet
            case .unknown: .unknown
            }
        return words(word)
    }

    /// The names of services, each once: the actor, with the service's name in brackets unless `isShort`.
    func serviceNames(
        _ services: [Service],
        _ map: ActorMap,
        most: Int = .max,
        isShort: Bool = false
    ) -> String {
        var names: [String] = []
        for service in services {
            let actor = service.actor.flatMap { map.actor($0)?.name.text(in: language) }
            let called = service.name.text(in: language)
            let name: String
            if let actor {
                name = called.isEmpty || isShort ? actor : "\(actor) (\(called))"
            } else {
                name = called.isEmpty ? words(MeetingWord.unnamedActor) : called
            }
            if !names.contains(name) { names.append(name) }
        }
        let rest = names.count - min(most, names.count)
        return names.prefix(most).joined(separator: "; ")
            + (rest > 0 ? words(BriefWord.more, ["n": .count(rest)]) : "")
    }

    /// The needs of all gaps, place by place: "Jalal-Abad: training, housing".
    ///
    /// A need for which there are services whose place nobody stated says how many.
    var gaps: [String] {
        needs(.gap) { need in
            let name = needName(need)
            let unplaced =
                display.offered?.unplaced[need].count {
                    knowledge.actors?.services[$0].status != .absent
                } ?? 0
            return unplaced == 0
                ? name
                : words(JointWord.withUnplaced, ["need": .text(name), "n": .count(unplaced)])
        }
    }

    /// The needs that are named where nobody looked for services, place by place.
    var unmapped: [String] { needs(.unmapped, named: needName) }

    private func needs(
        _ meeting: JointDisplay.Meeting,
        named name: (Int) -> String
    ) -> [String] {
        display.places.indices.compactMap { place in
            let needs = display.needs(meeting, at: place)
            guard !needs.isEmpty else { return nil }
            return words(
                JointWord.gapsOf,
                [
                    "place": .text(placeName(place)),
                    "needs": .text(needs.map(name).joined(separator: ", ")),
                ]
            )
        }
    }

    /// How many gaps a place has, or why nobody knows.
    func gapCount(_ place: Int) -> String {
        guard display.hasSources(place) else {
            return words(display.isMapped(place) ? JointWord.mapDetail : .notStudied)
        }
        guard display.isMapped(place) else { return words(JointWord.servicesNotLookedFor) }
        let count = display.needs(.gap, at: place).count
        return count == 0 ? words(JointWord.noGap) : words(JointWord.gapCount, ["n": .count(count)])
    }

    /// What the display cannot say, in sentences.
    var limits: [String] {
        var limits: [String] = []
        let all = display.places.indices
        limits.append(
            words(
                JointWord.limitPlaces,
                [
                    "n": .count(all.count { display.hasSources($0) }), "of": .count(all.count),
                    "m": .count(all.count { display.isMapped($0) }),
                ]
            )
        )
        if let evidence = knowledge.evidence {
            let speaking = Set(
                display.named?.findings.first?.flatMap(\.studied) ?? []
            )
            limits.append(words(JointWord.limitSources, ["n": .count(speaking.count)]))
            let madeUp = speaking.count { evidence.sources[$0].isSynthetic }
            if madeUp > 0 {
                limits.append(
                    words(
                        JointWord.limitSynthetic,
                        ["n": .count(madeUp), "of": .count(speaking.count)]
                    )
                )
            }
        }
        if !display.silent.isEmpty {
            let names = display.silent.map { knowledge.needs.name(of: $0, in: language) }
            limits.append(
                words(JointWord.silent, ["needs": .text(names.joined(separator: ", "))])
            )
        }
        return limits + [unplaced].filter { !$0.isEmpty }
    }

    /// What the sources of one place cannot say, in sentences.
    func sourceLimits(at place: Int) -> [String] {
        let studied = display.named?.findings.first?[place].studied ?? []
        guard !studied.isEmpty, let evidence = knowledge.evidence else {
            return [words(JointWord.attitudesOnly)]
        }
        let madeUp = studied.count { evidence.sources[$0].isSynthetic }
        return [words(BriefWord.ofSources, ["n": .count(studied.count)])]
            + (madeUp > 0 ? [words(BriefWord.syntheticSources, ["n": .count(madeUp)])] : [])
    }

    /// The services whose place nobody stated.
    private var unplaced: String {
        guard let offered = display.offered, let map = knowledge.actors else { return "" }
        let parts = display.needs.indices.compactMap { need -> String? in
            let services = offered.unplaced[need].map { map.services[$0] }
                .filter { $0.status != .absent }
            guard !services.isEmpty else { return nil }
            return "\(needName(need)) – \(serviceNames(services, map))"
        }
        return parts.isEmpty
            ? ""
            : words(JointWord.unplaced, ["services": .text(parts.joined(separator: "; "))])
    }
}
