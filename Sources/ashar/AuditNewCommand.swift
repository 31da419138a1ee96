import ArgumentParser
import Base
import Files
import Foundation

/// `ashar audit new`: a folder that can be audited, from tables alone.
struct AuditNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Draft the folder of an audit from the tables of a report.",
        discussion: """
            Copies the tables and writes audit.yaml: what each table seems to hold, its totals, groups and \
            ranges. What a person must decide is marked. An audit.yaml that is there is never replaced.

              ashar audit new audit --tables table1.csv table2.csv
            """
    )

    @Argument(help: "The folder to make.", completion: .directory)
    var folder: String

    @Option(
        parsing: .upToNextOption,
        help: "The tables: .csv, .xlsx, .html; as many as there are.",
        completion: .file(extensions: ["csv", "xlsx", "html"])
    )
    var tables: [String]

    @OptionGroup var common: CommonOptions

    func run() throws {
        var outcome = Outcome()
        do throws(Problems) {
            (outcome.files, outcome.problems) = try NewAudit.draft(in: folder, tables: tables)
        } catch {
            outcome.problems = error.list
        }
        try Terminal.finish(
            outcome,
            json: common.json,
            "The audit is drafted: read \(outcome.files.first ?? ""), then `ashar audit \(folder)`."
        )
    }
}
