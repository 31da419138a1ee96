import Base
import Foundation
import Report
import Survey

/// Reads the small tables that a study names beside its answers.
struct StudyTables {
    let folder: String
    let study: Study
    private(set) var problems: [Problem] = []

    init(folder: String, study: Study) {
        self.folder = folder
        self.study = study
    }

    /// The tables that are joined to the rows; nil for one that cannot be read.
    mutating func joins() -> [JoinTable?] {
        study.data.joins.enumerated().map { index, declared in
            let path = "data.join.\(index)"
            guard let table = table(declared.file, at: "\(path).file") else { return nil }
            problems += SampleFiles.alterations(of: declared.file, in: folder)
            let personal = Set(study.data.personal)
            let wanted = (declared.take.isEmpty ? table.header : declared.take)
                .filter { $0 != declared.by && !personal.contains($0) }
            let missing = ([declared.by] + wanted).filter { table.position(of: $0) == nil }
            problems += missing.map { table.missing($0) }
            guard missing.isEmpty else { return nil }
            let lines = table.lines
            let keys = lines.map { table.cell($0.cells, table.position(of: declared.by)) }
            // The table of clusters that `ashar sample` writes says of each whether it is in reserve.
            let reserves = zip(keys, lines).filter {
                table.cell($1.cells, table.position(of: "role")) == "reserve"
            }
            return JoinTable(
                file: table.file,
                keys: keys,
                lines: lines.map(\.line),
                columns: wanted.filter { !$0.isEmpty }.map { name in
                    .init(
                        name: name,
                        texts: lines.map { table.cell($0.cells, table.position(of: name)) }
                    )
                },
                reserves: Set(reserves.map(\.0))
            )
        }
    }

    /// Notes what is wrong with a table.
    mutating func add(_ problem: Problem) {
        problems.append(problem)
    }

    /// The weighting with the counts of its margins from their files.
    mutating func weighting() -> WeightingDeclaration? {
        guard var weighting = study.weighting else { return nil }
        for index in weighting.margins.indices {
            let margin = weighting.margins[index]
            guard let file = margin.file,
                let table = table(file, at: "weighting.margins.\(index).file")
            else { continue }
            weighting.margins[index].counts = counts(of: margin, in: table)
        }
        return weighting
    }

    /// The people of each group; rows of one group are summed, so that a table may hold more than one
    /// variable.
    private mutating func counts(
        of margin: WeightingDeclaration.MarginDeclaration,
        in table: TableText
    ) -> [WeightingDeclaration.MarginDeclaration.Count] {
        let names = margin.variables + [margin.countColumn]
        let missing = names.filter { table.position(of: $0) == nil }
        problems += missing.map { table.missing($0) }
        guard missing.isEmpty else { return [] }
        var order: [[String]] = []
        var sums: [[String]: Double] = [:]
        for (line, cells) in table.lines {
            let codes = margin.variables.map { table.cell(cells, table.position(of: $0)) }
            let text = table.cell(cells, table.position(of: margin.countColumn))
            guard let people = TableText.number(text) else {
                problems.append(
                    Problem(
                        .error,
                        "frame.not-a-number",
                        at: .init(table.file, line: line, column: margin.countColumn),
                        "\(Problem.quote(text)) is not a number.",
                        remedy: "Write how many there are, in digits."
                    )
                )
                continue
            }
            if sums[codes] == nil { order.append(codes) }
            sums[codes, default: 0] += people
        }
        return order.map { .init(codes: $0, people: sums[$0] ?? 0) }
    }

    private mutating func table(_ name: String, at place: String) -> TableText? {
        let (table, found) = study.table(name, at: place, in: folder)
        problems += found
        return table
    }
}
