package import Base
package import Report
import Survey
import Yams

/// Reads the text of a `study.yaml`.
package enum StudyFile {
    /// The study that `text` says, with every problem of its form.
    ///
    /// The study is nil only when the text is no YAML mapping at all; with errors among the problems it
    /// is what could be read, so that the data can still be checked in the same run.
    package static func read(_ text: String) -> (study: Study?, problems: Problems) {
        var reader = YAMLReader(file: Study.fileName)
        guard YAMLAliases.staysSmall(text) else { return (nil, Problems(tooManyAliases)) }
        let root: Node
        do {
            guard let node = try Yams.compose(yaml: text), case .mapping = node else {
                let problem = Problem(
                    .error,
                    "study.empty",
                    at: .init(Study.fileName, line: 1),
                    "The file holds no keys.",
                    remedy: "Make a new study with `ashar new` and start from its file."
                )
                return (nil, Problems(problem))
            }
            root = node
        } catch {
            return (nil, Problems(YAMLFault(error, in: text).problem()))
        }
        let study = reader.study(root)
        return (study, Problems(reader.problems))
    }

    private static var tooManyAliases: Problem {
        Problem(
            .error,
            "study.aliases",
            at: .init(Study.fileName),
            "The aliases (*name) of the file stand for more than can be read.",
            remedy: "Write out what an alias stands for, where its anchor holds other aliases."
        )
    }
}

extension YAMLReader {
    /// The whole study.
    mutating func study(_ root: Node) -> Study {
        var study = Study()
        let keys = entries(
            root,
            at: "",
            known: [
                "title", "languages", "synthetic", "source", "form", "data", "fieldwork", "exclude",
                "derive", "design", "sample", "weighting", "scales", "questions", "breakdowns",
                "places", "report", "disclosure", "undecided", "vocabulary", "interviews",
                "actors", "context", "recommendations",
            ]
        )
        if let node = keys["title"] { study.title = localText(node, at: "title") }
        if let node = keys["languages"] { study.languages = texts(node, at: "languages") }
        if let node = keys["synthetic"] {
            study.isSynthetic = truth(node, at: "synthetic") ?? false
        }
        if let node = keys["source"] { study.source = localText(node, at: "source") }
        if let node = keys["form"] { study.form = text(node, at: "form") }
        if let node = keys["data"] {
            study.data = dataSource(node)
        } else {
            problem(
                "study.no-data",
                at: "",
                "The study names no data.",
                "Add a line such as: data: {file: export.xlsx}"
            )
        }
        if let node = keys["fieldwork"] { study.fieldwork = fieldwork(node) }
        if let node = keys["exclude"] { study.exclusions = exclusions(node) }
        if let node = keys["derive"] { study.derivations = derivations(node) }
        if let node = keys["design"] { study.design = design(node) }
        if let node = keys["weighting"] { study.weighting = weighting(node) }
        // Weights that the study makes are those of its design, unless it names others.
        if study.design?.weight == nil { study.design?.weight = study.weighting?.name }
        checkReplicates(of: study)
        if let node = keys["sample"] { study.sample = sample(node) }
        if let node = keys["scales"] { study.scales = scales(node) }
        if let node = keys["questions"] { study.questions = questions(node) }
        if let node = keys["breakdowns"] {
            study.breakdowns = elements(node, at: "breakdowns").enumerated().map {
                texts($1, at: "breakdowns.\($0)")
            }
        }
        knowledge(keys, of: &study)
        if let node = keys["report"] { study.report = reportSettings(node) }
        if let node = keys["disclosure"] { study.disclosure = disclosure(node) }
        if let node = keys["undecided"] { study.undecided = texts(node, at: "undecided") }
        study.marks = marks
        return study
    }

    private mutating func dataSource(_ node: Node) -> DataSource {
        var source = DataSource()
        guard case .mapping = node else {
            source.file = text(node, at: "data") ?? ""
            return source
        }
        let keys = entries(
            node,
            at: "data",
            known: ["file", "sheet", "id", "missing", "personal", "join"]
        )
        if let node = keys["file"] {
            source.file = text(node, at: "data.file") ?? ""
        } else {
            problem("study.no-data", at: "data", "The data have no file.", "Add file: export.xlsx")
        }
        source.sheet = keys["sheet"].flatMap { text($0, at: "data.sheet") }
        source.id = keys["id"].flatMap { text($0, at: "data.id") }
        if let node = keys["missing"] { source.missing = texts(node, at: "data.missing") }
        if let node = keys["personal"] { source.personal = texts(node, at: "data.personal") }
        if let node = keys["join"] { source.joins = joins(node) }
        return source
    }

    private mutating func fieldwork(_ node: Node) -> Fieldwork {
        var fieldwork = Fieldwork()
        let keys = entries(
            node,
            at: "fieldwork",
            known: ["interviewer", "start", "end", "date"]
        )
        fieldwork.interviewer = keys["interviewer"].flatMap {
            text($0, at: "fieldwork.interviewer")
        }
        fieldwork.start = keys["start"].flatMap { text($0, at: "fieldwork.start") }
        fieldwork.end = keys["end"].flatMap { text($0, at: "fieldwork.end") }
        fieldwork.date = keys["date"].flatMap { text($0, at: "fieldwork.date") }
        return fieldwork
    }

    private mutating func exclusions(_ node: Node) -> [Exclusion] {
        elements(node, at: "exclude").enumerated().compactMap { index, element in
            let path = "exclude.\(index)"
            let keys = entries(element, at: path, known: ["when", "duplicates", "because"])
            let because = keys["because"].map { localText($0, at: path + ".because") }
            switch (keys["when"], keys["duplicates"]) {
            case (let condition?, nil):
                guard let expression = expression(condition, at: path + ".when") else { return nil }
                return Exclusion(
                    rule: .when(expression),
                    because: because ?? LocalText(expression.text)
                )
            case (nil, let variable?):
                guard let name = text(variable, at: path + ".duplicates") else { return nil }
                return Exclusion(
                    rule: .duplicates(of: name),
                    because: because ?? LocalText("repeats the \(name) of an earlier row")
                )
            default:
                problem(
                    "study.exclude-rule",
                    at: path,
                    "An exclusion needs either when or duplicates.",
                    "Write {when: \"consent != yes\", because: no consent} or {duplicates: _uuid}."
                )
                return nil
            }
        }
    }

    private mutating func design(_ node: Node) -> Design {
        var design = Design()
        let keys = entries(
            node,
            at: "design",
            known: [
                "population", "strata", "cluster", "nest", "weight", "fpc", "single-cluster",
                "replicates", "variance",
            ]
        )
        if let node = keys["strata"] { design.strata = texts(node, at: "design.strata") }
        if let node = keys["cluster"] { design.clusters = texts(node, at: "design.cluster") }
        if let node = keys["fpc"] { design.populations = texts(node, at: "design.fpc") }
        design.isNested = keys["nest"].flatMap { truth($0, at: "design.nest") } ?? false
        design.weight = keys["weight"].flatMap { text($0, at: "design.weight") }
        if let node = keys["population"] {
            design.population = localText(node, at: "design.population")
        }
        if let node = keys["single-cluster"] {
            design.singleCluster = singleCluster(node, at: "design.single-cluster")
        }
        variance(of: &design, keys)
        return design
    }

    private mutating func singleCluster(_ node: Node, at path: String) -> Design.SingleCluster {
        if case .mapping = node {
            let keys = entries(node, at: path, known: ["collapse-within"])
            guard let inner = keys["collapse-within"],
                let name = text(inner, at: path + ".collapse-within")
            else { return .fail }
            return .collapse(within: name)
        }
        switch text(node, at: path) {
        case "fail": return .fail
        case "certainty": return .certainty
        case "average": return .average
        case "adjust": return .adjust
        case let other:
            problem(
                "study.single-cluster",
                at: path,
                "\(Problem.quote(other ?? "")) is no rule for strata with one cluster.",
                "Write fail, certainty, average, adjust or {collapse-within: VARIABLE}."
            )
            return .fail
        }
    }

    private mutating func reportSettings(_ node: Node) -> ReportSettings {
        var settings = ReportSettings()
        let keys = entries(
            node,
            at: "report",
            known: [
                "text", "author", "date", "bracket-below", "hide-below", "disclose-at-least",
            ]
        )
        if let node = keys["text"] { settings.text = localText(node, at: "report.text") }
        if let node = keys["author"] { settings.author = localText(node, at: "report.author") }
        settings.date = keys["date"].flatMap { text($0, at: "report.date") } ?? ""
        if let node = keys["bracket-below"],
            let number = whole(node, at: "report.bracket-below", atLeast: 1)
        {
            settings.bracketBelow = number
        }
        if let node = keys["hide-below"],
            let number = whole(node, at: "report.hide-below", atLeast: 1)
        {
            settings.hideBelow = number
        }
        if let node = keys["disclose-at-least"],
            let number = whole(node, at: "report.disclose-at-least", atLeast: 1)
        {
            settings.discloseAtLeast = number
        }
        return settings
    }
}
