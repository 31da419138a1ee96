import Base
import Survey

extension StatColumnSource {
    /// A column of a numeric variable: dates, answers of a closed list, or numbers.
    ///
    /// Dates are recognised by the display format. A variable is a *closed list* when its value labels
    /// describe it, that is, some labelled value is not missing and one of these holds:
    /// - every answer given has a label (missing ones need none);
    /// - labels and answers are whole numbers, no answer lies outside the labelled ones, and those span
    ///   at most 11 steps: a scale from 1 to 5 or from 0 to 10 with only its ends labelled;
    /// - at least as many of the answers given have a label as have none: a list with strays, which are
    ///   reported.
    ///
    /// Else it is a quantity on which a few values are labelled (98 and 99 on an age): numbers, the
    /// labels kept in `numberLabels`. Stata's `.a` to `.z` become what ``StataMissing`` says.
    ///
    /// - Parameters:
    ///   - values: One a row; NaN is missing, the lowest byte of its bits Stata's letter or 0.
    ///   - problems: Gets what a person should look at.
    /// - Returns: The column, with as many rows as `values`.
    func column(numbers values: [Double], problems: inout [Problem]) -> Column {
        let numbers = values.map(StatColumnSource.withoutLetters)
        var missing = missingNumbers
        missing.values.formUnion(
            Set(numbers.lazy.filter { $0 > 8e307 && StataMissing.name($0) != nil })
        )
        if let dates = StatDates(format: format) {
            return dateColumn(numbers, dates, missing)
        }
        if let categories = closedList(numbers, missing, &problems) {
            return codedColumn(numbers, categories)
        }
        reportUndeclared(missing, &problems)
        return Column(
            name: name,
            label: label,
            values: .numbers(Numbers(numbers)),
            missingNumbers: missing,
            numberLabels: numberLabels
        )
    }

    /// The number, Stata's letters in a NaN turned into the numbers that stand for them.
    private static func withoutLetters(_ number: Double) -> Double {
        guard number.isNaN else { return number }
        let letter = UInt8(truncatingIfNeeded: number.bitPattern)
        return StataMissing.number(letter: letter) ?? .nan
    }

    private func dateColumn(
        _ numbers: [Double],
        _ dates: StatDates,
        _ missing: MissingNumbers
    ) -> Column {
        let seconds = numbers.map { StataMissing.name($0) == nil ? dates.seconds($0) : $0 }
        let converted = MissingNumbers(
            Set(missing.values.map { StataMissing.name($0) == nil ? dates.seconds($0) : $0 }),
            ranges: missing.ranges.compactMap { range in
                let (low, high) = (dates.seconds(range.lowerBound), dates.seconds(range.upperBound))
                return low <= high ? low...high : nil
            }
        )
        return Column(
            name: name,
            label: label,
            values: .dates(seconds, dates.precision),
            missingNumbers: converted
        )
    }

    // MARK: - Closed lists

    /// The numbers that make up the closed list, ascending; nil when the variable is none.
    private func closedList(
        _ numbers: [Double],
        _ missing: MissingNumbers,
        _ problems: inout [Problem]
    ) -> [Double]? {
        let valid = numberLabels.keys.filter { !missing.contains($0) && !isStataMissing($0) }
        guard let least = valid.min(), let most = valid.max() else { return nil }
        // Beyond this many different values none of the rules can hold.
        let limit = min(numberLabels.count * 2 + 64, Codes.mostCategories)
        var seen: Set<Double> = []
        for number in numbers where !number.isNaN && seen.insert(number).inserted {
            if seen.count > limit { return nil }
        }
        let given = seen.filter { !missing.contains($0) }
        let strays = given.filter { numberLabels[$0] == nil }
        let isShortScale =
            most - least <= 10 && valid.count > 1
            && (valid + given).allSatisfy { $0 == $0.rounded() && (least...most).contains($0) }
        guard strays.isEmpty || isShortScale || strays.count * 2 <= given.count else { return nil }
        var all = seen.union(numberLabels.keys)
        if isShortScale, !strays.isEmpty {
            all.formUnion((0...Int(most - least)).map { least + Double($0) })
        } else if !strays.isEmpty {
            report(strays: strays, in: numbers, &problems)
        }
        return all.count <= Codes.mostCategories ? all.sorted() : nil
    }

    private func isStataMissing(_ number: Double) -> Bool { StataMissing.name(number) != nil }

    private func codedColumn(_ numbers: [Double], _ list: [Double]) -> Column {
        let categories = list.map { number in
            Category(
                shortestText(number),
                label: numberLabels[number] ?? LocalText([:]),
                isMissing: missingNumbers.contains(number) || isStataMissing(number)
            )
        }
        let positions = Dictionary(uniqueKeysWithValues: zip(list, 1...))
        let codes = numbers.map { $0.isNaN ? 0 : positions[$0] ?? 0 }
        var missing = missingNumbers
        missing.values = missing.values.filter { !isStataMissing($0) }
        return Column(
            name: name,
            label: label,
            values: .codes(Codes(codes, categoryCount: list.count), categories),
            missingNumbers: missing
        )
    }

    // MARK: - Problems

    private func report(
        strays: Set<Double>,
        in numbers: [Double],
        _ problems: inout [Problem]
    ) {
        let rows = numbers.count { strays.contains($0) }
        let names = strays.sorted().prefix(5).map(shortestText).joined(separator: ", ")
        problems.append(
            problem(
                .warning,
                "statfile.unlabelled-values",
                "\(rows) answers are values without a label (\(names)) on a list of labelled values",
                remedy: "Label them, or declare them missing, in the program that wrote the file."
            )
        )
    }

    /// Labels on a quantity that the file does not declare missing are often missing codes.
    private func reportUndeclared(_ missing: MissingNumbers, _ problems: inout [Problem]) {
        let undeclared = numberLabels.keys.filter { !missing.contains($0) && !isStataMissing($0) }
        guard !undeclared.isEmpty else { return }
        let names = undeclared.sorted().prefix(5).map { number in
            "\(shortestText(number)) \(Problem.quote(numberLabels[number]?.text(in: "") ?? ""))"
        }
        problems.append(
            problem(
                .note,
                "statfile.labels-on-numbers",
                "is read as numbers, although some have labels: \(names.joined(separator: ", "))",
                remedy: "If they stand for no answer, declare them as missing in study.yaml."
            )
        )
    }
}
