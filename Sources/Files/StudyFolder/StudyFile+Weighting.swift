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
        weighting.trim = keys["trim"].flatMap { trim($0) }
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
        let keys = entries(node, at: path, known: ["within", "planned", "unit", "eligible"])
        let within = keys["within"].map { texts($0, at: "\(path).within") } ?? []
        switch (keys["planned"], keys["eligible"]) {
        case (let node?, nil):
            guard let planned = text(node, at: "\(path).planned"), !within.isEmpty else { break }
            let unit = keys["unit"].flatMap { text($0, at: "\(path).unit") } ?? "cluster"
            return .init(within: within, selected: .planned(planned, unit: unit))
        case (nil, let node?):
            guard !within.isEmpty else { break }
            return expression(node, at: "\(path).eligible").map {
                .init(within: within, selected: .eligible($0))
            }
        default: break
        }
        problem(
            "weighting.response",
            at: path,
            "The adjustment for nonresponse lacks its classes, or who was selected.",
            "Write response: {within: stratum, planned: interviews, unit: cluster}, or with a row for "
                + "each case {within: stratum, eligible: \"outcome != empty_house\"}."
        )
        return nil
    }

    private mutating func trim(_ node: Node) -> WeightingDeclaration.Trim? {
        let path = "weighting.trim"
        let inner = entries(node, at: path, known: ["at-least", "at-most", "of", "rake-again"])
        var trim = WeightingDeclaration.Trim()
        trim.atLeast = inner["at-least"].flatMap { positive($0, at: "\(path).at-least") }
        trim.atMost = inner["at-most"].flatMap { positive($0, at: "\(path).at-most") }
        switch inner["of"].flatMap({ text($0, at: "\(path).of") }) {
        case "median", nil: break
        case "people": trim.isTimesMedian = false
        case let other?:
            problem(
                "weighting.trim",
                at: "\(path).of",
                "\(Problem.quote(other)) is no unit of limits.",
                "Write of: median (the limits are times the median weight) or of: people."
            )
        }
        if let node = inner["rake-again"] {
            trim.rakesAgain = truth(node, at: "\(path).rake-again") ?? true
        }
        guard trim.atLeast != nil || trim.atMost != nil else {
            problem(
                "weighting.trim",
                at: path,
                "There is no limit to cut the weights to.",
                "Write for instance trim: {at-least: 0.25, at-most: 4}."
            )
            return nil
        }
        if let low = trim.atLeast, let high = trim.atMost, low >= high {
            problem(
                "weighting.trim",
                at: path,
                "The lower limit is not below the upper one.",
                "Write for instance trim: {at-least: 0.25, at-most: 4}."
            )
            return nil
        }
        return trim
    }

    private mutating func margin(
        _ node: Node,
        at path: String
    ) -> WeightingDeclaration.MarginDeclaration {
        let keys = entries(node, at: path, known: ["by", "counts", "file", "count", "source"])
        var margin = WeightingDeclaration.MarginDeclaration(
            variables: keys["by"].map { texts($0, at: "\(path).by") } ?? []
        )
        if let node = keys["counts"] {
            margin.counts = counts(node, margin.variables.count, at: "\(path).counts")
        }
        margin.file = keys["file"].flatMap { text($0, at: "\(path).file") }
        if margin.variables.isEmpty || (margin.file == nil) == (keys["counts"] == nil) {
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
        if let node = keys["source"] { margin.source = localText(node, at: "\(path).source") }
        return margin
    }

    /// The people of each group; of groups of `depth` variables, keys within keys.
    private mutating func counts(
        _ node: Node,
        _ depth: Int,
        at path: String,
        of codes: [String] = []
    ) -> [WeightingDeclaration.MarginDeclaration.Count] {
        var found: [WeightingDeclaration.MarginDeclaration.Count] = []
        for (group, value) in pairs(node, at: path) {
            let place = "\(path).\(group)"
            if depth > 1 {
                found += counts(value, depth - 1, at: place, of: codes + [group])
            } else if let people = number(value, at: place) {
                found.append(.init(codes: codes + [group], people: people))
            }
        }
        return found
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
