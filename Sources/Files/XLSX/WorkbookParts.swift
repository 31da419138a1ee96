import Base

/// The relations of a part: which other parts it uses, by id.
struct PartRelations {
    struct Target {
        let id: String
        /// The last word of the relation's type: `worksheet`, `styles`, `sharedStrings`.
        let kind: String
        /// The part's full name, without a leading slash.
        let part: String
    }

    private(set) var targets: [Target] = []

    /// The relations of the part `part`; none where the archive has none for it.
    init(of part: String, in container: borrowing ZipContainer) throws(Problems) {
        let folder = part.split(separator: "/").dropLast()
        let file = part.split(separator: "/").last ?? ""
        let name = (folder + ["_rels", "\(file).rels"]).joined(separator: "/")
        guard var stream = try container.stream(name) else { return }
        try stream.openRoot("Relationships")
        let relation = stream.intern("Relationship")
        let id = stream.intern("Id")
        let type = stream.intern("Type")
        let target = stream.intern("Target")
        while true {
            let event = try stream.next()
            if event == .finished { break }
            guard event == .start, stream.name == relation, let path = stream.attribute(target)
            else { continue }
            let kind = stream.attribute(type)?.split(separator: "/").last ?? ""
            targets.append(
                Target(
                    id: stream.attribute(id) ?? "",
                    kind: String(kind),
                    part: PartRelations.resolve(path, from: folder.map(String.init))
                )
            )
        }
    }

    /// The first target of that kind.
    func first(_ kind: String) -> String? {
        targets.first { $0.kind == kind }?.part
    }

    /// The part that `path` names, seen from `folder`; `..` never leads out of the archive.
    private static func resolve(_ path: String, from folder: [String]) -> String {
        var steps = path.hasPrefix("/") ? [] : folder
        for step in path.replacing("\\", with: "/").split(separator: "/") {
            switch step {
            case ".": continue
            case "..": steps = steps.dropLast()
            default: steps.append(String(step))
            }
        }
        return steps.joined(separator: "/")
    }
}

/// A workbook opened for reading: its sheets, texts and styles, everything but the cells.
struct WorkbookParts: ~Copyable {
    let container: ZipContainer
    let contents: WorkbookContents
    private let texts: SharedTexts
    let styles: CellStyles

    /// Opens the workbook at `path`.
    ///
    /// - Throws: One problem, when it is no workbook, protected, damaged or a bomb.
    static func open(path: String) throws(Problems) -> WorkbookParts {
        let container = try ZipContainer(path: path)
        let root = try PartRelations(of: "", in: container).first("officeDocument")
        let main = root ?? "xl/workbook.xml"
        guard !main.lowercased().hasSuffix(".bin"), !main.hasPrefix("word/"),
            let stream = try container.stream(main)
        else { throw Problems(WorkbookRefusal.noWorkbookProblem(in: container)) }
        let relations = try PartRelations(of: main, in: container)
        let contents = try WorkbookContents(stream, relations)
        var styles = CellStyles()
        if let part = relations.first("styles"), let stream = try container.stream(part) {
            styles = try CellStyles(stream)
        }
        var texts = SharedTexts()
        if let part = relations.first("sharedStrings"),
            let stream = try container.stream(part, mostBytes: ZipContainer.mostBytes)
        {
            texts = try SharedTexts(stream)
        }
        return WorkbookParts(container: container, contents: contents, texts: texts, styles: styles)
    }

    private init(
        container: consuming ZipContainer,
        contents: WorkbookContents,
        texts: SharedTexts,
        styles: CellStyles
    ) {
        self.container = container
        self.contents = contents
        self.texts = texts
        self.styles = styles
    }

    /// How messages name a sheet: the file alone when it has one sheet, else with the sheet's name.
    func place(_ sheet: WorkbookContents.Sheet) -> String {
        contents.sheets.count == 1 ? container.name : "\(container.name)[\(sheet.name)]"
    }

    /// The cells of a sheet.
    func scanner(_ sheet: WorkbookContents.Sheet) throws(Problems) -> SheetScanner {
        guard let stream = try container.stream(sheet.part, mostBytes: ZipContainer.mostBytes)
        else {
            throw Problems(WorkbookContents.missing(sheet.name, file: container.name))
        }
        let decoder = CellDecoder(
            texts: texts,
            styles: styles,
            dates: SerialDate(counts1904: contents.counts1904)
        )
        return try SheetScanner(stream, decoder: decoder, place: place(sheet))
    }
}

/// What the main part of a workbook says: its sheets, and how it counts days.
struct WorkbookContents {
    /// A sheet of cells.
    struct Sheet {
        let name: String
        let part: String
    }

    /// In the order of the workbook, hidden ones too.
    private(set) var sheets: [Sheet] = []
    /// The names of sheets that hold a chart or a macro instead of cells.
    private(set) var otherSheets: [String] = []
    private(set) var counts1904 = false

    /// Reads the workbook part to its end.
    init(_ part: consuming XMLStream, _ relations: PartRelations) throws(Problems) {
        var stream = part
        try stream.openRoot("workbook")
        let properties = stream.intern("workbookPr")
        let date1904 = stream.intern("date1904")
        let sheet = stream.intern("sheet")
        let name = stream.intern("name")
        let id = stream.intern("id")
        while true {
            let event = try stream.next()
            if event == .finished { break }
            guard event == .start else { continue }
            if stream.name == properties {
                counts1904 = ["1", "true"].contains(stream.attribute(date1904))
            } else if stream.name == sheet {
                let name = stream.attribute(name) ?? ""
                let target = stream.attribute(id, prefixed: true)
                guard let target = relations.targets.first(where: { $0.id == target }) else {
                    throw Problems(WorkbookContents.missing(name, file: stream.file))
                }
                append(name, target)
            }
        }
    }

    private mutating func append(_ name: String, _ target: PartRelations.Target) {
        if target.kind == "worksheet" {
            sheets.append(Sheet(name: name, part: target.part))
        } else {
            otherSheets.append(name)
        }
    }

    /// The problem of a sheet that a workbook names and does not hold.
    static func missing(_ sheet: String, file: String) -> Problem {
        Problem(
            .error,
            "xlsx.missing-part",
            at: .init(file),
            "The workbook names the sheet \(Problem.quote(sheet)) but does not hold it.",
            remedy: "Open the file in a spreadsheet and save it again as .xlsx."
        )
    }
}
