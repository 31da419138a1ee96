package import Base

/// How the speaker of a quote is described, so that the description fits enough people.
package struct Attribution: Sendable, Hashable {
    /// The codes of the places; several mean one of them; none that the place is not said.
    package var places: [String] = []
    /// The kind of informant; empty where it is not said.
    package var informant = ""
    /// nil where it is not said.
    package var sex: Source.Sex?
    /// Whether the study knows more of the speaker than this says.
    package var isCoarsened = false
    /// How many people of the sample the description fits.
    package var people = 0

    package init(
        places: [String] = [],
        informant: String = "",
        sex: Source.Sex? = nil,
        isCoarsened: Bool = false,
        people: Int = 0
    ) {
        self.places = places
        self.informant = informant
        self.sex = sex
        self.isCoarsened = isCoarsened
        self.people = people
    }

    /// Whether nothing is said but that somebody took part.
    package var isNothing: Bool { places.isEmpty && informant.isEmpty && sex == nil }
}

/// The descriptions of all speakers of a study, none of which points at fewer people than it must.
///
/// A description is taken from a ladder: place, kind of informant and sex; without the sex; without the
/// kind; then the same with the places above, and at last nothing at all. Two rules choose the rung:
///
/// 1. The description fits at least k people of the sample.
/// 2. At least k people could stand behind it. Who knows the sample knows too who would have been
///    described more closely, and takes these away: where 9 men and 2 women of a place were asked, "a
///    man" beside "a participant of the place" would give the two women away. So the people who could
///    have got a description are counted, and where they are fewer than k, a closer one joins it: the
///    men are described without their sex too.
///
/// The descriptions depend on the sample and not on which quotes are printed, so that one quote more
/// changes nothing about the others. A person whose sex is unknown fits no description with a sex.
package struct Attributions: Sendable {
    private let speakers: Ladders
    private let ofSource: [String: Int]
    private let evidence: Evidence
    private let sources: [String: Int]

    /// - Parameters:
    ///   - evidence: The sources with what is known of their speakers, and the sample's cells.
    ///   - places: The tree of places.
    ///   - least: k, the fewest people that a description may point at.
    package init(_ evidence: Evidence, places: Vocabulary, atLeast least: Int) {
        var ladders = Ladders(cells: evidence.cells, places: places, least: least)
        var ofSource: [String: Int] = [:]
        var sources: [String: Int] = [:]
        for (index, source) in evidence.sources.enumerated() where sources[source.id] == nil {
            sources[source.id] = index
            guard source.isSpoken else { continue }
            ofSource[source.id] = ladders.add(
                Speaker(
                    places: source.places,
                    informant: source.informant,
                    sex: source.sex == .mixed ? nil : source.sex
                )
            )
        }
        ladders.climb()
        speakers = ladders
        self.ofSource = ofSource
        self.evidence = evidence
        self.sources = sources
    }

    /// The description of who said a passage, given by its place in ``Evidence/excerpts``.
    ///
    /// Of a document, a law or a statistic it has places alone: its author is no informant. The words of
    /// a document may be those of people, so its place fits at least k people too.
    package subscript(excerpt: Int) -> Attribution {
        let passage = evidence.excerpts[excerpt]
        guard let index = sources[passage.source] else { return Attribution() }
        let source = evidence.sources[index]
        if let speaker = ofSource[source.id] { return speakers.description(of: speaker) }
        let places = passage.places.isEmpty ? source.places : passage.places
        guard source.kind == .document else { return Attribution(places: places) }
        return speakers.first(Speaker(places: places, informant: "", sex: nil))
    }
}

/// What a study knows of somebody who spoke.
struct Speaker: Sendable, Hashable {
    var places: [String]
    var informant: String
    var sex: Source.Sex?

    init(places: [String], informant: String, sex: Source.Sex?) {
        self.places = Set(places).subtracting([""]).sorted()
        self.informant = informant
        self.sex = sex
    }

    /// A fixed order, so that ties are decided alike.
    var key: [String] { [informant, sex?.rawValue ?? ""] + places }
}
