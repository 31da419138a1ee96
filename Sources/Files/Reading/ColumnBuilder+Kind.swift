import Survey

extension ColumnBuilder {
    /// Turns the cells so far into `wanted`, a kind that can hold them.
    mutating func become(_ wanted: Kind) {
        guard kind != wanted else { return }
        switch (kind, wanted) {
        case (.empty, .smallNumbers):
            small.reserveCapacity(max(reserved, count))
            small.append(contentsOf: repeatElement(.min, count: count))
        case (.empty, .numbers):
            reserveDoubles()
            doubles.append(contentsOf: repeatElement(.nan, count: count))
            shapes.append(contentsOf: repeatElement(.empty, count: count))
        case (.smallNumbers, .numbers):
            reserveDoubles()
            for number in small {
                doubles.append(number == .min ? .nan : Double(number))
                shapes.append(number == .min ? .empty : .whole)
            }
            small = []
        case (.empty, .dates):
            doubles.reserveCapacity(max(reserved, count))
            doubles.append(contentsOf: repeatElement(.nan, count: count))
        default: writeAgain()
        }
        kind = wanted
    }

    private mutating func reserveDoubles() {
        doubles.reserveCapacity(max(reserved, count))
        shapes.reserveCapacity(max(reserved, count))
    }

    /// Fills the text pool with the cells so far, each as it was written.
    private mutating func writeAgain() {
        pool.reserve(rows: max(reserved, count))
        var texts = written.makeIterator()
        for row in 0..<count {
            switch kind {
            case .empty, .text: pool.appendEmpty()
            case .smallNumbers:
                small[row] == .min ? pool.appendEmpty() : pool.append("\(small[row])")
            case .dates: doubles[row].isNaN ? pool.appendEmpty() : texts.next(into: &pool)
            case .numbers:
                switch shapes[row] {
                case .empty: pool.appendEmpty()
                case .asWritten: texts.next(into: &pool)
                case let shape: pool.append(shape.text(of: doubles[row], mark: mark))
                }
            }
        }
        small = []
        doubles = []
        shapes = []
        written = WrittenTexts()
    }

    /// Appends all cells of `other`, as if they had been appended one by one.
    package mutating func append(contentsOf other: consuming ColumnBuilder) {
        let isSameMark = mark == 0 || other.mark == 0 || mark == other.mark
        let joint = isSameMark ? kind.joined(with: other.kind) : .text
        // Promoting to numbers keeps the mark, so that a later turn to text can use it.
        if mark == 0 { mark = other.mark }
        if other.mark == 0 { other.mark = mark }
        other.become(joint)
        become(joint)
        small.append(contentsOf: other.small)
        doubles.append(contentsOf: other.doubles)
        shapes.append(contentsOf: other.shapes)
        written.append(contentsOf: other.written)
        if joint == .text { pool.append(contentsOf: other.pool) }
        if other.precision == .second { precision = .second }
        count += other.count
    }
}

extension ColumnBuilder.Kind {
    /// The kind of a column that holds cells of both kinds.
    func joined(with other: Self) -> Self {
        switch (self, other) {
        case (let kind, let same) where kind == same: kind
        case (.empty, let kind), (let kind, .empty): kind
        case (.smallNumbers, .numbers), (.numbers, .smallNumbers): .numbers
        default: .text
        }
    }
}
