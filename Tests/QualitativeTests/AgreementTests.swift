import Base
import Foundation
import Qualitative
import TestKit
import Testing

/// What scikit-learn and krippendorff of PyPI said of made-up judgements; see Fixtures/SOURCES.md.
private struct Oracle: Decodable {
    struct Judged: Decodable, Sendable {
        let values: [[Int?]]
        let alpha: Double?
    }

    struct Crossed: Decodable, Sendable {
        let both: Int
        let onlyFirst: Int
        let onlySecond: Int
        let neither: Int
        let kappa: Double?
    }

    struct Texts: Decodable, Sendable {
        struct Marks: Decodable, Sendable {
            let source: Int
            let passages: [[Int]]
        }

        let lengths: [Int]
        let coders: [[Marks]]
        let kappa01: Double?
        let n01: Int
        let alpha01: Double?
        let alphaAll: Double?
        let alphaSources: Double?
    }

    let alpha: [Judged]
    let kappa: [Crossed]
    let spans: [Texts]

    static let all: Oracle? = {
        let file = Bundle.module.resourceURL?.appendingPathComponent(
            "Fixtures/Agreement/random.json"
        )
        guard let file, let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONDecoder().decode(Oracle.self, from: data)
    }()
}

/// The value of a measure; nil where it is undefined.
private func value(_ measure: () throws(NoAgreement) -> Double) -> Double? {
    do { return try measure() } catch { return nil }
}

private func expect(
    _ actual: Double?,
    _ expected: Double?,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let actual, let expected else {
        #expect(actual == nil && expected == nil, sourceLocation: sourceLocation)
        return
    }
    // Near 0 the figures are differences of numbers near 1.
    #expect(
        abs(actual - expected) <= 1e-12,
        "\(actual) for \(expected)",
        sourceLocation: sourceLocation
    )
}

@Suite("Agreement of coders")
struct AgreementTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let n: Int
        let (first, second, both): (Int, Int, Int)
        let kappa: Double
        let alpha: Double
        var testDescription: String { "\(n), \(first), \(second), \(both)" }

        init(_ n: Int, _ first: Int, _ second: Int, _ both: Int, _ kappa: Double, _ alpha: Double) {
            (self.n, self.first, self.second, self.both) = (n, first, second, both)
            (self.kappa, self.alpha) = (kappa, alpha)
        }
    }

    @Test(
        "kappa adds the chances of yes and no, as NVivo's worked example does",
        arguments: [
            Known(1_000, 125, 125, 50, 0.3143, 0.3146), Known(1_000, 200, 50, 50, 0.3478, 0.3146),
            Known(1_000, 75, 75, 50, 0.6396, 0.6398), Known(100_000, 75, 75, 50, 0.6664, 0.6664),
            Known(1_000, 500, 500, 250, 0, 0.0005),
        ]
    )
    func known(_ known: Known) throws {
        let table = AgreementTable(
            both: known.both,
            onlyFirst: known.first - known.both,
            onlySecond: known.second - known.both,
            neither: known.n - known.first - known.second + known.both
        )
        #expect(table.n == known.n)
        #expect(abs(try table.kappa() - known.kappa) < 5e-5)
        #expect(abs(try table.units.alpha() - known.alpha) < 5e-5)
    }

    @Test("kappa and alpha are those of scikit-learn and krippendorff on random judgements")
    func oracle() throws {
        let oracle = try #require(Oracle.all)
        #expect(oracle.kappa.count == 40 && oracle.alpha.count == 60)
        for one in oracle.kappa {
            let table = AgreementTable(
                both: one.both,
                onlyFirst: one.onlyFirst,
                onlySecond: one.onlySecond,
                neither: one.neither
            )
            expect(value(table.kappa), one.kappa)
        }
        for one in oracle.alpha { expect(value(NominalUnits(one.values).alpha), one.alpha) }
    }

    /// Evidence of one code on texts of the given lengths.
    ///
    /// A coder without a passage of the code has one of another code, so that the text counts as coded.
    private func evidence(_ texts: Oracle.Texts) -> Evidence {
        var evidence = Evidence()
        evidence.codes = CodeTree([Code(id: "a", name: "A"), Code(id: "z", name: "Z")])
        for (index, length) in texts.lengths.enumerated() {
            var source = Source(id: "\(index)", kind: .interview)
            source.text = SourceText(String(repeating: "ө", count: length))
            evidence.sources.append(source)
        }
        for (coder, marks) in texts.coders.enumerated() {
            for mark in marks {
                let passages = mark.passages.map { ($0[0]..<$0[1], "a") } + [(0..<1, "z")]
                for (range, code) in passages {
                    evidence.codings.append(
                        Coding(excerpt: evidence.excerpts.count, code: code, coder: "c\(coder)")
                    )
                    evidence.excerpts.append(
                        Excerpt(
                            id: "e\(evidence.excerpts.count)",
                            source: "\(mark.source)",
                            anchor: .held(range),
                            state: .exact,
                            quote: String(repeating: "ө", count: range.count)
                        )
                    )
                }
            }
        }
        return evidence
    }

    @Test("passages are joined and swept as if each character were a judgement")
    func characters() throws {
        let oracle = try #require(Oracle.all)
        for texts in oracle.spans {
            let report = EvidenceIndex(evidence(texts)).agreement()
            let code = try #require(report.codes.first { $0.code == "a" })
            let pair = try #require(
                code.pairs.first { $0.first == "c0" && $0.second == "c1" && $0.unit == .character }
            )
            #expect(pair.table.n == texts.n01)
            expect(try? pair.kappa.value.get(), texts.kappa01)
            expect(try? pair.alpha.value.get(), texts.alpha01)
            let all = try #require(code.groups.first { $0.unit == .character })
            expect(try? all.alpha.value.get(), texts.alphaAll)
            let sources = try #require(code.groups.first { $0.unit == .source })
            expect(try? sources.alpha.value.get(), texts.alphaSources)
        }
        #expect(oracle.spans.count == 12)
    }

    @Test("what has no meaning says why, and is no number")
    func undefined() {
        #expect(throws: NoAgreement.nothingCompared) { try AgreementTable().kappa() }
        #expect(throws: NoAgreement.nothingCompared) { try AgreementTable().percent() }
        #expect(throws: NoAgreement.noVariation) { try AgreementTable(neither: 5).kappa() }
        #expect(throws: NoAgreement.noVariation) { try AgreementTable(both: 5).kappa() }
        #expect(throws: NoAgreement.noVariation) { try AgreementTable(both: 5).units.alpha() }
        #expect(throws: NoAgreement.noVariation) { try AgreementTable(neither: 5).alpha() }
        #expect(throws: NoAgreement.nothingCompared) { try NominalUnits([[1, nil]]).alpha() }
        let all = AgreementTable(onlyFirst: 4)
        #expect(value(all.kappa) == 0 && value(all.percent) == 0)
    }

    @Test("laws: coders may change places, and yes and no; twice the units change kappa not at all")
    func laws() throws {
        for one in try #require(Oracle.all).kappa where one.kappa != nil {
            let (a, b, c, d) = (one.both, one.onlyFirst, one.onlySecond, one.neither)
            let table = AgreementTable(both: a, onlyFirst: b, onlySecond: c, neither: d)
            let kappa = try table.kappa()
            let others = [
                AgreementTable(both: a, onlyFirst: c, onlySecond: b, neither: d),
                AgreementTable(both: d, onlyFirst: b, onlySecond: c, neither: a), table + table,
            ]
            for other in others { #expect(abs(try other.kappa() - kappa) < 1e-12) }
            let alpha = try table.alpha()
            #expect(abs(try table.units.alpha() - alpha) < 1e-12)
            #expect(alpha <= 1 && kappa <= 1)
            for other in others.prefix(2) {
                #expect(abs(try other.units.alpha() - alpha) < 1e-12)
            }
        }
    }
}

@Suite("Agreement on a study's codes")
struct AgreementReportTests {
    /// Coders a and b on six sources of 100 characters, c on one of them and one alone.
    private func study() -> Evidence {
        var evidence = Evidence()
        var parent = Code(id: "below", name: "Below")
        parent.parent = "above"
        evidence.codes = CodeTree([Code(id: "above", name: "Above"), parent])
        for index in 0..<7 {
            var source = Source(id: "s\(index)", kind: .interview)
            source.text = SourceText(String(repeating: "x", count: 100))
            evidence.sources.append(source)
        }
        func mark(_ source: Int, _ range: Range<Int>, _ code: String, _ coder: String) {
            evidence.codings.append(
                Coding(excerpt: evidence.excerpts.count, code: code, coder: coder)
            )
            evidence.excerpts.append(
                Excerpt(
                    id: "e\(evidence.excerpts.count)",
                    source: "s\(source)",
                    anchor: .held(range),
                    state: .exact,
                    quote: String(repeating: "x", count: range.count)
                )
            )
        }
        for source in 0..<6 {
            mark(source, 0..<10 + source, source < 4 ? "below" : "other", "a")
            mark(source, 5..<15, source.isMultiple(of: 2) ? "below" : "above", "b")
        }
        mark(6, 0..<10, "below", "c")
        return evidence
    }

    @Test("a code below counts for the code above; what nobody else coded is listed, not compared")
    func compared() throws {
        let report = EvidenceIndex(study()).agreement()
        #expect(report.coders == ["a", "b", "c"])
        #expect(report.codedOnce == ["s6"])
        let above = try #require(report.codes.first { $0.code == "above" })
        let pair = try #require(above.pairs.first { $0.unit == .source })
        #expect(above.pairs.count == 2)
        #expect(pair.sources == 6 && pair.markedSources == 6 && !pair.isTooFew)
        #expect(pair.table == AgreementTable(both: 4, onlySecond: 2))
        let below = try #require(report.codes.first { $0.code == "below" }?.pairs.first)
        #expect(below.table == AgreementTable(both: 2, onlyFirst: 2, onlySecond: 1, neither: 1))
    }

    @Test("marking the same words twice changes nothing")
    func twice() {
        var evidence = study()
        let once = EvidenceIndex(evidence).agreement()
        evidence.codings += evidence.codings
        #expect(EvidenceIndex(evidence).agreement().codes == once.codes)
    }

    @Test("the interval is the jackknife over sources, with t of one degree fewer")
    func interval() throws {
        let report = EvidenceIndex(study()).agreement()
        let code = try #require(report.codes.first { $0.code == "above" })
        let pair = try #require(code.pairs.first { $0.unit == .character })
        // By hand: shares of equal characters by source, all of 100 characters.
        let shares = (0..<6).map { source -> Double in
            let both = source < 4 ? 5 + source : 0
            let either = source < 4 ? 15 : 10
            return Double(100 - either + both) / 100
        }
        let mean = shares.reduce(0, +) / 6
        let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        // Of a mean the jackknife's variance is s²/k; t of 5 degrees of freedom at 0.975 is 2.5706.
        let half = 2.570581835636314 * (squares / 5 / 6).squareRoot()
        let interval = try #require(pair.percent.interval)
        #expect(isClose(interval.lowerBound, mean - half, 1e-12))
        #expect(isClose(interval.upperBound, min(1, mean + half), 1e-12))
    }
}
