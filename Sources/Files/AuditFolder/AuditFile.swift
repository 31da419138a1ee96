package import Base
package import Report
import Yams

/// What an `audit.yaml` says, before its tables are read.
package struct AuditFile: Sendable, Hashable {
    /// The name of the file in an audit's folder.
    package static let fileName = "audit.yaml"

    package var title = ""
    package var source = ""
    package var n: TableDescription.Base?
    package var isAnswered = false
    package var isWeighted: Bool?
    package var designEffect: ClosedRange<Double> = 1...3
    package var scales: [Scale] = []
    package var groups: [GroupSizes] = []
    /// Wordings of one thing; the first one stands for all.
    package var same: [[String]] = []
    package var tables: [TableDescription] = []
    /// Files of running text.
    package var texts: [String] = []
    /// What the report says of its methods, as somebody who read it notes.
    package var disclosure: DisclosureForm?
    /// Where each key stands, by its path.
    package var marks: [String: Study.Mark] = [:]

    /// A scale, with its reversed items as the file words them.
    package struct Scale: Sendable, Hashable {
        package var name: String
        package var range: ClosedRange<Int>
        package var reversed: [String]
        package var neutral: Double?

        package init(
            name: String,
            range: ClosedRange<Int>,
            reversed: [String] = [],
            neutral: Double? = nil
        ) {
            self.name = name
            self.range = range
            self.reversed = reversed
            self.neutral = neutral
        }
    }

    package init() {}

    /// What `text` says, with every problem of its form; nil only where it is no YAML mapping at all.
    package static func read(_ text: String) -> (file: AuditFile?, problems: [Problem]) {
        var reader = YAMLReader(file: fileName)
        guard YAMLAliases.staysSmall(text) else {
            reader.problem(
                "study.aliases",
                at: "",
                "The aliases (*name) of the file stand for more than can be read.",
                "Write out what an alias stands for."
            )
            return (nil, reader.problems)
        }
        do {
            guard let root = try Yams.compose(yaml: text), case .mapping = root else {
                reader.problem(
                    "audit.empty",
                    at: "",
                    "The file holds no keys.",
                    "Draft one from the tables with `ashar audit new`."
                )
                return (nil, reader.problems)
            }
            var file = reader.audit(root)
            file.marks = reader.marks
            return (file, reader.problems)
        } catch {
            return (nil, [YAMLFault(error, in: text).problem(in: fileName)])
        }
    }

    /// Where the key at `path` stands; where its nearest parent stands when it has no place itself.
    func location(of path: String) -> Problem.Location {
        var study = Study()
        study.marks = marks
        var location = study.location(of: path)
        location.file = Self.fileName
        return location
    }

    /// The identity that stands for each wording under `same`, by identity.
    package var identities: [String: String] {
        var identities: [String: String] = [:]
        for wordings in same {
            let all = wordings.map { AuditedTable.Line.identity(of: $0) }
            guard let first = all.first else { continue }
            for identity in all { identities[identity] = identities[first] ?? first }
        }
        return identities
    }
}

extension YAMLReader {
    /// The whole of an `audit.yaml`.
    mutating func audit(_ root: Node) -> AuditFile {
        var file = AuditFile()
        let keys = entries(
            root,
            at: "",
            known: [
                "title", "source", "sample", "scales", "groups", "same", "tables", "texts",
                "disclosure",
            ]
        )
        if let node = keys["title"] { file.title = text(node, at: "title") ?? "" }
        if let node = keys["source"] { file.source = text(node, at: "source") ?? "" }
        if let node = keys["sample"] { sample(node, of: &file) }
        if let node = keys["scales"] { file.scales = auditScales(node) }
        if let node = keys["groups"] { file.groups = groupSizes(node) }
        if let node = keys["same"] { file.same = wordings(node) }
        if let node = keys["tables"] { file.tables = tables(node) }
        if let node = keys["disclosure"] {
            file.disclosure = disclosureForm(node, at: "disclosure")
        }
        if let node = keys["texts"] { file.texts = texts(node, at: "texts") }
        for (position, table) in file.tables.enumerated() {
            guard let name = table.scale, !file.scales.contains(where: { $0.name == name }) else {
                continue
            }
            let known = file.scales.map(\.name)
            let hint = nearestName(to: name, in: known).map { "Did you mean \($0)? " } ?? ""
            problem(
                "audit.no-such-scale",
                at: "tables.\(file.tables[position].id).scale",
                "No scale \(Problem.quote(name)) stands under scales.",
                "\(hint)Describe it there: \(name): {range: [1, 5]}."
            )
        }
        if file.tables.isEmpty, keys["tables"] == nil {
            problem(
                "audit.no-tables",
                at: "",
                "The file names no tables.",
                "Draft it from the tables with `ashar audit new`, or describe them under tables."
            )
        }
        return file
    }

    private mutating func sample(_ node: Node, of file: inout AuditFile) {
        let keys = entries(
            node,
            at: "sample",
            known: ["n", "weighted", "design-effect", "answered"]
        )
        if let node = keys["n"] { file.n = people(node, at: "sample.n") }
        if let node = keys["weighted"] {
            file.isWeighted = yesNoUnknown(node, at: "sample.weighted")
        }
        if let node = keys["answered"] {
            file.isAnswered = yesNoUnknown(node, at: "sample.answered") ?? false
        }
        if let node = keys["design-effect"], !isUnknown(node),
            let effect = pair(node, at: "sample.design-effect")
        {
            if effect.lowerBound > 0, effect.upperBound <= 1000 {
                file.designEffect = effect
            } else {
                problem(
                    "audit.design-effect",
                    at: "sample.design-effect",
                    "A design effect is above zero, and no larger than 1000.",
                    "Write the smallest and the largest that are plausible: [1, 3]."
                )
            }
        }
    }

    private mutating func auditScales(_ node: Node) -> [AuditFile.Scale] {
        pairs(node, at: "scales").compactMap { name, node in
            let path = join("scales", name)
            let keys = entries(node, at: path, known: ["range", "reversed", "neutral"])
            guard let rangeNode = keys["range"] else {
                problem(
                    "audit.no-range",
                    at: path,
                    "The scale has no range.",
                    "Write the lowest and the highest answer: range: [1, 5]."
                )
                return nil
            }
            let ends = elements(rangeNode, at: path + ".range").compactMap {
                number($0, at: path + ".range")
            }
            guard ends.count == 2, let low = Int(exactly: ends[0]),
                let high = Int(exactly: ends[1]),
                low < high,
                [low, high].allSatisfy({ $0.magnitude <= AuditedScale.largestEnd })
            else {
                problem(
                    "audit.no-range",
                    at: path + ".range",
                    "A range is two whole numbers up to a million, the lower one first.",
                    "Write the lowest and the highest answer: range: [1, 5]."
                )
                return nil
            }
            return AuditFile.Scale(
                name: name,
                range: low...high,
                reversed: keys["reversed"].map { texts($0, at: path + ".reversed") } ?? [],
                neutral: keys["neutral"].flatMap { number($0, at: path + ".neutral") }
            )
        }
    }

    private mutating func groupSizes(_ node: Node) -> [GroupSizes] {
        pairs(node, at: "groups").map { trait, node in
            let path = join("groups", trait)
            var group = GroupSizes(trait, sizes: [])
            for (label, value) in pairs(node, at: path) {
                if label == "answered" {
                    group.isAnswered = yesNoUnknown(value, at: join(path, label))
                } else if let n = people(value, at: join(path, label)) {
                    group.sizes.append(GroupSizes.Size(label, n))
                }
            }
            return group
        }
    }

    private mutating func wordings(_ node: Node) -> [[String]] {
        guard case .sequence(let lists) = node else {
            problem(
                "audit.same",
                at: "same",
                "Under same stand lists of wordings.",
                "Write a line for each thing: - [\"one wording\", \"another wording\"]"
            )
            return []
        }
        return lists.enumerated().map { index, list in
            mark(list, at: "same.\(index)")
            let wordings = texts(list, at: "same.\(index)")
            if wordings.count < 2 {
                problem(
                    "audit.same",
                    at: "same.\(index)",
                    "One wording alone is the same as no other.",
                    "Write both: - [\"one wording\", \"another wording\"]"
                )
            }
            return wordings
        }
    }

    // MARK: - Values

    func isUnknown(_ node: Node) -> Bool {
        node.scalar.map { ["unknown", "", "~", "null"].contains($0.string.lowercased()) } ?? false
    }

    /// Yes, no, or nil for "unknown".
    mutating func yesNoUnknown(_ node: Node, at path: String) -> Bool? {
        if isUnknown(node) { return nil }
        guard let text = text(node, at: path) else { return nil }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            problem(
                "audit.not-yes-or-no",
                at: path,
                "\(Problem.quote(text)) is neither yes, no nor unknown.",
                "Write yes, no, or unknown where the report does not say."
            )
            return nil
        }
    }

    /// A number of people, or the smallest and the largest that may be meant; nil for "unknown".
    mutating func people(_ node: Node, at path: String) -> TableDescription.Base? {
        if isUnknown(node) { return nil }
        let before = problems.count
        let numbers = elements(node, at: path).compactMap { whole($0, at: path, atLeast: 0) }
        if let n = numbers.first(where: { $0 > Exact.largestCount }) {
            let told = PrintedTable.tooManyPeople(n, at: .init(file))
            problem(told.code, at: path, told.message, told.remedy)
            return nil
        }
        if numbers.count == 1 { return numbers[0]...numbers[0] }
        if numbers.count == 2, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
        if problems.count == before {
            problem(
                "audit.not-people",
                at: path,
                "Here a number of people is needed, or the smallest and the largest that may be meant.",
                "Write 175, or [170, 180], or unknown."
            )
        }
        return nil
    }

    private mutating func pair(_ node: Node, at path: String) -> ClosedRange<Double>? {
        let before = problems.count
        let numbers = elements(node, at: path).compactMap { number($0, at: path) }
        if numbers.count == 1 { return numbers[0]...numbers[0] }
        if numbers.count == 2, numbers[0] <= numbers[1] { return numbers[0]...numbers[1] }
        if problems.count == before {
            problem(
                "audit.design-effect",
                at: path,
                "Here one number is needed, or two with the smaller one first.",
                "Write the smallest and the largest that are plausible: [1, 3]."
            )
        }
        return nil
    }
}
