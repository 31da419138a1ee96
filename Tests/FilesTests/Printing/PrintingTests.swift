import Base
import Foundation
import Testing

@testable import Files

/// A folder of its own for one test, removed at its end.
private final class Bench {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("printing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ name: String, _ text: String, executable: Bool = false) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        if executable {
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: file.path
            )
        }
        return file
    }

    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}

private let page = """
    <!DOCTYPE html><html lang="ky"><head><meta charset="utf-8"><title>Отчёт</title></head>
    <body><h1>Өзгөн</h1><h2>Ңа</h2><table><caption>c</caption><tr><th scope="col">a</th></tr>
    <tr><td>1</td></tr></table></body></html>
    """

@Suite("Printing as PDF")
struct PrintingTests {
    @Test(
        "gives a tagged PDF with language, title and outline, the same bytes each time",
        .enabled(if: Browser.installed() != nil),
        .timeLimit(.minutes(2))
    )
    func print() throws {
        let bench = try Bench()
        let html = try bench.write("page & co.html", page)
        let first = bench.folder.appendingPathComponent("first.pdf")
        let second = bench.folder.appendingPathComponent("second.pdf")
        try printPDF(html, to: first)
        try printPDF(html, to: second)
        let bytes = try Data(contentsOf: first)
        #expect(bytes == (try Data(contentsOf: second)))
        for mark in [
            "/StructTreeRoot", "/Marked true", "/Lang (ky)", "/Outlines", "/Title",
            "/CreationDate (D:20000101000000+00'00')",
        ] {
            #expect(bytes.range(of: Data(mark.utf8)) != nil, "\(mark)")
        }
        #expect(bench.names == ["first.pdf", "page & co.html", "second.pdf"])
    }

    @Test("counts the names of tags from 1, whatever the browser began with")
    func tagNames() {
        var bytes = Data("(node00000107) (node00000014) node000 (node00000107) node".utf8)
        fixTagNames(in: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == "(node00000002) (node00000001) node000 (node00000002) node")
    }

    @Test("says so when there is no browser, no page, or no folder")
    func missing() throws {
        let bench = try Bench()
        #expect(Browser.installed(path: bench.folder.path) == nil)
        let html = try bench.write("page.html", page)
        let pdf = bench.folder.appendingPathComponent("out.pdf")
        let browser = Browser(program: URL(fileURLWithPath: "/bin/true"))
        expect("pdf.no-page", bench.folder.appendingPathComponent("none.html"), pdf, browser)
        expect("pdf.not-written", html, URL(fileURLWithPath: "/proc/none/out.pdf"), browser)
        expect(
            "pdf.not-printed",
            html,
            pdf,
            Browser(program: bench.folder.appendingPathComponent("none"))
        )
    }

    @Test(
        "leaves nothing behind, and an old file as it was, when the browser fails",
        arguments: [
            ("exit 1", "pdf.not-printed"), ("exit 0", "pdf.not-printed"),
            ("kill -SEGV $$", "pdf.not-printed"),
            (
                "for a; do case $a in --print-to-pdf=*) echo %PDF-1.4 > ${a#*=};; esac; done",
                "pdf.not-printed"
            ),
            ("exec sleep 30", "pdf.too-slow"),
            ("trap '' TERM; while :; do sleep 0.1; done", "pdf.too-slow"),
        ]
    )
    func failing(_ script: String, _ code: String) throws {
        let bench = try Bench()
        let html = try bench.write("page.html", page)
        let program = try bench.write("browser", "#!/bin/sh\n\(script)\n", executable: true)
        let pdf = try bench.write("out.pdf", "old")
        expect(
            code,
            html,
            pdf,
            Browser(program: program),
            timeLimit: code == "pdf.too-slow" ? 0.5 : 20
        )
        #expect(bench.names == ["browser", "out.pdf", "page.html"])
        #expect(try String(contentsOf: pdf, encoding: .utf8) == "old")
    }

    @Test("finds a browser by its usual names, and the first folder that has one")
    func find() throws {
        let bench = try Bench()
        let program = try bench.write("google-chrome", "#!/bin/sh\n", executable: true)
        _ = try bench.write("chromium", "not executable")
        #expect(Browser.installed(path: "/none:\(bench.folder.path)")?.program.path == program.path)
    }

    @Test("overwrites dates of any length and nothing else")
    func dates() {
        var bytes = Data(
            "<</CreationDate (D:20261124062050+06'00')/ModDate (D:2026)>>(D:2026)".utf8
        )
        fixDates(in: &bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == "<</CreationDate (D:20000101000000+00'00')/ModDate (D:2000)>>(D:2026)")
    }

    /// Expects exactly one problem of that code.
    private func expect(
        _ code: String,
        _ html: URL,
        _ pdf: URL,
        _ browser: Browser,
        timeLimit: Double = 20
    ) {
        let thrown = #expect(throws: Problems.self) {
            try printPDF(html, to: pdf, with: browser, timeLimit: timeLimit)
        }
        #expect(thrown?.list.map(\.code.name) == [code])
    }
}
