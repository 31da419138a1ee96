import Base
import Qualitative
import Survey

/// For each place, side by side: what people think, which barriers are named, who helps, what is missing.
///
/// Nothing is added up across the columns: each says what its own source can say.
struct JointDisplay: Sendable {
    /// The places, in the order of their table.
    let places: [String]
    /// The needs that anybody spoke of, in the order of the vocabulary.
    let needs: [String]
    /// The needs of the vocabulary that nobody spoke of and nobody serves.
    let silent: [String]
    /// What people think, one measure each; empty where the survey has no breakdown by these places.
    let attitudes: [Attitude]
    let named: NamedNeeds?
    let offered: Coverage?
    /// The status of each service of the map.
    private let statuses: [Service.Status]

    /// One number of the survey at each of the places.
    struct Attitude: Sendable {
        let measure: QuoteMeasure
        /// nil where the survey has no group for the place.
        let values: [Released?]
        /// The ranks that the data allow; nil where the place takes no part.
        let ranks: [ClosedRange<Int>?]
        /// How many places are ranked.
        let ranked: Int
    }

    /// How what is named and what is offered meet.
    enum Meeting: Sendable, Hashable, CaseIterable {
        /// A barrier is named, somebody looked for services, and nobody offers any.
        case gap
        /// A barrier is named, and there is help for some, in part, or not yet.
        case partlyServed
        /// A barrier is named though somebody offers help.
        case served
        /// A barrier is named; nobody looked for services.
        case unmapped
        /// Help is offered, and no source names a barrier.
        case offeredUnnamed
        /// Sources speak of the place, none names a barrier, and no service was found or looked for.
        case quiet
        /// Nothing was studied there, or services alone.
        case unknown
    }

    /// The display of what the study knows; nil where it has neither interviews nor actors, or no places.
    init?(_ knowledge: LocalKnowledge, _ results: Results) {
        guard knowledge.evidence != nil || knowledge.actors != nil else { return nil }
        statuses = knowledge.actors?.services.map(\.status) ?? []
        let breakdown = results.placeBreakdowns.first
        let groups = breakdown.map { results.breakdowns[$0].groups.map(\.name) } ?? []
        places =
            knowledge.places.isEmpty
            ? groups : knowledge.places.children(of: nil).map(\.code)
        guard !places.isEmpty else { return nil }
        let all = knowledge.needs.children(of: nil).map(\.code)
        let named = knowledge.evidence.map { [places] in
            NamedNeeds(
                in: $0,
                places: places,
                needs: all,
                placeTree: knowledge.places,
                needTree: knowledge.needs
            )
        }
        let offered = knowledge.actors.map { [places] in
            Coverage(
                $0,
                by: .needs,
                rows: all,
                of: knowledge.needs,
                at: places,
                of: knowledge.places
            )
        }
        let isSpokenOf = all.indices.map { need in
            named?.findings[need].contains { !$0.naming.isEmpty || !$0.denying.isEmpty } == true
                || offered?.cells[need].contains { !$0.services.isEmpty } == true
                || offered?.unplaced[need].isEmpty == false
        }
        let spoken = zip(all, isSpokenOf).filter(\.1).map(\.0)
        needs = spoken
        silent = zip(all, isSpokenOf).filter { !$0.1 }.map(\.0)
        self.named = named?.restricted(to: spoken)
        self.offered = knowledge.actors.map { [places] in
            Coverage(
                $0,
                by: .needs,
                rows: spoken,
                of: knowledge.needs,
                at: places,
                of: knowledge.places
            )
        }
        attitudes =
            breakdown.map { [places] in Self.attitudes(of: results, at: places, $0) } ?? []
    }

    /// The scores of the scales and the key answers at each place.
    private static func attitudes(
        of results: Results,
        at places: [String],
        _ breakdown: Int
    ) -> [Attitude] {
        let groups = results.breakdowns[breakdown].groups.map(\.name)
        let positions = places.map { groups.firstIndex(of: $0) }
        let measures =
            results.scales.indices.map { QuoteMeasure(source: .scale($0), part: .mean) }
            + results.keyAnswers.map(\.measure)
        return measures.compactMap { measure in
            guard let values = results.spread(of: measure)?.groups[breakdown] else { return nil }
            let ranks = results.ranks(of: measure, breakdown: breakdown)
            return Attitude(
                measure: measure,
                values: positions.map { $0.map { values[$0] } },
                ranks: positions.map { position in
                    guard let position, let ranks,
                        let index = ranks.sets.groups.firstIndex(of: position)
                    else { return nil }
                    return ranks.sets.ranges[index]
                },
                ranked: ranks?.sets.groups.count ?? 0
            )
        }
    }

    // MARK: - Asking

    /// How a need stands at a place, both by position.
    func meeting(need: Int, place: Int) -> Meeting {
        let barrier = named?.findings[need][place].state ?? .notStudied
        let service = offered?.cells[need][place].state ?? .notStudied
        switch (barrier, service) {
        case (.named, .provided): return .served
        case (.named, .partial), (.named, .planned): return .partlyServed
        case (.named, .absent), (.named, .notMentioned): return .gap
        case (.named, .notStudied): return .unmapped
        case (_, .provided), (_, .partial), (_, .planned):
            return barrier == .notStudied ? .unknown : .offeredUnnamed
        case (.notStudied, _): return .unknown
        default: return .quiet
        }
    }

    /// The services that make the state of a need at a place, by position in the map of actors: where some
    /// are provided, those and what is there in part; never what was said to be absent.
    func helping(_ need: Int, _ place: Int) -> [Int] {
        guard let cell = offered?.cells[need][place] else { return [] }
        let making: [Service.Status] =
            switch cell.state {
            case .provided: [.provided, .partial]
            case .partial: [.partial]
            case .planned: [.planned]
            case .absent, .notMentioned, .notStudied: []
            }
        return cell.services.filter { making.contains(statuses[$0]) }
    }

    /// The needs at a place that meet in the way given, by position.
    func needs(_ meeting: Meeting, at place: Int) -> [Int] {
        needs.indices.filter { self.meeting(need: $0, place: place) == meeting }
    }

    /// Whether the sources speak of the place, or somebody looked there for services.
    func isStudied(_ place: Int) -> Bool { hasSources(place) || isMapped(place) }

    func hasSources(_ place: Int) -> Bool {
        named?.findings.first?[place].studied.isEmpty == false
    }

    func isMapped(_ place: Int) -> Bool {
        offered?.cells.contains { $0[place].state != .notStudied } == true
    }
}

extension NamedNeeds {
    /// The same for some of the needs.
    func restricted(to needs: [String]) -> NamedNeeds {
        NamedNeeds(
            places: places,
            needs: needs,
            findings: needs.compactMap { need in
                self.needs.firstIndex(of: need).map { findings[$0] }
            }
        )
    }
}
