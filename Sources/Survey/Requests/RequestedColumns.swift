package import Base
import Kernels

/// The columns of a data file as a person names them; what is wrong with the names is collected.
package struct RequestedColumns: Sendable {
    package let data: Microdata
    package private(set) var problems: [Problem] = []
    /// What a person should know, though it stops nothing.
    package private(set) var warnings: [Problem] = []
    /// What stands for "no answer" in every column that is named, as text.
    private let missing: Set<String>

    package init(_ data: Microdata, missing: [String] = []) {
        self.data = data
        self.missing = Set(missing)
    }

    package var rowCount: Int { data.rowCount }

    package mutating func report(
        _ code: Problem.Code,
        line: Int? = nil,
        column: String? = nil,
        _ message: String,
        remedy: String
    ) {
        let location = Problem.Location(data.origin.file, line: line, column: column)
        report([Problem(.error, code, at: location, message, remedy: remedy)])
    }

    /// Adds problems that were found elsewhere.
    package mutating func report(_ others: [Problem]) { problems += others }

    /// The column of that name; nil, with a problem, where there is none.
    ///
    /// A name in backticks may hold any letters.
    package mutating func column(_ name: String) -> Column? {
        let name = WrittenList.plain(name)
        if data[name] == nil, let whole = wholeName(of: name), let column = data[whole] {
            return cleaned(column)
        }
        guard let column = data[name] else {
            let hint =
                (nearestName(to: name, in: data.names) ?? nearestEnd(to: name)).map {
                    "Did you mean \($0)? "
                } ?? ""
            report(
                "estimate.unknown-variable",
                column: name,
                "There is no column \(Problem.quote(name)).",
                remedy: "\(hint)The columns here: \(data.names.prefix(20).joined(separator: ", "))"
                    + (data.names.count > 20 ? " and \(data.names.count - 20) more." : ".")
            )
            return nil
        }
        return cleaned(column)
    }

    /// The one column whose name ends with "/" and `name`, as forms with groups have it; nil for none or several.
    private func wholeName(of name: String) -> String? {
        let found = data.names.filter { $0.hasSuffix("/" + name) }
        return found.count == 1 ? found[0] : nil
    }

    /// The column whose last part is nearest to `name`.
    private func nearestEnd(to name: String) -> String? {
        let ends = data.names.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        guard let end = nearestName(to: name, in: ends), let place = ends.firstIndex(of: end)
        else { return nil }
        return data.names[place]
    }

    /// The names that match `pattern`, where * stands for any letters; in the order of the data.
    package mutating func names(matching pattern: String) -> [String] {
        guard pattern.contains("*") else { return column(pattern) == nil ? [] : [pattern] }
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        let found = data.names.filter { Self.matches($0, parts) }
        if found.isEmpty {
            report(
                "estimate.unknown-variable",
                column: pattern,
                "No column has a name like \(Problem.quote(pattern)).",
                remedy: "The star stands for any letters: rw* finds rw1, rw2, …"
            )
        }
        return found
    }

    private static func matches(_ name: String, _ parts: [String]) -> Bool {
        guard name.hasPrefix(parts[0]) else { return false }
        var rest = name.dropFirst(parts[0].count)
        for (place, part) in parts.enumerated().dropFirst() {
            if place == parts.count - 1 { return rest.hasSuffix(part) }
            guard !part.isEmpty else { continue }
            guard let range = firstRange(of: part, in: rest) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    private static func firstRange(
        of part: String,
        in text: Substring
    ) -> Range<Substring.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(part) {
                return start..<text.index(start, offsetBy: part.count)
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// `column` with what stands for "no answer" taken out; a column of texts whose other values are all
    /// numbers becomes one of numbers.
    private func cleaned(_ column: Column) -> Column {
        guard !missing.isEmpty else { return column }
        var column = column
        switch column.values {
        case .numbers:
            let numbers = missing.compactMap(Double.init)
            column.missingNumbers = MissingNumbers(
                column.missingNumbers.values.union(numbers),
                ranges: column.missingNumbers.ranges
            )
        case .codes(let codes, var categories):
            for place in categories.indices where missing.contains(categories[place].name) {
                categories[place].isMissing = true
            }
            column.values = .codes(codes, categories)
        case .text(let texts):
            let pool = texts.pool.map { missing.contains($0) ? "" : $0 }
            let numbers = pool.map { $0.isEmpty ? Double.nan : Double($0) }
            if numbers.allSatisfy({ $0 != nil }), pool.contains(where: { !$0.isEmpty }) {
                let values = numbers.map { $0 ?? .nan }
                column.values = .numbers(Numbers(texts.positions.map { values[Int($0)] }))
            } else {
                column.values = .text(TextPool(texts.positions.map { pool[Int($0)] }))
            }
        case .dates, .several: break
        }
        return column
    }
}

// MARK: - What columns hold

extension RequestedColumns {
    /// The numbers of a column, of an expression such as `api00 - api99` or `q03 >= 4`, or of a logarithm
    /// of either, `log(enroll)`.
    package mutating func numbers(_ written: String) -> Numbers? {
        let name = WrittenList.plain(written)
        guard data[name] == nil, written == name, !Self.isPlainName(name) else {
            guard let column = column(name) else { return nil }
            let found = Numbers(answered: column) ?? Self.numbers(ofCodes: column)
            if let found {
                if let warning = likelyMissing(column.name, found), !warnings.contains(warning) {
                    warnings.append(warning)
                }
                return found
            }
            reportNoNumbers(column)
            return nil
        }
        if let inner = Self.argument(of: "log", in: name) { return logarithms(of: inner) }
        guard let bound = expression(name) else { return nil }
        return Numbers((0..<rowCount).map { bound.number(row: $0) ?? .nan })
    }

    /// What stands in the parentheses of `function(…)`.
    static func argument(of function: String, in text: String) -> String? {
        guard text.hasPrefix("\(function)("), text.hasSuffix(")") else { return nil }
        let inner = text.dropFirst(function.count + 1).dropLast()
        return inner.contains(")") && !inner.contains("(") ? nil : WrittenList.trimmed(inner)
    }

    private mutating func logarithms(of name: String) -> Numbers? {
        guard let numbers = numbers(name)?.all else { return nil }
        if let row = numbers.firstIndex(where: { $0 <= 0 }) {
            report(
                "estimate.logarithm",
                line: data.origin.line(of: row),
                column: WrittenList.plain(name),
                "\(numberName(numbers[row])) has no logarithm.",
                remedy:
                    "Leave such rows out with --missing, or add to the number first, as in log(x + 1)."
            )
            return nil
        }
        return Numbers(numbers.map { $0.isNaN ? .nan : logarithm($0) })
    }

    /// Says which of the column's values is no number, and how to go on.
    private mutating func reportNoNumbers(_ column: Column) {
        let words = Self.words(of: column)
        guard let (row, word) = words.first else {
            let isEmpty = if case .text = column.values { true } else { false }
            report(
                isEmpty ? "estimate.nobody" : "estimate.not-numbers",
                column: column.name,
                isEmpty ? "The column is empty." : "The column does not hold numbers.",
                remedy: isEmpty
                    ? "Name another column, or look at --missing." : "Name a column of numbers."
            )
            return
        }
        let others =
            words.count == 1 ? "" : ", nor are \(words.count - 1) other texts of the column"
        let remedy: String
        if Double(word.map { $0 == "," ? "." : String($0) }.joined()) != nil {
            remedy = "Write decimals with a point, or part the columns of the file with semicolons."
        } else if words.count <= 3 {
            let list = words.map(\.word).joined(separator: ",")
            remedy =
                "Say --missing \(Problem.quote(list)) if that stands for no answer; or count an answer with a "
                + "condition such as \"\(column.name) == '\(word)'\"."
        } else {
            remedy =
                "Name a column of numbers, or a condition such as \"\(column.name) == '\(word)'\"; values that "
                + "stand for no answer are named by --missing."
        }
        report(
            "estimate.not-numbers",
            line: data.origin.line(of: row),
            column: column.name,
            "\(Problem.quote(word)) is no number\(others).",
            remedy: remedy
        )
    }

    /// Whether most texts of `column` are numbers, which is said as a problem.
    ///
    /// Numbers with "NA" among them are no factor of a model.
    mutating func reportNumbersWithWords(_ column: Column) -> Bool {
        guard case .text(let texts) = column.values else { return false }
        let values = texts.pool.filter { !$0.isEmpty }
        let numbers = values.count { Double($0) != nil }
        guard numbers * 2 > values.count else { return false }
        reportNoNumbers(column)
        return true
    }

    /// The different values of `column` that are no numbers, each with its first row.
    private static func words(of column: Column) -> [(row: Int, word: String)] {
        var found: [(row: Int, word: String)] = []
        switch column.values {
        case .text(let texts):
            var isKnown = texts.pool.map { $0.isEmpty || Double($0) != nil }
            for (row, position) in texts.positions.enumerated() where !isKnown[Int(position)] {
                isKnown[Int(position)] = true
                found.append((row, texts.pool[Int(position)]))
            }
        case .codes(let codes, let categories):
            var isKnown = [true] + categories.map { $0.isMissing || $0.number != nil }
            for row in 0..<codes.count where !isKnown[codes[row]] {
                isKnown[codes[row]] = true
                found.append((row, categories[codes[row] - 1].name))
            }
        case .numbers, .dates, .several: break
        }
        return found
    }

    /// The numbers that the categories of a closed question are named by; nil where one is none.
    private static func numbers(ofCodes column: Column) -> Numbers? {
        guard case .codes(let codes, let categories) = column.values else { return nil }
        var values = [Double.nan]
        for category in categories {
            guard category.isMissing || category.number != nil else { return nil }
            values.append(category.isMissing ? .nan : category.number ?? .nan)
        }
        return Numbers((0..<codes.count).map { values[codes[$0]] })
    }

    private static func isPlainName(_ name: String) -> Bool {
        !name.contains { " <>=!+-*/()[]\"'".contains($0) }
    }

    private mutating func expression(_ text: String) -> BoundExpression? {
        do throws(Expression.Fault) {
            let parsed = try Expression(text)
            do throws(ExpressionFaults) {
                let data = prepared(for: text)
                let bound = try BoundExpression(parsed, in: data)
                let unheld = parsed.root.unheldAnswers(in: data)
                report(unheld.map { unknown($0.answer, of: $0.column) })
                return unheld.isEmpty ? bound : nil
            } catch {
                for fault in error.list { report(fault, in: text) }
            }
        } catch {
            report(error, in: text)
        }
        return nil
    }

    private mutating func report(_ fault: Expression.Fault, in text: String) {
        report(
            "estimate.expression",
            "\(Problem.quote(text)), at character \(fault.position + 1): \(fault.message)",
            remedy: fault.remedy
        )
    }

    /// The data with the columns that `text` may name freed of what stands for "no answer".
    ///
    /// Columns of groups of a form are known by the last part of their names as well, where that is one's own.
    private func prepared(for text: String) -> Microdata {
        var result = data
        for column in data.columns {
            guard let end = column.name.split(separator: "/").last.map(String.init),
                end != column.name, data[end] == nil, text.contains(end),
                wholeName(of: end) == column.name
            else { continue }
            var short = column
            short.name = end
            result.append(cleaned(short))
        }
        guard !missing.isEmpty else { return result }
        for column in data.columns where text.contains(column.name) {
            result.append(cleaned(column))
        }
        return result
    }

    /// Whether each row meets `condition`; rows that a missing value leaves undecided do not.
    package mutating func rows(where condition: String) -> [Bool]? {
        guard let bound = expression(condition) else { return nil }
        let rows = (0..<rowCount).map { bound.holds(row: $0) == true }
        guard !rows.contains(true), rowCount > 0 else { return rows }
        report(
            "estimate.nobody",
            "Nobody meets the condition \(Problem.quote(condition)).",
            remedy: "Check how the answers are spelt in the data, and the numbers of the condition."
        )
        return nil
    }

    /// The groups of a column: its answers, its different texts or its different numbers in order.
    package mutating func groups(_ name: String) -> RequestedGroups? {
        guard let column = column(name) else { return nil }
        let groups = RequestedGroups(column)
        if groups?.names.isEmpty == true {
            report(
                "estimate.nobody",
                column: column.name,
                "The column is empty.",
                remedy: "Name another column, or look at --missing."
            )
            return nil
        }
        if groups == nil {
            report(
                "estimate.not-groups",
                column: name,
                "The column does not fall into groups: it has more than 1,000 values, or several a row.",
                remedy: "Name a column with few different values."
            )
        }
        return groups
    }

    /// The names of a column: strata, clusters.
    package mutating func labels(_ name: String) -> Labels? { column(name).map { Labels($0) } }
}
