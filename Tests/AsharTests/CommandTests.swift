import Base
import Files
import Foundation
import Testing

@Suite("The commands")
struct CommandTests {
    /// What `--json` prints with each verb.
    private struct Outcome: Decodable {
        let files: [String]
        let problems: [Problem]
    }

    /// A working study in a folder of its own.
    private func study() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try Program.run(["new", folder.path]).status == 0)
        return folder
    }

    private func edit(
        _ folder: TemporaryFolder,
        _ old: String,
        to new: String,
        in file: String = "study.yaml"
    ) throws {
        let text = try folder.text(file)
        try #require(text.contains(old))
        try text.replacingOccurrences(of: old, with: new)
            .write(toFile: folder.file(file), atomically: true, encoding: .utf8)
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path)
    }

    // MARK: - All is well

    @Test("one line on standard output names the result, standard error is empty")
    func oneLine() throws {
        let folder = try TemporaryFolder()
        let new = try Program.run(["new", folder.path])
        let check = try Program.run(["check", folder.path])
        let report = try Program.run(["report", folder.path])
        for (ending, word) in [(new, "study.yaml"), (check, "200 rows"), (report, "report.html")] {
            #expect(ending.status == 0)
            #expect(ending.lines.count == 1)
            #expect(ending.output.contains(word))
            #expect(ending.complaints.isEmpty)
        }
        #expect(exists(folder.file("report/report.html")))
        #expect(exists(folder.file("report/tables.xlsx")))
    }

    @Test("--json prints the files written and the problems, and nothing else")
    func json() throws {
        let folder = try TemporaryFolder()
        for (arguments, files) in [
            (["new", folder.path], 4), (["check", folder.path], 0), (["report", folder.path], 3),
        ] {
            let ending = try Program.run(arguments + ["--json"])
            #expect(ending.status == 0)
            let outcome = try JSONDecoder().decode(Outcome.self, from: Data(ending.output.utf8))
            #expect(outcome.files.count >= files)
            #expect(outcome.files.allSatisfy { exists($0) })
            #expect(outcome.problems.isEmpty)
            #expect(ending.complaints.isEmpty)
        }
        let look = try Program.run(["look", folder.path, "--json"])
        let outcome = try JSONDecoder().decode(Outcome.self, from: Data(look.output.utf8))
        #expect(outcome.files == [folder.file("report/look.html")])
    }

    // MARK: - Errors in the input: 1

    @Test("errors go to standard error, nothing to standard output, and nothing is written")
    func errors() throws {
        let folder = try study()
        try edit(folder, "breakdowns: [residence", to: "breakdowns: [residense")
        for verb in ["check", "report"] {
            let ending = try Program.run([verb, folder.path])
            #expect(ending.status == 1)
            #expect(ending.output.isEmpty)
            #expect(
                ending.complaints.contains("study.yaml:40:14: error: The data hold no variable")
            )
            #expect(
                ending.complaints.contains("Did you mean residence? [study.unknown-variable]")
            )
            #expect(ending.complaints.hasSuffix("1 error, 0 warnings.\n"))
            let machine = try Program.run([verb, folder.path, "--json"])
            let outcome = try JSONDecoder().decode(Outcome.self, from: Data(machine.output.utf8))
            #expect(machine.status == 1)
            #expect(outcome.files.isEmpty)
            #expect(outcome.problems.map(\.code) == ["study.unknown-variable"])
            #expect(outcome.problems.first?.location.line == 40)
        }
        #expect(!exists(folder.file("report")))
    }

    @Test("warnings do not stop the report")
    func warnings() throws {
        let folder = try study()
        try edit(folder, "-w3, +w4", to: "+w3, +w4")
        let ending = try Program.run(["report", folder.path])
        #expect(ending.status == 0)
        #expect(ending.lines.count == 1)
        #expect(ending.complaints.contains("[scale.likely-wrong-key]"))
        #expect(ending.complaints.hasSuffix("0 errors, 1 warning.\n"))
    }

    @Test("a folder that is not there, and one without study.yaml, say what to do")
    func noStudy() throws {
        let folder = try TemporaryFolder()
        for path in [folder.file("nowhere"), folder.path] {
            for verb in ["check", "report", "look"] {
                let ending = try Program.run([verb, path])
                #expect(ending.status == 1, "\(verb)")
                #expect(ending.output.isEmpty)
                #expect(ending.complaints.contains("There is no file study.yaml in \(path)."))
                #expect(ending.complaints.contains("`ashar new`"))
            }
        }
    }

    @Test("new leaves a study that is there as it is")
    func existing() throws {
        let folder = try study()
        try edit(folder, "an example", to: "mine")
        let before = try folder.text("study.yaml")
        let ending = try Program.run(["new", folder.path])
        #expect(ending.status == 1)
        #expect(ending.output.isEmpty)
        #expect(ending.complaints.contains("[new.exists]"))
        #expect(try folder.text("study.yaml") == before)
    }

    @Test("new drafts a study from data with a bad row, says so, and ends with 1")
    func draftOfBadData() throws {
        let folder = try TemporaryFolder()
        try "sex,age\nf,30\nm\n".write(
            toFile: folder.file("answers.csv"),
            atomically: true,
            encoding: .utf8
        )
        let target = folder.file("study")
        let ending = try Program.run(["new", target, "--data", folder.file("answers.csv")])
        #expect(ending.status == 1)
        #expect(ending.complaints.contains("answers.csv:3: error:"))
        #expect(ending.lines.count == 1)
        #expect(ending.output.contains("study.yaml"))
        #expect(exists(folder.file("study/study.yaml")))
    }

    @Test("convert and codebook write nothing of a file with a bad row")
    func badData() throws {
        let folder = try TemporaryFolder()
        let data = folder.file("answers.csv")
        try "sex,age\nf,30\nm\n".write(toFile: data, atomically: true, encoding: .utf8)
        for arguments in [
            ["convert", data, folder.file("answers.xlsx")],
            ["codebook", data, "--output", folder.file("book.md")],
        ] {
            let ending = try Program.run(arguments)
            #expect(ending.status == 1)
            #expect(ending.output.isEmpty)
            #expect(ending.complaints.contains("[csv.bad-row]"))
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["answers.csv"]
        )
    }

    // MARK: - The machine: 2

    @Test("a place that cannot be written to ends with 2")
    func cannotWrite() throws {
        let folder = try study()
        try "".write(toFile: folder.file("file"), atomically: true, encoding: .utf8)
        for arguments in [
            ["new", folder.file("file/below")],
            ["report", folder.path, "--output", folder.file("file/below")],
            ["look", folder.path, "--output", folder.file("file/below")],
            ["convert", folder.file("answers.csv"), folder.file("file/below.csv")],
            ["convert", folder.file("answers.csv"), folder.file("file/below.xlsx")],
            ["convert", folder.file("answers.csv"), folder.file("file/below.sav")],
            ["codebook", folder.file("answers.csv"), "--output", folder.file("file/below.md")],
        ] {
            let ending = try Program.run(arguments)
            #expect(ending.status == 2, "\(arguments): \(ending.complaints)")
            #expect(ending.output.isEmpty)
            #expect(ending.complaints.contains("error: "))
        }
    }

    @Test("without a browser, report --pdf writes all but the PDF and ends with 2")
    func noBrowser() throws {
        let folder = try study()
        let ending = try Program.run(["report", folder.path, "--pdf"], path: "/nowhere")
        #expect(ending.status == 2)
        #expect(ending.complaints.contains("[pdf.no-browser]"))
        #expect(ending.output.contains("report.html"))
        #expect(exists(folder.file("report/report.html")))
        #expect(!exists(folder.file("report/report.pdf")))
    }

    // MARK: - Wrong use: 64

    @Test(
        "wrong use ends with 64 and says what is right",
        arguments: [
            ["nosuch"], ["check"], ["check", "a", "b"], ["report", "a", "--nosuch"],
            ["convert", "a"],
            ["new", "a", "--form", "form.xlsx"], ["codebook", "a", "--disclose-at-least", "0"],
        ]
    )
    func wrongUse(arguments: [String]) throws {
        let ending = try Program.run(arguments)
        #expect(ending.status == 64)
        #expect(ending.output.isEmpty)
        #expect(ending.complaints.contains("Usage: ashar"))
    }

    // MARK: - Completions

    @Test("there are completions for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let ending = try Program.run(["--generate-completion-script", shell])
        #expect(ending.status == 0)
        for word in ["ashar", "report", "codebook", "leave-out", "disclose-at-least"] {
            #expect(ending.output.contains(word), "\(word)")
        }
    }

    @Test("without arguments the program explains itself")
    func alone() throws {
        let ending = try Program.run([])
        #expect(ending.status == 0)
        #expect(ending.output == (try Program.run(["--help"]).output))
        #expect(try Program.run(["--version"]).lines.count == 1)
    }
}
