import Base
import Files
import Foundation
import Testing

@Suite("ashar weight")
struct WeightCommandTests {
    private typealias Given = WeightingStudy

    private struct Outcome: Decodable {
        let files: [String]
        let problems: [Problem]
    }

    @Test("writes a page and a table, the same bytes each time")
    func files() throws {
        let folder = try Given.folder()
        let ending = try Program.run(["weight", folder.path])
        #expect(ending.status == 0)
        #expect(ending.lines == ["The weights are in \(folder.file("weights/weights.html"))"])
        let page = try folder.text("weights/weights.html")
        for text in [
            "Synthetic data", "Вымышленные данные", "The sample weights itself",
            "Clusters were drawn in proportion to", "Made-up census. sex: Census of the sexes.",
            "only 14 respondents", "Kish’s effect",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let table = try folder.text("weights/weights.csv").split(separator: "\r\n")
        #expect(table.count == 22)
        #expect(table[0] == "line,id,base,persons,response,margins,weight,synthetic")
        let cells = table[1].split(separator: ",")
        #expect(cells.prefix(2) == ["2", "p1"] && cells.last == "SYNTHETIC")
        #expect(Double(cells[2]) ?? 0 > 99.999 && Double(cells[2]) ?? 0 < 100.001)
        let sum = table.dropFirst().reduce(0) { $0 + (Double($1.split(separator: ",")[6]) ?? .nan) }
        #expect(abs(sum - 5_000) < 1e-6)
        #expect(try Program.run(["weight", folder.path]).status == 0)
        #expect(try folder.text("weights/weights.html") == page)
    }

    @Test("counts no group of few people")
    func disclosure() throws {
        // One man among 21.
        let answers = Given.answers.replacingOccurrences(of: ",man,", with: ",woman,")
            .replacingOccurrences(of: "p1,c1,woman", with: "p1,c1,man")
        let english = Given.yaml.replacingOccurrences(of: "[en, ru]", with: "[en]")
        let folder = try Given.folder(english, answers: answers)
        #expect(try Program.run(["weight", folder.path]).status == 0)
        let page = try folder.text("weights/weights.html")
        #expect(page.contains("sex, man: fewer than 5 respondents"))
        #expect(page.contains("are hidden: a group has fewer than 5 respondents"))
        #expect(!page.contains("only 1 respondent") && !page.contains("only 20 respondents"))
        // From the margins on, nothing counts people; the distribution of weights before them may.
        let tables = try #require(
            page.components(separatedBy: "<section id=\"margins\"").dropFirst().first
        )
        #expect(tables.contains("[c]"))
        for n in ["<td>20</td>", "<td>1</td>", "95.2%", "4.8%"] {
            #expect(!tables.contains(n), "\(n)")
        }
    }

    @Test("--json prints files and problems, and --output moves the files")
    func json() throws {
        let folder = try Given.folder()
        let target = folder.file("elsewhere")
        let ending = try Program.run(["weight", folder.path, "--output", target, "--json"])
        let outcome = try JSONDecoder().decode(Outcome.self, from: Data(ending.output.utf8))
        #expect(ending.status == 0)
        #expect(outcome.files == ["weights.html", "weights.csv"].map { "\(target)/\($0)" })
        #expect(outcome.files.allSatisfy { FileManager.default.fileExists(atPath: $0) })
        #expect(Set(outcome.problems.map(\.code.name)) == ["weighting.few"])
        #expect(!FileManager.default.fileExists(atPath: folder.file("weights")))
    }

    @Test("writes nothing with an error, and for a study that makes no weights")
    func errors() throws {
        let wrong = Given.yaml.replacingOccurrences(of: "man: 2400", with: "men: 2400")
        let slip = try Given.folder(wrong)
        let ending = try Program.run(["weight", slip.path])
        #expect(ending.status == 1 && ending.output.isEmpty)
        #expect(ending.complaints.contains("Did you mean men?"))
        #expect(!FileManager.default.fileExists(atPath: slip.file("weights")))

        let none = try Given.folder("data: answers.csv\nsynthetic: yes\n")
        let other = try Program.run(["weight", none.path])
        #expect(other.status == 1 && other.output.isEmpty)
        #expect(other.complaints.contains("[weighting.none]"))
    }
}
