package import Base
import Foundation
package import Survey

/// Questionnaires written as XLSForm: a workbook with the sheets survey, choices and settings.
///
/// Source: the XLSForm specification (xlsform.org) and what pyxform 4 and KoboToolbox accept
/// besides it. What is not understood is kept (``QuestionKind/other(_:)``, attributes) and listed.
package enum XLSForm {
    /// The form that `sheets` hold, and every problem of the file at once.
    ///
    /// The form is nil only when there is no sheet "survey" with a column "type". Problems name the
    /// sheet in their file part: "form.xlsx[survey]".
    package static func parse(sheets: [SheetText], file: String) -> (Form?, [Problem]) {
        var problems: [Problem] = []
        let known = ["survey", "choices", "settings", "external_choices", "entities", "osm"]
        var found: [String: SheetText] = [:]
        for sheet in sheets {
            let name = XLSFormHeading.normalized(sheet.name)
            if known.contains(name), found[name] == nil {
                found[name] = sheet
            } else if !name.hasPrefix("_") {
                problems.append(unknownSheet(sheet.name, known: known, file: file))
            }
        }
        for name in known.dropFirst(3) where found[name] != nil {
            problems.append(notRead(name, file: file))
        }
        guard let surveySheet = found["survey"] else {
            return (nil, [noSurvey(file: file)] + problems)
        }
        let survey = XLSFormTable(
            surveySheet,
            file: file,
            known: surveyColumns,
            problems: &problems
        )
        guard survey.has("type") else { return (nil, problems + [noType(survey)]) }
        let choices = found["choices"].map {
            XLSFormTable($0, file: file, known: choicesColumns, problems: &problems)
        }
        let settings = found["settings"].map {
            XLSFormTable($0, file: file, known: settingsColumns, problems: &problems)
        }
        let form = XLSFormReader.read(
            survey: survey,
            choices: choices,
            settings: settings,
            problems: &problems
        )
        return (form, inFileOrder(problems, sheets: sheets, file: file))
    }

    /// The problems by sheet, then by line; those of one line in the order they were found.
    private static func inFileOrder(
        _ problems: [Problem],
        sheets: [SheetText],
        file: String
    ) -> [Problem] {
        let places = sheets.map { "\(file)[\($0.name)]" }
        let keyed = problems.enumerated().map { index, problem in
            (
                sheet: places.firstIndex(of: problem.location.file) ?? -1,
                line: problem.location.line ?? 0, index: index, problem: problem
            )
        }
        return keyed.sorted { ($0.sheet, $0.line, $0.index) < ($1.sheet, $1.line, $1.index) }
            .map(\.problem)
    }

    /// The columns of the sheet survey, by canonical name.
    static let surveyColumns: Set<String> = [
        "type", "name", "label", "hint", "guidance_hint", "appearance", "relevant", "constraint",
        "constraint_message", "required", "required_message", "calculation", "default",
        "choice_filter", "read_only", "repeat_count", "parameters", "trigger", "image", "audio",
        "video", "big-image", "autoplay", "rows", "disabled", "note", "_or_other", "save_to",
        "select_from_list_name", "query", "compact_tag", "instance_name", "intent",
    ]
    static let choicesColumns: Set<String> = [
        "list_name", "name", "label", "image", "audio", "video", "big-image", "order", "geometry",
    ]
    static let settingsColumns: Set<String> = [
        "form_title", "form_id", "version", "default_language", "instance_name", "public_key",
        "submission_url", "style", "allow_choice_duplicates", "auto_send", "auto_delete", "name",
        "namespaces", "instance_xmlns", "clean_text_values", "client_editable", "sms_keyword",
        "prefix", "delimiter",
    ]

    private static func unknownSheet(_ name: String, known: [String], file: String) -> Problem {
        let near = nearestName(to: name, in: known.prefix(3))
        return Problem(
            near == nil ? .note : .warning,
            "xlsform.unknown-sheet",
            at: .init("\(file)[\(name)]"),
            "The sheet \(Problem.quote(name)) is not one that XLSForm knows; it is not read.",
            remedy: near.map { "Did you mean “\($0)”? Else nothing need be done." }
                ?? "Nothing need be done; a name that begins with “_” silences this note."
        )
    }

    private static func notRead(_ name: String, file: String) -> Problem {
        Problem(
            .note,
            "xlsform.sheet-not-read",
            at: .init("\(file)[\(name)]"),
            "The sheet “\(name)” is not read: reports need nothing of it.",
            remedy: "Nothing need be done."
        )
    }

    private static func noSurvey(file: String) -> Problem {
        Problem(
            .error,
            "xlsform.no-survey",
            at: .init(file),
            "The workbook has no sheet “survey”, so it is not an XLSForm.",
            remedy: "Give the form (not the export): a workbook with sheets survey and choices."
        )
    }

    private static func noType(_ survey: XLSFormTable) -> Problem {
        Problem(
            .error,
            "xlsform.no-type-column",
            at: .init(survey.place, line: survey.headerLine),
            "The sheet has no column “type”, so its questions cannot be read.",
            remedy: "The first row must name the columns: type, name, label."
        )
    }
}
