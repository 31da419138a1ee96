import Base
import CZip
import Foundation

/// What a file that is no project of ours is instead.
enum QDARefusal {
    /// The problem of a file that libzip could not open with the error code `zipError`.
    static func problem(path: String, name: String, zipError: Int32) -> Problem {
        if zipError == ZIP_ER_NOENT { return DataFile.missingFile(name, inFolderOf: path) }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return Problem(
                .error,
                "file.unreadable",
                at: .init(name),
                "The file cannot be read.",
                remedy: "Check its name, and that you may read it."
            )
        }
        let head = (try? handle.read(upToCount: 4)) ?? Data()
        let isCut = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        return Problem(
            .error,
            isCut ? "qda.damaged" : "qda.not-a-project",
            at: .init(name),
            isCut
                ? "The project is cut short or damaged: its list of contents is missing."
                : "This is no project file (.qdpx), whatever its name says.",
            remedy: isCut
                ? "Download or copy the file again, to the end."
                : "Export the project as REFI-QDA (.qdpx) from the program that it comes from."
        )
    }

    /// The problem of a project that opens with a password only.
    static func protectedProblem(_ name: String) -> Problem {
        Problem(
            .error,
            "qda.protected",
            at: .init(name),
            "The project is protected with a password.",
            remedy: "Export it again without a password."
        )
    }
}
