import Base

/// Which sheet of an export holds the interviews, and which each repeat.
struct SheetPlaces {
    /// A sheet by its position, and the repeat it holds; nil for the interviews.
    private(set) var found: [(sheet: Int, repeatPath: String?)] = []
    private(set) var problems: [Problem] = []

    init(form: Form, resolver: HeaderResolver, sheets: [(name: String, data: Microdata)]) {
        let repeats = form.groups.filter(\.isRepeat)
        var open = repeats.map { $0.path.joined(separator: "/") }
        var mainSheet: Int?
        for (index, sheet) in sheets.enumerated() {
            let match = SheetPlaces.path(of: sheet, among: open, form: form, resolver: resolver)
            // The first sheet of an export is the interviews, even if it is called like a repeat.
            if let match, index > 0 || SheetPlaces.isLinked(sheet.data) {
                open.removeAll { $0 == match }
                found.append((index, match))
            } else if mainSheet == nil, !SheetPlaces.isLinked(sheet.data) {
                mainSheet = index
                found.append((index, nil))
            } else {
                problems.append(SheetPlaces.unknown(sheet.name, sheet.data))
            }
        }
        if mainSheet == nil { problems.append(SheetPlaces.noMain(sheets.first?.data)) }
        let holdsData = open.filter { path in
            form.questions.contains { $0.repeatPath == path && !$0.isOnlyShown }
        }
        if !holdsData.isEmpty, let sheet = sheets.first {
            problems.append(SheetPlaces.missing(holdsData, sheet.data))
        }
    }

    /// Whether the sheet's rows belong to rows of another sheet.
    private static func isLinked(_ data: Microdata) -> Bool {
        data["_parent_index"] != nil || data["PARENT_KEY"] != nil
    }

    /// The repeat whose sheet this is: by the sheet's name, or by most of its columns if it is linked.
    private static func path(
        of sheet: (name: String, data: Microdata),
        among open: [String],
        form: Form,
        resolver: HeaderResolver
    ) -> String? {
        let name = sheet.name.lowercased()
        let named = open.first { path in
            names(of: path, form: form).contains { wanted in
                // Excel cuts names of sheets at 31 letters.
                name == wanted || (name.count >= 28 && wanted.hasPrefix(name))
                    || (isLinked(sheet.data) && name.hasSuffix("-" + wanted))
            }
        }
        if named != nil || !isLinked(sheet.data) { return named }
        var votes: [String: Int] = [:]
        for header in sheet.data.names {
            for candidate in resolver.candidates(for: header) {
                if let path = candidate.repeatPath { votes[path, default: 0] += 1 }
            }
        }
        return open.filter { votes[$0] != nil }.max { (votes[$0] ?? 0) < (votes[$1] ?? 0) }
    }

    private static func names(of path: String, form: Form) -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        let labels = form.group(at: path)?.label.texts.values.map { $0 } ?? []
        return [parts.last ?? "", path, parts.joined(separator: "-")].map { $0.lowercased() }
            + labels.map { $0.lowercased() }
    }

    private static func unknown(_ name: String, _ data: Microdata) -> Problem {
        Problem(
            .warning,
            "binding.unknown-sheet",
            at: .init(data.origin.file),
            "The sheet \(Problem.quote(name)) is no repeat of the form; it is not read.",
            remedy: "If it belongs to the form, check that form and export are of one version."
        )
    }

    private static func noMain(_ data: Microdata?) -> Problem {
        Problem(
            .error,
            "binding.no-main-sheet",
            at: .init(data?.origin.file ?? ""),
            "No sheet of the export holds the interviews.",
            remedy: "Give the whole export, not only the sheet of a repeat."
        )
    }

    private static func missing(_ paths: [String], _ data: Microdata) -> Problem {
        Problem(
            .note,
            "binding.repeat-missing",
            at: .init(data.origin.file),
            "The export holds no sheet for the repeat \(Problem.quote(paths.joined(separator: ", "))).",
            remedy: "Export as .xlsx to have repeats too; without them nothing else is lost."
        )
    }
}
