import Base
import Survey

/// One sheet while it becomes data: a header, then a column builder for each column.
struct SheetBuilder {
    /// A column of the sheet that is kept.
    struct Slot {
        /// Where it stands in the sheet; A is 0.
        let column: Int
        let header: String
        var builder: ColumnBuilder
        /// The error cells so far: how many, and the first one.
        var errors: (count: Int, line: Int, name: String)?
    }

    /// Where the cells of a column go.
    private enum Destination: Equatable {
        /// Nowhere yet: the column has no header, and so far no values.
        case open
        case passedOver
        case slot(Int)
    }

    let place: String
    /// How many cells the sheets up to this one have, empty ones counted.
    private(set) var cells: Int
    private(set) var warnings: [Problem] = []
    private let options: ReadOptions
    private let cellsBefore: Int
    private var slots: [Slot] = []
    /// Where the cells of each column go.
    private var destinations: [Destination] = []
    private var headerLine = 0
    private var rowCount = 0
    private var blankRows: (count: Int, line: Int)?
    private var names: Set<String> = []

    init(place: String, options: ReadOptions, cellsBefore: Int) {
        self.place = place
        self.options = options
        self.cellsBefore = cellsBefore
        cells = cellsBefore
    }

    /// Reads the sheet to its end.
    mutating func readAll(_ scanner: inout SheetScanner) throws(Problems) {
        var row = SheetRow()
        while try scanner.next(&row, isPassedOver: isPassedOver) {
            guard !row.cells.isEmpty else { continue }
            if headerLine == 0 {
                readHeader(row)
            } else {
                try append(row)
            }
        }
        warnings += columnWarnings()
        if let blankRows { warnings.append(SheetWarning.blankRows(blankRows, place)) }
        if scanner.mergedRanges > 0 {
            warnings.append(SheetWarning.merged(scanner.mergedRanges, place))
        }
    }

    /// The data, with every column as long as the longest.
    consuming func finish() -> Microdata {
        var data = Microdata(
            rowCount: rowCount,
            origin: .init(file: place, firstLine: headerLine + 1)
        )
        slots.sort { $0.column < $1.column }
        for i in slots.indices {
            pad(i, to: rowCount)
            data.append(slots[i].builder.finish())
        }
        return data
    }

    private func isPassedOver(_ column: Int) -> Bool {
        column < destinations.count && destinations[column] == .passedOver
    }

    private mutating func readHeader(_ row: SheetRow) {
        headerLine = row.line
        var columnsOfHeader: [(header: String, columns: [Int])] = []
        var position: [String: Int] = [:]
        for cell in row.cells {
            let header = cell.value.text.trimmed
            guard !header.isEmpty else { continue }
            guard !options.skips(header) else {
                setDestination(of: cell.column, .passedOver)
                continue
            }
            if let known = position[header] {
                columnsOfHeader[known].columns.append(cell.column)
            } else {
                position[header] = columnsOfHeader.count
                columnsOfHeader.append((header, [cell.column]))
            }
        }
        // First names first: a header keeps its own name before a second one borrows it.
        names = Set(columnsOfHeader.map(\.header))
        for (header, columns) in columnsOfHeader {
            addSlot(columns[0], header, name: header)
            var number = 2
            for column in columns.dropFirst() {
                addSlot(column, header, name: freeName(header, &number))
            }
            if columns.count > 1 {
                warnings.append(SheetWarning.duplicate(header, columns, headerLine, place))
            }
        }
    }

    private mutating func append(_ row: SheetRow) throws(Problems) {
        let number = row.line - headerLine - 1
        if number > rowCount {
            let first = blankRows?.line ?? headerLine + 1 + rowCount
            blankRows = ((blankRows?.count ?? 0) + number - rowCount, first)
        }
        rowCount = number + 1
        for cell in row.cells where cell.value != .passedOver {
            guard let slot = slot(of: cell.column) else { continue }
            cells = cellsBefore + rowCount * slots.count
            if cells > XLSX.mostDataCells { throw Problems(XLSX.tooManyCells(place)) }
            pad(slot, to: number)
            append(cell.value, to: slot, line: row.line)
        }
    }

    private mutating func append(_ value: SheetValue, to slot: Int, line: Int) {
        switch value {
        case .text(let text): slots[slot].builder.append(text: text)
        case .number(let number): slots[slot].builder.append(number: number)
        case .boolean: slots[slot].builder.append(text: value.text)
        case .date(let seconds, let precision):
            slots[slot].builder.append(seconds: seconds, precision: precision)
        case .error(let name):
            slots[slot].builder.appendEmpty()
            let known = slots[slot].errors ?? (0, line, name)
            slots[slot].errors = (known.count + 1, known.line, known.name)
        case .passedOver: break
        }
    }

    private mutating func pad(_ slot: Int, to count: Int) {
        while slots[slot].builder.count < count { slots[slot].builder.appendEmpty() }
    }

    /// The slot of a column, a new one if it has no header; nil if it is to be passed over.
    private mutating func slot(of column: Int) -> Int? {
        if column >= destinations.count || destinations[column] == .open {
            let name = "column_\(columnLetter(column))"
            var number = 2
            addSlot(column, "", name: names.contains(name) ? freeName(name, &number) : name)
        }
        guard case .slot(let slot) = destinations[column] else { return nil }
        return slot
    }

    /// Makes a slot for a column that gets the name `name`, unless a column of that name is skipped.
    private mutating func addSlot(_ column: Int, _ header: String, name: String) {
        names.insert(name)
        guard !options.skips(name) else { return setDestination(of: column, .passedOver) }
        setDestination(of: column, .slot(slots.count))
        slots.append(Slot(column: column, header: header, builder: ColumnBuilder(name: name)))
    }

    private mutating func setDestination(of column: Int, _ destination: Destination) {
        let more = max(0, column + 1 - destinations.count)
        destinations.append(contentsOf: repeatElement(.open, count: more))
        destinations[column] = destination
    }

    /// `name` with the first number from `number` on that makes it a new name.
    private func freeName(_ name: String, _ number: inout Int) -> String {
        while names.contains("\(name)_\(number)") { number += 1 }
        return "\(name)_\(number)"
    }

    /// What is to say about single columns, from left to right.
    private func columnWarnings() -> [Problem] {
        let sorted = slots.sorted { $0.column < $1.column }
        let unnamed = sorted.filter { $0.header.isEmpty }.map(\.column)
        var warnings = sorted.compactMap { slot in
            slot.errors.map { SheetWarning.errorCells($0, column: slot.builder.name, place) }
        }
        if !unnamed.isEmpty {
            warnings.insert(SheetWarning.noHeader(unnamed, headerLine, place), at: 0)
        }
        return warnings
    }
}

extension String {
    /// The text without white space at both ends.
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace } ?? start
        return start == endIndex ? "" : String(self[start...end])
    }
}
