/// GUIDs that are made from names, so that one thing has the same GUID in each export.
///
/// A colleague's copy can so be put together with the study again. Source: RFC 9562, section 5.5 (UUID
/// version 5).
enum NameGUID {
    /// What a GUID stands for; two things of different kinds may have one name.
    enum Kind: String {
        case user, code, variable, source, passage, coding, note
    }

    /// The namespace of Ashar's names, drawn once.
    private static let space: [UInt8] = [
        0x9c, 0x1f, 0x6b, 0x52, 0x3e, 0x07, 0x4d, 0x8a, 0xb6, 0x4c, 0x51, 0x0e, 0xd2, 0x7a, 0x93,
        0x18,
    ]

    /// The GUID of what `name` names.
    static func of(_ kind: Kind, _ name: String) -> String {
        var bytes = SHA1.hash(space + Array("\(kind.rawValue):\(name)".utf8))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for (index, byte) in bytes[..<16].enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// SHA-1 (FIPS 180-4, section 6.1), for GUIDs alone: it is no longer safe against forgery.
enum SHA1 {
    /// The 20 bytes of the hash of `bytes`.
    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [
            0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0,
        ]
        var message = bytes + [0x80]
        message += [UInt8](repeating: 0, count: (120 - message.count % 64) % 64)
        let bits = UInt64(bytes.count) * 8
        message += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
        for start in stride(from: 0, to: message.count, by: 64) {
            compress(&state, message[start..<start + 64])
        }
        return state.flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
        var schedule = [UInt32](repeating: 0, count: 80)
        for (index, byte) in block.enumerated() {
            schedule[index / 4] = schedule[index / 4] << 8 | UInt32(byte)
        }
        for t in 16..<80 {
            let mixed = schedule[t - 3] ^ schedule[t - 8] ^ schedule[t - 14] ^ schedule[t - 16]
            schedule[t] = turned(mixed, 1)
        }
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for t in 0..<80 {
            let (mixed, constant): (UInt32, UInt32) =
                switch t {
                case 0..<20: (b & c | ~b & d, 0x5a82_7999)
                case 20..<40: (b ^ c ^ d, 0x6ed9_eba1)
                case 40..<60: (b & c | b & d | c & d, 0x8f1b_bcdc)
                default: (b ^ c ^ d, 0xca62_c1d6)
                }
            let next = turned(a, 5) &+ mixed &+ e &+ constant &+ schedule[t]
            (a, b, c, d, e) = (next, a, turned(b, 30), c, d)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word << count | word >> (32 - count)
    }
}
