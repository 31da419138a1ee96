import Base
import Foundation
import Testing

@testable import Files

/// A folder of its own for one test, removed at its end.
private final class Bench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("word-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func script(_ text: String) throws -> URL {
        let file = folder.appendingPathComponent("rsvg-convert")
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return file
    }
}

@Suite("A zip archive in memory")
struct ZipArchiveTests {
    private let parts: [(name: String, bytes: [UInt8])] = [
        ("[Content_Types].xml", Array("<a>first</a>".utf8)),
        ("word/media/chart1.png", (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 7_919) }),
        ("empty", []), ("ң.xml", Array(String(repeating: "ооба ", count: 5_000).utf8)),
    ]

    private func archive() throws -> [UInt8] {
        var archive = try ZipArchive()
        for (index, part) in parts.enumerated() {
            try archive.add(part.name, part.bytes, isPacked: index == 1)
        }
        return try archive.finish()
    }

    @Test("has the same bytes each time, and no date but the format's first day")
    func deterministic() throws {
        let first = try archive()
        #expect(first == (try archive()))
        // The first local header: time 0, date 33 (1980-01-01), APPNOTE 4.3.7.
        #expect(Array(first[0..<4]) == [0x50, 0x4B, 3, 4])
        #expect(Array(first[10..<14]) == [0, 0, 33, 0])
        #expect(first.count < 4_000)
    }

    @Test("gives its parts back to another program, in their order")
    func unpacked() throws {
        let bench = try Bench()
        let file = bench.folder.appendingPathComponent("a.zip")
        try Data(try archive()).write(to: file)
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist(): print(i.filename, i.file_size, i.compress_type, i.date_time[0])
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script, file.path]
        process.environment = ["PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin:/usr/local/bin"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(
            String(decoding: output, as: UTF8.self).split(separator: "\n") == [
                "[Content_Types].xml 12 8 1980", "word/media/chart1.png 2000 0 1980",
                "empty 0 8 1980", "ң.xml 45000 8 1980",
            ]
        )
    }
}

@Suite("Drawing charts for Word")
struct RasteriserTests {
    private let drawing = Array(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"/>".utf8
    )

    @Test(
        "gives a PNG of twice the size each, in order, the same bytes each time",
        .enabled(if: Rasteriser.installed() != nil)
    )
    func pixels() throws {
        let rasteriser = try #require(Rasteriser.installed())
        let drawings = (1...5).map { size in
            Array(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(size)0\" height=\"20\"/>".utf8
            )
        }
        let pictures = try rasteriser.pixels(of: drawings)
        #expect(pictures == (try rasteriser.pixels(of: drawings)))
        // Width and height stand in the first chunk, from byte 16 (PNG, section 11.2.2).
        let sizes = pictures.map { $0[16..<24].map(Int.init) }
        #expect(sizes == [20, 40, 60, 80, 100].map { [0, 0, 0, $0, 0, 0, 0, 40] })
    }

    @Test("needs no program for a text without charts")
    func none() throws {
        let missing = Rasteriser(program: URL(fileURLWithPath: "/none"))
        #expect(try missing.pixels(of: []) == [])
    }

    @Test(
        "says why it could not, and leaves nothing behind",
        arguments: [
            ("exit 1", .failed), ("exit 0", .failed), ("kill -SEGV $$", .failed),
            ("shift 3; shift; printf 'no picture' > \"$1\"", .failed),
            ("exec sleep 30", .tooSlow), ("trap '' TERM; while :; do sleep 0.1; done", .tooSlow),
        ] as [(String, Rasteriser.Failure)]
    )
    func failing(_ script: String, _ failure: Rasteriser.Failure) throws {
        let bench = try Bench()
        let rasteriser = Rasteriser(
            program: try bench.script(script),
            timeLimit: failure == .tooSlow ? 0.3 : 20
        )
        #expect(throws: failure) { try rasteriser.pixels(of: [drawing, drawing, drawing]) }
    }

    @Test("is found on the path, where it may be run")
    func find() throws {
        let bench = try Bench()
        #expect(Rasteriser.installed(path: "/none:\(bench.folder.path)") == nil)
        let program = try bench.script("exit 0")
        let found = Rasteriser.installed(path: "/none:\(bench.folder.path)")
        #expect(found?.program.path == program.path)
    }
}
