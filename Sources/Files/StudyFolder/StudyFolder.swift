package import Base
import Foundation
package import Report
package import Survey
import Synchronization

/// A study's folder, opened: what its files say, made ready for analysis, with all their problems.
package struct StudyFolder: Sendable {
    package let path: String
    package private(set) var study = Study()
    package private(set) var form = Form()
    /// The answers made ready; nil when a file stops that.
    package private(set) var prepared: PreparedStudy?
    /// Repeats of the form (household members and the like), by their path.
    package private(set) var repeats: [String: Microdata] = [:]
    /// The authors' text in each language that has one.
    package private(set) var texts: [AuthoredText] = []
    /// What the study knows of its places beside the answers.
    package private(set) var knowledge = LocalKnowledge()
    package private(set) var problems: [Problem] = []

    /// Opens the folder at `path` and reads every file that its study names.
    ///
    /// Nothing is thrown: whatever is wrong is in `problems`, and as much is read as can be. Before
    /// each step `progress` is told of it in a few words.
    package init(path: String, progress: (String) -> Void = { _ in }) {
        self.path = path
        guard readStudy() else { return }
        progress("Reading the form")
        readForm()
        readProse()
        readMargins()
        readKnowledge(progress)
        progress("Reading the data")
        guard let data = readData() else { return }
        progress("Checking")
        prepare(data)
    }

    private func file(_ name: String) -> String {
        (path as NSString).appendingPathComponent(name)
    }

    // MARK: - The files

    private mutating func readStudy() -> Bool {
        guard let text = readText(Study.fileName, at: .init(Study.fileName)) else { return false }
        let (study, found) = StudyFile.read(text)
        problems += found.list
        guard let study else { return false }
        self.study = study
        return true
    }

    private mutating func readForm() {
        guard let name = study.form else { return }
        guard exists(name, at: "form") else { return }
        let (form, found) = XLSForm.read(path: file(name))
        problems += found
        if let form { self.form = form }
    }

    private mutating func readProse() {
        let names = study.report.text
        for code in names.languages {
            let name = names.text(in: code)
            let place = (["report", "text"] + (code.isEmpty ? [] : [code])).joined(separator: ".")
            guard
                let language = code.isEmpty
                    ? study.writtenLanguages[0] : Report.Language(code: code)
            else {
                problems.append(
                    Problem(
                        .error,
                        "report.language",
                        at: study.location(of: place),
                        "Ashar writes no \(Problem.quote(code)).",
                        remedy: "The languages: en, ru, ky."
                    )
                )
                continue
            }
            guard exists(name, at: place), let text = readText(name, at: study.location(of: place))
            else { continue }
            let source = ProseSource(text, file: name, language: language)
            let (prose, found) = Markdown.read(source.marked, file: name)
            texts.append(AuthoredText(source: source, prose: prose))
            problems += found.map { source.placed($0) }
        }
    }

    /// The answers as the form names them; columns declared personal are never read.
    private mutating func readData() -> Microdata? {
        let name = study.data.file
        guard !name.isEmpty, exists(name, at: "data.file") else { return nil }
        let personal = Set(study.data.personal)
        let resolver = HeaderResolver(form: form)
        let headers = Headers()
        let options = ReadOptions { header in
            headers.add(header)
            return resolver.mayHold(personal, header: header)
        }
        do throws(Problems) {
            let read = try DataFile.read(path: file(name), options: options)
            problems += read.problems
            problems += unknownPersonal(among: headers.all, resolver)
            return try answers(in: read.sheets, file: name)
        } catch {
            problems += error.list
            return nil
        }
    }

    /// A misspelt name among the personal ones would let the column in: it is an error.
    private func unknownPersonal(among headers: [String], _ resolver: HeaderResolver) -> [Problem] {
        study.data.personal.enumerated().compactMap { index, name in
            let isKnown =
                form.question(named: name) != nil
                || headers.contains { resolver.mayHold([name], header: $0) }
            return isKnown
                ? nil
                : study.unknownVariable(
                    name,
                    at: "data.personal.\(index)",
                    known: form.questions.map(\.name) + headers
                )
        }
    }

    private mutating func answers(
        in sheets: [(name: String, data: Microdata)],
        file: String
    ) throws(Problems) -> Microdata {
        var sheets = sheets
        if let wanted = study.data.sheet {
            guard let position = sheets.firstIndex(where: { $0.name == wanted }) else {
                throw Problems(unknownSheet(wanted, among: sheets.map(\.name), file: file))
            }
            sheets.insert(sheets.remove(at: position), at: 0)
        }
        guard !form.questions.isEmpty else { return sheets.first?.data ?? Microdata(rowCount: 0) }
        let bound = bind(form, to: sheets, leftOut: Set(study.data.personal))
        problems += bound.problems
        repeats = bound.repeats
        return bound.main
    }

    private func unknownSheet(_ name: String, among names: [String], file: String) -> Problem {
        let hint = nearestName(to: name, in: names).map { "Did you mean \($0)? " } ?? ""
        return Problem(
            .error,
            "data.no-such-sheet",
            at: study.location(of: "data.sheet"),
            "\(file) has no sheet \(Problem.quote(name)).",
            remedy: "\(hint)Its sheets: \(names.joined(separator: ", "))."
        )
    }

    private mutating func prepare(_ data: Microdata) {
        let tables = readJoins()
        study.data.joined = tables.compactMap { $0 }.flatMap { $0.columns.map(\.name) }
            .filter { data[$0] == nil }
        problems += study.findReplicates(among: data.names + study.data.joined)
        var preparation = StudyPreparation(
            study: study,
            form: form,
            data: data,
            tables: tables
        )
        let prepared = preparation.prepare(
            personal: study.data.personal,
            repeats: repeats.mapValues(\.rowCount)
        )
        problems += preparation.problems
        problems += prepared.checks()
        problems += prepared.likelyPersonal(in: data)
        if data.rowCount == 0 {
            problems.append(
                Problem(
                    .error,
                    "data.no-rows",
                    at: .init(study.data.file),
                    "The data hold no rows.",
                    remedy: "Export the answers again, or name another file under data."
                )
            )
        } else if prepared.data.rowCount == 0 {
            problems.append(
                Problem(
                    .error,
                    "data.all-excluded",
                    at: study.location(of: "exclude"),
                    "Every row is left out.",
                    remedy: "Check the conditions under exclude."
                )
            )
        }
        self.prepared = prepared
    }

    /// Places, interviews, actors, outside statistics, recommendations.
    private mutating func readKnowledge(_ progress: (String) -> Void) {
        guard !study.knowledge.isEmpty else { return }
        progress("Reading interviews and actors")
        let reader = KnowledgeReader(folder: path, study: study)
        knowledge = reader.knowledge
        problems += reader.problems
    }

    /// The counts of margins and of outcomes that stand in files.
    private mutating func readMargins() {
        var tables = StudyTables(folder: path, study: study)
        study.weighting = tables.weighting()
        study.disclosure = tables.disclosure()
        problems += tables.problems
    }

    private mutating func readJoins() -> [JoinTable?] {
        var tables = StudyTables(folder: path, study: study)
        defer { problems += tables.problems }
        return tables.joins()
    }

    // MARK: - Reading

    private mutating func exists(_ name: String, at place: String) -> Bool {
        guard let missing = study.missingFile(name, at: place, in: path) else { return true }
        problems.append(missing)
        return false
    }

    private mutating func readText(_ name: String, at location: Problem.Location) -> String? {
        guard let bytes = FileManager.default.contents(atPath: file(name)) else {
            problems.append(
                Problem(
                    .error,
                    "file.missing",
                    at: location,
                    "There is no file \(name) in \(path).",
                    remedy: name == Study.fileName
                        ? "Name the study's folder, or make a study with `ashar new`."
                        : "Put the file into the folder, or mend its name."
                )
            )
            return nil
        }
        guard let text = String(data: bytes, encoding: .utf8) else {
            problems.append(
                Problem(
                    .error,
                    "file.not-utf8",
                    at: .init(name),
                    "The file is not text in UTF-8.",
                    remedy: "Save it as UTF-8."
                )
            )
            return nil
        }
        return text
    }
}

/// The headers that a reader met, of the columns that it passed over too.
private final class Headers: Sendable {
    private let found = Mutex<[String]>([])

    func add(_ header: String) {
        found.withLock { $0.append(header) }
    }

    var all: [String] { found.withLock { $0 } }
}
