package import Base
import Foundation
import Kernels

/// The bytes of a file, all at once, in memory of our own.
///
/// A memory-mapped file would be a little faster, but a file cut short by someone else while we read
/// it would then end the process.
package enum FileBytes {
    /// The most bytes that a file may have: 4 GiB.
    package static let most = 4 << 30

    /// The bytes of the file at `path`; `file` is its name in problems.
    ///
    /// - Throws: `file.unreadable` when it cannot be opened or read, `file.too-large` beyond ``most``.
    package static func read(path: String, file: String) throws(Problems) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(file, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(file, errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw unreadable(file, EISDIR) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
        guard status.st_size <= most else { throw tooLarge(file) }
        return isRegular
            ? try readRegular(descriptor, size: Int(status.st_size), file)
            : try readStream(descriptor, file)
    }

    /// Reads a file of known size, in parts side by side; a file that shrank meanwhile is shorter.
    private static func readRegular(
        _ descriptor: Int32,
        size: Int,
        _ file: String
    ) throws(Problems) -> [UInt8] {
        let partSize = 1 << 22
        let parts = (size + partSize - 1) / partSize
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            // An address, because pointers do not cross threads in Swift; each part has its own range.
            let address = UInt(bitPattern: buffer.baseAddress)
            let results = sideBySide(parts) { part in
                let offset = part * partSize
                let target = UnsafeMutableRawBufferPointer(
                    start: UnsafeMutableRawPointer(bitPattern: address + UInt(offset)),
                    count: min(partSize, size - offset)
                )
                return fill(target, from: descriptor, at: offset)
            }
            let short = results.firstIndex { $0.length < partSize } ?? parts - 1
            count = short * partSize + results[short].length
            failure = results.first { $0.failure != 0 }?.failure ?? 0
        }
        if failure != 0 { throw unreadable(file, failure) }
        return bytes
    }

    /// Fills `target` from `offset` on; returns how many bytes there were, and the error or 0.
    private static func fill(
        _ target: UnsafeMutableRawBufferPointer,
        from descriptor: Int32,
        at offset: Int
    ) -> (length: Int, failure: Int32) {
        var done = 0
        while done < target.count {
            let got = pread(
                descriptor,
                target.baseAddress.map { $0 + done },
                target.count - done,
                off_t(offset + done)
            )
            if got == 0 { break }
            if got > 0 {
                done += got
            } else if errno != EINTR {
                return (done, errno)
            }
        }
        return (done, 0)
    }

    /// Reads what has no size: a pipe, a terminal.
    private static func readStream(_ descriptor: Int32, _ file: String) throws(Problems) -> [UInt8]
    {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Foundation.read(descriptor, &block, block.count)
            if got == 0 { return bytes }
            if got > 0 {
                bytes.append(contentsOf: block[..<got])
            } else if errno != EINTR {
                throw unreadable(file, errno)
            }
            if bytes.count > most { throw tooLarge(file) }
        }
    }

    private static func unreadable(_ file: String, _ code: Int32) -> Problems {
        Problems(
            Problem(
                .error,
                "file.unreadable",
                at: .init(file),
                "The file cannot be read: \(String(cString: strerror(code))).",
                remedy: "Check its name, and that you may read it."
            )
        )
    }

    private static func tooLarge(_ file: String) -> Problems {
        Problems(
            Problem(
                .error,
                "file.too-large",
                at: .init(file),
                "The file is larger than 4 GiB.",
                remedy: "Is it the right file? If so, split it, or leave columns out."
            )
        )
    }
}
