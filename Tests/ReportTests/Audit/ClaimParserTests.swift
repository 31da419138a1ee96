import Base
import Kernels
import Testing

@testable import Report

@Suite("The grammar of claims")
struct ClaimParserTests {
    /// A claim with parentheses around every operation, to see what binds first.
    private func shape(_ term: Claim.Term) -> String {
        switch term.kind {
        case .number(let print): print.text
        case .text(let text), .word(let text): text
        case .cells(let name, let lines): "\(name)[\(lines.count)]"
        case .call(let function, let terms):
            "\(function.rawValue)(\(terms.map(shape).joined(separator: ", ")))"
        case .scale(let name, let point): "\(name).\(point.rawValue)"
        case .base(let table, _): "n(\(table))"
        case .not(let inner): "(not \(shape(inner)))"
        case .negative(let inner): "(-\(shape(inner)))"
        case .binary(let sign, let left, let right):
            "(\(shape(left)) \(sign.rawValue) \(shape(right)))"
        case .about(let left, let right, let within):
            "(\(shape(left)) ~ \(shape(right))\(within.map { " within " + shape($0) } ?? ""))"
        case .between(let inner, let low, let high):
            "(\(shape(inner)) between \(shape(low)) and \(shape(high)))"
        case .isLabel(let inner, let labels, let isNegated):
            "(\(shape(inner)) is\(isNegated ? " not" : "") \(labels.map(\.text).joined(separator: "|")))"
        }
    }

    static let shapes: [(String, String)] = [
        ("1 + 2 * 3 = 7", "((1 + (2 * 3)) = 7)"),
        ("1 - 2 - 3 = 4", "(((1 - 2) - 3) = 4)"),
        ("8 / 4 / 2 = 1", "(((8 / 4) / 2) = 1)"),
        ("(1 + 2) * 3 = 9", "(((1 + 2) * 3) = 9)"),
        ("-1 * 2 < 3", "(((-1) * 2) < 3)"),
        ("not a = 1 and b = 2", "((not (a = 1)) and (b = 2))"),
        ("a = 1 or b = 2 and c = 3", "((a = 1) or ((b = 2) and (c = 3)))"),
        ("a between 1 and 2 and b = 3", "((a between 1 and 2) and (b = 3))"),
        ("not a is x", "(not (a is x))"),
        ("a ~ b within 5 or c = 1", "((a ~ b within 5) or (c = 1))"),
        ("highest(t[*, total]) is one of {a, \"b c\"}", "(highest(t[2]) is a|b c)"),
        ("highest(t[*]) is not a", "(highest(t[1]) is not a)"),
        ("t[2017..2021, #3] >= 73.1%", "(t[2] >= 73.1%)"),
        ("t[\"2017\"..\"2021\"] ≥ 2.50", "(t[1] >= 2.50)"),
        ("a ≠ 1 and b ≤ 2 and c ≈ 3", "(((a != 1) and (b <= 2)) and (c ~ 3))"),
        ("a − 1 = 2", "((a - 1) = 2)"),
        ("t[“one two”, «three»] = .5", "(t[2] = .5)"),
        ("\"my table\"[a, b] = 1", "(my table[2] = 1)"),
        ("trust-2.a[x, y] = 1", "(trust-2.a[2] = 1)"),
        ("scale(trust).middle = n(t, \"a b\")", "(trust.middle = n(t))"),
        ("min(a, b) = 1", "(min(a, b) = 1)"),
        ("t[\"say \"\"so\"\"\", b] = 1", "(t[2] = 1)"),
    ]

    @Test("what binds first", arguments: shapes)
    func binding(_ text: String, _ expected: String) throws {
        #expect(shape(try Claim(text).root) == expected)
    }

    @Test("the decimals and the sign of a number are kept")
    func numbers() throws {
        guard case .binary(_, _, let right) = try Claim("a = 2.50%").root.kind,
            case .number(let print) = right.kind
        else {
            Issue.record("no number")
            return
        }
        #expect(print == PrintedNumber(text: "2.50%", units: 250, decimals: 2, isPercent: true))
    }

    static let faults: [(String, Int, String)] = [
        ("", 0, "The claim ends too early."),
        ("trust[North", 11, "“]” is missing here."),
        ("trust[North, Women] = ", 22, "The claim ends too early."),
        ("trust[South city, Women] = 1", 12, "“South city” is two words."),
        ("trust[18-29, Women] = 1", 8, "“]” is missing here."),
        ("trust[North, Women] = 1 = 1", 24, "Comparisons cannot be chained."),
        ("trust[North, Women] == 1", 21, "“=” does not fit here."),
        ("n(people) = 3,944,375", 13, "A number has no commas."),
        ("average(trust[*, Women]) = 1", 0, "There is no function “average”."),
        ("maxx(trust[*, Women]) = 1", 0, "There is no function “maxx”."),
        (
            "significant(trust[North, Women])", 0,
            "significant takes two cells in its parentheses, not 1."
        ),
        ("increasing(a, b)", 0, "increasing takes one thing in its parentheses, not 2."),
        ("scale(trust) = 1", 13, "Which point of the scale is meant?"),
        ("scale(trust).top = 1", 13, "Which point of the scale is meant?"),
        ("trust[#0, Women] = 1", 7, "After # stands the number of a line."),
        ("trust[#1.5, Women] = 1", 7, "After # stands the number of a line."),
        (
            "trust[\"North, Women] = 1", 6,
            "The label that begins here has no closing quotation mark."
        ),
        ("trust[North; Women] = 1", 11, "“;” has no meaning here."),
        ("trust[a, b, c] = 1", 0, "A table has rows and columns only."),
        (
            "trust[North, Women] between 1 or 2", 30,
            "After between stand two numbers with “and” between them."
        ),
        ("1234567890123456 = 1", 0, "A number has at most 15 digits, 9 of them decimals."),
        ("0.1234567890 = 1", 0, "A number has at most 15 digits, 9 of them decimals."),
        ("highest(a) is one {b}", 18, "“of” is missing here."),
    ]

    @Test("a fault says where it is", arguments: faults)
    func located(_ text: String, _ position: Int, _ message: String) {
        do throws(Claim.Fault) {
            let claim = try Claim(text)
            Issue.record("was read as \(claim.root)")
        } catch {
            #expect(error.message == message)
            #expect(error.position == position)
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test("what nobody writes is refused, and stops nothing")
    func hostile() {
        let deep = [
            String(repeating: "(", count: 3000), String(repeating: "-", count: 3000) + "1",
            String(repeating: "not ", count: 900) + "a = 1", String(repeating: "abs(", count: 900),
            "a = 1" + String(repeating: " and a = 1", count: 390),
            "1" + String(repeating: "+1", count: 1900), String(repeating: "x", count: 100_000),
            String(repeating: "\"", count: 4001), String(repeating: "t[", count: 1900),
            "a = 1 \u{0}", "\u{FEFF}a = 1", "a = \u{0665}", "# = 1", "..", ".", "%", "a[..] = 1",
            "a[*..b] = 1", "a[{}] = 1", "a[{b, ] = 1", "is", "is is is", "and", "between and and",
            "a is one of", "n(", "n()", "scale(", "scale().low", "scale(a)", "scale(a).", "-",
            "~ ~",
        ]
        for text in deep {
            #expect(throws: Claim.Fault.self, "\(text.prefix(20))") { _ = try Claim(text) }
        }
    }

    @Test("numbers beyond every number decide nothing, and stop nothing")
    func overflow() throws {
        let huge = Array(repeating: "999999999999999", count: 30).joined(separator: " * ")
        for claim in [
            "trust[North, Women] = \(huge)", "\(huge) - \(huge) = trust[North, Women]",
            "trust[North, Women] / (\(huge)) ~ 0.0 within \(huge)",
            "abs(trust[North, Women] - \(huge)) > 1", "sum(trust[*, Women], \(huge)) = 1",
            "trust[North, Women] / (trust[Hills, Women] - trust[Hills, Women]) > 1",
            "half(views[Negative, North] * \(huge))", "-(\(huge)) < trust[North, Women] * 0",
            "trust[North, Women] between -\(huge) and \(huge)",
        ] {
            #expect(
                ClaimChecks.faults(claim, in: ClaimFixture.report).isEmpty,
                "\(claim.prefix(40))"
            )
            #expect(try !ClaimFixture.account(claim).short.isEmpty)
        }
    }

    @Test("whatever stands in a cell, reading and judging it ends")
    func noise() {
        let pieces = [
            "trust", "[", "]", "North", "Women", "*", ",", "(", ")", "max", "all", "highest", ">",
            "=",
            "1", "2.50", "50%", "and", "or", "not", "is", "between", "~", "within", "..", "#", "-",
            "/",
            "{", "}", "total", "clients", "2017", "scale(trust).low", "n(trust)", "views[*, All]",
            "people[Total, All]", "count", "mean", "\"", "é", "trust[North, Women]",
            "trust[*, Women]",
        ]
        var generator = SeededGenerator(seed: 20_260_731)
        let claims = ClaimEvaluatorTests.judged.map(\.0)
        var readable = 0
        for round in 0..<600 {
            // Words at random, and good claims with a word that is lost or turns up.
            var words = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }
            if round % 2 == 0 {
                words = claims[round % claims.count].split(separator: " ").map(String.init)
                let place = Int.random(in: words.indices, using: &generator)
                if Bool.random(using: &generator) { words.remove(at: place) }
                words.insert(pieces.randomElement(using: &generator) ?? "", at: place)
            }
            let text = words.joined(separator: " ")
            let faults = ClaimChecks.faults(text, in: ClaimFixture.report)
            if faults.isEmpty { readable += 1 }
            for fault in faults { #expect((0...text.count).contains(fault.position), "\(text)") }
        }
        #expect(readable > 5)
    }
}
