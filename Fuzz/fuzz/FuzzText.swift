import Base
import Files
import Report
import Survey

/// Reads `bytes` as an expression, looks up its names in the made-up answers, and asks every row.
@Sendable
func fuzzExpression(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(Expression.Fault) {
        let expression = try Expression(text)
        require(expression.text == text, "the text has changed")
        return expression.names.joined(separator: ",") + bound(expression)
    } catch {
        return checked(error, in: text)
    }
}

private func bound(_ expression: Expression) -> String {
    do throws(ExpressionFaults) {
        let bound = try BoundExpression(expression, in: MadeUpStudy.data)
        let rows = (0..<MadeUpStudy.data.rowCount).map { row in
            let number = bound.number(row: row)
            require(number?.isFinite ?? true, "a number that is none")
            return "\(bound.holds(row: row).map { "\($0)" } ?? "-") \(number ?? 0)"
        }
        return rows.joined(separator: "\n")
    } catch {
        require(!error.list.isEmpty, "no fault says why the names are not found")
        return error.list.map { checked($0, in: expression.text) }.joined(separator: "\n")
    }
}

private func checked(_ fault: Expression.Fault, in text: String) -> String {
    require((0...text.count).contains(fault.position), "a fault at \(fault.position)")
    require(!fault.message.isEmpty && !fault.remedy.isEmpty, "a fault without words")
    return "\(fault.position): \(fault.message) \(fault.remedy)"
}

/// Reads `bytes` as the prose of a report.
@Sendable
func fuzzMarkdown(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let (prose, problems) = Markdown.read(text, file: "f")
    require(!problems.hasErrors, "prose, and an error")
    return checked(problems) + "\(prose)"
}
