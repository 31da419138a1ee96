/// Which mark stands before the decimals of a table's figures, told from all of them.
///
/// One figure does not always say: "1,234" is a thousand and more in one country and 1.234 in another.
package struct FigureStyle: Hashable, Sendable {
    /// The mark before decimals.
    package enum DecimalMark: String, Hashable, Sendable, CaseIterable {
        case point
        case comma

        var character: Character { self == .point ? "." : "," }
    }

    package var decimalMark: DecimalMark
    /// The first figure that could be read in two ways, where no other figure decides.
    package var doubtful: String?
    /// The first figure whose marks are those of the fewer.
    package var deviating: String?

    package init(_ decimalMark: DecimalMark) {
        self.decimalMark = decimalMark
    }

    /// The style of a table with the cells `texts`.
    ///
    /// A figure decides where its marks can mean one thing only: "2,5", "1.234,5", "1,234,567". Where
    /// none does, a point stands before decimals and a comma between thousands.
    package init(of texts: some Sequence<String>) {
        var points = 0
        var commas = 0
        var first: [FigureText.Evidence: String] = [:]
        for text in texts {
            guard let figure = FigureText(text) else { continue }
            let evidence = figure.evidence
            if first[evidence] == nil { first[evidence] = text }
            if evidence == .point { points += 1 }
            if evidence == .comma { commas += 1 }
        }
        decimalMark = commas > points ? .comma : .point
        if points == 0, commas == 0 { doubtful = first[.either] }
        if points > 0, commas > 0 { deviating = first[commas > points ? .point : .comma] }
    }
}

/// Why a figure cannot be kept exactly.
package enum PrintedFault: Error, Hashable, Sendable {
    /// More than nine decimals.
    case tooManyDecimals
    /// More units of its last digit than ``Exact`` takes.
    case tooManyDigits
}

extension PrintedNumber {
    /// The number at the start of `text`: "2.56", "−.84", "1 234", "73 %", "0.45*", "(12)", "2.56 (0.91)".
    ///
    /// Footnote marks and what stands in brackets behind it are kept in its text only. Nil where the
    /// text is no number, such as "<5", "10–14" or "two".
    /// More than nine decimals are rounded to nine where `isRounding` says so.
    /// - Throws: ``PrintedFault`` where its digits are too many.
    package init?(
        reading text: String,
        _ style: FigureStyle,
        isRounding: Bool = false
    ) throws(PrintedFault) {
        guard let figure = FigureText(text) else { return nil }
        try self.init(figure, text: FigureText.plain(text), style, isRounding: isRounding)
    }

    init?(
        _ figure: FigureText,
        text: String,
        _ style: FigureStyle,
        isRounding: Bool
    ) throws(PrintedFault) {
        guard let (whole, printed) = figure.parts(decimalMark: style.decimalMark.character)
        else { return nil }
        guard printed.count <= 9 || isRounding else { throw .tooManyDecimals }
        let decimals = printed.prefix(9)
        let isUp = printed.dropFirst(9).first.map { $0 >= "5" } ?? false
        var units = 0
        for digit in whole + decimals {
            let (shifted, isTooLarge) = units.multipliedReportingOverflow(by: 10)
            let (next, isOver) = shifted.addingReportingOverflow(digit.wholeNumberValue ?? 0)
            guard !isTooLarge, !isOver, next <= Exact.largestUnits else { throw .tooManyDigits }
            units = next
        }
        if isUp {
            guard units < Exact.largestUnits else { throw .tooManyDigits }
            units += 1
        }
        self.init(
            text: text,
            units: figure.isNegative ? -units : units,
            decimals: decimals.count,
            isPercent: figure.isPercent
        )
    }

    /// The number that stands in brackets or behind "±" after the first number of `text`; nil for none.
    ///
    /// - Throws: ``PrintedFault`` where its digits are too many.
    package init?(
        bracketIn text: String,
        _ style: FigureStyle,
        isRounding: Bool = false
    ) throws(PrintedFault) {
        guard var rest = FigureText(text)?.rest, !rest.isEmpty else { return nil }
        if rest.hasPrefix("±") { rest.removeFirst() }
        guard let figure = FigureText(rest), figure.rest.isEmpty else { return nil }
        let text = rest.filter { !"()[]".contains($0) }
        try self.init(figure, text: FigureText.plain(text), style, isRounding: isRounding)
    }
}

extension PrintedCell {
    /// What the text of a cell says: a number, nothing (empty, a dash, "n/a"), or words.
    ///
    /// - Throws: ``PrintedFault`` where its digits are too many.
    package init(
        reading text: String,
        _ style: FigureStyle,
        isRounding: Bool = false
    ) throws(PrintedFault) {
        let plain = FigureText.plain(text)
        if Self.isNothing(plain) {
            self = .none
        } else if let number = try PrintedNumber(reading: plain, style, isRounding: isRounding) {
            self = .number(number)
        } else {
            self = .text(plain)
        }
    }

    /// Whether `text` says that no figure was printed.
    static func isNothing(_ text: String) -> Bool {
        let dashes = Set("-–—−‒―.…_:")
        if text.allSatisfy({ dashes.contains($0) }) { return text.count < 6 }
        let letters = text.lowercased().filter { $0 != "." && $0 != " " }
        return ["n/a", "na", "n/d", "н/д", "нетданных", "nodata"].contains(letters)
    }
}
