/// Something in a text by which a person can be found.
package struct PersonalTrace: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case name
        case telephone
        /// A personal number, a passport, an identity card.
        case document
        case email
    }

    package let kind: Kind
    /// Scalars of the text, the end exclusive; the whole text for a name.
    package let range: Range<Int>
}

extension PersonalTrace {
    /// What a text for print must not hold: telephone and document numbers, e-mail addresses, and names of
    /// the list.
    ///
    /// - Telephones: 9 to 15 digits that begin with +, 0, 7, 8, 996 or 998, or stand as 555 12 34 56;
    ///   blanks, hyphens, dots and brackets may stand between them.
    /// - Documents: 14 digits (the personal numbers of Kyrgyzstan and Uzbekistan), any other 9 or more
    ///   that are no telephone, and two capital letters before 6 to 8 digits (AN, ID, PE, AA…).
    /// - Numbers of groups of three (1 000 000 000), years and dates are none of these.
    package static func all(
        in text: String,
        names: Pseudonyms = Pseudonyms([]),
        language: String = ""
    ) -> [PersonalTrace] {
        let scalars = Array(text.unicodeScalars)
        var traces = numbers(in: scalars) + addresses(in: scalars)
        if names.areIn(text, language: language) {
            traces.append(PersonalTrace(kind: .name, range: 0..<scalars.count))
        }
        return traces.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    // MARK: - Numbers

    private static func numbers(in scalars: [Unicode.Scalar]) -> [PersonalTrace] {
        var traces: [PersonalTrace] = []
        var index = 0
        while index < scalars.count {
            guard isDigit(scalars[index]) else {
                index += 1
                continue
            }
            let run = digitRun(from: index, scalars)
            index = run.range.upperBound
            if let trace = trace(of: run, scalars) { traces.append(trace) }
        }
        return traces
    }

    /// Digits with little between them.
    private struct Run {
        var range: Range<Int>
        var groups: [Int] = []
        var digits: [Unicode.Scalar] = []
    }

    private static func digitRun(from start: Int, _ scalars: [Unicode.Scalar]) -> Run {
        var run = Run(range: start..<start)
        var index = start
        while index < scalars.count {
            let first = index
            while index < scalars.count, isDigit(scalars[index]) { index += 1 }
            run.groups.append(index - first)
            run.digits += scalars[first..<index]
            run.range = start..<index
            // At most three signs between two groups, as in “) 55-”.
            var next = index
            while next < scalars.count, next - index < 3, between.contains(scalars[next]) {
                next += 1
            }
            guard next < scalars.count, next > index, isDigit(scalars[next]) else { break }
            index = next
        }
        return run
    }

    private static func trace(of run: Run, _ scalars: [Unicode.Scalar]) -> PersonalTrace? {
        let count = run.digits.count
        var start = run.range.lowerBound
        let isPlus = start > 0 && scalars[start - 1] == "+"
        if isPlus { start -= 1 }
        let whole = start..<run.range.upperBound
        if let letters = capitals(before: run.range.lowerBound, scalars), run.groups.count <= 2,
            6...8 ~= count
        {
            return PersonalTrace(kind: .document, range: letters..<run.range.upperBound)
        }
        guard count >= 9 else { return nil }
        let isOfCountry =
            count == 12 && ["996", "998"].contains { run.digits.starts(with: $0.unicodeScalars) }
        // A run after a plus that is longer than a number is several of them.
        if isPlus || isOfCountry { return PersonalTrace(kind: .telephone, range: whole) }
        if isAmount(run) || areDates(run) { return nil }
        let starts = ["0", "7", "8", "996", "998"].contains {
            run.digits.starts(with: $0.unicodeScalars)
        }
        let isSpaced = run.groups.count >= 3 && count <= 12 && run.groups.allSatisfy { $0 <= 4 }
        let isTelephone = count <= 12 && starts || isSpaced
        return PersonalTrace(kind: isTelephone ? .telephone : .document, range: whole)
    }

    /// Groups of three after a first of one to three digits, which is no 0.
    private static func isAmount(_ run: Run) -> Bool {
        run.groups.count > 1 && run.groups[0] <= 3 && run.digits[0] != "0"
            && run.groups.dropFirst().allSatisfy { $0 == 3 }
    }

    /// Days, months and years alone: 12.05.2023 14.06.2023, 2019 2020 2021.
    private static func areDates(_ run: Run) -> Bool {
        var position = 0
        var years = 0
        for group in run.groups {
            let digits = run.digits[position..<position + group]
            position += group
            if group == 4 {
                let isYear = digits.starts(with: ["1", "9"]) || digits.starts(with: ["2", "0"])
                guard isYear else { return false }
                years += 1
            } else if group > 2 {
                return false
            }
        }
        return years > 0 && run.groups.count <= years * 3
    }

    /// Where two capital letters before a number start; a blank, a hyphen, № or N may stand between.
    private static func capitals(before start: Int, _ scalars: [Unicode.Scalar]) -> Int? {
        var end = start
        while end > 0, start - end < 3, " -№\u{A0}".unicodeScalars.contains(scalars[end - 1]) {
            end -= 1
        }
        guard end >= 2, scalars[end - 2..<end].allSatisfy({ $0.properties.isUppercase }) else {
            return nil
        }
        let isAlone = end == 2 || !scalars[end - 3].properties.isAlphabetic
        return isAlone ? end - 2 : nil
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static let between = Set(" -().–‑\u{A0}\u{202F}".unicodeScalars)

    // MARK: - Addresses

    private static func addresses(in scalars: [Unicode.Scalar]) -> [PersonalTrace] {
        scalars.indices.compactMap { at in
            guard scalars[at] == "@" else { return nil }
            var start = at
            while start > 0, isAddress(scalars[start - 1]) { start -= 1 }
            var end = at + 1
            while end < scalars.count, isAddress(scalars[end]) { end += 1 }
            while end > at + 1, scalars[end - 1] == "." { end -= 1 }
            guard start < at, scalars[at + 1..<end].contains("."), scalars[at + 1] != "." else {
                return nil
            }
            return PersonalTrace(kind: .email, range: start..<end)
        }
    }

    private static func isAddress(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || isDigit(scalar) || "._%+-".unicodeScalars.contains(scalar)
    }
}
