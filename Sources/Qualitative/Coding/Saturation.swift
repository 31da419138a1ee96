/// What each interview added to the codes: the curve that flattens when little new is said.
package struct Saturation: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        /// The source's id.
        package let source: String
        package let isSynthetic: Bool
        /// Codes of the source.
        package let codes: Int
        /// Those that no source before had.
        package let newCodes: Int
        /// All codes up to here.
        package let cumulative: Int

        package init(
            source: String,
            isSynthetic: Bool,
            codes: Int,
            newCodes: Int,
            cumulative: Int
        ) {
            self.source = source
            self.isSynthetic = isSynthetic
            self.codes = codes
            self.newCodes = newCodes
            self.cumulative = cumulative
        }
    }

    /// The interviews and discussions with at least one coding, by date; those without a date last,
    /// and those of one date in the order of their file.
    package let steps: [Step]
    /// How many of them have no date.
    package let undated: Int

    /// The share of new codes in a run of interviews, as Guest, Namey and Chen (2020) measure it.
    package struct NewInformation: Sendable, Hashable {
        /// Codes of the first interviews.
        package let baseCodes: Int
        /// Codes that the last ones added.
        package let runCodes: Int
        package let base: Int
        package let run: Int
        /// `runCodes` over `baseCodes`.
        package var ratio: Double { Double(runCodes) / Double(baseCodes) }
    }

    /// New codes of the last `run` interviews over the codes of the first `base`; nil with fewer
    /// interviews than both, or where the first ones have no code.
    ///
    /// - SeeAlso: Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation
    ///   in qualitative research, *PLoS ONE* 15(5), e0232076.
    package func newInformation(base: Int = 4, run: Int = 2) -> NewInformation? {
        guard steps.count >= base + run, base > 0, run > 0 else { return nil }
        let codes = steps[base - 1].cumulative
        guard codes > 0 else { return nil }
        return NewInformation(
            baseCodes: codes,
            runCodes: steps.suffix(run).reduce(0) { $0 + $1.newCodes },
            base: base,
            run: run
        )
    }
}

extension EvidenceIndex {
    /// New codes by interview.
    ///
    /// Codes count as they were set: not those above them.
    package func saturation() -> Saturation {
        var used = [Set<String>](repeating: [], count: evidence.sources.count)
        for coding in evidence.codings where sources[coding.excerpt] >= 0 {
            used[Int(sources[coding.excerpt])].insert(coding.code)
        }
        let order = evidence.sources.indices
            .filter { evidence.sources[$0].isSpoken && !used[$0].isEmpty }
            .sorted { one, other in
                let dates = (evidence.sources[one].date, evidence.sources[other].date)
                return (dates.0.isEmpty ? 1 : 0, dates.0, one)
                    < (dates.1.isEmpty ? 1 : 0, dates.1, other)
            }
        var known: Set<String> = []
        let steps = order.map { index -> Saturation.Step in
            let before = known.count
            known.formUnion(used[index])
            return Saturation.Step(
                source: evidence.sources[index].id,
                isSynthetic: evidence.sources[index].isSynthetic,
                codes: used[index].count,
                newCodes: known.count - before,
                cumulative: known.count
            )
        }
        return Saturation(
            steps: steps,
            undated: order.count { evidence.sources[$0].date.isEmpty }
        )
    }
}
