import Base
import Report
import Yams

extension YAMLReader {
    private static let kinds = AuditedTable.Statistic.allCases.map(\.word)

    /// The tables, in the order of the file.
    mutating func tables(_ node: Node) -> [TableDescription] {
        pairs(node, at: "tables").map { id, node in table(id, node) }
    }

    private mutating func table(_ id: String, _ node: Node) -> TableDescription {
        var table = TableDescription(id: id)
        let path = join("tables", id)
        if isUnknown(node) { return table }
        let keys = entries(
            node,
            at: path,
            known: [
                "file", "title", "page", "holds", "scale", "question", "several-answers",
                "weighted", "n", "answered", "brackets", "decimal", "heading-rows",
                "label-columns", "rows", "columns", "relations",
            ]
        )
        table.file = keys["file"].flatMap { text($0, at: path + ".file") }
        table.title = keys["title"].flatMap { text($0, at: path + ".title") } ?? ""
        table.page = keys["page"].flatMap { text($0, at: path + ".page") }
        table.scale = keys["scale"].flatMap { text($0, at: path + ".scale") }
        table.question = keys["question"].flatMap { text($0, at: path + ".question") }
        if let node = keys["holds"], let kind = statistic(node, at: path + ".holds") {
            table.holds = kind
        }
        if let node = keys["brackets"] {
            table.brackets = statistic(node, at: path + ".brackets")
        }
        if let node = keys["several-answers"] {
            table.allowsSeveral = yesNoUnknown(node, at: path + ".several-answers") ?? false
        }
        table.isWeighted = keys["weighted"].flatMap { yesNoUnknown($0, at: path + ".weighted") }
        table.n = keys["n"].flatMap { people($0, at: path + ".n") }
        table.isAnswered = keys["answered"].flatMap { yesNoUnknown($0, at: path + ".answered") }
        shape(of: &table, keys, path)
        if let node = keys["rows"] { table.rows = axis(node, at: path + ".rows") }
        if let node = keys["columns"] { table.columns = axis(node, at: path + ".columns") }
        if let node = keys["relations"] { table.relations = relations(node, path, table: id) }
        return table
    }

    private mutating func shape(
        of table: inout TableDescription,
        _ keys: [String: Node],
        _ path: String
    ) {
        if let node = keys["decimal"], let word = text(node, at: path + ".decimal") {
            table.shape.decimalMark = FigureStyle.DecimalMark(rawValue: word.lowercased())
            if table.shape.decimalMark == nil {
                unknownWord(word, at: path + ".decimal", ["point", "comma"])
            }
        }
        table.shape.headingRows = keys["heading-rows"].flatMap {
            whole($0, at: path + ".heading-rows", atLeast: 1)
        }
        table.shape.labelColumns = keys["label-columns"].flatMap {
            whole($0, at: path + ".label-columns", atLeast: 1)
        }
    }

    private mutating func statistic(_ node: Node, at path: String) -> AuditedTable.Statistic? {
        guard let word = text(node, at: path) else { return nil }
        if let statistic = AuditedTable.Statistic(word: word) { return statistic }
        unknownWord(word, at: path, Self.kinds)
        return nil
    }

    private mutating func unknownWord(_ word: String, at path: String, _ known: [String]) {
        let hint = nearestName(to: word, in: known).map { "Did you mean \($0)? " } ?? ""
        problem(
            "audit.unknown-word",
            at: path,
            "\(Problem.quote(word)) is no word for this.",
            "\(hint)The words: \(known.joined(separator: ", "))."
        )
    }

    // MARK: - Axes

    /// What the rows or the columns are: a word, or keys.
    ///
    /// A label with a kind of figures behind it ("n: bases") may stand among the keys.
    private mutating func axis(_ node: Node, at path: String) -> AxisDescription {
        var axis = AxisDescription()
        if case .scalar(let scalar) = node {
            if let role = role(scalar.string, at: path) { axis.are = role }
            return axis
        }
        let known = ["are", "of", "total", "hold"]
        for (key, value) in pairs(node, at: path) {
            let place = join(path, key)
            switch key {
            case "are":
                if let word = text(value, at: place), let role = role(word, at: place) {
                    axis.are = role
                }
            case "of": axis.blocks = blocks(value, at: place)
            case "total": axis.totals += totals(value, at: place)
            case "hold":
                for (label, kind) in pairs(value, at: place) {
                    guard let kind = statistic(kind, at: join(place, label)) else { continue }
                    axis.held.append(AxisDescription.Held(label, kind))
                }
            default:
                if let kind = value.scalar.flatMap({ AuditedTable.Statistic(word: $0.string) }) {
                    axis.held.append(AxisDescription.Held(key, kind))
                    continue
                }
                let hint = nearestName(to: key, in: known).map { "Did you mean \($0)? " } ?? ""
                problem(
                    "study.unknown-key",
                    at: place,
                    "\(Problem.quote(key)) is not a key of \(path).",
                    "\(hint)The keys here: \(known.joined(separator: ", ")), and labels with what "
                        + "their figures are, such as n: bases."
                )
            }
        }
        return axis
    }

    private mutating func role(_ word: String, at path: String) -> AuditedTable.Role? {
        if let role = AuditedTable.Role(word: word) { return role }
        unknownWord(word, at: path, AuditedTable.Role.words)
        return nil
    }

    private mutating func blocks(_ node: Node, at path: String) -> [AxisDescription.Block] {
        if case .scalar(let scalar) = node {
            return scalar.string.isEmpty ? [] : [AxisDescription.Block(scalar.string)]
        }
        return pairs(node, at: path).map { trait, labels in
            AxisDescription.Block(trait, labels: texts(labels, at: join(path, trait)))
        }
    }

    /// `Total`, `[Men total, Total]`, `{Total: [Men, Women]}`, `{Total: {of: [Men, Women], by: sum}}`.
    private mutating func totals(_ node: Node, at path: String) -> [AxisDescription.Total] {
        switch node {
        case .scalar(let scalar):
            return scalar.string.isEmpty ? [] : [AxisDescription.Total(scalar.string)]
        case .sequence:
            return elements(node, at: path).enumerated().flatMap { index, element in
                totals(element, at: "\(path).\(index)")
            }
        default: break
        }
        var common: AuditedTable.Totalling?
        var found: [AxisDescription.Total] = []
        for (label, value) in pairs(node, at: path) {
            let place = join(path, label)
            if label == "by", value.scalar != nil {
                common = totalling(value, at: place)
            } else if case .mapping = value {
                let keys = entries(value, at: place, known: ["of", "by", "complete"])
                let of = keys["of"].map { texts($0, at: place + ".of") }
                found.append(
                    AxisDescription.Total(
                        label,
                        of: of == ["all"] ? nil : of,
                        by: keys["by"].flatMap { totalling($0, at: place + ".by") },
                        isComplete: keys["complete"].flatMap {
                            yesNoUnknown($0, at: place + ".complete")
                        } ?? true
                    )
                )
            } else {
                let of = texts(value, at: place)
                found.append(AxisDescription.Total(label, of: of == ["all"] ? nil : of))
            }
        }
        for index in found.indices where found[index].by == nil { found[index].by = common }
        return found
    }

    private mutating func totalling(_ node: Node, at path: String) -> AuditedTable.Totalling? {
        guard let word = text(node, at: path) else { return nil }
        if let totalling = AuditedTable.Totalling(rawValue: word.lowercased()) { return totalling }
        unknownWord(word, at: path, ["pooled", "mean", "sum", "mean or sum"])
        return nil
    }

    // MARK: - Relations

    private mutating func relations(
        _ node: Node,
        _ path: String,
        table: String
    ) -> [AuditedRelation] {
        let path = path + ".relations"
        return elements(node, at: path).enumerated().compactMap { index, element in
            let place = "\(path).\(index)"
            guard case .mapping = element else {
                return text(element, at: place).map {
                    AuditedRelation(table: table, expression: $0)
                }
            }
            let keys = entries(element, at: place, known: ["equation", "words"])
            guard let expression = keys["equation"].flatMap({ text($0, at: place) }) else {
                problem(
                    "audit.no-equation",
                    at: place,
                    "The relation has no equation.",
                    "Write {equation: \"population = urban + rural\", words: what it means}."
                )
                return nil
            }
            let words = keys["words"].flatMap { text($0, at: place + ".words") } ?? ""
            return AuditedRelation(table: table, expression: expression, words: words)
        }
    }
}
