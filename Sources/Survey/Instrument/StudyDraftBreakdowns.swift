import Base

/// Finds variables by whose answers people are usually compared.
struct StudyDraftBreakdowns {
    /// The variables that have no other role.
    let variables: [StudyDraftVariable]
    let missing: [String: Set<String>]

    /// What people are compared by, with the words that say so in English, Russian and Kyrgyz.
    private static let topics: [(topic: String, words: [String])] = [
        ("sex", ["sex", "gender", "пол", "гендер*", "жынысы", "жыныс*"]),
        ("age group", ["agegroup", "age", "возраст*", "жашы", "жаш", "куракы", "курак*"]),
        (
            "region",
            [
                "region*", "oblast*", "province", "district*", "place", "city", "village",
                "locality",
                "area", "area_type", "country", "регион*", "област*", "район*", "город*", "село",
                "местност*", "облус*", "шаар*", "айыл*", "аймак*",
            ]
        ),
        (
            "kind of place",
            ["residence", "urban", "rural", "settlement*", "населенн*", "населённ*", "поселен*"]
        ),
        (
            "education",
            ["education*", "edu", "educ", "schooling", "образовани*", "билими", "билим*"]
        ),
        (
            "ethnicity",
            ["ethnic*", "nationality", "этнич*", "националь*", "улуту", "улут*"]
        ),
        ("language", ["language*", "язык*", "тили"]),
        ("religion", ["religion", "religious", "религи*", "вероисповед*", "дини"]),
        ("family status", ["marital", "married", "семейн*", "брак*", "үйбүлөлүк", "никеде"]),
        (
            "work",
            ["employment", "employed", "occupation", "job", "занятост*", "професси*", "жумуш*"]
        ),
        ("displacement", ["displaced", "displacement", "refugee", "idp", "returnee", "беженец"]),
        ("disability", ["disability", "инвалидност*", "майып*"]),
    ]

    /// All words that name a group of people.
    static let allWords = topics.flatMap(\.words)

    /// The choice questions with 2 to 12 answers that name a group of people.
    func propose() -> [StudyDraft.Variable] {
        variables.compactMap { variable in
            guard let count = groups(variable), (2...12).contains(count),
                let (topic, word) = topic(of: variable)
            else { return nil }
            return StudyDraft.Variable(
                variable.name,
                because: "\(count) answers, and “\(word)” speaks of \(topic)."
            )
        }
    }

    /// What the variable's name says, else what its label says.
    private func topic(of variable: StudyDraftVariable) -> (topic: String, word: String)? {
        for words in [variable.nameWords, shortLabelWords(variable)] {
            for (topic, wanted) in StudyDraftBreakdowns.topics {
                if let word = StudyDraftWords.first(of: wanted, in: words) { return (topic, word) }
            }
        }
        return nil
    }

    /// The words of short labels: a long one may only mention a group, and ask for an opinion on it.
    private func shortLabelWords(_ variable: StudyDraftVariable) -> Set<String> {
        variable.label.texts.values.filter { $0.split(separator: " ").count <= 5 }.reduce(into: [])
        {
            $0.formUnion(StudyDraftWords.split($1))
        }
    }

    /// How many groups the variable makes; nil when it makes none.
    private func groups(_ variable: StudyDraftVariable) -> Int? {
        let missing = missing[variable.name] ?? []
        if variable.isChoice {
            return variable.categories.count { !$0.isMissing && !missing.contains($0.name) }
        }
        guard variable.kind == nil, !variable.name.hasPrefix("_"),
            let numbers = variable.numbers(besides: missing)
        else { return textGroups(variable) }
        let different = Set(numbers.filter { !$0.isNaN })
        return different.allSatisfy { $0 == $0.rounded() } ? different.count : nil
    }

    /// Text of a file without a form, such as "urban" and "rural".
    private func textGroups(_ variable: StudyDraftVariable) -> Int? {
        guard variable.kind == nil, !variable.name.hasPrefix("_"),
            case .text(let pool)? = variable.column?.values
        else { return nil }
        return pool.pool.count - 1
    }

    // MARK: - Age

    /// Age in years, cut into the groups that surveys of adults usually show.
    func cuts() -> [StudyDraft.Cuts] {
        variables.compactMap { variable in
            let words = ["age", "возраст*", "жашы", "жаш", "курак*"]
            let isNumber = variable.kind == nil || variable.kind == .integer
            guard isNumber, !variable.isChoice,
                let word = StudyDraftWords.first(
                    of: words,
                    in: variable.nameWords.union(shortLabelWords(variable))
                )
            else {
                return nil
            }
            let numbers = variable.numbers(besides: missing[variable.name] ?? []) ?? []
            let ages = numbers.filter { !$0.isNaN }
            guard
                ages.isEmpty ? variable.kind == .integer : ages.allSatisfy({ $0 >= 0 && $0 < 120 }),
                Set(ages).count > 12 || ages.isEmpty
            else { return nil }
            let (least, most) = (ages.min() ?? 18, ages.max() ?? 99)
            let bounds = [18, 30, 45, 60].filter { Double($0) > least && Double($0) <= most }
            return StudyDraft.Cuts(
                name: "\(variable.name.split(separator: "/").last ?? "")_group",
                from: variable.name,
                lowerBounds: [min(18, Int(least))].filter { !bounds.contains($0) } + bounds,
                reason: "“\(word)” is a number of years; groups can be compared."
            )
        }
    }
}
