extension HeaderResolver {
    /// What each of `headers`, the columns of one sheet in order, stands for.
    ///
    /// A label that several questions share is told apart by the order of the columns: when it stands
    /// as often as there are such questions, they are taken in the form's order; else the question
    /// must be the only one of them between its neighbours' questions.
    ///
    /// - Parameters:
    ///   - headers: The headers of one sheet, from left to right.
    ///   - repeatPath: The repeat whose sheet it is; nil for the main sheet.
    /// - Returns: One meaning a header.
    package func resolve(_ headers: [String], in repeatPath: String? = nil) -> [HeaderMeaning] {
        let found = headers.map { candidates(for: $0, in: .some(repeatPath)) }
        var meanings = zip(headers, found).map { header, candidates in
            meaning(header, candidates)
        }
        var orders = found.map { $0.count == 1 ? $0[0].order : nil }
        settleByCount(found, &meanings, &orders)
        settleByNeighbours(found, &meanings, &orders)
        return meanings
    }

    private func meaning(_ header: String, _ candidates: [Candidate]) -> HeaderMeaning {
        if candidates.count == 1 { return candidates[0].meaning }
        if candidates.count > 1 {
            return .ambiguous(candidates.compactMap(\.meaning.variable))
        }
        return SystemColumns.contains(header) ? .system(header) : .unknown
    }

    /// Gives equal headers their questions in order, where there are as many of both.
    private func settleByCount(
        _ found: [[Candidate]],
        _ meanings: inout [HeaderMeaning],
        _ orders: inout [Int?]
    ) {
        var places: [[Candidate]: [Int]] = [:]
        for (place, candidates) in found.enumerated() where candidates.count > 1 {
            places[candidates, default: []].append(place)
        }
        for (candidates, places) in places where places.count == candidates.count {
            for (place, candidate) in zip(places, candidates) {
                meanings[place] = candidate.meaning
                orders[place] = candidate.order
            }
        }
    }

    /// Gives a header the only question of its candidates that lies between its neighbours and has
    /// no column yet.
    private func settleByNeighbours(
        _ found: [[Candidate]],
        _ meanings: inout [HeaderMeaning],
        _ orders: inout [Int?]
    ) {
        var taken = Set(meanings)
        for place in found.indices {
            guard case .ambiguous = meanings[place] else { continue }
            let before = orders[..<place].last { $0 != nil } ?? nil
            let after = orders[(place + 1)...].first { $0 != nil } ?? nil
            let between = found[place].filter { candidate in
                candidate.order >= before ?? .min && candidate.order <= after ?? .max
                    && !taken.contains(candidate.meaning)
            }
            if between.count == 1 {
                meanings[place] = between[0].meaning
                orders[place] = between[0].order
                taken.insert(between[0].meaning)
            }
        }
    }
}
