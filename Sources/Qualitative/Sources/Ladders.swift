import Base

/// Who stands on which rung of the ladder of descriptions; see ``Attributions``.
struct Ladders: Sendable {
    private let cells: [InformantCell]
    private let places: Vocabulary
    private let least: Int
    private var numbers: [Speaker: Int] = [:]
    /// The descriptions of each speaker, the closest first; the last says nothing.
    private var rungs: [[Speaker]] = []
    /// The rung on which each speaker stands.
    private var standing: [Int] = []
    /// For each speaker, the cells whose people could be meant.
    private var possible: [Set<Int>] = []

    /// A ladder for the people of each cell.
    init(cells: [InformantCell], places: Vocabulary, least: Int) {
        self.cells = cells.filter { $0.people > 0 }
        self.places = places
        self.least = least
        for cell in self.cells { _ = add(Self.speaker(of: cell)) }
    }

    /// The number of the speaker, who gets a ladder.
    mutating func add(_ speaker: Speaker) -> Int {
        if let number = numbers[speaker] { return number }
        numbers[speaker] = rungs.count
        let ladder = ladder(of: speaker)
        rungs.append(ladder)
        standing.append(firstRung(of: ladder))
        // Who is described just as a cell is, is of that cell; others may be of any that does not
        // contradict what is known of them.
        let own = cells.indices.filter { Self.speaker(of: cells[$0]) == speaker }
        possible.append(
            Set(own.isEmpty ? cells.indices.filter { couldBe(cells[$0], speaker) } : own)
        )
        return rungs.count - 1
    }

    private static func speaker(of cell: InformantCell) -> Speaker {
        Speaker(
            places: [cell.place],
            informant: cell.informant,
            sex: cell.sex == .mixed ? nil : cell.sex
        )
    }

    func description(of speaker: Int) -> Attribution {
        attribution(rungs[speaker][standing[speaker]], isCoarsened: standing[speaker] > 0)
    }

    /// The closest description that fits enough people, by the first rule alone.
    func first(_ speaker: Speaker) -> Attribution {
        let ladder = ladder(of: speaker)
        let rung = firstRung(of: ladder)
        return attribution(ladder[rung], isCoarsened: rung > 0)
    }

    private func attribution(_ description: Speaker, isCoarsened: Bool) -> Attribution {
        Attribution(
            places: description.places,
            informant: description.informant,
            sex: description.sex,
            isCoarsened: isCoarsened,
            people: people(description)
        )
    }

    // MARK: - The first rule

    private func ladder(of speaker: Speaker) -> [Speaker] {
        var ladder: [Speaker] = []
        var level = withoutInner(speaker.places)
        while true {
            for (informant, sex) in [
                (speaker.informant, speaker.sex), (speaker.informant, nil), ("", nil),
            ] {
                let rung = Speaker(places: level, informant: informant, sex: sex)
                if !ladder.contains(rung) { ladder.append(rung) }
            }
            guard !level.isEmpty else { return ladder }
            let above = level.map { places.path(of: $0).dropFirst().first }
            // A place without one above is the widest there is.
            level = above.contains(nil) ? [] : withoutInner(above.compactMap(\.self))
        }
    }

    /// `list` without places that lie in others of it.
    private func withoutInner(_ list: [String]) -> [String] {
        list.filter { place in
            !list.contains { $0 != place && places.contains(place, within: $0) }
        }
    }

    private func firstRung(of ladder: [Speaker]) -> Int {
        ladder.firstIndex { people($0) >= least } ?? ladder.count - 1
    }

    /// How many people of the sample a description fits.
    private func people(_ description: Speaker) -> Int {
        cells.reduce(0) { $0 + (fits($1, description) ? $1.people : 0) }
    }

    private func fits(_ cell: InformantCell, _ description: Speaker) -> Bool {
        (description.informant.isEmpty || cell.informant == description.informant)
            && (description.sex == nil || cell.sex == description.sex)
            && (description.places.isEmpty
                || description.places.contains { isWithin(cell.place, $0) })
    }

    private func isWithin(_ place: String, _ other: String) -> Bool {
        place == other || places.contains(place, within: other)
    }

    // MARK: - The second rule

    /// Whether the speaker could be one of the people of a cell, as far as both are known.
    private func couldBe(_ cell: InformantCell, _ speaker: Speaker) -> Bool {
        let isSameKind =
            cell.informant.isEmpty || speaker.informant.isEmpty
            || cell.informant == speaker.informant
        let isSameSex =
            speaker.sex == nil || cell.sex == nil || cell.sex == .mixed || cell.sex == speaker.sex
        let isSamePlace =
            cell.place.isEmpty || speaker.places.isEmpty
            || speaker.places.contains { isWithin(cell.place, $0) || isWithin($0, cell.place) }
        return isSameKind && isSameSex && isSamePlace
    }

    /// Lets speakers climb until at least `least` people could stand behind every description.
    ///
    /// Each step lets somebody climb, so it ends: at the latest where nobody is described at all.
    mutating func climb() {
        while true {
            let groups = Dictionary(grouping: rungs.indices) { rungs[$0][standing[$0]] }
            let failing = groups.filter { behind($0.value) < least }.keys
                .sorted { $0.key.lexicographicallyPrecedes($1.key) }
            // The closest first: where these climb, a wider one may be mended too.
            let order = failing.sorted { detail($0) > detail($1) }
            var moved: [(speaker: Int, rung: Int)] = []
            for description in order where moved.isEmpty {
                moved = step(description, groups) ?? []
            }
            if moved.isEmpty { return }
            for (speaker, rung) in moved { standing[speaker] = rung }
        }
    }

    /// Who climbs where, so that more people stand behind `description`; nil where nobody can.
    private func step(
        _ description: Speaker,
        _ groups: [Speaker: [Int]]
    ) -> [(speaker: Int, rung: Int)]? {
        let joining = groups.compactMap { other, members -> (Speaker, [(Int, Int)])? in
            guard other != description else { return nil }
            var moved: [(Int, Int)] = []
            for member in members {
                guard let rung = rungs[member].firstIndex(of: description),
                    rung > standing[member]
                else { return nil }
                moved.append((member, rung))
            }
            return (other, moved)
        }
        // The smallest group that is enough joins; where none is, the smallest at all.
        let own = groups[description] ?? []
        let best = joining.min { one, other in
            let (a, b) = (rank(one, own), rank(other, own))
            return a == b
                ? one.0.key.lexicographicallyPrecedes(other.0.key)
                : a.lexicographicallyPrecedes(b)
        }
        if let best { return best.1.map { (speaker: $0.0, rung: $0.1) } }
        let climbing = own.compactMap { member -> (speaker: Int, rung: Int)? in
            let ladder = rungs[member]
            let next = ladder.indices.dropFirst(standing[member] + 1)
                .first { people(ladder[$0]) >= least || $0 == ladder.count - 1 }
            return next.map { (member, $0) }
        }
        return climbing.isEmpty ? nil : climbing
    }

    private func rank(_ group: (Speaker, [(Int, Int)]), _ own: [Int]) -> [Int] {
        let members = group.1.map(\.0)
        return [behind(own + members) >= least ? 0 : 1, behind(members)]
    }

    /// How many people could stand behind the description of `members`.
    private func behind(_ members: [Int]) -> Int {
        members.reduce(into: Set<Int>()) { $0.formUnion(possible[$1]) }
            .reduce(0) { $0 + cells[$1].people }
    }

    private func detail(_ description: Speaker) -> Int {
        (description.places.isEmpty ? 0 : 4) + (description.informant.isEmpty ? 0 : 2)
            + (description.sex == nil ? 0 : 1)
    }
}
