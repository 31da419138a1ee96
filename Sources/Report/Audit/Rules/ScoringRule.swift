/// Which scoring makes every figure of a scale possible, and what the totals are under it.
///
/// An item that allows answers L to U may be averaged as answered, reversed (L + U − x), reversed
/// from zero (U − x) or from zero (x − L). The rule asks of each item in each table which of these
/// its figures allow, whether one plan serves the whole scale, and whether an item is turned round
/// in one table only. See docs/audit/scoring.md.
enum ScoringRule {
    static func judge(_ report: AuditedReport) -> RuleOutcome {
        var outcome = RuleOutcome()
        var evidence = report.scales.map { ScoringEvidence($0, in: report) }
        // What the figures of one scale show, the other scales of a report are likely to share.
        let firm = Set(evidence.compactMap { $0.fitting.count == 1 ? $0.fitting[0] : nil })
        for index in evidence.indices { evidence[index].settle(firm) }
        for scale in evidence {
            outcome.checked += scale.items.count
            if !scale.outside.isEmpty {
                outcome.findings.append(planFinding(scale))
            } else if scale.plan != nil {
                outcome.findings.append(likelyPlan(scale))
            } else if !scale.items.isEmpty, scale.plan == nil, !scale.scale.reversed.isEmpty {
                outcome.keepSilent(
                    "a scale whose figures all lie in its range: whether items were reversed cannot be told from their range",
                    wanted: "the same items in another table, or the answers"
                )
            }
            outcome.findings += scale.turned.map { finding($0, scale.scale) }
            outcome.findings += scale.turnedCells.map { finding($0, scale.scale) }
            outcome.findings += restated(report, scale)
        }
        return outcome
    }

    static func planID(_ scale: AuditedScale) -> String { "scoring:scale \(scale.name)" }

    /// What would have to be otherwise for the plan not to be that of the scale.
    static func planUnless(_ evidence: ScoringEvidence) -> String {
        let range = evidence.scale.range
        return evidence.outside.isEmpty
            ? "this scale was scored otherwise than the others of the report"
            : "the answers were numbered otherwise than \(range.lowerBound) to \(range.upperBound)"
    }

    /// Whether only items worded against the scale were scored from 0, reversed.
    private static func mixes(_ evidence: ScoringEvidence) -> Bool {
        evidence.plan == ScoringPlan(with: .asAnswered, against: .reversedFromZero)
    }

    private static func planFinding(_ evidence: ScoringEvidence) -> Finding {
        let scale = evidence.scale
        let outside = evidence.outside
        let (low, high) = (scale.range.lowerBound, scale.range.upperBound)
        let names = unique(outside.map(\.name))
        let mixes = mixes(evidence)
        func way(_ name: String) -> String? {
            if evidence.plan == nil {
                return
                    "\(names.count == 1 ? "an item has means" : "\(names.count) items have means") that its range does not allow"
            }
            return mixes
                ? "items worded against \(name) were scored \(high) − x, from 0 to \(high - low)"
                : nil
        }
        var finding = Finding(
            id: planID(scale),
            rule: .scoring,
            kind: .plan(way: way("the scale")),
            severity: .impossible,
            headline: way("it").map { "Scale “\(scale.name)”: \($0)" }
                ?? "Scale “\(scale.name)” was scored from 0 to \(high - low), not from \(low) to \(high)",
            table: outside[0].table.id,
            row: outside[0].axis == .rows ? outside[0].table.rows[outside[0].line].label : nil,
            column: outside[0].axis == .columns
                ? outside[0].table.columns[outside[0].line].label : nil,
            expected: "\(low) to \(high)",
            because: because(evidence, names),
            unless: planUnless(evidence),
            cells: evidence.belowRange
        )
        if mixes {
            finding.likelyCause =
                "Answers were reversed as \(high) − x; \(low + high) − x keeps the range of \(low) to \(high)."
        }
        finding.follows = evidence.rescoredCells
        if evidence.plan?.keepsRange == false {
            finding.consequence =
                "A label tied to the middle of \(low) to \(high) does not hold for these figures: each such item stands \(low) lower than one scored within the range."
        }
        return finding
    }

    /// That a scale whose figures say nothing was likely scored as the others of the report were.
    private static func likelyPlan(_ evidence: ScoringEvidence) -> Finding {
        let scale = evidence.scale
        let (low, high) = (scale.range.lowerBound, scale.range.upperBound)
        let item = evidence.items[0]
        return Finding(
            id: planID(scale),
            rule: .scoring,
            kind: .plan(way: nil),
            severity: .improbable,
            headline:
                "Scale “\(scale.name)”: \(mixes(evidence) ? "items worded against it were likely scored \(high) − x, from 0 to \(high - low), too" : "its items were likely scored from 0 to \(high - low), too")",
            table: item.table.id,
            expected: "\(low) to \(high)",
            because:
                "Its own figures need no scoring from 0 to \(high - low), and do not tell. The other scales of the report allow one plan only, and here \(evidence.share) allow it: \(evidence.plan?.words(scale.range) ?? "").",
            unless: planUnless(evidence),
            consequence:
                "Whether its totals lie above or below the middle of the scale cannot be said until the scoring is known.",
            follows: evidence.rescoredCells
        )
    }

    private static func because(_ evidence: ScoringEvidence, _ names: [String]) -> String {
        let range = evidence.scale.range
        let (low, high) = (range.lowerBound, range.upperBound)
        var text =
            "\(AuditText.list(names, limit: 3)) \(names.count == 1 ? "has a mean" : "have means") below \(low), which answers from \(low) to \(high) cannot give, neither as answered nor as \(low + high) − x."
        let above = unique(evidence.above.map(\.name))
        if !above.isEmpty {
            text +=
                " \(AuditText.list(above, limit: 3)) \(above.count == 1 ? "has means" : "have means") above \(high - low), which no scoring from 0 can give. So the items of one scale were scored in two ways."
        }
        if let plan = evidence.plan, evidence.fitting.count == 1 {
            text += " One plan allows every figure: \(plan.words(range))."
        } else if let plan = evidence.plan {
            text +=
                " Other scales of the report allow one plan only, and here \(evidence.share) allow it: \(plan.words(range))."
        } else if evidence.fitting.count > 1 {
            text +=
                " \(evidence.fitting.count) plans allow every figure: "
                + evidence.fitting.map { $0.words(range) }.joined(separator: "; or ") + "."
        }
        return text
    }

    static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
