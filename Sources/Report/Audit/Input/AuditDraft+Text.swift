extension AuditDraft {
    /// The draft as the text of an `audit.yaml`, with reasons and questions as comments.
    package func text() -> String {
        let sources = tables.map(\.description.fileName).joined(separator: ", ")
        var lines = [
            "# Drafted from \(Self.oneLine(sources)). Read it once from top to bottom: it decides what is checked.",
            "# Lines with \"decide:\" ask you something that the tables cannot tell. Delete them when they are answered.",
            "title: \"\"                       # decide: what is the report called?",
            "source: \"\"                      # decide: who published it, and when?",
            "sample:",
            "  n: \(n.map { "\($0)" } ?? "unknown")   # decide: how many people took part?"
                + (n == nil ? "" : " \(Self.oneLine(nReason))"),
            "  weighted: unknown             # decide: are the figures weighted? yes or no",
            "  answered: unknown             # decide: do numbers of people count those who answered? yes or no",
            "  design-effect: [1, 3]         # check: 1 for a simple random sample, up to 3 for villages and clusters",
        ]
        lines += scaleLines + groupLines + sameLines
        lines.append("tables:")
        for table in tables { lines += Self.lines(table) }
        lines.append(
            "# decide: what does it say of its methods? Add disclosure: with yes, partly or no for each item of docs/audit/disclosure.md"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private var scaleLines: [String] {
        guard !scales.isEmpty else { return [] }
        return ["scales:"]
            + scales.flatMap { scale in
                let name = Self.quoted(scale.name)
                let range = "[\(scale.range.lowerBound), \(scale.range.upperBound)]"
                return [
                    "  \(name):",
                    "    range: \(range)               # decide: which answers were possible? This one \(Self.oneLine(scale.reason))",
                    "    # decide: which items are worded against the scale? reversed: [\"…\"]",
                ]
            }
    }

    private var groupLines: [String] {
        guard !groups.isEmpty else { return [] }
        return ["groups:                          # check: how many people each group has"]
            + groups.map { group in
                let sizes = group.sizes.map { size in
                    let n = size.n
                    let number =
                        n.lowerBound == n.upperBound
                        ? "\(n.lowerBound)" : "[\(n.lowerBound), \(n.upperBound)]"
                    return "\(Self.quoted(size.label)): \(number)"
                }
                return "  \(Self.quoted(group.trait)): {\(sizes.joined(separator: ", "))}"
            }
    }

    private var sameLines: [String] {
        var lines: [String] = []
        if !same.isEmpty {
            lines.append(
                "same:                            # check: these are one thing in other words"
            )
            lines += same.map { "  - \(Self.list($0))" }
        }
        if !perhapsSame.isEmpty {
            lines.append(
                "# decide: are these one thing? Where they are, put the line under same without its #."
            )
            if same.isEmpty { lines.append("# same:") }
            lines += perhapsSame.map { "#   - \(Self.list($0))" }
        }
        return lines
    }

    // MARK: - Tables

    private static func lines(_ table: Table) -> [String] {
        let description = table.description
        var lines = ["  \(quoted(description.id)):"]
        lines += table.questions.map { "    # decide: \(oneLine($0))" }
        lines += keyLines(description).map { key, value in
            let reason = table.reasons[key].map { "   # \(oneLine($0))" } ?? ""
            return "    \(key): \(value)\(reason)"
        }
        for (key, axis) in [("rows", description.rows), ("columns", description.columns)] {
            let reason = table.reasons[key].map { "   # \(oneLine($0))" } ?? ""
            lines.append("    \(key):\(reason)")
            lines += axisLines(axis).map { "      \($0): \($1)" }
        }
        if !description.relations.isEmpty {
            lines.append("    relations:")
            lines += description.relations.map {
                "      - {equation: \(quoted($0.expression)), words: \(quoted($0.words))}"
            }
        }
        return lines
    }

    private static func keyLines(_ table: TableDescription) -> [(String, String)] {
        var lines: [(String, String)] = []
        if let file = table.file { lines.append(("file", quoted(file))) }
        if !table.title.isEmpty { lines.append(("title", quoted(table.title))) }
        if let page = table.page { lines.append(("page", quoted(page))) }
        lines.append(("holds", table.holds.word))
        if let scale = table.scale { lines.append(("scale", quoted(scale))) }
        if let question = table.question { lines.append(("question", quoted(question))) }
        if table.allowsSeveral { lines.append(("several-answers", "yes")) }
        if let isWeighted = table.isWeighted {
            lines.append(("weighted", isWeighted ? "yes" : "no"))
        }
        if let n = table.n { lines.append(("n", "[\(n.lowerBound), \(n.upperBound)]")) }
        if let isAnswered = table.isAnswered {
            lines.append(("answered", isAnswered ? "yes" : "no"))
        }
        if let brackets = table.brackets { lines.append(("brackets", brackets.word)) }
        if let mark = table.shape.decimalMark { lines.append(("decimal", mark.rawValue)) }
        if let count = table.shape.headingRows { lines.append(("heading-rows", "\(count)")) }
        if let count = table.shape.labelColumns { lines.append(("label-columns", "\(count)")) }
        return lines
    }

    private static func axisLines(_ axis: AxisDescription) -> [(String, String)] {
        var lines = [("are", axis.are.word)]
        if axis.blocks.count == 1, axis.blocks[0].labels == nil {
            lines.append(("of", quoted(axis.blocks[0].trait)))
        } else if !axis.blocks.isEmpty {
            let blocks = axis.blocks.map { "\(quoted($0.trait)): \(list($0.labels ?? []))" }
            lines.append(("of", "{\(blocks.joined(separator: ", "))}"))
        }
        if axis.totals.count == 1, axis.totals[0] == AxisDescription.Total(axis.totals[0].label) {
            lines.append(("total", quoted(axis.totals[0].label)))
        } else if !axis.totals.isEmpty {
            let totals = axis.totals.map { total in
                var keys: [String] = []
                if let of = total.of { keys.append("of: \(list(of))") }
                if let by = total.by { keys.append("by: \(by.rawValue)") }
                if !total.isComplete { keys.append("complete: no") }
                return "\(quoted(total.label)): {\(keys.joined(separator: ", "))}"
            }
            lines.append(("total", "{\(totals.joined(separator: ", "))}"))
        }
        if !axis.held.isEmpty {
            let held = axis.held.map { "\(quoted($0.label)): \($0.statistic.word)" }
            lines.append(("hold", "{\(held.joined(separator: ", "))}"))
        }
        return lines
    }

    // MARK: - Words

    private static func list(_ texts: [String]) -> String {
        "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    private static func oneLine(_ text: String) -> String { FigureText.plain(text) }

    /// `text` as YAML takes it: bare where nothing in it means something else, else in quotation marks.
    static func quoted(_ text: String) -> String {
        let isBare =
            text.first?.isLetter == true && text.last != " "
            && text.allSatisfy {
                $0.isLetter || $0.isASCIIDigit || " -_.".contains($0)
            }
        let words = [
            "yes", "no", "true", "false", "null", "unknown", "on", "off", "y", "n", "by",
            "answered", "all",
        ]
        if isBare, !words.contains(text.lowercased()) { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.properties.generalCategory == .control: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
