package import Base

/// What the sources say of needs at places: four states that are never mixed.
///
/// A source counts once, however often and by however many coders it was coded. Passages that could not be
/// found in their text do not count, nor do sources that nobody has coded: their silence says nothing.
package struct NamedNeeds: Sendable, Hashable {
    /// How far silence and speech go.
    package enum State: Sendable, Hashable {
        /// So many sources name it.
        case named
        /// Sources speak of the place, and none names it.
        case notNamed
        /// No source names it, and at least one says that there is none.
        case saidAbsent
        /// No source speaks of the place.
        case notStudied
    }

    /// What the sources say of one need at one place.
    package struct Finding: Sendable, Hashable {
        /// The positions of the sources that name it, in their order.
        package var naming: [Int] = []
        /// The positions of the sources that say that there is none.
        package var denying: [Int] = []
        /// The positions of the sources that speak of the place.
        package var studied: [Int] = []

        package var state: State {
            if !naming.isEmpty { return .named }
            if studied.isEmpty { return .notStudied }
            return denying.isEmpty ? .notNamed : .saidAbsent
        }
    }

    /// The places of the findings.
    package let places: [String]
    /// The needs of the findings.
    package let needs: [String]
    /// One row a need, one finding a place.
    package let findings: [[Finding]]

    package init(places: [String], needs: [String], findings: [[Finding]]) {
        self.places = places
        self.needs = needs
        self.findings = findings
    }

    /// What `evidence` says of `needs` at `places`.
    ///
    /// - Parameters:
    ///   - evidence: The sources with their codings.
    ///   - places: Codes; what is said of a place below one of them counts for it.
    ///   - needs: Codes; a need below one of them counts for it.
    ///   - placeTree: The places with those above them.
    ///   - needTree: The needs with those above them.
    package init(
        in evidence: Evidence,
        places: [String],
        needs: [String],
        placeTree: Vocabulary,
        needTree: Vocabulary
    ) {
        self.places = places
        self.needs = needs
        let studied = places.map { _ in Set<Int>() }
        var counts = Counts(
            studied: studied,
            naming: needs.map { _ in studied },
            denying: needs.map { _ in studied }
        )
        let placeAt = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let needAt = Dictionary(uniqueKeysWithValues: needs.enumerated().map { ($1, $0) })
        func rolled(_ code: String, _ tree: Vocabulary, _ at: [String: Int]) -> Int? {
            at[code] ?? tree.path(of: code).lazy.compactMap { at[$0] }.first
        }
        let coded = Set(
            evidence.codings.lazy.map { evidence.excerpts[$0.excerpt] }.filter(\.isAnchored)
                .map(\.source)
        )
        var positions: [String: Int] = [:]
        for (index, source) in evidence.sources.enumerated() where coded.contains(source.id) {
            positions[source.id] = index
            for place in source.places {
                if let place = rolled(place, placeTree, placeAt) {
                    counts.studied[place].insert(index)
                }
            }
        }
        for coding in evidence.codings {
            let excerpt = evidence.excerpts[coding.excerpt]
            guard excerpt.isAnchored, let source = positions[excerpt.source],
                let need = evidence.codes.need(of: coding.code)
                    .flatMap({ rolled($0, needTree, needAt) })
            else { continue }
            let said = excerpt.places.isEmpty ? evidence.sources[source].places : excerpt.places
            for place in said.compactMap({ rolled($0, placeTree, placeAt) }) {
                counts.studied[place].insert(source)
                switch coding.stance {
                case .named: counts.naming[need][place].insert(source)
                case .absent: counts.denying[need][place].insert(source)
                }
            }
        }
        findings = needs.indices.map { need in
            places.indices.map { place in
                Finding(
                    naming: counts.naming[need][place].sorted(),
                    denying: counts.denying[need][place].sorted(),
                    studied: counts.studied[place].sorted()
                )
            }
        }
    }

    /// Sets of sources by place, and by need and place.
    private struct Counts {
        var studied: [Set<Int>]
        var naming: [[Set<Int>]]
        var denying: [[Set<Int>]]
    }
}
