import Base
import Survey

/// How a study's weights were made, in sentences: for the page on weights and for the report.
struct WeightStory {
    let declared: WeightingDeclaration
    let weights: PreparedStudy.Weights
    let words: Words
    /// The code under which the study's own texts are found.
    let language: String
    let data: Microdata

    /// nil where the study makes no weights.
    init?(_ prepared: PreparedStudy, words: Words, language: String) {
        guard let declared = prepared.study.weighting, let weights = prepared.weights else {
            return nil
        }
        self.declared = declared
        self.weights = weights
        self.words = words
        self.language = language
        data = prepared.data
    }

    private func say(_ word: WeightMethodWord, _ values: [String: Words.Value] = [:]) -> String {
        words(word, values)
    }

    /// The steps in their order, one sentence each, and where the population figures come from.
    var text: String {
        let steps = weights.history.steps.map(\.kind)
        var sentences = [say(declared.probabilities.isEmpty ? .fromOne : .fromProbabilities)]
        if steps.contains(.persons) { sentences.append(say(.persons)) }
        if steps.contains(.response), let within = declared.response?.within {
            let names = within.map { label(of: $0) }.joined(separator: " × ")
            sentences.append(say(.response, ["classes": .text(names)]))
        }
        if steps.contains(.margins) {
            let names = declared.margins.map { name(of: $0) }
            sentences.append(say(.fitted, ["margins": .text(words.language.list(names))]))
        }
        if steps.contains(.trimmed) {
            sentences.append(say(.cut, ["limits": .text(limits)]))
            if steps.contains(.marginsAgain) { sentences.append(say(.again)) }
        }
        return (sentences + sources).joined(separator: " ")
    }

    /// Where the population figures come from, each source once.
    private var sources: [String] {
        let own = declared.margins.compactMap { margin -> String? in
            let source = margin.source.text(in: language)
            return source.isEmpty ? nil : "\(name(of: margin)): \(source)"
        }
        let common = declared.source.text(in: language)
        let all = (common.isEmpty ? [] : [common]) + own
        return all.isEmpty || declared.margins.isEmpty
            ? [] : [say(.sources, ["source": .text(all.joined(separator: " "))])]
    }

    private var limits: String {
        guard let trim = declared.trim else { return "" }
        let numbers = words.language.numbers
        func written(_ limit: Double?) -> Words.Value {
            let limit = limit ?? 0
            return .text(numbers.with(decimals: limit == limit.rounded() ? 0 : 2).text(limit))
        }
        let key: WeightMethodWord =
            switch (trim.atLeast, trim.atMost) {
            case (nil, _): trim.isTimesMedian ? .medianHighest : .peopleHighest
            case (_, nil): trim.isTimesMedian ? .medianLowest : .peopleLowest
            default: trim.isTimesMedian ? .medianBoth : .peopleBoth
            }
        return say(key, ["low": written(trim.atLeast), "high": written(trim.atMost)])
    }

    // MARK: - Names

    /// What people call a variable.
    func label(of variable: String) -> String {
        let text = data[variable]?.label.text(in: language) ?? ""
        return text.isEmpty ? variable : text
    }

    func name(of margin: WeightingDeclaration.MarginDeclaration) -> String {
        margin.variables.map { label(of: $0) }.joined(separator: " × ")
    }

    /// What people call the margin of that name, and its groups by their codes.
    func labels(of margin: String) -> (name: String, groups: [String: String]) {
        guard let declared = declared.margins.first(where: { $0.name == margin }) else {
            return (margin, [:])
        }
        let groups = declared.counts.map { count in
            let codes = count.codes.joined(separator: " × ")
            let texts = zip(declared.variables, count.codes).map { label(of: $1, in: $0) }
            return (codes, texts.joined(separator: " × "))
        }
        return (name(of: declared), Dictionary(groups) { first, _ in first })
    }

    private func label(of code: String, in variable: String) -> String {
        guard case .codes(_, let categories) = data[variable]?.values,
            let category = categories.first(where: { $0.name == code })
        else { return code }
        return category.text(in: language)
    }
}
