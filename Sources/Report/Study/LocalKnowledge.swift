package import Base
package import Qualitative

/// What a study knows of its places beside the answers to its survey.
package struct LocalKnowledge: Sendable, Hashable {
    /// The places with their names; empty where the study has no table of them.
    package var places = Vocabulary()
    /// Where each place stands on a map of tiles; none where the table does not say.
    package var tiles: [PlaceTile] = []
    package var needs = Vocabulary.needs
    package var actorKinds = Vocabulary.actorKinds
    package var activities = Vocabulary.activities
    /// The interviews and documents; nil where the study has none.
    package var evidence: Evidence?
    /// The map of actors; nil where the study has none.
    package var actors: ActorMap?
    package var context: [ContextSeries] = []
    package var register: Register?

    package init() {}

    package var isEmpty: Bool {
        evidence == nil && actors == nil && context.isEmpty && register == nil
    }
}

/// The tile of a place on a map where every place is equally large; rows and columns from 1.
package struct PlaceTile: Sendable, Hashable {
    package let place: String
    package let row: Int
    package let column: Int

    package init(place: String, row: Int, column: Int) {
        self.place = place
        self.row = row
        self.column = column
    }
}

/// A statistic that others published, at one or several places and periods.
package struct ContextSeries: Sendable, Hashable {
    package struct Value: Sendable, Hashable {
        /// The place's code; nil for the whole country.
        package var place: String?
        /// As ISO 8601: "2021", "2021-03".
        package var period: String
        package var number: Double
        /// The number as the table has it.
        package var written: String
        package var source: LocalText
        package var line: Int

        package init(
            place: String?,
            period: String,
            number: Double,
            written: String,
            source: LocalText,
            line: Int
        ) {
            self.place = place
            self.period = period
            self.number = number
            self.written = written
            self.source = source
            self.line = line
        }
    }

    package let indicator: String
    package var name: LocalText
    package var unit: LocalText
    package var values: [Value]
    /// What the source says of the series ("increased every year").
    package var claims: [Claim]

    package struct Claim: Sendable, Hashable {
        package var text: String
        /// The place that it is said of; nil for the whole country.
        package var place: String?
        package var line: Int

        package init(text: String, place: String?, line: Int) {
            self.text = text
            self.place = place
            self.line = line
        }
    }

    package init(
        indicator: String,
        name: LocalText,
        unit: LocalText,
        values: [Value] = [],
        claims: [Claim] = []
    ) {
        self.indicator = indicator
        self.name = name
        self.unit = unit
        self.values = values
        self.claims = claims
    }
}

/// What the authors recommend, each with what it rests on.
package struct Register: Sendable, Hashable {
    /// What a recommendation rests on.
    package enum Ground: Sendable, Hashable {
        /// A number of the survey, in the words of docs/prose.md.
        case figure(String)
        case excerpt(String)
        case gap(need: String, place: String?)
        /// The indicator of a context series.
        case context(String)
    }

    package struct Recommendation: Sendable, Hashable {
        package var id: String
        package var text: LocalText
        /// Ids of the actors that it is for.
        package var actors: [String] = []
        package var places: [String] = []
        package var needs: [String] = []
        package var grounds: [Ground] = []
        package var indicator = LocalText([:])
        package var cost = LocalText([:])
        package var time = LocalText([:])
        /// Where it stands in its file.
        package var path = ""

        package init(id: String, text: LocalText) {
            self.id = id
            self.text = text
        }
    }

    /// One line of strengths, weaknesses, opportunities and threats of an actor.
    package struct Assessment: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            case strength
            case weakness
            case opportunity
            case threat
        }

        package var actor: String
        package var kind: Kind
        package var text: LocalText
        package var grounds: [Ground] = []
        package var path = ""

        package init(actor: String, kind: Kind, text: LocalText) {
            self.actor = actor
            self.kind = kind
            self.text = text
        }
    }

    package let file: String
    package var recommendations: [Recommendation] = []
    package var assessments: [Assessment] = []
    /// Where each key stands in the file, by its path.
    package var marks: [String: Study.Mark] = [:]

    package init(file: String) {
        self.file = file
    }
}
