package import Base
import CXML2
import Foundation
package import Report

extension GraphML {
    /// The largest file that is read: 64 MiB.
    static let mostBytes = 64 << 20

    /// The network in the file at `path`.
    ///
    /// A node is an activity or a need where its data say so, or where its label is a word of that list
    /// and nothing says otherwise; every other node is an actor. An edge between an actor and one of
    /// those is a service, one between two actors a tie; its direction counts for ties alone. Labels are
    /// read from yEd's and Gephi's files too. Data that the map of actors has no room for are named in a
    /// note. Document types are refused, so there are no entities.
    ///
    /// - Throws: All problems of the file at once.
    package static func read(
        path: String,
        _ knowledge: LocalKnowledge
    ) throws(Problems) -> (ActorExchange, [Problem]) {
        let file = (path as NSString).lastPathComponent
        return try read(bytes: try FileBytes.read(path: path, file: file), file: file, knowledge)
    }

    /// The network in `bytes`, which came from `file`.
    package static func read(
        bytes: [UInt8],
        file: String,
        _ knowledge: LocalKnowledge
    ) throws(Problems) -> (ActorExchange, [Problem]) {
        guard bytes.count <= mostBytes else {
            throw Problems(
                Problem(
                    .error,
                    "graphml.too-large",
                    at: .init(file),
                    "The file has more than 64 MiB.",
                    remedy: "Export the actors and their ties alone, without drawings."
                )
            )
        }
        let network = try parsed(bytes, file: file)
        return try GraphMLExchange(network, file: file, knowledge: knowledge).finish()
    }

    /// What the file says, before it is known what nodes are.
    struct Network {
        struct Node {
            var id: String
            var line: Int
            var data: [String: String] = [:]
        }

        struct Edge {
            var source: String
            var target: String
            var line: Int
            var data: [String: String] = [:]
        }

        var nodes: [Node] = []
        var edges: [Edge] = []
    }

    private static func parsed(_ bytes: [UInt8], file: String) throws(Problems) -> Network {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
        let quiet = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let result: Result<Network, Problems> = bytes.withUnsafeBufferPointer { buffer in
            let reader = buffer.withMemoryRebound(to: CChar.self) { text in
                xmlReaderForMemory(
                    text.baseAddress,
                    Int32(text.count),
                    nil,
                    nil,
                    Int32(bitPattern: options | quiet)
                )
            }
            guard let reader else { return .failure(Problems(damaged(file, line: 1))) }
            defer { xmlFreeTextReader(reader) }
            xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
            xmlSetStructuredErrorFunc(nil, { _, _ in })
            var parser = GraphMLParser(reader: reader, file: file)
            do throws(Problems) {
                return .success(try parser.parse())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    static func damaged(_ file: String, line: Int) -> Problem {
        Problem(
            .error,
            "graphml.damaged",
            at: .init(file, line: line),
            "The file is no whole GraphML.",
            remedy: "Export it again as GraphML."
        )
    }
}

/// Walks through the elements of a GraphML file.
struct GraphMLParser {
    private let reader: xmlTextReaderPtr
    private let file: String
    private var network = GraphML.Network()
    /// The names of keys by their ids.
    private var keys: [String: String] = [:]
    /// The elements that are open.
    private var open: [String] = []
    /// The key of the data that are open, and their text so far.
    private var key: String?
    private var text = ""
    private var hasLabel = false

    init(reader: xmlTextReaderPtr, file: String) {
        self.reader = reader
        self.file = file
    }

    mutating func parse() throws(Problems) -> GraphML.Network {
        while true {
            let more = xmlTextReaderRead(reader)
            guard more == 1 else {
                if more < 0 || !open.isEmpty { throw Problems(GraphML.damaged(file, line: line)) }
                break
            }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                // Attributes go with the element: whether it is empty is asked first.
                let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
                try start(name)
                if isEmpty { end() }
            case XML_READER_TYPE_END_ELEMENT.rawValue: end()
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue: appendText()
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw Problems(hasEntities)
            default: continue
            }
        }
        return network
    }

    private var line: Int { max(1, Int(xmlTextReaderGetParserLineNumber(reader))) }

    private var name: String {
        xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? ""
    }

    private func value(of name: String) -> String? {
        guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
        defer { xmlTextReaderMoveToElement(reader) }
        return xmlTextReaderConstValue(reader).map { String(cString: $0) }
    }

    private mutating func start(_ element: String) throws(Problems) {
        if open.isEmpty, element != "graphml" {
            throw Problems(GraphML.damaged(file, line: line))
        }
        open.append(element)
        switch element {
        case "key":
            guard let id = value(of: "id") else { return }
            // yEd's drawings have no attr.name but a type.
            keys[id] = value(of: "attr.name") ?? value(of: "yfiles.type") ?? id
        case "node":
            network.nodes.append(.init(id: value(of: "id") ?? "", line: line))
        case "edge":
            let (source, target) = (value(of: "source") ?? "", value(of: "target") ?? "")
            network.edges.append(.init(source: source, target: target, line: line))
        case "data":
            key = value(of: "key")
            text = ""
            hasLabel = false
        // Within data these are yEd's labels of nodes and edges.
        case "NodeLabel", "EdgeLabel":
            text = ""
            hasLabel = true
        default: break
        }
    }

    private mutating func appendText() {
        guard key != nil, open.last == "data" || hasLabel,
            ["data", "NodeLabel", "EdgeLabel"].contains(open.last),
            let value = xmlTextReaderConstValue(reader)
        else { return }
        text += String(cString: value)
    }

    private mutating func end() {
        let element = open.popLast() ?? ""
        switch element {
        case "NodeLabel", "EdgeLabel":
            store("label", text)
            text = ""
        case "data":
            if let key { store(keys[key] ?? key, text) }
            key = nil
        default: break
        }
    }

    /// Gives the innermost node or edge that is open a value; the first of a name counts.
    private mutating func store(_ name: String, _ value: String) {
        let value = value.trimmingCharacters(in: .whitespacesAndNewlines)
        // What a drawing program writes round its labels holds no text of its own.
        guard !value.isEmpty else { return }
        switch open.last(where: { $0 == "node" || $0 == "edge" }) {
        case "node" where !network.nodes.isEmpty:
            let last = network.nodes.count - 1
            if network.nodes[last].data[name] == nil { network.nodes[last].data[name] = value }
        case "edge" where !network.edges.isEmpty:
            let last = network.edges.count - 1
            if network.edges[last].data[name] == nil { network.edges[last].data[name] = value }
        default: break
        }
    }

    private var hasEntities: Problem {
        Problem(
            .error,
            "graphml.entities",
            at: .init(file, line: line),
            "The file declares a document type, which GraphML never needs.",
            remedy: "Export it again, or delete the line that begins with <!DOCTYPE."
        )
    }
}
