/// One name a row, equal names stored once: a stratum, a cluster, a place.
package struct Labels: Sendable, Hashable {
    /// The position in `names` of each row's name; -1 where the row has none.
    package let codes: [Int32]
    /// The different names.
    package let names: [String]

    /// Labels by position; each code is -1 or a position in `names`.
    package init(codes: [Int32], names: [String]) {
        precondition(codes.allSatisfy { $0 >= -1 && $0 < names.count }, "a position in names")
        self.codes = codes
        self.names = names
    }

    /// One name a row; nil and the empty text are missing.
    package init(_ texts: some Sequence<String?>) {
        var known: [String: Int32] = [:]
        var names: [String] = []
        codes = texts.map { text in
            guard let text, !text.isEmpty else { return -1 }
            if let code = known[text] { return code }
            let code = Int32(names.count)
            known[text] = code
            names.append(text)
            return code
        }
        self.names = names
    }

    /// One name a row from whole numbers (cluster numbers and the like).
    package init(numbers: [Int]) {
        var known: [Int: Int32] = [:]
        var names: [String] = []
        codes = numbers.map { number in
            if let code = known[number] { return code }
            let code = Int32(names.count)
            known[number] = code
            names.append(String(number))
            return code
        }
        self.names = names
    }

    /// The values of a column as names; a value that means "no answer" is missing.
    ///
    /// A column of several answers has no single name a row: all of its rows are missing.
    package init(_ column: Column) {
        switch column.values {
        case .codes(let codes, let categories):
            let missing = categories.map(\.isMissing)
            self.init(
                codes: (0..<codes.count).map { row in
                    let code = codes[row]
                    return code == 0 || missing[code - 1] ? -1 : Int32(code - 1)
                },
                names: categories.map(\.name)
            )
        case .numbers(let numbers):
            self.init(
                (0..<numbers.count).map { row -> String? in
                    let number = numbers[row]
                    return number.isNaN || column.missingNumbers.contains(number)
                        ? nil : Labels.text(of: number)
                }
            )
        case .text(let texts):
            self.init(
                codes: texts.positions.map { $0 - 1 },
                names: Array(texts.pool.dropFirst())
            )
        case .dates(let seconds, _):
            self.init(seconds.map { $0.isNaN ? nil : Labels.text(of: $0) })
        case .several(let answers):
            self.init(codes: [Int32](repeating: -1, count: answers.count), names: [])
        }
    }

    /// The crossing of several columns of names: "Osh / Urban"; missing where one of them is.
    package init(crossing parts: [Labels]) {
        precondition(parts.allSatisfy { $0.count == parts[0].count }, "the same rows")
        self.init(
            (0..<(parts.first?.count ?? 0)).map { row -> String? in
                let names = parts.compactMap { part in
                    part.codes[row] < 0 ? nil : part.names[Int(part.codes[row])]
                }
                return names.count == parts.count ? names.joined(separator: " / ") : nil
            }
        )
    }

    package var count: Int { codes.count }

    /// The place of each row's name among all names in order, whole numbers by size; -1 for none.
    ///
    /// It does not depend on the order of rows, as positions in `names` do.
    var ranks: [Int32] {
        let numbers = names.map { Int($0) }
        let order = names.indices.sorted { first, second in
            switch (numbers[first], numbers[second]) {
            case (let one?, let other?):
                one == other ? names[first] < names[second] : one < other
            case (nil, nil): names[first] < names[second]
            case (let one, _): one != nil
            }
        }
        if order.indices.allSatisfy({ order[$0] == $0 }) { return codes }
        var rank = [Int32](repeating: 0, count: names.count)
        for (place, name) in order.enumerated() { rank[name] = Int32(truncatingIfNeeded: place) }
        return codes.map { $0 < 0 ? -1 : rank[Int($0)] }
    }

    /// The rows without a name.
    package var missingRows: [Int] { codes.indices.filter { codes[$0] < 0 } }

    /// `number` without a needless ".0".
    private static func text(of number: Double) -> String {
        Int(exactly: number).map(String.init) ?? String(number)
    }
}
