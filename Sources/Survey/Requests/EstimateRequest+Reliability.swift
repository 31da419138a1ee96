import Base

extension EstimateRequest {
    /// Alpha of all the variables, or kappa of the two.
    func reliability(_ columns: inout RequestedColumns, _ maker: RowMaker) -> [EstimateRow] {
        let names = variables.map(WrittenList.plain).joined(separator: ", ")
        guard variables.count > 1, statistic == .alpha || variables.count == 2 else {
            columns.report(
                "estimate.option",
                statistic == .alpha
                    ? "Alpha needs two items at least." : "Kappa is of two questions.",
                remedy: "Name them with commas between."
            )
            return []
        }
        if statistic == .alpha {
            let items = variables.compactMap { columns.numbers($0) }
            guard items.count == variables.count else { return [] }
            return maker.rows("alpha", names, maker.table.alpha(of: items))
        }
        let pair = variables.compactMap { columns.groups($0) }
        guard pair.count == 2 else { return [] }
        // Both questions by one list of answers, whichever each of them was given.
        let answers = pair[0].names + pair[1].names.filter { !pair[0].names.contains($0) }
        let codes = pair.map { groups -> Codes in
            let place = [0] + groups.names.map { (answers.firstIndex(of: $0) ?? 0) + 1 }
            return Codes(
                (0..<groups.codes.count).map { place[groups.codes[$0]] },
                categoryCount: answers.count
            )
        }
        guard answers.count <= Self.mostAnswers else {
            columns.report(
                "estimate.not-groups",
                "The two questions have \(answers.count) answers; kappa is of \(Self.mostAnswers) at most.",
                remedy: "Name closed questions."
            )
            return []
        }
        return maker.rows(
            "kappa",
            names,
            maker.table.kappa(codes[0], codes[1], categoryCount: answers.count)
        )
    }

    private static let mostAnswers = 100
}
