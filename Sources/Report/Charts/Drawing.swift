package import Markup

/// A drawing under way: shapes, and texts whose places are kept so that they can be checked.
package struct Drawing: Sendable {
    package let width: Double
    package var height: Double = 0
    package private(set) var texts: [PlacedText] = []
    private var shapes: [Markup] = []
    private var writings: [Markup] = []

    package init(width: Double) {
        self.width = width
    }

    /// A text in its place.
    package struct PlacedText: Sendable, Hashable {
        package let text: String
        package let left: Double
        package let right: Double
        package let baseline: Double
        package let size: Double

        package var top: Double { baseline - size * 0.75 }
        package var bottom: Double { baseline + size * 0.22 }
    }

    package enum Anchor: String, Sendable {
        case start
        case middle
        case end
    }

    /// The font size of a drawing's texts unless another is said, in px.
    static let textSize = 13.0

    // MARK: - Shapes

    mutating func rectangle(
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        _ ink: Ink,
        outline: Ink? = nil
    ) {
        guard width > 0, height > 0 else { return }
        shapes.append(
            .tag(
                "rect",
                [
                    "class": outline.map { "\(ink.name) o-\($0.name)" } ?? ink.name,
                    "x": coordinate(x), "y": coordinate(y),
                    "width": coordinate(width), "height": coordinate(height),
                    "fill": ink.light, "stroke": outline?.light,
                ]
            )
        )
    }

    mutating func line(
        x1: Double,
        y1: Double,
        x2: Double,
        y2: Double,
        _ ink: Ink,
        width: Double = 1
    ) {
        shapes.append(
            .tag(
                "line",
                [
                    "class": "o-\(ink.name)",
                    "x1": coordinate(x1), "y1": coordinate(y1),
                    "x2": coordinate(x2), "y2": coordinate(y2),
                    "stroke": ink.light, "stroke-width": width == 1 ? nil : coordinate(width),
                ]
            )
        )
    }

    /// A dot; a hollow one has the page's colour inside.
    mutating func dot(x: Double, y: Double, radius: Double, _ ink: Ink, hollow: Bool = false) {
        let fill = hollow ? Ink.page : ink
        shapes.append(
            .tag(
                "circle",
                [
                    "class": "\(fill.name) o-\(ink.name)",
                    "cx": coordinate(x), "cy": coordinate(y), "r": coordinate(radius),
                    "fill": fill.light, "stroke": ink.light, "stroke-width": "2",
                ]
            )
        )
    }

    // MARK: - Texts

    mutating func text(
        _ text: String,
        x: Double,
        y: Double,
        _ ink: Ink = .text,
        anchor: Anchor = .start,
        size: Double = Drawing.textSize,
        bold: Bool = false
    ) {
        guard !text.isEmpty else { return }
        let length = TextWidth.of(text, size: size, bold: bold)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - length / 2
            case .end: x - length
            }
        texts.append(
            PlacedText(text: text, left: left, right: left + length, baseline: y, size: size)
        )
        writings.append(
            .tag(
                "text",
                [
                    "class": ink.name, "x": coordinate(x), "y": coordinate(y),
                    "fill": ink.light,
                    "text-anchor": anchor == .start ? nil : anchor.rawValue,
                    "font-size": size == Drawing.textSize ? nil : coordinate(size),
                    "font-weight": bold ? "700" : nil,
                ],
                text: text
            )
        )
    }

    /// Several lines of text, the first with its baseline at `y`.
    mutating func lines(
        _ lines: [String],
        x: Double,
        y: Double,
        _ ink: Ink = .text,
        anchor: Anchor = .start,
        size: Double = Drawing.textSize,
        bold: Bool = false,
        lead: Double = 16
    ) {
        for (index, line) in lines.enumerated() {
            text(
                line,
                x: x,
                y: y + Double(index) * lead,
                ink,
                anchor: anchor,
                size: size,
                bold: bold
            )
        }
    }

    /// Puts all of `other` on top.
    mutating func append(_ other: Drawing) {
        shapes += other.shapes
        writings += other.writings
        texts += other.texts
    }

    // MARK: - Result

    /// The drawing as an `<svg>` with its name and description, readable alone as well.
    package func svg(id: String, title: String, description: String, layout: ChartLayout) -> Markup
    {
        .tag(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg",
                "class": "chart \(layout.rawValue)",
                "role": "img",
                "aria-labelledby": "\(id)-t \(id)-d",
                "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
                "width": coordinate(width), "height": coordinate(height),
                "font-family": "Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif",
                "font-size": coordinate(Drawing.textSize),
            ],
            [
                .tag("title", ["id": "\(id)-t"], text: title),
                .tag("desc", ["id": "\(id)-d"], text: description),
            ] + shapes + writings
        )
    }
}

/// The number with at most two decimals and no needless zeros; "0" when it is not a number.
func coordinate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    if rest.isMultiple(of: 10) { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
