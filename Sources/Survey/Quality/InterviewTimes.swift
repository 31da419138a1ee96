/// When interviews began and how long they took.
package struct InterviewTimes: Sendable, Hashable {
    /// When each began, in seconds since 1970 on the data's clock; NaN where unknown.
    package let starts: [Double]
    /// How many minutes each took; NaN where start or end is unknown; under 0 where the end is first.
    package let minutes: [Double]

    /// The times of `start` and `end`; nil unless both columns hold times of day.
    package init?(start: Column, end: Column) {
        guard case .dates(let starts, .second) = start.values,
            case .dates(let ends, .second) = end.values
        else { return nil }
        self.starts = starts
        minutes = zip(starts, ends).map { ($1 - $0) / 60 }
    }

    /// The rows whose interview ends before it begins.
    package var backwards: [Int] { minutes.indices.filter { minutes[$0] < 0 } }

    /// The summary of the durations from 0 up; nil when there is none.
    package var summary: NumberSummary? { NumberSummary(minutes.filter { $0 >= 0 }) }

    /// The rows with less than half of the median duration, the shortest first.
    package var underHalfOfMedian: [Int] {
        guard let median = summary?.median else { return [] }
        return minutes.indices.filter { minutes[$0] >= 0 && minutes[$0] < median / 2 }
            .sorted { (minutes[$0], $0) < (minutes[$1], $1) }
    }
}

/// The rows of `starts` (seconds since 1970) that began before 6 or from 22 o'clock.
package func rowsAtOddHours(_ starts: [Double]) -> [Int] {
    starts.indices.filter { row in
        let start = starts[row]
        guard start.isFinite else { return false }
        let ofDay = start - (start / 86_400).rounded(.down) * 86_400
        return ofDay < 6 * 3600 || ofDay >= 22 * 3600
    }
}

/// The days, counted from 1970-01-01, of `seconds`; nil where unknown or no date of this era.
package func days(of seconds: [Double]) -> [Int?] {
    seconds.map { second in
        // The years 1 to 9999, as dates are written.
        second.isFinite && abs(second) < 2.6e11 ? Int((second / 86_400).rounded(.down)) : nil
    }
}
