/// The style sheet of a report page.
enum PageStyle {
    /// All of it, in the order in which it is written into the page.
    static func sheets(_ warnings: [Page.Warning], _ language: Language) -> [StaticString] {
        guard !warnings.isEmpty else { return common }
        return common + ["@page{"] + margin(warnings, language) + ["}\n"]
    }

    /// The sheet of a page with several versions: each has the warnings of its language in the margin.
    static func sheets(
        versions: [(warnings: [Page.Warning], language: Language)]
    ) -> [StaticString] {
        common + [Self.versions]
            + versions.flatMap { warnings, language -> [StaticString] in
                guard !warnings.isEmpty else { return [] }
                let margin = margin(warnings, language)
                let code: StaticString =
                    switch language {
                    case .en: "en"
                    case .ru: "ru"
                    case .ky: "ky"
                    }
                return ["@page text-", code, "{"] + margin
                    + ["}\n@page wide-", code, "{size:A4 landscape;"] + margin
                    + ["}\n#", code, "{page:text-", code, "}\n#", code]
                    + [" .table-wide{page:wide-", code, "}\n"]
            }
    }

    private static var common: [StaticString] {
        [
            "@font-face{font-family:\"Ashar Text\";font-weight:400;src:url(data:font/woff2;base64,",
            PageFonts.regular,
            ") format(\"woff2\")}\n",
            "@font-face{font-family:\"Ashar Text\";font-weight:700;src:url(data:font/woff2;base64,",
            PageFonts.bold,
            ") format(\"woff2\")}\n",
            colours, text, layout, blocks, tables, figures, print,
        ]
    }

    /// The warnings in the margin of a printed page.
    private static func margin(
        _ warnings: [Page.Warning],
        _ language: Language
    ) -> [StaticString] {
        var sheets: [StaticString] = ["@bottom-left{content:\""]
        for (index, warning) in warnings.enumerated() {
            if index > 0 { sheets.append(" \u{B7} ") }
            sheets.append(warning.literal(in: language))
        }
        sheets.append("\";font:700 8pt \"Ashar Text\",sans-serif;color:#a32020}")
        return sheets
    }

    /// Versions in several languages: the one that holds the target of the address, else the first.
    private static let versions: StaticString = """
        @supports selector(:has(*)){
        .version{display:none}
        .version:target,.version:has(:target),
        :root:not(:has(.version:target,.version :target)) .version:first-child{display:block}
        }
        .languages{max-width:76rem;margin:0 auto;padding:.5rem 1rem}
        .languages ul{list-style:none;display:flex;flex-wrap:wrap;justify-content:flex-end;gap:.25rem;
        margin:0;padding:0}
        .languages li{margin:0}
        .languages a{display:block;padding:.3rem .6rem;line-height:1.4;text-decoration:none}
        .languages a:hover{text-decoration:underline}
        .languages [aria-current]{color:var(--ink);font-weight:700;box-shadow:inset 0 -2px var(--accent)}
        .version>header.title{padding-top:clamp(1rem,3vw,2.5rem)}
        @media (min-width:40rem){.languages{padding-left:2rem;padding-right:2rem}}
        @media print{.languages{display:none}}

        """
}
