/// What stands in the brackets behind a test's letter: degrees of freedom, and how many people.
struct DegreesOfFreedom: Hashable, Sendable {
    var df: [TextNumber]
    /// How many people, where it says "N = ".
    var n: Int?

    /// What `text`, the inside of the brackets, says for a test of `kind`.
    ///
    /// Nil where a comma leaves it open what the numbers are: "t(2, 28)", "χ²(2,323)". Three
    /// figures straight behind a comma are thousands where the kind of test leaves a number too
    /// many.
    init?(_ text: String, of kind: ReportedTest.Kind, decimalCommas: Bool) {
        var pieces = Self.pieces(of: text)
        df = []
        if let place = pieces.firstIndex(where: \.isCount) {
            // Nothing but thousands can follow the number of people.
            let digits = pieces[place...].map(\.text).joined()
            n = Int(digits)
            guard n != nil else { return nil }
            pieces = Array(pieces[..<place])
        }
        let wanted = kind == .fisherF ? 2 : kind == .z ? 0 : 1
        if kind == .chiSquare, n == nil, pieces.count == 2, pieces[1].hasGap {
            // χ²(1, 323): degrees of freedom and the number of people.
            pieces.removeLast()
        }
        if kind == .r, pieces.isEmpty, let n, n > 2 {
            df = [TextNumber(value: Double(n - 2), decimals: 0)]
            return
        }
        guard let joined = Self.joined(pieces, wanted, decimalCommas) else { return nil }
        for piece in joined {
            guard let number = Self.number(piece) else { return nil }
            df.append(number)
        }
        guard df.count == wanted, df.allSatisfy({ $0.value > 0 }) else { return nil }
    }

    private struct Piece {
        var text: String
        /// Whether a blank or a semicolon parts it from the piece before.
        var hasGap: Bool
        var isCount: Bool

        var isThousands: Bool { !hasGap && text.count == 3 && text.allSatisfy(\.isNumber) }
    }

    private static func pieces(of text: String) -> [Piece] {
        let hasSemicolons = text.contains(";")
        return text.split(separator: hasSemicolons ? ";" : ",").map { part in
            var piece = Piece(
                text: String(part.filter { $0 != " " }),
                hasGap: hasSemicolons || part.first == " ",
                isCount: false
            )
            if hasSemicolons { piece.text.replaceCommas() }
            if let equals = piece.text.lastIndex(of: "=") {
                piece.isCount = piece.text.first == "n" || piece.text.first == "N"
                piece.text = String(piece.text[piece.text.index(after: equals)...])
            }
            if piece.text.hasSuffix("df") { piece.text.removeLast(2) }
            return piece
        }
    }

    /// So many pieces as are wanted, those of one number joined; nil where that is not certain.
    private static func joined(
        _ pieces: [Piece],
        _ wanted: Int,
        _ decimalCommas: Bool
    ) -> [String]? {
        if pieces.count == wanted { return pieces.map(\.text) }
        let places = pieces.indices.dropFirst().filter { !pieces[$0].hasGap }
        guard wanted > 0, places.count == pieces.count - wanted else {
            // F(2,1,028): one of two commas parts thousands.
            let thousands = places.filter { pieces[$0].isThousands }
            guard thousands.count == pieces.count - wanted, !decimalCommas else { return nil }
            return join(pieces, at: thousands)
        }
        return join(pieces, at: places, decimalCommas: decimalCommas)
    }

    private static func join(
        _ pieces: [Piece],
        at places: [Int],
        decimalCommas: Bool = false
    ) -> [String]? {
        var texts: [String] = []
        for (place, piece) in pieces.enumerated() {
            guard places.contains(place), let last = texts.popLast() else {
                texts.append(piece.text)
                continue
            }
            let isThousands = piece.isThousands && !decimalCommas && last.count <= 3
            texts.append(last + (isThousands ? "" : ".") + piece.text)
        }
        return texts
    }

    private static func number(_ text: String) -> TextNumber? {
        if text == "l" || text == "I" { return TextNumber(value: 1, decimals: 0) }
        var cursor = TextCursor(text: FoldedText(text), at: 0)
        guard let number = cursor.number(.decimal), cursor.peek() == nil else { return nil }
        return number
    }
}

extension String {
    fileprivate mutating func replaceCommas() {
        self = String(map { $0 == "," ? "." : $0 })
    }
}
