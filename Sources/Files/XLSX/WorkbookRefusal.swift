import Base
import CZip
import Foundation

/// What a file that is no workbook of ours is instead, told by its first bytes.
enum WorkbookRefusal {
    /// The problem of a file that libzip could not open with the error code `zipError`.
    static func problem(path: String, name: String, zipError: Int32) -> Problem {
        if zipError == ZIP_ER_NOENT {
            return Problem(
                .error,
                "xlsx.no-file",
                at: .init(name),
                "There is no file of this name.",
                remedy: "Check the file's name and folder."
            )
        }
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        else {
            return Problem(
                .error,
                "xlsx.unreadable",
                at: .init(name),
                "The file cannot be read.",
                remedy: "Check that it is a file, and that you may read it."
            )
        }
        return problem(data: data, name: name)
    }

    private static func problem(data: Data, name: String) -> Problem {
        if data.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            let marker = "EncryptedPackage".data(using: .utf16LittleEndian) ?? Data()
            return data.range(of: marker) != nil ? protectedProblem(name) : oldProblem(name)
        }
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return Problem(
                .error,
                "xlsx.truncated",
                at: .init(name),
                "The workbook is cut short or damaged: its list of contents is missing.",
                remedy: "Download or copy the file again, to the end."
            )
        }
        return Problem(
            .error,
            "xlsx.not-a-workbook",
            at: .init(name),
            data.isEmpty
                ? "The file is empty." : "This is no Excel workbook, whatever its name says.",
            remedy:
                "Open it in a spreadsheet and save it as .xlsx, or, if it is text, name it .csv."
        )
    }

    /// The problem of a workbook that opens with a password only.
    static func protectedProblem(_ name: String) -> Problem {
        Problem(
            .error,
            "xlsx.protected",
            at: .init(name),
            "The workbook is protected with a password.",
            remedy: "Open it in a spreadsheet and save a copy without the password."
        )
    }

    private static func oldProblem(_ name: String) -> Problem {
        Problem(
            .error,
            "xlsx.old-format",
            at: .init(name),
            "This is a workbook of the old kind (.xls).",
            remedy: "Open it in a spreadsheet and save it as .xlsx."
        )
    }

    /// The problem of an archive that holds no workbook: says which other kind of file it is.
    static func noWorkbookProblem(in container: borrowing ZipContainer) -> Problem {
        let kind =
            if container.holds("xl/workbook.bin") {
                "This is a binary workbook (.xlsb)."
            } else if container.holds("content.xml") {
                "This is an OpenDocument file (.ods)."
            } else if container.holds("word/document.xml") {
                "This is a text document (.docx)."
            } else {
                "This zip archive holds no workbook."
            }
        return Problem(
            .error,
            "xlsx.no-workbook",
            at: .init(container.name),
            kind,
            remedy: "Open it in a spreadsheet and save it as .xlsx."
        )
    }
}
