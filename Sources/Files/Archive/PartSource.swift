import CZip

/// The bytes of an XML file: an entry of an archive while it is being unpacked, with what it may cost, or
/// bytes that are there already.
struct PartSource {
    private enum Origin {
        case entry(OpaquePointer)
        case bytes([UInt8])
    }

    /// Why unpacking stopped early.
    enum Failure {
        case bomb
        case damaged
    }

    private let origin: Origin
    private let packedBytes: Int
    private let mostBytes: Int
    /// What all entries of the archive unpacked to so far.
    private let total: UnsafeMutablePointer<Int>?
    private(set) var unpackedBytes = 0
    private(set) var failure: Failure?

    init(
        entry: OpaquePointer,
        packedBytes: Int,
        mostBytes: Int,
        total: UnsafeMutablePointer<Int>
    ) {
        origin = .entry(entry)
        self.packedBytes = packedBytes
        self.mostBytes = mostBytes
        self.total = total
    }

    /// Bytes that are in memory.
    init(bytes: [UInt8]) {
        origin = .bytes(bytes)
        packedBytes = bytes.count
        mostBytes = bytes.count
        total = nil
    }

    /// Ends unpacking.
    func close() {
        if case .entry(let entry) = origin { zip_fclose(entry) }
    }

    /// Unpacks up to `capacity` bytes into `buffer`: how many, 0 at the end, -1 on failure.
    mutating func read(into buffer: UnsafeMutableRawPointer, capacity: Int) -> Int {
        let entry: OpaquePointer
        switch origin {
        case .bytes(let bytes):
            let count = min(capacity, bytes.count - unpackedBytes)
            buffer.copyMemory(
                from: Array(bytes[unpackedBytes..<unpackedBytes + count]),
                byteCount: count
            )
            unpackedBytes += count
            return count
        case .entry(let pointer): entry = pointer
        }
        let count = Int(zip_fread(entry, buffer, UInt64(capacity)))
        guard count >= 0 else {
            failure = .damaged
            return -1
        }
        unpackedBytes += count
        total?.pointee += count
        let tooDense =
            unpackedBytes > ZipContainer.ratioFloor
            && unpackedBytes / ZipContainer.mostRatio > packedBytes
        let tooLarge =
            unpackedBytes > mostBytes || total?.pointee ?? 0 > ZipContainer.mostBytes
        if tooDense || tooLarge {
            failure = .bomb
            return -1
        }
        return count
    }
}
