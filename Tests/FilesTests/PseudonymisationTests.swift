import Base
import Files
import Foundation
import Testing

@Suite("Names in a folder of interviews")
struct PseudonymisationTests {
    /// A study's folder of its own, deleted with the value.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("pseudonyms-\(UUID().uuidString)")

        init(_ files: [String: String]) throws {
            for (name, text) in files {
                let file = url.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: file)
            }
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func text(_ name: String) throws -> String {
            try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
        }

        func names(_ name: String = "") throws -> [String] {
            try FileManager.default
                .contentsOfDirectory(atPath: url.appendingPathComponent(name).path).sorted()
        }
    }

    private static let study = "title: T\ndata: {file: d.csv}\ninterviews: interviews/\n"
    private static let files = [
        "study.yaml": study,
        "d.csv": "a\n1\n",
        "interviews/sources.csv":
            "id,kind,language,file,title\nS1,interview,ky,S1.txt,Асан менен маек\nS2,interview,ru,S2.txt,\nD,document,,,\n",
        "interviews/texts/S1.txt": "🇰🇬 Асан иштейт.\r\nАсандын иши жок. Асанбек кетти.",
        "interviews/texts/S2.txt": "Здесь никого нет.",
        "interviews/codebook.csv": "code,definition\nwork,Асанга тиешелүү эмес\n",
        "interviews/codings.csv":
            "source,start,end,quote,told,code,coder,memo,before,after\n"
            + "S1,,,Асандын иши жок,,work,a,Асан айтты,,\n"
            + "S1,3,7,Асан,,work,b,,🇰🇬 , иштейт\n"
            + "S2,,,никого нет,,work,a,,,\n"
            + "D,,,,Асан туралуу,work,a,,,\n",
        "interviews/pseudonyms.csv": "name,pseudonym\nАсан,Бактыбек\n",
    ]

    @Test("a dry run tells all and changes nothing")
    func dry() throws {
        let folder = try Folder(Self.files)
        let work = Pseudonymisation(path: folder.url.path)
        #expect(!work.problems.hasErrors)
        #expect(
            work.changes.map(\.file) == [
                "interviews/texts/S1.txt", "interviews/codebook.csv", "interviews/codings.csv",
                "interviews/sources.csv",
            ]
        )
        #expect(work.changes[0].replaced.map(\.word) == ["Асан", "Асандын"])
        #expect(work.changes[0].replaced.map(\.replacement) == ["Бактыбек", "Бактыбектин"])
        #expect(work.changes[0].left.map(\.word) == ["Асанбек"])
        for (name, text) in Self.files { #expect(try folder.text(name) == text) }
    }

    @Test(
        "texts, passages, memos, titles and definitions change together, and the old ones are gone"
    )
    func writes() throws {
        let folder = try Folder(Self.files)
        let written = try Pseudonymisation(path: folder.url.path).write()
        #expect(written.count == 4)
        let text = "🇰🇬 Бактыбек иштейт.\nБактыбектин иши жок. Асанбек кетти."
        #expect(try folder.text("interviews/texts/S1.txt") == text)
        #expect(try folder.text("interviews/texts/S2.txt") == Self.files["interviews/texts/S2.txt"])
        #expect(try folder.text("interviews/sources.csv").contains("Бактыбек менен маек"))
        #expect(try folder.text("interviews/codebook.csv").contains("Бактыбекке тиешелүү"))
        let codings = try folder.text("interviews/codings.csv").split(separator: "\r\n")
        let start = Array("🇰🇬 Бактыбек иштейт.\n".unicodeScalars).count
        let words = "Бактыбектин иши жок"
        #expect(
            codings[1].hasPrefix(
                "S1,\(start),\(start + words.unicodeScalars.count),\(words),,work,a,Бактыбек айтты,"
            )
        )
        #expect(codings[2].hasPrefix("S1,3,11,Бактыбек,,work,b,,\"🇰🇬 \","))
        #expect(codings[3].hasPrefix("S2,,,никого нет"))
        #expect(codings[4].hasPrefix("D,,,,Бактыбек туралуу"))
        #expect(try folder.names() == ["d.csv", "interviews", "study.yaml"])
        // A second run finds nothing, and every passage stands where its row says.
        let again = Pseudonymisation(path: folder.url.path)
        #expect(again.changes.allSatisfy { $0.replaced.isEmpty })
        #expect(!again.problems.contains { $0.code == "interviews.moved" || $0.severity == .error })
    }

    @Test("a passage that is lost stops it, and nothing is written")
    func lost() throws {
        var files = Self.files
        files["interviews/codings.csv"] = "source,quote,code\nS1,Асан жок,work\n"
        let folder = try Folder(files)
        let work = Pseudonymisation(path: folder.url.path)
        #expect(work.problems.contains { $0.code == "interviews.lost" })
        #expect(try work.write() == [])
        #expect(try folder.text("interviews/texts/S1.txt") == files["interviews/texts/S1.txt"])
    }

    @Test(
        "a wrong list of names is told row by row",
        arguments: [
            ("А,Б\n", 2, "lacks a name"), ("Асан,\n", 2, "lacks a name"),
            ("Асан,Бек\nАсан,Нур\n", 3, "another pseudonym"),
            ("Асан,Бакыт\nБакыт,Нурлан\n", 2, "name of the list"),
        ]
    )
    func wrongList(_ rows: String, _ line: Int, _ words: String) throws {
        var files = Self.files
        files["interviews/pseudonyms.csv"] = "name,pseudonym\n" + rows
        let folder = try Folder(files)
        let problems = Pseudonymisation(path: folder.url.path).problems
            .filter { $0.code == "interviews.pseudonym" }
        #expect(Set(problems.map(\.location.line)) == [line])
        #expect(problems.first?.message.contains(words) == true)
        // No message tells a name.
        #expect(!problems.contains { $0.description.contains("Асан") })
    }

    @Test("without a list, or a folder, it says what is missing")
    func missing() throws {
        var files = Self.files
        files["interviews/pseudonyms.csv"] = nil
        let folder = try Folder(files)
        let codes = Pseudonymisation(path: folder.url.path).problems.map(\.code)
        #expect(codes.contains("interviews.no-pseudonyms"))
        let bare = try Folder(["study.yaml": "title: T\ndata: {file: d.csv}\n", "d.csv": "a\n1\n"])
        let found = Pseudonymisation(path: bare.url.path).problems.map(\.code)
        #expect(found.contains("interviews.no-folder"))
    }

    @Test("passages for print with names or numbers are errors at their row; others are not")
    func printed() throws {
        var files = Self.files
        files["interviews/codings.csv"] =
            "source,quote,told,code,print\nS1,Асандын иши жок,,work,yes\nS1,Асан иштейт,,work,\n"
            + "D,,тел. 0555 12 34 56,work,yes\nD,,a@b.kg же AN1234567,work,yes\nS2,никого нет,,work,yes\n"
        let folder = try Folder(files)
        let work = Pseudonymisation(path: folder.url.path)
        // What it is there to mend does not stop it.
        #expect(!work.problems.hasErrors)
        let problems = StudyFolder(path: folder.url.path).problems
        let personal = problems.filter { $0.code == "interviews.personal" }
        #expect(personal.map(\.location.line) == [2, 4, 5, 5])
        #expect(personal.map(\.location.column) == ["quote", "told", "told", "told"])
        #expect(
            !personal.contains {
                $0.description.contains("Асан") || $0.description.contains("0555")
            }
        )
    }
}
