import Qualitative

/// Codes by place: how many sources name each, as cells of five shades; passages in the table.
struct CodeGrid: Chart {
    var text: ChartText
    var columns: [String]
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var label: String
        var cells: [Cell]
    }

    struct Cell: Sendable, Hashable {
        var named: CodeMatrix.Cell
        /// Sources that say there is none.
        var absent: Int
    }

    private var grid: HeatGrid {
        HeatGrid(
            text: text,
            unit: .number,
            rowHeading: text.words(CodingWord.code),
            columns: columns,
            rows: rows.map { row in
                HeatGrid.Row(row.label, row.cells.map { .value(Double($0.named.sources)) })
            }
        )
    }

    func drawing(_ layout: ChartLayout) -> Drawing { grid.drawing(layout) }

    var automaticSummary: String { grid.automaticSummary }
    var automaticNotes: [String] { grid.automaticNotes }

    var table: DisplayTable {
        DisplayTable(
            caption: tableCaption,
            rowHeading: text.words(CodingWord.code),
            columns: columns.map { .init($0) },
            rows: rows.map { row in DisplayTable.Row(row.label, row.cells.map(cell)) },
            notes: [text.words(CodingWord.countNote)]
        )
    }

    private func cell(_ cell: Cell) -> DisplayTable.Cell {
        let words = text.words
        var details: [String] = []
        if cell.named.passages > 0 {
            details.append(words(InterviewWord.passages, ["n": .count(cell.named.passages)]))
        }
        if cell.named.syntheticSources > 0 {
            let made = words.language.numbers.text(Double(cell.named.syntheticSources))
            details.append("\(words(InterviewWord.syntheticShort)) \(made)")
        }
        if cell.absent > 0 {
            details.append(words(CodingWord.gridAbsent, ["n": .count(cell.absent)]))
        }
        return .estimate(
            words.language.numbers.text(Double(cell.named.sources)),
            interval: details.joined(separator: "; ")
        )
    }
}
