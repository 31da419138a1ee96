import Base
import Files
import Foundation
import Survey
import Testing

@Suite("Tables of targets")
struct TargetFileTests {
    private func read(_ text: String) throws -> [CalibrationRequest.Target] {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("targets-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try TargetFile.read(path: file.path)
    }

    @Test("columns in any order, empty lines, numbers as people write them, totals without a group")
    func targets() throws {
        let found = try read(
            "target,note,group,variable\n\"4 421,5\",x,E,stype\n,,,\n755,,H,stype\n-12,,,change\n0,,,total\n"
        )
        #expect(
            found == [
                .init(variable: "stype", group: "E", target: 4421.5, line: 2),
                .init(variable: "stype", group: "H", target: 755, line: 4),
                .init(variable: "change", group: nil, target: -12, line: 5),
                .init(variable: "total", group: nil, target: 0, line: 6),
            ]
        )
    }

    @Test("all wrong rows are told at once, with their lines")
    func wrong() throws {
        let text = "variable,group,target\na,x,0\na,y,-1\na,z,many\n,z,4\na,w,\na,v,nan\na,ok,3\n"
        let problems = #expect(throws: Problems.self) { try read(text) }
        #expect(problems?.list.map(\.location.line) == [2, 3, 4, 5, 6, 7])
        #expect(problems?.list.allSatisfy { $0.code == "estimate.bad-target" } == true)
    }

    @Test("a missing column is named, an empty file is told")
    func columns() throws {
        let problems = #expect(throws: Problems.self) { try read("variable,groups,size\na,b,1\n") }
        #expect(problems?.list.map(\.code.name) == ["table.no-column", "table.no-column"])
        #expect(problems?.list.first?.remedy.contains("Did you mean groups?") == true)
        let empty = #expect(throws: Problems.self) { try read("") }
        #expect(empty?.list.isEmpty == false)
    }
}
