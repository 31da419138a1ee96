import CReadStatChild

/// The values of the columns that are read, as they come from the child.
struct StatValues {
    /// For each column its values; NaN is missing, the lowest byte of its bits Stata's letter or 0.
    ///
    /// Empty for a column of texts.
    private(set) var numbers: [[Double]]
    /// For each column its texts; empty for a column of numbers.
    private(set) var pools: [BytesPool]
    private let areTexts: [Bool]
    private let limits: StatLimits
    private var cells = 0
    private var textBytes = 0

    /// No rows yet of columns that hold texts where `areTexts` says so.
    init(areTexts: [Bool], limits: StatLimits) {
        self.areTexts = areTexts
        self.limits = limits
        numbers = Array(repeating: [], count: areTexts.count)
        pools = Array(repeating: BytesPool(), count: areTexts.count)
    }

    /// Adds what one frame holds.
    mutating func add(_ kind: Int, _ payload: inout FramePayload) throws(ChildFailure) {
        let column = try payload.natural()
        let count = try payload.natural()
        guard areTexts.indices.contains(column) else { throw .nonsense }
        cells += count
        guard cells <= limits.cells else { throw .tooLarge }
        switch kind {
        case ASHAR_FRAME_NUMBERS where !areTexts[column]:
            try payload.doubles(count, to: &numbers[column])
        case ASHAR_FRAME_TEXTS where areTexts[column]:
            let before = pools[column].byteCount
            for _ in 0..<count { pools[column].append(try payload.text()) }
            textBytes += pools[column].byteCount - before
            guard textBytes <= limits.textBytes else { throw .tooLarge }
        default:
            throw .nonsense
        }
        guard payload.remaining == 0 else { throw .nonsense }
    }

    /// Whether every column has `rows` values.
    func isComplete(rows: Int) -> Bool {
        areTexts.indices.allSatisfy { column in
            (areTexts[column] ? pools[column].positions.count : numbers[column].count) == rows
        }
    }
}

/// One text a row as bytes, equal texts stored once; the first is the empty one.
struct BytesPool {
    private(set) var texts: [[UInt8]] = [[]]
    private(set) var positions: [Int32] = []
    /// How many bytes the different texts have.
    private(set) var byteCount = 0
    private var known: [[UInt8]: Int32] = [[]: 0]

    /// Adds one row's text.
    mutating func append(_ text: ArraySlice<UInt8>) {
        if let last = positions.last, texts[Int(last)].elementsEqual(text) {
            positions.append(last)
            return
        }
        let bytes = Array(text)
        if let position = known[bytes] {
            positions.append(position)
        } else {
            let position = Int32(clamping: texts.count)
            known[bytes] = position
            texts.append(bytes)
            byteCount += bytes.count
            positions.append(position)
        }
    }
}
