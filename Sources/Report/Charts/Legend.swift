extension Drawing {
    /// Draws swatches with their names over the whole width, and returns the y under them.
    mutating func legend(_ entries: [(name: String, ink: Ink)], outline: Ink? = nil) -> Double {
        var x = 0.0
        var y = 0.0
        var height = 0.0
        for (name, ink) in entries {
            let lines = TextWidth.lines(name, width: width - 18, size: 12)
            let length = 18 + (lines.map { TextWidth.of($0, size: 12) }.max() ?? 0)
            if x > 0, x + length > width {
                x = 0
                y += height
                height = 0
            }
            rectangle(x: x, y: y + 2, width: 12, height: 12, ink, outline: outline)
            self.lines(lines, x: x + 18, y: y + 12.5, size: 12)
            x += length + 16
            height = max(height, 4 + Double(lines.count) * 16)
        }
        return y + height - 2
    }
}
