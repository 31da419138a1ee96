import Base
import Foundation

/// The header of one column of an XLSForm sheet, understood.
///
/// `label::English (en)`, `label:English`, `Label`, `media::image::en` and `bind::relevant` are all
/// read; upper and lower case, spaces and underscores are alike.
struct XLSFormHeading: Hashable {
    /// The column's canonical name ("label", "relevant", "list_name"); nil when it is not known.
    var key: String?
    /// The language as the header writes it; "" for a text whose language the header does not name;
    /// nil for a column that is not a translated text.
    var language: String?
    /// The header as it stands in the sheet, trimmed.
    var original: String

    /// Reads `header` as a column of a sheet that knows the columns of `known`.
    init(_ header: String, known: Set<String>) {
        original = header.trimmingCharacters(in: .whitespacesAndNewlines)
        var parts = XLSFormHeading.parts(of: original)
        let joined = XLSFormHeading.normalized(parts.joined(separator: "::"))
        if ["media", "bind", "body", "control", "jr"].contains(
            XLSFormHeading.normalized(parts[0])
        ), parts.count > 1 {
            parts.removeFirst()
        }
        let first = XLSFormHeading.normalized(parts[0])
        let name = XLSFormHeading.aliases[first] ?? first
        if XLSFormHeading.translated.contains(name), known.contains(name) {
            key = name
            language = parts.count > 1 ? parts[1...].joined(separator: "::") : ""
        } else if known.contains(name), parts.count == 1 {
            key = name
        } else if XLSFormHeading.isKept(joined) {
            key = joined
        }
    }

    /// The columns that may stand once for each language.
    static let translated: Set<String> = [
        "label", "hint", "guidance_hint", "constraint_message", "required_message", "image",
        "audio",
        "video", "big-image",
    ]

    /// Other spellings that survey tools accept, by their canonical name.
    private static let aliases = [
        "relevance": "relevant", "caption": "label", "command": "type", "tag": "name",
        "value": "name", "calculate": "calculation", "constraining_message": "constraint_message",
        "jr:constraintmsg": "constraint_message", "constraintmsg": "constraint_message",
        "jr:requiredmsg": "required_message", "requiredmsg": "required_message",
        "readonly": "read_only", "count": "repeat_count", "jr:count": "repeat_count",
        "listname": "list_name", "id_string": "form_id", "title": "form_title",
        "set_form_title": "form_title", "set_form_id": "form_id", "or_other": "_or_other",
    ]

    /// Whether a column is kept without being understood, because a survey tool writes it.
    private static func isKept(_ name: String) -> Bool {
        ["bind::", "body::", "control::", "instance::", "kobo--", "$", "hxl"].contains {
            name.hasPrefix($0)
        }
    }

    /// The parts of a header between "::", or between ":" in the old style.
    private static func parts(of header: String) -> [String] {
        let trim = { (part: String) in part.trimmingCharacters(in: .whitespaces) }
        if header.contains("::") {
            return header.components(separatedBy: "::").map(trim)
        }
        let colon = header.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let first = normalized(String(colon[0]))
        if colon.count == 2, translated.contains(aliases[first] ?? first) || first == "media" {
            return header.components(separatedBy: ":").map(trim)
        }
        return [trim(header)]
    }

    /// `text` in lower case, runs of spaces as one underscore, long dashes as two short ones.
    static func normalized(_ text: String) -> String {
        text.lowercased()
            .replacingOccurrences(of: "\u{2014}", with: "--")
            .replacingOccurrences(of: "\u{2013}", with: "--")
            .split(whereSeparator: \.isWhitespace)
            .joined(separator: "_")
    }
}
