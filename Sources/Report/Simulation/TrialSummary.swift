import Kernels
import Survey

/// What many runs of a trial say about a design.
package struct TrialSummary: Sendable {
    package let runs: Int
    package let rows: [Row]
    package let power: [PowerRow]

    /// One planned number over all runs.
    package struct Row: Sendable, Hashable {
        package let planned: DesignTrial.Planned
        package let mean: Double
        /// Mean less truth.
        package let bias: Double
        /// The Monte Carlo standard error of the bias.
        package let biasError: Double
        /// The share of runs whose 95 % interval holds the truth; nil where no run has one.
        package let coverage: Double?
        /// The Monte Carlo interval of the coverage, by Wilson's score.
        package let coverageInterval: ClosedRange<Double>?
        /// The mean half width of the intervals.
        package let margin: Double?
        package let designEffect: Double?
    }

    /// The chance to find a planned difference at the 5 % level.
    package struct PowerRow: Sendable, Hashable {
        package let planned: PlannedDifference
        /// The mean standard error of the difference over the runs.
        package let standardError: Double
        package let power: Double
        /// The difference that would be found with 80 %.
        package let detectable: Double
    }

    /// The summary of the runs that gave estimates.
    package init(_ trial: DesignTrial, _ runs: [DesignTrial.Run]) {
        self.runs = runs.count
        rows = trial.planned.indices.compactMap { index in
            Row(trial.planned[index], runs.compactMap { $0.found[index] })
        }
        power = trial.power.indices.compactMap { index in
            PowerRow(trial.power[index], runs.compactMap { $0.differences[index] })
        }
    }
}

extension TrialSummary.Row {
    init?(_ planned: DesignTrial.Planned, _ found: [DesignTrial.Found]) {
        guard found.count > 1 else { return nil }
        let count = Double(found.count)
        let mean = compensatedSum(found.map(\.value)) / count
        let squares = found.map { ($0.value - mean) * ($0.value - mean) }
        let intervals = found.compactMap(\.interval)
        let held = Double(intervals.count { $0.contains(planned.truth) })
        let effects = found.compactMap(\.designEffect)
        self.planned = planned
        self.mean = mean
        bias = mean - planned.truth
        biasError = (compensatedSum(squares) / (count - 1) / count).squareRoot()
        coverage = intervals.isEmpty ? nil : held / Double(intervals.count)
        coverageInterval =
            intervals.isEmpty ? nil : wilson(held / Double(intervals.count), n: intervals.count)
        margin =
            intervals.isEmpty
            ? nil
            : compensatedSum(intervals.map { ($0.upperBound - $0.lowerBound) / 2 })
                / Double(intervals.count)
        designEffect = effects.isEmpty ? nil : compensatedSum(effects) / Double(effects.count)
    }
}

extension TrialSummary.PowerRow {
    /// The power of Student's test of the difference, by each run's own standard error, on average.
    init?(_ planned: PlannedDifference, _ found: [DesignTrial.Run.Difference]) {
        let usable = found.filter { $0.standardError > 0 && $0.df > 0 }
        guard !usable.isEmpty else { return nil }
        func power(_ difference: Double) -> Double {
            let each = usable.map { run in
                let critical = Kernels.Distribution.studentT(df: run.df).upperQuantile(0.025)
                let shift = difference / run.standardError
                return Kernels.Distribution.normal.upperTail(critical - shift)
                    + Kernels.Distribution.normal.lowerTail(-critical - shift)
            }
            return compensatedSum(each) / Double(each.count)
        }
        self.planned = planned
        standardError =
            compensatedSum(usable.map(\.standardError)) / Double(usable.count)
        self.power = power(planned.difference)
        var (low, high) = (0.0, 20 * standardError)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if power(middle) < 0.8 { low = middle } else { high = middle }
        }
        detectable = high
    }
}

/// The 95 % interval of a share of `n` independent runs, which is one also where all or none hold.
///
/// - SeeAlso: Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA
///   22(158).
private func wilson(_ share: Double, n: Int) -> ClosedRange<Double> {
    let z = Kernels.Distribution.normal.upperQuantile(0.025)
    let count = Double(n)
    let centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    let half =
        z / (1 + z * z / count)
        * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, centre - half)...min(1, centre + half)
}
