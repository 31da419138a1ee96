package import Base

/// An export whose columns are the questions of its form.
package struct BoundData: Sendable, Hashable {
    /// One row an interview.
    package var main: Microdata
    /// One row a repetition, by the repeat's path ("household/member").
    package var repeats: [String: Microdata]
    /// For each row of a repeat, the row of the sheet above it (the main data, or the repeat around
    /// it); nil where the export's link leads nowhere.
    package var parentRows: [String: [Int?]]
    package var problems: [Problem]

    package init(
        main: Microdata,
        repeats: [String: Microdata] = [:],
        parentRows: [String: [Int?]] = [:],
        problems: [Problem] = []
    ) {
        self.main = main
        self.repeats = repeats
        self.parentRows = parentRows
        self.problems = problems
    }
}

/// The export `sheets` with their columns renamed, labelled and typed as `form` says.
///
/// - Choice questions become coded columns with the categories of their list; cells may hold names or
///   labels in any language. An answer on no list is an error that names its lines, and is kept as a
///   category of its own at the end, marked as missing: nothing is lost, and no number rests on it.
/// - Several-choice questions become one column from the spaced column, from the 0/1 columns or from
///   both. Where both are there and disagree, the spaced column counts and a warning names the lines.
///   A row is unanswered when the spaced column is there and empty, or all its columns are empty; all
///   0 without a spaced column means that nothing was chosen.
/// - Numbers and dates are read strictly; a cell that is none is an error and system-missing.
/// - Text, calculations and what the device fills in are kept as text, or as numbers where every
///   answer is one. Columns that the form does not know are kept as read, with a note.
/// - Notes and attachments hold nothing to count; their columns are left out, with a note.
///
/// Columns stand in the form's order, then those of the survey system, then unknown ones. Rows and
/// their lines stay as they are.
///
/// - Parameters:
///   - form: The questionnaire that was asked.
///   - sheets: The sheets of the export, or its one table; repeats are found by their sheet's name or
///     by their columns `_parent_index` or `PARENT_KEY`.
///   - leftOut: Variables that were not read (personal ones); their absence is no problem.
/// - Returns: The bound data, with every problem of the export.
package func bind(
    _ form: Form,
    to sheets: [(name: String, data: Microdata)],
    leftOut: Set<String> = []
) -> BoundData {
    let resolver = HeaderResolver(form: form)
    let places = SheetPlaces(form: form, resolver: resolver, sheets: sheets)
    var problems = places.problems
    var main = Microdata(rowCount: 0)
    var repeats: [String: Microdata] = [:]
    for place in places.found {
        var binder = SheetBinder(
            form: form,
            data: sheets[place.sheet].data,
            repeatPath: place.repeatPath,
            leftOut: leftOut
        )
        binder.bind(with: resolver)
        problems += binder.problems
        if let path = place.repeatPath {
            repeats[path] = binder.result
        } else {
            main = binder.result
        }
    }
    let (parentRows, linkProblems) = RepeatLinks(form: form, main: main, repeats: repeats).find()
    return BoundData(
        main: main,
        repeats: repeats,
        parentRows: parentRows,
        problems: problems + linkProblems
    )
}
