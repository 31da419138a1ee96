import Base
import Survey

/// Random tables that an SPSS file can hold without loss.
struct RandomTables {
    var state: UInt64

    private mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func text(_ longest: Int) -> String {
        let letters = Array("abcё яҢүөz,;\"'\n\t“👍0.")
        let text = String((0..<next(longest + 1)).map { _ in letters[next(letters.count)] })
        // SPSS pads with blanks, so that blanks at the end are no part of a text.
        return text.last == " " ? text + "." : text
    }

    mutating func table() -> Microdata {
        let rows = next(60)
        var data = Microdata(rowCount: rows)
        for index in 0...next(12) { data.append(column("column_\(index)_of_this_table", rows)) }
        return data
    }

    private mutating func column(_ name: String, _ rows: Int) -> Column {
        let label = LocalText(text(30))
        switch next(5) {
        case 0: return numbers(name, label, rows)
        case 1: return codes(name, label, rows, isText: false)
        case 2: return codes(name, label, rows, isText: true)
        case 3:
            let longest = [1, 8, 9, 80, 255, 300, 900][next(7)]
            return Column(
                name: name,
                label: label,
                values: .text(TextPool((0..<rows).map { _ in text(longest) }))
            )
        default:
            let isDay = next(2) == 0
            let seconds = (0..<rows).map { _ in
                next(5) == 0 ? .nan : Double(next(4_000_000_000)) - 2e9
            }
            return Column(
                name: name,
                label: label,
                values: .dates(
                    seconds.map { isDay ? ($0 / 86_400).rounded() * 86_400 : $0 },
                    isDay ? .day : .second
                )
            )
        }
    }

    private mutating func numbers(_ name: String, _ label: LocalText, _ rows: Int) -> Column {
        let scale = [1, 0.1, 1e9, 1e-7][next(4)]
        let values = (0..<rows).map { _ in
            next(6) == 0 ? .nan : Double(next(2000) - 1000) * scale
        }
        var missing = MissingNumbers()
        for _ in 0..<next(4) { missing.values.insert(Double(next(50)) * scale) }
        if next(2) == 0 {
            missing.ranges = [-9999 * scale ... -999 * scale]
            missing.values = Set(missing.values.prefix(1))
        }
        // Labels of missing numbers only: others would make it a list.
        var labels: [Double: LocalText] = [:]
        for value in missing.values { labels[value] = LocalText("n\(next(100))") }
        return Column(
            name: name,
            label: label,
            values: .numbers(Numbers(values)),
            missingNumbers: missing,
            numberLabels: labels
        )
    }

    private mutating func codes(
        _ name: String,
        _ label: LocalText,
        _ rows: Int,
        isText: Bool
    ) -> Column {
        let count = 1 + next(isText ? 20 : 300)
        let missing = min(next(4), count - 1)
        let categories = (0..<count).map { index in
            Category(
                isText ? (index < missing ? "m\(index)" : "name \(index) ж") : "\(index - 3)",
                label: LocalText("\(index) " + text(20) + "."),
                isMissing: index < missing
            )
        }
        let codes = (0..<rows).map { _ in next(count + 1) }
        return Column(
            name: name,
            label: label,
            values: .codes(Codes(codes, categoryCount: count), categories)
        )
    }
}
