package import Base
package import Report
import Survey

extension StudyFolder {
    /// The results of the study; nil with an error among `problems`.
    ///
    /// - Parameters:
    ///   - problems: Problems of the folder so far; those of its design are added.
    ///   - progress: Told what is being done, in a few words, before it is done.
    /// - Returns: The results, or nil.
    package func results(
        _ problems: inout [Problem],
        _ progress: (String) -> Void = { _ in }
    ) -> Results? {
        guard let prepared, !problems.hasErrors else {
            problems += knowledgeProblems(nil)
            return nil
        }
        do throws(Problems) {
            progress("Estimating")
            let design = try prepared.surveyDesign()
            let results = ResultsBuilder(prepared, design: design).build()
            problems += results.warnings()
            progress("Auditing the tables")
            problems += results.auditProblems()
            problems += knowledgeProblems(results)
            return results
        } catch {
            problems += error.list
            return nil
        }
    }

    /// What is wrong with outside statistics, and with recommendations and what they rest on.
    private func knowledgeProblems(_ results: Results?) -> [Problem] {
        guard !knowledge.isEmpty else { return [] }
        let audit = ContextAudit(knowledge.context, places: knowledge.places)
        return audit.problems(in: study.knowledge.context ?? "", of: knowledge.context)
            + RegisterChecks(results, knowledge).problems()
    }

    /// The authors' texts with their quotes printed; what is wrong with them is added to `problems`.
    package func prose(
        of results: Results,
        _ problems: inout [Problem]
    ) -> [Report.Language: Prose] {
        var prose: [Report.Language: Prose] = [:]
        for text in texts {
            let (bound, found) = text.bound(to: results)
            prose[text.language] = bound
            problems += found
        }
        return prose
    }

    /// All problems of the folder, those included that show only when the results are computed.
    package func allProblems(_ progress: (String) -> Void = { _ in }) -> [Problem] {
        var all = problems
        if let results = results(&all, progress) {
            _ = prose(of: results, &all)
        } else {
            all += texts.flatMap(\.problemsOfReading)
        }
        return all
    }
}
