import Base
import Survey

/// Microdata laid out as the variables of an SPSS file.
struct SAVLayout {
    let file: String
    let language: String
    private(set) var columns: [SAVColumn] = []
    private var names = SAVNames()
    private var problems: [Problem] = []
    private var shortenedLabels = 0

    // What SPSS holds, in bytes.
    private static let longestLabel = 255
    private static let longestValueLabel = 120
    private static let longestText = 32_767
    private static let longestMissingText = 8

    init(file: String, language: String) {
        self.file = file
        self.language = language
    }

    /// Adds the variables of one column: one, or one for each option of several answers.
    mutating func add(_ column: Column) {
        switch column.values {
        case .numbers(let numbers):
            addNumbers(column, numbers.all)
        case .codes(let codes, let categories):
            if let numbers = numbers(of: categories) {
                addCodes(column, codes, categories, numbers)
            } else {
                addTextCodes(column, codes, categories)
            }
        case .text(let texts):
            addTexts(column, texts.pool, texts.positions)
        case .dates(let seconds, let precision):
            addDates(column, seconds, precision)
        case .several(let answers):
            addSeveral(column, answers)
        }
    }

    // MARK: - Numbers

    private mutating func addNumbers(_ column: Column, _ numbers: [Double]) {
        var added = started(column, .numbers(numbers))
        added.format = displayFormat(numbers)
        added.isQuantity = true
        added.labels = column.numberLabels.sorted { $0.key < $1.key }.compactMap { number, label in
            labelled(.number(number), label.text(in: language))
        }
        added.missing = missing(column.missingNumbers, valid: numbers, column)
        columns.append(added)
    }

    private mutating func addDates(
        _ column: Column,
        _ seconds: [Double],
        _ precision: Column.DatePrecision
    ) {
        let toSPSS = { (second: Double) in
            StataMissing.name(second) == nil
                ? second + StatDates.daysFromSPSS * 86_400 : second
        }
        let numbers = seconds.map(toSPSS)
        var added = started(column, .numbers(numbers))
        added.format = precision == .day ? "DATE11" : "DATETIME20"
        added.isQuantity = true
        let declared = MissingNumbers(
            Set(column.missingNumbers.values.map(toSPSS)),
            ranges: column.missingNumbers.ranges.map {
                toSPSS($0.lowerBound)...toSPSS($0.upperBound)
            }
        )
        added.missing = missing(declared, valid: numbers, column)
        columns.append(added)
    }

    private mutating func addSeveral(_ column: Column, _ answers: SeveralAnswers) {
        let question = column.label.text(in: language)
        for (index, option) in answers.options.enumerated() {
            let chosen = (0..<answers.count).map { row in
                answers.isAnswered[row] ? (answers.chose(index, row: row) ? 1.0 : 0) : .nan
            }
            var single = Column(name: "\(column.name)_\(option.name)", values: .text(TextPool([])))
            let answer = option.text(in: language)
            single.label = LocalText(question.isEmpty ? answer : "\(question): \(answer)")
            var added = started(single, .numbers(chosen))
            added.format = "F1.0"
            columns.append(added)
        }
    }

    // MARK: - Closed lists

    /// The categories' numbers, where every name is one and gives it back; nil when not.
    private func numbers(of categories: [Category]) -> [Double]? {
        let numbers = categories.compactMap { category -> Double? in
            guard let number = StataMissing.number(named: category.name) ?? category.number,
                number.isFinite, shortestText(number) == category.name
            else { return nil }
            return number
        }
        return numbers.count == categories.count ? numbers : nil
    }

    private mutating func addCodes(
        _ column: Column,
        _ codes: Codes,
        _ categories: [Category],
        _ numbers: [Double]
    ) {
        let values = (0..<codes.count).map { codes[$0] == 0 ? .nan : numbers[codes[$0] - 1] }
        var added = started(column, .numbers(values))
        added.format = displayFormat(numbers)
        let needsNames = needsNames(categories, numbers)
        for (category, number) in zip(categories, numbers) {
            let text = category.label.text(in: language)
            let label = text.isEmpty && needsNames ? category.name : text
            if let pair = labelled(.number(number), label) { added.labels.append(pair) }
        }
        let flagged = zip(categories, numbers).filter { $0.0.isMissing }.map(\.1)
        let valid = zip(categories, numbers).filter { !$0.0.isMissing }.map(\.1)
        // What the file that was read declared, where it says the same as the categories.
        let agrees = zip(categories, numbers).allSatisfy {
            $0.isMissing == column.missingNumbers.contains($1)
        }
        let declared = agrees ? column.missingNumbers : MissingNumbers(Set(flagged))
        added.missing = missing(declared, valid: valid, column)
        columns.append(added)
    }

    /// Whether the labels alone would not show that it is a closed list, when the file is read again.
    private func needsNames(_ categories: [Category], _ numbers: [Double]) -> Bool {
        let valid = zip(categories, numbers).filter { !$0.0.isMissing }
        let labelled = valid.filter { !$0.0.label.text(in: language).isEmpty }.map(\.1)
        guard let least = labelled.min(), let most = labelled.max() else { return true }
        let isScale =
            labelled.count > 1 && most - least <= 10
            && valid.allSatisfy { $0.1 == $0.1.rounded() && (least...most).contains($0.1) }
        return !isScale && labelled.count < valid.count
    }

    private mutating func addTextCodes(_ column: Column, _ codes: Codes, _ categories: [Category]) {
        let names = categories.map { fitted($0.name, bytes: SAVLayout.longestText) }
        let width = names.map(\.utf8.count).max() ?? 1
        let positions = (0..<codes.count).map { Int32(codes[$0]) }
        var added = started(column, .texts([""] + names, positions, width: max(1, width)))
        for (category, name) in zip(categories, names) where !name.isEmpty {
            let label = category.text(in: language)
            if let pair = labelled(.text(name), label) { added.labels.append(pair) }
        }
        let missing = categories.filter(\.isMissing).map(\.name)
        added.missingTexts = Array(
            missing.filter { $0.utf8.count <= SAVLayout.longestMissingText }.prefix(3)
        )
        reportMissing(leftOut: missing.count - added.missingTexts.count, column)
        columns.append(added)
    }

    private mutating func addTexts(_ column: Column, _ pool: [String], _ positions: [Int32]) {
        let texts = pool.map { fitted($0, bytes: SAVLayout.longestText) }
        let shortened = zip(pool, texts).count { $0 != $1 }
        if shortened > 0 {
            report(
                .warning,
                "sav.text-shortened",
                column.name,
                "\(shortened) texts are longer than SPSS allows and were cut",
                remedy:
                    "SPSS holds 32,767 bytes, about 16,000 Cyrillic letters; write .csv or .xlsx."
            )
        }
        let width = texts.map(\.utf8.count).max() ?? 1
        columns.append(started(column, .texts(texts, positions, width: max(1, width))))
    }

    // MARK: - Parts

    private mutating func started(_ column: Column, _ values: SAVColumn.Values) -> SAVColumn {
        let label = column.label.text(in: language)
        let kept = fitted(label, bytes: SAVLayout.longestLabel)
        if kept != label { shortenedLabels += 1 }
        return SAVColumn(name: names.name(for: column.name), label: kept, values: values)
    }

    private mutating func labelled(
        _ key: SAVColumn.Key,
        _ label: String
    ) -> (key: SAVColumn.Key, label: String)? {
        let kept = fitted(label, bytes: SAVLayout.longestValueLabel)
        if kept != label { shortenedLabels += 1 }
        return kept.isEmpty ? nil : (key, kept)
    }

    private mutating func missing(
        _ declared: MissingNumbers,
        valid: [Double],
        _ column: Column
    ) -> [ClosedRange<Double>] {
        let (missing, leftOut) = savMissing(declared, valid: valid)
        reportMissing(leftOut: leftOut, column)
        return missing
    }

    // MARK: - Problems

    private mutating func reportMissing(leftOut: Int, _ column: Column) {
        guard leftOut > 0 else { return }
        report(
            .warning,
            "sav.missing-left-out",
            column.name,
            "\(leftOut) missing values are more or longer than SPSS allows; there they count as answers",
            remedy:
                "SPSS holds three missing values of at most eight letters: recode, or write .csv."
        )
    }

    private mutating func report(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        _ column: String?,
        _ message: String,
        remedy: String
    ) {
        problems.append(
            Problem(severity, code, at: .init(file, column: column), message, remedy: remedy)
        )
    }

    /// Everything that SPSS could not hold as it is.
    var allProblems: [Problem] {
        var copy = self
        if !names.changed.isEmpty {
            let some = names.changed.prefix(5).map { "\(Problem.quote($0.from)) → \($0.to)" }
            copy.report(
                .note,
                "sav.renamed",
                nil,
                "\(names.changed.count) names changed to what SPSS allows: "
                    + some.joined(separator: ", "),
                remedy: "Nothing to mend; SPSS allows letters, digits and “_”, a letter first."
            )
        }
        if shortenedLabels > 0 {
            copy.report(
                .warning,
                "sav.label-shortened",
                nil,
                "\(shortenedLabels) labels are longer than SPSS allows and were cut",
                remedy: "SPSS holds 255 bytes of a question and 120 of an answer."
            )
        }
        return copy.problems
    }
}
