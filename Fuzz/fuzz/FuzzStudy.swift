import Base
import Files
import Report
import Survey

/// Reads `bytes` as a `study.yaml`, and makes the study's report of made-up answers as far as it goes.
@Sendable
func fuzzStudy(_ bytes: [UInt8]) -> String {
    let (study, problems) = StudyFile.read(String(decoding: bytes, as: UTF8.self))
    let words = checked(problems.list)
    guard let study else {
        require(problems.list.hasErrors, "no study, and no error says why")
        return words
    }
    // A study that names a form has one; else its answers describe themselves.
    let form = study.form == nil ? Form() : MadeUpStudy.form
    var preparation = StudyPreparation(study: study, form: form, data: MadeUpStudy.data)
    let prepared = preparation.prepare(personal: study.data.personal)
    let checks = prepared.checks()
    let all = problems.list + preparation.problems + checks
    let said = words + checked(preparation.problems) + checked(checks) + checked(prepared.data)
    guard !all.hasErrors, prepared.data.rowCount > 0 else { return said }
    return said + report(on: prepared)
}

private func report(on prepared: PreparedStudy) -> String {
    let look = LookDocument(LookBuilder(prepared).build()).html()
    do throws(Problems) {
        let design = try prepared.surveyDesign()
        let results = ResultsBuilder(prepared, design: design).build()
        let tables = results.tables()
        let page = ReportDocument(results: results).html()
        return checked(results.warnings()) + "\(tables)" + String(decoding: page, as: UTF8.self)
            + String(decoding: look, as: UTF8.self)
    } catch {
        return checked(error)
    }
}
