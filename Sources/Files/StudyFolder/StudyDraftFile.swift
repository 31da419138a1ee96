import Base
import Survey

/// A drafted `study.yaml` as text: every proposal with its reason beside it.
struct StudyDraftFile {
    let draft: StudyDraft
    let form: Form
    /// The names of the files in the study's folder.
    let formFile: String?
    let dataFile: String
    let isSynthetic: Bool

    /// The text of `study.yaml`.
    func text() -> String {
        [
            heading, data, fieldwork, exclusions, derivations, design, scales, questions,
            breakdowns, report, undecided,
        ]
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The languages of the form, its default first; English where it names none.
    var languages: [String] {
        let codes = form.languages.map(\.code).filter { !$0.isEmpty }
        guard !codes.isEmpty else { return ["en"] }
        let first = codes.contains(form.defaultLanguage) ? [form.defaultLanguage] : []
        return first + codes.filter { !first.contains($0) }
    }

    private var heading: String {
        let source = [formFile, dataFile].compactMap { $0 }.joined(separator: " and ")
        let title = form.title.isEmpty ? "Untitled study" : form.title
        return """
            # Drafted from \(source). Read it once from top to bottom: what stands here decides the report.
            # Lines under "undecided" are for a person to decide; delete each when it is done.
            title: \(quoted(title))
            languages: [\(languages.map { quoted($0) }.joined(separator: ", "))]
            \(isSynthetic ? "synthetic: yes                 # made-up answers; every page and table says so\n" : "")
            """ + (formFile.map { "\nform: \(quoted($0))\n" } ?? "")
    }

    private var data: String {
        var lines = ["data:", "  file: \(quoted(dataFile))"]
        if let id = draft.id { lines.append(line("  id: \(quoted(id.name))", id.reason)) }
        let codes = Set(draft.missing.filter { !isNumber($0) }.flatMap(\.answers))
        let listed = draft.missingAnswers.filter { codes.contains($0) }
        if !listed.isEmpty {
            lines.append(
                line(
                    "  missing: \(list(listed))",
                    "answers that mean “no answer”, wherever there is a list"
                )
            )
        }
        if !draft.personal.isEmpty {
            lines.append("  # Personal: never read past the door.")
            lines.append("  personal:")
            lines += draft.personal.map { line("    - \(quoted($0.name))", $0.reason) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var fieldwork: String {
        let parts = [
            ("interviewer", draft.interviewer), ("start", draft.start), ("end", draft.end),
        ]
        let known = parts.compactMap { key, variable in
            variable.map { line("  \(key): \(quoted($0.name))", $0.reason) }
        }
        return known.isEmpty ? "" : (["fieldwork:"] + known).joined(separator: "\n") + "\n"
    }

    private var exclusions: String {
        var lines: [String] = []
        if let consent = draft.consent {
            let name = consent.variable
            lines.append("  # \(oneLine(consent.reason))")
            lines.append(
                "  - {when: \"\(name) != '\(consent.answer)' or missing(\(name))\", because: no consent}"
            )
        }
        if let duplicates = draft.duplicates {
            lines.append("  # \(oneLine(duplicates.reason))")
            lines.append("  - {duplicates: \(quoted(duplicates.name)), because: sent twice}")
        }
        return lines.isEmpty
            ? ""
            : (["exclude:                       # each with its count in the report"] + lines)
                .joined(separator: "\n") + "\n"
    }

    private var derivations: String {
        guard !draft.cuts.isEmpty else { return "" }
        var lines = ["derive:"]
        for cut in draft.cuts {
            let bounds = cut.lowerBounds.map { String($0) }.joined(separator: ", ")
            lines.append("  # \(oneLine(cut.reason))")
            lines.append("  \(quoted(cut.name)): {from: \(quoted(cut.from)), cuts: [\(bounds)]}")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A design is a claim about how people were drawn, so it is proposed, never taken for granted.
    private var design: String {
        var lines = [
            "# How were the people drawn? Without a design the report describes these answers only.",
            "# design:",
            "#   population: adults of the region",
        ]
        let strata = draft.strata.isEmpty ? "[place]" : list(draft.strata.map(\.name))
        lines.append("#   strata: \(strata)")
        lines.append("#   cluster: \(draft.cluster?.name ?? "village")")
        lines.append("#   weight: \(draft.weight?.name ?? "weight")")
        lines.append(
            "#   single-cluster: fail      # or certainty, average, {collapse-within: place}"
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private var scales: String {
        guard !draft.scales.isEmpty else { return "" }
        var lines = [
            "scales:                        # the sign is the key: - counts the other way round"
        ]
        for scale in draft.scales {
            lines.append("  # \(oneLine(scale.reason))")
            lines.append("  \(quoted(scale.name)):")
            if !scale.label.isEmpty { lines.append("    label: \(local(scale.label))") }
            lines.append("    range: [\(scale.range.lowerBound), \(scale.range.upperBound)]")
            lines.append("    items:")
            for item in scale.items {
                let sign = item.isReversed ? "-" : "+"
                let text = "      - \(quoted(sign + item.variable))"
                lines.append(
                    item.mustConfirm ? line(text, "DECIDE: only the answers say so") : text
                )
            }
            lines.append("    answered: \(scale.leastAnswered)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var questions: String {
        var entries: [String] = []
        for base in draft.bases {
            guard let condition = base.condition else { continue }
            entries.append("  \(quoted(base.variable)): {base: \(quoted(condition))}")
        }
        for missing in draft.missing where isNumber(missing) {
            for name in missing.variables {
                entries.append(
                    line("  \(quoted(name)): {missing: \(list(missing.answers))}", missing.reason)
                )
            }
        }
        return entries.isEmpty
            ? "" : (["questions:"] + entries).joined(separator: "\n") + "\n"
    }

    private var breakdowns: String {
        let names = draft.cuts.map(\.name) + draft.breakdowns.map(\.name)
        return names.isEmpty
            ? "" : "breakdowns: \(list(names))\n"
    }

    private var report: String {
        """
        report:
          text: report.md
          bracket-below: 50            # fewer respondents: in brackets
          hide-below: 25               # fewer respondents: not shown
          disclose-at-least: 5         # no cell points at fewer people

        """
    }

    private var undecided: String {
        let decisions =
            draft.decisions + ["Write report.md: who asked whom, where, when and why."]
        return
            (["undecided:                     # the report says so until these lines are gone"]
            + decisions.map { "  - \(quoted($0))" }).joined(separator: "\n") + "\n"
    }

    // MARK: - YAML

    /// Missing answers of numbers, not of a list.
    private func isNumber(_ missing: StudyDraft.MissingAnswers) -> Bool {
        missing.list == nil && !form.questions.isEmpty
            && missing.variables.allSatisfy { form.question(named: $0)?.kind.list == nil }
    }

    /// `text` with a comment after it.
    private func line(_ text: String, _ comment: String) -> String {
        let padding = String(repeating: " ", count: max(1, 32 - text.count))
        return "\(text)\(padding)# \(oneLine(comment))"
    }

    private func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    private func list(_ texts: [String]) -> String {
        "[\(texts.map { quoted($0) }.joined(separator: ", "))]"
    }

    private func local(_ text: LocalText) -> String {
        let parts = text.texts.sorted { $0.key < $1.key }
        if parts.count == 1, parts[0].key.isEmpty { return quoted(parts[0].value) }
        return
            "{\(parts.map { "\(quoted($0.key.isEmpty ? "en" : $0.key)): \(quoted($0.value))" }.joined(separator: ", "))}"
    }

    /// `text` as a YAML scalar: bare where it can be, else in double quotes.
    private func quoted(_ text: String) -> String {
        let words: Set = ["", "yes", "no", "true", "false", "null", "~", "on", "off", "y", "n"]
        let isPlain =
            !words.contains(text.lowercased())
            && text.first.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "+" || $0 == "-" }
                == true
            && text.dropFirst().allSatisfy {
                $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" || $0 == "/"
            }
        if isPlain, text != "-" { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case _ where scalar.properties.generalCategory == .control: escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }
}
