/// A small sign that differs from the others in shape as well as in ink, so that grey print keeps it.
enum Glyph: Sendable, Hashable {
    case disc
    case ring
    case square
    case frame
    case arrow
    case cross
    case dash
    case hatched
    case thickLine
    case thinLine

    /// How wide the sign is, in px.
    static let size = 12.0
}

extension Drawing {
    /// Draws a sign with its middle at the point given.
    mutating func glyph(_ glyph: Glyph, x: Double, y: Double) {
        switch glyph {
        case .disc: dot(x: x, y: y, radius: 5, .accent)
        case .ring: dot(x: x, y: y, radius: 5, .accent, hollow: true)
        case .square: rectangle(x: x - 5.5, y: y - 5.5, width: 11, height: 11, .accent)
        case .frame:
            rectangle(x: x - 6, y: y - 6, width: 12, height: 12, .accent)
            rectangle(x: x - 4, y: y - 4, width: 8, height: 8, .page)
        case .arrow:
            line(x1: x - 5, y1: y, x2: x + 5, y2: y, .muted, width: 1.5)
            line(x1: x + 1, y1: y - 4, x2: x + 5, y2: y, .muted, width: 1.5)
            line(x1: x + 1, y1: y + 4, x2: x + 5, y2: y, .muted, width: 1.5)
        case .cross: cross(x: x, y: y, reach: 4.5)
        case .dash: line(x1: x - 3, y1: y, x2: x + 3, y2: y, .rule, width: 1.5)
        case .hatched: hatched(x: x - 6, y: y - 6, width: 12, height: 12)
        case .thickLine: line(x1: x - 6, y1: y, x2: x + 6, y2: y, .accent, width: 2)
        case .thinLine: line(x1: x - 6, y1: y, x2: x + 6, y2: y, .rule)
        }
    }

    mutating func cross(x: Double, y: Double, reach: Double) {
        line(x1: x - reach, y1: y - reach, x2: x + reach, y2: y + reach, .text, width: 2)
        line(x1: x - reach, y1: y + reach, x2: x + reach, y2: y - reach, .text, width: 2)
    }

    /// A faint cell with lines across it.
    mutating func hatched(x: Double, y: Double, width: Double, height: Double) {
        rectangle(x: x, y: y, width: width, height: height, .faint)
        let step = 6.0
        var start = step / 2
        while start < width + height {
            // From the upper edge, or the right one, down to the left edge, or the lower one.
            line(
                x1: x + min(start, width),
                y1: y + max(0, start - width),
                x2: x + max(0, start - height),
                y2: y + min(start, height),
                .rule,
                width: 0.75
            )
            start += step
        }
    }

    /// Draws signs with their names over the whole width from `top` on, and returns the y under them.
    mutating func legend(_ entries: [(name: String, glyph: Glyph)], from top: Double) -> Double {
        var x = 0.0
        var y = top
        var height = 0.0
        for (name, glyph) in entries {
            let lines = TextWidth.lines(name, width: width - 20, size: 12)
            let length = 20 + (lines.map { TextWidth.of($0, size: 12) }.max() ?? 0)
            if x > 0, x + length > width {
                x = 0
                y += height
                height = 0
            }
            self.glyph(glyph, x: x + 7, y: y + 8.5)
            self.lines(lines, x: x + 20, y: y + 12.5, size: 12)
            x += length + 16
            height = max(height, 4 + Double(lines.count) * 16)
        }
        return y + height
    }
}
