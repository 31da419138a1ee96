import Kernels
import TestKit
import Testing

@Suite("The studentised range")
struct StudentizedRangeTests {
    /// R's own error is up to 3e-11.
    ///
    /// Its ptukey(1, 9, Inf) is 0.00128923461815926, where 30 digits (mpmath 1.3) give
    /// 0.001289234593020326; so small values differ by 2e-8 of themselves.
    @Test("agrees with R's ptukey")
    func oracle() throws {
        let grid = try DistributionTests.grid("ptukey", in: "studentized-range.json")
        let (q, k) = (try #require(grid["q"]), try #require(grid["k"]))
        let (df, values) = (try #require(grid["df"]), try #require(grid["value"]))
        #expect(q.count == 24)
        for row in q.indices {
            let range = try #require(
                StudentizedRange(count: Int(k[row]), df: df[row] < 0 ? .infinity : df[row])
            )
            let actual = range.lowerTail(q[row])
            #expect(
                isClose(actual, values[row], 1e-9) || abs(actual - values[row]) < 4e-11,
                "\(q[row]), \(k[row]), \(df[row]): \(actual), R says \(values[row])"
            )
        }
    }

    /// `scipy.stats.studentized_range.sf` and 1 - `cdf` of the first, SciPy 1.17.1.
    @Test(
        "agrees with SciPy where R has fewer digits",
        arguments: [
            (1.0, 9, 10.0, 0.9973909201253851713),
            (5.0, 3, 60.0, 0.0022520241095871363),
            (3.5, 9, 60.0, 0.2648871947605982),
        ]
    )
    func scipy(_ q: Double, _ count: Int, _ df: Double, _ expected: Double) throws {
        let range = try #require(StudentizedRange(count: count, df: df))
        #expect(isClose(range.upperTail(q), expected, 1e-11))
    }

    @Test("two means: their range is √2 times the size of a t", arguments: [1, 1.5, 4, 30, 2000.0])
    func pair(_ df: Double) throws {
        let range = try #require(StudentizedRange(count: 2, df: df))
        for q in [0.01, 1, 3.2, 9, 80, 4000] {
            let expected = 2 * Distribution.studentT(df: df).upperTail(q / 2.0.squareRoot())
            guard expected > 1e-50 else { continue }
            let actual = range.upperTail(q)
            #expect(isClose(actual, expected, 1e-10), "\(df), \(q): \(actual), \(expected)")
        }
    }

    @Test("a known error is the limit of many degrees of freedom")
    func known() throws {
        let known = try #require(StudentizedRange(count: 5, df: .infinity))
        let many = try #require(StudentizedRange(count: 5, df: 1e9))
        for q in [0.5, 3, 6] { #expect(isClose(known.upperTail(q), many.upperTail(q), 1e-7)) }
    }

    /// R 4.2.2: qtukey(0.95, c(3, 5, 9, 3), c(10, 20, 60, Inf)); R stops its search at 1e-4.
    @Test(
        "quantiles go back to their probabilities, near R's",
        arguments: [
            (3, 10.0, 3.876776749), (5, 20, 4.231856683), (9, 60, 4.550414427),
            (3, .infinity, 3.314493158),
        ]
    )
    func quantiles(_ count: Int, _ df: Double, _ expected: Double) throws {
        let range = try #require(StudentizedRange(count: count, df: df))
        let q = range.upperQuantile(0.05)
        #expect(abs(q - expected) < 1e-4)
        #expect(isClose(range.upperTail(q), 0.05, 1e-11))
    }

    @Test("what cannot be is nil or NaN; the ends are the ends")
    func ends() throws {
        #expect(StudentizedRange(count: 1, df: 5) == nil)
        #expect(StudentizedRange(count: 3, df: 0.5) == nil)
        #expect(StudentizedRange(count: 3, df: .nan) == nil)
        let range = try #require(StudentizedRange(count: 3, df: 5))
        #expect(range.upperTail(.nan).isNaN && range.lowerTail(.nan).isNaN)
        #expect(range.upperQuantile(.nan).isNaN && range.upperQuantile(1.1).isNaN)
        #expect(range.upperTail(-1) == 1 && range.upperTail(0) == 1)
        #expect(range.upperTail(.infinity) == 0 && range.lowerTail(.infinity) == 1)
        #expect(range.upperQuantile(1) == 0 && range.upperQuantile(0) == .infinity)
    }
}
