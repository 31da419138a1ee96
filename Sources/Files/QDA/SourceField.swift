import Base
import Qualitative

/// What a study says of a source, as variables of other programs.
enum SourceField: String, CaseIterable {
    case kind
    case title
    case place
    case informant
    case sex
    case people
    case language
    case date
    case synthetic

    /// The field that a variable of this name fills, in the words of other programs too.
    init?(variable: String) {
        let word = variable.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
        if let field = SourceField(rawValue: word) {
            self = field
            return
        }
        switch word {
        case "region", "location", "site", "район", "область", "место": self = .place
        case "gender", "пол": self = .sex
        case "role", "respondent type", "type of respondent", "информант": self = .informant
        case "interview date", "дата": self = .date
        case "interview language", "язык": self = .language
        default: return nil
        }
    }

    func text(of source: Source, _ study: ExchangeStudy) -> String {
        switch self {
        case .kind: source.kind.rawValue
        case .title: source.title.text(in: study.language)
        case .place: source.places.joined(separator: "; ")
        case .informant: source.informant
        case .sex: source.sex?.rawValue ?? ""
        case .people: source.people.map { "\($0)" } ?? ""
        case .language: source.language
        case .date: source.date
        case .synthetic: source.isSynthetic ? "yes" : ""
        }
    }

    /// Sets the field from a variable's value; false where the value says nothing that a study knows.
    func set(_ text: String, of source: inout Source, _ study: ExchangeStudy) -> Bool {
        switch self {
        case .kind: return false
        case .title: source.title = LocalText([study.language: text])
        case .place: return setPlaces(text, of: &source, study.places)
        case .informant: source.informant = text
        case .sex:
            guard let sex = SourceField.sex(text) else { return false }
            source.sex = sex
        case .people:
            guard let people = Int(text), people >= 1 else { return false }
            source.people = people
        case .language: source.language = text
        case .date: source.date = text
        case .synthetic: source.isSynthetic = ["yes", "true", "1"].contains(text.lowercased())
        }
        return true
    }

    private func setPlaces(
        _ text: String,
        of source: inout Source,
        _ places: Vocabulary
    ) -> Bool {
        let words = text.split(separator: ";").map { $0.trimmingBlanks() }.filter { !$0.isEmpty }
        let codes = words.compactMap { word in
            places.isEmpty ? word : places.term(named: word)?.code
        }
        source.places = codes
        return codes.count == words.count
    }

    private static func sex(_ text: String) -> Source.Sex? {
        switch text.lowercased() {
        case "female", "f", "woman", "women", "женский", "ж": .female
        case "male", "m", "man", "men", "мужской", "м": .male
        case "mixed", "both": .mixed
        default: nil
        }
    }
}

extension StringProtocol {
    /// The text without blanks and line ends around it.
    func trimmingBlanks() -> String {
        let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else {
            return ""
        }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
