import Base

/// The cells of one column as text, each different text once.
///
/// What is decided per text (which answer it is, which number) is so decided once, however many
/// rows there are. Numbers read as people write them ("1", not "1.0"), dates as ISO 8601.
struct CellTexts {
    /// The different texts in order of first appearance, outer spaces removed; the first is "".
    private(set) var texts: [String] = [""]
    /// The position in `texts` of each row's text.
    private(set) var positions: [Int32] = []

    init(_ column: Column) {
        var known = ["": Int32(0)]
        func position(of text: String) -> Int32 {
            let text = text.trimmed
            if let position = known[text] { return position }
            let position = Int32(texts.count)
            known[text] = position
            texts.append(text)
            return position
        }
        switch column.values {
        case .text(let pool):
            let map = pool.pool.map(position)
            positions = pool.positions.map { map[Int($0)] }
        case .codes(let codes, let categories):
            let places = ([""] + categories.map(\.name)).map(position)
            positions = (0..<codes.count).map { places[codes[$0]] }
        case .numbers(let numbers):
            var seen: [Double: Int32] = [:]
            positions = (0..<numbers.count).map { row in
                let number = numbers[row]
                if number.isNaN { return 0 }
                if let place = seen[number] { return place }
                let place = position(of: CellTexts.text(number))
                seen[number] = place
                return place
            }
        case .dates(let seconds, let precision):
            positions = seconds.map { second in
                second.isNaN
                    ? 0 : position(of: CivilTime.text(second, hasTime: precision == .second))
            }
        case .several(let answers):
            let names = answers.options.map(\.name)
            positions = (0..<answers.count).map { row in
                let chosen = answers.chosen(row: row) ?? []
                return position(of: chosen.map { names[$0] }.joined(separator: " "))
            }
        }
    }

    var count: Int { positions.count }

    subscript(row: Int) -> String { texts[Int(positions[row])] }

    /// The rows of each text that is among `wanted` positions, ascending.
    func rows(of wanted: Set<Int>) -> [Int: [Int]] {
        guard !wanted.isEmpty else { return [:] }
        var rows: [Int: [Int]] = [:]
        for (row, position) in positions.enumerated() where wanted.contains(Int(position)) {
            rows[Int(position), default: []].append(row)
        }
        return rows
    }

    /// A number as people write it: whole numbers without a point.
    static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
    }

    /// The number that `text` is, in digits with a decimal point; nil when it is none.
    static func number(_ text: String) -> Double? {
        // Double reads "nan", "inf" and "0x10" too, which no survey means.
        let allowed = text.utf8.allSatisfy { letter in
            (48...57).contains(letter) || [43, 45, 46, 69, 101].contains(letter)
        }
        guard allowed, let number = Double(text), number.isFinite else { return nil }
        return number
    }
}

extension StringProtocol {
    /// The text without spaces and line ends around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// The text with every run of spaces and line ends as one space, none around it.
    var collapsed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
