import ArgumentParser
import Base
import Files
import Foundation
import Survey

/// Reads the data, asks for the estimates and prints them.
struct EstimateRun {
    private let sample: SampleOptions
    private let groups: GroupOptions

    init(_ sample: SampleOptions, _ groups: GroupOptions) {
        self.sample = sample
        self.groups = groups
    }

    /// Prints the rows that `estimate` makes of the data and the design.
    func print(
        _ estimate: (inout RequestedColumns, SurveyDesign, Tabulation.Options) -> [EstimateRow]
    ) throws {
        let progress = Progress()
        defer { progress.finish() }
        var notes: [Problem] = []
        do throws(Problems) {
            var columns = try read(sample.data, progress, &notes)
            let (request, wrong) = designRequest()
            progress.begin("Estimating")
            let design = request.design(&columns)
            guard let design, wrong.isEmpty else {
                // The names of what is estimated are looked at all the same: all problems at once.
                var others = columns
                _ = estimate(&others, SurveyDesign.none(rowCount: columns.rowCount), groups.options)
                let told = columns.problems + others.problems.filter { !Self.isOfNumbers($0) }
                throw Self.once(notes + wrong + told)
            }
            let rows = estimate(&columns, design, groups.options)
            guard columns.problems.isEmpty else { throw Self.once(notes + columns.problems) }
            if !design.isProbabilitySample { notes.append(noDesign) }
            notes += columns.warnings + synthetic(columns)
            progress.finish()
            show(rows, notes, design)
        } catch {
            progress.finish()
            try Terminal.finish(Outcome(problems: error.list), json: sample.common.json, "")
        }
    }

    /// Prints the rows that `estimate` makes of two waves.
    func printChange(
        from path: String,
        _ estimate: (
            inout RequestedColumns, inout RequestedColumns, DesignRequest, Tabulation.Options
        )
            -> [EstimateRow]
    ) throws {
        let progress = Progress()
        defer { progress.finish() }
        var notes: [Problem] = []
        do throws(Problems) {
            var first = try read(path, progress, &notes)
            var second = try read(sample.data, progress, &notes)
            let (request, wrong) = designRequest()
            let rows = estimate(&first, &second, request, groups.options)
            let problems = wrong + first.problems + second.problems
            guard problems.isEmpty else { throw Self.once(notes + problems) }
            if !request.isNamed { notes.append(noDesign) }
            notes += first.warnings + second.warnings + synthetic(second)
            progress.finish()
            show(rows, notes)
        } catch {
            progress.finish()
            try Terminal.finish(Outcome(problems: error.list), json: sample.common.json, "")
        }
    }

    private func read(
        _ path: String,
        _ progress: Progress,
        _ notes: inout [Problem]
    ) throws(Problems) -> RequestedColumns {
        progress.begin("Reading \((path as NSString).lastPathComponent)")
        let file = try DataFile.read(path: path)
        guard let sheet = file.sheets.first, !file.problems.hasErrors else {
            throw Problems(file.problems)
        }
        notes += file.problems
        return RequestedColumns(sheet.data, missing: listOfNames(sample.missing ?? ""))
    }

    /// Each problem once: a column may be named twice, and both waves may have one name.
    private static func once(_ problems: [Problem]) -> Problems {
        var known: Set<Problem> = []
        return Problems(problems.filter { known.insert($0).inserted })
    }

    /// Whether a problem is of the estimates and not of names: without the design it says nothing.
    private static func isOfNumbers(_ problem: Problem) -> Bool {
        ["estimate.test", "estimate.model"].contains(problem.code.name)
            && problem.location.column == nil
    }

    /// The design as the options name it, and what is wrong with them or with the targets.
    private func designRequest() -> (DesignRequest, [Problem]) {
        var request = DesignRequest()
        do {
            request = try sample.request()
            let distance = try sample.distance()
            let trimming = try sample.limits()
            guard let path = sample.rake else {
                if distance != nil || trimming != nil {
                    throw ValidationError("--calibrate and --trim need the targets of --rake.")
                }
                return (request, [])
            }
            request.calibration = CalibrationRequest(
                file: (path as NSString).lastPathComponent,
                targets: try TargetFile.read(path: path),
                distance: distance,
                trimming: trimming
            )
            return (request, [])
        } catch let problems as Problems {
            return (request, problems.list)
        } catch {
            let message = (error as? ValidationError)?.message ?? "An option has no meaning."
            let problem = Problem(
                .error,
                "estimate.option",
                at: .init("command line"),
                message,
                remedy: "See ashar estimate --help."
            )
            return (request, [problem])
        }
    }

    private var noDesign: Problem {
        Problem(
            .note,
            "estimate.no-design",
            at: .init((sample.data as NSString).lastPathComponent),
            "No design is named: the numbers describe these rows only.",
            remedy:
                "Name --weight, --strata, --cluster or --replicates; --srs for a simple random sample."
        )
    }

    /// A note where the data say of themselves that they are made up.
    private func synthetic(_ columns: RequestedColumns) -> [Problem] {
        guard columns.data["synthetic"] != nil else { return [] }
        return [
            Problem(
                .note,
                "estimate.synthetic",
                at: .init(columns.data.origin.file, column: "synthetic"),
                "SYNTHETIC: these answers are made up, and so are the estimates.",
                remedy: "Say so wherever a number of them appears."
            )
        ]
    }

    private func show(_ rows: [EstimateRow], _ notes: [Problem], _ design: SurveyDesign? = nil) {
        Terminal.show(notes)
        if sample.common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let data = (try? encoder.encode(rows)) ?? Data("[]".utf8)
            Swift.print(String(decoding: data, as: UTF8.self))
        } else {
            Swift.print(EstimateText(rows, level: groups.level, design: design).text)
        }
    }
}
