package import Base

/// What is offered for needs at places: states that are never mixed.
package struct OfferedServices: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        /// Somebody offers it.
        case provided
        /// For some, in part, or not yet.
        case partial
        /// Somebody said that there is none.
        case saidAbsent
        /// Somebody looked there, and nothing was mentioned.
        case notMentioned
        /// Nobody looked there.
        case notStudied
    }

    /// The services for one need at one place.
    package struct Finding: Sendable, Hashable {
        package var isMapped: Bool
        /// Positions of the services in ``ActorMap/services``: those said to be here or everywhere.
        package var services: [Int] = []
        package var state: State
        /// Whether somebody says that there is none while somebody offers it.
        package var isDisputed = false
    }

    package let places: [String]
    package let needs: [String]
    /// One row a need, one finding a place.
    package let findings: [[Finding]]
    /// For each need the services whose place nobody stated: they may be anywhere.
    package let unplaced: [[Int]]

    package init(
        places: [String],
        needs: [String],
        findings: [[Finding]],
        unplaced: [[Int]]
    ) {
        self.places = places
        self.needs = needs
        self.findings = findings
        self.unplaced = unplaced
    }

    /// What `map` says of `needs` at `places`.
    ///
    /// What is offered at a place below one of `places` counts for it, and so it is with needs. Services that
    /// were said to be everywhere count where somebody looked; elsewhere nothing is known.
    package init(
        in map: ActorMap,
        places: [String],
        needs: [String],
        placeTree: Vocabulary,
        needTree: Vocabulary
    ) {
        self.places = places
        self.needs = needs
        let mapped = Set(
            map.mappedPlaces.compactMap { Self.rolled($0, placeTree, places) }
        )
        var services = needs.map { _ in places.map { _ in [Int]() } }
        var unplaced = needs.map { _ in [Int]() }
        for (index, service) in map.services.enumerated() {
            guard let code = service.need, let rolled = Self.rolled(code, needTree, needs),
                let need = needs.firstIndex(of: rolled)
            else { continue }
            switch service.place {
            case .notStated: unplaced[need].append(index)
            case .everywhere:
                for place in places.indices where mapped.contains(places[place]) {
                    services[need][place].append(index)
                }
            case .at(let code):
                if let place = Self.rolled(code, placeTree, places)
                    .flatMap({ places.firstIndex(of: $0) })
                {
                    services[need][place].append(index)
                }
            }
        }
        self.unplaced = unplaced
        findings = needs.indices.map { need in
            places.indices.map { place in
                let here = services[need][place]
                let isMapped = mapped.contains(places[place])
                let statuses = here.map { map.services[$0].status }
                var finding = Finding(
                    isMapped: isMapped,
                    services: here,
                    state: Self.state(of: statuses, isMapped: isMapped)
                )
                finding.isDisputed =
                    statuses.contains(.absent) && statuses.contains { $0 != .absent }
                return finding
            }
        }
    }

    private static func state(of statuses: [Service.Status], isMapped: Bool) -> State {
        if statuses.contains(.provided) { return .provided }
        if statuses.contains(.partial) || statuses.contains(.planned) { return .partial }
        if statuses.contains(.absent) { return .saidAbsent }
        return isMapped ? .notMentioned : .notStudied
    }

    /// The one of `codes` that `code` is or stands below.
    private static func rolled(_ code: String, _ tree: Vocabulary, _ codes: [String]) -> String? {
        codes.contains(code) ? code : tree.path(of: code).first { codes.contains($0) }
    }
}
