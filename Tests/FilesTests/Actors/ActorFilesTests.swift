import Base
import Files
import Foundation
import Testing

@Suite("Actors in and out of a study")
struct ActorFilesTests {
    private static let vocabulary = "list,code,under,name\nactivity,roofs,housing,Roofs\n"
    private static let actors = "id,name,kind,aliases\nA01,Oasis,ngo_local,PF Oasis\n"

    private func study(_ more: [String: String] = [:]) throws -> URL {
        let files = [
            "study.yaml": ActorSamples.studyText, "places.csv": ActorSamples.placesText,
            "vocabulary.csv": Self.vocabulary, "actors/actors.csv": Self.actors,
            "actors/services.csv": "actor,activity,need,place\nA01,housing,,north\n",
        ]
        return try ActorSamples.study(files.merging(more) { $1 })
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    }

    @Test(
        "new rows stand in tables of their own, which the study then reads; a second time nothing is new"
    )
    func importing() throws {
        let folder = try study([
            "in/Table 1.csv": """
            Who,Kind,What,Where
            #org,#org+type,#activity,#adm1
            pf oasis,,Roofs,South
            Oasis,,housing,North
            Red Crescent,ngo_local,roofs,everywhere

            """
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("in/Table 1.csv").path
        let imported = try ActorFiles(folder: folder.path).importing(file)
        #expect(
            imported.files.map { ($0 as NSString).lastPathComponent }
                == ["actors-table-1.csv", "services-table-1.csv"]
        )
        #expect(imported.found.known == 1)
        #expect(imported.found.joined.map(\.spelling) == ["pf oasis"])
        #expect(imported.found.joined.map(\.actor) == ["A01"])
        #expect(
            try text(imported.files[0])
                == "id,name,kind,aliases,level\r\nA02,Red Crescent,ngo_local,,\r\n"
        )
        #expect(
            try text(imported.files[1]) == """
                actor,activity,need,place,status,source\r
                A01,roofs,,south,provided,Table 1.csv\r
                A02,roofs,,everywhere,provided,Table 1.csv\r

                """
        )
        let again = ActorFiles(folder: folder.path)
        #expect(!again.problems.hasErrors)
        let second = try again.importing(file)
        #expect(second.files.isEmpty && second.found.known == 3)
    }

    @Test("an unknown word stops all of it, and the folder is as it was")
    func allOrNothing() throws {
        let folder = try study([
            "x.csv": "#org,#org+type,#activity\nNew,un,roofs\nOasis,,tents\nOasis,,tent\n"
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        let problems = #expect(throws: Problems.self) {
            try ActorFiles(folder: folder.path)
                .importing(folder.appendingPathComponent("x.csv").path)
        }
        #expect(problems?.list.map(\.location.line) == [3, 4])
        let after = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        #expect(before == after)
    }

    @Test("a table that was imported before is never written over")
    func importedBefore() throws {
        let folder = try study([
            "x.csv": "#org,#activity\nOasis,roofs\n",
            "actors/services-x.csv": "activity\nhousing\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("actors/services-x.csv").path
        let before = try text(path)
        // The row without an actor is an error of its own; a whole one lets the import begin.
        try Data("actor,activity\nA01,housing\n".utf8).write(to: URL(fileURLWithPath: path))
        let problems = #expect(throws: Problems.self) {
            try ActorFiles(folder: folder.path)
                .importing(folder.appendingPathComponent("x.csv").path)
        }
        #expect(problems?.list.map(\.code) == ["actors.imported-before"])
        #expect(try text(path) != before && text(path) == "actor,activity\nA01,housing\n")
    }

    @Test("into a folder without a list of actors comes the first one")
    func first() throws {
        let folder = try study(["x.csv": "#org,#org+type,#activity\nNew,un,roofs\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["actors.csv", "services.csv"] {
            try FileManager.default.removeItem(at: folder.appendingPathComponent("actors/\(name)"))
        }
        let imported = try ActorFiles(folder: folder.path)
            .importing(folder.appendingPathComponent("x.csv").path)
        #expect(
            imported.files.map { ($0 as NSString).lastPathComponent } == [
                "actors.csv", "services.csv",
            ]
        )
        #expect(!ActorFiles(folder: folder.path).problems.hasErrors)
    }

    @Test(
        "exports what can be imported, and says what it cannot hold",
        arguments: ["csv", "xlsx", "graphml"]
    )
    func exporting(_ ending: String) throws {
        let folder = try study([
            "actors/relations.csv": "from,to,kind\nA01,A01,funds\n",
            "actors/services.csv": "actor,activity,need,status\nA01,housing,,\n,,medical,absent\n",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("out.\(ending)").path
        let notes = try ActorFiles(folder: folder.path).export(to: path)
        #expect(notes.map(\.code) == [ending == "graphml" ? "graphml.left-out" : "hxl.left-out"])
        let again = try ActorFiles(folder: folder.path).importing(path)
        #expect(again.files.isEmpty)
    }

    @Test("other endings, and studies without a folder of actors, are told")
    func refusals() throws {
        let folder = try study(["empty/study.yaml": "title: Test\nlanguages: [en]\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        func codes(_ folder: String, _ body: (ActorFiles) throws(Problems) -> Void) -> [Problem
            .Code]
        {
            do throws(Problems) {
                try body(ActorFiles(folder: folder))
                return []
            } catch {
                return error.list.map(\.code)
            }
        }
        #expect(
            codes(folder.path) { (files) throws(Problems) in _ = try files.export(to: "x.pdf") }
                == ["actors.file-kind"]
        )
        #expect(
            codes(folder.path) { (files) throws(Problems) in _ = try files.importing("x.doc") }
                == ["actors.file-kind"]
        )
        let empty = folder.appendingPathComponent("empty").path
        #expect(
            codes(empty) { (files) throws(Problems) in _ = try files.export(to: "x.csv") }
                .contains("actors.no-folder")
        )
        #expect(
            codes(folder.path + "/nowhere") { (files) throws(Problems) in
                _ = try files.importing("x.csv")
            } == ["file.missing"]
        )
    }
}
