import Base
import Survey

/// One variable with its values, its texts already text: what becomes a column.
struct StatColumnSource {
    let name: String
    let label: LocalText
    /// The display format: "DATE11", "%td".
    let format: String
    /// Labels of numbers, Stata's missing values among them as the numbers that stand for them.
    var numberLabels: [Double: LocalText] = [:]
    var textLabels: [(text: String, label: LocalText)] = []
    var missingNumbers = MissingNumbers()
    var missingTexts: Set<String> = []
    /// Where problems are reported.
    let location: Problem.Location

    /// The variable as the dictionary describes it.
    init(
        _ variable: StatDictionary.Variable,
        name: String,
        labels: [StatDictionary.Label],
        file: String,
        reader: inout StatTextReader
    ) {
        self.name = name
        label = LocalText(reader.text(variable.label))
        format = variable.format
        location = Problem.Location(file, column: name)
        for entry in labels {
            let label = LocalText(reader.text(entry.label))
            switch entry.key {
            case .number(let number) where !number.isNaN:
                numberLabels[number] = label
            case .tag(let letter):
                if let number = StataMissing.number(letter: letter) { numberLabels[number] = label }
            case .text(let text):
                textLabels.append((reader.text(text), label))
            case .number: continue
            }
        }
        for missing in variable.missing { add(missing, reader: &reader) }
    }

    private mutating func add(_ missing: StatDictionary.Missing, reader: inout StatTextReader) {
        switch missing {
        case .numbers(let low, let high) where low == high:
            missingNumbers.values.insert(low)
        case .numbers(let low, let high) where low < high:
            missingNumbers.ranges.append(low...high)
        case .numbers: return
        case .texts(let low, _):
            missingTexts.insert(reader.text(low))
        }
    }

    func problem(
        _ severity: Problem.Severity,
        _ code: Problem.Code,
        _ message: String,
        remedy: String
    ) -> Problem {
        Problem(severity, code, at: location, message, remedy: remedy)
    }
}

/// A number as the shortest text that gives it back: "1", "2.5".
func shortestText(_ number: Double) -> String {
    if let name = StataMissing.name(number) { return name }
    let whole = number.rounded()
    return whole == number && abs(number) < 1e15 ? String(Int(whole)) : String(number)
}
