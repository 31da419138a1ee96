import Base
import Testing

@Suite("Problem")
struct ProblemTests {
    @Test("reads as file, line, column, what is wrong, how to mend it")
    func description() {
        let problem = Problem(
            .error,
            "answers.out-of-range",
            at: .init("answers.csv", line: 214, column: "q17"),
            "“6” is not an answer to q17 (1 to 5).",
            remedy: "Recode it, or declare 6 as missing under q17 in study.yaml."
        )
        #expect(
            problem.description == """
                answers.csv:214:q17: error: “6” is not an answer to q17 (1 to 5).
                    Recode it, or declare 6 as missing under q17 in study.yaml. [answers.out-of-range]
                """
        )
    }

    @Test(
        "the nearest name is what a person most likely meant",
        arguments: [
            ("regoin", "region"), ("Gender", "gender"), ("q1", "q10"), ("zzz", nil),
        ] as [(String, String?)]
    )
    func nearest(name: String, expected: String?) {
        #expect(nearestName(to: name, in: ["region", "gender", "q10"]) == expected)
    }
}
