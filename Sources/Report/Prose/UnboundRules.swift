/// Which numbers and words of a text say something about the findings, so that something must bind them.
///
/// The rules are those of docs/prose.md, "Numbers from elsewhere".
struct UnboundRules {
    /// The text in small letters.
    private let text: [Character]
    private let language: Language
    private let claims: [Character: [[Character]]]

    init(_ text: [Character], _ language: Language) {
        self.text = text
        self.language = language
        claims = Dictionary(grouping: language.claimWords.map(Array.init)) { $0[0] }
    }

    // MARK: - Numbers

    /// Whether a decimal digit stands at `position`.
    func isDigit(_ position: Int) -> Bool {
        guard text.indices.contains(position) else { return false }
        return text[position].unicodeScalars.first?.properties.generalCategory == .decimalNumber
    }

    /// The end of the number that begins at `start`: its digits with marks between them, and groups of
    /// three after a blank.
    func numberEnd(_ start: Int) -> Int {
        var end = start
        while isDigit(end) || ".,".contains(character(end)) && isDigit(end + 1) && end > start {
            end += 1
        }
        while isBlank(end), (1...3).allSatisfy({ isDigit(end + $0) }), !isDigit(end + 4),
            end - start <= 3 || isBlank(end - 4)
        {
            end += 4
            if ".,".contains(character(end)), isDigit(end + 1) {
                end += 1
                while isDigit(end) { end += 1 }
                break
            }
        }
        return end
    }

    /// Whether the number is no finding: a year or day, part of a word, or the number of a thing.
    func isExempt(_ number: Range<Int>) -> Bool {
        if isPartOfWord(number) { return true }
        let next = number.upperBound + (isBlank(number.upperBound) ? 1 : 0)
        if character(next) == "%" { return false }
        return isYear(number) || isDay(number) || isCountedThrough(number)
    }

    private func character(_ position: Int) -> Character {
        text.indices.contains(position) ? text[position] : " "
    }

    private func isLetter(_ position: Int) -> Bool {
        character(position).isLetter || character(position) == "_"
    }

    private func isBlank(_ position: Int) -> Bool {
        text.indices.contains(position) && " \u{A0}\u{202F}\u{2009}".contains(text[position])
    }

    private func isHyphen(_ position: Int) -> Bool {
        "-\u{2010}\u{2011}".contains(character(position))
    }

    private func isPartOfWord(_ number: Range<Int>) -> Bool {
        let (start, end) = (number.lowerBound, number.upperBound)
        if isLetter(start - 1) || isLetter(end) { return true }
        if isHyphen(start - 1), isLetter(start - 2) { return true }
        // A character by its number: &#8211;
        if character(start - 1) == "#", character(start - 2) == "&" { return true }
        // An ordinal: «3-й», «20-х».
        return language != .en && isHyphen(end) && isLetter(end + 1)
            && (!isLetter(end + 2) || !isLetter(end + 3))
    }

    private func isYear(_ number: Range<Int>) -> Bool {
        let digits = String(text[number])
        return digits.count == 4 && (1900...2099).contains(Int(digits) ?? 0)
    }

    /// Whether the number is part of a date: 2025-11-05, 05.11.2025, 5 November, 5-ноябрь.
    private func isDay(_ number: Range<Int>) -> Bool {
        let parts = text[number].split(separator: ".")
        if parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 {
            return true
        }
        guard number.count <= 2, (1...31).contains(Int(String(text[number])) ?? 0) else {
            return false
        }
        if isDateByNumbers(number) { return true }
        var after = number.upperBound
        // "5–12 November", "5 and 6 November": the first number as well.
        if isHyphen(after) || "–—".contains(character(after)), isDigit(after + 1) {
            after = numberEnd(after + 1)
        }
        return language.isMonth(word(after: after))
            || language == .en && language.isMonth(wordBefore(number))
    }

    /// Whether the number is the month or day of a date in digits alone.
    private func isDateByNumbers(_ number: Range<Int>) -> Bool {
        let start = number.lowerBound
        guard isHyphen(start - 1), number.count == 2 else { return false }
        let isMonth = isHyphen(number.upperBound) && isDigit(number.upperBound + 1)
        let year = isMonth ? start - 5 : start - 8
        return (0..<4).allSatisfy { isDigit(year + $0) } && !isDigit(year - 1)
            && (isMonth || isHyphen(start - 4))
    }

    /// Whether the number tells one thing of a row from the others: "table 3", "waves 2 and 3", № 5.
    private func isCountedThrough(_ number: Range<Int>) -> Bool {
        var start = number.lowerBound
        if "№§#".contains(character(start - 1)) { return true }
        if isBlank(start - 1), "№§#".contains(character(start - 2)) { return true }
        if language == .ky, isHyphen(number.upperBound) {
            let noun = word(after: number.upperBound)
            if language.countedThings.contains(where: { noun.hasPrefix($0) }) { return true }
        }
        // "tables 3, 4 and 5": the word stands before the first of them.
        for _ in 0..<10 {
            let before = wordBefore(start..<start)
            if language.countedThings.contains(before) { return true }
            guard let earlier = numberBefore(start) else { return false }
            start = earlier
        }
        return false
    }

    /// Where the number begins that stands before `start` in a list of numbers.
    private func numberBefore(_ start: Int) -> Int? {
        var position = start
        while isBlank(position - 1) { position -= 1 }
        for and in ["and", "to", "и", "до", "по", "жана"]
        where position > and.count + 1
            && text[(position - and.count)..<position].elementsEqual(and)
            && isBlank(position - and.count - 1)
        {
            position -= and.count
            break
        }
        while isBlank(position - 1) || ",–—-".contains(character(position - 1)), position > 0 {
            position -= 1
        }
        guard position < start, isDigit(position - 1) else { return nil }
        while isDigit(position - 1) || character(position - 1) == "." { position -= 1 }
        return position
    }

    /// The letters after `position`, past blanks and hyphens.
    private func word(after position: Int) -> String {
        var start = position
        while start - position < 3, isBlank(start) || isHyphen(start) { start += 1 }
        var end = start
        while isLetter(end), end - start < 20 { end += 1 }
        return String(text[start..<max(start, end)])
    }

    /// The letters before `number`, past one blank.
    private func wordBefore(_ number: Range<Int>) -> String {
        var end = number.lowerBound
        while isBlank(end - 1) || character(end - 1) == "\n", end > 0 { end -= 1 }
        if character(end - 1) == ".", end > 0 { end -= 1 }
        var start = end
        while start > 0, isLetter(start - 1), end - start < 20 { start -= 1 }
        return String(text[start..<end])
    }

    // MARK: - Claims

    /// How many characters the word that compares takes that begins at `position`; nil for none.
    func claim(at position: Int) -> Int? {
        guard !isLetter(position - 1), let candidates = claims[text[position]] else { return nil }
        return candidates.first { matches($0, at: position) }?.count
    }

    private func matches(_ letters: [Character], at position: Int) -> Bool {
        guard position + letters.count <= text.count else { return false }
        return letters.indices.allSatisfy { index in
            let character = text[position + index]
            return letters[index] == character || letters[index] == " " && character.isWhitespace
        }
    }
}

extension Language {
    /// Beginnings of words that say how things compare; a sentence with one needs a bound claim.
    fileprivate var claimWords: [String] {
        switch self {
        case .en:
            [
                "highest", "lowest", "majority", "minority", "more than", "less than", "fewer than",
                "higher than", "lower than", "greater than", "no difference", "the same as",
                "greatest", "smallest", "largest", "most people", "most respondents",
            ]
        case .ru:
            [
                "большинств", "меньшинств", "наибольш", "наименьш", "самый высок", "самая высок",
                "самое высок", "самый низк", "самая низк", "самое низк", "выше, чем", "ниже, чем",
                "больше, чем", "меньше, чем", "выше чем", "ниже чем", "больше чем", "меньше чем",
                "чаще, чем", "реже, чем", "нет различ", "не различа", "одинаков",
            ]
        case .ky:
            [
                "көпчүлү", "азчылы", "эң жогорку", "эң төмөнкү", "эң көп", "эң аз", "айырма жок",
            ]
        }
    }

    /// Words for things that are counted through: table 3, wave 2.
    fileprivate var countedThings: Set<String> {
        switch self {
        case .en:
            [
                "chapter", "chapters", "section", "sections", "table", "tables", "figure",
                "figures",
                "page", "pages", "appendix", "annex", "question", "questions", "item", "items",
                "step", "steps", "wave", "waves", "round", "rounds", "phase", "phases", "footnote",
            ]
        case .ru:
            [
                "глава", "главы", "главе", "раздел", "раздела", "разделе", "разделы", "таблица",
                "таблицы", "таблице", "таблицу", "табл", "рисунок", "рисунка", "рисунке", "рисунки",
                "рис", "страница", "страницы", "странице", "стр", "приложение", "приложения",
                "приложении", "вопрос", "вопроса", "вопросе", "вопросы", "пункт", "пункта",
                "пункте", "пункты", "шаг", "шага", "шаги", "волна", "волны", "волне", "волну",
                "раунд", "раунда", "раунде", "этап", "этапа", "этапе", "статья", "статьи", "статье",
            ]
        case .ky:
            [
                "бөлүм", "таблица", "сүрөт", "бет", "тиркеме", "суроо", "пункт", "кадам", "толкун",
                "раунд", "этап", "глава", "берене",
            ]
        }
    }

    /// Whether `word`, in small letters, is a month as it stands beside a day.
    fileprivate func isMonth(_ word: String) -> Bool {
        switch self {
        case .en:
            Self.monthsInEnglish.contains { $0 == word || word.count > 2 && $0.prefix(3) == word }
                || word == "sept"
        case .ru, .ky: Self.monthsInRussian.contains { word.hasPrefix($0) }
        }
    }

    private static let monthsInEnglish = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// Beginnings, since the ends change; Kyrgyz has the same names.
    private static let monthsInRussian = [
        "январ", "феврал", "март", "апрел", "мая", "май", "июн", "июл", "август", "сентябр",
        "октябр", "ноябр", "декабр",
    ]
}
