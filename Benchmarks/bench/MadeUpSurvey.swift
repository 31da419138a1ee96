import Survey

/// A made-up survey, the same in every language: whole-number arithmetic on row numbers alone.
///
/// `survey` in Benchmarks/reading.py makes the same rows; the check sums of both are compared.
struct MadeUpSurvey {
    static let itemCount = 36

    private(set) var strata: [Int] = []
    private(set) var clusters: [Int] = []
    /// 1...9; a property of the cluster, across strata.
    private(set) var region: [UInt8] = []
    /// 1...5.
    private(set) var age: [UInt8] = []
    /// 1...2.
    private(set) var gender: [UInt8] = []
    private(set) var weights: [Double] = []
    /// Answers from 1 to 5, one byte each.
    private(set) var items: [[UInt8]]

    /// The rows of `chosen` of a survey of `total` people in clusters of 200 and 20 strata.
    init(_ chosen: [Int], of total: Int) {
        items = (1...Self.itemCount).map { item in
            chosen.map { Self.answer(item, row: $0) }
        }
        for row in chosen {
            let cluster = row / 200
            strata.append(cluster / max(1, total / 200 / 20) + 1)
            clusters.append(cluster + 1)
            region.append(UInt8(Self.region(cluster)))
            age.append(UInt8(mixed(row + 1_000_000_000_000) % 5 + 1))
            gender.append(UInt8(mixed(row + 2_000_000_000_000) % 2 + 1))
            weights.append(Double(500 + mixed(row + 3_000_000_000_000) % 1501) / 1000)
        }
    }

    /// Everyone of `total` people.
    init(of total: Int) {
        self.init(Array(0..<total), of: total)
    }

    /// A study of 1,000 people: four of each twentieth cluster of a million.
    static var thousand: MadeUpSurvey {
        MadeUpSurvey((0..<250).flatMap { k in (0..<4).map { k * 4_000 + $0 } }, of: 1_000_000)
    }

    private static func region(_ cluster: Int) -> Int {
        Int(mixed(cluster + 7_000_000_000) % 9) + 1
    }

    private static func answer(_ item: Int, row: Int) -> UInt8 {
        let cluster = row / 200
        let shift = Int(mixed(cluster + 9_000_000_000) % 5) - 2
        let lean = 8 * shift + 2 * (region(cluster) - 5) + 3 * (item % 4)
        let x = Int(mixed(row * 64 + item) % 100) + lean
        return [15, 35, 60, 85].reduce(1) { $0 + (x >= $1 ? 1 : 0) }
    }

    /// Sums that change when a row does: of each item, and of the weights in thousandths.
    var checkSums: [Int] {
        items.map { $0.reduce(0) { $0 + Int($1) } } + [
            weights.reduce(0) { $0 + Int(($1 * 1000).rounded()) },
            region.reduce(0) { $0 + Int($1) }, age.reduce(0) { $0 + Int($1) },
            gender.reduce(0) { $0 + Int($1) }, clusters.reduce(0, +), strata.reduce(0, +),
        ]
    }

    var designColumns: DesignColumns {
        DesignColumns(
            rowCount: weights.count,
            stages: [
                DesignColumns.Stage(
                    units: Labels(numbers: clusters),
                    strata: Labels(numbers: strata)
                )
            ],
            weights: weights
        )
    }
}

/// SplitMix64 of `number`.
private func mixed(_ number: Int) -> UInt64 {
    var z = UInt64(number) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
}
