import Foundation
import Synchronization

/// Says on a terminal what is being done, once it takes longer than a second.
///
/// Silent when standard error is no terminal, so that logs and pipes stay clean.
final class Progress: Sendable {
    private struct State {
        var step = ""
        var shown = ""
        var isDone = false
    }

    private let state = Mutex(State())

    init() {
        guard isatty(STDERR_FILENO) == 1 else { return }
        Thread.detachNewThread { [self] in
            Thread.sleep(forTimeInterval: 1)
            while show() { Thread.sleep(forTimeInterval: 0.2) }
        }
    }

    /// Names what is done next.
    func begin(_ step: String) {
        state.withLock { $0.step = step }
    }

    /// Clears the line: the verb is about to print.
    func finish() {
        state.withLock { state in
            state.isDone = true
            if !state.shown.isEmpty { write("\r\u{1B}[K") }
        }
    }

    /// Writes the step where it is new; whether the work goes on.
    private func show() -> Bool {
        state.withLock { state in
            if state.isDone { return false }
            if state.step != state.shown {
                write("\r\u{1B}[K\(state.step) …")
                state.shown = state.step
            }
            return true
        }
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
