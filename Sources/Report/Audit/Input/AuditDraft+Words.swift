/// Words of headings and labels, in English, Russian and Kyrgyz.
enum HeadingWords {
    /// What figures under `heading` are; nil where its words do not say.
    ///
    /// "n" is a count beside percentages, and a base beside means.
    static func statistic(_ heading: String, besideMeans: Bool) -> AuditedTable.Statistic? {
        let identity = AuditedTable.Line.identity(of: heading)
        if heading.contains("%"), identity.count < 12 { return .percent }
        if identity == "n" { return besideMeans ? .base : .count }
        let starts = ["number of ", "no of ", "количество ", "число "]
        if starts.contains(where: { identity.hasPrefix($0) }) { return .count }
        for (statistic, words) in statistics where words.contains(identity) { return statistic }
        return nil
    }

    private static let statistics: [(AuditedTable.Statistic, Set<String>)] = [
        (
            .base,
            [
                "base", "bases", "sample size", "valid n", "n valid", "unweighted n",
                "unweighted base",
                "база", "объём выборки", "число ответивших",
            ]
        ),
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
        ]
        let starts: Set<Substring> = [
            "total", "totals", "overall", "итого", "всего", "жалпы", "бардыгы", "барды",
            "жыйынтыгы",
        ]
        return whole.contains(identity) || starts.contains(first)
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

    static func saysScore(_ text: String) -> Bool {
        contains(text, ["score", "балл", "index", "индекс"])
    }

    private static func contains(_ text: String, _ words: [String]) -> Bool {
        let text = text.lowercased()
        return words.contains { text.contains($0) }
    }
}
