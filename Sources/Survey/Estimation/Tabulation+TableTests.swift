import Kernels

/// A test of whether two closed questions go together, or of whether shares are as expected.
package struct TableTest: Sendable, Hashable {
    package let kind: Kind
    /// F, or chi-square for the first-order correction.
    package let statistic: Double
    package let numeratorDF: Double
    /// Nil for chi-square.
    package let denominatorDF: Double?
    package let p: Double
    /// Pearson's chi-square of the weighted shares and n respondents, before any correction.
    package let pearson: Double
    /// The mean of the generalised design effects.
    package let designEffect: Double
    package let n: Int

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Rao and Scott's second-order correction, as F: the usual one.
        case raoScott = "rao-scott"
        /// Rao and Scott's first-order correction, as chi-square.
        case raoScottFirst = "rao-scott-first"
        case wald
        /// Wald's F with fewer degrees of freedom: for few clusters.
        case adjustedWald = "adjusted-wald"
    }
}

/// Why a table has no test.
package enum TableTestError: Error, Sendable, Hashable {
    /// No probability design.
    case noDesign
    /// Fewer than two rows or columns hold answers.
    case oneCategory
    /// Too few clusters for the degrees of freedom of the test.
    case noDegreesOfFreedom
    /// The covariance of the cells is singular.
    case singular
    /// Nothing was left to chance, as in a census.
    case noVariance
}

extension Tabulation {
    /// Tests the independence of two closed questions in the whole of the tabulation's first group.
    ///
    /// Categories that nobody gave take no part. Degrees of freedom are those of the clusters of the group.
    ///
    /// - Throws: ``TableTestError``.
    /// - SeeAlso: Rao & Scott (1984), On Chi-Squared Tests for Multiway Contingency Tables, Annals of
    ///   Statistics 12, 46-60; Thomas & Rao (1987), JASA 82, 630-636 (the F form); R `survey::svychisq`;
    ///   docs/methods/tables.md.
    package func independence(
        _ rows: Grouping,
        _ columns: Grouping,
        _ kind: TableTest.Kind = .raoScott
    ) throws(TableTestError) -> TableTest {
        guard design.isProbabilitySample else { throw .noDesign }
        let cells = try TableCells(self, rows, columns)
        switch kind {
        case .raoScott, .raoScottFirst: return try cells.raoScott(kind)
        case .wald, .adjustedWald: return try cells.wald(kind)
        }
    }
}

/// The shares of a two-way table with their influences.
private struct TableCells {
    let rowCount: Int
    let columnCount: Int
    /// Row by row.
    let shares: [Double]
    let influences: [Influence]
    /// The number of people, with its influence.
    let total: LinearEstimate
    let n: Int
    let df: Double
    let design: SurveyDesign

    init(_ table: Tabulation, _ rows: Grouping, _ columns: Grouping) throws(TableTestError) {
        let isInside = table.isInFirstGroup
        let inside = (0..<table.design.rowCount).map { row in
            isInside[row] && rows.codes[row] > 0 && columns.codes[row] > 0
        }
        let usedRows = Self.used(rows.codes, inside)
        let usedColumns = Self.used(columns.codes, inside)
        guard usedRows.count > 1, usedColumns.count > 1 else { throw .oneCategory }
        let rowPlace = Dictionary(uniqueKeysWithValues: usedRows.enumerated().map { ($1, $0) })
        let columnPlace = Dictionary(
            uniqueKeysWithValues: usedColumns.enumerated().map { ($1, $0) }
        )
        let cellCount = usedRows.count * usedColumns.count
        let codes = (0..<table.design.rowCount).map { row -> Int in
            guard inside[row], let a = rowPlace[rows.codes[row]],
                let b = columnPlace[columns.codes[row]]
            else { return 0 }
            return a * usedColumns.count + b + 1
        }
        let domain = Tabulation(
            table.design,
            by: Grouping(only: isInside),
            options: Tabulation.Options(level: table.options.level, proportionInterval: .linear)
        )
        let totals = CodeTotals(
            Codes(codes, categoryCount: cellCount),
            categoryCount: cellCount,
            domain.layout
        )
        let base = totals.answers.base(domain.layout, 0)
        let shares = (0..<cellCount).map { domain.linearShare(of: $0, totals, base) }
        rowCount = usedRows.count
        columnCount = usedColumns.count
        self.shares = shares.map(\.value)
        influences = shares.map(\.influence)
        total = domain.linearTotals(of: Numbers(codes.map { $0 == 0 ? .nan : 1 }))[0]
        n = base.n
        df = total.estimate.df
        design = table.design
        guard df >= 1, total.estimate.standardError != nil else { throw .noDegreesOfFreedom }
    }

    private static func used(_ codes: Codes, _ inside: [Bool]) -> [Int] {
        var found: Set<Int> = []
        for row in inside.indices where inside[row] { found.insert(codes[row]) }
        return found.sorted()
    }

    /// Σ factor × influence of the cells, which all name the same units.
    func sum(_ factors: [Double]) -> Influence {
        var values = [Double](repeating: 0, count: influences[0].values.count)
        for (factor, influence) in zip(factors, influences) where factor != 0 {
            accumulate(influence.values, factor, into: &values)
        }
        return Influence(units: influences[0].units, values: values)
    }

    var rowShares: [Double] {
        (0..<rowCount).map { row in
            (0..<columnCount).reduce(0) { $0 + shares[row * columnCount + $1] }
        }
    }

    var columnShares: [Double] {
        (0..<columnCount).map { column in
            (0..<rowCount).reduce(0) { $0 + shares[$1 * columnCount + column] }
        }
    }

    var testDF: Int { (rowCount - 1) * (columnCount - 1) }

    /// n Σ (p - rc)² / rc.
    var pearson: Double {
        let (rows, columns) = (rowShares, columnShares)
        var sum = 0.0
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                let expected = rows[row] * columns[column]
                let distance = shares[row * columnCount + column] - expected
                if expected > 0 { sum += distance * distance / expected }
            }
        }
        return Double(n) * sum
    }

    /// p - rc of the cells outside the first row and column, with their influences.
    func deviations() -> (values: [Double], influences: [Influence]) {
        let (rows, columns) = (rowShares, columnShares)
        var values: [Double] = []
        var combined: [Influence] = []
        for row in 1..<rowCount {
            for column in 1..<columnCount {
                values.append(shares[row * columnCount + column] - rows[row] * columns[column])
                combined.append(
                    sum(
                        influences.indices.map { cell in
                            let (r, c) = (cell / columnCount, cell % columnCount)
                            var factor = r == row && c == column ? 1.0 : 0
                            if r == row { factor -= columns[column] }
                            if c == column { factor -= rows[row] }
                            return factor
                        }
                    )
                )
            }
        }
        return (values, combined)
    }

    /// Wald's test of p - rc = 0, taken as R does of numbers of people: N (p - rc), over N.
    func wald(_ kind: TableTest.Kind) throws(TableTestError) -> TableTest {
        let (values, ofShares) = deviations()
        let influences = zip(values, ofShares).map { value, influence in
            Influence.combined([(1, influence), (value / total.estimate.value, total.influence)])
        }
        let system = SymmetricSystem(design.covarianceMatrix(influences))
        guard system.rank == values.count else { throw .singular }
        let count = Double(testDF)
        let quadratic = zip(values, system.solve(values)).reduce(0) { $0 + $1.0 * $1.1 }
        let denominator = kind == .wald ? df : df - count + 1
        guard denominator > 0 else { throw .noDegreesOfFreedom }
        let statistic =
            kind == .wald ? quadratic / count : quadratic * denominator / (count * df)
        return TableTest(
            kind: kind,
            statistic: statistic,
            numeratorDF: count,
            denominatorDF: denominator,
            p: Distribution.fisherF(count, denominator).upperTail(statistic),
            pearson: pearson,
            designEffect: try effects().mean,
            n: n
        )
    }

    /// The mean of the generalised design effects δ, and (Σδ)² / Σδ².
    ///
    /// They are the eigenvalues of the design's covariance of the interactions of a log-linear model over
    /// that of a simple random sample, both at the observed shares (as R has it).
    func effects() throws(TableTestError) -> (mean: Double, df: Double) {
        let count = testDF
        // Interactions: doubly centred indicators of the cells outside the first row and column.
        let interactions = (0..<count).map { place in
            let (row, column) = (place / (columnCount - 1) + 1, place % (columnCount - 1) + 1)
            return shares.indices.map { cell -> Double in
                let ofRow = (cell / columnCount == row ? 1 : 0) - 1 / Double(rowCount)
                let ofColumn = (cell % columnCount == column ? 1 : 0) - 1 / Double(columnCount)
                return shares[cell] > 0 ? ofRow * ofColumn / shares[cell] : 0
            }
        }
        let covariance = design.covarianceMatrix(interactions.map(sum))
        var simple = Matrix(rows: count, columns: count)
        for row in 0..<count {
            for column in 0..<count {
                simple[row, column] =
                    shares.indices.reduce(0) { sum, cell in
                        sum + interactions[row][cell] * interactions[column][cell] * shares[cell]
                    } / Double(n)
            }
        }
        let system = SymmetricSystem(simple)
        guard system.rank == count else { throw .singular }
        var ratio = Matrix(rows: count, columns: count)
        for column in 0..<count {
            let solved = system.solve((0..<count).map { covariance[$0, column] })
            for row in 0..<count { ratio[row, column] = solved[row] }
        }
        var squares = 0.0
        for row in 0..<count {
            for column in 0..<count { squares += ratio[row, column] * ratio[column, row] }
        }
        guard ratio.trace > 0, squares > 0 else { throw .noVariance }
        return (ratio.trace / Double(count), ratio.trace * ratio.trace / squares)
    }

    func raoScott(_ kind: TableTest.Kind) throws(TableTestError) -> TableTest {
        let effects = try effects()
        let pearson = pearson
        let count = Double(testDF)
        guard kind == .raoScott else {
            let statistic = pearson / effects.mean
            return TableTest(
                kind: kind,
                statistic: statistic,
                numeratorDF: count,
                denominatorDF: nil,
                p: Distribution.chiSquare(df: count).upperTail(statistic),
                pearson: pearson,
                designEffect: effects.mean,
                n: n
            )
        }
        let statistic = pearson / (effects.mean * count)
        return TableTest(
            kind: kind,
            statistic: statistic,
            numeratorDF: effects.df,
            denominatorDF: effects.df * df,
            p: Distribution.fisherF(effects.df, effects.df * df).upperTail(statistic),
            pearson: pearson,
            designEffect: effects.mean,
            n: n
        )
    }
}

extension Tabulation {
    /// The share of one category among `base`, with its influence alone.
    fileprivate func linearShare(
        of category: Int,
        _ totals: CodeTotals,
        _ base: AnswerBase
    ) -> (value: Double, influence: Influence) {
        let weights = base.cells.map { totals.weight(of: [category], cell: $0) }
        let p = compensatedSum(weights) / base.weight
        let codes = totals.codes
        let function = TotalsFunction(
            sums: [weights, base.cells.map { totals.answers.weight[$0] }],
            gradient: [1, -p],
            divisor: base.weight,
            rowTerm: { codes[$0] == 0 ? 0 : (codes[$0] == category + 1 ? 1 : 0) - p },
            value: { $0[0] / $0[1] }
        )
        return (p, design.influence(of: function, base, layout))
    }

    /// Whether each row is in the first group and has a weight.
    fileprivate var isInFirstGroup: [Bool] {
        var inside = [Bool](repeating: false, count: design.rowCount)
        for position in 0..<layout.rowCount(of: 0) { inside[Int(layout.rows[position])] = true }
        return inside
    }
}
