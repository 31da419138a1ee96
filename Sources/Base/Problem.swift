/// Something in a user's file that needs a person's attention: what, where, and how to mend it.
///
/// Problems are collected, never thrown one at a time: one run shows all the problems of a folder.
package struct Problem: Hashable, Sendable, Codable {
    /// How far a problem reaches.
    package enum Severity: String, Hashable, Sendable, Codable, Comparable {
        /// Nothing can be published until it is mended.
        case error
        /// The work goes on, but a person should look.
        case warning
        /// A fact the reader should know; nothing to mend.
        case note

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// A stable name such as `answers.out-of-range`, listed in docs/problems.md and never reused.
    package struct Code: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
        package let name: String

        package init(stringLiteral name: String) {
            self.name = name
        }

        package init(from decoder: any Decoder) throws {
            name = try decoder.singleValueContainer().decode(String.self)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(name)
        }
    }

    /// A place in a file, counted as a spreadsheet shows it: the header is line 1.
    package struct Location: Hashable, Sendable, Codable {
        package var file: String
        package var line: Int?
        /// A column's header, or its letter where there is no header.
        package var column: String?

        package init(_ file: String, line: Int? = nil, column: String? = nil) {
            self.file = file
            self.line = line
            self.column = column
        }
    }

    package let severity: Severity
    package let code: Code
    package let location: Location
    /// What is wrong, as one sentence.
    ///
    /// Quotes at most 40 characters of the user's text.
    package let message: String
    /// What to do about it, in one or two sentences.
    package let remedy: String

    package init(
        _ severity: Severity,
        _ code: Code,
        at location: Location,
        _ message: String,
        remedy: String
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.message = message
        self.remedy = remedy
    }
}

extension Problem: CustomStringConvertible {
    /// The problem as two lines of text: `file:line:column: severity: message`, then the mend.
    package var description: String {
        var place = location.file
        if let line = location.line { place += ":\(line)" }
        if let column = location.column { place += ":\(column)" }
        return "\(place): \(severity.rawValue): \(message)\n    \(remedy) [\(code.name)]"
    }
}

extension Problem {
    /// The first 40 characters of `text` in quotation marks, with control characters shown as spaces.
    package static func quote(_ text: String) -> String {
        let visible = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " : Character(scalar)
        }
        return visible.count > 40 ? "“\(String(visible.prefix(39)))…”" : "“\(String(visible))”"
    }
}

/// Bad input, as all of its problems at once; at least one of them is an error.
package struct Problems: Error, Sendable, Equatable {
    package let list: [Problem]

    package init(_ list: [Problem]) {
        self.list = list
    }

    package init(_ problem: Problem) {
        list = [problem]
    }
}

extension Sequence where Element == Problem {
    /// Whether any problem stops the work.
    package var hasErrors: Bool {
        contains { $0.severity == .error }
    }
}
