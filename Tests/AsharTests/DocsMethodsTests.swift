import Foundation
import TestKit
import Testing

/// The worked examples of docs/methods are what the program prints.
@Suite("docs/methods")
struct DocsMethodsTests {
    private static let folder = Example.root.appendingPathComponent("docs/methods")

    /// The pages, by name.
    private static var pages: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }

    @Test("each command is followed by what it prints", arguments: pages)
    func examples(_ name: String) throws {
        let text = try String(
            contentsOf: Self.folder.appendingPathComponent(name),
            encoding: .utf8
        )
        var page = MethodPage(text)
        #expect(page.commands.count == text.components(separatedBy: "```sh\nashar ").count - 1)
        for place in page.commands.indices {
            let line = page.commands[place].line
            let words = try #require(MethodPage.words(of: line), "\(name): \(line)")
            let ending = try Program.run(
                Array(words.dropFirst()),
                folder: Self.folder.appendingPathComponent("examples").path
            )
            #expect(ending.status == 0, "\(name): \(line): \(ending.complaints)")
            page.commands[place].output = ending.output
        }
        try expectGolden(name, page.text, in: Self.folder)
    }

    @Test("there is an example of every statistic, and the index has every page")
    func isComplete() throws {
        var verbs: Set<String> = []
        for name in Self.pages {
            let file = Self.folder.appendingPathComponent(name)
            for command in MethodPage(try String(contentsOf: file, encoding: .utf8)).commands {
                let words = MethodPage.words(of: command.line) ?? []
                if words.count > 2, words[1] == "estimate" { verbs.insert(words[2]) }
            }
        }
        let help = try Program.run(["estimate", "--help"]).output
        let list = try #require(help.components(separatedBy: "SUBCOMMANDS:\n").last)
        let known = list.split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(known.count >= 11)
        #expect(Set(known).subtracting(verbs).sorted() == [], "statistics without an example")
        let index = try String(
            contentsOf: Self.folder.appendingPathComponent("README.md"),
            encoding: .utf8
        )
        for name in Self.pages where name != "README.md" {
            #expect(index.contains("](\(name))"), "\(name) is not in the index")
        }
    }

    @Test("commands are taken apart as a shell does it")
    func words() {
        #expect(MethodPage.words(of: "ashar a --b c,d") == ["ashar", "a", "--b", "c,d"])
        #expect(MethodPage.words(of: "ashar \"a ~ b\" ''") == ["ashar", "a ~ b", ""])
        #expect(MethodPage.words(of: "ashar \"a") == nil)
        #expect(MethodPage.words(of: "ashar a | b") == nil)
        #expect(MethodPage.words(of: "ls") == nil)
    }

    @Test("a page is put together from its commands, what they printed and all the rest")
    func parts() {
        let start = "Text.\n\n```sh\nashar a \\\n  --b\n```\n\n```text\n"
        let end = "\n```\n\n```r\nx\n```\n"
        var page = MethodPage(start + "old" + end)
        #expect(page.commands.map(\.line) == ["ashar a --b"])
        #expect(page.text == start + "old" + end)
        page.commands[0].output = "new\nlines\n"
        #expect(page.text == start + "new\nlines" + end)
        page = MethodPage(start + end.dropFirst() + start + "old" + end)
        #expect(page.commands.map(\.output) == ["", "old"])
        page.commands[0].output = "new\n"
        #expect(page.text == start + "new" + end + start + "old" + end)
        #expect(MethodPage("```r\nx\n```\n").commands.isEmpty)
    }
}

/// A page in pieces: each command with the block of its output, and what stands between them.
private struct MethodPage {
    struct Command {
        /// On one line.
        let line: String
        /// As the page has it, or as the program printed it.
        var output: String
    }

    var commands: [Command] = []
    /// What stands before the output of each command, and last what stands after the last of them.
    private var between: [String] = []

    init(_ text: String) {
        let pattern = /```sh\n(ashar (?:[^\n]|\n(?!```))*)\n```\n\n```text\n/
        var rest = text[...]
        while let match = rest.firstMatch(of: pattern) {
            let start = match.range.upperBound
            // A block that is still empty ends with the line break that it begins with.
            guard let end = rest[rest.index(before: start)...].range(of: "\n```") else { break }
            let isEmpty = end.lowerBound < start
            between.append(String(rest[..<start]))
            commands.append(
                Command(
                    line: String(match.1).replacing(#/ *\\\n */#, with: " "),
                    output: isEmpty ? "" : String(rest[start..<end.lowerBound])
                )
            )
            rest = rest[end.lowerBound...]
        }
        between.append(String(rest))
    }

    var text: String {
        zip(between, commands).reduce("") { page, part in
            let output = part.1.output
            return page + part.0 + (output.hasSuffix("\n") ? output.dropLast() : output[...])
        } + (between.last ?? "")
    }

    /// The words of a command of ashar alone, quotes taken off; nil for any other line.
    static func words(of line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for letter in line {
            if let open = quote {
                if letter == open { quote = nil } else { word?.append(letter) }
            } else if letter == "\"" || letter == "'" {
                quote = letter
                word = word ?? ""
            } else if letter == " " {
                if let word { words.append(word) }
                word = nil
            } else {
                guard !"|&;<>$`\n".contains(letter) else { return nil }
                word = (word ?? "") + String(letter)
            }
        }
        if let word { words.append(word) }
        return quote == nil && words.first == "ashar" ? words : nil
    }
}
