import Foundation
import Testing

/// What the shape of the package must be: who may know whom, and what no source may hold.
@Suite("The architecture")
struct ArchitectureTests {
    /// The arrows that each target may have, to targets and products; others are mistakes.
    static let allowed: [String: Set<String>] = [
        // Pure: values and functions, no files, clock, screen or network.
        "Base": [],
        "Kernels": ["CDistributions", "RealModule"],
        "Markup": [],
        "Survey": ["Base", "Kernels"],
        "Qualitative": ["Base", "Kernels"],
        "Report": ["Base", "Kernels", "Markup", "Survey", "Qualitative"],
        // Edges: files and the terminal.
        "Files": [
            "Base", "Kernels", "Markup", "Survey", "Qualitative", "Report", "CZip", "CXML2",
            "CXlsxWriter", "CMark", "CReadStatChild", "Yams",
        ],
        "ashar": [
            "Base", "Kernels", "Survey", "Qualitative", "Report", "Files", "ArgumentParser",
        ],
        // Made-up reports that tests and benchmarks audit; no part of the product.
        "AuditTrials": ["Kernels", "Report"],
        // C: each alone.
        "CDistributions": [], "CZip": [], "CXML2": [], "CXlsxWriter": [], "CMark": [],
        "CReadStatChild": [],
    ]
    private static let pure: Set = [
        "Base", "Kernels", "Markup", "Survey", "Qualitative", "Report",
    ]
    /// Parts of Swift and the system that an edge may import.
    private static let system: Set = ["Foundation", "Dispatch", "Glibc", "Synchronization"]

    private static let threads: Set = ["Dispatch", "Synchronization"]

    // MARK: - The manifest

    private struct Manifest: Decodable {
        struct Target: Decodable {
            let name: String
            let type: String
            let dependencies: [Dependency]
        }

        /// `{"byName": ["Base", null]}` or `{"product": ["Yams", "Yams", null, null]}`.
        struct Dependency: Decodable {
            let name: String

            init(from decoder: any Decoder) throws {
                let kinds = try decoder.singleValueContainer().decode([String: [Part?]].self)
                name = kinds.values.first?.first??.text ?? ""
            }
        }

        /// An element of a dependency: a name, or options that say nothing of arrows.
        struct Part: Decodable {
            let text: String?

            init(from decoder: any Decoder) throws {
                text = try? decoder.singleValueContainer().decode(String.self)
            }
        }

        let targets: [Target]
    }

    @Test("has no arrow that the table does not allow, and each target is in the table")
    func arrows() throws {
        // A folder of its own: the package's is locked while its tests run.
        let scratch = try TemporaryFolder()
        let ending = try Program.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            [
                "swift", "package", "--package-path", Example.root.path, "--scratch-path",
                scratch.path, "--disable-sandbox", "dump-package",
            ]
        )
        try #require(ending.status == 0, "\(ending.complaints)")
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(ending.output.utf8))
        let targets = manifest.targets.filter {
            ["regular", "executable", "system"].contains($0.type) && $0.name != "TestKit"
        }
        #expect(Set(targets.map(\.name)) == Set(Self.allowed.keys))
        for target in targets {
            let arrows = Set(target.dependencies.map(\.name))
            let extra = arrows.subtracting(Self.allowed[target.name] ?? [])
            #expect(extra.isEmpty, "\(target.name) → \(extra.sorted())")
        }
    }

    // MARK: - The sources

    private struct Source {
        let path: String
        let target: String
        let text: String
    }

    /// Every Swift file of the product.
    private func sources() throws -> [Source] {
        let root = Example.root.appendingPathComponent("Sources")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        let sources = try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
            Source(
                path: "Sources/\(name)",
                target: String(name.prefix { $0 != "/" }),
                text: try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
            )
        }
        try #require(sources.count > 200)
        return sources
    }

    @Test("pure targets import their arrows and nothing else; edges also parts of the system")
    func imports() throws {
        let pattern =
            /^(?:@\w+ )?(?:(?:package|public|internal|private|fileprivate) )?import (?:\w+ )?(\w+)/
            .anchorsMatchLineEndings()
        for source in try sources() {
            let arrows = try #require(Self.allowed[source.target], "\(source.path)")
            var known = Self.pure.contains(source.target) ? arrows : arrows.union(Self.system)
            // One place lends all cores to pure functions, whose results do not depend on them.
            if source.path == "Sources/Kernels/SideBySide.swift" { known.formUnion(Self.threads) }
            for match in source.text.matches(of: pattern) {
                #expect(known.contains(String(match.1)), "\(source.path) imports \(match.1)")
            }
        }
    }

    @Test("no source file is longer than 400 lines")
    func length() throws {
        for source in try sources() {
            let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 401, "\(source.path)")
        }
    }

    @Test("no source has unfinished work, a way to crash, or a forced cast")
    func words() throws {
        let pattern = /TODO|FIXME|fatalError\(|try!|\bas!/
        for source in try sources() {
            let found = source.text.matches(of: pattern).map { String($0.0) }
            #expect(found.isEmpty, "\(source.path): \(found)")
        }
    }
}
