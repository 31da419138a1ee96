import Base
import Report
import Yams

extension YAMLReader {
    /// The key `weighting`.
    mutating func weighting(_ node: Node) -> WeightingDeclaration {
        var weighting = WeightingDeclaration()
        let keys = entries(
            node,
            at: "weighting",
            known: ["name", "probabilities", "persons", "response", "margins", "trim", "source"]
        )
        if let node = keys["name"] {
            weighting.name = text(node, at: "weighting.name") ?? "weight"
        }
        if let node = keys["probabilities"] {
            weighting.probabilities = texts(node, at: "weighting.probabilities")
        }
        weighting.persons = keys["persons"].flatMap { text($0, at: "weighting.persons") }
        weighting.response = keys["response"].flatMap { response($0) }
        if let node = keys["margins"] {
            for (index, element) in elements(node, at: "weighting.margins").enumerated() {
                weighting.margins.append(margin(element, at: "weighting.margins.\(index)"))
            }
        }
        if let node = keys["trim"] {
            let inner = entries(node, at: "weighting.trim", known: ["at-least", "at-most"])
            weighting.atLeast = inner["at-least"].flatMap {
                positive($0, at: "weighting.trim.at-least")
            }
            weighting.atMost = inner["at-most"].flatMap {
                positive($0, at: "weighting.trim.at-most")
            }
        }
        if let node = keys["source"] { weighting.source = localText(node, at: "weighting.source") }
        if weighting.probabilities.isEmpty, weighting.margins.isEmpty {
            problem(
                "weighting.nothing",
                at: "weighting",
                "The weights have neither probabilities nor margins to be made from.",
                "Name probabilities: [cluster_probability, household_probability], or margins."
            )
        }
        return weighting
    }

    private mutating func response(_ node: Node) -> WeightingDeclaration.Response? {
        let path = "weighting.response"
        let keys = entries(node, at: path, known: ["within", "planned", "unit"])
        guard let within = keys["within"].map({ texts($0, at: "\(path).within") }),
            let planned = keys["planned"].flatMap({ text($0, at: "\(path).planned") })
        else {
            problem(
                "weighting.response",
                at: path,
                "The adjustment for nonresponse lacks its classes or the number selected.",
                "Write response: {within: stratum, planned: interviews, unit: cluster}."
            )
            return nil
        }
        let unit = keys["unit"].flatMap { text($0, at: "\(path).unit") } ?? "cluster"
        return .init(within: within, planned: planned, unit: unit)
    }

    private mutating func margin(
        _ node: Node,
        at path: String
    ) -> WeightingDeclaration.MarginDeclaration {
        let keys = entries(node, at: path, known: ["by", "counts", "file", "count"])
        var margin = WeightingDeclaration.MarginDeclaration(
            variables: keys["by"].map { texts($0, at: "\(path).by") } ?? []
        )
        if let node = keys["counts"] {
            for (group, value) in pairs(node, at: "\(path).counts") {
                let people = number(value, at: "\(path).counts.\(group)") ?? 0
                margin.counts.append(.init(codes: [group], people: people))
            }
        }
        margin.file = keys["file"].flatMap { text($0, at: "\(path).file") }
        if margin.variables.isEmpty || (margin.file == nil) == (keys["counts"] == nil)
            || (margin.file == nil && margin.variables.count > 1)
        {
            problem(
                "weighting.margin",
                at: path,
                "A margin needs a variable and either counts or a file.",
                "Write {by: sex, counts: {female: 2050000, male: 1894375}} or "
                    + "{by: [region, residence], file: frame.csv, count: population}."
            )
        }
        if let node = keys["count"] {
            margin.countColumn = text(node, at: "\(path).count") ?? "population"
        }
        return margin
    }

    /// The key `data.join`.
    mutating func joins(_ node: Node) -> [JoinDeclaration] {
        elements(node, at: "data.join").enumerated().compactMap { index, element in
            let path = "data.join.\(index)"
            let keys = entries(element, at: path, known: ["file", "by", "take"])
            guard let file = keys["file"].flatMap({ text($0, at: "\(path).file") }),
                let by = keys["by"].flatMap({ text($0, at: "\(path).by") })
            else {
                problem(
                    "join.incomplete",
                    at: path,
                    "A joined table needs a file and the column that both have.",
                    "Write {file: sample/clusters.csv, by: cluster}."
                )
                return nil
            }
            let take = keys["take"].map { texts($0, at: "\(path).take") } ?? []
            return JoinDeclaration(file: file, by: by, take: take)
        }
    }
}
