import Base
import Files
import Foundation
import Report
import Survey
import TestKit
import Testing

/// The manuals say what the program does, all of it and no more.
@Suite("The manuals")
struct DocsTests {
    private func text(_ name: String) throws -> String {
        try String(contentsOf: Example.root.appendingPathComponent(name), encoding: .utf8)
    }

    /// The paths of the Swift files below `folder`.
    private func sources(_ folder: String) throws -> [String] {
        let root = Example.root.appendingPathComponent(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root.path)
            .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }

    @Test("every link to a file of the repository leads to one")
    func links() throws {
        let root = Example.root
        let pages =
            try FileManager.default.subpathsOfDirectory(
                atPath: root.appendingPathComponent("docs").path
            )
            .filter { $0.hasSuffix(".md") }.map { "docs/\($0)" } + ["README.md", "CONTRIBUTING.md"]
        var count = 0
        for page in pages {
            let folder = root.appendingPathComponent(page).deletingLastPathComponent()
            for match in try text(page).matches(of: /\]\(([^)#:]+)\)/) {
                let target = folder.appendingPathComponent(String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(match.1)")
                count += 1
            }
        }
        #expect(count > 15)
    }

    // MARK: - problems.md

    /// The codes of problems in `source`: literals of two words with a dot between.
    ///
    /// File names look the same, and so do the paths of keys in study.yaml, which stand after `at:` or
    /// `of:`, or before the value that they name.
    private func codes(in source: String) -> Set<String> {
        let word = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
        let literal = "(?<!at: )(?<!of: )\"(\(word)\\.\(word))\"(?!, (?:study|fieldwork)\\.)"
        let files: Set = ["csv", "docx", "html", "json", "md", "pdf", "qde", "xlsx", "xml", "yaml"]
        guard let pattern = try? NSRegularExpression(pattern: literal) else { return [] }
        let whole = NSRange(source.startIndex..., in: source)
        let found = pattern.matches(in: source, range: whole).compactMap { match in
            Range(match.range(at: 1), in: source).map { String(source[$0]) }
        }
        // Attributes of GraphML are named so, too.
        let attributes: Set = ["attr.name", "attr.type"]
        return Set(found.filter { !files.contains(String($0.split(separator: ".")[1])) })
            .subtracting(attributes)
    }

    @Test("codes are told from file names and from keys of study.yaml")
    func codesOfSource() {
        let source = """
            Problem(.error, "csv.bad-row", at: place, "x"), ("design.single-cluster", "A cluster.")
            isEmpty ? "csv.empty-header" : "csv.duplicate-header"
            text(node, at: "design.single-cluster"); study.location(of: "data.sheet"); "report.html"
            let names = [("fieldwork.start", fieldwork.start), ("data.id", study.data.id)]
            "text.windows-1251"
            """
        #expect(
            codes(in: source) == [
                "csv.bad-row", "design.single-cluster", "csv.empty-header", "csv.duplicate-header",
                "text.windows-1251",
            ]
        )
    }

    @Test("docs/problems.md has one row for each code, and no other")
    func problems() throws {
        var used: Set<String> = []
        for path in try sources("Sources") { used.formUnion(codes(in: try text(path))) }
        #expect(used.count > 150)
        var listed: Set<String> = []
        let severities: Set = ["error", "warning", "note"]
        for line in try text("docs/problems.md").split(separator: "\n")
        where line.hasPrefix("| `") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .dropFirst().dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
            let code = cells[0].trimmingCharacters(in: ["`"])
            #expect(cells.count == 4 && cells.allSatisfy { !$0.isEmpty }, "\(code)")
            let severity = cells[1].components(separatedBy: " or ")
            #expect(severities.isSuperset(of: severity), "\(code): \(cells[1])")
            #expect(listed.insert(code).inserted, "\(code) stands twice")
        }
        #expect(used.subtracting(listed).sorted() == [], "codes without a row")
        #expect(listed.subtracting(used).sorted() == [], "rows without a code")
    }

    // MARK: - study.md

    /// The blocks of `language` in the page `name`, in its order.
    private func blocks(_ language: String, of name: String) throws -> [String] {
        try text(name).components(separatedBy: "```\(language)\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    @Test("docs/study.md has every key that study.yaml may have")
    func keys() throws {
        let manual = try text("docs/study.md")
        var keys: Set<String> = []
        for path in try sources("Sources/Files/StudyFolder") {
            for match in try text(path).matches(of: /known:\s*\[([^\]]*)\]/) {
                for key in match.1.matches(of: /"([a-z-]+)"/) { keys.insert(String(key.1)) }
            }
        }
        #expect(keys.count > 40)
        for key in keys.sorted() {
            #expect(manual.contains("`\(key)`"), "\(key)")
        }
    }

    @Test("each example of docs/study.md can be read")
    func examples() throws {
        let blocks = try blocks("yaml", of: "docs/study.md")
        #expect(blocks.count > 10)
        for block in blocks {
            let hasData = block.hasPrefix("data:") || block.contains("\ndata:")
            let (study, problems) = StudyFile.read((hasData ? "" : "data: a.csv\n") + block)
            #expect(study != nil)
            #expect(problems.list == [], "\(block)")
        }
    }

    @Test("the first example of docs/study.md works, with a form and answers")
    func wholeExample() throws {
        let folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        let block = try #require(try blocks("yaml", of: "docs/study.md").first)
        try block.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let study = StudyFolder(path: folder.path)
        #expect(study.allProblems().filter { $0.severity != .note } == [])
        #expect(study.prepared?.data.rowCount ?? 0 > 100)
    }

    // MARK: - expressions.md

    /// The answers of the Kobo form's fixture, which the examples are about.
    private func answers() throws -> Microdata {
        let fixtures = Example.root.appendingPathComponent("Tests/FilesTests/Fixtures/Kobo")
        let folder = try TemporaryFolder()
        _ = try NewStudy.draft(
            in: folder.path,
            form: fixtures.appendingPathComponent("form.xlsx").path,
            data: fixtures.appendingPathComponent("export.xlsx").path
        )
        return try #require(StudyFolder(path: folder.path).prepared?.everyRow)
    }

    @Test("each example of docs/expressions.md fits the data that it speaks of, and decides rows")
    func expressions() throws {
        let data = try answers()
        let rows = try text("docs/expressions.md").split(separator: "\n")
            .filter { $0.wholeMatch(of: /\| \d+ \| `.*/) != nil }
        #expect(rows.count >= 15)
        for row in rows {
            let cells = row.components(separatedBy: " | ")
            let example = cells[1].trimmingCharacters(in: ["`"])
            let expression = try Expression(example)
            let bound = try BoundExpression(expression, in: data)
            let decided = (0..<data.rowCount).count {
                bound.holds(row: $0) != nil || bound.number(row: $0) != nil
            }
            #expect(decided > 0, "\(example)")
        }
    }

    @Test("the truth table of docs/expressions.md is that of the program")
    func truthTable() throws {
        // a and b are yes, no or missing, in all nine ways.
        let words = ["yes", "no", "missing"]
        let categories = [Category("yes"), Category("no")]
        func column(_ name: String, _ values: [Int]) -> Column {
            Column(name: name, values: .codes(Codes(values, categoryCount: 2), categories))
        }
        var data = Microdata(rowCount: 9)
        data.append(column("a", [1, 1, 1, 2, 2, 2, 0, 0, 0]))
        data.append(column("b", [1, 2, 0, 1, 2, 0, 1, 2, 0]))
        func word(_ text: String, _ row: Int) throws -> String {
            let truth = try BoundExpression(try Expression(text), in: data).holds(row: row)
            return truth.map { $0 ? "yes" : "no" } ?? "missing"
        }
        let manual = try text("docs/expressions.md")
        for row in 0..<9 {
            let both = try word("a == yes and b == yes", row)
            let either = try word("a == yes or b == yes", row)
            let line = "| \(words[row / 3]) | \(words[row % 3]) | \(both) | \(either) |"
            #expect(manual.contains(line), "\(line)")
        }
    }
}
