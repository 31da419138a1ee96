import Kernels

extension SamplingTree {
    typealias Level = (units: [Int32], a: [Double], b: [Double])

    /// What one stratum adds whose units were drawn with unequal probabilities; absent units count as 0.
    ///
    /// The rules with probabilities of pairs are Σ Σ D a b with D = 1 - π on the diagonal and
    /// 1 - π_i π_j / π_ij beside it, written as sums over single units.
    func unequalSpread(
        _ level: Level,
        in range: Range<Int>,
        _ stage: Stage,
        _ probabilities: [Double],
        _ rule: UnequalProbabilityRule
    ) -> Double {
        let stratum = stage.stratumOfUnit[Int(level.units[range.lowerBound])]
        let n = Double(stage.drawn[Int(stratum)])
        var sums = UnequalSums()
        for position in range {
            let p = probabilities[Int(level.units[position])]
            sums.add(level.a[position], level.b[position], p)
        }
        switch rule {
        case .brewer:
            // Σ (1 - π)(a - ā)(b - b̄), the absent units with a = b = 0.
            let all = compensatedSum(stage.units(of: stratum).map { probabilities[$0] })
            let (meanA, meanB) = (sums.a / n, sums.b / n)
            let open =
                sums.ab - sums.pab - meanA * (sums.b - sums.pb) - meanB * (sums.a - sums.pa)
                + meanA * meanB * (n - all)
            return n / (n - 1) * open
        case .hartleyRao(let given):
            let all = compensatedSum(stage.units(of: stratum).map { probabilities[$0] })
            let square = given ?? all / n
            let pairs = sums.a * sums.b - sums.ab
            let weighted = sums.pa * sums.b + sums.a * sums.pb - 2 * sums.pab
            return (1 - (n + square) / (n - 1)) * pairs + weighted / (n - 1) + sums.ab - sums.pab
        case .overton:
            let pairs = sums.a * sums.b - sums.ab
            let weighted = (sums.pa * sums.b + sums.a * sums.pb) / 2 - sums.pab
            return (1 - n / (n - 1)) * pairs + weighted / (n - 1) + sums.ab - sums.pab
        }
    }
}

/// Sums over units of a, b, ab and of their products with π.
private struct UnequalSums {
    var a = 0.0
    var b = 0.0
    var ab = 0.0
    var pa = 0.0
    var pb = 0.0
    var pab = 0.0

    mutating func add(_ a: Double, _ b: Double, _ p: Double) {
        self.a += a
        self.b += b
        ab += a * b
        pa += p * a
        pb += p * b
        pab += p * a * b
    }
}
