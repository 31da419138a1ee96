import Markup

/// What a part of the package refers to, by short names.
struct DocxRelations: Sendable {
    enum Kind: String, Sendable {
        case styles
        case numbering
        case settings
        case fonts = "fontTable"
        case header
        case footer
        case image
        case link = "hyperlink"
    }

    private var entries: [(kind: Kind, target: String, isExternal: Bool)] = []
    private var links: [String: String] = [:]

    /// The name of a relation to `target`; links to one address share theirs.
    mutating func add(_ kind: Kind, to target: String, isExternal: Bool = false) -> String {
        if isExternal, let known = links[target] { return known }
        entries.append((kind, target, isExternal))
        let name = "rId\(entries.count)"
        if isExternal { links[target] = name }
        return name
    }

    /// The part that lists them.
    var markup: Markup {
        .tag(
            "Relationships",
            ["xmlns": Self.namespace],
            entries.enumerated().map { index, entry in
                .tag(
                    "Relationship",
                    [
                        "Id": "rId\(index + 1)",
                        "Type": "\(DocxNamespace.relations)/\(entry.kind.rawValue)",
                        "Target": entry.target,
                        "TargetMode": entry.isExternal ? "External" : nil,
                    ]
                )
            }
        )
    }

    static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
}
