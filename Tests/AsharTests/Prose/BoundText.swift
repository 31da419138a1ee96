import Base
import Files
import Foundation
import Testing

@testable import Report

/// A text bound to the results of a study, as a test looks at it.
struct BoundText {
    let prose: Prose
    let problems: [Problem]

    init(_ text: String, _ results: Results, _ language: Report.Language = .en) {
        let source = ProseSource(text, file: "report.md", language: language)
        let (read, found) = Markdown.read(source.marked, file: "report.md")
        let (prose, problems) = AuthoredText(source: source, prose: read).bound(to: results)
        self.prose = prose
        self.problems = found.map { source.placed($0) } + problems
    }

    /// What people read, paragraph by paragraph.
    var text: String {
        prose.blocks.map { $0.plainText }.joined(separator: "\n")
    }

    /// The problems as "line:column code message".
    var complaints: [String] {
        problems.map {
            "\($0.location.line ?? 0):\($0.location.column ?? "") \($0.code.name) \($0.message)"
        }
    }
}

extension Prose.Block {
    fileprivate var plainText: String {
        switch self {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
        case .list(_, let items):
            items.map { $0.map(\.plainText).joined(separator: "\n") }.joined(separator: "\n")
        case .quote(let blocks): blocks.map(\.plainText).joined(separator: "\n")
        case .code(let text): text
        case .rule: "---"
        }
    }
}

/// The studies that the tests of bound text share, each read once.
enum BoundStudies {
    static let example = study { _ = try NewStudy.example(in: $0.path) }
    static let nhanes = try? Example.results("nhanes")
    static let kyrgyzstan = try? Example.results("kyrgyzstan")

    /// The example without its design.
    static let noDesign = study { folder in
        _ = try NewStudy.example(in: folder.path)
        var yaml = try folder.text("study.yaml")
        let start = try #require(yaml.range(of: "\ndesign:"))
        let end = try #require(yaml.range(of: "\n\n", range: start.upperBound..<yaml.endIndex))
        yaml.removeSubrange(start.lowerBound..<end.lowerBound)
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
    }

    /// The example, with a stricter rule on small cells.
    static let strict = study { folder in
        _ = try NewStudy.example(in: folder.path)
        let yaml = try folder.text("study.yaml")
            .replacingOccurrences(of: "hide-below: 25", with: "hide-below: 40")
            .replacingOccurrences(of: "bracket-below: 50", with: "bracket-below: 110")
        try yaml.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
    }

    private static func study(_ make: (TemporaryFolder) throws -> Void) -> Results? {
        guard let folder = try? TemporaryFolder(), (try? make(folder)) != nil else { return nil }
        return try? Example.results(in: folder.path)
    }
}
