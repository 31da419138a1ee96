import Survey

/// One text a row as UTF-8, equal texts stored once; grows row by row.
///
/// An open-addressing hash table over one arena of bytes: strings are made once, at the end.
struct BytePool: Sendable {
    private var arena: [UInt8] = []
    /// Where each different text ends in the arena; the first is the empty text.
    private var ends: [Int] = [0]
    private var hashes: [UInt32] = [0]
    /// The position in `ends` of each row's text.
    private(set) var positions: [Int32] = []
    /// Slots of positions, -1 where free; always a power of two, at most half full.
    private var table: [Int32] = []

    mutating func reserve(rows: Int) {
        positions.reserveCapacity(rows)
    }

    mutating func appendEmpty() {
        positions.append(0)
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        positions.append(position(of: text))
    }

    /// Appends all rows of `other`.
    mutating func append(contentsOf other: BytePool) {
        var moved: [Int32] = []
        moved.reserveCapacity(other.ends.count)
        other.arena.withUnsafeBufferPointer { arena in
            for text in other.ends.indices {
                let start = text == 0 ? 0 : other.ends[text - 1]
                let bytes = UnsafeBufferPointer(rebasing: arena[start..<other.ends[text]])
                moved.append(position(of: bytes))
            }
        }
        positions.reserveCapacity(positions.count + other.positions.count)
        for position in other.positions { positions.append(moved[Int(position)]) }
    }

    /// The texts as a column stores them; the pool is empty afterwards.
    mutating func finish() -> TextPool {
        var texts = [""]
        texts.reserveCapacity(ends.count)
        for text in ends.indices.dropFirst() {
            texts.append(String(decoding: arena[ends[text - 1]..<ends[text]], as: UTF8.self))
        }
        let rows = positions
        self = BytePool()
        return TextPool(pool: texts, positions: rows)
    }

    /// The position of `text` in the pool, where it is added if it is new.
    private mutating func position(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let base = text.baseAddress, text.count > 0 else { return 0 }
        if 2 * ends.count >= table.count { growTable() }
        let hash = hashOfBytes(text)
        var slot = Int(hash) & (table.count - 1)
        while table[slot] >= 0 {
            let known = Int(table[slot])
            if hashes[known] == hash, isEqual(known, base, text.count) { return Int32(known) }
            slot = (slot + 1) & (table.count - 1)
        }
        let position = Int32(ends.count)
        table[slot] = position
        arena.append(contentsOf: text)
        ends.append(arena.count)
        hashes.append(hash)
        return position
    }

    private func isEqual(_ known: Int, _ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = ends[known - 1]
        guard ends[known] - start == count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            for offset in 0..<count where arena[start + offset] != base[offset] { return false }
            return true
        }
    }

    private mutating func growTable() {
        table = [Int32](repeating: -1, count: max(64, 4 * table.count))
        for position in ends.indices.dropFirst() {
            var slot = Int(hashes[position]) & (table.count - 1)
            while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = Int32(position)
        }
    }
}

/// A hash of `text`: eight bytes at a time, multiplied and folded.
///
/// It is seeded once a process, so that a file cannot be made to collide on purpose.
private func hashOfBytes(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(text)
    var hash = hashSeed ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
        hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
        rest = rest << 8 | UInt64(bytes[offset])
        offset += 1
    }
    hash = fold(hash ^ rest)
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
}

/// The two halves of the product with an odd constant (the golden ratio's bits), mixed.
private func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
}

private let hashSeed = UInt64.random(in: 0...UInt64.max)
