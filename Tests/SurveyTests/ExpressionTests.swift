import Survey
import Testing

@Suite("Expression")
struct ExpressionTests {
    /// Five respondents; the last one answered nothing.
    static let data = Microdata(
        rowCount: 5,
        columns: [
            Column(
                name: "consent",
                values: .codes(
                    Codes([1, 2, 1, 1, 0], categoryCount: 2),
                    [Category("yes"), Category("no")]
                )
            ),
            Column(
                name: "trust",
                values: .codes(
                    Codes([1, 3, 2, 4, 0], categoryCount: 4),
                    [Category("1"), Category("2"), Category("3"), Category("99", isMissing: true)]
                )
            ),
            Column(name: "age", values: .numbers(Numbers([20, 35, 50, 65, .nan]))),
            Column(name: "village", values: .text(TextPool(["A", "B", "A", "", ""]))),
            Column(
                name: "start",
                values: .dates([0, 60, 600, 0, .nan], .second)
            ),
            Column(
                name: "end",
                values: .dates([1200, 90, 1200, 86_400, .nan], .second)
            ),
            Column(name: "needs", values: .several(needs)),
        ]
    )

    static var needs: SeveralAnswers {
        var needs = SeveralAnswers(options: [Category("work"), Category("housing")])
        for chosen in [[0], [0, 1], [], [1], nil] as [[Int]?] { needs.append(chosen) }
        return needs
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// One letter a row: y holds, n does not, - undecided.
        var expected: String
        var testDescription: String { text }
    }

    @Test(
        "holds, does not hold, or is undecided for each row",
        arguments: [
            Case(text: "consent != yes", expected: "nynn-"),
            Case(text: "consent == \"no\"", expected: "nynn-"),
            Case(text: "missing(consent)", expected: "nnnny"),
            Case(text: "consent != yes or missing(consent)", expected: "nynny"),
            Case(text: "age >= 35 and age < 65", expected: "nyyn-"),
            Case(text: "not age >= 35", expected: "ynnn-"),
            Case(text: "trust >= 2", expected: "nyy--"),
            Case(text: "trust in [1, 3]", expected: "yyn--"),
            Case(text: "consent in [yes]", expected: "ynyy-"),
            Case(text: "village == A", expected: "yny--"),
            Case(text: "chose(needs, housing)", expected: "nyny-"),
            Case(text: "minutes(start, end) < 5", expected: "nynn-"),
            Case(text: "days(start, end) == 1", expected: "nnny-"),
            Case(text: "start >= \"1970-01-01\"", expected: "yyyy-"),
            Case(text: "age * 2 - 10 == 30", expected: "ynnn-"),
            Case(text: "age / 0 == 1", expected: "-----"),
            Case(text: "-age < -30", expected: "nyyy-"),
            Case(text: "(age < 30 or age > 60) and consent == yes", expected: "ynny-"),
            Case(text: "age < 30 or age > 60 and consent == no", expected: "ynnn-"),
            Case(text: "consent == no and age > 1000", expected: "nnnn-"),
            Case(text: "missing(needs)", expected: "nnnny"),
            Case(text: "not missing(needs)", expected: "yyyyn"),
            Case(text: "`age` > 30 and `consent` == yes", expected: "nnyy-"),
        ]
    )
    func holds(item: Case) throws {
        let bound = try BoundExpression(Expression(item.text), in: Self.data)
        let found = (0..<5).map { row in
            bound.holds(row: row).map { $0 ? "y" : "n" } ?? "-"
        }
        #expect(found.joined() == item.expected)
    }

    @Test(
        "a fault of grammar names its character",
        arguments: [
            ("consent = yes", 8), ("consent ==", 10), ("(age > 3", 8), ("age > > 3", 6),
            ("\"open", 0), ("1 < age < 3", 8), ("age $ 3", 4), ("weird(age)", 0),
            ("chose(needs)", 0), ("trust in 1", 9), ("", 0), ("age 3", 4), ("and", 0),
        ]
    )
    func grammar(text: String, position: Int) {
        let fault = #expect(throws: Expression.Fault.self) { try Expression(text) }
        #expect(fault?.position == position)
    }

    @Test("deep nesting is refused, not a crash")
    func depth() {
        let text = String(repeating: "(", count: 100_000) + "1"
        #expect(throws: Expression.Fault.self) { try Expression(text) }
        let minus = String(repeating: "-", count: 100_000) + "1"
        #expect(throws: Expression.Fault.self) { try Expression(minus) }
        let nots = String(repeating: "not ", count: 100_000) + "1"
        #expect(throws: Expression.Fault.self) { try Expression(nots) }
    }

    @Test(
        "an unknown name comes with the nearest one",
        arguments: [
            ("consnt == yes", "Did you mean consent?"),
            ("consent == yess", "Did you mean yes? Its answers: yes, no."),
            ("consent in [yes, noo]", "Did you mean no? Its answers: yes, no."),
            ("chose(needs, houssing)", "Did you mean housing? Its answers: work, housing."),
        ]
    )
    func nearest(text: String, remedy: String) throws {
        let expression = try Expression(text)
        let faults = #expect(throws: ExpressionFaults.self) {
            try BoundExpression(expression, in: Self.data)
        }
        #expect(faults?.list.map(\.remedy) == [remedy])
    }

    @Test(
        "what cannot be meant is a fault, not a condition that never holds",
        arguments: [
            ("needs == work", 0), ("consent + 1 > 2", 0), ("trust == 9", 9), ("age == young", 7),
            ("trust in [1, 7]", 13), ("consent and age > 3", 0), ("not age", 4),
            ("start > \"2025-02-31\"", 8), ("age > 3 or 1", 11),
        ]
    )
    func kinds(text: String, position: Int) throws {
        let expression = try Expression(text)
        let faults = #expect(throws: ExpressionFaults.self) {
            try BoundExpression(expression, in: Self.data)
        }
        #expect(faults?.list.map(\.position) == [position])
    }

    @Test("all unknown names are told at once")
    func allFaults() throws {
        let expression = try Expression("aaa == 1 and bbb == 2 and consent == yep")
        let faults = #expect(throws: ExpressionFaults.self) {
            try BoundExpression(expression, in: Self.data)
        }
        #expect(faults?.list.count == 3)
    }

    @Test(
        "days count from 1970 and back",
        arguments: ["1970-01-01", "2024-02-29", "2025-11-05", "1600-03-01"]
    )
    func days(text: String) throws {
        let seconds = try #require(isoDay(text))
        #expect(isoText(seconds, .day) == text)
    }

    @Test("random texts are read or refused, never a crash", arguments: 0..<500)
    func hostile(seed: Int) {
        let pieces = [
            "age", "==", "(", ")", "not", "and", "in", "[", "]", ",", "'", "1e9", "-", "/", "ң",
            "\u{0}", "..",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = ""
        for _ in 0..<12 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            text += pieces[Int(state % UInt64(pieces.count))] + (state % 3 == 0 ? " " : "")
        }
        if let expression = try? Expression(text) {
            _ = try? BoundExpression(expression, in: Self.data).holds(row: 0)
        }
    }
}
