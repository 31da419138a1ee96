import Base
import Survey

extension StatColumnSource {
    /// A column of a text variable: answers of a closed list where its value labels describe it.
    ///
    /// It is a closed list when at least as many of the different texts have a label as have none (texts
    /// that are declared missing need none). Else it is free text; texts declared missing are emptied
    /// then, because free text knows no user-missing.
    ///
    /// - Parameters:
    ///   - pool: The different texts; the first is the empty one.
    ///   - positions: For each row the position of its text in `pool`.
    ///   - problems: Gets what a person should look at.
    /// - Returns: The column, with as many rows as `positions`.
    func column(pool: [String], positions: [Int32], problems: inout [Problem]) -> Column {
        // Different bytes may give one text: texts of an unsound encoding, or padded with blanks.
        let texts = TextPool(positions.lazy.map { pool[Int($0)] })
        var labels: [String: LocalText] = [:]
        for entry in textLabels { labels[entry.text] = entry.label }
        let given = texts.pool.dropFirst().filter { !missingTexts.contains($0) }
        let strays = given.count { labels[$0] == nil }
        let listed = textLabels.map(\.text).filter { !missingTexts.contains($0) && !$0.isEmpty }
        if !listed.isEmpty, strays * 2 <= given.count,
            labels.count + texts.pool.count < Codes.mostCategories
        {
            if strays > 0 { report(strays: strays, &problems) }
            return codedColumn(texts, labels)
        }
        return textColumn(texts, hasLabels: !listed.isEmpty, &problems)
    }

    private func codedColumn(_ texts: TextPool, _ labels: [String: LocalText]) -> Column {
        var names: [String] = []
        var positions: [String: Int] = [:]
        for text in textLabels.map(\.text) + texts.pool
        where !text.isEmpty && positions[text] == nil {
            names.append(text)
            positions[text] = names.count
        }
        let categories = names.map { name in
            Category(
                name,
                label: labels[name] ?? LocalText([:]),
                isMissing: missingTexts.contains(name)
            )
        }
        let codeOfText = texts.pool.map { positions[$0] ?? 0 }
        let codes = texts.positions.map { codeOfText[Int($0)] }
        return Column(
            name: name,
            label: label,
            values: .codes(Codes(codes, categoryCount: names.count), categories)
        )
    }

    private func textColumn(
        _ texts: TextPool,
        hasLabels: Bool,
        _ problems: inout [Problem]
    ) -> Column {
        if hasLabels {
            problems.append(
                problem(
                    .note,
                    "statfile.labels-on-text",
                    "is read as free text: most of its texts have no label",
                    remedy: "Nothing to mend if it is meant so; its value labels are left out."
                )
            )
        }
        let missing = Set(texts.pool.filter { missingTexts.contains($0) && !$0.isEmpty })
        guard !missing.isEmpty else {
            return Column(name: name, label: label, values: .text(texts))
        }
        let rows = texts.positions.count { missing.contains(texts.pool[Int($0)]) }
        problems.append(
            problem(
                .note,
                "statfile.missing-text",
                "\(rows) texts that the file declares missing are left empty",
                remedy: "Nothing to mend: free text knows only one kind of missing."
            )
        )
        let kept = TextPool(
            texts.positions.lazy.map { position in
                let text = texts.pool[Int(position)]
                return missing.contains(text) ? "" : text
            }
        )
        return Column(name: name, label: label, values: .text(kept))
    }

    private func report(strays: Int, _ problems: inout [Problem]) {
        problems.append(
            problem(
                .warning,
                "statfile.unlabelled-values",
                "\(strays) different texts have no label on a list of labelled texts",
                remedy: "Label them, or declare them missing, in the program that wrote the file."
            )
        )
    }
}
