package import Base
import Foundation
package import Survey
import Synchronization

/// A data file read for another file to be made of it, with its form where there is one.
package struct LabelledData: Sendable {
    /// The main table first, then other sheets or the form's repeats.
    package var tables: [(name: String, data: Microdata)]
    package var form: Form?
    /// Warnings and notes; no errors.
    package var problems: [Problem]

    /// Reads the data file at `path`.
    ///
    /// With a form, columns are named, labelled and typed as the form says (``bind(_:to:leftOut:)``).
    ///
    /// - Parameters:
    ///   - path: The data file, in any format that ``DataFile`` reads.
    ///   - form: The path of the questionnaire, an XLSForm.
    ///   - leaving: Columns that are never read, by name; each must be there.
    /// - Throws: All problems, where one is an error: no file is made of half the rows.
    package init(path: String, form: String? = nil, leaving: [String] = []) throws(Problems) {
        problems = []
        self.form = nil
        if let form {
            let (read, found) = XLSForm.read(path: form)
            self.form = read
            problems += found
            if read == nil { throw Problems(problems) }
        }
        let filter = ColumnFilter(leaving, form: self.form)
        let file = try DataFile.read(path: path, options: filter.options)
        problems += file.problems
        problems += filter.problems(file: (path as NSString).lastPathComponent)
        tables = file.sheets
        if let form = self.form {
            let bound = bind(form, to: file.sheets, leftOut: Set(leaving))
            problems += bound.problems
            tables =
                [("", bound.main)]
                + bound.repeats.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        }
        if problems.hasErrors { throw Problems(problems) }
        problems += likelyPersonal(file: (path as NSString).lastPathComponent)
    }

    /// One warning that names the columns which look personal and are read all the same.
    private func likelyPersonal(file: String) -> [Problem] {
        guard let main = tables.first?.data else { return [] }
        let names = proposeStudy(form: form ?? Form(), data: main).personal.map(\.name)
            .filter { main[$0] != nil }
        guard !names.isEmpty else { return [] }
        return [
            Problem(
                .warning,
                "convert.personal",
                at: .init(file),
                "These columns may be personal: \(names.joined(separator: ", ")).",
                remedy: "To leave them out: "
                    + names.map { "--leave-out \($0)" }.joined(separator: " ")
            )
        ]
    }

    /// The path for each table: `path` for the first, for others the table's name before its ending.
    package func paths(for path: String) -> [String] {
        let ending = (path as NSString).pathExtension
        let stem = (path as NSString).deletingPathExtension
        var taken: Set<String> = [path]
        return tables.enumerated().map { index, table in
            guard index > 0 else { return path }
            let letters = table.name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" }
            let base = "\(stem)-\(String(letters))"
            var own = ending.isEmpty ? base : "\(base).\(ending)"
            var number = 2
            while !taken.insert(own).inserted {
                own = ending.isEmpty ? "\(base)-\(number)" : "\(base)-\(number).\(ending)"
                number += 1
            }
            return own
        }
    }
}

/// Passes columns over while reading, and remembers which were there.
private final class ColumnFilter: Sendable {
    private let leaving: [String]
    private let resolver: HeaderResolver?
    private let seen = Mutex<(headers: Set<String>, found: Set<String>)>(([], []))

    init(_ leaving: [String], form: Form?) {
        self.leaving = leaving
        resolver = form.map(HeaderResolver.init)
    }

    var options: ReadOptions {
        ReadOptions { [self] header in
            let matching = leaving.filter { name in
                name == header || resolver?.mayHold([name], header: header) == true
            }
            seen.withLock { seen in
                seen.headers.insert(header)
                seen.found.formUnion(matching)
            }
            return !matching.isEmpty
        }
    }

    /// A name that no column has is an error: what was meant would be read.
    func problems(file: String) -> [Problem] {
        let (headers, found) = seen.withLock { $0 }
        return leaving.filter { !found.contains($0) }.map { name in
            let hint = nearestName(to: name, in: headers.sorted()).map { "Did you mean \($0)? " }
            return Problem(
                .error,
                "convert.no-such-column",
                at: .init(file),
                "There is no column \(Problem.quote(name)) to leave out.",
                remedy: "\(hint ?? "")Write the name as the file's first row has it."
            )
        }
    }
}
