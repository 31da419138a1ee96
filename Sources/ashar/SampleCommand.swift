import ArgumentParser
import Base
import Files
import Foundation
import Report
import Survey

/// `ashar sample`: from a census table to clusters and households.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Draw the sample: size, allocation, clusters, households.",
        discussion: """
            Reads the key sample of study.yaml and writes into FOLDER/sample: sample.html (the design), \
            clusters.csv (joined to the answers by the column cluster), draw.json (seed and hash of \
            the frame) and field/: a sheet for each cluster to print, a workbook for the supervisor, the \
            form with the drawn clusters. The same frame and seed always give the same clusters. A sample that was drawn \
            otherwise is not written over without --redraw.

              ashar sample Examples/kyrgyzstan
              ashar sample Examples/kyrgyzstan --pdf
              ashar sample Examples/kyrgyzstan --prove
              ashar sample Examples/kyrgyzstan --rates supervisor.xlsx
              ashar sample Examples/kyrgyzstan --booster "chui / village=2"
            """
    )

    @Argument(help: "The study's folder.", completion: .directory)
    var folder: String

    @Flag(help: "Draw again and say whether the clusters in the folder follow from frame and seed.")
    var prove = false

    @Option(help: "Add clusters to a stratum without touching the others: \"STRATUM=NUMBER\".")
    var booster: [String] = []

    @Flag(help: "Print the field sheets to field/sheets.pdf too; needs Chromium.")
    var pdf = false

    @Option(
        help:
            "Print response, cooperation, refusal and contact rates from the supervisor's workbook or a table with a column code.",
        completion: .file()
    )
    var rates: String?

    @Flag(help: "Throw away a sample that was drawn otherwise.")
    var redraw = false

    @Option(help: "Where to write instead of FOLDER/sample.", completion: .directory)
    var output: String?

    @OptionGroup var common: CommonOptions

    /// What JSON prints beside what every verb prints.
    private struct Result: Encodable {
        var files: [String] = []
        var problems: [Problem] = []
        var interviews: Int?
        var clusters: Int?
        var discrepancies: [PublishedTable.Discrepancy]?
        var rates: [String: Double]?
        /// How many cases ended in each of AAPOR's categories, for the rates.
        var dispositions: [String: Int]?
        var eligibility: Double?
        var unfinished: Int?
        var notBegun: [String]?
    }

    func run() throws {
        if let rates { return try printRates(rates) }
        let study = SampleFolder(path: folder)
        let target = output ?? (folder as NSString).appendingPathComponent("sample")
        let files = SampleFiles(folder: target)
        var result = Result(problems: study.problems)
        var design: SampleDesign?
        do throws(Problems) {
            var boosters = redraw ? [] : try files.record()?.boosters ?? []
            if let first = study.design(boosters: boosters) {
                boosters += try newBoosters(first)
                design = study.design(boosters: boosters)
            }
            if let design, prove {
                result.problems += try files.doubts(about: design)
            } else if let design {
                // Made before anything is written: a form that cannot be filled in stops it all.
                let pack = try FieldPack(design, form: study.formPath)
                result.files = try files.write(
                    design,
                    boosters: boosters,
                    redraw: redraw,
                    languages: study.study.writtenLanguages
                )
                if let pack {
                    let folder = (target as NSString).appendingPathComponent("field")
                    let written = try FieldPackFiles(folder: folder).write(pack, pdf: pdf)
                    result.files += written.files
                    result.problems += written.warnings
                }
            }
        } catch {
            result.problems += error.list
        }
        result.interviews = design?.plan.interviews
        result.clusters = design?.draw?.clusters.count
        result.discrepancies = design?.discrepancies
        try finish(result, design)
    }

    /// Outcome rates by AAPOR's Standard Definitions.
    private func printRates(_ path: String) throws {
        let file = DispositionFile(path: path)
        let dispositions = file.dispositions
        var result = Result(problems: file.problems)
        let e = dispositions.proportionalEligibility ?? 1
        let rates = dispositions.rates(eligibility: e)
        if !file.problems.hasErrors {
            result.rates = Dictionary(
                uniqueKeysWithValues: rates.map { ($0.key.rawValue, $0.value) }
            )
            result.dispositions = Dictionary(
                uniqueKeysWithValues: Dispositions.Category.allCases.map {
                    ($0.rawValue, dispositions[$0])
                }
            )
            result.eligibility = e
            result.unfinished = file.unfinished
            result.notBegun = file.notBegun
        }
        try finish(result, nil)
        guard !common.json else { return }
        let counts = Dispositions.Category.allCases.map { "\($0.rawValue) \(dispositions[$0])" }
        print("\(Terminal.counted(dispositions.total, "case")): \(counts.joined(separator: ", ")).")
        if file.unfinished > 0 {
            print("Without a code in clusters begun: \(file.unfinished).")
        }
        if !file.notBegun.isEmpty {
            print("Not begun: \(file.notBegun.joined(separator: ", ")).")
        }
        guard dispositions.total > 0 else { return }
        print("e (share eligible among the unknown, as among the known): \(percent(e))")
        for rate in Dispositions.Rate.allCases {
            print("\(rate.rawValue)\t\(rates[rate].map { percent($0) } ?? "–")")
        }
    }

    private func percent(_ share: Double) -> String {
        NumberStyle.english.with(decimals: 1).percent(share)
    }

    /// The boosters asked for on the command line.
    private func newBoosters(_ design: SampleDesign) throws(Problems) -> [SampleDesign.Booster] {
        guard let draw = design.draw else { return [] }
        let open = draw.strata.indices.filter { !draw.strata[$0].isSelfRepresenting }
        var boosters: [SampleDesign.Booster] = []
        for text in booster {
            let parts = text.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            let stratum = open.first { draw.strata[$0].name == parts.first }
            let left = stratum.map { draw.unitsLeft(in: $0, of: design.frame).count } ?? 0
            guard let stratum, parts.count == 2, let number = Int(parts[1]), left > 0,
                (1...left).contains(number)
            else {
                let names = open.map { index in
                    let left = draw.unitsLeft(in: index, of: design.frame).count
                    return "\(draw.strata[index].name) (\(left) left)"
                }
                throw Problems(
                    Problem(
                        .error,
                        "sample.booster",
                        at: .init("--booster"),
                        "\(Problem.quote(text)) names no stratum with so many places left.",
                        remedy: "Write \"STRATUM=2\". The strata that can grow: "
                            + "\(names.joined(separator: "; ")). Clusters of a place that represents "
                            + "itself are parts of it: draw anew with more interviews."
                    )
                )
            }
            boosters.append(.init(stratum: draw.strata[stratum].name, clusters: number))
        }
        return boosters
    }

    private func finish(_ result: Result, _ design: SampleDesign?) throws {
        if common.json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(result), as: UTF8.self))
        } else {
            Terminal.show(result.problems)
            if let design, !result.problems.hasErrors { tell(design, result) }
        }
        if let status = ExitStatus.of(result.problems) { throw status }
    }

    private func tell(_ design: SampleDesign, _ result: Result) {
        if prove {
            print("The clusters follow from the frame and seed \(design.plan.seed).")
            return
        }
        let clusters = result.clusters ?? design.allocation.strata.reduce(0) { $0 + $1.clusters }
        print(
            "\(Terminal.counted(design.plan.interviews, "interview")) in "
                + "\(Terminal.counted(clusters, "cluster"))."
        )
        for merger in design.allocation.merged {
            print(
                "- \(merger.key.joined(separator: " / ")): \(merger.interviews), under half a "
                    + "cluster; merged with \(merger.into.joined(separator: " / "))"
            )
        }
        if let published = design.published {
            let found = design.discrepancies
            print("\(published.file): \(Terminal.counted(found.count, "finding")).")
            for item in found {
                print(
                    "- line \(item.line), \(item.row), \(item.column): printed "
                        + "\(short(item.printed)), \(explanation(item))"
                )
            }
        }
        print("The design is in \(result.files.first ?? "")")
    }

    private func explanation(_ item: PublishedTable.Discrepancy) -> String {
        let expected = short(item.expected)
        return switch item.reason {
        case .doesNotFollow: "but \(expected) follows from the population"
        case .parts: "but its parts add up to \(expected)"
        case .column: "but its column adds up to \(expected)"
        case .apportioned: "but \(expected) makes the column add up"
        case .notWhole: "not a whole number"
        }
    }

    private func short(_ number: Double) -> String {
        let rounded = (number * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}
