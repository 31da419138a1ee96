import Markup

/// The mark of a severity: a shape of its own, so that colour is not needed to tell them apart.
///
/// A square with a cross is impossible, a diamond contradictory, a triangle improbable, a ring
/// cosmetic.
enum SeverityMark {
    /// The mark in a line of text, 1 em high; a word or a name stands beside it.
    static func inline(_ severity: AuditSeverity) -> Markup {
        .tag(
            "svg",
            [
                "class": "sev", "aria-hidden": "true", "viewBox": "0 0 16 16", "width": "16",
                "height": "16",
            ],
            [shape(severity, x: 8, y: 8, radius: 7)]
        )
    }

    /// As many marks as there are findings, at most `limit`, in rows of `perRow`.
    static func row(_ severity: AuditSeverity, count: Int, limit: Int = 60, perRow: Int = 20)
        -> Markup
    {
        let shown = min(count, limit)
        guard shown > 0 else { return .empty }
        let size = 14.0
        let width = Double(min(shown, perRow)) * size
        let rows = (shown + perRow - 1) / perRow
        return .tag(
            "svg",
            [
                "class": "tally", "aria-hidden": "true",
                "viewBox": "0 0 \(coordinate(width)) \(coordinate(Double(rows) * size))",
                "width": coordinate(width), "height": coordinate(Double(rows) * size),
            ],
            (0..<shown).map { index in
                shape(
                    severity,
                    x: (Double(index % perRow) + 0.5) * size,
                    y: (Double(index / perRow) + 0.5) * size,
                    radius: 5.5
                )
            }
        )
    }

    static func shape(_ severity: AuditSeverity, x: Double, y: Double, radius r: Double) -> Markup {
        let name = "sev-\(severity.rawValue)"
        switch severity {
        case .impossible:
            let inner = r * 0.5
            return .group([
                path(
                    "M\(point(x - r, y - r))h\(coordinate(2 * r))v\(coordinate(2 * r))h\(coordinate(-2 * r))z",
                    name
                ),
                path(
                    "M\(point(x - inner, y - inner))L\(point(x + inner, y + inner))M\(point(x - inner, y + inner))L\(point(x + inner, y - inner))",
                    "sev-cross",
                    width: r * 0.32
                ),
            ])
        case .contradictory:
            return path(
                "M\(point(x, y - r * 1.1))L\(point(x + r * 1.1, y))L\(point(x, y + r * 1.1))L\(point(x - r * 1.1, y))z",
                name
            )
        case .improbable:
            return path(
                "M\(point(x, y - r))L\(point(x + r * 1.05, y + r * 0.85))L\(point(x - r * 1.05, y + r * 0.85))z",
                name
            )
        case .cosmetic:
            return .tag(
                "circle",
                [
                    "class": name, "cx": coordinate(x), "cy": coordinate(y),
                    "r": coordinate(r * 0.75), "stroke-width": coordinate(max(r * 0.35, 1)),
                ]
            )
        }
    }

    private static func path(_ data: String, _ name: String, width: Double? = nil) -> Markup {
        .tag("path", ["class": name, "d": data, "stroke-width": width.map(coordinate)])
    }

    private static func point(_ x: Double, _ y: Double) -> String {
        "\(coordinate(x)) \(coordinate(y))"
    }
}
