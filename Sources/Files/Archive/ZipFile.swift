import Base
import CZip
import Foundation

/// A zip archive that is being put together in memory: the same bytes for the same parts.
struct ZipFile {
    private let file: String
    private var parts: [(name: String, bytes: [UInt8])] = []

    /// An archive that problems call `file`.
    init(file: String) {
        self.file = file
    }

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        parts.append((name, bytes))
    }

    /// The bytes of the archive.
    func finished() throws(Problems) -> [UInt8] {
        guard let source = zip_source_buffer_create(nil, 0, 0, nil),
            let archive = zip_open_from_source(source, ZIP_TRUNCATE, nil)
        else { throw notWritten() }
        // The archive frees its source when it is closed or discarded; we still want the bytes then.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        let buffers = parts.map { part in
            let buffer = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(part.bytes.count, 1),
                alignment: 1
            )
            buffer.copyBytes(from: part.bytes)
            return buffer
        }
        defer { for buffer in buffers { buffer.deallocate() } }
        for (part, buffer) in zip(parts, buffers) {
            guard add(part.name, buffer.baseAddress, part.bytes.count, to: archive) else {
                zip_discard(archive)
                throw notWritten()
            }
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw notWritten()
        }
        return try contents(of: source)
    }

    private func add(
        _ name: String,
        _ bytes: UnsafeMutableRawPointer?,
        _ count: Int,
        to archive: OpaquePointer
    ) -> Bool {
        guard let part = zip_source_buffer(archive, bytes, UInt64(count), 0) else { return false }
        let index = zip_file_add(archive, name, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(part)
            return false
        }
        // 1980-01-01 00:00, the first that the format knows: the time of writing would change the bytes.
        return zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
            && zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6) == 0
    }

    private func contents(of source: OpaquePointer) throws(Problems) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else {
            throw notWritten()
        }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(status.size))
        guard zip_source_read(source, &bytes, status.size) == Int64(status.size) else {
            throw notWritten()
        }
        return bytes
    }

    private func notWritten() -> Problems {
        Problems(ReportFiles(folder: "").cannotWrite(file, "the archive could not be put together"))
    }
}
