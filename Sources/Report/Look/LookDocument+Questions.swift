import Markup
import Survey

extension LookDocument {
    // MARK: - Missing answers

    /// How often each question was answered, in the order of the form.
    var missingSection: Markup {
        let hasUnclear = look.questions.contains { $0.missing.notAskedOrSkipped > 0 }
        var headings: [DisplayTable.Column] = [
            .init(words(LookAnswerWord.parts), isText: true),
            .init(words(LookAnswerWord.missingShare)), .init(words(LookAnswerWord.answered)),
            .init(words(LookAnswerWord.empty)), .init(words(LookAnswerWord.notAsked)),
        ]
        if hasUnclear { headings.append(.init(words(LookAnswerWord.notAskedOrEmpty))) }
        headings.append(.init(words(LookAnswerWord.noAnswerByCode), isText: true))
        let rows = look.questions.map { question in
            DisplayTable.Row(question.label, cells(question, hasUnclear: hasUnclear))
        }
        return part(
            "missing",
            .missing,
            [
                look.has.form
                    ? paragraph(words(LookAnswerWord.notAskedNote))
                    : notLooked(words(LookAnswerWord.withoutForm), "form: form.xlsx"),
                table(
                    DisplayTable(
                        caption: words(LookAnswerWord.missingCaption),
                        rowHeading: words(LookWord.question),
                        columns: headings,
                        rows: rows
                    ),
                    id: "missing-table"
                ),
            ]
        )
    }

    private func cells(_ question: LookQuestion, hasUnclear: Bool) -> [DisplayTable.Cell] {
        let missing = question.missing
        let codes = question.noAnswers.filter { $0.n > 0 }.map { answer in
            // A label stays on one line with its number.
            String("\(answer.label) \(count(answer.n))".map { $0 == " " ? "\u{A0}" : $0 })
        }
        var cells: [DisplayTable.Cell] = [
            .markup(bar(missing)), shareCell(missing.missingShare),
            .number(count(missing.answered)), .number(count(missing.skipped)),
            .number(count(missing.notAsked)),
        ]
        if hasUnclear { cells.append(.number(count(missing.notAskedOrSkipped))) }
        return cells + [.text(codes.isEmpty ? "–" : codes.joined(separator: ", "))]
    }

    /// The share of missing answers, in bold where it is among the highest.
    private func shareCell(_ share: Double?) -> DisplayTable.Cell {
        guard let share else { return .text("–") }
        let text = numbers.with(decimals: 1).percent(share)
        let isHigh = share >= 0.05 && share >= highShare
        return isHigh ? .markup(.tag("strong", [:], text: text)) : .number(text)
    }

    /// The share from which a question is among the fifth with the most missing answers.
    private var highShare: Double {
        let shares = look.questions.compactMap(\.missing.missingShare).sorted()
        return shares.isEmpty ? 1 : shares[shares.count * 4 / 5]
    }

    /// The parts of all rows side by side: answered, “no answer”, empty; the rest was not asked.
    private func bar(_ missing: MissingCount) -> Markup {
        let width = 120.0
        let all = Double(max(look.rows, 1))
        let parts: [(n: Int, ink: Ink)] = [
            (missing.answered, .bar), (missing.noAnswer, Ink.diverging(1, classes: 5)),
            (missing.skipped + missing.notAskedOrSkipped, Ink.diverging(0, classes: 5)),
        ]
        var x = 0.0
        let shapes = parts.map { part -> Markup in
            let size = Double(part.n) / all * width
            defer { x += size }
            return .tag(
                "rect",
                [
                    "class": part.ink.name, "fill": part.ink.light, "x": coordinate(x), "y": "3",
                    "width": coordinate(size), "height": "10",
                ]
            )
        }
        let empty = missing.skipped + missing.notAskedOrSkipped
        return .tag(
            "svg",
            [
                "class": "strip-chart", "role": "img",
                "aria-label": words(
                    LookAnswerWord.barText,
                    [
                        "answered": .count(missing.answered), "none": .count(missing.noAnswer),
                        "empty": .count(empty), "all": .count(look.rows),
                    ]
                ),
                "viewBox": "0 0 120 16", "width": "120", "height": "16",
            ],
            [
                .tag(
                    "rect",
                    [
                        "class": Ink.faint.name, "fill": Ink.faint.light, "x": "0", "y": "7",
                        "width": "120", "height": "2",
                    ]
                )
            ] + shapes
        )
    }

    // MARK: - Answers

    /// The answers to each question with a list, as a strip and in numbers.
    var answerSection: Markup {
        let shown = look.questions.filter {
            $0.kind == .one || $0.kind == .several || ($0.kind == .number && !$0.answers.isEmpty)
        }
        guard !shown.isEmpty else { return unshownNote }
        let overview = DisplayTable(
            caption: words(LookAnswerWord.answersCaption),
            rowHeading: words(LookWord.question),
            columns: [
                .init(words(LookAnswerWord.distribution), isText: true),
                .init(words(ChartWord.n)),
                .init(words(LookAnswerWord.mostFrequent), isText: true),
            ],
            rows: shown.map { answerRow($0) }
        )
        return part(
            "answers",
            .answers,
            [
                table(overview, id: "answers-table"),
                folded(words(LookAnswerWord.everyAnswerFold), answerTable(shown)),
                unshownNote,
            ]
        )
    }

    private func answerRow(_ question: LookQuestion) -> DisplayTable.Row {
        let base = base(of: question)
        let shares = question.answers.map { share($0, of: base) }
        let top = question.answers.max { $0.n < $1.n }
        return DisplayTable.Row(
            question.label,
            [
                .markup(distributionStrip(shares, description: spoken(question, shares))),
                .number(count(base)),
                .text(top.map { "\($0.label): \(numbers.percent(share($0, of: base)))" } ?? "–"),
            ]
        )
    }

    private func base(of question: LookQuestion) -> Int { question.missing.answered }

    private func share(_ answer: LookAnswer, of base: Int) -> Double {
        base == 0 ? 0 : Double(answer.n) / Double(base)
    }

    private func spoken(_ question: LookQuestion, _ shares: [Double]) -> String {
        let parts = zip(question.answers, shares).map { "\($0.label) \(numbers.percent($1))" }
        return "\(question.label): \(parts.joined(separator: ", "))"
    }

    private func answerTable(_ questions: [LookQuestion]) -> Markup {
        let rows = questions.flatMap { question -> [DisplayTable.Row] in
            [.block(question.label)]
                + question.answers.map { answer in
                    DisplayTable.Row(
                        answer.label,
                        [
                            .number(count(answer.n)),
                            .number(
                                numbers.with(decimals: 1)
                                    .percent(share(answer, of: base(of: question)))
                            ),
                        ]
                    )
                }
        }
        return table(
            DisplayTable(
                caption: words(LookAnswerWord.everyAnswer),
                rowHeading: words(ChartWord.answer),
                columns: [
                    .init(words(LookWord.rowsHeading)),
                    .init(words(LookAnswerWord.percentOfAnswered)),
                ],
                rows: rows,
                notes: [words(LookAnswerWord.severalNote)]
            ),
            id: "every-answer"
        )
    }

    private var unshownNote: Markup {
        let texts = look.questions.filter { $0.kind == .text }.map(\.name)
        var notes: [String] = []
        if !texts.isEmpty {
            notes.append(
                words(
                    LookAnswerWord.textsNotShown,
                    ["names": .text(texts.joined(separator: ", "))]
                )
            )
        }
        if !look.unshown.isEmpty {
            notes.append(
                words(
                    LookAnswerWord.personalNotShown,
                    [
                        "names": .text(look.unshown.joined(separator: ", ")),
                        "key": "data: {personal: […]}",
                    ]
                )
            )
        }
        return .group(notes.map { .tag("p", ["class": "note"], text: $0) })
    }

    // MARK: - Numbers and dates

    /// Numbers with their middle and ends, and dates by day.
    var numberSection: Markup {
        let listed = look.questions.filter { $0.kind == .number && $0.number != nil }
        let dates = look.questions.filter { $0.kind == .date && $0.calendar != nil }
        guard !listed.isEmpty || !dates.isEmpty else { return .empty }
        let rows = listed.map { question in
            let summary = question.number
            let values = summary.map { summary -> [Double?] in
                [
                    summary.least, summary.lowerQuartile, summary.median, summary.upperQuartile,
                    summary.greatest, summary.mean, summary.standardDeviation,
                ]
            }
            return DisplayTable.Row(
                question.label,
                [.number(count(summary?.n ?? 0))]
                    + (values ?? []).map { .number($0.map { plain($0) } ?? "–") }
            )
        }
        let headings = [
            words(ChartWord.n), words(LookAnswerWord.least), words(LookAnswerWord.lowerQuartile),
            words(ChartWord.median), words(LookAnswerWord.upperQuartile),
            words(LookAnswerWord.greatest), words(LookAnswerWord.mean),
            words(LookAnswerWord.deviation),
        ]
        let overview =
            rows.isEmpty
            ? Markup.empty
            : table(
                DisplayTable(
                    caption: words(LookAnswerWord.numbersCaption),
                    rowHeading: words(LookWord.question),
                    columns: headings.map { .init($0) },
                    rows: rows
                ),
                id: "numbers-table"
            )
        return part(
            "numbers",
            dates.isEmpty ? .numbers : .numbersAndDates,
            [overview] + listed.filter { $0.answers.isEmpty }.map { chart(of: $0) }
                + dates.map { chart(of: $0) }
        )
    }

    private func chart(of question: LookQuestion) -> Markup {
        let id = "number-\(anchor(question.name))"
        if let calendar = question.calendar {
            return calendarColumns(calendar, id: id, title: question.label)
        }
        guard let histogram = question.histogram else { return .empty }
        return figure(
            Columns(
                text: chartText(
                    id,
                    title: question.label,
                    subtitle: words(LookAnswerWord.bySize)
                ),
                unit: .number,
                columns: columns(histogram),
                scale: .numbers(
                    lower: histogram.lower,
                    upper: histogram.upper,
                    median: question.number?.median
                )
            )
        )
    }

    /// Interviews by day, week or month as columns.
    func calendarColumns(_ calendar: LookCalendar, id: String, title: String) -> Markup {
        let keys: (only: LookAnswerWord, by: LookAnswerWord) =
            switch calendar.step {
            case .day: (.allOfOneDay, .byDay)
            case .week: (.allOfOneWeek, .byWeek)
            case .month: (.allOfOneMonth, .byMonth)
            }
        guard calendar.periods.count > 1 else {
            let day = calendar.periods.first ?? ""
            return paragraph(words(keys.only, ["title": .text(title), "day": .text(day)]))
        }
        return figure(
            Columns(
                text: chartText(id, title: title, subtitle: words(keys.by)),
                unit: .number,
                columns: zip(calendar.periods, calendar.counts).map {
                    Columns.Column($0, .value(Double($1)))
                },
                scale: .periods(calendar.periods)
            )
        )
    }
}
