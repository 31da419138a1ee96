import Qualitative
import Testing

@Suite("A source's text")
struct SourceTextTests {
    @Test("counts scalars, with line ends of every kind as one, and no byte order mark")
    func scalars() {
        let text = SourceText("\u{FEFF}өңү\r\nй\r🇰🇬e\u{301}")
        #expect(text.count == 10)
        #expect(text.string == "өңү\nй\n🇰🇬e\u{301}")
        #expect(text[0..<3] == "өңү")
        #expect(text[6..<8] == "🇰🇬")
        #expect(text.utf8Offset(of: 6) == 10)
    }
}
