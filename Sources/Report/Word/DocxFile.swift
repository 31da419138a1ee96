import Markup

/// A Word file (Office Open XML) as its parts; only the pictures still have to be drawn as pixels.
///
/// The same page always gives the same parts, in the same order.
///
/// - SeeAlso: ECMA-376, parts 1 (WordprocessingML, DrawingML) and 2 (packages), 5th edition.
package struct DocxFile: Sendable {
    /// The parts in the order in which the package holds them, the list of content types first.
    package let parts: [Part]
    package let pictures: [Picture]
    /// The names of elements that the conversion does not know, sorted; their texts are kept.
    package let unknownElements: [String]

    /// One file of the package.
    package struct Part: Sendable {
        /// Its path in the package: "word/document.xml".
        package let name: String
        package let bytes: [UInt8]
    }

    /// A drawing that stands in the text twice: as vectors, and as pixels for programs that cannot
    /// show those.
    package struct Picture: Sendable {
        /// The whole SVG document.
        package let svg: [UInt8]
        /// The path of the vectors in the package.
        package let vectorName: String
        /// The path of the pixels, which the package must get beside `parts`.
        package let pixelName: String
    }
}

/// What a Word file says of itself besides its text.
struct DocxProperties: Sendable {
    var title = ""
    var author = ""
    /// What must be known before reading, such as that the data are synthetic.
    var description = ""
    /// The code of the language: "ky-KG".
    var language = "en-GB"
    /// The day of the report as its authors wrote it.
    var date = ""

    /// The day as a moment that Word reads; that of a fixed day where none is written, since the
    /// report reads no clock.
    var moment: String {
        let pieces = date.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = pieces.compactMap { piece -> Int? in
            piece.allSatisfy { $0.isASCII && $0.isNumber } ? Int(piece) : nil
        }
        guard pieces.first?.count == 4, (1...3).contains(pieces.count),
            numbers.count == pieces.count, pieces.dropFirst().allSatisfy({ $0.count == 2 }),
            numbers.count < 2 || (1...12).contains(numbers[1]),
            numbers.count < 3 || (1...31).contains(numbers[2])
        else { return "2000-01-01T00:00:00Z" }
        let whole = pieces.map(String.init) + ["01", "01"]
        return whole.prefix(3).joined(separator: "-") + "T00:00:00Z"
    }
}

/// The code under which Word knows a language: "en" is "en-GB", "ky" is "ky-KG".
///
/// nil for what is no code of a language (BCP 47: letters, digits and hyphens).
func docxLanguage(_ code: String) -> String? {
    switch code {
    case "en": "en-GB"
    case "ru": "ru-RU"
    case "ky": "ky-KG"
    case let code
    where code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        && (2...35).contains(code.count):
        code
    default: nil
    }
}

/// Sizes of the paper, in twentieths of a point (twips); 1,440 of them are an inch.
enum DocxPaper {
    /// A4: 210 mm by 297 mm.
    static let short = 11_906
    static let long = 16_838
    /// 20 mm on each side.
    static let margin = 1_134

    /// The width of the text on an upright page, and on one turned sideways.
    static func width(sideways: Bool) -> Int { (sideways ? long : short) - 2 * margin }
}
