import Kernels

/// The adjustment for nonresponse: in each class those who answered stand for all who were selected.
///
/// - SeeAlso: Kalton & Flores-Cervantes (2003), Weighting Methods, Journal of Official Statistics 19(2),
///   section 3.1.
package struct ResponseAdjustment: Sendable, Hashable {
    /// The factor of each row; NaN where its class or its unit is missing.
    package let factors: [Double]
    /// The classes with somebody who answered, in order of first appearance.
    package let classes: [Class]
    /// Classes in which people were selected and nobody answered: no weight stands for them.
    package let silentClasses: [String]
    /// Units that hold different numbers selected in different rows.
    package let uneven: [String]

    /// One class of the adjustment.
    package struct Class: Sendable, Hashable {
        package let name: String
        /// How many were selected: people, or the sum of their weights.
        package let selected: Double
        /// How many of them answered, in the same unit.
        package let answered: Double

        package var factor: Double { selected / answered }
    }

    /// A unit in which people were selected and nobody answered.
    package struct SilentUnit: Sendable, Hashable {
        /// The name of its class.
        package let name: String
        package let planned: Double

        package init(name: String, planned: Double) {
            self.name = name
            self.planned = planned
        }
    }

    /// Selected over answered in each class, both counted.
    ///
    /// Inside a class the weights before this step are taken as equal; where they are not, use the status
    /// of single cases.
    /// - Parameters:
    ///   - classes: The class of each respondent.
    ///   - units: The unit that `planned` belongs to (a cluster), one a respondent.
    ///   - planned: How many were selected in the respondent's unit.
    ///   - silent: Units of which nobody is among the respondents.
    package init(
        classes: Labels,
        units: Labels,
        planned: [Double],
        silent: [SilentUnit] = []
    ) {
        var selected = [Double](repeating: 0, count: classes.names.count)
        var answered = selected
        var plannedOfUnit: [[Int32]: Double] = [:]
        var uneven = Set<Int32>()
        for row in planned.indices {
            let (one, unit) = (classes.codes[row], units.codes[row])
            guard one >= 0, unit >= 0 else { continue }
            answered[Int(one)] += 1
            if let earlier = plannedOfUnit[[one, unit]] {
                if earlier != planned[row] { uneven.insert(unit) }
            } else {
                plannedOfUnit[[one, unit]] = planned[row]
                selected[Int(one)] += planned[row]
            }
        }
        for unit in silent {
            if let one = classes.names.firstIndex(of: unit.name) { selected[one] += unit.planned }
        }
        let isKnown = planned.indices.map { units.codes[$0] >= 0 }
        let names = uneven.sorted().map { units.names[Int($0)] }
        self.init(classes, selected, answered, isKnown, uneven: names)
    }

    /// Σ weights of all selected over Σ weights of those who answered, in each class.
    ///
    /// - Parameters:
    ///   - classes: The class of each selected and eligible case.
    ///   - weights: The weight of each case before this step.
    ///   - isRespondent: Whether the case answered.
    package init(classes: Labels, weights: [Double], isRespondent: [Bool]) {
        var selected = [Double](repeating: 0, count: classes.names.count)
        var answered = selected
        for row in weights.indices where classes.codes[row] >= 0 {
            selected[Int(classes.codes[row])] += weights[row]
            if isRespondent[row] { answered[Int(classes.codes[row])] += weights[row] }
        }
        self.init(classes, selected, answered, weights.map { _ in true }, uneven: [])
    }

    private init(
        _ classes: Labels,
        _ selected: [Double],
        _ answered: [Double],
        _ isKnown: [Bool],
        uneven: [String]
    ) {
        factors = isKnown.indices.map { row in
            let one = Int(classes.codes[row])
            guard one >= 0, isKnown[row], answered[one] > 0 else { return .nan }
            return selected[one] / answered[one]
        }
        self.classes = classes.names.indices.filter { answered[$0] > 0 }.map { one in
            Class(name: classes.names[one], selected: selected[one], answered: answered[one])
        }
        silentClasses = classes.names.indices.filter { answered[$0] == 0 && selected[$0] > 0 }
            .map { classes.names[$0] }
        self.uneven = uneven
    }
}
