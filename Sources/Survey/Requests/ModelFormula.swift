import Base

/// A model as it is written: `y ~ x + factor(z) + a:b`.
///
/// A term is a column, a factor (a column of texts, or `factor(column)`), or a product of those, written
/// with `:`; `a*b` is short for `a + b + a:b`; `- 1` leaves the intercept out. The response is a column or
/// a condition.
package struct ModelFormula: Sendable, Hashable {
    package struct Fault: Error, Sendable, Hashable {
        package let message: String
        package let remedy: String
    }

    /// One factor of a term.
    package struct Part: Sendable, Hashable {
        package let name: String
        /// Whether numbers are taken as groups.
        package let isFactor: Bool
    }

    package let response: String
    /// The parts of each term, which are multiplied.
    package let terms: [[Part]]
    package let hasIntercept: Bool

    /// Reads `text`.
    ///
    /// - Throws: The first ``Fault``.
    package init(_ text: String) throws(Fault) {
        let sides = text.split(separator: "~", omittingEmptySubsequences: false)
        guard sides.count == 2, !Self.trimmed(sides[0]).isEmpty else {
            throw Fault(
                message: "\(Problem.quote(text)) is no model.",
                remedy: "Write the response, a tilde and the terms, as in \"api00 ~ ell + meals\"."
            )
        }
        response = Self.trimmed(sides[0])
        var terms: [[Part]] = []
        var hasIntercept = true
        for piece in try Self.pieces(of: String(sides[1])) {
            if piece.isMinus {
                guard piece.text == "1" else {
                    throw Fault(
                        message: "Only - 1 can be taken away.",
                        remedy: "Leave \(Problem.quote(piece.text)) out of the model instead."
                    )
                }
                hasIntercept = false
                continue
            }
            if piece.text == "1" { continue }
            if piece.text == "0" {
                hasIntercept = false
                continue
            }
            for term in try Self.expanded(piece.text) where !terms.contains(term) {
                terms.append(term)
            }
        }
        // Products after what they are made of, as R orders them.
        self.terms = terms.filter { $0.count == 1 } + terms.filter { $0.count > 1 }
        self.hasIntercept = hasIntercept
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    /// The terms between plus and minus.
    private static func pieces(
        of text: String
    ) throws(Fault) -> [(text: String, isMinus: Bool)] {
        var pieces: [(text: String, isMinus: Bool)] = []
        var current = ""
        var isMinus = false
        for letter in text + "+" {
            guard letter == "+" || letter == "-" else {
                current.append(letter)
                continue
            }
            let piece = trimmed(current[...])
            if piece.isEmpty {
                guard pieces.isEmpty, current.allSatisfy({ $0 == " " }), letter == "-" else {
                    throw Fault(
                        message: "A term is missing in \(Problem.quote(text)).",
                        remedy: "Write one term on each side of a plus."
                    )
                }
            } else {
                pieces.append((piece, isMinus))
            }
            isMinus = letter == "-"
            current = ""
        }
        return pieces
    }

    /// `a*b` as a, b and a:b; `a:b` as it is.
    private static func expanded(_ text: String) throws(Fault) -> [[Part]] {
        let crossed = text.split(separator: "*", omittingEmptySubsequences: false)
        var groups: [[Part]] = []
        for piece in crossed {
            var parts: [Part] = []
            for name in piece.split(separator: ":", omittingEmptySubsequences: false) {
                parts.append(try part(trimmed(name)))
            }
            groups.append(parts)
        }
        guard groups.count > 1 else { return groups }
        guard groups.count <= 4 else {
            throw Fault(
                message: "More than four variables are crossed.",
                remedy: "Write the products that you need with colons."
            )
        }
        var terms: [[Part]] = []
        for chosen in 1..<(1 << groups.count) {
            terms.append(
                groups.indices.filter { chosen & (1 << $0) != 0 }.flatMap { groups[$0] }
            )
        }
        return terms.sorted { $0.count < $1.count }
    }

    private static func part(_ text: String) throws(Fault) -> Part {
        for function in ["factor(", "C("] where text.hasPrefix(function) && text.hasSuffix(")") {
            let name = trimmed(text.dropFirst(function.count).dropLast())
            return Part(name: name, isFactor: true)
        }
        guard !text.isEmpty, !text.contains(where: { "()~^%|".contains($0) }) else {
            throw Fault(
                message: "\(Problem.quote(text)) is no term.",
                remedy:
                    "A term is a column, factor(column), or a product a:b; work out others in the data."
            )
        }
        return Part(name: text, isFactor: false)
    }
}
