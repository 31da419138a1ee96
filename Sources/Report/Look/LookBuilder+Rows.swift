import Base
import Survey

extension LookBuilder {
    // MARK: - Duplicates

    /// Rows of the whole file that are alike; texts are not compared, nor what the device fills in.
    func duplicates() -> LookDuplicates {
        let everyRow = prepared.everyRow
        let columns = questions.compactMap { looked -> Column? in
            if case .text = looked.column.values { return nil }
            return everyRow[looked.column.name]
        }
        let matching = RowMatching(columns, rowCount: everyRow.rowCount)
        let identical = matching.identicalRows()
        return LookDuplicates(
            idName: id?.name,
            sameID: sameID,
            questions: matching.questionCount,
            identical: identical.map { $0.map { rowOfFile($0) } },
            match: matching.percentMatch(atLeast: LookDuplicates.Match.threshold).map {
                match($0, identical)
            }
        )
    }

    private var sameID: [LookDuplicates.SameID] {
        guard let id, let column = prepared.everyRow[id.name] else { return [] }
        var rows: [String: [Int]] = [:]
        for row in 0..<column.rowCount {
            let name = column.valueName(row: row)
            if !name.isEmpty { rows[name, default: []].append(row) }
        }
        return rows.filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }
            .map { LookDuplicates.SameID(id: $0.key, rows: $0.value.map { rowOfFile($0) }) }
    }

    private func match(_ match: PercentMatch, _ identical: [[Int]]) -> LookDuplicates.Match {
        var highest = [Int](repeating: 0, count: 20)
        for share in match.highest { highest[min(Int(share * 20), 19)] += 1 }
        var groupOfRow: [Int: Int] = [:]
        for (group, rows) in identical.enumerated() {
            for row in rows { groupOfRow[row] = group }
        }
        let pairs = match.pairs.lazy.filter { pair in
            groupOfRow[pair.first] == nil || groupOfRow[pair.first] != groupOfRow[pair.second]
        }
        let compared = Set(match.rows)
        let same = identical.map { rows in
            let count = rows.count { compared.contains($0) }
            return count * (count - 1) / 2
        }
        return LookDuplicates.Match(
            rows: match.rows.count,
            highest: highest,
            pairCount: match.pairCount - same.reduce(0, +),
            pairs: pairs.prefix(LookRows.most).map { pair in
                LookDuplicates.Pair(
                    first: rowOfFile(pair.first),
                    second: rowOfFile(pair.second),
                    share: pair.share
                )
            }
        )
    }

    // MARK: - Durations

    /// How long interviews took; nil without start and end.
    func durations() -> LookDurations? {
        guard let times, let summary = times.summary else { return nil }
        let known = times.minutes.indices.filter { times.minutes[$0] >= 0 }
            .sorted { (times.minutes[$0], $0) < (times.minutes[$1], $1) }
        func timed(_ row: Int) -> LookDurations.Timed {
            LookDurations.Timed(row: self.row(row), minutes: times.minutes[row])
        }
        // Tukey's outer fence: forms left open overnight are counted, not drawn.
        let fence = summary.upperQuartile + 3 * (summary.upperQuartile - summary.lowerQuartile)
        return LookDurations(
            summary: summary,
            histogram: Histogram(times.minutes.filter { $0 >= 0 }, limit: fence),
            underHalf: LookShare(n: times.underHalfOfMedian.count, of: summary.n),
            fastest: known.prefix(5).map { timed($0) },
            slowest: known.suffix(5).reversed().map { timed($0) },
            backwards: rows(times.backwards)
        )
    }

    // MARK: - Calendar

    /// How many interviews there were on each day; on each week or month where they span longer.
    func calendar(_ days: [Int?], _ interviewers: Labels?) -> LookCalendar? {
        let known = days.compactMap { $0 }
        guard let first = known.min(), let last = known.max() else { return nil }
        let step: LookCalendar.Step =
            last - first < 62 ? .day : last - first < 366 ? .week : .month
        let starts = days.map { $0.map { start(of: step, $0) } }
        let periods = Set(starts.compactMap { $0 }).sorted()
        // Centuries of months would be no calendar.
        guard periods.count <= 400 else { return nil }
        var placeOfPeriod: [Int: Int] = [:]
        for (place, period) in periods.enumerated() { placeOfPeriod[period] = place }
        let names = interviewers?.names ?? []
        var counts = [Int](repeating: 0, count: periods.count)
        var byName = [[Int]](repeating: counts, count: names.count)
        for (row, start) in starts.enumerated() {
            guard let start, let place = placeOfPeriod[start] else { continue }
            counts[place] += 1
            if let code = interviewers?.codes[row], code >= 0 { byName[Int(code)][place] += 1 }
        }
        let length = step == .month ? 7 : 10
        return LookCalendar(
            step: step,
            periods: periods.map { String(isoText(Double($0) * 86_400, .day).prefix(length)) },
            counts: counts,
            byInterviewer: order(names).map {
                LookCalendar.Row(name: names[$0], counts: byName[$0])
            }
        )
    }

    /// The first day of the day, week (from Monday) or month that `day` lies in.
    private func start(of step: LookCalendar.Step, _ day: Int) -> Int {
        switch step {
        case .day: return day
        case .week:
            // 1970-01-01 was a Thursday, three days after a Monday.
            return Int((Double(day + 3) / 7).rounded(.down)) * 7 - 3
        case .month:
            let date = CivilTime.date(days: day)
            return CivilTime.days(year: date.year, month: date.month, day: 1)
        }
    }

    /// The places of names in the order of their letters.
    func order(_ names: [String]) -> [Int] {
        names.indices.sorted { words.language.ordersBefore(names[$0], names[$1]) }
    }
}
