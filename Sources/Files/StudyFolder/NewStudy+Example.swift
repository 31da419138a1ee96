package import Base

extension NewStudy {
    /// Lays out a small working study with made-up answers, whose comments teach.
    ///
    /// - Returns: The paths of the files written, `study.yaml` first.
    /// - Throws: What stops it; a folder that holds a study already is left as it is.
    package static func example(in folder: String) throws(Problems) -> [String] {
        try refuseExisting(folder)
        let files = try write(
            [
                ("study.yaml", Array(exampleStudy.utf8)),
                ("report.md", Array(exampleProse.utf8)),
                ("answers.csv", CSV.write(exampleAnswers())),
            ],
            to: folder
        )
        let form = ReportFiles(folder: folder).path("form.xlsx")
        try XLSX.write(exampleForm, to: form)
        return files + [form]
    }

    private static let exampleStudy = """
        # A study is this folder. This file names the others and says how to read them.
        # Try: ashar check . — then ashar report . — then change something here and do it again.
        title: Neighbours and returning people (an example)
        languages: [en]
        synthetic: yes                 # made-up answers; delete this line for real ones

        form: form.xlsx                # the questionnaire: question text and answers come from here
        data:
          file: answers.csv            # the export: .csv, .xlsx, .sav or .dta
          missing: [98, 99]            # “don't know” and “refused”: shown, but never in a mean
          personal: [name]             # never read past the door

        # Rows that are left out; the report counts them, with the reason.
        exclude:
          - {when: "consent != yes or missing(consent)", because: no consent}

        # Variables made from others.
        derive:
          age_group: {label: Age group, from: age, cuts: [18, 30, 45, 60]}   # 18–29, 30–44, 45–59, 60+

        # How people were drawn. Without this block the report says that it is no probability sample.
        design:
          population: adults of the district
          strata: residence            # people were drawn apart in town and villages
          cluster: cluster             # the sampled neighbourhoods and villages
          weight: weight               # how many people each respondent stands for
          single-cluster: fail         # a stratum with one cluster stops the report and is named

        # A scale is several items that measure one thing. The sign is the key: on an item with “-” a high
        # answer means less of it, so it counts as 6 minus the answer. Turn one sign round and run
        # ashar check: it notices items that go against the others.
        scales:
          welcome:
            label: Readiness to live together
            range: [1, 5]
            items: [+w1, +w2, -w3, +w4, -w5]
            answered: 4                # at least so many items answered, else no score

        # Groups that the report compares; two in brackets are crossed.
        breakdowns: [residence, sex, age_group, [residence, sex]]

        report:
          text: report.md              # your words
          bracket-below: 50            # numbers by fewer people: in brackets
          hide-below: 25               # numbers by fewer people: not shown
          disclose-at-least: 5         # no cell points at fewer people

        """

    private static let exampleProse = """
        # About this study

        This chapter is `report.md`: write here who asked whom, where, when and why. A line that begins with #
        is a chapter; **two stars** make bold.

        # Numbers in the text

        Numbers are quoted, not typed: {{respondents}} people answered, and their mean readiness to live together
        is {{mean welcome | with interval}} on a scale from {{plain 1}} to {{plain 5}}. In town it is
        {{mean welcome residence=town}}, in the villages {{mean welcome residence=village}}. Write a wrong number,
        as in `{{mean welcome = 4.99}}`, and there is no report. docs/prose.md has all that can be quoted.

        """

    // MARK: - The form

    private static let items = [
        ("w1", "I would greet a neighbour who has come back from prison."),
        ("w2", "I would work in one team with someone who has served a sentence."),
        ("w3", "People who have been in prison should live apart from others."),
        ("w4", "The community should help returning people to find work."),
        ("w5", "I would not let my children play with the children of a returning person."),
    ]

    private static var exampleForm: Workbook {
        func sheet(_ name: String, _ header: [String], _ rows: [[String]]) -> Workbook.Sheet {
            Workbook.Sheet(
                name: name,
                columns: header.map { .init($0) },
                rows: rows.map { $0.map { $0.isEmpty ? .empty : .text($0) } }
            )
        }
        let survey =
            [
                ["text", "name", "Name of the respondent"],
                ["select_one yes_no", "consent", "Do you agree to take part?"],
                ["text", "cluster", "Cluster"],
                ["decimal", "weight", "Weight"],
                ["select_one residence", "residence", "Where do you live?"],
                ["select_one sex", "sex", "Sex"],
                ["integer", "age", "Age in years"],
            ]
            + items.map { ["select_one agreement", $0.0, $0.1] }
            + [["select_multiple needs", "needs", "What do returning people need most?"]]
        let choices = [
            ["yes_no", "yes", "Yes"], ["yes_no", "no", "No"],
            ["residence", "town", "Town"], ["residence", "village", "Village"],
            ["sex", "woman", "Woman"], ["sex", "man", "Man"],
            ["agreement", "1", "Fully disagree"], ["agreement", "2", "Disagree"],
            ["agreement", "3", "Neither"], ["agreement", "4", "Agree"],
            ["agreement", "5", "Fully agree"], ["agreement", "98", "Don't know"],
            ["agreement", "99", "Refused"],
            ["needs", "work", "Work"], ["needs", "housing", "Housing"],
            ["needs", "documents", "Documents"], ["needs", "health", "Health care"],
        ]
        return Workbook(
            title: "Form of the example",
            sheets: [
                sheet("survey", ["type", "name", "label::English (en)"], survey),
                sheet("choices", ["list_name", "name", "label::English (en)"], choices),
                sheet(
                    "settings",
                    ["form_title", "default_language"],
                    [["Example", "English (en)"]]
                ),
            ]
        )
    }

    // MARK: - Made-up answers

    /// 200 respondents in 20 clusters; the same ones each time.
    private static func exampleAnswers() -> [[CSV.Cell]] {
        var random = ExampleNumbers()
        let header =
            ["name", "consent", "cluster", "weight", "residence", "sex", "age"] + items.map(\.0)
            + ["needs"]
        var rows = [header.map { CSV.Cell.text($0) }]
        for cluster in 0..<20 {
            let isTown = cluster < 8
            let clusterLean = random.next(5)
            for person in 0..<10 {
                let lean = clusterLean + random.next(6) + (isTown ? 1 : 0)
                let answers = items.map { item -> CSV.Cell in
                    if random.next(25) == 0 { return .number(random.next(2) == 0 ? 98 : 99) }
                    let level = max(1, min(5, (lean + random.next(4)) / 3 + 1))
                    return .number(Double(["w3", "w5"].contains(item.0) ? 6 - level : level))
                }
                let needs = ["work", "housing", "documents", "health"].filter { need in
                    random.next(10) < (need == "work" ? 7 : need == "housing" ? 5 : 3)
                }
                rows.append(
                    [
                        .text("Person \(cluster * 10 + person + 1)"),
                        .text(random.next(40) == 0 ? "no" : "yes"),
                        .text("cluster \(cluster + 1)"), .number(isTown ? 310 : 420),
                        .text(isTown ? "town" : "village"),
                        .text(random.next(2) == 0 ? "woman" : "man"),
                        .number(Double(18 + random.next(60))),
                    ] + answers + [.text(needs.joined(separator: " "))]
                )
            }
        }
        return rows
    }
}

/// A fixed row of numbers that look random (xorshift64; Marsaglia 2003, "Xorshift RNGs").
private struct ExampleNumbers {
    private var state: UInt64 = 88_172_645_463_325_252

    /// The next number, from 0 up to but not including `bound`.
    mutating func next(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 11) % bound
    }
}
