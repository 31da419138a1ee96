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
            # Drafted from \(oneLine(source)). Read it once from top to bottom: what stands here decides the report.
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
            lines.append("  # \(oneLine(consent.reason))")
            lines.append(
                refusal(consent).map { "  - {when: \(quoted($0)), because: no consent}" }
                    ?? "  # No condition can name it: give the column a name of one word."
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

    /// The condition that consent was not given; nil where no condition can name the question or its
    /// answer, as with a header that is a whole sentence.
    private func refusal(_ consent: StudyDraft.Consent) -> String? {
        let name = consent.variable
        guard Expression.isName(name) else { return nil }
        return Expression.quoted(consent.answer).map { "\(name) != \($0) or missing(\(name))" }
    }

    private var derivations: String {
        guard !draft.cuts.isEmpty else { return "" }
        var lines = ["derive:"]
        for cut in draft.cuts {
            let bounds = cut.lowerBounds.map { String($0) }.joined(separator: ", ")
            lines.append("  # \(oneLine(cut.reason))")
            lines.append("  \(key(cut.name)) {from: \(quoted(cut.from)), cuts: [\(bounds)]}")
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
        lines.append("#   cluster: \(quoted(draft.cluster?.name ?? "village"))")
        lines.append("#   weight: \(quoted(draft.weight?.name ?? "weight"))")
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
            lines.append("  \(key(scale.name))")
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

    /// One entry a question, with its base and its answers that are none.
    private var questions: String {
        var names: [String] = []
        var parts: [String: [String]] = [:]
        var reasons: [String: String] = [:]
        func add(_ part: String, to name: String) {
            if parts[name] == nil { names.append(name) }
            parts[name, default: []].append(part)
        }
        for base in draft.bases {
            if let condition = base.condition {
                add("base: \(quoted(condition))", to: base.variable)
            }
        }
        for missing in draft.missing where isNumber(missing) {
            for name in missing.variables {
                add("missing: \(list(missing.answers))", to: name)
                reasons[name] = missing.reason
            }
        }
        let entries = names.map { name in
            let entry = "  \(key(name)) {\((parts[name] ?? []).joined(separator: ", "))}"
            return reasons[name].map { line(entry, $0) } ?? entry
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

    /// `text` as a comment can hold it: what ends a line, or has no place in YAML, becomes a space.
    private func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(isPrintable(scalar) ? scalar : " ") }
        return String(line)
    }

    /// Whether YAML lets `scalar` stand on a line as it is (YAML 1.1, section 5.1).
    private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2028, 0x2029, 0xFEFF: false  // two ends of lines, and the byte order mark
        case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// `name` as the key of a mapping, with its colon; libyaml knows a key without "?" only up to 1024
    /// characters.
    private func key(_ name: String) -> String {
        let text = quoted(name)
        return text.unicodeScalars.count < 1000 ? text + ":" : "? \(text)\n  :"
    }

    private func list(_ texts: [String]) -> String {
        "[\(texts.map { quoted($0) }.joined(separator: ", "))]"
    }

    private func local(_ text: LocalText) -> String {
        let parts = text.texts.sorted { $0.key < $1.key }
        if parts.count == 1, parts[0].key.isEmpty { return quoted(parts[0].value) }
        // A text whose language nobody named keeps that key: another could be there already.
        let entries = parts.map { "\(quoted($0.key)): \(quoted($0.value))" }
        return "{\(entries.joined(separator: ", "))}"
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
            case _ where isPrintable(scalar): escaped.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return "\"\(escaped)\""
    }
}
