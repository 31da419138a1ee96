/// How the one person of a household who is asked is found.
package enum PersonSelection: String, Sendable, Hashable, CaseIterable {
    /// By Kish's grid: the number of eligible persons and the table of the sheet decide.
    case kish
    /// The eligible person whose birthday comes next.
    case nextBirthday = "next-birthday"
    /// By a random number, as the form draws it.
    case random
}

/// Kish's eight tables that say which person of a household is asked.
///
/// Persons are listed men first, the oldest first, then women, the oldest first, and numbered. Up to four
/// persons each has the same chance; with five, numbers 3 and 5 have 1/4 and the others 1/6; beyond six
/// the seventh and later ones are never asked, as in the original.
///
/// - SeeAlso: Kish (1949), A Procedure for Objective Respondent Selection within the Household, JASA
///   44(247), table 1.
package enum KishGrid: String, Sendable, Hashable, CaseIterable {
    case a = "A"
    case b1 = "B1"
    case b2 = "B2"
    case c = "C"
    case d = "D"
    case e1 = "E1"
    case e2 = "E2"
    case f = "F"

    /// Who is asked in a household of 1, 2 … 6 and more eligible persons, counted from 1.
    package var persons: [Int] {
        switch self {
        case .a: [1, 1, 1, 1, 1, 1]
        case .b1: [1, 1, 1, 1, 2, 2]
        case .b2: [1, 1, 1, 2, 2, 2]
        case .c: [1, 1, 2, 2, 3, 3]
        case .d: [1, 2, 2, 3, 4, 4]
        case .e1: [1, 2, 3, 3, 3, 5]
        case .e2: [1, 2, 3, 4, 5, 5]
        case .f: [1, 2, 3, 4, 5, 6]
        }
    }

    /// The number of the person who is asked among `eligible` ones; nil where nobody is eligible.
    package func person(among eligible: Int) -> Int? {
        eligible > 0 ? persons[min(eligible, 6) - 1] : nil
    }

    /// The table of a household by its running number, from 1: in twelve households in a row A, C, D
    /// and F come twice, the others once.
    package static func table(ofHousehold number: Int) -> KishGrid {
        cycle[(number - 1) % cycle.count]
    }

    private static let cycle: [KishGrid] = [.a, .c, .b1, .f, .d, .e1, .c, .a, .e2, .d, .f, .b2]
}
