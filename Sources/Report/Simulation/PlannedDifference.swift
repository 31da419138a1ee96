/// A difference between the means of two groups that a study wants to be able to find.
package struct PlannedDifference: Sendable, Hashable {
    package let scale: String
    package let variable: String
    package let groups: [String]
    package let difference: Double

    package init(scale: String, variable: String, groups: [String], difference: Double) {
        self.scale = scale
        self.variable = variable
        self.groups = groups
        self.difference = difference
    }
}
