import Foundation
import Kernels
import TestKit
import Testing

@Suite("Distributions")
struct DistributionTests {
    /// A column-wise table of arguments and values.
    struct Grid: Decodable {
        var id: String
        var result: Result

        struct Result: Decodable {
            var data: [String: [Double]]

            init(from decoder: any Decoder) throws {
                // R writes vectors as plain members, and data frames under "data".
                struct Frame: Decodable { var data: [String: [Double]] }
                if let frame = try? Frame(from: decoder) {
                    data = frame.data
                } else {
                    data = try decoder.singleValueContainer().decode([String: [Double]].self)
                }
            }
        }
    }

    static func grid(
        _ id: String,
        in name: String = "distributions.json"
    ) throws -> [String: [Double]] {
        struct File: Decodable { var cases: [Grid] }
        let url = sourceFixtures().appendingPathComponent(name)
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
        return try #require(file.cases.first { $0.id == id }).result.data
    }

    /// Compares at every point; `make` takes the parameters and `value` the argument.
    ///
    /// Exceptions, each looked into with 40 digits: Boost loses digits below 1e-290 (1.5e-8 at
    /// 1.2e-303). R's `qf` computes (1 / x - 1) df2 / df1 from a beta quantile x near 1, so that its
    /// small quantiles are off by about 1e-15 df2 / df1. R's `qt` below one degree of freedom stops
    /// its search at 1e-10, and gives 2.6e-16 for the median.
    private func compare(
        _ id: String,
        argument: String,
        parameters: [String],
        expected: String = "value",
        _ make: ([Double]) -> Distribution,
        _ value: (Distribution) -> (Double) -> Double
    ) throws {
        let grid = try Self.grid(id)
        let arguments = try #require(grid[argument])
        let values = try #require(grid[expected])
        #expect(arguments.count > 10 && arguments.count == values.count)
        for row in arguments.indices {
            let chosen = try parameters.map { try #require(grid[$0])[row] }
            let actual = value(make(chosen))(arguments[row])
            let isSearched = id == "qt" && chosen[0] < 1
            let tolerance = abs(values[row]) < 1e-290 ? 1e-7 : isSearched ? 1e-10 : 1e-11
            let slack = id == "qf" ? 1e-15 * chosen[1] / chosen[0] : isSearched ? 1e-15 : 0
            #expect(
                isClose(actual, values[row], tolerance) || abs(actual - values[row]) <= slack,
                "\(id) of \(arguments[row]), \(chosen): \(actual), R says \(values[row])"
            )
        }
    }

    @Test("the normal agrees with R")
    func normal() throws {
        try compare(
            "pnorm",
            argument: "x",
            parameters: [],
            expected: "lower",
            { _ in .normal },
            { $0.lowerTail }
        )
        try compare(
            "pnorm",
            argument: "x",
            parameters: [],
            expected: "upper",
            { _ in .normal },
            { $0.upperTail }
        )
        try compare("qnorm", argument: "p", parameters: [], { _ in .normal }, { $0.quantile })
    }

    @Test("Student's t agrees with R")
    func student() throws {
        try compare(
            "pt",
            argument: "x",
            parameters: ["df"],
            { .studentT(df: $0[0]) },
            { $0.lowerTail }
        )
        try compare(
            "qt",
            argument: "p",
            parameters: ["df"],
            { .studentT(df: $0[0]) },
            { $0.quantile }
        )
    }

    @Test("chi-square agrees with R")
    func chiSquare() throws {
        try compare(
            "pchisq",
            argument: "x",
            parameters: ["df"],
            { .chiSquare(df: $0[0]) },
            { $0.lowerTail }
        )
        try compare(
            "pchisq_upper",
            argument: "x",
            parameters: ["df"],
            { .chiSquare(df: $0[0]) },
            { $0.upperTail }
        )
        try compare(
            "qchisq",
            argument: "p",
            parameters: ["df"],
            { .chiSquare(df: $0[0]) },
            { $0.quantile }
        )
    }

    @Test("F agrees with R")
    func fisher() throws {
        let parameters = ["d1", "d2"]
        try compare(
            "pf",
            argument: "x",
            parameters: parameters,
            { .fisherF($0[0], $0[1]) },
            { $0.lowerTail }
        )
        try compare(
            "pf",
            argument: "x",
            parameters: parameters,
            expected: "upper",
            { .fisherF($0[0], $0[1]) },
            { $0.upperTail }
        )
        try compare(
            "qf",
            argument: "p",
            parameters: parameters,
            { .fisherF($0[0], $0[1]) },
            { $0.quantile }
        )
    }

    @Test(
        "F's small quantiles go back to their probabilities",
        arguments: [1.0, 2, 5],
        [3.0, 14, 200]
    )
    func fisherBack(_ df1: Double, _ df2: Double) {
        let distribution = Distribution.fisherF(df1, df2)
        for p in [1e-10, 1e-6, 0.001, 0.01, 0.5] {
            #expect(isClose(distribution.lowerTail(distribution.quantile(p)), p, 1e-11))
        }
    }

    @Test("beta agrees with R")
    func beta() throws {
        let parameters = ["a", "b"]
        try compare(
            "pbeta",
            argument: "x",
            parameters: parameters,
            { .beta($0[0], $0[1]) },
            { $0.lowerTail }
        )
        try compare(
            "qbeta",
            argument: "p",
            parameters: parameters,
            { .beta($0[0], $0[1]) },
            { $0.quantile }
        )
    }

    @Test(
        "an argument outside the domain is NaN, not a crash",
        arguments: [
            Distribution.normal, .studentT(df: 5), .chiSquare(df: 3), .fisherF(2, 9), .beta(2, 3),
            .gamma(shape: 2), .noncentralChiSquare(df: 3, noncentrality: 2),
        ]
    )
    func domain(_ distribution: Distribution) {
        for p in [-0.1, 1.1, Double.nan, .infinity, -.infinity] {
            #expect(distribution.quantile(p).isNaN)
            #expect(distribution.upperQuantile(p).isNaN)
        }
        #expect(distribution.lowerTail(.nan).isNaN)
        #expect(distribution.upperTail(.nan).isNaN)
    }

    @Test(
        "a parameter outside the domain is NaN, not a crash",
        arguments: [
            Distribution.studentT(df: 0), .studentT(df: -1), .studentT(df: .nan),
            .chiSquare(df: 0), .chiSquare(df: .nan), .fisherF(0, 3), .fisherF(3, -1),
            .beta(0, 1), .beta(1, .nan), .gamma(shape: 0), .gamma(shape: .nan),
            .noncentralChiSquare(df: 0, noncentrality: 1),
            .noncentralChiSquare(df: 1, noncentrality: -1),
            .noncentralChiSquare(df: 1, noncentrality: .nan),
        ]
    )
    func parameters(_ distribution: Distribution) {
        #expect(distribution.lowerTail(0.5).isNaN)
        #expect(distribution.upperTail(0.5).isNaN)
        #expect(distribution.quantile(0.5).isNaN)
        #expect(distribution.upperQuantile(0.5).isNaN)
    }

    @Test("t with infinite degrees of freedom is the normal")
    func infinite() {
        let t = Distribution.studentT(df: .infinity)
        #expect(t.quantile(0.975) == Distribution.normal.quantile(0.975))
        #expect(t.lowerTail(-1.5) == Distribution.normal.lowerTail(-1.5))
    }
}
