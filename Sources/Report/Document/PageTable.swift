package import Markup

/// A table as a reader sees it: texts already written in the language of the page.
package struct DisplayTable: Sendable {
    package var caption: String
    /// The heading over the column of row names.
    package var rowHeading: String
    package var columns: [Column]
    package var rows: [Row]
    /// Notes under the table, one a paragraph.
    package var notes: [String]

    package init(
        caption: String,
        rowHeading: String,
        columns: [Column],
        rows: [Row],
        notes: [String] = []
    ) {
        self.caption = caption
        self.rowHeading = rowHeading
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    package struct Column: Sendable, Hashable {
        package var heading: String
        package var isText: Bool
        /// A heading over this column and its neighbours of the same group; empty for none.
        package var group: String

        /// A column of numbers, or of texts, which are set from the left.
        package init(_ heading: String, isText: Bool = false, group: String = "") {
            self.heading = heading
            self.isText = isText
            self.group = group
        }
    }

    package struct Row: Sendable {
        package var heading: String
        package var cells: [Cell]
        /// How the row stands out.
        package var kind: Kind

        package enum Kind: Sendable {
            case plain
            /// The row of all respondents, or a sum: set in bold.
            case total
            /// A heading over the rows that follow; it has no cells.
            case block
        }

        package init(_ heading: String, _ cells: [Cell], kind: Kind = .plain) {
            self.heading = heading
            self.cells = cells
            self.kind = kind
        }

        /// A heading over the rows that follow.
        package static func block(_ heading: String) -> Row {
            Row(heading, [], kind: .block)
        }
    }

    package enum Cell: Sendable {
        case text(String)
        case number(String)
        /// An estimate with its interval in small type under it.
        case estimate(String, interval: String, isBracketed: Bool = false)
        /// Too few people: "[c]".
        case hidden
        /// Could not be computed: "[x]".
        case unavailable
        case blank
        /// Anything else, such as a strip of bars.
        case markup(Markup)
    }
}

extension DisplayTable.Cell {
    /// The content of the cell.
    fileprivate var content: Markup {
        switch self {
        case .text(let text), .number(let text): .text(text)
        case .estimate(let text, let interval, let isBracketed):
            .group([
                .text(isBracketed ? "(\(text))" : text),
                interval.isEmpty ? .empty : .tag("small", ["class": "interval"], text: interval),
            ])
        case .hidden: .tag("span", ["class": "sign"], text: "[c]")
        case .unavailable: .tag("span", ["class": "sign"], text: "[x]")
        case .blank: .empty
        case .markup(let markup): markup
        }
    }
}

/// The table with its caption, scoped headings and notes, in a region that scrolls sideways.
///
/// A table of more than twelve columns is printed on a page turned sideways; one of at most fifteen
/// rows is not broken over two pages.
package func table(_ table: DisplayTable, id: String, extraClass: String = "") -> Markup {
    let isWide = table.columns.count > 12
    let classes = [
        "table", extraClass,
        isWide ? "table-wide" : table.columns.count > 8 ? "table-many" : "",
        table.rows.count <= 15 ? "table-short" : "",
    ].filter { !$0.isEmpty }
    return .tag(
        "div",
        ["class": classes.joined(separator: " ")],
        [
            .tag(
                "div",
                [
                    "class": "scroll", "role": "region", "tabindex": "0",
                    "aria-labelledby": "\(id)-caption",
                ],
                [
                    .tag(
                        "table",
                        ["id": id],
                        [
                            .tag(
                                "caption",
                                ["id": "\(id)-caption"],
                                [.tag("span", [:], text: table.caption)]
                            ),
                            head(of: table),
                            body(of: table),
                        ]
                    )
                ]
            ),
            .group(table.notes.map { .tag("p", ["class": "note"], text: $0) }),
        ]
    )
}

/// One row of headings, or two where columns stand in groups.
private func head(of table: DisplayTable) -> Markup {
    let hasGroups = table.columns.contains { !$0.group.isEmpty }
    let corner = Markup.tag(
        "th",
        ["scope": "col", "rowspan": hasGroups ? "2" : nil],
        text: table.rowHeading
    )
    guard hasGroups else {
        return .tag("thead", [:], [.tag("tr", [:], [corner] + table.columns.map { heading($0) })])
    }
    var upper = [corner]
    var lower: [Markup] = []
    var index = 0
    while index < table.columns.count {
        let column = table.columns[index]
        let rest = table.columns[index...].prefix { $0.group == column.group }
        if column.group.isEmpty {
            upper += rest.map { heading($0, rows: "2") }
        } else {
            upper.append(
                .tag(
                    "th",
                    ["scope": "colgroup", "class": "group", "colspan": String(rest.count)],
                    text: column.group
                )
            )
            lower += rest.map { heading($0) }
        }
        index += rest.count
    }
    return .tag("thead", [:], [.tag("tr", [:], upper), .tag("tr", [:], lower)])
}

private func heading(_ column: DisplayTable.Column, rows: String? = nil) -> Markup {
    .tag(
        "th",
        ["scope": "col", "class": column.isText ? "text" : nil, "rowspan": rows],
        text: column.heading
    )
}

/// A `<tbody>` for each block of rows.
private func body(of table: DisplayTable) -> Markup {
    var bodies: [[Markup]] = [[]]
    for row in table.rows {
        if row.kind == .block {
            bodies.append([
                .tag(
                    "tr",
                    ["class": "block"],
                    [
                        .tag("th", ["scope": "rowgroup"], text: row.heading),
                        .tag("td", ["colspan": String(table.columns.count)]),
                    ]
                )
            ])
        } else {
            let blanks = max(0, table.columns.count - row.cells.count)
            let all = row.cells + Array(repeating: DisplayTable.Cell.blank, count: blanks)
            let cells = zip(table.columns, all).map { column, cell in
                Markup.tag("td", ["class": column.isText ? "text" : nil], [cell.content])
            }
            bodies[bodies.count - 1].append(
                .tag(
                    "tr",
                    ["class": row.kind == .total ? "total" : nil],
                    [.tag("th", ["scope": "row"], text: row.heading)] + cells
                )
            )
        }
    }
    return .group(bodies.filter { !$0.isEmpty }.map { .tag("tbody", [:], $0) })
}
