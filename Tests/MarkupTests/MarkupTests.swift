import Markup
import Testing

@Suite("Markup")
struct MarkupTests {
    @Test(
        "writes text so that it stays text",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a & b", "a &amp; b"),
            ("ң ө ү “quoted”", "ң ө ү “quoted”"),
            ("nul\u{0}bell\u{7}", "nul\u{FFFD}bell\u{FFFD}"),
            ("\u{FFFE}\u{FFFF}\u{FEFF}", "\u{FFFD}\u{FFFD}\u{FEFF}"),
            ("]]>", "]]&gt;"),
        ]
    )
    func text(_ text: String, _ expected: String) {
        #expect(Markup.text(text).htmlText() == expected)
        #expect(escaped(text) == expected)
    }

    @Test("keeps an attribute inside its quotation marks")
    func attribute() {
        let tag = Markup.tag("p", ["title": "\"><b onclick='x'>\n&"], ["x"])
        #expect(
            tag.htmlText() == "<p title=\"&quot;&gt;&lt;b onclick='x'&gt;&#10;&amp;\">x</p>"
        )
    }

    @Test(
        "follows a link only to where no code runs",
        arguments: [
            ("#text", true), ("page.html?a=b:c", true), ("https://example.org/a:b", true),
            ("HTTP://example.org", true), ("mailto:a@example.org", true), ("a/b:c", true),
            ("javascript:alert(1)", false), ("JavaScript:alert(1)", false),
            (" javascript:alert(1)", false), ("java\nscript:alert(1)", false),
            ("data:text/html,x", false), ("vbscript:x", false), ("file:///etc/passwd", false),
            ("\\\\host\\share", false), ("\u{1}javascript:x", false),
        ]
    )
    func link(_ address: String, _ isSafe: Bool) {
        #expect(isSafeAddress(address) == isSafe)
        let tag = Markup.tag("a", ["href": address], ["x"])
        #expect(tag.htmlText().contains("href=\"#\"") == (!isSafe))
    }

    @Test("leaves out an attribute without a value, and sets one in its place")
    func attributes() {
        var attributes: Attributes = ["a": nil, "b": "1", "c": "2"]
        attributes.set("b", to: "3")
        attributes.set("c", to: nil)
        #expect(attributes["a"] == nil && attributes["b"] == "3")
        #expect(Markup.tag("i", attributes).htmlText() == "<i b=\"3\"></i>")
    }

    @Test("writes empty elements as HTML and as XML want them")
    func emptyElements() {
        let tree = Markup.group([
            .tag("br"), .tag("p"), .tag("svg", [:], [.tag("rect", ["x": "1"])]),
        ])
        #expect(tree.htmlText() == "<br><p></p><svg><rect x=\"1\"/></svg>")
        #expect(
            Markup.tag("a", [:], [tree]).xmlText()
                == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<a><br/><p/><svg><rect x=\"1\"/></svg></a>"
        )
    }

    @Test("gives the text without its markup")
    func plainText() {
        let tree = Markup.tag("p", [:], ["a ", .tag("b", [:], ["& b"]), .style(["p{}"])])
        #expect(tree.plainText == "a & b")
    }
}
