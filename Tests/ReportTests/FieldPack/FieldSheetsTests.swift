import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Report

/// A made-up design: two regions, places of three languages, a reserve in each stratum.
enum FieldSample {
    static func study() -> Study {
        var study = Study()
        study.title = LocalText(["en": "Bread & <salt>", "ru": "Хлеб и соль", "ky": "Нан жана туз"])
        study.languages = ["en", "ru", "ky"]
        study.isSynthetic = true
        return study
    }

    static func declaration() -> SampleDeclaration {
        var declaration = SampleDeclaration()
        declaration.strata = ["region"]
        declaration.size = .interviews(24)
        declaration.perCluster = 4
        declaration.responseRate = 0.8
        return declaration
    }

    /// Thirty places; with `language`, all of them speak it.
    static func frame(language: String? = nil) throws -> Frame {
        let languages = language.map { [$0] } ?? ["en", "ru", "ky", nil, "uz"]
        let units = (0..<30).map { index in
            Frame.Unit(
                id: "u\(index)",
                name: "Place \(index)",
                key: [index < 15 ? "north" : "south"],
                size: Double(100 + index),
                households: index == 7 ? nil : Double(30 + 10 * index),
                language: languages[index % languages.count],
                row: index + 2
            )
        }
        return try Frame(keyNames: ["region"], strata: [], units: units)
    }

    static func design(
        _ study: Study = study(),
        _ declaration: SampleDeclaration = declaration(),
        frame: Frame? = nil,
        boosters: [SampleDesign.Booster] = []
    ) throws -> SampleDesign {
        SampleDesign(
            study: study,
            declaration: declaration,
            form: Form(),
            frame: try frame ?? Self.frame(),
            seed: 7,
            published: nil,
            boosters: boosters
        )
    }

    /// The page of a design, and its sheets one by one.
    static func sheets(_ design: SampleDesign) throws -> (page: String, sheets: [String]) {
        let html = try #require(FieldSheets(design)).html()
        let page = String(decoding: html, as: UTF8.self)
        return (page, page.components(separatedBy: "<section").dropFirst().map { "<section" + $0 })
    }

    /// The texts of the cells of each row of a sheet's table.
    static func rows(_ sheet: String) -> [[String]] {
        let body = sheet.components(separatedBy: "<tbody>").dropFirst().first ?? ""
        return body.components(separatedBy: "<tr>").dropFirst().map { row in
            row.matches(of: /<t[hd][^>]*>([^<]*)<\/t[hd]>/).map { String($0.1) }
        }
    }
}

@Suite("Field sheets")
struct FieldSheetsTests {
    @Test("there is one for each cluster and each reserve, in the language spoken there")
    func languages() throws {
        let design = try FieldSample.design()
        let draw = try #require(design.draw)
        let all = draw.clusters + draw.reserves
        let (_, sheets) = try FieldSample.sheets(design)
        #expect(draw.clusters.count == 6 && draw.reserves.count == 2)
        try #require(sheets.count == all.count)
        var seen: Set<Report.Language> = []
        for (cluster, sheet) in zip(all, sheets) {
            let code = design.frame.units[cluster.unit].language
            // Where nobody said, or Ashar does not write it, the study's first language stands in.
            let language = code.flatMap { Report.Language(code: $0) } ?? .en
            seen.insert(language)
            let words = Words(language)
            #expect(sheet.contains("id=\"c\(cluster.code)\""))
            #expect(sheet.contains("lang=\"\(language.rawValue)\""))
            for word in [FieldWord.instructions, .visits, .noReplacement, .voluntary] {
                #expect(sheet.contains(words(word)), "\(cluster.code) \(word)")
            }
            #expect(sheet.contains(words(FieldWord.reserveOnly)) == cluster.code.hasPrefix("R"))
        }
        #expect(seen.count == 3)
    }

    @Test("names the reserves of the place's stratum, in their order, and never itself")
    func reserves() throws {
        var declaration = FieldSample.declaration()
        declaration.reserve = 2
        let design = try FieldSample.design(FieldSample.study(), declaration)
        let draw = try #require(design.draw)
        let (_, sheets) = try FieldSample.sheets(design)
        for (cluster, sheet) in zip(draw.clusters + draw.reserves, sheets) {
            let language =
                design.frame.units[cluster.unit].language
                .flatMap { Report.Language(code: $0) } ?? .en
            let codes = draw.reserves
                .filter { $0.stratum == cluster.stratum && $0.code != cluster.code }.map(\.code)
            #expect(codes.count == (cluster.code.hasPrefix("R") ? 1 : 2))
            let sentence = Words(language)(
                FieldWord.noCluster,
                ["codes": .text(codes.joined(separator: ", "))]
            )
            #expect(sheet.contains(sentence))
        }
        declaration.reserve = 0
        let without = try FieldSample.sheets(FieldSample.design(FieldSample.study(), declaration))
        #expect(without.sheets.count == 6)
        for sheet in without.sheets {
            #expect(
                Report.Language.allCases.contains { sheet.contains(Words($0)(FieldWord.noReserve)) }
            )
        }
    }

    @Test("has a row for each household to try, numbered along the route and round its end")
    func households() throws {
        let design = try FieldSample.design()
        let draw = try #require(design.draw)
        let (_, sheets) = try FieldSample.sheets(design)
        for (index, cluster) in (draw.clusters + draw.reserves).enumerated() {
            let route = design.routes[index]
            let rows = FieldSample.rows(sheets[index])
            let tried = (Double(cluster.interviews) / 0.8).rounded(.up)
            #expect(rows.count == Int(tried))
            let numbers = rows.map { Int($0[1]) }
            guard let all = cluster.households, let step = route.step else {
                #expect(numbers.allSatisfy { $0 == nil })
                continue
            }
            let expected = rows.indices.map { (route.start + $0 * step - 1) % Int(all) + 1 }
            #expect(numbers == expected)
            #expect(Set(expected).count == rows.count)
            #expect(expected.allSatisfy { (1...Int(all)).contains($0) })
        }
    }

    @Test("a route that comes to the end of its place goes on from the beginning")
    func around() throws {
        var declaration = FieldSample.declaration()
        declaration.longestStep = 3
        var wraps = 0
        for seed in UInt64(1)...40 {
            let design = SampleDesign(
                study: FieldSample.study(),
                declaration: declaration,
                form: Form(),
                frame: try FieldSample.frame(),
                seed: seed,
                published: nil
            )
            let draw = try #require(design.draw)
            for (index, cluster) in draw.clusters.enumerated() {
                let numbers = (0..<5).compactMap { design.household($0, of: index) }
                guard let all = cluster.households.map({ Int($0) }), numbers.count == 5 else {
                    continue
                }
                #expect(numbers.allSatisfy { (1...all).contains($0) })
                #expect(Set(numbers).count == 5)
                if numbers != numbers.sorted() { wraps += 1 }
            }
        }
        #expect(wraps > 0)
    }

    @Test("Kish's rows stand beside the households, and first rows take his tables in turn")
    func kish() throws {
        let design = try FieldSample.design()
        let draw = try #require(design.draw)
        let (_, sheets) = try FieldSample.sheets(design)
        let all = draw.clusters + draw.reserves
        for (cluster, sheet) in zip(all, sheets) {
            for (number, cells) in FieldSample.rows(sheet).enumerated() {
                let table = design.kishTable(number, of: cluster)
                #expect(Array(cells[3..<9]) == table.persons.map { "\($0)" })
            }
        }
        // Over twelve clusters each row has met A, C, D and F twice and the others once: 1/6 and 1/12.
        let twelve = try FieldSample.design(
            FieldSample.study(),
            {
                var declaration = FieldSample.declaration()
                declaration.size = .interviews(48)
                return declaration
            }()
        )
        let clusters = try #require(twelve.draw).clusters
        try #require(clusters.count == 12)
        for row in 0..<5 {
            var counts: [KishGrid: Int] = [:]
            for cluster in clusters {
                counts[twelve.kishTable(row, of: cluster), default: 0] += 1
            }
            #expect(
                counts == [.a: 2, .b1: 1, .b2: 1, .c: 2, .d: 2, .e1: 1, .e2: 1, .f: 2],
                "row \(row)"
            )
        }
    }

    @Test(
        "without Kish's grid there is one column for the number of people",
        arguments: [PersonSelection.nextBirthday, .random]
    )
    func otherSelections(_ selection: PersonSelection) throws {
        var declaration = FieldSample.declaration()
        declaration.selection = selection
        declaration.ageFrom = 16
        let (_, sheets) = try FieldSample.sheets(
            FieldSample.design(FieldSample.study(), declaration)
        )
        let word: FieldWord = selection == .random ? .random : .nextBirthday
        for sheet in sheets {
            let language = try #require(
                Report.Language.allCases.first { sheet.contains("lang=\"\($0.rawValue)\"") }
            )
            #expect(sheet.contains(Words(language)(word, ["age": "16"])))
            #expect(!sheet.contains("18+") && !sheet.contains("of 18"))
            // Row, household, where, people, three visits, final code.
            #expect(FieldSample.rows(sheet).allSatisfy { $0.count == 8 && $0[3].isEmpty })
        }
    }

    @Test("a start far along in a large place says how far")
    func farStart() throws {
        var declaration = FieldSample.declaration()
        declaration.longestStep = 10
        let units = (0..<4).map { index in
            Frame.Unit(
                id: "u\(index)",
                name: "Town \(index)",
                key: ["all"],
                size: 1000,
                households: 40_000,
                language: "ru",
                row: index + 2
            )
        }
        let frame = try Frame(keyNames: ["region"], strata: [], units: units)
        let design = try FieldSample.design(FieldSample.study(), declaration, frame: frame)
        let draw = try #require(design.draw)
        let (_, sheets) = try FieldSample.sheets(design)
        for index in draw.clusters.indices {
            let start = design.routes[index].start
            let all = Int(try #require(draw.clusters[index].households))
            let share = Int((Double(start - 1) / Double(all) * 100).rounded())
            try #require(start > 20)
            #expect(sheets[index].contains("(≈\u{A0}\(share)\u{A0}% пути)"))
        }
    }

    @Test("made-up data are marked on every sheet and over the list; real ones nowhere")
    func synthetic() throws {
        let (page, sheets) = try FieldSample.sheets(FieldSample.design())
        #expect(page.components(separatedBy: "class=\"mark\"").count - 1 == sheets.count + 1)
        var study = FieldSample.study()
        study.isSynthetic = false
        let (real, _) = try FieldSample.sheets(FieldSample.design(study))
        #expect(!real.contains("class=\"mark\""))
    }

    @Test("texts are escaped, nothing runs, and the same draw gives the same bytes")
    func bytes() throws {
        let (page, _) = try FieldSample.sheets(FieldSample.design())
        #expect(page.contains("Bread &amp; &lt;salt&gt;") && !page.contains("<salt>"))
        #expect(!page.contains("<script") && page.contains("default-src 'none'"))
        #expect(try FieldSample.sheets(FieldSample.design()).page == page)
    }

    @Test("says what it says", arguments: Report.Language.allCases)
    func golden(_ language: Report.Language) throws {
        let frame = try FieldSample.frame(language: language.rawValue)
        let (_, sheets) = try FieldSample.sheets(FieldSample.design(frame: frame))
        let text = sheets[0].replacing("><", with: ">\n<")
        try expectGolden("FieldPack/sheet.\(language.rawValue).html", text, in: fixtures)
    }

    /// The fixtures of the target, which lie a folder above this file.
    private var fixtures: URL {
        sourceFixtures().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
    }

    @Test("clusters that are added later move no start that anybody walks from")
    func boosters() throws {
        let first = try FieldSample.design()
        let strata = try #require(first.draw).strata
        let open = strata.filter { !$0.isSelfRepresenting }.map(\.name)
        try #require(open.count > 1)
        let second = try FieldSample.design(boosters: [.init(stratum: open[0], clusters: 2)])
        let (old, new) = (try #require(first.draw), try #require(second.draw))
        #expect(new.clusters.count == old.clusters.count + 2)
        func routes(_ design: SampleDesign, _ draw: SampleDraw) -> [String: RoutePlan] {
            Dictionary(
                uniqueKeysWithValues: zip(
                    (draw.clusters + draw.reserves).map(\.code),
                    design.routes
                )
            )
        }
        let (before, after) = (routes(first, old), routes(second, new))
        for (code, route) in before { #expect(after[code] == route, "\(code)") }
        let third = try FieldSample.design(
            boosters: [.init(stratum: open[0], clusters: 2), .init(stratum: open[1], clusters: 1)]
        )
        let last = routes(third, try #require(third.draw))
        for (code, route) in after { #expect(last[code] == route, "\(code)") }
    }
}
