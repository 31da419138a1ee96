import Base
import Foundation
import Qualitative
import Report

extension KnowledgeReader {
    /// The map of actors in its folder; nil where the folder or its actors are missing.
    mutating func readActors(_ subfolder: String) -> ActorMap? {
        guard hasFolder(subfolder, at: "actors") else { return nil }
        var map = ActorMap()
        let actors = tables(
            "actors",
            in: subfolder,
            known: ["id", "name.", "kind", "aliases", "level", "note."],
            needed: ["id", "kind"]
        )
        if actors.isEmpty {
            add([
                Problem(
                    .error,
                    "actors.no-actors",
                    at: .init((subfolder as NSString).appendingPathComponent("actors.csv")),
                    "The folder of the actors has no list of them.",
                    remedy: "Write actors.csv with a row for each: id, name, kind, aliases."
                )
            ])
            return nil
        }
        var taken: [String: Int] = [:]
        var spellings = ActorSpellings()
        for table in actors { map.actors += readActorRows(table, &taken, &spellings) }
        add(map.nearActors.map { $0.problem(in: actors[0].file) })
        map.services = readServices(in: subfolder, spellings)
        map.relations = readRelations(in: subfolder, spellings)
        map.positions = readPositions(in: subfolder, spellings)
        map.mappedPlaces = mappedPlaces(of: map.services)
        return map
    }

    private mutating func readActorRows(
        _ table: KnowledgeTable,
        _ taken: inout [String: Int],
        _ spellings: inout ActorSpellings
    ) -> [Actor] {
        var table = table
        defer { add(table.problems) }
        return table.rows.compactMap { row in
            // A kind that is wrong is one problem: the actor is known to the other tables all the same.
            let kind =
                table.word(
                    table.text(row, "kind"),
                    of: knowledge.actorKinds,
                    row,
                    "kind",
                    called: "kinds of actor"
                ) ?? ""
            guard let id = table.newID(row, "id", &taken) else { return nil }
            let name = table.localText(row, "name")
            var actor = Actor(id: id, name: name.isEmpty ? LocalText(id) : name, kind: kind)
            actor.aliases = table.list(row, "aliases")
            actor.level = table.text(row, "level")
            actor.note = table.localText(row, "note")
            for spelling in [id] + actor.name.texts.values.sorted() + actor.aliases {
                guard let other = spellings.add(spelling, of: id) else { continue }
                table.problem(
                    "actors.alias",
                    row,
                    "aliases",
                    "\(Problem.quote(spelling)) already means the actor \(other).",
                    "Join the two rows, or give the spelling to one of them."
                )
            }
            return actor
        }
    }

    private mutating func readServices(
        in subfolder: String,
        _ spellings: ActorSpellings
    ) -> [Service] {
        let tables = tables(
            "services",
            in: subfolder,
            known: ["actor", "activity", "need", "place", "status", "name.", "source", "note"],
            needed: []
        )
        return tables.flatMap { table -> [Service] in
            var table = table
            defer { add(table.problems) }
            return table.rows.compactMap { row in
                let written = table.text(row, "actor")
                let actor = spellings.actor(written, row, "actor", &table)
                let activity = word(row, "activity", of: knowledge.activities, "activities", &table)
                let need = word(row, "need", of: knowledge.needs, "needs", &table)
                let status: Service.Status? = table.choice(row, "status", empty: .provided)
                guard let place = servicePlace(row, &table), let status,
                    written.isEmpty || actor != nil
                else { return nil }
                guard activity != nil || need != nil else {
                    if table.text(row, "activity").isEmpty, table.text(row, "need").isEmpty {
                        table.problem(
                            "actors.no-activity",
                            row,
                            "activity",
                            "The service has neither an activity nor a need.",
                            "Write what is done, or which need it answers."
                        )
                    }
                    return nil
                }
                if actor == nil, status != .absent, table.localText(row, "name").isEmpty {
                    table.problem(
                        "actors.no-actor",
                        row,
                        "actor",
                        "Nobody is named who offers this, and it has no name.",
                        "Write the actor, the service's name, or the status absent."
                    )
                }
                var service = Service(
                    actor: actor,
                    activity: activity,
                    need: need,
                    place: place,
                    status: status,
                    name: table.localText(row, "name")
                )
                service.source = table.text(row, "source")
                return service
            }
        }
    }

    /// The word in a cell that may be empty.
    private func word(
        _ row: KnowledgeTable.Row,
        _ column: String,
        of vocabulary: Vocabulary,
        _ list: String,
        _ table: inout KnowledgeTable
    ) -> String? {
        let text = table.text(row, column)
        return text.isEmpty
            ? nil : table.word(text, of: vocabulary, row, column, called: list)
    }

    private func servicePlace(
        _ row: KnowledgeTable.Row,
        _ table: inout KnowledgeTable
    ) -> Service.Place? {
        switch table.text(row, "place") {
        case "": .notStated
        case "everywhere": .everywhere
        default: placeCodes(row, "place", &table).first.map { .at($0) }
        }
    }

    private mutating func readRelations(
        in subfolder: String,
        _ spellings: ActorSpellings
    ) -> [ActorRelation] {
        let tables = tables(
            "relations",
            in: subfolder,
            known: ["from", "to", "kind", "source", "note"],
            needed: ["from", "to"]
        )
        return tables.flatMap { table -> [ActorRelation] in
            var table = table
            defer { add(table.problems) }
            return table.rows.compactMap { row in
                let from = spellings.actor(table.text(row, "from"), row, "from", &table)
                let to = spellings.actor(table.text(row, "to"), row, "to", &table)
                guard let from, let to else {
                    for column in ["from", "to"] where table.text(row, column).isEmpty {
                        table.problem(
                            "actors.unknown",
                            row,
                            column,
                            "The tie has an end without an actor.",
                            "Write the actor's id, name or alias."
                        )
                    }
                    return nil
                }
                var relation = ActorRelation(from: from, to: to, kind: table.text(row, "kind"))
                relation.source = table.text(row, "source")
                return relation
            }
        }
    }

    private mutating func readPositions(
        in subfolder: String,
        _ spellings: ActorSpellings
    ) -> [ActorPosition] {
        let tables = tables(
            "positions",
            in: subfolder,
            known: ["actor", "place", "influence", "interest", "champion", "reason.", "source"],
            needed: ["actor", "influence", "interest"]
        )
        return tables.flatMap { table -> [ActorPosition] in
            var table = table
            defer { add(table.problems) }
            return table.rows.compactMap { row in
                let actor = spellings.actor(table.text(row, "actor"), row, "actor", &table)
                let influence: ActorPosition.Level? = table.choice(row, "influence")
                let interest: ActorPosition.Level? = table.choice(row, "interest")
                let places = placeCodes(row, "place", &table)
                let isChampion = table.truth(row, "champion")
                let reason = table.localText(row, "reason")
                if isChampion, reason.isEmpty {
                    table.problem(
                        "actors.champion",
                        row,
                        "reason",
                        "The champion has no reason.",
                        "Write why this actor leads the others there."
                    )
                }
                guard let actor, let influence, let interest else { return nil }
                return ActorPosition(
                    actor: actor,
                    place: places.first,
                    influence: influence,
                    interest: interest,
                    isChampion: isChampion,
                    reason: reason,
                    source: table.text(row, "source")
                )
            }
        }
    }

    /// The places where somebody looked: those that the study names, else those of the services.
    private mutating func mappedPlaces(of services: [Service]) -> [String] {
        guard let declared = study.knowledge.mapped else {
            var places: [String] = []
            for case .at(let place) in services.map(\.place) where !places.contains(place) {
                places.append(place)
            }
            return places
        }
        return declared.enumerated().compactMap { index, name in
            guard !knowledge.places.isEmpty else { return name }
            if let term = knowledge.places.term(named: name) { return term.code }
            let hint = knowledge.places.nearest(to: name).map { "Did you mean \($0)? " } ?? ""
            add([
                Problem(
                    .error,
                    "vocabulary.unknown-word",
                    at: study.location(of: "actors.mapped.\(index)"),
                    "\(Problem.quote(name)) is not among the places.",
                    remedy: "\(hint)Add it to the table of places."
                )
            ])
            return nil
        }
    }
}

/// The spellings under which tables may name an actor.
struct ActorSpellings {
    private var ids: [String: String] = [:]
    private var all: [String] = []

    /// Adds a spelling; the actor that has it already, where that is another.
    mutating func add(_ spelling: String, of id: String) -> String? {
        let folded = Self.folded(spelling)
        if let other = ids[folded] { return other == id ? nil : other }
        ids[folded] = id
        all.append(spelling)
        return nil
    }

    /// The id that `text` means; nil for an empty text, and with a problem for an unknown one.
    func actor(
        _ text: String,
        _ row: KnowledgeTable.Row,
        _ column: String,
        _ table: inout KnowledgeTable
    ) -> String? {
        guard !text.isEmpty else { return nil }
        if let id = ids[Self.folded(text)] { return id }
        let hint = nearestName(to: text, in: all).map { "Did you mean \($0)? " } ?? ""
        table.problem(
            "actors.unknown",
            row,
            column,
            "There is no actor \(Problem.quote(text)).",
            "\(hint)Add it to actors.csv, or add this spelling to the aliases of one."
        )
        return nil
    }

    /// Spellings are alike in lower case, with one blank between words and no quotation marks.
    private static func folded(_ text: String) -> String {
        text.lowercased().filter { !"\"“”«»'’".contains($0) }
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
