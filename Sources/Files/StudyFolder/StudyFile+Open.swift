import Base
import Foundation
import Report
import Survey

extension StudyFile {
    /// The study and the form of a folder that need hold no answers yet, with all their problems.
    static func open(folder: String) -> (Study, Form, [Problem]) {
        let path = (folder as NSString).appendingPathComponent(Study.fileName)
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(data: data, encoding: .utf8)
        else {
            return (Study(), Form(), [DataFile.missingFile(Study.fileName, inFolderOf: path)])
        }
        let (study, found) = read(text)
        // Before the fieldwork there are no data yet.
        let problems = found.list.filter { $0.code != "study.no-data" }
        guard let study, let name = study.form else { return (study ?? Study(), Form(), problems) }
        if let missing = study.missingFile(name, at: "form", in: folder) {
            return (study, Form(), problems + [missing])
        }
        let (form, more) = XLSForm.read(path: (folder as NSString).appendingPathComponent(name))
        return (study, form ?? Form(), problems + more)
    }
}

extension Study {
    /// The problem of a file that the study names at `place` and its folder lacks; nil where it is there.
    func missingFile(_ name: String, at place: String, in folder: String) -> Problem? {
        let path = (folder as NSString).appendingPathComponent(name)
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        let missing = DataFile.missingFile(name, inFolderOf: path)
        return Problem(
            .error,
            missing.code,
            at: location(of: place),
            "There is no file \(Problem.quote(name)) in the study's folder.",
            remedy: missing.remedy
        )
    }

    /// The small table in a file that the study names at `place`; nil with a problem.
    func table(_ name: String, at place: String, in folder: String) -> (TableText?, [Problem]) {
        if let missing = missingFile(name, at: place, in: folder) { return (nil, [missing]) }
        return TableText.read(path: (folder as NSString).appendingPathComponent(name))
    }
}
