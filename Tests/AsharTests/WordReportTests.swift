import Base
import Foundation
import FoundationXML
import Report
import TestKit
import Testing

@testable import Files

/// The report for Word, of the examples and as the program writes it.
@Suite("The report for Word")
struct WordReportTests {
    private func count(_ pattern: String, in text: String) -> Int {
        text.components(separatedBy: pattern).count - 1
    }

    private func tree(_ name: String, of docx: DocxFile) throws -> XMLDocument {
        let part = try #require(docx.parts.first { $0.name == name })
        return try XMLDocument(data: Data(part.bytes))
    }

    @Test(
        "has what the page has: tables, headings, links and charts with their words",
        arguments: ["bfi", "nhanes", "kyrgyzstan"]
    )
    func examples(_ name: String) throws {
        let results =
            switch name {
            case "bfi": try Example.bfi.get()
            case "nhanes": try #require(BoundStudies.nhanes)
            default: try #require(BoundStudies.kyrgyzstan)
            }
        let study = StudyFolder(path: Example.folder(name))
        var problems = study.problems
        let document = ReportDocument(results: results, prose: study.prose(of: results, &problems))
        let language = document.languages[document.languages.count - 1]
        let html = String(decoding: document.html(in: language), as: UTF8.self)
        let docx = document.docx(in: language)
        #expect(docx.unknownElements == [])
        for part in docx.parts { _ = try XMLDocument(data: Data(part.bytes)) }
        let text = try tree("word/document.xml", of: docx)
        func found(_ path: String) throws -> [String] {
            try text.nodes(forXPath: path).map { $0.stringValue ?? "" }
        }
        #expect(try found("//w:tbl").count == count("<table ", in: html))
        #expect(try found("//w:tblCaption").count == count("<caption ", in: html))
        #expect(try found("//w:tr[w:trPr/w:tblHeader]").isEmpty == false)
        for (style, tag) in [("Heading1", "<h2>"), ("Heading2", "<h3>"), ("Heading3", "<h4>")] {
            let headings = try found("//w:p[w:pPr/w:pStyle/@w:val='\(style)']")
            #expect(headings.count == count(tag, in: html), "\(tag)")
        }
        let charts = count("class=\"chart wide\"", in: html)
        #expect(charts > 0 && docx.pictures.count == charts)
        let words = try found("//wp:docPr/@descr")
        #expect(words.count == charts && words.allSatisfy { $0.count > 40 })
        let relations = try tree("word/_rels/document.xml.rels", of: docx)
            .nodes(forXPath: "//*/@Id").compactMap(\.stringValue)
        let used = try found("//@*[namespace-uri()='\(Self.relations)']")
        #expect(used.count > 2 * charts && Set(used).isSubset(of: relations))
        let marks = try found("//w:bookmarkStart/@w:name")
        #expect(Set(try found("//w:hyperlink/@w:anchor")).isSubset(of: marks))
        #expect(Set(marks).count == marks.count)
    }

    private static let relations =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    @Test("is written for each language, the same bytes each time, and goes with the next report")
    func written() throws {
        let folder = try TemporaryFolder()
        let results = try Example.results(
            in: sourceFixtures().appendingPathComponent("Languages").path
        )
        let files = ReportFiles(folder: folder.path)
        // What draws is not at issue here: a PNG of one pixel stands in for each chart.
        let rasteriser = try StandIn.rasteriser(in: folder)
        let paths = try files.writeWord(results, with: rasteriser)
        #expect(paths == ["report.docx", "report.ky.docx", "report.en.docx"].map(folder.file))
        let first = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(Set(first).count == 3)
        _ = try files.writeWord(results, with: rasteriser)
        #expect(first == (try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }))
        _ = try files.write(results)
        for path in paths { #expect(!FileManager.default.fileExists(atPath: path)) }
    }

    @Test("says once what is missing where nothing can draw, and writes no Word file")
    func noRasteriser() throws {
        let folder = try TemporaryFolder()
        let ending = try Program.run(
            ["report", Example.folder("nhanes"), "--docx", "--output", folder.path],
            path: folder.path
        )
        #expect(ending.status == 2)
        #expect(ending.complaints.components(separatedBy: "[docx.no-rasteriser]").count == 2)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["report.html", "tables", "tables.xlsx"])
    }
}

/// A program in the place of `rsvg-convert`.
private enum StandIn {
    /// A PNG of one white pixel.
    private static let pixel = """
        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsg6MmwAAAABJRU5ErkJggg==
        """

    static func rasteriser(in folder: TemporaryFolder) throws -> Rasteriser {
        let picture = folder.file("pixel")
        try #require(Data(base64Encoded: pixel)).write(to: URL(fileURLWithPath: picture))
        let program = folder.file("rsvg-convert")
        // The path to write to is the fifth argument.
        try "#!/bin/sh\ncp \(picture) \"$5\"\n"
            .write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        return Rasteriser(program: URL(fileURLWithPath: program))
    }
}
