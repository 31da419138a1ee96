/// A claim of a report, read from the language of docs/audit/claims.md.
package struct Claim: Hashable, Sendable {
    /// The text that it was read from.
    package let text: String
    let root: Term

    /// One part of a claim, with the characters of the text that it was read from.
    struct Term: Hashable, Sendable {
        indirect enum Kind: Hashable, Sendable {
            case number(PrintedNumber)
            /// A label in quotation marks.
            case text(String)
            /// A word alone: a label, or the name of a column in a relation.
            case word(String)
            /// Cells of a table, or of a column of a relation.
            case cells(String, [Lines])
            case call(Function, [Term])
            case scale(String, ScalePoint)
            case base(table: String, line: Line?)
            case not(Term)
            case negative(Term)
            case binary(Operator, Term, Term)
            /// That the first is about the second, within the third.
            case about(Term, Term, within: Term?)
            case between(Term, Term, Term)
            case isLabel(Term, [Label], isNegated: Bool)
        }

        var kind: Kind
        var range: Range<Int>
    }

    /// Which lines of one axis of a table are meant.
    struct Lines: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case one(Line)
            case run(Line, Line)
            case set([Line])
            /// All lines that are no totals.
            case all
        }

        var kind: Kind
        var range: Range<Int>
    }

    struct Line: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case label(String)
            /// Counted from 1.
            case position(Int)
            /// The only total of the axis.
            case total
        }

        var kind: Kind
        var range: Range<Int>
    }

    struct Label: Hashable, Sendable {
        var text: String
        var range: Range<Int>
    }

    enum ScalePoint: String, Hashable, Sendable, CaseIterable {
        case low
        case middle
        case high
    }

    enum Operator: String, Hashable, Sendable {
        case or
        case and
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"

        /// How tightly it binds; a larger number binds first.
        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
            case .plus, .minus: 5
            case .times, .divided: 6
            }
        }

        var isComparison: Bool { precedence == 4 }
    }

    enum Function: String, Hashable, Sendable, CaseIterable {
        case min, max, sum, mean, count, abs
        case highest, lowest, label
        case increasing, decreasing, nondecreasing, nonincreasing
        case all, none, some, most
        case majority, half, third
        case significant

        /// The numbers of arguments that it takes.
        var arguments: ClosedRange<Int> {
            switch self {
            case .min, .max, .sum, .mean: 1...20
            case .significant: 2...2
            default: 1...1
            }
        }
    }

    /// What is wrong with a claim: where in its text, what, and how to mend it.
    package struct Fault: Error, Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case grammar
            case table
            case line
            case scale
            /// A number stands where a label should, a list where a number should, and so on.
            case meaning
        }

        package var kind: Kind
        /// The position of the character in the text, from 0.
        package var position: Int
        package var message: String
        package var remedy: String

        init(_ kind: Kind, at position: Int, _ message: String, remedy: String) {
            self.kind = kind
            self.position = position
            self.message = message
            self.remedy = remedy
        }
    }

    /// Reads `text`.
    ///
    /// - Throws: The first ``Fault`` of its grammar.
    package init(_ text: String) throws(Fault) {
        self.text = text
        var parser = try ClaimParser(text)
        root = try parser.claim()
    }

    /// The characters of the text in `range`.
    func words(_ range: Range<Int>) -> String {
        String(text.dropFirst(range.lowerBound).prefix(range.count))
    }
}

extension Claim.Term {
    /// The parts that it is made of.
    var parts: [Claim.Term] {
        switch kind {
        case .number, .text, .word, .cells, .scale, .base: []
        case .call(_, let terms): terms
        case .not(let term), .negative(let term), .isLabel(let term, _, _): [term]
        case .binary(_, let left, let right): [left, right]
        case .about(let left, let right, let within): [left, right] + (within.map { [$0] } ?? [])
        case .between(let term, let low, let high): [term, low, high]
        }
    }

    /// It and everything inside it, in the order of the text.
    var all: [Claim.Term] { [self] + parts.flatMap(\.all) }
}
