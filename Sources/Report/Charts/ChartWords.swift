/// The words that charts and their tables add to the texts of a study, in one language.
///
/// In the sentences %1, %2 ... stand for texts and numbers that are put in.
package struct ChartWords: Sendable, Hashable {
    package var disagree = "Disagree"
    package var agree = "Agree"
    package var neutral = "Neutral"
    package var noAnswer = "No answer"
    /// The column of respondents, unweighted.
    package var n = "n"
    package var estimate = "Estimate"
    package var interval = "95% interval"
    package var overall = "All"
    package var scale = "Scale"
    /// Over the columns of sums, such as all who agree.
    package var total = "In all"
    package var percent = "Percent"
    package var group = "Group"
    package var item = "Item"
    package var answer = "Answer"
    package var from = "From"
    package var to = "to"
    package var period = "Period"
    package var number = "Number"
    package var median = "Median"
    package var correlation = "Correlation"
    package var reversed = "reversed"
    package var showTable = "Show the values as a table"
    package var valuesOf = "Values of the chart: %1"
    package var axisNotZero = "The axis does not start at zero."
    package var hiddenNote = "[c]: hidden, because too few people answered."
    package var bracketNote =
        "In brackets: few people answered; read with care."
    package var unavailableNote = "[x]: not available."
    package var contents = "Contents"
    /// The name of the strip of warnings, for screen readers.
    package var warning = "Warning"
    package var skip = "Skip to the text"
    package var source = "Source: %1"
    // Sentences of the text alternative.
    package var divergingBars = "Diverging bars of %1 rows."
    package var agreeRange = "The share who agree runs from %1 (%2) to %3 (%4)."
    package var intervalPlot = "Dots with intervals for %1 groups."
    package var dotPlot = "Dots for %1 groups, without intervals."
    package var bars = "Bars of %1 answers."
    package var histogram = "Columns of the distribution, from %1 to %2."
    package var columns = "Columns over time: %1 periods, from %2 to %3."
    package var range = "The values run from %1 (%2) to %3 (%4)."
    package var grid = "Grid of correlations between %1 scales."
    package var heat = "Grid of %1 rows by %2 columns."
    package var tableFollows = "The values are in the table that follows."

    package init() {}

    package static let english = ChartWords()
}

/// `pattern` with its numbered places, such as %1, replaced by the texts.
package func fill(_ pattern: String, _ texts: String...) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let mark = rest.firstIndex(of: "%") {
        result += rest[..<mark]
        let next = rest.index(after: mark)
        if next < rest.endIndex, let place = rest[next].wholeNumberValue,
            texts.indices.contains(place - 1)
        {
            result += texts[place - 1]
            rest = rest[rest.index(after: next)...]
        } else {
            result += "%"
            rest = rest[next...]
        }
    }
    return result + rest
}
