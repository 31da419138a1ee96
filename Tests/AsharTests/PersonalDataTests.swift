import Base
import Files
import Foundation
import Report
import Survey
import Testing

/// Personal columns must not get past the door, and must not come out anywhere.
@Suite("Personal data")
struct PersonalDataTests {
    private let fixtures = Example.root.appendingPathComponent("Tests/FilesTests/Fixtures/Kobo")

    private func draft(in folder: TemporaryFolder) throws {
        _ = try NewStudy.draft(
            in: folder.path,
            form: fixtures.appendingPathComponent("form.xlsx").path,
            data: fixtures.appendingPathComponent("export.xlsx").path
        )
    }

    /// The names and telephone numbers that the export holds.
    private func secrets() throws -> [String] {
        let path = fixtures.appendingPathComponent("export.xlsx").path
        let sheet = try #require(try XLSX.read(path: path, options: ReadOptions()).sheets.first)
        let columns = sheet.data.columns.filter {
            ["name", "phone"].contains($0.name.split(separator: "/").last.map(String.init))
        }
        #expect(columns.count == 2)
        let values = columns.flatMap { column in
            (0..<column.rowCount).map { column.valueName(row: $0) }.filter { $0.count > 5 }
        }
        #expect(values.count > 100)
        return Array(Set(values))
    }

    @Test(
        "a drafted study declares name, phone, place on the map and device, and reads none of them"
    )
    func notRead() throws {
        let folder = try TemporaryFolder()
        try draft(in: folder)
        let study = StudyFolder(path: folder.path)
        #expect(Set(["name", "phone", "gps", "deviceid"]).isSubset(of: study.study.data.personal))
        let prepared = try #require(study.prepared)
        for name in study.study.data.personal { #expect(prepared.everyRow[name] == nil, "\(name)") }
        let secrets = try secrets()
        for column in prepared.everyRow.columns {
            for row in 0..<column.rowCount {
                let value = column.valueName(row: row)
                #expect(!secrets.contains(value), "\(column.name)")
            }
        }
    }

    @Test("no name and no telephone number is in any file that is written")
    func notWritten() throws {
        let folder = try TemporaryFolder()
        try draft(in: folder)
        let study = StudyFolder(path: folder.path)
        let results = try Example.results(in: folder.path)
        var problems: [Problem] = []
        var files = try ReportFiles(folder: folder.file("report"))
            .write(results, prose: study.prose(of: results, &problems))
        let look = LookBuilder(try #require(study.prepared)).build()
        files.append(try LookFiles(folder: folder.file("report")).write(look))
        let secrets = try secrets()
        for file in files where !file.hasSuffix(".xlsx") {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!secrets.contains { text.contains($0) }, "\(file)")
        }
        let workbook = try #require(files.first { $0.hasSuffix(".xlsx") })
        for sheet in try XLSX.readText(path: workbook) {
            let cells = Set(sheet.rows.flatMap { $0 })
            #expect(cells.isDisjoint(with: secrets), "\(sheet.name)")
        }
    }

    @Test("a study that forgets to declare them is warned of each")
    func warned() throws {
        let folder = try TemporaryFolder()
        try draft(in: folder)
        var lines = try folder.text("study.yaml").components(separatedBy: "\n")
        let start = try #require(lines.firstIndex { $0.hasPrefix("  personal:") })
        let end = try #require(lines[start...].firstIndex { $0.isEmpty })
        lines.removeSubrange(start..<end)
        try lines.joined(separator: "\n")
            .write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let warned = StudyFolder(path: folder.path).problems
            .filter { $0.code == "data.maybe-personal" }.compactMap(\.location.column)
        #expect(Set(["name", "phone", "gps", "deviceid"]).isSubset(of: warned))
    }
}
