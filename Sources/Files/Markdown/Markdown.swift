package import Base
import CMark
package import Report

/// Reads Markdown (CommonMark) with libcmark.
package enum Markdown {
    /// The blocks of `text`; raw HTML and pictures are left out, each with a problem.
    package static func read(_ text: String, file: String) -> (prose: Prose, problems: [Problem]) {
        let bytes = Array(text.utf8)
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { letters in
                cmark_parse_document(letters.baseAddress, letters.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let document else { return (Prose(), []) }
        defer { cmark_node_free(document) }
        var reader = MarkdownReader(file: file)
        let blocks = reader.blocks(of: document)
        return (Prose(blocks: blocks), reader.problems)
    }
}

/// Walks a tree of libcmark, which owns the nodes for as long as the walk takes.
private struct MarkdownReader {
    let file: String
    var problems: [Problem] = []
    private var depth = 0

    /// Deeper nesting than a person writes; whatever walks the text must not run out of stack.
    private static let mostDepth = 100

    init(file: String) {
        self.file = file
    }

    mutating func blocks(of parent: OpaquePointer) -> [Prose.Block] {
        nested(in: parent) { reader in
            reader.children(of: parent).compactMap { reader.block($0) }
        }
    }

    /// What `read` gives one level deeper; nothing, and a problem, below the deepest level.
    private mutating func nested<Part>(
        in parent: OpaquePointer,
        _ read: (inout MarkdownReader) -> [Part]
    ) -> [Part] {
        guard depth < Self.mostDepth else {
            leftOut(parent, "What is nested deeper than \(Self.mostDepth) levels")
            return []
        }
        depth += 1
        defer { depth -= 1 }
        return read(&self)
    }

    private mutating func block(_ node: OpaquePointer) -> Prose.Block? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            return .heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node))
        case CMARK_NODE_PARAGRAPH: return .paragraph(inlines(of: node))
        case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(of: node))
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            let items = children(of: node).map { blocks(of: $0) }
            return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, items)
        case CMARK_NODE_CODE_BLOCK: return .code(literal(of: node))
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        default:
            leftOut(node, "HTML")
            return nil
        }
    }

    private mutating func inlines(of parent: OpaquePointer) -> [Prose.Inline] {
        nested(in: parent) { reader in
            reader.children(of: parent).compactMap { reader.inline($0) }
        }
    }

    private mutating func inline(_ node: OpaquePointer) -> Prose.Inline? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: return .text(literal(of: node))
        case CMARK_NODE_SOFTBREAK: return .text(" ")
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_CODE: return .code(literal(of: node))
        case CMARK_NODE_EMPH: return .emphasis(inlines(of: node))
        case CMARK_NODE_STRONG: return .strong(inlines(of: node))
        case CMARK_NODE_LINK:
            let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            return .link(address: address, inlines(of: node))
        case CMARK_NODE_IMAGE:
            leftOut(node, "A picture")
            return nil
        default:
            leftOut(node, "HTML")
            return nil
        }
    }

    private func children(of parent: OpaquePointer) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(parent)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    private func literal(of node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    }

    /// Inline nodes have no line of their own in libcmark 0.30: the block around them does.
    private mutating func leftOut(_ node: OpaquePointer, _ what: String) {
        var place: OpaquePointer? = node
        while let current = place, cmark_node_get_start_line(current) == 0 {
            place = cmark_node_parent(current)
        }
        let line = place.map { Int(cmark_node_get_start_line($0)) }
        problems.append(
            Problem(
                .warning,
                "prose.left-out",
                at: .init(file, line: line),
                "\(what) is left out: the report is one safe file.",
                remedy: "Write the text in plain Markdown."
            )
        )
    }
}
