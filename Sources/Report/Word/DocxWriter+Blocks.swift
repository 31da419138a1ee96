import Markup

extension DocxWriter {
    /// Writes an element that stands on lines of its own.
    mutating func writeBlock(
        _ name: Name,
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        var inside = around
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": writeHeading(name, children, around)
        case "p":
            inside.style = paragraphStyle(attributes, around)
            write(children, inside)
        case "div", "section", "article", "main", "header", "footer", "aside", "figure", "nav":
            if hasClass("box", attributes) {
                writeBox(isWarning: hasClass("box-warning", attributes), children, around)
            } else {
                inside.isSideways = around.isSideways || isSideways(name, attributes, children)
                write(children, inside)
            }
        case "figcaption":
            inside.style = .figureTitle
            write(children, inside)
        case "ul", "ol": writeList(name, attributes, children, around)
        case "li": write(children, inside)
        case "dl": writeTerms(isKey: hasClass("key", attributes), children, around)
        case "blockquote":
            inside.style = .quote
            inside.inset = DocxStyle.quote.look.left
            write(children, inside)
        case "pre":
            inside.style = .code
            inside.keepsSpaces = true
            write(children, inside)
        case "hr":
            inside.style = .rule
            begin(inside)
        case "details": writeDetails(attributes, children, around)
        case "table": writeTable(attributes, children, around)
        default:
            unknownElements.insert(name.text)
            write(children, inside)
        }
    }

    // MARK: - Headings and paragraphs

    private mutating func writeHeading(
        _ name: Name,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        var inside = around
        let level = name.text.last?.wholeNumberValue ?? 2
        inside.style = .heading(level)
        let text = children.map(\.plainText).joined()
        begin(inside)
        if level <= 3, !text.isEmpty {
            let mark = bookmark("_Toc\(headings.count + 1)")
            open?.bookmarks.append(mark)
            headings.append(Heading(level: level, text: text, bookmark: mark.name))
        }
        write(children, inside)
    }

    private func paragraphStyle(_ attributes: Attributes, _ around: Surroundings) -> DocxStyle {
        if hasClass("note", attributes) { return .note }
        if hasClass("figure-title", attributes) { return .figureTitle }
        if hasClass("figure-subtitle", attributes) { return .figureSubtitle }
        if hasClass("box-title", attributes) {
            return around.style == .warningBox ? .warningBoxTitle : .boxTitle
        }
        return around.style
    }

    // MARK: - Boxes, details, lists

    private mutating func writeBox(
        isWarning: Bool,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        var inside = around
        inside.style = isWarning ? .warningBox : .box
        inside.inset = DocxStyle.boxInset
        let first = blocks.count
        write(children, inside)
        close()
        // Space between a box and what stands round it; inside, its ground has no gaps.
        guard first < blocks.count else { return }
        if case .paragraph(var paragraph) = blocks[first].content {
            paragraph.before = 160
            blocks[first].content = .paragraph(paragraph)
        }
        blocks[blocks.count - 1].spaceAfter = 160
    }

    /// Opens what a reader of the page may close.
    ///
    /// The line to click on is left out where it only names the table under it.
    private mutating func writeDetails(
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        for child in children {
            guard case .element("summary", _, let line) = child else {
                write(child, around)
                continue
            }
            if hasClass("values", attributes) { continue }
            var inside = around
            inside.style = .term
            close()
            write(line, inside)
            close()
        }
    }

    private mutating func writeList(
        _ name: Name,
        _ attributes: Attributes,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        var inside = around
        let level = min(around.listDepth, DocxNumbering.deepest)
        inside.listDepth = level + 1
        if around.style == .normal { inside.style = .list }
        var number = DocxNumbering.bullets
        if name == "ol" {
            numberedLists.append((attributes["start"].flatMap { Int($0) } ?? 1, level))
            number = DocxNumbering.bullets + numberedLists.count
        }
        for item in Self.flat(children) {
            guard case .element("li", let attributes, let content) = item else {
                write(item, inside)
                continue
            }
            close()
            pendingItem = DocxListPlace(number: number, level: level)
            write(.element("li", attributes, content), inside)
            pendingItem = nil
        }
    }

    /// `pieces` without the groups around them.
    static func flat(_ pieces: [Markup]) -> [Markup] {
        pieces.flatMap { piece in
            if case .group(let inner) = piece { return flat(inner) }
            return [piece]
        }
    }

    // MARK: - Terms

    private mutating func writeTerms(
        isKey: Bool,
        _ children: [Markup],
        _ around: Surroundings
    ) {
        for child in Self.flat(children) {
            guard case .element(let name, let attributes, let inner) = child else {
                write(child, around)
                continue
            }
            if let id = attributes["id"] { pendingIDs.append(id) }
            var inside = around
            switch name {
            case "dt":
                inside.style = .term
                write(inner, inside)
            case "dd":
                inside.style = .definition
                write(inner, inside)
            case "div" where isKey: writeKeyFigure(Self.flat(inner), around)
            case "div": writeTerms(isKey: false, inner, around)
            default: write(child, around)
            }
            close()
        }
    }

    /// A key figure: the number, and beside it what it is of and how sure it is.
    private mutating func writeKeyFigure(_ pieces: [Markup], _ around: Surroundings) {
        var inside = around
        inside.style = .keyFigure
        begin(inside)
        var value = inside
        value.look.isBold = true
        value.look.size = 40
        value.look.colour = DocxStyle.accent
        var detail = inside
        detail.look.isMuted = true
        detail.look.size = 18
        for piece in pieces {
            if case .element("dd", let attributes, let text) = piece,
                hasClass("key-value", attributes)
            {
                write(text, value)
            }
        }
        open?.runs.append(DocxRunLook().run(.tag("w:tab")))
        open?.endsWithSpace = true
        for piece in pieces {
            guard case .element(let name, let attributes, let text) = piece,
                !hasClass("key-value", attributes)
            else { continue }
            if name == "dd" { breakLine(inside) }
            write(text, name == "dd" ? detail : inside)
        }
        close()
    }
}
