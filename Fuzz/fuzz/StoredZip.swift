/// A zip archive whose parts are stored as they are: what a part says can be made up byte by byte.
struct StoredZip {
    private(set) var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Adds the part `name`.
    ///
    /// Source: APPNOTE.TXT 6.3.10 (PKWARE), sections 4.3.7 and 4.3.12.
    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = bytes.count
        var header: [UInt8] = []
        append(20, bytes: 2, to: &header)  // version needed
        append(0, bytes: 2, to: &header)  // flags
        append(0, bytes: 2, to: &header)  // stored
        append(0, bytes: 2, to: &header)  // time
        append(0x21, bytes: 2, to: &header)  // 1980-01-01
        append(Int(StoredZip.checksum(content)), bytes: 4, to: &header)
        append(content.count, bytes: 4, to: &header)
        append(content.count, bytes: 4, to: &header)
        append(name.utf8.count, bytes: 2, to: &header)
        append(0, bytes: 2, to: &header)  // no extra field
        bytes += Array("PK\u{3}\u{4}".utf8) + header + Array(name.utf8) + content
        directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + header
        directory += [UInt8](repeating: 0, count: 10)  // no comment, disk 0, no attributes
        append(start, bytes: 4, to: &directory)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole archive (section 4.3.16).
    func finished() -> [UInt8] {
        var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
        append(count, bytes: 2, to: &end)
        append(count, bytes: 2, to: &end)
        append(directory.count, bytes: 4, to: &end)
        append(bytes.count, bytes: 4, to: &end)
        return bytes + directory + end + [0, 0]
    }

    /// The little-endian bytes of `number`.
    private func append(_ number: Int, bytes count: Int, to target: inout [UInt8]) {
        for place in 0..<count { target.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }

    /// CRC-32 with the polynomial of zip, reflected.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in
            sum & 1 == 1 ? 0xedb8_8320 ^ (sum >> 1) : sum >> 1
        }
    }
}
