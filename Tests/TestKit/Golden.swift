package import Foundation
package import Testing

/// Compares `text` with the golden file `name` beside the test; ASHAR_GOLDEN=write rewrites it.
package func expectGolden(
    _ name: String,
    _ text: String,
    in fixtures: URL,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let file = fixtures.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["ASHAR_GOLDEN"] == "write" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "golden file \(name)", sourceLocation: sourceLocation)
}

/// The source folder `Fixtures` beside the calling test file.
package func sourceFixtures(_ testFile: String = #filePath) -> URL {
    URL(fileURLWithPath: testFile).deletingLastPathComponent().appendingPathComponent("Fixtures")
}

/// Whether `actual` equals `expected` within `tolerance`, relative to the larger; NaN equals NaN.
package func isClose(_ actual: Double, _ expected: Double, _ tolerance: Double) -> Bool {
    if actual.isNaN || expected.isNaN { return actual.isNaN && expected.isNaN }
    return abs(actual - expected) <= tolerance * max(abs(actual), abs(expected), 1e-300)
}
