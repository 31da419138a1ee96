/// All texts that Ashar writes into documents.
package enum Catalogue {
    /// Every type of key; a test finds types that are missing here.
    package static let types: [any WordKey.Type] = [
        PageWord.self, Page.Warning.self, ChartWord.self, ChartSummaryWord.self, ReasonWord.self,
        BaseWord.self, ReportWord.self, FigureWord.self, QuestionWord.self, ScaleWord.self,
        MethodsWord.self, VarianceWord.self, ReadingWord.self, CodebookWord.self, LookWord.self,
        LookAnswerWord.self,
        LookRowWord.self, LookTeamWord.self, LookLimitWord.self, LookSignalWord.self,
        TableWord.self, ColumnWord.self, SampleWord.self, SampleTableWord.self, WeightWord.self,
        WeightMethodWord.self, QuoteWord.self, FieldWord.self, DispositionWord.self,
        SupervisorWord.self, SimulationWord.self, RankWord.self, JointWord.self, MeetingWord.self,
        BriefWord.self, ContextWord.self, RecommendationWord.self,
        CoverageWord.self, NetworkWord.self, ActorWord.self,
        InterviewWord.self, CodingWord.self, AgreementWord.self, SpeakerWord.self,
        DisclosureItem.self, DisclosureReason.self, DisclosureWord.self,
    ]

    /// One text with the name of its key: "ChartWord.agree".
    package struct Entry: Sendable {
        package let name: String
        package let phrase: Phrase
    }

    /// Every text, in the order of the types.
    package static let entries: [Entry] = types.flatMap { entries(of: $0) }

    private static func entries<Key: WordKey>(of type: Key.Type) -> [Entry] {
        type.allCases.map { Entry(name: "\(type).\($0)", phrase: $0.phrase) }
    }

    /// Whether a person who speaks the language natively has read every text.
    package static func isReviewed(_ language: Language) -> Bool {
        reviewed.contains(language)
    }

    private static let reviewed = Set(
        Language.allCases.filter { language in
            entries.allSatisfy { $0.phrase.reviewed.contains(language) }
        }
    )
}
