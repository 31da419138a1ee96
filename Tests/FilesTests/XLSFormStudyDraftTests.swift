import Base
import Foundation
import Survey
import TestKit
import Testing

@testable import Files

@Suite("A study drafted from the demonstration form")
struct XLSFormStudyDraftTests {
    private static func read() throws -> (Form, Microdata) {
        let kobo = sourceFixtures().appendingPathComponent("Kobo")
        let sheets = try XLSX.readText(path: kobo.appendingPathComponent("form.xlsx").path)
        let form = try #require(XLSForm.parse(sheets: sheets, file: "form.xlsx").0)
        let path = kobo.appendingPathComponent("export.xlsx").path
        let export = try XLSX.read(path: path, options: ReadOptions()).sheets
        return (form, bind(form, to: export).main)
    }

    @Test("with its export: one scale with the signs that the data were made with")
    func withData() throws {
        let (form, data) = try Self.read()
        let draft = proposeStudy(form: form, data: data)
        #expect(draft.missingAnswers == ["98", "99", "dk"])
        #expect(draft.scales.map(\.name) == ["attitudes"])
        let items = try #require(draft.scales.first).items
        #expect(items.map(\.variable) == (1...10).map { "q\($0)" })
        #expect(items.filter(\.isReversed).map(\.variable) == ["q3", "q5", "q8"])
        #expect(items.filter(\.mustConfirm).map(\.variable) == ["q3", "q5", "q8"])
        #expect(draft.scales[0].range == 1...5)
        #expect(
            draft.personal.map(\.name) == [
                "deviceid", "name", "phone", "gps", "_notes", "_submitted_by",
            ]
        )
        #expect(draft.breakdowns.map(\.name) == ["place", "residence", "sex", "education"])
        #expect(draft.cuts.map(\.from) == ["age"])
        #expect(draft.cuts.first?.lowerBounds == [18, 30, 45, 60])
        #expect(draft.id?.name == "_uuid" && draft.duplicates?.name == "_uuid")
        #expect(draft.duplicates?.reason.contains("2 rows") == true)
        #expect(draft.consent?.variable == "consent" && draft.consent?.answer == "yes")
        #expect(draft.interviewer?.name == "interviewer")
        #expect(draft.start?.name == "start" && draft.end?.name == "end")
        #expect(draft.weight == nil && draft.strata.isEmpty && draft.cluster == nil)
        #expect(draft.bases.map(\.variable) == ["reasons"])
        #expect(draft.bases.first?.condition == "attitude == negative")
    }

    @Test("from the form alone: the pages stay apart, and every sign waits for a person")
    func formAlone() throws {
        let draft = proposeStudy(form: try Self.read().0, data: Microdata(rowCount: 0))
        #expect(draft.scales.map(\.name) == ["attitudes_a", "attitudes_b"])
        #expect(
            draft.scales.allSatisfy { $0.items.allSatisfy { $0.mustConfirm && !$0.isReversed } }
        )
        #expect(draft.personal.map(\.name) == ["deviceid", "name", "phone", "gps"])
        #expect(draft.breakdowns.map(\.name) == ["place", "residence", "sex", "education"])
    }
}
