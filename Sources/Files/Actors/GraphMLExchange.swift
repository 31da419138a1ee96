import Base
import Report

/// Says what the nodes and edges of a GraphML file mean for the map of actors.
struct GraphMLExchange {
    private let network: GraphML.Network
    private let file: String
    private let knowledge: LocalKnowledge
    private var problems: [Problem] = []

    init(_ network: GraphML.Network, file: String, knowledge: LocalKnowledge) {
        self.network = network
        self.file = file
        self.knowledge = knowledge
    }

    private enum Meaning {
        case actor(ActorExchange.Party)
        case activity(String)
        case need(String)
    }

    /// The rows and ties, with notes.
    consuming func finish() throws(Problems) -> (ActorExchange, [Problem]) {
        var this = self
        let result = this.exchange()
        guard !this.problems.hasErrors else { throw Problems(this.problems) }
        return (result, this.problems)
    }

    private mutating func exchange() -> ActorExchange {
        var exchange = ActorExchange(file: file)
        var meanings: [String: Meaning] = [:]
        var actorLines: [(id: String, line: Int)] = []
        for node in network.nodes {
            guard meanings[node.id] == nil, !node.id.isEmpty else {
                problem(
                    "graphml.node",
                    node.line,
                    "A node has no id, or one that another node has.",
                    "Export the file again: each node needs an id of its own."
                )
                continue
            }
            let meaning = meaning(of: node)
            meanings[node.id] = meaning
            if case .actor = meaning { actorLines.append((node.id, node.line)) }
        }
        var active: Set<String> = []
        for edge in network.edges {
            add(edge, meanings, &active, to: &exchange)
        }
        // Actors without an edge are actors all the same.
        for (id, line) in actorLines where !active.contains(id) {
            guard case .actor(let party) = meanings[id] else { continue }
            var row = ActorExchange.Row(line: line)
            row.actor = party
            exchange.rows.append(row)
        }
        noteUnread()
        return exchange
    }

    // MARK: - Nodes

    private func meaning(of node: GraphML.Network.Node) -> Meaning {
        let data = node.data
        let label = data["label"] ?? data["Label"] ?? data["name"] ?? node.id
        let prefixed = node.id.split(separator: ":", maxSplits: 1).map(String.init)
        let code = prefixed.count == 2 ? prefixed[1] : label
        switch data["type"].flatMap({ GraphML.NodeKind(rawValue: $0.lowercased()) }) {
        case .activity: return .activity(knowledge.activities[code] == nil ? label : code)
        case .need: return .need(knowledge.needs[code] == nil ? label : code)
        case .actor: return .actor(party(node, label))
        case nil:
            if data["kind"] != nil { return .actor(party(node, label)) }
            if knowledge.activities.term(named: label) != nil { return .activity(label) }
            if knowledge.needs.term(named: label) != nil { return .need(label) }
            return .actor(party(node, label))
        }
    }

    private func party(_ node: GraphML.Network.Node, _ label: String) -> ActorExchange.Party {
        var party = ActorExchange.Party()
        // Drawing programs number their nodes: n0, n1 are no names.
        party.id = node.data["type"] == nil ? "" : node.id
        party.name = names(node.data, label)
        party.kind = .init(node.data["kind"] ?? "", column: "kind")
        party.aliases = (node.data["aliases"] ?? "").split(separator: ";")
            .map { $0.trimmingWhitespace }.filter { !$0.isEmpty }
        party.level = node.data["level"] ?? ""
        party.column = node.id
        return party
    }

    /// The label in the languages that are told apart; else in no language.
    private func names(_ data: [String: String], _ label: String) -> LocalText {
        var name = LocalText([:])
        for (key, value) in data where key.hasPrefix("label.") {
            name.set(value, in: String(key.dropFirst("label.".count)))
        }
        if !name.texts.values.contains(label) { name.set(label, in: "") }
        return name
    }

    // MARK: - Edges

    private mutating func add(
        _ edge: GraphML.Network.Edge,
        _ meanings: [String: Meaning],
        _ active: inout Set<String>,
        to exchange: inout ActorExchange
    ) {
        guard let source = meanings[edge.source], let target = meanings[edge.target] else {
            return problem(
                "graphml.edge",
                edge.line,
                "An edge leads from \(Problem.quote(edge.source)) to \(Problem.quote(edge.target)),"
                    + " and one of them is no node.",
                "Export the file again."
            )
        }
        let data = edge.data
        let written = data["relation"] ?? data["label"] ?? data["Label"] ?? data["kind"] ?? ""
        switch (source, target) {
        case (.actor(let from), .actor(let to)):
            active.formUnion([edge.source, edge.target])
            var relation = ActorExchange.Relation(line: edge.line, from: from, to: to)
            relation.kind = written
            relation.source = data["source"] ?? ""
            exchange.relations.append(relation)
        case (.actor(let party), let subject), (let subject, .actor(let party)):
            active.insert(meaningIsActor(source) ? edge.source : edge.target)
            exchange.rows.append(row(edge, party, subject))
        default:
            problem(
                "graphml.edge",
                edge.line,
                "An edge joins \(Problem.quote(edge.source)) and \(Problem.quote(edge.target)), of"
                    + " which neither is an actor.",
                "Edges lead from actors to activities, needs or other actors. Give nodes the data"
                    + " type: actor, activity or need."
            )
        }
    }

    private func meaningIsActor(_ meaning: Meaning) -> Bool {
        if case .actor = meaning { true } else { false }
    }

    private func row(
        _ edge: GraphML.Network.Edge,
        _ party: ActorExchange.Party,
        _ subject: Meaning
    ) -> ActorExchange.Row {
        var row = ActorExchange.Row(line: edge.line)
        row.actor = party
        switch subject {
        case .activity(let word): row.activities = [.init(word, column: "activity")]
        case .need(let word): row.needs = [.init(word, column: "need")]
        case .actor: break
        }
        if let need = edge.data["need"], row.needs.isEmpty {
            row.needs = [.init(need, column: "need")]
        }
        row.places = edge.data["place"].map { [.init($0, column: "place")] } ?? []
        row.status = .init(edge.data["status"] ?? "", column: "status")
        for (key, value) in edge.data where key.hasPrefix("label.") {
            row.name.set(value, in: String(key.dropFirst("label.".count)))
        }
        if let label = edge.data["label"], !row.name.texts.values.contains(label) {
            row.name.set(label, in: "")
        }
        row.source = edge.data["source"] ?? ""
        return row
    }

    // MARK: - Problems

    private static let nodeNames: Set<String> = [
        "type", "label", "Label", "name", "kind", "aliases", "level",
    ]
    private static let edgeNames: Set<String> = [
        "relation", "label", "Label", "kind", "need", "place", "status", "source",
    ]

    private mutating func noteUnread() {
        let nodes = network.nodes.flatMap { $0.data.keys }.filter { !Self.nodeNames.contains($0) }
        let edges = network.edges.flatMap { $0.data.keys }.filter { !Self.edgeNames.contains($0) }
        let unread = Set(nodes + edges).filter { !$0.hasPrefix("label.") }.sorted()
        guard !unread.isEmpty else { return }
        let shown = unread.prefix(12).map { Problem.quote($0) }.joined(separator: ", ")
        problems.append(
            Problem(
                .note,
                "graphml.not-read",
                at: .init(file),
                "These data are not read: \(shown)\(unread.count > 12 ? " and more" : "").",
                remedy: "Nothing need be done: the map of actors has no room for them."
            )
        )
    }

    private mutating func problem(
        _ code: Problem.Code,
        _ line: Int,
        _ message: String,
        _ remedy: String
    ) {
        problems.append(Problem(.error, code, at: .init(file, line: line), message, remedy: remedy))
    }
}

extension StringProtocol {
    /// The text without white space at its ends.
    fileprivate var trimmingWhitespace: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace } ?? start
        return start == endIndex ? "" : String(self[start...end])
    }
}
