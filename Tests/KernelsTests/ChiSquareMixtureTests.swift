import Foundation
import Kernels
import TestKit
import Testing

@Suite("Mixtures of chi-squares")
struct ChiSquareMixtureTests {
    typealias Fault = ChiSquareMixture.Fault
    typealias Term = ChiSquareMixture.Term

    struct File: Decodable {
        var cases: [Case]
        var exact: [Exact]

        struct Case: Decodable {
            var id: String
            var result: Result
        }

        struct Result: Decodable {
            var a: [Double]
            var x: [Double]
            var ddf: Double?
            var sat: [Double]
            var saddle: [Double]
        }

        struct Exact: Decodable {
            var a: [Double]
            var df: [Double]
            var x: Double
            var ddf: Double?
            var upper: Double
            var saddlepoint: Double?
        }
    }

    static func file() throws -> File {
        let url = sourceFixtures().appendingPathComponent("chi-square-mixtures.json")
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    }

    /// R searches the saddle point with `uniroot(tol = 1e-8)`.
    ///
    /// Its values are off by up to 5.6e-8, found with 50 digits; the test after this one holds the
    /// formula to 1e-11.
    @Test("agrees with R survey", arguments: ["pchisqsum", "pFsum"])
    func survey(_ id: String) throws {
        let result = try #require(try Self.file().cases.first { $0.id == id }).result
        #expect(result.x.count == 6 && (result.ddf != nil) == (id == "pFsum"))
        let mixture = try ChiSquareMixture(result.a)
        for (row, x) in result.x.enumerated() {
            let df = result.ddf ?? .infinity
            let matched = try mixture.upperTail(x, denominator: df, by: .satterthwaite)
            #expect(isClose(matched, result.sat[row], 1e-12))
            let saddle = try mixture.upperTail(x, denominator: df, by: .saddlepoint)
            #expect(isClose(saddle, result.saddle[row], 1e-7), "\(id) at \(x)")
        }
    }

    @Test("agrees with Ruben's series and Kuonen's formula in 50 digits")
    func exact() throws {
        let cases = try Self.file().exact
        #expect(cases.count == 50)
        for point in cases {
            let mixture = try ChiSquareMixture(zip(point.a, point.df).map { Term($0, df: $1) })
            let df = point.ddf ?? .infinity
            let tail = try mixture.upperTail(point.x, denominator: df, by: .integration)
            #expect(isClose(tail, point.upper, 1e-11), "\(point): \(tail)")
            guard let expected = point.saddlepoint else { continue }
            let saddle = try mixture.upperTail(point.x, denominator: df, by: .saddlepoint)
            #expect(isClose(saddle, expected, 1e-11), "\(point): \(saddle)")
        }
    }

    @Test("one term is a scaled chi-square, and an F against a denominator")
    func single() throws {
        for df in [0.3, 1, 2, 7, 60, 1000] {
            for p in [1e-200, 1e-20, 1e-6, 0.03, 0.4, 0.7, 0.999] {
                let mixture = try ChiSquareMixture([Term(2.5, df: df)])
                let x = 2.5 * Distribution.chiSquare(df: df).upperQuantile(p)
                // A point whose tail cannot be told from 1 says nothing of the integration.
                guard x > 1e-8 else { continue }
                let expected = Distribution.chiSquare(df: df).upperTail(x / 2.5)
                let tail = try mixture.upperTail(x, by: .integration)
                #expect(isClose(tail, expected, 1e-11), "\(df), \(p): \(tail)")
                let matched = try mixture.upperTail(x, by: .satterthwaite)
                #expect(isClose(matched, expected, 1e-12))
            }
            for (below, f) in [(1, 0.5), (1, 30), (14, 2.2), (14, 40), (300, 1.1), (3.5, 0.01)] {
                let mixture = try ChiSquareMixture([Term(2.5, df: df)])
                let tail = try mixture.upperTail(
                    2.5 * df * f,
                    denominator: below,
                    by: .integration
                )
                let expected = Distribution.fisherF(df, below).upperTail(f)
                #expect(isClose(tail, expected, 1e-11), "F(\(df), \(below)) above \(f): \(tail)")
            }
        }
    }

    @Test("a difference of chi-squares has its closed form on both sides of zero")
    func differences() throws {
        for (a, b) in [(1.0, 1.0), (3, 0.5), (0.01, 2)] {
            let mixture = try ChiSquareMixture([Term(a, df: 2), Term(-b, df: 2)])
            for x in [0.0, 0.001, 0.7, 9, 200] {
                let above = a / (a + b) * exp(-x / (2 * a))
                #expect(isClose(try mixture.upperTail(x, by: .integration), above, 1e-11))
                let below = b / (a + b) * exp(-x / (2 * b))
                #expect(abs(try mixture.upperTail(-x, by: .integration) - (1 - below)) < 1e-12)
            }
            // However small, a tail keeps its digits when the sum is mirrored.
            let turned = try ChiSquareMixture([Term(-a, df: 2)])
            let near = try turned.upperTail(-1e-9, by: .integration)
            #expect(isClose(near, -expm1(-1e-9 / (2 * a)), 1e-11))
            let single = try ChiSquareMixture([Term(a, df: 1), Term(-b, df: 1)])
            let expected = 2 / .pi * atan((a / b).squareRoot())
            #expect(isClose(try single.upperTail(0, by: .integration), expected, 1e-11))
        }
    }

    @Test("splitting a term, the order of terms and the unit change nothing")
    func invariance() throws {
        let terms = [Term(2, df: 3), Term(0.7, df: 1), Term(-0.4, df: 2)]
        let split = [
            Term(-0.4, df: 2), Term(2, df: 1), Term(0.7, df: 1), Term(0, df: 4), Term(2, df: 2),
        ]
        let scaled = terms.map { Term($0.coefficient * 1e9, df: $0.df) }
        for method in [ChiSquareMixture.Method.saddlepoint, .integration] {
            for x in [-3.0, 0, 2, 6.1, 40] {
                let value = try ChiSquareMixture(terms).upperTail(x, by: method)
                let other = try ChiSquareMixture(split).upperTail(x, by: method)
                #expect(isClose(value, other, 1e-11))
                let large = try ChiSquareMixture(scaled).upperTail(x * 1e9, by: method)
                #expect(isClose(value, large, 1e-11))
            }
        }
    }

    @Test("the saddlepoint is smooth through the mean, where its formula is 0 / 0")
    func throughTheMean() throws {
        let mixture = try ChiSquareMixture([2.1, 1.3, 0.8, 0.4])
        let middle = try mixture.upperTail(mixture.mean, by: .saddlepoint)
        let step = 1e-3
        let above = try mixture.upperTail(mixture.mean + step, by: .saddlepoint)
        let below = try mixture.upperTail(mixture.mean - step, by: .saddlepoint)
        // The density's slope there is about 0.03, which bends the line by 1.4e-8.
        #expect(abs(middle - (above + below) / 2) < 2e-8)
        for near in [1e-9, 1e-6, 3e-5, 1e-4] {
            let value = try mixture.upperTail(mixture.mean + near, by: .saddlepoint)
            #expect(abs(value - middle - (above - below) / (2 * step) * near) < 1e-8)
        }
    }

    @Test("many terms of very different sizes settle, and fall with x")
    func manyTerms() throws {
        let mixture = try ChiSquareMixture((0..<300).map { pow(0.9, Double($0)) + 1e-6 })
        let df = [Double.infinity, 20]
        for below in df {
            var previous = 1.0
            for x in [0.1, 1, 4, 8, 10, 12, 20, 50, 400] {
                let tail = try mixture.upperTail(x, denominator: below, by: .integration)
                let saddle = try mixture.upperTail(x, denominator: below, by: .saddlepoint)
                #expect(tail <= previous && tail >= 0)
                #expect(abs(tail - saddle) < 0.02 * max(tail, 0.01))
                previous = tail
            }
        }
    }

    @Test("what cannot be answered is said", arguments: ChiSquareMixture.Method.allCases)
    func faults(_ method: ChiSquareMixture.Method) throws {
        #expect(throws: Fault.noTerm) { try ChiSquareMixture([0, 0]) }
        #expect(throws: Fault.noTerm) { try ChiSquareMixture([Double]()) }
        #expect(throws: Fault.badCoefficient(.infinity)) { try ChiSquareMixture([1, .infinity]) }
        #expect(throws: Fault.badDegreesOfFreedom(-1)) { try ChiSquareMixture([Term(1, df: -1)]) }
        let mixture = try ChiSquareMixture([1, 0.5])
        #expect(throws: Fault.badPoint) { try mixture.upperTail(.nan, by: method) }
        #expect(throws: Fault.badDegreesOfFreedom(0)) {
            try mixture.upperTail(1, denominator: 0, by: method)
        }
        #expect(try mixture.upperTail(-1, by: method) == 1)
        #expect(try mixture.upperTail(0, by: method) == 1)
        #expect(try mixture.upperTail(-1, denominator: 5, by: method) == 1)
        #expect(try mixture.upperTail(.infinity, by: method) == 0)
        #expect(try mixture.upperTail(-.infinity, denominator: 5, by: method) == 1)
        #expect(try mixture.upperTail(1e5, by: method) == 0)
        #expect(try ChiSquareMixture([Term(1, df: 3)]).upperTail(1e-300, by: method) == 1)
        let mixed = try ChiSquareMixture([1, -0.5])
        if method == .satterthwaite {
            #expect(throws: Fault.negativeCoefficient(-0.5)) {
                try mixed.upperTail(1, by: method)
            }
        } else {
            #expect(try ChiSquareMixture([-1, -2]).upperTail(0.5, by: method) == 0)
        }
    }
}
