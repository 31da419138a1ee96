package import Base
import Foundation
package import Report
package import Survey
import Yams

/// A study's `simulation.yaml`, read with the files that it names: a plan for made-up answers.
package struct SimulationFile: Sendable {
    package private(set) var seed: UInt64 = 1
    package private(set) var plan: SimulationPlan?
    /// The share of the population in each place of the plan, for the true values.
    package private(set) var populationShares: [Double] = []
    /// The column that holds the places.
    package private(set) var place = ""
    package private(set) var power: [PlannedDifference] = []
    package private(set) var problems: [Problem] = []

    /// The name of the file in a study's folder.
    package static let fileName = "simulation.yaml"

    let folder: String
    let study: Study

    /// Reads the plan in the folder of `study`; whatever is wrong is in `problems`, all at once.
    package init(folder: String, study: Study) {
        self.folder = folder
        self.study = study
        let path = (folder as NSString).appendingPathComponent(Self.fileName)
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(data: data, encoding: .utf8)
        else {
            problems.append(
                Problem(
                    .error,
                    "simulation.missing",
                    at: .init(Self.fileName),
                    "There is no file \(Self.fileName) in the study's folder.",
                    remedy: "Write one: docs/simulation.md shows how."
                )
            )
            return
        }
        read(text)
    }

    private mutating func read(_ text: String) {
        var reader = YAMLReader(file: Self.fileName)
        defer { problems += reader.problems }
        guard YAMLAliases.staysSmall(text) else {
            return reader.problem(
                "study.aliases",
                at: "",
                "The aliases (*name) of the file stand for more than can be read.",
                "Write out what an alias stands for."
            )
        }
        do {
            guard let root = try Yams.compose(yaml: text) else {
                return reader.problem(
                    "study.empty",
                    at: "",
                    "The file holds no keys.",
                    "Write a plan."
                )
            }
            read(root, &reader)
        } catch {
            problems.append(YAMLFault(error, in: text).problem(in: Self.fileName))
        }
    }

    private mutating func read(_ root: Node, _ reader: inout YAMLReader) {
        let keys = reader.entries(
            root,
            at: "",
            known: [
                "seed", "clusters", "population", "interviewers", "icc", "between", "scales",
                "means",
                "no-answer", "asked-if", "questions", "power",
            ]
        )
        seed =
            keys["seed"].flatMap { reader.whole($0, at: "seed", atLeast: 0) }
            .map { UInt64($0) } ?? 1
        guard let clusters = clusters(keys["clusters"], &reader) else { return }
        var plan = SimulationPlan(
            places: clusters.places,
            clusters: clusters.list,
            carried: clusters.columns
        )
        plan.icc = keys["icc"].flatMap { part($0, at: "icc", &reader) } ?? 0
        if let node = keys["interviewers"] {
            let inner = reader.entries(node, at: "interviewers", known: ["clusters-each", "share"])
            plan.clustersPerInterviewer =
                inner["clusters-each"]
                .flatMap { reader.whole($0, at: "interviewers.clusters-each", atLeast: 1) } ?? 2
            plan.interviewerShare =
                inner["share"]
                .flatMap { part($0, at: "interviewers.share", &reader) } ?? 0
        }
        let none =
            keys["no-answer"].map { noAnswer($0, at: "no-answer", &reader) }
            ?? SimulationPlan.NoAnswer()
        plan.scales = scales(keys, none, clusters.places, &reader)
        plan.between = between(keys["between"], plan.scales.count, &reader)
        if let node = keys["questions"] {
            for (name, value) in reader.pairs(node, at: "questions") {
                if let question = question(name, value, plan, &reader) {
                    plan.questions.append(question)
                }
            }
        }
        plan.consent = keys["asked-if"].flatMap { condition($0, at: "asked-if", plan, &reader) }
        populationShares = population(keys["population"], clusters.places, &reader)
        power = keys["power"].map { differences($0, &reader) } ?? []
        self.plan = plan
    }

    // MARK: - Clusters and places

    private struct Clusters {
        var places: [String] = []
        var list: [SimulationPlan.Cluster] = []
        var columns: [String] = []
    }

    private mutating func clusters(_ node: Node?, _ reader: inout YAMLReader) -> Clusters? {
        guard let node else {
            reader.problem(
                "simulation.no-clusters",
                at: "",
                "The plan names no clusters.",
                "Write clusters: {file: sample/clusters.csv, count: interviews, place: region}."
            )
            return nil
        }
        let keys = reader.entries(node, at: "clusters", known: ["file", "count", "place", "only"])
        func word(_ key: String, _ usual: String) -> String {
            keys[key].flatMap { reader.text($0, at: "clusters.\(key)") } ?? usual
        }
        let count = word("count", "interviews")
        place = word("place", "region")
        guard let table = table(word("file", "sample/clusters.csv"), at: "clusters", &reader) else {
            return nil
        }
        for name in [count, place] where table.position(of: name) == nil {
            problems.append(table.missing(name))
        }
        guard let counted = table.position(of: count), let placed = table.position(of: place) else {
            return nil
        }
        let only = keys["only"].map { reader.pairs($0, at: "clusters.only") } ?? []
        let conditions = only.map { pair in
            (table.position(of: pair.key), reader.text(pair.value, at: "clusters.only") ?? "")
        }
        var result = Clusters(columns: table.header)
        for (line, cells) in table.lines
        where conditions.allSatisfy({ table.cell(cells, $0.0) == $0.1 }) {
            let text = table.cell(cells, counted)
            guard let rows = Int(text), rows >= 0 else {
                problems.append(
                    Problem(
                        .error,
                        "simulation.count",
                        at: .init(table.file, line: line, column: count),
                        "\(Problem.quote(text)) is not a number of interviews.",
                        remedy: "Write a whole number."
                    )
                )
                continue
            }
            let name = table.cell(cells, placed)
            if !result.places.contains(name) { result.places.append(name) }
            result.list.append(
                SimulationPlan.Cluster(
                    place: result.places.firstIndex(of: name) ?? 0,
                    rows: rows,
                    values: table.header.indices.map { table.cell(cells, $0) }
                )
            )
        }
        return result.list.isEmpty ? nil : result
    }

    private mutating func population(
        _ node: Node?,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> [Double] {
        guard let node else { return [] }
        let keys = reader.entries(node, at: "population", known: ["file", "count"])
        let count =
            keys["count"].flatMap { reader.text($0, at: "population.count") } ?? "population"
        let file = keys["file"].flatMap { reader.text($0, at: "population.file") } ?? "frame.csv"
        guard let table = table(file, at: "population", &reader) else { return [] }
        guard let placed = table.position(of: place), let counted = table.position(of: count) else {
            problems.append(table.missing(table.position(of: place) == nil ? place : count))
            return []
        }
        var sums = [Double](repeating: 0, count: places.count)
        for (_, cells) in table.lines {
            guard let index = places.firstIndex(of: table.cell(cells, placed)) else { continue }
            sums[index] += TableText.number(table.cell(cells, counted)) ?? 0
        }
        let total = sums.reduce(0, +)
        return total > 0 ? sums.map { $0 / total } : []
    }

    // MARK: - Scales

    private mutating func scales(
        _ keys: [String: Node],
        _ none: SimulationPlan.NoAnswer,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> [SimulationPlan.Scale] {
        guard let node = keys["scales"] else { return [] }
        let means = means(keys["means"], places, &reader)
        var scales: [SimulationPlan.Scale] = []
        for (name, value) in reader.pairs(node, at: "scales") {
            let path = "scales.\(name)"
            let inner = reader.entries(value, at: path, known: ["within", "sd"])
            guard let declared = study.scales.first(where: { $0.name == name }) else {
                reader.problem(
                    "simulation.unknown-scale",
                    at: path,
                    "study.yaml declares no scale \(Problem.quote(name)).",
                    "The scales there: \(study.scales.map(\.name).joined(separator: ", "))."
                )
                continue
            }
            let items = declared.items.map { item -> SimulationPlan.Item in
                let given = means[item.name] ?? [:]
                let missing = places.filter { given[$0] == nil }
                if !missing.isEmpty {
                    reader.problem(
                        "simulation.no-mean",
                        at: "means",
                        "The item \(item.name) has no mean for \(missing.joined(separator: ", ")).",
                        "Add a row for each place to the file of means."
                    )
                }
                return SimulationPlan.Item(
                    name: item.name,
                    isReversed: item.isReversed,
                    means: places.map { given[$0] ?? .nan },
                    noAnswer: none
                )
            }
            scales.append(
                SimulationPlan.Scale(
                    items: items,
                    range: Int(
                        max(-1e6, declared.range.lowerBound)
                    )...Int(
                        min(1e6, declared.range.upperBound)
                    ),
                    sd: inner["sd"].flatMap { reader.positive($0, at: "\(path).sd") } ?? 1.2,
                    within: inner["within"].flatMap { part($0, at: "\(path).within", &reader) }
                        ?? 0.3
                )
            )
        }
        return scales
    }

    /// The means by item and place.
    private mutating func means(
        _ node: Node?,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> [String: [String: Double]] {
        guard let node else { return [:] }
        let keys = reader.entries(node, at: "means", known: ["file", "item", "mean"])
        func word(_ key: String, _ usual: String) -> String {
            keys[key].flatMap { reader.text($0, at: "means.\(key)") } ?? usual
        }
        guard let table = table(word("file", "targets.csv"), at: "means", &reader) else {
            return [:]
        }
        let names = [word("item", "item"), place, word("mean", "mean")]
        let missing = names.filter { table.position(of: $0) == nil }
        problems += missing.map { table.missing($0) }
        guard missing.isEmpty else { return [:] }
        var means: [String: [String: Double]] = [:]
        for (line, cells) in table.lines {
            let parts = names.map { table.cell(cells, table.position(of: $0)) }
            guard let mean = TableText.number(parts[2]) else {
                problems.append(
                    Problem(
                        .error,
                        "simulation.mean",
                        at: .init(table.file, line: line, column: names[2]),
                        "\(Problem.quote(parts[2])) is not a mean.",
                        remedy: "Write a number with a point before decimals."
                    )
                )
                continue
            }
            means[parts[0], default: [:]][parts[1]] = mean
        }
        return means
    }

    private mutating func between(
        _ node: Node?,
        _ count: Int,
        _ reader: inout YAMLReader
    ) -> [[Double]] {
        let value = node.flatMap { reader.number($0, at: "between") } ?? 0
        return (0..<count).map { row in (0..<count).map { $0 == row ? 1 : value } }
    }

    private mutating func differences(
        _ node: Node,
        _ reader: inout YAMLReader
    ) -> [PlannedDifference] {
        reader.elements(node, at: "power").enumerated().compactMap { index, element in
            let path = "power.\(index)"
            let keys = reader.entries(
                element,
                at: path,
                known: ["scale", "by", "groups", "difference"]
            )
            guard let scale = keys["scale"].flatMap({ reader.text($0, at: "\(path).scale") }),
                let variable = keys["by"].flatMap({ reader.text($0, at: "\(path).by") }),
                let groups = keys["groups"].map({ reader.texts($0, at: "\(path).groups") }),
                let size = keys["difference"].flatMap({
                    reader.positive($0, at: "\(path).difference")
                }), groups.count == 2
            else {
                reader.problem(
                    "simulation.power",
                    at: path,
                    "A difference needs a scale, a variable, two groups and a size.",
                    "Write {scale: trust, by: residence, groups: [city, village], difference: 0.3}."
                )
                return nil
            }
            return PlannedDifference(
                scale: scale,
                variable: variable,
                groups: groups,
                difference: size
            )
        }
    }

    /// A share from 0 up to 1.
    func part(_ node: Node, at path: String, _ reader: inout YAMLReader) -> Double {
        guard let number = reader.number(node, at: path) else { return 0 }
        if (0...1).contains(number) { return number }
        reader.problem(
            "simulation.share",
            at: path,
            "\(number) is not a share.",
            "Write a number from 0 to 1."
        )
        return 0
    }

    // MARK: - Files

    mutating func table(
        _ name: String,
        at path: String,
        _ reader: inout YAMLReader
    ) -> TableText? {
        let file = (folder as NSString).appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: file) else {
            reader.problem(
                "file.missing",
                at: path,
                "There is no file \(Problem.quote(name)) in the study's folder.",
                name.hasPrefix("sample/")
                    ? "Draw the sample first: `ashar sample`." : "Add the file."
            )
            return nil
        }
        let (table, found) = TableText.read(path: file)
        problems += found
        return table
    }

    mutating func report(_ problem: Problem) { problems.append(problem) }
}
