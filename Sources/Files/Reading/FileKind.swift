/// What a file is by its first bytes, whatever its name says.
package enum FileKind: String, Sendable, CaseIterable {
    case excel = "an Excel workbook (.xlsx)"
    case openDocument = "an OpenDocument file (.ods)"
    case word = "a Word document (.docx)"
    case zip = "a zip archive"
    case oldExcel = "an old Excel workbook (.xls), or one with a password"
    case spss = "an SPSS data file (.sav)"
    case stata = "a Stata data file (.dta)"
    case sas = "a SAS data file"
    case r = "an R data file"
    case parquet = "a Parquet file"
    case arrow = "an Arrow file"
    case sqlite = "an SQLite database"
    case gzip = "a gzip-compressed file"
    case compressed = "a compressed archive"
    case pdf = "a PDF document"
    case html = "a web page (often a log-in page saved by mistake)"
    case xml = "an XML file"
    case json = "a JSON file"
    case rtf = "an RTF document"
    case image = "an image"
    case program = "a program"

    /// The kind of file that begins with `bytes` (a few KiB are enough); nil for plain text.
    package init?(beginning bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(4096))
        if let kind = FileKind.signatures.first(where: { head.starts(with: $0.bytes) })?.kind {
            self = kind == .zip ? FileKind(zip: head) : kind
        } else if let kind = FileKind(oldStata: head) ?? FileKind(markup: head) {
            self = kind
        } else {
            return nil
        }
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        (Array("PK\u{3}\u{4}".utf8), .zip),
        (Array("PK\u{5}\u{6}".utf8), .zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcel),
        (Array("$FL2".utf8), .spss),
        (Array("$FL3".utf8), .spss),
        (Array("<stata_dta>".utf8), .stata),
        (Array("HEADER RECORD*******".utf8), .sas),
        ([UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60], .sas),
        (Array("RDX2\n".utf8), .r),
        (Array("RDX3\n".utf8), .r),
        (Array("PAR1".utf8), .parquet),
        (Array("ARROW1".utf8), .arrow),
        (Array("SQLite format 3\0".utf8), .sqlite),
        ([0x1F, 0x8B, 0x08], .gzip),
        (Array("BZh".utf8), .compressed),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .compressed),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .compressed),
        ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
        (Array("Rar!\u{1A}\u{7}".utf8), .compressed),
        (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .rtf),
        ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF8".utf8), .image),
        ([0x7F, 0x45, 0x4C, 0x46], .program),
    ]

    /// The kind of a zip archive, by the names of its first members.
    private init(zip head: [UInt8]) {
        let text = String(decoding: head, as: Unicode.ASCII.self)
        if text.contains("mimetypeapplication/vnd.oasis.opendocument") {
            self = .openDocument
        } else if text.contains("word/") {
            self = .word
        } else if text.contains("xl/") || text.contains("[Content_Types].xml") {
            self = .excel
        } else {
            self = .zip
        }
    }

    /// Stata files of versions 8 to 12 begin with the version, the byte order, and 1, 0.
    private init?(oldStata head: [UInt8]) {
        guard head.count > 4, (113...115).contains(head[0]), head[1] == 1 || head[1] == 2,
            head[2] == 1, head[3] == 0
        else { return nil }
        self = .stata
    }

    /// Kinds that are text: told by their first words.
    private init?(markup head: [UInt8]) {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        let rest = head.dropFirst(hasMark ? 3 : 0).drop(while: isSpace)
        let start = String(decoding: rest.prefix(64), as: UTF8.self).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
            self = .html
        } else if start.hasPrefix("<?xml") {
            self = .xml
        } else if let first = rest.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
            let second = rest.dropFirst().first(where: { !isSpace($0) }),
            second == UInt8(ascii: first == UInt8(ascii: "{") ? "\"" : "{")
        {
            self = .json
        } else {
            return nil
        }
    }
}
