import Base
import Report
import Survey

/// The workbook that a supervisor keeps: how far each cluster is, the reserves, what became of each
/// household, and the codes for that; in the first language of the study that Ashar writes.
struct SupervisorBook {
    private let design: SampleDesign
    private let words: Words
    private let draw: SampleDraw

    init(_ design: SampleDesign, _ draw: SampleDraw) {
        self.design = design
        self.draw = draw
        words = Words(design.languages.compactMap { Report.Language(code: $0) }.first ?? .en)
    }

    func workbook() -> Workbook {
        let title = words(
            FieldWord.title,
            ["study": .text(design.title.text(in: words.language.rawValue))]
        )
        var sheets = [clusters(title), reserves(), contacts(), codes()]
        if draw.reserves.isEmpty { sheets.remove(at: 1) }
        return Workbook(title: title, sheets: sheets)
    }

    /// What the heads of the columns of the contacts are in each language, for reading them back.
    static func heads(of column: Column) -> Set<String> {
        Set(Report.Language.allCases.map { column.head(Words($0)).lowercased() })
            .union([column.rawValue])
    }

    /// The columns of the contacts that are read back.
    enum Column: String {
        case cluster
        case row = "household"
        case code

        func head(_ words: Words) -> String {
            switch self {
            case .cluster: words(FieldWord.cluster)
            case .row: words(FieldWord.row)
            case .code: words(FieldWord.result)
            }
        }
    }

    private var mark: [String] { design.isSynthetic ? [words(Page.Warning.synthetic)] : [] }

    private func entry(_ word: some WordKey) -> Workbook.ColumnSpec {
        .init(words(word), .entry(choices: []))
    }

    private func plain(_ word: some WordKey) -> Workbook.ColumnSpec { .init(words(word)) }

    // MARK: - Clusters

    /// A cluster and how it is walked, as both sheets of clusters have it.
    private var walkColumns: [Workbook.ColumnSpec] {
        [
            plain(FieldWord.cluster), plain(FieldWord.region), plain(FieldWord.place),
            plain(SupervisorWord.part), plain(SupervisorWord.language), plain(FieldWord.step),
            plain(FieldWord.start), plain(FieldWord.toTry), plain(FieldWord.toMake),
        ]
    }

    private func walk(_ cluster: SampleDraw.Cluster, _ route: RoutePlan) -> [Workbook.Cell] {
        let unit = design.frame.units[cluster.unit]
        let language =
            unit.language.flatMap { Report.Language(code: $0) }?.name ?? unit.language ?? ""
        return [
            .text(cluster.code),
            .text(design.name(of: unit.key, in: words.language.rawValue)), .text(unit.name),
            cluster.parts > 1 ? .text("\(cluster.part)/\(cluster.parts)") : .empty,
            .text(language), route.step.map { .number(Double($0)) } ?? .empty,
            .number(Double(route.start)), .number(Double(route.households)),
            .number(Double(cluster.interviews)),
        ]
    }

    /// The clusters with what the contacts say of them so far.
    private func clusters(_ title: String) -> Workbook.Sheet {
        let columns =
            walkColumns + [
                plain(SupervisorWord.made), plain(SupervisorWord.tried),
                plain(SupervisorWord.refused),
                plain(SupervisorWord.role), entry(FieldWord.interviewer),
                entry(SupervisorWord.note),
            ]
        let first = 2 + mark.count + 1  // The title, the notes and the heads stand above.
        let rows = draw.clusters.enumerated().map { index, cluster in
            let role: SupervisorWord = cluster.code.hasPrefix("B") ? .booster : .main
            return walk(cluster, design.routes[index])
                + ["1.1*", "?*", "2.1*"].map { .formula(counted($0, clusterIn: first + index)) }
                + [.text(words(role))]
        }
        return Workbook.Sheet(
            name: words(FieldWord.contents),
            title: title,
            notes: mark,
            columns: columns,
            rows: rows
        )
    }

    /// Counts the contacts of the cluster in line `line` whose code is like `pattern`.
    private func counted(_ pattern: String, clusterIn line: Int) -> String {
        let sheet = "'\(words(FieldWord.contacts))'"
        let first = contactsHeadLine + 1
        let last = contactsHeadLine + max(1, contactRows.count)
        func range(_ column: String) -> String { "\(sheet)!$\(column)$\(first):$\(column)$\(last)" }
        return "COUNTIFS(\(range("A")),$A\(line),\(range("E")),\"\(pattern)\")"
    }

    private func reserves() -> Workbook.Sheet {
        let rows = draw.reserves.enumerated().map { index, cluster in
            walk(cluster, design.routes[draw.clusters.count + index])
        }
        return Workbook.Sheet(
            name: words(SupervisorWord.reserves),
            title: words(SupervisorWord.reserves),
            notes: mark + [words(SupervisorWord.reserveNote)],
            columns: walkColumns + [
                entry(SupervisorWord.instead), entry(SupervisorWord.reason),
                entry(FieldWord.interviewer),
            ],
            rows: rows
        )
    }

    // MARK: - Contacts

    private var contactsHeadLine: Int { 1 + mark.count + 1 + 1 }

    private func contacts() -> Workbook.Sheet {
        let codes = DispositionWord.allCases.map(\.code)
        return Workbook.Sheet(
            name: words(FieldWord.contacts),
            title: words(FieldWord.contacts),
            notes: mark + [words(SupervisorWord.logNote)],
            columns: [
                .init(Column.cluster.head(words)), .init(Column.row.head(words)),
                plain(FieldWord.household), entry(SupervisorWord.visits),
                .init(Column.code.head(words), .entry(choices: codes)),
                entry(FieldWord.interviewer), entry(SupervisorWord.date),
                entry(SupervisorWord.note),
            ],
            rows: contactRows
        )
    }

    /// A row for each household that may be tried, those of reserves last.
    private var contactRows: [[Workbook.Cell]] {
        (draw.clusters + draw.reserves).enumerated().flatMap { index, cluster in
            (0..<design.routes[index].households).map { row in
                [
                    .text(cluster.code), .number(Double(row + 1)),
                    design.household(row, of: index).map { .number(Double($0)) } ?? .empty,
                ]
            }
        }
    }

    private func codes() -> Workbook.Sheet {
        Workbook.Sheet(
            name: words(FieldWord.codes),
            title: words(FieldWord.codes),
            notes: [words(SupervisorWord.codeNote)],
            columns: [
                plain(SupervisorWord.code), .init("AAPOR"), plain(SupervisorWord.meaning),
            ],
            rows: DispositionWord.allCases.map { disposition in
                let category = Dispositions.Category(code: disposition.code)?.rawValue ?? ""
                return [
                    .text(disposition.code), .text(category),
                    .text(words(disposition, ["age": design.age])),
                ]
            }
        )
    }
}
