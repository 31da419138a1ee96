/// A hashtag of HXL with its attributes: "#org+name+i_en".
///
/// - SeeAlso: Humanitarian Exchange Language 1.1, *Tagging conventions* (hxlstandard.org, 2018).
struct HXLTag: Sendable, Hashable {
    /// In lower case, with its sign: "#org".
    let tag: String
    let attributes: Set<String>

    /// The tag in `text`; nil where it is none.
    ///
    /// A `#`, then a letter and letters, digits and underscores; then attributes of the same form, each
    /// after a `+`. Blanks may stand between them, and upper and lower case are alike.
    init?(_ text: String) {
        let parts = text.lowercased().filter { !$0.isWhitespace }
            .split(separator: "+", omittingEmptySubsequences: false)
        guard let first = parts.first, first.first == "#", Self.isWord(first.dropFirst()),
            parts.dropFirst().allSatisfy(Self.isWord)
        else { return nil }
        tag = String(first)
        attributes = Set(parts.dropFirst().map(String.init))
    }

    private static func isWord(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
    }

    /// The language that an attribute such as "i_ru" names; "" where none does.
    var language: String {
        attributes.filter { $0.hasPrefix("i_") }.min().map { String($0.dropFirst(2)) } ?? ""
    }

    func has(_ attribute: String) -> Bool { attributes.contains(attribute) }
}

/// What a column of a table of who does what where holds.
enum HXLColumn: Sendable, Hashable {
    case actorID
    case actorName(language: String)
    case actorAlias
    case actorKind
    case actorLevel
    case activityCode
    case activityName
    case sectorCode
    case sectorName
    case need(isCode: Bool)
    /// The depth of the place: 1 for #adm1, up to 5; 6 for #loc.
    case place(depth: Int, isCode: Bool)
    case status
    case serviceName(language: String)
    case source

    /// nil for a column that the map of actors has no room for.
    init?(_ tag: HXLTag) {
        let isCode = tag.has("code") || tag.has("id")
        switch tag.tag {
        case "#org":
            if tag.has("type") {
                self = .actorKind
            } else if tag.has("level") {
                self = .actorLevel
            } else if isCode {
                self = .actorID
            } else if tag.has("alt") || tag.has("acronym") {
                self = .actorAlias
            } else {
                self = .actorName(language: tag.language)
            }
        case "#activity": self = isCode ? .activityCode : .activityName
        case "#sector", "#subsector": self = isCode ? .sectorCode : .sectorName
        case "#need": self = .need(isCode: isCode)
        case "#adm1", "#adm2", "#adm3", "#adm4", "#adm5":
            self = .place(depth: Int(String(tag.tag.last ?? "1")) ?? 1, isCode: isCode)
        case "#loc": self = .place(depth: 6, isCode: isCode)
        case "#status": self = .status
        case "#service": self = .serviceName(language: tag.language)
        case "#meta" where tag.has("source"): self = .source
        default: return nil
        }
    }
}
