import ArgumentParser
import Base
import Files
import Foundation
import Report

/// `ashar audit`: whether a published report's figures and sentences agree.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Check a published report: do its tables and sentences agree?",
        discussion: """
            Needs no answers, only what was printed: tables as CSV, XLSX or HTML, claims of the text, and \
            audit.yaml, which says what the tables hold. `ashar audit new` drafts it. Writes \
            DIR/audit/report.html (findings with their evidence, the tables marked), report.md and \
            findings.json.

              ashar audit new audit --tables table1.csv table2.csv
              ashar audit audit

            Exit status: 0 nothing worse than --fail-on allows; 1 the folder has errors (nothing was \
            written); 2 the machine stood in the way; 3 findings as bad as --fail-on or worse (all files \
            were written); 64 wrong use.
            """,
        subcommands: [AuditRun.self, AuditNew.self],
        defaultSubcommand: AuditRun.self
    )
}

/// `ashar audit DIR`: the audit itself.
struct AuditRun: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Audit the report that a folder describes; `ashar audit DIR` is short for it.",
        discussion: """
            Prints how many findings there are, the causes that explain most, and where the page is. \
            Findings are impossible (no data could give the figure), contradictory (two things that the \
            report says cannot both be true), improbable, or cosmetic.

              ashar audit run DIR --fail-on impossible
            """
    )

    @Argument(help: "The folder with audit.yaml.", completion: .directory)
    var folder: String

    @Option(help: "Where to write instead of DIR/audit.", completion: .directory)
    var output: String?

    @Option(help: "End with status 3 where a finding is as bad as this, or worse.")
    var failOn: FailOn = .contradictory

    @Flag(help: "Print the content of findings.json, for machines.")
    var json = false

    /// The mildest severity that makes the verb fail.
    enum FailOn: String, CaseIterable, ExpressibleByArgument {
        case impossible
        case contradictory
        case improbable
        case never

        var severity: AuditSeverity? { AuditSeverity(rawValue: rawValue) }
    }

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        var outcome = Outcome()
        var view: AuditView?
        progress.begin("Reading the report")
        let report = AuditFolder(path: folder).report(&outcome.problems)
        if let report {
            outcome.problems += ClaimChecks.problems(of: report, file: AuditFolder.claimsName)
            outcome.problems += ClaimChecks.relationProblems(of: report, file: AuditFile.fileName)
        }
        if let report, !outcome.problems.hasErrors {
            progress.begin("Auditing")
            let audited = AuditView(report, Audit.audit(report))
            let target = output ?? (folder as NSString).appendingPathComponent("audit")
            do throws(Problems) {
                outcome.files = try AuditFiles(folder: target).write(audited)
                view = audited
            } catch {
                outcome.problems += error.list
            }
        }
        progress.finish()
        guard let view else {
            return try Terminal.finish(outcome, json: json, "Nothing was audited.")
        }
        Terminal.show(outcome.problems)
        print(
            json
                ? AuditFiles.json(view)
                : AuditLines.text(view, page: outcome.files.first ?? ""),
            terminator: ""
        )
        if let status = ExitStatus.of(view.outcome, failingOn: failOn.severity) { throw status }
    }
}

/// An audit as lines on a terminal.
enum AuditLines {
    private static let mostFindings = 12
    private static let mostCauses = 3

    static func text(_ view: AuditView, page: String) -> String {
        let counts = AuditSeverity.allCases.map { "\(view.count($0)) \($0.rawValue)" }
        let tables = Terminal.counted(view.report.tables.count, "table")
        let claims = Terminal.counted(view.report.claims.count, "claim")
        var lines = [
            "\(tables) and \(claims): \(counts.joined(separator: ", ")). "
                + "\(Terminal.counted(view.checked, "check")); not judged: \(view.silent)."
        ]
        let causes = view.causes.prefix(mostCauses)
        if !causes.isEmpty {
            lines.append("What explains most:")
            lines += causes.map { family in
                "- \(line(family.cause.finding.headline)) "
                    + "(explains \(Terminal.counted(family.explained.count, "other")))"
            }
        }
        // What a cause explains stands under it on the page.
        let entries = view.families.filter(\.explained.isEmpty).map(\.cause).sorted {
            ($0.finding.severity, $0.number) < ($1.finding.severity, $1.number)
        }
        if !entries.isEmpty { lines.append(causes.isEmpty ? "Findings:" : "Others:") }
        lines += entries.prefix(mostFindings).map { entry in
            let place = [entry.finding.table, view.page(of: entry.finding).map { "at \($0)" }]
                .compactMap { $0 }.joined(separator: ", ")
            return "\(entry.number). \(entry.finding.severity.rawValue): "
                + line(entry.finding.headline) + (place.isEmpty ? "" : " (\(line(place)))")
        }
        if entries.count > mostFindings {
            lines.append("… and \(entries.count - mostFindings) more on the page.")
        }
        lines.append("The page is in \(page)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Text of a report on one line, without what would steer the terminal.
    private static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }
            )
        )
    }
}
