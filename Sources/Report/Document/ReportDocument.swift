/// The report of a study: one page with a version for each of its languages that Ashar writes.
package struct ReportDocument {
    let results: Results
    let prose: [Language: Prose]
    let knowledge: LocalKnowledge

    /// A report of `results` with the text that people wrote for it in each language, and with what the
    /// study knows of its places beside the survey.
    ///
    /// A version without a text of its own shows that of the first language that has one.
    package init(
        results: Results,
        prose: [Language: Prose] = [:],
        knowledge: LocalKnowledge = LocalKnowledge()
    ) {
        self.results = results
        self.prose = prose
        self.knowledge = knowledge
    }

    /// The languages of the versions, the study's first one first.
    package var languages: [Language] { results.prepared.study.writtenLanguages }

    /// The page with all versions as UTF-8; the same study always gives the same bytes.
    package func html() -> [UInt8] {
        Page.html(of: languages.map { version($0).page() })
    }

    /// A page with one version alone, to be printed.
    package func html(in language: Language) -> [UInt8] {
        version(language).page().html()
    }

    func version(_ language: Language) -> ReportVersion {
        let written = ([language] + languages).first { prose[$0]?.blocks.isEmpty == false }
        return ReportVersion(
            results: results,
            knowledge: knowledge,
            prose: written.flatMap { prose[$0] } ?? Prose(),
            proseLanguage: written ?? language,
            words: Words(language),
            language: results.prepared.study.code(of: language)
        )
    }
}

extension Study {
    /// The languages of the study that Ashar writes, in their order; English where there are none.
    package var writtenLanguages: [Language] {
        var written: [Language] = []
        for language in languages.compactMap({ Language(code: $0) })
        where !written.contains(language) {
            written.append(language)
        }
        return written.isEmpty ? [.en] : written
    }

    /// The code that the study's own texts in `language` have ("ru", "ru-KG"); that of the report where
    /// the study does not name the language.
    package func code(of language: Language) -> String {
        languages.first { Language(code: $0) == language } ?? self.language
    }
}
