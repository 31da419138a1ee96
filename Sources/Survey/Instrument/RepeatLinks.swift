import Base

/// Finds, for each row of a repeat, the row that it belongs to.
struct RepeatLinks {
    let form: Form
    let main: Microdata
    let repeats: [String: Microdata]

    /// The parent row of every row of every repeat, and a warning where rows have none.
    ///
    /// Kobo and Ona link `_parent_index` to `_index` of the parent's sheet (counted from 1 where that
    /// column is missing); ODK Central links `PARENT_KEY` to `KEY`.
    func find() -> (rows: [String: [Int?]], problems: [Problem]) {
        var rows: [String: [Int?]] = [:]
        var problems: [Problem] = []
        for (path, data) in repeats.sorted(by: { $0.key < $1.key }) {
            let parent = parent(of: path)
            guard let links = links(data, to: parent) else {
                rows[path] = Array(repeating: nil, count: data.rowCount)
                problems.append(unlinked(path, data))
                continue
            }
            rows[path] = links
            let orphans = links.indices.filter { links[$0] == nil }
            if !orphans.isEmpty { problems.append(orphaned(path, data, orphans)) }
        }
        return (rows, problems)
    }

    /// The data that hold the rows around the repeat at `path`.
    private func parent(of path: String) -> Microdata {
        var parts = path.split(separator: "/").map(String.init)
        while !parts.isEmpty {
            parts.removeLast()
            if let around = repeats[parts.joined(separator: "/")] { return around }
        }
        return main
    }

    private func links(_ data: Microdata, to parent: Microdata) -> [Int?]? {
        if let index = data["_parent_index"].map(CellTexts.init) {
            guard let known = parent["_index"].map(CellTexts.init) else {
                return (0..<index.count).map { row in
                    Int(index[row]).flatMap { $0 >= 1 && $0 <= parent.rowCount ? $0 - 1 : nil }
                }
            }
            return lookUp(index, in: known)
        }
        guard let key = data["PARENT_KEY"].map(CellTexts.init),
            let known = parent["KEY"].map(CellTexts.init)
        else { return nil }
        return lookUp(key, in: known)
    }

    private func lookUp(_ wanted: CellTexts, in known: CellTexts) -> [Int?] {
        var rows: [String: Int] = [:]
        for row in 0..<known.count where rows[known[row]] == nil { rows[known[row]] = row }
        rows[""] = nil
        return (0..<wanted.count).map { rows[wanted[$0]] }
    }

    private func unlinked(_ path: String, _ data: Microdata) -> Problem {
        Problem(
            .warning,
            "repeats.no-link",
            at: .init(data.origin.file),
            "The rows of \(Problem.quote(path)) do not say which interview they belong to.",
            remedy: "Export again with the columns _index and _parent_index (or KEY, PARENT_KEY)."
        )
    }

    private func orphaned(_ path: String, _ data: Microdata, _ rows: [Int]) -> Problem {
        let lines = rows.dropFirst().prefix(8).map { "\(data.origin.line(of: $0))" }
        let also = lines.isEmpty ? "" : "; also line \(lines.joined(separator: ", "))"
        let rest = rows.count > 9 ? " and \(rows.count - 9) more" : ""
        return Problem(
            .warning,
            "repeats.orphan",
            at: .init(
                data.origin.file,
                line: data.origin.line(of: rows[0]),
                column: "_parent_index"
            ),
            "A row of \(Problem.quote(path)) belongs to no interview of the export\(also)\(rest).",
            remedy: "Export main sheet and repeats together, without deleting rows."
        )
    }
}
