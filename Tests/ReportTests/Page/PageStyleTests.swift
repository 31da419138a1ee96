import Testing

@testable import Report

@Suite("The colours of the page")
struct PageStyleTests {
    /// The custom properties of the light or the dark page, as "#rrggbb".
    static func colours(dark: Bool) -> [String: String] {
        let parts = PageStyle.colours.description.components(after: ":root{")
        var colours: [String: String] = [:]
        for declaration in parts[dark ? 1 : 0].prefix(while: { $0 != "}" }).split(separator: ";") {
            let pair = declaration.filter { !$0.isWhitespace }.split(separator: ":")
            guard pair.count == 2, pair[1].hasPrefix("#") else { continue }
            let digits = pair[1].dropFirst()
            let long = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
            colours[String(pair[0].dropFirst(2))] = "#\(long)"
        }
        return colours
    }

    /// The contrast of two colours as WCAG 2 defines it.
    private func contrast(_ first: String, _ second: String) -> Double {
        let light = [first, second].map { relativeLuminance(of: $0) + 0.05 }.sorted()
        return light[1] / light[0]
    }

    @Test("agree with known contrasts")
    func reference() {
        // WCAG 2: black on white is 21; #767676 on white is 4.54 (WebAIM's contrast checker).
        #expect(abs(contrast("#000000", "#ffffff") - 21) < 1e-9)
        #expect(abs(contrast("#767676", "#ffffff") - 4.54) < 0.005)
    }

    @Test("let every text be read: 4.5 to 1 at least", arguments: [false, true])
    func text(_ dark: Bool) throws {
        let colours = Self.colours(dark: dark)
        var pairs = [
            ("ink", "page"), ("muted", "page"), ("link", "page"), ("warn", "page"),
            ("accent", "page"), ("rule", "page"), ("ink", "panel"), ("muted", "panel"),
            ("warn", "warn-panel"), ("ink", "warn-panel"), ("strip-ink", "strip"),
            ("muted", "band"), ("focus", "page"),
        ]
        for fill in (Ink.diverging5 + Ink.diverging7 + Ink.sequential).map(\.name) {
            pairs.append(("on-\(fill)", fill))
        }
        for (text, ground) in pairs {
            let first = try #require(colours[text], "\(text)")
            let second = try #require(colours[ground], "\(ground)")
            #expect(contrast(first, second) >= 4.5, "\(text) on \(ground), dark: \(dark)")
        }
    }

    @Test("let every mark be seen: 3 to 1 at least against the page", arguments: [false, true])
    func marks(_ dark: Bool) throws {
        let colours = Self.colours(dark: dark)
        let page = try #require(colours["page"])
        for name in (Ink.diverging5 + Ink.diverging7).map(\.name) + ["bar", "accent", "rule"] {
            let colour = try #require(colours[name])
            #expect(contrast(colour, page) >= 3, "\(name), dark: \(dark)")
        }
    }

    @Test("are those that are written into the drawings")
    func drawings() {
        let colours = Self.colours(dark: false)
        let named = [
            "t": "ink", "tm": "muted", "r": "rule", "p": "page", "b": "bar", "bn": "band",
            "a": "accent",
        ]
        let plain: [Ink] = [.text, .muted, .rule, .page, .bar, .band, .accent]
        for ink in plain { #expect(colours[named[ink.name] ?? ""] == ink.light, "\(ink.name)") }
        for ink in Ink.diverging5 + Ink.diverging7 + Ink.sequential {
            #expect(colours[ink.name] == ink.light)
            #expect(colours[ink.onTop.name] == ink.onTop.light)
            #expect(PageStyle.figures.description.contains(".\(ink.name){fill:var(--\(ink.name))}"))
        }
    }
}
