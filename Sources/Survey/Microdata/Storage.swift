/// One small whole number a row: 0 for system-missing, k for the k-th category.
///
/// One byte a row up to 255 categories, two bytes above that.
package enum Codes: Sendable, Hashable {
    case bytes([UInt8])
    case words([UInt16])

    /// The most categories that a column can have.
    package static let mostCategories = Int(UInt16.max)

    /// Stores `codes`, each in 0...`categoryCount`, as narrowly as they fit.
    package init(_ codes: some Collection<Int>, categoryCount: Int) {
        precondition(categoryCount <= Codes.mostCategories, "at most 65,535 categories")
        self =
            categoryCount <= Int(UInt8.max)
            ? .bytes(codes.map { UInt8($0) }) : .words(codes.map { UInt16($0) })
    }

    package var count: Int {
        switch self {
        case .bytes(let codes): codes.count
        case .words(let codes): codes.count
        }
    }

    /// The code of `row`: 0 for system-missing, else the category's position plus 1.
    package subscript(row: Int) -> Int {
        switch self {
        case .bytes(let codes): Int(codes[row])
        case .words(let codes): Int(codes[row])
        }
    }

    func keeping(rows: [Int]) -> Codes {
        switch self {
        case .bytes(let codes): .bytes(rows.map { codes[$0] })
        case .words(let codes): .words(rows.map { codes[$0] })
        }
    }
}

/// One number a row; NaN is system-missing.
///
/// Whole numbers from -127 to 127 (rating scales, ages) take one byte a row.
package enum Numbers: Sendable, Hashable {
    /// Whole numbers; `Int8.min` is system-missing.
    case bytes([Int8])
    case doubles([Double])

    /// Stores `numbers` (NaN for system-missing) as narrowly as they fit without loss.
    package init(_ numbers: [Double]) {
        let fits = numbers.allSatisfy { number in
            number.isNaN || (abs(number) <= 127 && number == number.rounded())
        }
        self = fits ? .bytes(numbers.map { $0.isNaN ? .min : Int8($0) }) : .doubles(numbers)
    }

    package var count: Int {
        switch self {
        case .bytes(let numbers): numbers.count
        case .doubles(let numbers): numbers.count
        }
    }

    /// The number of `row`; NaN for system-missing.
    package subscript(row: Int) -> Double {
        switch self {
        case .bytes(let numbers): numbers[row] == .min ? .nan : Double(numbers[row])
        case .doubles(let numbers): numbers[row]
        }
    }

    /// All numbers, one a row; NaN for system-missing.
    package var all: [Double] {
        switch self {
        case .bytes(let numbers): numbers.map { $0 == .min ? .nan : Double($0) }
        case .doubles(let numbers): numbers
        }
    }

    func keeping(rows: [Int]) -> Numbers {
        switch self {
        case .bytes(let numbers): .bytes(rows.map { numbers[$0] })
        case .doubles(let numbers): .doubles(rows.map { numbers[$0] })
        }
    }
}

/// One text a row, equal texts stored once; the empty text is system-missing.
package struct TextPool: Sendable, Hashable {
    /// The different texts, in order of first appearance; the first is always the empty one.
    package private(set) var pool: [String]
    /// The position in `pool` of each row's text.
    package private(set) var positions: [Int32]

    package init(pool: [String], positions: [Int32]) {
        precondition(pool.first == "", "the pool begins with the empty text")
        self.pool = pool
        self.positions = positions
    }

    /// Stores `texts`, one a row.
    package init(_ texts: some Sequence<String>) {
        pool = [""]
        positions = []
        var known = ["": Int32(0)]
        for text in texts {
            if let position = known[text] {
                positions.append(position)
            } else {
                let position = Int32(pool.count)
                known[text] = position
                pool.append(text)
                positions.append(position)
            }
        }
    }

    package var count: Int { positions.count }

    package subscript(row: Int) -> String { pool[Int(positions[row])] }

    func keeping(rows: [Int]) -> TextPool {
        TextPool(pool: pool, positions: rows.map { positions[$0] })
    }
}

/// For each row, which answers of a closed list were chosen.
package struct SeveralAnswers: Sendable, Hashable {
    package var options: [Category]
    /// Whether the row holds an answer at all; a row that chose nothing is not a missing row.
    package private(set) var isAnswered: [Bool]
    /// One bit an option, `wordsPerRow` words a row.
    private var bits: [UInt64]

    private var wordsPerRow: Int { max(1, (options.count + 63) / 64) }

    /// Answers to `options`, with no rows yet.
    package init(options: [Category]) {
        self.options = options
        isAnswered = []
        bits = []
    }

    package var count: Int { isAnswered.count }

    /// Adds a row that chose the options at `chosen`; nil for a row without an answer.
    package mutating func append(_ chosen: [Int]?) {
        isAnswered.append(chosen != nil)
        var words = [UInt64](repeating: 0, count: wordsPerRow)
        for option in chosen ?? [] {
            precondition(options.indices.contains(option), "an option of the list")
            words[option / 64] |= 1 << UInt64(option % 64)
        }
        bits.append(contentsOf: words)
    }

    /// Whether `row` chose the option at `option`.
    package func chose(_ option: Int, row: Int) -> Bool {
        bits[row * wordsPerRow + option / 64] >> UInt64(option % 64) & 1 == 1
    }

    /// The options that `row` chose, by position; nil for a row without an answer.
    package func chosen(row: Int) -> [Int]? {
        isAnswered[row] ? options.indices.filter { chose($0, row: row) } : nil
    }

    func keeping(rows: [Int]) -> SeveralAnswers {
        var kept = SeveralAnswers(options: options)
        for row in rows { kept.append(chosen(row: row)) }
        return kept
    }
}
