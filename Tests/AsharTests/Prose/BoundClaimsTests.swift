import Base
import Files
import Foundation
import Survey
import Testing

@testable import Report

@Suite("Claims of the authors' text")
struct BoundClaimsTests {
    private func nhanes(_ text: String) throws -> BoundText {
        BoundText(text, try #require(BoundStudies.nhanes))
    }

    static let backed = [
        "higher share HI_CHOL=1 RIAGENDR=2 than RIAGENDR=1",
        "lower share HI_CHOL=1 RIAGENDR=1 than share HI_CHOL=1 RIAGENDR=2",
        "differs share HI_CHOL=1 race=2 from race=3",
        "unclear share HI_CHOL=1 race=1 from race=4",
        "lowest share HI_CHOL=1 agecat=(0,19] in agecat",
        "highest share HI_CHOL=0 agecat=(0,19]",
        "majority share HI_CHOL=0", "minority share HI_CHOL=1",
    ]

    @Test("one that the data back is printed, with what backs it", arguments: backed)
    func right(claim: String) throws {
        let bound = try nhanes("So it is {{\"as we say\": \(claim)}}.")
        #expect(bound.problems == [])
        #expect(bound.text == "So it is as we say.")
        guard case .paragraph(let inlines) = bound.prose.blocks[0],
            case .quote(_, let target, let title) = inlines[1]
        else {
            Issue.record("a quote")
            return
        }
        #expect(target == "question-hi-chol" && title.contains("95% interval"))
    }

    static let refused: [(String, String)] = [
        (
            "higher share HI_CHOL=1 RIAGENDR=1 than RIAGENDR=2",
            "The data do not show that the share of HI_CHOL=1 RIAGENDR=1 is higher than the share of "
                + "HI_CHOL=1 RIAGENDR=2: the difference is −2.2 percentage points (−3.8 to −0.6), "
                + "p = 0.009, n = 3889 and 3957."
        ),
        (
            "differs share HI_CHOL=1 race=1 from race=4",
            "The data do not show that the share of HI_CHOL=1 race=1 differs from the share of "
                + "HI_CHOL=1 race=4: the difference is 0.2 percentage points (−5.5 to 5.8), p = 0.946, "
                + "n = 2532 and 458."
        ),
        (
            "unclear share HI_CHOL=1 race=2 from race=3",
            "The difference of the share of HI_CHOL=1 race=2 and the share of HI_CHOL=1 race=3 is "
                + "clear: the difference is 4.3 percentage points (2.0 to 6.6), p = 0.001, "
                + "n = 3450 and 1406."
        ),
        (
            "highest share HI_CHOL=1 race=2",
            "The data do not show that the share of HI_CHOL=1 race=2 is the highest: it is 12.2% "
                + "(10.8% to 13.6%), n = 3450, and its rank may be 1 to 3 of 4; not told from "
                + "Hispanic, Other."
        ),
        (
            "lowest share HI_CHOL=1 agecat=(19,39]",
            "The data do not show that the share of HI_CHOL=1 agecat=(19,39] is the lowest: it is "
                + "7.9% (6.2% to 10.0%), n = 1905, and its rank is 3 of 4."
        ),
        (
            "majority share HI_CHOL=1",
            "The share of HI_CHOL=1 is 11.2% (10.1% to 12.4%), n = 7846: not more than half beyond "
                + "the margin of error."
        ),
    ]

    @Test("one that they do not back stops the report and says what they show", arguments: refused)
    func wrong(claim: String, message: String) throws {
        let bound = try nhanes("{{\"as we say\": \(claim)}}")
        #expect(bound.problems.map(\.message) == [message])
        #expect(bound.problems.map(\.code.name) == ["prose.refused-claim"])
    }

    @Test("of two opposite claims at most one holds, and never “no clear difference” beside them")
    func laws() throws {
        let results = try #require(BoundStudies.kyrgyzstan)
        let regions = results.breakdowns[0].groups.map(\.name)
        for first in regions.prefix(5) {
            for second in regions.prefix(5) where first != second {
                let held = ["higher", "lower", "unclear"].filter { relation in
                    let claim = "\(relation) mean trust region=\(first) than region=\(second)"
                    return BoundText("{{\"x\": \(claim)}}", results).problems.isEmpty
                }
                #expect(held.count == 1, "\(first) \(second) \(held)")
            }
        }
    }

    @Test("the name of the highest group is printed only where the data tell it")
    func names() throws {
        let lowest = try nhanes("{{lowest share HI_CHOL=1 in agecat}}")
        #expect(lowest.problems == [] && lowest.text == "Up to 19")
        #expect(try nhanes("{{lowest share HI_CHOL=1 in agecat = Up to 19}}").problems == [])
        let wrong = try nhanes("{{lowest share HI_CHOL=1 in agecat = 20 to 39}}")
        #expect(wrong.problems.map(\.code.name) == ["prose.wrong-number"])
        let highest = try nhanes("{{highest share HI_CHOL=1 in agecat}}")
        #expect(
            highest.problems.map(\.message) == [
                "The data do not tell which group has the highest share of HI_CHOL=1: it may be any of "
                    + "40 to 59, 60 or older."
            ]
        )
        #expect(try nhanes("{{rank share HI_CHOL=1 agecat=(39,59]}}").text == "1 to 2")
    }

    @Test("a study without a design can quote numbers and differences, but claim nothing")
    func noDesign() throws {
        let results = try #require(BoundStudies.noDesign)
        let numbers = BoundText(
            "{{mean welcome sex=man}} {{difference mean welcome sex=man - sex=woman}}",
            results
        )
        #expect(numbers.problems == [])
        for claim in [
            "higher mean welcome sex=man than sex=woman", "majority share sex=man",
            "highest mean welcome sex=man", "unclear mean welcome sex=man from sex=woman",
        ] {
            let bound = BoundText("{{\"x\": \(claim)}}", results)
            #expect(bound.problems.map(\.code.name) == ["prose.refused-claim"], "\(claim)")
        }
        for quote in [
            "interval mean welcome", "mean welcome | with interval", "se mean welcome",
            "margin mean welcome", "clusters",
        ] {
            let bound = BoundText("{{\(quote)}}", results)
            #expect(bound.problems.map(\.code.name) == ["prose.quote"], "\(quote)")
        }
        for quote in ["rank mean welcome sex=man", "highest mean welcome in sex"] {
            let bound = BoundText("{{\(quote)}}", results)
            #expect(bound.problems.map(\.code.name) == ["prose.refused-claim"], "\(quote)")
        }
    }

    @Test("a question with a base is compared within its base")
    func bases() throws {
        let results = try #require(BoundStudies.kyrgyzstan)
        let share = "share returnees_reason=traitors"
        let whole = BoundText("{{\(share) | 4}} {{n returnees_reason}}", results)
        #expect(whole.problems == [])
        // The difference of a share and another of the same people: their values by themselves.
        let other = "share returnees_reason=afraid"
        let difference = BoundText("{{difference \(share) - \(other) | 4}}", results)
        let parts = [share, other].compactMap { quote in
            WrittenNumbers(BoundText("{{\(quote) | 4 | bare}}", results).text, in: .en)?.list[0]
                .value
        }
        let found = try #require(WrittenNumbers(difference.text, in: .en)?.list.first)
        #expect(abs(abs(found.value) - abs(parts[0] - parts[1])) < 0.000_11)
    }

    @Test("every quote leads to a place on the page")
    func targets() throws {
        let results = try #require(BoundStudies.example)
        let bound = BoundText(
            """
            {{mean welcome}} {{mean age}} {{share needs=work}} {{share residence=town}} {{agree w1}}
            {{respondents}} {{clusters}} {{n welcome}} {{alpha welcome}} {{fact 5,045 | A}}
            {{rank mean welcome sex=man}} {{difference mean welcome sex=man - sex=woman}}
            {{"x": majority share w1<=5}}
            """,
            results
        )
        #expect(bound.problems == [])
        let page = String(
            decoding: ReportDocument(results: results, prose: [.en: bound.prose]).html(),
            as: UTF8.self
        )
        let links = page.matches(of: /class="quote" href="#([^"]+)"/).map { String($0.1) }
        #expect(links.count == 13)
        for link in links { #expect(page.contains("id=\"\(link)\""), "\(link)") }
    }

    @Test("the examples' texts leave no number and no claim unbound", arguments: ["nhanes", "bfi"])
    func examples(name: String) {
        let study = StudyFolder(path: Example.folder(name))
        #expect(study.texts.count == 1)
        #expect(study.texts.flatMap(\.problemsOfReading) == [])
    }
}
