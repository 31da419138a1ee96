import Base
import Report
import Survey
import Yams

extension YAMLReader {
    /// The key `disclosure` of a study: the authors' words by item, and what became of the cases.
    mutating func disclosure(_ node: Node) -> DisclosureDeclaration {
        var declared = DisclosureDeclaration()
        let path = "disclosure"
        let keys = entries(
            node,
            at: path,
            known: DisclosureItem.allCases.map(\.id) + DisclosureReading.caseKeys
        )
        for item in DisclosureItem.allCases {
            guard let node = keys[item.id] else { continue }
            let said = localText(node, at: join(path, item.id))
            if !said.isEmpty { declared.texts[item] = said }
        }
        if let node = keys["dispositions"] {
            if case .scalar(let scalar) = node {
                declared.dispositionFile = scalar.string
            } else {
                declared.dispositions = dispositions(node, at: join(path, "dispositions"))
            }
        }
        declared.eligibility = keys["eligibility"].flatMap {
            eligibility($0, at: join(path, "eligibility"))
        }
        return declared
    }

    /// How many cases ended in each of AAPOR's categories: `{I: 1000, P: 25, R: 310}`.
    mutating func dispositions(_ node: Node, at path: String) -> Dispositions {
        var dispositions = Dispositions()
        let categories = Dispositions.Category.allCases
        let keys = entries(node, at: path, known: categories.map(\.rawValue))
        for category in categories {
            guard let node = keys[category.rawValue],
                let number = whole(node, at: join(path, category.rawValue), atLeast: 0)
            else { continue }
            // More cases than there are people: the sums must not overflow.
            if number > 10_000_000_000 {
                problem(
                    "study.not-a-number",
                    at: join(path, category.rawValue),
                    "\(number) cases are more than there are people.",
                    "Write how many cases ended this way."
                )
            } else {
                dispositions.add(category, number)
            }
        }
        return dispositions
    }

    /// The share e of eligible cases among those that nobody knows about; 0 and 1 may be argued.
    mutating func eligibility(_ node: Node, at path: String) -> Double? {
        guard let number = number(node, at: path) else { return nil }
        if (0...1).contains(number) { return number }
        problem(
            "study.not-a-share",
            at: path,
            "\(number) is not a share.",
            "Write a number from 0 to 1, such as 0.9."
        )
        return nil
    }
}

extension StudyTables {
    /// What the study says of its methods, with what became of the cases from their file.
    mutating func disclosure() -> DisclosureDeclaration {
        var declared = study.disclosure
        guard let name = declared.dispositionFile else { return declared }
        if let missing = study.missingFile(name, at: "disclosure.dispositions", in: folder) {
            add(missing)
            return declared
        }
        let file = DispositionFile(path: folder + "/" + name)
        for problem in file.problems { add(problem) }
        // A workbook that nobody has written into yet tells nothing.
        if file.dispositions.total > 0 { declared.dispositions = file.dispositions }
        return declared
    }
}
