package import Base
import Foundation
package import Report
package import Survey

/// A study's folder as `ashar sample` opens it: no answers are needed yet.
package struct SampleFolder: Sendable {
    package let path: String
    package private(set) var study = Study()
    package private(set) var form = Form()
    package private(set) var problems: [Problem] = []
    private var frame: Frame?
    private var published: PublishedTable?

    /// Opens the folder at `path` and reads the study, its form, its frame and a published table;
    /// whatever is wrong is in `problems`, all at once.
    package init(path: String) {
        self.path = path
        let (study, form, found) = StudyFile.open(folder: path)
        problems += found
        self.study = study
        self.form = form
        guard !found.hasErrors || study.sample != nil else { return }
        guard let declaration = study.sample else {
            problems.append(
                Problem(
                    .error,
                    "sample.none",
                    at: .init(Study.fileName),
                    "The study declares no sample.",
                    remedy: "Add for example: sample: {frame: frame.csv, units: settlements.csv, "
                        + "strata: [region, residence], size: 1000, per-cluster: 15, seed: 20231}"
                )
            )
            return
        }
        if declaration.seed == nil { problems.append(noSeed(study)) }
        readFrame(declaration)
    }

    /// The design; nil where something stops it.
    package func design(boosters: [SampleDesign.Booster]) -> SampleDesign? {
        guard !problems.hasErrors, let declaration = study.sample, let frame,
            let seed = declaration.seed
        else { return nil }
        return SampleDesign(
            study: study,
            declaration: declaration,
            form: form,
            frame: frame,
            seed: seed,
            published: published,
            boosters: boosters
        )
    }

    /// Whether the frame has the people that the sample asks for.
    private func isFeasible(_ declaration: SampleDeclaration, _ frame: Frame) -> Bool {
        let regions = Set(frame.strata.map { $0.key.first ?? "" }).count
        let interviews = declaration.interviews(population: frame.population)
        return Double(interviews) <= frame.population && declaration.least * regions <= interviews
    }

    /// The path of the study's form; nil where there is none.
    package var formPath: String? {
        study.form.map { file($0) }.flatMap {
            FileManager.default.fileExists(atPath: $0) ? $0 : nil
        }
    }

    private func file(_ name: String) -> String {
        (path as NSString).appendingPathComponent(name)
    }

    private func noSeed(_ study: Study) -> Problem {
        Problem(
            .error,
            "sample.no-seed",
            at: study.location(of: "sample"),
            "The sample has no seed, so the draw could not be repeated.",
            remedy: "Write seed: \(Int.random(in: 10_000...999_999)) under sample, or a number of "
                + "your own: throw a die, and keep it."
        )
    }

    private mutating func readFrame(_ declaration: SampleDeclaration) {
        let strata = declaration.frame.flatMap { table($0, at: "sample.frame") }
        let units = declaration.units.flatMap { table($0, at: "sample.units") }
        if !problems.hasErrors {
            let (frame, found) = FrameFile.frame(
                strata: strata,
                units: units,
                key: declaration.strata
            )
            problems += found
            self.frame = frame
            if let frame, !isFeasible(declaration, frame) {
                problems.append(
                    Problem(
                        .error,
                        "sample.bound",
                        at: study.location(of: "sample.size"),
                        "The sample asks for more interviews than the frame has people, or its minimum "
                            + "for more than its size.",
                        remedy: "Ask for fewer interviews, or a lower minimum."
                    )
                )
            }
            warnOfHouseholds(declaration)
        }
        guard let name = declaration.published, let first = declaration.strata.first,
            let table = table(name, at: "sample.published")
        else { return }
        let (published, found) = PublishedFile.read(table, name: first)
        problems += found
        self.published = published
    }

    /// Without households there is no step and no probability: better known now than after the fieldwork.
    private mutating func warnOfHouseholds(_ declaration: SampleDeclaration) {
        guard let frame, declaration.adultsPerHousehold == nil else { return }
        let without = frame.units.filter { $0.households == nil }
        guard let first = without.first else { return }
        problems.append(
            Problem(
                .warning,
                "sample.no-households",
                at: .init(declaration.units ?? "", line: first.row, column: "households"),
                "\(without.count) units have no households: their sheets have no step, and their "
                    + "interviews no probability for the weights.",
                remedy: "Add the column households, or say adults-per-household under sample."
            )
        )
    }

    private mutating func table(_ name: String, at place: String) -> TableText? {
        let (table, found) = study.table(name, at: place, in: path)
        problems += found
        return table
    }
}
