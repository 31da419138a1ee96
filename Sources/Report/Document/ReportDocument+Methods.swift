import Base
import Markup
import Survey

extension ReportDocument {
    /// How the study was made: sample, rows left out, weights, intervals, limits.
    var methodSection: Markup {
        section(
            id: "methods",
            level: 2,
            heading: "How the study was made",
            [
                factList(methodFacts),
                exclusionTable,
                limitsBox,
            ]
        )
    }

    private var methodFacts: [(term: String, text: String)] {
        let sample = results.sample
        var facts: [(term: String, text: String)] = []
        let source = study.source.text(in: language)
        if !source.isEmpty { facts.append(("Data", source)) }
        facts.append(
            (
                "Respondents",
                "\(count(sample.respondents)) of \(count(sample.rowsRead)) rows of the data are analysed."
            )
        )
        if let days = sample.days {
            facts.append(
                (
                    "Fieldwork",
                    "\(isoText(days.lowerBound, .day)) to \(isoText(days.upperBound, .day))."
                )
            )
        }
        facts.append(("Sample", sampleText))
        facts.append(("Weights", weightText))
        facts.append(
            (
                "Missing answers",
                "Each number is based on those who answered that question; “don’t know” and “refused” "
                    + "count as no answer and are shown beside the answers."
            )
        )
        facts.append(("Small groups", smallGroupText))
        for (name, rows) in results.prepared.repeats.sorted(by: { $0.key < $1.key }) {
            let label =
                results.prepared.form.groups
                .first { $0.path.joined(separator: "/") == name }?.label.text(in: language) ?? ""
            facts.append(
                (
                    label.isEmpty ? name : label,
                    "Asked several times in one interview: \(count(rows)) rows, which are not analysed here."
                )
            )
        }
        if !results.prepared.personal.isEmpty {
            facts.append(
                (
                    "Personal data",
                    "Never read for this report: \(results.prepared.personal.joined(separator: ", "))."
                )
            )
        }
        return facts
    }

    private var sampleText: String {
        let sample = results.sample
        guard sample.isProbabilitySample else {
            return "The study names no sample design: these people were not drawn by chance from a "
                + "known population, or nothing is known of how."
        }
        let population = study.design?.population.text(in: language) ?? ""
        var text =
            population.isEmpty
            ? "A probability sample" : "A probability sample of \(population)"
        text += sample.strata == 1 ? " without strata" : " in \(count(sample.strata)) strata"
        text +=
            study.design?.clusters.isEmpty == false
            ? " with \(count(sample.clusters)) clusters." : ", people drawn one by one."
        text +=
            " Intervals have \(count(sample.degreesOfFreedom)) degrees of freedom for the whole."
        for joined in sample.joinedStrata {
            text +=
                " Strata joined, since one of them had a single cluster: "
                + joined.joined(separator: " with ") + "."
        }
        return text
    }

    private var weightText: String {
        guard let name = study.design?.weight else {
            return results.sample.isProbabilitySample
                ? "None is declared: the drawn fractions, or equal weights." : "None."
        }
        guard let effect = results.sample.weightingEffect else {
            return "The variable \(name); all weights are equal."
        }
        return "The variable \(name). Unequal weights alone multiply variances by about "
            + "\(numbers.with(decimals: 2).text(effect)) (Kish)."
    }

    /// How few people put an estimate in brackets: "25 to 49"; nil where none are used.
    private var bracketRange: String? {
        let report = study.report
        let low = max(report.hideBelow, report.discloseAtLeast)
        return report.bracketBelow > low ? "\(low) to \(report.bracketBelow - 1)" : nil
    }

    private var smallGroupText: String {
        let report = study.report
        let brackets = bracketRange.map { "Estimates by \($0) people are in brackets. " } ?? ""
        return brackets
            + "Estimates by fewer than \(max(report.hideBelow, report.discloseAtLeast)) people are "
            + "hidden, [c]. Counts that would point at fewer than \(report.discloseAtLeast) people are "
            + "hidden too, and as many more as are needed that none follows from the sums of a question’s "
            + "tables; a rating’s answers are shown for a group wholly or not at all. How many people gave "
            + "no answer is not hidden."
    }

    private var exclusionTable: Markup {
        guard !results.prepared.exclusions.isEmpty else { return .empty }
        var rows = [
            DisplayTable.Row("Rows in the data", [countCell(results.sample.rowsRead)])
        ]
        for exclusion in results.prepared.exclusions {
            let reason = exclusion.because.text(in: language)
            rows.append(DisplayTable.Row("Left out: \(reason)", [countCell(exclusion.rows)]))
        }
        rows.append(
            DisplayTable.Row("Analysed", [countCell(results.sample.respondents)], kind: .total)
        )
        return table(
            DisplayTable(
                caption: "Rows left out, by reason",
                rowHeading: "Step",
                columns: [.init("Rows")],
                rows: rows
            ),
            id: "exclusions"
        )
    }

    private var limitsBox: Markup {
        var limits: [String] = []
        if !results.sample.isProbabilitySample {
            limits.append(
                "This is not a probability sample. The numbers describe these answers only; no interval "
                    + "says how far they are from any population."
            )
        }
        if study.isSynthetic {
            limits.append("The answers are made up. No number says anything about real people.")
        }
        limits.append(
            "A difference between two groups is not tested here."
                + (results.sample.isProbabilitySample
                    ? " Where intervals overlap, that does not mean that there is no difference."
                    : "")
        )
        limits.append(
            "Many numbers are shown; some will look remarkable by chance alone."
        )
        return noteBox(
            .warning,
            heading: "What the data cannot say",
            [bulletList(limits.map { .text($0) })]
        )
    }

    /// How to read the tables and charts.
    var readingSection: Markup {
        section(
            id: "reading",
            level: 2,
            heading: "How to read the tables",
            [
                factList(signs),
                paragraph("Percentages are rounded and may not add up to 100."),
            ]
        )
    }

    private var signs: [(term: String, text: String)] {
        var signs: [(term: String, text: String)] = [
            ("n", "How many people a number is based on, unweighted.")
        ]
        if results.sample.isProbabilitySample {
            signs.append(
                (
                    "95% interval",
                    "Of a hundred samples drawn the same way, about 95 would give an interval that holds "
                        + "the value of the whole population. It covers chance only, not misunderstood "
                        + "questions or people who were not reached. Small n, wide interval."
                )
            )
        }
        if let range = bracketRange { signs.append(("( )", "In brackets: \(range) people.")) }
        signs.append(("[c]", "Hidden: too few people, or it would give away a hidden number."))
        signs.append(("[x]", "Cannot be computed, or nobody answered."))
        return signs
    }
}
