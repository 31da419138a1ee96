import Base
import Foundation

@testable import Files

/// A small sound project, parts of which a test may replace.
struct HostileProject {
    static func guid(_ number: Int) -> String {
        "00000000-0000-0000-0000-\(String(repeating: "0", count: 12 - "\(number)".count))\(number)"
    }

    var head = ""
    var before = ""
    var code = HostileProject.guid(2)
    var codes: String?
    var path = "internal://\(HostileProject.guid(1)).txt"
    var source = HostileProject.guid(1)
    var selections = ""
    var values = ""
    var text = Array("иш жок, үй жок".utf8)
    var rest = ""

    var coding: String {
        "<Coding guid=\"\(Self.guid(4))\"><CodeRef targetGUID=\"\(code)\"/></Coding>"
    }

    /// A passage from `start` to `end`, called `name`.
    func selection(_ name: String, _ start: String, _ end: String) -> String {
        """
        <PlainTextSelection guid="\(Self.guid(3))" name="\(name)" startPosition="\(start)" \
        endPosition="\(end)">\(coding)</PlainTextSelection>
        """
    }

    var xml: String {
        let book = codes ?? "<Code guid=\"\(Self.guid(2))\" name=\"иш\" isCodable=\"true\"/>"
        return """
            <?xml version="1.0" encoding="utf-8"?>\(head)<Project \
            xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>\(book)</Codes></CodeBook>\
            \(before)<Sources><TextSource guid="\(source)" name="K" plainTextPath="\(path)">\
            \(selections)\(values)</TextSource></Sources>\(rest)</Project>
            """
    }

    func archive(_ part: String = "project.qde") throws -> [UInt8] {
        var archive = ZipFile(file: "p.qdpx")
        archive.add(part, Array(xml.utf8))
        archive.add("sources/\(Self.guid(1)).txt", text)
        return try archive.finished()
    }

    func read() throws -> InterviewDraft {
        try Self.read(try archive(), "p.qdpx")
    }

    static func read(_ bytes: [UInt8], _ name: String) throws -> InterviewDraft {
        let folder = try QDAFixtures.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try InterviewExchange.read(path: path, for: ExchangeStudy())
    }
}
