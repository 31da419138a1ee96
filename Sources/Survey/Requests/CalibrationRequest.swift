import Base

/// What is known of the population, as a table of targets names it.
package struct CalibrationRequest: Sendable, Hashable {
    /// One row of the table: a group of a variable and its size, or a variable and its total.
    package struct Target: Sendable, Hashable {
        package let variable: String
        /// Nil for the total of a number.
        package let group: String?
        package let target: Double
        package let line: Int

        package init(variable: String, group: String?, target: Double, line: Int) {
            self.variable = variable
            self.group = group
            self.target = target
            self.line = line
        }
    }

    /// The file's name, for messages.
    package var file: String
    package var targets: [Target]
    /// Nil for raking by turns.
    package var distance: Calibration.Distance?
    /// Weights are cut to these limits afterwards.
    package var trimming: ClosedRange<Double>?

    package init(
        file: String,
        targets: [Target],
        distance: Calibration.Distance? = nil,
        trimming: ClosedRange<Double>? = nil
    ) {
        self.file = file
        self.targets = targets
        self.distance = distance
        self.trimming = trimming
    }

    /// The design with weights that meet the targets; nil with a problem.
    func calibrated(_ design: SurveyDesign, _ columns: inout RequestedColumns) -> SurveyDesign? {
        let before = columns.problems.count
        var margins: [Margin] = []
        var numbers: [CalibrationTerm] = []
        var names: [String] = []
        for target in targets where !names.contains(target.variable) {
            names.append(target.variable)
        }
        for name in names {
            let own = targets.filter { $0.variable == name }
            if own.contains(where: { $0.group == nil }) {
                if let values = columns.numbers(name) {
                    numbers.append(number(values, own, &columns))
                }
            } else if let margin = margin(name, own, &columns) {
                margins.append(margin)
            }
        }
        margins = Margin.inPeople(margins, fallback: design.weights.reduce(0, +))
        guard columns.problems.count == before else { return nil }
        if distance == nil, !numbers.isEmpty {
            report(
                &columns,
                "Raking meets the sizes of groups; \(names.joined(separator: ", ")) has totals of numbers.",
                "Calibrate with --calibrate linear, or leave the totals out."
            )
            return nil
        }
        let made = made(design, margins, numbers, &columns)
        guard let trimming else { return made }
        return made.flatMap { cut($0, to: trimming, design, margins, numbers, &columns) }
    }

    private func made(
        _ design: SurveyDesign,
        _ margins: [Margin],
        _ numbers: [CalibrationTerm],
        _ columns: inout RequestedColumns
    ) -> SurveyDesign? {
        do throws(CalibrationError) {
            guard let distance else { return try design.raked(to: margins) }
            return try design.calibrated(
                to: margins.map(CalibrationTerm.init) + numbers,
                distance: distance
            )
        } catch {
            report(
                &columns,
                error.sentence,
                "Check the targets; join groups that are nearly empty."
            )
            return nil
        }
    }

    private func cut(
        _ calibrated: SurveyDesign,
        to limits: ClosedRange<Double>,
        _ design: SurveyDesign,
        _ margins: [Margin],
        _ numbers: [CalibrationTerm],
        _ columns: inout RequestedColumns
    ) -> SurveyDesign? {
        guard design.replicates == nil else {
            report(
                &columns,
                "Weights with replicates are not trimmed: each replicate would need limits of its own.",
                "Leave out --trim."
            )
            return nil
        }
        do throws(TrimmingError) {
            // Rows without a weight stay without one.
            let held = calibrated.weights.indices.filter { calibrated.weights[$0] != 0 }
            let cut = try trimmed(held.map { calibrated.weights[$0] }, to: limits)
            var weights = calibrated.weights
            for (row, weight) in zip(held, cut) { weights[row] = weight }
            let isRaked = distance == nil && margins.count > 1
            return design.reweighted(
                weights,
                calibratedTo: margins.map(CalibrationTerm.init) + numbers,
                calibrated: calibrated.weights,
                before: isRaked ? nil : design.weights
            )
        } catch {
            report(
                &columns,
                "The weights cannot be cut to \(limits.lowerBound) to \(limits.upperBound).",
                "Give limits on both sides of the mean weight."
            )
            return nil
        }
    }

    private func margin(
        _ name: String,
        _ own: [Target],
        _ columns: inout RequestedColumns
    ) -> Margin? {
        guard let groups = columns.groups(name) else { return nil }
        let listed = own.compactMap(\.group)
        for target in own {
            guard let group = target.group, !groups.names.contains(group) else { continue }
            let hint = nearestName(to: group, in: groups.names).map { "Did you mean \($0)? " } ?? ""
            report(
                &columns,
                "Nobody in the data has \(name) \(Problem.quote(group)).",
                "\(hint)The groups in the data: \(groups.names.prefix(20).joined(separator: ", ")).",
                line: target.line
            )
        }
        for (place, target) in own.enumerated()
        where own[..<place].contains(where: { $0.group == target.group }) {
            report(
                &columns,
                "\(name) \(Problem.quote(target.group ?? "")) has a second target.",
                "Leave one of the two rows out.",
                line: target.line
            )
        }
        for group in groups.names where !listed.contains(group) {
            report(
                &columns,
                "\(name) \(Problem.quote(group)) is in the data and has no target.",
                "Give every group its size in the population, or leave its rows out."
            )
        }
        let unknown = (0..<groups.codes.count).filter { groups.codes[$0] == 0 }
        if let first = unknown.first {
            columns.report(
                "estimate.calibration",
                line: columns.data.origin.line(of: first),
                column: WrittenList.plain(name),
                unknown.count == 1
                    ? "The row has no group."
                    : "The row has no group, nor have \(unknown.count - 1) others.",
                remedy:
                    "Weights are fitted to people of known groups: fill the group in, or leave such rows out."
            )
        }
        let place = groups.names.map { listed.firstIndex(of: $0) ?? -1 }
        return Margin(
            name: name,
            groups: listed,
            targets: own.map(\.target),
            codes: (0..<groups.codes.count).map { row in
                groups.codes[row] == 0 ? -1 : place[groups.codes[row] - 1]
            }
        )
    }

    private func number(
        _ values: Numbers,
        _ own: [Target],
        _ columns: inout RequestedColumns
    ) -> CalibrationTerm {
        if own.count > 1 {
            report(
                &columns,
                "\(own[0].variable) has \(own.count) totals.",
                "A number has one total; the sizes of groups name the group.",
                line: own[1].line
            )
        }
        let all = values.all
        if let row = all.firstIndex(where: \.isNaN) {
            columns.report(
                "estimate.calibration",
                column: own[0].variable,
                "The value is missing in line \(columns.data.origin.line(of: row)).",
                remedy: "A number that weights are calibrated to is known of everybody."
            )
        }
        return .number(all.map { $0.isNaN ? 0 : $0 }, total: own[0].target)
    }

    private func report(
        _ columns: inout RequestedColumns,
        _ message: String,
        _ remedy: String,
        line: Int? = nil
    ) {
        columns.report([
            Problem(
                .error,
                "estimate.calibration",
                at: .init(file, line: line),
                message,
                remedy: remedy
            )
        ])
    }
}

extension CalibrationError {
    fileprivate var sentence: String {
        switch self {
        case .notConverged(let steps):
            "No weights meet all the targets (given up after \(steps) steps)."
        case .replicateNotConverged(let replicate):
            "The weights of replicate \(replicate) cannot meet the targets."
        }
    }
}
