import Base

extension TableGuess {
    /// How well a line is the total of others: the share of lines across that fit, and how far the rest is off.
    func fit(
        _ position: Int,
        of parts: [Int],
        isRow: Bool,
        by totalling: AuditedTable.Totalling
    ) -> (share: Double, count: Int, worst: Double) {
        let across = isRow ? printed.columns.indices : printed.rows.indices
        var fits = 0
        var count = 0
        var worst = 0.0
        for other in across {
            let numbers = parts.compactMap { number($0, other, isRow: isRow) }
            guard numbers.count == parts.count, numbers.count > 1,
                let total = number(position, other, isRow: isRow)
            else { continue }
            let divisor = totalling == .mean ? Double(numbers.count) : 1
            let expected = numbers.map(\.value).reduce(0, +) / divisor
            let slack = numbers.map(\.unit).reduce(0, +) / 2 / divisor + total.unit / 2
            let isCount = numbers.allSatisfy { $0.decimals == 0 && !$0.isPercent } && divisor == 1
            let distance = (expected - total.value).magnitude
            count += 1
            if distance <= (isCount ? 0.01 : slack + 1e-9) { fits += 1 }
            if expected != 0 { worst = max(worst, distance / expected.magnitude) }
        }
        return (count == 0 ? 0 : Double(fits) / Double(count), count, worst)
    }

    /// Totals by their words; else the first or last line that gives what the others give together.
    mutating func guessTotals(isRow: Bool) {
        let lines = isRow ? printed.rows : printed.columns
        let axis = isRow ? description.rows : description.columns
        let held = Set(axis.held.map(\.label))
        var totals = lines.filter { line in
            !(line.isBracket && line.headings.count < 2)
                && !(held.contains(line.text) && line.headings.count < 2)
                && HeadingWords.isTotal(line.headings.first ?? line.text)
        }.map(\.text)
        let names = lines.filter { !$0.isBracket }.map(\.text)
        totals += names.filter { name in
            !totals.contains(name)
                && HeadingWords.isRun(
                    name,
                    ofYears: names.filter { $0 != name && !totals.contains($0) }
                )
        }
        if totals.count == lines.count { totals = [] }
        if totals.isEmpty {
            let open = lines.indices.filter {
                !held.contains(lines[$0].text) && !lines[$0].isBracket
            }
            let ends = [open.last, open.first].compactMap { $0 }
            let found =
                open.count < 3
                ? nil
                : ends.first { end in
                    let parts = open.filter { $0 != end }
                    let sum = fit(end, of: parts, isRow: isRow, by: .sum)
                    let mean = fit(end, of: parts, isRow: isRow, by: .mean)
                    let isSum =
                        sum.share == 1 && sum.count > 1 && number(end, 0, isRow: isRow)?.units != 0
                    // Whole numbers are near their mean by chance.
                    let across = isRow ? printed.columns.indices : printed.rows.indices
                    let isFine = across.allSatisfy {
                        number(end, $0, isRow: isRow)?.decimals ?? 1 > 0
                    }
                    return isSum
                        || (isFine && mean.share == 1 && mean.count > 2 && parts.count > 2)
                }
            if let found {
                totals = [lines[found].text]
                questions.append(
                    "is \(Problem.quote(lines[found].text)) the total of the other lines? The figures say so"
                )
            }
        }
        let found = totals.map { AxisDescription.Total($0) }
        if isRow { description.rows.totals = found } else { description.columns.totals = found }
    }

    /// Says of each total what it is the total of, where the default would be wrong.
    mutating func finishTotals(isRow: Bool) {
        var axis = isRow ? description.rows : description.columns
        let lines = isRow ? printed.rows : printed.columns
        // A total beside which no line of its kind stands is no total.
        let alone = axis.totals.filter { total in
            total.of == nil
                && lines.firstIndex { $0.text == total.label }.map {
                    likeLines($0, axis, isRow: isRow).isEmpty
                } ?? false
        }
        axis.totals.removeAll { alone.contains($0) }
        for index in axis.totals.indices {
            let label = axis.totals[index].label
            guard let position = lines.firstIndex(where: { $0.text == label }) else { continue }
            var parts = likeLines(position, axis, isRow: isRow)
            if axis.blocks.count > 1 {
                let first = axis.blocks[0].labels ?? []
                parts = parts.filter { first.contains(lines[$0].text) }
            } else if let inner = subtotals(axis, position, lines, isRow: isRow) {
                axis.totals[index].of = inner.map { lines[$0].text }
                parts = inner
            }
            let sum = fit(position, of: parts, isRow: isRow, by: .sum)
            let mean = fit(position, of: parts, isRow: isRow, by: .mean)
            switch axis.are {
            case .item:
                if mean.share >= 0.5, mean.share > sum.share { axis.totals[index].by = .mean }
                if sum.share >= 0.5, sum.share > mean.share { axis.totals[index].by = .sum }
                let isNear = mean.worst < 0.25 || sum.worst < 0.25 || mean.share + sum.share > 0
                if !isNear, mean.count > 0 { incomplete(&axis.totals[index], isRow) }
            case .answer, .statistic:
                if sum.count > 0, sum.share == 0, sum.worst > 0.03 {
                    incomplete(&axis.totals[index], isRow)
                }
            case .group:
                let isSummed = description.holds == .count
                if isSummed, sum.count > 0, sum.share == 0, sum.worst > 0.03 {
                    incomplete(&axis.totals[index], isRow)
                }
            }
        }
        if isRow { description.rows = axis } else { description.columns = axis }
    }

    private mutating func incomplete(_ total: inout AxisDescription.Total, _ isRow: Bool) {
        total.isComplete = false
        questions.append(
            "complete: do the lines give all of \(Problem.quote(total.label))? Their sum is far from it"
        )
    }

    /// The lines that a total is of by default: those of the same kind that are no totals.
    private func likeLines(_ position: Int, _ axis: AxisDescription, isRow: Bool) -> [Int] {
        let lines = isRow ? printed.rows : printed.columns
        let kind = axis.held.first { $0.label == lines[position].text }?.statistic
        let totals = Set(axis.totals.map(\.label))
        return lines.indices.filter { other in
            other != position && !totals.contains(lines[other].text)
                && lines[other].isBracket == lines[position].isBracket
                && axis.held.first { $0.label == lines[other].text }?.statistic == kind
        }
    }

    /// The lines since the total before this one, where they fit better than all lines do.
    private func subtotals(
        _ axis: AxisDescription,
        _ position: Int,
        _ lines: [PrintedTable.Label],
        isRow: Bool
    ) -> [Int]? {
        let totals = axis.totals.compactMap { total in lines.firstIndex { $0.text == total.label } }
        guard totals.count > 1 else { return nil }
        let all = likeLines(position, axis, isRow: isRow)
        let before = totals.filter { $0 < position }.max() ?? -1
        let after = totals.filter { $0 > position }.min() ?? lines.count
        let candidates = [
            all.filter { $0 > before && $0 < position }, all.filter { $0 > position && $0 < after },
            totals.filter { $0 != position },
        ]
        let best = candidates.filter { $0.count > 1 }.max {
            fit(position, of: $0, isRow: isRow, by: .sum).share
                < fit(position, of: $1, isRow: isRow, by: .sum).share
        }
        guard let best else { return nil }
        let whole = fit(position, of: all, isRow: isRow, by: .sum).share
        return fit(position, of: best, isRow: isRow, by: .sum).share > whole ? best : nil
    }

    // MARK: - Blocks

    /// Parts groups by the headings above them, by sums, or by the traits that their labels name.
    mutating func guessBlocks() {
        for isRow in [true, false] {
            var axis = isRow ? description.rows : description.columns
            guard axis.are == .group else { continue }
            let lines = isRow ? printed.rows : printed.columns
            let totals = Set(axis.totals.map(\.label))
            let members = lines.indices.filter { position in
                let label = lines[position]
                return !totals.contains(label.text)
                    && (!label.isBracket
                        || (label.headings.count > 1
                            && axis.held.contains { $0.label == label.text }))
                    && (label.headings.count > 1 || !axis.held.contains { $0.label == label.text })
            }
            let runs = runs(members, lines, isRow: isRow)
            axis.blocks = runs.enumerated().map { index, run in
                let trait = name(run, lines, isOnly: runs.count == 1, isRow: isRow)
                let isTaken = runs[..<index].contains {
                    name($0, lines, isOnly: false, isRow: isRow) == trait
                }
                let labels = run.map { lines[$0].text }
                return AxisDescription.Block(
                    isTaken ? "\(trait) \(index + 1)" : trait,
                    labels: runs.count == 1 && lines[run[0]].headings.count < 2 ? nil : labels
                )
            }
            if isRow { description.rows = axis } else { description.columns = axis }
        }
    }

    private func runs(_ members: [Int], _ lines: [PrintedTable.Label], isRow: Bool) -> [[Int]] {
        guard !members.isEmpty else { return [] }
        let sections = split(members) { lines[$0].section ?? "" }
        if sections.count > 1 { return sections }
        if let summed = runsBySums(members, lines, isRow: isRow) { return summed }
        let traits = members.map {
            HeadingWords.trait(lines[$0].headings.first ?? lines[$0].text) ?? ""
        }
        let known = Set(traits).subtracting([""])
        // Lines that no word knows belong to those beside them ("Others"; "North" beside "West
        // region"), unless those are a trait of their own: two sexes or more ages.
        let unknown = traits.count { $0.isEmpty }
        let isOwnTrait = known.allSatisfy { trait in
            ["sex", "age", "residence"].contains(trait) && traits.count { $0 == trait } > 1
        }
        guard unknown < traits.count, unknown > 1 ? isOwnTrait : known.count > 1
        else { return [members] }
        let runs = split(Array(members.indices)) { traits[$0] }.map { $0.map { members[$0] } }
        return runs.count == Set(traits).count ? runs : [members]
    }

    private func split(_ members: [Int], by key: (Int) -> String) -> [[Int]] {
        var runs: [[Int]] = []
        for member in members {
            if let last = runs.last?.last, key(last) == key(member) {
                runs[runs.count - 1].append(member)
            } else {
                runs.append([member])
            }
        }
        return runs
    }

    /// Runs that each give the same whole: 100 in a column of percentages, or the total of counts.
    ///
    /// Every column that holds such figures has to part the lines alike: of many, one does by chance.
    private func runsBySums(
        _ members: [Int],
        _ lines: [PrintedTable.Label],
        isRow: Bool
    ) -> [[Int]]? {
        let others = isRow ? printed.columns : printed.rows
        var found: [[Int]]?
        for other in others.indices {
            guard let whole = whole(other, lines, isRow: isRow) else { continue }
            if let found {
                guard
                    found.allSatisfy({ run in
                        let sum = run.compactMap { number($0, other, isRow: isRow)?.value }
                            .reduce(0, +)
                        return (whole * 0.97...whole * 1.03).contains(sum)
                    })
                else { return nil }
            } else {
                found = runs(members, of: whole, other, isRow: isRow)
                if found == nil { return nil }
            }
        }
        return found
    }

    /// What each trait's lines give together in the column or row `other`; nil where that is not known.
    private func whole(_ other: Int, _ lines: [PrintedTable.Label], isRow: Bool) -> Double? {
        let axis = isRow ? description.rows : description.columns
        let across = isRow ? description.columns : description.rows
        let label = isRow ? printed.columns[other] : printed.rows[other]
        let kind = across.held.first { $0.label == label.text }?.statistic ?? description.holds
        if kind == .percent { return 100 }
        guard kind == .count || kind == .base, let total = axis.totals.first,
            let position = lines.firstIndex(where: { $0.text == total.label }),
            let value = number(position, other, isRow: isRow)?.value, value > 0
        else { return nil }
        return value
    }

    private func runs(_ members: [Int], of whole: Double, _ other: Int, isRow: Bool) -> [[Int]]? {
        var runs: [[Int]] = []
        var run: [Int] = []
        var sum = 0.0
        for member in members {
            guard let value = number(member, other, isRow: isRow)?.value else { return nil }
            run.append(member)
            sum += value
            // People without an answer are missing from a block; three in a hundred may be.
            guard sum >= whole * 0.97 else { continue }
            guard sum <= whole * 1.03, run.count > 1 else { return nil }
            runs.append(run)
            (run, sum) = ([], 0)
        }
        return run.isEmpty && runs.count > 1 ? runs : nil
    }

    private func name(
        _ run: [Int],
        _ lines: [PrintedTable.Label],
        isOnly: Bool,
        isRow: Bool
    ) -> String {
        if let section = lines[run[0]].section, !section.isEmpty { return section.lowercased() }
        let traits = run.compactMap {
            HeadingWords.trait(lines[$0].headings.first ?? lines[$0].text)
        }
        let counts = Dictionary(traits.map { ($0, 1) }, uniquingKeysWith: +)
        if let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            best.value * 5 >= run.count * 2
        {
            return best.key
        }
        let corner = printed.corner.lowercased()
        if isOnly, isRow, !corner.isEmpty, corner.count < 24,
            corner.allSatisfy({ $0.isLetter || $0 == " " })
        {
            return corner
        }
        return "group"
    }
}
