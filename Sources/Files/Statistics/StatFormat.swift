import Base
import CReadStatChild
import Foundation

/// Which statistical package wrote a file.
enum StatFormat: Sendable {
    case spss
    case spssPortable
    case stata

    /// The format's number as the child takes it.
    var number: Int32 {
        switch self {
        case .spss: Int32(ASHAR_SPSS)
        case .spssPortable: Int32(ASHAR_PORTABLE)
        case .stata: Int32(ASHAR_STATA)
        }
    }

    /// The format by the file's first bytes; by its extension where the format has no such sign (.por).
    init?(firstBytes bytes: [UInt8], extension ending: String) {
        let start = String(decoding: bytes.prefix(11), as: UTF8.self)
        if start.hasPrefix("$FL2") || start.hasPrefix("$FL3") {
            self = .spss
        } else if start == "<stata_dta>" {
            self = .stata
        } else if bytes.count >= 4, (104...115).contains(bytes[0]), (1...2).contains(bytes[1]),
            bytes[2] == 1
        {
            self = .stata
        } else if ending.lowercased() == "por" {
            self = .spssPortable
        } else {
            return nil
        }
    }
}

/// The checks on a file before a child is started for it.
struct StatFileOpening {
    let path: String

    /// The file's name, as problems call it.
    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    func problem(_ code: Problem.Code, _ message: String, remedy: String) -> Problems {
        Problems(Problem(.error, code, at: .init(name), message, remedy: remedy))
    }

    /// The file's format, by its first bytes.
    ///
    /// - Throws: One problem: there is no such file, it cannot be read, it is empty, or something else.
    func format() throws(Problems) -> StatFormat {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw problem(
                "statfile.not-found",
                "there is no such file",
                remedy: "Check the name; it is looked for beside study.yaml."
            )
        }
        let type = try? FileManager.default.attributesOfItem(atPath: resolved)[.type]
        guard !isDirectory.boolValue, type as? FileAttributeType == .typeRegular,
            let file = FileHandle(forReadingAtPath: path)
        else {
            throw problem(
                "statfile.unreadable",
                "the file cannot be read",
                remedy: "Check that it is a file and that you may read it."
            )
        }
        defer { try? file.close() }
        let bytes = [UInt8]((try? file.read(upToCount: 16)) ?? Data())
        if bytes.isEmpty {
            throw problem("statfile.empty", "the file is empty", remedy: "Export it again.")
        }
        let ending = URL(fileURLWithPath: path).pathExtension
        guard let format = StatFormat(firstBytes: bytes, extension: ending) else {
            throw notStatistical(bytes)
        }
        // ReadStat takes a file that ends among its value labels for one without them.
        if bytes.first == UInt8(ascii: "<"), !endsWithTag(file) { throw cutShort }
        return format
    }

    /// Whether a Stata file of version 117 or later ends as it must.
    private func endsWithTag(_ file: FileHandle) -> Bool {
        let tag = "</stata_dta>"
        guard let end = try? file.seekToEnd(), end > UInt64(tag.utf8.count),
            (try? file.seek(toOffset: end - UInt64(tag.utf8.count))) != nil
        else { return false }
        return (try? file.readToEnd()) == Data(tag.utf8)
    }

    private var cutShort: Problems {
        problem(
            "statfile.damaged",
            "the file is cut short or damaged",
            remedy: "Copy or export it again, and compare its size with the original."
        )
    }

    private var resolved: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

    private func notStatistical(_ bytes: [UInt8]) -> Problems {
        let isZip = bytes.starts(with: [0x50, 0x4B])
        let isText = bytes.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0D].contains($0) }
        let guess = isZip ? "; it looks like .xlsx" : isText ? "; it looks like text (.csv)" : ""
        return problem(
            "statfile.not-statistical",
            "this is not an SPSS or Stata file\(guess)",
            remedy: isZip || isText
                ? "Give the file the ending that fits what it holds."
                : "Export it again from SPSS (.sav) or Stata (.dta)."
        )
    }

    /// What to tell about a child that failed.
    func problem(_ failure: ChildFailure) -> Problems {
        switch failure {
        case .refused(let code, let message): refused(code, message)
        case .crashed, .endedEarly, .nonsense:
            problem(
                "statfile.crashed",
                "reading the file made the reader crash; nothing was read, and nothing else is affected",
                remedy:
                    "The file is damaged or made to do harm: open it in SPSS or Stata and save it anew."
            )
        case .outOfTime:
            problem(
                "statfile.time",
                "reading the file takes too long",
                remedy: "It is damaged or very large: save it anew, or with fewer variables."
            )
        case .tooLarge:
            problem(
                "statfile.too-large",
                "the file holds more than can be kept in memory",
                remedy:
                    "Save it with fewer variables, or name those that are not needed as personal."
            )
        case .changed:
            problem(
                "statfile.changed",
                "the file changed while it was read",
                remedy: "Wait until it is written, then try again."
            )
        case .notStarted(let error):
            problem(
                "statfile.not-started",
                "the system did not start a process to read the file: \(String(cString: strerror(error)))",
                remedy: "Close other programs and try again."
            )
        }
    }

    private func refused(_ code: Int, _ message: String) -> Problems {
        switch code {
        case 2, 5, 8, 9, 10, 15:  // read, parse, counts that do not match, seek
            cutShort
        case 3:
            problem(
                "statfile.damaged",
                "the file asks for more memory than it can need; it is damaged or very large",
                remedy: "Copy or export it again, or save it with fewer variables."
            )
        case 6, 7, 25:  // compression, character set, version
            problem(
                "statfile.unsupported",
                "this kind of file cannot be read: \(message)",
                remedy: "Save it anew as a plain .sav in Unicode, or as Stata 13 to 15."
            )
        default:
            problem(
                "statfile.damaged",
                "the file cannot be read: \(message)",
                remedy: "Open it in the program that wrote it and save it anew."
            )
        }
    }
}
