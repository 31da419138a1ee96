import Testing

@testable import Report

@Suite("Numbers that authors write")
struct WrittenNumbersTests {
    static let readable: [(Language, String, [Double], [Int])] = [
        (.en, "2.56", [2.56], [2]),
        (.en, "1,234.5", [1234.5], [1]),
        (.en, "1 234", [1234], [0]),
        (.en, "43% (37% to 49%)", [43, 37, 49], [0, 0, 0]),
        (.en, "2.4–2.7", [2.4, 2.7], [1, 1]),
        (.en, "-0.3 to −0.1", [-0.3, -0.1], [1, 1]),
        (.en, "2.4 - 2.7", [2.4, 2.7], [1, 1]),
        (.en, "(2.56)", [2.56], [2]),
        (.en, "2.560", [2.56], [3]),
        (.ru, "2,56", [2.56], [2]),
        (.ru, "2.56", [2.56], [2]),
        (.ru, "от 2,4 до 2,7", [2.4, 2.7], [1, 1]),
        (.ru, "43\u{A0}%", [43], [0]),
        (.ru, "1\u{A0}234,5", [1234.5], [1]),
        (.ky, "−0,3–0,1", [-0.3, 0.1], [1, 1]),
        (.en, "none", [], []),
        (.en, "", [], []),
    ]

    @Test("are read as the language writes them", arguments: readable)
    func reading(language: Language, text: String, values: [Double], decimals: [Int]) throws {
        let numbers = try #require(WrittenNumbers(text, in: language)).list
        #expect(numbers.map(\.value) == values)
        #expect(numbers.map(\.decimals) == decimals)
    }

    @Test(
        "are refused where the language writes no such number",
        arguments: [
            (Language.en, "2,56"), (.en, "12,34,567"), (.en, "1.2.3"), (.ru, "1,234,5"),
            (.ky, "1.2,3"), (.en, "1234,567"), (.en, String(repeating: "9", count: 400)),
        ]
    )
    func refusing(language: Language, text: String) {
        #expect(WrittenNumbers(text, in: language) == nil)
    }
}
