import Foundation
import Kernels
import TestKit
import Testing

@Suite("Quantiles of a sample")
struct QuantileTests {
    /// R 4.2.2: quantile(x, p, type = 1...9) of ten values.
    static let expected: [[Double]] = [
        [-1, -1, -1, 2, 3.5, 4, 5, 7, 11, 11],
        [-1, -1, -0.375, 2, 3.5, 4.5, 5, 7, 11, 11],
        [-1, -1, -1, 0.25, 2, 4, 5, 7, 11, 11],
        [-1, -1, -1, 1.125, 2.5, 4, 4.5, 7, 10.25, 11],
        [-1, -1, -0.375, 2, 3.25, 4.5, 5, 7, 11, 11],
        [-1, -1, -0.875, 1.5625, 3, 4.5, 5.1, 7, 11, 11],
        [-1, -0.8875, 0.125, 2.375, 3.5, 4.5, 4.95, 7, 10.325, 11],
        [
            -1, -1, -0.541666666666667, 1.85416666666667, 3.16666666666667, 4.5, 5.03333333333333,
            7, 11, 11,
        ],
        [-1, -1, -0.5, 1.890625, 3.1875, 4.5, 5.025, 7, 11, 11],
    ]

    @Test("agrees with R's quantile", arguments: QuantileType.allCases)
    func oracle(_ type: QuantileType) {
        let values = [3.5, -1, 7, 7, 2, 11, 0.25, 5, 9.5, 4]
        let p = [0, 0.01, 0.1, 0.25, 1.0 / 3, 0.5, 0.55, 0.7, 0.95, 1]
        let actual = quantiles(p, of: values, type: type)
        for (index, value) in Self.expected[type.rawValue - 1].enumerated() {
            #expect(abs(actual[index] - value) < 1e-13, "type \(type.rawValue) at \(p[index])")
        }
    }

    @Test("agrees with R on the scores of 200 schools", arguments: QuantileType.allCases)
    func schools(_ type: QuantileType) throws {
        struct File: Decodable {
            var values: [Double]
            var probabilities: [Double]
            var quantiles: [String: [Double]]
        }
        let url = sourceFixtures().appendingPathComponent("quantiles.json")
        let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
        let expected = try #require(file.quantiles["\(type.rawValue)"])
        #expect(file.values.count == 200 && expected.count == 5)
        let actual = quantiles(file.probabilities, of: file.values, type: type)
        for (one, other) in zip(actual, expected) { #expect(isClose(one, other, 1e-13)) }
    }

    @Test("a share that is a whole number of values but for rounding counts as one")
    func rounding() {
        let values = (1...100).map(Double.init)
        for hundredth in 1...99 {
            let p = Double(hundredth) / 100
            #expect(quantiles([p], of: values, type: .inverse) == [Double(hundredth)])
            #expect(quantiles([p], of: values, type: .averagedInverse) == [Double(hundredth) + 0.5])
        }
    }

    @Test("the ends are the extremes, one value is all quantiles", arguments: QuantileType.allCases)
    func ends(_ type: QuantileType) {
        #expect(quantiles([0, 1], of: [5, 3, 4, 9], type: type) == [3, 9])
        #expect(quantiles([0, 0.3, 1], of: [4], type: type) == [4, 4, 4])
        #expect(quantiles([], of: [4], type: type) == [])
        #expect(quantiles([0.1], of: [.infinity, .infinity], type: type) == [.infinity])
    }

    @Test("from the top down they mirror, for the types that are symmetric")
    func mirror() {
        let values = [3.5, -1, 7, 7, 2, 11, 0.25]
        let types: [QuantileType] = [
            .averagedInverse, .midway, .weibull, .gumbel, .medianUnbiased, .normalUnbiased,
        ]
        for type in types {
            for p in [0.05, 0.2, 0.5, 0.64, 0.9] {
                let one = quantiles([p], of: values, type: type)[0]
                let other = -quantiles([1 - p], of: values.map { -$0 }, type: type)[0]
                #expect(abs(one - other) < 1e-13)
            }
        }
    }

    @Test("no values, a missing one and an impossible share are mistakes of the caller")
    func mistakes() async {
        await #expect(processExitsWith: .failure) {
            _ = quantiles([0.5], of: [], type: .gumbel)
        }
        await #expect(processExitsWith: .failure) {
            _ = quantiles([0.5], of: [1, .nan], type: .gumbel)
        }
        await #expect(processExitsWith: .failure) {
            _ = quantiles([1.5], of: [1, 2], type: .gumbel)
        }
    }
}
