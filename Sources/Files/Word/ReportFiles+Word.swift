package import Base
import Foundation
package import Report

extension ReportFiles {
    /// The name of the Word file in the first language of the report.
    package static let word = "report.docx"

    /// The name of the Word file in a language after the first: "report.ru.docx".
    static func word(in language: Language) -> String { "report.\(language.rawValue).docx" }

    /// Writes the whole report as one Word file for each of its languages: all of them or none.
    ///
    /// - Parameters:
    ///   - results: What the study found.
    ///   - prose: The text of its authors in each language.
    ///   - knowledge: What the study knows of its places beside the answers.
    ///   - rasteriser: What draws the charts as pixels; nil for the one that is installed.
    /// - Returns: The paths: report.docx in the first language, report.ru.docx in Russian.
    /// - Throws: `docx.no-rasteriser`, `docx.not-drawn`, `docx.too-slow`, `docx.not-made`,
    ///   `file.cannot-write`.
    package func writeWord(
        _ results: Results,
        prose: [Language: Prose] = [:],
        knowledge: LocalKnowledge = LocalKnowledge(),
        with rasteriser: Rasteriser? = nil
    ) throws(Problems) -> [String] {
        let document = ReportDocument(results: results, prose: prose, knowledge: knowledge)
        var files: [(path: String, bytes: [UInt8])] = []
        for language in document.languages {
            let isFirst = language == document.languages[0]
            let path = path(isFirst ? Self.word : Self.word(in: language))
            let docx = document.docx(in: language)
            files.append((path, try Self.bytes(of: docx, path: path, with: rasteriser)))
        }
        try makeFolder(folder)
        for file in files { try write(file.bytes, to: file.path) }
        return files.map(\.path)
    }

    /// The package of `docx`, with its pictures drawn.
    ///
    /// `path` is where it will stand, for messages.
    static func bytes(
        of docx: DocxFile,
        path: String,
        with rasteriser: Rasteriser? = nil
    ) throws(Problems) -> [UInt8] {
        let pixels = try pixels(of: docx, path: path, with: rasteriser)
        do throws(ZipArchive.Failure) {
            var archive = try ZipArchive()
            for part in docx.parts { try archive.add(part.name, part.bytes) }
            for (picture, bytes) in zip(docx.pictures, pixels) {
                try archive.add(picture.pixelName, bytes, isPacked: true)
            }
            return try archive.finish()
        } catch {
            throw wordProblem(
                "docx.not-made",
                path,
                "the file could not be put together",
                "Close other programs, so that there is memory, and try again."
            )
        }
    }

    private static func pixels(
        of docx: DocxFile,
        path: String,
        with rasteriser: Rasteriser?
    ) throws(Problems) -> [[UInt8]] {
        guard !docx.pictures.isEmpty else { return [] }
        guard let rasteriser = rasteriser ?? Rasteriser.installed() else {
            throw wordProblem(
                "docx.no-rasteriser",
                path,
                "no program is installed that could draw the charts for Word",
                "Install librsvg (apt install librsvg2-bin); the HTML report needs no program."
            )
        }
        do throws(Rasteriser.Failure) {
            return try rasteriser.pixels(of: docx.pictures.map(\.svg))
        } catch {
            switch error {
            case .failed:
                throw wordProblem(
                    "docx.not-drawn",
                    path,
                    "\(rasteriser.program.lastPathComponent) did not draw a chart",
                    "Update librsvg and try again; the HTML report needs no program."
                )
            case .tooSlow:
                throw wordProblem(
                    "docx.too-slow",
                    path,
                    "\(rasteriser.program.lastPathComponent) had not drawn a chart after "
                        + "\(Int(rasteriser.timeLimit)) seconds",
                    "Try again when the machine has less to do."
                )
            case .noFolder:
                throw wordProblem(
                    "docx.not-made",
                    path,
                    "there is no room for the charts while they are drawn",
                    "Check the free space of the folder for temporary files."
                )
            }
        }
    }

    private static func wordProblem(
        _ code: Problem.Code,
        _ path: String,
        _ message: String,
        _ remedy: String
    ) -> Problems {
        let name = (path as NSString).lastPathComponent
        return Problems(Problem(.error, code, at: .init(name), message, remedy: remedy))
    }
}
