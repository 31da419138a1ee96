import Base
import Survey

/// Which columns a look shows as questions, and which tell how the fieldwork went.
struct LookSelection {
    let prepared: PreparedStudy
    /// The questions that people were asked, in the order of the form.
    private(set) var questions: [Column] = []
    /// Columns that look personal: phone numbers, places on the map.
    private(set) var unshown: [String] = []
    let fieldwork: Columns
    let id: Column?

    /// The columns that tell who held an interview, and when.
    struct Columns {
        var interviewer: Column?
        var start: Column?
        var end: Column?
        var date: Column?
    }

    init(_ prepared: PreparedStudy) {
        self.prepared = prepared
        let data = prepared.data
        let names = prepared.study.fieldwork
        // The form says itself which columns the device stamps.
        func column(_ declared: String?, _ kind: String) -> Column? {
            if let declared { return data[declared] }
            return prepared.form.questions.first { $0.kind == .meta(kind) }
                .flatMap { data[$0.name] }
        }
        fieldwork = Columns(
            interviewer: names.interviewer.flatMap { data[$0] },
            start: column(names.start, "start"),
            end: column(names.end, "end"),
            date: names.date.flatMap { data[$0] }
        )
        id =
            [prepared.study.data.id, "_uuid", "instanceID", "KEY", "_id"]
            .lazy.compactMap { $0 }.compactMap { data[$0] }.first
        choose()
    }

    private mutating func choose() {
        let study = prepared.study
        var left = Set(study.derivations.map(\.name))
        let used = [fieldwork.interviewer, fieldwork.start, fieldwork.end, fieldwork.date, id]
        left.formUnion(used.compactMap { $0?.name })
        if let design = study.design {
            left.formUnion([design.weight].compactMap { $0 } + design.populations)
            left.formUnion(design.replicates?.columns ?? [])
        }
        left.formUnion(study.weighting?.technicalNames ?? [])
        for column in prepared.data.columns where !left.contains(column.name) {
            guard isQuestion(column) else { continue }
            if looksPersonal(column) {
                unshown.append(column.name)
            } else {
                questions.append(column)
            }
        }
    }

    private func isQuestion(_ column: Column) -> Bool {
        guard !prepared.form.questions.isEmpty else { return !column.name.hasPrefix("_") }
        guard let question = prepared.form.question(named: column.name) else { return false }
        return switch question.kind {
        case .selectOne, .selectMultiple, .integer, .decimal, .range, .text, .date, .dateTime: true
        default: false
        }
    }

    /// Whether numbers look like those of a telephone, a document or a place: their ends alone would
    /// tell of single people.
    private func looksPersonal(_ column: Column) -> Bool {
        guard case .numbers(let numbers) = column.values else { return false }
        let words = column.name.lowercased().split { !$0.isLetter }.map(String.init)
        if !Set(words).isDisjoint(with: LookSelection.personalWords) { return true }
        let known = numbers.all.filter { !$0.isNaN }
        return known.count >= 10 && known.allSatisfy { $0 == $0.rounded() && abs($0) >= 1e7 }
            && Set(known).count * 10 >= known.count * 9
    }

    private static let personalWords: Set<String> = [
        "phone", "telephone", "tel", "mobile", "passport", "pin", "gps", "latitude", "longitude",
        "lat", "lon", "lng", "altitude",
    ]

    // MARK: - Who was asked

    /// Of whom `question` was asked: by its own condition and those of the groups around it.
    func asked(_ question: Question?) -> Asked {
        guard let question else { return .everybody }
        var conditions = question.groupPath.indices.compactMap { depth in
            prepared.form.groups.first { $0.path == Array(question.groupPath[...depth]) }?.relevant
        }
        conditions.append(question.relevant)
        conditions = conditions.filter { !$0.isEmpty }
        guard !conditions.isEmpty else { return .everybody }
        let data = prepared.data
        let parsed = conditions.compactMap { FormCondition($0) }
        let names = Set(parsed.flatMap(\.names))
        guard parsed.count == conditions.count, names.allSatisfy({ data[$0] != nil }) else {
            return .unknown
        }
        var columns: [String: Column] = [:]
        for name in names { columns[name] = data[name] }
        var isAsked = [Bool](repeating: true, count: data.rowCount)
        for row in 0..<data.rowCount {
            for condition in parsed {
                let holds = condition.holds(answer: "") { columns[$0]?.valueName(row: row) ?? "" }
                guard let holds else { return .unknown }
                isAsked[row] = isAsked[row] && holds
            }
        }
        return .rows(isAsked)
    }
}
