import Base
import Foundation
import Report
import Survey
import TestKit
import Testing

@testable import Files

/// What fuzzing found, and what was found near it: each file is named for what it holds.
@Suite("What fuzzing found")
struct FoundTests {
    /// A form and its export, written as `Fuzz/fuzz/FuzzForms.swift` reads them.
    private struct FoundForm {
        let form: Form?
        let problems: [Problem]
        let export: [(name: String, data: Microdata)]

        init(_ bytes: [UInt8]) {
            let sheets = bytes.split(separator: 12, maxSplits: 6, omittingEmptySubsequences: false)
            let texts = zip(["survey", "choices", "settings"], sheets).map { name, sheet in
                let lines = String(decoding: sheet, as: UTF8.self).split(
                    separator: "\n",
                    omittingEmptySubsequences: false
                )
                let rows = lines.map {
                    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                }
                return SheetText(name: name, rows: rows)
            }
            (form, problems) = XLSForm.parse(sheets: texts, file: "form.xlsx")
            export = sheets.dropFirst(3).compactMap { sheet in
                let end = sheet.firstIndex(of: 10) ?? sheet.endIndex
                let name = String(decoding: sheet[..<end], as: UTF8.self)
                return CSV.read(bytes: Array(sheet[end...].dropFirst()), file: "export.csv").0
                    .map { (name, $0) }
            }
        }
    }

    private static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
        let found = sourceFixtures().appendingPathComponent("found/\(folder)")
        let names = try FileManager.default.contentsOfDirectory(atPath: found.path).sorted()
        return try names.map {
            ($0, Array(try Data(contentsOf: found.appendingPathComponent($0))))
        }
    }

    @Test("a study drafted from any form and export reads without an error")
    func drafts() throws {
        let files = try Self.files("draft")
        #expect(files.count >= 6)
        for (name, bytes) in files {
            let text = try Self.draft(bytes)
            let (study, problems) = StudyFile.read(text)
            #expect(problems.list.isEmpty, "\(name):\n\(text)")
            #expect(study?.data.file.isEmpty == false, "\(name)")
        }
    }

    @Test(
        "the draft keeps what is hard to write",
        arguments: [
            ("control-character-in-file-name", #"file: "answers\u0003\u2028\ufeff.csv""#),
            (
                "base-and-missing-of-one-question",
                #"days: {base: "works == yes", missing: [99]}"#
            ),
            ("consent-named-with-a-dash", "# No condition can name it"),
            ("relevance-with-words-of-expressions", #"b: {base: "x == 'not'"}"#),
            ("relevance-with-words-of-expressions", #"c: {base: "x == '007-1'"}"#),
        ]
    )
    func draftedText(file: String, line: String) throws {
        let bytes = try #require(try Self.files("draft").first { $0.name == file }?.bytes)
        let text = try Self.draft(bytes)
        #expect(text.contains(line), "\(text)")
    }

    private static func draft(_ bytes: [UInt8]) throws -> String {
        let found = FoundForm(bytes)
        let first = try #require(found.export.first)
        // Without questions the answers alone are drafted from.
        let form = found.problems.hasErrors ? Form() : found.form ?? Form()
        let isAlone = form.questions.isEmpty
        return NewStudy.text(
            form: form,
            data: isAlone ? first.data : bind(form, to: found.export).main,
            formFile: isAlone ? nil : "form.xlsx",
            dataFile: first.name,
            isSynthetic: false
        )
    }

    @Test("a repeat whose rows name no interview has a missing parent for each row")
    func unlinkedRepeat() throws {
        let bytes = try #require(try Self.files("xlsform").first?.bytes)
        let found = FoundForm(bytes)
        let bound = bind(try #require(found.form), to: found.export)
        #expect(bound.parentRows == ["household": [nil, nil, nil]])
        #expect(bound.problems.map(\.code.name) == ["repeats.no-link"])
    }

    @Test("keys that stand twice are told in one order and place, whatever they are")
    func keysTwice() throws {
        let bytes = try #require(try Self.files("study").first?.bytes)
        for _ in 0..<20 {
            let (study, problems) = StudyFile.read(String(decoding: bytes, as: UTF8.self))
            #expect(study == nil)
            let problem = try #require(problems.list.first)
            #expect(problem.code.name == "study.not-yaml" && problem.location.line == nil)
            #expect(problem.message == "The same key stands here twice: “a”, “b”.")
        }
    }

    @Test("a Stata file whose name of labels has no end is read as far as the name is wide")
    func nameWithoutEnd() throws {
        let file = sourceFixtures().appendingPathComponent(
            "found/statfile/name-of-labels-without-end.dta"
        )
        let options = ReadOptions()
        let first = Result { () throws(Problems) in
            try StatFile.read(path: file.path, options: options).data
        }
        let again = Result { () throws(Problems) in
            try StatFile.read(path: file.path, options: options).data
        }
        #expect(first == again)
    }
}
