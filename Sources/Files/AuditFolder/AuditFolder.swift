package import Base
import Foundation
package import Report

/// A folder that describes a published report for its audit: `audit.yaml`, tables, `claims.csv`, texts.
package struct AuditFolder: Sendable {
    package let path: String

    /// The name of the file with what the report says in words.
    package static let claimsName = "claims.csv"

    package init(path: String) {
        self.path = path
    }

    /// The report that the folder describes.
    ///
    /// Every problem of every file is added to `problems`. With errors among them the report is what
    /// could be read; it is nil only where `audit.yaml` itself cannot be.
    package func report(_ problems: inout [Problem]) -> AuditedReport? {
        guard let text = text(AuditFile.fileName, at: .init(AuditFile.fileName), &problems) else {
            return nil
        }
        let (file, found) = AuditFile.read(text)
        problems += found
        guard let file else { return nil }
        let identities = file.identities
        var report = AuditedReport(
            title: file.title,
            source: file.source,
            n: file.n.map { AuditedBase($0, isAnswered: file.isAnswered) },
            isWeighted: file.isWeighted,
            designEffect: file.designEffect,
            tables: tables(of: file, &problems),
            claims: claims(&problems),
            passages: passages(of: file, &problems),
            relations: file.tables.flatMap(\.relations)
        )
        report.disclosure = file.disclosure
        report.scales = file.scales.map { scale in
            let reversed = scale.reversed.map { AuditedTable.Line.identity(of: $0) }
            return AuditedScale(
                name: scale.name,
                range: scale.range,
                reversed: Set(reversed.map { identities[$0] ?? $0 }),
                neutral: scale.neutral
            )
        }
        // Where a table is missing, its lines are too: one problem is enough.
        if !problems.hasErrors { problems += unknownLines(file, report) }
        return report
    }

    // MARK: - Tables

    private func tables(of file: AuditFile, _ problems: inout [Problem]) -> [AuditedTable] {
        var join = TableJoin(
            groups: file.groups,
            same: file.identities,
            isAnswered: file.isAnswered
        )
        var files = AuditTables(folder: path)
        var tables: [AuditedTable] = []
        for description in file.tables {
            let place = "tables.\(description.id)"
            let grid: PrintedGrid
            do throws(Problems) {
                grid = try files.grid(
                    description.fileName,
                    at: file.location(of: place + ".file"),
                    &problems
                )
            } catch {
                problems += error.list
                continue
            }
            guard let printed = PrintedTable(grid, description.shape, problems: &problems) else {
                continue
            }
            let table = join.table(description, printed)
            problems += tooManyPeople(table, printed)
            tables.append(table)
            problems += join.faults.map { noSuchLine($0, below: place, file) }
            problems += join.partless.map { total in
                Problem(
                    .warning,
                    "audit.total-without-parts",
                    at: file.location(of: "\(place).\(total.path)"),
                    "No lines of the table are the parts of the total \(Problem.quote(total.label)).",
                    remedy: "Name them: `total: {Total: [one line, another line]}`."
                )
            }
        }
        return tables
    }

    /// Cells that say how many people there are, and say more than are counted here.
    private func tooManyPeople(_ table: AuditedTable, _ printed: PrintedTable) -> [Problem] {
        table.rows.indices.flatMap { row in
            table.columns.indices.compactMap { column -> Problem? in
                guard table.statistic(row: row, column: column) == .base,
                    let number = table.cells[row][column].number, !number.isPercent,
                    number.value > Double(Exact.largestCount)
                else { return nil }
                let place = Problem.Location(
                    printed.file,
                    line: printed.rows[row].place,
                    column: PrintedGrid.letter(printed.columns[column].place)
                )
                return PrintedTable.tooManyPeople(Int(number.value), at: place)
            }
        }
    }

    private func noSuchLine(
        _ fault: TableJoin.NoSuchLine,
        below place: String,
        _ file: AuditFile
    ) -> Problem {
        let axis = fault.path.hasPrefix("rows") ? "row" : "column"
        return Problem(
            .error,
            "audit.no-such-line",
            at: file.location(of: "\(place).\(fault.path)"),
            "The table has no \(axis) \(Problem.quote(fault.label)).",
            remedy: hint(fault.label, fault.known, "Its \(axis)s")
        )
    }

    private func hint(_ label: String, _ known: [String], _ what: String) -> String {
        let hint = nearestName(to: label, in: known).map { "Did you mean \($0)? " } ?? ""
        let list = known.prefix(12).map { Problem.quote($0) }.joined(separator: ", ")
        return "\(hint)\(what): \(list)\(known.count > 12 ? " and more" : "")."
    }

    /// Labels under `scales`, `groups` and `same` that no table has.
    private func unknownLines(_ file: AuditFile, _ report: AuditedReport) -> [Problem] {
        let lines = report.tables.flatMap { $0.rows + $0.columns }
        let identities = file.identities
        let known = Set(
            lines.map(\.identity) + lines.map { AuditedTable.Line.identity(of: $0.label) }
        )
        var problems: [Problem] = []
        func check(_ label: String, at place: String, _ what: String, among: [String]) {
            let identity = AuditedTable.Line.identity(of: label)
            let isOther = place.hasPrefix("scales") && known.contains(identities[identity] ?? "")
            if known.contains(identity) || isOther { return }
            problems.append(
                Problem(
                    .warning,
                    "audit.unused-label",
                    at: file.location(of: place),
                    "No table has \(what) \(Problem.quote(label)).",
                    remedy: hint(label, among, "The tables have")
                )
            )
        }
        let items = distinct(lines.filter { $0.role == .item }.map(\.label))
        for scale in file.scales {
            for (index, label) in scale.reversed.enumerated() {
                let place = "scales.\(scale.name).reversed.\(index)"
                check(label, at: place, "an item", among: items)
            }
        }
        for group in file.groups {
            let groups = lines.filter { $0.block?.hasPrefix(group.trait) ?? false }.map(\.label)
            for size in group.sizes {
                let place = "groups.\(group.trait).\(size.label)"
                // A line of two headings, "Men n", is the group "Men".
                let isStart = groups.contains { $0.lowercased().hasPrefix(size.label.lowercased()) }
                if !isStart { check(size.label, at: place, "a group", among: distinct(groups)) }
            }
        }
        for (index, wordings) in file.same.enumerated() {
            for label in wordings {
                check(label, at: "same.\(index)", "a line", among: distinct(lines.map(\.label)))
            }
        }
        return problems
    }

    private func distinct(_ labels: [String]) -> [String] {
        var seen: Set<String> = []
        return labels.filter { seen.insert($0).inserted }
    }

    // MARK: - Claims and texts

    private func claims(_ problems: inout [Problem]) -> [AuditedClaim] {
        let file = file(Self.claimsName)
        guard FileManager.default.fileExists(atPath: file) else { return [] }
        let (table, found) = TableText.read(path: file)
        problems += found
        guard let table else { return [] }
        return Self.claims(table, &problems)
    }

    /// The claims in a table with the columns id, page, words and claim.
    static func claims(_ table: TableText, _ problems: inout [Problem]) -> [AuditedClaim] {
        let missing = ["words", "claim"].filter { table.position(of: $0) == nil }
        problems += missing.map { table.missing($0) }
        guard missing.isEmpty else { return [] }
        func problem(_ line: Int, _ column: String, _ message: String, _ remedy: String) {
            let place = Problem.Location(table.file, line: line, column: column)
            problems.append(Problem(.error, "audit.bad-claim", at: place, message, remedy: remedy))
        }
        var claims: [AuditedClaim] = []
        var lines: [String: Int] = [:]
        for (line, cells) in table.lines {
            let expression = table.cell(cells, table.position(of: "claim"))
            let written = table.cell(cells, table.position(of: "id"))
            let id = written.isEmpty ? "line \(line)" : written
            let page = table.cell(cells, table.position(of: "page"))
            if cells.count > table.header.count {
                problem(
                    line,
                    "claim",
                    "The row has \(cells.count) cells and the header \(table.header.count).",
                    "Put a text with a comma in it into quotation marks; double those inside it."
                )
            } else if expression.isEmpty {
                problem(
                    line,
                    "claim",
                    "The claim has words and no expression.",
                    "Write what the words say of the tables, or delete the line."
                )
            } else if let first = lines[id] {
                problem(
                    line,
                    "id",
                    "The id \(Problem.quote(id)) stands in line \(first) already.",
                    "Give each claim an id of its own."
                )
            } else {
                lines[id] = line
                claims.append(
                    AuditedClaim(
                        id: id,
                        page: page.isEmpty ? nil : page,
                        words: table.cell(cells, table.position(of: "words")),
                        expression: expression,
                        line: line
                    )
                )
            }
        }
        return claims
    }

    /// One passage a page where form feeds part the pages, as tools that take text from a PDF write them.
    private func passages(of file: AuditFile, _ problems: inout [Problem]) -> [Passage] {
        file.texts.enumerated().flatMap { index, name -> [Passage] in
            let place = file.location(of: "texts.\(index)")
            guard let text = text(name, at: place, &problems) else { return [] }
            let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false)
            return pages.enumerated().compactMap { number, page in
                guard page.contains(where: { !$0.isWhitespace }) else { return nil }
                return Passage(page: pages.count > 1 ? String(number + 1) : nil, text: String(page))
            }
        }
    }

    // MARK: - Files

    private func file(_ name: String) -> String {
        (path as NSString).appendingPathComponent(name)
    }

    private func text(
        _ name: String,
        at place: Problem.Location,
        _ problems: inout [Problem]
    ) -> String? {
        guard !AuditTables.isOutside(name) else {
            problems.append(AuditTables.outside(name, at: place))
            return nil
        }
        guard FileManager.default.fileExists(atPath: file(name)) else {
            problems.append(AuditTables.missing(name, in: path, at: place))
            return nil
        }
        do throws(Problems) {
            let bytes = try FileBytes.read(path: file(name), file: name)
            let text = try DecodedText(bytes, file: name)
            problems += text.problems
            return String(decoding: text.utf8[text.start...], as: UTF8.self)
        } catch {
            problems += error.list
            return nil
        }
    }
}
