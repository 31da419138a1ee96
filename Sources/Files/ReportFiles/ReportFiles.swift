package import Base
import Foundation
package import Report

/// The files of a report, in one folder.
package struct ReportFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// The name of the page.
    package static let page = "report.html"
    /// The name of the page as PDF, in the first language of the report.
    package static let pdf = "report.pdf"
    /// The name of the workbook with all tables.
    package static let workbook = "tables.xlsx"

    /// Writes the page, the workbook and the tables; each file is written whole or not at all.
    ///
    /// - Returns: The paths of the files, the page first.
    /// - Throws: The problem that stops writing.
    package func write(
        _ results: Results,
        prose: [Language: Prose] = [:],
        knowledge: LocalKnowledge = LocalKnowledge()
    ) throws(Problems) -> [String] {
        let html = ReportDocument(results: results, prose: prose, knowledge: knowledge).html()
        let tables = results.tables() + results.tables(of: knowledge)
        try makeFolder(folder)
        // A PDF or Word file of an earlier report would stand beside other numbers.
        for name in [Self.pdf, Self.word]
            + Language.allCases.flatMap({ [Self.pdf(in: $0), Self.word(in: $0)] })
        {
            try? FileManager.default.removeItem(atPath: path(name))
        }
        let page = path(Self.page)
        try write(html, to: page)
        let workbook = path(Self.workbook)
        try XLSX.write(results.workbook(of: tables), to: workbook)
        return [page, workbook] + (try writeTables(tables))
            + (try writePictures(ReportDocument(results: results, knowledge: knowledge)))
    }

    /// The pictures of the joint display as SVG files, one a language; those of an earlier report go.
    private func writePictures(_ document: ReportDocument) throws(Problems) -> [String] {
        let subfolder = path("pictures")
        try? FileManager.default.removeItem(atPath: subfolder)
        let pictures = document.jointPictures()
        guard !pictures.isEmpty else { return [] }
        try makeFolder(subfolder)
        var files: [String] = []
        for picture in pictures {
            let file = (subfolder as NSString).appendingPathComponent("\(picture.name).svg")
            try write(picture.svg, to: file)
            files.append(file)
        }
        return files
    }

    /// Each table as a CSV file; tables of an earlier report that this one lacks are removed.
    private func writeTables(_ tables: [ResultTable]) throws(Problems) -> [String] {
        let subfolder = path("tables")
        try makeFolder(subfolder)
        var files: [String] = []
        for name in ResultTable.names {
            let file = (subfolder as NSString).appendingPathComponent("\(name).csv")
            guard let table = tables.first(where: { $0.name == name }) else {
                try? FileManager.default.removeItem(atPath: file)
                continue
            }
            try write(CSV.write(table.csvRows), to: file)
            files.append(file)
        }
        return files
    }

    /// The name of the PDF in a language after the first: "report.ru.pdf".
    private static func pdf(in language: Language) -> String { "report.\(language.rawValue).pdf" }

    /// Prints the report, whose page was written before, as one PDF for each of its languages.
    ///
    /// - Returns: The paths of the PDFs: report.pdf in the first language, report.ru.pdf in Russian.
    /// - Throws: The problem that stops it; the page and the tables stay.
    package func printPDFs(
        _ results: Results,
        prose: [Language: Prose] = [:],
        knowledge: LocalKnowledge = LocalKnowledge()
    ) throws(Problems) -> [String] {
        let document = ReportDocument(results: results, prose: prose, knowledge: knowledge)
        guard document.languages.count > 1 else { return [try print(Self.page, to: Self.pdf)] }
        var pdfs: [String] = []
        for language in document.languages {
            // A page in one language has that language and its title; all of them have the first's.
            let draft = ".report.\(language.rawValue).html"
            defer { try? FileManager.default.removeItem(atPath: path(draft)) }
            try write(document.html(in: language), to: path(draft))
            let name = language == document.languages[0] ? Self.pdf : Self.pdf(in: language)
            pdfs.append(try print(draft, to: name))
        }
        return pdfs
    }

    /// Prints one sheet a place and language into the subfolder briefs: "chui.ru.pdf".
    ///
    /// - Parameters:
    ///   - results: What the study found.
    ///   - knowledge: What it knows of its places beside the answers.
    ///   - progress: Told of each place before it is printed.
    /// - Returns: The paths of the PDFs; none where the study knows too little of its places.
    /// - Throws: The problem that stops it; what was printed stays.
    package func printBriefs(
        _ results: Results,
        knowledge: LocalKnowledge,
        progress: (String) -> Void = { _ in }
    ) throws(Problems) -> [String] {
        let briefs = PlaceBriefs(ReportDocument(results: results, knowledge: knowledge))
        let subfolder = "briefs"
        // Briefs of an earlier report would stand beside other numbers.
        try? FileManager.default.removeItem(atPath: path(subfolder))
        guard !briefs.places.isEmpty else { return [] }
        try makeFolder(path(subfolder))
        var pdfs: [String] = []
        for place in briefs.places {
            progress("Printing the brief of \(place)")
            for language in briefs.languages {
                let name = "\(subfolder)/\(place).\(language.rawValue).pdf"
                let draft = "\(subfolder)/.draft.html"
                defer { try? FileManager.default.removeItem(atPath: path(draft)) }
                for size in PlaceBriefs.Size.allCases {
                    try write(briefs.html(of: place, in: language, size: size), to: path(draft))
                    _ = try print(draft, to: name)
                    if pageCount(ofPDF: path(name)) == 1 { break }
                }
                pdfs.append(path(name))
            }
        }
        return pdfs
    }

    private func print(_ page: String, to pdf: String) throws(Problems) -> String {
        let pdf = path(pdf)
        try Files.printPDF(URL(fileURLWithPath: path(page)), to: URL(fileURLWithPath: pdf))
        return pdf
    }

    func path(_ name: String) -> String {
        (folder as NSString).appendingPathComponent(name)
    }

    func makeFolder(_ path: String) throws(Problems) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        } catch {
            throw Problems(cannotWrite(path, "the folder cannot be made"))
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(Problems) {
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw Problems(cannotWrite(path, error.reason))
        }
    }

    func cannotWrite(_ path: String, _ reason: String) -> Problem {
        Problem(
            .error,
            "file.cannot-write",
            at: .init(path),
            "This cannot be written: \(reason).",
            remedy: "Check the disk's free space and your permission to write there."
        )
    }
}
