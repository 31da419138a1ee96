/// How numbers are written in one language, with a fixed number of decimals.
package struct NumberStyle: Sendable, Hashable {
    package var decimals: Int
    package var decimalMark: String
    /// What stands between groups of three digits.
    package var groupMark: String
    /// Numbers under this are not grouped: 1,234 in English, 1 234 or 1234 elsewhere.
    package var groupsFrom: Double
    /// What follows a percentage: "%", or a no-break space and "%" in Russian.
    package var percentMark: String

    package init(
        decimals: Int = 0,
        decimalMark: String = ".",
        groupMark: String = ",",
        groupsFrom: Double = 1_000,
        percentMark: String = "%"
    ) {
        self.decimals = decimals
        self.decimalMark = decimalMark
        self.groupMark = groupMark
        self.groupsFrom = groupsFrom
        self.percentMark = percentMark
    }

    package static let english = NumberStyle()
    package static let russian = NumberStyle(
        decimalMark: ",",
        groupMark: "\u{A0}",
        percentMark: "\u{A0}%"
    )
    package static let kyrgyz = NumberStyle(decimalMark: ",", groupMark: "\u{A0}")

    /// The same style with another number of decimals.
    package func with(decimals: Int) -> NumberStyle {
        var style = self
        style.decimals = decimals
        return style
    }

    /// `number` rounded half to even, with U+2212 as its minus; "[x]" when it is not a number.
    package func text(_ number: Double) -> String {
        let places = min(max(decimals, 0), 9)
        let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
        let scaled = (abs(number) * scale).rounded(.toNearestOrEven)
        guard scaled < 1e15 else { return "[x]" }
        let digits = String(Int(scaled / scale))
        let rest = String(Int(scaled) % Int(scale))
        let minus = number < 0 && scaled > 0 ? "\u{2212}" : ""
        let whole = scaled / scale < groupsFrom ? digits : grouped(digits)
        guard places > 0 else { return minus + whole }
        let zeros = String(repeating: "0", count: places - rest.count)
        return minus + whole + decimalMark + zeros + rest
    }

    /// The share (0 to 1) as a percentage without its mark: "43".
    package func percentDigits(_ share: Double) -> String {
        text(share * 100)
    }

    /// The share (0 to 1) as a percentage with its mark: "43%".
    package func percent(_ share: Double) -> String {
        text(share * 100) + percentMark
    }

    private func grouped(_ digits: String) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += groupMark }
            result.append(digit)
        }
        return result
    }
}
