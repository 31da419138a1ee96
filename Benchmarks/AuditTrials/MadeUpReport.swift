import Kernels
package import Report

/// A report on people who do not exist, printed as honest authors print theirs.
///
/// Everything follows from the seed: people and their answers, what is weighted, how figures are
/// rounded, which totals and numbers of people are shown and what the text says. Nothing in
/// ``report`` is wrong; ``planted(_:)`` puts one mistake in.
package struct MadeUpReport: Sendable {
    /// What a claim is about; the first word of its id.
    enum ClaimKind: String {
        case superlative, figure, majority, trend
    }

    package let seed: UInt64
    package let report: AuditedReport
    let plan: ReportPlan
    let printer: ReportPrinter

    /// - Parameters:
    ///   - seed: All of the report follows from it.
    ///   - sizes: How many people may take part; small reports are as frequent as large ones.
    package init(seed: UInt64, sizes: ClosedRange<Int> = 40...3000) {
        self.seed = seed
        plan = ReportPlan(seed: seed, sizes: sizes)
        printer = ReportPrinter(plan: plan, people: MadeUpPeople(plan))
        report = printer.finished()
    }

    /// How many people took part.
    package var n: Int { plan.people }

    /// What was drawn, for whoever looks into a report.
    package var summary: String {
        """
        seed \(seed), \(plan.people) people, weights \(plan.weighting), bases \(plan.style.bases), \
        scales \(plan.scales.map { "\($0.range) \($0.scoring)" }), \
        totals of known \(plan.style.totalsOfKnown)
        """
    }
}

extension ReportPrinter {
    func finished() -> AuditedReport {
        var report = report()
        report.claims = claims(report.tables)
        report.passages = passages()
        return report
    }
}
