import Base
import Foundation
import Survey

/// Puts the three tables of an XLSForm together to a form.
enum XLSFormReader {
    /// The form that the tables hold; problems of all three are added to `problems`.
    static func read(
        survey: XLSFormTable,
        choices: XLSFormTable?,
        settings: XLSFormTable?,
        problems: inout [Problem]
    ) -> Form {
        let setting = settings?.rows.first
        let languages = XLSFormLanguages(
            tables: [survey] + (choices.map { [$0] } ?? []),
            chosen: setting?["default_language"] ?? "",
            settings: .init(
                settings?.place ?? survey.place,
                line: setting?.line,
                column: "default_language"
            ),
            problems: &problems
        )
        var form = Form(languages: languages.all, defaultLanguage: languages.defaultCode)
        if let settings, let setting { apply(setting, of: settings, to: &form) }
        var lists = XLSFormChoices(
            languages: languages,
            duplicatesAllowed: isYes(setting?["allow_choice_duplicates"] ?? "")
        )
        if let choices { lists.read(choices) }
        problems += lists.problems
        form.lists = lists.choices
        var walk = XLSFormSurvey(table: survey, languages: languages, lists: form.lists)
        walk.read()
        form.questions = walk.questions
        form.groups = walk.groups
        problems += walk.problems
        problems += XLSFormChecks(
            form: form,
            survey: survey,
            choices: choices,
            listLines: lists.lines,
            usedLists: walk.usedLists
        ).problems()
        return form
    }

    private static func apply(_ row: XLSFormRow, of table: XLSFormTable, to form: inout Form) {
        form.title = row["form_title"]
        form.identifier = row["form_id"]
        form.version = row["version"]
        form.settings = row.attributes(
            besides: ["form_title", "form_id", "version", "default_language"],
            headings: table.headings
        )
    }

    /// Whether a cell says yes, in one of the ways that survey tools accept.
    static func isYes(_ cell: String) -> Bool {
        ["yes", "true", "true()"].contains(cell.lowercased())
    }

    /// Whether a cell says no, or nothing.
    static func isNo(_ cell: String) -> Bool {
        ["", "no", "false", "false()"].contains(cell.lowercased())
    }
}
