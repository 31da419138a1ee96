import Base
import CXML2
import Report

/// The tables of a web page; its scripts are not run, and nothing is fetched.
enum PrintedPage {
    /// One grid for each table of the page that stands in no other table; spanned cells are filled.
    ///
    /// - Throws: `audit.no-table` where there is none, `audit.too-large`.
    static func read(_ bytes: [UInt8], file: String) throws(Problems) -> [PrintedGrid] {
        var encoding: String?
        var text = bytes
        if let decoded = try? DecodedText(bytes, file: file) {
            text = Array(decoded.utf8[decoded.start...])
            encoding = "UTF-8"
        }
        guard let document = parse(text, encoding) else {
            throw Problems(AuditTables.noTable(file, at: .init(file)))
        }
        defer { xmlFreeDoc(document) }
        var grids: [PrintedGrid] = []
        var cells = 0
        for table in tables(below: xmlDocGetRootElement(document)) {
            let place = "\(file)#\(grids.count + 1)"
            var builder = PageTable()
            for row in rows(of: table) {
                builder.append(self.cells(of: row))
                if cells + builder.cellCount > PrintedWorkbook.mostCells {
                    throw Problems(PrintedWorkbook.tooLarge(place))
                }
            }
            cells += builder.cellCount
            grids.append(PrintedGrid(file: place, rows: builder.rows))
        }
        guard !grids.isEmpty else { throw Problems(AuditTables.noTable(file, at: .init(file))) }
        return grids
    }

    private static func parse(_ bytes: [UInt8], _ encoding: String?) -> xmlDocPtr? {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
        xmlSetStructuredErrorFunc(nil, { _, _ in })
        return bytes.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(clamping: buffer.count),
                nil,
                encoding,
                Int32(bitPattern: options)
            )
        }
    }

    // MARK: - The tree

    private static func name(_ node: xmlNodePtr) -> String {
        guard node.pointee.type == XML_ELEMENT_NODE, let name = node.pointee.name else { return "" }
        return String(cString: name).lowercased()
    }

    private static func children(_ node: xmlNodePtr) -> [xmlNodePtr] {
        var children: [xmlNodePtr] = []
        var next = node.pointee.children
        while let child = next {
            children.append(child)
            next = child.pointee.next
        }
        return children
    }

    /// The tables below `root` that stand in no other, in the order of the page.
    private static func tables(below root: xmlNodePtr?) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var open = root.map { [$0] } ?? []
        while let node = open.popLast() {
            if name(node) == "table" {
                found.append(node)
            } else {
                open += children(node).reversed()
            }
        }
        return found
    }

    private static func rows(of table: xmlNodePtr) -> [xmlNodePtr] {
        children(table).flatMap { child -> [xmlNodePtr] in
            switch name(child) {
            case "tr": [child]
            case "thead", "tbody", "tfoot": children(child).filter { name($0) == "tr" }
            default: []
            }
        }
    }

    private static func cells(of row: xmlNodePtr) -> [PageTable.Cell] {
        children(row).filter { ["td", "th"].contains(name($0)) }.map { cell in
            var text = ""
            append(cell, to: &text)
            return PageTable.Cell(
                text: text,
                rows: number(cell, "rowspan") ?? 1,
                columns: number(cell, "colspan") ?? 1
            )
        }
    }

    private static func number(_ node: xmlNodePtr, _ attribute: String) -> Int? {
        var next = node.pointee.properties
        while let current = next {
            if xmlStrEqual(current.pointee.name, attribute) == 1,
                let value = current.pointee.children?.pointee.content
            {
                return Int(String(cString: value).filter { $0 != " " })
            }
            next = current.pointee.next
        }
        return nil
    }

    /// Adds the words of a cell; footnote marks set high are put into brackets.
    private static func append(_ node: xmlNodePtr, to text: inout String) {
        for child in children(node) {
            switch name(child) {
            case "script", "style", "table", "template", "noscript": continue
            case "br", "p", "div", "li":
                text += " "
                append(child, to: &text)
                text += " "
            case "sup":
                var mark = ""
                append(child, to: &mark)
                mark = mark.filter { !$0.isWhitespace }
                if !mark.isEmpty { text += mark.hasPrefix("[") ? mark : "[\(mark)]" }
            case "":
                let isText = [XML_TEXT_NODE, XML_CDATA_SECTION_NODE].contains(child.pointee.type)
                if isText, let content = child.pointee.content { text += String(cString: content) }
            default: append(child, to: &text)
            }
        }
    }
}

/// A table of a web page while its spans are filled.
struct PageTable {
    struct Cell {
        var text: String
        /// As browsers do, at most 1000 columns and 65534 rows are spanned.
        var rows: Int
        var columns: Int
    }

    private(set) var rows: [[String]] = []
    private(set) var cellCount = 0
    /// Text that hangs down into rows below, by column, with how many rows it still has.
    private var hanging: [Int: (text: String, rows: Int)] = [:]

    mutating func append(_ cells: [Cell]) {
        var texts: [String] = []
        for cell in cells {
            takeHanging(&texts)
            let columns = min(max(cell.columns, 1), 1000)
            let below = min(max(cell.rows, 1), 65_534) - 1
            for _ in 0..<columns where texts.count < 20_000 {
                if below > 0 { hanging[texts.count] = (cell.text, below) }
                texts.append(cell.text)
            }
        }
        takeHanging(&texts)
        // Spans to the right of the last cell of the row.
        let last = hanging.keys.filter { $0 >= texts.count }.max() ?? -1
        while texts.count <= last {
            let before = texts.count
            takeHanging(&texts)
            if texts.count == before { texts.append("") }
        }
        cellCount += texts.count
        if cellCount <= PrintedWorkbook.mostCells { rows.append(texts) }
    }

    private mutating func takeHanging(_ texts: inout [String]) {
        while let (text, left) = hanging[texts.count] {
            hanging[texts.count] = left > 1 ? (text, left - 1) : nil
            texts.append(text)
        }
    }
}
