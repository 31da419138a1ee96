import Survey

/// What is worth a look first: unusual values of a look, in words with their numbers.
///
/// The thresholds only decide what stands on top of the page; everything stands in its section too.
/// Nothing here says that anybody did wrong: unusual answers mostly have honest reasons.
struct LookSignals {
    private(set) var found: [LookSignal] = []
    private let words: Words
    private var numbers: NumberStyle { words.language.numbers }

    /// The most signals that are named.
    static let most = 9
    /// Groups under this size are too small to call their shares unusual.
    static let leastInterviews = 10

    /// What `look` has, said in the language of `words`.
    init(_ look: Look, in words: Words) {
        self.words = words
        duplicates(look.duplicates)
        constraints(look.constraints)
        blocks(look)
        durations(look)
        heaping(look)
        missing(look)
        effects(look)
        oddHours(look.oddHours)
        found = Array(found.prefix(LookSignals.most))
    }

    private mutating func add(
        _ section: String,
        _ key: LookSignalWord,
        _ values: [String: Words.Value]
    ) {
        found.append(LookSignal(text: words(key, values), section: section))
    }

    private func percent(_ share: Double) -> Words.Value { .text(numbers.percent(share)) }

    private mutating func duplicates(_ duplicates: LookDuplicates) {
        let same = duplicates.sameID
        if let first = same.first, let name = duplicates.idName {
            add(
                "duplicates",
                same.count == 1 ? .sameID : .sameIDs,
                ["n": .count(same.count), "name": .text(name), "lines": .text(lines(first.rows))]
            )
        }
        let others = duplicates.identical.filter { rows in
            !same.contains { $0.rows.map(\.line) == rows.map(\.line) }
        }
        if let first = others.first {
            add(
                "duplicates",
                others.count == 1 ? .sameAnswers : .manySameAnswers,
                ["n": .count(others.count), "lines": .text(lines(first))]
            )
        }
        if let match = duplicates.match, let pair = match.pairs.first {
            add(
                "duplicates",
                .pairs,
                [
                    "n": .count(match.pairCount), "first": .text(String(pair.first.line)),
                    "second": .text(String(pair.second.line)), "share": percent(pair.share),
                ]
            )
        }
    }

    private func lines(_ rows: [LookRow]) -> String {
        let shown = rows.prefix(4).map { String($0.line) }
        return rows.count > 4
            ? shown.joined(separator: ", ") + " …" : words.language.list(shown)
    }

    private mutating func constraints(_ constraints: LookConstraints?) {
        for violation in constraints?.violations.prefix(2) ?? [] {
            add(
                "limits",
                .outside,
                ["name": .text(violation.name), "n": .count(violation.rows.count)]
            )
        }
    }

    /// Interviewers whose share of straight lines stands out from that of all others.
    private mutating func blocks(_ look: Look) {
        let all = look.interviewers.map(\.straight)
        for (place, interviewer) in look.interviewers.enumerated() {
            let own = all[place]
            let others = all.indices.filter { $0 != place }
            let rest = LookShare(
                n: others.reduce(0) { $0 + all[$1].n },
                of: others.reduce(0) { $0 + all[$1].of }
            )
            guard own.of >= Self.leastInterviews, let share = own.share, let usual = rest.share,
                share >= usual + 0.1, isFar(own, rest)
            else { continue }
            add(
                "straight-lines",
                .straightInterviewer,
                [
                    "name": .text(interviewer.name), "share": percent(share), "n": .count(own.of),
                    "usual": percent(usual),
                ]
            )
        }
        guard look.interviewers.isEmpty else { return }
        for block in look.blocks.prefix(2) {
            guard let share = block.straight.share, share >= 0.05, block.straight.of >= 20 else {
                continue
            }
            add(
                "straight-lines",
                .straightBlock,
                [
                    "name": .text(block.label), "share": percent(share),
                    "n": .count(block.straight.of),
                ]
            )
        }
    }

    /// Whether two shares differ by more than three standard errors of their difference.
    private func isFar(_ one: LookShare, _ other: LookShare) -> Bool {
        guard one.of > 0, other.of > 0, let first = one.share, let second = other.share else {
            return false
        }
        let pooled = Double(one.n + other.n) / Double(one.of + other.of)
        let variance = pooled * (1 - pooled) * (1 / Double(one.of) + 1 / Double(other.of))
        return (first - second) * (first - second) > 9 * variance
    }

    private mutating func durations(_ look: Look) {
        guard let durations = look.durations else { return }
        if durations.backwards.count > 0 {
            add("durations", .backwards, ["n": .count(durations.backwards.count)])
        }
        for interviewer in look.interviewers where interviewer.interviews >= Self.leastInterviews {
            guard let minutes = interviewer.medianMinutes,
                minutes < durations.summary.median * 0.6
            else { continue }
            add(
                "durations",
                .fastInterviewer,
                [
                    "name": .text(interviewer.name), "minutes": .text(numbers.text(minutes)),
                    "median": .text(numbers.text(durations.summary.median)),
                ]
            )
        }
        if let share = durations.underHalf.share, share >= 0.03 {
            add(
                "durations",
                .fast,
                ["n": .count(durations.underHalf.n), "share": percent(share)]
            )
        }
    }

    private mutating func heaping(_ look: Look) {
        for ages in look.ages where ages.whipple.index >= 125 && ages.whipple.n >= 50 {
            add(
                "round-numbers",
                .ages,
                [
                    "name": .text(ages.name), "index": .text(numbers.text(ages.whipple.index)),
                    "verdict": .text(words(LookLimitWord(ages.verdict))),
                ]
            )
        }
        for item in look.heaping where item.heaping.roundUnit == 1 {
            guard item.heaping.n >= 50, item.heaping.endingInZeroOrFive >= 0.4,
                !look.ages.contains(where: { $0.name == item.name })
            else { continue }
            add(
                "round-numbers",
                .rounded,
                ["name": .text(item.name), "share": percent(item.heaping.endingInZeroOrFive)]
            )
        }
    }

    private mutating func missing(_ look: Look) {
        let most = look.questions.filter {
            $0.kind != .text && ($0.missing.missingShare ?? 0) >= 0.1
        }
        .sorted { ($0.missing.missingShare ?? 0) > ($1.missing.missingShare ?? 0) }
        for question in most.prefix(2) {
            add(
                "missing",
                .missing,
                [
                    "name": .text(question.name),
                    "share": percent(question.missing.missingShare ?? 0),
                ]
            )
        }
    }

    private mutating func effects(_ look: Look) {
        for effect in look.effects {
            guard let correlation = effect.correlation, correlation.lower > 0,
                correlation.value >= 0.05
            else { continue }
            add(
                "interviewers",
                .effect,
                ["name": .text(effect.label), "share": percent(correlation.value)]
            )
        }
    }

    private mutating func oddHours(_ rows: LookRows?) {
        guard let rows, rows.count > 0 else { return }
        add("calendar", .oddHours, ["n": .count(rows.count)])
    }
}
