import Survey

extension ResultsBuilder {
    /// The answers of a question with a list, those that mean "no answer" taken out.
    struct Counted {
        let answers: [Category]
        /// One code a row for the answers that count; 0 for none.
        let codes: Codes
        /// Respondents who gave an answer that means "no answer".
        let silent: Int

        init(_ codes: Codes, _ categories: [Category]) {
            let counted = categories.indices.filter { !categories[$0].isMissing }
            answers = counted.map { categories[$0] }
            let codeOf = [0] + categories.indices.map { (counted.firstIndex(of: $0) ?? -1) + 1 }
            let numbers = (0..<codes.count).map { codeOf[codes[$0]] }
            self.codes = Codes(numbers, categoryCount: counted.count)
            silent = (0..<codes.count).count { codes[$0] > 0 && numbers[$0] == 0 }
        }
    }

    /// The shares of the answers of a question with a list of answers.
    ///
    /// - Parameters:
    ///   - codes: The answers.
    ///   - categories: The list.
    ///   - isAskedOfAll: Whether everybody was asked: then an empty cell is no answer, too.
    ///   - sideOf: The side of each answer of a rating; nil where the list is none. Of a rating the mean
    ///     is printed as well, so that a row is shown whole or not at all: with the mean, single hidden
    ///     answers could be worked out.
    /// - Returns: The shares as they may leave.
    func distribution(
        _ codes: Codes,
        _ categories: [Category],
        isAskedOfAll: Bool,
        sideOf: ((Category) -> Side)? = nil
    ) -> Distribution {
        let counted = Counted(codes, categories)
        let columns = counted.answers.count
        let sides = sideOf.map { sideOf in counted.answers.map { sideOf($0) } } ?? []
        let sets = (0..<columns).map { [$0] } + (sides.isEmpty ? [] : sideSets(sides))
        let shares = everyRow {
            $0.shares(of: counted.codes, categoryCount: columns, sets: sets)
        }
        let hidden =
            sides.isEmpty ? hiddenCells(shares, columns) : hiddenRatings(shares, columns)
        let released = shares.indices.map { row in
            shares[row].shares.indices.map { cell in
                let isDisclosing =
                    cell < columns ? hidden[row * columns + cell] : hidden[row * columns]
                return rule.release(shares[row].shares[cell], isDisclosing: isDisclosing)
            }
        }
        let hiddenBases = hiddenRows(shares.map(\.answered))
        let noAnswer = isAskedOfAll ? codes.count - shares[0].answered : counted.silent
        return Distribution(
            answers: counted.answers,
            shares: rows.spread(released.map { Array($0[..<columns]) }),
            bases: rows.spread(
                shares.indices.map { row in
                    Answered(
                        n: hiddenBases[row] && shares[row].answered > 0
                            ? nil : shares[row].answered,
                        noAnswer: row == 0 ? noAnswer : nil
                    )
                }
            ),
            counts: (0..<columns).map { hidden[$0] ? nil : shares[0].counts[$0] },
            sides: sides.isEmpty ? nil : rows.spread(released.map { Array($0[columns...]) }),
            sideOfAnswer: sides
        )
    }

    /// Which cells of a table of counts, row by row, are hidden.
    private func hiddenCells(_ shares: [AnswerShares], _ columns: Int) -> [Bool] {
        let rowsHidden = hiddenRows(shares.map(\.answered))
        return rule.disclosure.hidden(
            shares.flatMap { $0.counts[..<columns] },
            lines: rows.tableLines(columns: columns),
            alreadyHidden: rowsHidden.flatMap { Array(repeating: $0, count: columns) }
        )
    }

    /// Which rows of a rating are hidden, cell by cell: those with a small count, and as many more as
    /// are needed.
    private func hiddenRatings(_ shares: [AnswerShares], _ columns: Int) -> [Bool] {
        let n = shares.map(\.answered)
        let hidden = rule.disclosure.hidden(
            n,
            lines: rows.lines,
            alreadyHidden: hiddenRows(n),
            sensitive: shares.map { row in
                row.counts[..<columns].contains { rule.disclosure.points($0) }
            }
        )
        return hidden.flatMap { Array(repeating: $0, count: columns) }
    }

    private func sideSets(_ sides: [Side]) -> [[Int]] {
        [Side.low, .middle, .high].map { side in sides.indices.filter { sides[$0] == side } }
    }

    /// How often each answer of a question with several answers was chosen.
    func several(_ answers: SeveralAnswers) -> SeveralResult {
        let shares = everyRow { $0.shares(of: answers) }
        let n = shares.map(\.answered)
        let rowsHidden = hiddenRows(n)
        let sumsHidden = rule.disclosure.hidden(whole: shares[0].counts)
        // Options overlap: each is a table of its own, of those who chose it and those who did not.
        let hidden = answers.options.indices.map { option in
            var already = rowsHidden.flatMap { [$0, $0] }
            if sumsHidden[option] { (already[0], already[1]) = (true, true) }
            return rule.disclosure.hidden(
                shares.flatMap { [$0.counts[option], $0.answered - $0.counts[option]] },
                lines: rows.tableLines(columns: 2),
                alreadyHidden: already
            )
        }
        let released = shares.indices.map { row in
            answers.options.indices.map { option in
                rule.release(
                    shares[row].ofPeople[option],
                    isDisclosing: hidden[option][row * 2]
                )
            }
        }
        let anyHidden = answers.options.indices.map { hidden[$0][0] || sumsHidden[$0] }
        return SeveralResult(
            options: answers.options,
            shares: rows.spread(released),
            sharesOfAnswers: protectedShares(shares[0], anyHidden),
            bases: rows.spread(
                zip(n, rowsHidden).map { Answered(n: $1 && $0 > 0 ? nil : $0, noAnswer: nil) }
            )
        )
    }

    /// The shares of answers add up to one: a single hidden one takes all of them along.
    private func protectedShares(_ shares: SeveralShares, _ hidden: [Bool]) -> [Released] {
        let isOpen = hidden.count { $0 } == 1
        return zip(shares.ofAnswers, hidden).map {
            rule.release($0, isDisclosing: $1 || isOpen)
        }
    }
}
