import Base
import Files
import Foundation
import Report
import Survey
import Testing

/// The main example, from its census table to its report.
@Suite("The Kyrgyz study")
struct KyrgyzstanExampleTests {
    private static let folder = Example.folder("kyrgyzstan")

    /// A copy of the example that a test may change.
    private func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        where !["report", "weights", "simulation"].contains(name) {
            try FileManager.default.copyItem(
                atPath: "\(Self.folder)/\(name)",
                toPath: folder.file(name)
            )
        }
        return folder
    }

    private func design(_ path: String) throws -> SampleDesign {
        let folder = SampleFolder(path: path)
        #expect(folder.problems == [])
        return try #require(folder.design(boosters: []))
    }

    // MARK: - Sample

    @Test("the published table is recomputed, and every cell that does not follow is named")
    func publishedTable() throws {
        let design = try design(Self.folder)
        #expect(design.plan.interviews == 1_000)
        #expect(design.plan.selfRepresentingSize(of: design.frame.population) == 70_998.75)
        #expect(design.draw?.clusters.count == 56)
        let found = design.discrepancies.map { item in
            let expected = (item.expected * 10).rounded() / 10
            return "\(item.row) \(item.column) \(item.printed) \(expected) \(item.reason)"
        }
        #expect(
            found == [
                "total percent 100.0 99.9 column", "total n 1000.0 999.0 column",
                "total n:city 354.0 353.0 column", "total n:village 646.0 645.0 column",
                "total clusters 56.0 55.4 column", "total clusters:city 20.0 18.0 column",
                "total clusters:village 36.0 35.1 column", "naryn n 43.0 44.0 apportioned",
                "naryn clusters 2.4 2.4 notWhole", "naryn clusters 2.4 2.1 parts",
                "naryn clusters:village 2.1 2.1 notWhole", "osh n 200.0 199.0 parts",
                "talas n 39.0 38.0 parts", "chui clusters 9.0 8.0 parts",
                "osh_city n 48.0 49.0 parts", "osh_city clusters 3.0 2.0 parts",
            ]
        )
    }

    @Test("the committed clusters follow from frame and seed, and sum to the population")
    func committedDraw() throws {
        let design = try design(Self.folder)
        let files = SampleFiles(folder: "\(Self.folder)/sample")
        #expect(try files.doubts(about: design) == [])
        let draw = try #require(design.draw)
        #expect(draw.clusters.reduce(0) { $0 + $1.interviews } == 1_000)
        let places = draw.strata.filter(\.isSelfRepresenting).map(\.keys)
        #expect(
            places == [
                [["bishkek", "city"], ["bishkek", "village"]],
                [["osh_city", "city"], ["osh_city", "village"]],
            ]
        )
        // Each stratum's households, weighted by the probabilities, are all its households.
        for (index, stratum) in draw.strata.enumerated() where !stratum.isSelfRepresenting {
            let sum = draw.clusters.filter { $0.stratum == index }
                .reduce(0) { $0 + $1.size / $1.probability }
            #expect(abs(sum / stratum.population - 1) < 1e-9)
        }
    }

    @Test("a draw is never written over by another one, and a changed file is found out")
    func guarding() throws {
        let folder = try copy()
        let files = SampleFiles(folder: folder.file("sample"))
        let design = try design(folder.path)
        _ = try files.write(design, boosters: [], redraw: false, languages: [.en])
        var study = try folder.text("study.yaml")
        study = study.replacingOccurrences(of: "seed: 20231", with: "seed: 20232")
        try study.write(toFile: folder.file("study.yaml"), atomically: true, encoding: .utf8)
        let other = try self.design(folder.path)
        let refused = #expect(throws: Problems.self) {
            try files.write(other, boosters: [], redraw: false, languages: [.en])
        }
        #expect(refused?.list.map(\.code.name) == ["sample.already-drawn"])
        #expect(try files.doubts(about: other).count == 2)
        let clusters = try folder.text("sample/clusters.csv")
        try clusters.replacingOccurrences(of: ",18,", with: ",17,")
            .write(toFile: folder.file("sample/clusters.csv"), atomically: true, encoding: .utf8)
        #expect(try files.doubts(about: design).map(\.code.name) == ["sample.not-proved"])
        _ = try files.write(other, boosters: [], redraw: true, languages: [.en])
        #expect(try files.doubts(about: other) == [])
    }

    @Test(
        "the field pack has a sheet a cluster, in its language, and a form that knows the clusters"
    )
    func fieldPack() throws {
        let folder = try TemporaryFolder()
        let design = try design(Self.folder)
        let pack = try #require(try FieldPack(design, form: "\(Self.folder)/form.xlsx"))
        let written = try FieldPackFiles(folder: folder.path).write(pack, pdf: false)
        #expect(written.files.count == 3 && written.warnings.isEmpty)
        let sheets = try folder.text("sheets.html")
        let draw = try #require(design.draw)
        let places = draw.clusters.count + draw.reserves.count
        #expect(sheets.components(separatedBy: "<section class=\"sheet ").count == places + 1)
        #expect(sheets.contains("lang=\"ky\"") && sheets.contains("lang=\"ru\""))
        #expect(sheets.contains("Кластер 001") && sheets.contains("Вымышленные данные"))
        let (form, problems) = XLSForm.read(path: folder.file("form.xlsx"))
        #expect(problems.filter { $0.severity == .error } == [])
        let (original, _) = XLSForm.read(path: "\(Self.folder)/form.xlsx")
        let read = try #require(form)
        #expect(read.questions.map(\.name) == original?.questions.map(\.name))
        let question = try #require(read.question(named: "cluster"))
        let codes = read.choices(of: question)?.map(\.name)
        #expect(codes == (draw.clusters + draw.reserves).map(\.code))
    }

    // MARK: - Questionnaire and answers

    @Test("every question and answer of the form is in three languages")
    func form() throws {
        let (read, problems) = XLSForm.read(path: "\(Self.folder)/form.xlsx")
        #expect(problems.filter { $0.severity == .error } == [])
        let form = try #require(read)
        let asked = form.questions.filter { !["start", "end"].contains($0.name) }
        #expect(asked.count > 60)
        for question in asked {
            #expect(question.label.languages.count == 3, "\(question.name)")
            for choice in form.choices(of: question) ?? [] {
                #expect(choice.label.languages.count == 3, "\(question.name) \(choice.name)")
            }
        }
    }

    @Test("the answers are made again byte for byte, and real ones are never written over")
    func simulation() throws {
        let folder = try copy()
        let opened = SimulationFolder(path: folder.path)
        #expect(opened.problems == [])
        let simulation = try #require(opened.simulation)
        func write() throws -> String {
            try SimulationFiles.write(
                simulation,
                seed: opened.file.seed,
                study: opened.study,
                folder: folder.path
            )
        }
        _ = try write()
        let made = FileManager.default.contents(atPath: folder.file("answers.csv"))
        #expect(made == FileManager.default.contents(atPath: "\(Self.folder)/answers.csv"))
        try "trust_1,synthetic\n5,no\n"
            .write(toFile: folder.file("answers.csv"), atomically: true, encoding: .utf8)
        let refused = #expect(throws: Problems.self) { try write() }
        #expect(refused?.list.map(\.code.name) == ["simulation.real-data"])
    }

    @Test("targets lie within the answers, and the raw mean follows from the printed one")
    func targets() throws {
        let (read, _) = TableText.read(path: "\(Self.folder)/targets.csv")
        let table = try #require(read)
        #expect(table.lines.count == 40 * 9)
        for (line, cells) in table.lines {
            let printed = try #require(TableText.number(table.cell(cells, 2)))
            let mean = try #require(TableText.number(table.cell(cells, 4)))
            #expect(mean > 1 && mean < 5, "line \(line)")
            let expected = table.cell(cells, 3) == "5-x" ? 5 - printed : printed
            #expect(abs(mean - expected) < 0.006, "line \(line)")
        }
    }

    @Test("the weights meet the population of every region")
    func weights() throws {
        let prepared = try Example.results("kyrgyzstan").prepared
        let weights = try #require(prepared.weights)
        #expect(weights.findings.allSatisfy { !$0.isFatal })
        let sums = weights.margins[0].sums(of: weights.history.weights).groups
        for (sum, target) in zip(sums, weights.margins[0].targets) {
            #expect(abs(sum / target - 1) < 1e-9)
        }
        #expect(
            weights.history.steps.map(\.kind) == [
                .base, .persons, .response, .margins, .trimmed, .marginsAgain,
            ]
        )
    }

    @Test("a few runs of the design give unbiased means and intervals that cover")
    func trial() throws {
        let opened = SimulationFolder(path: Self.folder)
        let trial = try #require(opened.trial().0)
        let runs = TrialRuns.run(trial, seed: 5, count: 12) { _ in }
        let again = TrialRuns.run(trial, seed: 5, count: 12) { _ in }
        #expect(runs == again)
        let summary = TrialSummary(trial, runs)
        #expect(summary.runs == 12)
        #expect(summary.rows.count > 50)
        for row in summary.rows where row.biasError > 0 {
            // Student's t with 11 degrees of freedom: 6 is far outside for 60 numbers.
            #expect(abs(row.bias) < 6 * row.biasError, "\(row.planned)")
        }
        #expect(summary.power.count == 2)
        for row in summary.power {
            #expect(row.power > 0.05 && row.power < 1 && row.detectable > row.standardError)
        }
    }

    // MARK: - Report

    @Test("the report has its text in three languages, without an unbound number")
    func report() throws {
        let study = StudyFolder(path: Self.folder)
        var problems = study.problems
        let results = try #require(study.results(&problems))
        let prose = study.prose(of: results, &problems)
        // The published report calls a falling figure a rise; the context says so.
        #expect(
            problems.filter { $0.severity != .note }.map(\.code.name) == ["context.claim-fails"]
        )
        #expect(Set(prose.keys) == [.en, .ru, .ky])
        let page = String(
            decoding: ReportDocument(results: results, prose: prose).html(),
            as: UTF8.self
        )
        for words in ["Key conclusions", "Главные выводы", "Негизги тыянактар"] {
            #expect(page.contains(words))
        }
        #expect(page.contains("class=\"quote\" href=\"#scale-trust\""))
        #expect(page.contains("href=\"#ru-scale-trust\""))
    }

    @Test("a wrong number, or a claim that the data do not back, stops the report")
    func wrongNumber() throws {
        let folder = try copy()
        var text = try folder.text("report.en.md")
        text += "\nTrust is {{mean trust = 9.99}}; it is {{\"the highest\": highest mean trust "
        text += "region=talas}} in Talas.\n"
        try text.write(toFile: folder.file("report.en.md"), atomically: true, encoding: .utf8)
        let ending = try Program.run(["report", folder.path])
        #expect(ending.status == 1)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(
            ending.complaints.contains(
                "report.en.md:\(line):10: error: “9.99” is not the mean of trust"
            )
        )
        #expect(ending.complaints.contains("[prose.wrong-number]"))
        #expect(ending.complaints.contains("[prose.refused-claim]"))
        #expect(!FileManager.default.fileExists(atPath: folder.file("report/report.html")))
    }
}
