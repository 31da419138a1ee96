/// How much a YAML text grows when each alias (`*name`) is replaced by what its anchor (`&name`) names.
///
/// A dozen anchors that name each other several times over make a tree of billions of nodes, which
/// nothing may walk: not even Yams, which hashes keys to find those that stand twice.
enum YAMLAliases {
    /// The most characters that a study's text may grow to.
    static let mostCharacters = 4_000_000

    /// Whether `text` stays within `most` characters with its aliases replaced.
    ///
    /// An alias is taken to stand for all that lies between its anchor and the anchor's first use, which
    /// is no less than what the anchor names. Words that look like aliases and have no anchor count
    /// nothing, so that prose and formulas never do.
    static func staysSmall(_ text: String, most: Int = mostCharacters) -> Bool {
        let bytes = Array(text.utf8)
        var grown = 0
        var starts: [ArraySlice<UInt8>: Int] = [:]
        var sizes: [ArraySlice<UInt8>: Int] = [:]
        for (place, byte) in bytes.enumerated() {
            grown += 1
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
            let name = bytes[(place + 1)...].prefix(while: isNameLetter)
            if name.isEmpty { continue }
            if byte == UInt8(ascii: "&") {
                starts[name] = grown
                sizes[name] = nil
            } else if let start = starts[name] {
                let size = sizes[name] ?? grown - start
                sizes[name] = size
                grown += size
                if grown > most { return false }
            }
        }
        return true
    }

    /// What libyaml takes as part of an anchor's name.
    private static func isNameLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
