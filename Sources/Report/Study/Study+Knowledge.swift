/// The files in which a study tells of its places beside the answers; nil for what it has not.
package struct KnowledgeDeclaration: Sendable, Hashable {
    /// The table of places.
    package var places: String?
    /// Words under the built-in ones.
    package var vocabulary: String?
    /// The folder of the interviews.
    package var interviews: String?
    /// The folder of the map of actors.
    package var actors: String?
    /// The places where somebody looked for services; nil for those that the services name.
    package var mapped: [String]?
    /// The table of outside statistics.
    package var context: String?
    /// The register of recommendations.
    package var recommendations: String?

    package init() {}

    /// Whether the study tells of anything beside its answers.
    package var isEmpty: Bool { self == KnowledgeDeclaration() }
}
