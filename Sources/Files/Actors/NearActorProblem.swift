import Base
import Qualitative

extension NearActors {
    /// The warning that the two may be one, at `file`.
    func problem(in file: String) -> Problem {
        Problem(
            .warning,
            "actors.near",
            at: .init(file),
            "\(Problem.quote(spellings[0])) (\(one)) and \(Problem.quote(spellings[1])) (\(other)) are spelt"
                + " nearly alike.",
            remedy: "If they are one, keep one row and add the other spelling to its aliases."
        )
    }
}
