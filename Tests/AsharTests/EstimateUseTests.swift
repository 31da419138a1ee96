import Base
import Foundation
import TestKit
import Testing

@Suite("ashar estimate in the hands of people")
struct EstimateUseTests {
    /// A slip, and for each problem its place ("line:column", "" for none) and code.
    struct Slip: Sendable, CustomTestStringConvertible {
        let words: [String]
        let problems: [String]

        var testDescription: String { words.joined(separator: " ") }

        init(_ words: [String], _ problems: String...) {
            self.words = words
            self.problems = problems
        }
    }

    private static func isNear(_ one: Double?, _ other: Double?, _ tolerance: Double) -> Bool {
        guard let one, let other else { return false }
        return isClose(one, other, tolerance)
    }

    private static let data = """
        id,группа,балл,w,neg,zero,txt,dec,psu,g,some answer
        1,Ош,3,1,1,0,a,"1,5",1,a,1
        2,Бишкек,4,2,-1,0,b,"2,5",1,b,2
        3,Ош,NA,1,1,0,c,"3,5",2,,1
        4,Нарын,5,1,1,0,d,"4,0",3,b,2
        5,Нарын,2,1.5,1,0,e,"5,5",4,b,2

        """

    private static let targets = """
        variable,group,target
        группа,Ош,10
        группа,Ош,20
        группа,Омск,5
        пол,м,3

        """

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let files = [
            "d.csv": data, "targets.csv": targets, "empty.csv": "", "header.csv": "a,b\n",
            "bad.csv": "variable,group,target\nгруппа,Ош,0\nid,,x\n,a,3\n",
            "blank.csv": "variable,group,target\ng,a,10\ng,b,20\n",
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
        }
        return folder
    }

    static let slips: [Slip] = [
        Slip(
            ["mean", "балы,нет", "--by", "групп", "--weight", "ww"],
            ":балы estimate.unknown-variable",
            ":групп estimate.unknown-variable",
            ":нет estimate.unknown-variable",
            ":ww estimate.unknown-variable"
        ),
        Slip(["mean", "txt,dec"], "2:dec estimate.not-numbers", "2:txt estimate.not-numbers"),
        Slip(["mean", "балл"], "4:балл estimate.not-numbers"),
        Slip(["mean", "id", "--weight", "neg"], "3:neg design.negative-weight"),
        Slip(["mean", "id", "--weight", "zero"], ":zero design.no-weight"),
        Slip(["mean", "id", "--weight", "txt"], "2:txt estimate.not-numbers"),
        Slip(["mean", "id", "--where", "id > 9"], ": estimate.nobody"),
        Slip(["mean", "id", "--where", "id >"], ": estimate.expression"),
        Slip(["mean", "балл", "--missing", "NA,2,3,4,5"], ":балл estimate.nobody"),
        Slip(["mean", "id", "--data", "empty.csv"], ": csv.empty-file"),
        Slip(["mean", "id", "--data", "header.csv"], ": csv.no-rows"),
        Slip(["mean", "id", "--data", "none.csv"], ": file.missing"),
        Slip(["mean", "id", "--strata", "группа", "--weight", "w"], ": design.single-cluster"),
        Slip(["mean", "id", "--weight", "w", "--single-cluster", "x"], ": estimate.option"),
        Slip(
            ["mean", "id", "--weight", "w", "--replicates", "r*"],
            ":r* estimate.unknown-variable"
        ),
        Slip(["mean", "id", "--srs", "--scale", "2"], ": estimate.option"),
        Slip(["mean", "id", "--make-replicates", "jackknife"], ": estimate.option"),
        Slip(["mean", "id", "--probability", "neg"], "3:neg design.bad-probability"),
        Slip(["ratio", "id", "--srs"], ": estimate.option"),
        Slip(["correlation", "id", "--srs"], ": estimate.option"),
        Slip(
            ["contrast", "mean", "id", "--by", "группа", "--against", "Бишкекк"],
            ":группа estimate.unknown-group"
        ),
        Slip(
            ["contrast", "mean", "id", "--by", "группа", "--weights", "Ош=1,Омск=-1"],
            ":группа estimate.unknown-group"
        ),
        Slip(["table", "группа,txt", "--srs"], ": estimate.test"),
        Slip(["regress", "id ~"], ": estimate.model"),
        Slip(["regress", "id"], ": estimate.model"),
        Slip(["regress", "id ~ w + (zero"], ": estimate.model"),
        Slip(
            ["regress", "балл ~ nn + log(neg)"],
            "3:neg estimate.logarithm",
            "4:балл estimate.not-numbers",
            ":nn estimate.unknown-variable"
        ),
        Slip(["regress", "id ~ балл"], "4:балл estimate.not-numbers"),
        Slip(["regress", "id ~ 0"], ": estimate.model"),
        Slip(["regress", "id ~ w", "--predict", "w"], ":w estimate.model"),
        Slip(["regress", "id ~ w", "--family", "logistic"], ": estimate.model"),
        Slip(
            ["mean", "id", "--srs", "--rake", "targets.csv"],
            "3: estimate.calibration",
            "4: estimate.calibration",
            ": estimate.calibration",
            ": estimate.calibration",
            ":пол estimate.unknown-variable"
        ),
        Slip(
            ["mean", "idd", "--srs", "--rake", "bad.csv"],
            "2:target estimate.bad-target",
            "3:target estimate.bad-target",
            "4:target estimate.bad-target",
            ":idd estimate.unknown-variable"
        ),
        Slip(["mean", "id", "--srs", "--rake", "blank.csv"], "4:g estimate.calibration"),
        Slip(["mean", "id", "--rake", "blank.csv"], ": estimate.calibration"),
        Slip(["mean", "id", "--srs", "--calibrate", "linear"], ": estimate.option"),
        Slip(
            ["change", "mean", "idd", "--before", "d.csv", "--cluster", "zz"],
            ":idd estimate.unknown-variable",
            ":zz estimate.unknown-variable"
        ),
    ]

    @Test(
        "each slip is told with its place and its mend, all at once, and as JSON",
        arguments: slips
    )
    func slip(_ slip: Slip) throws {
        let folder = try Self.folder()
        let words = slip.words.map { $0.hasSuffix(".csv") ? folder.file($0) : $0 }
        let problems = try Estimating.problems(
            words + (words.contains("--data") ? [] : ["--data", folder.file("d.csv")])
        )
        let found = problems.map { problem in
            let line = problem.location.line.map(String.init) ?? ""
            return "\(line):\(problem.location.column ?? "") \(problem.code.name)"
        }
        // The same column may be missing in both waves of a change.
        #expect(Set(found) == Set(slip.problems), "\(found.sorted())")
        #expect(problems.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty })
        let list = try String(
            contentsOf: Example.root.appendingPathComponent("docs/problems.md"),
            encoding: .utf8
        )
        for code in problems.map(\.code.name) {
            let isListed = list.contains("`\(code)`")
            #expect(isListed, "\(code) is not in docs/problems.md")
        }
    }

    @Test("the nearest name is asked for, and what to do is an option of the program")
    func remedies() throws {
        let folder = try Self.folder()
        let at = ["--data", folder.file("d.csv")]
        let name = try Estimating.problems(["mean", "idd"] + at)
        #expect(name[0].remedy.hasPrefix("Did you mean id?"))
        let single = try Estimating.problems(["mean", "id", "--strata", "группа"] + at)
        #expect(single[0].remedy.contains("--single-cluster"))
        let comma = try Estimating.problems(["mean", "dec"] + at)
        #expect(comma[0].remedy.contains("point"))
        let missing = try Estimating.problems(["mean", "балл"] + at)
        #expect(missing[0].remedy.contains("--missing “NA”"))
        let group = try Estimating.problems(
            ["contrast", "mean", "id", "--by", "группа", "--against", "Бишкекк"] + at
        )
        #expect(group[0].remedy.hasPrefix("Did you mean Бишкек?"))
    }

    @Test("wrong use ends with 64")
    func usage() throws {
        let file = Estimating.file("strat.csv")
        for words in [
            ["mean", ""], ["quantile", "api00", "--probs", ""],
            ["quantile", "api00", "--probs", "2"],
            ["mean", "api00", "--level", "1"], ["contrast", "mean", "api00"], ["table", "stype"],
            ["contrast", "mean", "api00", "--by", "stype", "--weights", "E"],
            ["regress", "api00 ~ ell", "--odds-ratios"],
            ["regress", "api00 ~ ell", "--by", "stype"],
            ["mean", "api00", "--srs", "--strata", "stype"], ["mean", "api00", "--rho", "1"],
        ] {
            let ending = try Program.run(["estimate"] + words + ["--data", file])
            #expect(ending.status == 64 && ending.output.isEmpty, "\(words)")
        }
    }

    @Test("names of any letters, in CSV, XLSX and SAV")
    func names() throws {
        let folder = try TemporaryFolder()
        var text = "Возраст (лет),group/q1,group/q2,\"a, b\",область\n"
        for row in 0..<12 {
            text += "\(20 + row),\(row % 3),\(row % 2 + 1),\(row % 5),\(row < 6 ? "Ош" : "Чүй")\n"
        }
        let csv = folder.file("names.csv")
        try Data(text.utf8).write(to: URL(fileURLWithPath: csv))
        let rows = try Estimating.rows([
            "mean", "Возраст (лет),`a, b`", "--srs", "--by", "область", "--data", csv,
        ])
        #expect(rows.map(\.variable) == ["Возраст (лет)", "Возраст (лет)", "a, b", "a, b"])
        let means: [Double?] = [22.5, 28.5, 10.0 / 6, 11.0 / 6]
        #expect(rows.map(\.estimate) == means)
        #expect(rows[0].group == ["область": "Ош"])
        let ratio = try Estimating.rows([
            "ratio", "group/q1/group/q2", "--srs", "--listwise", "--data", csv,
        ])
        #expect(Self.isNear(ratio[0].estimate, 12.0 / 18, 1e-12))
        let model = try Estimating.rows([
            "regress", "`Возраст (лет)` ~ group/q1 + `a, b`", "--srs", "--data", csv,
        ])
        #expect(model.map(\.variable) == ["(Intercept)", "group/q1", "a, b"])
        for format in ["xlsx", "sav"] {
            let other = folder.file("names.\(format)")
            #expect(try Program.run(["convert", csv, other]).status == 0)
            let name = format == "sav" ? "group_q1" : "group/q1"
            let read = try Estimating.rows([
                "mean", name, "--srs", "--by", "область", "--data", other,
            ])
            #expect(read.map(\.estimate) == [1, 1] && read[1].group == ["область": "Чүй"])
        }
    }

    @Test("a thousand groups, and no pairs of so many")
    func thousand() throws {
        let folder = try TemporaryFolder()
        let text = "g,y\n" + (0..<3_000).map { "g\($0 % 1_000),\($0 % 7)\n" }.joined()
        let file = folder.file("many.csv")
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        #expect(
            try Estimating.rows(["mean", "y", "--srs", "--by", "g", "--data", file]).count == 1_000
        )
        let problems = try Estimating.problems([
            "contrast", "mean", "y", "--srs", "--by", "g", "--data", file,
        ])
        #expect(problems.map(\.code.name) == ["estimate.too-many-pairs"])
    }

    @Test("what has no interval says why, and columns that say nothing new are named")
    func reasons() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("d.csv")
        let text = "g,y,same,double\na,1,7,2\na,2,7,4\nb,5,7,10\na,4,7,8\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        let at = ["--data", file]
        let one = try Estimating.rows(["mean", "y", "--srs", "--by", "g"] + at)
        #expect(one.map(\.reason) == [nil, "fewerThanTwoClusters"] && one[1].estimate == 5)
        let none = try Estimating.rows(["mean", "y"] + at)
        #expect(none[0].reason == "noDesign" && none[0].standardError == nil)
        let flat = try Estimating.rows(["correlation", "y,same", "--srs"] + at)
        #expect(flat[0].estimate == nil && flat[0].reason == "constantVariable")
        let model = try Estimating.rows(["regress", "y ~ double + same", "--srs"] + at)
        #expect(model.map(\.variable) == ["(Intercept)", "double"])
        #expect(model[0].method.hasSuffix("the other terms make it up: same"))
    }

    @Test(
        "odds ratios are exp of coefficients and limits, and a binary ordinal model is the logistic one"
    )
    func ratios() throws {
        let at = ["--data", "strat.csv", "--weight", "pw", "--strata", "stype"]
        let rows = try Estimating.rows(
            ["regress", "sch.wide == Yes ~ ell + meals", "--family", "logistic", "--odds-ratios"]
                + at
        )
        #expect(
            rows.map(\.statistic) == [
                "coefficient", "coefficient", "coefficient", "odds ratio", "odds ratio",
            ]
        )
        for (ratio, coefficient) in zip(rows[3...], rows[1...2]) {
            let pairs = [
                (ratio.estimate, coefficient.estimate), (ratio.lower, coefficient.lower),
                (ratio.upper, coefficient.upper),
            ]
            for (one, other) in pairs {
                #expect(Self.isNear(one, other.map { exp($0) }, 1e-12))
            }
            #expect(ratio.p == coefficient.p)
        }
        let ordinal = try Estimating.rows(
            ["regress", "sch.wide ~ ell + meals", "--family", "ordinal"] + at
        )
        for (row, expected) in zip(ordinal, [rows[1], rows[2], rows[0]]) {
            let sign = row.statistic == "threshold" ? -1.0 : 1
            #expect(Self.isNear(row.estimate.map { $0 * sign }, expected.estimate, 1e-9))
            #expect(Self.isNear(row.standardError, expected.standardError, 1e-9))
        }
    }

    @Test("docs/estimate.md has every option of every verb")
    func manual() throws {
        let page = try String(
            contentsOf: Example.root.appendingPathComponent("docs/estimate.md"),
            encoding: .utf8
        )
        var options: Set<String> = []
        for verb in [
            "mean", "total", "proportion", "ratio", "quantile", "variance", "correlation",
            "contrast", "change", "table", "regress",
        ] {
            let isNamed = page.contains("| `\(verb)` |")
            #expect(isNamed, "\(verb)")
            let help = try Program.run(["help", "estimate", verb]).output
            for match in help.matches(of: /\n  (--[a-z-]+)/) { options.insert(String(match.1)) }
        }
        #expect(options.count > 35)
        for option in options.subtracting(["--version"]).sorted() {
            let isNamed = page.contains("`\(option)`")
            #expect(isNamed, "\(option)")
        }
    }

    @Test("log(x) in models and offsets is the logarithm of the column")
    func logarithms() throws {
        let at = ["--family", "poisson", "--data", "strat.csv", "--weight", "pw"]
        let one = try Estimating.rows(
            ["regress", "api.stu ~ stype", "--offset", "log(enroll)"] + at
        )
        let other = try Estimating.rows(
            ["regress", "api.stu ~ stype", "--offset", "logenroll"] + at
        )
        // The column has six decimals.
        for (left, right) in zip(one, other) {
            #expect(abs((left.estimate ?? .nan) - (right.estimate ?? 9)) < 1e-5)
        }
    }

    @Test("the bootstrap is the same again with its seed, and another with another")
    func seeds() throws {
        let words = [
            "mean", "api00", "--data", "strat.csv", "--weight", "pw", "--make-replicates",
            "bootstrap=20",
        ]
        let first = try Estimating.rows(words)[0].standardError
        #expect(try Estimating.rows(words)[0].standardError == first)
        #expect(try Estimating.rows(words + ["--seed", "2"])[0].standardError != first)
    }

    @Test("tables for people stand in columns, whatever the alphabet and the size of the numbers")
    func text() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("d.csv")
        var text = "область,доля,tiny,huge\n"
        for row in 1...12 {
            text +=
                "\(row % 2 == 0 ? "Ысык-Көл" : "Ош"),\(row % 3 == 0 ? 1 : 0),\(row)e-12,\(row)e18\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        var page = ""
        for words in [
            ["mean", "доля,tiny,huge", "--by", "область", "--srs"],
            ["contrast", "mean", "доля", "--by", "область", "--srs"],
            ["table", "область,доля", "--srs", "--test", "all"],
        ] {
            let ending = try Program.run(["estimate"] + words + ["--data", file])
            #expect(ending.status == 0 && ending.complaints.isEmpty)
            let table = ending.lines.prefix { !$0.isEmpty }
            #expect(table.allSatisfy { $0.count <= table[1].count })
            page += ending.output + "\n"
        }
        try expectGolden("Estimate/tables.txt", page, in: sourceFixtures())
    }
}
