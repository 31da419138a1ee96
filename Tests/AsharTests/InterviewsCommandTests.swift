import Foundation
import Testing

@Suite("ashar interviews")
struct InterviewsCommandTests {
    private static let tables = [
        "study.yaml": "title: T\nlanguages: [ky]\nsynthetic: true\ninterviews: interviews\n",
        "interviews/sources.csv":
            "id,kind,place,informant,sex,file,synthetic\nK,interview,osh,client,female,k.txt,yes\n",
        "interviews/texts/k.txt": "Иш жок, үй жок. 😀 Иш жок.\n",
        "interviews/codebook.csv": "code,name.ky\nиш,Иш\n",
        "interviews/codings.csv":
            "source,start,end,quote,code,coder\nK,18,24,Иш жок,иш,A\nK,8,14,үй жок,иш,\n",
    ]

    private func study(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files {
            let file = URL(fileURLWithPath: folder.file(name))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
        return folder
    }

    @Test("carries a study to another folder, and finds its passages there", arguments: ["qdpx"])
    func thereAndBack(_ ending: String) throws {
        let first = try study(Self.tables)
        let second = try study(["study.yaml": Self.tables["study.yaml"] ?? ""])
        let file = first.file("all.\(ending)")
        let out = try Program.run(["interviews", "export", first.path, "--to", file])
        #expect(out.status == 0)
        #expect(out.complaints.isEmpty)
        let back = try Program.run(["interviews", "import", second.path, file])
        #expect(back.status == 0)
        #expect(back.output.hasPrefix("1 source, 1 code, 2 passages, 2 codings in the file"))
        let codings = try String(
            contentsOfFile: second.file("interviews/codings-all.csv"),
            encoding: .utf8
        )
        #expect(codings.contains("K,18,24,Иш жок,,Иш,A,"))
        #expect(codings.contains("K,8,14,үй жок,,Иш,,"))
        let sources = try String(
            contentsOfFile: second.file("interviews/sources.csv"),
            encoding: .utf8
        )
        #expect(sources.contains("K,interview,osh,client,female,1,"))
        let again = try Program.run(["interviews", "import", second.path, file])
        #expect(again.status == 1)
        #expect(again.complaints.contains("[interviews.exists]"))
        #expect(again.output.isEmpty)
    }

    @Test("finds words without regard to case, and says how often")
    func find() throws {
        let folder = try study(Self.tables)
        let found = try Program.run(["interviews", "find", folder.path, "иш ЖОК", "--limit", "1"])
        #expect(found.status == 0)
        #expect(found.output.contains("K 0–6  [Иш жок], үй жок."))
        #expect(found.output.contains("2 places in 1 source."))
        let none = try Program.run(["interviews", "find", folder.path, "турак"])
        #expect(none.output == "0 places in 0 sources.\n")
    }

    @Test("writes where passages stand after their text has changed")
    func locate() throws {
        var files = Self.tables
        files["interviews/texts/k.txt"] = "Суроо.\nИш жок, үй жок. 😀 Иш бар.\n"
        let folder = try study(files)
        let run = try Program.run(["interviews", "locate", folder.path, "--write"])
        #expect(run.status == 0)
        #expect(run.complaints.contains("Quotes: 0 exact, 2 moved, 0 ambiguous, 0 lost"))
        let codings = try String(
            contentsOfFile: folder.file("interviews/codings.csv"),
            encoding: .utf8
        )
        #expect(codings.contains("K,7,13,Иш жок,иш,A,"))
        #expect(codings.contains("K,15,21,үй жок,иш,"))
    }

    @Test("prints what happened as JSON")
    func json() throws {
        let folder = try study(Self.tables)
        let file = folder.file("no such.qdpx")
        let run = try Program.run(["interviews", "import", folder.path, file, "--json"])
        #expect(run.status == 1)
        #expect(run.output.contains("\"file.missing\""))
    }
}
