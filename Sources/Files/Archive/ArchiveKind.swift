import Base

/// What an archive or an XML file is to the person who named it, for the words of problems.
enum ArchiveKind {
    /// An Excel workbook.
    case workbook
    /// A project or a codebook of a program for qualitative work (REFI-QDA).
    case project

    /// What people call it.
    var noun: String {
        switch self {
        case .workbook: "workbook"
        case .project: "project"
        }
    }

    var damaged: Problem.Code {
        switch self {
        case .workbook: "xlsx.damaged"
        case .project: "qda.damaged"
        }
    }

    var tooLarge: Problem.Code {
        switch self {
        case .workbook: "xlsx.too-large"
        case .project: "qda.too-large"
        }
    }

    /// How to get a sound file.
    var again: String {
        switch self {
        case .workbook: "Open the file in a spreadsheet and save it again as .xlsx."
        case .project: "Export the project again from the program that it comes from."
        }
    }

    /// How to get a smaller file.
    var smaller: String {
        switch self {
        case .workbook:
            "A workbook may unpack to 2 GiB, a part of it to 200 times its packed size:"
                + " save the sheet again, or as .csv."
        case .project:
            "A project may unpack to 2 GiB, a part of it to 200 times its packed size:"
                + " export it again in parts, without recordings."
        }
    }

    /// The problem of a part that unpacks to more than it may.
    func bomb(_ part: String, file: String) -> Problem {
        Problem(
            .error,
            tooLarge,
            at: .init(file),
            "The part \(Problem.quote(part)) unpacks to far more than it should.",
            remedy: smaller
        )
    }

    /// The problem of a file of this name that libzip could not open with the error code `zipError`.
    func refusal(path: String, name: String, zipError: Int32) -> Problem {
        switch self {
        case .workbook: WorkbookRefusal.problem(path: path, name: name, zipError: zipError)
        case .project: QDARefusal.problem(path: path, name: name, zipError: zipError)
        }
    }

    /// The problem of a file that opens with a password only.
    func protected(_ name: String) -> Problem {
        switch self {
        case .workbook: WorkbookRefusal.protectedProblem(name)
        case .project: QDARefusal.protectedProblem(name)
        }
    }
}
