import Base

/// Labels, and lines of tables.
extension ClaimParser {
    /// `name[lines]` or `name[lines, lines]`, after the name.
    mutating func cells(_ name: String, _ token: ClaimToken) throws(Claim.Fault) -> Claim.Term {
        try expect("[")
        var lines = [try self.lines()]
        while skip(",") { lines.append(try self.lines()) }
        try expect("]")
        guard lines.count <= 2 else {
            throw Claim.Fault(
                .grammar,
                at: token.range.lowerBound,
                "A table has rows and columns only.",
                remedy: "Write \(name)[row, column]."
            )
        }
        return term(.cells(name, lines), at: token)
    }

    private mutating func lines() throws(Claim.Fault) -> Claim.Lines {
        let start = next
        let kind: Claim.Lines.Kind
        if skip("*") {
            kind = .all
        } else if skip("{") {
            var set = [try line()]
            while skip(",") { set.append(try line()) }
            try expect("}")
            kind = .set(set)
        } else {
            let first = try line()
            kind = skip("..") ? .run(first, try line()) : .one(first)
        }
        return Claim.Lines(kind: kind, range: tokens[start].range.lowerBound..<end)
    }

    mutating func line() throws(Claim.Fault) -> Claim.Line {
        let start = next
        if skip("#") {
            guard next < tokens.count, case .number(let number) = tokens[next].kind,
                number.decimals == 0, !number.isPercent, number.units > 0
            else { throw fault("After # stands the number of a line.", "Write #1 for the first.") }
            next += 1
            return Claim.Line(
                kind: .position(number.units),
                range: tokens[start].range.lowerBound..<end
            )
        }
        if skip(word: "total") { return Claim.Line(kind: .total, range: tokens[start].range) }
        let label = try label()
        return Claim.Line(kind: .label(label.text), range: label.range)
    }

    /// A label: in quotation marks, or one word or number.
    mutating func label() throws(Claim.Fault) -> Claim.Label {
        guard next < tokens.count else { throw unexpected() }
        let token = tokens[next]
        switch token.kind {
        case .text(let text):
            next += 1
            return Claim.Label(text: text, range: token.range)
        case .number:
            next += 1
            return Claim.Label(text: words(token), range: token.range)
        case .word(let word) where !Self.reserved.contains(word):
            next += 1
            if next < tokens.count, case .word(let second) = tokens[next].kind,
                !Self.reserved.contains(second)
            {
                throw fault(
                    "\(Problem.quote(word + " " + second)) is two words.",
                    "Write a label of several words in quotation marks: \"\(word) \(second)\"."
                )
            }
            return Claim.Label(text: word, range: token.range)
        default: throw unexpected()
        }
    }

    /// Several labels, such as `{"North", "South"}`.
    mutating func labelSet() throws(Claim.Fault) -> [Claim.Label] {
        try expect("{")
        var labels = [try label()]
        while skip(",") { labels.append(try label()) }
        try expect("}")
        return labels
    }
}
