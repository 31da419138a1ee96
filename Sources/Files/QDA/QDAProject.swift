/// A project or a codebook in the words of REFI-QDA 1.5, before it means anything to a study.
///
/// GUIDs are in lower case, without braces.
struct QDAProject {
    struct User {
        let guid: String
        let name: String
    }

    struct Code {
        let guid: String
        let name: String
        /// The position of the code above it; nil at the top.
        let parent: Int?
        let isCodable: Bool
        var description = ""
    }

    struct Variable {
        let guid: String
        let name: String
    }

    /// A variable's value, whatever its type, as text.
    struct Value {
        var variable = ""
        var text = ""
    }

    struct Case {
        var values: [Value] = []
        var sources: [String] = []
    }

    struct Coding {
        let guid: String
        let user: String
        var code = ""
        var notes: [String] = []
    }

    struct Selection {
        let guid: String
        let name: String
        let start: Int
        let end: Int
        let user: String
        var description = ""
        var codings: [Coding] = []
        var notes: [String] = []
    }

    /// A text, a source's or a note's.
    struct Text {
        let guid: String
        let name: String
        let path: String
        var content: String?
        var selections: [Selection] = []
        var values: [Value] = []
    }

    var name = ""
    var origin = ""
    var users: [User] = []
    /// The codes, each after the one above it.
    var codes: [Code] = []
    var variables: [Variable] = []
    var cases: [Case] = []
    var sources: [Text] = []
    var notes: [Text] = []
    /// What was found and is not read, with how many of each.
    var leftOut: [QDALoss: Int] = [:]

    mutating func leave(_ loss: QDALoss, _ count: Int = 1) {
        leftOut[loss, default: 0] += count
    }
}

/// Something that an exchange does not carry.
///
/// REFI-QDA 1.5 (section 7) asks programs to say what is lost "in as much detail as possible".
enum QDALoss: String, CaseIterable {
    // What other programs' files have and a study has not.
    case pictures
    case pdfs = "PDF documents"
    case audio = "audio recordings"
    case video = "video recordings"
    case sets
    case graphs
    case links
    case notes
    case sourceNotes = "descriptions and notes of sources"
    case passageNotes = "descriptions of passages"
    case sourceCodings = "codings of whole sources"
    case uncoded = "passages without a code"
    case variables = "values of variables that a study has no column for"
    case cases = "cases with values that belong to no source"
    case casePassages = "passages that belong to cases"
    case colours = "colours of codes"
    case richTexts = "layouts of texts"
    // What a study has and other programs' files have not.
    case told = "passages in the researchers’ own words"
    case notHeld = "passages of sources whose text the study does not hold"
    case unanchored = "passages that were not found in their text"
    case textless = "sources whose text the study does not hold"
    case needs = "needs that codes speak of"
    case print = "decisions that a quote may be printed"
    case languages = "texts in further languages"
}
