/// A rule that holds the errors of several tests together.
///
/// A rule either bounds the chance of one false finding among all tests (family-wise), or the share
/// of false findings among the findings that is to be expected (false discovery rate).
package enum MultipleTests: Sendable, Hashable, CaseIterable {
    /// Family-wise, for tests that depend in any way: each p value times the number of tests.
    case bonferroni
    /// Family-wise, for tests that depend in any way: never weaker than Bonferroni.
    ///
    /// - SeeAlso: Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure, Scand. J.
    ///   Statist. 6, 65–70.
    case holm
    /// Family-wise, for independent tests or such as meet Simes' inequality.
    ///
    /// - SeeAlso: Hochberg (1988), A Sharper Bonferroni Procedure for Multiple Tests of
    ///   Significance, Biometrika 75, 800–802.
    case hochberg
    /// Family-wise, as Hochberg's and never weaker: every subset is tested by Simes' test.
    ///
    /// - SeeAlso: Hommel (1988), A Stagewise Rejective Multiple Test Procedure Based on a Modified
    ///   Bonferroni Test, Biometrika 75, 383–386; Wright (1992), Adjusted P-values for Simultaneous
    ///   Inference, Biometrics 48, 1005–1013.
    case hommel
    /// False discovery rate, for independent tests or such as depend positively.
    ///
    /// - SeeAlso: Benjamini & Hochberg (1995), Controlling the False Discovery Rate, J. R. Statist.
    ///   Soc. B 57, 289–300.
    case benjaminiHochberg
    /// False discovery rate, for tests that depend in any way.
    ///
    /// - SeeAlso: Benjamini & Yekutieli (2001), The Control of the False Discovery Rate in Multiple
    ///   Testing under Dependency, Annals of Statistics 29, 1165–1188, theorem 1.3.
    case benjaminiYekutieli
    /// No rule: every test speaks for itself.
    case none
}

/// The p values of several tests, each raised as `rule` asks, so that each may be held against the
/// level that all of them share.
///
/// - Parameters:
///   - pValues: One p value (0...1) per test, in any order. NaN is a test that could not be made: it
///     is left out of the count and stays NaN.
///   - rule: How the tests are held together.
/// - Returns: One value per test, in the order of `pValues`; at most 1 for all but `none`.
/// - SeeAlso: The sources at each rule; R `p.adjust`, which gives the same.
package func adjusted(_ pValues: [Double], by rule: MultipleTests) -> [Double] {
    let order = pValues.indices
        .filter { !pValues[$0].isNaN }
        .sorted { pValues[$0] < pValues[$1] }
    let ascending = order.map { pValues[$0] }
    var result = pValues
    for (index, value) in zip(order, adjusted(ascending: ascending, by: rule)) {
        result[index] = value
    }
    return result
}

/// The adjusted p values of `sorted`, the smallest first, in the same order.
private func adjusted(ascending sorted: [Double], by rule: MultipleTests) -> [Double] {
    let count = Double(sorted.count)
    switch rule {
    case .none:
        return sorted
    case .bonferroni:
        return sorted.map { min(1, $0 * count) }
    case .holm:
        return stepDown(sorted) { count - $0 + 1 }
    case .hochberg:
        return stepUp(sorted) { count - $0 + 1 }
    case .hommel:
        return hommel(sorted)
    case .benjaminiHochberg:
        return stepUp(sorted) { count / $0 }
    case .benjaminiYekutieli:
        let harmonic = (1...max(1, sorted.count)).reversed().reduce(0.0) { $0 + 1 / Double($1) }
        return stepUp(sorted) { harmonic * count / $0 }
    }
}

/// Each value times the factor of its rank (from 1), but never below that of a smaller one.
private func stepDown(_ sorted: [Double], factor: (Double) -> Double) -> [Double] {
    var highest = 0.0
    return sorted.enumerated().map { position, value in
        highest = max(highest, min(1, value * factor(Double(position + 1))))
        return highest
    }
}

/// Each value times the factor of its rank (from 1), but never above that of a larger one.
private func stepUp(_ sorted: [Double], factor: (Double) -> Double) -> [Double] {
    var lowest = 1.0
    var result = sorted
    for position in sorted.indices.reversed() {
        lowest = min(lowest, sorted[position] * factor(Double(position + 1)))
        result[position] = lowest
    }
    return result
}

/// Hommel's values as the closed test that they stand for; the square of the count in steps.
///
/// A test is rejected when Simes' test rejects each subset that holds it. Of the subsets of one size,
/// the one with the largest other p values is the hardest to reject, so that it alone is looked at.
private func hommel(_ sorted: [Double]) -> [Double] {
    let count = sorted.count
    var result = sorted
    for size in 1...max(1, count) where size <= count {
        // Simes' value of the largest p values but the smallest member of the subset.
        let first = count - size
        var others = Double.infinity
        for rank in 2...max(2, size) where rank <= size {
            others = min(others, Double(size) * sorted[first + rank - 1] / Double(rank))
        }
        for position in sorted.indices {
            let smallest = Double(size) * sorted[min(position, first)]
            result[position] = max(result[position], min(smallest, others))
        }
    }
    return result
}
