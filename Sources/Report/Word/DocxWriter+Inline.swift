import Markup

extension DocxWriter {
    /// Writes an element that is part of a line; false when it is none.
    mutating func writeInline(
        _ name: Name,
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) -> Bool {
        var inside = around
        inside.isInline = true
        switch name {
        case "span", "abbr", "time", "mark", "wbr":
            if hasClass("sign", attributes) { inside.look.isMuted = true }
        case "b", "strong": inside.look.isBold = true
        case "i", "em", "cite": inside.look.isItalic = true
        case "code", "kbd": inside.look.isCode = true
        case "sup": inside.look.raised = "superscript"
        case "sub": inside.look.raised = "subscript"
        case "small":
            inside.look.isMuted = true
            inside.look.isBold = false
            inside.look.size = (around.cellSize ?? 20) - 2
            if hasClass("interval", attributes) { breakLine(inside) }
        case "br":
            breakLine(around)
            return true
        case "a":
            writeLink(attributes, children, inside)
            return true
        case "svg":
            writePicture(attributes, children, around)
            return true
        default: return false
        }
        if let id = attributes["id"] { place(id) }
        write(children, inside)
        return true
    }

    private mutating func place(_ id: String) {
        if open == nil { pendingIDs.append(id) } else { mark(id) }
    }

    /// Whether `attributes` name the class `name`.
    func hasClass(_ name: String, _ attributes: Attributes) -> Bool {
        attributes["class"]?.split(separator: " ").contains(Substring(name)) == true
    }

    // MARK: - Text

    /// Appends `text` to the open paragraph, or to a new one: spaces and line ends count as one space.
    mutating func append(_ text: String, _ around: Surroundings) {
        if around.keepsSpaces { return appendLines(text, around) }
        var written = ""
        var endsWithSpace = open?.endsWithSpace ?? true
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
            if isSpace, endsWithSpace { continue }
            written.unicodeScalars.append(isSpace ? " " : scalar)
            endsWithSpace = isSpace
        }
        guard !written.isEmpty else { return }
        begin(around)
        open?.runs.append(around.look.run(written))
        open?.endsWithSpace = endsWithSpace
    }

    /// Appends the lines of `text` with all their spaces.
    private mutating func appendLines(_ text: String, _ around: Surroundings) {
        begin(around)
        let trimmed = text.hasSuffix("\n") ? text.dropLast() : text[...]
        let lines = trimmed.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            if index > 0 { open?.runs.append(around.look.run(.tag("w:br"))) }
            open?.runs.append(around.look.run(String(line)))
        }
    }

    /// Ends the line in the open paragraph, where there is one.
    mutating func breakLine(_ around: Surroundings) {
        guard open?.runs.isEmpty == false else { return }
        open?.runs.append(around.look.run(.tag("w:br")))
        open?.endsWithSpace = true
    }

    // MARK: - Links

    private mutating func writeLink(
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        guard let address = attributes["href"],
            let target = linkTarget(address)
        else { return write(children, around) }
        var inside = around
        // A number that is bound to its table looks like text, as it does in print.
        inside.look.isLink = !hasClass("quote", attributes)
        begin(around)
        if let id = attributes["id"] { mark(id) }
        let before = open?.runs ?? []
        open?.runs = []
        write(children, inside)
        let linked = open?.runs ?? []
        let link = Markup.tag(
            "w:hyperlink",
            [
                "r:id": target.relation, "w:anchor": target.bookmark,
                "w:tooltip": attributes["title"].map { String($0.prefix(250)) }, "w:history": "1",
            ],
            linked
        )
        open?.runs = before + (linked.isEmpty ? [] : [link])
    }

    /// Where a link leads: to a bookmark or along a relation; nil where Word could not follow it.
    private mutating func linkTarget(_ address: String) -> (relation: String?, bookmark: String?)? {
        if address.hasPrefix("#") {
            return anchors[String(address.dropFirst())].map { (nil, $0) }
        }
        guard let written = docxAddress(address) else { return nil }
        return (relations.add(.link, to: written, isExternal: true), nil)
    }

    // MARK: - Pictures

    /// Writes a drawing, except the one for phones, of which there is another one for paper.
    private mutating func writePicture(
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        guard !hasClass("narrow", attributes) else { return }
        var attributes = attributes
        if attributes["xmlns"] == nil { attributes.set("xmlns", to: "http://www.w3.org/2000/svg") }
        let number = pictures.count + 1
        let picture = DocxFile.Picture(
            svg: Markup.element("svg", attributes, children).xml(),
            vectorName: "word/media/chart\(number).svg",
            pixelName: "word/media/chart\(number).png"
        )
        pictures.append(picture)
        let drawing = DocxDrawing(
            number: number,
            attributes: attributes,
            children: children,
            width: around.width,
            pixels: relations.add(.image, to: "media/chart\(number).png"),
            vectors: relations.add(.image, to: "media/chart\(number).svg")
        )
        var outside = around
        if around.cellSize == nil, !around.isInline, open == nil {
            outside.style = .picture
            outside.listDepth = 0
        }
        begin(outside)
        open?.runs.append(DocxRunLook().run(drawing.markup))
        open?.endsWithSpace = false
        if outside.style == .picture { close() }
    }
}
