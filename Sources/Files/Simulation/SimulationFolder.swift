package import Base
import Foundation
package import Report
package import Survey

/// A study's folder as `ashar simulate` opens it: the study, its form and its plan, without answers.
package struct SimulationFolder: Sendable {
    package let path: String
    package private(set) var study = Study()
    package private(set) var form = Form()
    package let file: SimulationFile
    package private(set) var simulation: Simulation?
    package private(set) var problems: [Problem] = []

    /// Opens the folder at `path`; whatever is wrong is in `problems`, all at once.
    package init(path: String) {
        self.path = path
        let (study, form, found) = StudyFile.open(folder: path)
        problems += found
        self.study = study
        self.form = form
        file = SimulationFile(folder: path, study: study)
        problems += file.problems
        guard !problems.hasErrors, let plan = file.plan else { return }
        do throws(SimulationFault) {
            simulation = try Simulation(plan)
        } catch {
            problems.append(problem(error, plan))
        }
    }

    /// A trial of the study's design by its plan, nil where something stops it; the problems of the
    /// tables that it reads.
    package func trial() -> (DesignTrial?, [Problem]) {
        guard let simulation else { return (nil, []) }
        var tables = StudyTables(folder: path, study: study)
        var weighed = study
        weighed.weighting = tables.weighting()
        let joins = tables.joins()
        guard !tables.problems.hasErrors else { return (nil, tables.problems) }
        let trial = DesignTrial(
            simulation: simulation,
            study: weighed,
            form: form,
            tables: joins,
            placeColumn: file.place,
            populationShares: file.populationShares,
            power: file.power
        )
        return (trial, tables.problems)
    }

    private func problem(_ fault: SimulationFault, _ plan: SimulationPlan) -> Problem {
        func name(_ scale: Int) -> String {
            let first = plan.scales[scale].items.first?.name ?? ""
            return study.scales.first { $0.items.contains { $0.name == first } }?.name ?? first
        }
        let (message, remedy): (String, String) =
            switch fault {
            case .mean(let item, let place):
                (
                    "The mean of \(item) in \(place) lies outside the answers, or at their end.",
                    "Give a mean strictly between the lowest and the highest answer."
                )
            case .within(let scale):
                (
                    "The items of \(name(scale)) cannot correlate as the plan says.",
                    "Lower within: answers of a few points cannot correlate that strongly."
                )
            case .between(let scale, let other):
                (
                    "The scores of \(name(scale)) and \(name(other)) cannot correlate as the plan says.",
                    "Lower between, or raise within."
                )
            case .notPositiveDefinite:
                ("The correlations between scales contradict each other.", "Make them more alike.")
            case .icc:
                (
                    "Clusters and interviewers cannot take that much of the variance.",
                    "Lower icc or interviewers: share; 0.01 to 0.10 are usual."
                )
            }
        return Problem(
            .error,
            "simulation.impossible",
            at: .init(SimulationFile.fileName),
            message,
            remedy: remedy
        )
    }
}
