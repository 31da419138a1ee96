/// A language that Ashar writes in, with its rules for numbers, plurals and dates.
///
/// - SeeAlso: Unicode CLDR, plural rules and number patterns of en, ru and ky.
package enum Language: String, Sendable, Hashable, CaseIterable {
    case en
    case ru
    case ky

    /// The language of a BCP 47 code such as "ru" or "ru-KG"; nil for one that Ashar does not write.
    package init?(code: String) {
        self.init(rawValue: String(code.prefix { $0 != "-" && $0 != "_" }).lowercased())
    }

    /// What the language calls itself.
    package var name: String {
        switch self {
        case .en: "English"
        case .ru: "Русский"
        case .ky: "Кыргызча"
        }
    }

    /// How numbers are written, without decimals.
    package var numbers: NumberStyle {
        switch self {
        case .en: .english
        case .ru: .russian
        case .ky: .kyrgyz
        }
    }

    /// The form of a noun that a number asks for.
    package enum PluralCategory: String, Sendable, Hashable, CaseIterable {
        case one
        case few
        case many
        case other
    }

    /// The categories that the language tells apart.
    package var pluralCategories: [PluralCategory] {
        self == .ru ? [.one, .few, .many, .other] : [.one, .other]
    }

    /// The category of a whole number.
    package func pluralCategory(of number: Int) -> PluralCategory {
        let n = number.magnitude
        switch self {
        case .en, .ky: return n == 1 ? .one : .other
        case .ru:
            let isTeen = (11...14).contains(n % 100)
            if n % 10 == 1, !isTeen { return .one }
            return (2...4).contains(n % 10) && !isTeen ? .few : .many
        }
    }

    /// A day in words: "5 November 2025", «5 ноября 2025 г.», «2025-ж., 5-ноябрь».
    package func day(year: Int, month: Int, day: Int) -> String {
        let name = Self.months[self]?[month - 1] ?? ""
        return switch self {
        case .en: "\(day) \(name) \(year)"
        case .ru: "\(day) \(name) \(year)\u{202F}г."
        case .ky: "\(year)-ж., \(day)-\(name)"
        }
    }

    /// The months as they stand beside a day.
    private static let months: [Language: [String]] = [
        .en: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        .ru: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
            "октября", "ноября", "декабря",
        ],
        .ky: [
            "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
            "октябрь", "ноябрь", "декабрь",
        ],
    ]

    /// A day without its year, as short as it can be: "5 Nov", «5 нояб.», «5-ноя.».
    package func shortDay(month: Int, day: Int) -> String {
        let name = Self.shortMonths[self]?[month - 1] ?? ""
        return self == .ky ? "\(day)-\(name)" : "\(day) \(name)"
    }

    private static let shortMonths: [Language: [String]] = [
        .en: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        .ru: [
            "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.",
            "нояб.", "дек.",
        ],
        .ky: [
            "янв.", "фев.", "мар.", "апр.", "май", "июн.", "июл.", "авг.", "сен.", "окт.", "ноя.",
            "дек.",
        ],
    ]

    /// The ends of a range: "3 to 5", «3 – 5».
    package func range(_ low: String, _ high: String) -> String {
        self == .en ? "\(low) to \(high)" : "\(low) – \(high)"
    }

    /// Several things named in one breath: "a, b and c".
    package func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let and =
            switch self {
            case .en: "and"
            case .ru: "и"
            case .ky: "жана"
            }
        return items.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    /// Whether `a` comes before `b` in a list: Ң after Н, Ө after О, Ү after У, Ё with Е; digits by
    /// their characters, case only where nothing else differs.
    package func ordersBefore(_ a: String, _ b: String) -> Bool {
        let keys = (sortKey(a), sortKey(b))
        return keys.0 == keys.1 ? a < b : keys.0.lexicographicallyPrecedes(keys.1)
    }

    /// Twice the number of each character, with odd numbers for letters that follow another one.
    private func sortKey(_ text: String) -> [UInt32] {
        text.lowercased().unicodeScalars.map { scalar in
            switch scalar {
            case "ң": 2 * ("н" as Unicode.Scalar).value + 1
            case "ө": 2 * ("о" as Unicode.Scalar).value + 1
            case "ү": 2 * ("у" as Unicode.Scalar).value + 1
            case "ё": 2 * ("е" as Unicode.Scalar).value + 1
            default: 2 * scalar.value
            }
        }
    }
}
