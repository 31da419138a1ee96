package import Base
package import Qualitative
package import Report

/// What a file of another program adds to a map of actors.
///
/// Spellings that the map knows, and those of the file's own new actors, are joined; other actors are
/// new. Words of activities, needs, places and kinds must be words of the study: those that are not
/// are problems at their row, and then nothing is added. A service or a tie that is there already is
/// not added again.
package struct ActorImport: Sendable {
    package private(set) var actors: [Actor] = []
    package private(set) var services: [Service] = []
    package private(set) var relations: [ActorRelation] = []
    /// How many services and ties the map has already.
    package private(set) var known = 0
    /// Spellings of the file that are another spelling of an actor's name, with its id; sorted.
    package private(set) var joined: [Joined] = []
    package private(set) var problems: [Problem] = []

    /// A spelling of the file and the actor that it was read as.
    package struct Joined: Sendable, Hashable {
        package let spelling: String
        package let actor: String
    }

    private let map: ActorMap
    private let file: String
    private var lookup: WordLookup
    private var names: ActorNames
    private var takenIDs: Set<String>
    private var nextNumber = 1

    package init(_ exchange: ActorExchange, to map: ActorMap, of knowledge: LocalKnowledge) {
        self.map = map
        file = exchange.file
        lookup = WordLookup(file: exchange.file, knowledge: knowledge)
        names = ActorNames(map)
        takenIDs = Set(map.actors.map(\.id))
        var kept = Set(map.services.map(ServiceKey.init))
        for row in exchange.rows { add(row, &kept) }
        var ties = Set(map.relations.map(RelationKey.init))
        for relation in exchange.relations { add(relation, &ties) }
        problems += lookup.problems
        joined = Set(joined).sorted { ($0.actor, $0.spelling) < ($1.actor, $1.spelling) }
        warnOfNearNames()
    }

    /// What makes two services the same; names and sources may differ.
    private struct ServiceKey: Hashable {
        var actor: String?
        var activity: String?
        var need: String?
        var place: Service.Place
        var status: Service.Status

        init(_ service: Service) {
            actor = service.actor
            activity = service.activity
            need = service.need
            place = service.place
            status = service.status
        }
    }

    private struct RelationKey: Hashable {
        var from: String
        var to: String
        var kind: String

        init(_ relation: ActorRelation) {
            (from, to, kind) = (relation.from, relation.to, relation.kind)
        }
    }

    // MARK: - Rows

    private mutating func add(_ row: ActorExchange.Row, _ kept: inout Set<ServiceKey>) {
        let actor = row.actor.isEmpty ? nil : actor(for: row.actor, line: row.line)
        let activities = row.activities.map { lookup.code($0, .activity, line: row.line) }
        let needs = row.needs.map { lookup.code($0, .need, line: row.line) }
        let places = row.places.map { lookup.place($0, line: row.line) }
        let status = lookup.status(row.status, line: row.line)
        guard !activities.isEmpty || !needs.isEmpty else { return }
        // An error anywhere stops all of it, so what is not known may be left out here.
        for activity in activities.isEmpty ? [nil] : activities {
            for need in needs.isEmpty ? [nil] : needs {
                for place in places.isEmpty ? [.notStated] : places.compactMap({ $0 }) {
                    var service = Service(
                        actor: actor,
                        activity: activity,
                        need: need,
                        place: place,
                        status: status,
                        name: row.name
                    )
                    service.source = row.source.isEmpty ? file : row.source
                    guard kept.insert(ServiceKey(service)).inserted else {
                        known += 1
                        continue
                    }
                    services.append(service)
                }
            }
        }
    }

    private mutating func add(_ relation: ActorExchange.Relation, _ kept: inout Set<RelationKey>) {
        guard let from = actor(for: relation.from, line: relation.line),
            let to = actor(for: relation.to, line: relation.line)
        else { return }
        var made = ActorRelation(from: from, to: to, kind: relation.kind)
        made.source = relation.source.isEmpty ? file : relation.source
        guard kept.insert(RelationKey(made)).inserted else {
            known += 1
            return
        }
        relations.append(made)
    }

    // MARK: - Actors

    /// The id of the actor that is meant, a new one where no spelling is known.
    private mutating func actor(for party: ActorExchange.Party, line: Int) -> String? {
        let spellings =
            [party.id] + party.name.texts.sorted { $0.key < $1.key }.map(\.value)
            + party.aliases
        var found: [String] = []
        for spelling in spellings where !spelling.isEmpty {
            if let id = names.actor(named: spelling), !found.contains(id) { found.append(id) }
        }
        if found.count > 1 {
            problems.append(
                Problem(
                    .error,
                    "actors.two-actors",
                    at: .init(file, line: line, column: party.column),
                    "\(Problem.quote(party.title)) has spellings of two actors: "
                        + "\(found.joined(separator: " and ")).",
                    remedy:
                        "Join the two in actors.csv, or mend the row's name, id or other spelling."
                )
            )
            return nil
        }
        if let id = found.first {
            noteJoined(party, as: id)
            return id
        }
        return addActor(party, line: line)
    }

    private mutating func noteJoined(_ party: ActorExchange.Party, as id: String) {
        let actor = map.actor(id) ?? actors.first { $0.id == id }
        let own = Set(actor.map { Array($0.name.texts.values) } ?? [])
        for spelling in party.name.texts.values where !own.contains(spelling) {
            joined.append(Joined(spelling: spelling, actor: id))
        }
    }

    private mutating func addActor(_ party: ActorExchange.Party, line: Int) -> String? {
        guard !party.kind.text.isEmpty else {
            problems.append(
                Problem(
                    .error,
                    "actors.no-kind",
                    at: .init(file, line: line, column: party.column),
                    "\(Problem.quote(party.title)) is not in the map of actors, and nothing says what"
                        + " kind of actor it is.",
                    remedy:
                        "Add a column #org+type, or add this spelling to the aliases of an actor."
                )
            )
            return nil
        }
        guard let kind = lookup.code(party.kind, .kind, line: line) else { return nil }
        let id = newID(party.id)
        var actor = Actor(id: id, name: party.name.isEmpty ? LocalText(id) : party.name, kind: kind)
        actor.aliases = party.aliases
        actor.level = party.level
        actors.append(actor)
        names.add(actor)
        return id
    }

    /// The file's own id where it is a free short name, else the next free one of A01, A02 and so on.
    private mutating func newID(_ wanted: String) -> String {
        let isShort =
            (1...24).contains(wanted.utf8.count)
            && wanted.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D
            }
        if isShort, takenIDs.insert(wanted).inserted { return wanted }
        while true {
            let id = "A\(nextNumber < 10 ? "0" : "")\(nextNumber)"
            nextNumber += 1
            if takenIDs.insert(id).inserted { return id }
        }
    }

    /// Warns of new actors whose names are near those of others: only a person can say.
    private mutating func warnOfNearNames() {
        var all = map
        all.actors += actors
        let new = Set(actors.map(\.id))
        problems += all.nearActors.filter { new.contains($0.one) || new.contains($0.other) }
            .map { $0.problem(in: file) }
    }
}
