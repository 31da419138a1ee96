package import Base

/// A questionnaire: its questions in order, its lists of answers, its languages.
package struct Form: Sendable, Hashable {
    package var title: String
    package var identifier: String
    package var version: String
    /// The languages of its texts: codes where the form gives them, else names; "" when unnamed.
    package var languages: [Language]
    /// The language shown first.
    package var defaultLanguage: String
    /// All questions in order, those inside groups and repeats too.
    package var questions: [Question]
    /// The lists of answers by their name.
    package var lists: [String: [Choice]]
    /// Groups and repeats by path ("household/member"), with their labels.
    package var groups: [Group]
    /// The settings that have no place above, by their header ("style", "public_key").
    package var settings: [String: String] = [:]

    package init(
        title: String = "",
        identifier: String = "",
        version: String = "",
        languages: [Language] = [],
        defaultLanguage: String = "",
        questions: [Question] = [],
        lists: [String: [Choice]] = [:],
        groups: [Group] = []
    ) {
        self.title = title
        self.identifier = identifier
        self.version = version
        self.languages = languages
        self.defaultLanguage = defaultLanguage
        self.questions = questions
        self.lists = lists
        self.groups = groups
    }

    /// The question of that name (the last part of its path) or of that path.
    package func question(named name: String) -> Question? {
        questions.first { $0.name == name } ?? questions.first { $0.path == name }
    }

    /// The group or repeat of that path ("household/member").
    package func group(at path: String) -> Group? {
        groups.first { $0.path.joined(separator: "/") == path }
    }

    /// The answers that `question` offers, in order: those of its list, and "other" where the form
    /// adds it; nil when the question has no list, or one that is not inside the form.
    package func choices(of question: Question) -> [Choice]? {
        guard let list = question.kind.list, var choices = lists[list] else { return nil }
        if question.kind.hasOther, !choices.contains(where: { $0.name == "other" }) {
            choices.append(Choice("other", label: Form.otherLabel))
        }
        return choices
    }

    /// What people read for the answer that `or_other` adds.
    private static let otherLabel = LocalText([
        "": "Other", "en": "Other", "ru": "Другое", "ky": "Башка",
    ])
}

/// A language of a form: `label::Русский (ru)` has code `ru` and name `Русский`.
package struct Language: Sendable, Hashable {
    package var code: String
    package var name: String

    package init(code: String, name: String = "") {
        self.code = code
        self.name = name
    }
}

/// A group or repeat of questions.
package struct Group: Sendable, Hashable {
    /// The names of the groups around it and its own, outermost first.
    package var path: [String]
    package var label: LocalText
    /// Whether it can be answered several times, each time on a row of its own sheet.
    package var isRepeat: Bool
    /// The condition under which it is asked, as the form writes it.
    package var relevant: String
    package var appearance: String
    /// The other columns of its row, by header ("repeat_count", "kobo--matrix_list").
    package var attributes: [String: String]
    /// The line of the survey sheet (the header is line 1).
    package var line: Int

    package init(
        path: [String],
        label: LocalText,
        isRepeat: Bool,
        relevant: String = "",
        appearance: String = "",
        attributes: [String: String] = [:],
        line: Int = 0
    ) {
        self.path = path
        self.label = label
        self.isRepeat = isRepeat
        self.relevant = relevant
        self.appearance = appearance
        self.attributes = attributes
        self.line = line
    }
}

/// One answer of a list.
package struct Choice: Sendable, Hashable {
    /// What the data hold.
    package var name: String
    package var label: LocalText
    /// The other columns of its row (choice filters, media), by header.
    package var attributes: [String: String]

    package init(_ name: String, label: LocalText, attributes: [String: String] = [:]) {
        self.name = name
        self.label = label
        self.attributes = attributes
    }
}

/// One row of the survey sheet that holds data or is shown.
package struct Question: Sendable, Hashable {
    package var name: String
    /// The names of the groups around it, outermost first.
    package var groupPath: [String]
    /// The innermost repeat around it, by its path joined with "/"; nil outside repeats.
    package var repeatPath: String?
    package var kind: QuestionKind
    package var label: LocalText
    package var hint: LocalText
    /// Whether it must always be answered.
    package var isRequired: Bool
    /// The condition under which it must be answered, where the form gives one.
    package var requiredWhen: String
    /// Conditions and formulas as the form writes them; empty when it gives none.
    package var relevant: String
    package var constraint: String
    package var constraintMessage: LocalText
    package var calculation: String
    package var appearance: String
    package var choiceFilter: String
    package var defaultValue: String
    /// The other columns of its row, by header ("guidance_hint::English (en)", "parameters").
    package var attributes: [String: String]
    /// The line of the survey sheet (the header is line 1).
    package var line: Int

    package init(
        name: String,
        kind: QuestionKind,
        label: LocalText = LocalText([:]),
        groupPath: [String] = [],
        repeatPath: String? = nil,
        line: Int = 0
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.groupPath = groupPath
        self.repeatPath = repeatPath
        self.line = line
        hint = LocalText([:])
        isRequired = false
        requiredWhen = ""
        relevant = ""
        constraint = ""
        constraintMessage = LocalText([:])
        calculation = ""
        appearance = ""
        choiceFilter = ""
        defaultValue = ""
        attributes = [:]
    }

    /// The names of its groups and its own, joined with "/".
    package var path: String { (groupPath + [name]).joined(separator: "/") }

    /// Whether `word` is one of the words of its appearance ("likert", "list-nolabel").
    package func looks(_ word: String) -> Bool {
        appearance.split(separator: " ").contains { $0.lowercased() == word }
    }

    /// Whether it only shows something and so holds no data: a note, or the head of a table of
    /// answers (a choice question with the appearance "label").
    package var isOnlyShown: Bool {
        kind == .note || (kind.list != nil && looks("label"))
    }
}

/// What kind of answer a question takes.
package enum QuestionKind: Sendable, Hashable {
    /// One answer of the list; `orOther` adds "other" and a text question after it.
    ///
    /// The list of a choice from a file is the file's name, which `Form.lists` does not hold.
    case selectOne(list: String, orOther: Bool)
    /// Any number of answers of the list.
    case selectMultiple(list: String, orOther: Bool)
    /// The answers of the list put in order.
    case rank(list: String)
    case integer
    case decimal
    case range
    case text
    case date
    case time
    case dateTime
    /// A place on the map: point, line or area. Personal by nature.
    case geo(GeoKind)
    case calculate
    case acknowledge
    case barcode
    /// Shown, not answered.
    case note
    case hidden
    /// A photograph, recording, video or other attachment.
    case attachment
    /// Filled by the device: start, end, today, deviceid, username, phonenumber, email, audit ...
    case meta(String)
    /// A type that Ashar does not know, kept as the form writes it.
    case other(String)

    package enum GeoKind: String, Sendable, Hashable {
        case point
        case line
        case area
    }

    /// The list of answers that the question draws on.
    package var list: String? {
        switch self {
        case .selectOne(let list, _), .selectMultiple(let list, _), .rank(let list): list
        default: nil
        }
    }

    /// Whether the form adds the answer "other" and a text question after it.
    package var hasOther: Bool {
        switch self {
        case .selectOne(_, let orOther), .selectMultiple(_, let orOther): orOther
        default: false
        }
    }
}
