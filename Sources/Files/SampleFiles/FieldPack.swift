package import Base
package import Report

/// What goes out to the field with a drawn sample, made and not yet written: sheets for interviewers, a
/// workbook for the supervisor, and the form with the drawn places and clusters among its choices.
package struct FieldPack: Sendable {
    let sheets: [UInt8]
    let supervisor: Workbook
    /// nil where the study has no form.
    let form: Workbook?

    /// The pack of a design; nil where nothing was drawn.
    ///
    /// - Parameters:
    ///   - design: What was drawn.
    ///   - form: The path of the study's form; nil where there is none.
    /// - Throws: What stops the form from being filled in.
    package init?(_ design: SampleDesign, form: String?) throws(Problems) {
        guard let draw = design.draw, let sheets = FieldSheets(design) else { return nil }
        self.sheets = sheets.html()
        supervisor = SupervisorBook(design, draw).workbook()
        guard let form else {
            self.form = nil
            return
        }
        let filled = try FieldForm(path: form, design: design).filled()
        self.form = Workbook(
            title: design.title.text(in: design.languages.first ?? "en"),
            sheets: filled.map { sheet in
                // The first row is written as heads, which decide how many columns there are.
                let width = sheet.rows.map(\.count).max() ?? 0
                let heads = sheet.rows.first ?? []
                return Workbook.Sheet(
                    name: sheet.name,
                    columns: (0..<width).map { .init(heads.indices.contains($0) ? heads[$0] : "") },
                    rows: sheet.rows.dropFirst().map { $0.map { .text($0) } }
                )
            }
        )
    }
}
