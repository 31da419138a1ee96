package import Markup

/// A distribution as a row of small columns, to stand in a cell of a table.
///
/// `description` says in words what it shows; shares that are hidden must not be given.
package func distributionStrip(_ shares: [Double], description: String) -> Markup {
    let width = 120.0
    let height = 24.0
    let highest = max(shares.filter(\.isFinite).max() ?? 0, 1e-9)
    let step = min(width / Double(max(shares.count, 1)), 24)
    let gap = step > 4 ? 1.0 : 0
    let bars = shares.enumerated().map { index, share -> Markup in
        let size = share.isFinite ? max(share, 0) / highest * (height - 1) : 0
        return .tag(
            "rect",
            [
                "class": Ink.bar.name, "fill": Ink.bar.light,
                "x": coordinate(Double(index) * step), "y": coordinate(height - 1 - size),
                "width": coordinate(step - gap), "height": coordinate(size),
            ]
        )
    }
    let base = Markup.tag(
        "rect",
        [
            "class": Ink.rule.name, "fill": Ink.rule.light, "x": "0",
            "y": coordinate(height - 1), "width": coordinate(step * Double(shares.count)),
            "height": "1",
        ]
    )
    return .tag(
        "svg",
        [
            "class": "strip-chart", "role": "img", "aria-label": description,
            "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
            "width": coordinate(width), "height": coordinate(height),
        ],
        bars + [base]
    )
}
