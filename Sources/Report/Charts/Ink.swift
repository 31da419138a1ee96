/// A colour of the report, by its role: the style sheet has its light, dark and printed values.
///
/// `light` is written into each drawing as well, so that it can be read outside a page.
struct Ink: Sendable, Hashable {
    /// The class in the style sheet.
    let name: String
    let light: String

    static let text = Ink(name: "t", light: "#1a1a1a")
    static let muted = Ink(name: "tm", light: "#595959")
    static let rule = Ink(name: "r", light: "#767676")
    static let faint = Ink(name: "g", light: "#dcdcdc")
    static let page = Ink(name: "p", light: "#ffffff")
    static let bar = Ink(name: "b", light: "#3a66ad")
    static let band = Ink(name: "bn", light: "#dfe7f4")
    static let accent = Ink(name: "a", light: "#21407f")

    /// The colour of one step of a diverging scale, from negative (0) to positive.
    ///
    /// `classes` is 5 when no side has more than two answers, else 7.
    static func diverging(_ step: Int, classes: Int) -> Ink {
        let list = classes <= 5 ? diverging5 : diverging7
        return list[min(max(step, 0), list.count - 1)]
    }

    static let diverging5 = inks("d5", ["#7f3b08", "#d97c15", "#949494", "#6392e9", "#2b4590"])
    static let diverging7 = inks(
        "d7",
        ["#4f1e02", "#955225", "#ca805c", "#828386", "#6e8efd", "#3f5bbc", "#292860"]
    )
    static let sequential = inks("s", ["#e6edf9", "#b7ccf0", "#7ea2e0", "#4a73bb", "#21407f"])

    private static func inks(_ name: String, _ colours: [String]) -> [Ink] {
        colours.enumerated().map { Ink(name: "\(name)-\($0.offset)", light: $0.element) }
    }

    /// The colour of text on this fill: white or near-black, whichever contrasts more.
    var onTop: Ink {
        Ink(name: "on-\(name)", light: Self.isDark(light) ? "#ffffff" : "#111111")
    }

    /// Whether white contrasts with the colour more than #111111 does (WCAG 2).
    private static func isDark(_ hex: String) -> Bool {
        let luminance = relativeLuminance(of: hex)
        let near = relativeLuminance(of: "#111111")
        return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / (near + 0.05)
    }
}

/// The relative luminance of a colour "#rrggbb" as WCAG 2 defines it, 0 (black) to 1 (white).
package func relativeLuminance(of hex: String) -> Double {
    let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
    let channels = [value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF].map { byte in
        let share = Double(byte) / 255
        return share <= 0.04045 ? share / 12.92 : power24((share + 0.055) / 1.055)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
}

/// The number to the power 2.4, as its square times its fifth root squared.
private func power24(_ base: Double) -> Double {
    var root = base
    for _ in 0..<40 where root > 0 {
        root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
    }
    return base * base * root * root
}
