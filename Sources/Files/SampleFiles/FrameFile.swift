package import Base
import Report
package import Survey

/// Reads the files of a sampling frame.
package enum FrameFile {
    /// The frame in the tables of strata and of units, and every problem of both at once.
    ///
    /// - Parameters:
    ///   - strata: Columns of the key and `population`; nil where there is no such table.
    ///   - units: Columns `id`, `name`, the key, `size`, and where known `households` and `language`.
    ///   - key: The columns that make the strata.
    /// - Returns: The frame, nil with a problem; the problems.
    package static func frame(
        strata: TableText?,
        units: TableText?,
        key: [String]
    ) -> (Frame?, [Problem]) {
        var problems: [Problem] = []
        let strataRows = strata.map { readStrata($0, key, &problems) } ?? []
        let unitRows = units.map { readUnits($0, key, &problems) } ?? []
        guard problems.isEmpty else { return (nil, problems) }
        do throws(FrameProblems) {
            return (try Frame(keyNames: key, strata: strataRows, units: unitRows), [])
        } catch {
            let files = Files(strata: strata?.file ?? "", units: units?.file ?? "")
            return (nil, error.list.map { problem($0, files) })
        }
    }

    private struct Files {
        let strata: String
        let units: String
    }

    private static func readStrata(
        _ table: TableText,
        _ key: [String],
        _ problems: inout [Problem]
    ) -> [Frame.Stratum] {
        let missing = (key + ["population"]).filter { table.position(of: $0) == nil }
        problems += missing.map { table.missing($0) }
        guard missing.isEmpty else { return [] }
        let positions = key.map { table.position(of: $0) }
        return table.lines.map { line, cells in
            Frame.Stratum(
                key: positions.map { table.cell(cells, $0) },
                population: number(table, cells, "population", line, &problems) ?? 0,
                row: line
            )
        }
    }

    private static func readUnits(
        _ table: TableText,
        _ key: [String],
        _ problems: inout [Problem]
    ) -> [Frame.Unit] {
        let missing = (["id"] + key + ["size"]).filter { table.position(of: $0) == nil }
        problems += missing.map { table.missing($0) }
        guard missing.isEmpty else { return [] }
        let positions = key.map { table.position(of: $0) }
        let (id, name) = (table.position(of: "id"), table.position(of: "name"))
        let language = table.position(of: "language")
        let hasHouseholds = table.position(of: "households") != nil
        return table.lines.map { line, cells in
            let code = table.cell(cells, id)
            let called = table.cell(cells, name)
            let spoken = table.cell(cells, language)
            return Frame.Unit(
                id: code,
                name: called.isEmpty ? code : called,
                key: positions.map { table.cell(cells, $0) },
                size: number(table, cells, "size", line, &problems) ?? 0,
                households: hasHouseholds
                    ? number(table, cells, "households", line, mayBeEmpty: true, &problems) : nil,
                language: spoken.isEmpty ? nil : spoken,
                row: line
            )
        }
    }

    /// The number in a cell; an unreadable one is a problem, an empty one is left to the frame's checks.
    private static func number(
        _ table: TableText,
        _ cells: [String],
        _ column: String,
        _ line: Int,
        mayBeEmpty: Bool = false,
        _ problems: inout [Problem]
    ) -> Double? {
        let text = table.cell(cells, table.position(of: column))
        if text.isEmpty { return nil }
        if let number = TableText.number(text), !mayBeEmpty || number >= 1, number < 1e12 {
            return number
        }
        problems.append(
            Problem(
                .error,
                "frame.not-a-number",
                at: .init(table.file, line: line, column: column),
                "\(Problem.quote(text)) is not a number\(mayBeEmpty ? " above zero" : "").",
                remedy: mayBeEmpty
                    ? "Write how many there are in digits; leave the cell empty where nobody knows."
                    : "Write how many there are, in digits."
            )
        )
        return nil
    }

    private static func problem(_ fault: FrameProblem, _ files: Files) -> Problem {
        func made(
            _ code: Problem.Code,
            _ file: String,
            _ row: Int?,
            _ column: String?,
            _ message: String,
            _ remedy: String
        ) -> Problem {
            Problem(
                .error,
                code,
                at: .init(file, line: row, column: column),
                message,
                remedy: remedy
            )
        }
        let write = NumberStyle.english
        switch fault {
        case .nothing:
            return made(
                "frame.empty",
                Study.fileName,
                nil,
                nil,
                "The frame holds neither strata nor units.",
                "Name a file under sample: frame or sample: units, with a row for each."
            )
        case .population(let row):
            return made(
                "frame.no-population",
                files.strata,
                row,
                "population",
                "The stratum has no population above zero.",
                "Write how many people of the population live there, or leave the row out."
            )
        case .size(let row):
            return made(
                "frame.no-size",
                files.units,
                row,
                "size",
                "The unit has no size above zero, so it could never be drawn.",
                "Write how many people of the population live there, or leave the row out."
            )
        case .repeatedStratum(let row, let first):
            return made(
                "frame.repeated-stratum",
                files.strata,
                row,
                nil,
                "The stratum stands in line \(first) already.",
                "Put the two rows together, or correct the name of one."
            )
        case .repeatedUnit(let row, let first):
            return made(
                "frame.repeated-unit",
                files.units,
                row,
                "id",
                "The id stands in line \(first) already.",
                "Give each unit an id of its own."
            )
        case .emptyUnit(let row):
            return made(
                "frame.no-id",
                files.units,
                row,
                "id",
                "The unit has no id.",
                "Give each unit an id of its own."
            )
        case .unknownStratum(let row):
            return made(
                "frame.unknown-stratum",
                files.units,
                row,
                nil,
                "The unit's stratum is not in \(files.strata).",
                "Correct the unit's stratum, or add the stratum with its population."
            )
        case .stratumWithoutUnits(let row):
            return made(
                "frame.no-units",
                files.strata,
                row,
                nil,
                "No unit of \(files.units) lies in this stratum, so nobody there could be drawn.",
                "Add its units, or leave the stratum out and say so in the report."
            )
        case .sum(let row, let population, let units):
            let difference = write.text(abs(population - units))
            return made(
                "frame.sum",
                files.strata,
                row,
                "population",
                "The stratum has \(write.text(population)) people, its units in \(files.units) "
                    + "\(write.text(units)): \(difference) \(units < population ? "fewer" : "more").",
                "Find the missing or doubled units, or correct the stratum's population."
            )
        }
    }
}
