import Foundation

/// Writes files whole or not at all.
package enum AtomicFile {
    /// Why a file could not be written: the system's error number and where it happened.
    package struct Failure: Error, Hashable, Sendable {
        package let path: String
        package let code: Int32

        package init(path: String, code: Int32) {
            self.path = path
            self.code = code
        }

        /// The system's words for it.
        package var reason: String { String(cString: strerror(code)) }
    }

    /// Writes the file at `path`, in the place of the one that may be there.
    ///
    /// The bytes go to a new file in the same folder, down to the disk, and only then take the name:
    /// whoever reads `path` sees the old file or the new one, never a part. A file that is replaced
    /// keeps its permissions. A symbolic link is followed, so that the file it names is replaced. What
    /// is no file (a pipe, a terminal) is written to directly.
    package static func write(
        to path: String,
        _ body: (inout Writer) throws(Failure) -> Void
    ) throws(Failure) {
        let target = realPath(of: path)
        var status = stat()
        let exists = stat(target, &status) == 0
        guard !exists || status.st_mode & S_IFMT == S_IFREG else {
            return try writeDirectly(to: target, body)
        }
        let temporary = "\(folder(of: target))/.ashar-\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        do throws(Failure) {
            var writer = Writer(descriptor: descriptor, path: path)
            try body(&writer)
            try writer.flush()
            if exists { try check(fchmod(descriptor, status.st_mode & 0o777), path) }
            try check(fsync(descriptor), path)
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0, rename(temporary, target) == 0 else {
            let code = errno
            unlink(temporary)
            throw Failure(path: path, code: code)
        }
        syncFolder(of: target)
    }

    private static func writeDirectly(
        to path: String,
        _ body: (inout Writer) throws(Failure) -> Void
    ) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        defer { close(descriptor) }
        var writer = Writer(descriptor: descriptor, path: path)
        try body(&writer)
        try writer.flush()
    }

    /// Writes `bytes` as the file at `path`.
    package static func write(_ bytes: some Collection<UInt8>, to path: String) throws(Failure) {
        try write(to: path) { (writer) throws(Failure) in try writer.append(bytes) }
    }

    /// Writes `text` as UTF-8 as the file at `path`.
    package static func write(_ text: String, to path: String) throws(Failure) {
        try write(text.utf8, to: path)
    }

    /// Takes bytes for a file that is being written.
    package struct Writer {
        private let descriptor: Int32
        private let path: String
        private var buffer: [UInt8] = []

        fileprivate init(descriptor: Int32, path: String) {
            self.descriptor = descriptor
            self.path = path
        }

        /// Appends `bytes` to the file.
        package mutating func append(_ bytes: some Sequence<UInt8>) throws(Failure) {
            buffer.append(contentsOf: bytes)
            if buffer.count >= 1 << 20 { try flush() }
        }

        fileprivate mutating func flush() throws(Failure) {
            var done = 0
            while done < buffer.count {
                let written = buffer.withUnsafeBytes { raw in
                    Foundation.write(
                        descriptor,
                        raw.baseAddress.map { $0 + done },
                        raw.count - done
                    )
                }
                if written >= 0 {
                    done += written
                } else if errno != EINTR {
                    throw Failure(path: path, code: errno)
                }
            }
            buffer.removeAll(keepingCapacity: true)
        }
    }

    /// Where the links at `path` lead; `path` itself where there is no file yet.
    private static func realPath(of path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func check(_ result: Int32, _ path: String) throws(Failure) {
        if result != 0 { throw Failure(path: path, code: errno) }
    }

    /// Makes the new name last; a folder that cannot be opened or synced is left as it is.
    private static func syncFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
