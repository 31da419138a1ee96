import Base
import Files
import Report
import Survey

/// A form and its export, made of bytes.
///
/// A form feed ends a sheet, a line feed a row, a tab a cell. The sheets are survey, choices,
/// settings; then those of the export, whose first row is the sheet's name.
private struct MadeUpForm {
    let form: Form?
    let problems: [Problem]
    let export: [(name: String, data: Microdata)]

    init(_ bytes: [UInt8]) {
        let sheets = bytes.split(separator: 12, maxSplits: 6, omittingEmptySubsequences: false)
        let texts = zip(["survey", "choices", "settings"], sheets).map { name, sheet in
            SheetText(
                name: name,
                rows: String(decoding: sheet, as: UTF8.self).split(
                    separator: "\n",
                    omittingEmptySubsequences: false
                ).map {
                    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                }
            )
        }
        (form, problems) = XLSForm.parse(sheets: texts, file: "form.xlsx")
        export = sheets.dropFirst(3).compactMap { sheet in
            let end = sheet.firstIndex(of: 10) ?? sheet.endIndex
            let name = String(decoding: sheet[..<end], as: UTF8.self)
            return CSV.read(bytes: Array(sheet[end...].dropFirst()), file: "export.csv").0
                .map { (name, $0) }
        }
    }
}

/// Reads `bytes` as a form, binds its export, and proposes a study.
@Sendable
func fuzzXLSForm(_ bytes: [UInt8]) -> String {
    let made = MadeUpForm(bytes)
    let words = checked(made.problems)
    guard let form = made.form else {
        require(made.problems.hasErrors, "no form, and no error says why")
        return words
    }
    let bound = bind(form, to: made.export, leftOut: ["secret"])
    require(bound.main.rowCount <= made.export.map(\.data.rowCount).max() ?? 0, "rows from nowhere")
    for (path, data) in bound.repeats { checkParents(of: path, data.rowCount, in: bound) }
    let repeats = bound.repeats.sorted { $0.key < $1.key }.map { $0.key + checked($0.value) }
    let draft = NewStudy.text(
        form: form,
        data: bound.main,
        formFile: "form.xlsx",
        dataFile: "export.csv",
        isSynthetic: false
    )
    return words + checked(bound.problems) + checked(bound.main) + repeats.joined() + draft
}

/// Checks that each row of a repeat has a parent that exists, or that a problem says otherwise.
private func checkParents(of path: String, _ rowCount: Int, in bound: BoundData) {
    guard let parents = bound.parentRows[path] else {
        let isSaid = bound.problems.contains { $0.code.name == "repeats.no-link" }
        return require(isSaid, "no parents in \(path), and no problem says so")
    }
    require(parents.count == rowCount, "not one parent a row in \(path)")
    var around = path.split(separator: "/").dropLast()
    while !around.isEmpty, bound.repeats[around.joined(separator: "/")] == nil {
        around = around.dropLast()
    }
    let parent = bound.repeats[around.joined(separator: "/")] ?? bound.main
    require(
        parents.allSatisfy { ($0 ?? 0) >= 0 && ($0 ?? -1) < parent.rowCount },
        "a parent of \(path) that does not exist"
    )
}

/// Drafts a study from `bytes` as a form and its export: the draft must be one without an error.
@Sendable
func fuzzDraft(_ bytes: [UInt8]) -> String {
    let made = MadeUpForm(bytes)
    // A form with errors is not drafted from; neither is one without questions, but data alone are.
    guard !made.problems.hasErrors || made.form?.questions.isEmpty != false else { return "" }
    let form = made.problems.hasErrors ? Form() : made.form ?? Form()
    let first = made.export.first
    let data =
        form.questions.isEmpty ? first?.data : bind(form, to: made.export).main
    let text = NewStudy.text(
        form: form,
        data: data ?? Microdata(rowCount: 0),
        formFile: form.questions.isEmpty ? nil : "form.xlsx",
        dataFile: first?.name ?? "",
        isSynthetic: bytes.count % 2 == 0
    )
    let (study, problems) = StudyFile.read(text)
    require(!problems.list.hasErrors, "the draft has errors:\n\(checked(problems.list))\n\(text)")
    guard let study else { return text }
    let draft = proposeStudy(form: form, data: data ?? Microdata(rowCount: 0))
    checkSame(study.data.personal, draft.personal.map(\.name), "personal", text)
    checkSame(study.data.id.map { [$0] } ?? [], [draft.id?.name].compactMap { $0 }, "id", text)
    checkSame(study.scales.map(\.name), draft.scales.map(\.name), "scales", text)
    checkSame(
        study.scales.flatMap { $0.items.map(\.name) },
        draft.scales.flatMap { $0.items.map(\.variable) },
        "items",
        text
    )
    checkSame(
        study.breakdowns.flatMap { $0 },
        draft.cuts.map(\.name) + draft.breakdowns.map(\.name),
        "breakdowns",
        text
    )
    return text
}

private func checkSame(_ read: [String], _ drafted: [String], _ what: String, _ text: String) {
    require(read == drafted, "\(what) drafted as \(drafted) are read as \(read):\n\(text)")
}
