import Foundation
import Kernels
import TestKit
import Testing

@Suite("The bivariate normal")
struct BivariateNormalTests {
    @Test("agrees with R's pbivnorm")
    func oracle() throws {
        let grid = try DistributionTests.grid("bvn", in: "bivariate-normal.json")
        let (x, y) = (try #require(grid["x"]), try #require(grid["y"]))
        let (rho, values) = (try #require(grid["rho"]), try #require(grid["value"]))
        #expect(x.count == 105)
        for row in x.indices {
            let actual = bivariateNormal(x[row], y[row], correlation: rho[row])
            // Both have no digits below 1e-16: the value is a difference of larger ones.
            #expect(
                isClose(actual, values[row], 1e-9) || abs(actual - values[row]) < 1e-15,
                "\(x[row]), \(y[row]), \(rho[row]): \(actual), R says \(values[row])"
            )
        }
    }

    @Test("a quarter plane has its closed form; both methods meet at 0.925")
    func quarter() {
        for rho in [-1, -0.99999, -0.95, -0.925, -0.4, 0, 0.7, 0.924999, 0.925, 0.99, 1] {
            let expected = 0.25 + asin(rho) / (2 * Double.pi)
            #expect(abs(bivariateNormal(0, 0, correlation: rho) - expected) < 1e-15)
        }
        for sign in [-1.0, 1] {
            for (x, y) in [(0.3, -1.0), (1, 1.1), (-2, -2), (3, 0), (-0.4, 2.5)] {
                let below = bivariateNormal(x, y, correlation: sign * (0.925 - 1e-13))
                let above = bivariateNormal(x, y, correlation: sign * 0.925)
                #expect(abs(below - above) < 1e-12)
            }
        }
    }

    @Test(
        "the four quarters around a point sum to one, and to the normal",
        arguments: [-0.97, -0.2, 0.6, 0.93, 0.9999]
    )
    func quarters(_ rho: Double) {
        for (x, y) in [(0.3, -1.0), (1, 1), (-2, 2.01), (4, 0), (-30, 2), (30, -29)] {
            let low = bivariateNormal(x, y, correlation: rho)
            let right = bivariateNormal(-x, y, correlation: -rho)
            let top = bivariateNormal(x, -y, correlation: -rho)
            let far = bivariateNormal(-x, -y, correlation: rho)
            #expect(abs(low + right + top + far - 1) < 1e-14)
            #expect(abs(low + top - Distribution.normal.lowerTail(x)) < 1e-14)
            #expect(abs(low - bivariateNormal(y, x, correlation: rho)) < 1e-15)
        }
    }

    @Test("infinite ends leave the other variable; what cannot be is NaN")
    func ends() {
        #expect(
            bivariateNormal(.infinity, 0.7, correlation: 0.95) == Distribution.normal.lowerTail(0.7)
        )
        #expect(bivariateNormal(-.infinity, .infinity, correlation: 0.3) == 0)
        #expect(bivariateNormal(.infinity, .infinity, correlation: -1) == 1)
        #expect(bivariateNormal(1, -2, correlation: 1) == Distribution.normal.lowerTail(-2))
        #expect(bivariateNormal(1, -2, correlation: -1) == 0)
        for rho in [1.0001, -2, .nan] { #expect(bivariateNormal(0, 0, correlation: rho).isNaN) }
        #expect(bivariateNormal(.nan, 0, correlation: 0).isNaN)
        #expect(bivariateNormal(0, .nan, correlation: 0).isNaN)
        #expect(bivariateNormal(1e200, -1e200, correlation: 0.95) == 0)
        #expect(bivariateNormal(1e200, 1e200, correlation: 0.5) == 1)
    }
}
