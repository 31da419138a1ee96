import Base
import Foundation
import Qualitative
import Testing

@testable import Files

@Suite("The folder of the interviews")
struct InterviewFolderTests {
    /// A study's folder that is gone after the test.
    private final class Folder {
        let path: String

        init(_ files: [String: String] = [:]) throws {
            path = try QDAFixtures.temporaryFolder()
            let study = "title: T\nlanguages: [en]\nsynthetic: true\ninterviews: interviews\n"
            try write(files.merging(["study.yaml": study]) { first, _ in first })
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ files: [String: String]) throws {
            for (name, text) in files {
                let place = URL(fileURLWithPath: path + "/" + name)
                try FileManager.default.createDirectory(
                    at: place.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(text.utf8).write(to: place)
            }
        }

        func text(_ name: String) -> String {
            String(
                decoding: FileManager.default.contents(atPath: path + "/" + name) ?? Data(),
                as: UTF8.self
            )
        }

        /// Every file with its text.
        var all: [String: String] {
            let names = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
            return Dictionary(names.map { ($0, text($0)) }) { first, _ in first }
        }

        func add(_ file: String) throws -> [String] {
            let interviews = InterviewFolder(path: path)
            #expect(interviews.problems.isEmpty)
            let draft = try InterviewExchange.read(
                path: QDAFixtures.path(file),
                for: interviews.study
            )
            let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
            return try interviews.add(draft, called: name)
                .map { String($0.dropFirst(path.count + 1)) }
        }
    }

    @Test("takes a project in, and reads as it was written")
    func takesIn() throws {
        let folder = try Folder()
        #expect(
            try folder.add("ashar_sample.qdpx") == [
                "interviews/texts/KII-01 Tokmok.txt", "interviews/texts/FGD-02 Jalal-Abad.txt",
                "interviews/sources.csv", "interviews/codebook.csv",
                "interviews/codings-ashar_sample.csv",
            ]
        )
        let interviews = InterviewFolder(path: folder.path)
        #expect(interviews.problems.isEmpty)
        #expect(interviews.study.evidence.excerpts.count == 7)
        #expect(interviews.study.evidence.excerpts.allSatisfy { $0.state == .exact })
        #expect(interviews.study.evidence.codes["seasonal"]?.parent == "employment")
    }

    @Test("takes a second project in beside the first, and changes no file")
    func second() throws {
        let folder = try Folder()
        _ = try folder.add("taguette/codebook.csv")
        _ = try folder.add("ashar_sample.qdpx")
        let before = folder.all
        // Both of its codes are there already, and are not written again.
        #expect(
            try folder.add("utf8_bytes.qdpx") == [
                "interviews/texts/KII-01.txt", "interviews/sources-utf8_bytes.csv",
                "interviews/codings-utf8_bytes.csv",
            ]
        )
        let after = folder.all
        #expect(before.allSatisfy { after[$0.key] == $0.value })
        #expect(InterviewFolder(path: folder.path).problems.isEmpty)
    }

    @Test("refuses clashes all at once, and writes nothing then")
    func clashes() throws {
        let folder = try Folder([
            "interviews/sources.csv":
                "id,kind,file\nKII-01 Tokmok,interview,a.txt\nFGD-02 Jalal-Abad,focus_group,\n",
            "interviews/texts/a.txt": "Another text.",
            "interviews/codings-ashar_sample.csv": "source,code\n",
        ])
        let before = folder.all
        let error = #expect(throws: Problems.self) { try folder.add("ashar_sample.qdpx") }
        #expect(
            error?.list.map(\.description) == [
                """
                interviews: error: The study has the source “KII-01 Tokmok” with another text.
                    Is it the same interview? Then put the same text into both; else rename one of them. \
                [interviews.clash]
                """,
                """
                interviews: error: The study has the source “FGD-02 Jalal-Abad” without a text, and the \
                file brings one.
                    Is it the same interview? Then put the same text into both; else rename one of them. \
                [interviews.clash]
                """,
                """
                interviews/codings-ashar_sample.csv: error: This file is there already, and nothing is \
                written over.
                    If it comes from an earlier import, move it away first; or rename the file that you \
                import. [interviews.exists]
                """,
            ]
        )
        #expect(folder.all == before)
    }

    @Test("finds passages again after a text has changed, and writes where they are")
    func locates() throws {
        let folder = try Folder()
        _ = try folder.add("ashar_sample.qdpx")
        let text = folder.text("interviews/texts/KII-01 Tokmok.txt")
        try folder.write([
            "interviews/texts/KII-01 Tokmok.txt":
                "Кириш.\n" + text.replacing("café & <naïve>", with: "café")
        ])
        let place = "interviews/codings-ashar_sample.csv"
        let before = folder.text(place)
        let dry = try InterviewFolder(path: folder.path).locate(writing: false)
        #expect(dry.files.isEmpty)
        #expect(folder.text(place) == before)
        #expect(
            dry.problems.map(\.message) == [
                "The text does not hold “café & <naïve>”.",
                "Quotes: 2 exact, 4 moved, 0 ambiguous, 1 lost, 0 of sources without a text.",
            ]
        )
        #expect(dry.problems.first?.location == .init(place, line: 6, column: "quote"))
        let wet = try InterviewFolder(path: folder.path).locate(writing: true)
        #expect(wet.files == [folder.path + "/" + place])
        let after = try InterviewFolder(path: folder.path).locate(writing: true)
        #expect(after.files.isEmpty)
        #expect(
            after.problems.last?.message
                == "Quotes: 6 exact, 0 moved, 0 ambiguous, 1 lost, 0 of sources without a text."
        )
        #expect(folder.text(place).contains("KII-01 Tokmok,75,102,Жумуш табуу"))
        #expect(folder.text(place).contains("KII-01 Tokmok,167,182,café & <naïve>"))
    }

    @Test("lets no name out that must not leave", arguments: ["qdpx", "csv", "xlsx"])
    func names(_ ending: String) throws {
        let folder = try Folder([
            "interviews/sources.csv": "id,kind,file\nK,interview,k.txt\n",
            "interviews/texts/k.txt": "Мен Асандын үйүнө бардым.",
            "interviews/pseudonyms.csv": "name,pseudonym\nАсан,Б\nНуржан,В\nын,Г\n",
        ])
        let path = "\(folder.path)/out.\(ending)"
        let error = #expect(throws: Problems.self) {
            try InterviewFolder(path: folder.path).export(to: path)
        }
        #expect(
            error?.list.map(\.message) == [
                "The transcripts hold 1 of the names that must not leave: nothing was written."
            ]
        )
        #expect(!FileManager.default.fileExists(atPath: path))
        try folder.write(["interviews/texts/k.txt": "Мен Б-нын үйүнө бардым. Тасанга."])
        #expect(throws: Never.self) {
            try InterviewFolder(path: folder.path).export(to: path)
        }
    }

    @Test("is asked for where the study names none")
    func notNamed() throws {
        let folder = try Folder()
        try folder.write(["study.yaml": "title: T\nlanguages: [en]\n"])
        #expect(
            InterviewFolder(path: folder.path).problems.map(\.code) == ["interviews.not-named"]
        )
    }

    @Test("has names of files that no system refuses")
    func safeNames() {
        #expect(InterviewFolder.safe("../../etc/пароль") == "------etc-пароль")
        #expect(InterviewFolder.safe("Маек № 1: Ош\n") == "Маек - 1- Ош-")
        #expect(InterviewFolder.safe("  ") == "import")
        #expect(InterviewFolder.safe(String(repeating: "ө", count: 300)).count == 80)
    }
}
