import Survey

/// What is worth a look first: unusual values of a look, in words with their numbers.
///
/// The thresholds only decide what stands on top of the page; everything stands in its section too.
/// Nothing here says that anybody did wrong: unusual answers mostly have honest reasons.
struct LookSignals {
    private(set) var found: [LookSignal] = []
    private let numbers = NumberStyle.english

    /// The most signals that are named.
    static let most = 9
    /// Groups under this size are too small to call their shares unusual.
    static let leastInterviews = 10

    init(_ look: Look) {
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

    private mutating func add(_ section: String, _ text: String) {
        found.append(LookSignal(text: text, section: section))
    }

    private mutating func duplicates(_ duplicates: LookDuplicates) {
        let same = duplicates.sameID
        if let first = same.first, let name = duplicates.idName {
            add(
                "duplicates",
                "\(same.count == 1 ? "One id" : "\(same.count) ids") (\(name)) "
                    + "\(same.count == 1 ? "stands" : "stand") in the data more than once: "
                    + "lines \(lines(first.rows))\(same.count > 1 ? " and others" : "")."
            )
        }
        let others = duplicates.identical.filter { rows in
            !same.contains { $0.rows.map(\.line) == rows.map(\.line) }
        }
        if let first = others.first {
            add(
                "duplicates",
                "\(others.count == 1 ? "One group" : "\(others.count) groups") of rows under different ids "
                    + "have the same answers throughout: lines \(lines(first))"
                    + "\(others.count > 1 ? " and others" : "")."
            )
        }
        if let match = duplicates.match, let pair = match.pairs.first {
            let count = match.pairCount
            add(
                "duplicates",
                "\(count == 1 ? "One pair of rows shares" : "\(count) pairs of rows share") 90% of the "
                    + "answers or more; the closest are lines \(pair.first.line) and \(pair.second.line) "
                    + "(\(numbers.percent(pair.share)))."
            )
        }
    }

    private func lines(_ rows: [LookRow]) -> String {
        let shown = rows.prefix(4).map { String($0.line) }
        guard shown.count > 1 else { return shown.joined() }
        if rows.count > 4 { return shown.joined(separator: ", ") + " …" }
        return shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    }

    private mutating func constraints(_ constraints: LookConstraints?) {
        for violation in constraints?.violations.prefix(2) ?? [] {
            let count = violation.rows.count
            add(
                "limits",
                "\(violation.name): \(count) \(count == 1 ? "answer lies" : "answers lie") outside "
                    + "what the form allows."
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
                "\(interviewer.name): \(numbers.percent(share)) of \(own.of) people gave one answer "
                    + "throughout a block of questions; \(numbers.percent(usual)) with all others."
            )
        }
        guard look.interviewers.isEmpty else { return }
        for block in look.blocks.prefix(2) {
            guard let share = block.straight.share, share >= 0.05, block.straight.of >= 20 else {
                continue
            }
            add(
                "straight-lines",
                "\(block.label): \(numbers.percent(share)) of \(block.straight.of) people gave one "
                    + "answer throughout."
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
            let count = durations.backwards.count
            add(
                "durations",
                "\(count) \(count == 1 ? "interview ends" : "interviews end") before "
                    + "\(count == 1 ? "it begins" : "they begin")."
            )
        }
        for interviewer in look.interviewers where interviewer.interviews >= Self.leastInterviews {
            guard let minutes = interviewer.medianMinutes,
                minutes < durations.summary.median * 0.6
            else { continue }
            add(
                "durations",
                "\(interviewer.name): half of the interviews took under "
                    + "\(numbers.text(minutes)) minutes; the median of all is "
                    + "\(numbers.text(durations.summary.median))."
            )
        }
        if let share = durations.underHalf.share, share >= 0.03 {
            add(
                "durations",
                "\(durations.underHalf.n) interviews (\(numbers.percent(share))) took less than half "
                    + "of the median time."
            )
        }
    }

    private mutating func heaping(_ look: Look) {
        for ages in look.ages where ages.whipple.index >= 125 && ages.whipple.n >= 50 {
            add(
                "round-numbers",
                "\(ages.name): Whipple’s index is \(numbers.text(ages.whipple.index)), so ages are "
                    + "\(ages.verdict); 100 would be none rounded."
            )
        }
        for item in look.heaping where item.heaping.roundUnit == 1 {
            guard item.heaping.n >= 50, item.heaping.endingInZeroOrFive >= 0.4,
                !look.ages.contains(where: { $0.name == item.name })
            else { continue }
            add(
                "round-numbers",
                "\(item.name): \(numbers.percent(item.heaping.endingInZeroOrFive)) of the numbers end "
                    + "in 0 or 5; a fifth would by chance."
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
                "\(question.name): \(numbers.percent(question.missing.missingShare ?? 0)) of those asked "
                    + "gave no answer."
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
                "\(effect.label): \(numbers.percent(correlation.value)) of the variance of the scores "
                    + "lies between interviewers."
            )
        }
    }

    private mutating func oddHours(_ rows: LookRows?) {
        guard let rows, rows.count > 0 else { return }
        add(
            "calendar",
            "\(rows.count) \(rows.count == 1 ? "interview" : "interviews") began before 6 or from 22 "
                + "o’clock."
        )
    }
}
