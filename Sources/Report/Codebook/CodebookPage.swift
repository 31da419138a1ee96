package import Markup

extension Codebook {
    /// The codebook as the body of a page: a section for each variable.
    package func body(_ words: CodebookWords = .english) -> [Markup] {
        let notes = summary(words).notes.map { paragraph($0) }
        return notes
            + entries(words).enumerated().map { index, entry in
                section(
                    id: "variable-\(index + 1)",
                    level: 2,
                    heading: entry.name,
                    blocks(entry, id: "answers-\(index + 1)", words)
                )
            }
    }

    /// The codebook as a page of its own.
    package func page(_ words: CodebookWords = .english) -> Page {
        Page(
            title: heading(words),
            language: words.language,
            facts: summary(words).facts,
            words: .words(for: words.language),
            body: body(words)
        )
    }

    private func blocks(_ entry: CodebookEntry, id: String, _ words: CodebookWords) -> [Markup] {
        var blocks = entry.question.isEmpty ? [] : [paragraph(entry.question)]
        blocks.append(factList(entry.facts))
        guard !entry.rows.isEmpty else { return blocks }
        let answers = DisplayTable(
            caption: entry.name,
            rowHeading: words.code,
            columns: [
                .init(words.answer, isText: true), .init(words.count), .init(words.percent),
            ],
            rows: entry.rows.map { row in
                .init(row.code, [.text(row.answer), .number(row.count), .number(row.percent)])
            }
        )
        return blocks + [table(answers, id: id)]
    }
}
