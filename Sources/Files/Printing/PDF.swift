package import Base
package import Foundation

/// Prints the page at `html` to `pdf`: A4 by its own print rules, tagged, with an outline.
///
/// The same page gives the same bytes with the same browser: the two dates that the browser writes
/// are set to the first second of 2000, and the names of tags are counted from 1. The file appears
/// whole or not at all.
///
/// - Parameters:
///   - html: a page that needs nothing but itself.
///   - pdf: where to write; a file that is there is replaced.
///   - browser: the one to print with; nil for the one that is installed.
///   - timeLimit: seconds after which the browser is stopped.
/// - Throws: `pdf.no-page`, `pdf.no-browser`, `pdf.too-slow`, `pdf.not-printed`, `pdf.not-written`.
package func printPDF(
    _ html: URL,
    to pdf: URL,
    with browser: Browser? = nil,
    timeLimit: Double = 120
) throws(Problems) {
    guard FileManager.default.isReadableFile(atPath: html.path) else {
        throw problem(
            "pdf.no-page",
            html,
            "there is no page to print",
            "Write the HTML report first."
        )
    }
    guard let browser = browser ?? Browser.installed() else {
        throw problem(
            "pdf.no-browser",
            pdf,
            "no browser is installed that could print the report as PDF",
            "Install Chromium (apt install chromium), or print the HTML from any browser."
        )
    }
    try print(html, to: pdf, with: browser, timeLimit: timeLimit)
}

/// Prints into a folder of its own and renames the finished file into its place.
private func print(
    _ html: URL,
    to pdf: URL,
    with browser: Browser,
    timeLimit: Double
) throws(Problems) {
    // Beside the file to be, so that it can be renamed into its place.
    let folder = pdf.deletingLastPathComponent()
        .appendingPathComponent(".\(pdf.lastPathComponent).\(UUID().uuidString)")
    do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
        throw notWritten(pdf)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let draft = folder.appendingPathComponent("draft.pdf")
    try run(
        browser,
        browser.arguments(page: html, pdf: draft, profile: folder),
        for: pdf,
        timeLimit: timeLimit
    )
    guard var bytes = try? Data(contentsOf: draft), isWhole(bytes) else {
        throw notPrinted(pdf, browser)
    }
    fixDates(in: &bytes)
    fixTagNames(in: &bytes)
    do {
        try bytes.write(to: draft)
    } catch {
        throw notWritten(pdf)
    }
    guard rename(draft.path, pdf.path) == 0 else { throw notWritten(pdf) }
}

/// Runs the browser to its end, or stops it at the time limit.
private func run(
    _ browser: Browser,
    _ arguments: [String],
    for pdf: URL,
    timeLimit: Double
) throws(Problems) {
    let process = Process()
    process.executableURL = browser.program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
        try process.run()
    } catch {
        throw notPrinted(pdf, browser)
    }
    if ended.wait(timeout: .now() + timeLimit) == .timedOut {
        process.terminate()
        if ended.wait(timeout: .now() + 2) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
        throw problem(
            "pdf.too-slow",
            pdf,
            "\(browser.program.lastPathComponent) had not printed the report after "
                + "\(Int(timeLimit)) seconds",
            "Try again when the machine has less to do, or print the HTML from any browser."
        )
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw notPrinted(pdf, browser)
    }
}

/// Whether the bytes begin and end as a PDF does.
private func isWhole(_ bytes: Data) -> Bool {
    bytes.starts(with: Data("%PDF-".utf8))
        && bytes.suffix(32).range(of: Data("%%EOF".utf8)) != nil
}

/// Overwrites the date of creation and of change, whose length stays as it is.
func fixDates(in bytes: inout Data) {
    let fixed = Array("20000101000000+00'00'".utf8)
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
        let mark = Data(key.utf8)
        var start = bytes.startIndex
        while let found = bytes.range(of: mark, in: start..<bytes.endIndex) {
            var place = found.upperBound
            for byte in fixed where place < bytes.endIndex && bytes[place] != UInt8(ascii: ")") {
                bytes[place] = byte
                place += 1
            }
            start = place
        }
    }
}

/// Counts the names of tags (`node00000014`) from 1; their length and order stay as they are.
///
/// The browser counts them from wherever its own work happens to have got to.
func fixTagNames(in bytes: inout Data) {
    let mark = Data("node".utf8)
    let digitCount = 8
    var places: [(number: Int, place: Int)] = []
    var start = bytes.startIndex
    while let found = bytes.range(of: mark, in: start..<bytes.endIndex) {
        start = found.upperBound
        let digits = bytes[start...].prefix(digitCount)
        guard digits.count == digitCount, let number = Int(String(decoding: digits, as: UTF8.self))
        else { continue }
        places.append((number, start))
    }
    let names = Set(places.map(\.number)).sorted()
    let position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0 + 1) })
    for (number, place) in places {
        let digits = String(position[number] ?? 0)
        let padded = String(repeating: "0", count: digitCount - digits.count) + digits
        for (offset, digit) in padded.utf8.enumerated() { bytes[place + offset] = digit }
    }
}

private func problem(
    _ code: Problem.Code,
    _ file: URL,
    _ message: String,
    _ remedy: String
) -> Problems {
    Problems(
        Problem(.error, code, at: Problem.Location(file.lastPathComponent), message, remedy: remedy)
    )
}

private func notPrinted(_ pdf: URL, _ browser: Browser) -> Problems {
    problem(
        "pdf.not-printed",
        pdf,
        "\(browser.program.lastPathComponent) did not print the report",
        "Print the HTML from any browser, or update Chromium and try again."
    )
}

private func notWritten(_ pdf: URL) -> Problems {
    problem(
        "pdf.not-written",
        pdf,
        "the file could not be written",
        "See that its folder exists, that you may write into it, and that the disk has room."
    )
}

/// How many pages the PDF at `path` has; nil where its tree of pages is not written in clear.
func pageCount(ofPDF path: String) -> Int? {
    guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
    // Chromium writes one object /Type /Pages, whose /Count is that of all pages; so do outlines,
    // which is why the type is looked for first.
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let counts = text.matches(of: #/\/Type \/Pages\s*\/Count (\d+)/#).compactMap {
        Int($0.output.1)
    }
    return counts.max()
}
