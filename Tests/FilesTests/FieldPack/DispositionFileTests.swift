import Base
import Foundation
import Report
import Survey
import Testing

@testable import Files

@Suite("Final codes read from a table")
struct DispositionFileTests {
    private func read(_ text: String) throws -> DispositionFile {
        try withTemporaryFile("contacts.csv", Data(text.utf8)) { DispositionFile(path: $0) }
    }

    @Test(
        "the supervisor's workbook is read as it is, in each language",
        arguments: ["en", "ru", "ky"]
    )
    func workbook(_ language: String) throws {
        let design = try FieldSample.design(languages: [language])
        let draw = try #require(design.draw)
        // Five households a cluster: the first is done, the second has one left.
        let codes = ["1.1", "1.1", "2,11", " 2.25 ", "4.50", "1.2", "3.18", "2.32", "1.1"]
        try withTemporaryFile { path in
            try XLSX.write(SupervisorBook.filled(design, codes), to: path)
            let file = DispositionFile(path: path)
            #expect(file.problems.isEmpty)
            #expect(
                file.dispositions
                    == Dispositions([
                        .complete: 3, .refusal: 1, .nonContact: 1, .notEligible: 1, .partial: 1,
                        .unknownHousehold: 1, .other: 1,
                    ])
            )
            #expect(file.dispositions.total == codes.count)
            #expect(file.unfinished == 1)
            let all = (draw.clusters + draw.reserves).map(\.code)
            #expect(file.notBegun == Array(all.dropFirst(2)))
        }
    }

    @Test("a table needs no more than a column of codes")
    func codesOnly() throws {
        let file = try read("code,note\n1.1,\n1.1,\n2.12,slammed the door\n,later\n4.7,\n")
        #expect(file.problems.isEmpty)
        #expect(file.dispositions == Dispositions([.complete: 2, .refusal: 1, .notEligible: 1]))
        #expect(file.unfinished == 1 && file.notBegun.isEmpty)
    }

    @Test("every code that is none is told, with its line, and what spreadsheets make of codes")
    func wrongCodes() throws {
        let file = try read(
            "cluster;household;code\n001;1;1.1\n001;2;yes\n001;3;2024-01-01\n001;4;9.9\n001;5;1\n"
        )
        #expect(file.problems.map(\.code.name) == Array(repeating: "dispositions.code", count: 4))
        #expect(file.problems.map(\.location.line) == [3, 4, 5, 6])
        #expect(file.problems.allSatisfy { $0.location.column == "code" })
        #expect(file.problems[1].remedy.hasPrefix("The spreadsheet made a date of it"))
        #expect(file.dispositions == Dispositions([.complete: 1]))
    }

    @Test("a household that stands twice counts once and is told")
    func repeated() throws {
        let file = try read(
            "cluster,household,code\n001,1,1.1\n002,1,1.1\n001,1,2.11\n001,2,2.11\n"
        )
        #expect(file.problems.map(\.code.name) == ["dispositions.repeated"])
        #expect(file.problems.first?.location.line == 4)
        #expect(file.dispositions == Dispositions([.complete: 2, .refusal: 1]))
    }

    @Test(
        "a file without codes says so",
        arguments: ["", "cluster,result\n001,fine\n", "\n\n", "code", "code\n\n"]
    )
    func noCodes(_ text: String) throws {
        let file = try read(text)
        #expect(file.dispositions.total == 0)
        #expect(file.problems.hasErrors == !text.hasPrefix("code"))
    }

    @Test("no file and no workbook are told, not thrown")
    func unreadable() throws {
        #expect(DispositionFile(path: "/nowhere/contacts.csv").problems.hasErrors)
        try withTemporaryFile("contacts.xlsx", Data("PK no".utf8)) {
            #expect(DispositionFile(path: $0).problems.hasErrors)
        }
    }
}
