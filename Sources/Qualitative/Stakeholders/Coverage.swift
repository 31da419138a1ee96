package import Base

/// What is known of services by subject (an activity or a need) and place.
///
/// A service counts for its subject and every subject above it in the vocabulary, and for its place
/// and every place above. One that was said to hold `everywhere` counts at each place where somebody
/// looked, and is told apart; one without a stated place counts at none and is listed in ``unplaced``.
package struct Coverage: Sendable, Hashable {
    /// What is known of one subject at one place; the first that holds, from above.
    package enum State: String, Sendable, Hashable, CaseIterable {
        /// Somebody provides it.
        case provided
        /// It is there for some, or in part.
        case partial
        /// It is planned, and not more.
        case planned
        /// Somebody said that there is none.
        case absent
        /// Somebody looked there, and nobody spoke of it: that is not "none".
        case notMentioned
        /// Nobody looked there.
        case notStudied
    }

    /// A subject at a place.
    package struct Cell: Sendable, Hashable {
        package var state: State
        /// The ids of the actors whose services make the state, in the order of the map; empty where
        /// nobody said who.
        package var actors: [String] = []
        /// The services behind the cell, as positions in ``ActorMap/services``: all of them, also those
        /// that do not make its state.
        package var services: [Int] = []
        /// Whether the state rests on services alone that were said to hold everywhere.
        package var isEverywhere = false
        /// Whether one source says that there is none while another names a service.
        package var isDisputed = false
    }

    package let side: ActorNetwork.Side
    /// The codes of the subjects.
    package let rows: [String]
    /// The codes of the places.
    package let places: [String]
    /// By row, then by place.
    package let cells: [[Cell]]
    /// For each row the services without a stated place, as positions in ``ActorMap/services``.
    package let unplaced: [[Int]]
    /// How many services name no subject, so that they are in no row.
    package let withoutSubject: Int

    package func cell(_ row: String, at place: String) -> Cell? {
        guard let row = rows.firstIndex(of: row), let place = places.firstIndex(of: place) else {
            return nil
        }
        return cells[row][place]
    }

    /// The rows that nobody provides, not even in part, at any of the places or at an unstated one.
    package func rowsWithoutActor(in map: ActorMap) -> [String] {
        rows.indices.filter { row in
            cells[row].allSatisfy { $0.state != .provided && $0.state != .partial }
                && !unplaced[row].contains { map.services[$0].status.makesTie }
        }
        .map { rows[$0] }
    }
}

extension Coverage {
    /// The coverage of `map` for the subjects `rows` of `subjects` at `places` of `placeTree`.
    ///
    /// A place counts as studied where it, a place above it or a place below it is among the map's
    /// mapped places. Codes that their vocabulary lacks count for themselves alone.
    package init(
        _ map: ActorMap,
        by side: ActorNetwork.Side,
        rows: [String],
        of subjects: Vocabulary,
        at places: [String],
        of placeTree: Vocabulary
    ) {
        let counting = Counting(map: map, subjects: subjects, places: placeTree)
        let bySubject = rows.map { counting.services(for: $0, side) }
        self.side = side
        self.rows = rows
        self.places = places
        cells = bySubject.map { services in
            places.map { counting.cell(of: services, at: $0) }
        }
        unplaced = bySubject.map { services in
            services.filter { map.services[$0].place == .notStated }
        }
        withoutSubject = map.services.count { $0.subject(side) == nil }
    }

    private struct Counting {
        let map: ActorMap
        let subjects: Vocabulary
        let places: Vocabulary

        func services(for row: String, _ side: ActorNetwork.Side) -> [Int] {
            map.services.indices.filter { index in
                guard let code = map.services[index].subject(side) else { return false }
                return code == row || subjects.contains(code, within: row)
            }
        }

        func cell(of services: [Int], at place: String) -> Cell {
            let isStudied = isStudied(place)
            let here = services.filter { index in
                switch map.services[index].place {
                case .at(let code): code == place || places.contains(code, within: place)
                case .everywhere: isStudied
                case .notStated: false
                }
            }
            var cell = Cell(state: isStudied ? .notMentioned : .notStudied, services: here)
            let found = Set(here.map { map.services[$0].status })
            guard let status = Service.Status.allCases.first(where: found.contains) else {
                return cell
            }
            let making = here.map { map.services[$0] }.filter { $0.status == status }
            let actors = Set(making.compactMap(\.actor))
            cell.state = State(status)
            cell.actors = map.actors.map(\.id).filter(actors.contains)
            cell.isEverywhere = making.allSatisfy { $0.place == .everywhere }
            cell.isDisputed = found.contains(.absent) && status.makesTie
            return cell
        }

        private func isStudied(_ place: String) -> Bool {
            map.mappedPlaces.contains { mapped in
                mapped == place || places.contains(mapped, within: place)
                    || places.contains(place, within: mapped)
            }
        }
    }
}

extension Coverage.State {
    /// `Service.Status` stands in the order of strength, so that the first one found makes the state.
    fileprivate init(_ status: Service.Status) {
        switch status {
        case .provided: self = .provided
        case .partial: self = .partial
        case .planned: self = .planned
        case .absent: self = .absent
        }
    }
}

extension Service {
    /// The code of the activity or the need.
    fileprivate func subject(_ side: ActorNetwork.Side) -> String? {
        switch side {
        case .activities: activity
        case .needs: need
        }
    }
}
