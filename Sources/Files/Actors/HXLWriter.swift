package import Base
import Foundation
package import Qualitative
package import Report

extension HXL {
    /// The services of `map` as a table of who does what where: column names, hashtags, then one row a
    /// service, and one for each actor without a service.
    ///
    /// Reading it again gives the same actors and services. Ties between actors and what was judged of
    /// them have no place in such a table.
    package static func rows(_ map: ActorMap, _ knowledge: LocalKnowledge) -> [[String]] {
        let columns = columns(map, knowledge)
        let active = Set(map.services.compactMap(\.actor))
        let lines =
            map.services.map { Line(actor: $0.actor.flatMap(map.actor), service: $0) }
            + map.actors.filter { !active.contains($0.id) }.map { Line(actor: $0, service: nil) }
        return [columns.map(\.header), columns.map(\.tag)]
            + lines.map { line in columns.map { $0.text(line) } }
    }

    /// Writes the table to `path`, whose ending is `.csv` or `.xlsx`.
    ///
    /// - Returns: A note on what the table has no room for.
    package static func write(
        _ map: ActorMap,
        _ knowledge: LocalKnowledge,
        title: String,
        to path: String
    ) throws(Problems) -> [Problem] {
        let rows = rows(map, knowledge)
        if path.lowercased().hasSuffix(".xlsx") {
            let sheet = Workbook.Sheet(
                name: "actors",
                columns: rows[0].map { Workbook.ColumnSpec($0) },
                rows: rows.dropFirst().map { row in row.map { $0.isEmpty ? .empty : .text($0) } }
            )
            try XLSX.write(Workbook(title: title, sheets: [sheet]), to: path)
        } else {
            do throws(AtomicFile.Failure) {
                let cells = rows.map { row in row.map { CSV.Cell.text($0) } }
                try AtomicFile.write(CSV.write(cells), to: path)
            } catch {
                throw Problems(ActorFiles.cannotWrite(path, error.reason))
            }
        }
        return leftOut(map, path)
    }

    private struct Line {
        let actor: Actor?
        let service: Service?
    }

    private struct Column {
        let header: String
        let tag: String
        let text: (Line) -> String

        init(_ header: String, _ tag: String, _ text: @escaping (Line) -> String) {
            self.header = header
            self.tag = tag
            self.text = text
        }
    }

    private static func columns(_ map: ActorMap, _ knowledge: LocalKnowledge) -> [Column] {
        func languages(_ texts: [LocalText]) -> [String] {
            Set(texts.flatMap(\.languages)).sorted()
        }
        func ending(_ language: String) -> String { language.isEmpty ? "" : " (\(language))" }
        func tag(_ tag: String, _ language: String) -> String {
            language.isEmpty ? tag : "\(tag)+i_\(language)"
        }
        func name(_ code: String?, _ words: Vocabulary) -> String {
            code.map { words.name(of: $0, in: "en") } ?? ""
        }
        var columns = [Column("Organisation id", "#org+code") { $0.actor?.id ?? "" }]
        columns += languages(map.actors.map(\.name)).map { language in
            Column("Organisation\(ending(language))", tag("#org+name", language)) {
                $0.actor?.name.texts[language] ?? ""
            }
        }
        columns += [
            Column("Other spellings", "#org+name+alt") {
                $0.actor?.aliases.joined(separator: "; ") ?? ""
            },
            Column("Organisation type", "#org+type+code") { $0.actor?.kind ?? "" },
            Column("Level", "#org+level") { $0.actor?.level ?? "" },
            Column("Activity code", "#activity+code") { $0.service?.activity ?? "" },
            Column("Activity", "#activity+name+i_en") {
                name($0.service?.activity, knowledge.activities)
            },
            Column("Need code", "#need+code") { $0.service?.need ?? "" },
            Column("Need", "#need+name+i_en") { name($0.service?.need, knowledge.needs) },
            Column("Place code", "#adm1+code") { $0.service?.place.written ?? "" },
            Column("Place", "#adm1+name+i_en") { line in
                guard case .at(let code) = line.service?.place else { return "" }
                return name(code, knowledge.places)
            },
            Column("Status", "#status") { $0.service?.status.rawValue ?? "" },
        ]
        columns += languages(map.services.map(\.name)).map { language in
            Column("Service\(ending(language))", tag("#service+name", language)) {
                $0.service?.name.texts[language] ?? ""
            }
        }
        return columns + [Column("Source", "#meta+source") { $0.service?.source ?? "" }]
    }

    private static func leftOut(_ map: ActorMap, _ path: String) -> [Problem] {
        guard !map.relations.isEmpty || !map.positions.isEmpty else { return [] }
        return [
            Problem(
                .note,
                "hxl.left-out",
                at: .init(path),
                "\(map.relations.count) ties between actors and \(map.positions.count) judgements of"
                    + " influence are not in it: such a table has no room for them.",
                remedy: "Write the ties as .graphml; judgements stay in positions.csv."
            )
        ]
    }
}
