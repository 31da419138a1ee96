import Base
import Foundation
import Survey

/// What can be checked only when the whole form is read: names, lists, references, translations.
struct XLSFormChecks {
    let form: Form
    let survey: XLSFormTable
    let choices: XLSFormTable?
    /// The line of the choices sheet where each list begins.
    let listLines: [String: Int]
    /// Lists that blocks use, with the line of the survey sheet.
    let usedLists: [(list: String, line: Int)]

    /// All problems of the whole form.
    func problems() -> [Problem] {
        names() + lists() + references() + translations() + inChoices()
    }

    private func place(_ line: Int, _ column: String) -> Problem.Location {
        .init(survey.place, line: line, column: column)
    }

    // MARK: - Names

    private func names() -> [Problem] {
        var problems: [Problem] = []
        var byName: [String: (line: Int, group: [String])] = [:]
        let groups = form.groups.map { ($0.path.last ?? "", Array($0.path.dropLast()), $0.line) }
        let all =
            form.questions.map { ($0.name, $0.groupPath, $0.line) }
            + groups.filter { !$0.0.hasPrefix("unnamed_") }
        for (name, group, line) in all.sorted(by: { $0.2 < $1.2 }) {
            if let first = byName[name] {
                problems.append(
                    duplicate(name, line, first: first.line, isSameGroup: first.group == group)
                )
            } else {
                byName[name] = (line, group)
            }
            if !XLSFormChecks.isName(name) {
                problems.append(
                    Problem(
                        .error,
                        "xlsform.bad-name",
                        at: place(line, "name"),
                        "\(Problem.quote(name)) cannot be a name.",
                        remedy:
                            "Names begin with a letter or _, then letters, digits, _, - and dots."
                    )
                )
            }
        }
        return problems
    }

    /// A name that stands already; legal in another group, but the short name is then unclear.
    private func duplicate(
        _ name: String,
        _ line: Int,
        first: Int,
        isSameGroup: Bool
    ) -> Problem {
        Problem(
            isSameGroup ? .error : .warning,
            "xlsform.duplicate-name",
            at: place(line, "name"),
            "The name \(Problem.quote(name)) stands already in line \(first)"
                + (isSameGroup ? "." : ", in another group."),
            remedy: isSameGroup
                ? "Rename one of the two."
                : "Its column is found by its path; a name of its own would be clearer."
        )
    }

    /// Whether `text` can be the name of an XML element without a prefix, as XForms require.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        return (first.properties.isAlphabetic || first == "_")
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || scalar.properties.generalCategory == .nonspacingMark
                    || "_-.".unicodeScalars.contains(scalar)
            }
    }

    // MARK: - Lists

    private func lists() -> [Problem] {
        let uses =
            form.questions.compactMap { question in
                question.kind.list.map { (list: $0, line: question.line) }
            } + usedLists
        var told: Set<String> = []
        return uses.compactMap { list, line in
            guard !list.isEmpty, listLines[list] == nil, told.insert(list).inserted else {
                return nil
            }
            return isOutside(list) ? outside(list, line) : unknown(list, line)
        }
    }

    /// Whether the answers come from a file or from another question.
    private func isOutside(_ list: String) -> Bool {
        let lower = list.lowercased()
        let types = survey.rows.filter { $0["type"].contains(list) }.map { $0["type"].lowercased() }
        return [".csv", ".xml", ".geojson"].contains { lower.hasSuffix($0) }
            || lower.hasPrefix("${")
            || types.contains {
                $0.replacingOccurrences(of: "_", with: " ").hasPrefix("select one external")
            }
    }

    private func outside(_ list: String, _ line: Int) -> Problem {
        Problem(
            .warning,
            "xlsform.external-list",
            at: place(line, "type"),
            "The answers of \(Problem.quote(list)) are not inside the form.",
            remedy: "They are taken from the data, without labels; nothing need be done."
        )
    }

    private func unknown(_ list: String, _ line: Int) -> Problem {
        let near = nearestName(to: list, in: listLines.keys.sorted())
        return Problem(
            .error,
            "xlsform.unknown-list",
            at: place(line, "type"),
            "The list \(Problem.quote(list)) is not in the sheet choices.",
            remedy: near.map { "Did you mean “\($0)”?" } ?? "Add its answers there."
        )
    }

    private func inChoices() -> [Problem] {
        guard let choices else { return [] }
        let used = Set(form.questions.compactMap(\.kind.list) + usedLists.map(\.list))
        var problems = listLines.filter { !used.contains($0.key) }.map { list, line in
            Problem(
                .note,
                "xlsform.unused-list",
                at: .init(choices.place, line: line, column: "list_name"),
                "No question uses the list \(Problem.quote(list)).",
                remedy: "Nothing need be done."
            )
        }
        let several = Set(
            form.questions.compactMap { question in
                if case .selectMultiple(let list, _) = question.kind { list } else { nil }
            }
        )
        for row in choices.rows where several.contains(row["list_name"]) {
            guard row["name"].contains(where: \.isWhitespace) else { continue }
            problems.append(
                Problem(
                    .error,
                    "xlsform.choice-space",
                    at: .init(choices.place, line: row.line, column: "name"),
                    "The answer \(Problem.quote(row["name"])) of a several-choice list holds a space.",
                    remedy: "Exports put spaces between answers: write _ instead."
                )
            )
        }
        return problems
    }

    // MARK: - References and translations

    private func references() -> [Problem] {
        let known =
            Set(form.questions.map(\.name)).union(form.groups.compactMap(\.path.last))
        var problems: [Problem] = []
        for question in form.questions {
            for (column, text) in [
                ("relevant", question.relevant), ("constraint", question.constraint),
                ("calculation", question.calculation), ("choice_filter", question.choiceFilter),
                ("required", question.requiredWhen), ("default", question.defaultValue),
            ] {
                for name in referenced(in: text) where !known.contains(name) {
                    problems.append(unknownReference(name, place(question.line, column), known))
                }
            }
        }
        for group in form.groups {
            for name in referenced(in: group.relevant) where !known.contains(name) {
                problems.append(unknownReference(name, place(group.line, "relevant"), known))
            }
        }
        return problems
    }

    /// The names inside `${...}`; `last-saved#` before a name is legal.
    private func referenced(in text: String) -> [String] {
        text.components(separatedBy: "${").dropFirst().compactMap { part in
            guard let close = part.firstIndex(of: "}") else { return nil }
            let name = part[..<close].trimmingCharacters(in: .whitespaces)
            return name.hasPrefix("last-saved#") ? String(name.dropFirst(11)) : name
        }
    }

    private func unknownReference(
        _ name: String,
        _ location: Problem.Location,
        _ known: Set<String>
    ) -> Problem {
        Problem(
            .warning,
            "xlsform.unknown-reference",
            at: location,
            "No question is called \(Problem.quote(name)).",
            remedy: nearestName(to: name, in: known.sorted()).map { "Did you mean “\($0)”?" }
                ?? "Correct the condition or formula."
        )
    }

    private func translations() -> [Problem] {
        guard form.languages.count > 1 else { return [] }
        // A text whose language nobody named stands in for every language.
        return form.languages.filter { !$0.code.isEmpty }.compactMap { language in
            let lacking = form.questions.filter { question in
                !question.label.isEmpty && question.label.texts[language.code] == nil
                    && question.label.texts[""] == nil
            }
            guard let first = lacking.first else { return nil }
            let shown = lacking.prefix(8).map(\.name).joined(separator: ", ")
            let rest = lacking.count > 8 ? " and \(lacking.count - 8) more" : ""
            let name = language.name.isEmpty ? language.code : language.name
            return Problem(
                .note,
                "xlsform.missing-translation",
                at: place(first.line, "label"),
                "No label in \(Problem.quote(name)): \(shown)\(rest).",
                remedy: "Another language is shown instead."
            )
        }
    }
}
