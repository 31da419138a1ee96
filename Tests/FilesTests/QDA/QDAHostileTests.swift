import Base
import Foundation
import Qualitative
import Testing

@testable import Files

@Suite("Projects that are broken or mean harm")
struct QDAHostileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: Problem.Code
        let bytes: @Sendable () throws -> [UInt8]

        init(
            _ name: String,
            _ code: Problem.Code,
            _ change: @escaping @Sendable (inout HostileProject) -> Void
        ) {
            testDescription = name
            self.code = code
            bytes = {
                var project = HostileProject()
                change(&project)
                return try project.archive()
            }
        }

        init(
            _ name: String,
            _ code: Problem.Code,
            bytes: @escaping @Sendable () throws -> [UInt8]
        ) {
            testDescription = name
            self.code = code
            self.bytes = bytes
        }
    }

    static let cases = [
        Case("a document type", "qda.damaged") { $0.head = "<!DOCTYPE Project>" },
        Case("an external entity", "qda.damaged") {
            $0.head = "<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            $0.before = "<Description>&x;</Description>"
        },
        Case("entities that grow", "qda.damaged") {
            $0.head = "<!DOCTYPE Project [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            $0.before = "<Description>&b;&b;</Description>"
        },
        Case("a path up", "qda.path") { $0.path = "internal://../project.qde" },
        Case("a path up with the other slash", "qda.path") { $0.path = "internal://..\\x.txt" },
        Case("an absolute path inside", "qda.path") { $0.path = "internal:///etc/hostname" },
        Case("codes in codes in codes", "qda.damaged") {
            let open = "<Code guid=\"\(HostileProject.guid(2))\" name=\"a\" isCodable=\"true\">"
            $0.codes =
                String(repeating: open, count: 400) + String(repeating: "</Code>", count: 400)
        },
        Case("a GUID that is none", "qda.damaged") { $0.source = "1" },
        Case("a GUID too long", "qda.damaged") { $0.source = HostileProject.guid(1) + "0" },
        Case("two codes of one GUID", "qda.repeated-guid") {
            let code = "<Code guid=\"\(HostileProject.guid(2))\" name=\"a\" isCodable=\"true\"/>"
            $0.codes = code + code
        },
        Case("a code that is not there", "qda.dangling") {
            $0.code = HostileProject.guid(99)
            $0.selections = $0.selection("иш", "0", "2")
        },
        Case("a reversed passage", "qda.damaged") { $0.selections = $0.selection("иш", "2", "0") },
        Case("a passage before the start", "qda.damaged") {
            $0.selections = $0.selection("иш", "-2", "2")
        },
        Case("a position too large for a number", "qda.damaged") {
            $0.selections = $0.selection("иш", "0", "99999999999999999999")
        },
        Case("a position that is no number", "qda.damaged") {
            $0.selections = $0.selection("иш", "0", "two")
        },
        Case("XML that ends early", "qda.damaged") { $0.rest = "</Project>" },
        Case("a text that unpacks to far more", "qda.too-large") {
            $0.text = [UInt8](repeating: 0x20, count: 70 << 20)
        },
        Case("an archive without a project", "qda.not-a-project") {
            try HostileProject().archive("project.xml")
        },
        Case("an archive that is cut", "qda.damaged") {
            Array(try HostileProject().archive().dropLast(40))
        },
        Case("no archive", "qda.not-a-project") { Array("Project".utf8) },
        Case("nothing", "qda.not-a-project") { [] },
    ]

    @Test("are refused with one problem each", arguments: cases)
    func refused(_ example: Case) throws {
        let bytes = try example.bytes()
        var problems: [Problem] = []
        do {
            problems = try HostileProject.read(bytes, "p.qdpx").problems
        } catch let error as Problems {
            problems = error.list
        }
        let errors = problems.filter { $0.severity == .error }
        #expect(errors.map(\.code) == [example.code])
        #expect(errors.map(\.location.file) == ["p.qdpx"])
    }

    @Test(
        "may lack a text, and are read without it",
        arguments: ["absolute:///etc/hostname", "relative:///x.txt", "internal://x.txt"]
    )
    func missing(_ path: String) throws {
        var project = HostileProject()
        project.path = path
        project.selections = project.selection("иш", "0", "2")
        let draft = try project.read()
        #expect(draft.evidence.sources.isEmpty)
        #expect(draft.evidence.excerpts.isEmpty)
        #expect(draft.codes == ["qda.no-text"])
    }

    @Test("with bytes that are no text are read without them")
    func noText() throws {
        for bytes in [[0xFF, 0xFE, 0x30], [0x41, 0x00, 0x42]] as [[UInt8]] {
            var project = HostileProject()
            project.text = bytes
            #expect(try project.read().codes == ["qda.no-text"])
        }
    }

    @Test("of a codebook are refused too")
    func codebook() {
        for text in ["", "no xml", "<!DOCTYPE a><CodeBook/>", "<Project/>"] {
            let error = #expect(throws: Problems.self) {
                try HostileProject.read(Array(text.utf8), "c.qdc")
            }
            #expect(error?.list.map(\.code) == ["qda.damaged"])
        }
    }
}
