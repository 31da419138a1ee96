/// The style sheet of a report page.
enum PageStyle {
    /// All of it, in the order in which it is written into the page.
    static func sheets(_ warnings: [Page.Warning], language: String) -> [StaticString] {
        var sheets: [StaticString] = [
            "@font-face{font-family:\"Ashar Text\";font-weight:400;src:url(data:font/woff2;base64,",
            PageFonts.regular,
            ") format(\"woff2\")}\n",
            "@font-face{font-family:\"Ashar Text\";font-weight:700;src:url(data:font/woff2;base64,",
            PageFonts.bold,
            ") format(\"woff2\")}\n",
            colours, text, layout, blocks, tables, figures, print,
        ]
        guard !warnings.isEmpty else { return sheets }
        sheets.append("@page{@bottom-left{content:\"")
        for (index, warning) in warnings.enumerated() {
            if index > 0 { sheets.append(" \u{B7} ") }
            sheets.append(warning.text(in: language))
        }
        sheets.append("\";font:700 8pt \"Ashar Text\",sans-serif;color:#a32020}}\n")
        return sheets
    }
}
