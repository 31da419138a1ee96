/// The name in `known` that a person most likely meant by `name`; nil when none is near.
///
/// Near means an edit distance (Damerau–Levenshtein, restricted; upper and lower case alike) of at
/// most a third of the longer name, and at most 3; names of one or two letters must be the same. Ties
/// go to the first in `known`.
package func nearestName(to name: String, in known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    var best: (name: String, distance: Int)?
    for candidate in known {
        let letters = Array(candidate.lowercased())
        let limit = min(3, max(wanted.count, letters.count) / 3)
        guard abs(letters.count - wanted.count) <= limit else { continue }
        let distance = editDistance(wanted, letters)
        if distance <= limit, distance < best?.distance ?? .max {
            best = (candidate, distance)
        }
    }
    return best?.name
}

/// The restricted Damerau–Levenshtein distance: insertions, deletions, changes, swaps of neighbours.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
    guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for i in 1...first.count {
        var current = [i]
        for j in 1...second.count {
            let change = last[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
            var distance = min(change, last[j] + 1, current[j - 1] + 1)
            if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                distance = min(distance, beforeLast[j - 2] + 1)
            }
            current.append(distance)
        }
        (beforeLast, last) = (last, current)
    }
    return last[second.count]
}
