package import Foundation

/// A browser of the Chromium family, which prints pages as PDF.
package struct Browser: Sendable, Hashable {
    package let program: URL

    package init(program: URL) {
        self.program = program
    }

    /// The names under which Debian, Ubuntu, Fedora and Google install it.
    private static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    ]

    /// The first one on the path; nil when none is installed.
    ///
    /// `path` is a list of folders as in the environment variable PATH, which is the default.
    package static func installed(path: String? = nil) -> Browser? {
        let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map { URL(fileURLWithPath: String($0)) }
        for name in names {
            for folder in folders {
                let program = folder.appendingPathComponent(name)
                if FileManager.default.isExecutableFile(atPath: program.path) {
                    return Browser(program: program)
                }
            }
        }
        return nil
    }

    /// What makes it print `page` to `pdf` and touch nothing else: no network, and a profile
    /// of its own in `profile`.
    ///
    /// Scripts cannot be switched off, since the printing itself is one; a report page forbids them.
    func arguments(page: URL, pdf: URL, profile: URL) -> [String] {
        var arguments = [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--user-data-dir=\(profile.path)",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
            "--print-to-pdf=\(pdf.path)", page.absoluteString,
        ]
        // Chromium refuses to run as root with its sandbox, as in containers.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
        return arguments
    }
}
