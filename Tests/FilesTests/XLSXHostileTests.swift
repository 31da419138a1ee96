import Base
import Foundation
import Testing

@testable import Files

@Suite("XLSX files that are broken or mean harm")
struct XLSXHostileTests {
    /// Each file under hostile/ and the one problem that it gives.
    static let files: [(name: String, code: Problem.Code)] = [
        ("wrong-index.xlsx", "xlsx.bad-cell"),
        ("wrong-second.xlsx", "xlsx.bad-cell"),
        ("many-styles.xlsx", "xlsx.too-large"),
        ("negative-index.xlsx", "xlsx.bad-cell"),
        ("not-a-number.xlsx", "xlsx.bad-cell"),
        ("infinite-number.xlsx", "xlsx.bad-cell"),
        ("hex-number.xlsx", "xlsx.bad-cell"),
        ("wrong-boolean.xlsx", "xlsx.bad-cell"),
        ("unknown-type.xlsx", "xlsx.bad-cell"),
        ("rows-out-of-order.xlsx", "xlsx.bad-cell"),
        ("row-too-far.xlsx", "xlsx.bad-cell"),
        ("row-not-a-number.xlsx", "xlsx.bad-cell"),
        ("column-too-far.xlsx", "xlsx.bad-cell"),
        ("column-repeated.xlsx", "xlsx.bad-cell"),
        ("column-nonsense.xlsx", "xlsx.bad-cell"),
        ("huge-cell.xlsx", "xlsx.huge-cell"),
        ("huge-attribute.xlsx", "xlsx.bad-cell"),
        ("deep.xlsx", "xlsx.damaged"),
        ("unclosed.xlsx", "xlsx.damaged"),
        ("bad-entity.xlsx", "xlsx.damaged"),
        ("bad-utf8.xlsx", "xlsx.damaged"),
        ("billion-laughs.xlsx", "xlsx.damaged"),
        ("laughs-in-root.xlsx", "xlsx.damaged"),
        ("laughs-in-texts.xlsx", "xlsx.damaged"),
        ("external-entity.xlsx", "xlsx.damaged"),
        ("parameter-entity.xlsx", "xlsx.damaged"),
        ("empty.xlsx", "xlsx.not-a-workbook"),
        ("text.xlsx", "xlsx.not-a-workbook"),
        ("bytes.xlsx", "xlsx.not-a-workbook"),
        ("truncated.xlsx", "xlsx.truncated"),
        ("flipped.xlsx", "xlsx.damaged"),
        ("old.xls", "xlsx.old-format"),
        ("password.xlsx", "xlsx.protected"),
        ("zip-password.xlsx", "xlsx.protected"),
        ("bomb.xlsx", "xlsx.too-large"),
        ("text-bomb.xlsx", "xlsx.too-large"),
        ("far-cells.xlsx", "xlsx.too-large"),
        ("far-rows.xlsx", "xlsx.too-large"),
        ("no-sheet.xlsx", "xlsx.missing-part"),
        ("no-relations.xlsx", "xlsx.missing-part"),
        ("no-workbook.xlsx", "xlsx.no-workbook"),
        ("outside.xlsx", "xlsx.missing-part"),
        ("wrong-root.xlsx", "xlsx.damaged"),
        ("no-xml.xlsx", "xlsx.damaged"),
        ("empty-part.xlsx", "xlsx.damaged"),
        ("zip.xlsx", "xlsx.no-workbook"),
        ("binary.xlsx", "xlsx.no-workbook"),
        ("document.xlsx", "xlsx.no-workbook"),
        ("open-document.xlsx", "xlsx.no-workbook"),
        ("no such file.xlsx", "xlsx.no-file"),
    ]

    @Test("give one problem each", arguments: files.map(\.name))
    func oneProblem(_ name: String) throws {
        let code = try #require(XLSXHostileTests.files.first { $0.name == name }?.code)
        // Few cells far away cost nothing where only columns with values are kept, and the reverse.
        if name != "far-rows.xlsx" {
            let problems = try #require(throws: Problems.self) { try textOf("hostile/\(name)") }
            expect(problems, code, name)
        }
        // Bombs take seconds, and stop before it matters what the cells become.
        if !["far-cells.xlsx", "bomb.xlsx", "text-bomb.xlsx", "many-styles.xlsx"].contains(name) {
            let problems = try #require(throws: Problems.self) { try dataOf("hostile/\(name)") }
            expect(problems, code, name)
        }
    }

    private func expect(_ problems: Problems, _ code: Problem.Code, _ name: String) {
        #expect(problems.list.map(\.code) == [code])
        #expect(problems.list.map(\.severity) == [.error])
        #expect(problems.list.map(\.location.file) == [name])
    }

    @Test("name the cell that is wrong")
    func place() throws {
        let problems = try #require(throws: Problems.self) {
            try textOf("hostile/wrong-second.xlsx")
        }
        #expect(
            problems.list.map(\.description) == [
                """
                wrong-second.xlsx:7:C: error: The cell refers to a text that is not there.
                    Open the file in a spreadsheet and save it again as .xlsx. [xlsx.bad-cell]
                """
            ]
        )
    }

    @Test("are all in the list")
    func complete() throws {
        let folder = workbooks.appendingPathComponent("hostile").path
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names).isSubset(of: XLSXHostileTests.files.map(\.name)))
    }

    @Test("a folder is no workbook")
    func folder() {
        #expect(throws: Problems.self) { try textOf("hostile") }
    }
}
