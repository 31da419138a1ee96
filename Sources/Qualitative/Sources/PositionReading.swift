/// How a program counts the positions in a text.
///
/// REFI-QDA 1.5 (section 10.2) counts Unicode scalars from 0 and says nothing of byte order marks, of
/// CRLF, and of whether the end is the last scalar or the one after it; programs differ in all four.
package struct PositionReading: Sendable, Hashable {
    /// What one step of a position is.
    package enum Unit: Int, Sendable, Hashable, CaseIterable {
        /// A Unicode scalar, as the standard says.
        case scalar
        /// A UTF-16 unit, as programs in JavaScript, .NET, Java and Qt count.
        case utf16
        /// A byte of UTF-8.
        case utf8
    }

    package var unit = Unit.scalar
    /// Whether a byte order mark at the start is counted.
    package var countsMark = false
    /// Whether CRLF is two units rather than one.
    package var countsCarriageReturns = false
    /// Whether the end is the last unit of the selection rather than the one after it.
    package var endIsInclusive = false

    package init(
        unit: Unit = .scalar,
        countsMark: Bool = false,
        countsCarriageReturns: Bool = false,
        endIsInclusive: Bool = false
    ) {
        self.unit = unit
        self.countsMark = countsMark
        self.countsCarriageReturns = countsCarriageReturns
        self.endIsInclusive = endIsInclusive
    }

    /// All readings, the simplest first: those that differ from the standard's words and from the
    /// practice of its samples in the fewest ways.
    package static let all: [PositionReading] = {
        var all: [PositionReading] = []
        for unit in Unit.allCases {
            for bits in 0..<8 {
                all.append(
                    PositionReading(
                        unit: unit,
                        countsMark: bits & 1 != 0,
                        countsCarriageReturns: bits & 2 != 0,
                        endIsInclusive: bits & 4 != 0
                    )
                )
            }
        }
        return all.enumerated().sorted {
            ($0.element.oddity, $0.offset) < ($1.element.oddity, $1.offset)
        }.map(\.element)
    }()

    private var oddity: Int {
        (unit == .scalar ? 0 : 1) + (countsMark ? 1 : 0) + (countsCarriageReturns ? 1 : 0)
            + (endIsInclusive ? 1 : 0)
    }
}

extension PositionReading: CustomStringConvertible {
    package var description: String {
        let unit =
            switch unit {
            case .scalar: "positions in characters"
            case .utf16: "positions in UTF-16 units"
            case .utf8: "positions in bytes"
            }
        return unit + (countsMark ? ", the byte order mark counted" : "")
            + (countsCarriageReturns ? ", CRLF counted as two" : "")
            + (endIsInclusive ? ", ends inclusive" : "")
    }
}
