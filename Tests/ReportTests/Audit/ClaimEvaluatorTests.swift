import Testing

@testable import Report

@Suite("What printed figures make of claims")
struct ClaimEvaluatorTests {
    static let judged: [(String, ClaimTruth)] = [
        // Figures of the text.
        ("trust[North, Women] = 2.71", .holds),
        ("trust[north, women] = 2.72", .fails),
        ("trust[North, Women] = 2.7", .holds),
        ("trust[\"Hills\", Men] = 2.5", .holds),
        ("trust[Total, Total] = 3", .holds),
        ("views[Negative, North] = 41.2%", .holds),
        ("views[Negative, North] = 41%", .holds),
        ("views[Negative, North] = 42%", .fails),
        ("clients[2018] = 120", .holds),
        ("clients[2018] = 121", .fails),
        ("2.71 = trust[North, Women]", .holds),
        ("trust[North, Women] != 2.71", .undecided),
        ("trust[North, Women] != 2.75", .holds),
        ("clients[2018] != 120", .fails),
        // Order.
        ("trust[North, Women] < trust[\"South city\", Women]", .holds),
        ("trust[North, Women] > trust[\"South city\", Women]", .fails),
        ("trust[\"South city\", Women] > trust[\"South city\", Men]", .undecided),
        ("trust[\"South city\", Women] >= trust[\"South city\", Men]", .undecided),
        ("clients[2020] > clients[2021]", .fails),
        ("clients[2020] >= clients[2021]", .holds),
        ("trust[North, Women] > 3", .fails),
        ("trust[\"South region\", Women] > 3", .holds),
        ("trust[North, Women] < 2.715", .undecided),
        ("trust[North, Women] <= 2.715", .holds),
        ("trust[North, Women] > 2.715", .fails),
        ("trust[North, Women] >= 2.715", .undecided),
        ("trust[Hills, Men] <= 2.4955", .undecided),
        ("trust[Hills, Men] < 2.4955", .undecided),
        ("trust[Hills, Men] <= 2.4945", .fails),
        ("trust[\"South region\", total] > 3.03", .undecided),
        ("trust[\"South region\", total] > scale(trust).middle", .holds),
        ("scale(trust).low < 2 and trust[Total, total] > scale(trust).low", .holds),
        ("trust[Total, total] < scale(trust).high", .holds),
        // Lists.
        ("max(trust[*, Women]) = 3.05", .holds),
        ("min(trust[*, Women]) = 2.43", .holds),
        ("max(trust[*, Women], trust[*, Men]) = 3.05", .holds),
        ("sum(people[*, All]) = 1000", .holds),
        ("sum(people[*, All]) = 999", .fails),
        ("sum(views[*, North]) = 100", .holds),
        ("sum(views[*, North]) = 100.1", .undecided),
        ("sum(views[*, North]) = 100.3", .fails),
        ("mean(trust[*, Women]) ~ 2.75", .holds),
        ("mean(trust[*, Women]) = 2.75", .holds),
        ("mean(trust[*, Women]) = 2.80", .fails),
        ("count(trust[*, Women] > 2.5) = 3", .holds),
        ("count(trust[*, Women] > 2.5) = 4", .fails),
        ("count(trust[*, *]) = 8", .holds),
        ("count(trust[*, Women] >= 2.80) = 1", .undecided),
        ("count(trust[{North, Hills}, Women]) = 2", .holds),
        ("abs(trust[North, Women] - trust[North, Men]) ~ 0.11", .holds),
        ("abs(trust[Hills, Women] - trust[Hills, Men]) = 0.07", .holds),
        ("abs(trust[Hills, Women] - trust[Hills, Men]) = 0.10", .fails),
        // Labels.
        ("highest(trust[*, Women]) is \"South region\"", .holds),
        ("highest(trust[*, Women]) is \"north\"", .fails),
        ("highest(trust[*, Women]) is not North", .holds),
        ("lowest(trust[*, total]) is Hills", .holds),
        ("highest(trust[\"South city\", *]) is Women", .undecided),
        ("highest(trust[\"South city\", *]) is one of {Women, Men}", .holds),
        ("highest(clients[2017..2021]) is 2020", .undecided),
        ("label(trust[#3, Women]) is \"South region\"", .holds),
        ("label(trust[#3, Women]) is North", .fails),
        // Trends.
        ("increasing(clients[2017..2018])", .holds),
        ("increasing(clients[2017..2021])", .fails),
        ("increasing(clients[2019..2020])", .holds),
        ("decreasing(clients[2019..2018])", .fails),
        ("increasing(clients[2019..2018])", .holds),
        ("nondecreasing(clients[2019..2021])", .holds),
        ("increasing(clients[2019..2021])", .fails),
        ("nonincreasing(clients[2020..2021])", .holds),
        ("increasing(trust[\"South city\", *])", .undecided),
        // How many.
        ("all(trust[*, Women] > 2.4)", .holds),
        ("all(trust[*, Women] > 2.5)", .fails),
        ("none(trust[*, Women] > 3.1)", .holds),
        ("none(trust[*, Women] > 3)", .fails),
        ("some(trust[*, Women] > 3)", .holds),
        ("some(trust[*, Women] > 4)", .fails),
        ("most(trust[*, Women] > 2.5)", .holds),
        ("most(trust[*, Women] > 2.75)", .fails),
        ("all(trust[*, Women] > trust[*, Men])", .fails),
        ("most(trust[*, Women] >= trust[*, Men])", .undecided),
        ("all(people[*, Women] + people[*, Men] = people[*, All])", .holds),
        // Parts of a whole.
        ("majority(views[Negative, South])", .holds),
        ("majority(views[Negative, North])", .fails),
        ("all(majority(views[Negative, *]))", .fails),
        ("half(views[Negative, South])", .holds),
        ("half(views[Negative, North])", .fails),
        ("third(views[Neutral, All])", .holds),
        ("majority(people[Total, Women] / people[Total, All])", .fails),
        ("majority(people[South, Women] / people[South, All])", .holds),
        ("people[North, All] / people[Total, All] = 25%", .holds),
        ("people[North, All] / people[Total, All] = 0.25", .holds),
        ("people[North, All] / people[Total, All] > 30%", .fails),
        // About and between.
        ("people[North, All] ~ 245 within 5", .holds),
        ("people[North, All] ~ 244 within 5", .fails),
        ("trust[North, Women] ~ 3", .holds),
        ("trust[Hills, Women] ~ 3", .fails),
        ("trust[Hills, Women] between 2 and 2.4", .holds),
        ("trust[Hills, Women] between 2 and 2.3", .fails),
        ("all(trust[*, total] between 2.5 and 3)", .holds),
        ("all(trust[*, total] between 2.46 and 3.03)", .holds),
        // Words of logic, and arithmetic.
        ("not trust[North, Women] > 3", .holds),
        ("trust[North, Women] > 3 or trust[North, Women] < 3", .holds),
        (
            "trust[North, Women] > 3 and trust[\"South city\", Women] > trust[\"South city\", Men]",
            .fails
        ),
        (
            "trust[North, Women] < 3 and trust[\"South city\", Women] > trust[\"South city\", Men]",
            .undecided
        ),
        ("people[North, Women] + people[South, Women] * 2 = 600", .holds),
        ("(people[North, Women] + people[South, Women]) * 2 = 720", .holds),
        ("-people[North, Women] < -100", .holds),
        ("people[South, All] - people[North, All] - people[Hills, All] = -80", .holds),
        ("n(trust) = 1000", .holds),
        ("n(trust, North) = 1000", .holds),
        // What is not printed.
        ("holes[B, x] = 2.0", .undecided),
        ("max(holes[*, x]) = 3.0", .undecided),
        ("max(holes[*, x]) < 2.0", .fails),
        ("highest(holes[*, x]) is A", .fails),
        ("highest(holes[*, x]) is C", .undecided),
        ("sum(holes[*, x]) = 4.0", .undecided),
        ("increasing(holes[*, x])", .undecided),
        ("all(holes[*, x] > 0)", .undecided),
        ("all(holes[*, x] > 2)", .fails),
        ("people[North, All] / (people[South, All] - 460) > 1", .undecided),
        ("significant(trust[North, Women], trust[North, Men])", .undecided),
    ]

    @Test("each construct", arguments: judged)
    func judgement(_ text: String, _ truth: ClaimTruth) throws {
        let account = try ClaimFixture.account(text)
        #expect(account.truth == truth, "\(account)")
        #expect(!account.because.isEmpty && !account.because.contains(""))
        #expect((truth == .undecided) == !account.doubts.isEmpty, "\(account)")
    }
}
