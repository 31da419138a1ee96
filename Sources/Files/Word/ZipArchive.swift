import CZip

/// A zip archive made in memory: the same parts always give the same bytes.
///
/// Each part is dated 1 January 1980, the first day that the format knows; no clock and no owner of a
/// file is written into it.
struct ZipArchive: ~Copyable {
    /// libzip could not make the archive, which only a lack of memory explains.
    struct Failure: Error {}

    private let archive: OpaquePointer
    private let target: OpaquePointer
    /// The bytes of parts that are not yet packed, which libzip only points at.
    private var held: [UnsafeMutablePointer<UInt8>] = []
    private var isFinished = false

    init() throws(Failure) {
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw Failure() }
        zip_source_keep(target)
        guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), nil) else {
            zip_source_free(target)
            zip_source_free(target)
            throw Failure()
        }
        self.archive = archive
        self.target = target
    }

    deinit {
        if !isFinished { zip_discard(archive) }
        zip_source_free(target)
        for bytes in held { bytes.deallocate() }
    }

    /// Adds a part at the end; `isPacked` leaves one as it is that is packed already, such as a PNG.
    mutating func add(_ name: String, _ bytes: [UInt8], isPacked: Bool = false) throws(Failure) {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        copy.initialize(from: bytes, count: bytes.count)
        held.append(copy)
        guard let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 0) else {
            throw Failure()
        }
        let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw Failure()
        }
        let method = isPacked ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        let place = UInt64(index)
        // The fixed level keeps the bytes the same should libzip change its own; 33 is 1980-01-01.
        guard zip_set_file_compression(archive, place, method, isPacked ? 0 : 6) == 0,
            zip_file_set_dostime(archive, place, 0, 33, 0) == 0
        else { throw Failure() }
    }

    /// Packs all parts and gives the bytes of the archive.
    mutating func finish() throws(Failure) -> [UInt8] {
        guard zip_close(archive) == 0 else { throw Failure() }
        isFinished = true
        guard zip_source_open(target) == 0 else { throw Failure() }
        defer { zip_source_close(target) }
        zip_source_seek(target, 0, SEEK_END)
        let count = zip_source_tell(target)
        guard count >= 0, zip_source_seek(target, 0, SEEK_SET) == 0 else { throw Failure() }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let read = bytes.withUnsafeMutableBytes { buffer in
            zip_source_read(target, buffer.baseAddress, UInt64(buffer.count))
        }
        guard read == count else { throw Failure() }
        return bytes
    }
}
