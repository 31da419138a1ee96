import Survey

/// What a quote is about, found among the results: what is measured, without the group.
package struct QuoteMeasure: Sendable, Hashable {
    /// Where in the results it stands.
    package enum Source: Sendable, Hashable {
        case scale(Int)
        case item(scale: Int, item: Int)
        case question(Int)
    }

    package enum Part: Sendable, Hashable {
        case mean
        /// The share of some of the answers together, by their positions among those that count.
        case answers([Int])
        /// A side of a rating.
        case side(Side)
    }

    package let source: Source
    package let part: Part
}

/// A group of a breakdown, by position.
struct QuotePlace: Sendable, Hashable {
    let breakdown: Int
    let group: Int
}
