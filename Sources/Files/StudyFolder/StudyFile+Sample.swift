import Base
import Report
import Survey
import Yams

extension YAMLReader {
    /// The key `sample`.
    mutating func sample(_ node: Node) -> SampleDeclaration {
        var sample = SampleDeclaration()
        let keys = entries(
            node,
            at: "sample",
            known: [
                "frame", "units", "strata", "size", "per-cluster", "allocate", "minimum", "reserve",
                "select", "age-from", "longest-step", "response-rate", "adults-per-household",
                "icc", "costs",
                "seed",
                "published", "place-question", "cluster-question",
            ]
        )
        sample.frame = keys["frame"].flatMap { text($0, at: "sample.frame") }
        sample.units = keys["units"].flatMap { text($0, at: "sample.units") }
        sample.published = keys["published"].flatMap { text($0, at: "sample.published") }
        if let node = keys["strata"] { sample.strata = texts(node, at: "sample.strata") }
        if let node = keys["size"] { sample.size = sampleSize(node) ?? sample.size }
        if let node = keys["allocate"] { sample.allocation = allocation(node) }
        if let node = keys["costs"] { sample.costs = costs(node) }
        sample.placeQuestion = keys["place-question"].flatMap {
            text($0, at: "sample.place-question")
        }
        if let node = keys["cluster-question"] {
            sample.clusterQuestion = text(node, at: "sample.cluster-question") ?? ""
        }
        readNumbers(of: &sample, keys)
        checkBounds(of: sample)
        for key in ["strata", "per-cluster", "size"] where keys[key] == nil {
            problem(
                "sample.incomplete",
                at: "sample",
                "The sample has no \(key).",
                "Write for example: sample: {frame: frame.csv, strata: [region, residence], "
                    + "size: 1000, per-cluster: 15, seed: 20231}"
            )
        }
        return sample
    }

    /// Numbers that nobody can mean: the arithmetic behind them must not overflow.
    private mutating func checkBounds(of sample: SampleDeclaration) {
        func bound(_ key: String, _ isRight: Bool, _ most: String) {
            if !isRight {
                problem(
                    "sample.bound",
                    at: "sample.\(key)",
                    "The \(key) is out of every bound.",
                    "Write a number that can be meant: \(most)."
                )
            }
        }
        if case .interviews(let number) = sample.size {
            bound("size", number <= 1_000_000, "up to 1,000,000 interviews")
        }
        if case .margin(let margin) = sample.size {
            bound("size", margin >= 0.0005, "0.0005 or more")
        }
        if case .difference(let size, let power) = sample.size {
            bound(
                "size",
                size >= 0.001 && power <= 0.999,
                "a difference of 0.001 or more, a power to 0.999"
            )
        }
        bound("per-cluster", sample.perCluster <= 10_000, "up to 10,000")
        bound("minimum", sample.least <= 10_000, "up to 10,000")
        bound("reserve", sample.reserve <= 100, "up to 100")
        bound("response-rate", sample.responseRate >= 0.01, "0.01 or more")
        if case .power(let exponent) = sample.allocation {
            bound("allocate", (0...2).contains(exponent), "a power from 0 to 2")
        }
    }

    private mutating func readNumbers(of sample: inout SampleDeclaration, _ keys: [String: Node]) {
        func wholes(_ key: String, _ least: Int) -> Int? {
            keys[key].flatMap { whole($0, at: "sample.\(key)", atLeast: least) }
        }
        sample.perCluster = wholes("per-cluster", 1) ?? sample.perCluster
        sample.least = wholes("minimum", 0) ?? 0
        sample.reserve = wholes("reserve", 0) ?? sample.reserve
        sample.longestStep = wholes("longest-step", 1)
        sample.ageFrom = wholes("age-from", 0) ?? sample.ageFrom
        sample.seed = wholes("seed", 0).map { UInt64($0) }
        if let node = keys["response-rate"] {
            sample.responseRate = share(node, at: "sample.response-rate") ?? 1
        }
        if let node = keys["icc"] { sample.icc = share(node, at: "sample.icc") ?? sample.icc }
        if let node = keys["adults-per-household"] {
            sample.adultsPerHousehold = positive(node, at: "sample.adults-per-household")
        }
        if let node = keys["select"] {
            let word = text(node, at: "sample.select") ?? ""
            if let selection = PersonSelection(rawValue: word) {
                sample.selection = selection
            } else {
                problem(
                    "sample.select",
                    at: "sample.select",
                    "\(Problem.quote(word)) is no way to pick a person.",
                    "Write kish, next-birthday or random."
                )
            }
        }
    }

    private mutating func sampleSize(_ node: Node) -> SampleDeclaration.Size? {
        guard case .mapping = node else {
            return whole(node, at: "sample.size", atLeast: 1).map { .interviews($0) }
        }
        let keys = entries(node, at: "sample.size", known: ["margin", "difference", "power"])
        if let node = keys["margin"] {
            return share(node, at: "sample.size.margin").map { .margin($0) }
        }
        guard let node = keys["difference"],
            let difference = share(node, at: "sample.size.difference")
        else {
            problem(
                "sample.size",
                at: "sample.size",
                "The size says neither how many interviews nor what they must show.",
                "Write a number, {margin: 0.03} or {difference: 0.1, power: 0.8}."
            )
            return nil
        }
        let power = keys["power"].flatMap { share($0, at: "sample.size.power") }
        return .difference(difference, power: power ?? 0.8)
    }

    private mutating func allocation(_ node: Node) -> AllocationRule {
        if case .mapping = node {
            let keys = entries(node, at: "sample.allocate", known: ["power"])
            let power = keys["power"].flatMap { number($0, at: "sample.allocate.power") }
            return .power(power ?? 1)
        }
        let word = text(node, at: "sample.allocate") ?? ""
        switch word {
        case "proportional": return .proportional
        case "equal": return .equal
        case "kish": return .kish
        default:
            problem(
                "sample.allocate",
                at: "sample.allocate",
                "\(Problem.quote(word)) is no way to share interviews out.",
                "Write proportional, equal, kish or {power: 0.5}."
            )
            return .proportional
        }
    }

    private mutating func costs(_ node: Node) -> SampleDeclaration.Costs? {
        let keys = entries(node, at: "sample.costs", known: ["cluster", "interview"])
        guard let cluster = keys["cluster"].flatMap({ positive($0, at: "sample.costs.cluster") }),
            let interview = keys["interview"].flatMap({
                positive($0, at: "sample.costs.interview")
            })
        else { return nil }
        return SampleDeclaration.Costs(cluster: cluster, interview: interview)
    }

    /// A number above 0 and up to 1.
    mutating func share(_ node: Node, at path: String) -> Double? {
        guard let number = number(node, at: path) else { return nil }
        if number > 0, number <= 1 { return number }
        problem(
            "study.not-a-share",
            at: path,
            "\(number) is not a share.",
            "Write a number above 0 and up to 1, such as 0.03 for 3 %."
        )
        return nil
    }

    /// A number above 0.
    mutating func positive(_ node: Node, at path: String) -> Double? {
        guard let number = number(node, at: path) else { return nil }
        if number > 0 { return number }
        problem(
            "study.not-positive",
            at: path,
            "\(number) is not above zero.",
            "Write a number above zero."
        )
        return nil
    }
}
