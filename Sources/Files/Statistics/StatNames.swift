import Base
import Survey

/// The dictionary in text: names that differ, and what comes of the values.
struct StatNames {
    private let dictionary: StatDictionary
    private let file: String
    private var reader: StatTextReader
    private(set) var names: [String] = []
    private(set) var problems: [Problem] = []

    init(_ dictionary: StatDictionary, file: String) {
        self.dictionary = dictionary
        self.file = file
        // Stata's files are in UTF-8 since version 118, in nobody knows what before.
        let claimed = dictionary.version >= 118 ? "UTF-8" : dictionary.encoding
        reader = StatTextReader(StatEncoding(claimed: claimed, texts: dictionary.texts))
        var taken: Set<String> = []
        for (index, variable) in dictionary.variables.enumerated() {
            let written = reader.text(variable.name)
            let wanted = written.isEmpty ? "V\(index + 1)" : written
            var name = wanted
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(wanted)_\(number)"
                number += 1
            }
            if name != wanted { problems.append(duplicate(wanted, name)) }
            names.append(name)
        }
    }

    private func duplicate(_ wanted: String, _ name: String) -> Problem {
        Problem(
            .warning,
            "statfile.duplicate-name",
            at: .init(file, column: name),
            "another variable is called \(Problem.quote(wanted)) too; this one is read as \(name)",
            remedy: "Give the variables different names in the program that wrote the file."
        )
    }

    /// The table of the columns that are not skipped.
    mutating func microdata(
        _ values: StatValues,
        rowCount: Int,
        skipping skips: [Bool]
    ) -> Microdata {
        var columns: [Column] = []
        decideEncoding(by: values)
        for (index, variable) in dictionary.variables.enumerated() where !skips[index] {
            reportLostLabels(variable, names[index])
            let source = StatColumnSource(
                variable,
                name: names[index],
                labels: dictionary.labels[variable.labelSet] ?? [],
                file: file,
                reader: &reader
            )
            let position = columns.count
            if variable.isText {
                let pool = values.pools[position]
                let texts = reader.texts(pool.texts)
                columns.append(
                    source.column(pool: texts, positions: pool.positions, problems: &problems)
                )
            } else {
                columns.append(
                    source.column(numbers: values.numbers[position], problems: &problems)
                )
            }
        }
        reportEncoding()
        // The data view of SPSS and Stata counts rows from 1, without a header.
        let origin = Microdata.Origin(file: file, firstLine: 1)
        return Microdata(rowCount: rowCount, columns: columns, origin: origin)
    }

    /// Lets the values decide where the dictionary is plain ASCII and claims nothing.
    private mutating func decideEncoding(by values: StatValues) {
        guard dictionary.version < 118, dictionary.texts.joined().allSatisfy({ $0 < 0x80 }) else {
            return
        }
        let texts = values.pools.flatMap(\.texts)
        reader = StatTextReader(StatEncoding(claimed: dictionary.encoding, texts: texts))
    }

    /// A set of labels that is named but not there: dropped in Stata, or the file is cut short.
    private mutating func reportLostLabels(_ variable: StatDictionary.Variable, _ name: String) {
        guard !variable.labelSet.isEmpty, dictionary.labels[variable.labelSet] == nil else {
            return
        }
        problems.append(
            Problem(
                .warning,
                "statfile.labels-lost",
                at: .init(file, column: name),
                "its value labels are not in the file",
                remedy: "If it should have some, the file may be cut short: export it again."
            )
        )
    }

    private mutating func reportEncoding() {
        if reader.encoding.isGuess {
            problems.append(
                Problem(
                    .warning,
                    "statfile.encoding-guessed",
                    at: .init(file),
                    "the file does not say truly how its letters are encoded; read as \(reader.encoding.name)",
                    remedy:
                        "Look at a few labels; if they are wrong, save the file anew in Unicode."
                )
            )
        }
        if reader.badTexts > 0 {
            problems.append(
                Problem(
                    .warning,
                    "statfile.bad-text",
                    at: .init(file),
                    "\(reader.badTexts) texts hold bytes that are no letters; “\u{FFFD}” stands for them",
                    remedy:
                        "Often a text was cut in the middle of a letter: mend it in the original."
                )
            )
        }
    }
}
