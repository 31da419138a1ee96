import Base
import CXML2
import Foundation
import Qualitative
import TestKit

@testable import Files

/// The fixture files of other programs.
enum QDAFixtures {
    static let folder = fixtures.appendingPathComponent("QDA")
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static func read(_ name: String) throws -> InterviewDraft {
        try InterviewExchange.read(path: path(name), for: ExchangeStudy())
    }

    /// What libxml2 finds wrong with `xml` by the schema `name`; 0 for nothing.
    static func validate(_ xml: [UInt8], by name: String) -> Int32 {
        let parser = xmlSchemaNewParserCtxt(path(name))
        defer { xmlSchemaFreeParserCtxt(parser) }
        guard let schema = xmlSchemaParse(parser) else { return -1 }
        defer { xmlSchemaFree(schema) }
        let document = xml.withUnsafeBytes { bytes in
            xmlReadMemory(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count),
                nil,
                nil,
                0
            )
        }
        guard let document else { return -1 }
        defer { xmlFreeDoc(document) }
        let context = xmlSchemaNewValidCtxt(schema)
        defer { xmlSchemaFreeValidCtxt(context) }
        return xmlSchemaValidateDoc(context, document)
    }

    /// A new folder for one test's files.
    static func temporaryFolder() throws -> String {
        let path = NSTemporaryDirectory() + "ashar-qda-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}

extension InterviewDraft {
    /// Each coding as "code: quote", in order.
    var coded: [String] {
        evidence.codings.map { "\($0.code): \(evidence.excerpts[$0.excerpt].quote)" }
    }

    /// The words in the text where each passage stands.
    var words: [String] {
        evidence.excerpts.map { excerpt in
            guard case .held(let range) = excerpt.anchor,
                let text = evidence.sources.first(where: { $0.id == excerpt.source })?.text
            else { return "" }
            return text[range]
        }
    }

    var codes: [String] { problems.map(\.code.name) }
}
