import Base
import Markup
import Qualitative

/// The chapter of interviews and documents, in one language.
///
/// Its numbers are of sources that were chosen: nothing here estimates anything of a population, and no
/// share of so few informants is written as a percentage.
struct InterviewChapter {
    let index: EvidenceIndex
    let places: Vocabulary
    let needs: Vocabulary
    /// The fewest people that the description of a speaker may point at.
    let least: Int
    let words: Words
    /// The code under which the study's own texts are found.
    let language: String

    init(
        _ evidence: Evidence,
        places: Vocabulary,
        needs: Vocabulary,
        atLeast least: Int,
        words: Words,
        language: String
    ) {
        index = EvidenceIndex(evidence)
        self.places = places
        self.needs = needs
        self.least = least
        self.words = words
        self.language = language
    }

    var evidence: Evidence { index.evidence }

    var section: Markup {
        guard !evidence.sources.isEmpty else { return .empty }
        return Report.section(
            id: "interviews",
            level: 2,
            heading: words(InterviewWord.heading),
            [
                paragraph(leadText),
                paragraph(words(InterviewWord.chosen)),
                syntheticBox,
                sourceTable,
                documentList,
                codeSection,
                togetherSection,
                saturationSection,
                agreementSection,
                quoteSection,
            ]
        )
    }

    private var leadText: String {
        let spoken = evidence.sources.filter(\.isSpoken)
        return words(
            InterviewWord.lead,
            [
                "n": .count(evidence.sources.count), "spoken": .count(spoken.count),
                "people": .count(spoken.reduce(0) { $0 + ($1.people ?? 1) }),
            ]
        )
    }

    private var syntheticBox: Markup {
        let made = evidence.sources.count { $0.isSynthetic }
        guard made > 0 else { return .empty }
        return noteBox(
            .warning,
            heading: words(InterviewWord.syntheticShort),
            [paragraph(words(InterviewWord.synthetic, ["n": .count(made)]))]
        )
    }

    // MARK: - Sources

    /// The places at the top of the tree of which sources speak, in its order; "" last.
    var studied: [String] {
        let found = Set(evidence.sources.flatMap(topPlaces) + excerptPlaces)
        return found.sorted { one, other in
            let a = places.position(of: one) ?? Int.max
            let b = places.position(of: other) ?? Int.max
            return (one.isEmpty ? 1 : 0, a, one) < (other.isEmpty ? 1 : 0, b, other)
        }
    }

    private var excerptPlaces: [String] {
        evidence.excerpts.filter(\.isAnchored).flatMap { $0.places.map(top) }
    }

    /// The place at the top of the tree above a place.
    func top(_ place: String) -> String { places.path(of: place).last ?? place }

    /// The places at the top of a source, each once; "" where it has none.
    private func topPlaces(_ source: Source) -> [String] {
        source.places.isEmpty ? [""] : Array(Set(source.places.map(top)))
    }

    func name(ofPlace place: String) -> String {
        place.isEmpty
            ? words(InterviewWord.placeNotStated) : places.name(of: place, in: language)
    }

    func word(_ kind: Source.Kind) -> InterviewWord {
        switch kind {
        case .interview: .interview
        case .focusGroup: .focusGroup
        case .expert: .expert
        case .document: .document
        case .law: .law
        case .statistic: .statistic
        case .media: .media
        }
    }

    private var sourceTable: Markup {
        let columns = studied.filter { place in
            evidence.sources.contains { topPlaces($0).contains(place) }
        }
        let kinds = Source.Kind.allCases.filter { kind in
            evidence.sources.contains { $0.kind == kind }
        }
        let rows = kinds.map { kind in
            row(words(word(kind)), evidence.sources.filter { $0.kind == kind }, columns, .plain)
        }
        let total = row(words(InterviewWord.total), evidence.sources, columns, .total)
        return table(
            DisplayTable(
                caption: words(InterviewWord.sources),
                rowHeading: words(InterviewWord.kindColumn),
                columns: columns.map { .init(name(ofPlace: $0)) }
                    + [
                        .init(words(InterviewWord.total)),
                        .init(words(InterviewWord.syntheticColumn)),
                    ],
                rows: rows + [total],
                notes: [words(InterviewWord.sourcesNote)]
            ),
            id: "interview-sources"
        )
    }

    private func row(
        _ heading: String,
        _ sources: [Source],
        _ columns: [String],
        _ kind: DisplayTable.Row.Kind
    ) -> DisplayTable.Row {
        let byPlace = columns.map { place in
            cell(sources.filter { topPlaces($0).contains(place) })
        }
        let made = sources.filter(\.isSynthetic)
        return DisplayTable.Row(heading, byPlace + [cell(sources), cell(made)], kind: kind)
    }

    private func cell(_ sources: [Source]) -> DisplayTable.Cell {
        let people = sources.filter(\.isSpoken).reduce(0) { $0 + ($1.people ?? 1) }
        return .estimate(
            count(sources.count),
            interval: people > 0 ? words(InterviewWord.people, ["n": .count(people)]) : ""
        )
    }

    /// The texts that are nobody's words in an interview, by their titles.
    private var documentList: Markup {
        let texts = evidence.sources.filter { !$0.isSpoken }
        guard !texts.isEmpty else { return .empty }
        let items = texts.map { source -> Markup in
            let title = source.title.text(in: language)
            let parts = [
                words(word(source.kind)), title.isEmpty ? source.id : title, source.date,
                source.isSynthetic ? words(InterviewWord.syntheticShort) : "",
            ]
            return .text(parts.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        return folded(words(InterviewWord.documents), bulletList(items))
    }

    // MARK: - Writing

    func count(_ n: Int) -> String { words.language.numbers.text(Double(n)) }

    func folded(_ summary: String, _ body: Markup) -> Markup {
        .tag("details", ["class": "values"], [.tag("summary", [:], text: summary), body])
    }

    func note(_ text: String) -> Markup { .tag("p", ["class": "note"], text: text) }

    func name(ofCode code: String) -> String {
        let name = evidence.codes[code]?.name.text(in: language) ?? ""
        return name.isEmpty ? code : name
    }

    /// How deep a code stands below the top of its tree.
    func depth(of code: String) -> Int {
        var depth = 0
        var next = evidence.codes[code]?.parent
        while let parent = next, evidence.codes[parent] != nil, depth < 20 {
            depth += 1
            next = evidence.codes[parent]?.parent
        }
        return depth
    }

    /// A code's name behind a dash for each code above it.
    func treeName(of code: String) -> String {
        String(repeating: "– ", count: depth(of: code)) + name(ofCode: code)
    }

    /// The codes as a tree reads: each above those below it.
    var treeOrder: [String] {
        var order: [String] = []
        var seen: Set<String> = []
        func add(_ code: String) {
            guard seen.insert(code).inserted else { return }
            order.append(code)
            for child in evidence.codes.children(of: code) { add(child.id) }
        }
        for code in evidence.codes.codes where depth(of: code.id) == 0 { add(code.id) }
        // Codes of a circle, and those that the tree lacks.
        for code in index.codes { add(code) }
        return order
    }

    /// "3 of 9 sources", with those made up.
    func ofSources(_ n: Int, _ all: Int, madeUp: Int) -> String {
        words(
            madeUp > 0 ? InterviewWord.ofSourcesWith : .ofSources,
            madeUp > 0
                ? ["n": .count(n), "of": .count(all), "made": .count(madeUp)]
                : ["n": .count(n), "of": .count(all)]
        )
    }

    func chartText(_ id: String, title: String, note: String = "") -> ChartText {
        ChartText(
            id: id,
            title: title,
            note: note,
            words: words,
            numbers: words.language.numbers.with(decimals: 0)
        )
    }
}

extension ReportVersion {
    /// The chapter of interviews and documents; nothing for a study without any.
    var interviewSection: Markup {
        guard let evidence = knowledge.evidence else { return .empty }
        return InterviewChapter(
            evidence,
            places: knowledge.places,
            needs: knowledge.needs,
            atLeast: study.report.discloseAtLeast,
            words: words,
            language: language
        )
        .section
    }
}
