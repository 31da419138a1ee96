import CReadStatChild

/// How much a child that reads or writes a statistics file may use.
struct StatLimits: Sendable {
    /// Bytes of memory for the child.
    var memory: UInt64 = 4 << 30
    /// Seconds of the child's processor time.
    var seconds: UInt32 = 600
    /// Milliseconds that a reading child may stay silent at first; then another one is started.
    var patience: Int32 = 5_000
    /// Milliseconds that the child may stay silent.
    var silence: Int32 = 30_000
    /// Cells that are kept, eight bytes each: 3.2 GB.
    var cells = 400_000_000
    /// Bytes of different texts that are kept.
    var textBytes = 2 << 30
    /// How the child misbehaves on purpose, for tests.
    var fault = ASHAR_SOUND

    /// The limits as the child takes them.
    var forChild: ashar_limits { ashar_limits(memory: memory, seconds: seconds) }
}

/// Why a child did not do its work.
enum ChildFailure: Error, Hashable {
    /// The system could not start it: an errno.
    case notStarted(Int32)
    /// A signal ended it: a crash, or a limit of the system.
    case crashed(signal: Int32)
    /// It was silent, or computed, for too long.
    case outOfTime
    /// It ended without saying that it was done.
    case endedEarly
    /// It sent what no honest child sends.
    case nonsense
    /// ReadStat refused the file: its error number and its words.
    case refused(code: Int, message: String)
    /// The file holds more than we are willing to keep.
    case tooLarge
    /// The file changed between the first and the second look.
    case changed
}
