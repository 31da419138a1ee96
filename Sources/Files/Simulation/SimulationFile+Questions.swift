import Base
import Foundation
import Survey
import Yams

extension SimulationFile {
    /// One question of the plan; nil with a problem.
    mutating func question(
        _ name: String,
        _ node: Node,
        _ plan: SimulationPlan,
        _ reader: inout YAMLReader
    ) -> SimulationPlan.Question? {
        let path = "questions.\(name)"
        let keys = reader.entries(
            node,
            at: path,
            known: [
                "shares", "several", "numbers", "copy", "as", "interviewer", "start", "end", "id",
                "always", "if", "no-answer",
            ]
        )
        guard let kind = kind(keys, path, plan, &reader) else {
            reader.problem(
                "simulation.kind",
                at: path,
                "Nothing says how \(Problem.quote(name)) is answered.",
                "Write one of shares, several, numbers, copy, interviewer, start, end, id, always."
            )
            return nil
        }
        var question = SimulationPlan.Question(name: name, kind: kind)
        if let node = keys["if"] {
            question.condition = condition(node, at: "\(path).if", plan, &reader)
        }
        if let node = keys["no-answer"] {
            question.noAnswer = noAnswer(node, at: "\(path).no-answer", &reader)
        }
        return question
    }

    /// A question planned before, with the answers that let people on; nil with a problem.
    func condition(
        _ node: Node,
        at path: String,
        _ plan: SimulationPlan,
        _ reader: inout YAMLReader
    ) -> SimulationPlan.Condition? {
        let pairs = reader.pairs(node, at: path)
        guard let (other, answers) = pairs.first, pairs.count == 1,
            plan.questions.contains(where: { $0.name == other })
        else {
            reader.problem(
                "simulation.condition",
                at: path,
                "No single question that is planned before stands here.",
                "Write the name of a question above and its answers: {consent: yes}."
            )
            return nil
        }
        return .init(question: other, answers: Set(reader.texts(answers, at: "\(path).\(other)")))
    }

    private mutating func kind(
        _ keys: [String: Node],
        _ path: String,
        _ plan: SimulationPlan,
        _ reader: inout YAMLReader
    ) -> SimulationPlan.Kind? {
        if let node = keys["shares"] {
            let (answers, shares) = shares(node, at: "\(path).shares", plan.places, &reader)
            return .one(
                answers: answers,
                shares: summingToOne(shares, at: "\(path).shares", &reader)
            )
        }
        if let node = keys["several"] {
            let (answers, shares) = shares(node, at: "\(path).several", plan.places, &reader)
            let isWrong = shares.joined().contains { !(0...1).contains($0) }
            if isWrong {
                reader.problem(
                    "simulation.share",
                    at: "\(path).several",
                    "A share is not from 0 to 1.",
                    "Write 0.4 for 40 %: several answers do not add up to 1."
                )
            }
            return .several(
                answers: answers,
                shares: isWrong ? shares.map { $0.map { _ in 0 } } : shares
            )
        }
        if let node = keys["numbers"] { return numbers(node, path, plan.places, &reader) }
        if let node = keys["copy"] {
            let column = reader.text(node, at: "\(path).copy") ?? ""
            guard let position = plan.carried.firstIndex(of: column) else {
                reader.problem(
                    "table.no-column",
                    at: "\(path).copy",
                    "The clusters have no column \(Problem.quote(column)).",
                    "Their columns: \(plan.carried.joined(separator: ", "))."
                )
                return .constant("")
            }
            let pairs = keys["as"].map { reader.pairs($0, at: "\(path).as") } ?? []
            let names = pairs.map { ($0.key, reader.text($0.value, at: "\(path).as") ?? "") }
            return .carried(
                column: position,
                names: Dictionary(names) { first, _ in first }
            )
        }
        if keys["interviewer"] != nil { return .interviewer }
        if keys["id"] != nil { return .id }
        if let node = keys["always"] {
            return .constant(reader.text(node, at: "\(path).always") ?? "")
        }
        return times(keys, path, plan, &reader)
    }

    private func times(
        _ keys: [String: Node],
        _ path: String,
        _ plan: SimulationPlan,
        _ reader: inout YAMLReader
    ) -> SimulationPlan.Kind? {
        if let node = keys["start"] {
            let inner = reader.entries(node, at: "\(path).start", known: ["from", "days"])
            let day = inner["from"].flatMap { reader.text($0, at: "\(path).start.from") } ?? ""
            let days = inner["days"].flatMap {
                reader.whole($0, at: "\(path).start.days", atLeast: 1)
            }
            guard let first = isoDay(day) else {
                reader.problem(
                    "simulation.day",
                    at: "\(path).start",
                    "\(Problem.quote(day)) is not a day.",
                    "Write start: {from: 2023-03-06, days: 20}."
                )
                return .start(first: 0, days: 1)
            }
            return .start(first: first, days: days ?? 14)
        }
        guard let node = keys["end"] else { return nil }
        let inner = reader.entries(node, at: "\(path).end", known: ["start", "minutes", "spread"])
        let began = inner["start"].flatMap { reader.text($0, at: "\(path).end.start") } ?? "start"
        let isPlanned = plan.questions.contains { question in
            if case .start = question.kind { question.name == began } else { false }
        }
        guard isPlanned else {
            reader.problem(
                "simulation.share",
                at: "\(path).end",
                "\(Problem.quote(began)) is not planned before as the start of the interview.",
                "Plan it above: \(began): {start: {from: 2023-03-06, days: 20}}."
            )
            return .constant("")
        }
        return .end(
            start: began,
            minutes: inner["minutes"].flatMap { reader.positive($0, at: "\(path).end.minutes") }
                ?? 30,
            spread: inner["spread"].flatMap { reader.positive($0, at: "\(path).end.spread") }
                ?? 0.25
        )
    }

    /// Shares of answers: for all places, or from a file with a row for each.
    private mutating func shares(
        _ node: Node,
        at path: String,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> (answers: [String], shares: [[Double]]) {
        if case .scalar(let file) = node {
            return shares(inFile: file.string, at: path, places, &reader)
        }
        var answers: [String] = []
        var shares: [Double] = []
        for (answer, value) in reader.pairs(node, at: path) {
            answers.append(answer)
            shares.append(reader.number(value, at: "\(path).\(answer)") ?? 0)
        }
        return (answers, places.map { _ in shares })
    }

    private mutating func shares(
        inFile file: String,
        at path: String,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> (answers: [String], shares: [[Double]]) {
        guard let table = table(file, at: path, &reader) else {
            return ([], places.map { _ in [] })
        }
        guard let placed = table.position(of: place) else {
            report(table.missing(place))
            return ([], places.map { _ in [] })
        }
        let columns = table.header.indices.filter { $0 != placed && !table.header[$0].isEmpty }
        let shares = places.map { name -> [Double] in
            let line = table.lines.first { table.cell($0.cells, placed) == name }
            if line == nil {
                reader.problem(
                    "simulation.no-shares",
                    at: path,
                    "\(file) has no row for \(Problem.quote(name)).",
                    "Add a row for each place of the sample."
                )
            }
            return columns.map { column in
                line.flatMap { TableText.number(table.cell($0.cells, column)) } ?? 0
            }
        }
        return (columns.map { table.header[$0] }, shares)
    }

    /// Shares that sum to 1, or to 100 within rounding; each list is divided by its sum.
    private mutating func summingToOne(
        _ shares: [[Double]],
        at path: String,
        _ reader: inout YAMLReader
    ) -> [[Double]] {
        shares.map { list in
            let sum = list.reduce(0, +)
            // Printed whole percentages of a question add up to 100 within a point or two.
            guard abs(sum - 1) < 0.03 || abs(sum - 100) < 3, list.allSatisfy({ $0 >= 0 }) else {
                reader.problem(
                    "simulation.sum",
                    at: path,
                    "The shares add up to \(sum), not to 1 or 100.",
                    "Give every answer its share."
                )
                return list
            }
            return list.map { $0 / sum }
        }
    }

    private mutating func numbers(
        _ node: Node,
        _ path: String,
        _ places: [String],
        _ reader: inout YAMLReader
    ) -> SimulationPlan.Kind {
        let (names, shares) = shares(node, at: "\(path).numbers", places, &reader)
        let groups = names.map { name -> ClosedRange<Int> in
            let limits = name.split(separator: "-").compactMap { Int($0) }
            guard let low = limits.first, let high = limits.last, low <= high, limits.count <= 2,
                high < 1_000_000, !name.hasPrefix("-")
            else {
                reader.problem(
                    "simulation.group",
                    at: "\(path).numbers",
                    "\(Problem.quote(name)) is not a group of numbers.",
                    "Write a number, or the lowest and the highest: \"18-29\"."
                )
                return 0...0
            }
            return low...high
        }
        return .number(
            groups: groups,
            shares: summingToOne(shares, at: "\(path).numbers", &reader)
        )
    }

    /// Codes that say that there is no answer, with their rates; "empty" leaves the cell empty.
    func noAnswer(
        _ node: Node,
        at path: String,
        _ reader: inout YAMLReader
    ) -> SimulationPlan.NoAnswer {
        SimulationPlan.NoAnswer(
            reader.pairs(node, at: path).map { code, value in
                .init(
                    code: code == "empty" ? "" : code,
                    share: part(value, at: "\(path).\(code)", &reader)
                )
            }
        )
    }
}
