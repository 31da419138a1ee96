package import Base
import CReadStatChild
import Foundation
package import Survey

/// Writing of SPSS files.
///
/// What microdata become:
/// - answers of a closed list whose names are numbers: a numeric variable with value labels; else a
///   text variable with value labels;
/// - numbers: a numeric variable, `numberLabels` as value labels;
/// - dates: a numeric variable shown as DATE11 or DATETIME20;
/// - several answers: for each option a variable `question_option` of 0 and 1;
/// - missing categories and `missingNumbers`: SPSS's missing values. SPSS knows three single values, or
///   one range and one value; more are joined to a range where no valid value lies in it.
///
/// Labels are written in one language, because SPSS knows one. What SPSS cannot hold is told: changed
/// names, shortened texts and labels, missing values left out.
package enum SAV {
    /// Writes `microdata` to the file at `path`; one that ends in `.zsav` is compressed more.
    ///
    /// The file appears at once and whole, or not at all; the same microdata give the same bytes.
    ///
    /// - Parameters:
    ///   - microdata: What to write; it needs one column at least.
    ///   - path: Where to; a file that is there is replaced.
    ///   - language: The language of the labels.
    /// - Returns: What a person should know, such as names that had to change.
    /// - Throws: One problem why nothing was written.
    @discardableResult
    package static func write(
        microdata: Microdata,
        to path: String,
        language: String = ""
    ) throws(Problems) -> [Problem] {
        var layout = SAVLayout(file: path, language: language)
        for column in microdata.columns { layout.add(column) }
        guard !layout.columns.isEmpty else {
            throw failure(
                path,
                "sav.no-columns",
                "there is no column to write",
                "Keep at least one."
            )
        }
        // A symbolic link is followed, so that the file it names is replaced.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let temporary = target.deletingLastPathComponent()
            .appendingPathComponent(".\(target.lastPathComponent).\(UUID().uuidString).tmp").path
        defer { unlink(temporary) }
        let isCompressed = target.pathExtension.lowercased() == "zsav"
        do throws(ChildFailure) {
            let writer = SAVWriter(columns: layout.columns, rowCount: microdata.rowCount)
            try writer.write(to: temporary, isCompressed: isCompressed, limits: StatLimits())
            try check(temporary, layout)
        } catch {
            throw problem(path, error)
        }
        guard rename(temporary, target.path) == 0 else {
            throw failure(
                path,
                "sav.not-written",
                "the file cannot be written: \(String(cString: strerror(errno)))",
                "Check that the folder exists and that you may write in it."
            )
        }
        return layout.allProblems
    }

    /// Reads the new file's dictionary: it must name the variables that were meant.
    ///
    /// SPSS files have short names beside the long ones, and those of texts over 255 bytes can clash.
    private static func check(_ path: String, _ layout: SAVLayout) throws(ChildFailure) {
        let request = StatRequest(path: path, format: .spss, limits: StatLimits())
        let names = try request.dictionary().variables.map {
            String(decoding: $0.name, as: UTF8.self)
        }
        guard names == layout.columns.map(\.name) else { throw .changed }
    }

    private static func problem(_ path: String, _ failure: ChildFailure) -> Problems {
        switch failure {
        case .refused(let code, let message) where code == 1 || code == 13:  // open, write
            self.failure(
                path,
                "sav.not-written",
                "the file cannot be written: \(message)",
                "Check that the folder exists, that you may write in it, and that the disk has room."
            )
        default:
            self.failure(
                path,
                "sav.not-made",
                "the table cannot be made into an SPSS file; nothing was written",
                "Shorten the names of columns with long texts, or write .csv or .xlsx."
            )
        }
    }

    private static func failure(
        _ path: String,
        _ code: Problem.Code,
        _ message: String,
        _ remedy: String
    ) -> Problems {
        Problems(Problem(.error, code, at: .init(path), message, remedy: remedy))
    }
}

/// Hands the columns to the child that writes them.
private struct SAVWriter {
    let columns: [SAVColumn]
    let rowCount: Int

    func write(to path: String, isCompressed: Bool, limits: StatLimits) throws(ChildFailure) {
        guard let writing = ashar_writing_new(rowCount) else { throw .tooLarge }
        defer { ashar_writing_free(writing) }
        for column in columns {
            guard column.values.rowCount == rowCount, add(column, to: writing) else {
                throw .tooLarge
            }
        }
        let rows = try ReadStatChild.run(
            silence: limits.silence * 10,  // only its last frame is awaited
            start: {
                ashar_start_writing(writing, path, isCompressed ? 1 : 0, limits.forChild, &$0)
            }
        )
        guard rows == rowCount else { throw .nonsense }
    }

    /// Whether there was memory for the column.
    private func add(_ column: SAVColumn, to writing: OpaquePointer) -> Bool {
        var results: [Int32] = []
        switch column.values {
        case .numbers(let numbers):
            results.append(
                ashar_writing_numbers(
                    writing,
                    column.name,
                    column.label,
                    column.format,
                    column.isQuantity ? 3 : 1,  // ReadStat's scale and nominal
                    numbers
                )
            )
        case .texts(let pool, let positions, let width):
            results.append(
                ashar_writing_texts(writing, column.name, column.label, width, positions)
            )
            guard results == [0] else { return false }
            for text in pool { results.append(ashar_writing_text(writing, text)) }
        }
        guard results.allSatisfy({ $0 == 0 }) else { return false }
        for (key, label) in column.labels {
            switch key {
            case .number(let number):
                results.append(ashar_writing_label(writing, number, nil, label))
            case .text(let text): results.append(ashar_writing_label(writing, 0, text, label))
            }
        }
        for missing in column.missing {
            results.append(
                ashar_writing_missing(writing, missing.lowerBound, missing.upperBound, nil)
            )
        }
        for text in column.missingTexts {
            results.append(ashar_writing_missing(writing, 0, 0, text))
        }
        return results.allSatisfy { $0 == 0 }
    }
}
