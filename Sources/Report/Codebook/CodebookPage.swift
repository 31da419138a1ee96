package import Markup

extension Codebook {
    /// The codebook as the body of a page: a section for each variable.
    package func body(_ edition: CodebookEdition = CodebookEdition("en")) -> [Markup] {
        let notes = summary(edition).notes.map { paragraph($0) }
        return notes
            + entries(edition).enumerated().map { index, entry in
                section(
                    id: "variable-\(index + 1)",
                    level: 2,
                    heading: entry.name,
                    blocks(entry, id: "answers-\(index + 1)", edition)
                )
            }
    }

    /// The codebook as a page of its own.
    package func page(_ edition: CodebookEdition = CodebookEdition("en")) -> Page {
        Page(
            title: heading(edition),
            words: edition.words,
            facts: summary(edition).facts,
            body: body(edition)
        )
    }

    private func blocks(_ entry: CodebookEntry, id: String, _ edition: CodebookEdition) -> [Markup]
    {
        var blocks = entry.question.isEmpty ? [] : [paragraph(entry.question)]
        blocks.append(factList(entry.facts))
        guard !entry.rows.isEmpty else { return blocks }
        let answers = DisplayTable(
            caption: entry.name,
            rowHeading: edition(.code),
            columns: [
                .init(edition(.answer), isText: true),
                .init(edition(.count)),
                .init(edition(.percent)),
            ],
            rows: entry.rows.map { row in
                .init(row.code, [.text(row.answer), .number(row.count), .number(row.percent)])
            }
        )
        return blocks + [table(answers, id: id)]
    }
}
