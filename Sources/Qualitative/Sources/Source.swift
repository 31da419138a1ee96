package import Base

/// Something that says what people need, do or lack: an interview, a document, a law.
package struct Source: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case interview
        case focusGroup = "focus_group"
        /// An interview with somebody who knows the field.
        case expert
        case document
        case law
        case statistic
        case media
    }

    package enum Sex: String, Sendable, Hashable, CaseIterable {
        case female
        case male
        /// A group of both.
        case mixed
    }

    package let id: String
    package let kind: Kind
    package var title = LocalText([:])
    /// The codes of the places that it speaks of; empty where nobody said.
    package var places: [String] = []
    /// The kind of informant as the study calls it ("client", "probation officer"); empty where unknown.
    package var informant = ""
    /// nil where unknown, and for sources that are no people.
    package var sex: Sex?
    /// BCP 47; empty where unknown.
    package var language = ""
    /// As ISO 8601: "2023", "2023-04" or "2023-04-17"; empty where unknown.
    package var date = ""
    /// How many people spoke; nil for sources that are no people.
    package var people: Int?
    /// Whether it is made up; then everything that quotes or counts it says so.
    package var isSynthetic = false
    /// The text; nil for a source that is quoted but not held.
    package var text: SourceText?

    package init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
    }

    /// Whether people spoke, so that what it says points at them.
    package var isSpoken: Bool { [.interview, .focusGroup, .expert].contains(kind) }
}
