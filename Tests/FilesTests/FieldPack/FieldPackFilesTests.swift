import Base
import Foundation
import Report
import Survey
import Testing

@testable import Files

/// A made-up design and form.
enum FieldSample {
    static func design(
        languages: [String] = ["en", "ru", "ky"],
        place: String? = nil,
        cluster: String = "cluster"
    ) throws -> SampleDesign {
        var study = Study()
        study.title = LocalText(["en": "Bread", "ru": "Хлеб", "ky": "Нан"])
        study.languages = languages
        study.isSynthetic = true
        var declaration = SampleDeclaration()
        declaration.strata = ["region"]
        declaration.size = .interviews(16)
        declaration.perCluster = 4
        declaration.responseRate = 0.8
        declaration.placeQuestion = place
        declaration.clusterQuestion = cluster
        let units = (0..<24).map { index in
            Frame.Unit(
                id: "u\(index)",
                name: "Place \(index)",
                key: [index < 12 ? "north" : "south"],
                size: 100,
                households: 60,
                language: index.isMultiple(of: 2) ? "ru" : "ky",
                row: index + 2
            )
        }
        return SampleDesign(
            study: study,
            declaration: declaration,
            form: Form(),
            frame: try Frame(keyNames: ["region"], strata: [], units: units),
            seed: 11,
            published: nil
        )
    }

    /// A form whose headers are spelled as people spell them, with an empty line above.
    static let form = [
        SheetText(
            name: "Survey",
            rows: [
                ["Type", "Name", "Label::English (en)", "Label::Русский (ru)", "constraint"],
                ["select_one region", "region", "Region", "Область"],
                ["select_one town", "town", "Town", "Город"],
                ["select_one cl", "cluster", "Cluster", "Кластер"],
                ["integer", "age", "Age", "Возраст", ". > 17"],
            ]
        ),
        SheetText(
            name: "choices",
            rows: [
                [],
                [
                    "List Name", "value", "label::English (en)", "label::Русский (ru)", "region",
                    "town",
                ],
                ["region", "north", "North", "Север"], ["region", "south", "South", "Юг"],
                ["region", "west", "West", "Запад"], [], ["cl", "old", "An old one", "Старый"],
                ["town", "x", "X", "Икс"], ["cl", "older", "An older one", "Ещё старее"],
                ["yes", "007", "Yes", "Да", "", "", "a note without a header"],
            ]
        ),
        SheetText(name: "settings", rows: [["form_title", "version"], ["Bread", "2024010100"]]),
        SheetText(name: "_notes", rows: [["=1+1", "", "kept as it is"]]),
    ]

    /// A folder that is removed at the end, with the form in it.
    static func withForm<T>(_ body: (_ folder: String, _ form: String) throws -> T) throws -> T {
        try withTemporaryFile { path in
            let width = form.map { $0.rows.map(\.count).max() ?? 0 }
            let sheets = zip(form, width).map { sheet, width in
                Workbook.Sheet(
                    name: sheet.name,
                    columns: (0..<width).map { column in
                        let head = sheet.rows[0]
                        return .init(head.indices.contains(column) ? head[column] : "")
                    },
                    rows: sheet.rows.dropFirst().map { $0.map { .text($0) } }
                )
            }
            try XLSX.write(Workbook(title: "", sheets: sheets), to: path)
            return try body((path as NSString).deletingLastPathComponent, path)
        }
    }
}

@Suite("The field pack")
struct FieldPackFilesTests {
    private func write(
        _ design: SampleDesign,
        form: String?,
        to folder: String
    ) throws -> (files: [String], warnings: [Problem]) {
        let pack = try #require(try FieldPack(design, form: form))
        return try FieldPackFiles(folder: folder + "/field").write(pack, pdf: false)
    }

    @Test("is three files, each with the same bytes every time")
    func files() throws {
        try FieldSample.withForm { folder, form in
            let design = try FieldSample.design()
            let first = try write(design, form: form, to: folder)
            let names = first.files.map { ($0 as NSString).lastPathComponent }
            #expect(names == ["sheets.html", "supervisor.xlsx", "form.xlsx"])
            let bytes = first.files.map { FileManager.default.contents(atPath: $0) }
            let second = try write(design, form: form, to: folder)
            #expect(second.files == first.files && second.warnings.isEmpty)
            #expect(bytes == second.files.map { FileManager.default.contents(atPath: $0) })
        }
    }

    @Test("leaves no form and no print of an earlier draw")
    func stale() throws {
        try FieldSample.withForm { folder, form in
            let design = try FieldSample.design()
            _ = try write(design, form: form, to: folder)
            let print = folder + "/field/sheets.pdf"
            try Data("an old print".utf8).write(to: URL(fileURLWithPath: print))
            let files = try write(design, form: nil, to: folder).files
            #expect(files.count == 2)
            #expect(!FileManager.default.fileExists(atPath: print))
            #expect(!FileManager.default.fileExists(atPath: folder + "/field/form.xlsx"))
        }
    }

    // MARK: - The form

    @Test("the form has the drawn clusters where the old list stood, all else cell for cell")
    func form() throws {
        try FieldSample.withForm { folder, form in
            let design = try FieldSample.design()
            let draw = try #require(design.draw)
            _ = try write(design, form: form, to: folder)
            let before = try XLSX.readText(path: form)
            let after = try XLSX.readText(path: folder + "/field/form.xlsx")
            #expect(before == FieldSample.form)
            #expect(after.map(\.name) == before.map(\.name))
            for (old, new) in zip(before, after) where old.name != "choices" {
                #expect(old == new)
            }
            let all = draw.clusters + draw.reserves
            let rows = after[1].rows
            #expect(Array(rows[..<6]) == Array(before[1].rows[..<6]))
            #expect(Array(rows[(6 + all.count)...]) == [before[1].rows[7], before[1].rows[9]])
            for (index, cluster) in all.enumerated() {
                let unit = design.frame.units[cluster.unit]
                let isReserve = index >= draw.clusters.count
                let label = "\(cluster.code) \(unit.name)"
                #expect(
                    rows[6 + index] == [
                        "cl", cluster.code, label + (isReserve ? " (reserve)" : ""),
                        label + (isReserve ? " (резерв)" : ""), unit.key[0],
                    ]
                )
            }
            let (read, problems) = XLSForm.parse(sheets: after, file: "form.xlsx")
            #expect(!problems.hasErrors)
            #expect(read?.lists["cl"]?.map(\.name) == all.map(\.code))
        }
    }

    @Test("a place question called like a part of the key keeps the codes that were drawn")
    func placeOfKey() throws {
        try FieldSample.withForm { _, form in
            let design = try FieldSample.design(place: "region")
            let sheets = try FieldForm(path: form, design: design).filled()
            let rows = sheets[1].rows.filter { $0.first == "region" }
            #expect(rows == Array(FieldSample.form[1].rows[2...3]))
        }
    }

    @Test("another place question gets the drawn places, each once, and clusters filter by them")
    func places() throws {
        try FieldSample.withForm { _, form in
            let design = try FieldSample.design(place: "town")
            let draw = try #require(design.draw)
            let rows = try FieldForm(path: form, design: design).filled()[1].rows
            let units = (draw.clusters + draw.reserves).map { design.frame.units[$0.unit] }
            #expect(
                rows.filter { $0.first == "town" }
                    == units.map { ["town", $0.id, $0.name, $0.name, $0.key[0], $0.id] }
            )
            #expect(rows.filter { $0.first == "cl" }.map { $0[5] } == units.map(\.id))
        }
    }

    @Test("questions that the form lacks are all told, with the nearest name; nothing is written")
    func missingQuestions() throws {
        try FieldSample.withForm { folder, form in
            let design = try FieldSample.design(place: "age", cluster: "clustr")
            let problems = try #require(
                #expect(throws: Problems.self) { try write(design, form: form, to: folder) }
            )
            #expect(
                problems.list.map(\.code.name).sorted() == [
                    "sample.no-cluster-question", "sample.no-place-question",
                ]
            )
            #expect(problems.list.contains { $0.remedy.hasPrefix("Did you mean cluster?") })
            #expect(!FileManager.default.fileExists(atPath: folder + "/field"))
        }
    }

    // MARK: - The supervisor's workbook

    @Test("counts of a cluster look at all contacts and at its own line", arguments: ["en", "ky"])
    func formulas(_ language: String) throws {
        let design = try FieldSample.design(languages: [language])
        let draw = try #require(design.draw)
        let book = SupervisorBook(design, draw).workbook()
        let contacts = try #require(book.sheets.first { $0.columns.count == 8 })
        // Counted from what is read back, not from what is to be written.
        try withTemporaryFile { path in
            try XLSX.write(book, to: path)
            let sheets = try XLSX.readText(path: path)
            let log = try #require(sheets.first { $0.name == contacts.name }).rows
            let head = try #require(
                log.firstIndex { $0.first == contacts.columns[0].header }
            )
            let words = Words(Report.Language(code: language) ?? .ru)
            #expect(contacts.columns[4].header == words(FieldWord.result))
            let lines = "$\(head + 2):$COLUMN$\(log.count)"
            let first = sheets[0].rows.firstIndex { $0.first == draw.clusters[0].code } ?? 0
            for (index, row) in book.sheets[0].rows.enumerated() {
                for (cell, pattern) in zip(row[9...11], ["1.1*", "?*", "2.1*"]) {
                    let name = "'\(contacts.name)'!"
                    func range(_ column: String) -> String {
                        "\(name)$\(column)" + lines.replacing("COLUMN", with: column)
                    }
                    let formula =
                        "COUNTIFS(\(range("A")),$A\(first + index + 1),\(range("E")),"
                        + "\"\(pattern)\")"
                    #expect(cell == .formula(formula))
                }
            }
            let households = zip(draw.clusters + draw.reserves, design.routes)
                .flatMap { cluster, route in
                    (1...route.households).map { [cluster.code, "\($0)"] }
                }
            #expect(log.dropFirst(head + 1).map { Array($0[..<2]) } == households)
        }
    }

    @Test("once somebody has written into the workbook, it is left as it is")
    func log() throws {
        try FieldSample.withForm { folder, form in
            let design = try FieldSample.design()
            _ = try write(design, form: form, to: folder)
            let path = folder + "/field/supervisor.xlsx"
            try XLSX.write(SupervisorBook.filled(design, ["1.1"]), to: path)
            let used = FileManager.default.contents(atPath: path)
            let again = try write(design, form: form, to: folder)
            #expect(again.warnings.map(\.code.name) == ["sample.log-in-use"])
            #expect(!again.files.contains(path) && again.files.count == 2)
            #expect(FileManager.default.contents(atPath: path) == used)
            // Somebody's own file is not ours to write over either.
            try Data("no workbook".utf8).write(to: URL(fileURLWithPath: path))
            #expect(try write(design, form: form, to: folder).warnings.count == 1)
        }
    }
}

extension SupervisorBook {
    /// The workbook of a design with `codes` in the first contacts.
    static func filled(_ design: SampleDesign, _ codes: [String]) throws -> Workbook {
        let draw = try #require(design.draw)
        var book = SupervisorBook(design, draw).workbook()
        let log = try #require(book.sheets.firstIndex { $0.columns.count == 8 })
        for (row, code) in codes.enumerated() {
            book.sheets[log].rows[row] += [.empty, .text(code)]
        }
        return book
    }
}
