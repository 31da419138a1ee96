import CReadStatChild

/// A child process that runs ReadStat, seen as a stream of frames.
enum ReadStatChild {
    /// Starts a child and hands its frames to `take` until the last one; the child is then gone.
    ///
    /// Every length is checked before it is used: what the child sends may be anything.
    ///
    /// - Parameters:
    ///   - patience: Milliseconds to wait for the first bytes before another child is started; nil
    ///     for a child that only speaks when it is done.
    ///   - silence: Milliseconds to wait for the next bytes.
    ///   - start: Starts the child; 0 or an errno.
    ///   - take: Uses one frame; not called for the error and the end frame.
    /// - Returns: The number of rows that the child says it has handled.
    /// - Throws: ``ChildFailure``, the child's or that of `take`.
    @discardableResult
    static func run(
        patience: Int32? = nil,
        silence: Int32,
        start: (inout ashar_child) -> Int32,
        take: (Int, inout FramePayload) throws(ChildFailure) -> Void = { _, _ in }
    ) throws(ChildFailure) -> Int {
        // A child forked while another thread held a lock of the C library waits for it for ever: one
        // that has not said a word is replaced, before anything of it was used.
        for _ in 0..<(patience == nil ? 0 : 2) {
            var hasSpoken = false
            do throws(ChildFailure) {
                return try attempt(min(silence, patience ?? silence), silence, start) {
                    (kind, payload) throws(ChildFailure) in
                    hasSpoken = true
                    try take(kind, &payload)
                }
            } catch {
                guard error == .outOfTime, !hasSpoken else { throw error }
            }
        }
        return try attempt(silence, silence, start, take)
    }

    /// One child from its start to its end; `patience` is how long it may stay silent at first.
    private static func attempt(
        _ patience: Int32,
        _ silence: Int32,
        _ start: (inout ashar_child) -> Int32,
        _ take: (Int, inout FramePayload) throws(ChildFailure) -> Void
    ) throws(ChildFailure) -> Int {
        var child = ashar_child()
        let refusal = start(&child)
        guard refusal == 0 else { throw .notStarted(refusal) }
        do throws(ChildFailure) {
            let rows = try frames(of: child, patience, silence, take)
            _ = ashar_end(&child)
            return rows
        } catch {
            let status = ashar_end(&child)
            throw error == .endedEarly ? whyEnded(status) : error
        }
    }

    /// What the status of a child that ended without its last frame says.
    private static func whyEnded(_ status: Int32) -> ChildFailure {
        let timeLimit: Int32 = 24  // SIGXCPU
        let signal = ashar_signal_of(status)
        if signal == 0 { return .endedEarly }
        return signal == timeLimit ? .outOfTime : .crashed(signal: signal)
    }

    private static func frames(
        of child: ashar_child,
        _ patience: Int32,
        _ silence: Int32,
        _ take: (Int, inout FramePayload) throws(ChildFailure) -> Void
    ) throws(ChildFailure) -> Int {
        var buffer = FrameBuffer()
        try buffer.fill(from: child, silence: patience)
        while true {
            while var frame = try buffer.next() {
                switch frame.kind {
                case ASHAR_FRAME_END:
                    return try frame.payload.natural64()
                case ASHAR_FRAME_ERROR:
                    let code = try frame.payload.natural()
                    let message = String(decoding: try frame.payload.text(), as: UTF8.self)
                    throw .refused(code: code, message: message)
                default:
                    try take(frame.kind, &frame.payload)
                }
            }
            try buffer.fill(from: child, silence: silence)
        }
    }
}

/// Bytes from the child that are not yet a whole frame.
private struct FrameBuffer {
    private static let header = 5
    private static let chunk = 256 << 10

    private var bytes = [UInt8](repeating: 0, count: FrameBuffer.chunk)
    private var start = 0
    private var end = 0

    /// The next whole frame; nil when more bytes are needed.
    mutating func next() throws(ChildFailure) -> (kind: Int, payload: FramePayload)? {
        guard let length = try announced(), end - start >= FrameBuffer.header + length else {
            return nil
        }
        let kind = Int(bytes[start])
        let payload = start + FrameBuffer.header
        start = payload + length
        return (kind, FramePayload(Array(bytes[payload..<start])))
    }

    /// The length that the next frame's header names; nil when the header is not there yet.
    private func announced() throws(ChildFailure) -> Int? {
        guard end - start >= FrameBuffer.header else { return nil }
        let length = bytes.withUnsafeBytes { all in
            Int(all.loadUnaligned(fromByteOffset: start + 1, as: UInt32.self))
        }
        guard length <= Int(ASHAR_FRAME_MOST) else { throw .nonsense }
        return length
    }

    /// Waits for more bytes.
    mutating func fill(from child: ashar_child, silence: Int32) throws(ChildFailure) {
        bytes.removeSubrange(..<start)
        end -= start
        start = 0
        let wanted = end + max(FrameBuffer.chunk, try announced() ?? 0)
        if bytes.count < wanted {
            bytes.append(contentsOf: repeatElement(0, count: wanted - bytes.count))
        }
        let from = end
        let count = withUnsafePointer(to: child) { child in
            bytes.withUnsafeMutableBytes { all in
                ashar_read(child, all.baseAddress?.advanced(by: from), all.count - from, silence)
            }
        }
        if count == -2 { throw .outOfTime }
        guard count > 0 else { throw .endedEarly }
        end += count
    }
}

/// One frame's content, read from front to back; reading past its end is the child's nonsense.
struct FramePayload {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes are left.
    var remaining: Int { bytes.count - position }

    private mutating func take<T: BitwiseCopyable>(_ type: T.Type) throws(ChildFailure) -> T {
        let size = MemoryLayout<T>.size
        guard remaining >= size else { throw .nonsense }
        defer { position += size }
        return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: type) }
    }

    /// A number in one byte.
    mutating func byte() throws(ChildFailure) -> UInt8 { try take(UInt8.self) }

    /// A number in four bytes, not negative.
    mutating func natural() throws(ChildFailure) -> Int { Int(try take(UInt32.self)) }

    /// A number in eight bytes, with a sign.
    mutating func integer64() throws(ChildFailure) -> Int { Int(try take(Int64.self)) }

    /// A number in eight bytes, not negative.
    mutating func natural64() throws(ChildFailure) -> Int {
        let number = try integer64()
        guard number >= 0 else { throw .nonsense }
        return number
    }

    mutating func double() throws(ChildFailure) -> Double { try take(Double.self) }

    /// A text as its bytes, in whatever encoding.
    mutating func text() throws(ChildFailure) -> ArraySlice<UInt8> {
        let count = try natural()
        guard remaining >= count else { throw .nonsense }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// Appends the `count` doubles that make up the rest of the payload.
    mutating func doubles(_ count: Int, to numbers: inout [Double]) throws(ChildFailure) {
        guard remaining == count * MemoryLayout<Double>.size else { throw .nonsense }
        bytes.withUnsafeBytes { all in
            for index in 0..<count {
                let offset = position + index * MemoryLayout<Double>.size
                numbers.append(all.loadUnaligned(fromByteOffset: offset, as: Double.self))
            }
        }
        position = bytes.count
    }
}
