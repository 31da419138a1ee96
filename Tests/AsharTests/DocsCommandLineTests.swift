import Foundation
import TestKit
import Testing

@Suite("docs/cli.md")
struct DocsCommandLineTests {
    /// The verbs in the order in which the program names them, or the verbs of `verb`.
    private func verbs(of verb: String? = nil) throws -> [String] {
        let help = try Program.run(verb.map { ["help", $0] } ?? ["--help"]).output
        let parts = help.components(separatedBy: "SUBCOMMANDS:\n")
        guard parts.count == 2, let list = parts.last else { return [] }
        return list.split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test("is what the program says of itself")
    func page() throws {
        var page = Self.head
        page += "\n## ashar\n\n\(block(try Program.run(["--help"]).output))"
        for verb in try verbs() {
            page += "\n## ashar \(verb)\n\n\(block(try Program.run(["help", verb]).output))"
            for inner in try verbs(of: verb) {
                let help = try Program.run(["help", verb, inner]).output
                page += "\n### ashar \(verb) \(inner)\n\n\(block(help))"
            }
        }
        try expectGolden("docs/cli.md", page, in: Example.root)
    }

    @Test("there is an example in the help of each verb, and --help says the same as help")
    func examples() throws {
        let verbs = try verbs()
        #expect(verbs.count >= 6)
        for verb in verbs {
            let help = try Program.run(["help", verb])
            #expect(help.status == 0)
            #expect(help.output.contains("\n  ashar \(verb) "), "\(verb) has no example")
            #expect(try Program.run([verb, "--help"]).output == help.output)
        }
    }

    private func block(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.replacingOccurrences(of: #"\s+$"#, with: "", options: .regularExpression) }
        let trimmed = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
        return "```text\n\(trimmed)\n```\n"
    }

    private static let head = """
        # The command line

        `ashar` is one program with several verbs. `ashar help VERB` prints what stands here.

        **Where things are printed.** The result goes to standard output, in one line that names what was
        written; `look` first lists what it noticed. Problems go to standard error, each with its place and its mend; `docs/problems.md`
        explains every code in square brackets. On a terminal, work that takes more than a second says
        what it is doing.

        **For machines.** Every verb takes `--json` and then prints one JSON object on standard output:
        `files` (the paths written, the main one first) and `problems` (each with `severity`, `code`,
        `location` with `file`, `line` and `column`, `message` and `remedy`). `look` adds `look`, its
        numbers. The verbs of `estimate` print a list of estimates, which docs/estimate.md describes; where they
        fail, the same object as the others. `audit` prints what `findings.json` holds: `findings` (each with
        every key; what is absent is null), and what was `checked` and left `silent` by each rule; where its
        folder has errors, the same object as the others. The exit status is the same with and without `--json`.

        **Exit status.**

        | status | meaning |
        |---|---|
        | 0 | Done. There may be warnings and notes. |
        | 1 | The input has errors. `check` found some; `report`, `convert` and `codebook` wrote nothing. Only `new` may have drafted the study all the same, so that there is a place to mend it; then it says so. |
        | 2 | The machine stood in the way: no permission to write, the disk is full, no browser for the PDF. What was written before is whole, and named. |
        | 3 | `audit` found something as bad as `--fail-on` says, or worse: by default something contradictory or impossible. All its files were written. |
        | 64 | Wrong use: an unknown verb or option, a missing argument. |

        `look` is for studies that are not ready yet: it ends with 0 when its page is written, even when
        the study has errors; it says how many.

        **Completions.** The shell can complete verbs, options and file names:

        ```text
        ashar --generate-completion-script bash > ~/.local/share/bash-completion/completions/ashar
        ashar --generate-completion-script zsh  > ~/.zsh/completions/_ashar
        ashar --generate-completion-script fish > ~/.config/fish/completions/ashar.fish
        ```

        For zsh, the folder must be in `fpath` before `compinit` runs.

        This page is written by a test from the program's own help: `ASHAR_GOLDEN=write swift test --filter
        DocsCommandLineTests` renews it.

        """
}
