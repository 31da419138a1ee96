import Base
import Survey

/// Looks at a study's answers: every measure once, from the prepared rows.
package struct LookBuilder {
    let prepared: PreparedStudy
    let language: String
    let words: Words
    /// The questions, in the order of the form.
    let questions: [Looked]
    /// Columns that look personal and are therefore not shown.
    let unshown: [String]
    /// Who held each interview, named as people know them; nil without an interviewer.
    let interviewers: Labels?
    /// The analysed rows of each interviewer, by position among their names.
    let rowsOfInterviewer: [[Int]]
    let times: InterviewTimes?
    /// When interviews began, in seconds; nil unless the data hold times of day.
    let starts: [Double]?
    /// The day of each interview since 1970; nil without dates.
    let days: [Int?]?
    /// The column that names a response.
    let id: Column?

    /// A question with the state of each analysed row's cell.
    struct Looked {
        let column: Column
        let question: Question?
        let states: [AnswerState]
    }

    var data: Microdata { prepared.data }

    /// A look at `prepared`.
    package init(_ prepared: PreparedStudy) {
        self.prepared = prepared
        let written = prepared.study.writtenLanguages[0]
        let language = prepared.study.code(of: written)
        words = Words(written)
        self.language = language
        let selection = LookSelection(prepared)
        questions = selection.questions.map { column in
            let question = prepared.form.question(named: column.name)
            let asked = selection.asked(question)
            return Looked(
                column: column,
                question: question,
                states: column.answerStates(asked: asked)
            )
        }
        unshown = selection.unshown
        let fieldwork = selection.fieldwork
        let interviewers = fieldwork.interviewer.map { column in
            Labels((0..<column.rowCount).map { column.reading(row: $0, in: language) })
        }
        var rows = [[Int]](repeating: [], count: interviewers?.names.count ?? 0)
        for (row, code) in (interviewers?.codes ?? []).enumerated() where code >= 0 {
            rows[Int(code)].append(row)
        }
        self.interviewers = interviewers
        rowsOfInterviewer = rows
        starts = fieldwork.start.flatMap { $0.seconds(precision: .second) }
        days = (fieldwork.date ?? fieldwork.start).flatMap { $0.seconds(precision: nil) }
            .map { Survey.days(of: $0) }
        if let start = fieldwork.start, let end = fieldwork.end {
            times = InterviewTimes(start: start, end: end)
        } else {
            times = nil
        }
        id = selection.id
    }

    /// Everything that there is to see.
    package func build() -> Look {
        let blocks = blocks()
        let known = (days ?? []).compactMap { $0 }
        var found = Look(
            title: prepared.study.title.text(in: language),
            file: prepared.study.data.file,
            isSynthetic: prepared.study.isSynthetic,
            language: language,
            rowsRead: prepared.rowsRead,
            rows: data.rowCount,
            firstDay: known.min().map { isoText(Double($0) * 86_400, .day) },
            lastDay: known.max().map { isoText(Double($0) * 86_400, .day) },
            signals: [],
            exclusions: exclusions,
            questions: questions.map { look(at: $0) },
            unshown: unshown,
            duplicates: duplicates(),
            durations: durations(),
            blocks: blocks.map { look(at: $0) },
            heaping: heaping,
            ages: ages,
            interviewers: interviewerLooks(blocks),
            effects: effects,
            calendar: days.flatMap { calendar($0, interviewers) },
            oddHours: starts.map { rows(rowsAtOddHours($0)) },
            constraints: constraints,
            has: Look.Has(
                form: !prepared.form.questions.isEmpty,
                interviewer: interviewers != nil,
                scales: !prepared.study.scales.isEmpty
            )
        )
        found.signals = LookSignals(found, in: Words(.en)).found
        return found
    }

    private var exclusions: [LookExclusion] {
        var lines = [[Int]](repeating: [], count: prepared.study.exclusions.count)
        for (row, exclusion) in prepared.exclusionOfRow.enumerated() {
            guard let exclusion, lines[exclusion].count < LookRows.most else { continue }
            lines[exclusion].append(prepared.everyRow.origin.line(of: row))
        }
        return zip(prepared.exclusions, lines).map { count, lines in
            LookExclusion(because: count.because.text(in: language), rows: count.rows, lines: lines)
        }
    }

    // MARK: - Naming things

    func label(of column: Column) -> String {
        let text = column.label.text(in: language)
        return text.isEmpty ? column.name : text
    }

    /// A row of the analysed data.
    func row(_ row: Int) -> LookRow {
        LookRow(line: data.origin.line(of: row), id: idText(row), isLeftOut: false)
    }

    func rows(_ rows: [Int]) -> LookRows {
        LookRows(count: rows.count, first: rows.prefix(LookRows.most).map { row($0) })
    }

    private func idText(_ row: Int) -> String? {
        let text = id?.valueName(row: row) ?? ""
        return text.isEmpty ? nil : text
    }

    /// A row of the file, whether it is analysed or not.
    func rowOfFile(_ row: Int) -> LookRow {
        let everyRow = prepared.everyRow
        let text = id.flatMap { everyRow[$0.name] }?.valueName(row: row) ?? ""
        return LookRow(
            line: everyRow.origin.line(of: row),
            id: text.isEmpty ? nil : text,
            isLeftOut: prepared.exclusionOfRow[row] != nil
        )
    }
}

extension Column {
    /// The value of a row as people read it; nil where it is empty.
    func reading(row: Int, in language: String) -> String? {
        if case .codes(let codes, let categories) = values {
            return codes[row] == 0 ? nil : categories[codes[row] - 1].text(in: language)
        }
        let name = valueName(row: row)
        return name.isEmpty ? nil : name
    }

    /// The seconds of a column of dates; nil for another, or one of another precision than asked.
    fileprivate func seconds(precision wanted: DatePrecision?) -> [Double]? {
        guard case .dates(let seconds, let precision) = values,
            wanted == nil || wanted == precision
        else { return nil }
        return seconds
    }
}
