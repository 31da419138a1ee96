import Base
import Survey

extension StudyPreparation {
    /// A margin over the rows; nil with a problem.
    mutating func margin(
        _ declared: WeightingDeclaration.MarginDeclaration,
        _ index: Int
    ) -> Margin? {
        let path = "weighting.margins.\(index)"
        let columns = declared.variables.enumerated().compactMap {
            variable($1, at: "\(path).by.\($0)")
        }
        // A margin without numbers has its problem already.
        guard columns.count == declared.variables.count, !columns.isEmpty, !declared.counts.isEmpty
        else { return nil }
        let groups = declared.counts.map { $0.codes.joined(separator: " × ") }
        let position = Dictionary(zip(groups, groups.indices).map { ($0, $1) }) { first, _ in first
        }
        var unknown: [String: [Int]] = [:]
        let codes = (0..<data.rowCount).map { row -> Int in
            let parts = columns.map { $0.answerName(row: row) }
            guard !parts.contains("") else { return -1 }
            let name = parts.joined(separator: " × ")
            if position[name] == nil { unknown[name, default: []].append(row) }
            return position[name] ?? -1
        }
        for (name, rows) in unknown.sorted(by: { $0.key < $1.key }) {
            let nearest = nearestName(to: name, in: groups).map { "Did you mean \($0)? " } ?? ""
            let respondents = rows.count == 1 ? "1 respondent is" : "\(rows.count) respondents are"
            let line = data.origin.line(of: rows[0])
            add(
                .error,
                "weighting.no-target",
                at: path,
                "\(respondents) in the group \(Problem.quote(name)) of \(declared.name), for which the "
                    + "margin has no number (line \(line) is the first).",
                "\(nearest)Give the group its number of people."
            )
        }
        return Margin(
            name: declared.name,
            groups: groups,
            targets: declared.counts.map(\.people),
            codes: codes
        )
    }

    /// Where the margin of that name is declared.
    func path(ofMargin name: String) -> String {
        let index = study.weighting?.margins.firstIndex { $0.name == name }
        let position = index.map { ".\($0)" } ?? ""
        return "weighting.margins\(position)"
    }

    /// Tells what was found in the margins; of strong factors the five strongest.
    mutating func report(_ findings: [MarginFinding]) {
        var factors = 0
        for finding in findings where !isToldAlready(finding) {
            if case .factor = finding {
                factors += 1
                if factors > 5 { continue }
            }
            let words = words(for: finding)
            add(
                finding.isFatal ? .error : .warning,
                words.code,
                at: words.path,
                words.message,
                words.remedy
            )
        }
    }

    /// Whether respondents have no group because the margin has no number for theirs: an error says so.
    private func isToldAlready(_ finding: MarginFinding) -> Bool {
        guard case .unknown(let margin, _) = finding else { return false }
        let place = study.location(of: path(ofMargin: margin))
        return problems.contains { $0.code == "weighting.no-target" && $0.location == place }
    }

    private typealias FindingWords = (
        code: Problem.Code, path: String, message: String, remedy: String
    )

    private func words(for finding: MarginFinding) -> FindingWords {
        switch finding {
        case .noRespondents(let margin, let group):
            (
                "weighting.no-respondents", path(ofMargin: margin),
                "Nobody of \(Problem.quote(group)) in \(margin) was interviewed: no weight can stand for "
                    + "them.",
                "Put the group together with another one, in the margin and in the data."
            )
        case .totals, .smallerThanSample: populationWords(for: finding)
        case .target(let margin, let group):
            (
                "weighting.target", path(ofMargin: margin),
                "\(Problem.quote(group)) in \(margin) has no number of people above zero.",
                "Correct the number; leave out respondents of a group that is not in the population."
            )
        case .unknown(let margin, let respondents):
            (
                "weighting.unknown-group", path(ofMargin: margin),
                "The group of \(respondents) \(respondents == 1 ? "respondent" : "respondents") in "
                    + "\(margin) is not known: they keep their share of the population.",
                "Complete the answers where you can."
            )
        case .few(let margin, let group, let respondents):
            (
                "weighting.few", path(ofMargin: margin),
                "Only \(respondents) \(respondents == 1 ? "respondent stands" : "respondents stand") for "
                    + "\(Problem.quote(group)) of \(margin).",
                "Consider putting the group together with another one."
            )
        case .factor(let groups, let factor, let respondents):
            (
                "weighting.factor", path(ofMargin: ""),
                "Raking multiplies the weights of \(groups.filter { !$0.isEmpty }.joined(separator: " × ")) by "
                    + "\(NumberStyle.english.with(decimals: 2).text(factor)), beside those of all "
                    + "(\(respondents == 1 ? "1 respondent" : "\(respondents) respondents")).",
                "See whether these people are so rare in the sample for a good reason; put small groups "
                    + "together, or trim."
            )
        }
    }

    private func populationWords(for finding: MarginFinding) -> FindingWords {
        let write = NumberStyle.english
        switch finding {
        case .totals(let first, let one, let second, let other):
            return (
                "weighting.totals", path(ofMargin: second),
                "\(first) has \(write.text(one)) people in all, \(second) \(write.text(other)).",
                "All margins must speak of the same population; write shares for one that does not."
            )
        case .smallerThanSample(let margin, let people, let respondents):
            return (
                "weighting.small-population", path(ofMargin: margin),
                "\(margin) has \(write.with(decimals: 2).text(people)) people in all, fewer than the "
                    + "\(respondents) respondents.",
                "Write people, or shares that add up to 1 or to 100."
            )
        default: preconditionFailure("only findings about the whole population")
        }
    }
}

extension Column {
    /// The name of a row's answer; "" where it says that there is none.
    fileprivate func answerName(row: Int) -> String {
        if case .codes(let codes, let categories) = values, codes[row] > 0,
            categories[codes[row] - 1].isMissing
        {
            return ""
        }
        return valueName(row: row)
    }
}
