package import Markup

extension DisclosureForm {
    /// The form for a page: what is missing first, what is said folded away, rates at the end.
    ///
    /// `answered` is the number of people that the tables of the report are based on, where that is known;
    /// `level` that of the heading, 2 for a chapter.
    package func blocks(answered: Int? = nil, level: Int = 2) -> [Markup] {
        let missing = rows(.no)
        let partly = rows(.partly)
        func part(_ id: String, _ title: String, _ body: Markup) -> Markup {
            section(id: "disclosure-\(id)", level: level + 1, heading: title, [body])
        }
        var body: [Markup] = [paragraph(summary)]
        if !missing.isEmpty {
            let list = list(missing) { [$0.why, quote($0)] }
            body.append(part("missing", "Not said", list))
        }
        if !partly.isEmpty {
            let list = list(partly) { [quote($0) ?? $0.why] }
            body.append(part("partly", "Said in part", list))
        }
        let checks = rateChecks(answered: answered)
        if !checks.isEmpty {
            let list = bulletList(checks.map { .text(marked($0)) })
            body.append(part("rates", "Response and other rates", list))
        }
        body += [
            (rows(.yes), "Said"), (rows(.notApplicable), "Does not apply"),
            (rows(nil), "Not looked for"),
        ]
        .filter { !$0.0.isEmpty }
        .map { rows, title in folded("\(title) (\(rows.count))", list(rows) { [quote($0)] }) }
        body.append(.tag("p", ["class": "note"], text: "After: \(DisclosureItem.sources)."))
        return [
            section(
                id: "disclosure",
                level: level,
                heading: "What the report should say of its methods",
                body
            )
        ]
    }

    /// The same in Markdown (CommonMark), ending with a newline.
    package func markdown(answered: Int? = nil, level: Int = 2) -> String {
        let marks = String(repeating: "#", count: level)
        var lines = [
            "\(marks) What the report should say of its methods", "", escaped(summary), "",
        ]
        func add(_ title: String, _ rows: [Row], withReason: Bool = false) {
            guard !rows.isEmpty else { return }
            lines += ["\(marks)# \(title)", ""]
            for row in rows {
                let reason = withReason ? " \(row.why)" : ""
                lines.append(
                    escaped("- \(row.question)\(reason)\(quote(row).map { " \($0)" } ?? "")")
                        + " (`\(row.item.id)`; \(row.reference))"
                )
            }
            lines.append("")
        }
        add("Not said", rows(.no), withReason: true)
        add("Said in part", rows(.partly))
        let checks = rateChecks(answered: answered)
        if !checks.isEmpty {
            lines += ["\(marks)# Response and other rates", ""]
            lines += checks.map { escaped("- \(marked($0))") } + [""]
        }
        add("Said", rows(.yes))
        add("Does not apply", rows(.notApplicable))
        add("Not looked for", rows(nil))
        lines.append(escaped("After: \(DisclosureItem.sources)."))
        return lines.joined(separator: "\n") + "\n"
    }

    /// `text` as Markdown; a leading dash stays the mark of a list.
    private func escaped(_ text: String) -> String {
        text.hasPrefix("- ")
            ? "- " + markdownEscaped(String(text.dropFirst(2))) : markdownEscaped(text)
    }

    private func marked(_ check: RateCheck) -> String {
        switch check.verdict {
        case .fits: check.text
        case .differs: "Does not fit. \(check.text)"
        case .undecided: "Cannot be decided. \(check.text)"
        }
    }

    /// The words of the report in quotation marks, or a remark on what it does not say; with the page.
    private func quote(_ row: Row) -> String? {
        guard let answer = row.answer else { return nil }
        let isQuote = answer.said == .yes || answer.said == .partly
        let words = isQuote ? "“\(answer.words)”" : answer.words
        let parts =
            (answer.words.isEmpty ? [] : [words]) + (answer.page.map { ["(p. \($0))"] } ?? [])
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    private func folded(_ summary: String, _ body: Markup) -> Markup {
        .tag("details", ["class": "values"], [.tag("summary", [:], text: summary), body])
    }

    /// A question a row, with the pieces of its answer.
    private func list(_ rows: [Row], _ answer: (Row) -> [String?]) -> Markup {
        .tag(
            "dl",
            ["class": "method"],
            rows.map { row in
                .tag(
                    "div",
                    [:],
                    [
                        .tag("dt", [:], text: row.question),
                        .tag(
                            "dd",
                            [:],
                            [
                                .text(answer(row).compactMap { $0 }.joined(separator: " ")),
                                .tag("small", ["class": "interval"], text: row.reference),
                            ]
                        ),
                    ]
                )
            }
        )
    }
}
