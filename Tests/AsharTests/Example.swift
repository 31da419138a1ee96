import Base
import Files
import Foundation
import Report
import TestKit
import Testing

/// The example studies of the repository.
enum Example {
    /// The repository's root, from this file's place in it.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder of an example.
    static func folder(_ name: String) -> String {
        root.appendingPathComponent("Examples/\(name)").path
    }

    /// The results of an example, which must have no errors.
    static func results(_ name: String) throws -> Results {
        try results(in: folder(name))
    }

    /// The results of the largest example, which tests share.
    static let bfi = Result { try results("bfi") }

    /// The results of the study in `folder`, which must have no errors.
    static func results(in folder: String) throws -> Results {
        let study = StudyFolder(path: folder)
        var problems = study.problems
        let results = study.results(&problems)
        #expect(problems.filter { $0.severity == .error } == [])
        return try #require(results)
    }
}

/// The reference files beside the tests.
enum Fixture {
    static func load<Content: Decodable>(_ name: String, as type: Content.Type) throws -> Content {
        let file = sourceFixtures().appendingPathComponent(name)
        return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    }
}

/// A folder for one test, removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ashar-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String {
        (path as NSString).appendingPathComponent(name)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: file(name), encoding: .utf8)
    }
}
