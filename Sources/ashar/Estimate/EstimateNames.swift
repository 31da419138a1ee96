import ArgumentParser
import Kernels
import Survey

// What options are called on the command line.

enum QuantileRuleName: String, ExpressibleByArgument, CaseIterable {
    case lower, middle
    case evenTies = "hf3"
    case linear = "hf4"
    case hazen = "hf5"
    case weibull = "hf6"
    case gumbel = "hf7"
    case medianUnbiased = "hf8"
    case normalUnbiased = "hf9"
    case shahVaish = "shah-vaish"

    var rule: QuantileRule {
        switch self {
        case .lower: .lower
        case .middle: .middle
        case .evenTies: .evenTies
        case .linear: .linear
        case .hazen: .hazen
        case .weibull: .weibull
        case .gumbel: .gumbel
        case .medianUnbiased: .medianUnbiased
        case .normalUnbiased: .normalUnbiased
        case .shahVaish: .shahVaish
        }
    }
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
    case holm, bonferroni, hochberg, hommel, bh, by, none

    var rule: MultipleTests {
        switch self {
        case .holm: .holm
        case .bonferroni: .bonferroni
        case .hochberg: .hochberg
        case .hommel: .hommel
        case .bh: .benjaminiHochberg
        case .by: .benjaminiYekutieli
        case .none: .none
        }
    }
}

extension WaveOverlap: ExpressibleByArgument {}

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
    case arcsine, likelihood, linear

    var interval: ProportionInterval {
        switch self {
        case .logit: .logit
        case .wilson: .wilson
        case .kornGraubard: .kornGraubard
        case .arcsine: .arcsine
        case .likelihood: .likelihood
        case .linear: .linear
        }
    }
}

enum DesignEffectName: String, ExpressibleByArgument, CaseIterable {
    case without, with
}
