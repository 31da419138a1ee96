import Base

/// Makes the columns of one sheet of an export the questions of the form.
struct SheetBinder {
    let form: Form
    let data: Microdata
    let repeatPath: String?
    let leftOut: Set<String>
    private(set) var result: Microdata
    var problems: [Problem] = []

    /// The columns of one question, by position in the sheet.
    struct Sources {
        var value: Int?
        var options: [(choice: String, column: Int)] = []
        var geoParts: [(part: HeaderMeaning.GeoPart, column: Int)] = []
        var addresses: [Int] = []

        var isEmpty: Bool {
            value == nil && options.isEmpty && geoParts.isEmpty && addresses.isEmpty
        }
    }

    init(form: Form, data: Microdata, repeatPath: String?, leftOut: Set<String>) {
        self.form = form
        self.data = data
        self.repeatPath = repeatPath
        self.leftOut = leftOut
        result = Microdata(rowCount: data.rowCount, origin: data.origin)
    }

    /// Binds all columns; afterwards the data stand in `result` and what was wrong in `problems`.
    mutating func bind(with resolver: HeaderResolver) {
        let meanings = resolver.resolve(data.names, in: repeatPath)
        let sources = gather(meanings)
        var dropped: [String] = []
        for question in form.questions {
            let variable = form.variable(of: question)
            guard let source = sources[variable], !leftOut.contains(variable) else { continue }
            if question.isOnlyShown || question.kind.holdsFiles {
                dropped.append(variable)
                continue
            }
            add(question, variable, source)
        }
        let others = addOthers(meanings)
        tell(dropped: dropped, unknown: others)
        tellMissing(sources)
    }

    // MARK: - Which columns belong to which question

    private mutating func gather(_ meanings: [HeaderMeaning]) -> [String: Sources] {
        var sources: [String: Sources] = [:]
        for (column, meaning) in meanings.enumerated() {
            switch meaning {
            case .value(let variable):
                if let first = sources[variable]?.value {
                    tellTwice(variable, first: first, again: column)
                } else {
                    sources[variable, default: Sources()].value = column
                }
            case .option(let variable, let choice):
                sources[variable, default: Sources()].options.append((choice, column))
            case .geoPart(let variable, let part):
                sources[variable, default: Sources()].geoParts.append((part, column))
            case .attachmentAddress(let variable):
                sources[variable, default: Sources()].addresses.append(column)
            case .ambiguous(let variables): tellAmbiguous(column, variables)
            case .system, .unknown: break
            }
        }
        return sources
    }

    private mutating func add(_ question: Question, _ variable: String, _ source: Sources) {
        if case .selectMultiple = question.kind {
            append(several(question, source), variable, question)
        } else if let column = source.value {
            append(values(question, data.columns[column]), variable, question)
        }
        for (part, column) in source.geoParts {
            // Kobo's name for the part, whichever system the export is of.
            var read = Column(
                name: "_\(variable)_\(part.rawValue)",
                values: numbers(data.columns[column])
            )
            read.label = question.label
            result.append(read)
        }
    }

    private mutating func append(_ values: Column.Values, _ variable: String, _ question: Question)
    {
        result.append(Column(name: variable, label: question.label, values: values))
    }

    /// The values of a question that has one column.
    private mutating func values(_ question: Question, _ column: Column) -> Column.Values {
        switch question.kind {
        case .selectOne: chosen(question, column)
        case .integer: numbers(column, whole: true)
        case .decimal, .range: numbers(column)
        case .date, .meta("today"): dates(column, .day)
        case .dateTime, .meta("start"), .meta("end"): dates(column, .second)
        case .calculate, .hidden, .other: SheetBinder.typed(column)
        default: .text(SheetBinder.texts(column))
        }
    }

    /// Adds the columns of the survey system, then unknown ones; gives the unknown ones' names.
    private mutating func addOthers(_ meanings: [HeaderMeaning]) -> [String] {
        for (column, meaning) in zip(data.columns, meanings) {
            guard case .system(let name) = meaning, result[name] == nil, !leftOut.contains(name)
            else { continue }
            result.append(Column(name: name, values: SheetBinder.typed(column)))
        }
        var unknown: [String] = []
        for (column, meaning) in zip(data.columns, meanings)
        where meaning == .unknown || meaning.isAmbiguous {
            // What may be personal stays out, as well as what is.
            let names = meaning.candidates + [column.name]
            guard leftOut.isDisjoint(with: names) else { continue }
            if meaning == .unknown { unknown.append(column.name) }
            var kept = column
            while result[kept.name] != nil { kept.name += "_" }
            result.append(kept)
        }
        return unknown
    }

    // MARK: - What is said about columns

    private func place(_ column: Int? = nil) -> Problem.Location {
        .init(
            data.origin.file,
            line: max(1, data.origin.firstLine - 1),
            column: column.map { data.columns[$0].name }
        )
    }

    private mutating func tellTwice(_ variable: String, first: Int, again: Int) {
        problems.append(
            Problem(
                .warning,
                "binding.duplicate-column",
                at: place(again),
                "\(Problem.quote(variable)) is in the column \(Problem.quote(data.columns[first].name)) too; that one counts.",
                remedy: "Remove one of the two columns."
            )
        )
    }

    private mutating func tellAmbiguous(_ column: Int, _ variables: [String]) {
        problems.append(
            Problem(
                .error,
                "binding.ambiguous-header",
                at: place(column),
                "The column may be \(listed(variables)): they have one label.",
                remedy: "Export with names (“XML values and headers”) instead of labels."
            )
        )
    }

    private mutating func tell(dropped: [String], unknown: [String]) {
        if !dropped.isEmpty {
            problems.append(
                Problem(
                    .note,
                    "binding.left-out",
                    at: place(),
                    "Notes and attachments hold nothing to count and are left out: \(listed(dropped)).",
                    remedy: "Nothing need be done."
                )
            )
        }
        if !unknown.isEmpty {
            problems.append(
                Problem(
                    .note,
                    "binding.unknown-column",
                    at: place(),
                    "The form does not know these columns; they are kept as they are: \(listed(unknown)).",
                    remedy: "If they are questions, give the form of the version that was asked."
                )
            )
        }
    }

    /// Says which questions of this sheet have no column; all of them missing is an error.
    private mutating func tellMissing(_ sources: [String: Sources]) {
        let asked = form.questions.filter { question in
            question.repeatPath == repeatPath && !question.isOnlyShown
                && question.kind.isExported && !leftOut.contains(form.variable(of: question))
        }.map { form.variable(of: $0) }
        let missing = asked.filter { sources[$0]?.isEmpty ?? true }
        guard !missing.isEmpty else { return }
        if missing.count == asked.count {
            problems.append(
                Problem(
                    .error,
                    "binding.nothing-fits",
                    at: place(),
                    "No column of the export is a question of the form.",
                    remedy: "Check that form and export belong together."
                )
            )
        } else {
            problems.append(
                Problem(
                    .warning,
                    "binding.no-column",
                    at: place(),
                    "Questions of the form without a column: \(listed(missing)).",
                    remedy: "They are left out. Check that form and export are of one version."
                )
            )
        }
    }

    /// Names in a row, at most eight of them.
    func listed(_ names: [String]) -> String {
        let shown = names.prefix(8).map(Problem.quote).joined(separator: ", ")
        return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
    }
}

extension HeaderMeaning {
    fileprivate var isAmbiguous: Bool { !candidates.isEmpty }

    /// The questions that an unclear header may stand for.
    fileprivate var candidates: [String] {
        if case .ambiguous(let variables) = self { variables } else { [] }
    }
}

extension QuestionKind {
    /// Whether its answers are files beside the export.
    var holdsFiles: Bool {
        switch self {
        case .attachment, .meta("audit"), .meta("background-audio"): true
        default: false
        }
    }

    /// Whether exports have a column for it as a rule.
    fileprivate var isExported: Bool {
        switch self {
        case .note, .attachment, .meta, .hidden, .other: false
        default: true
        }
    }
}
