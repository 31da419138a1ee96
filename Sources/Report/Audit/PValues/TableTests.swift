/// Tests whose statistic, degrees of freedom and p-value stand in lines of a table.
///
/// Lines are known by their labels: t, F, χ², r, z or Q; p, "p-value" or "Sig."; df, df1, df2; n.
/// Statistics and p-values must be figures that the audit knows no other meaning of, so that "F" for
/// women is none. One p-value belongs to the one statistic before it.
struct TableTests {
    struct Found {
        var test: ReportedTest
        var p: (row: Int, column: Int)
        var others: [(row: Int, column: Int)]
    }

    private(set) var found: [Found] = []
    /// How many tests have no degrees of freedom beside them.
    private(set) var withoutDegrees = 0
    /// Whether the p-values are headed as one-sided.
    private(set) var isOneSided = false
    private let table: AuditedTable
    private let isTurned: Bool

    init(_ table: AuditedTable) {
        self.init(table, isTurned: false)
        if found.isEmpty, withoutDegrees == 0 { self.init(table, isTurned: true) }
    }

    private init(_ table: AuditedTable, isTurned: Bool) {
        self.table = table
        self.isTurned = isTurned
        let lines = isTurned ? table.rows : table.columns
        for plan in Self.plans(lines) {
            isOneSided = isOneSided || plan.isOneSided
            for line in (isTurned ? table.columns : table.rows).indices { read(line, plan) }
        }
    }

    private mutating func read(_ line: Int, _ plan: Plan) {
        let places = (place(line, plan.statistic), place(line, plan.p))
        guard isOther(places.0), isOther(places.1),
            let statistic = Self.number(cell(places.0)), let p = Self.probability(cell(places.1))
        else { return }
        guard let df = degrees(line, plan) else {
            withoutDegrees += 1
            return
        }
        let label = (isTurned ? table.columns : table.rows)[line].label
        let name = (isTurned ? table.rows : table.columns)[plan.statistic].label
        let degrees = plan.df.map { cell(place(line, $0)).text }.filter { !$0.isEmpty }
        let p0 = cell(places.1).text
        let isBare = p0.first.map { !"<>=".contains($0) } ?? true
        let text =
            "\(label): \(name) = \(cell(places.0).text)"
            + (degrees.isEmpty ? "" : ", df = " + degrees.joined(separator: ", "))
            + ", p " + (isBare ? "= " : "") + p0
        found.append(
            Found(
                test: ReportedTest(
                    kind: plan.kind,
                    df: df,
                    comparison: .equal,
                    statistic: statistic,
                    p: p,
                    text: text
                ),
                p: places.1,
                others: ([plan.statistic] + plan.df).map { place(line, $0) }
            )
        )
    }

    private func place(_ line: Int, _ across: Int) -> (row: Int, column: Int) {
        isTurned ? (across, line) : (line, across)
    }

    private func cell(_ place: (row: Int, column: Int)) -> PrintedCell {
        table.cells[place.row][place.column]
    }

    private func isOther(_ place: (row: Int, column: Int)) -> Bool {
        table.statistic(row: place.row, column: place.column) == .other
    }
}

// MARK: - Which lines belong together

extension TableTests {
    private struct Plan {
        var kind: ReportedTest.Kind
        var statistic: Int
        var p: Int
        var isOneSided: Bool
        var df: [Int]
        var n: Int?
        /// Degrees of freedom in the statistic's label: "t(28)".
        var fixed: [TextNumber]?
    }

    private enum Label {
        case statistic(ReportedTest.Kind, [TextNumber]?)
        case p(isOneSided: Bool)
        case df
        case n

        init?(_ label: String) {
            let folded = FoldedText(label)
            var words = folded.lowercased.filter { $0 != "." }
            while words.first == " " { words.removeFirst() }
            while words.last == " " { words.removeLast() }
            switch words {
            case "df", "df1", "df2", "df 1", "df 2", "degrees of freedom", "numerator df",
                "denominator df":
                self = .df
            case "n":
                self = .n
            case "p", "p-value", "p value", "pvalue", "sig", "significance", "p-values":
                self = .p(isOneSided: false)
            default:
                if ["sig (", "p (", "p-value ("].contains(where: words.hasPrefix) {
                    let isOne = ["(1-", "(one"].contains { words.contains($0) }
                    guard words.contains("tail") || words.contains("side") else { return nil }
                    self = .p(isOneSided: isOne)
                } else if let statistic = Self.statistic(label) {
                    self = statistic
                } else {
                    return nil
                }
            }
        }

        private static func statistic(_ label: String) -> Label? {
            let endings = ["-value", " value", " statistic", "-statistic", "-test", " test"]
            let ending = endings.first { label.hasSuffix($0) } ?? ""
            // A name is read as in text, with a figure behind it.
            let text = FoldedText(label.dropLast(ending.count) + " = 0.5")
            var cursor = TextCursor(text: text, at: 0)
            guard cursor.isLetter(), let head = TestHead(&cursor, decimalCommas: false),
                cursor.peek() == nil, let kind = head.kind
            else { return nil }
            return .statistic(kind, head.df?.df)
        }
    }

    /// One plan a p-value that has one statistic before it, or the table's only statistic at all.
    private static func plans(_ lines: [AuditedTable.Line]) -> [Plan] {
        let labels = lines.map { Label($0.label) }
        let counts = labels.indices.filter { if case .n = labels[$0] { true } else { false } }
        let ps = labels.indices.filter { if case .p = labels[$0] { true } else { false } }
        var plans: [Plan] = []
        var first = labels.startIndex
        for place in ps {
            guard case .p(let isOneSided) = labels[place] else { continue }
            let segment = ps.count == 1 ? labels.indices : first..<place
            first = place + 1
            var statistics: [(Int, ReportedTest.Kind, [TextNumber]?)] = []
            var df: [Int] = []
            for index in segment {
                switch labels[index] {
                case .statistic(let kind, let fixed): statistics.append((index, kind, fixed))
                case .df: df.append(index)
                default: break
                }
            }
            guard statistics.count == 1, let (index, kind, fixed) = statistics.first else {
                continue
            }
            plans.append(
                Plan(
                    kind: kind,
                    statistic: index,
                    p: place,
                    isOneSided: isOneSided,
                    df: df,
                    n: counts.count == 1 ? counts.first : nil,
                    fixed: fixed
                )
            )
        }
        return plans
    }
}

// MARK: - What cells say

extension TableTests {
    private func degrees(_ line: Int, _ plan: Plan) -> [TextNumber]? {
        if plan.kind == .z { return [] }
        if let fixed = plan.fixed { return fixed }
        let cells = plan.df.map { cell(place(line, $0)) }
        let wanted = plan.kind == .fisherF ? 2 : 1
        if cells.count == wanted {
            let numbers = cells.compactMap(Self.number)
            if numbers.count == wanted {
                return numbers.allSatisfy { $0.value > 0 } ? numbers : nil
            }
        }
        guard cells.count <= 1 else { return nil }
        guard let cell = cells.first else {
            guard plan.kind == .r, let n = plan.n,
                let count = Self.number(self.cell(place(line, n))), count.decimals == 0,
                count.value > 2
            else { return nil }
            return [TextNumber(value: count.value - 2, decimals: 0)]
        }
        if case .text(let text) = cell {
            return DegreesOfFreedom(text, of: plan.kind, decimalCommas: false)?.df
        }
        guard plan.kind == .fisherF, let first = Self.number(cell), first.value > 0,
            let second = residual(line, plan.df[0])
        else { return nil }
        return [first, second]
    }

    /// The degrees of freedom of the one line that is called the rest, below `line`.
    private func residual(_ line: Int, _ across: Int) -> TextNumber? {
        let lines = isTurned ? table.columns : table.rows
        let names: Set<String> = [
            "error", "residual", "residuals", "within groups", "within", "within group",
        ]
        let rests = lines.indices.filter { names.contains(lines[$0].identity) }
        guard rests.count == 1, let rest = rests.first, rest > line else { return nil }
        let number = Self.number(cell(place(rest, across)))
        return number.flatMap { $0.value > 0 ? $0 : nil }
    }

    private static func number(_ cell: PrintedCell) -> TextNumber? {
        switch cell {
        case .none: return nil
        case .number(let number):
            let places = number.decimals + (number.isPercent ? 2 : 0)
            return TextNumber(
                value: Double(number.units) / PowersOfTen.power(places),
                decimals: places
            )
        case .text(let text):
            var cursor = TextCursor(text: FoldedText(text), at: 0)
            cursor.skipBlanks()
            guard let number = cursor.number(.eitherMark), !number.isAmbiguous else { return nil }
            while let scalar = cursor.peek() {
                guard !FoldedText.isDigit(scalar) else { return nil }
                cursor.at += 1
            }
            return number
        }
    }

    private static func probability(_ cell: PrintedCell) -> ReportedTest.Probability? {
        switch cell {
        case .none: return nil
        case .number: return number(cell).map { .value(.equal, $0) }
        case .text(let text):
            var folded = text
            while folded.first == " " { folded.removeFirst() }
            let hasSign = folded.first.map { "<>=≤≥".contains($0) } ?? false
            var cursor = TextCursor(text: FoldedText("p" + (hasSign ? "" : "=") + folded), at: 0)
            guard let found = FoundProbability(&cursor) else { return nil }
            return found.probability
        }
    }
}
