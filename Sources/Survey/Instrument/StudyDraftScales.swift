import Base

/// Finds questions that probably measure one thing together.
struct StudyDraftScales {
    let form: Form
    /// The variables of the main sheet, in order.
    let variables: [StudyDraftVariable]
    let missing: [String: Set<String>]

    /// The fewest questions that are proposed as a scale.
    private static let fewest = 3

    /// Questions that stand together and share one ordered list of answers.
    struct Block {
        var items: [StudyDraftVariable]
        var range: ClosedRange<Int>
    }

    /// The proposed scales, in the order of their first items.
    func propose() -> [StudyDraft.Scale] {
        var taken: [String: Int] = [:]
        return blocks().flatMap(parts).map { part in
            var scale = self.scale(part)
            let count = (taken[scale.name] ?? 0) + 1
            taken[scale.name] = count
            if count > 1 { scale.name += "_\(count)" }
            return scale
        }
    }

    // MARK: - Blocks of one list

    /// Runs of questions with one ordered list; other questions in between end a run.
    private func blocks() -> [Block] {
        var blocks: [Block] = []
        var key: String?
        for variable in variables {
            guard let (ownKey, range) = points(of: variable) else {
                key = nil
                continue
            }
            if ownKey == key, let last = blocks.indices.last {
                blocks[last].items.append(variable)
                blocks[last].range =
                    min(
                        range.lowerBound,
                        blocks[last].range.lowerBound
                    )...max(
                        range.upperBound,
                        blocks[last].range.upperBound
                    )
            } else {
                blocks.append(Block(items: [variable], range: range))
            }
            key = ownKey
        }
        return blocks.filter { $0.items.count >= StudyDraftScales.fewest }
    }

    /// The points of the variable's answers and what must be equal for two of them to stand together;
    /// nil when the answers are no points of a scale.
    private func points(of variable: StudyDraftVariable) -> (key: String, range: ClosedRange<Int>)?
    {
        let missing = missing[variable.name] ?? []
        if variable.isChoice {
            let valid = variable.categories.filter { !$0.isMissing && !missing.contains($0.name) }
            let numbers = valid.compactMap { $0.number.flatMap { Int(exactly: $0) } }
            guard numbers.count == valid.count, let range = consecutive(numbers),
                !isUnordered(valid)
            else { return nil }
            return (valid.map { "\($0.name)=\($0.text(in: "en"))" }.joined(separator: "|"), range)
        }
        // Without a list: whole numbers of items that are named alike (A1, A2, ...).
        guard variable.kind == nil, let prefix = prefix(of: variable.name),
            !variable.name.hasPrefix("_"), variable.mentions(StudyDraftBreakdowns.allWords) == nil,
            let numbers = variable.numbers(besides: missing)
        else { return nil }
        let whole = Set(numbers.filter { !$0.isNaN }.map { Int(exactly: $0) ?? -1 })
        guard (3...11).contains(whole.count), let least = whole.min(), let most = whole.max(),
            least >= 0, most <= 10
        else { return nil }
        return ("numbers \(prefix)", least...most)
    }

    /// The range of 3 to 11 whole numbers without a gap, in the list's order or its reverse.
    private func consecutive(_ numbers: [Int]) -> ClosedRange<Int>? {
        guard (3...11).contains(numbers.count), let least = numbers.min(), let most = numbers.max(),
            most - least == numbers.count - 1
        else { return nil }
        let isOrdered =
            numbers == Array(least...most) || numbers == Array((least...most).reversed())
        return isOrdered ? least...most : nil
    }

    /// Whether labels say that the numbers are only names: no label of an ordered scale among them.
    private func isUnordered(_ categories: [Category]) -> Bool {
        let labels = categories.flatMap { $0.label.texts.values.map { $0.lowercased() } }
        guard !labels.isEmpty else { return false }
        let isNumbers = labels.allSatisfy { $0.contains(where: \.isNumber) }
        return !isNumbers
            && !labels.contains { label in
                StudyDraftScales.ordered.contains { label.contains($0) }
            }
    }

    /// Parts of the words with which ordered answers are labelled.
    private static let ordered = [
        "agree", "satisf", "likely", "never", "always", "often", "accura", "like me", "true of me",
        "important", "good", "bad", "poor", "excellent", "very", "extremely", "not at all", "low",
        "high", "trust", "strongly", "positive", "worse", "better",
        "соглас", "довол", "удовлетвор", "никогда", "всегда", "часто", "важн", "хорош", "плох",
        "очень", "совсем", "полностью", "довер", "вероятн", "низк", "высок", "положит",
        "макул", "кошул", "ыраазы", "эч качан", "дайыма", "көп", "маанилүү", "жакшы", "жаман",
        "абдан", "таптакыр", "толук", "ишен", "төмөн", "жогору",
    ]

    /// The letters before the number at the end of a name: "A" of "A1"; nil without either.
    private func prefix(of name: String) -> String? {
        let digits = name.reversed().prefix { $0.isNumber }.count
        let letters = name.dropLast(digits)
        return digits > 0 && !letters.isEmpty ? String(letters) : nil
    }

    // MARK: - Parts of a block

    /// The block's parts: by the form's groups, and by the letters of names ("A1", "C1"); parts that
    /// correlate with each other nearly as much as within themselves stay together.
    private func parts(_ block: Block) -> [Block] {
        var parts: [Block] = []
        var last: [String]?
        for item in block.items {
            let key = item.groupPath + [prefix(of: item.name) ?? ""]
            if key == last {
                parts[parts.count - 1].items.append(item)
            } else {
                parts.append(Block(items: [item], range: block.range))
            }
            last = key
        }
        let isLarge = parts.allSatisfy { $0.items.count >= StudyDraftScales.fewest }
        guard isLarge, parts.count > 1 else { return [block] }
        var joined: [Block] = []
        for part in parts {
            if let before = joined.last, belongTogether(before.items, part.items) {
                joined[joined.count - 1].items += part.items
            } else {
                joined.append(part)
            }
        }
        return joined
    }

    /// Whether the mean size of correlations between both is at least 80 % of that within them.
    ///
    /// The threshold is ours: sub-scales of one questionnaire lie well under it (the five traits of
    /// the Big Five: about 40 %), pages of one scale about 100 %.
    private func belongTogether(
        _ first: [StudyDraftVariable],
        _ second: [StudyDraftVariable]
    ) -> Bool {
        let (one, two) = (first.compactMap(answers), second.compactMap(answers))
        guard one.count == first.count, two.count == second.count else { return false }
        let within = ItemCorrelations.sizes(within: one) + ItemCorrelations.sizes(within: two)
        let between = one.flatMap { left in
            two.compactMap { ItemCorrelations.correlation(left, $0).map(abs) }
        }
        guard !within.isEmpty, !between.isEmpty else { return false }
        let mean = { (sizes: [Double]) in sizes.reduce(0, +) / Double(sizes.count) }
        return mean(between) >= 0.8 * mean(within)
    }

    private func answers(_ variable: StudyDraftVariable) -> [Double]? {
        variable.numbers(besides: missing[variable.name] ?? [])
    }

    // MARK: - The proposal

    private func scale(_ part: Block) -> StudyDraft.Scale {
        let answers = part.items.compactMap(answers)
        let signs =
            answers.count == part.items.count ? ItemCorrelations.signs(answers) : nil
        let items = part.items.enumerated().map { index, variable in
            StudyDraft.ScaleItem(
                variable: variable.name,
                isReversed: signs?[index].isReversed ?? false,
                restCorrelation: signs?[index].restCorrelation,
                mustConfirm: signs.map { $0[index].isReversed } ?? true
            )
        }
        let group = commonGroup(part.items)
        let (least, most) = (part.range.lowerBound, part.range.upperBound)
        return StudyDraft.Scale(
            name: name(part.items),
            label: group?.label ?? LocalText([:]),
            items: items,
            range: part.range,
            leastAnswered: (part.items.count * 4 + 4) / 5,
            reason: "\(part.items.count) questions in a row share one ordered list of answers, "
                + "\(least) to \(most)."
        )
    }

    /// The group of the first item.
    private func commonGroup(_ items: [StudyDraftVariable]) -> Group? {
        items.first.flatMap { form.group(at: $0.groupPath.joined(separator: "/")) }
    }

    /// The name of the items' group, what its groups' names share, or what the items' names share.
    private func name(_ items: [StudyDraftVariable]) -> String {
        let groups = items.compactMap(\.groupPath.last)
        let candidates = [groups.count == items.count ? groups : [], items.map(\.name)]
        for names in candidates {
            guard var shared = names.first else { continue }
            if Set(names).count > 1 {
                for name in names {
                    while !name.hasPrefix(shared) { shared.removeLast() }
                }
                while let last = shared.last, last.isNumber || "_-.".contains(last) {
                    shared.removeLast()
                }
            }
            if shared.count > 1 || names == items.map(\.name) && !shared.isEmpty { return shared }
        }
        return "scale"
    }
}
