/// A number in a claim: all the values that its print stands for.
struct ClaimNumber: Hashable, Sendable {
    enum Nature: Hashable, Sendable {
        /// Written in the claim: exact in orders and sums, rounded where it equals something.
        case literal(PrintedNumber)
        /// A rounded figure of a cell, or one picked from several.
        case printed(PrintedNumber)
        /// A whole number of people or things, which is not rounded.
        case whole(PrintedNumber?)
        case computed
        /// A cell without a figure: any number.
        case missing
    }

    enum Unit: Hashable, Sendable {
        case percent
        /// A count divided by a count.
        case share
        case people
        /// A mean, a score or their spread.
        case measure
        case plain
    }

    /// A line of the axis that runs.
    struct Line: Hashable, Sendable {
        var label: String
        var identity: String
        /// Whether it is a row and a column, as both axes run.
        var isPair = false
    }

    var nature: Nature
    var unit: Unit
    var low: Double
    var high: Double
    /// The value of the figures as printed; nil where one is missing or the print does not say.
    var point: Double?
    /// What it is, for a sentence: a cell's labels, or the arithmetic.
    var name: String
    /// The number of digits to show, where it is not printed.
    var decimals: Int?
    var line: Line?
    var cells: [Finding.Cell] = []

    /// Every number, for a figure that is not there or cannot be computed.
    static func missing(_ name: String, cells: [Finding.Cell] = []) -> ClaimNumber {
        ClaimNumber(
            nature: .missing,
            unit: .plain,
            low: -.infinity,
            high: .infinity,
            point: nil,
            name: name,
            cells: cells
        )
    }

    init(
        nature: Nature,
        unit: Unit,
        low: Double,
        high: Double,
        point: Double?,
        name: String,
        decimals: Int? = nil,
        cells: [Finding.Cell] = []
    ) {
        self.nature = nature
        self.unit = unit
        self.low = low
        self.high = high
        self.point = point
        self.name = name
        self.decimals = decimals
        self.cells = cells
    }

    init(literal: PrintedNumber) {
        self.init(
            nature: .literal(literal),
            unit: literal.isPercent ? .percent : .plain,
            low: literal.value,
            high: literal.value,
            point: literal.value,
            name: literal.text,
            decimals: literal.decimals
        )
    }

    /// An exact number that is no figure of a cell, such as how many lines there are.
    init(exact value: Double, name: String, cells: [Finding.Cell] = []) {
        self.init(
            nature: value == value.rounded() ? .whole(nil) : .computed,
            unit: .plain,
            low: value,
            high: value,
            point: value,
            name: name,
            cells: cells
        )
    }

    /// The figure of a cell.
    init(
        printed: PrintedNumber,
        isWhole: Bool,
        unit: Unit,
        name: String,
        cells: [Finding.Cell]
    ) {
        let interval = printed.interval
        self.init(
            nature: isWhole ? .whole(printed) : .printed(printed),
            unit: unit,
            low: isWhole ? printed.value : interval.lowerBound,
            high: isWhole ? printed.value : interval.upperBound,
            point: printed.value,
            name: name,
            decimals: printed.decimals,
            cells: cells
        )
    }

    var isLiteral: Bool { if case .literal = nature { true } else { false } }
    var isWhole: Bool { if case .whole = nature { true } else { false } }
    var isExact: Bool { low == high }

    /// The print that it has, in a cell or in the claim.
    var print: PrintedNumber? {
        switch nature {
        case .literal(let number), .printed(let number): number
        case .whole(let number): number
        case .computed, .missing: nil
        }
    }

    /// The number as a reader sees it.
    var figure: String {
        if let print { return print.text }
        if nature == .missing { return "not printed" }
        guard let point else { return Self.text(low, 0) + " to " + Self.text(high, 0) }
        return Self.text(point, decimals)
    }

    /// `value` with so many decimals, or with as many as it needs, up to 3.
    static func text(_ value: Double, _ decimals: Int?) -> String {
        guard value.isFinite, value.magnitude < 1e15 else { return "no number" }
        let most = min(decimals ?? 3, value.magnitude < 1e6 ? 9 : 2)
        var text = PrintedNumber.rounded(value, decimals: most).text
        if decimals == nil, text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        return text
    }

    /// The same number in another unit.
    func times(_ factor: Double, _ unit: Unit) -> ClaimNumber {
        var number = self
        number.nature = .computed
        number.unit = unit
        number.low = min(low * factor, high * factor)
        number.high = max(low * factor, high * factor)
        number.point = point.map { $0 * factor }
        number.decimals = nil
        return number
    }
}

// MARK: - Arithmetic

extension ClaimNumber {
    /// Interval arithmetic: every result that values of the two can have.
    static func compute(
        _ sign: Claim.Operator,
        _ left: ClaimNumber,
        _ right: ClaimNumber
    ) -> ClaimNumber {
        let name =
            "\(left.part(of: sign, isLeft: true)) \(sign.word) "
            + right.part(of: sign, isLeft: false)
        let cells = left.cells + right.cells
        let ends: [Double]
        var point: Double?
        switch sign {
        case .plus:
            ends = [left.low + right.low, left.high + right.high]
            point = left.point.flatMap { a in right.point.map { a + $0 } }
        case .minus:
            ends = [left.low - right.high, left.high - right.low]
            point = left.point.flatMap { a in right.point.map { a - $0 } }
        case .times:
            ends = corners(left, right) { $0 * $1 }
            point = left.point.flatMap { a in right.point.map { a * $0 } }
        default:
            guard right.low > 0 || right.high < 0 else { return .missing(name, cells: cells) }
            ends = corners(left, right) { $0 / $1 }
            point = left.point.flatMap { a in right.point.map { a / $0 } }
        }
        guard let low = ends.min(), let high = ends.max(), !ends.contains(where: \.isNaN)
        else { return .missing(name, cells: cells) }
        let isSum = sign == .plus || sign == .minus
        let isWhole = sign != .divided && left.isCounted && right.isCounted
        return ClaimNumber(
            nature: left.nature == .missing || right.nature == .missing
                ? .missing
                : isWhole ? .whole(nil) : .computed,
            unit: unit(sign, left, right),
            low: low,
            high: high,
            point: point,
            name: name,
            decimals: isSum ? max(left.decimals ?? 0, right.decimals ?? 0) : nil,
            cells: cells
        )
    }

    /// A count, or a whole number that the claim has beside one.
    private var isCounted: Bool {
        if case .literal(let number) = nature { return number.decimals == 0 && !number.isPercent }
        return isWhole
    }

    private static func corners(
        _ left: ClaimNumber,
        _ right: ClaimNumber,
        _ compute: (Double, Double) -> Double
    ) -> [Double] {
        [left.low, left.high].flatMap { a in
            [right.low, right.high].map { b in
                let value = compute(a, b)
                // Nothing times whatever is not known is nothing.
                return value.isNaN && (a == 0 || b == 0) ? 0 : value
            }
        }
    }

    private static func unit(
        _ sign: Claim.Operator,
        _ left: ClaimNumber,
        _ right: ClaimNumber
    ) -> Unit {
        switch sign {
        case .divided where left.unit == .people && right.unit == .people: return .share
        case .divided: return right.isLiteral ? left.unit : .plain
        case .times where left.unit == .share && right.isLiteral && right.point == 100,
            .times where right.unit == .share && left.isLiteral && left.point == 100:
            return .percent
        case .times: return .plain
        default:
            if left.unit == right.unit { return left.unit }
            return right.isLiteral ? left.unit : left.isLiteral ? right.unit : .plain
        }
    }

    /// It as a part of a formula: figures of cells, and sums in parentheses where it matters.
    private func part(of sign: Claim.Operator, isLeft: Bool) -> String {
        if print != nil || point == nil { return figure }
        let isLoose = name.contains(" + ") || name.contains(" − ")
        let needs = sign.precedence == 6 ? isLoose || !isLeft : isLoose && !isLeft && sign == .minus
        return needs ? "(\(formula))" : formula
    }

    /// The arithmetic while it is short, else its result.
    private var formula: String { name.count > 160 || cells.isEmpty ? figure : name }

    static prefix func - (number: ClaimNumber) -> ClaimNumber {
        var negative = number.times(-1, number.unit)
        negative.decimals = number.decimals
        switch number.nature {
        case .literal(let print): negative.nature = .literal(print.negated)
        case .printed(let print): negative.nature = .printed(print.negated)
        case .whole(let print): negative.nature = .whole(print?.negated)
        case .computed, .missing: negative.nature = number.nature
        }
        negative.name = "−" + (number.print == nil ? "(\(number.name))" : number.figure)
        return negative
    }
}

extension PrintedNumber {
    fileprivate var negated: PrintedNumber {
        PrintedNumber(units: -units, decimals: decimals, isPercent: isPercent)
    }
}

extension Claim.Operator {
    /// The sign or the words of it in a sentence.
    var word: String {
        switch self {
        case .minus: "−"
        case .times: "×"
        case .less: "below"
        case .lessOrEqual: "at most"
        case .greater: "above"
        case .greaterOrEqual: "at least"
        default: rawValue
        }
    }
}
