extension Codebook {
    /// The codebook as Markdown (CommonMark with tables), ending with a newline.
    package func markdown(_ edition: CodebookEdition = CodebookEdition("en")) -> String {
        let (facts, notes) = summary(edition)
        var lines = ["# " + markdownEscaped(heading(edition)), ""]
        lines += facts.map { "- " + markdownEscaped($0) } + [""]
        for note in notes { lines += [markdownEscaped(note), ""] }
        for entry in entries(edition) { lines += markdown(entry, edition) }
        if !Catalogue.isReviewed(edition.words.language) {
            lines.append(markdownEscaped(edition.words(PageWord.notReviewed)))
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// "Codebook: answers.csv".
    func heading(_ edition: CodebookEdition) -> String {
        title.isEmpty
            ? edition(.codebook)
            : edition(.codebookOf, ["title": .text(title)])
    }

    private func markdown(_ entry: CodebookEntry, _ edition: CodebookEdition) -> [String] {
        var lines = ["## " + markdownEscaped(entry.name), ""]
        if !entry.question.isEmpty { lines += ["**\(markdownEscaped(entry.question))**", ""] }
        lines += entry.facts.map { "- \(markdownEscaped($0.term)): \(markdownEscaped($0.text))" }
        lines.append("")
        guard !entry.rows.isEmpty else { return lines }
        let headings: [CodebookWord] = [.code, .answer, .count, .percent]
        lines.append(row(headings.map { edition($0) }))
        lines.append("|:---|:---|---:|---:|")
        lines += entry.rows.map { row([$0.code, $0.answer, $0.count, $0.percent]) }
        lines.append("")
        return lines
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |"
    }
}
