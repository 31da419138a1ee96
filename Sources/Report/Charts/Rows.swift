/// Where one row of a chart stands, in px.
struct RowPlace: Sendable, Hashable {
    /// The middle of its bar or dot.
    var middle: Double
    /// What lies behind it, such as a zero line, goes from `top` to `bottom`.
    var top: Double
    var bottom: Double
    /// Where the next row begins.
    var next: Double
    /// The baseline of a text of 13 px that stands beside the bar.
    var baseline: Double { middle + 4.5 }
}

extension Drawing {
    /// The column that the row names of a chart need, at most `limit`.
    static func nameWidth(_ names: [String], limit: Double) -> Double {
        min(max(names.map { TextWidth.of($0, size: textSize) }.max() ?? 0, 60), limit)
    }

    /// Writes the name of a row: in a column `names` wide, or above the bar when that is 0.
    ///
    /// `aside` stands at the right end of a name that is above the bar, and nowhere else.
    mutating func place(
        _ name: String,
        names: Double,
        from top: Double,
        bar: Double,
        aside: String = ""
    ) -> RowPlace {
        let room = aside.isEmpty ? width : width - TextWidth.of(aside, size: 12) - 10
        let lines = TextWidth.lines(
            name,
            width: names > 0 ? names : room,
            size: Drawing.textSize
        )
        if names > 0 {
            let height = max(bar + 8, Double(lines.count) * 16 + 8)
            let middle = top + height / 2
            self.lines(lines, x: 0, y: middle + 4.5 - Double(lines.count - 1) * 8)
            return RowPlace(middle: middle, top: top, bottom: top + height, next: top + height)
        }
        let under = top + 2 + Double(lines.count) * 16
        self.lines(lines, x: 0, y: top + 15)
        text(aside, x: width, y: top + 15, .muted, anchor: .end, size: 12)
        let middle = under + 3 + bar / 2
        return RowPlace(
            middle: middle,
            top: middle - bar / 2 - 2,
            bottom: middle + bar / 2 + 2,
            next: middle + bar / 2 + 11
        )
    }

    /// Writes a heading over the rows that follow and returns the y under it.
    mutating func heading(_ heading: String, from top: Double, isFirst: Bool) -> Double {
        guard !heading.isEmpty else { return top }
        let lines = TextWidth.lines(heading, width: width, size: Drawing.textSize, bold: true)
        let baseline = top + (isFirst ? 16 : 26)
        self.lines(lines, x: 0, y: baseline, bold: true)
        return baseline + Double(max(lines.count, 1) - 1) * 16 + 6
    }
}
