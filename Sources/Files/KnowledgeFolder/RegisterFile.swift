import Base
import Foundation
import Report
import Yams

extension KnowledgeReader {
    /// The register of recommendations in `file`; nil where it cannot be read.
    mutating func readRegister(_ file: String) -> Register? {
        if let missing = study.missingFile(file, at: "recommendations", in: folder) {
            add([missing])
            return nil
        }
        let path = (folder as NSString).appendingPathComponent(file)
        guard let bytes = FileManager.default.contents(atPath: path),
            let text = String(data: bytes, encoding: .utf8)
        else {
            add([
                Problem(
                    .error,
                    "file.not-utf8",
                    at: .init(file),
                    "The file is not text in UTF-8.",
                    remedy: "Save it as UTF-8."
                )
            ])
            return nil
        }
        let (register, found) = RegisterFile.read(text, file: file)
        add(found)
        return register
    }
}

/// Reads the text of a register of recommendations.
enum RegisterFile {
    /// The register that `text` says, with every problem of its form.
    static func read(_ text: String, file: String) -> (Register?, [Problem]) {
        guard YAMLAliases.staysSmall(text) else {
            return (nil, [unreadable(file, "Its aliases stand for more than can be read.")])
        }
        do {
            guard let node = try Yams.compose(yaml: text), case .mapping = node else {
                return (nil, [unreadable(file, "The file holds no keys.")])
            }
            var reader = YAMLReader(file: file)
            let register = reader.register(node)
            return (register, reader.problems)
        } catch {
            let problem = YAMLFault(error, in: text).problem()
            return (
                nil,
                [
                    Problem(
                        problem.severity,
                        problem.code,
                        at: .init(
                            file,
                            line: problem.location.line,
                            column: problem.location.column
                        ),
                        problem.message,
                        remedy: problem.remedy
                    )
                ]
            )
        }
    }

    private static func unreadable(_ file: String, _ message: String) -> Problem {
        Problem(
            .error,
            "recommendations.unreadable",
            at: .init(file, line: 1),
            message,
            remedy: "docs/places.md shows what a register of recommendations looks like."
        )
    }
}

extension YAMLReader {
    fileprivate mutating func register(_ root: Node) -> Register {
        var register = Register(file: file)
        let keys = entries(root, at: "", known: ["recommendations", "swot"])
        if let node = keys["recommendations"] {
            for (index, element) in elements(node, at: "recommendations").enumerated() {
                let path = "recommendations.\(index)"
                if let read = recommendation(element, at: path) {
                    if register.recommendations.contains(where: { $0.id == read.id }) {
                        problem(
                            "recommendations.repeated",
                            at: "\(path).id",
                            "\(Problem.quote(read.id)) stands here twice.",
                            "Give each recommendation an id of its own."
                        )
                    }
                    register.recommendations.append(read)
                }
            }
        }
        if let node = keys["swot"] {
            for (index, element) in elements(node, at: "swot").enumerated() {
                if let read = assessment(element, at: "swot.\(index)") {
                    register.assessments.append(read)
                }
            }
        }
        register.marks = marks
        return register
    }

    private mutating func recommendation(
        _ node: Node,
        at path: String
    ) -> Register.Recommendation? {
        let keys = entries(
            node,
            at: path,
            known: [
                "id", "text", "for", "places", "needs", "evidence", "indicator", "cost", "time",
            ]
        )
        guard let id = keys["id"].flatMap({ text($0, at: "\(path).id") }), !id.isEmpty else {
            problem(
                "recommendations.no-id",
                at: path,
                "The recommendation has no id.",
                "Write id: R1."
            )
            return nil
        }
        let said = keys["text"].map { localText($0, at: "\(path).text") } ?? LocalText([:])
        if said.isEmpty {
            problem(
                "recommendations.no-text",
                at: path,
                "\(id) says nothing.",
                "Write under text what is recommended, in each language."
            )
        }
        var read = Register.Recommendation(id: id, text: said)
        if let node = keys["for"] { read.actors = texts(node, at: "\(path).for") }
        if let node = keys["places"] { read.places = texts(node, at: "\(path).places") }
        if let node = keys["needs"] { read.needs = texts(node, at: "\(path).needs") }
        if let node = keys["evidence"] { read.grounds = grounds(node, at: "\(path).evidence") }
        if let node = keys["indicator"] {
            read.indicator = localText(node, at: "\(path).indicator")
        }
        if let node = keys["cost"] { read.cost = localText(node, at: "\(path).cost") }
        if let node = keys["time"] { read.time = localText(node, at: "\(path).time") }
        read.path = path
        return read
    }

    private mutating func assessment(_ node: Node, at path: String) -> Register.Assessment? {
        let keys = entries(node, at: path, known: ["actor", "kind", "text", "evidence"])
        let kinds = Register.Assessment.Kind.allCases.map(\.rawValue)
        let kind = keys["kind"].flatMap { text($0, at: "\(path).kind") } ?? ""
        guard let known = Register.Assessment.Kind(rawValue: kind) else {
            problem(
                "recommendations.swot-kind",
                at: keys["kind"] == nil ? path : "\(path).kind",
                "\(Problem.quote(kind)) is no kind of a SWOT table.",
                "Write one of: \(kinds.joined(separator: ", "))."
            )
            return nil
        }
        var read = Register.Assessment(
            actor: keys["actor"].flatMap { text($0, at: "\(path).actor") } ?? "",
            kind: known,
            text: keys["text"].map { localText($0, at: "\(path).text") } ?? LocalText([:])
        )
        if let node = keys["evidence"] { read.grounds = grounds(node, at: "\(path).evidence") }
        read.path = path
        return read
    }

    private mutating func grounds(_ node: Node, at path: String) -> [Register.Ground] {
        elements(node, at: path).enumerated().compactMap { index, element in
            let place = "\(path).\(index)"
            let keys = entries(element, at: place, known: ["figure", "excerpt", "gap", "context"])
            guard keys.count == 1, let (key, value) = keys.first else {
                if keys.count > 1 {
                    problem(
                        "recommendations.evidence",
                        at: place,
                        "Here stand several kinds of evidence under one dash.",
                        "Give each a dash of its own."
                    )
                }
                return nil
            }
            guard key != "gap" else { return gap(value, at: "\(place).gap") }
            guard let said = text(value, at: "\(place).\(key)"), !said.isEmpty else { return nil }
            return switch key {
            case "figure": .figure(said)
            case "excerpt": .excerpt(said)
            default: .context(said)
            }
        }
    }

    private mutating func gap(_ node: Node, at path: String) -> Register.Ground? {
        let keys = entries(node, at: path, known: ["need", "place"])
        guard let need = keys["need"].flatMap({ text($0, at: "\(path).need") }) else {
            problem(
                "recommendations.evidence",
                at: path,
                "The gap names no need.",
                "Write gap: {need: training, place: PLACE}."
            )
            return nil
        }
        return .gap(need: need, place: keys["place"].flatMap { text($0, at: "\(path).place") })
    }
}
