extension Codebook {
    /// The codebook as Markdown (CommonMark with tables), ending with a newline.
    package func markdown(_ words: CodebookWords = .english) -> String {
        let (facts, notes) = summary(words)
        var lines = ["# " + markdownEscaped(heading(words)), ""]
        lines += facts.map { "- " + markdownEscaped($0) } + [""]
        for note in notes { lines += [markdownEscaped(note), ""] }
        for entry in entries(words) { lines += markdown(entry, words) }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// "Codebook: answers.csv".
    func heading(_ words: CodebookWords) -> String {
        title.isEmpty ? words.codebook : "\(words.codebook): \(title)"
    }

    private func markdown(_ entry: CodebookEntry, _ words: CodebookWords) -> [String] {
        var lines = ["## " + markdownEscaped(entry.name), ""]
        if !entry.question.isEmpty { lines += ["**\(markdownEscaped(entry.question))**", ""] }
        lines += entry.facts.map { "- \(markdownEscaped($0.term)): \(markdownEscaped($0.text))" }
        lines.append("")
        guard !entry.rows.isEmpty else { return lines }
        lines.append(row([words.code, words.answer, words.count, words.percent]))
        lines.append("|:---|:---|---:|---:|")
        lines += entry.rows.map { row([$0.code, $0.answer, $0.count, $0.percent]) }
        lines.append("")
        return lines
    }

    private func row(_ cells: [String]) -> String {
        "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |"
    }
}
