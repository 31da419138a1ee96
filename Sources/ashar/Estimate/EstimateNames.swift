import ArgumentParser
import Kernels
import Survey

// What options are called on the command line.

enum QuantileRuleName: String, ExpressibleByArgument, CaseIterable {
    case lower, middle

    var rule: QuantileRule { self == .lower ? .lower : .middle }
}

enum ComparedStatistic: String, ExpressibleByArgument, CaseIterable {
    case mean, total, proportion

    var statistic: EstimateRequest.Statistic {
        switch self {
        case .mean: .mean
        case .total: .total
        case .proportion: .proportion
        }
    }
}

enum AdjustmentName: String, ExpressibleByArgument, CaseIterable {
    case holm, bh, none

    var rule: MultipleTests {
        switch self {
        case .holm: .holm
        case .bh: .benjaminiHochberg
        case .none: .none
        }
    }
}

enum WaveOverlapName: String, ExpressibleByArgument, CaseIterable {
    case none, clusters

    var overlap: WaveOverlap { self == .none ? .none : .clusters }
}

enum TableTestName: String, ExpressibleByArgument, CaseIterable {
    case raoScott = "rao-scott"
    case raoScottFirst = "rao-scott-first"
    case wald
    case adjustedWald = "adjusted-wald"
    case all, none

    var kinds: [TableTest.Kind] {
        switch self {
        case .raoScott: [.raoScott]
        case .raoScottFirst: [.raoScottFirst]
        case .wald: [.wald]
        case .adjustedWald: [.adjustedWald]
        case .all: TableTest.Kind.allCases
        case .none: []
        }
    }
}

enum FamilyName: String, ExpressibleByArgument, CaseIterable {
    case linear, logistic, poisson, ordinal

    var family: ModelRequest.Family {
        switch self {
        case .linear: .linear(.gaussian)
        case .logistic: .linear(.binomial)
        case .poisson: .linear(.poisson)
        case .ordinal: .ordinal
        }
    }
}

enum ProbabilityRuleName: String, ExpressibleByArgument, CaseIterable {
    case brewer
    case hartleyRao = "hartley-rao"
    case overton

    var rule: UnequalProbabilityRule {
        switch self {
        case .brewer: .brewer
        case .hartleyRao: .hartleyRao(meanSquare: nil)
        case .overton: .overton
        }
    }
}

enum ReplicateMethodName: String, ExpressibleByArgument, CaseIterable {
    case jackknife
    case stratifiedJackknife = "stratified-jackknife"
    case balanced, fay, bootstrap
    case successiveDifferences = "successive-differences"
    case other

    func method(rho: Double) -> ReplicateColumns.Method {
        switch self {
        case .jackknife: .jackknife
        case .stratifiedJackknife: .stratifiedJackknife
        case .balanced: .balanced
        case .fay: .fay(rho: rho)
        case .bootstrap: .bootstrap
        case .successiveDifferences: .successiveDifferences
        case .other: .other
        }
    }
}

enum IntervalName: String, ExpressibleByArgument, CaseIterable {
    case logit, wilson
    case kornGraubard = "korn-graubard"
    case arcsine, linear

    var interval: ProportionInterval {
        switch self {
        case .logit: .logit
        case .wilson: .wilson
        case .kornGraubard: .kornGraubard
        case .arcsine: .arcsine
        case .linear: .linear
        }
    }
}

enum DesignEffectName: String, ExpressibleByArgument, CaseIterable {
    case without, with
}
