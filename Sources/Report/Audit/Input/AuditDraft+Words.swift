/// Words of headings and labels, in English, Russian and Kyrgyz.
enum HeadingWords {
    /// What figures under `heading` are; nil where its words do not say.
    ///
    /// "n" is a count beside percentages, and a base beside means.
    static func statistic(_ heading: String, besideMeans: Bool) -> AuditedTable.Statistic? {
        let identity = AuditedTable.Line.identity(of: heading)
        if isChange(heading) { return .other }
        if isBase(identity) { return .base }
        if heading.contains("%"), identity.count < 12 || endsInPercent(heading) { return .percent }
        if isPeople(identity) { return besideMeans ? .base : .count }
        let starts = ["number of ", "no of ", "количество ", "число "]
        if starts.contains(where: { identity.hasPrefix($0) }) { return .count }
        for (statistic, words) in statistics where words.contains(identity) { return statistic }
        return identity.hasPrefix("median ") ? .other : nil
    }

    /// Whether a heading ends in ", %", as after what the share is of.
    private static func endsInPercent(_ heading: String) -> Bool {
        heading.hasSuffix("%") && heading.dropLast().last { $0 != " " } == ","
    }

    /// Whether figures are a difference or a quotient of others: they may be negative or above 100.
    static func isChange(_ heading: String) -> Bool {
        let words = AuditedTable.Line.identity(of: heading).split(separator: " ").map(String.init)
        guard let first = words.first, words.count <= 6 else { return false }
        if heading.contains("100)"), heading.contains("=") { return true }
        if words.count == 1, changes.union(["nps", "index", "индекс"]).contains(first) {
            return true
        }
        // In sentences such words mean anything: only short headings count, or those with a unit.
        let hasUnit =
            heading.contains("%") || !Set(words).isDisjoint(with: ["pp", "points", "пп", "пункты"])
        return changes.contains(first) && (words.count <= 3 || hasUnit)
            || (hasUnit && !changes.isDisjoint(with: words))
    }

    private static let changes: Set<String> = [
        "growth", "change", "changes", "difference", "diff", "increase", "decrease", "gap",
        "points",
        "pp", "differenz", "прирост", "изменение", "изменения", "рост", "разница", "темп", "пункты",
    ]

    /// Whether words say that figures are numbers of people on which others are based.
    static func isBase(_ identity: String) -> Bool {
        let words = Set(identity.split(separator: " ").map(String.init))
        let sure: Set<String> = ["base", "bases", "unweighted", "valid", "sample", "база", "базы"]
        let beside: Set<String> = [
            "n", "weighted", "size", "number", "of", "respondents", "cases", "answers",
            "interviews", "total", "all", "выборка", "число", "респондентов",
        ]
        guard !words.isDisjoint(with: sure), words.subtracting(sure).isSubset(of: beside) else {
            return ["объём выборки", "число ответивших"].contains(identity)
        }
        // "Valid" and "sample" alone say nothing of people.
        return !words.isDisjoint(with: ["base", "bases", "база", "базы", "unweighted"])
            || (words.count > 1 && !words.isDisjoint(with: ["n", "size", "number", "cases"]))
    }

    /// Whether words name numbers of people, who may be a part or what parts are of.
    static func isPeople(_ identity: String) -> Bool {
        [
            "n", "number of respondents", "number of respondents n", "respondents n",
            "no of respondents", "число респондентов", "количество респондентов",
            "число опрошенных", "количество опрошенных", "респонденты",
        ].contains(identity)
    }

    /// "North, n" is about "North" and holds "n"; nil where a heading says one thing only.
    static func parted(_ heading: String) -> (subject: String, statistic: String)? {
        for mark in [",", " "] as [Character] {
            guard let cut = heading.lastIndex(of: mark) else { continue }
            let tail = FigureText.plain(String(heading[heading.index(after: cut)...]))
            var subject = FigureText.plain(String(heading[..<cut]))
            while let last = subject.last, " ,:;–-".contains(last) { subject.removeLast() }
            let identity = AuditedTable.Line.identity(of: subject)
            let words = Set(identity.split(separator: " ").map(String.init))
            guard let found = statistic(tail, besideMeans: false), found != .other,
                tail.count < 12, !words.isSubset(of: qualifiers), !isChange(heading),
                statistic(subject, besideMeans: false) == nil
            else { continue }
            return (subject, tail)
        }
        return nil
    }

    private static let qualifiers: Set<String> = [
        "weighted", "unweighted", "valid", "row", "column", "col", "cumulative", "number", "of",
        "sample", "base", "mean", "average", "share", "percent", "in", "as", "and", "the",
        "adjusted",
        "взвешенный", "накопленный", "в",
    ]

    private static let statistics: [(AuditedTable.Statistic, Set<String>)] = [
        (
            .mean,
            [
                "mean", "means", "average", "m", "mean score", "среднее", "средний балл", "средняя",
                "орточо",
            ]
        ),
        (
            .standardDeviation,
            [
                "sd", "s d", "std dev", "std deviation", "standard deviation", "ст откл",
                "стандартное отклонение", "sd score",
            ]
        ),
        (.standardError, ["se", "s e", "std error", "standard error", "стандартная ошибка"]),
        (
            .percent,
            [
                "percent", "per cent", "percentage", "share", "valid percent", "доля", "процент",
                "проценты", "пайыз", "үлүшү",
            ]
        ),
        (
            .count,
            [
                "count", "counts", "frequency", "freq", "number", "respondents", "people",
                "количество",
                "число", "частота", "кол во", "человек", "саны",
            ]
        ),
        (
            .other,
            [
                "median", "min", "max", "p", "p value", "t", "f", "df", "sig", "significance",
                "rank",
                "alpha", "медиана", "ранг", "ci", "95 ci",
            ]
        ),
    ]

    /// Whether a label says that its line is the total.
    static func isTotal(_ label: String) -> Bool {
        let identity = AuditedTable.Line.identity(of: label)
        let words = identity.split(separator: " ")
        guard let first = words.first, words.count <= 4 else { return false }
        let whole: Set<String> = [
            "all", "overall", "sum", "average", "mean", "mean score", "all respondents", "score",
            "среднее", "в целом", "все", "сумма", "баары", "орточо", "national", "entire sample",
            "country", "whole country", "nationwide", "republic", "республика", "страна",
            "по республике", "по стране",
        ]
        let starts: Set<Substring> = [
            "total", "totals", "overall", "итого", "всего", "жалпы", "бардыгы", "барды",
            "жыйынтыгы",
        ]
        // "All clients", but not "All the time".
        let isAll =
            words.count == 2 && ["all", "все"].contains(first)
            && (words[1].hasSuffix("s") || ["people", "women", "men"].contains(words[1])
                || (first == "все" && words[1].count > 6))
        return whole.contains(identity) || starts.contains(first) || isAll
            || (words.count > 1 && ["total", "итого", "всего"].contains(words[words.count - 1]))
    }

    /// The trait that a group's label names by itself: "sex", "age", "residence", "region".
    static func trait(_ label: String) -> String? {
        let identity = AuditedTable.Line.identity(of: label)
        let words = Set(identity.split(separator: " ").map(String.init))
        // Sentences speak of men and villages, too.
        guard words.count <= 4 else { return nil }
        if ["city", "cities", "шаар", "шаарлар"].contains(identity) { return "residence" }
        for (trait, known) in traits where !known.isDisjoint(with: words) { return trait }
        let numbers = identity.split(separator: " ").compactMap { Int($0) }
        if numbers.count == 1, words.count == 1, (1900...2100).contains(numbers[0]) {
            return "year"
        }
        if !numbers.isEmpty, numbers.allSatisfy({ (10...99).contains($0) }),
            words.count - numbers.count <= 3
        {
            return "age"
        }
        return nil
    }

    private static let traits: [(String, Set<String>)] = [
        (
            "sex",
            [
                "men", "women", "man", "woman", "male", "female", "males", "females", "мужчины",
                "женщины", "мужской", "женский", "эркек", "аял", "эркектер", "аялдар",
            ]
        ),
        (
            "residence",
            [
                "urban", "rural", "suburb", "suburbs", "village", "villages", "town", "towns",
                "город", "село",
                "городские",
                "сельские", "айыл",
            ]
        ),
        (
            "region",
            [
                "region", "oblast", "city", "province", "district", "область", "районы", "область",
                "шаар", "облусу", "г",
            ]
        ),
    ]

    static func saysPercent(_ text: String) -> Bool {
        contains(text, ["%", "percent", "per cent", "share of", "процент", "доля", "пайыз"])
    }

    /// Whether figures are weighted by their heading: "Weighted %".
    static func saysWeighted(_ heading: String) -> Bool {
        let words = AuditedTable.Line.identity(of: heading).split(separator: " ")
        return words.contains {
            ["weighted", "взвешенный", "взвешенная", "взвешенные"].contains($0)
        }
    }

    static func saysScore(_ text: String) -> Bool {
        contains(text, ["score", "балл", "index", "индекс"])
    }

    /// Whether `label` is the run of all years in `others`: "2016–2023".
    static func isRun(_ label: String, ofYears others: [String]) -> Bool {
        let ends = AuditedTable.Line.identity(of: label).split(separator: " ").compactMap {
            Int($0)
        }
        let years = others.compactMap { Int($0) }
        guard ends.count == 2, years.count == others.count, years.count > 1,
            let first = years.min(),
            let last = years.max()
        else { return false }
        return ends == [first, last] && (1900...2100).contains(first) && last <= 2100
    }

    private static func contains(_ text: String, _ words: [String]) -> Bool {
        let text = text.lowercased()
        return words.contains { text.contains($0) }
    }
}
