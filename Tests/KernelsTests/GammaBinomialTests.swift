import Kernels
import TestKit
import Testing

@Suite("Gamma functions, the binomial and the noncentral chi-square")
struct GammaBinomialTests {
    static func grid(_ id: String) throws -> [String: [Double]] {
        try DistributionTests.grid(id, in: "gamma-binomial.json")
    }

    @Test("the regularised lower gamma agrees with R's pgamma")
    func gamma() throws {
        let grid = try Self.grid("pgamma")
        let (points, shapes) = (try #require(grid["x"]), try #require(grid["a"]))
        let values = try #require(grid["value"])
        #expect(points.count == 42)
        for row in points.indices {
            let actual = Distribution.gamma(shape: shapes[row]).lowerTail(points[row])
            // 1e-300 and below is zero to R.
            #expect(
                isClose(actual, values[row], 1e-12) || (values[row] == 0 && actual < 1e-300),
                "shape \(shapes[row]) at \(points[row]): \(actual), R says \(values[row])"
            )
        }
    }

    @Test("both tails of the gamma are those of half a chi-square; quantiles go back")
    func tails() {
        for (shape, x) in [(0.5, 0.02), (1, 3.0), (4.5, 2), (40, 61), (400, 90)] {
            let gamma = Distribution.gamma(shape: shape)
            let square = Distribution.chiSquare(df: 2 * shape)
            #expect(isClose(gamma.upperTail(x), square.upperTail(2 * x), 1e-12))
            #expect(isClose(gamma.lowerTail(x), square.lowerTail(2 * x), 1e-12))
            #expect(isClose(gamma.lowerTail(gamma.quantile(0.3)), 0.3, 1e-12))
            #expect(isClose(gamma.upperTail(gamma.upperQuantile(1e-7)), 1e-7, 1e-12))
        }
    }

    @Test("ln Γ, digamma and trigamma agree with R")
    func logarithms() throws {
        let grid = try Self.grid("lgamma")
        let points = try #require(grid["x"])
        let functions: [(String, (Double) -> Double)] = [
            ("lgamma", logGamma), ("digamma", digamma), ("trigamma", trigamma),
        ]
        for (name, function) in functions {
            let values = try #require(grid[name])
            #expect(values.count == 10)
            for (x, value) in zip(points, values) {
                #expect(isClose(function(x), value, 1e-13), "\(name)(\(x))")
            }
        }
        for x in [0, -0.5, -1, Double.nan, -Double.infinity] {
            for (name, function) in functions { #expect(function(x).isNaN, "\(name)(\(x))") }
        }
    }

    @Test("the binomial agrees with R")
    func binomial() throws {
        let grid = try Self.grid("binom")
        let counts = try #require(grid["k"])
        let (masses, tails) = (try #require(grid["d"]), try #require(grid["p"]))
        #expect(counts.count == 21)
        let binomial = Binomial(trials: 20, probability: 0.3)
        for (row, k) in counts.enumerated() {
            #expect(isClose(binomial.mass(k), masses[row], 1e-12))
            #expect(isClose(binomial.lowerTail(k), tails[row], 1e-12))
        }
    }

    @Test(
        "masses sum to the tails, and both tails to one",
        arguments: [0, 1, 7, 200.0],
        [0, 0.003, 0.4, 1]
    )
    func masses(_ trials: Double, _ probability: Double) {
        let binomial = Binomial(trials: trials, probability: probability)
        var below = 0.0
        for k in stride(from: 0, through: trials, by: 1) {
            below += binomial.mass(k)
            #expect(isClose(binomial.lowerTail(k + 0.5), below, 1e-11))
            #expect(abs(binomial.upperTail(k) + binomial.lowerTail(k) - 1) < 1e-13)
        }
        #expect(binomial.lowerTail(-1) == 0 && binomial.upperTail(-1) == 1)
        #expect(binomial.lowerTail(.infinity) == 1 && binomial.upperTail(trials) == 0)
        #expect(binomial.mass(0.5) == 0 && binomial.mass(trials + 1) == 0)
    }

    @Test(
        "a binomial that cannot be is NaN",
        arguments: [(-1, 0.5), (2.5, 0.5), (.nan, 0.5), (.infinity, 0.5), (3, -0.1), (3, .nan)]
    )
    func impossible(_ trials: Double, _ probability: Double) {
        let binomial = Binomial(trials: trials, probability: probability)
        for value in [binomial.mass(1), binomial.lowerTail(1), binomial.upperTail(1)] {
            #expect(value.isNaN)
        }
        #expect(Binomial(trials: 3, probability: 0.5).mass(.nan).isNaN)
    }

    @Test("the noncentral chi-square agrees with R")
    func noncentral() throws {
        let grid = try Self.grid("pchisq_nc")
        let (points, df) = (try #require(grid["x"]), try #require(grid["df"]))
        let (shifts, values) = (try #require(grid["ncp"]), try #require(grid["value"]))
        #expect(points.count == 80)
        for row in points.indices {
            let distribution = Distribution.noncentralChiSquare(
                df: df[row],
                noncentrality: shifts[row]
            )
            let actual = distribution.lowerTail(points[row])
            #expect(
                isClose(actual, values[row], 1e-11),
                "\(distribution) at \(points[row]): \(actual), R says \(values[row])"
            )
        }
    }

    /// R gives 0 here; the values are sums of the Poisson mixture in 40 digits (mpmath 1.3).
    @Test(
        "far upper tails of the noncentral chi-square keep their digits",
        arguments: [
            (2500.0, 5.0, 300.0, 1.2730818380595375e-233),
            (1800, 5, 100, 1.0477649123446729e-229),
            (1300, 1, 1, 1.6067592445280104e-269),
        ]
    )
    func farTails(_ x: Double, _ df: Double, _ shift: Double, _ expected: Double) {
        let distribution = Distribution.noncentralChiSquare(df: df, noncentrality: shift)
        #expect(isClose(distribution.upperTail(x), expected, 1e-11))
        #expect(distribution.lowerTail(x) == 1)
        #expect(distribution.lowerTail(0) == 0 && distribution.upperTail(0) == 1)
    }

    @Test("without a shift the noncentral chi-square is the central one; quantiles go back")
    func central() {
        for (df, x) in [(1.0, 0.4), (5, 9.0), (30, 22)] {
            let none = Distribution.noncentralChiSquare(df: df, noncentrality: 0)
            #expect(isClose(none.upperTail(x), Distribution.chiSquare(df: df).upperTail(x), 1e-12))
            let some = Distribution.noncentralChiSquare(df: df, noncentrality: 7)
            #expect(isClose(some.lowerTail(some.quantile(0.2)), 0.2, 1e-9))
            #expect(isClose(some.upperTail(some.upperQuantile(0.01)), 0.01, 1e-9))
        }
    }
}
