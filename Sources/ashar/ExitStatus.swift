import ArgumentParser
import Base
import Report

/// How a verb ends, as its exit status says; 64 (wrong use) is the argument parser's own.
enum ExitStatus {
    /// What lies with the machine and not with the study's files.
    private static let machineCodes: Set<Problem.Code> = [
        "file.cannot-write", "xlsx.not-written", "sav.not-written", "statfile.not-started",
        "pdf.no-browser", "pdf.not-printed", "pdf.not-written", "pdf.too-slow",
        "docx.no-rasteriser", "docx.not-drawn", "docx.not-made", "docx.too-slow",
    ]

    /// 2 where an error lies with the machine, 1 where one lies with the input, else nil.
    static func of(_ problems: [Problem]) -> ExitCode? {
        let errors = problems.filter { $0.severity == .error }
        if errors.isEmpty { return nil }
        return ExitCode(errors.contains { machineCodes.contains($0.code) } ? 2 : 1)
    }

    /// 3 where an audit found something as bad as `severity` or worse; nil for none, or no `severity`.
    static func of(_ outcome: AuditOutcome, failingOn severity: AuditSeverity?) -> ExitCode? {
        guard let severity, let worst = outcome.worst, worst <= severity else { return nil }
        return ExitCode(3)
    }
}
