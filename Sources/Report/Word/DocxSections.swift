import Markup

/// The blocks of a text on upright pages and on pages turned sideways.
struct DocxSections: Sendable {
    /// The names of the relations to the header and the footer that every page has.
    let header: String
    let footer: String

    /// The properties of a section.
    func properties(sideways: Bool) -> Markup {
        let width = sideways ? DocxPaper.long : DocxPaper.short
        let height = sideways ? DocxPaper.short : DocxPaper.long
        let margin = String(DocxPaper.margin)
        return .tag(
            "w:sectPr",
            [:],
            [
                .tag("w:headerReference", ["w:type": "default", "r:id": header]),
                .tag("w:footerReference", ["w:type": "default", "r:id": footer]),
                .tag("w:type", ["w:val": "nextPage"]),
                .tag(
                    "w:pgSz",
                    [
                        "w:w": String(width), "w:h": String(height),
                        "w:orient": sideways ? "landscape" : nil,
                    ]
                ),
                .tag(
                    "w:pgMar",
                    [
                        "w:top": margin, "w:right": margin, "w:bottom": margin, "w:left": margin,
                        "w:header": "567", "w:footer": "567", "w:gutter": "0",
                    ]
                ),
            ]
        )
    }

    /// The blocks with what ends their sections; the properties of the last one end the body.
    func body(_ blocks: [DocxWriter.Block]) -> [Markup] {
        let groups = grouped(spaced(blocks))
        var pieces: [Markup] = []
        for (index, group) in groups.enumerated() {
            let properties = properties(sideways: group.first?.isSideways ?? false)
            guard index < groups.count - 1 else {
                pieces += group.map(\.markup) + lastParagraph(after: group) + [properties]
                continue
            }
            if case .paragraph(let last)? = group.last?.content {
                pieces += group.dropLast().map(\.markup) + [last.markup(section: properties)]
            } else {
                pieces += group.map(\.markup)
                pieces.append(DocxParagraph(style: .spacer).markup(section: properties))
            }
        }
        return groups.isEmpty ? [properties(sideways: false)] : pieces
    }

    /// Word wants a paragraph at the end of a text.
    private func lastParagraph(after group: [DocxWriter.Block]) -> [Markup] {
        if case .paragraph? = group.last?.content { return [] }
        return [DocxParagraph(style: .spacer).markup()]
    }

    /// The blocks with the space that those before them ask for; two tables are kept apart.
    private func spaced(_ blocks: [DocxWriter.Block]) -> [DocxWriter.Block] {
        var result: [DocxWriter.Block] = []
        for var block in blocks {
            let wanted = result.last?.spaceAfter ?? 0
            if wanted > 0 {
                switch block.content {
                case .paragraph(var paragraph):
                    let own = paragraph.before ?? paragraph.style.look.before
                    // Notes belong to the table above them.
                    if own < wanted, paragraph.style != .note { paragraph.before = wanted }
                    block.content = .paragraph(paragraph)
                case .table:
                    result.append(
                        .init(
                            content: .paragraph(DocxParagraph(style: .spacer)),
                            isSideways: block.isSideways
                        )
                    )
                }
            }
            result.append(block)
        }
        return result
    }

    /// Runs of blocks on pages of one kind.
    ///
    /// Headings and captions at the end of a run go with what follows, and so does the line that
    /// introduces a table.
    private func grouped(_ blocks: [DocxWriter.Block]) -> [[DocxWriter.Block]] {
        var groups: [[DocxWriter.Block]] = []
        for block in blocks {
            if let last = groups.last?.last, last.isSideways == block.isSideways {
                groups[groups.count - 1].append(block)
                continue
            }
            var following: [DocxWriter.Block] = []
            while let last = groups.last?.last, last.keepsWithNext {
                groups[groups.count - 1].removeLast()
                following.insert(last.turned(block.isSideways), at: 0)
            }
            if groups.last?.isEmpty == true { groups.removeLast() }
            if let last = groups.last?.last, last.isSideways == block.isSideways {
                groups[groups.count - 1] += following + [block]
            } else {
                groups.append(following + [block])
            }
        }
        return groups
    }
}

extension DocxWriter.Block {
    fileprivate var keepsWithNext: Bool {
        guard case .paragraph(let paragraph) = content else { return false }
        return paragraph.keepsWithNext || paragraph.style.keepsWithNext
    }

    fileprivate func turned(_ sideways: Bool) -> DocxWriter.Block {
        var block = self
        block.isSideways = sideways
        return block
    }
}
