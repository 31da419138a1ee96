/// A passage of a source that somebody marked.
package struct Excerpt: Sendable, Hashable {
    /// Where the passage stands in its source.
    package enum Anchor: Sendable, Hashable {
        /// In a text that the study holds: scalars from the start, the end exclusive.
        case held(Range<Int>)
        /// The words of a source that is quoted but not held.
        case quoted
        /// No words of the source but what it says, told by the researcher.
        case told
    }

    /// How the passage stands to the text as it is now.
    package enum State: Sendable, Hashable {
        /// The quote stands where the file says.
        case exact
        /// The text has changed; the quote was found once, elsewhere than the file says.
        case moved(from: Int)
        /// The quote stands at several places, none of which the file's position or context decides.
        case ambiguous(places: Int)
        /// The quote stands nowhere in the text.
        case lost
        /// There is no text to compare with.
        case notHeld
    }

    package let id: String
    /// The source's id.
    package let source: String
    package var anchor: Anchor
    package var state: State
    /// The exact words; what the source says in the researcher's words for `told`.
    package var quote: String
    /// The places that the passage speaks of; those of its source where empty.
    package var places: [String] = []
    /// Whether somebody has decided that the words may be printed.
    package var isForPrint = false
    /// Where in a source that is not held, as “page 34” or “lines 1584–1585”.
    package var locator = ""

    package init(id: String, source: String, anchor: Anchor, state: State, quote: String) {
        self.id = id
        self.source = source
        self.anchor = anchor
        self.state = state
        self.quote = quote
    }

    /// Whether the passage may be counted and quoted: it is known where it stands.
    package var isAnchored: Bool {
        switch state {
        case .exact, .moved, .notHeld: true
        case .ambiguous, .lost: false
        }
    }
}

/// One coder's decision that a code fits an excerpt.
package struct Coding: Sendable, Hashable {
    /// What the passage says of what the code names.
    package enum Stance: String, Sendable, Hashable, CaseIterable {
        /// It is a need, something stands in the way.
        case named
        /// The source says that there is none, or that nothing stands in the way.
        case absent
    }

    /// The excerpt's position in ``Evidence/excerpts``.
    package let excerpt: Int
    /// The code's id.
    package let code: String
    /// Who decided; empty where nobody said.
    package let coder: String
    package var stance = Stance.named
    package var memo = ""

    package init(excerpt: Int, code: String, coder: String) {
        self.excerpt = excerpt
        self.code = code
        self.coder = coder
    }
}

/// The qualitative side of a study: its sources, codes, excerpts and codings.
package struct Evidence: Sendable, Hashable {
    package var sources: [Source] = []
    package var codes = CodeTree()
    package var excerpts: [Excerpt] = []
    package var codings: [Coding] = []
    /// How many people were interviewed in each cell, so that an attribution points at nobody.
    package var cells: [InformantCell] = []

    package init() {}
}

/// The people interviewed of one place, kind and sex.
package struct InformantCell: Sendable, Hashable {
    package var place: String
    package var informant: String
    /// nil where the study does not say.
    package var sex: Source.Sex?
    package var people: Int

    package init(place: String, informant: String, sex: Source.Sex?, people: Int) {
        self.place = place
        self.informant = informant
        self.sex = sex
        self.people = people
    }
}
