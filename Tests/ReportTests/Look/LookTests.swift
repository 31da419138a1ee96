import Base
import Markup
import Survey
import TestKit
import Testing

@testable import Report

@Suite("A first look")
struct LookTests {
    let look: Look

    init() {
        let sample = LookSamples.study
        look = LookBuilder(LookSamples.prepared(sample.study, sample.form, sample.data)).build()
    }

    @Test("counts rows before and after exclusions, and names their lines")
    func rows() {
        #expect(look.rowsRead == 40 && look.rows == 39)
        #expect(look.exclusions.map(\.because) == ["sent twice"])
        #expect(look.exclusions.map(\.lines) == [[3]])
        #expect(look.firstDay == "1970-01-01" && look.lastDay == "1970-01-05")
    }

    @Test("tells “no answer”, skipped and not asked apart")
    func missing() throws {
        let first = try #require(look.questions.first { $0.name == "q0" })
        #expect(first.missing.skipped == 1 && first.missing.answered == 38)
        let second = try #require(look.questions.first { $0.name == "q1" })
        #expect(second.missing.noAnswer == 1)
        #expect(second.noAnswers == [LookAnswer(name: "98", label: "98", n: 1)])
        // Of the 39 rows, twenty have an even number: they are asked; rows 0 and 2 answered.
        let why = try #require(look.questions.first { $0.name == "why" })
        #expect(why.missing.answered == 2)
        #expect(why.missing.skipped == 18)
        #expect(why.missing.notAsked == 19)
    }

    @Test("finds the row that was sent twice, though it is left out")
    func duplicates() throws {
        let same = try #require(look.duplicates.sameID.first)
        #expect(look.duplicates.sameID.count == 1)
        #expect(same.id == "id-1" && same.rows.map(\.line) == [2, 3])
        #expect(same.rows.map(\.isLeftOut) == [false, true])
        // The text and what the device fills in are not compared.
        #expect(look.duplicates.identical.map { $0.map(\.line) } == [[2, 3]])
        #expect(look.duplicates.questions == 14)
    }

    @Test("counts straight lines by block and interviewer")
    func straightLines() throws {
        let block = try #require(look.blocks.first)
        // The scale's items are the form's block: it is looked at once.
        #expect(look.blocks.count == 1)
        #expect(block.hasReversedItems)
        #expect(block.byInterviewer[1] == LookShare(n: 20, of: 20))
        #expect(block.byInterviewer[0].n < 5)
        #expect(block.longestRuns[5] >= 20)
    }

    @Test("tells interviewers apart by time, missing answers and hours")
    func interviewers() throws {
        let aida = try #require(look.interviewers.first)
        let bek = try #require(look.interviewers.last)
        #expect(look.interviewers.map(\.name) == ["Aida", "Bek"])
        #expect(aida.interviews == 19 && bek.interviews == 20)
        #expect(aida.medianMinutes == 25 && bek.medianMinutes == 5)
        #expect(bek.oddHours == 1 && aida.oddHours == 0)
        #expect(aida.days == 3 && aida.mostOnADay == 8)
        // Row 5: one item empty, five “don't know”; and those who left “why” empty.
        #expect(aida.noAnswer.n == 5)
        #expect(aida.skipped.n == 9)
        #expect(look.effects.first?.correlation?.groups == 2)
    }

    @Test("durations: median and those under half of it")
    func durations() throws {
        let durations = try #require(look.durations)
        #expect(durations.summary.median == 5)
        #expect(durations.underHalf == LookShare(n: 0, of: 39))
        #expect(durations.slowest.map(\.minutes) == [25, 25, 25, 25, 25])
        #expect(durations.backwards.count == 0)
    }

    @Test("names the row that breaks the form’s limit, and what could not be checked")
    func limits() throws {
        let limits = try #require(look.constraints)
        #expect(limits.checked == 1)
        #expect(limits.unchecked == ["remark"])
        #expect(limits.violations.map(\.name) == ["hours"])
        #expect(limits.violations[0].rows.first.map(\.line) == [41])
    }

    @Test("puts what stands out on top, in words that accuse nobody")
    func signals() {
        let texts = look.signals.map(\.text)
        #expect(texts.contains { $0.hasPrefix("One id (uid) stands in the data more than once") })
        #expect(texts.contains { $0.hasPrefix("Bek: 100% of 20 people gave one answer") })
        #expect(texts.contains { $0.hasPrefix("hours: 1 answer lies outside") })
        #expect(texts.contains { $0.hasPrefix("why: 90% of those asked") })
        for text in texts {
            for word in ["fake", "fraud", "invent", "cheat"] { #expect(!text.contains(word)) }
        }
    }

    @Test("shows no free text and no telephone number anywhere")
    func personal() {
        let html = String(decoding: LookDocument(look).html(), as: UTF8.self)
        #expect(look.unshown == ["phone"])
        #expect(!html.contains("secret"))
        #expect(!html.contains("9967") && !html.contains("996,7"))
        #expect(html.contains("Free texts are not shown: remark."))
        #expect(html.contains("Internal: not for publication"))
    }

    @Test("is one page with unique ids and working links, the same bytes each time")
    func page() {
        let document = LookDocument(look)
        let html = String(decoding: document.html(), as: UTF8.self)
        #expect(document.html() == document.html())
        let ids = values(" id=\"", in: html)
        #expect(ids.count == Set(ids).count)
        let targets =
            values("href=\"#", in: html)
            + values("aria-labelledby=\"", in: html)
            .flatMap { $0.split(separator: " ").map(String.init) }
        #expect(Set(targets).isSubset(of: ids))
        for signal in look.signals { #expect(ids.contains(signal.section)) }
        #expect(!html.contains("<script"))
    }

    private func values(_ start: String, in html: String) -> [String] {
        html.components(after: start).map { String($0.prefix { $0 != "\"" }) }
    }
}
