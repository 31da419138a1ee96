import Base

/// A model as it is written: `y ~ x + factor(z) + a:b`.
///
/// A term is a column, its logarithm `log(column)`, a factor (a column of texts, or `factor(column)`), or a
/// product of those, written with `:`; `a*b` is short for `a + b + a:b`; `- 1` leaves the intercept out. The response is a column or
/// a condition. A name of other letters stands in backticks.
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
        let sides = WrittenList.pieces(of: text, at: ["~"]).map(\.text)
        guard sides.count == 2, !sides[0].isEmpty else {
            throw Fault(
                message: "\(Problem.quote(text)) is no model.",
                remedy: "Write the response, a tilde and the terms, as in \"api00 ~ ell + meals\"."
            )
        }
        response = sides[0]
        var terms: [[Part]] = []
        var hasIntercept = true
        for piece in try Self.pieces(of: sides[1]) {
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
        guard hasIntercept || !terms.isEmpty else {
            throw Fault(
                message: "The model has neither a term nor an intercept.",
                remedy: "Write at least one term, or 1 for the mean alone."
            )
        }
        // Products after what they are made of, as R orders them.
        self.terms = terms.filter { $0.count == 1 } + terms.filter { $0.count > 1 }
        self.hasIntercept = hasIntercept
    }

    /// The terms between plus and minus.
    private static func pieces(
        of text: String
    ) throws(Fault) -> [(text: String, isMinus: Bool)] {
        let pieces = WrittenList.pieces(of: text, at: ["+", "-"])
        guard pieces.count > 1 || !pieces[0].text.isEmpty else {
            throw Fault(
                message: "No term stands after the tilde.",
                remedy: "Write at least one term, or 1 for the mean alone."
            )
        }
        var found: [(text: String, isMinus: Bool)] = []
        for (place, piece) in pieces.enumerated() {
            if piece.text.isEmpty {
                // Only a minus may stand first.
                guard place == 0, pieces[1].mark == "-" else {
                    throw Fault(
                        message: "A term is missing in \(Problem.quote(text)).",
                        remedy: "Write one term on each side of a plus."
                    )
                }
                continue
            }
            found.append((piece.text, piece.mark == "-"))
        }
        return found
    }

    /// `a*b` as a, b and a:b; `a:b` as it is.
    private static func expanded(_ text: String) throws(Fault) -> [[Part]] {
        let crossed = WrittenList.pieces(of: text, at: ["*"]).map(\.text)
        var groups: [[Part]] = []
        for piece in crossed {
            var parts: [Part] = []
            for name in WrittenList.pieces(of: piece, at: [":"]).map(\.text) {
                parts.append(try part(name))
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
        for function in ["factor", "C"] {
            guard let name = RequestedColumns.argument(of: function, in: text) else { continue }
            guard !name.isEmpty else {
                throw Fault(
                    message: "\(Problem.quote(text)) names no column.",
                    remedy: "Write the column into the parentheses, as in factor(region)."
                )
            }
            return Part(name: WrittenList.plain(name), isFactor: true)
        }
        let isLogarithm = RequestedColumns.argument(of: "log", in: text) != nil
        let name = WrittenList.plain(text)
        guard !text.isEmpty,
            isLogarithm || name != text || !text.contains(where: { "()~^%|".contains($0) })
        else {
            throw Fault(
                message: text.isEmpty
                    ? "A part of a product is missing." : "\(Problem.quote(text)) is no term.",
                remedy:
                    "A term is a column, log(column), factor(column), or a product a:b; work out others in "
                    + "the data. A name of other letters stands in backticks."
            )
        }
        return Part(name: name, isFactor: false)
    }
}
