import Base
import CZip
import Foundation

/// The parts of an Office file: a zip archive, opened for reading and guarded against bombs.
///
/// Nothing is ever unpacked to disk, so the names inside the archive cannot point outside it.
struct ZipContainer: ~Copyable {
    /// The most bytes that all parts of one file may unpack to (2 GiB).
    static let mostBytes = 2 << 30
    /// How many times larger than packed a part may grow, once it is larger than `ratioFloor`.
    ///
    /// Sheets of real surveys pack 5 to 40 times; deflate at its limit reaches 1,032.
    static let mostRatio = 200
    /// The most bytes of a part that is neither a sheet nor the texts of all sheets (128 MiB).
    static let mostBytesOfSmallPart = 128 << 20
    /// Parts up to 64 MiB may have any ratio.
    static let ratioFloor = 64 << 20

    /// The file's name without its folder, as messages show it.
    let name: String
    private let archive: OpaquePointer
    /// Where each part stands, by its name with slashes, in lower case (part names ignore case).
    private let entries: [String: UInt64]
    /// How many bytes all parts have unpacked to so far.
    private let unpacked: UnsafeMutablePointer<Int>

    /// Opens the archive at `path`.
    ///
    /// - Throws: One problem saying what kind of file it is instead, when it is no zip archive.
    init(path: String) throws(Problems) {
        name = URL(fileURLWithPath: path).lastPathComponent
        archive = try ZipContainer.open(path, name: name)
        entries = ZipContainer.listEntries(of: archive)
        unpacked = .allocate(capacity: 1)
        unpacked.initialize(to: 0)
    }

    deinit {
        zip_discard(archive)
        unpacked.deallocate()
    }

    /// Whether the archive holds a part of that name.
    func holds(_ part: String) -> Bool {
        entries[ZipContainer.key(part)] != nil
    }

    /// The part as a stream of XML that ends with a problem beyond `mostBytes`; nil when there is none.
    func stream(
        _ part: String,
        mostBytes: Int = mostBytesOfSmallPart
    ) throws(Problems) -> XMLStream? {
        guard let index = entries[ZipContainer.key(part)] else { return nil }
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0,
            let entry = zip_fopen_index(archive, index, 0)
        else {
            let code = zip_error_code_zip(zip_get_error(archive))
            throw Problems(partProblem(part, code: code))
        }
        let source = PartSource(
            entry: entry,
            packedBytes: Int(clamping: stat.comp_size),
            mostBytes: mostBytes,
            total: unpacked
        )
        return XMLStream(source: source, part: part, file: name)
    }

    private func partProblem(_ part: String, code: Int32) -> Problem {
        if code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD {
            return WorkbookRefusal.protectedProblem(name)
        }
        return Problem(
            .error,
            "xlsx.damaged",
            at: .init(name),
            "The part \(Problem.quote(part)) inside the workbook cannot be unpacked.",
            remedy: "Download or copy the file again; the copy seems to be damaged."
        )
    }

    private static func open(_ path: String, name: String) throws(Problems) -> OpaquePointer {
        var code: Int32 = 0
        if let archive = zip_open(path, ZIP_RDONLY, &code) { return archive }
        throw Problems(WorkbookRefusal.problem(path: path, name: name, zipError: code))
    }

    /// The position of each entry; of two entries with one name the first counts.
    private static func listEntries(of archive: OpaquePointer) -> [String: UInt64] {
        var entries: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
            guard let name = zip_get_name(archive, index, 0) else { continue }
            let key = key(String(cString: name))
            if entries[key] == nil { entries[key] = index }
        }
        return entries
    }

    /// A part's name as the archive may spell it: some writers put `\` or a leading `/`.
    private static func key(_ part: String) -> String {
        let slashed = part.replacing("\\", with: "/").lowercased()
        return String(slashed.drop { $0 == "/" })
    }
}

/// One entry of an archive while it is being unpacked, with what it may cost.
struct PartSource {
    /// Why unpacking stopped early.
    enum Failure {
        case bomb
        case damaged
    }

    let entry: OpaquePointer
    let packedBytes: Int
    let mostBytes: Int
    /// What all entries of the archive unpacked to so far.
    let total: UnsafeMutablePointer<Int>
    private(set) var unpackedBytes = 0
    private(set) var failure: Failure?

    init(
        entry: OpaquePointer,
        packedBytes: Int,
        mostBytes: Int,
        total: UnsafeMutablePointer<Int>
    ) {
        self.entry = entry
        self.packedBytes = packedBytes
        self.mostBytes = mostBytes
        self.total = total
    }

    /// Unpacks up to `capacity` bytes into `buffer`: how many, 0 at the end, -1 on failure.
    mutating func read(into buffer: UnsafeMutableRawPointer, capacity: Int) -> Int {
        let count = Int(zip_fread(entry, buffer, UInt64(capacity)))
        guard count >= 0 else {
            failure = .damaged
            return -1
        }
        unpackedBytes += count
        total.pointee += count
        let tooDense =
            unpackedBytes > ZipContainer.ratioFloor
            && unpackedBytes / ZipContainer.mostRatio > packedBytes
        let tooLarge =
            unpackedBytes > mostBytes || total.pointee > ZipContainer.mostBytes
        if tooDense || tooLarge {
            failure = .bomb
            return -1
        }
        return count
    }
}
