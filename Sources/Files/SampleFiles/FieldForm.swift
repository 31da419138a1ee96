import Base
import Foundation
import Report
import Survey

/// A study's form with the drawn places and clusters among its choices.
///
/// Every other cell stays as it is; only looks (widths, colours, merged cells) are lost. Column headers
/// are understood as XLSForm has them ("list name", `Label::Русский (ru)`).
struct FieldForm {
    private let sheets: [SheetText]
    /// The name of the form's file, for messages.
    private let file: String
    private let design: SampleDesign
    private let form: Form

    /// The form at `path`.
    ///
    /// - Throws: The problems that stop reading it.
    init(path: String, design: SampleDesign) throws(Problems) {
        sheets = try XLSX.readText(path: path)
        file = (path as NSString).lastPathComponent
        self.design = design
        let (form, problems) = XLSForm.parse(sheets: sheets, file: file)
        guard let form else { throw Problems(problems) }
        self.form = form
    }

    /// The sheets with the list of the cluster question made of the drawn clusters and reserves, and that
    /// of the place question, where the study names one, of the drawn places.
    ///
    /// A place question that is called like a part of the frame's key (region) keeps of its list the
    /// codes that were drawn.
    ///
    /// - Throws: A problem for each question that is not there or has no list with one answer.
    func filled() throws(Problems) -> [SheetText] {
        let declaration = design.declaration
        var problems: [Problem] = []
        func list(_ question: String, _ code: Problem.Code, _ key: String) -> String? {
            if case .selectOne(let list, _) = form.question(named: question)?.kind,
                form.lists[list] != nil
            {
                return list
            }
            problems.append(missing(question, code, key))
            return nil
        }
        let clusters = list(
            declaration.clusterQuestion,
            "sample.no-cluster-question",
            "cluster-question"
        )
        let places = declaration.placeQuestion.flatMap {
            list($0, "sample.no-place-question", "place-question")
        }
        guard let clusters, problems.isEmpty else { throw Problems(problems) }
        return sheets.map { sheet in
            guard XLSFormHeading.normalized(sheet.name) == "choices" else { return sheet }
            var sheet = sheet
            if let places, let question = declaration.placeQuestion {
                let isKey = design.frame.keyNames.contains(question)
                sheet.rows = replaced(places, in: sheet.rows) { headings, old in
                    isKey ? kept(question, headings, old) : drawnPlaces(places, headings)
                }
            }
            sheet.rows = replaced(clusters, in: sheet.rows) { headings, _ in
                drawnClusters(clusters, headings)
            }
            return sheet
        }
    }

    private func missing(_ question: String, _ code: Problem.Code, _ key: String) -> Problem {
        let ones = form.questions.filter { if case .selectOne = $0.kind { true } else { false } }
        let hint = nearestName(to: question, in: ones.map(\.name)).map { "Did you mean \($0)? " }
        return Problem(
            .error,
            code,
            at: .init(file),
            "The form has no question \(Problem.quote(question)) with one answer of a list.",
            remedy: "\(hint ?? "")Add it to the form as select_one, or name the question in "
                + "study.yaml: sample: {\(key): NAME}."
        )
    }

    // MARK: - Rows

    /// The rows with those of `list` replaced, where the first of them stood.
    private func replaced(
        _ list: String,
        in rows: [[String]],
        by make: ([XLSFormHeading], [[String]]) -> [[String]]
    ) -> [[String]] {
        guard let header = rows.firstIndex(where: { $0.contains { !$0.isEmpty } }) else {
            return rows
        }
        let headings = rows[header].map {
            XLSFormHeading($0, known: XLSForm.choicesColumns)
        }
        guard let column = headings.firstIndex(where: { $0.key == "list_name" }) else {
            return rows
        }
        let isOld = rows.indices.map { index in
            index > header && text(rows[index], column) == list
        }
        guard let first = isOld.firstIndex(of: true) else { return rows }
        let old = rows.indices.filter { isOld[$0] }.map { rows[$0] }
        let rest = rows.indices.filter { $0 > first && !isOld[$0] }.map { rows[$0] }
        return rows[..<first] + make(headings, old) + rest
    }

    private func text(_ row: [String], _ column: Int) -> String {
        row.indices.contains(column)
            ? row[column].trimmingCharacters(in: .whitespacesAndNewlines) : ""
    }

    private var drawn: [SampleDraw.Cluster] { design.draw.map { $0.clusters + $0.reserves } ?? [] }

    /// One choice a cluster: its code; code and place as its label; what choice filters may ask for.
    private func drawnClusters(_ list: String, _ headings: [XLSFormHeading]) -> [[String]] {
        let firstReserve = design.draw?.clusters.count ?? 0
        return drawn.enumerated().map { index, cluster in
            let unit = design.frame.units[cluster.unit]
            let part = cluster.parts > 1 ? " \(cluster.part)/\(cluster.parts)" : ""
            return headings.map { heading in
                switch heading.key {
                case "list_name": list
                case "name": cluster.code
                case "label":
                    "\(cluster.code) \(unit.name)\(part)"
                        + (index < firstReserve ? "" : " (\(reserve(in: heading)))")
                default: filter(unit, heading)
                }
            }
        }
    }

    /// One choice a place, in the order of the clusters.
    private func drawnPlaces(_ list: String, _ headings: [XLSFormHeading]) -> [[String]] {
        var seen: Set<Int> = []
        return drawn.map(\.unit).filter { seen.insert($0).inserted }.map { index in
            let unit = design.frame.units[index]
            return headings.map { heading in
                switch heading.key {
                case "list_name": list
                case "name": unit.id
                case "label": unit.name
                default: filter(unit, heading)
                }
            }
        }
    }

    /// The rows of a list whose codes are among those of the drawn places in a column of the key.
    private func kept(
        _ key: String,
        _ headings: [XLSFormHeading],
        _ rows: [[String]]
    ) -> [[String]] {
        guard let name = headings.firstIndex(where: { $0.key == "name" }),
            let part = design.frame.keyNames.firstIndex(of: key)
        else { return rows }
        let codes = Set(drawn.map { design.frame.units[$0.unit].key[part] })
        return rows.filter { codes.contains(text($0, name)) }
    }

    /// What a column for choice filters holds: the place, or a part of its key; else nothing.
    private func filter(_ unit: Frame.Unit, _ heading: XLSFormHeading) -> String {
        if let part = design.frame.keyNames.firstIndex(of: heading.original) {
            return unit.key[part]
        }
        let places = ["unit", design.declaration.placeQuestion]
        return heading.key == nil && places.contains(heading.original) ? unit.id : ""
    }

    private func reserve(in heading: XLSFormHeading) -> String {
        let spelled = heading.language.map { XLSFormLanguages.language($0).code } ?? ""
        let code = spelled.isEmpty ? form.defaultLanguage : spelled
        return Words(Report.Language(code: code) ?? .en)(SupervisorWord.reserve)
    }
}
