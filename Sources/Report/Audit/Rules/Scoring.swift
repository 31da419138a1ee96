/// How the answer x of an item that allows L to U was turned into the number that was averaged.
enum Scoring: Int, Hashable, Sendable, CaseIterable {
    case asAnswered
    /// L + U − x: reversed within the same range.
    case reversed
    /// U − x: reversed, and from 0.
    case reversedFromZero
    /// x − L: from 0.
    case fromZero

    var isReversed: Bool { self == .reversed || self == .reversedFromZero }
    var startsAtZero: Bool { self == .reversedFromZero || self == .fromZero }

    /// Where a mean scored so can lie.
    func range(of answers: ClosedRange<Int>) -> ClosedRange<Double> {
        let span = Double(answers.upperBound - answers.lowerBound)
        return startsAtZero
            ? 0...span : Double(answers.lowerBound)...Double(answers.upperBound)
    }

    /// "5 − x (0 to 4)".
    func formula(_ answers: ClosedRange<Int>) -> String {
        let (low, high) = (answers.lowerBound, answers.upperBound)
        let expression =
            switch self {
            case .asAnswered: "x"
            case .reversed: "\(low + high) − x"
            case .reversedFromZero: "\(high) − x"
            case .fromZero: "x − \(low)"
            }
        let range = startsAtZero ? "0 to \(high - low)" : "\(low) to \(high)"
        return "\(expression) (\(range))"
    }

    /// The mean of the answers as given, of a printed mean that was scored so.
    func answer(_ value: Double, _ answers: ClosedRange<Int>) -> Double {
        let (low, high) = (Double(answers.lowerBound), Double(answers.upperBound))
        return switch self {
        case .asAnswered: value
        case .reversed: low + high - value
        case .reversedFromZero: high - value
        case .fromZero: value + low
        }
    }

    /// The mean that answers with mean `answer` give when scored so.
    func score(_ answer: Double, _ answers: ClosedRange<Int>) -> Double {
        let (low, high) = (Double(answers.lowerBound), Double(answers.upperBound))
        return switch self {
        case .asAnswered: answer
        case .reversed: low + high - answer
        case .reversedFromZero: high - answer
        case .fromZero: answer - low
        }
    }
}
