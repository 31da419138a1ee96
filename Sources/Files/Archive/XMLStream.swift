import Base
import CXML2

/// An XML part read piece by piece, in constant memory.
///
/// There is no network, no document type (so no entities, neither external nor ones that grow), and
/// libxml2's own limits hold: 10 MB a text, 256 levels. Elements of other namespaces than the root's
/// have no name here, so extensions of other programs are passed over.
struct XMLStream: ~Copyable {
    /// What comes next in the part.
    enum Event {
        case start
        /// The end of an element; an empty element has one too.
        case end
        case text
        case finished
    }

    /// A name known to one stream: names are equal where their addresses are.
    struct Name: Equatable {
        fileprivate let address: UnsafePointer<xmlChar>?
    }

    /// The part's name inside the archive.
    let part: String
    /// The archive's name, for messages.
    let file: String
    private let kind: ArchiveKind
    private let source: UnsafeMutablePointer<PartSource>
    private let reader: xmlTextReaderPtr?
    private var node: xmlNodePtr?
    private var rootNamespace: UnsafeMutablePointer<xmlNs>?
    private var endsNow = false
    /// How many elements are open.
    private(set) var depth = 0

    init(source: PartSource, part: String, file: String, kind: ArchiveKind) {
        self.kind = kind
        self.part = part
        self.file = file
        self.source = .allocate(capacity: 1)
        self.source.initialize(to: source)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
        let quiet = XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        reader = xmlReaderForIO(
            { context, buffer, capacity in
                guard let context, let buffer else { return -1 }
                let source = context.assumingMemoryBound(to: PartSource.self)
                return Int32(source.pointee.read(into: buffer, capacity: Int(capacity)))
            },
            nil,
            self.source,
            nil,
            nil,
            Int32(bitPattern: options | quiet)
        )
        // Some of libxml2's messages would reach the terminal in spite of the options: those of the
        // parser go to the reader's handler, those of character encodings to the thread's.
        xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
        xmlSetStructuredErrorFunc(nil, { _, _ in })
    }

    deinit {
        xmlFreeTextReader(reader)
        source.pointee.close()
        source.deinitialize(count: 1)
        source.deallocate()
    }

    /// The name `text` as this stream compares it.
    func intern(_ text: String) -> Name {
        Name(address: xmlTextReaderConstString(reader, text))
    }

    /// Reads up to the root element, which must be called `name`.
    mutating func openRoot(_ name: String) throws(Problems) {
        while try next() != .start {
            if depth == 0, node == nil { break }
        }
        rootNamespace = node?.pointee.ns
        if self.name != intern(name) {
            throw Problems(problem("has not the expected content: no “\(name)” element"))
        }
    }

    /// Moves to what comes next.
    mutating func next() throws(Problems) -> Event {
        if endsNow {
            endsNow = false
            depth -= 1
            return .end
        }
        while xmlTextReaderRead(reader) == 1 {
            node = xmlTextReaderCurrentNode(reader)
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                endsNow = xmlTextReaderIsEmptyElement(reader) == 1
                depth += 1
                return .start
            case XML_READER_TYPE_END_ELEMENT.rawValue:
                depth -= 1
                return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue,
                XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                throw Problems(problem("declares entities, which \(kind.noun)s never do"))
            default: continue
            }
        }
        node = nil
        if let problem = failure() { throw Problems(problem) }
        return .finished
    }

    /// Reads to the end of the element that has just started, whatever is in it.
    mutating func skipElement() throws(Problems) {
        let outside = depth - 1
        while depth > outside {
            if try next() == .finished { return }
        }
    }

    /// The element's name, which is equal to no other where the element is of another namespace.
    var name: Name {
        guard let node else { return Name(address: nil) }
        let namespace = node.pointee.ns
        if namespace == rootNamespace { return Name(address: node.pointee.name) }
        guard let namespace, let rootNamespace,
            xmlStrEqual(namespace.pointee.href, rootNamespace.pointee.href) == 1
        else { return Name(address: nil) }
        return Name(address: node.pointee.name)
    }

    /// The element's name as text; empty where the element is of another namespace.
    var localName: String {
        name.address.map { String(cString: $0) } ?? ""
    }

    /// The bytes of an element's attribute, ended by 0; nil where there is none.
    ///
    /// They live until the stream moves on. `prefixed` asks for an attribute of a namespace.
    func bytes(_ name: Name, prefixed: Bool = false) -> UnsafePointer<xmlChar>? {
        var attribute = node?.pointee.properties
        while let current = attribute {
            if current.pointee.name == name.address, (current.pointee.ns != nil) == prefixed {
                return UnsafePointer(current.pointee.children?.pointee.content)
            }
            attribute = current.pointee.next
        }
        return nil
    }

    /// The text of an element's attribute; nil where there is none.
    func attribute(_ name: Name, prefixed: Bool = false) -> String? {
        bytes(name, prefixed: prefixed).map { String(cString: $0) }
    }

    /// Adds the text that has just come to `buffer`.
    func appendText(to buffer: inout [UInt8]) {
        guard var byte = node?.pointee.content else { return }
        while byte.pointee != 0 {
            buffer.append(byte.pointee)
            byte += 1
        }
    }

    /// Why reading ended, where it did not end at the part's end.
    private func failure() -> Problem? {
        switch source.pointee.failure {
        case .bomb: return kind.bomb(part, file: file)
        case .damaged: return problem("is damaged and cannot be unpacked to its end")
        case nil: break
        }
        guard xmlTextReaderReadState(reader) == XML_TEXTREADER_MODE_ERROR.rawValue else {
            return nil
        }
        let line = xmlTextReaderGetParserLineNumber(reader)
        return problem("is no well-formed XML (line \(line) of the part)")
    }

    /// A problem of this part as a whole.
    func problem(_ what: String) -> Problem {
        Problem(
            .error,
            kind.damaged,
            at: .init(file),
            "The part \(Problem.quote(part)) inside the \(kind.noun) \(what).",
            remedy: kind.again
        )
    }
}
