import Base
import CZip
import Foundation

/// The parts of an Office file or a project: a zip archive, opened for reading and guarded against bombs.
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
    let kind: ArchiveKind
    private let archive: OpaquePointer
    /// Where each part stands, by its name with slashes, in lower case (part names ignore case).
    private let entries: [String: UInt64]
    /// How many bytes all parts have unpacked to so far.
    private let unpacked: UnsafeMutablePointer<Int>

    /// Opens the archive at `path`.
    ///
    /// - Throws: One problem saying what kind of file it is instead, when it is no zip archive.
    init(path: String, kind: ArchiveKind = .workbook) throws(Problems) {
        name = URL(fileURLWithPath: path).lastPathComponent
        self.kind = kind
        archive = try ZipContainer.open(path, name: name, kind)
        entries = ZipContainer.listEntries(of: archive)
        unpacked = .allocate(capacity: 1)
        unpacked.initialize(to: 0)
    }

    deinit {
        zip_discard(archive)
        unpacked.deallocate()
    }

    /// The names of all parts, in lower case.
    var parts: [String] { entries.keys.sorted() }

    /// Whether the archive holds a part of that name.
    func holds(_ part: String) -> Bool {
        entries[ZipContainer.key(part)] != nil
    }

    /// The part as a stream of XML that ends with a problem beyond `mostBytes`; nil when there is none.
    func stream(
        _ part: String,
        mostBytes: Int = mostBytesOfSmallPart
    ) throws(Problems) -> XMLStream? {
        guard let source = try source(part, mostBytes: mostBytes) else { return nil }
        return XMLStream(source: source, part: part, file: name, kind: kind)
    }

    /// The part's bytes; nil when there is none.
    func bytes(_ part: String, mostBytes: Int = mostBytesOfSmallPart) throws(Problems) -> [UInt8]? {
        guard var source = try source(part, mostBytes: mostBytes) else { return nil }
        defer { source.close() }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = block.withUnsafeMutableBytes { buffer in
                buffer.baseAddress.map { source.read(into: $0, capacity: buffer.count) } ?? 0
            }
            switch source.failure {
            case .bomb: throw Problems(kind.bomb(part, file: name))
            case .damaged: throw Problems(partProblem(part, code: 0))
            case nil: break
            }
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// The part, ready to be unpacked; nil when there is none.
    private func source(_ part: String, mostBytes: Int) throws(Problems) -> PartSource? {
        guard let index = entries[ZipContainer.key(part)] else { return nil }
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0,
            let entry = zip_fopen_index(archive, index, 0)
        else {
            let code = zip_error_code_zip(zip_get_error(archive))
            throw Problems(partProblem(part, code: code))
        }
        return PartSource(
            entry: entry,
            packedBytes: Int(clamping: stat.comp_size),
            mostBytes: mostBytes,
            total: unpacked
        )
    }

    private func partProblem(_ part: String, code: Int32) -> Problem {
        if code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD {
            return kind.protected(name)
        }
        return Problem(
            .error,
            kind.damaged,
            at: .init(name),
            "The part \(Problem.quote(part)) inside the \(kind.noun) cannot be unpacked.",
            remedy: "Download or copy the file again; the copy seems to be damaged."
        )
    }

    private static func open(
        _ path: String,
        name: String,
        _ kind: ArchiveKind
    ) throws(Problems) -> OpaquePointer {
        var code: Int32 = 0
        if let archive = zip_open(path, ZIP_RDONLY, &code) { return archive }
        throw Problems(kind.refusal(path: path, name: name, zipError: code))
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
