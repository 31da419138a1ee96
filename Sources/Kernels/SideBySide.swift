import Dispatch
import Synchronization

/// The results of `work` for 0 to `count` - 1, in that order, computed on all cores side by side.
///
/// The order does not depend on timing. Use it for a few large pieces: each costs a lock.
package func sideBySide<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result)
    -> [Result]
{
    guard count > 1 else { return (0..<count).map(work) }
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { place in
        let result = work(place)
        results.withLock { $0[place] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}
