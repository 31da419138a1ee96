import Base

/// The spellings under which the actors of a map are known: ids, names in all languages, aliases.
///
/// Spellings are compared without regard to upper and lower case, quotation marks and blanks.
package struct ActorNames: Sendable, Hashable {
    private var owners: [String: [String]] = [:]

    package init(_ map: ActorMap) {
        for actor in map.actors { add(actor) }
    }

    /// Adds the spellings of one more actor.
    package mutating func add(_ actor: Actor) {
        let texts = actor.name.texts.sorted { $0.key < $1.key }.map(\.value)
        for spelling in [actor.id] + texts + actor.aliases {
            let key = Self.folded(spelling)
            if !key.isEmpty, owners[key]?.contains(actor.id) != true {
                owners[key, default: []].append(actor.id)
            }
        }
    }

    /// The id of the actor that `spelling` names; nil where none has it, or more than one.
    package func actor(named spelling: String) -> String? {
        let found = owners[Self.folded(spelling)] ?? []
        return found.count == 1 ? found[0] : nil
    }

    /// The spellings, folded, that more than one actor has, with the ids of those; sorted.
    package var shared: [(spelling: String, actors: [String])] {
        owners.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// `text` as spellings are compared.
    private static func folded(_ text: String) -> String {
        let plain = text.lowercased().filter { !quotes.contains($0) }
        return plain.split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")
    }

    private static let quotes: Set<Character> = ["\"", "'", "«", "»", "“", "”", "„", "‘", "’"]
}

/// Two actors whose names are so near that they may be one, which only a person can say.
package struct NearActors: Sendable, Hashable {
    /// The actors' ids, in the order of the map.
    package let one: String
    package let other: String
    /// The spellings that are near.
    package let spellings: [String]
}

extension ActorMap {
    /// Pairs of actors of one kind with a name or alias within a small edit distance.
    ///
    /// Near is what ``nearestName(to:in:)`` says: at most a third of the letters differ, and at most 3.
    /// Names with different digits are not near: School 12 and School 15 are two. Nothing is joined.
    package var nearActors: [NearActors] {
        let spellings = actors.map { actor in
            actor.name.texts.sorted { $0.key < $1.key }.map(\.value) + actor.aliases
        }
        return actors.indices.flatMap { one in
            actors.indices.dropFirst(one + 1).compactMap { other in
                guard actors[one].kind == actors[other].kind else { return nil }
                for spelling in spellings[one] {
                    let digits = spelling.filter(\.isNumber)
                    let candidates = spellings[other].filter { $0.filter(\.isNumber) == digits }
                    if let near = nearestName(to: spelling, in: candidates) {
                        return NearActors(
                            one: actors[one].id,
                            other: actors[other].id,
                            spellings: [spelling, near]
                        )
                    }
                }
                return nil
            }
        }
    }
}
