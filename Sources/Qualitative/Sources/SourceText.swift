/// The text of a source, addressed by Unicode scalars.
///
/// Positions count scalars from 0, as REFI-QDA 1.5 (section 10.2) does; ends are exclusive. The text is
/// kept as it came but for line ends, which are LF, and a byte order mark, which is gone; nothing is
/// normalised, since that would move what others have marked.
package struct SourceText: Sendable, Hashable {
    /// The whole text.
    package let string: String
    /// How many scalars it has.
    package let count: Int
    /// The UTF-8 offset of each scalar whose position is a multiple of ``stride``.
    let checkpoints: [Int]
    static let stride = 256

    /// A text whose CRLF and CR line ends become LF, and whose byte order mark is left out.
    package init(_ text: String) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            // LF of a CRLF was written when its CR came.
            if byte == 0x0A, previous == 0x0D {
                previous = byte
                continue
            }
            bytes.append(byte == 0x0D ? 0x0A : byte)
            previous = byte
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        string = String(decoding: bytes, as: UTF8.self)
        var checkpoints: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars.isMultiple(of: Self.stride) { checkpoints.append(offset) }
            scalars += 1
        }
        self.checkpoints = checkpoints
        count = scalars
    }

    /// The words at `range`, which must lie in the text.
    package subscript(range: Range<Int>) -> String {
        String(string.utf8[index(of: range.lowerBound)..<index(of: range.upperBound)]) ?? ""
    }

    /// The UTF-8 offset of the scalar at `position`, which is at most ``count``.
    package func utf8Offset(of position: Int) -> Int {
        string.utf8.distance(from: string.startIndex, to: index(of: position))
    }

    /// The index of the scalar at `position`.
    private func index(of position: Int) -> String.Index {
        precondition(0...count ~= position, "a position lies in the text")
        guard position < count else { return string.endIndex }
        let start = string.utf8.index(
            string.startIndex,
            offsetBy: checkpoints[position / Self.stride]
        )
        return string.unicodeScalars.index(start, offsetBy: position % Self.stride)
    }
}
