import Base

/// All headers under which exports can hold one question.
struct QuestionKeys {
    let form: Form
    let question: Question
    private let variable: String
    private(set) var found: [(text: String, meaning: HeaderMeaning, rank: HeaderResolver.Rank)] = []

    init(form: Form, question: Question) {
        self.form = form
        self.question = question
        variable = form.variable(of: question)
    }

    private static let separators = ["/", "-", ".", ":"]

    /// Finds the headers; afterwards they stand in `found`.
    mutating func build() {
        let choices = isSeveral ? form.choices(of: question) ?? [] : []
        for (prefix, separator) in prefixes(groupNames) {
            addNames(prefix, separator, choices)
        }
        for language in languages {
            let groups = question.groupPath.indices.map { depth in
                groupLabel(Array(question.groupPath[...depth]), language)
            }
            for (prefix, separator) in prefixes(groups) {
                addLabels(prefix, separator, language, choices)
            }
        }
    }

    private var isSeveral: Bool {
        if case .selectMultiple = question.kind { true } else { false }
    }

    private var groupNames: [String] { question.groupPath }

    /// The languages in which the question has a label of its own.
    private var languages: [String] { question.label.languages }

    private func groupLabel(_ path: [String], _ language: String) -> String {
        let text = form.group(at: path.joined(separator: "/"))?.label.texts[language] ?? ""
        return text.isEmpty ? path.last ?? "" : text
    }

    /// The texts that can stand before the question: nothing, or the last so many of its groups.
    private func prefixes(_ groups: [String]) -> [(String, String)] {
        QuestionKeys.separators.flatMap { separator in
            (0...groups.count).map { taken in
                (groups.suffix(taken).map { $0 + separator }.joined(), separator)
            }
        }
    }

    /// What can stand between a question and its option: ODK Central always writes "/" there.
    private func marks(_ separator: String) -> [String] {
        separator == "/" ? ["/"] : [separator, "/"]
    }

    private mutating func addNames(_ prefix: String, _ separator: String, _ choices: [Choice]) {
        let base = prefix + question.name
        add(base, .value(variable), prefix.isEmpty ? .name : .path)
        for choice in choices {
            for mark in marks(separator) {
                add(base + mark + choice.name, .option(variable, choice: choice.name), .option)
            }
        }
        addDerived(base: base, prefix: prefix, own: question.name, separator: separator)
    }

    private mutating func addLabels(
        _ prefix: String,
        _ separator: String,
        _ language: String,
        _ choices: [Choice]
    ) {
        let label = question.label.text(in: language)
        add(prefix + label, .value(variable), .label)
        for choice in choices {
            let text = choice.label.texts[language] ?? choice.label.texts[""] ?? choice.name
            for mark in marks(separator) {
                for shown in text == choice.name ? [text] : [text, choice.name] {
                    add(
                        prefix + label + mark + shown,
                        .option(variable, choice: choice.name),
                        .optionLabel
                    )
                }
            }
        }
        addDerived(base: prefix + label, prefix: prefix, own: label, separator: separator)
    }

    /// The columns that systems make out of one answer: parts of a place, addresses of attachments.
    private mutating func addDerived(base: String, prefix: String, own: String, separator: String) {
        switch question.kind {
        case .geo(.point), .meta("start-geopoint"), .meta("background-geopoint"):
            for part in HeaderMeaning.GeoPart.allCases {
                let central = part == .precision ? "Accuracy" : part.rawValue.capitalizedFirst
                let meaning = HeaderMeaning.geoPart(variable, part)
                add("\(prefix)_\(own)_\(part.rawValue)", meaning, .derived)
                add("\(base)-\(central)", meaning, .derived)
                add("\(base)\(separator)\(central)", meaning, .derived)
            }
        case .attachment, .meta("audit"), .meta("background-audio"):
            add(base + "_URL", .attachmentAddress(variable), .derived)
        default: break
        }
    }

    private mutating func add(_ text: String, _ meaning: HeaderMeaning, _ rank: HeaderResolver.Rank)
    {
        found.append((text, meaning, rank))
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
