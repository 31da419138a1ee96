import Foundation
import Survey

/// What a cell of the column "type" says.
enum XLSFormType: Equatable {
    case question(QuestionKind)
    case begin(Block)
    case end(Block)
    /// A row of a Kobo score or rank block, which takes its list from the block.
    case row(Block)
    /// A choice question without the name of a list.
    case listMissing(QuestionKind)
    /// A type that is kept as it stands; the known type nearest to it, if any.
    case unknown(String, known: [String])

    /// What holds other rows.
    enum Block: String {
        case group
        case `repeat`
        case score
        case rank
        case matrix
    }

    /// Reads a type cell: words apart by spaces, upper and lower case alike except in list names.
    init(_ cell: String) {
        let words = cell.split(whereSeparator: \.isWhitespace).map(String.init)
        let text = words.joined(separator: " ")
        let plain = text.lowercased().replacingOccurrences(of: "_", with: " ")
        if let block = XLSFormType.block(plain, after: "begin ") {
            self = .begin(block)
        } else if let block = XLSFormType.block(plain, after: "end "),
            XLSFormType.simple[plain] == nil
        {
            self = .end(block)
        } else if ["score row", "score  row"].contains(plain) {
            self = .row(.score)
        } else if ["rank level", "rank  level"].contains(plain) {
            self = .row(.rank)
        } else if let kind = XLSFormType.simple[plain] ?? XLSFormType.simple[plain.prefixless] {
            self = .question(kind)
        } else if let choice = XLSFormType.choice(words) {
            self = choice
        } else {
            self = .unknown(text, known: XLSFormType.knownNames)
        }
    }

    private static func block(_ plain: String, after prefix: String) -> Block? {
        guard plain.hasPrefix(prefix) else { return nil }
        switch plain.dropFirst(prefix.count) {
        case "group": return .group
        case "repeat", "lgroup", "looped group": return .repeat
        case "score": return .score
        case "rank": return .rank
        case "kobomatrix": return .matrix
        default: return nil
        }
    }

    // MARK: - Choice questions

    private enum ChoiceCommand {
        case one
        case several
        case rank
    }

    /// Commands in plain words, longest first, so that "select one from file" is not "select one".
    private static let commands: [(words: [String], command: ChoiceCommand)] = {
        let spellings: [(String, ChoiceCommand)] = [
            ("add select multiple prompt using", .several), ("add select one prompt using", .one),
            ("select multiple from file", .several), ("select all that apply from", .several),
            ("select one from file", .one), ("select all that apply", .several),
            ("select multiple from", .several), ("select multiple using", .several),
            ("select one external", .one), ("select one from", .one), ("select one using", .one),
            ("select one or other", .one), ("select multiple or other", .several),
            ("select multiple", .several), ("select many", .several), ("select one", .one),
            ("select1", .one), ("rank", .rank),
        ]
        return spellings.map { spelling, command in
            (spelling.split(separator: " ").map(String.init), command)
        }
    }()

    private static func choice(_ words: [String]) -> XLSFormType? {
        let plain = words.map { word in
            word.lowercased().split(separator: "_").map(String.init)
        }
        for (wanted, command) in commands {
            var taken = 0
            var seen: [String] = []
            while seen.count < wanted.count, taken < plain.count {
                seen += plain[taken]
                taken += 1
            }
            guard seen == wanted else { continue }
            var rest = Array(words[taken...])
            var hasOther = wanted.suffix(2) == ["or", "other"]
            let ending = rest.dropFirst().joined(separator: " ").lowercased()
            if ["or_other", "or other", "or specify other"].contains(ending) {
                hasOther = true
                rest = [rest[0]]
            }
            return kind(command, list: rest, hasOther: hasOther)
        }
        return nil
    }

    private static func kind(
        _ command: ChoiceCommand,
        list: [String],
        hasOther: Bool
    ) -> XLSFormType {
        let name = list.joined(separator: " ")
        let kind: QuestionKind =
            switch command {
            case .one: .selectOne(list: name, orOther: hasOther)
            case .several: .selectMultiple(list: name, orOther: hasOther)
            case .rank: .rank(list: name)
            }
        return name.isEmpty ? .listMissing(kind) : .question(kind)
    }

    // MARK: - Questions of one word

    private static let simple: [String: QuestionKind] = {
        var kinds: [String: QuestionKind] = [
            "integer": .integer, "int": .integer, "decimal": .decimal, "range": .range,
            "percentage": .integer, "text": .text, "string": .text, "date": .date, "time": .time,
            "datetime": .dateTime, "date time": .dateTime, "geopoint": .geo(.point),
            "gps": .geo(.point), "location": .geo(.point), "geotrace": .geo(.line),
            "geoshape": .geo(.area), "calculate": .calculate, "calculation": .calculate,
            "acknowledge": .acknowledge, "trigger": .acknowledge, "barcode": .barcode,
            "note": .note, "hidden": .hidden,
        ]
        for name in ["image", "photo", "audio", "video", "file", "picture"] {
            kinds[name] = .attachment
        }
        for (name, meta) in metas { kinds[name] = .meta(meta) }
        return kinds
    }()

    /// What the device fills in, by plain spelling.
    private static let metas = [
        "start": "start", "start time": "start", "end": "end", "end time": "end",
        "today": "today", "deviceid": "deviceid", "device id": "deviceid", "imei": "deviceid",
        "phonenumber": "phonenumber", "phone number": "phonenumber", "username": "username",
        "email": "email", "simserial": "simserial", "sim id": "simserial",
        "subscriberid": "subscriberid", "subscriber id": "subscriberid", "audit": "audit",
        "start-geopoint": "start-geopoint", "background-geopoint": "background-geopoint",
        "background-audio": "background-audio", "csv-external": "csv-external",
        "xml-external": "xml-external", "entity": "entity",
    ]

    private static var knownNames: [String] {
        simple.keys.sorted() + [
            "select_one", "select_multiple", "rank", "begin_group", "end_group", "begin_repeat",
            "end_repeat", "select_one_from_file", "begin_score", "begin_rank", "begin_kobomatrix",
        ]
    }
}

extension String {
    /// A type in plain words without the words that old forms put around it: "add text prompt",
    /// "q text", "get device id".
    fileprivate var prefixless: String {
        var words = split(separator: " ")
        if let first = words.first, ["add", "q", "get"].contains(first) { words.removeFirst() }
        if words.last == "prompt" { words.removeLast() }
        return words.joined(separator: " ")
    }
}
