import Base
import Foundation
import Survey

/// The walk down the sheet "survey", row by row, that keeps the groups it is in.
struct XLSFormSurvey {
    let table: XLSFormTable
    let languages: XLSFormLanguages
    let lists: [String: [Choice]]
    var questions: [Question] = []
    var groups: [Group] = []
    var problems: [Problem] = []
    /// The lists that blocks use without a question of theirs (the rows of a matrix).
    var usedLists: [(list: String, line: Int)] = []

    /// A block that has begun and not ended.
    struct Open {
        var kind: XLSFormType.Block
        var name: String
        var line: Int
        /// The list of a score or rank block; of a matrix, the list of its rows.
        var list = ""
        /// The columns of a matrix, kept until it ends.
        var columns: [Question] = []
        var label = LocalText([:])
    }

    var open: [Open] = []
    /// How many blocks have begun beyond the deepest that is read.
    var tooDeep = 0
    /// The deepest nesting that is read; forms of people have less than ten, and paths grow with it.
    static let deepest = 64
    private var commentLines: [Int] = []
    private var disabledLines: [Int] = []

    init(table: XLSFormTable, languages: XLSFormLanguages, lists: [String: [Choice]]) {
        self.table = table
        self.languages = languages
        self.lists = lists
    }

    /// Reads all rows; afterwards the results stand in the properties.
    mutating func read() {
        for row in table.rows {
            if XLSFormReader.isYes(row["disabled"]) {
                disabledLines.append(row.line)
            } else if row["type"].isEmpty {
                readUntyped(row)
            } else {
                read(row, as: XLSFormType(row["type"]))
            }
        }
        for block in open {
            problems.append(
                Problem(
                    .error,
                    "xlsform.unbalanced",
                    at: place(block.line, "type"),
                    "The \(block.kind.rawValue) \(Problem.quote(block.name)) begins here, but never ends.",
                    remedy: "Add a row “end_\(block.kind.word)” after its last question."
                )
            )
        }
        noteSkipped(commentLines, "without a type or a name", "xlsform.comment-row")
        noteSkipped(disabledLines, "marked as disabled", "xlsform.disabled")
    }

    func place(_ line: Int, _ column: String? = nil) -> Problem.Location {
        .init(table.place, line: line, column: column)
    }

    var path: [String] { open.map(\.name) }

    private var repeatPath: String? {
        guard let last = open.lastIndex(where: { $0.kind == .repeat }) else { return nil }
        return open[...last].map(\.name).joined(separator: "/")
    }

    private mutating func noteSkipped(_ lines: [Int], _ what: String, _ code: Problem.Code) {
        guard let first = lines.first else { return }
        let shown = lines.prefix(10).map(String.init).joined(separator: ", ")
        let rest = lines.count > 10 ? " and \(lines.count - 10) more" : ""
        problems.append(
            Problem(
                .note,
                code,
                at: place(first),
                "Rows \(what) are not read: line \(shown)\(rest).",
                remedy: "Nothing need be done, if that is meant."
            )
        )
    }

    // MARK: - Rows

    private mutating func readUntyped(_ row: XLSFormRow) {
        guard !row["name"].isEmpty else {
            commentLines.append(row.line)
            return
        }
        problems.append(
            Problem(
                .error,
                "xlsform.no-type",
                at: place(row.line, "type"),
                "The question \(Problem.quote(row["name"])) has no type; it is kept as of an unknown type.",
                remedy: "Give its type, such as text, integer or select_one with a list."
            )
        )
        questions.append(question(row, kind: .other("")))
    }

    private mutating func read(_ row: XLSFormRow, as type: XLSFormType) {
        switch type {
        case .begin(let block): begin(block, row)
        case .end(let block): end(block, row)
        case .row: readBlockRow(row)
        case .question(let kind): add(row, kind)
        case .listMissing(let kind): addWithoutList(row, kind)
        case .unknown(let text, let known):
            let near = nearestName(to: text.components(separatedBy: " ")[0], in: known)
            problems.append(
                Problem(
                    .warning,
                    "xlsform.unknown-type",
                    at: place(row.line, "type"),
                    "The type \(Problem.quote(text)) is not known; its answers are kept as text.",
                    remedy: near.map { "Did you mean “\($0)”?" } ?? "See xlsform.org for the types."
                )
            )
            add(row, .other(text))
        }
    }

    private mutating func addWithoutList(_ row: XLSFormRow, _ kind: QuestionKind) {
        // The Kobo tool keeps the list in a column of its own.
        let list = row["select_from_list_name"]
        if list.isEmpty {
            problems.append(
                Problem(
                    .error,
                    "xlsform.no-list-name",
                    at: place(row.line, "type"),
                    "The type \(Problem.quote(row["type"])) names no list of answers.",
                    remedy: "Write the list's name after it: select_one LIST."
                )
            )
        }
        add(row, kind.with(list: list))
    }

    mutating func add(_ row: XLSFormRow, _ kind: QuestionKind) {
        var kind = kind
        if XLSFormReader.isYes(row["_or_other"]) { kind = kind.withOther }
        let question = question(row, kind: kind)
        if let matrix = open.indices.last, open[matrix].kind == .matrix {
            open[matrix].columns.append(question)
            return
        }
        questions.append(question)
        if kind.hasOther, !table.rows.contains(where: { $0["name"] == "\(question.name)_other" }) {
            var other = Question(
                name: "\(question.name)_other",
                kind: .text,
                label: LocalText("Specify other."),
                groupPath: question.groupPath,
                repeatPath: question.repeatPath,
                line: question.line
            )
            other.relevant = "selected(${\(question.name)}, 'other')"
            questions.append(other)
        }
    }

    private mutating func question(_ row: XLSFormRow, kind: QuestionKind) -> Question {
        var question = Question(
            name: name(of: row, isNote: kind == .note),
            kind: kind,
            label: languages.text("label", in: row),
            groupPath: path,
            repeatPath: repeatPath,
            line: row.line
        )
        question.hint = languages.text("hint", in: row)
        question.isRequired = XLSFormReader.isYes(row["required"])
        if !question.isRequired, !XLSFormReader.isNo(row["required"]) {
            question.requiredWhen = row["required"]
        }
        question.relevant = row["relevant"]
        question.constraint = row["constraint"]
        question.constraintMessage = languages.text("constraint_message", in: row)
        question.calculation = row["calculation"]
        question.appearance = row["appearance"]
        question.choiceFilter = row["choice_filter"]
        question.defaultValue = row["default"]
        question.attributes = row.attributes(
            besides: XLSFormSurvey.readColumns,
            headings: table.headings
        )
        return question
    }

    /// The columns that have a place of their own in a question.
    private static let readColumns: Set<String> = [
        "type", "name", "label", "hint", "required", "relevant", "constraint",
        "constraint_message", "calculation", "appearance", "choice_filter", "default", "disabled",
    ]

    /// The row's name; notes may lack one, and get the one that survey tools give them.
    mutating func name(of row: XLSFormRow, isNote: Bool) -> String {
        let name = row["name"].isEmpty ? row["$autoname"] : row["name"]
        guard name.isEmpty else { return name }
        if isNote { return "generated_note_name_\(row.line)" }
        problems.append(
            Problem(
                .error,
                "xlsform.missing-name",
                at: place(row.line, "name"),
                "The row of type \(Problem.quote(row["type"])) has no name.",
                remedy: "Give it the name that its column in the data has."
            )
        )
        return "unnamed_\(row.line)"
    }
}

extension QuestionKind {
    /// The same kind of choice on another list.
    fileprivate func with(list: String) -> QuestionKind {
        switch self {
        case .selectOne(_, let orOther): .selectOne(list: list, orOther: orOther)
        case .selectMultiple(_, let orOther): .selectMultiple(list: list, orOther: orOther)
        case .rank: .rank(list: list)
        default: self
        }
    }

    /// The same kind of choice with the answer "other".
    fileprivate var withOther: QuestionKind {
        switch self {
        case .selectOne(let list, _): .selectOne(list: list, orOther: true)
        case .selectMultiple(let list, _): .selectMultiple(list: list, orOther: true)
        default: self
        }
    }
}
