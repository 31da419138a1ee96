import Base

/// A variable as the form and the data together show it.
struct StudyDraftVariable {
    var name: String
    var label: LocalText
    /// The question's kind; nil for a column that is no question.
    var kind: QuestionKind?
    var groupPath: [String] = []
    var isRepeated = false
    /// The list of the form; nil when there is none.
    var list: String?
    /// Its answers, where it takes them from a closed list.
    var categories: [Category] = []
    /// Its column; nil when it was not read, or there are no data.
    var column: Column?

    /// The questions of `form` that hold data, in order, then the columns of `data` that are none.
    ///
    /// The parts of a place ("_gps_latitude") are no variables of their own.
    static func all(form: Form, data: Microdata) -> [StudyDraftVariable] {
        var variables: [StudyDraftVariable] = []
        var known: Set<String> = []
        for question in form.questions where !question.isOnlyShown {
            let name = form.variable(of: question)
            known.insert(name)
            var variable = StudyDraftVariable(
                name: name,
                label: question.label,
                kind: question.kind
            )
            variable.groupPath = question.groupPath
            variable.isRepeated = question.repeatPath != nil
            variable.list = question.kind.list
            variable.categories =
                form.choices(of: question)?.map { Category($0.name, label: $0.label) } ?? []
            variable.column = question.repeatPath == nil ? data[name] : nil
            variables.append(variable)
            if case .geo = question.kind {
                known.formUnion(HeaderMeaning.GeoPart.allCases.map { "_\(name)_\($0.rawValue)" })
            }
        }
        for column in data.columns where !known.contains(column.name) {
            variables.append(
                StudyDraftVariable(name: column.name, label: column.label, column: column)
            )
        }
        return variables.map(\.withCategoriesOfData)
    }

    private var withCategoriesOfData: StudyDraftVariable {
        guard categories.isEmpty, case .codes(_, let found)? = column?.values else { return self }
        var variable = self
        variable.categories = found
        return variable
    }

    /// Whether it takes one answer from a list.
    var isChoice: Bool {
        if case .selectOne? = kind { return true }
        if case .codes? = column?.values, kind == nil { return true }
        return false
    }

    /// Whether its answers are written freely: text, or a number that may be one (a telephone).
    var isOpen: Bool {
        switch kind {
        case .text?, .integer?, .decimal?, .barcode?, .calculate?, .hidden?, .other?, .date?:
            return true
        case .some: return false
        case nil: break
        }
        switch column?.values {
        case .text?, .numbers?, .dates?: return true
        default: return false
        }
    }

    /// The whole numbers of a number column, one a row, `isMissing` ones as NaN; nil for other kinds.
    ///
    /// For a list of numbers, each answer's number.
    func numbers(besides missing: Set<String>) -> [Double]? {
        switch column?.values {
        case .numbers(let numbers)?:
            return numbers.all.map { missing.contains(CellTexts.text($0)) ? .nan : $0 }
        case .codes(let codes, let categories)?:
            let values =
                [.nan]
                + categories.map { category in
                    category.isMissing || missing.contains(category.name)
                        ? .nan : category.number ?? .nan
                }
            return (0..<codes.count).map { values[codes[$0]] }
        default: return nil
        }
    }

    /// The words of its name and of its label in all languages, lower case.
    var words: Set<String> { nameWords.union(labelWords) }

    var nameWords: Set<String> { StudyDraftWords.split(name) }

    var labelWords: Set<String> {
        label.texts.values.reduce(into: []) { $0.formUnion(StudyDraftWords.split($1)) }
    }

    /// The first word of `wanted` that its name or label has, or begins a word of it where the wanted
    /// word ends with "*"; nil when there is none.
    func mentions(_ wanted: [String]) -> String? {
        StudyDraftWords.first(of: wanted, in: words)
    }
}

/// Words of names and labels, and which of them belong together.
enum StudyDraftWords {
    /// The words of `text`: runs of letters and digits, also apart where a capital follows a small
    /// letter ("birthDate") or a digit a letter ("phone1"); lower case.
    static func split(_ text: String) -> Set<String> {
        var words: Set<String> = []
        var word = ""
        var last: Character = " "
        func close() {
            if !word.isEmpty { words.insert(word.lowercased()) }
            word = ""
        }
        for letter in text {
            let startsNew =
                (letter.isUppercase && last.isLowercase) || (letter.isNumber && last.isLetter)
            if startsNew { close() }
            if letter.isLetter || letter.isNumber { word.append(letter) } else { close() }
            last = letter
        }
        close()
        return words
    }

    /// The first of `wanted` that is among `words`; "word*" is any word that begins so.
    static func first(of wanted: [String], in words: Set<String>) -> String? {
        wanted.lazy.compactMap { pattern in
            guard pattern.hasSuffix("*") else { return words.contains(pattern) ? pattern : nil }
            let stem = String(pattern.dropLast())
            return words.filter { $0.hasPrefix(stem) }.min()
        }.first
    }

    /// `texts` quoted in a row, at most six of them.
    static func listed(_ texts: [String]) -> String {
        let shown = texts.prefix(6).joined(separator: ", ")
        return texts.count > 6 ? "\(shown) and \(texts.count - 6) more" : shown
    }
}
