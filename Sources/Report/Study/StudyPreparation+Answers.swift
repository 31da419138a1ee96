import Base
import Survey

extension StudyPreparation {
    /// Gives the questions among `names` what the study says of them.
    mutating func declareQuestions(among names: Set<String>) {
        for question in study.questions where names.contains(question.name) {
            guard var column = data[question.name] else { continue }
            if !question.label.isEmpty { column.label = question.label }
            column = typed(column, question)
            if !question.missing.isEmpty {
                column = column.declaringMissing(Set(question.missing))
            }
            data.append(column)
        }
    }

    /// The column with the answers and of the type that the study declares.
    private mutating func typed(_ column: Column, _ question: QuestionDeclaration) -> Column {
        let missing = Set(question.missing + study.data.missing)
        let categories = question.answers.map {
            Category($0.name, label: $0.label, isMissing: missing.contains($0.name))
        }
        switch question.kind {
        case .several: return column.splitIntoSeveral(among: categories)
        case .number, .date:
            let (typed, strays) = column.read(as: question.kind == .date ? .date : .number)
            let code: Problem.Code =
                question.kind == .date ? "answers.not-a-date" : "answers.not-a-number"
            report(strays, in: column, code)
            return typed
        case .text: return column.asText()
        case .one where categories.isEmpty:
            return column.distinctCategories(atMost: 254).map { column.coded(as: $0).column }
                ?? column
        case .one, nil:
            return categories.isEmpty
                ? column
                : code(column, as: categories, from: "questions.\(question.name).answers")
        }
    }

    /// One problem for each value that is not of the type declared.
    private mutating func report(
        _ strays: [Column.Stray],
        in column: Column,
        _ code: Problem.Code
    ) {
        for stray in strays.prefix(20) {
            problems.append(
                Problem(
                    .error,
                    code,
                    at: .init(
                        data.origin.file,
                        line: data.origin.line(of: stray.rows[0]),
                        column: column.name
                    ),
                    "\(Problem.quote(stray.name)) in \(column.name) is not of the type declared.",
                    remedy: "Mend the data, or change the type under questions in study.yaml."
                )
            )
        }
    }

    /// Codes for "no answer" that the whole study declares hold for lists of answers only: 99 may be
    /// somebody's age.
    mutating func declareMissing() {
        let missing = Set(study.data.missing)
        guard !missing.isEmpty else { return }
        let declared = Set(
            study.questions.filter { !$0.missing.isEmpty }.map(\.name) + study.technicalNames
        )
        let items = Set(study.scales.flatMap { $0.items.map(\.name) })
        for column in data.columns {
            switch column.values {
            case .codes, .several: data.append(column.declaringMissing(missing))
            case .numbers where items.contains(column.name):
                data.append(column.declaringMissing(missing))
            case .numbers(let numbers)
            where !declared.contains(column.name) && !column.name.hasPrefix("_"):
                warnOfNumbers(missing, in: column, numbers)
            case .numbers, .text, .dates: break
            }
        }
    }

    private mutating func warnOfNumbers(
        _ missing: Set<String>,
        in column: Column,
        _ numbers: Numbers
    ) {
        let codes = Set(missing.compactMap { Double($0) })
        let rows = (0..<numbers.count).filter { codes.contains(numbers[$0]) }
        guard let first = rows.first else { return }
        problems.append(
            Problem(
                .warning,
                "data.number-like-missing",
                at: .init(
                    data.origin.file,
                    line: data.origin.line(of: first),
                    column: column.name
                ),
                "\(column.name) holds \(rows.count) × \(numberName(numbers[first])), a code for “no answer” "
                    + "elsewhere; here it counts as a number.",
                remedy: "If it is none, add questions: {\(column.name): {missing: "
                    + "[\(numberName(numbers[first]))]}} to study.yaml."
            )
        )
    }

    /// Items of scales that the data hold as plain numbers get a category for each answer.
    mutating func codeScaleItems() {
        for scale in study.scales {
            for item in scale.items {
                guard let column = data[item.name], case .numbers = column.values else { continue }
                var names = wholeNumbers(scale.range).map { numberName($0) }
                // Values beyond the range become answers too: the check of the range names their rows.
                let extra = (column.distinctCategories(atMost: 10_000) ?? []).map(\.name)
                names += extra.filter { !names.contains($0) }
                let categories = names.map { name in
                    Category(
                        name,
                        isMissing: Double(name).map { column.missingNumbers.contains($0) } ?? false
                    )
                }
                data.append(column.coded(as: categories).column)
            }
        }
    }

    /// Breakdowns by few different numbers or texts, as data without a form hold them, get a group for
    /// each.
    mutating func codeBreakdowns() {
        for name in study.breakdowns.flatMap({ $0 }) {
            guard let column = data[name] else { continue }
            switch column.values {
            case .numbers, .text:
                guard let categories = column.distinctCategories(atMost: Self.mostFoundGroups)
                else {
                    continue
                }
                data.append(
                    column.coded(as: categories.filter { !isMissing($0, in: column) }).column
                )
            case .codes, .dates, .several: continue
            }
        }
    }

    /// More different values than this are no groups that somebody means to compare.
    private static var mostFoundGroups: Int { 24 }

    private func isMissing(_ category: Category, in column: Column) -> Bool {
        category.number.map { column.missingNumbers.contains($0) } ?? false
    }

    private func wholeNumbers(_ range: ClosedRange<Double>) -> [Double] {
        let low = range.lowerBound.rounded(.up)
        guard range.upperBound - low <= 100 else { return [] }
        return Array(stride(from: low, through: range.upperBound, by: 1))
    }

    /// `column` with `categories`; each value that is none of them is one problem.
    private mutating func code(
        _ column: Column,
        as categories: [Category],
        from path: String
    ) -> Column {
        let (coded, strays) = column.coded(as: categories)
        for stray in strays {
            let hint = nearestName(to: stray.name, in: categories.map(\.name))
            let others = stray.rows.count > 1 ? " and \(stray.rows.count - 1) more rows" : ""
            problems.append(
                Problem(
                    .error,
                    "answers.not-on-list",
                    at: .init(
                        data.origin.file,
                        line: data.origin.line(of: stray.rows[0]),
                        column: column.name
                    ),
                    "\(Problem.quote(stray.name)) is not an answer to \(column.name) (this row\(others)).",
                    remedy: (hint.map { "Did you mean \($0)? " } ?? "")
                        + "Mend the data, or add the answer under \(path) in study.yaml."
                )
            )
        }
        return coded
    }
}
