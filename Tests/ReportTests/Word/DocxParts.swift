import Foundation
import FoundationXML
import Markup
import Testing

@testable import Report

/// A Word file as a test reads it: each part as a tree that is asked by XPath.
struct DocxParts {
    let file: DocxFile
    private let trees: [String: XMLDocument]

    /// Reads every part that is XML; a part that is not well formed fails.
    init(_ file: DocxFile) throws {
        self.file = file
        var trees: [String: XMLDocument] = [:]
        for part in file.parts { trees[part.name] = try XMLDocument(data: Data(part.bytes)) }
        self.trees = trees
    }

    /// The elements or attributes of `part` that `path` finds.
    func nodes(_ path: String, in part: String = "word/document.xml") throws -> [XMLNode] {
        try #require(trees[part]).nodes(forXPath: path)
    }

    /// Their texts.
    func texts(_ path: String, in part: String = "word/document.xml") throws -> [String] {
        try nodes(path, in: part).map { $0.stringValue ?? "" }
    }

    func count(_ path: String, in part: String = "word/document.xml") throws -> Int {
        try nodes(path, in: part).count
    }

    /// The text of the paragraphs of a style.
    func paragraphs(_ style: DocxStyle) throws -> [String] {
        try texts("//w:p[w:pPr/w:pStyle/@w:val='\(style.rawValue)']")
    }

    /// A page of `body`, in English unless said otherwise.
    static func page(_ body: [Markup], _ language: Language = .en) throws -> DocxParts {
        try DocxParts(Page(title: "t", words: Words(language), body: body).docx())
    }
}

/// An XML document that is asked for elements whatever their namespace.
struct XMLTexts {
    private let tree: XMLDocument

    init(_ text: String) throws { tree = try XMLDocument(data: Data(text.utf8)) }

    /// The texts of the root's children called `name`.
    func texts(of name: String) -> [String] {
        (tree.rootElement()?.children ?? []).filter { $0.localName == name }
            .map { $0.stringValue ?? "" }
    }
}
