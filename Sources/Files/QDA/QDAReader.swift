import Base

/// Reads the XML of a project or a codebook (REFI-QDA 1.5, Project-mrt2019.xsd and Codebook.xsd).
///
/// What the standard has and a study has no use for is counted and passed over, so that nothing is lost
/// without a word; so is what the standard does not know. References that lead nowhere are looked at later.
struct QDAReader: ~Copyable {
    private var stream: XMLStream
    private var project = QDAProject()
    private let names: Names

    /// The element and attribute names, interned once.
    private struct Names {
        let guid: XMLStream.Name
        let name: XMLStream.Name
        let target: XMLStream.Name

        init(_ stream: borrowing XMLStream) {
            guid = stream.intern("guid")
            name = stream.intern("name")
            target = stream.intern("targetGUID")
        }
    }

    private init(_ stream: consuming XMLStream) {
        names = Names(stream)
        self.stream = stream
    }

    /// The project in a `project.qde`.
    static func project(_ stream: consuming XMLStream) throws(Problems) -> QDAProject {
        var reader = QDAReader(stream)
        try reader.stream.openRoot("Project")
        reader.project.name = reader.attribute("name")
        reader.project.origin = reader.attribute("origin")
        try reader.readProject()
        return reader.project
    }

    /// The codes of a `.qdc`.
    static func codebook(_ stream: consuming XMLStream) throws(Problems) -> QDAProject {
        var reader = QDAReader(stream)
        try reader.stream.openRoot("CodeBook")
        reader.project.origin = reader.attribute("origin")
        try reader.readCodeBook()
        return reader.project
    }

    // MARK: - Walking

    private func attribute(_ name: String) -> String {
        stream.attribute(stream.intern(name)) ?? ""
    }

    /// The GUID in an attribute.
    ///
    /// - Throws: A problem where it is none: nothing could refer to what has no sound GUID.
    private func guid(_ name: XMLStream.Name) throws(Problems) -> String {
        let text = stream.attribute(name) ?? ""
        if let guid = QDAReader.guid(text) { return guid }
        throw Problems(
            stream.problem("has \(Problem.quote(text)) where a GUID should be")
        )
    }

    /// `text` as a GUID in lower case without braces; nil where it is none.
    static func guid(_ text: String) -> String? {
        var text = text.lowercased()
        if text.hasPrefix("{"), text.hasSuffix("}") { text = String(text.dropFirst().dropLast()) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isSound =
            parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 } }
        return isSound ? text : nil
    }

    /// Calls `visit` with the name of each child of the element that has just started; `visit` must read
    /// the child to its end.
    private mutating func children(
        _ visit: (inout QDAReader, String) throws(Problems) -> Void
    ) throws(Problems) {
        let inside = stream.depth
        while true {
            switch try stream.next() {
            case .start:
                let outside = stream.depth - 1
                try visit(&self, stream.localName)
                while stream.depth > outside {
                    if try stream.next() == .finished { return }
                }
            case .end where stream.depth < inside: return
            case .finished: return
            default: continue
            }
        }
    }

    /// The text of the element that has just started.
    private mutating func text() throws(Problems) -> String {
        let outside = stream.depth - 1
        var bytes: [UInt8] = []
        while stream.depth > outside {
            switch try stream.next() {
            case .text: stream.appendText(to: &bytes)
            case .finished: return ""
            default: continue
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - The project

    private mutating func readProject() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            switch name {
            case "Users": try reader.readUsers()
            case "CodeBook": try reader.readCodeBook()
            case "Variables": try reader.readVariables()
            case "Cases": try reader.readCases()
            case "Sources": try reader.readSources()
            case "Notes": try reader.readNotes()
            case "Links": try reader.count(.links)
            case "Sets": try reader.count(.sets)
            case "Graphs": try reader.count(.graphs)
            case "NoteRef": reader.project.leave(.notes)
            default: break
            }
        }
    }

    /// Counts the children of the element that has just started, and passes over them.
    private mutating func count(_ loss: QDALoss) throws(Problems) {
        try children { (reader, _) throws(Problems) in
            reader.project.leave(loss)
        }
    }

    private mutating func readUsers() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            guard name == "User" else { return }
            let guid = try reader.guid(reader.names.guid)
            reader.project.users.append(.init(guid: guid, name: reader.attribute("name")))
        }
    }

    private mutating func readCodeBook() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            switch name {
            case "Codes":
                try reader.children { (reader, name) throws(Problems) in
                    if name == "Code" { try reader.readCode(under: nil) }
                }
            case "Sets": try reader.count(.sets)
            default: break
            }
        }
    }

    private mutating func readCode(under parent: Int?) throws(Problems) {
        let position = project.codes.count
        let name = attribute("name")
        if name.isEmpty { throw Problems(stream.problem("has a code without a name")) }
        project.codes.append(
            .init(
                guid: try guid(names.guid),
                name: name,
                parent: parent,
                isCodable: !["false", "0"].contains(attribute("isCodable"))
            )
        )
        if !attribute("color").isEmpty { project.leave(.colours) }
        try children { (reader, name) throws(Problems) in
            switch name {
            case "Description": reader.project.codes[position].description = try reader.text()
            case "NoteRef": reader.project.leave(.notes)
            case "Code": try reader.readCode(under: position)
            default: break
            }
        }
    }

    private mutating func readVariables() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            guard name == "Variable" else { return }
            let guid = try reader.guid(reader.names.guid)
            reader.project.variables.append(.init(guid: guid, name: reader.attribute("name")))
        }
    }

    private mutating func readCases() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            guard name == "Case" else { return }
            var found = QDAProject.Case()
            try reader.children { (reader, name) throws(Problems) in
                switch name {
                case "VariableValue": found.values.append(try reader.readValue())
                case "SourceRef": found.sources.append(try reader.guid(reader.names.target))
                case "SelectionRef": reader.project.leave(.casePassages)
                default: break
                }
            }
            reader.project.cases.append(found)
        }
    }

    private mutating func readValue() throws(Problems) -> QDAProject.Value {
        var value = QDAProject.Value()
        try children { (reader, name) throws(Problems) in
            if name == "VariableRef" {
                value.variable = try reader.guid(reader.names.target)
            } else if name.hasSuffix("Value") {
                value.text = try reader.text()
            }
        }
        return value
    }

    // MARK: - Sources

    private mutating func readSources() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            switch name {
            case "TextSource": reader.project.sources.append(try reader.readText(isNote: false))
            case "PictureSource": reader.project.leave(.pictures)
            case "PDFSource": reader.project.leave(.pdfs)
            case "AudioSource": reader.project.leave(.audio)
            case "VideoSource": reader.project.leave(.video)
            default: break
            }
        }
    }

    private mutating func readNotes() throws(Problems) {
        try children { (reader, name) throws(Problems) in
            if name == "Note" { reader.project.notes.append(try reader.readText(isNote: true)) }
        }
    }

    private mutating func readText(isNote: Bool) throws(Problems) -> QDAProject.Text {
        var text = QDAProject.Text(
            guid: try guid(names.guid),
            name: attribute("name"),
            path: attribute("plainTextPath")
        )
        if !attribute("richTextPath").isEmpty { project.leave(.richTexts) }
        try children { (reader, name) throws(Problems) in
            switch name {
            case "PlainTextContent": text.content = try reader.text()
            case "PlainTextSelection" where !isNote:
                text.selections.append(try reader.readSelection())
            case "Description" where !isNote:
                if !(try reader.text()).isEmpty { reader.project.leave(.sourceNotes) }
            case "NoteRef" where !isNote: reader.project.leave(.sourceNotes)
            case "Coding" where !isNote: reader.project.leave(.sourceCodings)
            case "VariableValue": text.values.append(try reader.readValue())
            default: break
            }
        }
        return text
    }

    private mutating func readSelection() throws(Problems) -> QDAProject.Selection {
        let (start, end) = (attribute("startPosition"), attribute("endPosition"))
        guard let start = Int(start), let end = Int(end), 0 <= start, start <= end else {
            throw Problems(
                stream.problem(
                    "has a passage from \(Problem.quote(start)) to \(Problem.quote(end))"
                )
            )
        }
        var selection = QDAProject.Selection(
            guid: try guid(names.guid),
            name: attribute("name"),
            start: start,
            end: end,
            user: QDAReader.guid(attribute("creatingUser")) ?? ""
        )
        try children { (reader, name) throws(Problems) in
            switch name {
            case "Description":
                if !(try reader.text()).isEmpty { reader.project.leave(.passageNotes) }
            case "Coding": selection.codings.append(try reader.readCoding())
            case "NoteRef": selection.notes.append(try reader.guid(reader.names.target))
            default: break
            }
        }
        return selection
    }

    private mutating func readCoding() throws(Problems) -> QDAProject.Coding {
        var coding = QDAProject.Coding(
            guid: try guid(names.guid),
            user: QDAReader.guid(attribute("creatingUser")) ?? ""
        )
        try children { (reader, name) throws(Problems) in
            switch name {
            case "CodeRef": coding.code = try reader.guid(reader.names.target)
            case "NoteRef": coding.notes.append(try reader.guid(reader.names.target))
            default: break
            }
        }
        return coding
    }
}
