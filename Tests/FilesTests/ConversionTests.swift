import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

/// A folder with the files given, for `body`; removed afterwards.
private func withFolder(_ files: [String: String] = [:], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("ashar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try body(folder.path + "/")
}

private func kobo(_ name: String) -> String {
    sourceFixtures().appendingPathComponent("Kobo/\(name)").path
}

@Suite("Converting data files")
struct ConversionTests {
    private static let csv =
        [
            "id,sex,age,visit,comment", "1,f,34,2024-02-29,\"да, \"\"да\"\"\"",
            "2,m,,2024-03-01,нет", "3,f,61.5,,", "",
        ].joined(separator: "\r\n")

    @Test("CSV survives the way through the other formats", arguments: ["xlsx", "sav", "zsav"])
    func circle(ending: String) throws {
        try withFolder(["a.csv": ConversionTests.csv]) { folder in
            let middle = folder + "b." + ending
            let (files, _) = try Conversion.convert(from: folder + "a.csv", to: middle)
            #expect(files == [middle])
            _ = try Conversion.convert(from: middle, to: folder + "c.csv")
            #expect(
                try String(contentsOfFile: folder + "c.csv", encoding: .utf8) == ConversionTests.csv
            )
        }
    }

    @Test("with a form, a Kobo export becomes an SPSS file with the form's labels")
    func form() throws {
        try withFolder { folder in
            let (files, problems) = try Conversion.convert(
                from: kobo("labels-both.xlsx"),
                to: folder + "kobo.sav",
                form: kobo("form.xlsx"),
                leaving: ["name", "phone"],
                language: "ru"
            )
            #expect(files == [folder + "kobo.sav", folder + "kobo-household.sav"])
            #expect(!problems.hasErrors)
            let data = try StatFile.read(path: files[0]).data
            #expect(data["name"] == nil)
            #expect(data["phone"] == nil)
            #expect(data["consent"]?.label == "Вы согласны участвовать?")
            guard case .codes(_, let categories) = data["consent"]?.values else {
                Issue.record("consent is no list")
                return
            }
            #expect(categories.map { $0.text(in: "") } == ["Да", "Нет"])
            #expect(data["needs_job"] != nil)
        }
    }

    @Test("the codebook is written as its ending says")
    func codebook() throws {
        try withFolder(["a.csv": ConversionTests.csv]) { folder in
            for ending in ["md", "html"] {
                let path = folder + "book." + ending
                let (files, _) = try Conversion.codebook(of: folder + "a.csv", to: path)
                #expect(files == [path])
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.hasPrefix(ending == "md" ? "# Codebook: a.csv\n" : "<!DOCTYPE html>"))
                #expect(!text.contains("нет"))
            }
        }
    }

    @Test("with an error nothing is written")
    func errors() throws {
        let broken = ConversionTests.csv + "4,f\r\n5,m,1,2,3,4,5,6\r\n"
        try withFolder(["a.csv": ConversionTests.csv, "broken.csv": broken]) { folder in
            func codes(_ source: String, _ target: String, leaving: [String] = []) -> [String] {
                do throws(Problems) {
                    _ = try Conversion.convert(
                        from: folder + source,
                        to: folder + target,
                        leaving: leaving
                    )
                    return []
                } catch {
                    return error.list.filter { $0.severity == .error }.map(\.code.name)
                }
            }
            #expect(codes("a.csv", "a.csv") == ["convert.same-file"])
            #expect(codes("a.csv", "./a.csv") == ["convert.same-file"])
            #expect(codes("a.csv", "b.ods") == ["convert.unknown-format"])
            #expect(codes("a.csv", "b.sav", leaving: ["ages"]) == ["convert.no-such-column"])
            #expect(codes("none.csv", "b.sav") == ["file.missing"])
            #expect(!codes("broken.csv", "b.sav").isEmpty)
            #expect(codes("a.csv", "no/folder/b.csv") == ["file.cannot-write"])
            #expect(codes("a.csv", "no/folder/b.sav") == ["sav.not-written"])
            let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(left == ["a.csv", "broken.csv"])
        }
    }

    @Test("a column that is left out reaches no file", arguments: ["csv", "xlsx", "sav"])
    func leaving(ending: String) throws {
        try withFolder(["a.csv": ConversionTests.csv]) { folder in
            let path = folder + "b." + ending
            _ = try Conversion.convert(from: folder + "a.csv", to: path, leaving: ["comment"])
            let data = try DataFile.read(path: path).sheets[0].data
            #expect(data.names == ["id", "sex", "age", "visit"])
        }
    }
}
