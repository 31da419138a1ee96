package import Base

/// A body or group of people that does, or could do, something for returning people.
package struct Actor: Sendable, Hashable {
    package let id: String
    package var name: LocalText
    /// A code of ``Vocabulary/actorKinds``.
    package var kind: String
    /// Other spellings, all of which mean this actor.
    package var aliases: [String] = []
    /// Where it works from ("national", "local"); empty where unknown.
    package var level = ""
    package var note = LocalText([:])

    package init(id: String, name: LocalText, kind: String) {
        self.id = id
        self.name = name
        self.kind = kind
    }
}

/// What an actor offers at a place, or what is said not to be offered there.
package struct Service: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case provided
        /// For some, in part, or by a project that ends.
        case partial
        case planned
        /// Somebody said that there is none.
        case absent
    }

    package enum Place: Sendable, Hashable {
        case at(String)
        /// Said to hold for all places.
        case everywhere
        case notStated
    }

    /// The actor's id; nil where nobody said who, or where there is none.
    package var actor: String?
    /// A code of ``Vocabulary/activities``; nil where it is known by its need alone.
    package var activity: String?
    /// The need that it answers; nil where nobody said.
    package var need: String?
    package var place: Place
    package var status: Status
    package var name: LocalText
    /// Where it is known from.
    package var source = ""

    package init(
        actor: String?,
        activity: String?,
        need: String?,
        place: Place,
        status: Status,
        name: LocalText = LocalText([:])
    ) {
        self.actor = actor
        self.activity = activity
        self.need = need
        self.place = place
        self.status = status
        self.name = name
    }
}

/// A tie between two actors.
package struct ActorRelation: Sendable, Hashable {
    package var from: String
    package var to: String
    /// What the tie is ("funds", "refers to").
    package var kind: String
    package var source = ""

    package init(from: String, to: String, kind: String) {
        self.from = from
        self.to = to
        self.kind = kind
    }
}

/// How much say an actor has at a place and how much it cares, as somebody judged.
package struct ActorPosition: Sendable, Hashable {
    package enum Level: String, Sendable, Hashable, CaseIterable {
        case low
        case medium
        case high
    }

    package var actor: String
    /// nil: in general.
    package var place: String?
    package var influence: Level
    package var interest: Level
    /// Whether it leads the others there; then `reason` says why.
    package var isChampion: Bool
    package var reason: LocalText
    /// Who judged.
    package var source: String

    package init(
        actor: String,
        place: String?,
        influence: Level,
        interest: Level,
        isChampion: Bool = false,
        reason: LocalText = LocalText([:]),
        source: String = ""
    ) {
        self.actor = actor
        self.place = place
        self.influence = influence
        self.interest = interest
        self.isChampion = isChampion
        self.reason = reason
        self.source = source
    }
}

/// Who does what where.
package struct ActorMap: Sendable, Hashable {
    package var actors: [Actor] = []
    package var services: [Service] = []
    package var relations: [ActorRelation] = []
    package var positions: [ActorPosition] = []
    /// The places where somebody looked for services: silence says something there alone.
    package var mappedPlaces: [String] = []

    package init() {}

    package func actor(_ id: String) -> Actor? { actors.first { $0.id == id } }
}
