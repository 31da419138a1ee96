package import Base
package import Report
import Survey
package import Yams

/// Reads what an audit notes of a published report's methods: the key `disclosure` of `audit.yaml`.
package enum DisclosureReading {
    /// The keys beside the items that say what became of the cases.
    static let caseKeys = ["dispositions", "eligibility"]

    /// The form that the mapping `node` fills in, with every problem of it.
    ///
    /// ```yaml
    /// disclosure:
    ///   sponsor: {said: yes, words: "Funded by the ministry", page: 2}
    ///   dates: {said: partly, words: "in spring 2023"}
    ///   weighting: no
    ///   experiments: not-applicable
    ///   dispositions: {I: 1000, P: 25, R: 310, NC: 140, O: 45, UH: 80, UO: 20, NE: 120}
    ///   eligibility: 0.9
    ///   rates: {RR1: 61.7%, response: 62%}
    /// ```
    ///
    /// - Parameters:
    ///   - node: The value of the key.
    ///   - path: The path of the key, for places of problems that have none.
    ///   - file: The name of the file that problems name.
    /// - Returns: What could be read; a slip in one item leaves the others as they are.
    package static func read(
        _ node: Node,
        at path: String = "disclosure",
        file: String = "audit.yaml"
    ) -> (form: DisclosureForm, problems: [Problem]) {
        var reader = YAMLReader(file: file)
        let form = reader.disclosureForm(node, at: path)
        return (form, reader.problems)
    }
}

extension YAMLReader {
    mutating func disclosureForm(_ node: Node, at path: String) -> DisclosureForm {
        var form = DisclosureForm()
        let keys = entries(
            node,
            at: path,
            known: DisclosureItem.allCases.map(\.id) + DisclosureReading.caseKeys + ["rates"]
        )
        for item in DisclosureItem.allCases {
            guard let node = keys[item.id] else { continue }
            form.answers[item] = answer(node, at: join(path, item.id))
        }
        if let node = keys["dispositions"] {
            form.dispositions = dispositions(node, at: join(path, "dispositions"))
        }
        form.eligibility = keys["eligibility"].flatMap {
            printedRate(DisclosureForm.PrintedRate.unnamed, $0, at: join(path, "eligibility"))
        }
        if let node = keys["rates"] {
            form.printedRates = printedRates(node, at: join(path, "rates"))
        }
        return form
    }

    private mutating func answer(_ node: Node, at path: String) -> DisclosureForm.Answer? {
        guard case .mapping = node else {
            return said(node, at: path).map { DisclosureForm.Answer($0) }
        }
        let keys = entries(node, at: path, known: ["said", "words", "page"])
        let words = keys["words"].flatMap { text($0, at: join(path, "words")) } ?? ""
        let page = keys["page"].flatMap { text($0, at: join(path, "page")) }
        guard let node = keys["said"] else {
            problem(
                "disclosure.said",
                at: path,
                "Nobody says whether the report says it.",
                "Add said: yes, said: partly, said: no or said: not-applicable."
            )
            return nil
        }
        return said(node, at: join(path, "said")).map {
            DisclosureForm.Answer($0, words: words, page: page)
        }
    }

    private mutating func said(_ node: Node, at path: String) -> DisclosureForm.Said? {
        guard let text = text(node, at: path) else { return nil }
        switch text.lowercased() {
        case "yes", "true": return .yes
        case "no", "false": return .no
        case "partly": return .partly
        case "not-applicable", "not applicable": return .notApplicable
        default:
            problem(
                "disclosure.said",
                at: path,
                "\(Problem.quote(text)) does not say whether the report says it.",
                "Write yes, partly, no or not-applicable."
            )
            return nil
        }
    }

    private mutating func printedRates(
        _ node: Node,
        at path: String
    ) -> [DisclosureForm.PrintedRate] {
        let known =
            Dispositions.Rate.allCases.map(\.rawValue) + [DisclosureForm.PrintedRate.unnamed]
        let keys = entries(node, at: path, known: known)
        return known.compactMap { name in
            keys[name].flatMap { printedRate(name, $0, at: join(path, name)) }
        }
    }

    private mutating func printedRate(
        _ name: String,
        _ node: Node,
        at path: String
    ) -> DisclosureForm.PrintedRate? {
        guard let text = text(node, at: path) else { return nil }
        if let rate = DisclosureForm.PrintedRate(name: name, text: text) { return rate }
        problem(
            "disclosure.rate",
            at: path,
            "\(Problem.quote(text)) is no share of cases.",
            "Write it as it is printed: 61.7% or 0.617."
        )
        return nil
    }
}
