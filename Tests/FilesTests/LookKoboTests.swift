import Base
import Foundation
import Report
import Survey
import TestKit
import Testing

@testable import Files

/// The look at the Kobo-style fixture.
///
/// The expected numbers are of a few lines of Python over
/// export.xlsx (openpyxl, statistics), not of this program.
@Suite("A first look at a Kobo export", .serialized)
struct LookKoboTests {
    private static let studyFile = """
        title: Attitudes to returning people
        synthetic: true
        form: form.xlsx
        data: {file: export.xlsx, id: _uuid, missing: [98, 99, dk], personal: [name, phone, gps]}
        exclude:
          - {when: "consent != yes", because: no consent}
          - {duplicates: _uuid, because: sent twice}
        fieldwork: {interviewer: interviewer, start: start, end: end, date: interview_date}
        """

    /// A study folder around the fixture in a temporary folder, which `body` gets.
    private func withStudy(_ body: (StudyFolder, String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ashar-look-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["form.xlsx", "export.xlsx"] {
            try FileManager.default.copyItem(
                at: sourceFixtures().appendingPathComponent("Kobo/\(name)"),
                to: folder.appendingPathComponent(name)
            )
        }
        try Self.studyFile.write(
            to: folder.appendingPathComponent("study.yaml"),
            atomically: true,
            encoding: .utf8
        )
        try body(StudyFolder(path: folder.path), folder.path)
    }

    @Test("finds the interviews that were sent twice and the interviewer with straight lines")
    func planted() throws {
        try withStudy { study, _ in
            let look = LookBuilder(try #require(study.prepared)).build()
            #expect(look.rowsRead == 240 && look.rows == 236)
            #expect(look.exclusions.map(\.lines) == [[22, 175], [62, 146]])
            #expect(look.duplicates.sameID.map { $0.rows.map(\.line) } == [[59, 62], [143, 146]])
            #expect(look.duplicates.identical.map { $0.map(\.line) } == [[59, 62], [143, 146]])
            let block = try #require(look.blocks.first)
            #expect(block.items.count == 10)
            #expect(block.straight.n == 34 && block.straight.of == 236)
            #expect(block.byInterviewer.map(\.n) == [0, 0, 34])
            #expect(block.byInterviewer.map(\.of) == [93, 91, 52])
            #expect(block.longestRuns == [25, 111, 46, 13, 2, 4, 1, 8, 12, 14])
            #expect(look.signals.contains { $0.text.hasPrefix("Interviewer 3: 65% of 52 people") })
        }
    }

    @Test("durations, missing answers and round numbers agree with Python")
    func numbers() throws {
        try withStudy { study, _ in
            let look = LookBuilder(try #require(study.prepared)).build()
            let durations = try #require(look.durations)
            #expect(isClose(durations.summary.median, 22.858333333333334, 1e-12))
            #expect(durations.underHalf.n == 38)
            let medians = look.interviewers.compactMap(\.medianMinutes)
            #expect(isClose(medians[0], 25.5, 1e-12))
            #expect(isClose(medians[1], 24.216666666666665, 1e-12))
            #expect(isClose(medians[2], 6.733333333333333, 1e-12))
            #expect(look.interviewers.map(\.mostOnADay) == [7, 8, 5])
            #expect(look.interviewers.map(\.days) == [24, 23, 21])
            let first = try #require(look.questions.first { $0.name == "q1" })
            #expect(first.noAnswers.map(\.n) == [8, 3] && first.missing.skipped == 2)
            let income = try #require(look.questions.first { $0.name == "income" })
            #expect(income.missing.skipped == 27 && income.missing.notAsked == 0)
            let ages = try #require(look.ages.first)
            #expect(ages.whipple.n == 193)
            #expect(isClose(ages.whipple.index, 93.26424870466322, 1e-12))
            let money = try #require(look.heaping.first { $0.name == "income" }?.heaping)
            #expect(money.roundUnit == 1000)
            #expect(isClose(try #require(money.multiplesOfUnit), 0.6650717703349283, 1e-12))
        }
    }

    @Test("the page is written whole, names no person and says that it is internal")
    func page() throws {
        try withStudy { study, folder in
            let look = LookBuilder(try #require(study.prepared)).build()
            let path = try LookFiles(folder: folder + "/report").write(look)
            #expect(path.hasSuffix("report/look.html"))
            let html = try String(contentsOfFile: path, encoding: .utf8)
            #expect(html.contains("Internal: not for publication"))
            for personal in ["Gulnara", "+996", "74.43", "A mentor", "Money for the road"] {
                #expect(!html.contains(personal), "\(personal)")
            }
        }
    }
}
